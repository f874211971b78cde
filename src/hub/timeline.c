/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/when.h"
#include "hub/due.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/code.h"
#include "model/record.h"

#include "hub/journey.h"

/*
 * A timeline is made of records of many kinds, and each kind has one short
 * function here that makes its line. Nothing is kept for it: what happened is
 * in the records.
 */

/* Columns of someone's own words that a line has room for. */
#define WORDS_MOST 60

struct gathering {
	struct hub *hub;
	struct arena *arena;
	const struct record *casefile;
	struct record_list told, tasks; /* of the case */
	int64_t now_ms;
	VEC(struct timeline_step) steps;
};

typedef void step_fn(struct gathering *g, const struct record *r);

/* ---- words ---- */

static const char *
label(const struct gathering *g, const char *list, const char *code)
{
	return arena_str(g->arena, code_label(g->hub->codes, list, code));
}

/* The moment of a text as kept: a when, or milliseconds in decimal. */
static int64_t
moment_of(const char *text)
{
	uint64_t ms;
	int64_t at;

	if (strlen(text) > 8 && str_to_u64(text, &ms))
		return (int64_t)ms;
	return when_moment(text, &at) ? at : 0;
}

static bool
has_hour(const char *iso)
{
	return strchr(iso, 'T') || (strlen(iso) > 8 && !strchr(iso, '-'));
}

/* "31 Aug 2026", "1 Sep 16:10" this year, "Mar 2021". */
static const char *
when_words(const struct gathering *g, const char *iso, int64_t at_ms)
{
	int y, mo, d, h, mi, year;
	struct buf out = { 0 };
	const char *words;

	moment_local(at_ms, &y, &mo, &d, &h, &mi, NULL);
	moment_local(g->now_ms, &year, NULL, NULL, NULL, NULL, NULL);
	if (has_hour(iso) && y == year)
		return arena_printf(g->arena, "%d %.3s %02d:%02d", d,
		    month_name(mo), h, mi);
	if (has_hour(iso))
		return arena_printf(g->arena, "%d %.3s %d", d, month_name(mo),
		    y);
	when_show(iso, &out);
	words = arena_strn(g->arena, out.at, out.len);
	buf_wipe(&out);
	return words;
}

static const char *
day_words(const struct gathering *g, const char *iso)
{
	int mo, d;

	moment_local(moment_of(iso), NULL, &mo, &d, NULL, NULL, NULL);
	return arena_printf(g->arena, "%d %.3s", d, month_name(mo));
}

static const char *
initials(const struct gathering *g, uint64_t worker)
{
	struct record *r;

	if (worker && worker == g->hub->me.id)
		return arena_str(g->arena, g->hub->me.initials);
	if (!worker || hub_record(g->hub, g->arena, KIND_WORKER, worker, &r,
			   NULL) != RC_OK)
		return "";
	return record_text(r, WORKER_INITIALS);
}

/* The first line of what someone wrote, as far as there is room. */
static const char *
first_words(const struct gathering *g, const char *text)
{
	size_t line = strcspn(text, "\n");
	size_t n = utf8_fit(text, line, WORDS_MOST, NULL);

	return arena_printf(g->arena, "%.*s%s", (int)n, text,
	    n < line ? "..." : "");
}

static struct timeline_step *
add(struct gathering *g, const struct record *r, const char *iso,
    const char *track, char letter)
{
	struct timeline_step *s = VEC_ADD(&g->steps);

	s->at_ms = moment_of(iso);
	s->when = when_words(g, iso, s->at_ms);
	s->iso = iso;
	s->who = s->what = s->told = "";
	s->track = track;
	s->letter = letter;
	s->casefile = g->casefile->id;
	s->record = r->id;
	return s;
}

/* ---- one kind each ---- */

static void
add_step(struct gathering *g, const struct record *r)
{
	const char *code = record_text(r, STEP_STATE);
	const struct journey_state *state =
	    journey_state(g->hub->journeys, code);
	struct timeline_step *s = add(g, r, record_text(r, STEP_ON),
	    state ? state->track : "hub", state ? state->letter : '?');
	const char *number = record_text(g->casefile, CASEFILE_NUMBER);
	const char *by = record_text(r, STEP_TOLD_BY);

	s->who = *by ? by : s->track;
	s->what = arena_str(g->arena, state ? state->label : code);
	if (strcmp(code, "S01") == 0 && *number)
		s->what = arena_printf(g->arena, "%s %s", s->what, number);
	s->told = NULL; /* wanted: see claim_told() */
}

