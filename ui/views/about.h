/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_ABOUT_H
#define HANDRAIL_UI_VIEWS_ABOUT_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "ui/frame/draw.h"
#include "ui/views/words.h"

/*
 * What we know of one person, as lines to be shown: on their page in boxes, in
 * the preview beside the queue one below the other. Read once, kept in an
 * arena, drawn from there.
 */

struct arena;
struct hub;

enum about_box_name {
	ABOUT_INCIDENTS,
	ABOUT_TASKS,
	ABOUT_REFERRALS,
	ABOUT_RIGHTS,
	ABOUT_CONTACTS,
	ABOUT_COURT,
	ABOUT_NOTES,
	ABOUT_PEOPLE,
	ABOUT_BOXES
};

struct about_line {
	const char *text;
	const char *body; /* the whole of it, to be read; NULL: no more */
	enum role role;
	uint64_t casefile, record; /* what Enter opens; 0: only the body */
};

struct about_box {
	const char *title;
	struct about_line *at;
	size_t n, cap;
};

struct about {
	uint64_t person, casefile; /* the newest open case, or the newest */
	const char *ref, *name, *upper;
	const char *head[4];     /* name; phone; owner and risk; rights */
	const char *short_head;  /* all of it in one line */
	const char *last, *next; /* what was last done, what comes next */
	struct about_box boxes[ABOUT_BOXES];
	const char *note_when, *note; /* the latest; "" none */
	struct safe_told told;
};

/**
 * about_read(hub, arena, person, casefile, a, f):
 * Read everything about ${person} into ${a}, which lives in ${arena}. The case
 * ${casefile} is the one meant; 0: the newest that is open.
 */
NODISCARD enum rc about_read(struct hub *hub, struct arena *arena,
    uint64_t person, uint64_t casefile, struct about *a, struct fault *f);

/**
 * about_draw(a, win, at):
 * Draw it one below the other, as much as there is room for (W1's preview).
 */
void about_draw(const struct about *a, WINDOW *win, struct rect at);

#endif /* HANDRAIL_UI_VIEWS_ABOUT_H */
