/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/when.h"
#include "hub/due.h"
#include "hub/hub.h"
#include "model/code.h"
#include "model/record.h"

#include "hub/timeline_inside.h"

/*
 * One short function a kind: what a record of it says in a line of a timeline,
 * on which track it stands and by which letter it is drawn.
 */

/* Columns of someone's own words that a line has room for. */
#define WORDS_MOST 60

/* ---- words ---- */

static const char *
label(const struct gathering *g, const char *list, const char *code)
{
	return arena_str(g->arena, code_label(g->hub->codes, list, code));
}

int64_t
line_moment(const char *text)
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

const char *
line_day(const struct gathering *g, const char *iso)
{
	int mo, d;

	moment_local(line_moment(iso), NULL, &mo, &d, NULL, NULL, NULL);
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

	s->at_ms = line_moment(iso);
	s->when = when_words(g, iso, s->at_ms);
	s->iso = iso;
	s->who = s->what = s->told = s->state = "";
	s->track = track;
	s->letter = letter;
	s->casefile = g->casefile->id;
	s->record = r->id;
	return s;
}

/* ", charge 2: affray", ", suspect 1"; "" for the case's own steps. */
static const char *
whose(struct gathering *g, const struct record *step)
{
	const struct record *r =
	    line_record(g, KIND_CHARGE, record_link(step, STEP_CHARGE));

	if (r)
		return arena_printf(g->arena, ", charge %d: %s",
		    (int)record_number(r, CHARGE_NTH),
		    record_text(r, CHARGE_OFFENCE));
	r = line_record(g, KIND_SUSPECT, record_link(step, STEP_SUSPECT));
	return r ? arena_printf(g->arena, ", suspect %d",
		       (int)record_number(r, SUSPECT_NTH))
		 : "";
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

	s->state = code;
	s->who = *by ? by : s->track;
	s->what = arena_str(g->arena, state ? state->label : code);
	if (strcmp(code, "S01") == 0 && *number)
		s->what = arena_printf(g->arena, "%s %s", s->what, number);
	s->what = arena_printf(g->arena, "%s%s", s->what, whose(g, r));
	s->told = NULL; /* wanted: see timeline.c */
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

/* "victim told: charge, phone, not understood: what was said". */
static void
add_told(struct gathering *g, const struct record *r)
{
	struct timeline_step *s =
	    add(g, r, record_text(r, TOLD_ON), "contact", 't');
	const char *by = record_text(r, TOLD_BY);
	const char *how = record_text(r, TOLD_HOW);
	const char *said = record_text(r, TOLD_SAID);

	s->who = record_link(r, TOLD_WORKER)
		     ? initials(g, record_link(r, TOLD_WORKER))
		     : arena_str(g->arena, by);
	s->what = arena_printf(g->arena, "victim told: %s%s%s%s%s%s",
	    label(g, "told", record_text(r, TOLD_WHAT)), *how ? ", " : "",
	    label(g, "contact-by", how),
	    strcmp(record_text(r, TOLD_UNDERSTOOD), "n") == 0
		? ", not understood"
		: "",
	    *said ? ": " : "", first_words(g, said));
}

static void
add_chase(struct gathering *g, const struct record *r)
{
	struct timeline_step *s =
	    add(g, r, record_text(r, CHASE_ON), "contact", 'a');
	const char *whom = label(g, "told-by", record_text(r, CHASE_WHOM));
	const char *replied = record_text(r, CHASE_REPLIED);

	s->who = initials(g, record_link(r, CHASE_WORKER));
	s->what = arena_printf(g->arena, "chased: %s, answer due %s", whom,
	    line_day(g, record_text(r, CHASE_REPLY_DUE)));
	if (!*replied)
		return;
	s = add(g, r, replied, "contact", 'b');
	s->who = arena_str(g->arena, record_text(r, CHASE_WHOM));
	s->what = arena_printf(g->arena, "answer of %s: %s", whom,
	    first_words(g, record_text(r, CHASE_REPLY)));
}

/* What somebody wrote down; what an act told the clocks stands elsewhere. */
static void
add_event(struct gathering *g, const struct record *r)
{
	struct timeline_step *s;

	if (!record_link(r, EVENT_WORKER))
		return;
	s = add(g, r, record_text(r, EVENT_ON), "hub", 'e');
	s->who = arena_str(g->arena, record_text(r, EVENT_TOLD_BY));
	s->what = label(g, "event", record_text(r, EVENT_WHAT));
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
		    (running && *due && line_moment(due) < g->now_ms);
	const char *at = *met ? met : *due ? due : record_text(r, CLOCK_STARTED);
	struct timeline_step *s =
	    add(g, r, at, "clock", clock_letter(rule, late));
	char left[16];

	s->who = rule ? arena_str(g->arena, rule->holder) : "";
	due_words(g->now_ms, line_moment(due), left);
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

void
line_casefile(struct gathering *g, const struct record *r)
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

void
line_outcome(struct gathering *g, const struct record *r)
{
	struct timeline_step *s =
	    add(g, r, record_text(r, OUTCOME_MONTH), "police", 'f');

	s->who = "police";
	s->told = NULL;
	s->what = label(g, "outcome", record_text(r, OUTCOME_TYPE));
}

struct timeline_step *
line_add(struct gathering *g, const struct record *r, const char *iso,
    const char *track, char letter)
{
	return add(g, r, iso, track, letter);
}

const char *
line_label(const struct gathering *g, const char *list, const char *code)
{
	return label(g, list, code);
}

const char *
line_initials(const struct gathering *g, uint64_t worker)
{
	return initials(g, worker);
}

/* clang-format off */
const struct line_source line_sources[] = {
	{ KIND_STEP,		add_step },
	{ KIND_HEARING,		add_hearing },
	{ KIND_REFERRAL,	add_referral },
	{ KIND_CONSENT,		add_consent },
	{ KIND_CONTACT,		add_contact },
	{ KIND_TOLD,		add_told },
	{ KIND_STATEMENT,	line_beside },
	{ KIND_DECISION,	line_beside },
	{ KIND_SCHEME,		line_beside },
	{ KIND_EXPENSE,		line_beside },
	{ KIND_COMPENSATION,	line_beside },
	{ KIND_RESTORATIVE,	line_beside },
	{ KIND_CHASE,		add_chase },
	{ KIND_EVENT,		add_event },
	{ KIND_NOTE,		add_note },
	{ KIND_CLOCK,		add_clock },
	{ KIND_NEED,		line_need },
	{ KIND_RISK,		line_risk },
	{ KIND_LEVEL,		line_level },
	{ KIND_CONFERENCE,	line_conference },
	{ KIND_SAFEGUARDING,	line_safeguarding },
	{ 0,			NULL }
};
/* clang-format on */
