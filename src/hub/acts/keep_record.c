/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/reading.h"
#include "hub/slip.h"

/*
 * A line in a register of the hub's own (data/registers). handrail knows
 * nothing of what such a register is for; its table says what may stand in it,
 * and a line that belongs to a person is sealed as everything of theirs is.
 */

static enum rc
find_register(struct doing *d, const struct kind **kind, struct fault *f)
{
	const char *name = slip_text(d->slip, "kind");

	*kind = kinds_by_name(d->hub->kinds, name);
	if (*kind && (*kind)->flags & KIND_SITE_MADE)
		return RC_OK;
	return fault_set(f, RC_INVALID,
	    *kind ? "kind: a %s is kept by its own acts; handrailctl act lists "
		    "them" :
		    "kind: this hub has no register \"%s\"; handrailctl schema "
		    "lists them",
	    name);
}

/* The link that says whose line it is, from the reference on the slip. */
static enum rc
tie(struct doing *d, const struct kind *kind, uint64_t *person, uint64_t *parent,
    struct fault *f)
{
	const struct kind_field *up = kind_parent(kind);
	const char *text = slip_text(d->slip, "person");
	uint64_t casefile = 0;
	struct record *r;
	enum rc rc;

	*person = *parent = 0;
	if (!up)
		return RC_OK;
	if (str_is_blank(text))
		return fault_set(f, RC_INVALID,
		    "person: say whose it is, by reference (4F7K22)");
	rc = reading_ref(&d->look, text, person, &casefile, f);
	if (rc)
		return rc;
	if (strcmp(up->of, "person") == 0) {
		*parent = *person;
		return RC_OK;
	}
	if (strcmp(up->of, "casefile") != 0 || !casefile)
		return fault_set(f, RC_INVALID,
		    "person: say which case, as 4F7K22/1");
	*parent = casefile;
	return doing_open(d, KIND_CASEFILE, casefile, &r, f);
}

static enum rc
open_line(struct doing *d, const struct kind *kind, struct record **r,
    struct fault *f)
{
	uint64_t id = slip_id(d->slip, "record"), person, parent;
	enum rc rc;

	if (id)
		return doing_open(d, kind->tag, id, r, f);
	if ((rc = tie(d, kind, &person, &parent, f)) ||
	    (rc = doing_make(d, kind->tag, person, 0, r, f)))
		return rc;
	if (parent)
		record_set_link(*r, kind_parent(kind)->tag, parent);
	return RC_OK;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	const struct kind *kind;
	struct record *r;
	enum rc rc;

	d->strict = true;
	if ((rc = find_register(d, &kind, f)) ||
	    (rc = open_line(d, kind, &r, f)) || (rc = doing_fill(d, r, f)))
		return rc;
	d->done->made = r->id;
	doing_say(d, "Saved in %s.", kind->plural);
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "kind", "the register, by its name", true },
	{ "record", "the line to change; a new one if unsaid", false },
	{ "person", "whose it is, by reference, where it is somebody's", false },
	{ "NAME.*", "the fields, behind the register's name", false },
	{ NULL, NULL, false },
};

const struct act act_keep_record = {
	.tag = ACT_KEEP_RECORD,
	.name = "keep_record",
	.title = "Line in a register",
	.help = "Write or change a line in a register of the hub's own.",
	.lines = lines,
	.run = run,
};
