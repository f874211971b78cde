/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_CTL_KEEPING_H
#define HANDRAIL_CTL_KEEPING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/rc.h"
#include "ctl/ctl.h"

/*
 * What the commands that keep the store share: the store without a hub, words
 * after a command, secrets that are new.
 */

#define KEEPING_SECRET 1024
#define KEEPING_AREAS 32

struct store;

/**
 * keeping_store(ctl, s):
 * Open the store alone, with nobody signed in, and tell what it healed.
 * CTL_DONE, or the status to return; the fault was told.
 */
int keeping_store(struct ctl *ctl, struct store **s);

/**
 * keeping_share(prompt, file, text, f):
 * A recovery share: all words of ${file}, on however many lines, or asked for
 * at the terminal. The caller wipes ${text}.
 */
NODISCARD enum rc keeping_share(const char *prompt, const char *file,
    char text[KEEPING_SECRET], struct fault *f);

/**
 * keeping_new(ctl, name, file, text, f):
 * A new passphrase for ${name}: from ${file}, or asked for twice at the
 * terminal, or, where there is none, made and told on standard output, once.
 */
NODISCARD enum rc keeping_new(struct ctl *ctl, const char *name,
    const char *file, char text[KEEPING_SECRET], struct fault *f);

/**
 * keeping_codes(arena, text, codes):
 * Split "LEI,NOT" at its commas; how many there are.
 */
size_t keeping_codes(struct arena *arena, const char *text,
    const char *codes[KEEPING_AREAS]);

/* What may follow a command such as `user`: its word, and how many more. */
struct keeping_verb {
	const char *word, *synopsis;
	int least, most;
	/* argv[0] is the word; ${arg} what the command read of options. */
	int (*run)(struct ctl *, char **argv, const void *arg);
};

/**
 * keeping_do(ctl, verbs, argc, argv, arg):
 * Do what argv[1] says, by the table ${verbs} that ends with a NULL word, and
 * return its status. Absent words are NULL.
 */
int keeping_do(struct ctl *ctl, const struct keeping_verb *verbs, int argc,
    char **argv, const void *arg);

/**
 * keeping_end(ctl, where, rc, f, fmt, ...):
 * Print the sentence if all went well, else tell the fault; the status.
 */
int keeping_end(const struct ctl *ctl, const char *where, enum rc rc,
    const struct fault *f, const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));

#endif /* HANDRAIL_CTL_KEEPING_H */
