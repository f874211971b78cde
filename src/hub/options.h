/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_OPTIONS_H
#define HANDRAIL_HUB_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/rc.h"
#include "hub/settings.h"
#include "hub/where.h"

struct hub_options;

/*
 * The command line of both programs. An option is a row: its name, what it
 * takes, its sentence, and where its value goes; reading, help and the manual
 * all come from the rows. Options may stand before or after other words,
 * "--name value" and "--name=value" are the same, and "--" ends them.
 *
 * There is no option that takes a passphrase: arguments and the environment
 * can be read by others on the machine.
 */

struct option_row {
	const char *name;     /* without the dashes; NULL ends a list */
	const char *arg;      /* what it takes, "DIR"; NULL for yes or no */
	const char *sentence; /* for people */
	const char **text;    /* set when it takes something */
	bool *flag;           /* set when it takes nothing */
};

/* What may be said to either program; all zeros is "nothing was said". */
struct options {
	const char *store, *config, *user, *passphrase_file, *now;
	bool help, version;

	/* Filled in by options_settle(). */
	char store_path[WHERE_MAX];
	char config_path[WHERE_MAX]; /* "" for none */
	char data_path[WHERE_MAX];
	char login[64];
	struct settings settings;
	int64_t now_ms; /* when pretending */
	bool pretend;
};

#define OPTIONS_COMMON 8 /* rows, with the NULL one that ends them */

/**
 * options_common(o, rows):
 * Fill ${rows} with the options that both programs have, pointing into ${o}.
 */
void options_common(struct options *o, struct option_row rows[OPTIONS_COMMON]);

/**
 * options_read(sets, argc, argv, stop, f):
 * Take the options of the lists ${sets} (the last one NULL) out of ${argv},
 * whose count is in ${argc}, and put their values where their rows say. What is
 * left are the other words, in their order; argv[0] is left alone. With ${stop}
 * reading ends at the first other word. RC_USAGE names the option that is not
 * known or lacks its value. The values lend from ${argv}.
 */
NODISCARD enum rc options_read(const struct option_row *const sets[], int *argc,
    char **argv, bool stop, struct fault *f);

/**
 * options_settle(o, f):
 * Fill in what was not said: where the store, the definitions and the
 * configuration are, who is signing in, and the moment to pretend. Who signs in
 * to a demonstration store unsaid is its first user. RC_USAGE when --now is no
 * moment, RC_INVALID with file and line for the configuration.
 */
NODISCARD enum rc options_settle(struct options *o, struct fault *f);

/**
 * options_passphrase(o, text, size, f):
 * Read the passphrase from the file of --passphrase-file (its first line) into
 * ${text}; the caller wipes it. A demonstration store tells its own. RC_MISSING
 * when there is nowhere to read it but from a person.
 */
NODISCARD enum rc options_passphrase(const struct options *o, char *text,
    size_t size, struct fault *f);

/**
 * options_hub(o, passphrase, hub):
 * Fill ${hub} for hub_open() from options that are settled; it lends from both.
 */
void options_hub(const struct options *o, const char *passphrase,
    struct hub_options *hub);

/**
 * options_help(rows, to):
 * Print a line for each row.
 */
void options_help(const struct option_row *rows, FILE *to);

#endif /* HANDRAIL_HUB_OPTIONS_H */
