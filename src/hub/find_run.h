/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_FIND_RUN_H
#define HANDRAIL_HUB_FIND_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Where everybody is, in memory, for as long as the keys are: lists of people
 * under tokens. It holds no name, number or date, only keyed hashes of them and
 * the ids of people, and it may say too much (what a person was called before
 * stays until the run is made anew): whoever asks opens the records it names
 * and looks for themselves.
 *
 * A person stands under few tokens: each word of their names, the day they were
 * born, two stretches of the phone number, the two halves of the postcode, the
 * numbers of their crimes. What can be typed in many ways - the beginning of a
 * word, a word with a slip, a word by its sound - leads to words and not to
 * people, and there are far fewer words than people.
 */

struct arena;
struct find_query;
struct find_run;
struct record;
struct short_names;

/**
 * find_run_new(names):
 * An empty run. ${names}, which may be NULL, must outlive it.
 */
struct find_run *find_run_new(const struct short_names *names);
void find_run_free(struct find_run *run);

/**
 * find_run_put(run, person, arena):
 * Put the record of a person in, or in again after a change. ${arena} is for
 * folding names and may be reset after.
 */
void find_run_put(struct find_run *run, const struct record *person,
    struct arena *arena);

/**
 * find_run_number(run, person, number):
 * The person numbered ${person} has a crime numbered ${number}, as kept.
 */
void find_run_number(struct find_run *run, uint64_t person, const char *number);

/**
 * find_run_drop(run, person):
 * The person is not there any more.
 */
void find_run_drop(struct find_run *run, uint64_t person);

/**
 * find_run_settle(run):
 * Lay the lists out compactly, after many puts. Needed before the first seek.
 */
void find_run_settle(struct find_run *run);

/**
 * find_run_people(run), find_run_bytes(run):
 * How many people stand in it, and how much memory it holds.
 */
size_t find_run_people(const struct find_run *run);
size_t find_run_bytes(const struct find_run *run);

/* Someone who may be meant. */
struct find_lead {
	uint64_t person;
	unsigned score; /* the sum of weights of the terms that agreed */
};

#define FIND_LEADS 64

struct find_leads {
	struct find_lead at[FIND_LEADS];
	size_t n;
	size_t total; /* how many there were that agreed nearly as well */
};

/**
 * find_run_seek(run, query, most, leads):
 * Up to ${most} (at most FIND_LEADS) people for ${query}, best first, of those
 * newest first.
 */
void find_run_seek(struct find_run *run, const struct find_query *query,
    size_t most, struct find_leads *leads);

#endif /* HANDRAIL_HUB_FIND_RUN_H */
