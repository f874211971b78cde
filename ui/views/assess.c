/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "hub/act.h"
#include "hub/draft.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"
#include "model/record.h"
#include "ui/parts/entry.h"
#include "ui/parts/line.h"
#include "ui/views/desk.h"
#include "ui/views/drafts.h"

#include "ui/views/assess.h"

#define FORM "assess" /* the name of its draft */

struct start {
	struct subject of;
	struct draft *draft;
	const struct keeping_head *head;
	struct span form;
};

/* ---- the entry that holds what is typed ---- */

static size_t
no_codes(void *arg, const struct entry_slot *slot, const char *typed,
    struct entry_code *out, size_t max)
{
	(void)arg, (void)slot, (void)typed, (void)out, (void)max;
	return 0;
}

static enum rc
as_typed(void *arg, const struct entry_slot *slot, const char *text,
    struct entry_settled *out, struct fault *f)
{
	(void)arg, (void)slot, (void)f;
	str_set(out->value, sizeof(out->value), text);
	str_set(out->shown, sizeof(out->shown), text);
	out->echo[0] = '\0';
	return RC_OK;
}

static void
reads(void *arg, const struct entry_slot *slot, const char *value,
    struct entry_settled *out)
{
	(void)as_typed(arg, slot, value, out, NULL);
}

/* ---- opening ---- */

static void
follow(struct view *v)
{
	struct assess *s = v->state;
	struct assess_row row = assess_row(s, s->at[s->part]);

	/* The draft keeps where the focus is. */
	if (row.value != NULL)
		entry_go(s->entry, row.value);
	assess_follow(s);
	view_title(v, "Assessment  %s", s->ref);
	words_banner(v, desk_hub(), &s->told);
	view_hint(v, "%s",
	    s->part == ASSESS_RIGHTS ?
		"Enter gives a category.  PgDn next part, Ctrl-G leaves." :
		s->part == ASSESS_RISK ?
		"A letter answers and moves on.  Left and Right change the "
		"tool." :
		"- asked, did not say.  = as last time.  Ctrl-T adds a note.");
	v->coded = true;
	view_stale(v);
}

/* Back to the part and the row where the draft was left. */
static void
land(struct assess *s)
{
	const char *name = entry_focus(s->entry)->name;

	for (int part = 0; part < ASSESS_PARTS; part++) {
		s->part = (enum assess_part)part;
		for (size_t i = 0; i < assess_rows(s); i++) {
			struct assess_row row = assess_row(s, i);

			if (row.value != NULL &&
			    (strcmp(row.value, name) == 0 ||
				strcmp(row.note, name) == 0)) {
				s->at[part] = i;
				return;
			}
		}
	}
	s->part = ASSESS_NEEDS;
}

static void
begin(struct view *v, const struct start *start)
{
	struct assess *s = v->state;
	struct keeping_head head = { .form = FORM, .person = s->of.person,
		.casefile = s->of.casefile, .from_ms = desk_now() };
	struct fault f = { 0 };

	keeping_begin(
	    &s->keep, start->head != NULL ? start->head : &head, start->draft);
	if (start->draft != NULL && entry_restore(s->entry, start->form, &f))
		say_fault(&f);
	assess_use(s,
	    tool_by(desk_hub()->tools, entry_text(s->entry, "tool")));
	if (start->draft != NULL)
		land(s);
	s->ready = true;
	desk_look(s->of.person, s->of.casefile);
	follow(v);
}

static void
assess_open(struct view *v, void *arg)
{
	static const struct entry_doors doors = { .codes = no_codes,
		.settle = as_typed, .reads = reads };
	struct assess *s = v->state;
	const struct start *start = arg;
	struct fault f = { 0 };

	s->of = start->of;
	s->arena = arena_new();
	s->read = arena_new();
	assess_slots(s);
	s->entry = entry_new(s->slots, s->n_slots, &doors);
	if (assess_read(s, &f)) {
		say_fault(&f);
		view_title(v, "Assessment");
		draft_close(start->draft);
		return;
	}
	begin(v, start);
}

static void
assess_close(struct view *v)
{
	struct assess *s = v->state;

	if (s->ready)
		keeping_end(&s->keep, s->entry);
	entry_free(s->entry);
	arena_free(s->read);
	arena_free(s->arena);
	explicit_bzero(s, sizeof(*s));
}

