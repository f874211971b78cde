/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The recovery shares: rehearsing that they are well kept, and opening the
 * store with two of them when nobody's passphrase does.
 */

#include <stdio.h>
#include <string.h>

#include "ctl/keeping.h"
#include "store/people.h"
#include "store/recovery.h"
#include "store/store.h"

struct said {
	const char *shares[2]; /* files */
	const char *user, *file;
};

struct shares {
	char words[2][KEEPING_SECRET];
};

static enum rc
ask(const struct said *said, struct shares *s, struct fault *f)
{
	static const char *const prompts[] = { "One recovery share",
		"Another recovery share" };
	unsigned index;
	enum rc rc = RC_OK;

	for (int i = 0; i < 2 && !rc; i++) {
		rc = keeping_share(prompts[i], said->shares[i], s->words[i], f);
		if (!rc)
			rc = recovery_check(s->words[i], &index, f);
	}
	return rc;
}

static int
rehearse(struct ctl *ctl, char **argv, const void *arg)
{
	struct shares shares;
	struct fault f = { 0 };
	struct store *s;
	int status = keeping_store(ctl, &s);
	enum rc rc;

	(void)argv;
	if (status != CTL_DONE)
		return status;
	rc = ask(arg, &shares, &f);
	if (!rc)
		rc = recovery_note(s, shares.words[0], shares.words[1], &f);
	explicit_bzero(&shares, sizeof(shares));
	store_close(s);
	return keeping_end(ctl, NULL, rc, &f,
	    "These two shares open this store. That they were rehearsed is in "
	    "the journal; nothing else was changed. Put them back.");
}

static enum rc
open_with(struct ctl *ctl, struct store *s, const struct said *said,
    struct fault *f)
{
	char passphrase[KEEPING_SECRET];
	struct shares shares;
	enum rc rc = ask(said, &shares, f);

	if (!rc)
		rc = recovery_rehearse(s, shares.words[0], shares.words[1], f);
	if (!rc)
		rc = keeping_new(ctl, said->user, said->file, passphrase, f);
	if (!rc)
		rc = recovery_open(s, shares.words[0], shares.words[1],
		    said->user, passphrase, f);
	explicit_bzero(passphrase, sizeof(passphrase));
	explicit_bzero(&shares, sizeof(shares));
	return rc;
}

static int
open_store(struct ctl *ctl, char **argv, const void *arg)
{
	const struct said *said = arg;
	struct fault f = { 0 };
	struct store *s;
	int status;
	enum rc rc;

	(void)argv;
	if (said->user == NULL)
		return ctl_usage(ctl, "who is the new administrator? say "
				      "--user NAME, one who is not there yet");
	status = keeping_store(ctl, &s);
	if (status != CTL_DONE)
		return status;
	rc = open_with(ctl, s, said, &f);
	store_close(s);
	return keeping_end(ctl, NULL, rc, &f,
	    "%s is an administrator now, with every area.", said->user);
}

/* clang-format off */
static const struct keeping_verb verbs[] = {
	{ "rehearse",	"no more words", 0, 0, rehearse },
	{ "open",	"--user NAME",	 0, 0, open_store },
	{ NULL, NULL, 0, 0, NULL }
};
/* clang-format on */

static int
run(struct ctl *ctl, int argc, char **argv)
{
	struct said said = { 0 };
	const struct option_row rows[] = {
		{ "share", "FILE",
		    "a file with one share; else it is asked for",
		    &said.shares[0], NULL },
		{ "other-share", "FILE", "a file with another", &said.shares[1],
		    NULL },
		{ "user", "NAME", "the administrator to be, with open",
		    &said.user, NULL },
		{ "new-passphrase-file", "FILE",
		    "read their passphrase from a file", &said.file, NULL },
		{ NULL, NULL, NULL, NULL, NULL },
	};
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 1, -1, &status))
		return status;
	return keeping_do(ctl, verbs, argc, argv, &said);
}

const struct ctl_command ctl_recovery = {
	.name = "recovery",
	.synopsis = "rehearse|open --user NAME [--share FILE] "
		    "[--other-share FILE]",
	.sentence = "rehearse the recovery shares, or open the store with two",
	.run = run,
};
