/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/clock_one.h"
#include "hub/hub.h"
#include "hub/slip.h"

#include "hub/acts/clock_slip.h"

static enum rc
clock_by_rule(struct doing *d, uint64_t casefile, const char *rule,
    struct record **clock, struct fault *f)
{
	struct record *r;
	uint64_t *ids, found = 0;
	bool open = false;
	size_t n;
	enum rc rc = doing_children(d, casefile, KIND_CLOCK, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, KIND_CLOCK, ids[i], &r, f);
		if (rc || !r || !str_ieq(record_text(r, CLOCK_RULE), rule) ||
		    (open && !clock_is_open(r)))
			continue;
		open = clock_is_open(r);
		found = ids[i];
	}
	if (rc)
		return rc;
	if (!found)
		return fault_set(f, RC_MISSING,
		    "clock: this case has no clock of %s", rule);
	return doing_open(d, KIND_CLOCK, found, clock, f);
}

enum rc
clock_of_slip(struct doing *d, bool needed, struct record **casefile,
    struct record **clock, struct fault *f)
{
	const char *text = slip_text(d->slip, "clock");
	uint64_t id = slip_id(d->slip, "clock");
	enum rc rc;

	*clock = NULL;
	d->strict = true;
	if (id) {
		rc = doing_open(d, KIND_CLOCK, id, clock, f);
		return rc ? rc : doing_open(d, KIND_CASEFILE,
		    record_link(*clock, CLOCK_CASEFILE), casefile, f);
	}
	if ((rc = doing_casefile(d, casefile, f)))
		return rc;
	if (!str_is_blank(text))
		return clock_by_rule(d, (*casefile)->id, text, clock, f);
	if (needed)
		return fault_set(f, RC_INVALID,
		    "clock: say which, by the number of its rule, such as "
		    "VC15");
	return RC_OK;
}

enum rc
clock_set_on(struct doing *d, const struct record *casefile, struct record *r,
    unsigned tag, struct fault *f)
{
	struct happened crime, on;
	char now[24];
	enum rc rc;

	doing_now(d, now);
	record_set_text(r, tag, now);
	rc = doing_set(d, r, tag, slip_text(d->slip, "on"), f);
	if (rc)
		return rc;
	if (!happened_at(record_text(r, tag), &on))
		return fault_set(f, RC_INVALID, "on: say a day, such as fri, "
		    "-3 or 21/11");
	if (on.ms > hub_now(d->hub) && !on.bare)
		return fault_set(f, RC_INVALID,
		    "on: %.10s is still to come", on.iso);
	if (happened_at(record_text(casefile, CASEFILE_WHEN), &crime) &&
	    on.last < crime.first)
		return fault_set(f, RC_INVALID,
		    "on: %.10s is before the crime, which was on %.10s",
		    on.iso, crime.iso);
	return RC_OK;
}

const char *
clock_holder(const char *holder)
{
	static const struct {
		const char *holder, *code;
	} codes[] = { { "wcu", "witness-care" }, { "ccrc", "police" },
		{ "defence", "court" } };

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (strcmp(codes[i].holder, holder) == 0)
			return codes[i].code;
	return holder;
}
