/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/acts/tasks.h"
#include "hub/gate.h"
#include "hub/hub.h"
#include "hub/slip.h"

#include "hub/acts/reaching.h"

/* Which way a contact went, by how it was made or by what came of it. */
/* clang-format off */
static const struct {
	const char *by, *outcome;
	enum gate_way way;
} roads[] = {
	{ "p", NULL, GATE_PHONE },
	{ "t", NULL, GATE_TEXT },
	{ "l", NULL, GATE_LETTER },
	{ "e", NULL, GATE_EMAIL },
	{ "v", NULL, GATE_VISIT },
	{ NULL, "sms-sent", GATE_TEXT },
	{ NULL, "letter-sent", GATE_LETTER },
	{ NULL, "email-sent", GATE_EMAIL },
	{ NULL, "voicemail-left", GATE_VOICEMAIL },
};
/* clang-format on */

/* They rang off, or never dialled: nothing went out. */
#define NOT_DONE "unsafe-aborted"

static bool
went(const struct record *contact, size_t i)
{
	return (roads[i].by &&
		   str_ieq(record_text(contact, CONTACT_BY), roads[i].by)) ||
	    (roads[i].outcome &&
		str_ieq(record_text(contact, CONTACT_OUTCOME),
		    roads[i].outcome));
}

/* Three letters are a reason; "x" is not. */
static const char *
reason(const struct doing *d)
{
	const char *why = slip_text(d->slip, "unsafe-why");

	return !str_is_blank(why) && strlen(why) >= 3 ? why : NULL;
}

/* It is done against what is safe: the supervisor sees it, and the trail. */
static enum rc
override(struct doing *d, const struct record *casefile,
    const struct gate_verdict *v, struct fault *f)
{
	struct task_new task = { .what = "supervisor" };

	d->why = reason(d);
	task.text = arena_printf(d->arena, "Against what is safe: %s, by %s. "
	    "%s Reason given: %s", gate_way_words(v->way), d->hub->me.login,
	    v->why, d->why);
	return task_raise(d, casefile, &task, f);
}

static enum rc
check_way(struct doing *d, const struct record *casefile, enum gate_way way,
    struct fault *f)
{
	struct gate_verdict v;
	enum rc rc = gate_check(d, record_link(casefile, CASEFILE_PERSON), way,
	    NULL, &v, f);

	/* Whoever writes it down has looked. */
	if (rc || v.answer == GATE_YES || v.answer == GATE_EYE)
		return rc;
	/* They were reached, so there is a number, and it was not ours. */
	if (!*v.where && way == GATE_PHONE)
		return RC_OK;
	return reason(d) ? override(d, casefile, &v, f) : gate_refuse(&v, f);
}

enum rc
reaching_check(struct doing *d, const struct record *casefile,
    const struct record *contact, struct fault *f)
{
	bool asked[GATE_WAYS] = { false };
	enum rc rc = RC_OK;

	if (str_ieq(record_text(contact, CONTACT_WAY), "in") ||
	    str_ieq(record_text(contact, CONTACT_OUTCOME), NOT_DONE))
		return RC_OK;
	for (size_t i = 0; i < sizeof(roads) / sizeof(roads[0]); i++)
		asked[roads[i].way] |= went(contact, i);
	asked[GATE_VOICEMAIL] |= record_flag(contact, CONTACT_LEFT);
	asked[GATE_INTERPRETER] |= slip_has(d->slip, "interpreter");
	for (int way = 0; way < GATE_WAYS && !rc; way++)
		if (asked[way])
			rc = check_way(d, casefile, (enum gate_way)way, f);
	return rc;
}
