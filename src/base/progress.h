/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_PROGRESS_H
#define HANDRAIL_BASE_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

/*
 * One line on standard error that says how far long work has come: how much of
 * how much, how fast, how much longer. Drawn at most ten times a second, only
 * on a terminal, and cleared at the end; in a pipe nothing at all is written.
 */
struct progress {
	const char *doing; /* "reading 2021-03-leicestershire-street.csv" */
	const char *unit;  /* "rows" */
	uint64_t total;    /* 0 when it is not known */
	uint64_t done, counted;
	int64_t began, drawn;
	bool shown;
};

/**
 * progress_begin(p, doing, unit, total):
 * Begin. ${doing} and ${unit} must outlive the work. ${total} is what
 * progress_at() will reach.
 */
void progress_begin(struct progress *p, const char *doing, const char *unit,
    uint64_t total);

/**
 * progress_at(p, done, counted):
 * ${done} of the total is behind us, in which ${counted} units were found.
 * Cheap enough for every row.
 */
void progress_at(struct progress *p, uint64_t done, uint64_t counted);

/**
 * progress_end(p):
 * Clear the line.
 */
void progress_end(struct progress *p);

#endif /* HANDRAIL_BASE_PROGRESS_H */
