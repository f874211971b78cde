/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/when.h"
#include "hub/acts/clock_slip.h"
#include "hub/hub.h"
#include "hub/journey.h"
#include "hub/read.h"
#include "model/code.h"
#include "model/record.h"
#include "ui/views/desk.h"

#include "ui/views/clocks.h"

#define ROWS_MOST 500

/* ---- the list ---- */

const struct due_row *
clocks_focus(const struct clocks *s)
{
	return s->rows.at < s->n_shown ? &s->page.rows[s->shown[s->rows.at]]
				       : NULL;
}

static bool
passes(const struct clocks *s, const struct due_row *row, struct arena *work)
{
	char right[8];
	const char *words;

	snprintf(right, sizeof(right), "R%02d", s->right);
	if (s->right && strcmp(row->right, right) != 0)
		return false;
	if (s->filter[0] == '\0')
		return true;
	words = arena_printf(work, "%s %s %s %s %s %s %s", row->name, row->ref,
	    row->title, row->rule, row->holder, row->who, row->state);
	return strstr(utf8_fold(work, words), utf8_fold(work, s->filter)) !=
	       NULL;
}

void
clocks_sift(struct clocks *s)
{
	struct arena *work = arena_new();
	size_t at = s->rows.at;
	bool found = false;

	s->shown = arena_get(s->arena, (s->page.n + 1) * sizeof(*s->shown));
	s->n_shown = 0;
	for (size_t i = 0; i < s->page.n; i++) {
		if (!passes(s, &s->page.rows[i], work))
			continue;
		if (s->page.rows[i].clock == s->focus) {
			at = s->n_shown;
			found = true;
		}
		s->shown[s->n_shown++] = i;
	}
	arena_free(work);
	rows_set(&s->rows, s->n_shown, at);
	if (!found)
		s->focus = clocks_focus(s) ? clocks_focus(s)->clock : 0;
	s->about_of = 0;
}

/* ---- how the last month was ---- */

struct month {
	size_t stopped, in_time;
};

static void
count_stopped(const struct due_row *row, void *arg)
{
	struct month *m = arg;

	if (row->met[0] == '\0')
		return;
	m->stopped++;
	m->in_time += strcmp(row->state, "met") == 0;
}

/* The days of the calendar month before this one. */
static void
last_month(char from[11], char until[11])
{
	int32_t first;
	int y, m, d;

	day_split(moment_day(desk_now()), &y, &m, &d);
	day_of(y, m, 1, &first);
	day_show(day_add_months(first, -1), from);
	day_show(first - 1, until);
}

static void
sum_up(struct clocks *s, struct due_ask ask)
{
	struct month month = { 0 };
	char from[11], until[11];
	size_t open = 0, late = 0, looks = 0;

	for (size_t i = 0; i < s->page.n; i++) {
		const struct due_row *row = &s->page.rows[i];
		bool ended = row->met[0] != '\0' ||
			     strcmp(row->state, "excepted") == 0;

		open += !ended;
		late += !ended && row->late;
		looks += !ended && row->look;
	}
	last_month(from, until);
	ask.state = "all";
	ask.from = from;
	ask.until = until;
	ask.most = 0;
	if (due_each(desk_hub(), &ask, count_stopped, &month, NULL))
		month.stopped = 0;
	s->sum = arena_printf(s->arena, "%zu clock%s open%s, %zu late, %zu to "
					"look at.",
	    open, open == 1 ? "" : "s", s->page.n == ROWS_MOST ? " shown" : "",
	    late, looks);
	if (month.stopped > 0)
		s->sum = arena_printf(s->arena,
		    "%s  Last month %zu stopped, %zu%% in time.", s->sum,
		    month.stopped, 100 * month.in_time / month.stopped);
}

static void
name_one(struct clocks *s)
{
	struct record *person;

	s->one = "one person";
	if (s->of.person != 0 && !hub_record(desk_hub(), s->arena, KIND_PERSON,
				     s->of.person, &person, NULL))
		s->one = record_text(person, PERSON_REF);
}

void
clocks_load(struct clocks *s)
{
	struct hub *hub = desk_hub();
	struct due_ask ask = { .state = s->closed ? "all" : "open",
		.most = ROWS_MOST };
	struct fault f = { 0 };

	arena_reset(s->arena);
	s->page = (struct due_page){ 0 };
	s->sum = "";
	name_one(s);
	if (s->tab == CLOCKS_MINE)
		ask.owner = hub->me.login;
	if (s->tab == CLOCKS_ONE)
		ask.person = s->of.person;
	if (s->tab == CLOCKS_ONE && s->of.casefile != 0)
		ask.casefile = s->of.casefile;
	if (due_list(hub, s->arena, &ask, &s->page, &f))
		say_fault(&f);
	else
		sum_up(s, ask);
	clocks_sift(s);
}

/* ---- about one ---- */

static void
tell(struct clocks *s, enum role role, const char *label, const char *text)
{
	if (s->n_about < CLOCKS_LINES && text[0] != '\0')
		s->about[s->n_about++] = (struct clocks_line){ .label = label,
			.text = text,
			.role = role };
}

