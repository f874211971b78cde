/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/importing.h"
#include "hub/acts/taking.h"
#include "hub/hub.h"
#include "hub/slip.h"

/*
 * Someone as another register holds them: a hub takes over from another, or a
 * partner's list is compared with ours. They come with no case. What that
 * register calls them names the record, so that a row sent again is the same
 * person; what can be read is read, and the rest is kept as it was said.
 */

static enum rc
make(struct taking *t, const char *key, enum bulk_fate *fate, struct fault *f)
{
	enum rc rc = taking_person(t, f);

	*fate = BULK_NEW;
	if (rc)
		return rc;
	record_set_text(t->person, PERSON_SOURCE_KEY, key);
	return taking_home(t, f);
}

/* Where they live is not overwritten once it is here: people may have moved. */
static enum rc
update(struct taking *t, const struct record *stands, enum bulk_fate *fate,
    struct fault *f)
{
	struct record *try = record_copy(t->d->arena, stands), *r;
	enum rc rc = doing_fill(t->d, try, f);

	if (rc)
		return rc;
	*fate = importing_fate(t->d, stands, try);
	if (*fate == BULK_SAME)
		return RC_OK;
	if ((rc = doing_open(t->d, KIND_PERSON, t->person_id, &r, f)))
		return rc;
	return doing_fill(t->d, r, f);
}

enum rc
import_person(struct doing *d, enum bulk_fate *fate, struct fault *f)
{
	const char *key = slip_text(d->slip, "key");
	struct taking t = { .d = d, .crime_key = "" };
	bool strict = d->strict;
	struct record *stands;
	enum rc rc;

	if (str_is_blank(key))
		return fault_set(f, RC_INVALID,
		    "key: what the other register calls them is needed");
	if (slip_has(d->slip, "withdrawn")) {
		*fate = BULK_WITHDRAWN;
		return RC_OK;
	}
	t.person_id = hub_key_id(d->hub, KIND_PERSON, key);
	if ((rc = doing_peek(d, KIND_PERSON, t.person_id, &stands, f)))
		return rc;
	d->strict = false;
	rc = stands ? update(&t, stands, fate, f) : make(&t, key, fate, f);
	d->strict = strict;
	return rc;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	return importing_run(d, import_person, f);
}

static const struct act_line lines[] = {
	{ "key", "what the other register calls them", true },
	{ "person.*", "given, family, born, phone, email, postcode", false },
	{ "home.address", "where they live", false },
	{ "withdrawn", "anything: it holds them no longer; ours stays", false },
	{ NULL, NULL, false },
};

const struct act act_put_person = {
	.tag = ACT_PUT_PERSON,
	.name = "put_person",
	.verb = "import",
	.title = "Someone from another register",
	.help = "Keep someone as another register holds them, with no case.",
	.lines = lines,
	.run = run,
};
