/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/str.h"
#include "hub/act.h"
#include "hub/draft.h"
#include "hub/hub.h"
#include "hub/journey.h"
#include "hub/slip.h"
#include "model/code.h"
#include "ui/views/desk.h"
#include "ui/views/drafts.h"
#include "ui/views/hand.h"

#include "ui/views/paper.h"
#include "ui/views/reason.h"

/*
 * What is special about a form beyond what its file says. Most have no row. The
 * screen of one goes by its own name where key maps speak of it, else it is
 * "record".
 */
struct paper_kind {
	const char *form; /* data/forms, and the name of its draft */
	const struct view_ops *ops;
	/* Put on the form what is known. NULL: nothing. */
	void (*begin)(struct paper *);
	/* Why it should not be saved yet, or NULL. */
	const char *(*check)(struct paper *);
	/* Which codes are offered. NULL: all. */
	bool (*offers)(void *arg, const char *name, const char *code);
};

struct start {
	const struct paper_kind *kind;
	const char *form;
	struct subject of;
	const struct paper_of *more; /* NULL: nothing */
	struct draft *draft;
	struct span typed;
};

/* ---- a contact ---- */

static bool
is_shut(const struct paper *s)
{
	return s->about.window == SAFE_SHUT;
}

static const struct code *
unsafe_now(void)
{
	return code_by_letter(desk_hub()->codes, "contact-outcome", 'u');
}

/* Outside the times that are safe, "not safe now" stands ready. */
static void
contact_begin(struct paper *s)
{
	struct entry *e = sheet_entry(s->sheet);

	if (is_shut(s) && unsafe_now() != NULL) {
		entry_put(e, "outcome", unsafe_now()->code);
		entry_go(e, "outcome");
	}
}

/* Whoever rings all the same says why; the gate would ask it anyway. */
static const char *
contact_check(struct paper *s)
{
	return is_shut(s) ? reason_wanted(sheet_entry(s->sheet)) : NULL;
}

/* ---- a step ---- */

static bool
move_offers(void *arg, const char *name, const char *code)
{
	struct paper *s = arg;

	if (strcmp(name, "state") != 0 || s->sheet == NULL)
		return true;
	if (entry_text(sheet_entry(s->sheet), "override")[0] != '\0')
		return true;
	return journey_is_open(desk_hub()->journeys, s->about.stage, code);
}

/* ---- all of them ---- */

static void
show_title(struct view *v)
{
	struct paper *s = v->state;

	view_title(v, "%s  %s", sheet_title(s->sheet), s->about.ref);
	words_banner(v, desk_hub(), &s->about.told);
}

/* What the act may want said only when it refuses: shown from then on. */
static bool
show_amends(struct paper *s, bool shown)
{
	size_t n;
	const struct entry_slot *slots = sheet_slots(s->sheet, &n);
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		if (!sheet_slot(s->sheet, &slots[i])->amend)
			continue;
		entry_hide(sheet_entry(s->sheet), slots[i].name, !shown);
		if (shown && !any)
			entry_go(sheet_entry(s->sheet), slots[i].name);
		any = true;
	}
	return any;
}

static void
put_given(struct paper *s, const struct given *given)
{
	for (; given != NULL && given->slot != NULL; given++)
		if (given->value != NULL && given->value[0] != '\0')
			entry_put(sheet_entry(s->sheet), given->slot,
			    given->value);
}

static struct keeping_head
head_of(const struct paper *s, const struct start *start)
{
	struct keeping_head head = { .person = s->of.person,
		.casefile = s->of.casefile,
		.from_ms = desk_now() };

	str_set(head.form, sizeof(head.form), start->form);
	if (start->more != NULL && start->more->link != NULL) {
		str_set(head.link, sizeof(head.link), start->more->link);
		head.record = start->more->record;
	}
	return head;
}

static void
begin(struct view *v, const struct start *start)
{
	struct paper *s = v->state;
	struct keeping_head head = head_of(s, start);
	struct fault f = { 0 };

	show_amends(s, false);
	if (s->kind->begin != NULL)
		s->kind->begin(s);
	if (start->more != NULL)
		put_given(s, start->more->given);
	keeping_begin(&s->keep, &head, start->draft);
	if (start->draft != NULL &&
	    entry_restore(sheet_entry(s->sheet), start->typed, &f))
		say_fault(&f);
	s->keep.seen = s->keep.synced = entry_changes(sheet_entry(s->sheet));
	if (sheet_is_call(s->sheet))
		desk_call(true);
	desk_look(s->of.person, s->of.casefile);
	show_title(v);
}

static void
paper_open(struct view *v, void *arg)
{
	struct paper *s = v->state;
	const struct start *start = arg;
	struct sheet_doors doors = { .arg = s };
	struct fault f = { 0 };

	s->kind = start->kind;
	s->of = start->of;
	s->arena = arena_new();
	doors.offers = s->kind->offers;
	if (paper_read(s, &f) ||
	    sheet_open(desk_hub(), start->form, &doors, &s->sheet, &f)) {
		say_fault(&f);
		view_title(v, "%s", start->form);
		draft_close(start->draft);
		return;
	}
	begin(v, start);
}

static void
paper_close(struct view *v)
{
	struct paper *s = v->state;

	if (s->sheet != NULL)
		keeping_end(&s->keep, sheet_entry(s->sheet));
	if (s->sheet != NULL && sheet_is_call(s->sheet))
		desk_call(false);
	sheet_close(s->sheet);
	arena_free(s->arena);
	explicit_bzero(s, sizeof(*s));
}

