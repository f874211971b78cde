/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/vec.h"
#include "ctl/ctl.h"
#include "hub/card.h"
#include "hub/gate.h"
#include "hub/looked.h"
#include "hub/read.h"
#include "hub/surveys.h"
#include "model/kinds.h"
#include "model/record.h"

/*
 * A sample for a survey unit: whom to ring about a case that fits the survey,
 * without whoever said no, was asked not long ago by anybody, or is not safe to
 * ring. The row says what sort of case it was; the answers come back with that
 * and with no name (the feed survey-replies).
 */

static const struct out_column columns[] = {
	{ "ref", "ref", OUT_WORDS },
	{ "state", "state", OUT_WORDS },
	{ "why", "why", OUT_WORDS },
	{ "name", "name", OUT_WORDS },
	{ "phone", "phone", OUT_WORDS },
	{ "times", "times", OUT_WORDS },
	{ "language", NULL, OUT_WORDS },
	{ "category", "crime", OUT_WORDS },
	{ "month", NULL, OUT_WORDS },
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

struct sample {
	struct ctl *ctl;
	const struct survey *survey;
	struct out *out;
	struct arena *arena;
	uint64_t asked, most;
	bool all;
	VEC(uint64_t) cases;
	struct fault fault;
};

static int
list(struct ctl *ctl)
{
	static const struct out_column named[] = {
		{ "survey", "survey", OUT_WORDS },
		{ "title", "title", OUT_WORDS },
		{ "body", "asked by", OUT_WORDS },
	};
	struct out *out = out_new(ctl->format, named, 3, stdout);
	struct fault f = { 0 };

	for (size_t i = 0; i < surveys_count(ctl->hub->surveys); i++) {
		const struct survey *s = surveys_nth(ctl->hub->surveys, i);

		out_row(out, (const char *[]){ s->name, s->title, s->body });
	}
	return out_end(out, &f) ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

static void
tell(struct sample *s, const struct record *person,
    const struct record *casefile, const char *why,
    const struct gate_verdict *gate)
{
	char month[8];
	bool in = why == NULL;

	snprintf(month, sizeof(month), "%.7s",
	    record_text(casefile, CASEFILE_WHEN));
	out_row(s->out,
	    (const char *[COLUMNS]){ record_text(person, PERSON_REF),
		in ? "ask" : "left-out", in ? "" : why,
		in ? card_name(s->arena, person) : "",
		in ? record_text(person, PERSON_PHONE) : "",
		in ? gate->times : "", record_text(person, PERSON_LANGUAGE),
		record_text(casefile, CASEFILE_CATEGORY), month });
}

/* Every survey of every case of the person. */
static enum rc
read_asked(struct sample *s, const struct person_page *page,
    struct survey_case *of)
{
	const struct record **all = arena_get(s->arena, 128 * sizeof(*all));
	struct record_list list;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < page->casefiles.n && !rc; i++) {
		list = (struct record_list){ 0 };
		rc = hub_children(s->ctl->hub, s->arena,
		    page->casefiles.at[i]->id, KIND_SURVEY, &list, &s->fault);
		for (size_t j = 0; j < list.n && of->n_asked < 128; j++)
			all[of->n_asked++] = list.at[j];
	}
	of->asked = all;
	return rc;
}

static enum rc
judge(struct sample *s, const struct record *casefile)
{
	struct survey_case of = { .casefile = casefile,
		.now_ms = hub_now(s->ctl->hub) };
	struct person_page page = { 0 };
	struct gate_verdict gate = { .times = "" };
	const char *why = survey_fits(s->survey, &of);
	enum rc rc;

	if (why != NULL)
		return RC_OK;
	rc = hub_person_page(s->ctl->hub, s->arena,
	    record_link(casefile, CASEFILE_PERSON), &page, &s->fault);
	if (rc)
		return rc == RC_MISSING ? RC_OK : rc;
	of.person = page.person;
	if ((rc = read_asked(s, &page, &of)))
		return rc;
	why = survey_bars(s->survey, &of);
	if (why == NULL) {
		rc = gate_ask(s->ctl->hub, s->arena, page.person->id,
		    GATE_PHONE, NULL, &gate, &s->fault);
		if (!rc && !gate_is_open(&gate) && gate.answer != GATE_LATER)
			why = "not known to be safe to ring";
	}
	if (rc)
		return rc;
	if (why == NULL && s->asked++ < s->most)
		hub_looked(s->ctl->hub, LOOKED_SENT, KIND_PERSON,
		    page.person->id, s->survey->title);
	else if (why == NULL || !s->all)
		return RC_OK;
	tell(s, page.person, casefile, why, &gate);
	return RC_OK;
}

static enum rc
gather(const struct record *casefile, void *arg)
{
	struct sample *s = arg;

	*VEC_ADD(&s->cases) = casefile->id;
	return RC_OK;
}

static enum rc
take(struct sample *s)
{
	struct record *casefile;
	enum rc rc = hub_all(s->ctl->hub, KIND_CASEFILE, gather, s, &s->fault);

	for (size_t i = 0; i < s->cases.n && !rc; i++) {
		rc = hub_record(s->ctl->hub, s->arena, KIND_CASEFILE,
		    s->cases.at[i], &casefile, &s->fault);
		if (!rc)
			rc = judge(s, casefile);
		arena_reset(s->arena);
	}
	VEC_RELEASE(&s->cases);
	return rc ? rc : hub_looks_save(s->ctl->hub, &s->fault);
}

static int
sample(struct ctl *ctl, const char *name, uint64_t most, bool all)
{
	struct sample s = { .ctl = ctl, .most = most, .all = all };
	struct fault last = { 0 };
	enum rc rc = survey_find(ctl->hub->surveys, name, &s.survey, &s.fault);

	if (rc)
		return ctl_fail(ctl, name, &s.fault);
	s.arena = arena_new();
	s.out = out_new(ctl->format, columns, COLUMNS, stdout);
	rc = take(&s);
	arena_free(s.arena);
	if (out_end(s.out, &last) && !rc)
		return ctl_fail(ctl, NULL, &last);
	return rc ? ctl_fail(ctl, name, &s.fault) : CTL_DONE;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *limit = NULL;
	bool all = false;
	const struct option_row rows[] = {
		{ "limit", "N", "at most N to ask", &limit, NULL },
		{ "left-out", NULL, "tell also who is left out, and why", NULL,
		    &all },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	uint64_t most = UINT64_MAX;
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 1, &status) ||
	    !ctl_number(ctl, "limit", limit, &most, &status))
		return status;
	status = ctl_open(ctl, argc < 2);
	if (status != CTL_DONE)
		return status;
	return argc < 2 ? list(ctl) : sample(ctl, argv[1], most, all);
}

const struct ctl_command ctl_survey = {
	.name = "survey",
	.synopsis = "[NAME] [--limit N] [--left-out] [--format FORMAT]",
	.sentence = "the surveys there are, or whom one may ask",
	.verb = "export",
	.run = run,
};
