/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/when.h"
#include "hub/due.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/kind.h"

#include "hub/acts/register.h"

enum rc
register_fill(struct doing *d, struct record *r,
    const struct register_value *values, size_t n, struct fault *f)
{
	bool strict = d->strict;
	enum rc rc = RC_OK;

	d->strict = true;
	for (size_t i = 0; i < n && !rc; i++)
		if (slip_has(d->slip, values[i].name))
			rc = doing_set(d, r, values[i].tag,
			    slip_text(d->slip, values[i].name), f);
	d->strict = strict;
	return rc;
}

enum rc
register_open(struct doing *d, unsigned kind, const char *name, uint64_t parent,
    struct record **r, struct fault *f)
{
	uint64_t id = slip_id(d->slip, name), *ids;
	size_t n = 0;
	enum rc rc = RC_OK;

	if (!id && parent) {
		rc = doing_children(d, parent, kind, &ids, &n, f);
		id = n ? ids[n - 1] : 0;
	}
	if (rc)
		return rc;
	if (!id)
		return fault_set(f, RC_MISSING,
		    "%s: there is none of theirs yet; take it first", name);
	return doing_open(d, kind, id, r, f);
}

enum rc
register_due(struct doing *d, const char *rule, struct record *r, unsigned on,
    unsigned due, struct fault *f)
{
	const struct due_rule *row = due_rule_by(d->hub->deadlines, rule);
	char iso[24];
	int64_t from;
	enum rc rc;

	if (!row || !when_moment(record_text(r, on), &from))
		return RC_OK;
	rc = due_when(d->hub, row, false, from, iso, f);
	if (rc == RC_MISSING)
		return RC_OK;
	if (!rc)
		record_set_text(r, due, iso);
	return rc;
}

void
register_now(const struct doing *d, struct record *r, unsigned tag)
{
	char now[24];

	doing_now(d, now);
	if (!*record_text(r, tag))
		record_set_text(r, tag, now);
}