/* ---- saving ---- */

static void
fill_part(struct assess *s, enum assess_part part, struct slip *slip,
    size_t *n)
{
	enum assess_part was = s->part;

	s->part = part;
	for (size_t i = 0; i < assess_rows(s); i++) {
		struct assess_row row = assess_row(s, i);
		const char *names[] = { row.value, row.note };

		for (size_t k = 0; row.value != NULL && k < 2; k++) {
			const char *text = entry_text(s->entry, names[k]);

			if (text[0] == '\0')
				continue;
			slip_set(slip, names[k], text);
			(*n)++;
		}
	}
	s->part = was;
}

/* The act knows "=" for scores only; here it is what it stood for. */
static void
fill_answers(struct assess *s, struct slip *slip)
{
	char answers[TOOL_QUESTIONS_MOST];

	slip_set(slip, "tool", s->tool->name);
	assess_answers_now(s, answers);
	for (size_t i = 0; i < s->tool->n; i++) {
		char key[2] = { answers[i], '\0' };

		if (key[0] != '\0')
			slip_set(slip, assess_row(s, i).value, key);
	}
}

static void
clear_part(struct assess *s, enum assess_part part)
{
	enum assess_part was = s->part;

	s->part = part;
	for (size_t i = 0; i < assess_rows(s); i++) {
		struct assess_row row = assess_row(s, i);

		if (row.value == NULL)
			continue;
		entry_put(s->entry, row.value, "");
		entry_put(s->entry, row.note, "");
	}
	entry_put(s->entry, "tool", "");
	s->at[part] = 0;
	s->part = was;
}

/* What is left is said once; F9 again saves it as it is. */
static bool
may_save(struct assess *s)
{
	bool again = s->warned == entry_changes(s->entry) + 1;
	size_t left = 0;

	for (size_t i = 0; i + 1 < assess_rows(s); i++)
		if (assess_is_asked(s, i) &&
		    entry_text(s->entry, assess_row(s, i).value)[0] == '\0')
			left++;
	if (left == 0 || again)
		return true;
	s->warned = entry_changes(s->entry) + 1;
	say(ROLE_TEXT, "%zu not asked yet. F9 again saves it as it is.", left);
	return false;
}

static void
next_part(struct view *v, int step)
{
	struct assess *s = v->state;

	s->part = (enum assess_part)(
	    (s->part + ASSESS_PARTS + (unsigned)step) % ASSESS_PARTS);
	follow(v);
}

static bool
save_part(struct assess *s, struct slip *slip)
{
	size_t n = 0;

	slip_set_id(slip, "casefile", s->of.casefile);
	if (s->part == ASSESS_RISK) {
		fill_part(s, ASSESS_RISK, slip, &n);
		fill_answers(s, slip);
	} else {
		fill_part(s, ASSESS_NEEDS, slip, &n);
		fill_part(s, ASSESS_CHANGES, slip, &n);
	}
	if (n == 0) {
		say(ROLE_TEXT, "There is nothing to save in this part yet.");
		return false;
	}
	return desk_do(
	    s->part == ASSESS_RISK ? "assess_risk" : "assess_needs", slip,
	    NULL);
}

static void
save(struct view *v)
{
	struct assess *s = v->state;
	struct arena *arena = arena_new();
	struct slip slip = { .arena = arena };
	struct fault f = { 0 };

	if (s->part == ASSESS_RIGHTS) {
		next_part(v, 1);
	} else if (may_save(s) && save_part(s, &slip)) {
		if (s->part == ASSESS_RISK) {
			clear_part(s, ASSESS_RISK);
		} else {
			clear_part(s, ASSESS_NEEDS);
			clear_part(s, ASSESS_CHANGES);
		}
		keeping_key(&s->keep, s->entry, true);
		if (assess_read(s, &f))
			say_fault(&f);
		assess_use(s, s->tool);
		next_part(v, 1);
	}
	arena_free(arena);
}

/* ---- moving and typing ---- */

static void
go_row(struct assess *s, int step)
{
	size_t n = assess_rows(s), at = s->at[s->part];

	for (size_t tries = 0; tries < n; tries++) {
		if (step > 0 ? at + 1 >= n : at == 0)
			return;
		at = step > 0 ? at + 1 : at - 1;
		if (assess_is_asked(s, at))
			break;
	}
	s->at[s->part] = at;
}

