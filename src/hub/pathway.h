/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_PATHWAY_H
#define HANDRAIL_HUB_PATHWAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * Where a person can be passed on to, and why. data/pathways says which
 * services fit which crime, vulnerability and need; the directory says who runs
 * them, where, for whom and whether there is room; consent and agreements say
 * what may be shared. What comes out is a list that explains itself: what is
 * offered and why, and what is not and why not.
 */

struct arena;
struct buf;
struct codes;
struct hub;
struct look;
struct pathways;
struct record;

/**
 * pathways_load(dir, codes, p, f):
 * Read every *.cfg in ${dir}. RC_INVALID with file and line for a code that no
 * list has, or services that stand in for each other in a ring. Given back to
 * pathways_free().
 */
NODISCARD enum rc pathways_load(const char *dir, const struct codes *codes,
    struct pathways **p, struct fault *f);
void pathways_free(struct pathways *p);

/* What can stand against a referral. */
enum pathway_bar {
	PATHWAY_ENDED,
	PATHWAY_AREA,
	PATHWAY_AGE,
	PATHWAY_SEX,
	PATHWAY_CRIME,
	PATHWAY_FULL,
	PATHWAY_ASK,
	PATHWAY_CONSENT,
	PATHWAY_AGREEMENT,
	PATHWAY_NOBODY,
	PATHWAY_BARS
};

struct pathway_bar_row {
	const char *word;  /* "wrong area" */
	const char *help;  /* one sentence: what it is and what to do */
	const char *unmet; /* of data/codes/plan.cfg, the list unmet */
	bool refuses;	   /* no reason given lifts it */
};
extern const struct pathway_bar_row pathway_bar_rows[PATHWAY_BARS];

/* One provider, as it fits one person now. */
struct pathway_fit {
	const struct record *service; /* NULL: nobody in the directory */
	const char *code, *name;
	enum pathway_bar bars[PATHWAY_BARS];
	size_t n_bars;
	const char *basis;     /* what in the law allows it; "" nothing yet */
	const char *say;       /* what to say of the sharing; "" nothing */
	const char *items;     /* what may be shared, codes parted by blanks */
	uint64_t agreement;    /* the one in force; 0 none, or none needed */
	bool signpost;	       /* they ring it themselves: nothing is shared */
};

/* One line of the list. */
struct pathway_offer {
	struct pathway_fit fit;
	const char *why;    /* why it is on the list */
	const char *not;    /* "": offered; else why it is not */
	bool offered, urgent;
};

struct pathway_page {
	struct pathway_offer *at; /* offered first, then what is not */
	size_t n, offered;
};

/* The directory as it stands, read once for many questions. */
struct directory {
	struct record **services, **agencies, **agreements;
	size_t n_services, n_agencies, n_agreements;
};

/**
 * directory_read(hub, look, arena, d, f):
 * The services, agencies and agreements there are, in order of id.
 */
NODISCARD enum rc directory_read(struct hub *hub, const struct look *look,
    struct arena *arena, struct directory *d, struct fault *f);

/**
 * pathway_fit(hub, arena, d, code, service, casefile, person, fit):
 * How ${service}, or when it is NULL the best provider of ${code}, fits.
 */
void pathway_fit(const struct hub *hub, struct arena *arena,
    const struct directory *d, const char *code, const struct record *service,
    const struct record *casefile, const struct record *person,
    struct pathway_fit *fit);

/**
 * pathway_refusal(fit), pathway_words(fit, out):
 * The first bar that no reason lifts, or PATHWAY_BARS; all bars in words, added
 * to ${out}: "wrong area, no place free".
 */
enum pathway_bar pathway_refusal(const struct pathway_fit *fit);
void pathway_words(const struct pathway_fit *fit, struct buf *out);

/**
 * pathway_read(hub, arena, person, casefile, page, f):
 * The list for one case.
 */
NODISCARD enum rc pathway_read(struct hub *hub, struct arena *arena,
    uint64_t person, uint64_t casefile, struct pathway_page *page,
    struct fault *f);

/**
 * pathway_of(hub, arena, code, service, person, casefile, fit, f):
 * pathway_fit() from outside an act.
 */
NODISCARD enum rc pathway_of(struct hub *hub, struct arena *arena,
    const char *code, uint64_t service, uint64_t person, uint64_t casefile,
    struct pathway_fit *fit, struct fault *f);

/**
 * pathways_stale_days(p):
 * After how many days an entry of the directory wants checking again.
 */
int pathways_stale_days(const struct pathways *p);

#endif /* HANDRAIL_HUB_PATHWAY_H */
