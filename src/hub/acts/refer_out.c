/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/casework.h"
#include "hub/acts/tasks.h"
#include "hub/carried.h"
#include "hub/hub.h"
#include "hub/pathway.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * A person is passed on to a service. What was agreed and what is in force with
 * the service decide whether, and what goes along; how to reach them safely
 * always goes along, and an address that is not safe never does.
 */

#define REPLY_HOURS 48 /* where the service does not say */

struct referring {
	struct doing *d;
	struct record *casefile, *person, *referral;
	struct directory directory;
	struct pathway_fit fit;
};

/* ---- to whom ---- */

static enum rc
find_provider(struct referring *r, struct fault *f)
{
	struct doing *d = r->d;
	const char *typed = slip_text(d->slip, "service");
	uint64_t id = slip_id(d->slip, "to");
	const struct record *one = NULL;
	const struct code *code = NULL;
	enum rc rc = directory_read(
	    d->hub, &d->look, d->arena, &r->directory, f);

	for (size_t i = 0; !rc && i < r->directory.n_services; i++)
		if (id && r->directory.services[i]->id == id)
			one = r->directory.services[i];
	if (rc)
		return rc;
	code = code_by(d->hub->codes, "service", typed);
	if (!one && !code &&
	    !code_match(d->hub->codes, "service", typed, &code, 1))
		return fault_set(f, RC_INVALID,
		    "service: say which, by code or name");
	pathway_fit(d->hub, d->arena, &r->directory, code ? code->code : "",
	    one, r->casefile, r->person, &r->fit);
	return RC_OK;
}

/* What no reason lifts is refused; the rest wants one. */
static enum rc
check_bars(struct referring *r, struct fault *f)
{
	enum pathway_bar bar = pathway_refusal(&r->fit);
	struct buf words = { 0 };
	enum rc rc = RC_OK;

	pathway_words(&r->fit, &words);
	if (bar != PATHWAY_BARS)
		rc = fault_set(f, RC_UNLAWFUL, "%s: %s. %s", r->fit.name,
		    pathway_bar_rows[bar].word, pathway_bar_rows[bar].help);
	else if (words.len && !slip_has(r->d->slip, "why"))
		rc = fault_set(f, RC_UNLAWFUL,
		    "%s: %s. Choose another, say why it goes there all the "
		    "same (why), or note the need as unmet (note_unmet)",
		    r->fit.name, buf_str(&words));
	else if (words.len)
		record_set_text(r->referral, REFERRAL_WARNED, buf_str(&words));
	buf_release(&words);
	return rc;
}

/* One that is out already is chased, not sent again beside it. */
static enum rc
check_twice(struct referring *r, struct fault *f)
{
	static const char *const open[] = { "sent", "waiting", "accepted" };
	struct record *one;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(
	    r->d, r->casefile->id, KIND_REFERRAL, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(r->d, KIND_REFERRAL, ids[i], &one, f);
		if (rc || !one ||
		    !str_ieq(record_text(one, REFERRAL_SERVICE), r->fit.code))
			continue;
		for (size_t j = 0; j < sizeof(open) / sizeof(open[0]); j++)
			if (strcmp(record_text(one, REFERRAL_STATE),
				open[j]) == 0 &&
			    !slip_has(r->d->slip, "why"))
				return fault_set(f, RC_UNLAWFUL,
				    "%s was asked already and it is not over: "
				    "ask again (chase_referral), or say why it "
				    "goes once more (why)",
				    r->fit.name);
	}
	return rc;
}

/* ---- what goes along ---- */

/* What would lead to a place or a number that is not safe stays here. */
static const struct {
	const char *item;
	enum gate_way way;
} guarded[] = {
	{ "address", GATE_LETTER },
	{ "phone", GATE_PHONE },
	{ "email", GATE_EMAIL },
};

