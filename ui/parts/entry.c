/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "ui/parts/entry_form.h"

#define NOWHERE(e) ((e)->n)

struct entry_box *
entry_box(const struct entry *e)
{
	return &e->boxes[e->at];
}

struct entry_box *
entry_named(const struct entry *e, const char *name)
{
	for (size_t i = 0; i < e->n; i++)
		if (strcmp(e->boxes[i].slot->name, name) == 0)
			return &e->boxes[i];
	return NULL;
}

const char *
entry_box_text(const struct entry_box *b)
{
	return edit_text(&b->text.edit);
}

bool
entry_is_coded(const struct entry_slot *slot)
{
	return slot->typing == ENTRY_CHOICE || slot->typing == ENTRY_LETTERS ||
	    slot->typing == ENTRY_CODE;
}

static bool
is_stop(const struct entry_box *b)
{
	return !b->hidden && !(b->slot->flags & (ENTRY_ASIDE | ENTRY_FIXED));
}

/* The first stop from ${from} on in that direction; n when there is none. */
static size_t
stop_from(const struct entry *e, size_t from, int way)
{
	for (size_t i = from; i < e->n; i += (size_t)way)
		if (is_stop(&e->boxes[i]))
			return i;
	return NOWHERE(e);
}

struct entry *
entry_new(const struct entry_slot *slots, size_t n,
    const struct entry_doors *doors)
{
	struct entry *e = mem_get(sizeof(*e));

	e->boxes = mem_get((n ? n : 1) * sizeof(*e->boxes));
	e->n = e->back = n;
	e->doors = *doors;
	for (size_t i = 0; i < n; i++) {
		e->boxes[i].slot = &slots[i];
		e->boxes[i].text.edit.max = slots[i].max;
		e->boxes[i].text.edit.lines = slots[i].typing == ENTRY_PROSE;
		if (!slots[i].max && slots[i].typing != ENTRY_PROSE)
			e->boxes[i].text.edit.max = 240;
	}
	e->at = stop_from(e, 0, 1);
	if (e->at == NOWHERE(e))
		e->at = 0;
	return e;
}

void
entry_free(struct entry *e)
{
	if (!e)
		return;
	for (size_t i = 0; i < e->n; i++) {
		prose_release(&e->boxes[i].text);
		explicit_bzero(&e->boxes[i], sizeof(e->boxes[i]));
	}
	free(e->boxes);
	free(e);
}

void
entry_tell(struct entry *e, struct entry_box *b, bool left)
{
	e->changes++;
	if (e->doors.changed)
		e->doors.changed(e->doors.arg, b->slot, left);
}

/* ---- what a text is ---- */

size_t
entry_codes(const struct entry *e, const struct entry_box *b,
    const char *typed, struct entry_code out[ENTRY_MATCHES])
{
	if (!e->doors.codes)
		return 0;
	return e->doors.codes(e->doors.arg, b->slot, typed, out,
	    ENTRY_MATCHES);
}

char
entry_letter(const struct entry_code *c)
{
	return (char)tolower(
	    (unsigned char)(c->letter ? c->letter : c->code[0]));
}

static void
add(char *out, size_t cap, const char *sep, const char *text)
{
	size_t len = strlen(out);

	snprintf(out + len, cap - len, "%s%s", len ? sep : "", text);
}

/* Copy ${text}, as many whole letters as there is room for. */
static void
copy(char *out, size_t cap, const char *text)
{
	size_t len = 0, next = 0;

	while (text[len] && len + (next = utf8_cluster(text + len, (size_t)-1)) <
	        cap)
		len += next;
	memcpy(out, text, len);
	out[len] = '\0';
}

/* CHOICE and LETTERS: each letter is a code, in the order typed. */
static void
settle_letters(struct entry *e, struct entry_box *b, const char *text)
{
	struct entry_code all[ENTRY_MATCHES];
	size_t n = entry_codes(e, b, "", all);
	char words[96];

	if (n > ENTRY_MATCHES)
		n = ENTRY_MATCHES;
	for (; *text; text++) {
		for (size_t i = 0; i < n; i++) {
			if (entry_letter(&all[i]) != *text)
				continue;
			add(b->is.value, sizeof(b->is.value), " ",
			    all[i].code);
			snprintf(words, sizeof(words), "%c %s",
			    toupper((unsigned char)*text), all[i].label);
			add(b->is.shown, sizeof(b->is.shown), "  ", words);
		}
	}
}

static void
show_value(struct entry *e, struct entry_box *b)
{
	if (e->doors.reads)
		e->doors.reads(e->doors.arg, b->slot, b->is.value, &b->is);
	if (!b->is.shown[0])
		copy(b->is.shown, sizeof(b->is.shown), b->is.value);
}

