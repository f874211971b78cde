/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"
#include "model/code.h"
#include "model/kind.h"

#include "edge/feed.h"

/* A feed and what is needed while its definition is read. */
struct made {
	struct feed feed;
	struct arena *arena;
	const struct kinds *kinds;
	const struct codes *codes;
	VEC(struct feed_column) columns;
	VEC(const char *) slots;
	VEC(struct feed_key) keys;
};

/*
 * What each act takes from a feed. The rest is for people to say: a feed never
 * writes who owns a case, where its journey stands, or what is restricted.
 * That a feed's word on safety, risk and address counts only while nobody has
 * asked the person is for the act to see.
 */
static const struct {
	const char *act;
	const char *mark;     /* the line that says which feed it was */
	const char *takes[8]; /* "kind." for the whole kind */
} proposals[] = {
	{ "put_crime", "crime.feed", { "crime." } },
	{ "put_outcome", "outcome.feed", { "outcome." } },
	{ "put_police_referral", "crime.feed",
	    { "person.", "crime.", "safety.", "home.address",
		"consent.kind" } },
	{ "put_police_referral", "crime.feed",
	    { "casefile.category", "casefile.when", "casefile.number",
		"casefile.narrative", "casefile.risk", "casefile.needs" } },
	{ "put_person", "feed", { "person.", "home.address" } },
	{ "put_survey_reply", "feed", { "reply." } },
};

/* What a feed may never fill, though it is of a kind that it may. */
static const char *const never[] = { "crime.withdrawn", "crime.feed",
	"outcome.feed", "outcome.crime", "person.ref", "person.safety",
	"person.source-key", "safety.person", "safety.asked", NULL };

/* The mark of an act that a feed may propose, or NULL. */
static const char *
mark_of(const char *act)
{
	for (size_t i = 0; i < sizeof(proposals) / sizeof(proposals[0]); i++)
		if (!strcmp(act, proposals[i].act))
			return proposals[i].mark;
	return NULL;
}

static bool
may_propose(const char *act, const char *to)
{
	for (size_t i = 0; never[i]; i++)
		if (!strcmp(never[i], to))
			return false;
	for (size_t i = 0; i < sizeof(proposals) / sizeof(proposals[0]); i++)
		for (size_t k = 0; k < 8 && proposals[i].takes[k]; k++) {
			const char *take = proposals[i].takes[k];
			bool whole = take[strlen(take) - 1] == '.';

			if (!strcmp(act, proposals[i].act) &&
			    (whole ? str_starts(to, take) : !strcmp(to, take)))
				return true;
		}
	return false;
}

/* ---- texts and lists ---- */

static const char *
copy_text(struct made *m, const struct cfg_at *at, const char *name,
    const char *absent)
{
	const char *text = absent;

	cfg_text(at, name, &text);
	return text ? arena_str(m->arena, text) : NULL;
}

/* The list of texts at ${list}, ended by NULL. */
static enum rc
copy_texts(struct made *m, const struct cfg_at *list, const char *const **texts,
    struct fault *f)
{
	size_t n = cfg_len(list);
	const char **out = arena_get(m->arena, (n + 1) * sizeof(*out));

	for (size_t i = 0; i < n; i++) {
		const char *text;

		if (!cfg_text(cfg_nth(list, i), NULL, &text) || !*text)
			return cfg_fault(cfg_nth(list, i), f,
			    "here belongs a text, in quotes");
		out[i] = arena_str(m->arena, text);
	}
	*texts = out;
	return RC_OK;
}

/* ---- values ---- */

static int
compare_values(const void *a, const void *b)
{
	const struct feed_value *x = a, *y = b;

	return strcasecmp(x->from, y->from);
}

typedef VEC(struct feed_value) values_t;

