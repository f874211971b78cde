/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "hub/act.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"
#include "ui/parts/pick.h"
#include "ui/views/sheet_made.h"

#include "ui/views/sheet.h"

#define SHEET_CODES_MOST 256

struct entry *
sheet_entry(struct sheet *s)
{
	return s->entry;
}

const char *
sheet_title(const struct sheet *s)
{
	return s->title;
}

const char *
sheet_act_name(const struct sheet *s)
{
	return s->act;
}

const char *
sheet_about(const struct sheet *s)
{
	return s->about;
}

const char *
sheet_examples(const struct sheet *s)
{
	return s->examples;
}

bool
sheet_is_call(const struct sheet *s)
{
	return s->call;
}

size_t
sheet_steps(const struct sheet *s)
{
	return s->n_steps;
}

const struct entry_slot *
sheet_slots(const struct sheet *s, size_t *n)
{
	*n = s->n;
	return s->slots;
}

const struct sheet_slot *
sheet_slot(const struct sheet *s, const struct entry_slot *slot)
{
	return &s->more[slot - s->slots];
}

static size_t
slot_by_name(const struct sheet *s, const char *name)
{
	size_t i = 0;

	while (i < s->n && strcmp(s->slots[i].name, name) != 0)
		i++;
	return i;
}

/* Whether ${value}, codes parted by blanks, has one picked by ${letters}. */
static bool
has_letter(const struct sheet *s, const char *list, const char *value,
    const char *letters)
{
	struct span word;

	for (const char *rest = value; str_word(&rest, &word);) {
		char code[64];
		const struct code *row;
		char letter;

		snprintf(code, sizeof(code), "%.*s", (int)word.len,
		    (const char *)word.at);
		row = list != NULL ? code_by(s->hub->codes, list, code) : NULL;
		letter =
		    row != NULL && row->letter != 0 ? row->letter : code[0];
		if (strchr(letters, tolower((unsigned char)letter)) != NULL)
			return true;
	}
	return false;
}

bool
sheet_shown(struct sheet *s, const struct entry_slot *slot)
{
	const struct sheet_slot *more = sheet_slot(s, slot);
	const char *value;
	size_t gate;

	if (more->gate == NULL)
		return true;
	gate = slot_by_name(s, more->gate);
	if (gate == s->n)
		return true;
	value = entry_value(s->entry, more->gate);
	if (more->gate_not)
		return value[0] != '\0' && !has_letter(s, s->slots[gate].codes,
					       value, more->gate_has);
	return has_letter(s, s->slots[gate].codes, value, more->gate_has);
}

static void
open_gates(struct sheet *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->more[i].gate != NULL)
			entry_hide(s->entry, s->slots[i].name,
			    !sheet_shown(s, &s->slots[i]));
}

/* ---- what an entry asks of us ---- */

static bool
is_offered(struct sheet *s, const struct entry_slot *slot, const char *code)
{
	return s->doors.offers == NULL ||
	       s->doors.offers(s->doors.arg, slot->name, code);
}

static size_t
yes_no(const char *typed, struct entry_code *out, size_t max)
{
	static const struct entry_code both[] = { { "y", "yes", 'y' },
		{ "n", "no", 'n' } };
	size_t put = 0;

	for (size_t i = 0; i < 2; i++)
		if (str_istarts(both[i].label, typed)) {
			if (put < max)
				out[put] = both[i];
			put++;
		}
	return put;
}

size_t
sheet_codes(struct sheet *s, const struct entry_slot *slot, const char *typed,
    struct entry_code *out, size_t max)
{
	const struct code *best[SHEET_CODES_MOST];
	size_t n, put = 0;

	if (slot->codes == NULL)
		return 0;
	if (strcmp(slot->codes, SHEET_YES_NO) == 0)
		return yes_no(typed, out, max);
	n = code_match(s->hub->codes, slot->codes, typed, best,
	    SHEET_CODES_MOST);
	for (size_t i = 0; i < n && i < SHEET_CODES_MOST; i++) {
		if (!is_offered(s, slot, best[i]->code))
			continue;
		if (put < max)
			out[put] = (struct entry_code){ best[i]->code,
				best[i]->label, best[i]->letter };
		put++;
	}
	return put;
}

