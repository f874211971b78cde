/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/mem.h"
#include "base/vec.h"
#include "hub/definitions.h"
#include "model/kinds.h"
#include "model/record.h"

#include "hub/practice.h"

struct practice {
	struct arena *arena;
	const char *const *fears, *const *identity_of;
	VEC(struct practice_way) ways;
	VEC(struct practice_tries) tries;
	VEC(struct practice_part) parts;
	int again_days, next_days, identity;
	const char *cover;
};

/* clang-format off */
static const struct cfg_rule file_rules[] = {
	{ "name",	  CFG_TEXT,	true },
	{ "title",	  CFG_TEXT,	true },
	{ "fears",	  CFG_LIST,	true },
	{ "fears-mark",	  CFG_TEXT,	true },
	{ "ways",	  CFG_LIST,	true },
	{ "again-days",	  CFG_INT,	true },
	{ "again-mark",	  CFG_TEXT,	true },
	{ "next-days",	  CFG_INT,	true },
	{ "next-mark",	  CFG_TEXT,	true },
	{ "tries",	  CFG_LIST,	true },
	{ "parts",	  CFG_LIST,	true },
	{ "identity",	  CFG_INT,	true },
	{ "identity-of",  CFG_LIST,	true },
	{ "identity-mark", CFG_TEXT,	true },
	{ "cover",	  CFG_TEXT,	true },
	{ NULL,		  CFG_TEXT,	false },
};

static const struct cfg_rule way_rules[] = {
	{ "way",	CFG_TEXT,	true },
	{ "letter",	CFG_TEXT,	false },
	{ "unasked",	CFG_TEXT,	true },
	{ "feared",	CFG_TEXT,	true },
	{ "timed",	CFG_FLAG,	false },
	{ "mark",	CFG_TEXT,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule tries_rules[] = {
	{ "level",	CFG_TEXT,	true },
	{ "tries",	CFG_INT,	true },
	{ "days",	CFG_INT,	true },
	{ "parts",	CFG_INT,	true },
	{ "close-days",	CFG_INT,	true },
	{ "end",	CFG_TEXT,	true },
	{ "mark",	CFG_TEXT,	true },
	{ "source",	CFG_TEXT,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule part_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "from",	CFG_INT,	true },
	{ "until",	CFG_INT,	true },
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

/* ---- reading ---- */

static enum rc
read_answer(const struct cfg_at *at, const char *name,
    enum practice_unasked *answer, struct fault *f)
{
	static const char *const words[] = { [PRACTICE_NO] = "no",
		[PRACTICE_YES] = "yes", [PRACTICE_EYE] = "eye" };
	const char *text = "";

	cfg_text(at, name, &text);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i], text) == 0) {
			*answer = (enum practice_unasked)i;
			return RC_OK;
		}
	return cfg_fault(at, f, "%s wants yes, no or eye", name);
}

static enum rc
read_way(struct practice *p, const struct cfg_at *at, struct fault *f)
{
	struct practice_way *w;
	enum rc rc = cfg_check(at, way_rules, f);

	if (rc)
		return rc;
	w = VEC_ADD(&p->ways);
	w->way = definitions_text(at, "way", p->arena);
	w->letter = definitions_text(at, "letter", p->arena);
	cfg_flag(at, "timed", &w->timed);
	rc = read_answer(at, "unasked", &w->unasked, f);
	return rc ? rc : read_answer(at, "feared", &w->feared, f);
}

/* A number that has to lie between two others. */
static enum rc
read_number(const struct cfg_at *at, const char *name, int least, int most,
    int *to, struct fault *f)
{
	int64_t n = 0;

	cfg_int(at, name, &n);
	if (n < least || n > most)
		return cfg_fault(at, f, "%s wants a number from %d to %d", name,
		    least, most);
	*to = (int)n;
	return RC_OK;
}

static enum rc
read_tries(struct practice *p, const struct cfg_at *at, struct fault *f)
{
	struct practice_tries *t;
	enum rc rc = cfg_check(at, tries_rules, f);

	if (rc)
		return rc;
	t = VEC_ADD(&p->tries);
	t->level = definitions_text(at, "level", p->arena);
	t->end = definitions_text(at, "end", p->arena);
	if (strcmp(t->end, "close") != 0 && strcmp(t->end, "supervisor") != 0)
		return cfg_fault(at, f, "end wants close or supervisor");
	if ((rc = read_number(at, "tries", 1, 20, &t->tries, f)) ||
	    (rc = read_number(at, "days", 1, t->tries, &t->days, f)) ||
	    (rc = read_number(at, "parts", 1, t->tries, &t->parts, f)))
		return rc;
	return read_number(at, "close-days", 0, 365, &t->close_days, f);
}

