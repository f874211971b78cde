/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "hub/hub.h"

#include "hub/due.h"

/* The hour at which a working day ends, for limits in working days. */
#define DAY_ENDS 17

#define MINUTE INT64_C(60000)
#define HOUR (60 * MINUTE)

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

bool
due_unit_known(const char *name)
{
	return unit_by_name(name) != NULL;
}

enum rc
due_when(const struct hub *hub, const struct due_rule *rule, bool enhanced,
    int64_t from_ms, char iso[24], struct fault *f)
{
	int n =
	    enhanced && rule->enhanced >= 0 ? rule->enhanced : rule->standard;

	if (n < 0 || !unit_by_name(rule->unit))
		return fault_set(f, RC_MISSING,
		    "%s has no number of days: it is owed without delay",
		    rule->id);
	return due_after(hub, n, rule->unit, from_ms, iso, f);
}

enum rc
due_after(const struct hub *hub, int n, const char *unit, int64_t from_ms,
    char iso[24], struct fault *f)
{
	return unit_by_name(unit)->after(hub, n, from_ms, iso, f);
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
