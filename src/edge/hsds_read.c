/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/disk.h"
#include "base/str.h"
#include "hub/slip.h"

#include "edge/hsds.h"
#include "edge/hsds_inside.h"

/*
 * Reading the tables of HSDS. Every row becomes an entry of the directory by
 * the act that keeps it; columns that have no field here are kept together in
 * "more", so that nothing a directory said is lost.
 */

struct column {
	const char *name, *line; /* of the slip */
};

struct table {
	const char *file, *kind;
	const char *owner;   /* the column that says which service; NULL: own */
	const char *between; /* several rows of a service; NULL: one row */
	struct column columns[12];
};

/* clang-format off */
static const struct table tables[] = {
	{ "organizations.csv", "agency", NULL, NULL, {
	  { "id", "key" }, { "name", "agency.name" }, { "description", "agency.note" },
	  { "email", "agency.email" }, { "website", "agency.web" } } },
	{ "services.csv", "service", NULL, NULL, {
	  { "id", "key" }, { "organization_id", "agency" }, { "name", "service.name" },
	  { "alternate_name", "service.code" }, { "description", "service.about" },
	  { "url", "service.web" }, { "email", "service.email" },
	  { "eligibility_description", "service.who" }, { "minimum_age", "service.from-age" },
	  { "maximum_age", "service.to-age" }, { "assured_date", "service.checked" } } },
	{ "phones.csv", "service", "service_id", NULL, {
	  { "service_id", "key" }, { "number", "service.phone" } } },
	{ "schedules.csv", "service", "service_id", "; ", {
	  { "service_id", "key" }, { "description", "service.hours" } } },
	{ "service_areas.csv", "service", "service_id", " ", {
	  { "service_id", "key" }, { "name", "service.areas" } } },
	{ "languages.csv", "service", "service_id", " ", {
	  { "service_id", "key" }, { "code", "service.languages" } } },
};

/* What is not told and must be there, and what is not told on. */
static const struct { const char *kind, *line, *text; } standards[] = {
	{ "agency", "agency.sort", "other" },
	{ "service", "service.sort", "helpline" },
};
static const struct { const char *name, *value; } passed_over[] = {
	{ "status", "active" }, { "alert", NULL }, { "id", NULL },
};
/* clang-format on */

struct reading {
	struct hub *hub;
	struct arena *arena;
	struct services_count *n;
	const char *dir;
};

static const char *
line_of(const struct table *t, const char *column)
{
	for (size_t i = 0; i < 12 && t->columns[i].name; i++)
		if (strcmp(t->columns[i].name, column) == 0)
			return t->columns[i].line;
	return NULL;
}

const char *
hsds_line(const char *kind, const char *name)
{
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		if (!tables[i].owner && strcmp(tables[i].kind, kind) == 0)
			return line_of(&tables[i], name);
	return NULL;
}

bool
hsds_is_passed_over(const char *name, const char *value)
{
	for (size_t i = 0; i < sizeof(passed_over) / sizeof(passed_over[0]);
	     i++)
		if (strcmp(passed_over[i].name, name) == 0)
			return !passed_over[i].value ||
			       strcmp(passed_over[i].value, value) == 0;
	return false;
}

void
hsds_begin(struct slip *slip, const char *kind)
{
	slip_set(slip, "kind", kind);
	slip_set(slip, "lenient", "y");
	for (size_t i = 0; i < sizeof(standards) / sizeof(standards[0]); i++)
		if (strcmp(standards[i].kind, kind) == 0)
			slip_set(slip, standards[i].line, standards[i].text);
}

void
hsds_area(struct slip *slip, const char *text)
{
	if (strcmp(text, HSDS_EVERYWHERE) == 0)
		slip_set(slip, "service.national", "y");
	else
		slip_set(slip, "service.areas", text);
}

static void
fill(struct reading *r, const struct table *t, const struct csv_row *head,
    const struct csv_row *row, struct slip *slip)
{
	struct buf more = { 0 };

	if (t->owner) {
		slip_set(slip, "kind", t->kind);
		slip_set(slip, "lenient", "y");
	} else {
		hsds_begin(slip, t->kind);
	}
	for (size_t i = 0; i < row->n && i < head->n; i++) {
		const char *line = line_of(t, head->cells[i].text);

		if (line && row->cells[i].len)
			slip_set(slip, line, row->cells[i].text);
		else if (!line && row->cells[i].len && !t->owner &&
			 !hsds_is_passed_over(head->cells[i].text,
			     row->cells[i].text))
			buf_printf(&more, "%s: %s\n", head->cells[i].text,
			    row->cells[i].text);
	}
	if (more.len)
		slip_set(slip, arena_printf(r->arena, "%s.more", t->kind),
		    buf_str(&more));
	buf_release(&more);
}

