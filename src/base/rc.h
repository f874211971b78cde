/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_RC_H
#define HANDRAIL_BASE_RC_H

/*
 * Outcomes. Every function that can fail returns an enum rc; RC_OK is zero so
 * that `if (rc)` reads as "if it went wrong". The codes say what the caller
 * can do next, not which line noticed: the sentence for the person at the
 * screen is in struct fault, written by whoever noticed first. The last column
 * is the exit status a program ends with.
 */

/* clang-format off */
#define RC_LIST(X) \
	X(RC_OK,	"done",					0) \
	X(RC_END,	"there is no more",			0) \
	X(RC_MISSING,	"there is no such record",		1) \
	X(RC_INVALID,	"a value breaks a rule of its field",	1) \
	X(RC_UNLAWFUL,	"that step is not open from here",	1) \
	X(RC_STALE,	"someone changed the record first",	1) \
	X(RC_USAGE,	"the command line is wrong",		2) \
	X(RC_DENIED,	"this user may not do that",		3) \
	X(RC_LOCKED,	"this user is locked for now",		3) \
	X(RC_CORRUPT,	"the store does not match its seal",	4) \
	X(RC_NEWER,	"the store was made by a newer handrail", 4) \
	X(RC_FULL,	"the disk has no room left",		5) \
	X(RC_BUSY,	"the store is in use for now",		5) \
	X(RC_STOPPED,	"stopped before the end",		5) \
	X(RC_SYSTEM,	"the operating system refused",		5)
/* clang-format on */

enum rc {
#define RC_ENUM(name, text, status) name,
	RC_LIST(RC_ENUM)
#undef RC_ENUM
};

#define NODISCARD __attribute__((warn_unused_result))

/* The sentence that goes with an outcome. All zeros is "nothing went wrong". */
struct fault {
	enum rc rc;
	char text[512];
};

/**
 * fault_set(f, rc, fmt, ...):
 * Write the sentence into ${f}, unless ${f} is NULL, and return ${rc}, so that
 * the place that notices can say `return fault_set(...)`. The sentence says
 * what we were doing, to what, and what to do; never what a person told us.
 */
enum rc fault_set(struct fault *f, enum rc rc, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/**
 * fault_errno(f, doing, path):
 * Write a sentence for the present errno, such as "opening /x: no such file or
 * directory", and return RC_FULL for a full disk or quota, else RC_SYSTEM.
 */
enum rc fault_errno(struct fault *f, const char *doing, const char *path);

/**
 * rc_text(rc):
 * The short sentence of ${rc}. Lends.
 */
const char *rc_text(enum rc rc);

/**
 * rc_exit(rc):
 * The exit status that a program ends with after ${rc}.
 */
int rc_exit(enum rc rc);

#endif /* HANDRAIL_BASE_RC_H */
