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
	e->at = entry_stop(e, 0, 1);
	if (e->at == n)
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

void
entry_put(struct entry *e, const char *name, const char *value)
{
	struct entry_box *b = entry_named(e, name);
	bool letters;

	if (!b)
		return;
	letters =
	    b->slot->typing == ENTRY_CHOICE || b->slot->typing == ENTRY_LETTERS;
	if (letters && strcmp(value, ENTRY_NONE) != 0)
		entry_put_letters(e, b, value);
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
		entry_read_value(e, b);
		entry_tidy(b);
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
	e->back = e->n;
	entry_go_to(e, (size_t)(b - e->boxes));
}

void
entry_leave(struct entry *e)
{
	size_t at = e->at;

	entry_quit(e);
	entry_come(e, at);
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
