/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/conflict.h"
#include "hub/acts/person.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/reading.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * The parts that others have in a person's case. One of them may be the contact
 * person; naming another ends that of the first. Nobody who is said to have
 * done it, or whose part is unknown, speaks for the victim.
 */

/* Whether this part may be the one that all contact goes through. */
static bool
may_speak(const struct doing *d, const struct record *party)
{
	const struct code *code =
	    code_by(d->hub->codes, "part", record_text(party, PARTY_PART));

	return code && code->group &&
	    (strcmp(code->group, "speaks") == 0 ||
		strcmp(code->group, "victim") == 0);
}

/* There is one contact person: the others are so no more. */
static enum rc
only_one(struct doing *d, const struct record *party, struct fault *f)
{
	struct record *other;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, record_link(party, PARTY_PERSON),
	    KIND_PARTY, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		if (ids[i] == party->id)
			continue;
		rc = doing_peek(d, KIND_PARTY, ids[i], &other, f);
		if (rc || !other || !record_flag(other, PARTY_CONTACT) ||
		    record_link(other, PARTY_PERSON) !=
			record_link(party, PARTY_PERSON))
			continue;
		rc = doing_open(d, KIND_PARTY, ids[i], &other, f);
		if (!rc)
			record_set_flag(other, PARTY_CONTACT, false);
	}
	return rc;
}

static enum rc
check_party(struct doing *d, const struct record *party, struct fault *f)
{
	if (!*record_text(party, PARTY_PART))
		return fault_set(f, RC_INVALID,
		    "party.part: say what part they have: witness, parent, "
		    "spokesperson");
	if (!*record_text(party, PARTY_NAME))
		return fault_set(f, RC_INVALID, "party.name: say who it is");
	if (!record_flag(party, PARTY_CONTACT))
		return RC_OK;
	if (!may_speak(d, party))
		return fault_set(f, RC_UNLAWFUL,
		    "party.contact: a %s does not speak for the victim; the "
		    "contact person is a parent, a spokesperson, family or a "
		    "business contact",
		    code_label(d->hub->codes, "part",
			record_text(party, PARTY_PART)));
	return only_one(d, party, f);
}

/* Their own record here, and the one case they have a part in. */
static enum rc
tie(struct doing *d, struct record *party, struct fault *f)
{
	static const struct {
		const char *line;
		uint16_t tag;
		bool person;
	} ties[] = { { "record", PARTY_RECORD, true },
		{ "casefile", PARTY_CASEFILE, false } };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < 2 && !rc; i++) {
		const char *text = slip_text(d->slip, ties[i].line);
		uint64_t id = slip_id(d->slip, ties[i].line);
		uint64_t person = id, casefile = id;

		if (str_is_blank(text))
			continue;
		if (!id)
			rc = reading_ref(&d->look, text, &person, &casefile, f);
		if (!rc)
			record_set_link(party, ties[i].tag,
			    ties[i].person ? person : casefile);
	}
	return rc;
}

static enum rc
add(struct doing *d, struct fault *f)
{
	struct record *person, *party;
	char now[24];
	enum rc rc = person_of_slip(d, &person, f);

	if (rc || (rc = doing_make(d, KIND_PARTY, person->id, 0, &party, f)))
		return rc;
	record_set_link(party, PARTY_PERSON, person->id);
	if ((rc = doing_fill(d, party, f)) || (rc = tie(d, party, f)) ||
	    (rc = check_party(d, party, f)))
		return rc;
	doing_now(d, now);
	record_set_text(party, PARTY_FROM, now);
	d->done->made = party->id;
	doing_say(d, "Saved: %s, %s%s.", record_text(party, PARTY_NAME),
	    code_label(d->hub->codes, "part", record_text(party, PARTY_PART)),
	    record_flag(party, PARTY_CONTACT) ?
		"; all contact goes through them now" : "");
	return conflict_look(d, person, f);
}

/* ---- and no more ---- */

static enum rc
find_party(struct doing *d, const struct record *person, struct record **party,
    struct fault *f)
{
	uint64_t id = slip_id(d->slip, "party"), *ids;
	const char *name = slip_text(d->slip, "party");
	struct record *r;
	size_t n;
	enum rc rc;

	if (id)
		return doing_open(d, KIND_PARTY, id, party, f);
	rc = doing_children(d, person->id, KIND_PARTY, &ids, &n, f);
	for (size_t i = n; i-- > 0 && !rc;) {
		rc = doing_peek(d, KIND_PARTY, ids[i], &r, f);
		if (!rc && r && !*record_text(r, PARTY_UNTIL) &&
		    record_link(r, PARTY_PERSON) == person->id &&
		    str_ieq(record_text(r, PARTY_NAME), name))
			return doing_open(d, KIND_PARTY, ids[i], party, f);
	}
	return rc ? rc :
		    fault_set(f, RC_MISSING,
			"party: nobody of that name has a part in this now");
}

static enum rc
end(struct doing *d, struct fault *f)
{
	struct record *person, *party;
	char now[24];
	enum rc rc = person_of_slip(d, &person, f);

	if (rc || (rc = find_party(d, person, &party, f)))
		return rc;
	if (!slip_has(d->slip, "why"))
		return fault_set(f, RC_INVALID, "why: say why it ends");
	doing_now(d, now);
	record_set_text(party, PARTY_UNTIL, now);
	record_set_flag(party, PARTY_CONTACT, false);
	doing_say(d, "Saved: %s has no part in it any more.",
	    record_text(party, PARTY_NAME));
	return doing_set(d, party, PARTY_WHY, slip_text(d->slip, "why"), f);
}

static const struct act_line add_lines[] = {
	{ "person", "whose case it is, by reference", true },
	{ "party.part", "v victim too, w witness, f bereaved family, p parent, k "
			"spokesperson, b business, c child, s suspect, o other",
	    true },
	{ "party.name", "who they are", true },
	{ "party.*", "relation, born, phone, email, authority, note", false },
	{ "party.contact", "y when all contact goes through them", false },
	{ "casefile", "the one case it is about; all of them if unsaid", false },
	{ "record", "their own record here, by reference", false },
	{ NULL, NULL, false },
};

const struct act act_add_party = {
	.tag = ACT_ADD_PARTY,
	.name = "add_party",
	.title = "Part in the case added",
	.help = "Write down the part somebody has in a person's case: parent, "
		"witness, spokesperson, suspect.",
	.lines = add_lines,
	.run = add,
};

static const struct act_line end_lines[] = {
	{ "person", "whose case it is, by reference", true },
	{ "party", "who, by name", true },
	{ "why", "why it ends", true },
	{ NULL, NULL, false },
};

const struct act act_end_party = {
	.tag = ACT_END_PARTY,
	.name = "end_party",
	.verb = "add_party",
	.title = "Part in the case ended",
	.help = "Write down that somebody has no part in a case any more.",
	.lines = end_lines,
	.run = end,
};
