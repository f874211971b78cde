/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/kind.h"
#include "model/record.h"
#include "ui/views/words.h"

#include "ui/views/kept.h"

#define DEEPEST 4 /* person, case, plan, action */

/* clang-format off */
static const struct kept_tab tabs[] = {
	{ "all",	{ NULL }, ACTION_NONE },
	{ "contacts",	{ "contact", "told", "note" }, ACTION_CONTACT },
	{ "needs",	{ "need", "risk", "level", "safeguarding", "conference" },
	  ACTION_GO_ASSESS },
	{ "plan",	{ "plan", "action", "task", "order", "loan", "study" },
	  ACTION_SEE_PLAN },
	{ "refer",	{ "referral", "unmet", "transfer", "consent" },
	  ACTION_REFER },
	{ "rights",	{ "clock", "chase", "complaint", "decision" },
	  ACTION_RIGHTS },
	{ "court",	{ "hearing", "suspect", "charge", "statement", "scheme",
			  "expense", "compensation", "restorative" },
	  ACTION_DIARY },
	{ "papers",	{ "letter", "request", "document", "survey" },
	  ACTION_WRITE_OUT },
	{ "others",	{ "household", "party", "conflict" }, ACTION_NONE },
};

/* Shown elsewhere, or not for this page: a home is behind its own key. */
static const char *const left_out[] = {
	"person", "home", "casefile", "safety", "step", "look",
};
/* clang-format on */

#define TABS (sizeof(tabs) / sizeof(tabs[0]))

const struct kept_tab *
kept_tabs(size_t *n)
{
	*n = TABS;
	return tabs;
}

struct reading {
	struct hub *hub;
	struct arena *arena;
	uint64_t person;
	struct record_list found;
	size_t room;
};

static void
add_record(struct reading *r, struct record *record)
{
	if (r->found.n == r->room) {
		size_t room = r->room > 0 ? r->room * 2 : 32;
		struct record **at = arena_get(r->arena, room * sizeof(*at));

		if (r->found.n > 0)
			memcpy(at, r->found.at, r->found.n * sizeof(*at));
		r->found.at = at;
		r->room = room;
	}
	r->found.at[r->found.n++] = record;
}

/* The records of ${kind} that hang on the person, however many links away. */
static enum rc
records_of(struct reading *r, const struct kind *kind, int depth,
    struct record_list *out, struct fault *f)
{
	const struct kind_field *link = kind_parent(kind);
	struct reading all = { .hub = r->hub, .arena = r->arena };
	struct record_list parents = { 0 }, list = { 0 };
	const struct kind *above;
	enum rc rc;

	*out = (struct record_list){ 0 };
	if (link == NULL || depth == DEEPEST || kind->flags & KIND_SAFE)
		return RC_OK;
	if (strcmp(link->of, "person") == 0)
		return hub_children(r->hub, r->arena, r->person, kind->tag, out,
		    f);
	above = kinds_by_name(r->hub->kinds, link->of);
	if (above == NULL || above == kind)
		return RC_OK;
	rc = records_of(r, above, depth + 1, &parents, f);
	for (size_t i = 0; i < parents.n && !rc; i++) {
		rc = hub_children(r->hub, r->arena, parents.at[i]->id,
		    kind->tag, &list, f);
		for (size_t j = 0; j < list.n && !rc; j++)
			add_record(&all, list.at[j]);
	}
	*out = all.found;
	return rc;
}

static enum rc
read_kind(struct reading *r, const char *name, struct fault *f)
{
	const struct kind *kind = kinds_by_name(r->hub->kinds, name);
	struct record_list list = { 0 };
	enum rc rc = RC_OK;

	if (kind != NULL)
		rc = records_of(r, kind, 0, &list, f);
	for (size_t i = 0; i < list.n && !rc; i++)
		add_record(r, list.at[i]);
	return rc;
}

static bool
is_named(const char *name)
{
	for (size_t i = 0; i < sizeof(left_out) / sizeof(left_out[0]); i++)
		if (strcmp(left_out[i], name) == 0)
			return true;
	for (size_t i = 0; i < TABS; i++)
		for (size_t j = 0; tabs[i].kinds[j] != NULL; j++)
			if (strcmp(tabs[i].kinds[j], name) == 0)
				return true;
	return false;
}

/* ---- a record as a line, and whole ---- */

/* What lists of this kind stand in order of; "" when nothing is. */
static const char *
sorted_by(const struct record *r)
{
	for (size_t i = 0; i < r->kind->n; i++)
		if (r->kind->fields[i].flags & KIND_SORTED)
			return record_text(r, r->kind->fields[i].tag);
	return "";
}