static enum rc
is_safe(struct referring *r, const char *item, bool *safe, struct fault *f)
{
	struct gate_verdict v;
	enum rc rc = RC_OK;

	*safe = true;
	for (size_t i = 0; i < sizeof(guarded) / sizeof(guarded[0]); i++) {
		if (strcmp(guarded[i].item, item) != 0)
			continue;
		rc = gate_check(r->d, r->person->id, guarded[i].way, NULL, &v,
		    f);
		/* Set hours are carried in words; a no is a no. */
		*safe = !rc && v.answer != GATE_NO &&
			(v.answer != GATE_UNKNOWN || !v.feared);
		if (strcmp(item, "address") == 0)
			*safe = !rc && gate_is_open(&v);
	}
	return rc;
}

static enum rc
set_items(struct referring *r, struct fault *f)
{
	const char *rest = r->fit.items;
	struct buf out = { 0 };
	struct span word;
	enum rc rc = RC_OK;

	while (!rc && str_word(&rest, &word)) {
		const char *item = arena_strn(r->d->arena, word.at, word.len);
		bool safe;

		rc = is_safe(r, item, &safe, f);
		if (!rc && safe)
			buf_printf(&out, "%s%s", out.len ? " " : "", item);
	}
	record_set_text(r->referral, REFERRAL_ITEMS, buf_str(&out));
	buf_release(&out);
	return rc;
}

static enum rc
set_safe(struct referring *r, struct fault *f)
{
	struct gate_verdict v[CARRIED_WAYS];
	struct buf out = { 0 };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < CARRIED_WAYS && !rc; i++)
		rc = gate_check(r->d, r->person->id, carried_ways[i], NULL,
		    &v[i], f);
	if (rc)
		return rc;
	carried_words(v, CARRIED_WAYS, &out);
	record_set_text(r->referral, REFERRAL_SAFE, buf_str(&out));
	buf_wipe(&out);
	return RC_OK;
}

/* ---- by when ---- */

static enum rc
set_reply(struct referring *r, struct fault *f)
{
	struct doing *d = r->d;
	int64_t hours = r->fit.service ?
			    record_number(r->fit.service, SERVICE_REPLY) :
			    0;
	int64_t at = hub_now(d->hub);
	char iso[24];
	int y, mo, day, h, mi;

	if (slip_has(d->slip, "reply"))
		return doing_set(d, r->referral, REFERRAL_REPLY_DUE,
		    slip_text(d->slip, "reply"), f);
	at += (hours ? hours : REPLY_HOURS) * INT64_C(3600000);
	moment_local(at, &y, &mo, &day, &h, &mi, NULL);
	snprintf(iso, sizeof(iso), "%04d-%02d-%02dT%02d:%02d", y, mo, day, h,
	    mi);
	record_set_text(r->referral, REFERRAL_REPLY_DUE, iso);
	return RC_OK;
}

/* ---- the referral itself ---- */

/* One that waits to be sent goes; there is no second one beside it. */
static enum rc
find_queued(struct referring *r, struct fault *f)
{
	struct record *one;
	uint64_t *ids, id = slip_id(r->d->slip, "referral");
	size_t n;
	enum rc rc = doing_children(
	    r->d, r->casefile->id, KIND_REFERRAL, &ids, &n, f);

	for (size_t i = 0; i < n && !rc && !id; i++) {
		rc = doing_peek(r->d, KIND_REFERRAL, ids[i], &one, f);
		if (!rc && one &&
		    strcmp(record_text(one, REFERRAL_STATE), "queued") == 0 &&
		    str_ieq(record_text(one, REFERRAL_SERVICE), r->fit.code))
			id = ids[i];
	}
	if (rc)
		return rc;
	if (!id)
		return case_child(r->d, KIND_REFERRAL, r->casefile,
		    REFERRAL_CASEFILE, &r->referral, f);
	rc = doing_open(r->d, KIND_REFERRAL, id, &r->referral, f);
	if (!rc)
		r->d->done->made = id;
	return rc;
}

static const struct set_line refer_set[] = {
	{ "urgent", REFERRAL_URGENT },
	{ "by", REFERRAL_BY },
	{ "note", REFERRAL_NOTE },
	{ "need", REFERRAL_NEED },
	{ "why", REFERRAL_WHY },
};

