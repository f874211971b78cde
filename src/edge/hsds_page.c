/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/disk.h"
#include "base/str.h"
#include "hub/slip.h"

#include "edge/hsds.h"
#include "edge/hsds_inside.h"

/*
 * Reading the page of HSDS: services, each with its organization and what
 * belongs to it. The whole page is looked through before the first entry is
 * kept, so that a page that is wrong changes nothing. What has no field here
 * is kept with the entry as it stood.
 *
 * json_object() and json_null() are our own writer's here (base/json.h), not
 * the library's; a reader wants neither.
 */

#define PAGE_MOST ((size_t)64 << 20)

struct page {
	struct hub *hub;
	struct arena *arena;
	struct services_count *n;
	const char *path, *list; /* what the list of services is called */
	const json_t *services;
	const char **agencies; /* kept so far */
	size_t n_agencies;
};

/* ---- values ---- */

/* A value as text; NULL for what is none or is not a single value. */
static const char *
text_of(struct arena *arena, const json_t *value)
{
	switch (value ? json_typeof(value) : JSON_NULL) {
	case JSON_STRING:
		return str_is_blank(json_string_value(value))
			   ? NULL
			   : json_string_value(value);
	case JSON_INTEGER:
		return arena_printf(arena, "%" JSON_INTEGER_FORMAT,
		    json_integer_value(value));
	case JSON_REAL:
		return arena_printf(arena, "%.15g", json_real_value(value));
	case JSON_TRUE:
		return "yes";
	case JSON_FALSE:
		return "no";
	default:
		return NULL;
	}
}

static const char *
text_at(struct arena *arena, const json_t *object, const char *name)
{
	return text_of(arena, json_object_get(object, name));
}

/* What has no field here, as a line of "more". */
static void
keep_more(struct arena *arena, struct buf *more, const char *name,
    const json_t *value)
{
	const char *text = text_of(arena, value);
	char *whole;

	if (text && !hsds_is_passed_over(name, text))
		buf_printf(more, "%s: %s\n", name, text);
	if (text || !(json_array_size(value) + json_object_size(value)))
		return;
	whole = json_dumps(value, JSON_COMPACT);
	buf_printf(more, "%s: %s\n", name, whole ? whole : "");
	free(whole);
}

/* ---- what belongs to a service ---- */

typedef const char *value_fn(struct arena *arena, const json_t *item);

static const char *
phone(struct arena *arena, const json_t *item)
{
	return text_at(arena, item, "number");
}

static const char *
language(struct arena *arena, const json_t *item)
{
	const char *code = text_at(arena, item, "code");

	return code ? code : text_at(arena, item, "name");
}

static const char *
area(struct arena *arena, const json_t *item)
{
	return text_at(arena, item, "name");
}

/* In words, or made of the days and times. */
static const char *
hours(struct arena *arena, const json_t *item)
{
	const char *words = text_at(arena, item, "description");
	const char *days = text_at(arena, item, "byday");
	const char *from = text_at(arena, item, "opens_at");
	const char *to = text_at(arena, item, "closes_at");

	if (words || (!days && !from))
		return words;
	return arena_printf(arena, "%s%s%s%s%s", days ? days : "",
	    days && from ? " " : "", from ? from : "", from && to ? "-" : "",
	    from && to ? to : "");
}

/* The first address of a place, which may stand by itself or within one. */
static const json_t *
address_in(const json_t *item)
{
	const json_t *place = json_object_get(item, "location");
	const json_t *list;

	place = place ? place : item;
	list = json_object_get(place, "addresses");
	return list ? json_array_get(list, 0) : place;
}

static const char *
address(struct arena *arena, const json_t *item)
{
	static const char *const parts[] = { "address_1", "address_2", "city" };
	const json_t *at = address_in(item);
	const char *all = NULL;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		const char *part = text_at(arena, at, parts[i]);

		if (part)
			all = all ? arena_printf(arena, "%s, %s", all, part)
				  : part;
	}
	return all;
}

static const char *
postcode(struct arena *arena, const json_t *item)
{
	return text_at(arena, address_in(item), "postal_code");
}

