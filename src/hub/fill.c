/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/reading.h"
#include "hub/redact.h"
#include "hub/slip.h"

/*
 * From the slip to the record: what was typed becomes the canonical value of
 * its field, by the field's own type.
 */

static enum rc
set_field(struct doing *d, struct record *r, const struct kind_field *kf,
    const char *text, struct fault *f)
{
	struct buf value = { 0 };
	struct fault why = { 0 };
	enum rc rc;

	/* What was kept back from a screen is never written back by it. */
	if (redact_is(text))
		return RC_OK;
	rc = value_parse(kf, text, &d->ctx, &value, &why);
	if (rc && (d->strict || !value_keep(kf, text, &value)))
		rc = fault_set(f, RC_INVALID, "%s: %s", kf->label, why.text);
	else
		rc = RC_OK;
	if (!rc)
		record_set(r, kf->tag, buf_window(&value));
	buf_wipe(&value);
	return rc;
}

enum rc
doing_set(struct doing *d, struct record *r, unsigned tag, const char *text,
    struct fault *f)
{
	const struct kind_field *kf = kind_field_by_tag(r->kind, tag);

	if (!kf || !text || str_is_blank(text))
		return RC_OK;
	return set_field(d, r, kf, text, f);
}

/* The part of a slip's name behind "kind.", or NULL if it is another kind's. */
static const char *
name_within(const char *name, const char *kind)
{
	size_t n = strlen(kind);

	return strncmp(name, kind, n) == 0 && name[n] == '.' ? name + n + 1 :
							       NULL;
}

enum rc
doing_fill(struct doing *d, struct record *r, struct fault *f)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < d->slip->n && !rc; i++) {
		const struct slip_line *line = &d->slip->lines[i];
		const char *name = name_within(line->name, r->kind->name);
		const struct kind_field *kf;

		if (!name || str_is_blank(line->text))
			continue;
		kf = kind_field_by_name(r->kind, name);
		if (!kf)
			return fault_set(f, RC_INVALID,
			    "a %s has no field \"%s\"; handrailctl schema %s "
			    "lists them",
			    r->kind->name, name, r->kind->name);
		if (kf->type != TYPE_LINK)
			rc = set_field(d, r, kf, line->text, f);
	}
	return rc;
}

/* Of the person's cases the newest that is open, else the newest. */
static enum rc
newest_case(struct doing *d, uint64_t person, uint64_t *id, struct fault *f)
{
	struct record *r;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, person, KIND_CASEFILE, &ids, &n, f);

	*id = 0;
	for (size_t i = n; i-- > 0 && !rc;) {
		rc = doing_peek(d, KIND_CASEFILE, ids[i], &r, f);
		if (!r)
			continue;
		if (!*id)
			*id = ids[i];
		if (strcmp(record_text(r, CASEFILE_STATUS), "closed") != 0) {
			*id = ids[i];
			break;
		}
	}
	if (!rc && !*id)
		rc = fault_set(f, RC_MISSING,
		    "this person has no case that you may see");
	return rc;
}

enum rc
doing_casefile(struct doing *d, struct record **r, struct fault *f)
{
	const char *text = slip_text(d->slip, "casefile");
	uint64_t id = slip_id(d->slip, "casefile"), person = 0;
	enum rc rc = RC_OK;

	if (str_is_blank(text))
		return fault_set(f, RC_INVALID,
		    "casefile: say which, by its reference (4F7K22)");
	if (!id)
		rc = reading_ref(&d->look, text, &person, &id, f);
	if (!rc && !id)
		rc = newest_case(d, person, &id, f);
	return rc ? rc : doing_open(d, KIND_CASEFILE, id, r, f);
}
