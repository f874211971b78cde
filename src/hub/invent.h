/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_INVENT_H
#define HANDRAIL_HUB_INVENT_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * The demonstration: invented people with years of a hub's work behind them,
 * by the figures, words and names in data/demo. The same seed gives the same
 * people. Nobody in it lives: no telephone of theirs can ring, no postcode of
 * theirs is a street, and names are drawn from lists.
 */

struct hub;

typedef void invent_progress_fn(size_t done, size_t total, void *arg);

struct invention {
	struct hub *hub;  /* just made, signed in by someone who may import */
	const char *data; /* the folder of definition files; demo/ is in it */
	size_t people;    /* beside the few that are always there */
	uint64_t seed;
	invent_progress_fn *progress; /* NULL, or told how far it is */
	void *arg;
};

/*
 * Up to INVENT_TOLD people have their history told event by event, each an
 * entry of its own. Beyond, each person's work so far is one entry; and beyond
 * INVENT_FULL, for measuring, no more than their newest contact, step and clock
 * is in it, and no crime.
 */
#define INVENT_TOLD 10000
#define INVENT_FULL 50000

/**
 * invent_people(what, f):
 * Make them: workers, people, homes, what is safe, crimes, cases at every
 * stage of the journey, contacts, consents, referrals, tasks, clocks and notes
 * of the last years up to now, by the areas of the hub that data/demo names.
 * On failure what was made so far stays; make the store anew.
 */
NODISCARD enum rc invent_people(const struct invention *what, struct fault *f);

#endif /* HANDRAIL_HUB_INVENT_H */
