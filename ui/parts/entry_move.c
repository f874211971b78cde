/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Leaving a box settles it, remembers it for undo and never fails; coming to
 * one puts the cursor at its end. Where Enter goes next is worked out after
 * leaving, since that may have hidden or shown other slots.
 */

#include <string.h>

#include "ui/parts/entry_form.h"

static bool
is_stop(const struct entry_box *b)
{
	return !b->hidden && !(b->slot->flags & (ENTRY_ASIDE | ENTRY_FIXED));
}

size_t
entry_stop(const struct entry *e, size_t from, int way)
{
	for (size_t i = from; i < e->n; i += (size_t)way)
		if (is_stop(&e->boxes[i]))
			return i;
	return e->n;
}

void
entry_quit(struct entry *e)
{
	struct entry_box *b = entry_box(e);
	bool changed = b->came_at != b->text.edit.changes;

	e->jump[0] = '\0';
	e->swallow = false;
	entry_settle(e, b);
	if (*entry_box_text(b))
		entry_tidy(b);
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

void
entry_come(struct entry *e, size_t place)
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
	entry_quit(e);
	/* Leaving may have hidden or shown other slots, this one too. */
	if (place < e->n && !e->boxes[place].hidden)
		entry_come(e, place);
}

enum entry_did
entry_on(struct entry *e)
{
	size_t next;

	entry_quit(e);
	if (e->back != e->n) {
		next = e->back;
		e->back = e->n;
	} else {
		next = entry_stop(e, e->at + 1, 1);
	}
	if (next == e->n) {
		entry_come(e, e->at);
		return ENTRY_AFTER;
	}
	entry_come(e, next);
	return ENTRY_DID;
}

static enum entry_did
go_back(struct entry *e)
{
	size_t before;

	entry_quit(e);
	before = e->back != e->n ? e->back : entry_stop(e, e->at - 1, -1);
	e->back = e->n;
	entry_come(e, before == e->n ? e->at : before);
	return before == e->n ? ENTRY_BEFORE : ENTRY_DID;
}

/* The first stop of the part after this one, or of this one and those before.
 */
static enum entry_did
go_part(struct entry *e, int way)
{
	size_t i = e->at + (way > 0), to;

	entry_quit(e);
	if (way > 0)
		while (i < e->n && !e->boxes[i].slot->part)
			i++;
	else
		for (i = i > 0 ? i - 1 : 0; i > 0 && !e->boxes[i].slot->part;)
			i--;
	to = entry_stop(e, i, 1);
	e->back = e->n;
	if (to == e->n)
		return entry_on(e);
	entry_come(e, to);
	return ENTRY_DID;
}

static enum entry_did
walk(struct entry *e)
{
	struct entry_box *b = entry_box(e);

	if (b->slot->typing == ENTRY_PROSE && prose_act(&b->text, ACTION_DOWN))
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
	if (action_row(action)->flags & ACTION_TYPING)
		return ENTRY_DID;
	return did ? ENTRY_DID : ENTRY_IGNORED;
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
