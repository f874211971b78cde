/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_NEXTSTEP_H
#define HANDRAIL_HUB_NEXTSTEP_H

#include <stdbool.h>

/*
 * Every open case has a status and a next action with a date, always. This is
 * the one place that keeps it so: doing_save() asks here before anything is
 * written, whichever act it was.
 */

struct doing;
struct record;

/**
 * nextstep_is_kept(casefile):
 * Whether the case is closed, or open with something to do and a day for it.
 */
bool nextstep_is_kept(const struct record *casefile);

/**
 * nextstep_keep(d):
 * See to it for every case in hand: what has none gets the hub's standard
 * follow-up. A day that could not be read is kept in words.
 */
void nextstep_keep(struct doing *d);

#endif /* HANDRAIL_HUB_NEXTSTEP_H */