/* Days and moments are kept in two ways, and stand in one order. */
static int64_t
moment_of(const struct record *r)
{
	const char *kept = sorted_by(r);
	int64_t ms = 0;

	if (strlen(kept) > 8 && str_to_i64(kept, &ms))
		return ms;
	return when_moment(kept, &ms) ? ms : 0;
}

static int
newest_first(const void *a, const void *b)
{
	const struct record *x = *(struct record *const *)a;
	const struct record *y = *(struct record *const *)b;
	int64_t one = moment_of(x), other = moment_of(y);

	if (one != other)
		return one < other ? 1 : -1;
	return x->id < y->id ? 1 : x->id > y->id ? -1 : 0;
}

static void
add_value(struct reading *r, const struct record *record,
    const struct kind_field *field, struct buf *out)
{
	char when[24];

	if (field->type == TYPE_ADDRESS)
		return; /* where they live is not for every page */
	if (field->type == TYPE_LINK) {
		if (strcmp(field->of, "worker") == 0)
			buf_puts(out, words_worker(r->hub, r->arena,
					  record_link(record, field->tag)));
	} else if (field->type == TYPE_WHEN || field->type == TYPE_MOMENT) {
		buf_puts(out, words_at(hub_now(r->hub),
				  record_text(record, field->tag), when));
	} else {
		words_field(r->hub, record, field->tag, out);
	}
}

/* Its heading in one line: "21 Nov 14:00  Hearing: LCC Trial". */
static const char *
line_of(struct reading *r, const struct record *record)
{
	struct buf out = { 0 }, rest = { 0 };
	const char *text;
	char when[24];

	words_at(hub_now(r->hub), sorted_by(record), when);
	for (size_t i = 0; i < record->kind->n; i++) {
		const struct kind_field *field = &record->kind->fields[i];
		size_t was = rest.len;

		if (!(field->flags & KIND_HEADING) ||
		    field->flags & KIND_SORTED)
			continue;
		if (rest.len > 0)
			buf_puts(&rest, ", ");
		add_value(r, record, field, &rest);
		if (rest.len == was + 2)
			rest.len = was;
	}
	buf_printf(&out, "%-16s %s%s%s", when, record->kind->title,
	    rest.len > 0 ? ": " : "", buf_str(&rest));
	text = arena_str(r->arena, buf_str(&out));
	buf_wipe(&rest);
	buf_wipe(&out);
	return text;
}

/* All of it, a field a line. */
static const char *
body_of(struct reading *r, const struct record *record)
{
	struct buf out = { 0 }, value = { 0 };
	const char *text;

	buf_printf(&out, "%s\n\n", record->kind->title);
	for (size_t i = 0; i < record->kind->n; i++) {
		const struct kind_field *field = &record->kind->fields[i];

		buf_clear(&value);
		add_value(r, record, field, &value);
		if (value.len > 0)
			buf_printf(&out, "%s: %s\n", field->label,
			    buf_str(&value));
	}
	text = arena_str(r->arena, buf_str(&out));
	buf_wipe(&value);
	buf_wipe(&out);
	return text;
}

static void
add_lines(struct reading *r, struct about_box *box)
{
	const struct record_list *all = &r->found;

	if (all->n > 1)
		qsort(all->at, all->n, sizeof(*all->at), newest_first);
	box->at = arena_get(r->arena, (all->n + 1) * sizeof(*box->at));
	box->n = box->cap = all->n;
	for (size_t i = 0; i < all->n; i++) {
		const struct kind_field *link = kind_parent(all->at[i]->kind);
		bool of_case =
		    link != NULL && strcmp(link->of, "casefile") == 0;

		box->at[i] = (struct about_line){
			.text = line_of(r, all->at[i]),
			.body = body_of(r, all->at[i]),
			.role = ROLE_TEXT,
			.casefile =
			    of_case ? record_link(all->at[i], link->tag) : 0,
			.record = all->at[i]->id,
		};
	}
}

enum rc
kept_read(struct hub *hub, struct arena *arena, uint64_t person, size_t tab,
    struct about_box *box, struct fault *f)
{
	struct reading r = { .hub = hub, .arena = arena, .person = person };
	const struct kind *kind;
	enum rc rc = RC_OK;
	size_t i;

	*box = (struct about_box){ .title = tabs[tab].title };
	for (i = 0; tabs[tab].kinds[i] != NULL && !rc; i++)
		rc = read_kind(&r, tabs[tab].kinds[i], f);
	if (tab == TABS - 1)
		KIND_EACH (hub->kinds, i, kind)
			if (!rc && !is_named(kind->name))
				rc = read_kind(&r, kind->name, f);
	if (!rc)
		add_lines(&r, box);
	return rc;
}