/* A table written out: ( { from = "x"; to = "y"; }, ... ). */
static enum rc
read_values(struct made *m, const struct cfg_at *list, values_t *values,
    struct fault *f)
{
	static const struct cfg_rule rules[] = {
		{ "from", CFG_TEXT, true },
		{ "to", CFG_TEXT, true },
		{ 0 },
	};

	for (size_t i = 0; i < cfg_len(list); i++) {
		const struct cfg_at *at = cfg_nth(list, i);
		enum rc rc = cfg_check(at, rules, f);

		if (rc)
			return rc;
		*VEC_ADD(values) =
		    (struct feed_value){ copy_text(m, at, "from", ""),
			    copy_text(m, at, "to", "") };
	}
	return RC_OK;
}

/* A code list: its labels and codes become the codes, or their groups. */
static enum rc
add_codes(struct made *m, const struct cfg_at *at, values_t *values,
    struct fault *f)
{
	const char *name = NULL, *take = "code";
	const struct code_list *list;

	if (!cfg_text(at, "codes", &name))
		return RC_OK;
	list = code_list(m->codes, name);
	if (!list)
		return cfg_fault(cfg_get(at, "codes"), f,
		    "there is no code list \"%s\"", name);
	cfg_text(at, "take", &take);
	if (strcmp(take, "code") && strcmp(take, "group"))
		return cfg_fault(cfg_get(at, "take"), f,
		    "\"take\" is \"code\" or \"group\"");
	for (size_t i = 0; i < list->n; i++) {
		const struct code *c = &list->codes[i];
		const char *to = *take == 'g' ? c->group : c->code;

		if (!to)
			continue;
		*VEC_ADD(values) = (struct feed_value){ c->label, to };
		*VEC_ADD(values) = (struct feed_value){ c->code, to };
	}
	return RC_OK;
}

/* What is written out comes first and wins over what a code list says. */
static void
settle_values(struct made *m, struct feed_column *c, const values_t *values)
{
	struct feed_value *out =
	    arena_get(m->arena, mem_times(values->n + 1, sizeof(*out)));
	size_t n = 0;

	for (size_t i = 0; i < values->n; i++) {
		bool known = false;

		for (size_t k = 0; k < n && !known; k++)
			known = !strcasecmp(out[k].from, values->at[i].from);
		if (!known)
			out[n++] = values->at[i];
	}
	qsort(out, n, sizeof(*out), compare_values);
	c->values = out;
	c->n_values = n;
}

static enum rc
read_otherwise(struct made *m, const struct cfg_at *at, struct feed_column *c,
    struct fault *f)
{
	const char *text;

	c->otherwise = c->n_values ? FEED_REFUSE : FEED_KEEP;
	if (!cfg_text(at, "otherwise", &text))
		return RC_OK;
	if (!c->n_values)
		return cfg_fault(cfg_get(at, "otherwise"), f,
		    "\"otherwise\" goes with \"values\" or \"codes\"");
	c->instead = arena_str(m->arena, text);
	c->otherwise = !strcmp(text, "keep")     ? FEED_KEEP
		       : !strcmp(text, "refuse") ? FEED_REFUSE
						 : FEED_INSTEAD;
	return RC_OK;
}

/*
 * Every value that the table gives is one that the field takes, so that rows
 * need not try it.
 */
static enum rc
check_values(struct made *m, const struct cfg_at *at,
    const struct feed_column *c, struct fault *f)
{
	struct value_ctx ctx = { 0, m->codes };
	struct fault why = { 0 };
	struct buf value = { 0 };
	enum rc rc = RC_OK;

	for (size_t i = 0; c->field && i < c->n_values && !rc; i++)
		if (value_parse(c->field, c->values[i].to, &ctx, &value, &why))
			rc = cfg_fault(at, f, "\"%s\" becomes \"%s\": %s",
			    c->values[i].from, c->values[i].to, why.text);
	buf_release(&value);
	return rc;
}