static enum rc
fill(struct referring *r, struct fault *f)
{
	struct doing *d = r->d;
	char now[24];
	enum rc rc = set_lines(d, r->referral, refer_set,
	    sizeof(refer_set) / sizeof(refer_set[0]), f);

	if (rc)
		return rc;
	doing_now(d, now);
	record_set_text(r->referral, REFERRAL_SERVICE, r->fit.code);
	record_set_link(r->referral, REFERRAL_TO,
	    r->fit.service ? r->fit.service->id : 0);
	if (!*record_text(r->referral, REFERRAL_ON))
		record_set_text(r->referral, REFERRAL_ON, now);
	if (!*record_text(r->referral, REFERRAL_BY) && r->fit.service)
		record_set_text(r->referral, REFERRAL_BY,
		    record_text(r->fit.service, SERVICE_BY));
	record_set_link(r->referral, REFERRAL_WORKER, d->hub->me.id);
	if (!*record_text(r->referral, REFERRAL_URGENT))
		record_set_flag(r->referral, REFERRAL_URGENT,
		    record_has_code(r->casefile, CASEFILE_RISK, "s"));
	return RC_OK;
}

/* They ring it themselves: nothing of theirs leaves the hub. */
static enum rc
signpost(struct referring *r, struct fault *f)
{
	char now[24];

	(void)f;
	doing_now(r->d, now);
	record_set_text(r->referral, REFERRAL_STATE, "done");
	record_set_text(r->referral, REFERRAL_CLOSED, now);
	doing_say(r->d, "Told of %s; nothing was shared. %s", r->fit.name,
	    record_text(r->fit.service, SERVICE_PHONE));
	return RC_OK;
}

static enum rc
send(struct referring *r, struct fault *f)
{
	char now[24];
	enum rc rc;

	doing_now(r->d, now);
	record_set_text(r->referral, REFERRAL_STATE, "sent");
	record_set_text(r->referral, REFERRAL_SENT, now);
	record_set_text(r->referral, REFERRAL_BASIS, r->fit.basis);
	if ((rc = set_items(r, f)) || (rc = set_safe(r, f)) ||
	    (rc = set_reply(r, f)))
		return rc;
	doing_say(r->d, "Referred to %s. A reply is wanted by %s.", r->fit.name,
	    told_day(r->d, record_text(r->referral, REFERRAL_REPLY_DUE)));
	return task_make(r->d, r->casefile, "referral-reply",
	    record_text(r->referral, REFERRAL_REPLY_DUE),
	    arena_printf(r->d->arena, "%s: no reply yet", r->fit.name), f);
}

static enum rc
refer(struct doing *d, struct fault *f)
{
	struct referring r = { .d = d };
	enum rc rc = doing_casefile(d, &r.casefile, f);

	d->strict = true;
	if (!rc)
		rc = doing_open(d, KIND_PERSON,
		    record_link(r.casefile, CASEFILE_PERSON), &r.person, f);
	if (rc || (rc = find_provider(&r, f)) || (rc = check_twice(&r, f)) ||
	    (rc = find_queued(&r, f)) ||
	    (rc = check_bars(&r, f)) || (rc = fill(&r, f)))
		return rc;
	d->done->casefile = r.casefile->id;
	d->done->person = r.person->id;
	return r.fit.signpost ? signpost(&r, f) : send(&r, f);
}

/* clang-format off */
static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "service", "which service, by code or part of its name", true },
	{ "to", "which provider of it; the one that fits best if unsaid", false },
	{ "urgent", "y: to be seen the same day", false },
	{ "by", "how it is sent: p phone, e secure e-mail, l letter", false },
	{ "reply", "when a reply is wanted; as the service promises if unsaid", false },
	{ "need", "the need it serves", false },
	{ "note", "what the service must know besides", false },
	{ "why", "why it goes there although something stands against it", false },
	{ NULL, NULL, false },
};
/* clang-format on */

const struct act act_refer_out = {
	.tag = ACT_REFER_OUT,
	.name = "refer_out",
	.title = "Referred",
	.help = "Pass a person on to a service, with what it needs and no more.",
	.lines = lines,
	.run = refer,
};
