/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_CTL_WATCHED_H
#define HANDRAIL_CTL_WATCHED_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/rc.h"

/*
 * A screen program watched from outside, at the other end of a
 * pseudo-terminal of 80 columns and 24 rows. With HANDRAIL_TEST set it writes
 * a mark, ESC ] 7777, whenever it has shown what it had to show.
 */
struct watched {
	int fd;
	pid_t pid;
	size_t bytes; /* read since somebody set this to 0 */
	char tail[16]; /* of what was read, so that a mark cut in two counts */
	size_t n_tail;
};

/**
 * watched_beside(name, path):
 * Where the program ${name} stands beside this one; false if it does not.
 */
bool watched_beside(const char *name, char path[PATH_MAX]);

/**
 * watched_start(w, argv, f), watched_stop(w):
 * Start the program; kill it and give back what it took. Stopping one that was
 * never started does nothing.
 */
NODISCARD enum rc watched_start(
    struct watched *w, char *const argv[], struct fault *f);
void watched_stop(struct watched *w);

/**
 * watched_wait(w):
 * Read until the mark; false when the program ended or said nothing for 10 s.
 */
bool watched_wait(struct watched *w);

/**
 * watched_drain(w, ms):
 * Read whatever comes for ${ms}.
 */
void watched_drain(struct watched *w, int ms);

/**
 * watched_press(w, keys):
 * Send ${keys} and wait for the mark.
 */
bool watched_press(struct watched *w, const char *keys);

/**
 * watched_cpu(w):
 * Microseconds that the processor has spent on it.
 */
double watched_cpu(const struct watched *w);

#endif /* HANDRAIL_CTL_WATCHED_H */