/* What a letter means on the row, as it is kept; NULL: nothing. */
static const char *
meant_risk(struct assess *s, size_t i, char letter)
{
	const struct code *grade;

	if (i == s->tool->n) {
		grade = code_by_letter(
		    desk_hub()->codes, "risk-grade", letter);
		return grade != NULL ? grade->code : NULL;
	}
	if (letter == '=')
		return s->answers_last[i] != '\0' ? "=" : NULL;
	return tool_choice(&s->tool->questions[i], letter) != NULL ?
		   arena_printf(s->arena, "%c", letter) :
		   NULL;
}

static const char *
meant_need(struct assess *s, size_t i, char letter)
{
	const struct needs *needs = desk_hub()->needs;
	const struct assess_scores *last = assess_last(&s->history);

	if (i == needs_count(needs))
		return last == NULL ? (letter == 'f' ? "first" : NULL) :
		    letter == 'r'   ? "review" :
		    letter == 'e'   ? "end" :
				      NULL;
	if (letter == '=')
		return last != NULL && last->points[i] != SCORE_UNSAID ?
			   "=" :
			   NULL;
	if (letter == '-' ||
	    (letter >= '0' && letter <= '0' + needs_top(needs)))
		return arena_printf(s->arena, "%c", letter);
	return NULL;
}

static const char *
meant_change(char letter)
{
	return letter == 'b' ? "better" :
	    letter == 's'    ? "same" :
	    letter == 'w'    ? "worse" :
	    letter == '-'    ? "-" :
			       NULL;
}

static bool
assess_type(struct view *v, const char *utf8)
{
	struct assess *s = v->state;
	char letter = (char)tolower((unsigned char)utf8[0]);
	size_t i;
	const char *value;

	if (!s->ready || s->part == ASSESS_RIGHTS)
		return false;
	i = s->at[s->part];
	value = s->part == ASSESS_NEEDS ? meant_need(s, i, letter) :
	    s->part == ASSESS_RISK	? meant_risk(s, i, letter) :
					  meant_change(letter);
	if (value == NULL) {
		say(ROLE_TEXT, letter == '=' ?
			"There is nothing from last time here." :
			"That is no answer here; F1 says which are.");
		return true;
	}
	entry_put(s->entry, assess_row(s, i).value, value);
	if (s->part == ASSESS_RISK)
		entry_put(s->entry, "tool", s->tool->name);
	go_row(s, 1);
	keeping_key(&s->keep, s->entry, true);
	follow(v);
	return true;
}

/* ---- notes ---- */

static bool
note_answered(void *arg, const char *text)
{
	struct view *v = arg;
	struct assess *s = v->state;
	struct assess_row row = assess_row(s, s->at[s->part]);

	entry_put(s->entry, row.note, text);
	keeping_key(&s->keep, s->entry, true);
	follow(v);
	return true;
}

/* Each letter is kept as it comes. */
static void
note_typed(void *arg, const char *text)
{
	struct view *v = arg;
	struct assess *s = v->state;

	entry_put(s->entry, assess_row(s, s->at[s->part]).note, text);
	keeping_key(&s->keep, s->entry, false);
}

static void
ask_note(struct view *v)
{
	struct assess *s = v->state;
	struct assess_row row = assess_row(s, s->at[s->part]);
	struct line_options o = { .tag = "note",
		.prompt = strcmp(row.note != NULL ? row.note : "", "goal") == 0
			      ? "Goal, in their words"
			  : s->part == ASSESS_RISK && row.number[0] == '\0'
			      ? "Why"
			      : "Note",
		.max = 400, .answer = note_answered, .typed = note_typed,
		.arg = v };

	if (row.note == NULL)
		return;
	o.text = arena_str(s->arena, entry_text(s->entry, row.note));
	line_ask(&o);
}

/* ---- keys ---- */

