/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/csv.h"
#include "base/json.h"
#include "base/str.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/code.h"
#include "model/record.h"

#include "edge/hsds.h"
#include "edge/hsds_inside.h"

/*
 * An id is a UUID of ours, made of the record's own, so that the same entry is
 * the same to whoever takes it in twice. The last digits say which of the things
 * that belong to a record it is.
 */
static const char *
uuid(struct arena *arena, const struct record *r, unsigned part)
{
	const char *key = record_text(
	    r, r->kind->tag == KIND_AGENCY ? AGENCY_KEY : SERVICE_KEY);

	/* What came from another directory keeps the name it had there. */
	if (!part && strlen(key) == 36 && key[8] == '-' && key[13] == '-')
		return key;
	return arena_printf(arena, "%08x-0000-8%03x-8000-%012" PRIx64,
	    (unsigned)(r->id >> 32), part & 0xfffu,
	    r->id & UINT64_C(0xffffffff));
}

struct gathering {
	struct arena *arena;
	struct record **at;
	size_t n, cap;
};

static enum rc
take(const struct record *r, void *arg)
{
	struct gathering *g = arg;

	if (g->n == g->cap) {
		size_t cap = g->cap ? g->cap * 2 : 64;
		struct record **more =
		    arena_get(g->arena, cap * sizeof(*more));

		if (g->n)
			memcpy(more, g->at, g->n * sizeof(*more));
		g->at = more;
		g->cap = cap;
	}
	g->at[g->n++] = record_copy(g->arena, r);
	return RC_OK;
}

static const char *
status_of(const struct record *r)
{
	return *record_text(r, SERVICE_UNTIL) ? "inactive" : "active";
}

/* ---- JSON ---- */

static void
put(struct json *j, const char *key, const char *text)
{
	if (*text)
		json_key_str(j, key, text);
}

/* The keys of an object stand in byte order: HSDS asks for no other. */
static void
put_organization(struct json *j, struct arena *arena, const struct record *a)
{
	json_group(j);
	put(j, "description", record_text(a, AGENCY_NOTE));
	put(j, "email", record_text(a, AGENCY_EMAIL));
	json_key_str(j, "id", uuid(arena, a, 0));
	json_key_str(j, "name", record_text(a, AGENCY_NAME));
	put(j, "website", record_text(a, AGENCY_WEB));
	json_close(j);
}

static void
put_languages(struct json *j, const struct hub *hub, struct arena *arena,
    const struct record *s)
{
	const char *rest = record_text(s, SERVICE_LANGUAGES);
	struct span word;
	unsigned part = 0x100;

	if (!*rest)
		return;
	json_key(j, "languages");
	json_list(j);
	while (str_word(&rest, &word)) {
		const char *code = arena_strn(arena, word.at, word.len);

		json_group(j);
		json_key_str(j, "code", code);
		json_key_str(j, "id", uuid(arena, s, part++));
		json_key_str(
		    j, "name", code_label(hub->codes, "language", code));
		json_close(j);
	}
	json_close(j);
}

/* A list of one thing with two values of its own. */
static void
put_one(struct json *j, struct arena *arena, const struct record *s,
    const char *list, unsigned part, const char *key, const char *text)
{
	if (!*text)
		return;
	json_key(j, list);
	json_list(j);
	json_group(j);
	if (strcmp(key, "id") < 0)
		json_key_str(j, key, text);
	json_key_str(j, "id", uuid(arena, s, part));
	if (strcmp(key, "id") > 0)
		json_key_str(j, key, text);
	json_close(j);
	json_close(j);
}

static const char *
area_of(const struct record *s)
{
	return record_flag(s, SERVICE_NATIONAL) ? HSDS_EVERYWHERE :
						  record_text(s, SERVICE_AREAS);
}

