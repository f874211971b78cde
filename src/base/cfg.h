/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_CFG_H
#define HANDRAIL_BASE_CFG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * Reading libconfig files: the site's settings and all definitions. Every
 * fault names file and line. What is read is lent from the struct cfg and ends
 * with it. Text is UTF-8, checked when the file is read.
 */
struct cfg;

/* A place in the file: the whole of it, a group, a list, or a value. */
struct cfg_at;

/**
 * cfg_read(path, cfg, f):
 * Read the file; the caller gives ${*cfg} to cfg_free(). RC_MISSING when there
 * is no such file, RC_INVALID when it breaks libconfig's grammar. Included
 * files are looked for beside it.
 */
NODISCARD enum rc cfg_read(const char *path, struct cfg **cfg, struct fault *f);

/**
 * cfg_read_text(text, name, cfg, f):
 * The same from a text in memory, called ${name} in faults.
 */
NODISCARD enum rc cfg_read_text(const char *text, const char *name,
    struct cfg **cfg, struct fault *f);
void cfg_free(struct cfg *cfg);

const struct cfg_at *cfg_root(const struct cfg *cfg);

/**
 * cfg_get(at, path):
 * What is called ${path} below ${at} ("columns.born"), or NULL.
 */
const struct cfg_at *cfg_get(const struct cfg_at *at, const char *path);

/**
 * cfg_len(at), cfg_nth(at, i), cfg_name(at), cfg_line(at), cfg_file(at):
 * How many are directly in a group or list (0 for NULL or a value); the one at
 * place ${i}; what it is called (NULL in a list); where it stands.
 */
size_t cfg_len(const struct cfg_at *at);
const struct cfg_at *cfg_nth(const struct cfg_at *at, size_t i);
const char *cfg_name(const struct cfg_at *at);
unsigned cfg_line(const struct cfg_at *at);
const char *cfg_file(const struct cfg_at *at);

/**
 * cfg_text, cfg_int, cfg_flag, cfg_real (at, name, v):
 * Whether ${at} has ${name} and it is of that type; if so its value in ${v},
 * which is left alone otherwise. With ${name} NULL, the value of ${at} itself.
 * A whole number is a real one too.
 */
bool cfg_text(const struct cfg_at *at, const char *name, const char **v);
bool cfg_int(const struct cfg_at *at, const char *name, int64_t *v);
bool cfg_flag(const struct cfg_at *at, const char *name, bool *v);
bool cfg_real(const struct cfg_at *at, const char *name, double *v);

/**
 * cfg_need_text(at, name, v, f):
 * The text ${name}; RC_INVALID when it is absent, empty or no text.
 */
NODISCARD enum rc cfg_need_text(const struct cfg_at *at, const char *name,
    const char **v, struct fault *f);

/**
 * cfg_fault(at, f, fmt, ...):
 * Write "FILE:LINE: ..." and return RC_INVALID.
 */
enum rc cfg_fault(const struct cfg_at *at, struct fault *f, const char *fmt,
    ...) __attribute__((format(printf, 3, 4)));

/**
 * cfg_known(at, names, f):
 * RC_INVALID when the group ${at} holds a setting that is not among ${names}
 * (ended by NULL), naming it and the known word nearest to it.
 */
NODISCARD enum rc
cfg_known(const struct cfg_at *at, const char *const *names, struct fault *f);

/* What a setting must be. */
enum cfg_type {
	CFG_TEXT,
	CFG_INT,
	CFG_REAL,
	CFG_FLAG,
	CFG_GROUP, /* { name = value; } */
	CFG_LIST   /* ( ... ) or [ ... ] */
};

/* One row of what a group may hold; a table ends with a row of no name. */
struct cfg_rule {
	const char *name;
	enum cfg_type type;
	bool needed;
};

/**
 * cfg_check(at, rules, f):
 * RC_INVALID when the group ${at} holds a setting that no rule names or that
 * is of another type, or lacks one that is needed.
 */
NODISCARD enum rc cfg_check(const struct cfg_at *at,
    const struct cfg_rule *rules, struct fault *f);

#endif /* HANDRAIL_BASE_CFG_H */
