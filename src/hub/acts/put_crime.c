/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/importing.h"
#include "hub/hub.h"
#include "hub/slip.h"

/*
 * A crime as a force publishes or sends it. Its id comes from the force's own
 * key, so the same crime is the same record whichever file told of it first.
 * Files come in any order: of two rows of one crime for two months the later
 * month stands, and of two for the same month the one that came last.
 */

static bool
is_older(const struct record *now, const struct record *stands)
{
	return stands &&
	    strcmp(record_text(now, CRIME_MONTH),
		record_text(stands, CRIME_MONTH)) < 0;
}

/*
 * What a row leaves blank is no longer so: a whole row stands or falls, or else
 * the order of the files would show in what is kept.
 */
static void
clear_blanks(const struct doing *d, struct record *r)
{
	for (size_t i = 0; i < d->slip->n; i++) {
		const struct slip_line *line = &d->slip->lines[i];
		const struct kind_field *kf = NULL;

		if (str_starts(line->name, "crime.") &&
		    str_is_blank(line->text))
			kf = kind_field_by_name(
			    r->kind, line->name + strlen("crime."));
		if (kf)
			record_clear(r, kf->tag);
	}
}

static enum rc
withdraw(struct doing *d, uint64_t id, enum bulk_fate *fate, struct fault *f)
{
	struct record *r;
	char now[24];
	enum rc rc = doing_peek(d, KIND_CRIME, id, &r, f);

	*fate = BULK_WITHDRAWN;
	if (rc || !r || *record_text(r, CRIME_WITHDRAWN))
		return rc;
	if ((rc = doing_open(d, KIND_CRIME, id, &r, f)))
		return rc;
	doing_now(d, now);
	now[10] = '\0';
	record_set_text(r, CRIME_WITHDRAWN, now);
	return RC_OK;
}

enum rc
import_crime(struct doing *d, enum bulk_fate *fate, struct fault *f)
{
	const struct kind *kind = kinds_by_tag(d->hub->kinds, KIND_CRIME);
	const char *key = slip_text(d->slip, "key");
	struct record *stands, *r;
	const struct record *was;
	uint64_t id;
	enum rc rc;

	if (!*key)
		return fault_set(f, RC_INVALID, "key: a crime needs its key");
	id = hub_key_id(d->hub, KIND_CRIME, key);
	if (slip_has(d->slip, "withdrawn"))
		return withdraw(d, id, fate, f);
	if ((rc = doing_peek(d, KIND_CRIME, id, &stands, f)))
		return rc;
	r = stands ? record_copy(d->arena, stands) :
		     record_new(d->arena, kind, id);
	if ((rc = doing_fill(d, r, f)))
		return rc;
	clear_blanks(d, r);
	if (is_older(r, stands)) {
		*fate = BULK_SAME;
		return RC_OK;
	}
	*fate = importing_fate(d, stands, r);
	return *fate == BULK_SAME ? RC_OK : doing_put(d, 0, r, &was, f);
}

static enum rc
run(struct doing *d, struct fault *f)
{
	return importing_run(d, import_crime, f);
}

static const struct act_line lines[] = {
	{ "key", "what the force calls the crime", true },
	{ "crime.*", "what is known of it", false },
	{ "withdrawn", "anything: the force has withdrawn it", false },
	{ NULL, NULL, false },
};

const struct act act_put_crime = {
	.tag = ACT_PUT_CRIME,
	.name = "put_crime",
	.verb = "import",
	.title = "A crime told by a force",
	.help = "Keep a crime as a force's file tells it.",
	.lines = lines,
	.run = run,
};
