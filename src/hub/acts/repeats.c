/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/when.h"
#include "hub/acts/acts.h"
#include "hub/acts/choosing.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "model/code.h"

#include "hub/acts/repeats.h"

/* The first case of ${person} about something that happened after ${done}. */
static enum rc
case_after(struct doing *d, uint64_t person, int64_t done,
    const struct record **found, struct fault *f)
{
	struct record *casefile;
	uint64_t *ids;
	int64_t when;
	size_t n;
	enum rc rc = doing_children(d, person, KIND_CASEFILE, &ids, &n, f);

	for (size_t i = 0; i < n && !rc && !*found; i++) {
		rc = doing_peek(d, KIND_CASEFILE, ids[i], &casefile, f);
		if (rc || !casefile)
			continue;
		if (!when_moment(record_text(casefile, CASEFILE_WHEN), &when) &&
		    !when_moment(record_text(casefile, CASEFILE_OPENED), &when))
			continue;
		if (when > done)
			*found = casefile;
	}
	return rc;
}

/* Those who live with them, as far as they are people we know. */
static enum rc
home_after(struct doing *d, uint64_t person, int64_t done,
    const struct record **found, struct fault *f)
{
	struct record *member;
	uint64_t *ids;
	size_t n;
	enum rc rc = case_after(d, person, done, found, f);

	if (!rc)
		rc = doing_children(d, person, KIND_HOUSEHOLD, &ids, &n, f);
	for (size_t i = 0; !rc && !*found && i < n; i++) {
		rc = doing_peek(d, KIND_HOUSEHOLD, ids[i], &member, f);
		if (!rc && member && record_flag(member, HOUSEHOLD_LIVES) &&
		    record_link(member, HOUSEHOLD_LINK))
			rc = case_after(d,
			    record_link(member, HOUSEHOLD_LINK), done, found,
			    f);
	}
	return rc;
}

static bool
is_watched(const struct record *order)
{
	return strcmp(record_text(order, ORDER_STATE), "done") == 0 &&
	       strcmp(record_text(order, ORDER_REPEAT), "watching") == 0;
}

static enum rc
raise(struct doing *d, struct record *order, const struct record *found,
    struct fault *f)
{
	struct record *casefile;
	char now[24];
	enum rc rc = doing_open(d, KIND_CASEFILE,
	    record_link(order, ORDER_CASEFILE), &casefile, f);

	if (rc)
		return rc;
	doing_now(d, now);
	record_set_text(order, ORDER_REPEAT, "repeat");
	if ((rc = task_end(d, casefile, "repeat", NULL, f)))
		return rc;
	return task_make(d, casefile, "repeat", now,
	    arena_printf(d->arena, "%s again after the work",
		code_label(d->hub->codes, "crime",
		    record_text(found, CASEFILE_CATEGORY))),
	    f);
}

enum rc
repeats_look(struct doing *d, struct record *order, bool *again,
    struct fault *f)
{
	const struct record *found = NULL;
	struct record *casefile;
	int y, mo, day;
	int32_t first, last;
	int64_t done;
	enum rc rc;

	if (again)
		*again = false;
	if (!is_watched(order) ||
	    !when_days(record_text(order, ORDER_DONE), &first, &last))
		return RC_OK;
	/* What happened on the day of the work may have been before it. */
	day_split(last, &y, &mo, &day);
	done = moment_of_local(y, mo, day, 23, 59, 59);
	if ((rc = doing_peek(d, KIND_CASEFILE,
		 record_link(order, ORDER_CASEFILE), &casefile, f)) ||
	    !casefile)
		return rc;
	rc = home_after(
	    d, record_link(casefile, CASEFILE_PERSON), done, &found, f);
	if (rc || !found)
		return rc;
	if (again)
		*again = true;
	return raise(d, order, found, f);
}

enum rc
repeats_of(struct doing *d, uint64_t person, struct fault *f)
{
	struct record *order;
	uint64_t *cases, *ids;
	size_t n = 0, m = 0;
	enum rc rc = doing_children(d, person, KIND_CASEFILE, &cases, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_children(d, cases[i], KIND_ORDER, &ids, &m, f);
		for (size_t j = 0; j < m && !rc; j++) {
			rc = doing_peek(d, KIND_ORDER, ids[j], &order, f);
			if (rc || !order || !is_watched(order))
				continue;
			rc = doing_open(d, KIND_ORDER, ids[j], &order, f);
			if (!rc)
				rc = repeats_look(d, order, NULL, f);
		}
	}
	return rc;
}

/* ---- the act ---- */

static const struct choice which = {
	.slip = "order",
	.what = "security work",
	.kind = KIND_ORDER,
	.casefile = ORDER_CASEFILE,
	.by = { ORDER_ITEMS, ORDER_STATE },
};

/* The watch ends when its day has come and nothing was found. */
static enum rc
end_watch(struct doing *d, const struct record *casefile, struct record *order,
    struct fault *f)
{
	int64_t until;

	if (!is_watched(order)) {
		doing_say(d, "That work is not being watched.");
		return RC_OK;
	}
	if (!when_moment(record_text(order, ORDER_CHECK), &until) ||
	    until > hub_now(d->hub)) {
		doing_say(d, "Nothing happened there again so far.");
		return RC_OK;
	}
	record_set_text(order, ORDER_REPEAT, "none");
	doing_say(d, "Nothing happened there again.");
	return task_end(d, casefile, "repeat", NULL, f);
}

static enum rc
check(struct doing *d, struct fault *f)
{
	struct record *casefile, *order;
	bool again;
	enum rc rc = choose(d, &which, &casefile, &order, f);

	if (rc || (rc = repeats_look(d, order, &again, f)))
		return rc;
	if (!again)
		return end_watch(d, casefile, order, f);
	doing_say(d, "It happened again after the work; there is a task for it.");
	return RC_OK;
}

static const struct act_line check_lines[] = {
	{ "casefile", "which case, by its reference", false },
	{ "order", "which work, from 1; the only one if unsaid", false },
	{ NULL, NULL, false },
};

const struct act act_check_repeats = {
	.tag = ACT_CHECK_REPEATS,
	.name = "check_repeats",
	.verb = "order_work",
	.title = "Looked for more crimes",
	.help = "Look for new crimes after work at a home.",
	.lines = check_lines,
	.run = check,
};