static void
put_service(struct json *j, const struct hub *hub, struct arena *arena,
    const struct record *s, const struct record *agency)
{
	json_group(j);
	put(j, "alert", record_text(s, SERVICE_WRONG));
	put(j, "alternate_name", record_text(s, SERVICE_CODE));
	put(j, "assured_date", record_text(s, SERVICE_CHECKED));
	put(j, "description", record_text(s, SERVICE_ABOUT));
	put(j, "eligibility_description", record_text(s, SERVICE_WHO));
	put(j, "email", record_text(s, SERVICE_EMAIL));
	json_key_str(j, "id", uuid(arena, s, 0));
	put_languages(j, hub, arena, s);
	if (*record_text(s, SERVICE_TO_AGE))
		json_key_int(j, "maximum_age", record_number(s, SERVICE_TO_AGE));
	if (*record_text(s, SERVICE_FROM_AGE))
		json_key_int(
		    j, "minimum_age", record_number(s, SERVICE_FROM_AGE));
	json_key_str(j, "name", record_text(s, SERVICE_NAME));
	if (agency) {
		json_key(j, "organization");
		put_organization(j, arena, agency);
	}
	put_one(j, arena, s, "phones", 1, "number",
	    record_text(s, SERVICE_PHONE));
	put_one(j, arena, s, "schedules", 2, "description",
	    record_text(s, SERVICE_HOURS));
	put_one(j, arena, s, "service_areas", 3, "name", area_of(s));
	json_key_str(j, "status", status_of(s));
	put(j, "url", record_text(s, SERVICE_WEB));
	json_close(j);
}

static const struct record *
agency_of(const struct gathering *agencies, const struct record *s)
{
	uint64_t id = record_link(s, SERVICE_AGENCY);

	for (size_t i = 0; id && i < agencies->n; i++)
		if (agencies->at[i]->id == id)
			return agencies->at[i];
	return NULL;
}

static enum rc
gather(struct hub *hub, struct gathering *agencies,
    struct gathering *services, struct fault *f)
{
	enum rc rc = hub_all(hub, KIND_AGENCY, take, agencies, f);

	return rc ? rc : hub_all(hub, KIND_SERVICE, take, services, f);
}

enum rc
hsds_write_json(struct hub *hub, FILE *to, unsigned *n, struct fault *f)
{
	struct arena *arena = arena_new();
	struct gathering agencies = { .arena = arena },
			 services = { .arena = arena };
	struct buf out = { 0 };
	struct json j = { .out = &out };
	enum rc rc = gather(hub, &agencies, &services, f);

	if (!rc) {
		json_group(&j);
		json_key(&j, "contents");
		json_list(&j);
		for (size_t i = 0; i < services.n; i++)
			put_service(&j, hub, arena, services.at[i],
			    agency_of(&agencies, services.at[i]));
		json_close(&j);
		json_key_int(&j, "total_items", (int64_t)services.n);
		json_key_str(&j, "version", "3.0");
		json_close(&j);
		buf_putc(&out, '\n');
		if (fwrite(out.at, 1, out.len, to) != out.len || fflush(to))
			rc = fault_errno(f, "writing", "the directory");
	}
	*n = (unsigned)services.n;
	buf_release(&out);
	arena_free(arena);
	return rc;
}

/* ---- tables ---- */

struct tables {
	struct arena *arena;
	const struct hub *hub;
	struct gathering agencies, services;
};

typedef void fill_fn(struct tables *t, struct buf *out);

static void
row(struct buf *out, const char *const *cells, size_t n)
{
	for (size_t i = 0; i < n; i++)
		csv_cell(out, cells[i] ? cells[i] : "", i == 0);
	csv_end(out);
}

