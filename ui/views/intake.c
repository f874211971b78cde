/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Nothing here waits on a question: the draft keeps itself, matches and codes
 * stand beside the form, F9 saves and the desk is ready for the next call.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/ref.h"
#include "base/str.h"
#include "hub/act.h"
#include "hub/draft.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "hub/slip.h"
#include "ui/frame/frame.h"
#include "ui/views/desk.h"
#include "ui/views/hand.h"
#include "ui/views/drafts.h"
#include "ui/views/views.h"
#include "ui/views/words.h"

#include "ui/views/intake.h"

#define CALL_MOST (2 * INT64_C(3600000)) /* a resumed call is no longer */

struct start {
	const char *words;
	struct draft *draft;
	const struct keeping_head *head;
	struct span form;
	uint64_t person; /* it is for them from the start; 0: not known */
};

/* Each value is lent only until the next is asked for. */
static const char *
copied(struct entry *e, const char *name, char *out, size_t size)
{
	str_set(out, size, entry_value(e, name));
	return out;
}

static void
show_banner(struct view *v)
{
	struct intake *s = v->state;
	struct entry *e = sheet_entry(s->sheet);
	char channels[128], times[256], via[128], access[128];
	struct safe_told told = { .say = "", .avoid = "" };

	told.channels =
	    copied(e, "safety.channels", channels, sizeof(channels));
	told.times = copied(e, "safety.times", times, sizeof(times));
	told.via_name = copied(e, "person.via-name", via, sizeof(via));
	told.access = copied(e, "person.access", access, sizeof(access));
	told.asked = channels[0] != '\0';
	words_banner(v, desk_hub(), &told);
}

/* "4F7-K22"; "draft" while there is none to say. */
static const char *
ref_words(const char *ref, char out[REF_ROOM + 1])
{
	if (ref[0] == '\0')
		return "draft";
	ref_show(ref, out);
	return out;
}

static void
show_title(struct view *v)
{
	const struct intake *s = v->state;
	char ref[REF_ROOM + 1];

	if (s->person != 0)
		view_title(v, "New call  for %.6s", s->joined);
	else
		view_title(v, "New call  %s", ref_words(s->keep.head.ref, ref));
}

/* After a key: everything that follows from what is on the form. */
static void
follow(struct view *v)
{
	struct intake *s = v->state;
	struct buf left = { 0 };

	show_title(v);
	show_banner(v);
	intake_look(s);
	entry_missing(sheet_entry(s->sheet), &left);
	str_set(s->left, sizeof(s->left), buf_str(&left));
	buf_release(&left);
	view_stale(v);
}

static const char *
last_value(void *arg, const char *name)
{
	(void)arg;
	return desk_last(name);
}

static void
begin(struct view *v, const struct start *start)
{
	struct intake *s = v->state;
	struct keeping_head head = { .form = "intake" };
	struct fault f = { 0 };

	head.from_ms = desk_now();
	if (start->head != NULL)
		head = *start->head;
	/* It can be read out before the call is saved. */
	if (head.ref[0] == '\0')
		hub_spare_ref(desk_hub(), head.ref);
	keeping_begin(&s->keep, &head, start->draft);
	if (start->head != NULL &&
	    entry_restore(sheet_entry(s->sheet), start->form, &f))
		say_fault(&f);
	if (head.person != 0)
		intake_take(v, head.person);
	if (start->person != 0) {
		intake_take(v, start->person);
		entry_go(sheet_entry(s->sheet), "caller");
	}
	if (start->words != NULL)
		intake_words(s, start->words);
	desk_call(true);
	if (desk_now() - head.from_ms < CALL_MOST)
		frame_facts()->call_from = head.from_ms;
}

static void
intake_open(struct view *v, void *arg)
{
	struct intake *s = v->state;
	const struct start *start = arg;
	struct sheet_doors doors = { .last = last_value, .arg = s };
	struct fault f = { 0 };

	s->hints_arena = arena_new();
	if (sheet_open(desk_hub(), "intake", &doors, &s->sheet, &f)) {
		say_fault(&f);
		view_title(v, "New call");
		draft_close(start->draft);
		return;
	}
	begin(v, start);
	follow(v);
}

static void
intake_close(struct view *v)
{
	struct intake *s = v->state;

	if (s->sheet != NULL)
		keeping_end(&s->keep, sheet_entry(s->sheet));
	sheet_close(s->sheet);
	arena_free(s->hints_arena);
	explicit_bzero(s, sizeof(*s));
	desk_call(false);
}

/* ---- saving ---- */

static void
remember(struct intake *s)
{
	struct entry *e = sheet_entry(s->sheet);
	size_t n;
	const struct entry_slot *slots = sheet_slots(s->sheet, &n);

	for (size_t i = 0; i < n; i++) {
		const char *value = entry_value(e, slots[i].name);

		if (value[0] != '\0')
			desk_keep_last(slots[i].name, value);
	}
}

static void
fill(struct intake *s, struct slip *slip)
{
	int64_t ms = desk_now() - frame_facts()->call_from;
	char minutes[24];

	sheet_fill(s->sheet, slip);
	intake_spare(s, slip);
	if (s->person != 0)
		slip_set_id(slip, "person", s->person);
	else
		slip_set(slip, "ref", s->keep.head.ref);
	if (ms >= 60000) {
		snprintf(minutes, sizeof(minutes), "%lld",
		    (long long)(ms / 60000));
		slip_set(slip, "minutes", minutes);
	}
}