static void
change_tool(struct view *v, int step)
{
	struct assess *s = v->state;
	const struct tools *tools = desk_hub()->tools;
	size_t n = tools_count(tools), at = 0;
	char answers[TOOL_QUESTIONS_MOST];
	struct tool_sum sum;

	assess_answers_now(s, answers);
	tool_add(s->tool, answers, &sum);
	if (sum.answered > 0) {
		say(ROLE_TEXT, "%d answered here: F9 finishes it first.",
		    sum.answered);
		return;
	}
	while (at < n && tools_nth(tools, at) != s->tool)
		at++;
	assess_use(s, tools_nth(tools, (at + n + (size_t)step) % n));
	s->at[ASSESS_RISK] = 0;
	follow(v);
}

static void
rub(struct view *v)
{
	struct assess *s = v->state;
	struct assess_row row = assess_row(s, s->at[s->part]);

	if (row.value == NULL)
		return;
	entry_put(s->entry, row.value, "");
	keeping_key(&s->keep, s->entry, true);
	follow(v);
}

static bool
assess_act(struct view *v, enum action action)
{
	struct assess *s = v->state;

	if (!s->ready)
		return false;
	switch (action) {
	case ACTION_SAVE:
		save(v);
		return true;
	case ACTION_BACK:
		if (!entry_is_blank(s->entry))
			say(ROLE_TEXT,
			    "Your draft is kept; :drafts brings it back.");
		view_pop();
		return true;
	case ACTION_PART:
	case ACTION_PART_BACK:
		next_part(v, action == ACTION_PART ? 1 : -1);
		return true;
	case ACTION_ACCEPT:
		if (s->part == ASSESS_RIGHTS) {
			show_paper("enhanced", &s->of);
			return true;
		}
		/* fall through */
	case ACTION_NEXT:
	case ACTION_DOWN_FIELD:
		go_row(s, 1);
		break;
	case ACTION_PREVIOUS:
	case ACTION_UP_FIELD:
		go_row(s, -1);
		break;
	case ACTION_LEFT:
	case ACTION_RIGHT:
		if (s->part == ASSESS_RISK)
			change_tool(v, action == ACTION_RIGHT ? 1 : -1);
		return true;
	case ACTION_RUB:
	case ACTION_CLEAR:
		rub(v);
		return true;
	case ACTION_STAMP:
		ask_note(v);
		return true;
	default:
		return false;
	}
	follow(v);
	return true;
}

static void
assess_tick(struct view *v, int64_t now_ms)
{
	struct assess *s = v->state;

	(void)now_ms;
	if (s->ready)
		keeping_tick(&s->keep, s->entry);
}

/* Something lay over it, or somebody else wrote: what stands may be new. */
static void
assess_news(struct view *v)
{
	struct assess *s = v->state;
	struct fault f = { 0 };

	if (!s->ready)
		return;
	if (assess_read(s, &f)) {
		say_fault(&f);
		s->ready = false;
		return;
	}
	assess_use(s, s->tool);
	follow(v);
}

static enum view_state
assess_state(const struct view *v)
{
	(void)v;
	return VIEW_FIELD;
}

/* clang-format off */
static const enum action hints[] = {
	ACTION_UP_FIELD, ACTION_PART, ACTION_STAMP, ACTION_SAVE, ACTION_BACK,
	ACTION_HIDE, ACTION_DANGER, ACTION_HELP, ACTION_NONE
};

static const struct view_ops view_assess = {
	.name = "assess",
	.size = sizeof(struct assess),
	.flags = VIEW_SECONDS,
	.title = "Assessment",
	.about = "Score the eight needs with somebody, go through their risk, "
	    "see why their rights are enhanced, and ask what has changed. Four "
	    "parts; PgDn goes on, F9 finishes the part you are in.",
	.examples = "3 marked need, and on to the next\n"
	    "- asked, and they did not wish to say\n"
	    "= as it was last time\n"
	    "Ctrl-T a note in their words\n",
	.hints = hints,
	.open = assess_open,
	.draw = assess_draw,
	.act = assess_act,
	.type = assess_type,
	.state = assess_state,
	.tick = assess_tick,
	.news = assess_news,
	.back = assess_news,
	.close = assess_close,
};
/* clang-format on */

void
show_assess(const struct subject *subject)
{
	struct start start = { .of = *subject };

	view_push(&view_assess, &start);
}

void
assess_resume(struct draft *draft, const struct keeping_head *head,
    struct span form)
{
	struct start start = { .of = { head->person, head->casefile },
		.draft = draft, .head = head, .form = form };

	view_push(&view_assess, &start);
}
