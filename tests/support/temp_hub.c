/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "hub/act.h"
#include "hub/slip.h"
#include "store/birth.h"

#include "tests/support/temp_hub.h"

const char *
temp_hub_data(void)
{
	const char *data = getenv("HANDRAIL_DATA");

	return data ? data : "data";
}

void
temp_hub_open_as(struct temp_hub *t, const char *login)
{
	struct hub_options o = { .store = t->store, .user = login,
		.passphrase = TEMP_HUB_PASS, .data = temp_hub_data(),
		.now_ms = TEMP_HUB_NOW, .seed = 7 };
	struct fault f = { 0 };

	cr_assert_eq(hub_open(&o, &t->hub, &f), RC_OK, "%s", f.text);
}

void
temp_hub_open(struct temp_hub *t)
{
	temp_hub_open_as(t, "tester");
}

void
temp_hub_close(struct temp_hub *t)
{
	hub_close(t->hub);
	t->hub = NULL;
}

void
temp_hub_make(struct temp_hub *t)
{
	static const char *const areas[] = { "LEI", "NOR" };
	struct birth b = { .admin = "tester", .passphrase = TEMP_HUB_PASS,
		.areas = areas, .n_areas = 2, .kdf = VAULT_LIGHT };
	struct recovery_share shares[3];
	struct fault f = { 0 };

	snprintf(t->dir, sizeof(t->dir), "/tmp/handrail-test-XXXXXX");
	cr_assert_not_null(mkdtemp(t->dir));
	snprintf(t->store, sizeof(t->store), "%s/store", t->dir);
	cr_assert_eq(
	    birth_of(t->store, &b, NULL, shares, &f), RC_OK, "%s", f.text);
	temp_hub_open(t);
}

void
temp_hub_remove(struct temp_hub *t)
{
	char command[128];

	temp_hub_close(t);
	snprintf(command, sizeof(command), "rm -rf '%s'", t->dir);
	cr_assert_eq(system(command), 0);
}

uint64_t
temp_hub_act(struct temp_hub *t, const char *name, ...)
{
	struct slip slip = { .arena = arena_new() };
	struct act_done done;
	struct fault f = { 0 };
	const char *line;
	enum rc rc;
	va_list ap;

	va_start(ap, name);
	while ((line = va_arg(ap, const char *)))
		slip_set(&slip, line, va_arg(ap, const char *));
	va_end(ap);
	rc = act_run(t->hub, name, &slip, &done, &f);
	arena_free(slip.arena);
	cr_assert_eq(rc, RC_OK, "%s: %s", name, f.text);
	return done.made;
}
