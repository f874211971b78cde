/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_CTL_CTL_H
#define HANDRAIL_CTL_CTL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"
#include "ctl/out.h"
#include "hub/hub.h"
#include "hub/options.h"

/*
 * handrailctl: the same work as the console, without a screen. A command is
 * one file, cmd_NAME.c, and one const row; main.c only names the rows. What a
 * command has to say goes to standard output, everything else to standard
 * error as
 *
 *	handrailctl: COMMAND: WHERE: what was wrong and what to do
 */

struct ctl;

enum ctl_status {
	CTL_DONE = 0,
	CTL_NOT_WELL = 1, /* done, but what was asked about is not well */
	CTL_USAGE = 2
};

struct ctl_command {
	const char *name;     /* what people type */
	const char *synopsis; /* what may follow it */
	const char *sentence; /* what it does; no full stop */
	const char *verb;     /* what the role must allow; NULL: nothing */
	/* Does it and returns the exit status; argv[0] is the name. */
	int (*run)(struct ctl *, int argc, char **argv);
};

/* What a command gets. */
struct ctl {
	const struct ctl_command *command;
	struct options o;
	struct option_row common[OPTIONS_COMMON];
	const char *format_text; /* --format, for commands that list */
	enum out_format format;
	struct hub *hub;     /* NULL until ctl_open() */
	struct arena *arena; /* lives as long as the command */
};

/* The row that every listing command has among its options. */
#define CTL_FORMAT(ctl)                                                        \
	{                                                                      \
		"format", "FORMAT", "text, csv or json", &(ctl)->format_text,  \
		    NULL                                                       \
	}

/**
 * ctl_words(ctl, rows, argc, argv, least, most):
 * Take the command's own options ${rows} (NULL: none) and the common ones out
 * of ${argv} and see that between ${least} and ${most} words are left behind
 * argv[0]; a negative ${most} is no limit. Returns true when the command may go
 * on; otherwise it was help that was asked for or a mistake was told, and the
 * command returns ${*status}.
 */
bool ctl_words(struct ctl *ctl, const struct option_row *rows, int *argc,
    char **argv, int least, int most, int *status);

/**
 * ctl_open(ctl, look_only):
 * Read the passphrase, from a file or a person, open the hub, telling what the
 * store healed, and see that this worker may do what the command does.
 * CTL_DONE, or the status to return; the fault was told.
 */
int ctl_open(struct ctl *ctl, bool look_only);

/**
 * ctl_passphrase(ctl, prompt, text, size, f):
 * The passphrase: from --passphrase-file, a demonstration store, or typed at
 * the terminal without being shown. The caller wipes ${text}.
 */
NODISCARD enum rc ctl_passphrase(struct ctl *ctl, const char *prompt,
    char *text, size_t size, struct fault *f);

/**
 * ctl_ask_secret(prompt, text, size, f):
 * Ask at the terminal only. RC_MISSING when there is none.
 */
NODISCARD enum rc
ctl_ask_secret(const char *prompt, char *text, size_t size, struct fault *f);

/**
 * ctl_settle(ctl):
 * For commands that open no hub: settle where the store and the definitions
 * are. CTL_DONE, or the status to return.
 */
int ctl_settle(struct ctl *ctl);

/**
 * ctl_fail(ctl, where, f):
 * Tell the fault (${where} may be NULL) and return the exit status for it.
 */
int ctl_fail(const struct ctl *ctl, const char *where, const struct fault *f);

/**
 * ctl_usage(ctl, fmt, ...):
 * Tell what is wrong with the command line and return CTL_USAGE.
 */
int ctl_usage(const struct ctl *ctl, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/**
 * ctl_say(ctl, fmt, ...):
 * Tell something that is not a result: "handrailctl: COMMAND: ..." on standard
 * error.
 */
void ctl_say(const struct ctl *ctl, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/**
 * ctl_looked(ctl):
 * Write into the journal who looked, before anything is printed: what is not
 * written down is not shown. CTL_DONE, or the status to return.
 */
int ctl_looked(struct ctl *ctl);

/**
 * ctl_number(ctl, option, text, n, status):
 * The whole number that ${text} says; ${n} is left alone when it is NULL. False
 * when it says none; the mistake was told.
 */
bool ctl_number(const struct ctl *ctl, const char *option, const char *text,
    uint64_t *n, int *status);

#endif /* HANDRAIL_CTL_CTL_H */
