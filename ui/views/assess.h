/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_ASSESS_H
#define HANDRAIL_UI_VIEWS_ASSESS_H

#include "hub/assess.h"
#include "hub/fact.h"
#include "ui/views/keeping.h"
#include "ui/views/views.h"
#include "ui/views/words.h"

/*
 * The assessment (L5): four parts, one list each. assess.c hears the keys,
 * assess_read.c knows what stands and what follows, assess_draw.c draws. What
 * is typed stands in an entry that is never drawn, so that its draft is kept as
 * those of all forms are.
 */

struct entry;
struct view;
struct entry_slot;

enum assess_part {
	ASSESS_NEEDS,
	ASSESS_RISK,
	ASSESS_RIGHTS,
	ASSESS_CHANGES,
	ASSESS_PARTS
};

struct assess {
	struct subject of;
	struct arena *arena; /* as long as the screen */
	struct arena *read;  /* what stands; read anew on news */
	struct entry *entry;
	struct entry_slot *slots;
	size_t n_slots;
	struct keeping keep;
	unsigned warned; /* entry_changes() + 1 when something was said */
	bool ready;
	enum assess_part part;
	size_t at[ASSESS_PARTS];
	/* what stands */
	const char *ref, *name;
	struct safe_told told;
	struct record *person, *casefile;
	struct record_list levels, risks;
	struct assess_history history;
	struct facts facts;
	const struct tool *tool;
	char answers_last[TOOL_QUESTIONS_MOST];
	const struct record *risk_last; /* the latest with this tool */
	/* what follows */
	char so_far[200], suggests[400];
};

/* One row of the part that is shown. Texts lend from the screen's arenas. */
struct assess_row {
	const char *label;
	const char *value; /* the slot of its value; NULL: not typed */
	const char *note;  /* the slot of its note; NULL: it has none */
	const char *number;
};

/**
 * assess_rows(s), assess_row(s, i):
 * How many rows the part has; the ${i}th.
 */
size_t assess_rows(const struct assess *s);
struct assess_row assess_row(const struct assess *s, size_t i);

/**
 * assess_is_asked(s, i):
 * Whether row ${i} is to be asked, given what was answered so far.
 */
bool assess_is_asked(struct assess *s, size_t i);

/**
 * assess_slots(s):
 * Lay out the slots that hold what is typed.
 */
void assess_slots(struct assess *s);

/**
 * assess_read(s, f):
 * Read what stands.
 */
NODISCARD enum rc assess_read(struct assess *s, struct fault *f);

/**
 * assess_use(s, tool):
 * Go through risk with ${tool}; NULL is the one for the crime.
 */
void assess_use(struct assess *s, const struct tool *tool);

/**
 * assess_follow(s):
 * What is typed so far adds up to, and what the rules make of it.
 */
void assess_follow(struct assess *s);

/**
 * assess_answers_now(s, answers):
 * The answers typed so far, a key for each question of the tool.
 */
void assess_answers_now(struct assess *s, char *answers);

/**
 * assess_points(s, i):
 * The score typed for need ${i}, "=" looked up; SCORE_UNSAID when there is none.
 */
int assess_points(struct assess *s, size_t i);

/**
 * assess_level_of(s, code, open):
 * The record of that category, the open one first; NULL when there is none.
 */
const struct record *assess_level_of(
    const struct assess *s, const char *code, bool *open);

/**
 * assess_draw(v):
 * Draw it.
 */
void assess_draw(struct view *v);

#endif /* HANDRAIL_UI_VIEWS_ASSESS_H */