/*
 * Lists and the line each fills. A list of which one value alone is taken, or
 * with values that are not understood, is kept whole as well.
 */
/* clang-format off */
static const struct belonging {
	const char *list, *line;
	const char *between; /* several values; NULL: the first alone */
	value_fn *value;
	const char *understood[5];
} belongings[] = {
	{ "phones", "service.phone", NULL, phone, { "number" } },
	{ "schedules", "service.hours", "; ", hours,
	  { "description", "byday", "opens_at", "closes_at" } },
	{ "languages", "service.languages", " ", language, { "code", "name" } },
	{ "service_areas", "service.areas", " ", area, { "name" } },
	{ "addresses", "service.address", NULL, address, { NULL } },
	{ "addresses", "service.postcode", NULL, postcode, { NULL } },
	{ "locations", "service.address", NULL, address, { NULL } },
	{ "locations", "service.postcode", NULL, postcode, { NULL } },
	{ "service_at_locations", "service.address", NULL, address, { NULL } },
	{ "service_at_locations", "service.postcode", NULL, postcode, { NULL } },
};
/* clang-format on */

static bool
is_understood(const struct belonging *b, const json_t *item)
{
	const char *name;
	json_t *value;

	if (!json_is_object(item))
		return false;
	json_object_foreach((json_t *)item, name, value)
	{
		bool known = strcmp(name, "id") == 0 || json_is_null(value);

		for (size_t i = 0; i < 5 && b->understood[i]; i++)
			known |= strcmp(b->understood[i], name) == 0;
		if (!known)
			return false;
	}
	return true;
}

/* Fills the line; true when that was all that the list had to say. */
static bool
take_list(struct arena *arena, const struct belonging *b, const json_t *list,
    struct slip *slip)
{
	const char *all = NULL;
	bool whole = true;

	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *item = json_array_get(list, i);
		const char *value = b->value(arena, item);

		whole &= is_understood(b, item) && (b->between || !i);
		if (value && !all)
			all = value;
		else if (value && b->between)
			all = arena_printf(arena, "%s%s%s", all, b->between,
			    value);
	}
	if (all && b->value == area)
		hsds_area(slip, all);
	else if (all)
		slip_set(slip, b->line, all);
	return whole && all;
}

static bool
take_belongings(struct arena *arena, const char *name, const json_t *list,
    struct slip *slip)
{
	bool whole = false;

	for (size_t i = 0; i < sizeof(belongings) / sizeof(belongings[0]); i++)
		if (strcmp(belongings[i].list, name) == 0)
			whole = take_list(arena, &belongings[i], list, slip);
	return whole;
}

/* ---- entries ---- */

/* NULL when nobody is said to run it. */
static const json_t *
agency_of(const json_t *service)
{
	const json_t *agency = json_object_get(service, "organization");

	return json_is_null(agency) ? NULL : agency;
}

static void
fill(struct page *p, const char *kind, const json_t *object, struct slip *slip)
{
	struct buf more = { 0 };
	const char *name, *line, *text;
	json_t *value;

	hsds_begin(slip, kind);
	json_object_foreach((json_t *)object, name, value)
	{
		line = hsds_line(kind, name);
		text = text_of(p->arena, value);
		if (line && text)
			slip_set(slip, line, text);
		else if (strcmp(name, "organization") != 0 &&
			 !take_belongings(p->arena, name, value, slip))
			keep_more(p->arena, &more, name, value);
	}
	if (more.len)
		slip_set(slip, arena_printf(p->arena, "%s.more", kind),
		    buf_str(&more));
	buf_release(&more);
}

/* Organizations come again with each of their services; once is enough. */
static bool
is_kept(struct page *p, const char *id)
{
	for (size_t i = 0; i < p->n_agencies; i++)
		if (strcmp(p->agencies[i], id) == 0)
			return true;
	p->agencies[p->n_agencies++] = id;
	return false;
}

