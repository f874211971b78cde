/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/cfg.h"
#include "base/str.h"
#include "base/utf8.h"

#include "hub/call.h"

/* clang-format off */
static const struct cfg_rule call_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "scene",	CFG_TEXT,	true },
	{ "web",	CFG_REAL,	true },
	{ "lean",	CFG_REAL,	true },
	{ "steps",	CFG_LIST,	true },
	{ NULL, CFG_TEXT, false }
};

static const struct cfg_rule step_rules[] = {
	{ "caller",	CFG_TEXT,	true },
	{ "sort",	CFG_TEXT,	false },
	{ "is",		CFG_TEXT,	false },
	{ "keys",	CFG_TEXT,	true },
	{ "tell",	CFG_TEXT,	true },
	{ "show",	CFG_TEXT,	false },
	{ NULL, CFG_TEXT, false }
};
/* clang-format on */

/* ---- how much a fact is ---- */

static unsigned
letters(const char *text)
{
	unsigned n = 0;

	for (size_t len; *text != '\0'; text += len, n++)
		len = utf8_cluster(text, strlen(text));
	return n;
}

static unsigned
signs(const char *text)
{
	unsigned n = 0;

	for (; *text != '\0'; text++)
		n += isalnum((unsigned char)*text) != 0;
	return n;
}

static unsigned
words(const char *text)
{
	struct span word;
	unsigned n = 0;

	while (str_word(&text, &word))
		n++;
	return n;
}

/* A number of characters, or how they are counted (UX 4.2). It knows nothing of
 * the screen, so changing the screen never changes it. */
/* clang-format off */
static const struct sort {
	const char *name;
	unsigned least;
	unsigned (*count)(const char *text);
} sorts[] = {
	{ "choice",	1,	NULL },
	{ "none",	1,	NULL },
	{ "item",	2,	NULL },
	{ "birth",	8,	NULL },
	{ "day",	6,	NULL },
	{ "clock",	4,	NULL },
	{ "moment",	10,	NULL },
	{ "set",	0,	words },
	{ "number",	0,	signs },
	{ "text",	0,	letters },
	{ "account",	0,	letters },
};
/* clang-format on */

static enum rc
weigh(const struct cfg_at *at, const char *sort, struct call_step *step,
    struct fault *f)
{
	if (sort == NULL)
		return RC_OK;
	for (size_t i = 0; i < sizeof(sorts) / sizeof(sorts[0]); i++) {
		if (strcmp(sorts[i].name, sort) != 0)
			continue;
		step->essential = sorts[i].count != NULL
				      ? sorts[i].count(step->is)
				      : sorts[i].least;
		step->is_account = strcmp(sort, "account") == 0;
		return RC_OK;
	}
	return cfg_fault(at, f, "there is no sort of fact \"%s\"", sort);
}

/* ---- reading ---- */

static const char *
kept(struct arena *arena, const struct cfg_at *at, const char *name)
{
	const char *text = NULL;

	return cfg_text(at, name, &text) ? arena_str(arena, text) : NULL;
}

static enum rc
read_step(struct arena *arena, const struct cfg_at *at, struct call_step *step,
    struct fault *f)
{
	const char *sort = NULL;
	enum rc rc = cfg_check(at, step_rules, f);

	if (rc)
		return rc;
	step->caller = kept(arena, at, "caller");
	step->keys = kept(arena, at, "keys");
	step->tell = kept(arena, at, "tell");
	step->show = kept(arena, at, "show");
	step->is = kept(arena, at, "is");
	if (step->is == NULL)
		step->is = "";
	cfg_text(at, "sort", &sort);
	return weigh(at, sort, step, f);
}

static enum rc
read_call(struct arena *arena, const struct cfg_at *root, struct call *call,
    struct fault *f)
{
	const struct cfg_at *steps = cfg_get(root, "steps");
	enum rc rc = cfg_check(root, call_rules, f);

	if (rc)
		return rc;
	call->name = kept(arena, root, "name");
	call->title = kept(arena, root, "title");
	call->scene = kept(arena, root, "scene");
	cfg_real(root, "web", &call->web);
	cfg_real(root, "lean", &call->lean);
	call->n = cfg_len(steps);
	call->steps = arena_get(arena, (call->n + 1) * sizeof(*call->steps));
	for (size_t i = 0; i < call->n && !rc; i++)
		rc = read_step(arena, cfg_nth(steps, i), &call->steps[i], f);
	return rc;
}

enum rc
call_read(struct arena *arena, const char *path, struct call *call,
    struct fault *f)
{
	struct cfg *cfg = NULL;
	enum rc rc = cfg_read(path, &cfg, f);

	memset(call, 0, sizeof(*call));
	if (!rc)
		rc = read_call(arena, cfg_root(cfg), call, f);
	cfg_free(cfg);
	return rc;
}

/* ---- as a script ---- */

unsigned
call_essential(const struct call *call, bool account)
{
	unsigned n = 0;

	for (size_t i = 0; i < call->n; i++)
		if (account || !call->steps[i].is_account)
			n += call->steps[i].essential;
	return n;
}

/* People type in small letters; capitals come by themselves. */
static void
put_small(const char *text, struct buf *out)
{
	char as[5];
	uint32_t cp;

	while (*text != '\0') {
		text += utf8_next(text, strlen(text), &cp);
		buf_put(out, as, utf8_put(utf8_lower(cp), as));
	}
}

void
call_keys(const struct call_step *step, struct buf *out)
{
	if (strstr(step->keys, "\u00abn\u00bb") != NULL) {
		buf_puts(out, "let n \"");
		put_small(step->is, out);
		buf_puts(out, "\"\n");
	}
	buf_printf(out, "keys: %s\n", step->keys);
}

void
call_script(const struct call *call, struct buf *out)
{
	for (size_t i = 0; i < call->n; i++) {
		if (call->steps[i].show != NULL)
			buf_printf(out, "show %s\n", call->steps[i].show);
		if (i == 0)
			buf_puts(out, "start\n");
		call_keys(&call->steps[i], out);
	}
	buf_puts(out, "end\nshow saved, and the queue again\n");
}