static enum rc
read_values_of(struct made *m, const struct cfg_at *at, struct feed_column *c,
    struct fault *f)
{
	values_t values = { 0 };
	enum rc rc = read_values(m, cfg_get(at, "values"), &values, f);

	if (!rc)
		rc = add_codes(m, at, &values, f);
	if (!rc) {
		settle_values(m, c, &values);
		rc = read_otherwise(m, at, c, f);
	}
	if (!rc)
		rc = check_values(m, at, c, f);
	VEC_RELEASE(&values);
	return rc;
}

/* ---- columns ---- */

/* The field that "kind.field" names; NULL, and the sentence, when none. */
static const struct kind_field *
find_field(struct made *m, const struct cfg_at *at, const char *to,
    struct fault *f)
{
	const char *dot = strchr(to, '.');
	const struct kind *kind = NULL;
	const struct kind_field *field = NULL;

	if (dot)
		kind = kinds_by_name(m->kinds,
		    arena_strn(m->arena, to, (size_t)(dot - to)));
	if (kind)
		field = kind_field_by_name(kind, dot + 1);
	if (!field)
		cfg_fault(at, f,
		    "there is no field \"%s\"; handrailctl schema lists them",
		    to);
	else if (!may_propose(m->feed.act, to)) {
		cfg_fault(at, f, "a feed may not fill \"%s\" by %s", to,
		    m->feed.act);
		field = NULL;
	}
	return field;
}

/* The line of the slip called ${to}; two columns may fill the same. */
static size_t
slot_of(struct made *m, const char *to)
{
	const char **slot;

	VEC_EACH (&m->slots, slot)
		if (!strcmp(*slot, to))
			return (size_t)(slot - m->slots.at);
	*VEC_ADD(&m->slots) = arena_str(m->arena, to);
	return m->slots.n - 1;
}

static enum rc
read_column(struct made *m, const struct cfg_at *at, struct fault *f)
{
	static const struct cfg_rule rules[] = {
		{ "name", CFG_TEXT, true },
		{ "also", CFG_LIST, false },
		{ "to", CFG_TEXT, false },
		{ "values", CFG_LIST, false },
		{ "codes", CFG_TEXT, false },
		{ "take", CFG_TEXT, false },
		{ "otherwise", CFG_TEXT, false },
		{ "needed", CFG_FLAG, false },
		{ "joins", CFG_FLAG, false },
		{ "as_said", CFG_FLAG, false },
		{ 0 },
	};
	struct feed_column c = { 0 };
	const char *to;
	enum rc rc = cfg_check(at, rules, f);

	if (rc)
		return rc;
	c.name = copy_text(m, at, "name", "");
	cfg_flag(at, "needed", &c.needed);
	cfg_flag(at, "joins", &c.joins);
	cfg_flag(at, "as_said", &c.as_said);
	if (cfg_text(at, "to", &to)) {
		c.field = find_field(m, cfg_get(at, "to"), to, f);
		if (!c.field)
			return RC_INVALID;
		c.slot = slot_of(m, to);
	}
	if ((rc = copy_texts(m, cfg_get(at, "also"), &c.also, f)) ||
	    (rc = read_values_of(m, at, &c, f)))
		return rc;
	*VEC_ADD(&m->columns) = c;
	return RC_OK;
}

static enum rc
read_columns(struct made *m, const struct cfg_at *root, struct fault *f)
{
	const struct cfg_at *list = cfg_get(root, "columns");
	enum rc rc;

	for (size_t i = 0; i < cfg_len(list); i++)
		if ((rc = read_column(m, cfg_nth(list, i), f)))
			return rc;
	if (!m->columns.n)
		return cfg_fault(list, f, "a feed has columns");
	return RC_OK;
}

/* ---- what is given by columns' names ---- */

