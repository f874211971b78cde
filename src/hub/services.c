/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "hub/act.h"
#include "hub/definitions.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "hub/slip.h"
#include "model/kinds.h"

#include "hub/services.h"

struct loading {
	struct hub *hub;
	struct arena *arena;
	struct services_count *n;
};

static unsigned
kind_of(const char *name)
{
	return strcmp(name, "agency") == 0    ? KIND_AGENCY :
	       strcmp(name, "agreement") == 0 ? KIND_AGREEMENT :
						KIND_SERVICE;
}

static bool
stands(struct hub *hub, struct arena *arena, const struct slip *slip)
{
	unsigned kind = kind_of(slip_text(slip, "kind"));
	struct record *r;

	return !hub_record(hub, arena, kind,
	    hub_key_id(hub, kind, slip_text(slip, "key")), &r, NULL);
}

enum rc
services_keep(struct hub *hub, const struct slip *slip,
    struct services_count *n, struct fault *f)
{
	bool was = stands(hub, slip->arena, slip);
	struct act_done done;
	enum rc rc = act_run(hub, "keep_directory", slip, &done, f);

	n->read++;
	if (rc)
		n->refused++;
	else if (done.nothing)
		n->same++;
	else if (was)
		n->changed++;
	else
		n->new++;
	return rc;
}

/* A setting as the act wants it; false for what is for readers only. */
static bool
put_setting(struct slip *slip, const char *kind, const struct cfg_at *at)
{
	const char *name = cfg_name(at), *text;
	char line[48], number[24];
	bool yes;
	int64_t i;

	if (strcmp(name, "note") == 0)
		return false;
	if (strcmp(name, "key") == 0 || strcmp(name, "agency") == 0)
		snprintf(line, sizeof(line), "%s", name);
	else
		snprintf(line, sizeof(line), "%s.%s", kind, name);
	if (cfg_text(at, NULL, &text)) {
		slip_set(slip, line, text);
	} else if (cfg_flag(at, NULL, &yes)) {
		slip_set(slip, line, yes ? "y" : "n");
	} else if (cfg_int(at, NULL, &i)) {
		snprintf(number, sizeof(number), "%" PRId64, i);
		slip_set(slip, line, number);
	}
	return true;
}

static enum rc
load_row(struct loading *l, const char *kind, const struct cfg_at *at,
    struct fault *f)
{
	struct slip slip = { .arena = l->arena };
	const char *code;
	struct fault why = { 0 };
	enum rc rc;

	slip_set(&slip, "kind", kind);
	for (size_t i = 0; i < cfg_len(at); i++)
		put_setting(&slip, kind, cfg_nth(at, i));
	if (!slip_has(&slip, "key") && cfg_text(at, "code", &code))
		slip_set(&slip, "key", code);
	/* What a hub put right stays right. */
	if (stands(l->hub, l->arena, &slip)) {
		l->n->read++;
		l->n->same++;
		return RC_OK;
	}
	rc = services_keep(l->hub, &slip, l->n, &why);
	if (rc == RC_INVALID || rc == RC_MISSING)
		return cfg_fault(at, f, "%s", why.text);
	return rc ? fault_set(f, rc, "%s", why.text) : RC_OK;
}

static enum rc
load_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	static const struct {
		const char *list, *kind;
	} lists[] = { { "agencies", "agency" }, { "services", "service" },
		{ "agreements", "agreement" } };
	struct loading *l = arg;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]) && !rc; i++) {
		const struct cfg_at *list = cfg_get(root, lists[i].list);

		for (size_t j = 0; j < cfg_len(list) && !rc; j++)
			rc = load_row(l, lists[i].kind, cfg_nth(list, j), f);
	}
	return rc;
}

enum rc
services_load(struct hub *hub, const char *dir, struct services_count *n,
    struct fault *f)
{
	struct loading l = { .hub = hub, .arena = arena_new(), .n = n };
	enum rc rc = definitions_each(dir, load_file, &l, f);

	arena_free(l.arena);
	return rc;
}

enum rc
services_load_file(struct hub *hub, const char *path, struct services_count *n,
    struct fault *f)
{
	struct loading l = { .hub = hub, .n = n };
	struct cfg *cfg = NULL;
	enum rc rc = cfg_read(path, &cfg, f);

	if (rc)
		return rc;
	l.arena = arena_new();
	rc = load_file(cfg_root(cfg), &l, f);
	arena_free(l.arena);
	cfg_free(cfg);
	return rc;
}
