/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_PARTS_ENTRY_H
#define HANDRAIL_UI_PARTS_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/action.h"
#include "base/rc.h"
#include "ui/frame/draw.h"

struct buf;
struct span;

/*
 * A form laid out from a list of slots (UX 3.6). It never blocks: a value that
 * is not right is kept as typed, with a sentence on its row. It names no kind
 * and no field; what is right, what the codes are and how a value reads comes
 * from the callbacks of whoever made the form.
 *
 * What typing does, by the slot's row in the table of entry.c:
 *
 *	CHOICE	one letter, goes on at once; one Tab or Enter after it is
 *		swallowed; a letter that is no choice is not taken
 *	LETTERS	letters in any order, again to take one away; Enter goes on
 *	CODE	part of a code or name; the best match stands after the cursor;
 *		Enter takes it, Space and Down walk the matches; no match is
 *kept as text PROSE	many lines; Enter is a new line, Tab goes on
 *	others	as typed; what `settle` makes of it stands there after leaving
 *
 * In an empty field: `.xx` jumps to the field tagged xx (Enter there comes
 * back), `=` takes the last record's value, `?` in a coded field lists, `-` in
 * a CHOICE, LETTERS or CODE means asked, nothing to record, and goes on at
 *once.
 */

enum entry_typing {
	ENTRY_TEXT,
	ENTRY_NAME,
	ENTRY_CHOICE,
	ENTRY_LETTERS,
	ENTRY_CODE,
	ENTRY_WHEN,
	ENTRY_BIRTH,
	ENTRY_PHONE,
	ENTRY_POSTCODE,
	ENTRY_POLREF,
	ENTRY_PROSE,
	ENTRY_TYPINGS
};

/* The value of a slot that was asked and has nothing to record. */
#define ENTRY_NONE "-"

#define ENTRY_HALF 1u   /* stands right of the slot before, if there is room */
#define ENTRY_ASIDE 2u  /* not a stop: its default is usually right */
#define ENTRY_NEEDED 4u /* listed by entry_missing() when not asked */
#define ENTRY_SECRET 8u /* shown as dots */
#define ENTRY_FIXED 16u /* shown, not typed in */

struct entry_slot {
	const char *name; /* of the value in the slip */
	const char *label;
	enum entry_typing typing;
	unsigned flags;     /* ENTRY_* */
	const char *tag;    /* two letters for .xx; NULL: none */
	const char *part;   /* heading, on the first slot of a part */
	const char *codes;  /* which code list */
	const char *prompt; /* what to say to the caller */
	const char *help;   /* one sentence for the message line */
	const char *blank;  /* shown in brackets when empty and not in focus */
	const char *standard; /* the value that Enter on an empty field takes */
	size_t max;           /* clusters; 0: by typing */
	int rows;             /* PROSE: rows to begin with; 0: 4 */
};

/* One choice. Strings are lent until the callback is called again. */
struct entry_code {
	const char *code, *label;
	char letter; /* for CHOICE and LETTERS; 0: the code's first */
};

/* What leaving a slot makes of its text. */
struct entry_settled {
	char value[512]; /* canonical, as the slip wants it */
	char shown[256]; /* what stands in the field */
	char echo[160];  /* what stands after it: "42y", "(yesterday)" */
};

struct entry_doors {
	/* The choices of ${slot} that match ${typed} ("": all), best first, up
	   to ${max}; return how many there are in all. */
	size_t (*codes)(void *arg, const struct entry_slot *slot,
	    const char *typed, struct entry_code *out, size_t max);
	/* Make ${text} canonical (not for PROSE, kept to the letter, nor for
	   CHOICE, LETTERS and CODE with a match, which are codes). RC_INVALID
	   with a sentence: the text is kept as it is and the sentence shown. */
	enum rc (*settle)(void *arg, const struct entry_slot *slot,
	    const char *text, struct entry_settled *out, struct fault *f);
	/* How a stored value reads in a field: fills shown and echo. */
	void (*reads)(void *arg, const struct entry_slot *slot,
	    const char *value, struct entry_settled *out);
	/* The last record's value, for `=`; NULL: none. */
	const char *(*last)(void *arg, const struct entry_slot *slot);
	/* Called after each change of text and each leaving (${left}). */
	void (*changed)(void *arg, const struct entry_slot *slot, bool left);
	void *arg;
};