/* CODE: the match that Down has come to; what matches nothing is kept. */
static bool
settle_code(struct entry *e, struct entry_box *b, const char *text)
{
	struct entry_code found[ENTRY_MATCHES];
	size_t n = entry_codes(e, b, text, found);
	size_t shown = n < ENTRY_MATCHES ? n : ENTRY_MATCHES;
	const struct entry_code *c;

	if (n == 0)
		return false;
	c = &found[b->walk % shown];
	snprintf(b->is.value, sizeof(b->is.value), "%s", c->code);
	snprintf(b->is.shown, sizeof(b->is.shown), "%s %s", c->code, c->label);
	return true;
}

static void
settle_text(struct entry *e, struct entry_box *b, const char *text)
{
	struct fault f = { 0 };
	enum rc rc = RC_OK;

	/* A narrative is kept to the letter. */
	if (b->slot->typing == ENTRY_PROSE)
		return;
	if (e->doors.settle)
		rc = e->doors.settle(e->doors.arg, b->slot, text, &b->is, &f);
	else if (b->slot->typing == ENTRY_CODE)
		rc = fault_set(&f, RC_INVALID, "no match; kept as text");
	if (rc) {
		copy(b->fault, sizeof(b->fault), f.text);
	}
	/* A long text is its own value, and is not copied here. */
	if (!b->is.value[0] && strlen(text) < sizeof(b->is.value))
		strcpy(b->is.value, text);
	if (!b->is.shown[0])
		copy(b->is.shown, sizeof(b->is.shown),
		    rc ? text : b->is.value);
}

static bool
is_settled(const struct entry_box *b)
{
	return b->settled_at == b->text.edit.changes;
}

/* The text a person comes back to is the one that stands there. */
static void
tidy_text(struct entry_box *b)
{
	enum entry_typing t = b->slot->typing;

	if (b->fault[0] || t == ENTRY_WHEN || t == ENTRY_BIRTH ||
	    t == ENTRY_PROSE || t == ENTRY_CHOICE || t == ENTRY_LETTERS ||
	    b->slot->flags & ENTRY_SECRET)
		return;
	if (t == ENTRY_CODE)
		edit_set(&b->text.edit, b->is.value);
	else if (strcmp(entry_box_text(b), b->is.shown) != 0)
		edit_set(&b->text.edit, b->is.shown);
}

void
entry_settle(struct entry *e, struct entry_box *b)
{
	const char *text = entry_box_text(b);
	enum entry_typing t = b->slot->typing;

	if (is_settled(b))
		return;
	memset(&b->is, 0, sizeof(b->is));
	b->fault[0] = '\0';
	if (strcmp(text, ENTRY_NONE) == 0 && entry_is_coded(b->slot)) {
		strcpy(b->is.value, ENTRY_NONE);
		strcpy(b->is.shown, "- asked, none");
	} else if (t == ENTRY_CHOICE || t == ENTRY_LETTERS) {
		settle_letters(e, b, text);
	} else if (*text && (t != ENTRY_CODE || !settle_code(e, b, text))) {
		settle_text(e, b, text);
	}
	b->settled_at = b->text.edit.changes;
}

/* ---- moving ---- */

/* Settle what is being left, and remember it for undo if it changed. */
static void
leave(struct entry *e)
{
	struct entry_box *b = entry_box(e);
	bool changed = b->came_at != b->text.edit.changes;

	e->jump[0] = '\0';
	e->swallow = false;
	entry_settle(e, b);
	if (*entry_box_text(b))
		tidy_text(b);
	b->settled_at = b->text.edit.changes;
	if (changed) {
		if (e->n_trail == ENTRY_TRAIL)
			memmove(e->trail, e->trail + 1,
			    (ENTRY_TRAIL - 1) * sizeof(e->trail[0])),
			    e->n_trail--;
		e->trail[e->n_trail++] = e->at;
	}
	b->came_at = b->text.edit.changes;
	entry_tell(e, b, true);
}

static void
come(struct entry *e, size_t place)
{
	struct entry_box *b = &e->boxes[place];

	e->at = place;
	b->walk = 0;
	b->came_at = b->text.edit.changes;
	edit_act(&b->text.edit, ACTION_END);
	if (b->slot->typing == ENTRY_PROSE)
		b->text.edit.cursor = b->text.edit.len;
}

void
entry_go_to(struct entry *e, size_t place)
{
	leave(e);
	/* Leaving may have hidden or shown other slots, this one too. */
	if (place < e->n && !e->boxes[place].hidden)
		come(e, place);
}

enum entry_did
entry_on(struct entry *e)
{
	size_t next;

	leave(e);
	if (e->back != NOWHERE(e)) {
		next = e->back;
		e->back = NOWHERE(e);
	} else {
		next = stop_from(e, e->at + 1, 1);
	}
	if (next == NOWHERE(e)) {
		come(e, e->at);
		return ENTRY_AFTER;
	}
	come(e, next);
	return ENTRY_DID;
}

