/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/record.h"

#include "hub/letters_inside.h"

static const char *const ways[LETTER_WAYS] = {
	[LETTER_POST] = "letter",
	[LETTER_TEXT] = "text",
	[LETTER_EMAIL] = "email",
	[LETTER_SCRIPT] = "script",
};

const char *
letter_way_name(enum letter_way way)
{
	return ways[way];
}

bool
letter_way_by(const char *name, enum letter_way *way)
{
	for (size_t i = 0; i < LETTER_WAYS; i++)
		if (str_ieq(name, ways[i])) {
			*way = (enum letter_way)i;
			return true;
		}
	return false;
}

/* ---- reading all of it ---- */

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct letter *)a)->name,
	    ((const struct letter *)b)->name);
}

enum rc
letters_add(struct letters *l, const char *base, const struct codes *codes,
    struct fault *f)
{
	struct letters_reading r = { .letters = l, .codes = codes };
	char path[PATH_MAX];
	enum rc rc;

	snprintf(path, sizeof(path), "%s/tongues", base);
	rc = definitions_each(path, letters_read_tongue, &r, f);
	snprintf(path, sizeof(path), "%s/sender.cfg", base);
	if (!rc)
		rc = letters_read_sender(l, path, f);
	snprintf(path, sizeof(path), "%s/letters", base);
	if (!rc)
		rc = definitions_each(path, letters_read_letter, &r, f);
	VEC_SORT(&l->letters, by_name);
	return rc;
}

enum rc
letters_load(const char *data, const struct codes *codes,
    struct letters **letters, struct fault *f)
{
	struct letters *l = mem_get(sizeof(*l));
	enum rc rc;

	l->arena = arena_new();
	if ((rc = letters_add(l, data, codes, f))) {
		letters_free(l);
		return rc;
	}
	*letters = l;
	return RC_OK;
}

void
letters_free(struct letters *l)
{
	if (!l)
		return;
	VEC_RELEASE(&l->letters);
	VEC_RELEASE(&l->tongues);
	arena_free(l->arena);
	free(l);
}

/* ---- looking up ---- */

size_t
letters_count(const struct letters *l)
{
	return l->letters.n;
}

const struct letter *
letters_nth(const struct letters *l, size_t i)
{
	return i < l->letters.n ? &l->letters.at[i] : NULL;
}

const struct letter *
letter_by(const struct letters *l, const char *name)
{
	const struct letter *letter;

	VEC_EACH (&l->letters, letter)
		if (strcmp(letter->name, name) == 0)
			return letter;
	return NULL;
}

enum rc
letter_find(const struct letters *l, const char *name,
    const struct letter **letter, struct fault *f)
{
	const char *known[128], *near;
	size_t n = 0;

	if ((*letter = letter_by(l, name)))
		return RC_OK;
	for (size_t i = 0; i < l->letters.n && n < 127; i++)
		known[n++] = l->letters.at[i].name;
	known[n] = NULL;
	near = str_nearest(name, known);
	return fault_set(f, RC_INVALID,
	    "there is no letter \"%s\"%s%s; handrailctl letters lists them",
	    name, near ? "; did you mean " : "", near ? near : "");
}

const struct letter_text *
letter_text(const struct letter *letter, enum letter_way way,
    const char *language)
{
	for (size_t i = 0; i < letter->n; i++)
		if (letter->texts[i].way == way &&
		    strcmp(letter->texts[i].language, language) == 0)
			return &letter->texts[i];
	return NULL;
}

const struct sender *
letters_sender(const struct letters *l)
{
	return &l->sender;
}

const struct tongue *
letters_tongue(const struct letters *l, const char *code)
{
	const struct tongue *t;

	VEC_EACH (&l->tongues, t)
		if (strcmp(t->code, code) == 0)
			return t;
	return NULL;
}

/* ---- what fits ---- */

static bool
has_any(const struct record *r, unsigned tag, const char *const *codes)
{
	for (; *codes; codes++)
		if (record_has_code(r, tag, *codes))
			return true;
	return false;
}

unsigned
letter_fits(const struct letter *letter, const struct record *casefile)
{
	const struct {
		const char *const *codes;
		unsigned tag;
	} tests[] = {
		{ letter->stages, CASEFILE_STAGE },
		{ letter->crimes, CASEFILE_CATEGORY },
		{ letter->risks, CASEFILE_RISK },
	};
	unsigned fits = 1;

	for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++) {
		if (!tests[i].codes)
			continue;
		if (!casefile ||
		    !has_any(casefile, tests[i].tag, tests[i].codes))
			return 0;
		fits++;
	}
	return fits;
}
