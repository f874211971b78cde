/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_REDACT_H
#define HANDRAIL_HUB_REDACT_H

#include <stdbool.h>

/*
 * An address, a number or an e-mail that is not safe leaves this program by no
 * road. Every reading that is not an act's own goes through here, so that a
 * screen, a command, an export or a line of the audit trail cannot forget it.
 *
 * It is not safe when what was said forbids every way that leads there, or when
 * one of them was forbidden for that very place; for the crimes that data/contact
 * fears, what was not asked counts as forbidden.
 */

struct arena;
struct change;
struct hub;
struct look;
struct record;

/* What stands in its place. */
#define REDACT_WORDS "(kept back: not safe)"

/**
 * redact_record(hub, look, arena, r):
 * ${r} itself when there is nothing to keep back; else a copy in ${arena} whose
 * unsafe cells hold REDACT_WORDS. Where the answer cannot be read, everything
 * is kept back.
 */
struct record *redact_record(const struct hub *hub, const struct look *look,
    struct arena *arena, struct record *r);

/**
 * redact_hides(hub, r):
 * Whether ${r} is for supervisors alone and this worker is none: it reads as
 * what is not there.
 */
bool redact_hides(const struct hub *hub, const struct record *r);

/**
 * redact_change(hub, look, arena, before, change):
 * The same for the cells of ${change}, which is changed in place and whose
 * record was ${before} (NULL: not known). Return ${before} or its copy.
 */
struct record *redact_change(const struct hub *hub, const struct look *look,
    struct arena *arena, struct record *before, struct change *change);

/**
 * redact_is(text):
 * Whether ${text} is what was put in place of something: no value, and never
 * to be written back.
 */
bool redact_is(const char *text);

#endif /* HANDRAIL_HUB_REDACT_H */