/* The musts that were not asked are said once; F9 again saves all the same. */
static bool
may_save(struct intake *s)
{
	struct entry *e = sheet_entry(s->sheet);
	bool again = s->warned == entry_changes(e) + 1;
	struct buf left = { 0 };
	size_t n;

	if (entry_is_blank(e)) {
		say(ROLE_TEXT, "There is nothing to save yet.");
		return false;
	}
	entry_leave(e);
	n = entry_missing(e, &left);
	if (n > 0 && !again) {
		s->warned = entry_changes(e) + 1;
		say(ROLE_WARN, "Left to ask: %s. F9 again saves it as it is.",
		    buf_str(&left));
		buf_release(&left);
		return false;
	}
	buf_release(&left);
	return true;
}

static void
save(struct view *v)
{
	struct intake *s = v->state;
	struct arena *arena = arena_new();
	struct slip slip = { .arena = arena };
	struct act_done done = { 0 };

	fill(s, &slip);
	if (desk_do("take_referral", &slip, &done)) {
		remember(s);
		keeping_saved(&s->keep);
		desk_look(done.person, done.casefile);
		if (done.left[0] != '\0')
			say(ROLE_OK, "%s Left: %s.", done.words, done.left);
		view_pop();
	}
	arena_free(arena);
}

/* ---- keys ---- */

static void
stamp(struct view *v)
{
	struct intake *s = v->state;
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
hand(struct intake *s)
{
	return (struct hand){ s->sheet, &s->keep };
}

static bool
intake_act(struct view *v, enum action action)
{
	struct intake *s = v->state;
	const struct entry_slot *was;

	if (s->sheet == NULL)
		return false;
	was = entry_focus(sheet_entry(s->sheet));
	switch (action) {
	case ACTION_SAVE:
		if (may_save(s))
			save(v);
		return true;
	case ACTION_BACK:
		if (!entry_is_blank(sheet_entry(s->sheet)))
			say(ROLE_TEXT,
			    "Your draft is kept; :drafts brings it back.");
		view_pop();
		return true;
	case ACTION_MATCH:
		intake_join(v);
		break;
	case ACTION_STAMP:
		stamp(v);
		break;
	default:
		if (sheet_do(s->sheet, v, action) == SHEET_IGNORED)
			return sheet_owns(action);
	}
	keeping_key(&s->keep, sheet_entry(s->sheet),
	    was != entry_focus(sheet_entry(s->sheet)));
	follow(v);
	return true;
}

static bool
intake_type(struct view *v, const char *utf8)
{
	struct hand h = hand(v->state);

	if (!hand_type(&h, v, utf8))
		return false;
	follow(v);
	return true;
}

static bool
intake_paste(struct view *v, const char *text, size_t n)
{
	struct hand h = hand(v->state);

	if (!hand_paste(&h, v, text, n))
		return false;
	follow(v);
	return true;
}

static void
intake_tick(struct view *v, int64_t now_ms)
{
	struct intake *s = v->state;

	(void)now_ms;
	if (s->sheet != NULL)
		keeping_tick(&s->keep, sheet_entry(s->sheet));
}

/* A list over it, or help, went: what was chosen there counts as typed. */
static void
intake_back(struct view *v)
{
	struct intake *s = v->state;

	if (s->sheet == NULL)
		return;
	keeping_key(&s->keep, sheet_entry(s->sheet), true);
	follow(v);
}

static enum view_state
intake_state(const struct view *v)
{
	(void)v;
	return VIEW_FIELD;
}

/* clang-format off */
static const enum action hints[] = {
	ACTION_ACCEPT, ACTION_PREVIOUS, ACTION_PART, ACTION_LIST_CODES,
	ACTION_SAVE, ACTION_UNDO, ACTION_MATCH, ACTION_BACK, ACTION_HIDE,
	ACTION_DANGER, ACTION_HELP, ACTION_JUMP, ACTION_STAMP, ACTION_NONE
};
/* clang-format on */

static const struct view_ops view_intake = {
	.name = "intake",
	.title = "A new call",
	.about =
	    "One form in the order a call goes; Enter goes on. What is not "
	    "known is left blank, what was asked and is nothing gets a -. The "
	    "draft keeps itself at every key: if the line drops you land back "
	    "at the same letter. People who may be the caller stand beside the "
	    "form; Ctrl-O joins the call to them. F9 saves, and again if "
	    "something is left to ask.",
	.examples = ".ln jumps to the language, and Enter there comes back\n"
		    "120384 or 42 in Born; y2300 or fri or -3w in When\n"
		    "bur in Crime; ? lists the choices",
	.size = sizeof(struct intake),
	.flags = VIEW_SECONDS,
	.hints = hints,
	.open = intake_open,
	.draw = intake_draw,
	.act = intake_act,
	.type = intake_type,
	.paste = intake_paste,
	.state = intake_state,
	.tick = intake_tick,
	.back = intake_back,
	.close = intake_close,
};

void
show_intake(const char *words)
{
	struct start start = { .words = words };

	view_push(&view_intake, &start);
}

void
show_intake_for(uint64_t person)
{
	struct start start = { .person = person };

	view_push(&view_intake, &start);
}

void
intake_resume(struct draft *draft, const struct keeping_head *head,
    struct span form)
{
	struct start start = { .draft = draft, .head = head, .form = form };

	view_push(&view_intake, &start);
}