static size_t
door_codes(void *arg, const struct entry_slot *slot, const char *typed,
    struct entry_code *out, size_t max)
{
	return sheet_codes(arg, slot, typed, out, max);
}

static enum rc
door_settle(void *arg, const struct entry_slot *slot, const char *text,
    struct entry_settled *out, struct fault *f)
{
	return sheet_settle(arg, slot, text, out, f);
}

static void
door_reads(void *arg, const struct entry_slot *slot, const char *value,
    struct entry_settled *out)
{
	sheet_reads(arg, slot, value, out);
}

static const char *
door_last(void *arg, const struct entry_slot *slot)
{
	struct sheet *s = arg;

	return s->doors.last != NULL ? s->doors.last(s->doors.arg, slot->name)
				     : NULL;
}

static bool
is_gate(const struct sheet *s, const char *name)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->more[i].gate != NULL &&
		    strcmp(s->more[i].gate, name) == 0)
			return true;
	return false;
}

static void
door_changed(void *arg, const struct entry_slot *slot, bool left)
{
	struct sheet *s = arg;

	if (s->entry == NULL)
		return;
	if (is_gate(s, slot->name))
		open_gates(s);
	if (s->doors.changed != NULL)
		s->doors.changed(s->doors.arg, slot->name, left);
}

enum rc
sheet_open(struct hub *hub, const char *name, const struct sheet_doors *doors,
    struct sheet **sheet, struct fault *f)
{
	struct sheet *s = mem_get(sizeof(*s));
	struct entry_doors asks = {
		.codes = door_codes,
		.settle = door_settle,
		.reads = door_reads,
		.last = door_last,
		.changed = door_changed,
		.arg = s,
	};
	enum rc rc;

	*sheet = NULL;
	s->hub = hub;
	s->arena = arena_new();
	if (doors != NULL)
		s->doors = *doors;
	rc = sheet_make(s, name, f);
	if (rc) {
		sheet_close(s);
		return rc;
	}
	s->entry = entry_new(s->slots, s->n, &asks);
	open_gates(s);
	*sheet = s;
	return RC_OK;
}

void
sheet_close(struct sheet *s)
{
	if (s == NULL)
		return;
	entry_free(s->entry);
	arena_free(s->arena);
	free(s);
}

void
sheet_fill(struct sheet *s, struct slip *slip)
{
	entry_leave(s->entry);
	for (size_t i = 0; i < s->n; i++) {
		const char *name = s->slots[i].name;
		const char *value;

		if (!sheet_shown(s, &s->slots[i]))
			continue;
		value = entry_fault(s->entry, name)[0] != '\0'
			    ? entry_text(s->entry, name)
			    : entry_value(s->entry, name);
		if (value[0] != '\0')
			slip_set(slip, name, value);
	}
}

void
sheet_address(const struct sheet *s, struct slip *slip, const char *name,
    uint64_t id)
{
	const struct act *act = act_by_name(s->act);

	if (act == NULL || id == 0)
		return;
	for (const struct act_line *l = act->lines; l->name != NULL; l++)
		if (strcmp(l->name, name) == 0)
			slip_set_id(slip, name, id);
}

/* ---- on the screen ---- */

/* The list that F4 opens over the focused slot. */
static size_t
list_match(void *arg, const char *typed, struct pick_row *rows, size_t max)
{
	struct sheet *s = arg;
	const struct entry_slot *slot = entry_focus(s->entry);
	struct entry_code codes[SHEET_CODES_MOST];
	size_t n = sheet_codes(s, slot, typed, codes, SHEET_CODES_MOST);

	for (size_t i = 0; i < n && i < max && i < SHEET_CODES_MOST; i++) {
		str_set(rows[i].code, sizeof(rows[i].code), codes[i].code);
		if (codes[i].letter != 0)
			snprintf(rows[i].text, sizeof(rows[i].text), "%c  %s",
			    codes[i].letter, codes[i].label);
		else
			snprintf(rows[i].text, sizeof(rows[i].text), "%-6s %s",
			    codes[i].code, codes[i].label);
		rows[i].right[0] = '\0';
		rows[i].role = ROLE_TEXT;
	}
	return n;
}

