/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_INVENT_INSIDE_H
#define HANDRAIL_HUB_INVENT_INSIDE_H

#include "base/arena.h"
#include "base/chance.h"
#include "base/vec.h"
#include "hub/bulk.h"
#include "hub/hub.h"
#include "hub/invent.h"
#include "model/record.h"

/* What the files of the demonstration share; nobody else includes it. */

/* ---- the figures (invent_figures.c) ---- */

struct words {
	const char *const *at;
	size_t n;
};

struct figure_place {
	const char *outward, *district;
	unsigned share;
};

struct figure_area {
	const char *code, *force, *number, *landline;
	const char *magistrates, *crown; /* courts */
	unsigned share;
	uint16_t area; /* its number in this hub; 0: the hub has none such */
	struct words workers;
	struct figure_place *places;
	size_t n_places;
};

struct figure_worker {
	const char *login, *name, *initials, *role;
};

struct figure_source {
	const char *code;
	unsigned share;
};

struct figure_crime {
	const char *code, *risk, *needs;
	unsigned share;
	struct words refer, says;
};

struct figure_course {
	const char *outcome, *ends; /* ends may be NULL */
	unsigned share;
	struct words steps;
};

/* A state, the first course that comes to it, and how long before. */
struct figure_stage {
	const char *code;
	const struct figure_course *course;
	unsigned hours; /* from the referral to the middle of the state */
};

struct figure_folk {
	unsigned share[8]; /* by area, in the order of the file */
	unsigned speaks;   /* in a hundred */
	const char *language, *ethnicity;
	struct words women, men, families;
};

struct figures {
	unsigned years;
	struct figure_area *areas;
	size_t n_areas;
	struct figure_worker *workers;
	size_t n_workers;
	struct figure_source *sources;
	size_t n_sources;
	struct figure_crime *crimes;
	size_t n_crimes;
	struct figure_course *courses;
	size_t n_courses;
	struct figure_folk *folk;
	size_t n_folk;
	struct figure_stage stages[100];
	size_t n_stages;
	unsigned days[100]; /* by the number of the state */
	struct words streets, feels, notes, times, say, goals, actions;
	struct words refs, phones, numbers; /* those of the cast and drills */
	/* in a hundred */
	unsigned reached[3], voicemail, wrong_number, declines, unsafe,
	    safety_asked, address_known, repeat, reported;
};

/**
 * figures_load(arena, hub, dir, figures, f):
 * Read hub.cfg, words.cfg and names.cfg in ${dir}. Lives in ${arena}.
 */
NODISCARD enum rc figures_load(struct arena *arena, const struct hub *hub,
    const char *dir, struct figures *figures, struct fault *f);

/* ---- the telling (invent.c) ---- */

/* What became so at one moment: a record as it then stood. */
struct deed {
	int64_t at;
	uint64_t person; /* 0: of nobody */
	uint16_t area;
	const struct record *record;
};

struct telling {
	const struct invention *what;
	struct hub *hub;
	struct figures figures;
	struct bulk *bulk;   /* the one whose ids are being taken */
	struct arena *arena; /* of the records of this batch */
	int64_t now;
	bool whole; /* history event by event */
	bool bare;  /* no more than a queue, a search and a page need */
	VEC(struct deed) deeds;
};

/* One person's part of it. */
struct tale {
	struct telling *telling;
	const struct figure_area *area;
	size_t nth; /* of the invented people */
	struct chance chance;
	struct record *person, *safety;
	size_t first; /* of the deeds of this tale */
	bool child, speaks_english;
};

/**
 * tale_new(t, kind):
 * A new record of ${kind} with a fresh id.
 */
struct record *tale_new(struct tale *t, unsigned kind);

/**
 * tale_put(t, at, r):
 * ${r} is so from ${at} on. It may go on changing, and be put again.
 */
void tale_put(struct tale *t, int64_t at, struct record *r);

/* Chance in the small. */
bool tale_is(struct tale *t, unsigned in_a_hundred);
uint64_t tale_below(struct tale *t, uint64_t n);
const char *tale_word(struct tale *t, const struct words *words);

/**
 * tale_hours(t, from, least, most):
 * A moment in office hours, ${least} to ${most} hours after ${from}.
 */
int64_t tale_hours(struct tale *t, int64_t from, unsigned least, unsigned most);

/* A moment as acts write it, "2026-11-22T11:42". */
void tale_iso(int64_t at, char iso[24]);

/* The record of a worker, by login. */
uint64_t tale_worker(const struct telling *telling, const char *login);

/* ---- who (invent_person.c) ---- */

/**
 * person_tell(t, at):
 * Who the tale is about, as it was known at ${at}.
 */
void person_tell(struct tale *t, int64_t at);

/* ---- what happened (invent_case.c, invent_beats.c) ---- */

/**
 * case_tell(t, nth, opened):
 * Their ${nth} case, from ${opened} to now. Returns when it ended, 0 if it is
 * open.
 */
int64_t case_tell(struct tale *t, unsigned nth, int64_t opened);

/**
 * case_begins(t):
 * When their first case begins.
 */
int64_t case_begins(struct tale *t);

#define CASING_NEEDS 16
#define CASING_ACTIONS 3

/* One case in the telling. */
struct casing {
	struct tale *t;
	const struct figure_crime *crime;
	const struct figure_course *course;
	struct record *casefile, *clock, *told_clock, *crime_record, *task,
	    *referral;
	uint64_t crime_id;
	int64_t opened, closes;
	unsigned nth, step;
	bool enhanced, reported, accepted, tried;
	/* What invent_work.c tells of, by a chance of its own. */
	struct chance work;
	struct record *plan, *actions[CASING_ACTIONS], *hearing;
	size_t n_actions;
	uint8_t scores[CASING_NEEDS];
	bool scored;
	struct beat {
		int64_t at;
		void (*play)(struct casing *, const struct beat *);
		const char
		    *what; /* what the queue says of it before it comes */
		const char *code;
	} beats[96];
	size_t n;
};

typedef void beat_fn(struct casing *, const struct beat *);

/*
 * The beats that invent_case.c plans and invent_beats.c plays. Each may change
 * the case, which is put once it has been.
 */
beat_fn beat_contact, beat_consent, beat_refer, beat_referred, beat_note,
    beat_support, beat_step, beat_outcome, beat_told, beat_close;

/*
 * And those of invent_work.c: needs, plans and days in court.
 */
beat_fn beat_assess, beat_plan, beat_acted, beat_listed;

/**
 * case_is_sitting(step), case_heard(c, at, step):
 * Whether the step is a day in court; it was heard.
 */
bool case_is_sitting(const char *step);
void case_heard(struct casing *c, int64_t at, const char *step);

/**
 * case_put(c, at):
 * The case as it now stands, put at ${at}.
 */
void case_put(struct casing *c, int64_t at);

/**
 * case_new(c, kind, tag):
 * A record that hangs on the case by its link ${tag}.
 */
struct record *case_new(struct casing *c, unsigned kind, unsigned tag);

/**
 * case_due(c, rule, from, iso):
 * When ${rule} falls due for this case; false when it has no number.
 */
bool
case_due(const struct casing *c, const char *rule, int64_t from, char iso[24]);

/* ---- the few who are always there (invent_cast.c) ---- */

/**
 * cast_tell(telling, dir, f):
 * Add the deeds of the cast in ${dir}.
 */
NODISCARD enum rc
cast_tell(struct telling *telling, const char *dir, struct fault *f);

#endif /* HANDRAIL_HUB_INVENT_INSIDE_H */