/* "call out", "text in": how and which way. */
static const char *
way_words(const struct gathering *g, const struct record *r)
{
	const char *by = record_text(r, CONTACT_BY);
	const char *way = record_text(r, CONTACT_WAY);
	const char *how =
	    strcmp(by, "p") == 0 || !*by ? "call" : label(g, "contact-by", by);

	return arena_printf(g->arena, "%s%s%s", how, *way ? " " : "", way);
}

static void
add_contact(struct gathering *g, const struct record *r)
{
	struct timeline_step *s =
	    add(g, r, record_text(r, CONTACT_ON), "contact", 'o');
	const char *outcome = record_text(r, CONTACT_OUTCOME);
	const char *note = record_text(r, CONTACT_NOTE);
	int64_t minutes = record_number(r, CONTACT_MINUTES);
	struct buf what = { 0 };

	s->who = initials(g, record_link(r, CONTACT_WORKER));
	buf_puts(&what, way_words(g, r));
	if (*outcome)
		buf_printf(&what, ", %s", label(g, "contact-outcome", outcome));
	if (minutes)
		buf_printf(&what, ", %d min", (int)minutes);
	if (*note)
		buf_printf(&what, ": %s", first_words(g, note));
	s->what = arena_strn(g->arena, what.at, what.len);
	buf_wipe(&what);
}

static void
add_referral(struct gathering *g, const struct record *r)
{
	const char *service = record_text(r, REFERRAL_SERVICE);
	const char *state = record_text(r, REFERRAL_STATE);
	const char *name = label(g, "service", service);
	char letter = (char)(*name >= 'a' && *name <= 'z' ? *name - 32 : *name);
	struct timeline_step *s =
	    add(g, r, record_text(r, REFERRAL_ON), "service", letter);

	s->who = arena_str(g->arena, service);
	s->what = arena_printf(g->arena, "%s%s%s%s", name,
	    record_flag(r, REFERRAL_URGENT) ? ", urgent" : "",
	    *state ? ", " : "", label(g, "referral-state", state));
}

static void
add_hearing(struct gathering *g, const struct record *r)
{
	struct timeline_step *s =
	    add(g, r, record_text(r, HEARING_ON), "court", 'h');
	const char *result = record_text(r, HEARING_RESULT);

	s->who = "court";
	s->what = arena_printf(g->arena, "%s, %s%s%s",
	    label(g, "hearing", record_text(r, HEARING_SORT)),
	    label(g, "court", record_text(r, HEARING_COURT)),
	    *result ? ": " : "", label(g, "listing", result));
	s->told = *record_text(r, HEARING_TOLD)
		      ? record_flag(r, HEARING_TOLD) ? "told" : "told? no"
		      : "told? no";
}

static void
add_consent(struct gathering *g, const struct record *r)
{
	const char *kind = label(g, "consent", record_text(r, CONSENT_KIND));
	const char *back = record_text(r, CONSENT_WITHDRAWN);
	struct timeline_step *s =
	    add(g, r, record_text(r, CONSENT_ON), "hub", 'c');

	s->who = "victim";
	s->what = arena_printf(g->arena, "consent: %s", kind);
	if (!*back)
		return;
	s = add(g, r, back, "hub", 'x');
	s->who = "victim";
	s->what = "consent taken back";
}

static void
add_note(struct gathering *g, const struct record *r)
{
	struct timeline_step *s =
	    add(g, r, record_text(r, NOTE_ON), "hub", 'n');

	s->who = initials(g, record_link(r, NOTE_WORKER));
	s->what = first_words(g, record_text(r, NOTE_TEXT));
}

static void
add_told(struct gathering *g, const struct record *r)
{
	struct timeline_step *s =
	    add(g, r, record_text(r, TOLD_ON), "contact", 't');
	const char *by = record_text(r, TOLD_BY);

	s->who = record_link(r, TOLD_WORKER)
		     ? initials(g, record_link(r, TOLD_WORKER))
		     : arena_str(g->arena, by);
	s->what = arena_printf(g->arena, "victim told: %s",
	    label(g, "told", record_text(r, TOLD_WHAT)));
}

/* ---- clocks ---- */

/* The digit of a right, "R04" is 4; '!' once it was not kept. */
static char
clock_letter(const struct due_rule *rule, bool late)
{
	if (late)
		return '!';
	return rule && *rule->right ? rule->right[strlen(rule->right) - 1]
				    : '.';
}