static enum entry_did
go_back(struct entry *e)
{
	size_t before;

	leave(e);
	before = e->back != NOWHERE(e) ? e->back
	                               : stop_from(e, e->at - 1, -1);
	e->back = NOWHERE(e);
	come(e, before == NOWHERE(e) ? e->at : before);
	return before == NOWHERE(e) ? ENTRY_BEFORE : ENTRY_DID;
}

/* The first stop of the part after this one, or of this one and those before. */
static enum entry_did
go_part(struct entry *e, int way)
{
	size_t i = e->at + (way > 0), to;

	leave(e);
	if (way > 0)
		while (i < e->n && !e->boxes[i].slot->part)
			i++;
	else
		for (i = i > 0 ? i - 1 : 0; i > 0 && !e->boxes[i].slot->part;)
			i--;
	to = stop_from(e, i, 1);
	e->back = NOWHERE(e);
	if (to == NOWHERE(e))
		return entry_on(e);
	come(e, to);
	return ENTRY_DID;
}

static enum entry_did
walk(struct entry *e)
{
	struct entry_box *b = entry_box(e);

	if (b->slot->typing == ENTRY_PROSE &&
	    prose_act(&b->text, ACTION_DOWN))
		return ENTRY_DID;
	if (b->slot->typing != ENTRY_CODE || !*entry_box_text(b))
		return entry_on(e);
	b->walk++;
	b->settled_at = b->text.edit.changes - 1;
	entry_tell(e, b, false);
	return ENTRY_DID;
}

/* Undo in the field; when it has nothing left, where the last change was. */
static enum entry_did
undo(struct entry *e)
{
	struct entry_box *b = entry_box(e);

	while (!edit_act(&b->text.edit, ACTION_UNDO)) {
		if (e->n_trail == 0)
			return ENTRY_IGNORED;
		entry_go_to(e, e->trail[--e->n_trail]);
		b = entry_box(e);
	}
	b->came_at = b->text.edit.changes;
	entry_tell(e, b, false);
	return ENTRY_DID;
}

static enum entry_did
edit_box(struct entry *e, enum action action)
{
	struct entry_box *b = entry_box(e);
	unsigned before = b->text.edit.changes;
	bool prose = b->slot->typing == ENTRY_PROSE;
	bool did = prose ? prose_act(&b->text, action)
	                 : edit_act(&b->text.edit, action);

	if (b->text.edit.changes != before) {
		b->walk = 0;
		entry_tell(e, b, false);
	}
	switch (action) {
	case ACTION_LEFT:
	case ACTION_RIGHT:
	case ACTION_START:
	case ACTION_END:
	case ACTION_RUB:
	case ACTION_CUT:
	case ACTION_CUT_WORD:
	case ACTION_CLEAR:
		return ENTRY_DID;
	default:
		return did ? ENTRY_DID : ENTRY_IGNORED;
	}
}

static bool
swallows(struct entry *e, enum action action)
{
	bool was = e->swallow;

	e->swallow = false;
	return was && (action == ACTION_ACCEPT || action == ACTION_NEXT);
}

/* A jump half typed: rub it out, or let it stand as text. */
static bool
ends_jump(struct entry *e, enum action action)
{
	size_t len = strlen(e->jump);

	if (!len)
		return false;
	if (action == ACTION_RUB || action == ACTION_BACK) {
		e->jump[action == ACTION_BACK ? 0 : len - 1] = '\0';
		return true;
	}
	if (!entry_is_coded(entry_box(e)->slot))
		edit_type(&entry_box(e)->text.edit, e->jump);
	e->jump[0] = '\0';
	return false;
}

enum entry_did
entry_act(struct entry *e, enum action action)
{
	bool prose = entry_box(e)->slot->typing == ENTRY_PROSE;

	if (swallows(e, action) || ends_jump(e, action))
		return ENTRY_DID;
	switch (action) {
	case ACTION_ACCEPT:
		return prose ? edit_box(e, action) : entry_on(e);
	case ACTION_NEXT:
		return entry_on(e);
	case ACTION_UP_FIELD:
		if (prose && prose_act(&entry_box(e)->text, ACTION_UP))
			return ENTRY_DID;
		return go_back(e);
	case ACTION_PREVIOUS:
		return go_back(e);
	case ACTION_DOWN_FIELD:
		return walk(e);
	case ACTION_PART:
		return go_part(e, 1);
	case ACTION_PART_BACK:
		return go_part(e, -1);
	case ACTION_JUMP:
		strcpy(e->jump, ".");
		return ENTRY_DID;
	case ACTION_LIST_CODES:
		return entry_is_coded(entry_box(e)->slot) ? ENTRY_WANTS_LIST
		                                          : ENTRY_IGNORED;
	case ACTION_UNDO:
		return undo(e);
	default:
		return edit_box(e, action);
	}
}

