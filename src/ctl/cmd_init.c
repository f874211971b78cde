/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/* How a store begins. The recovery shares are printed once and kept nowhere. */

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "ctl/keeping.h"
#include "store/birth.h"

struct wish {
	const char *areas, *admin, *kdf;
};

static void
print_shares(const struct ctl *ctl, const struct recovery_share shares[3])
{
	printf("Made a store in %s.\n\n"
	       "Three recovery shares. Any two of them open everything when "
	       "no\n"
	       "passphrase does; one alone says nothing. Write each on paper,\n"
	       "give them to three people, and keep none of them here. They "
	       "are\n"
	       "not shown again.\n",
	    ctl->o.store_path);
	for (int i = 0; i < 3; i++) {
		char words[sizeof(shares[i].words)], *at = words;

		printf("\n  Share %d\n", i + 1);
		memcpy(words, shares[i].words, sizeof(words));
		/* Seven words to a line, each of five letters and a blank. */
		for (size_t left = strlen(words); left > 0;) {
			size_t n = left > 42 ? 42 : left;

			printf("    %.*s\n", (int)n, at);
			at += n;
			left -= n;
		}
		explicit_bzero(words, sizeof(words));
	}
}

static enum rc
make(struct ctl *ctl, const struct wish *wish, const char *passphrase,
    struct fault *f)
{
	const char *codes[KEEPING_AREAS];
	struct recovery_share shares[3];
	struct clock *clock =
	    ctl->o.pretend ? clock_from(ctl->o.now_ms) : clock_real();
	const struct store_options options = { .clock = clock };
	struct birth b = {
		.admin = wish->admin, .passphrase = passphrase, .areas = codes
	};
	enum rc rc;

	b.n_areas = keeping_codes(ctl->arena, wish->areas, codes);
	if (wish->kdf != NULL && strcmp(wish->kdf, "light") == 0)
		b.kdf = VAULT_LIGHT;
	rc = birth_of(ctl->o.store_path, &b, &options, shares, f);
	if (!rc)
		print_shares(ctl, shares);
	explicit_bzero(shares, sizeof(shares));
	clock_free(clock);
	return rc;
}

/* From --passphrase-file, else typed twice, else made. */
static enum rc
passphrase_of(struct ctl *ctl, const char *admin, char text[KEEPING_SECRET],
    struct fault *f)
{
	return keeping_new(ctl, admin, ctl->o.passphrase_file, text, f);
}

static int
init(struct ctl *ctl, struct wish *wish)
{
	char passphrase[KEEPING_SECRET];
	struct fault f = { 0 };
	int status = ctl_settle(ctl);
	enum rc rc;

	if (status != CTL_DONE)
		return status;
	if (wish->admin == NULL)
		wish->admin = ctl->o.login;
	rc = passphrase_of(ctl, wish->admin, passphrase, &f);
	if (!rc)
		rc = make(ctl, wish, passphrase, &f);
	explicit_bzero(passphrase, sizeof(passphrase));
	return rc ? ctl_fail(ctl, ctl->o.store_path, &f) : CTL_DONE;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	struct wish wish = { 0 };
	const struct option_row rows[] = {
		{ "area", "CODE[,CODE...]", "areas the hub looks after",
		    &wish.areas, NULL },
		{ "admin", "USER", "its first user, an administrator",
		    &wish.admin, NULL },
		{ "kdf", "STRENGTH",
		    "standard, or light for rehearsals: a passphrase is then "
		    "quickly checked and quickly guessed",
		    &wish.kdf, NULL },
		{ NULL, NULL, NULL, NULL, NULL },
	};
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 0, &status))
		return status;
	if (wish.areas == NULL)
		return ctl_usage(ctl, "which areas? say --area CODE");
	if (wish.kdf != NULL && strcmp(wish.kdf, "light") != 0 &&
	    strcmp(wish.kdf, "standard") != 0)
		return ctl_usage(ctl, "--kdf %s is neither standard nor light",
		    wish.kdf);
	return init(ctl, &wish);
}

const struct ctl_command ctl_init = {
	.name = "init",
	.synopsis = "--area CODE[,CODE...] [--admin USER] [--kdf STRENGTH]",
	.sentence = "make a store, its first user, areas and recovery shares",
	.run = run,
};
