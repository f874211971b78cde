/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/day.h"
#include "base/disk.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/code.h"

struct codes {
	struct arena *arena;
	struct code_list *list; /* in order of name */
	size_t n, cap;
};

struct codes *
codes_new(void)
{
	struct codes *c = mem_get(sizeof(*c));

	c->arena = arena_new();
	return c;
}

void
codes_free(struct codes *codes)
{
	if (!codes)
		return;
	arena_free(codes->arena);
	free(codes->list);
	free(codes);
}

size_t
codes_count(const struct codes *codes)
{
	return codes->n;
}

const struct code_list *
codes_nth(const struct codes *codes, size_t i)
{
	return &codes->list[i];
}

/* Where the list of this name stands, or would. */
static size_t
codes_place(const struct codes *codes, const char *name)
{
	size_t low = 0, high = codes->n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (strcmp(codes->list[mid].name, name) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

const struct code_list *
code_list(const struct codes *codes, const char *name)
{
	size_t i;

	if (!name)
		return NULL;
	i = codes_place(codes, name);
	if (i == codes->n || strcmp(codes->list[i].name, name))
		return NULL;
	return &codes->list[i];
}

static const struct code *
list_by(const struct code_list *list, const char *code)
{
	for (size_t i = 0; list && i < list->n; i++)
		if (str_ieq(list->codes[i].code, code))
			return &list->codes[i];
	return NULL;
}

static const struct code *
list_by_letter(const struct code_list *list, char letter)
{
	int low = tolower((unsigned char)letter);

	for (size_t i = 0; list && i < list->n; i++)
		if (list->codes[i].letter && list->codes[i].letter == low)
			return &list->codes[i];
	return NULL;
}

const struct code *
code_by(const struct codes *codes, const char *list, const char *code)
{
	return list_by(code_list(codes, list), code);
}

const struct code *
code_by_letter(const struct codes *codes, const char *list, char letter)
{
	return list_by_letter(code_list(codes, list), letter);
}

const char *
code_label(const struct codes *codes, const char *list, const char *code)
{
	const struct code *c = code_by(codes, list, code);

	return c ? c->label : code;
}

/* ---- reading the files ---- */

/* clang-format off */
static const struct cfg_rule code_rules[] = {
	{ "code",   CFG_TEXT, true },
	{ "label",  CFG_TEXT, true },
	{ "letter", CFG_TEXT, false },
	{ "brief",  CFG_TEXT, false },
	{ "group",  CFG_TEXT, false },
	{ "mark",   CFG_TEXT, false },
	{ "say",    CFG_TEXT, false },
	{ "from",   CFG_TEXT, false },
	{ "until",  CFG_TEXT, false },
	{ "next",   CFG_TEXT, false },
	{ "alone",  CFG_FLAG, false },
	{ NULL,     CFG_TEXT, false }
};

static const struct cfg_rule list_rules[] = {
	{ "name",    CFG_TEXT, true },
	{ "title",   CFG_TEXT, true },
	{ "letters", CFG_FLAG, false },
	{ "codes",   CFG_LIST, true },
	{ NULL,      CFG_TEXT, false }
};

static const struct cfg_rule file_rules[] = {
	{ "lists", CFG_LIST, true },
	{ NULL,    CFG_TEXT, false }
};
/* clang-format on */

static const char *
text_copy(struct arena *a, const struct cfg_at *at, const char *name)
{
	const char *v = NULL;

	return cfg_text(at, name, &v) ? arena_str(a, v) : NULL;
}

static enum rc
code_day(const struct cfg_at *at, const char *name, struct fault *f)
{
	const char *v;
	int32_t day;

	if (cfg_text(at, name, &v) && !day_parse(v, &day))
		return cfg_fault(at, f,
		    "\"%s\" must be a day such as 2026-11-21", name);
	return RC_OK;
}

/* Its own letter, or its code where the whole list is picked by letters. */
static enum rc
code_letter(const struct cfg_at *at, const struct code_list *list,
    struct code *c, struct fault *f)
{
	const char *v = NULL;

	if (!cfg_text(at, "letter", &v)) {
		if (!list->letters || c->code[1])
			return RC_OK;
		v = c->code;
	}
	if (!v[0] || v[1])
		return cfg_fault(at, f, "a letter is one sign, not \"%s\"", v);
	c->letter = (char)tolower((unsigned char)v[0]);
	if (list_by_letter(list, c->letter))
		return cfg_fault(at, f, "the letter \"%s\" is used twice", v);
	return RC_OK;
}

static enum rc
code_read(struct arena *a, const struct cfg_at *at, struct code_list *list,
    struct code *c, struct fault *f)
{
	enum rc rc;

	if ((rc = cfg_check(at, code_rules, f)) ||
	    (rc = code_day(at, "from", f)) || (rc = code_day(at, "until", f)))
		return rc;
	c->code = text_copy(a, at, "code");
	c->label = text_copy(a, at, "label");
	c->brief = text_copy(a, at, "brief");
	if (!c->brief)
		c->brief = c->code;
	c->group = text_copy(a, at, "group");
	c->mark = text_copy(a, at, "mark");
	c->say = text_copy(a, at, "say");
	c->from = text_copy(a, at, "from");
	c->until = text_copy(a, at, "until");
	c->next = text_copy(a, at, "next");
	cfg_flag(at, "alone", &c->alone);
	if (!*c->code || strpbrk(c->code, " ,;?") || strlen(c->code) > 100)
		return cfg_fault(at, f,
		    "a code is one word without , ; or ?, not \"%s\"", c->code);
	if (!*c->label)
		return cfg_fault(at, f, "\"%s\" has no label", c->code);
	if (list_by(list, c->code))
		return cfg_fault(at, f, "the code \"%s\" is used twice",
		    c->code);
	return code_letter(at, list, c, f);
}

/* What took the place of a code is in the list, and is not itself. */
static enum rc
check_next(const struct cfg_at *rows, const struct code_list *list,
    struct fault *f)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct code *c = &list->codes[i];
		const struct code *next = c->next ? list_by(list, c->next) : c;

		if (!next || (c->next && next == c))
			return cfg_fault(cfg_nth(rows, i), f,
			    "\"%s\" is followed by \"%s\", which is no other "
			    "code of this list",
			    c->code, c->next);
	}
	return RC_OK;
}

