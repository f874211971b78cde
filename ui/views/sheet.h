/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_SHEET_H
#define HANDRAIL_UI_VIEWS_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "model/kind.h"
#include "ui/frame/view.h"
#include "ui/parts/entry.h"

/*
 * A sheet is a form as the hub has laid it out in data/forms: which fields of
 * which kinds, in what order, in what parts, and what to say to the caller at
 * each. Labels, types, code lists, limits and help come from the kinds, so a
 * form file only says what is special about being asked it here. Filled in, a
 * sheet fills a slip for an act. It names no kind and no field.
 */

struct arena;
struct buf;
struct hub;
struct slip;

struct sheet;

/* What a form says of one slot beyond what an entry needs. */
struct sheet_slot {
	const struct kind_field *field;
	const char *listen;   /* what to listen for; NULL: nothing */
	const char *gate;     /* the slot that decides if this one shows */
	const char *gate_has; /* letters; shows when the gate has one ... */
	bool gate_not;        /* ... or, so, when it has none of them */
	const char *step;     /* the step of the call it belongs to */
	size_t step_nth;      /* from 1 */
	bool amend;           /* hidden until the act has said no once */
};

struct sheet_doors {
	/* After each change of text and each leaving (${left}). May be NULL. */
	void (*changed)(void *arg, const char *name, bool left);
	/* The last record's value for `=`; NULL: none. */
	const char *(*last)(void *arg, const char *name);
	/* Narrow the codes offered for a slot: false leaves one out. */
	bool (*offers)(void *arg, const char *name, const char *code);
	void *arg;
};

/**
 * sheet_open(hub, name, doors, s, f):
 * Lay out the form data/forms/${name}.cfg, empty, into ${s}, given back to
 * sheet_close(). RC_INVALID names file and line.
 */
NODISCARD enum rc sheet_open(struct hub *hub, const char *name,
    const struct sheet_doors *doors, struct sheet **s, struct fault *f);

/**
 * sheet_close(s):
 * Wipe what was typed and free ${s}. NULL does nothing.
 */
void sheet_close(struct sheet *s);

/**
 * sheet_entry(s), sheet_title(s), sheet_act_name(s), sheet_steps(s):
 * The entry it is laid out in; what it is called; the act it is for; how many
 * steps of the call it has. Lends.
 */
struct entry *sheet_entry(struct sheet *s);
const char *sheet_title(const struct sheet *s);
const char *sheet_act_name(const struct sheet *s);
size_t sheet_steps(const struct sheet *s);

/**
 * sheet_about(s), sheet_examples(s), sheet_is_call(s):
 * What the form is for, and a line for each example, or NULL; whether a call
 * begins with it. Lends.
 */
const char *sheet_about(const struct sheet *s);
const char *sheet_examples(const struct sheet *s);
bool sheet_is_call(const struct sheet *s);

/**
 * sheet_title_of(arena, name):
 * What the form data/forms/${name}.cfg is called, into ${arena}; the name when
 * it cannot be read.
 */
const char *sheet_title_of(struct arena *arena, const char *name);

/**
 * sheet_slots(s, n):
 * The slots in order. Lends.
 */
const struct entry_slot *sheet_slots(const struct sheet *s, size_t *n);

/**
 * sheet_slot(s, slot):
 * What the form says of ${slot}, one of its own. Lends.
 */
const struct sheet_slot *
sheet_slot(const struct sheet *s, const struct entry_slot *slot);

/**
 * sheet_shown(s, slot):
 * Whether the slot is on the form as it is filled in now.
 */
bool sheet_shown(struct sheet *s, const struct entry_slot *slot);

/**
 * sheet_fill(s, slip):
 * Write every answer on ${slip}. What was not asked is left off; what could not
 * be read goes as it was typed, so that the act keeps it.
 */
void sheet_fill(struct sheet *s, struct slip *slip);

/**
 * sheet_address(s, slip, name, id):
 * Write on ${slip} whom it is about, if the act of the sheet takes a value
 * called ${name} ("person", "casefile") and there is an ${id}.
 */
void sheet_address(const struct sheet *s, struct slip *slip, const char *name,
    uint64_t id);

/**
 * sheet_settle(s, slot, text, out, f), sheet_reads(s, slot, value, out):
 * What leaving ${slot} with ${text} in it gives; how a kept value reads.
 */
enum rc sheet_settle(struct sheet *s, const struct entry_slot *slot,
    const char *text, struct entry_settled *out, struct fault *f);
void sheet_reads(struct sheet *s, const struct entry_slot *slot,
    const char *value, struct entry_settled *out);

/**
 * sheet_codes(s, slot, typed, out, max):
 * The choices of ${slot} that match ${typed}, best first.
 */
size_t sheet_codes(struct sheet *s, const struct entry_slot *slot,
    const char *typed, struct entry_code *out, size_t max);

/* What a key did to a sheet. */
enum sheet_did {
	SHEET_IGNORED, /* means nothing to a form */
	SHEET_DID,
	SHEET_AFTER /* went past the last stop */
};

/**
 * sheet_do(s, v, action), sheet_type(s, v, utf8), sheet_paste(s, v, text, n):
 * Give a key to the form that is shown on ${v}: lists open, what the focus
 * wants said is said.
 */
enum sheet_did sheet_do(struct sheet *s, struct view *v, enum action action);
enum sheet_did sheet_type(struct sheet *s, struct view *v, const char *utf8);
bool sheet_paste(struct sheet *s, struct view *v, const char *text, size_t n);

/**
 * sheet_owns(action):
 * Whether ${action} is about typing, so that it means nothing else on a form
 * even where there is nothing for it to do.
 */
bool sheet_owns(enum action action);

/**
 * sheet_draw(s, v, at):
 * Draw the form in the rectangle of the view's window and put the cursor.
 */
void sheet_draw(struct sheet *s, struct view *v, struct rect at);

#endif /* HANDRAIL_UI_VIEWS_SHEET_H */
