/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/day.h"
#include "base/mem.h"
#include "base/vec.h"
#include "hub/definitions.h"
#include "hub/hub.h"

#include "hub/due.h"

struct deadlines {
	struct arena *arena;
	VEC(struct due_rule) rules;
};

/* The hour at which a working day ends, for limits in working days. */
#define DAY_ENDS 17

#define MINUTE INT64_C(60000)
#define HOUR (60 * MINUTE)

/* ---- reading the rules ---- */

/* clang-format off */
static const struct cfg_rule file_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "from",	CFG_TEXT,	false },
	{ "until",	CFG_TEXT,	false },
	{ "deadlines",	CFG_LIST,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule rule_rules[] = {
	{ "id",		CFG_TEXT,	true },
	{ "right",	CFG_TEXT,	true },
	{ "holder",	CFG_TEXT,	true },
	{ "hub",	CFG_TEXT,	true },
	{ "mark",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "trigger",	CFG_TEXT,	true },
	{ "stop",	CFG_TEXT,	true },
	{ "source",	CFG_TEXT,	true },
	{ "standard",	CFG_INT,	false },
	{ "enhanced",	CFG_INT,	false },
	{ "unit",	CFG_TEXT,	false },
	{ "note",	CFG_TEXT,	false },
	{ "from",	CFG_TEXT,	false },
	{ "until",	CFG_TEXT,	false },
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

static enum rc
read_length(const struct cfg_at *at, const char *name, int *n, struct fault *f)
{
	int64_t said = -1;

	cfg_int(at, name, &said);
	*n = (int)said;
	if (said < -1 || said > 10000)
		return cfg_fault(at, f, "%s wants a number of units", name);
	return RC_OK;
}

static enum rc
check_day(const struct cfg_at *at, const char *name, const char *day,
    struct fault *f)
{
	int32_t n;

	if (!day || day_parse(day, &n))
		return RC_OK;
	return cfg_fault(at, f, "%s wants a day, such as 2021-04-01", name);
}

static enum rc due_unit_check(const struct cfg_at *at, const struct due_rule *r,
    struct fault *f);

static enum rc
read_numbers(const struct cfg_at *at, struct due_rule *r, struct fault *f)
{
	const char *hub = "";
	enum rc rc = read_length(at, "standard", &r->standard, f);

	if (!rc)
		rc = read_length(at, "enhanced", &r->enhanced, f);
	if (!rc)
		rc = due_unit_check(at, r, f);
	if (!rc)
		rc = check_day(at, "from", r->from, f);
	if (!rc)
		rc = check_day(at, "until", r->until, f);
	cfg_text(at, "hub", &hub);
	r->own = strcmp(hub, "own") == 0;
	if (!rc && !r->own && strcmp(hub, "watch") != 0)
		rc =
		    cfg_fault(at, f, "hub wants own or watch, not \"%s\"", hub);
	return rc;
}

static enum rc
read_rule(struct deadlines *d, const struct cfg_at *root,
    const struct cfg_at *at, struct fault *f)
{
	struct due_rule r = { 0 };
	enum rc rc = cfg_check(at, rule_rules, f);

	if (rc)
		return rc;
	r.id = definitions_text(at, "id", d->arena);
	r.right = definitions_text(at, "right", d->arena);
	r.trigger = definitions_text(at, "trigger", d->arena);
	r.stop = definitions_text(at, "stop", d->arena);
	r.holder = definitions_text(at, "holder", d->arena);
	r.title = definitions_text(at, "title", d->arena);
	r.source = definitions_text(at, "source", d->arena);
	r.mark = definitions_text(at, "mark", d->arena);
	r.unit = definitions_text(at, "unit", d->arena);
	r.from =
	    definitions_text(cfg_get(at, "from") ? at : root, "from", d->arena);
	r.until = definitions_text(cfg_get(at, "until") ? at : root, "until",
	    d->arena);
	if ((rc = read_numbers(at, &r, f)))
		return rc;
	if (due_rule_by(d, r.id))
		return cfg_fault(at, f, "the rule %s is there twice", r.id);
	*VEC_ADD(&d->rules) = r;
	return RC_OK;
}

static enum rc
read_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	const struct cfg_at *list;
	enum rc rc = cfg_check(root, file_rules, f);

	list = cfg_get(root, "deadlines");
	for (size_t i = 0; !rc && i < cfg_len(list); i++)
		rc = read_rule(arg, root, cfg_nth(list, i), f);
	return rc;
}

enum rc
deadlines_load(const char *dir, struct deadlines **deadlines, struct fault *f)
{
	struct deadlines *d = mem_get(sizeof(*d));
	enum rc rc;

	d->arena = arena_new();
	if ((rc = definitions_each(dir, read_file, d, f))) {
		deadlines_free(d);
		return rc;
	}
	*deadlines = d;
	return RC_OK;
}

void
deadlines_free(struct deadlines *d)
{
	if (!d)
		return;
	VEC_RELEASE(&d->rules);
	arena_free(d->arena);
	free(d);
}

size_t
deadlines_count(const struct deadlines *d)
{
	return d->rules.n;
}

const struct due_rule *
deadlines_nth(const struct deadlines *d, size_t i)
{
	return i < d->rules.n ? &d->rules.at[i] : NULL;
}

const struct due_rule *
due_rule_by(const struct deadlines *d, const char *id)
{
	const struct due_rule *r;

	VEC_EACH (&d->rules, r)
		if (strcmp(r->id, id) == 0)
			return r;
	return NULL;
}

/* ---- when a limit falls ---- */

typedef enum rc due_unit_fn(const struct hub *hub, int n, int64_t from_ms,
    char iso[24], struct fault *f);

static enum rc
after_working_days(const struct hub *hub, int n, int64_t from_ms, char iso[24],
    struct fault *f)
{
	int32_t due;
	char day[11];
	enum rc rc =
	    workday_add(hub->holidays, moment_day(from_ms), n, &due, f);

	if (rc)
		return rc;
	day_show(due, day);
	snprintf(iso, 24, "%sT%02d:00", day, DAY_ENDS);
	return RC_OK;
}

static enum rc
after_days(const struct hub *hub, int n, int64_t from_ms, char iso[24],
    struct fault *f)
{
	(void)hub;
	(void)f;
	day_show(moment_day(from_ms) + n, iso);
	return RC_OK;
}

static enum rc
after_months(const struct hub *hub, int n, int64_t from_ms, char iso[24],
    struct fault *f)
{
	(void)hub;
	(void)f;
	day_show(day_add_months(moment_day(from_ms), n), iso);
	return RC_OK;
}

static enum rc
after_hours(const struct hub *hub, int n, int64_t from_ms, char iso[24],
    struct fault *f)
{
	(void)hub;
	(void)f;
	moment_show(from_ms + n * HOUR, iso);
	iso[10] = 'T';
	return RC_OK;
}

/* clang-format off */
static const struct due_unit {
	const char *name;
	due_unit_fn *after;
} units[] = {
	{ "wd",		after_working_days },
	{ "day",	after_days },
	{ "month",	after_months },
	{ "hour",	after_hours },
	{ NULL,		NULL }
};
/* clang-format on */

static const struct due_unit *
unit_by_name(const char *name)
{
	for (const struct due_unit *u = units; name && u->name; u++)
		if (strcmp(u->name, name) == 0)
			return u;
	return NULL;
}

static enum rc
due_unit_check(const struct cfg_at *at, const struct due_rule *r,
    struct fault *f)
{
	if (r->standard < 0 && r->enhanced < 0)
		return RC_OK;
	if (!unit_by_name(r->unit))
		return cfg_fault(at, f, "unit wants wd, day, month or hour");
	return RC_OK;
}

enum rc
due_when(const struct hub *hub, const struct due_rule *rule, bool enhanced,
    int64_t from_ms, char iso[24], struct fault *f)
{
	int n =
	    enhanced && rule->enhanced >= 0 ? rule->enhanced : rule->standard;
	const struct due_unit *unit = unit_by_name(rule->unit);

	if (n < 0 || !unit)
		return fault_set(f, RC_MISSING,
		    "%s has no number of days: it is owed without delay",
		    rule->id);
	return unit->after(hub, n, from_ms, iso, f);
}

/* ---- how long is left ---- */

int64_t
due_moment(uint32_t minutes)
{
	int32_t day = (int32_t)(minutes / 1440);
	int y, m, d;

	if (minutes == UINT32_MAX)
		return 0;
	day_split(day, &y, &m, &d);
	return moment_of_local(y, m, d, (int)(minutes / 60 % 24),
	    (int)(minutes % 60), 0);
}

static void
say_late(int64_t late, char out[16])
{
	if (late < HOUR)
		snprintf(out, 16, "LATE %dm", (int)(late / MINUTE % 60));
	else if (late < 24 * HOUR)
		snprintf(out, 16, "LATE %dh", (int)(late / HOUR % 24));
	else
		snprintf(out, 16, "LATE %dd",
		    (int)(late / (24 * HOUR) % 100000));
}

void
due_words(int64_t now_ms, int64_t due_ms, char out[16])
{
	int hour, minute;
	int64_t left = due_ms - now_ms;
	int days = moment_day(due_ms) - moment_day(now_ms);

	moment_local(due_ms, NULL, NULL, NULL, &hour, &minute, NULL);
	if (left < 0)
		say_late(-left, out);
	else if (hour == 23 && minute == 59) /* a bare day counts as its end */
		snprintf(out, 16, days ? "%dd" : "TODAY", days);
	else if (!days)
		snprintf(out, 16, "TODAY %02d:%02d", hour, minute);
	else if (left < 100 * 24 * HOUR)
		snprintf(out, 16, "%dd %02dh", (int)(left / (24 * HOUR)),
		    (int)(left / HOUR % 24));
	else
		snprintf(out, 16, "%dd", days);
}
