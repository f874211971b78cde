/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_INTAKE_H
#define HANDRAIL_UI_VIEWS_INTAKE_H

#include "base/rc.h"
#include "hub/find.h"
#include "ui/views/keeping.h"
#include "ui/views/sheet.h"

/*
 * A call being taken (L2, W2), shared by its files: intake.c hears the keys,
 * intake_draw.c draws, intake_match.c looks for people who may be the caller
 * and joins the call to one.
 */

struct slip;

struct intake {
	struct sheet *sheet;
	struct keeping keep;
	struct arena *hints_arena;
	struct find_page hints;
	char clues[512]; /* what the hints were looked for by; private */
	uint64_t person; /* whom the call is joined to; 0: nobody yet */
	char joined[64]; /* "LRX7HM DOYLE M" */
	char left[160];  /* what is left to ask, in words */
	unsigned warned; /* entry_changes() + 1 when that was said */
};

/**
 * intake_draw(v):
 * Draw the call on its view.
 */
void intake_draw(struct view *v);

/**
 * intake_look(s):
 * Look for matches again if a clue has changed.
 */
void intake_look(struct intake *s);

/**
 * intake_join(v):
 * Ctrl-O: take the one match that is plain, or ask which; let go of the one
 * that was taken.
 */
void intake_join(struct view *v);

/**
 * intake_take(v, person):
 * Join the call to ${person}: what is known of them fills what was not typed,
 * and the call goes on at what happened.
 */
void intake_take(struct view *v, uint64_t person);

/**
 * intake_spare(s, slip):
 * Take off ${slip} what only repeats what is known of the person the call is
 * joined to: it was not asked again.
 */
void intake_spare(struct intake *s, struct slip *slip);

/**
 * intake_read_back(s, out):
 * Add the form so far as a sentence to read to the caller; nothing while
 * nobody is named.
 */
void intake_read_back(struct intake *s, struct buf *out);

/**
 * intake_words(s, words):
 * Fill in what was typed on the command line: shapes tell a telephone number,
 * a postcode, a date, a crime and a police reference apart; the other words are
 * the name, then what happened.
 */
void intake_words(struct intake *s, const char *words);

#endif /* HANDRAIL_UI_VIEWS_INTAKE_H */
