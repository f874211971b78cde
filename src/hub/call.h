/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_CALL_H
#define HANDRAIL_HUB_CALL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/rc.h"

/*
 * The standard calls of data/calls: what a caller says, what fact it is, and
 * the keys that take it down. The console plays them as key scripts and drills
 * people on them, handrailctl bench keys counts them, the tests look at where
 * they end: all from the one file of each.
 */

struct arena;
struct buf;

/* One thing that is heard, and taken down. */
struct call_step {
	const char *caller; /* what is heard */
	const char *is;     /* the fact; "" when there is none to keep */
	const char *keys;   /* as in a key script */
	const char *tell;   /* what a learner is told */
	const char *show;   /* a title to print the screen under; NULL: none */
	unsigned essential; /* the least characters that carry the fact */
	bool is_account;    /* their own words, counted apart */
};

struct call {
	const char *name, *title, *scene;
	double web, lean; /* seconds predicted for two kinds of web form */
	struct call_step *steps;
	size_t n;
};

/**
 * call_read(arena, path, call, f):
 * Read the file into ${call}, which lives in ${arena}. RC_INVALID names file
 * and line.
 */
NODISCARD enum rc call_read(struct arena *arena, const char *path,
    struct call *call, struct fault *f);

/**
 * call_essential(call, account):
 * The essential characters of all of it, those of the account left out unless
 * ${account}.
 */
unsigned call_essential(const struct call *call, bool account);

/**
 * call_keys(step, out):
 * Add the step as lines of a key script.
 */
void call_keys(const struct call_step *step, struct buf *out);

/**
 * call_script(call, out):
 * Add the whole call as a key script that counts from its first key.
 */
void call_script(const struct call *call, struct buf *out);

#endif /* HANDRAIL_HUB_CALL_H */