/* What an action or a letter did. */
enum entry_did {
	ENTRY_IGNORED,   /* means nothing to a form */
	ENTRY_DID,       /* something, and the form is still in hand */
	ENTRY_AFTER,     /* went past the last stop; the focus stays there */
	ENTRY_BEFORE,    /* went up from the first; the focus stays */
	ENTRY_WANTS_LIST /* `?` or F4 in a coded field: open the picklist */
};

struct entry;

/**
 * entry_new(slots, n, doors):
 * A form of ${n} slots (lent; they must live as long), all empty, the focus on
 * the first stop. Yours to give to entry_free(), which wipes what was typed.
 */
struct entry *entry_new(const struct entry_slot *slots, size_t n,
    const struct entry_doors *doors);
void entry_free(struct entry *e);

/**
 * entry_act(e, action), entry_type(e, utf8), entry_paste(e, text, n):
 * Do what a key asks. entry_paste returns how many clusters were cut off.
 */
enum entry_did entry_act(struct entry *e, enum action action);
enum entry_did entry_type(struct entry *e, const char *utf8);
size_t entry_paste(struct entry *e, const char *text, size_t n);

/**
 * entry_draw(e, win, at, y, x):
 * Draw the form in the rectangle, scrolled so that the focus shows; where the
 * cursor stands goes to ${y} and ${x}.
 */
void entry_draw(struct entry *e, WINDOW *win, struct rect at, int *y, int *x);

/**
 * entry_value(e, name):
 * The canonical value of a slot, settled now if the focus is in it; "" when it
 * was not asked, ENTRY_NONE when asked with nothing to record. Lent until the
 * next call on ${e}. Hidden slots are "".
 */
const char *entry_value(struct entry *e, const char *name);

/**
 * entry_text(e, name):
 * The text of a slot as it stands, half typed or not. Lent.
 */
const char *entry_text(const struct entry *e, const char *name);

/**
 * entry_put(e, name, value):
 * Put a canonical value into a slot as if it had been typed and left.
 */
void entry_put(struct entry *e, const char *name, const char *value);

/**
 * entry_choose(e, code):
 * The focused slot gets ${code} from the picklist and is left forwards.
 */
void entry_choose(struct entry *e, const char *code);

/**
 * entry_fault(e, name):
 * The sentence on a slot's row, or "" when it is well. Lends.
 */
const char *entry_fault(const struct entry *e, const char *name);

/**
 * entry_hide(e, name, hidden):
 * Take a slot off the form, or bring it back; its value is kept.
 */
void entry_hide(struct entry *e, const char *name, bool hidden);

/**
 * entry_go(e, name):
 * Leave the focused slot and put the focus on another.
 */
void entry_go(struct entry *e, const char *name);

/**
 * entry_leave(e):
 * Settle the focused slot without moving.
 */
void entry_leave(struct entry *e);

/**
 * entry_focus(e):
 * The slot with the focus. Never NULL when there is a slot. Lends.
 */
const struct entry_slot *entry_focus(const struct entry *e);

/**
 * entry_is_coded(slot):
 * Whether it takes choices: CHOICE, LETTERS, CODE.
 */
bool entry_is_coded(const struct entry_slot *slot);

/**
 * entry_missing(e, out):
 * Add the labels of needed slots that were not asked, in small letters with
 * commas between ("risk, consent"); return how many.
 */
size_t entry_missing(struct entry *e, struct buf *out);

/**
 * entry_faults(e, part):
 * How many slots of the part called ${part} (NULL: all) hold a fault.
 */
size_t entry_faults(const struct entry *e, const char *part);

/**
 * entry_message(e):
 * What the message line should say about the focus: its fault, else its help.
 */
const char *entry_message(const struct entry *e);

/**
 * entry_side(e, win, at, from_y):
 * Draw the codes of the focused slot ("Codes here: t text  v voicemail") into
 * a side pane; return the rows used.
 */
int entry_side(struct entry *e, WINDOW *win, struct rect at);

/**
 * entry_keep(e, out), entry_restore(e, from, f):
 * The whole form as it stands, to the letter and the cursor, for a draft; and
 * back. Slots are found by name, so a form that has grown reads an old draft.
 */
void entry_keep(struct entry *e, struct buf *out);
NODISCARD enum rc
entry_restore(struct entry *e, struct span from, struct fault *f);

/**
 * entry_changes(e):
 * Counts up with each change, for autosave.
 */
unsigned entry_changes(const struct entry *e);

/**
 * entry_is_blank(e):
 * Whether nothing has been typed at all.
 */
bool entry_is_blank(const struct entry *e);

#endif /* HANDRAIL_UI_PARTS_ENTRY_H */