static void
list_chosen(void *arg, const char *typed, const struct pick_row *row)
{
	struct sheet *s = arg;

	(void)typed;
	if (row != NULL)
		entry_choose(s->entry, row->code);
}

static void
open_list(struct sheet *s)
{
	const struct entry_slot *slot = entry_focus(s->entry);
	struct pick_options o = {
		.title = slot->label,
		.typed = "",
		.doors = { .match = list_match,
		    .chosen = list_chosen,
		    .arg = s },
	};

	pick_open(&o);
}

/* A value that was left and is not right is kept, and said. */
static void
say_left(struct sheet *s, const struct entry_slot *was)
{
	const char *fault = entry_fault(s->entry, was->name);

	if (fault[0] != '\0')
		say(ROLE_WARN, "%s: %s", was->label, fault);
}

static enum sheet_did
after(struct sheet *s, struct view *v, enum entry_did did,
    const struct entry_slot *was)
{
	view_stale(v);
	if (did == ENTRY_IGNORED)
		return SHEET_IGNORED;
	if (did == ENTRY_WANTS_LIST) {
		open_list(s);
		return SHEET_DID;
	}
	if (did == ENTRY_AFTER || entry_focus(s->entry) != was)
		say_left(s, was);
	return did == ENTRY_AFTER ? SHEET_AFTER : SHEET_DID;
}

enum sheet_did
sheet_do(struct sheet *s, struct view *v, enum action action)
{
	const struct entry_slot *was = entry_focus(s->entry);

	if (action == ACTION_LIST_CODES && !entry_is_coded(was)) {
		say(ROLE_TEXT, "%s: any words. %s", was->label, was->help);
		return SHEET_DID;
	}
	return after(s, v, entry_act(s->entry, action), was);
}

enum sheet_did
sheet_type(struct sheet *s, struct view *v, const char *utf8)
{
	const struct entry_slot *was = entry_focus(s->entry);

	return after(s, v, entry_type(s->entry, utf8), was);
}

bool
sheet_paste(struct sheet *s, struct view *v, const char *text, size_t n)
{
	size_t cut = entry_paste(s->entry, text, n);

	view_stale(v);
	if (cut > 0)
		say(ROLE_WARN, "The last %zu letters did not fit.", cut);
	return true;
}

bool
sheet_owns(enum action action)
{
	if (action_row(action)->flags & ACTION_TYPING)
		return true;
	switch (action) {
	case ACTION_UNDO:
	case ACTION_REDO:
	case ACTION_PREVIOUS:
	case ACTION_DOWN_FIELD:
	case ACTION_PART:
	case ACTION_PART_BACK:
		return true;
	default:
		return false;
	}
}

/* What the field is for; and what Enter alone would take. */
static void
show_hint(struct sheet *s, struct view *v, const struct entry_slot *slot)
{
	struct entry_settled standard;

	if (slot->standard == NULL ||
	    entry_text(s->entry, slot->name)[0] != '\0') {
		view_hint(v, "%s", entry_message(s->entry));
		return;
	}
	sheet_reads(s, slot, slot->standard, &standard);
	view_hint(v, "Enter takes %s %s.  %s", standard.shown, standard.echo,
	    entry_message(s->entry));
}

void
sheet_draw(struct sheet *s, struct view *v, struct rect at)
{
	const struct entry_slot *slot;
	int y = at.y, x = at.x;

	entry_draw(s->entry, v->win, at, &y, &x);
	slot = entry_focus(s->entry);
	view_cursor(v, y, x, slot->tag != NULL ? slot->tag : slot->name);
	show_hint(s, v, slot);
	v->coded = entry_is_coded(slot);
}
