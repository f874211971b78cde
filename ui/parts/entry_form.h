/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_PARTS_ENTRY_FORM_H
#define HANDRAIL_UI_PARTS_ENTRY_FORM_H

#include "ui/parts/entry.h"
#include "ui/parts/prose.h"

/*
 * The inside of a form, for entry.c, entry_type.c, entry_draw.c, entry_keep.c.
 *
 * A box is one slot and what is in it. Its text is what was typed; `is` is what
 * the last settling made of it and holds as long as the text has not changed
 * since (settled_at). A box whose text is empty was not asked.
 */

#define ENTRY_MATCHES 16
#define ENTRY_TRAIL 64

struct entry_box {
	const struct entry_slot *slot;
	struct prose text; /* one line for all but PROSE */
	struct entry_settled is;
	unsigned settled_at; /* text.edit.changes at the last settling */
	unsigned came_at;    /* the same when the focus came */
	char fault[160];
	size_t walk; /* which of the matches Down has come to */
	bool hidden;
};

struct entry {
	struct entry_box *boxes;
	size_t n;
	struct entry_doors doors;
	size_t at;    /* the focus */
	size_t back;  /* where a jump came from; n: nowhere */
	bool swallow; /* a Tab or Enter after going on by itself is eaten */
	char jump[4]; /* ".", ".l" while a jump is being typed */
	size_t trail[ENTRY_TRAIL]; /* boxes left changed, for undo */
	size_t n_trail;
	size_t top; /* the first row shown */
	unsigned changes;
};

/* The box in focus, one by name (NULL when there is none), its text. */
struct entry_box *entry_box(const struct entry *e);
struct entry_box *entry_named(const struct entry *e, const char *name);
const char *entry_box_text(const struct entry_box *b);

/* Make of a box's text what the doors say it is, if that is not known yet. */
void entry_settle(struct entry *e, struct entry_box *b);

/* Fill shown and echo for the value that stands in a box. */
void entry_read_value(struct entry *e, struct entry_box *b);

/* Make the text what a person should come back to: what stands there. */
void entry_tidy(struct entry_box *b);

/* The letters of the codes in a value as the text of a CHOICE or LETTERS. */
void entry_put_letters(struct entry *e, struct entry_box *b, const char *value);

/* The first stop from ${from} on, 1 forwards or -1; n when there is none. */
size_t entry_stop(const struct entry *e, size_t from, int way);

/* Settle what is being left, and remember it; come to a box. */
void entry_quit(struct entry *e);
void entry_come(struct entry *e, size_t place);

/* Tell the doors that the box changed. */
void entry_tell(struct entry *e, struct entry_box *b, bool left);

/* Go on from the focus as Enter does; go to a box by its place. */
enum entry_did entry_on(struct entry *e);
void entry_go_to(struct entry *e, size_t place);

/* The choices of a box for ${typed}; how many there are in all. */
size_t entry_codes(const struct entry *e, const struct entry_box *b,
    const char *typed, struct entry_code out[ENTRY_MATCHES]);

/* The letter of a choice, in small. */
char entry_letter(const struct entry_code *c);

#endif /* HANDRAIL_UI_PARTS_ENTRY_FORM_H */
