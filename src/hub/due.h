/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_DUE_H
#define HANDRAIL_HUB_DUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * Time limits are data: data/deadlines holds the rules, each with its source
 * and how sure we are of it. Each file is one edition, in force between its
 * days, so that a new Code is a file beside the old one: a rule of the same
 * number may stand in both, and the day its clock starts says which applies.
 * A clock is one rule running for one case.
 */

struct arena;
struct hub;
struct record;

struct due_rule {
	const char *id;      /* "VC06" */
	const char *right;   /* "R04" */
	const char *trigger; /* the event that starts it */
	const char *stop;    /* the event that meets it */
	const char *holder;  /* who owes it */
	const char *title;   /* a short sentence */
	const char *source, *mark;
	int standard, enhanced; /* -1: no number */
	const char *unit;       /* "wd", "day", "hour", "month" */
	bool own;               /* the hub's own duty; else watched */
	const char *from, *until;
	const char *edition; /* the name of the file it stands in */
	const char *note;    /* or NULL */
	const char *next;    /* what the hub can do while it runs */
	const char *told;    /* codes of tellings that meet it; NULL: any */
	const char *crimes;  /* only for these groups of crime; NULL: all */
	const char *ages;    /* "child", "adult" at the time; NULL: all */
	bool once;           /* a case has one at most; the earliest start */
	bool absolute;       /* no pause, no exception: a date of the law */
	int birthday; /* not before this birthday of the victim; 0: none */
	const int *prompts; /* after how many units to look again; ends -1 */
	const char *prompt_unit;
};

struct deadlines;

/**
 * deadlines_load(dir, deadlines, f):
 * Read every *.cfg in ${dir}. RC_INVALID with file and line.
 */
NODISCARD enum rc
deadlines_load(const char *dir, struct deadlines **d, struct fault *f);
void deadlines_free(struct deadlines *d);

/**
 * deadlines_load_file(path, deadlines, f):
 * The same of one file alone: a rule set to try.
 */
NODISCARD enum rc deadlines_load_file(const char *path,
    struct deadlines **d, struct fault *f);

size_t deadlines_count(const struct deadlines *d);
const struct due_rule *deadlines_nth(const struct deadlines *d, size_t i);

/**
 * due_rule_by(d, id):
 * The rule as its newest edition has it, or NULL. Lends.
 */
const struct due_rule *due_rule_by(const struct deadlines *d, const char *id);

/**
 * due_rule_on(d, id, day):
 * The rule as it stood on ${day}, or NULL when no edition had it then. Lends.
 */
const struct due_rule *
due_rule_on(const struct deadlines *d, const char *id, int32_t day);

/**
 * due_in_force(rule, day):
 * Whether a clock that starts on ${day} runs by this row.
 */
bool due_in_force(const struct due_rule *rule, int32_t day);

/**
 * due_names(words, word):
 * Whether ${word} is one of the blank-parted ${words}; false for NULL.
 */
bool due_names(const char *words, const char *word);

/**
 * due_unit_known(name):
 * Whether limits can be counted in it: wd, day, month, hour.
 */
bool due_unit_known(const char *name);

/**
 * due_after(hub, n, unit, from_ms, iso, f):
 * Store in ${iso} (24 bytes) the end of ${n} units after ${from_ms}.
 */
NODISCARD enum rc due_after(const struct hub *hub, int n, const char *unit,
    int64_t from_ms, char iso[24], struct fault *f);

/**
 * due_when(hub, rule, enhanced, from_ms, iso, f):
 * Store in ${iso} (24 bytes) when ${rule}, started at ${from_ms}, falls due.
 * RC_INVALID, said aloud, for a year with no table of holidays; RC_MISSING for
 * a rule with no number.
 */
NODISCARD enum rc due_when(const struct hub *hub, const struct due_rule *rule,
    bool enhanced, int64_t from_ms, char iso[24], struct fault *f);

/* One limit of one case. */
struct due_row {
	uint64_t person, casefile, clock;
	const char *ref, *name, *rule, *right, *title;
	const char *started, *due; /* due: "" where the rule has no number */
	const char *state; /* running paused unknown met late excepted */
	const char *left;  /* as due_words() */
	const char *holder, *who;
	const char *area, *crime;    /* codes, for tallies */
	const char *met, *why;       /* "" none */
	const char *event, *prompt;  /* what started it; when to look at it */
	const char *exception;       /* a code; "" none */
	const char *edition, *source, *mark; /* of its rule */
	bool enhanced;
	bool late; /* met late, or not met and past its day */
	bool look; /* its day to be looked at has come */
	bool own;  /* the hub's own duty */
	uint32_t next; /* minutes, as INDEX_CLOCK sorts; UINT32_MAX never */
};

struct due_page {
	struct due_row *rows;
	size_t n;
};

/* Which limits are asked for; what is "" or 0 leaves nothing out. */
struct due_ask {
	const char *state; /* one of the states; "open"; "all" */
	const char *from, *until; /* days on which they fall, or are looked at */
	const char *owner;        /* login of the worker whose case it is */
	const char *right;        /* "R06" */
	uint64_t person, casefile;
	int64_t as_of_ms; /* as it stood then; 0 now */
	size_t most;      /* rows; 0 all */
};

/**
 * due_list(hub, arena, ask, page, f):
 * The clocks asked for, by what comes next of them. RC_INVALID for a state or
 * a day that is none.
 */
NODISCARD enum rc due_list(struct hub *hub, struct arena *arena,
    const struct due_ask *ask, struct due_page *page, struct fault *f);

/**
 * due_each(hub, ask, fn, arg, f):
 * Call ${fn} for each of them, in no order; the row lasts for the call. For
 * tallies of a whole hub.
 */
typedef void due_fn(const struct due_row *, void *arg);
NODISCARD enum rc due_each(struct hub *hub, const struct due_ask *ask,
    due_fn *fn, void *arg, struct fault *f);

/**
 * due_read(hub, arena, until_iso, owner, most, page, f):
 * Those that run, up to ${until_iso} ("" for all), of the worker whose login
 * ${owner} is ("" for everyone).
 */
NODISCARD enum rc
due_read(struct hub *hub, struct arena *arena, const char *until_iso,
    const char *owner, size_t most, struct due_page *page, struct fault *f);

/**
 * due_moment(minutes):
 * The moment, ms UTC, of a wall clock's minutes since 1970 as the indexes of
 * queues and limits sort by; 0 for the one that stands for never.
 */
int64_t due_moment(uint32_t minutes);

/**
 * due_words(now_ms, due_ms, out):
 * Write in ${out} (16 bytes) how long is left, as queues show it: "1d 03h",
 * "TODAY 14:00", "LATE 2d".
 */
void due_words(int64_t now_ms, int64_t due_ms, char out[16]);

#endif /* HANDRAIL_HUB_DUE_H */