/* ---- from outside ---- */

const char *
entry_value(struct entry *e, const char *name)
{
	struct entry_box *b = entry_named(e, name);
	const char *text;

	if (!b || b->hidden)
		return "";
	text = entry_box_text(b);
	if (!*text)
		return b->slot->standard ? b->slot->standard : "";
	entry_settle(e, b);
	return b->is.value[0] ? b->is.value : text;
}

const char *
entry_text(const struct entry *e, const char *name)
{
	const struct entry_box *b = entry_named(e, name);

	return b ? entry_box_text(b) : "";
}

/* The letters of the codes in a value, for CHOICE and LETTERS. */
static void
letters_of(struct entry *e, struct entry_box *b, const char *value)
{
	struct entry_code all[ENTRY_MATCHES];
	size_t n = entry_codes(e, b, "", all);
	char letters[ENTRY_MATCHES + 1] = "";

	while (*value) {
		size_t len = strcspn(value, " ");

		for (size_t i = 0; i < n && i < ENTRY_MATCHES; i++) {
			char as[2] = { entry_letter(&all[i]), '\0' };

			if (strlen(all[i].code) == len &&
			    !strncmp(all[i].code, value, len))
				add(letters, sizeof(letters), "", as);
		}
		value += len + strspn(value + len, " ");
	}
	edit_set(&b->text.edit, letters);
}

void
entry_put(struct entry *e, const char *name, const char *value)
{
	struct entry_box *b = entry_named(e, name);
	bool letters;

	if (!b)
		return;
	letters = b->slot->typing == ENTRY_CHOICE ||
	    b->slot->typing == ENTRY_LETTERS;
	if (letters && strcmp(value, ENTRY_NONE) != 0)
		letters_of(e, b, value);
	else
		edit_set(&b->text.edit, value);
	b->fault[0] = '\0';
	if (letters || entry_is_coded(b->slot)) {
		b->walk = 0;
		entry_settle(e, b);
	} else {
		memset(&b->is, 0, sizeof(b->is));
		if (strlen(value) < sizeof(b->is.value))
			strcpy(b->is.value, value);
		show_value(e, b);
		tidy_text(b);
		b->settled_at = b->text.edit.changes;
	}
	b->came_at = b->text.edit.changes;
	entry_tell(e, b, true);
}

void
entry_choose(struct entry *e, const char *code)
{
	entry_put(e, entry_box(e)->slot->name, code);
	entry_on(e);
}

const char *
entry_fault(const struct entry *e, const char *name)
{
	const struct entry_box *b = entry_named(e, name);

	return b && !b->hidden ? b->fault : "";
}

void
entry_hide(struct entry *e, const char *name, bool hidden)
{
	struct entry_box *b = entry_named(e, name);

	if (b)
		b->hidden = hidden;
}

void
entry_go(struct entry *e, const char *name)
{
	struct entry_box *b = entry_named(e, name);

	if (!b)
		return;
	e->back = NOWHERE(e);
	entry_go_to(e, (size_t)(b - e->boxes));
}

void
entry_leave(struct entry *e)
{
	size_t at = e->at;

	leave(e);
	come(e, at);
}

const struct entry_slot *
entry_focus(const struct entry *e)
{
	return entry_box(e)->slot;
}

size_t
entry_missing(struct entry *e, struct buf *out)
{
	size_t n = 0;

	for (size_t i = 0; i < e->n; i++) {
		const struct entry_box *b = &e->boxes[i];

		if (b->hidden || !(b->slot->flags & ENTRY_NEEDED) ||
		    *entry_value(e, b->slot->name))
			continue;
		if (n++)
			buf_puts(out, ", ");
		for (const char *c = b->slot->label; *c; c++)
			buf_putc(out, tolower((unsigned char)*c));
	}
	return n;
}

size_t
entry_faults(const struct entry *e, const char *part)
{
	const char *here = NULL;
	size_t n = 0;

	for (size_t i = 0; i < e->n; i++) {
		const struct entry_box *b = &e->boxes[i];

		if (b->slot->part)
			here = b->slot->part;
		if (part && (!here || strcmp(here, part) != 0))
			continue;
		n += !b->hidden && b->fault[0];
	}
	return n;
}

const char *
entry_message(const struct entry *e)
{
	const struct entry_box *b = entry_box(e);

	if (b->fault[0])
		return b->fault;
	return b->slot->help ? b->slot->help : "";
}

unsigned
entry_changes(const struct entry *e)
{
	return e->changes;
}

bool
entry_is_blank(const struct entry *e)
{
	for (size_t i = 0; i < e->n; i++)
		if (*entry_box_text(&e->boxes[i]))
			return false;
	return true;
}