static enum rc
list_read(struct codes *codes, const struct cfg_at *at, struct fault *f)
{
	struct code_list list = { 0 };
	const struct cfg_at *rows;
	struct code *room;
	enum rc rc;
	size_t i;

	if ((rc = cfg_check(at, list_rules, f)))
		return rc;
	list.name = text_copy(codes->arena, at, "name");
	list.title = text_copy(codes->arena, at, "title");
	list.path = arena_str(codes->arena, cfg_file(at));
	cfg_flag(at, "letters", &list.letters);
	if (code_list(codes, list.name))
		return cfg_fault(at, f, "there is a list \"%s\" already, in %s",
		    list.name, code_list(codes, list.name)->path);

	rows = cfg_get(at, "codes");
	room = arena_get(codes->arena, (cfg_len(rows) + 1) * sizeof(*room));
	list.codes = room;
	for (; list.n < cfg_len(rows); list.n++)
		if ((rc = code_read(codes->arena, cfg_nth(rows, list.n), &list,
			 &room[list.n], f)))
			return rc;
	if ((rc = check_next(rows, &list, f)))
		return rc;

	i = codes_place(codes, list.name);
	codes->list =
	    mem_room(codes->list, sizeof(*codes->list), codes->n, &codes->cap);
	memmove(&codes->list[i + 1], &codes->list[i],
	    (codes->n - i) * sizeof(*codes->list));
	codes->list[i] = list;
	codes->n++;
	return RC_OK;
}

/* A file is one list, or several under "lists". */
enum rc
codes_add_file(struct codes *codes, const char *path, struct fault *f)
{
	const struct cfg_at *root, *lists;
	struct cfg *cfg = NULL;
	enum rc rc;

	if ((rc = cfg_read(path, &cfg, f)))
		return rc;
	root = cfg_root(cfg);
	lists = cfg_get(root, "lists");
	if (!lists) {
		rc = list_read(codes, root, f);
	} else if (!(rc = cfg_check(root, file_rules, f))) {
		for (size_t i = 0; !rc && i < cfg_len(lists); i++)
			rc = list_read(codes, cfg_nth(lists, i), f);
	}
	cfg_free(cfg);
	return rc;
}

struct loading {
	struct codes *codes;
	const char *dir;
	struct fault *f;
};

static enum rc
load_one(const char *name, void *arg)
{
	struct loading *l = arg;
	const char *dot = strrchr(name, '.');
	char path[4096];

	if (*name == '.' || !dot || strcmp(dot, ".cfg"))
		return RC_OK;
	if (snprintf(path, sizeof(path), "%s/%s", l->dir, name) >=
	    (int)sizeof(path))
		return fault_set(l->f, RC_INVALID, "%s: too long a path", name);
	return codes_add_file(l->codes, path, l->f);
}

enum rc
codes_load(const char *dir, struct codes **codes, struct fault *f)
{
	struct loading l = { .codes = codes_new(), .dir = dir, .f = f };
	enum rc rc = disk_list(dir, load_one, &l, f);

	if (rc)
		codes_free(l.codes);
	else
		*codes = l.codes;
	return rc;
}
