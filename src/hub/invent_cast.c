/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/cfg.h"
#include "base/day.h"
#include "base/when.h"
#include "hub/invent_inside.h"

/*
 * The few whom every demonstration has, from data/demo/cast.cfg: records as
 * somebody would type them, read by the tables of their kinds.
 */

struct casting {
	struct telling *telling;
	const struct figure_area *area;
	struct value_ctx ctx;
	struct record *last[64]; /* of each kind: what later rows belong to */
	size_t person;           /* the deed of the present person */
	int64_t at;
	struct fault *f;
};

/* "@soon" and "@late" count from the clock's full hour, whatever the hour. */
static bool
is_moving(const char *text, int64_t now, char iso[24])
{
	int64_t hour = INT64_C(3600000), at;

	if (strcmp(text, "@soon") == 0)
		at = (now + hour - 1) / hour * hour + 2 * hour;
	else if (strcmp(text, "@late") == 0)
		at = now - hour;
	else
		return false;
	tale_iso(at, iso);
	return true;
}

static enum rc
cast_link(struct casting *c, const struct cfg_at *at,
    const struct kind_field *kf, const char *text, struct record *r)
{
	if (strcmp(kf->of, "worker") == 0) {
		record_set_link(r, kf->tag, tale_worker(c->telling, text));
		return RC_OK;
	}
	return cfg_fault(at, c->f, "\"%s\" is set by where a row stands",
	    kf->name);
}

static enum rc
cast_field(struct casting *c, const struct cfg_at *at, struct record *r)
{
	const char *name = cfg_name(at), *text = "";
	const struct kind_field *kf = kind_field_by_name(r->kind, name);
	struct buf value = { 0 };
	char iso[24];
	enum rc rc;

	if (strcmp(name, "record") == 0)
		return RC_OK;
	if (!kf || !cfg_text(at, NULL, &text))
		return cfg_fault(at, c->f, "a %s has no text field \"%s\"",
		    r->kind->name, name);
	if (kf->type == TYPE_LINK)
		return cast_link(c, at, kf, text, r);
	if (is_moving(text, c->ctx.now_ms, iso)) {
		record_set_text(r, kf->tag, iso);
		return RC_OK;
	}
	rc = value_parse(kf, text, &c->ctx, &value, c->f);
	if (rc)
		rc = cfg_fault(at, c->f, "%s.%s: not a value of its field",
		    r->kind->name, name);
	else
		record_set(r, kf->tag, buf_window(&value));
	buf_release(&value);
	return rc;
}

/* The person or case that a row belongs to is the last one above it. */
static void
cast_belong(struct casting *c, struct record *r)
{
	const struct kind_field *up = kind_parent(r->kind);
	const struct kind *of =
	    up ? kinds_by_name(c->telling->hub->kinds, up->of) : NULL;
	struct record *person = c->last[KIND_PERSON];

	if (of && of->tag < 64 && c->last[of->tag])
		record_set_link(r, up->tag, c->last[of->tag]->id);
	if (r->kind->tag == KIND_ACTION && c->last[KIND_CASEFILE])
		record_set_link(r, ACTION_CASEFILE, c->last[KIND_CASEFILE]->id);
	if (r->kind->tag == KIND_SAFETY)
		record_set_link(person, PERSON_SAFETY, r->id);
	if (r->kind->tag == KIND_CASEFILE && c->last[KIND_CRIME] &&
	    *record_text(r, CASEFILE_NUMBER))
		record_set_link(r, CASEFILE_CRIME, c->last[KIND_CRIME]->id);
}

/* When a row became so: the first of these that its kind and it have. */
static int64_t
cast_moment(const struct casting *c, const struct record *r)
{
	static const char *const names[] = { "opened", "on", "started",
		"asked" };
	int64_t ms;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const struct kind_field *kf =
		    kind_field_by_name(r->kind, names[i]);

		if (kf && when_moment(record_text(r, kf->tag), &ms) &&
		    ms <= c->telling->now)
			return ms;
	}
	return c->at;
}

static struct record *
cast_make(struct casting *c, const struct kind *kind, const struct cfg_at *at)
{
	struct telling *g = c->telling;
	const char *number = "";

	if (kind->tag != KIND_CRIME)
		return record_new(g->arena, kind, bulk_new_id(g->bulk));
	cfg_text(at, "number", &number);
	return record_new(g->arena, kind,
	    hub_key_id(g->hub, KIND_CRIME, number));
}

static void
cast_put(struct casting *c, const struct record *r)
{
	struct deed *d = VEC_ADD(&c->telling->deeds);

	d->at = c->at;
	d->person = r->kind->tag == KIND_CRIME ? 0 : c->last[KIND_PERSON]->id;
	d->area = c->area->area;
	d->record = r;
	if (r->kind->tag == KIND_PERSON)
		c->person = c->telling->deeds.n - 1;
	else if (c->telling->deeds.at[c->person].at > c->at)
		c->telling->deeds.at[c->person].at = c->at;
}

static enum rc
cast_row(struct casting *c, const struct cfg_at *at)
{
	const struct kind *kind;
	const char *name = "";
	struct record *r;
	enum rc rc = RC_OK;

	cfg_text(at, "record", &name);
	kind = kinds_by_name(c->telling->hub->kinds, name);
	if (!kind || kind->tag >= 64)
		return cfg_fault(at, c->f, "there is no kind \"%s\"", name);
	if (kind->tag == KIND_PERSON) {
		memset(c->last, 0, sizeof(c->last));
		c->at = c->telling->now;
	} else if (!c->last[KIND_PERSON]) {
		return cfg_fault(at, c->f, "no person stands above this row");
	}
	r = cast_make(c, kind, at);
	for (size_t i = 0; i < cfg_len(at) && !rc; i++)
		rc = cast_field(c, cfg_nth(at, i), r);
	if (rc)
		return rc;
	cast_belong(c, r);
	c->last[kind->tag] = r;
	c->at = cast_moment(c, r);
	cast_put(c, r);
	return RC_OK;
}

/* The cast lives in one area; where that is not ours, there is none. */
static bool
cast_area(struct casting *c, const struct cfg_at *root)
{
	const struct figures *fig = &c->telling->figures;
	const char *code = "";

	cfg_text(root, "area", &code);
	for (size_t i = 0; i < fig->n_areas; i++)
		if (strcmp(fig->areas[i].code, code) == 0)
			c->area = &fig->areas[i];
	return c->area && c->area->area;
}

enum rc
cast_tell(struct telling *telling, const char *dir, struct fault *f)
{
	struct casting c = { .telling = telling,
		.ctx = hub_ctx(telling->hub),
		.at = telling->now,
		.f = f };
	const struct cfg_at *list;
	struct cfg *cfg = NULL;
	char path[4096];
	enum rc rc;

	if (snprintf(path, sizeof(path), "%s/cast.cfg", dir) >=
	    (int)sizeof(path))
		return fault_set(f, RC_INVALID, "%s: too long a path", dir);
	if ((rc = cfg_read(path, &cfg, f)))
		return rc;
	list = cfg_get(cfg_root(cfg), "cast");
	if (cast_area(&c, cfg_root(cfg)))
		for (size_t i = 0; i < cfg_len(list) && !rc; i++)
			rc = cast_row(&c, cfg_nth(list, i));
	cfg_free(cfg);
	return rc;
}
