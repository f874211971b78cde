/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_SLIP_H
#define HANDRAIL_HUB_SLIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A slip is what somebody gives an act to work from: named values, as they
 * were typed or as a feed wrote them, not yet parsed. The console's forms, the
 * rows of a feed and `handrailctl act` all fill slips, so that there is one
 * way in and neither can do what the other cannot.
 *
 * A name is "kind.field" for a value that goes into a record ("person.given",
 * "casefile.when") or one plain word for what only the act knows ("person" for
 * the match that was taken, "follow-up"). A name that was never set and one
 * that was set to "" are different: not asked, and asked but left blank.
 */

struct arena;

struct slip_line {
	const char *name;
	const char *text;
};

struct slip {
	struct slip_line *lines;
	size_t n, cap;
	struct arena *arena;
};

/**
 * slip_set(s, name, text):
 * Write ${text} against ${name}, in place of what stood there. Both are copied
 * into the slip's arena, which the caller set. NULL takes the line off.
 */
void slip_set(struct slip *s, const char *name, const char *text);

/**
 * slip_lend(s, name, text):
 * The same for a ${name} that is not on the slip yet and strings that outlive
 * it: nothing is copied or looked for. For feeds.
 */
void slip_lend(struct slip *s, const char *name, const char *text);

/**
 * slip_set_id(s, name, id):
 * Write the id of a record: "#" and 16 hexadecimal digits.
 */
void slip_set_id(struct slip *s, const char *name, uint64_t id);

/**
 * slip_get(s, name):
 * What stands against ${name}; NULL if nothing was ever set. Lends.
 */
const char *slip_get(const struct slip *s, const char *name);

/**
 * slip_text(s, name):
 * The same, "" where there is none. Lends.
 */
const char *slip_text(const struct slip *s, const char *name);

/**
 * slip_has(s, name):
 * True when the slip has more than blanks against ${name}.
 */
bool slip_has(const struct slip *s, const char *name);

/**
 * slip_id(s, name):
 * The id written against ${name} by slip_set_id(), 0 if it is no id.
 */
uint64_t slip_id(const struct slip *s, const char *name);

/**
 * slip_clear(s):
 * An empty slip again; the arena is the caller's to reset.
 */
void slip_clear(struct slip *s);

#endif /* HANDRAIL_HUB_SLIP_H */