static enum rc
keep(struct reading *r, const char *path, uint64_t line,
    const struct slip *slip, struct fault *f)
{
	struct fault why = { 0 };
	enum rc rc = services_keep(r->hub, slip, r->n, &why);

	return rc ? fault_set(f, rc, "%s:%u: %s", path, (unsigned)line,
			why.text)
		  : RC_OK;
}

static enum rc
read_rows(struct reading *r, const struct table *t, const char *path,
    struct csv *csv, struct fault *f)
{
	const struct csv_row *head = csv_header(csv);
	struct csv_row row;
	enum rc rc;

	while (!(rc = csv_row(csv, &row, f))) {
		struct slip slip = { .arena = r->arena };

		fill(r, t, head, &row, &slip);
		if ((rc = keep(r, path, row.line, &slip, f)))
			break;
	}
	return rc;
}

/* ---- tables with several rows for a service ---- */

struct joined {
	struct joined *before;
	const char *key, *text;
	uint64_t line; /* of the first row */
};

/* Rows of a service mostly follow each other, so the last is looked at first.
 */
static void
join(struct reading *r, const struct table *t, const struct slip *slip,
    uint64_t line, struct joined **last)
{
	const char *key = slip_text(slip, "key");
	const char *text = slip_text(slip, t->columns[1].line);
	struct joined *j = *last;

	if (!*text)
		return;
	while (j && strcmp(j->key, key) != 0)
		j = j->before;
	if (j) {
		j->text =
		    arena_printf(r->arena, "%s%s%s", j->text, t->between, text);
		return;
	}
	j = arena_get(r->arena, sizeof(*j));
	*j = (struct joined){ *last, key, text, line };
	*last = j;
}

static enum rc
keep_joined(struct reading *r, const struct table *t, const char *path,
    const struct joined *j, struct fault *f)
{
	enum rc rc = RC_OK;

	for (; j && !rc; j = j->before) {
		struct slip slip = { .arena = r->arena };

		slip_set(&slip, "kind", t->kind);
		slip_set(&slip, "lenient", "y");
		slip_set(&slip, "key", j->key);
		if (strcmp(t->columns[1].line, "service.areas") == 0)
			hsds_area(&slip, j->text);
		else
			slip_set(&slip, t->columns[1].line, j->text);
		rc = keep(r, path, j->line, &slip, f);
	}
	return rc;
}

static enum rc
read_joined(struct reading *r, const struct table *t, const char *path,
    struct csv *csv, struct fault *f)
{
	const struct csv_row *head = csv_header(csv);
	struct joined *last = NULL;
	struct csv_row row;
	enum rc rc;

	while (!(rc = csv_row(csv, &row, f))) {
		struct slip slip = { .arena = r->arena };

		fill(r, t, head, &row, &slip);
		join(r, t, &slip, row.line, &last);
	}
	return rc == RC_END ? keep_joined(r, t, path, last, f) : rc;
}

/* Tables but the first two may be absent. */
static enum rc
read_table(struct reading *r, const struct table *t, struct fault *f)
{
	const char *path = arena_printf(r->arena, "%s/%s", r->dir, t->file);
	struct csv *csv = NULL;
	enum rc rc = csv_open(disk_real(), path, NULL, &csv, f);

	if (rc)
		return t->owner ? RC_OK : rc;
	rc = t->between ? read_joined(r, t, path, csv, f)
			: read_rows(r, t, path, csv, f);
	csv_close(csv);
	return rc == RC_END ? RC_OK : rc;
}

enum rc
hsds_read_csv(struct hub *hub, const char *dir, struct services_count *n,
    struct fault *f)
{
	struct reading r = { hub, arena_new(), n, dir };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]) && !rc; i++)
		rc = read_table(&r, &tables[i], f);
	arena_free(r.arena);
	return rc;
}
