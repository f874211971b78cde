/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_PAPER_H
#define HANDRAIL_UI_VIEWS_PAPER_H

#include "ui/views/keeping.h"
#include "ui/views/sheet.h"
#include "ui/views/views.h"
#include "ui/views/words.h"

/*
 * A form about one person: any of data/forms, over the act that it names,
 * opened by show_paper() or by a row of the doors (doors.h). Above it stands
 * who they are and how they may be reached; below it what was last said.
 * paper.c hears the keys, paper_about.c says about whom. What the file of a
 * form cannot say is a row of the table at the end of paper.c.
 */

struct paper_row {
	const char *text;
	enum role role;
};

/* What the paper shows of its person; lives in its arena. */
struct paper_about {
	struct paper_row who[5];
	size_t n_who;
	struct paper_row past[8];
	size_t n_past;
	const char *name, *ref, *stage;
	struct safe_told told;
	enum safe_now window;
};

struct paper {
	const struct paper_kind *kind;
	struct arena *arena;
	struct subject of;
	struct sheet *sheet;
	struct keeping keep;
	struct paper_about about;
	unsigned warned; /* entry_changes() + 1 when something was said */
};

/**
 * paper_read(s, f):
 * Read who the paper is about. A casefile of 0 becomes their newest open one.
 */
NODISCARD enum rc paper_read(struct paper *s, struct fault *f);

/**
 * paper_draw(v):
 * Draw it.
 */
void paper_draw(struct view *v);

/**
 * paper_fill_safety(s):
 * Put what is safe so far on the form.
 */
void paper_fill_safety(struct paper *s);

#endif /* HANDRAIL_UI_VIEWS_PAPER_H */