static enum rc
find_column(struct made *m, const struct cfg_at *at, const char *name,
    size_t *column, struct fault *f)
{
	struct feed_column *c;

	VEC_EACH (&m->columns, c)
		if (!strcmp(c->name, name)) {
			*column = (size_t)(c - m->columns.at);
			return RC_OK;
		}
	return cfg_fault(at, f, "\"%s\" is not among the columns", name);
}

static enum rc
read_key(struct made *m, const struct cfg_at *list, const char *name,
    struct fault *f)
{
	const char *const *names;
	size_t n = cfg_len(list);
	size_t *columns = arena_get(m->arena, (n + 1) * sizeof(*columns));
	enum rc rc = copy_texts(m, list, &names, f);

	for (size_t i = 0; i < n && !rc; i++)
		rc = find_column(m, cfg_nth(list, i), names[i], &columns[i], f);
	if (!rc && !n)
		rc = cfg_fault(list, f, "a key has one column or more");
	if (rc)
		return rc;
	*VEC_ADD(&m->keys) =
	    (struct feed_key){ arena_str(m->arena, name), columns, n };
	return RC_OK;
}

static enum rc
read_keys(struct made *m, const struct cfg_at *root, struct fault *f)
{
	const struct cfg_at *more = cfg_get(root, "keys");
	enum rc rc = read_key(m, cfg_get(root, "key"), "key", f);

	for (size_t i = 0; i < cfg_len(more) && !rc; i++)
		rc = read_key(m, cfg_nth(more, i), cfg_name(cfg_nth(more, i)),
		    f);
	return rc;
}

static enum rc
read_needs(struct made *m, const struct cfg_at *root, struct fault *f)
{
	const struct cfg_at *list = cfg_get(root, "needs");
	const char *const *names;
	enum rc rc = copy_texts(m, list, &names, f);
	size_t column;

	for (size_t i = 0; i < cfg_len(list) && !rc; i++) {
		rc = find_column(m, cfg_nth(list, i), names[i], &column, f);
		if (!rc)
			m->columns.at[column].head = true;
	}
	return rc;
}

static enum rc
read_withdraw(struct made *m, const struct cfg_at *root, struct fault *f)
{
	static const struct cfg_rule rules[] = {
		{ "column", CFG_TEXT, true },
		{ "values", CFG_LIST, true },
		{ 0 },
	};
	const struct cfg_at *at = cfg_get(root, "withdraw");
	const char *name = "";
	enum rc rc;

	if (!at)
		return RC_OK;
	if ((rc = cfg_check(at, rules, f)))
		return rc;
	cfg_text(at, "column", &name);
	rc = find_column(m, at, name, &m->feed.withdraw_column, f);
	if (!rc)
		rc = copy_texts(m, cfg_get(at, "values"), &m->feed.withdraw, f);
	return rc;
}

/* ---- the file's own shape ---- */

static enum rc
read_shape(struct made *m, const struct cfg_at *root, struct fault *f)
{
	static const struct {
		const char *name;
		enum csv_encoding encoding;
	} encodings[] = {
		{ "auto", CSV_AUTO },
		{ "utf-8", CSV_UTF8 },
		{ "windows-1252", CSV_WINDOWS_1252 },
		{ "utf-16le", CSV_UTF16LE },
		{ "utf-16be", CSV_UTF16BE },
	};
	const char *delimiter = "auto", *encoding = "auto", *form = "csv";

	cfg_text(root, "form", &form);
	if (strcmp(form, "csv"))
		return cfg_fault(cfg_get(root, "form"), f,
		    "\"csv\" is the only form there is");
	cfg_text(root, "delimiter", &delimiter);
	if (strcmp(delimiter, "auto") && strlen(delimiter) != 1)
		return cfg_fault(cfg_get(root, "delimiter"), f,
		    "\"delimiter\" is \"auto\" or one character");
	m->feed.csv.delimiter = delimiter[1] ? 0 : delimiter[0];
	cfg_text(root, "encoding", &encoding);
	for (size_t i = 0; i < sizeof(encodings) / sizeof(encodings[0]); i++)
		if (str_ieq(encoding, encodings[i].name)) {
			m->feed.csv.encoding = encodings[i].encoding;
			return RC_OK;
		}
	return cfg_fault(cfg_get(root, "encoding"), f,
	    "\"encoding\" is auto, utf-8, windows-1252, utf-16le or utf-16be");
}