static bool
may_save(struct paper *s)
{
	struct entry *e = sheet_entry(s->sheet);
	struct buf left = { 0 };
	const char *why;
	bool may = true;

	entry_leave(e);
	why = s->kind->check != NULL ? s->kind->check(s) : NULL;
	if (why != NULL) {
		say(ROLE_WARN, "%s", why);
		may = false;
	} else if (entry_missing(e, &left) > 0) {
		say(ROLE_WARN, "Still to fill in: %s.", buf_str(&left));
		may = false;
	}
	buf_release(&left);
	return may;
}

static void
save(struct view *v)
{
	struct paper *s = v->state;
	const struct keeping_head *head = &s->keep.head;
	struct arena *arena = arena_new();
	struct slip slip = { .arena = arena };

	(void)v;
	sheet_fill(s->sheet, &slip);
	sheet_address(s->sheet, &slip, "person", s->of.person);
	sheet_address(s->sheet, &slip, "casefile", s->of.casefile);
	sheet_address(s->sheet, &slip, head->link, head->record);
	if (desk_do(sheet_act_name(s->sheet), &slip, NULL)) {
		keeping_saved(&s->keep);
		view_pop();
		if (person_was_asked(view_top()))
			view_pop();
	} else {
		show_amends(s, true);
	}
	arena_free(arena);
}

static void
stamp(struct paper *s, struct view *v)
{
	char text[2] = "", words[16];
	int h, mi;

	moment_local(desk_now(), NULL, NULL, NULL, &h, &mi, NULL);
	snprintf(words, sizeof(words), "%02d:%02d ", h, mi);
	for (const char *p = words; *p != '\0'; p++) {
		text[0] = *p;
		sheet_type(s->sheet, v, text);
	}
}

static struct hand
hand(struct paper *s)
{
	return (struct hand){ s->sheet, &s->keep };
}

static bool
paper_act(struct view *v, enum action action)
{
	struct paper *s = v->state;
	struct hand h = hand(s);

	if (s->sheet == NULL)
		return false;
	switch (action) {
	case ACTION_SAVE:
		if (may_save(s))
			save(v);
		return true;
	case ACTION_BACK:
		hand_leave(&h);
		return true;
	case ACTION_STAMP:
		stamp(s, v);
		keeping_key(&s->keep, sheet_entry(s->sheet), false);
		return true;
	default:
		return hand_act(&h, v, action);
	}
}

static bool
paper_type(struct view *v, const char *utf8)
{
	struct hand h = hand(v->state);

	return hand_type(&h, v, utf8);
}

static bool
paper_paste(struct view *v, const char *text, size_t n)
{
	struct hand h = hand(v->state);

	return hand_paste(&h, v, text, n);
}

static void
paper_tick(struct view *v, int64_t now_ms)
{
	struct hand h = hand(v->state);

	(void)now_ms;
	hand_tick(&h);
}

static enum view_state
paper_state(const struct view *v)
{
	(void)v;
	return VIEW_FIELD;
}

/* clang-format off */
static const enum action hints[] = {
	ACTION_ACCEPT, ACTION_PREVIOUS, ACTION_LIST_CODES, ACTION_SAVE,
	ACTION_BACK, ACTION_UNDO, ACTION_STAMP, ACTION_HIDE, ACTION_DANGER,
	ACTION_HELP, ACTION_NONE
};

/* What the file of the form says it is for. */
static const char *
paper_says(const struct view *v, enum view_says which)
{
	const struct paper *s = v->state;

	if (s->sheet == NULL)
		return NULL;
	switch (which) {
	case VIEW_SAYS_TITLE:
		return sheet_title(s->sheet);
	case VIEW_SAYS_ABOUT:
		return sheet_about(s->sheet);
	default:
		return sheet_examples(s->sheet);
	}
}

/* The same screen under the names that key maps know. */
#define PAPER_OPS(id, context) \
	static const struct view_ops id = { \
		.name = context, .size = sizeof(struct paper), \
		.flags = VIEW_SECONDS, .hints = hints, .open = paper_open, \
		.draw = paper_draw, .act = paper_act, .type = paper_type, \
		.paste = paper_paste, .state = paper_state, \
		.tick = paper_tick, .says = paper_says, .close = paper_close, \
	}

PAPER_OPS(view_contact, "contact");
PAPER_OPS(view_note, "note");
PAPER_OPS(view_safety, "safety");
PAPER_OPS(view_record, "record");

/* The last row is any other form. */
static const struct paper_kind kinds[] = {
	{ .form = "contact", .ops = &view_contact, .begin = contact_begin,
	    .check = contact_check },
	{ .form = "note", .ops = &view_note },
	{ .form = "safety", .ops = &view_safety,
	    .begin = paper_fill_safety },
	{ .form = "move", .ops = &view_record, .offers = move_offers },
	{ .form = NULL, .ops = &view_record },
};
/* clang-format on */

static const struct paper_kind *
kind_of(const char *form)
{
	const struct paper_kind *kind = kinds;

	while (kind->form != NULL && strcmp(kind->form, form) != 0)
		kind++;
	return kind;
}

void
show_paper_of(const char *form, const struct subject *subject,
    const struct paper_of *of)
{
	struct start start = {
		.kind = kind_of(form), .form = form, .of = *subject, .more = of
	};

	view_push(start.kind->ops, &start);
}

void
show_paper(const char *form, const struct subject *subject)
{
	show_paper_of(form, subject, NULL);
}

void
paper_resume(struct draft *draft, const struct keeping_head *head,
    struct span form)
{
	struct paper_of of = { .link = head->link, .record = head->record };
	struct start start = { .kind = kind_of(head->form),
		.form = head->form,
		.of = { head->person, head->casefile },
		.more = &of,
		.draft = draft,
		.typed = form };

	view_push(start.kind->ops, &start);
}
