/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/access.h"
#include "hub/acts/acts.h"
#include "hub/hub.h"
#include "hub/slip.h"

#include "hub/doing.h"

/*
 * The directory: services, who runs them, and what was agreed with them. An
 * entry is known by its key, so that a directory taken in twice is the same
 * entries; everybody may say that one is wrong, or how much room there is.
 */

static const struct kept_kind {
	const char *name;
	uint16_t kind;
	uint16_t key;	 /* the field that holds what it is known by */
	uint16_t agency; /* the link to who runs it; 0: none */
	uint16_t heading;
} kept_kinds[] = {
	{ "service", KIND_SERVICE, SERVICE_KEY, SERVICE_AGENCY, SERVICE_NAME },
	{ "agency", KIND_AGENCY, AGENCY_KEY, 0, AGENCY_NAME },
	{ "agreement", KIND_AGREEMENT, AGREEMENT_CODE, AGREEMENT_WITH,
	    AGREEMENT_TITLE },
};

static enum rc
find_kind(struct doing *d, const struct kept_kind **k, struct fault *f)
{
	const char *name = slip_text(d->slip, "kind");

	for (size_t i = 0; i < sizeof(kept_kinds) / sizeof(kept_kinds[0]); i++)
		if (strcmp(kept_kinds[i].name, name) == 0) {
			*k = &kept_kinds[i];
			return RC_OK;
		}
	return fault_set(f, RC_INVALID,
	    "kind: say service, agency or agreement");
}

static enum rc
open_entry(struct doing *d, const struct kept_kind *k, struct record **r,
    struct fault *f)
{
	const char *key = slip_text(d->slip, "key");
	uint64_t id = slip_id(d->slip, "record");
	struct record *stands = NULL;
	enum rc rc;

	if (id)
		return doing_open(d, k->kind, id, r, f);
	if (str_is_blank(key))
		return fault_set(f, RC_INVALID,
		    "key: say what the entry is known by, for good: ELMS/IDV");
	id = hub_key_id(d->hub, k->kind, key);
	if ((rc = doing_peek(d, k->kind, id, &stands, f)))
		return rc;
	rc = stands ? doing_open(d, k->kind, id, r, f) :
		      doing_make(d, k->kind, 0, id, r, f);
	if (!rc && !stands)
		record_set_text(*r, k->key, key);
	return rc;
}

static enum rc
tie_agency(struct doing *d, const struct kept_kind *k, struct record *r,
    struct fault *f)
{
	const char *key = slip_text(d->slip, "agency");
	struct record *agency;
	uint64_t id;
	enum rc rc;

	if (!k->agency || str_is_blank(key))
		return RC_OK;
	id = hub_key_id(d->hub, KIND_AGENCY, key);
	if ((rc = doing_peek(d, KIND_AGENCY, id, &agency, f)))
		return rc;
	if (!agency)
		return fault_set(f, RC_MISSING,
		    "agency: there is none with the key \"%s\"", key);
	record_set_link(r, k->agency, id);
	return RC_OK;
}

/* ---- what everybody may say ---- */

static enum rc
say_wrong(struct doing *d, struct record *r, struct fault *f)
{
	const char *text = slip_text(d->slip, "wrong");
	char now[24];
	enum rc rc;

	if (r->kind->tag != KIND_SERVICE || str_is_blank(text))
		return RC_OK;
	doing_now(d, now);
	if ((rc = doing_set(d, r, SERVICE_WRONG, text, f)))
		return rc;
	record_set_text(r, SERVICE_WRONG_ON, now);
	return RC_OK;
}

/* Somebody rang and asked: what was wrong is right again. */
static void
say_checked(struct doing *d, struct record *r)
{
	char now[24];

	if (r->kind->tag != KIND_SERVICE ||
	    !str_ieq(slip_text(d->slip, "checked"), "y"))
		return;
	doing_now(d, now);
	now[10] = '\0';
	record_set_text(r, SERVICE_CHECKED, now);
	record_set_text(r, SERVICE_CHECKED_BY, d->hub->me.initials);
	record_clear(r, SERVICE_WRONG);
	record_clear(r, SERVICE_WRONG_ON);
}

/* Lines that want no leave to keep the directory. */
static bool
is_open_to_all(const char *name)
{
	static const char *const names[] = { "kind", "record", "key", "wrong",
		"service.free", "service.wait" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static enum rc
check_leave(struct doing *d, struct fault *f)
{
	const struct access *access = d->hub->access;

	for (size_t i = 0; i < d->slip->n; i++)
		if (!is_open_to_all(d->slip->lines[i].name) &&
		    !str_is_blank(d->slip->lines[i].text) &&
		    !access_may(access, d->hub->me.role, "directory"))
			return access_refuse(
			    access, d->hub->me.role, "directory", f);
	return RC_OK;
}

static enum rc
check_entry(const struct kept_kind *k, const struct record *r, struct fault *f)
{
	if (!*record_text(r, k->heading))
		return fault_set(f, RC_INVALID,
		    "%s.%s: say what it is called", k->name,
		    kind_field_by_tag(r->kind, k->heading)->name);
	if (k->kind == KIND_AGREEMENT &&
	    (!record_link(r, AGREEMENT_WITH) ||
		!*record_text(r, AGREEMENT_FROM)))
		return fault_set(f, RC_INVALID,
		    "agency, agreement.from: say with whom, and from when");
	return RC_OK;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	const struct kept_kind *k;
	struct record *r;
	enum rc rc;

	d->strict = !str_ieq(slip_text(d->slip, "lenient"), "y");
	if ((rc = check_leave(d, f)) || (rc = find_kind(d, &k, f)) ||
	    (rc = open_entry(d, k, &r, f)) || (rc = doing_fill(d, r, f)) ||
	    (rc = tie_agency(d, k, r, f)) || (rc = say_wrong(d, r, f)) ||
	    (rc = check_entry(k, r, f)))
		return rc;
	say_checked(d, r);
	d->done->made = r->id;
	doing_say(d, slip_has(d->slip, "wrong") ?
			 "Told to whoever keeps the directory: %s." :
			 "Saved in the directory: %s.",
	    record_text(r, k->heading));
	return RC_OK;
}

/* clang-format off */
static const struct act_line lines[] = {
	{ "kind", "service, agency or agreement", true },
	{ "key", "what it is known by, for good", false },
	{ "agency", "who runs it or agreed, by that entry's key", false },
	{ "checked", "y: somebody asked today, and it is right", false },
	{ "wrong", "what is wrong in a service's entry", false },
	{ "service.*", "fields of a service, as `handrailctl schema service` lists them", false },
	{ "agency.*", "fields of an agency", false },
	{ "agreement.*", "fields of an agreement", false },
	{ "lenient", "y: what cannot be read is kept as it was said", false },
	{ NULL, NULL, false },
};
/* clang-format on */

const struct act act_keep_directory = {
	.tag = ACT_KEEP_DIRECTORY,
	.name = "keep_directory",
	.title = "Directory",
	.help = "Keep the directory of services, or say what is wrong in it.",
	.lines = lines,
	.run = run,
};
