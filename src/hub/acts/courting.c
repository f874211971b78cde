/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/clocking.h"
#include "hub/hub.h"
#include "hub/slip.h"

#include "hub/acts/courting.h"

enum rc
courting_begin(struct doing *d, struct record **casefile, struct fault *f)
{
	d->strict = true;
	return doing_casefile(d, casefile, f);
}

enum rc
courting_make(struct doing *d, const struct record *casefile, unsigned kind,
    struct record **r, struct fault *f)
{
	const struct kind_field *nth;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile->id, kind, &ids, &n, f);

	if (!rc)
		rc = doing_make(d, kind, record_link(casefile, CASEFILE_PERSON),
		    0, r, f);
	if (rc)
		return rc;
	record_set_link(*r, kind_parent((*r)->kind)->tag, casefile->id);
	nth = kind_field_by_name((*r)->kind, "nth");
	if (nth)
		record_set_number(*r, nth->tag, (int64_t)n + 1);
	return doing_fill(d, *r, f);
}

/* "2", the second of them; 0 for what is no number. */
static size_t
place_of(const char *text)
{
	uint64_t n;

	return str_to_u64(text, &n) && n < 10000 ? (size_t)n : 0;
}

enum rc
courting_pick(struct doing *d, const struct record *casefile, unsigned kind,
    const char *name, struct record **r, struct fault *f)
{
	const char *text = slip_text(d->slip, name);
	const char *title = kinds_by_tag(d->hub->kinds, kind)->title;
	uint64_t id = slip_id(d->slip, name), *ids;
	size_t n, at;
	enum rc rc = doing_children(d, casefile->id, kind, &ids, &n, f);

	if (rc)
		return rc;
	if (!n)
		return fault_set(f, RC_MISSING, "%s: this case has no %s yet",
		    name, title);
	at = str_is_blank(text) ? n : place_of(text);
	for (size_t i = 0; id && i < n; i++)
		if (ids[i] == id)
			at = i + 1;
	if (!at || at > n)
		return fault_set(f, RC_MISSING,
		    "%s: this case has no %s \"%s\"; they are numbered 1 to "
		    "%zu, the oldest first",
		    name, title, id ? "with that id" : text, n);
	return doing_open(d, kind, ids[at - 1], r, f);
}

/* What the slip calls the sort, as a code; the standard one if unsaid. */
static enum rc
sort_said(struct doing *d, const struct kind *kind, unsigned sort_tag,
    const char *standard, const char **sort, struct fault *f)
{
	struct record *r = record_new(d->arena, kind, 0);
	enum rc rc = doing_fill(d, r, f);

	*sort = record_text(r, sort_tag);
	if (!**sort && standard)
		*sort = standard;
	if (!rc && !**sort)
		rc = fault_set(f, RC_INVALID, "%s.sort: say which %s",
		    kind->name, kind->title);
	return rc;
}

/* Of that sort and, where a state is asked after, not decided yet. */
static bool
is_meant(const struct record *r, unsigned sort_tag, const char *sort,
    unsigned state_tag)
{
	return r && strcmp(record_text(r, sort_tag), sort) == 0 &&
	       (!state_tag ||
		   strcmp(record_text(r, state_tag), "decided") != 0);
}

static enum rc
newest_or_new(struct doing *d, const struct record *casefile, unsigned kind,
    unsigned sort_tag, const char *sort, unsigned state_tag, struct record **r,
    bool *made, struct fault *f)
{
	struct record *one;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile->id, kind, &ids, &n, f);

	for (*r = NULL; !rc && !*r && n > 0; n--) {
		rc = doing_peek(d, kind, ids[n - 1], &one, f);
		if (!rc && is_meant(one, sort_tag, sort, state_tag))
			rc = doing_open(d, kind, ids[n - 1], r, f);
	}
	*made = !rc && !*r;
	if (rc)
		return rc;
	if (*r)
		return doing_fill(d, *r, f);
	rc = courting_make(d, casefile, kind, r, f);
	if (!rc)
		record_set_text(*r, sort_tag, sort);
	return rc;
}

enum rc
courting_of_sort(struct doing *d, const struct record *casefile, unsigned kind,
    unsigned sort_tag, const char *standard, struct record **r, bool *made,
    struct fault *f)
{
	const char *sort;
	enum rc rc = sort_said(d, kinds_by_tag(d->hub->kinds, kind), sort_tag,
	    standard, &sort, f);

	return rc ? rc : newest_or_new(d, casefile, kind, sort_tag, sort, 0, r,
			     made, f);
}

enum rc
courting_open_or_new(struct doing *d, const struct record *casefile,
    unsigned kind, unsigned sort_tag, unsigned state_tag, struct record **r,
    bool *made, struct fault *f)
{
	const char *sort;
	enum rc rc = sort_said(d, kinds_by_tag(d->hub->kinds, kind), sort_tag,
	    NULL, &sort, f);

	return rc ? rc : newest_or_new(d, casefile, kind, sort_tag, sort,
			     state_tag, r, made, f);
}

void
courting_now_unless(struct doing *d, struct record *r, unsigned tag)
{
	char now[24];

	if (*record_text(r, tag))
		return;
	doing_now(d, now);
	record_set_text(r, tag, now);
}

enum rc
courting_after_crime(const struct record *casefile, const struct record *r,
    unsigned tag, struct fault *f)
{
	const char *began = record_text(casefile, CASEFILE_WHEN);
	const char *on = record_text(r, tag);

	if (strlen(began) < 10 || strlen(on) < 10 || *began < '0' ||
	    *began > '9' || *on < '0' || *on > '9' || strncmp(on, began, 10) >= 0)
		return RC_OK;
	return fault_set(f, RC_INVALID,
	    "%s: %.10s is before the crime, which was on %.10s; look at the "
	    "year",
	    kind_field_by_tag(r->kind, tag)->label, on, began);
}

enum rc
courting_told(struct doing *d, const struct record *casefile, const char *what,
    struct fault *f)
{
	struct record *told;
	enum rc rc = doing_make(d, KIND_TOLD,
	    record_link(casefile, CASEFILE_PERSON), 0, &told, f);

	if (rc)
		return rc;
	courting_now_unless(d, told, TOLD_ON);
	record_set_link(told, TOLD_CASEFILE, casefile->id);
	record_set_text(told, TOLD_WHAT, what);
	record_set_text(told, TOLD_BY, "hub");
	record_set_text(told, TOLD_HOW, "p");
	record_set_link(told, TOLD_WORKER, d->hub->me.id);
	return clocking_told(d, casefile, told, f);
}

void
courting_done(struct doing *d, const struct record *casefile,
    const struct record *r)
{
	d->done->made = r->id;
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
}