static enum rc
read_head(struct made *m, const struct cfg_at *root, struct fault *f)
{
	static const struct cfg_rule rules[] = {
		{ "title", CFG_TEXT, true },
		{ "source", CFG_TEXT, true },
		{ "note", CFG_TEXT, false },
		{ "form", CFG_TEXT, false },
		{ "delimiter", CFG_TEXT, false },
		{ "encoding", CFG_TEXT, false },
		{ "act", CFG_TEXT, true },
		{ "space", CFG_TEXT, false },
		{ "needs", CFG_LIST, false },
		{ "columns", CFG_LIST, true },
		{ "key", CFG_LIST, true },
		{ "keys", CFG_GROUP, false },
		{ "lone", CFG_FLAG, false },
		{ "withdraw", CFG_GROUP, false },
		{ 0 },
	};
	struct feed *feed = &m->feed;
	enum rc rc = cfg_check(root, rules, f);

	if (rc)
		return rc;
	feed->title = copy_text(m, root, "title", "");
	feed->source = copy_text(m, root, "source", "");
	feed->note = copy_text(m, root, "note", "");
	feed->act = copy_text(m, root, "act", "");
	feed->space = copy_text(m, root, "space", "");
	cfg_flag(root, "lone", &feed->lone);
	feed->mark = mark_of(feed->act);
	if (!feed->mark)
		return cfg_fault(cfg_get(root, "act"), f,
		    "\"%s\" is not an act that a feed may propose", feed->act);
	return read_shape(m, root, f);
}

/* The file's name without folder and ".cfg". */
static const char *
name_of(struct made *m, const char *path)
{
	const char *slash = strrchr(path, '/'),
		   *name = slash ? slash + 1 : path;
	size_t n = strlen(name);

	if (n > 4 && !strcmp(name + n - 4, ".cfg"))
		n -= 4;
	return arena_strn(m->arena, name, n);
}

static enum rc
read_all(struct made *m, const struct cfg_at *root, struct fault *f)
{
	enum rc rc;

	if ((rc = read_head(m, root, f)) || (rc = read_columns(m, root, f)) ||
	    (rc = read_keys(m, root, f)) || (rc = read_needs(m, root, f)) ||
	    (rc = read_withdraw(m, root, f)))
		return rc;
	m->feed.columns = m->columns.at;
	m->feed.n = m->columns.n;
	m->feed.slots = m->slots.at;
	m->feed.n_slots = m->slots.n;
	m->feed.keys = m->keys.at;
	m->feed.n_keys = m->keys.n;
	return RC_OK;
}

enum rc
feed_load(const char *path, const struct kinds *kinds,
    const struct codes *codes, struct feed **feed, struct fault *f)
{
	struct made *m = mem_get(sizeof(*m));
	struct cfg *cfg = NULL;
	enum rc rc = cfg_read(path, &cfg, f);

	*feed = &m->feed;
	m->arena = arena_new();
	m->kinds = kinds;
	m->codes = codes;
	m->feed.name = name_of(m, path);
	if (!rc)
		rc = read_all(m, cfg_root(cfg), f);
	cfg_free(cfg);
	if (rc) {
		feed_free(*feed);
		*feed = NULL;
	}
	return rc;
}

void
feed_free(struct feed *feed)
{
	struct made *m = (struct made *)feed; /* the feed comes first in it */

	if (!feed)
		return;
	VEC_RELEASE(&m->columns);
	VEC_RELEASE(&m->slots);
	VEC_RELEASE(&m->keys);
	arena_free(m->arena);
	free(m);
}
