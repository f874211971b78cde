/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "edge/export_inside.h"
#include "hub/act.h"
#include "hub/hub.h"
#include "hub/looked.h"
#include "hub/read.h"

#include "edge/export.h"

/* ---- what people call a record ---- */

/* The fields that hold it, the first that a kind has and that is not empty. */
static const char *const calls[] = { "ref", "login", "code", "number",
	"source-id", "name", "title", NULL };

static const char *
called(const struct record *r)
{
	for (size_t i = 0; calls[i]; i++) {
		const struct kind_field *field =
		    kind_field_by_name(r->kind, calls[i]);

		if (field && field->type != TYPE_LINK &&
		    *record_text(r, field->tag))
			return record_text(r, field->tag);
	}
	return "";
}

/* "4F7K22/2": the person's reference and which of their cases it is. */
static enum rc
casefile_called(struct export *ex, const struct record *r, const char **text)
{
	uint64_t id = record_link(r, CASEFILE_PERSON);
	struct record *person;
	enum rc rc = hub_record(ex->hub, ex->arena, KIND_PERSON, id, &person,
	    &ex->fault);

	*text = "";
	if (rc)
		return rc == RC_MISSING ? RC_OK : rc;
	*text = arena_printf(ex->arena, "%s/%s", called(person),
	    record_text(r, CASEFILE_NTH));
	return RC_OK;
}

static enum rc
record_called(struct export *ex, const struct record *r, const char **text)
{
	if (r->kind->tag == KIND_CASEFILE)
		return casefile_called(ex, r, text);
	*text = called(r);
	return RC_OK;
}

/* What a link leads to; nothing when this worker may not read it. */
static enum rc
link_called(struct export *ex, const struct kind_field *field, uint64_t id,
    const char **text)
{
	const struct kind *kind = kinds_by_name(ex->hub->kinds, field->of);
	struct record *r;
	enum rc rc = RC_MISSING;

	*text = "";
	if (kind)
		rc = hub_record(ex->hub, ex->arena, kind->tag, id, &r,
		    &ex->fault);
	if (rc)
		return rc == RC_MISSING ? RC_OK : rc;
	return record_called(ex, r, text);
}

/* ---- values ---- */

/* Moments are kept as a count of milliseconds; people's programs want dates. */
static const char *
moment_text(struct export *ex, const char *kept)
{
	char iso[25];
	int64_t ms;

	if (!str_to_i64(kept, &ms))
		return kept;
	moment_iso(ms, iso);
	return arena_str(ex->arena, iso);
}

static const char *
group_text_of(struct export *ex, const struct kind_field *field,
    struct span value)
{
	struct buf out = { 0 };
	const char *text;

	export_group(ex, field, value, &out);
	text = arena_str(ex->arena, buf_str(&out));
	buf_wipe(&out);
	return text;
}

enum rc
export_value(struct export *ex, const struct record *r,
    const struct export_column *column, const char **text)
{
	const struct kind_field *field = column->field;
	struct span value;

	*text = "";
	if (!field)
		return record_called(ex, r, text);
	if (!record_get(r, field->tag, &value))
		return RC_OK;
	if (field->type == TYPE_LINK)
		return link_called(ex, field, record_link(r, field->tag), text);
	*text = value.at;
	if (field->type == TYPE_GROUP)
		*text = group_text_of(ex, field, value);
	else if (field->type == TYPE_MOMENT)
		*text = moment_text(ex, *text);
	return RC_OK;
}

/* ---- all of them ---- */

static enum rc
write_record(const struct record *r, void *arg)
{
	struct export *ex = arg;
	enum rc rc;

	buf_clear(&ex->line);
	rc = ex->way->record(ex, r);
	arena_reset(ex->arena);
	if (rc)
		return rc;
	ex->records++;
	if (fwrite(ex->line.at, 1, ex->line.len, ex->to) != ex->line.len)
		return fault_errno(&ex->fault, "writing", "the records");
	return RC_OK;
}

static void
add_column(struct export *ex, const char *name, const struct kind_field *field)
{
	size_t i = ex->n;

	if (ex->n == EXPORT_COLUMNS)
		return;
	ex->columns[ex->n++] = (struct export_column){ name, field };
	for (; i && strcmp(ex->columns[ex->order[i - 1]].name, name) > 0; i--)
		ex->order[i] = ex->order[i - 1];
	ex->order[i] = ex->n - 1;
}

/* A case has no name of its own in its fields, and gets one. */
static void
make_columns(struct export *ex)
{
	const struct kind *kind = ex->kind;

	if (kind->tag == KIND_CASEFILE)
		add_column(ex, "ref", NULL);
	for (size_t i = 0; i < kind->n; i++)
		add_column(ex, kind->fields[i].name, &kind->fields[i]);
}

static enum rc
run(struct export *ex, struct fault *f)
{
	enum rc rc;

	make_columns(ex);
	ex->way->begin(ex);
	fputs(buf_str(&ex->line), ex->to);
	rc = hub_all(ex->hub, ex->kind->tag, write_record, ex, f);
	if (!rc && fflush(ex->to))
		rc = fault_errno(&ex->fault, "writing", "the records");
	if (rc && ex->fault.rc && f)
		*f = ex->fault;
	return rc;
}

enum rc
export_kind(struct hub *hub, const struct kind *kind, enum export_form form,
    FILE *to, uint64_t *n, struct fault *f)
{
	static const struct export_way *const ways[] = {
		[EXPORT_TEXT] = &export_text,
		[EXPORT_CSV] = &export_csv,
		[EXPORT_JSON] = &export_json,
	};
	struct export ex = {
		.hub = hub, .kind = kind, .way = ways[form], .to = to
	};
	enum rc rc;

	if (!act_may(hub, "export"))
		return act_refuse(hub, "export", f);
	hub_looked_at_all(hub, LOOKED_EXPORTED, kind->tag, NULL);
	if ((rc = hub_looks_save(hub, f)))
		return rc;
	ex.arena = arena_new();
	rc = run(&ex, f);
	arena_free(ex.arena);
	buf_wipe(&ex.line);
	if (n)
		*n = ex.records;
	return rc;
}