/* "Thu 5 Nov 2026 10:15"; as it was kept where it is no day. */
static const char *
day_words(struct clocks *s, const char *iso)
{
	struct buf out = { 0 };
	const char *words;
	int64_t ms;

	if (iso[0] == '\0' || !when_moment(iso, &ms))
		return iso;
	buf_printf(&out, "%.3s ", day_name(day_weekday(moment_day(ms))));
	when_show(iso, &out);
	words = arena_strn(s->about_arena, out.at, out.len);
	buf_release(&out);
	return words;
}

static const char *
event_words(const char *event)
{
	const struct hub *hub = desk_hub();
	const struct journey_state *state;

	if (!str_starts(event, "state:"))
		return code_label(hub->codes, "event", event);
	state = journey_state(hub->journeys, event + 6);
	return state != NULL ? state->label : event;
}

static const struct due_rule *
rule_of(const struct due_row *row)
{
	const struct deadlines *rules = desk_hub()->deadlines;
	const struct due_rule *rule = NULL;
	int32_t first, last;

	if (when_days(row->started, &first, &last))
		rule = due_rule_on(rules, row->rule, last);
	return rule != NULL ? rule : due_rule_by(rules, row->rule);
}

static void
tell_rule(struct clocks *s, const struct due_row *row)
{
	const struct due_rule *rule = rule_of(row);
	struct arena *a = s->about_arena;
	int n;

	tell(s, ROLE_VALUE, "", arena_printf(a, "%s   %s: %s", row->name,
	    row->rule, row->title));
	if (rule == NULL)
		return;
	n = row->enhanced && rule->enhanced >= 0 ? rule->enhanced
						 : rule->standard;
	tell(s, ROLE_TEXT, "Started",
	    arena_printf(a, "%s   %s", day_words(s, row->started),
		event_words(row->event)));
	tell(s, row->late ? ROLE_WARN : ROLE_TEXT, "Due",
	    n < 0 ? "no number in the rule: without delay"
		  : arena_printf(a, "%s   %d %s%s   %s",
			day_words(s, row->due), n, rule->unit,
			row->enhanced ? " (enhanced)" : "",
			row->met[0] == '\0' ? row->left : ""));
	tell(s, ROLE_TEXT, "Owed by", arena_printf(a, "%s%s   %s [%s] %s",
	    code_label(desk_hub()->codes, "told-by",
		clock_holder(rule->holder)),
	    rule->own ? "" : ": we record, chase and evidence", rule->source,
	    rule->mark, rule->edition));
	if (row->met[0] == '\0')
		tell(s, ROLE_TEXT, "We can",
		    rule->next != NULL ? rule->next : "");
}

static void
tell_met(struct clocks *s, const struct due_row *row)
{
	struct arena *a = s->about_arena;
	const struct codes *codes = desk_hub()->codes;
	struct record *clock, *told;

	if (row->met[0] == '\0')
		return;
	if (hub_record(desk_hub(), a, KIND_CLOCK, row->clock, &clock, NULL) ||
	    hub_record(desk_hub(), a, KIND_TOLD,
		record_link(clock, CLOCK_TOLD), &told, NULL)) {
		tell(s, row->late ? ROLE_WARN : ROLE_OK, "Met",
		    arena_printf(a, "%s%s", day_words(s, row->met),
			row->late ? "   LATE" : ""));
		return;
	}
	tell(s, row->late ? ROLE_WARN : ROLE_OK, "Met",
	    arena_printf(a, "%s   told by %s, %s%s%s", day_words(s, row->met),
		code_label(codes, "told-by", record_text(told, TOLD_BY)),
		code_label(codes, "contact-by", record_text(told, TOLD_HOW)),
		strcmp(record_text(told, TOLD_UNDERSTOOD), "n") == 0
		    ? ", not understood"
		    : "",
		row->late ? "   LATE" : ""));
}

/* What was asked of the body that owes it, and what it answered. */
static void
tell_chases(struct clocks *s, const struct due_row *row)
{
	const struct codes *codes = desk_hub()->codes;
	struct record_list list;

	if (hub_children(desk_hub(), s->about_arena, row->clock, KIND_CHASE,
		&list, NULL))
		return;
	for (size_t i = list.n; i-- > 0;) {
		const struct record *r = list.at[i];
		const char *reply = record_text(r, CHASE_REPLY);

		tell(s, reply[0] != '\0' ? ROLE_TEXT : ROLE_WARN, "Chased",
		    arena_printf(s->about_arena, "%s   %s: %s",
			day_words(s, record_text(r, CHASE_ON)),
			code_label(codes, "told-by",
			    record_text(r, CHASE_WHOM)),
			reply[0] != '\0'
			    ? reply
			    : arena_printf(s->about_arena,
				  "no answer yet, due %s",
				  day_words(s,
				      record_text(r, CHASE_REPLY_DUE)))));
	}
}

void
clocks_about(struct clocks *s)
{
	const struct due_row *row = clocks_focus(s);

	if (row == NULL || row->clock == s->about_of)
		return;
	arena_reset(s->about_arena);
	s->n_about = 0;
	s->about_of = row->clock;
	tell_rule(s, row);
	tell_met(s, row);
	tell(s, ROLE_TEXT, "Look again", day_words(s, row->prompt));
	if (row->exception[0] != '\0')
		tell(s, ROLE_TEXT, "Exception",
		    code_label(desk_hub()->codes, "clock-exception",
			row->exception));
	tell(s, ROLE_TEXT, "Reason",
	    arena_str(s->about_arena, row->why));
	tell_chases(s, row);
}
