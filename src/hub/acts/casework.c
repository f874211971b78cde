/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/arena.h"
#include "base/when.h"
#include "hub/hub.h"
#include "hub/slip.h"

#include "hub/acts/casework.h"

const char *
told_day(const struct doing *d, const char *iso)
{
	struct buf out = { 0 };
	const char *text;

	when_show(iso, &out);
	text = arena_str(d->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

enum rc
case_child(struct doing *d, unsigned kind, const struct record *casefile,
    unsigned link, struct record **r, struct fault *f)
{
	enum rc rc = doing_make(
	    d, kind, record_link(casefile, CASEFILE_PERSON), 0, r, f);

	if (rc)
		return rc;
	record_set_link(*r, link, casefile->id);
	d->done->made = (*r)->id;
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
	return RC_OK;
}

enum rc
set_lines(struct doing *d, struct record *r, const struct set_line *lines,
    size_t n, struct fault *f)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n && !rc; i++)
		rc = doing_set(
		    d, r, lines[i].tag, slip_text(d->slip, lines[i].name), f);
	return rc;
}