#define ROW(out, ...)                                                          \
	row((out), (const char *const[]){ __VA_ARGS__ },                       \
	    sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

static void
fill_organizations(struct tables *t, struct buf *out)
{
	ROW(out, "id", "name", "description", "email", "website");
	for (size_t i = 0; i < t->agencies.n; i++) {
		const struct record *a = t->agencies.at[i];

		ROW(out, uuid(t->arena, a, 0), record_text(a, AGENCY_NAME),
		    record_text(a, AGENCY_NOTE), record_text(a, AGENCY_EMAIL),
		    record_text(a, AGENCY_WEB));
	}
}

static void
fill_services(struct tables *t, struct buf *out)
{
	ROW(out, "id", "organization_id", "name", "alternate_name",
	    "description", "url", "email", "status", "eligibility_description",
	    "minimum_age", "maximum_age", "assured_date", "alert");
	for (size_t i = 0; i < t->services.n; i++) {
		const struct record *s = t->services.at[i];
		const struct record *a = agency_of(&t->agencies, s);

		ROW(out, uuid(t->arena, s, 0),
		    a ? uuid(t->arena, a, 0) : "",
		    record_text(s, SERVICE_NAME), record_text(s, SERVICE_CODE),
		    record_text(s, SERVICE_ABOUT), record_text(s, SERVICE_WEB),
		    record_text(s, SERVICE_EMAIL), status_of(s),
		    record_text(s, SERVICE_WHO),
		    record_text(s, SERVICE_FROM_AGE),
		    record_text(s, SERVICE_TO_AGE),
		    record_text(s, SERVICE_CHECKED),
		    record_text(s, SERVICE_WRONG));
	}
}

/* One value of each service that has it, in a table of its own. */
static void
fill_one(struct tables *t, struct buf *out, unsigned part, const char *column,
    const char *(*value)(const struct record *))
{
	ROW(out, "id", "service_id", column);
	for (size_t i = 0; i < t->services.n; i++) {
		const struct record *s = t->services.at[i];

		if (*value(s))
			ROW(out, uuid(t->arena, s, part), uuid(t->arena, s, 0),
			    value(s));
	}
}

static const char *
phone_of(const struct record *s)
{
	return record_text(s, SERVICE_PHONE);
}

static const char *
hours_of(const struct record *s)
{
	return record_text(s, SERVICE_HOURS);
}

static void
fill_phones(struct tables *t, struct buf *out)
{
	fill_one(t, out, 1, "number", phone_of);
}

static void
fill_schedules(struct tables *t, struct buf *out)
{
	fill_one(t, out, 2, "description", hours_of);
}

static void
fill_areas(struct tables *t, struct buf *out)
{
	fill_one(t, out, 3, "name", area_of);
}

static void
fill_languages(struct tables *t, struct buf *out)
{
	ROW(out, "id", "service_id", "code", "name");
	for (size_t i = 0; i < t->services.n; i++) {
		const struct record *s = t->services.at[i];
		const char *rest = record_text(s, SERVICE_LANGUAGES);
		struct span word;
		unsigned part = 0x100;

		while (str_word(&rest, &word)) {
			const char *code =
			    arena_strn(t->arena, word.at, word.len);

			ROW(out, uuid(t->arena, s, part++),
			    uuid(t->arena, s, 0), code,
			    code_label(t->hub->codes, "language", code));
		}
	}
}

static const struct {
	const char *name;
	fill_fn *fill;
} files[] = {
	{ "organizations.csv", fill_organizations },
	{ "services.csv", fill_services },
	{ "phones.csv", fill_phones },
	{ "schedules.csv", fill_schedules },
	{ "service_areas.csv", fill_areas },
	{ "languages.csv", fill_languages },
};

static enum rc
write_file(const char *path, const struct buf *out, struct fault *f)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	ssize_t wrote;

	if (fd < 0)
		return fault_errno(f, "writing", path);
	wrote = write(fd, out->at, out->len);
	if (close(fd) || wrote != (ssize_t)out->len)
		return fault_errno(f, "writing", path);
	return RC_OK;
}

enum rc
hsds_write_csv(struct hub *hub, const char *dir, unsigned *n, struct fault *f)
{
	struct arena *arena = arena_new();
	struct tables t = { .arena = arena, .hub = hub,
		.agencies = { .arena = arena }, .services = { .arena = arena } };
	struct buf out = { 0 };
	enum rc rc = gather(hub, &t.agencies, &t.services, f);

	if (!rc && mkdir(dir, 0755) && errno != EEXIST)
		rc = fault_errno(f, "making", dir);
	for (size_t i = 0; !rc && i < sizeof(files) / sizeof(files[0]); i++) {
		buf_clear(&out);
		files[i].fill(&t, &out);
		rc = write_file(arena_printf(arena, "%s/%s", dir, files[i].name),
		    &out, f);
	}
	*n = (unsigned)t.services.n;
	buf_release(&out);
	arena_free(arena);
	return rc;
}