static enum rc
read_part(struct practice *p, const struct cfg_at *at, struct fault *f)
{
	struct practice_part *part;
	enum rc rc = cfg_check(at, part_rules, f);

	if (rc)
		return rc;
	part = VEC_ADD(&p->parts);
	part->name = definitions_text(at, "name", p->arena);
	rc = read_number(at, "from", 0, 23, &part->from, f);
	return rc ? rc :
		    read_number(at, "until", part->from + 1, 24, &part->until, f);
}

typedef enum rc read_fn(struct practice *, const struct cfg_at *,
    struct fault *);

static enum rc
read_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	static const struct {
		const char *name;
		read_fn *read;
	} lists[] = { { "ways", read_way }, { "tries", read_tries },
		{ "parts", read_part } };
	struct practice *p = arg;
	enum rc rc = cfg_check(root, file_rules, f);

	for (size_t k = 0; k < sizeof(lists) / sizeof(lists[0]) && !rc; k++) {
		const struct cfg_at *list = cfg_get(root, lists[k].name);

		for (size_t i = 0; i < cfg_len(list) && !rc; i++)
			rc = lists[k].read(p, cfg_nth(list, i), f);
	}
	if (rc || (rc = definitions_words(root, "fears", p->arena, &p->fears, f)) ||
	    (rc = definitions_words(
		 root, "identity-of", p->arena, &p->identity_of, f)) ||
	    (rc = read_number(root, "next-days", 1, 90, &p->next_days, f)) ||
	    (rc = read_number(root, "identity", 1, 10, &p->identity, f)))
		return rc;
	p->cover = definitions_text(root, "cover", p->arena);
	return read_number(root, "again-days", 0, 3650, &p->again_days, f);
}

enum rc
practice_load(const char *dir, struct practice **practice, struct fault *f)
{
	struct practice *p = mem_get(sizeof(*p));
	enum rc rc;

	p->arena = arena_new();
	if ((rc = definitions_each(dir, read_file, p, f))) {
		practice_free(p);
		return rc;
	}
	*practice = p;
	return RC_OK;
}

void
practice_free(struct practice *p)
{
	if (!p)
		return;
	VEC_RELEASE(&p->ways);
	VEC_RELEASE(&p->tries);
	VEC_RELEASE(&p->parts);
	arena_free(p->arena);
	free(p);
}

/* ---- asking ---- */

const struct practice_way *
practice_way(const struct practice *p, const char *way)
{
	for (size_t i = 0; p && i < p->ways.n; i++)
		if (strcmp(p->ways.at[i].way, way) == 0)
			return &p->ways.at[i];
	return NULL;
}

bool
practice_fears(const struct practice *p, const struct record *casefile)
{
	for (size_t i = 0; p && casefile && p->fears && p->fears[i]; i++)
		if (record_has_code(casefile, CASEFILE_CATEGORY, p->fears[i]))
			return true;
	return false;
}

const struct practice_tries *
practice_tries(const struct practice *p, const char *level)
{
	for (size_t i = 0; p && i < p->tries.n; i++)
		if (strcmp(p->tries.at[i].level, level) == 0)
			return &p->tries.at[i];
	return p && p->tries.n ? &p->tries.at[0] : NULL;
}

const struct practice_part *
practice_part(const struct practice *p, int hour)
{
	for (size_t i = 0; p && i < p->parts.n; i++)
		if (hour >= p->parts.at[i].from && hour < p->parts.at[i].until)
			return &p->parts.at[i];
	return NULL;
}

const struct practice_part *
practice_part_nth(const struct practice *p, size_t i)
{
	return p && i < p->parts.n ? &p->parts.at[i] : NULL;
}

int
practice_again_days(const struct practice *p)
{
	return p ? p->again_days : 0;
}

int
practice_next_days(const struct practice *p)
{
	return p ? p->next_days : 2;
}

const char *
practice_cover(const struct practice *p)
{
	return p && p->cover ? p->cover : "";
}

int
practice_identity(const struct practice *p, const char *const **of)
{
	*of = p ? p->identity_of : NULL;
	return p ? p->identity : 0;
}
