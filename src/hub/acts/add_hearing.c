/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/courting.h"
#include "hub/acts/hearing.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * A day for the diary, as it is told in one breath: who for, when, at which
 * court, what is wanted on the day, whether they know, a note. The same line
 * keeps a visit or a call, which is a task of the case.
 */

/* What is listed next from each stage, where nobody said what it is. */
/* clang-format off */
static const struct {
	const char *stage, *sort;
} usual[] = {
	{ "S09", "first" },	{ "S13", "mention" },	{ "S14", "mention" },
	{ "S16", "trial" },	{ "S17", "ptph" },	{ "S18", "trial" },
	{ "S19", "trial" },	{ "S20", "trial" },	{ "S21", "trial" },
	{ "S23", "trial" },	{ "S15", "sentence" },	{ "S26", "sentence" },
	{ "S27", "sentence" },	{ "S28", "sentence" },	{ "S31", "appeal" },
	{ "S40", "breach" },
};
/* clang-format on */

static const char *
usual_sort(const char *stage)
{
	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
		if (strcmp(usual[i].stage, stage) == 0)
			return usual[i].sort;
	return "mention";
}

static bool
is_yes(const struct doing *d, const char *name)
{
	const char *text = slip_text(d->slip, name);

	return *text == 'y' || *text == 'Y';
}

/* Not a court after all: a visit or a call is something to do. */
static enum rc
keep_task(struct doing *d, struct record *casefile,
    const struct record *hearing, const char *what, struct fault *f)
{
	const char *on = record_text(hearing, HEARING_ON);
	const char *text = record_text(hearing, HEARING_NEEDS);

	if (!*on)
		return fault_set(f, RC_INVALID, "When: say the day and the "
						"hour, such as fri 1400");
	record_set_text(casefile, CASEFILE_NEXT_DUE, on);
	record_set_text(casefile, CASEFILE_NEXT_WHAT,
	    code_label(d->hub->codes, "task", what));
	if (!*text)
		text = record_text(hearing, HEARING_NOTE);
	return task_make(d, casefile, what, on, text, f);
}

static enum rc
refer(struct doing *d, const struct record *casefile, struct fault *f)
{
	const char *service = slip_text(d->slip, "refer");
	struct record *r;
	enum rc rc;

	if (str_is_blank(service) || strcmp(service, "-") == 0)
		return RC_OK;
	rc = doing_make(d, KIND_REFERRAL,
	    record_link(casefile, CASEFILE_PERSON), 0, &r, f);
	if (!rc)
		rc = doing_set(d, r, REFERRAL_SERVICE, service, f);
	if (rc)
		return rc;
	record_set_link(r, REFERRAL_CASEFILE, casefile->id);
	record_set_text(r, REFERRAL_STATE, "queued");
	record_set_flag(r, REFERRAL_URGENT, false);
	courting_now_unless(d, r, REFERRAL_ON);
	return RC_OK;
}

static enum rc
keep_hearing(struct doing *d, struct record *casefile, struct record *hearing,
    struct fault *f)
{
	struct buf words = { 0 };
	enum rc rc;

	if (!*record_text(hearing, HEARING_SORT))
		record_set_text(hearing, HEARING_SORT,
		    usual_sort(record_text(casefile, CASEFILE_STAGE)));
	record_set_number(hearing, HEARING_NTH, 1);
	rc = hearing_check(d, casefile, hearing, f);
	if (!rc)
		rc = hearing_listed(d, casefile, hearing, is_yes(d, "told"),
		    f);
	if (rc)
		return rc;
	hearing_words(d, hearing, &words);
	doing_say(d, "Saved %s: %s.%s", d->done->ref, buf_str(&words),
	    is_yes(d, "told") ? "" : " They do not know yet.");
	buf_release(&words);
	return RC_OK;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *hearing, *person;
	const struct code *as;
	enum rc rc = courting_begin(d, &casefile, f);

	if (rc)
		return rc;
	/* Only looked at until it is known to be a court's. */
	hearing = record_new(d->arena,
	    kinds_by_tag(d->hub->kinds, KIND_HEARING), 0);
	rc = doing_fill(d, hearing, f);
	if (!rc)
		rc = doing_peek(d, KIND_PERSON,
		    record_link(casefile, CASEFILE_PERSON), &person, f);
	if (rc)
		return rc;
	courting_done(d, casefile, hearing);
	if (person)
		str_set(d->done->ref, sizeof(d->done->ref),
		    record_text(person, PERSON_REF));
	as = code_by(d->hub->codes, "court-role",
	    record_text(hearing, HEARING_AS));
	if (as && as->group && strcmp(as->group, "court") != 0) {
		rc = keep_task(d, casefile, hearing, as->group, f);
		doing_say(d, "Saved %s: %s.", d->done->ref,
		    code_label(d->hub->codes, "task", as->group));
	} else {
		rc = courting_make(d, casefile, KIND_HEARING, &hearing, f);
		if (!rc)
			rc = keep_hearing(d, casefile, hearing, f);
	}
	if (!rc)
		d->done->made = hearing->id;
	return rc ? rc : refer(d, casefile, f);
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "hearing.on", "the day and the hour", true },
	{ "hearing.court", "at which court; not for a visit or a call", false },
	{ "hearing.as", "c victim, w witness, s supporter, n need not attend; "
			"v a visit, p a call",
	    false },
	{ "hearing.measures", "what is wanted on the day, by letters", false },
	{ "told", "y when they know of it", false },
	{ "hearing.note", "anything else", false },
	{ "refer", "a service to refer to, by code", false },
	{ "hearing.*", "sort, needs, room, interpreter, asked-by, asked-on",
	    false },
	{ NULL, NULL, false },
};

const struct act act_add_hearing = {
	.tag = ACT_ADD_HEARING,
	.name = "add_hearing",
	.verb = "court",
	.title = "Diary entry",
	.help = "Keep a day in court, a visit or a call in the diary, with "
		"what is wanted on the day.",
	.lines = lines,
	.run = run,
};