static void
add_clock(struct gathering *g, const struct record *r)
{
	const char *state = record_text(r, CLOCK_STATE);
	const char *due = record_text(r, CLOCK_DUE);
	const char *met = record_text(r, CLOCK_MET);
	const struct due_rule *rule =
	    due_rule_by(g->hub->deadlines, record_text(r, CLOCK_RULE));
	bool running = strcmp(state, "running") == 0;
	bool late = strcmp(state, "late") == 0 ||
		    (running && moment_of(due) < g->now_ms);
	struct timeline_step *s =
	    add(g, r, *met ? met : due, "clock", clock_letter(rule, late));
	char left[16];

	s->who = rule ? arena_str(g->arena, rule->holder) : "";
	due_words(g->now_ms, moment_of(due), left);
	s->what = arena_printf(g->arena, "%s: %s",
	    rule ? rule->title : record_text(r, CLOCK_RULE),
	    running        ? left
	    : late && *met ? "met, but late"
			   : label(g, "clock-state", state));
}

/* ---- the case itself ---- */

/* What happened, before anybody was told. */
static void
add_crime(struct gathering *g, const struct record *r)
{
	const char *number = record_text(r, CASEFILE_NUMBER);
	struct timeline_step *s;

	if (!*record_text(r, CASEFILE_WHEN))
		return;
	s = add(g, r, record_text(r, CASEFILE_WHEN), "police", '*');
	s->who = *number ? "police" : "";
	s->what = arena_printf(g->arena, "%s%s%s",
	    label(g, "crime", record_text(r, CASEFILE_CATEGORY)),
	    *number ? " " : ", not reported", number);
}

static void
add_casefile(struct gathering *g, const struct record *r)
{
	const char *opened = record_text(r, CASEFILE_OPENED);
	const char *closed = record_text(r, CASEFILE_CLOSED);
	const char *source = record_text(r, CASEFILE_SOURCE);
	struct timeline_step *s;

	add_crime(g, r);
	if (*opened) {
		s = add(g, r, opened, "service", 'R');
		s->who = "hub";
		s->what = arena_printf(g->arena, "referral received%s%s",
		    *source ? ", " : "", label(g, "source", source));
	}
	if (!*closed)
		return;
	s = add(g, r, closed, "hub", 'z');
	s->who = "hub";
	s->what = arena_printf(g->arena, "case closed: %s",
	    label(g, "closure", record_text(r, CASEFILE_CLOSED_WHY)));
}

/* A step stands for an outcome that moved it or that leads where it went. */
static bool
is_a_step(const struct gathering *g, const struct record_list *steps,
    const struct record *outcome)
{
	const char *wording = code_label(g->hub->codes, "outcome",
	    record_text(outcome, OUTCOME_TYPE));
	const char *state = journey_of_outcome(g->hub->journeys, wording);

	for (size_t i = 0; i < steps->n; i++)
		if (record_link(steps->at[i], STEP_OUTCOME) == outcome->id ||
		    (state && strcmp(record_text(steps->at[i], STEP_STATE),
				  state) == 0))
			return true;
	return false;
}

/* Outcomes of the crime that moved nothing are still news. */
static enum rc
add_outcomes(struct gathering *g, struct fault *f)
{
	uint64_t crime = record_link(g->casefile, CASEFILE_CRIME);
	struct record_list outcomes, steps;
	enum rc rc;

	if (!crime)
		return RC_OK;
	rc = hub_children(g->hub, g->arena, crime, KIND_OUTCOME, &outcomes, f);
	if (!rc)
		rc = hub_children(g->hub, g->arena, g->casefile->id, KIND_STEP,
		    &steps, f);
	for (size_t i = 0; !rc && i < outcomes.n; i++) {
		const struct record *r = outcomes.at[i];
		struct timeline_step *s;

		if (is_a_step(g, &steps, r))
			continue;
		s = add(g, r, record_text(r, OUTCOME_MONTH), "police", 'f');
		s->who = "police";
		s->told = NULL;
		s->what = label(g, "outcome", record_text(r, OUTCOME_TYPE));
	}
	return rc;
}

/* ---- what the victim was told ---- */

/* The last step by ${at_ms} that nobody was told of yet; NULL if none. */
static struct timeline_step *
untold_by(struct gathering *g, size_t first, int64_t at_ms)
{
	struct timeline_step *last = NULL;

	for (size_t i = first; i < g->steps.n; i++) {
		struct timeline_step *s = &g->steps.at[i];

		if (!s->told && s->at_ms <= at_ms &&
		    (!last || s->at_ms >= last->at_ms))
			last = s;
	}
	return last;
}

