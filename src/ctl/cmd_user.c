/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/* Who may sign in, what they are, and what they may open. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "ctl/keeping.h"
#include "hub/access.h"
#include "store/people.h"
#include "store/store.h"

/* What was said beside the words. */
struct said {
	const char *role, *areas, *file;
};

static const struct out_column columns[] = {
	{ "number", "no.", OUT_NUMBER },
	{ "name", "user", OUT_WORDS },
	{ "role", "role", OUT_WORDS },
	{ "areas", "areas", OUT_WORDS },
	{ "state", "state", OUT_WORDS },
	{ "since", "since", OUT_WORDS },
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static int
role_known(struct ctl *ctl, const char *role)
{
	const struct access *access = ctl->hub->access;
	struct buf names = { 0 };
	int status;

	if (access_role(access, role) != NULL)
		return CTL_DONE;
	for (size_t i = 0; i < access_count(access); i++)
		buf_printf(&names, "%s%s", i > 0 ? ", " : "",
		    access_nth(access, i)->name);
	status = ctl_usage(ctl, "there is no role \"%s\"; there are %s", role,
	    buf_str(&names));
	buf_release(&names);
	return status;
}

static int
add(struct ctl *ctl, char **argv, const void *arg)
{
	const struct said *said = arg;
	const char *codes[KEEPING_AREAS];
	char passphrase[KEEPING_SECRET];
	struct people_new who = { .name = argv[1],
		.passphrase = passphrase,
		.role = said->role != NULL ? said->role : "handler",
		.areas = codes };
	struct fault f = { 0 };
	uint16_t number = 0;
	int status = ctl_open(ctl, false);
	enum rc rc;

	if (status == CTL_DONE)
		status = role_known(ctl, who.role);
	if (status != CTL_DONE)
		return status;
	who.n_areas = keeping_codes(ctl->arena, said->areas, codes);
	rc = keeping_new(ctl, who.name, said->file, passphrase, &f);
	if (!rc)
		rc = people_add(ctl->hub->vault, &who, &number, &f);
	explicit_bzero(passphrase, sizeof(passphrase));
	return keeping_end(ctl, who.name, rc, &f,
	    "Added user %s, number %u, as %s.", who.name, number, who.role);
}

static int
grant(struct ctl *ctl, char **argv, const void *arg)
{
	struct fault f = { 0 };
	int status = ctl_open(ctl, false);

	(void)arg;
	if (status != CTL_DONE)
		return status;
	return keeping_end(ctl, argv[1],
	    people_grant(ctl->hub->vault, argv[1], argv[2], &f), &f,
	    "%s belongs to area %s now.", argv[1], argv[2]);
}

static int
revoke(struct ctl *ctl, char **argv, const void *arg)
{
	struct fault f = { 0 };
	int status = ctl_open(ctl, false);

	(void)arg;
	if (status != CTL_DONE)
		return status;
	return keeping_end(ctl, argv[1],
	    people_revoke(ctl->hub->vault, argv[1], argv[2], &f), &f,
	    "%s may not open %s%s any more. What they have read or copied "
	    "stays with them.",
	    argv[1], argv[2] != NULL ? "area " : "anything",
	    argv[2] != NULL ? argv[2] : "");
}

static int
set_role(struct ctl *ctl, char **argv, const void *arg)
{
	struct fault f = { 0 };
	int status = ctl_open(ctl, false);

	(void)arg;
	if (status == CTL_DONE)
		status = role_known(ctl, argv[2]);
	if (status != CTL_DONE)
		return status;
	return keeping_end(ctl, argv[1],
	    people_set_role(ctl->hub->vault, argv[1], argv[2], &f), &f,
	    "%s is %s now.", argv[1], argv[2]);
}

static int
unlock(struct ctl *ctl, char **argv, const void *arg)
{
	struct fault f = { 0 };
	int status = ctl_open(ctl, false);

	(void)arg;
	if (status != CTL_DONE)
		return status;
	return keeping_end(ctl, argv[1],
	    people_unlock(ctl->hub->vault, argv[1], &f), &f,
	    "%s may try again.", argv[1]);
}

static int
passphrase(struct ctl *ctl, char **argv, const void *arg)
{
	const struct said *said = arg;
	char old[KEEPING_SECRET], new[KEEPING_SECRET];
	struct fault f = { 0 };
	int status = ctl_open(ctl, false);
	enum rc rc;

	(void)argv;
	if (status != CTL_DONE)
		return status;
	rc = ctl_passphrase(ctl, "The old passphrase once more", old,
	    sizeof(old), &f);
	if (!rc)
		rc = keeping_new(ctl, ctl->o.login, said->file, new, &f);
	if (!rc)
		rc = people_passphrase(ctl->hub->vault, old, new, &f);
	explicit_bzero(old, sizeof(old));
	explicit_bzero(new, sizeof(new));
	return keeping_end(ctl, NULL, rc, &f,
	    "The passphrase of %s is changed.", ctl->o.login);
}

static char *
areas_of(struct ctl *ctl, uint16_t number)
{
	struct vault *v = ctl->hub->vault;
	struct buf codes = { 0 };
	const struct vault_area *a;
	char *text;
	size_t n;

	a = vault_areas(v, &n);
	for (size_t i = 0; i < n; i++)
		if (a[i].number != VAULT_AREA_HUB &&
		    people_may_open(v, number, a[i].number))
			buf_printf(&codes, "%s%s", codes.len > 0 ? " " : "",
			    a[i].code);
	text = arena_str(ctl->arena, buf_str(&codes));
	buf_release(&codes);
	return text;
}

static void
user_row(struct ctl *ctl, struct out *out, const struct vault_user *u)
{
	char since[25];

	if (ctl->format == OUT_TEXT)
		moment_show(u->since, since);
	else
		moment_iso(u->since, since);
	out_row(out,
	    (const char *[COLUMNS]){ arena_printf(ctl->arena, "%u", u->number),
		u->name, u->role, areas_of(ctl, u->number),
		u->revoked  ? "revoked"
		: u->locked ? "locked"
			    : "active",
		since });
}

static int
list(struct ctl *ctl, char **argv, const void *arg)
{
	struct vault_user *users = NULL;
	struct fault f = { 0 };
	struct out *out;
	size_t n = 0;
	int status = ctl_open(ctl, true);
	enum rc rc;

	(void)argv;
	(void)arg;
	if (status != CTL_DONE)
		return status;
	rc = people_list(ctl->hub->store, &users, &n, &f);
	if (!rc) {
		out = out_new(ctl->format, columns, COLUMNS, stdout);
		for (size_t i = 0; i < n; i++)
			user_row(ctl, out, &users[i]);
		rc = out_end(out, &f);
	}
	free(users);
	return rc ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

/* clang-format off */
static const struct keeping_verb verbs[] = {
	{ "add",	"NAME [--role ROLE] [--area CODE,...]", 1, 1, add },
	{ "grant",	"NAME AREA",			2, 2, grant },
	{ "revoke",	"NAME [AREA]",			1, 2, revoke },
	{ "role",	"NAME ROLE",			2, 2, set_role },
	{ "unlock",	"NAME",				1, 1, unlock },
	{ "passphrase",	"no more words",		0, 0, passphrase },
	{ "list",	"no more words",		0, 0, list },
	{ NULL, NULL, 0, 0, NULL }
};
/* clang-format on */

static int
run(struct ctl *ctl, int argc, char **argv)
{
	struct said said = { 0 };
	const struct option_row rows[] = {
		{ "role", "ROLE", "what a new user is (handler)", &said.role,
		    NULL },
		{ "area", "CODE[,CODE...]",
		    "areas a new user belongs to; LEI.safe is where people of "
		    "LEI are",
		    &said.areas, NULL },
		{ "new-passphrase-file", "FILE",
		    "read the new passphrase from a file", &said.file, NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 1, -1, &status))
		return status;
	return keeping_do(ctl, verbs, argc, argv, &said);
}

const struct ctl_command ctl_user = {
	.name = "user",
	.synopsis = "add NAME|grant NAME AREA|revoke NAME [AREA]|"
		    "role NAME ROLE|unlock NAME|passphrase|list",
	.sentence = "users, their roles, areas and passphrases",
	.run = run,
};