static enum rc
keep_one(struct page *p, size_t i, struct fault *f)
{
	const json_t *service = json_array_get(p->services, i);
	const json_t *agency = agency_of(service);
	struct slip slip = { .arena = p->arena };
	struct fault why = { 0 };
	enum rc rc = RC_OK;

	if (agency && !is_kept(p, text_at(p->arena, agency, "id"))) {
		fill(p, "agency", agency, &slip);
		rc = services_keep(p->hub, &slip, p->n, &why);
		slip_clear(&slip);
	}
	if (!rc) {
		fill(p, "service", service, &slip);
		if (agency)
			slip_set(&slip, "agency",
			    text_at(p->arena, agency, "id"));
		rc = services_keep(p->hub, &slip, p->n, &why);
	}
	return rc ? fault_set(f, rc, "%s: %s[%zu]: %s", p->path, p->list, i,
			why.text)
		  : RC_OK;
}

/* ---- looking the page through ---- */

static enum rc
check_named(struct page *p, size_t i, const char *within, const json_t *object,
    struct fault *f)
{
	static const struct {
		const char *name, *what;
	} wanted[] = {
		{ "id", "say what the other directory knows it by" },
		{ "name", "say what it is called" },
	};

	if (!json_is_object(object))
		return fault_set(f, RC_INVALID,
		    "%s: %s[%zu]%s: this should be an object {...}; put it "
		    "right and import the page again",
		    p->path, p->list, i, within);
	for (size_t w = 0; w < 2; w++)
		if (!text_at(p->arena, object, wanted[w].name))
			return fault_set(f, RC_INVALID,
			    "%s: %s[%zu]%s.%s: %s; nothing was taken in",
			    p->path, p->list, i, within, wanted[w].name,
			    wanted[w].what);
	return RC_OK;
}

static enum rc
check_service(struct page *p, size_t i, struct fault *f)
{
	const json_t *service = json_array_get(p->services, i);
	const json_t *agency = agency_of(service);
	enum rc rc = check_named(p, i, "", service, f);

	if (!rc && agency)
		rc = check_named(p, i, ".organization", agency, f);
	return rc;
}

/* A page of the API has its list under "contents"; a file may be the list. */
static enum rc
find_services(struct page *p, const json_t *root, struct fault *f)
{
	static const char *const names[] = { "contents", "services" };

	p->services = json_is_array(root) ? root : NULL;
	p->list = "";
	for (size_t i = 0; !p->services && i < 2; i++) {
		p->list = names[i];
		p->services = json_object_get(root, names[i]);
	}
	if (!json_is_array(p->services))
		return fault_set(f, RC_INVALID,
		    "%s: there is no list of services; it should be "
		    "{\"contents\": [...]}, as directory export writes it",
		    p->path);
	p->agencies = arena_get(p->arena,
	    (json_array_size(p->services) + 1) * sizeof(*p->agencies));
	return RC_OK;
}

static enum rc
take_page(struct page *p, const json_t *root, struct fault *f)
{
	enum rc rc = find_services(p, root, f);
	size_t n = json_array_size(p->services);

	for (size_t i = 0; i < n && !rc; i++)
		rc = check_service(p, i, f);
	for (size_t i = 0; i < n && !rc; i++)
		rc = keep_one(p, i, f);
	return rc;
}

enum rc
hsds_read_json(struct hub *hub, const char *path, struct services_count *n,
    struct fault *f)
{
	struct page p = {
		.hub = hub, .arena = arena_new(), .n = n, .path = path
	};
	struct buf bytes = { 0 };
	json_error_t error;
	json_t *root;
	enum rc rc = disk_read_whole(disk_real(), path, PAGE_MOST, &bytes, f);

	if (!rc) {
		root = json_loadb(buf_str(&bytes), bytes.len,
		    JSON_REJECT_DUPLICATES, &error);
		rc = root ? take_page(&p, root, f)
			  : fault_set(f, RC_INVALID,
				"%s:%d:%d: this is not JSON: %s; put it right "
				"or ask for the page again",
				path, error.line, error.column, error.text);
		json_decref(root);
	}
	buf_release(&bytes);
	arena_free(p.arena);
	return rc;
}