/* A task to tell them that is not done, or that is all there is to go by. */
static bool
is_telling(const struct gathering *g, const struct record *task)
{
	bool open = strcmp(record_text(task, TASK_STATE), "open") == 0;

	return strcmp(record_text(task, TASK_WHAT), "tell") == 0 &&
	       (open || (!g->told.n && *record_text(task, TASK_DONE)));
}

static const char *
task_words(const struct gathering *g, const struct record *task)
{
	if (strcmp(record_text(task, TASK_STATE), "open") == 0)
		return "told? no";
	return arena_printf(g->arena, "told %s",
	    day_words(g, record_text(task, TASK_DONE)));
}

/*
 * Each telling is of the last thing that happened before it; a task to tell
 * them is of the last that is left.
 */
static void
claim_told(struct gathering *g, size_t first)
{
	struct timeline_step *s;

	for (size_t i = 0; i < g->told.n; i++) {
		const char *on = record_text(g->told.at[i], TOLD_ON);

		if ((s = untold_by(g, first, moment_of(on))))
			s->told =
			    arena_printf(g->arena, "told %s", day_words(g, on));
	}
	for (size_t i = g->tasks.n; i-- > 0;)
		if (is_telling(g, g->tasks.at[i]) &&
		    (s = untold_by(g, first, INT64_MAX)))
			s->told = task_words(g, g->tasks.at[i]);
	for (size_t i = first; i < g->steps.n; i++)
		if (!g->steps.at[i].told)
			g->steps.at[i].told = "";
}

/* clang-format off */
static const struct source {
	unsigned kind;
	step_fn *add;
} sources[] = {
	{ KIND_STEP,		add_step },
	{ KIND_HEARING,		add_hearing },
	{ KIND_REFERRAL,	add_referral },
	{ KIND_CONSENT,		add_consent },
	{ KIND_CONTACT,		add_contact },
	{ KIND_TOLD,		add_told },
	{ KIND_NOTE,		add_note },
	{ KIND_CLOCK,		add_clock },
};
/* clang-format on */

static enum rc
add_source(struct gathering *g, const struct source *source, struct fault *f)
{
	struct record_list list;
	enum rc rc = hub_children(g->hub, g->arena, g->casefile->id,
	    source->kind, &list, f);

	for (size_t i = 0; !rc && i < list.n; i++)
		source->add(g, list.at[i]);
	return rc;
}

static enum rc
add_case(struct gathering *g, const struct record *casefile, struct fault *f)
{
	size_t first;
	enum rc rc;

	g->casefile = casefile;
	first = g->steps.n;
	rc = hub_children(g->hub, g->arena, casefile->id, KIND_TOLD, &g->told,
	    f);
	if (!rc)
		rc = hub_children(g->hub, g->arena, casefile->id, KIND_TASK,
		    &g->tasks, f);
	if (rc)
		return rc;
	add_casefile(g, casefile);
	for (size_t i = 0; !rc && i < sizeof(sources) / sizeof(sources[0]); i++)
		rc = add_source(g, &sources[i], f);
	if (!rc)
		rc = add_outcomes(g, f);
	claim_told(g, first);
	return rc;
}

/* Oldest first; of those at one moment, as they were added. */
static void
sort_steps(struct timeline_step *at, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct timeline_step s = at[i];
		size_t to = i;

		for (; to && at[to - 1].at_ms > s.at_ms; to--)
			at[to] = at[to - 1];
		at[to] = s;
	}
}

static enum rc
add_cases(struct gathering *g, uint64_t person, uint64_t casefile,
    struct fault *f)
{
	struct record_list cases;
	bool found = !casefile;
	enum rc rc =
	    hub_children(g->hub, g->arena, person, KIND_CASEFILE, &cases, f);

	for (size_t i = 0; !rc && i < cases.n; i++) {
		if (casefile && cases.at[i]->id != casefile)
			continue;
		found = true;
		rc = add_case(g, cases.at[i], f);
	}
	if (!rc && !found)
		return fault_set(f, RC_MISSING,
		    "that person has no such case that you may see");
	return rc;
}

enum rc
timeline_read(struct hub *hub, struct arena *arena, uint64_t person,
    uint64_t casefile, struct timeline *line, struct fault *f)
{
	struct gathering g = {
		.hub = hub, .arena = arena, .now_ms = hub_now(hub)
	};
	enum rc rc = add_cases(&g, person, casefile, f);

	*line = (struct timeline){ 0 };
	if (!rc && g.steps.n) {
		sort_steps(g.steps.at, g.steps.n);
		line->at = arena_copy(arena, g.steps.at,
		    g.steps.n * sizeof(*g.steps.at));
		line->n = g.steps.n;
	}
	VEC_RELEASE(&g.steps);
	return rc;
}
