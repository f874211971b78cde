/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "hub/hub.h"

#include "hub/acts/card_of.h"

/* There is one such card a person. */
enum rc
card_of(struct doing *d, struct record *person, struct record **card,
    struct fault *f)
{
	uint64_t id = record_link(person, PERSON_SAFETY);
	enum rc rc;

	if (id)
		return doing_open(d, KIND_SAFETY, id, card, f);
	rc = doing_make(d, KIND_SAFETY, person->id, 0, card, f);
	if (rc)
		return rc;
	record_set_link(*card, SAFETY_PERSON, person->id);
	record_set_link(person, PERSON_SAFETY, (*card)->id);
	return RC_OK;
}

void
card_asked(struct doing *d, struct record *card)
{
	char now[24];

	doing_now(d, now);
	record_set_text(card, SAFETY_ASKED, now);
	record_set_link(card, SAFETY_WORKER, d->hub->me.id);
}
