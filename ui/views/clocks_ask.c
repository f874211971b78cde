/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * What came of a clock: one letter, and where the law wants one a reason. What
 * is told now is one letter in all.
 */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/act.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "ui/parts/line.h"
#include "ui/views/desk.h"

#include "ui/views/clocks.h"

/* ---- doing ---- */

static bool
act_on(struct view *v, const char *act, const char *outcome,
    const char *exception, const char *why)
{
	struct clocks *s = v->state;
	struct arena *arena = arena_new();
	struct slip slip = { .arena = arena };
	struct act_done done;
	bool did;

	slip_set_id(&slip, "clock", s->focus);
	if (outcome != NULL)
		slip_set(&slip, "outcome", outcome);
	if (exception != NULL)
		slip_set(&slip, "exception", exception);
	if (why != NULL)
		slip_set(&slip, "why", why);
	did = desk_do(act, &slip, &done);
	arena_free(arena);
	if (did)
		clocks_done(v);
	return did;
}

static void
open_form(struct view *v, const char *form)
{
	struct clocks *s = v->state;
	const struct due_row *row = clocks_focus(s);
	struct paper_of of = { .link = "clock" };
	struct subject subject;

	if (row == NULL)
		return;
	of.record = row->clock;
	subject = (struct subject){ row->person, row->casefile };
	show_paper_of(form, &subject, &of);
}

/* ---- reasons ---- */

static bool
why_waived(void *arg, const char *text)
{
	return act_on(arg, "clock_outcome", "waived", NULL, text);
}

static bool
why_unknown(void *arg, const char *text)
{
	return act_on(arg, "clock_outcome", "unknown", NULL, text);
}

static bool
why_late(void *arg, const char *text)
{
	return act_on(arg, "late_reason", NULL, NULL, text);
}

static bool
why_paused(void *arg, const char *text)
{
	const char code[2] = { text[0], '\0' };

	return act_on(arg, "clock_outcome", "paused", code, "said at the desk");
}

static bool
why_not(void *arg, const char *text)
{
	const char code[2] = { text[0], '\0' };

	return act_on(
	    arg, "clock_outcome", "excepted", code, "said at the desk");
}

static void
ask_words(struct view *v, const char *prompt,
    bool (*answer)(void *, const char *))
{
	struct line_options o = { .tag = "why",
		.prompt = prompt,
		.max = 120,
		.answer = answer,
		.arg = v };

	line_ask(&o);
}

static void
ask_exception(struct view *v, bool (*answer)(void *, const char *))
{
	static const struct line_choice choices[] = {
		{ 'o', "opted out" },
		{ 'p', "could harm the case" },
		{ 'u', "no safe way" },
		{ 'd', "no duty here" },
		{ 0, NULL },
	};
	struct line_options o = { .tag = "exception",
		.prompt = "Why",
		.choices = choices,
		.answer = answer,
		.arg = v };

	line_ask(&o);
}

/* ---- what came of it ---- */

static bool
outcome_answer(void *arg, const char *text)
{
	struct view *v = arg;

	switch (tolower((unsigned char)text[0])) {
	case 'n':
		act_on(v, "tell", NULL, NULL, NULL);
		break;
	case 't':
		open_form(v, "tell");
		break;
	case 'c':
		open_form(v, "chase");
		break;
	case 'a':
		open_form(v, "chase-reply");
		break;
	case 'w':
		ask_words(v, "Why is it not needed", why_waived);
		break;
	case 'x':
		ask_exception(v, why_not);
		break;
	case 'p':
		ask_exception(v, why_paused);
		break;
	case 'r':
		act_on(v, "clock_outcome", "running", NULL, NULL);
		break;
	case 'u':
		ask_words(v, "Why can it not be known", why_unknown);
		break;
	case 'd':
		act_on(v, "clock_outcome", "done", NULL, NULL);
		break;
	default:
		act_on(v, "clock_outcome", "seen", NULL, NULL);
	}
	return true;
}

/* An answer is waited for: the last thing said of the clock is no reply. */
static bool
is_chased(const struct clocks *s)
{
	for (size_t i = 0; i < s->n_about; i++)
		if (strcmp(s->about[i].label, "Chased") == 0)
			return s->about[i].role == ROLE_WARN;
	return false;
}

/* What may be said of this clock, as one line of 80 columns holds it. */
enum may { ALWAYS, TELLS, RUNS, STANDS, OTHERS, CHASED, PROMPTS };

/* Whether telling her is what the rule asks for. */
static bool
is_telling(const struct due_row *row)
{
	const struct due_rule *rule =
	    due_rule_by(desk_hub()->deadlines, row->rule);

	return rule != NULL &&
	       (rule->told != NULL || due_names(rule->stop, "told"));
}

static bool
may_say(const struct clocks *s, const struct due_row *row, enum may when)
{
	bool paused = strcmp(row->state, "paused") == 0;

	switch (when) {
	case TELLS:
		return is_telling(row);
	case RUNS:
		return !paused;
	case STANDS:
		return paused;
	case OTHERS:
		return !row->own && !is_chased(s);
	case CHASED:
		return is_chased(s);
	case PROMPTS:
		return row->look;
	default:
		return true;
	}
}

void
clocks_ask(struct view *v)
{
	static const struct {
		struct line_choice choice;
		enum may when;
	} all[] = {
		{ { 'n', "told now" }, TELLS },
		{ { 't', "then" }, TELLS },
		{ { 's', "seen" }, PROMPTS },
		{ { 'd', "done" }, ALWAYS },
		{ { 'c', "chase" }, OTHERS },
		{ { 'a', "answer" }, CHASED },
		{ { 'r', "runs on" }, STANDS },
		{ { 'w', "waived" }, RUNS },
		{ { 'x', "n/a" }, ALWAYS },
		{ { 'p', "pause" }, RUNS },
		{ { 'u', "unsure" }, RUNS },
	};
	struct clocks *s = v->state;
	const struct due_row *row = clocks_focus(s);
	struct line_options o = { .tag = "outcome",
		.prompt = "Outcome",
		.choices = s->choices,
		.answer = outcome_answer,
		.arg = v };
	size_t n = 0;

	if (row == NULL)
		return;
	s->focus = row->clock;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (may_say(s, row, all[i].when))
			s->choices[n++] = all[i].choice;
	s->choices[n] = (struct line_choice){ 0, NULL };
	line_ask(&o);
}

void
clocks_late(struct view *v)
{
	struct clocks *s = v->state;
	const struct due_row *row = clocks_focus(s);

	if (row == NULL)
		return;
	if (!row->late) {
		say(ROLE_TEXT,
		    "This clock is not late: there is nothing to explain.");
		return;
	}
	s->focus = row->clock;
	ask_words(v, "Why was it late", why_late);
}
