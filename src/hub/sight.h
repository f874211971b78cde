/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_SIGHT_H
#define HANDRAIL_HUB_SIGHT_H

#include <stdbool.h>
#include <stdint.h>

/*
 * What of the areas that a worker holds the keys of their role lets them see:
 * `see` in data/access. It is the one door for it: every record read through a
 * look, by screens, commands, acts, queues, finding and export alike, comes by
 * here, and one that is hidden is simply not there.
 *
 *	area	everything
 *	own	cases that they own or that nobody owns, and whose they are;
 *		a person who has no case is nobody's, and so seen
 *	counts	nothing about any person
 *
 * What is about no person (services, agencies, workers, crimes) all see.
 */

struct hub;
struct look;

/**
 * sight_begin(hub):
 * From now on the looks of ${hub} show what the role of its worker lets them
 * see. Called when they have signed in.
 */
void sight_begin(struct hub *hub);

/**
 * sight_of(hub, look, kind, id):
 * Whether the record of ${kind} numbered ${id} is there for this worker. For
 * those who read the journal itself.
 */
bool sight_of(const struct hub *hub, const struct look *look, unsigned kind,
    uint64_t id);

#endif /* HANDRAIL_HUB_SIGHT_H */
