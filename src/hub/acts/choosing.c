/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/str.h"
#include "hub/slip.h"

#include "hub/acts/choosing.h"

static bool
is_named(const struct choice *c, const struct record *r, const char *text)
{
	for (size_t i = 0; i < 2; i++)
		if (c->by[i] && str_ieq(record_text(r, c->by[i]), text))
			return true;
	return false;
}

/* The newest that answers to ${text} and, if it may be, is not over. */
static enum rc
find_named(struct doing *d, const struct choice *c, const uint64_t *ids,
    size_t n, const char *text, uint64_t *id, size_t *open, struct fault *f)
{
	bool over = true;
	struct record *r;
	enum rc rc = RC_OK;

	*id = 0;
	*open = 0;
	for (size_t i = 0; i < n && !rc; i++) {
		bool ended;

		rc = doing_peek(d, c->kind, ids[i], &r, f);
		if (rc || !r || (*text && !is_named(c, r, text)))
			continue;
		ended = c->over && *record_text(r, c->over);
		*open += !ended;
		if (over || !ended)
			*id = ids[i];
		over = over && ended;
	}
	return rc;
}

enum rc
choose_of(struct doing *d, const struct choice *c, const uint64_t *ids,
    size_t n, struct record **r, struct fault *f)
{
	const char *text = slip_text(d->slip, c->slip);
	uint64_t id, number = 0;
	size_t open;
	enum rc rc;

	if (str_is_blank(text))
		text = "";
	if ((rc = find_named(d, c, ids, n, text, &id, &open, f)))
		return rc;
	if (!*text && open > 1)
		return fault_set(f, RC_INVALID,
		    "%s: say which %s; there are %zu", c->slip, c->what, open);
	if (!id && str_to_u64(text, &number) && number && number <= n)
		id = ids[number - 1];
	if (!id)
		return fault_set(f, RC_MISSING,
		    *text ? "%s: there is no such %s on this case" :
			    "%s: there is no %s on this case",
		    c->slip, c->what);
	return doing_open(d, c->kind, id, r, f);
}

/* Named by id: the case is the one it hangs on. */
static enum rc
by_id(struct doing *d, const struct choice *c, uint64_t id,
    struct record **casefile, struct record **r, struct fault *f)
{
	enum rc rc = doing_open(d, c->kind, id, r, f);

	return rc ? rc : doing_open(d, KIND_CASEFILE,
			     record_link(*r, c->casefile), casefile, f);
}

enum rc
choose(struct doing *d, const struct choice *c, struct record **casefile,
    struct record **r, struct fault *f)
{
	uint64_t id = slip_id(d->slip, c->slip), *ids;
	size_t n;
	enum rc rc;

	if (id) {
		rc = by_id(d, c, id, casefile, r, f);
	} else if (!(rc = doing_casefile(d, casefile, f)) &&
		   !(rc = doing_children(
			 d, (*casefile)->id, c->kind, &ids, &n, f))) {
		rc = choose_of(d, c, ids, n, r, f);
	}
	if (rc)
		return rc;
	d->done->casefile = (*casefile)->id;
	d->done->person = record_link(*casefile, CASEFILE_PERSON);
	d->done->made = (*r)->id;
	return RC_OK;
}
