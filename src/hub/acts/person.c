/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>

#include "base/str.h"
#include "hub/reading.h"
#include "hub/slip.h"

#include "hub/acts/person.h"

enum rc
person_of_slip(struct doing *d, struct record **r, struct fault *f)
{
	const char *text = slip_text(d->slip, "person");
	uint64_t id = slip_id(d->slip, "person"), casefile;
	enum rc rc = RC_OK;

	if (str_is_blank(text))
		return fault_set(f, RC_INVALID,
		    "person: say who, by reference (4F7K22)");
	if (!id)
		rc = reading_ref(&d->look, text, &id, &casefile, f);
	if (!rc)
		rc = doing_open(d, KIND_PERSON, id, r, f);
	if (rc)
		return rc;
	d->done->person = (*r)->id;
	snprintf(d->done->ref, sizeof(d->done->ref), "%s",
	    record_text(*r, PERSON_REF));
	return RC_OK;
}
