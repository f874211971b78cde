/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_CALENDAR_H
#define HANDRAIL_EDGE_CALENDAR_H

#include "base/buf.h"
#include "base/rc.h"

/*
 * The diary as an iCalendar (RFC 5545), for a telephone or another program. A
 * calendar lies open on a desk and on a screen in a kitchen: it says
 * "Appointment" and a reference, and nothing of whom, what or where.
 *
 * Written here and not with a library: what is written is a list of flat
 * entries, and the one library at hand would bring Unicode tables of 36 MB and
 * a database onto every desk for a fold and four escapes.
 */

struct diary_page;
struct hub;

/**
 * calendar_write(hub, page, out, f):
 * Add to ${out} a calendar of the rows of ${page}. An entry keeps its UID for
 * ever; SEQUENCE counts the changes that its record has seen, so that a later
 * file replaces an earlier; what does not take place is CANCELLED.
 */
NODISCARD enum rc calendar_write(struct hub *hub, const struct diary_page *page,
    struct buf *out, struct fault *f);

/**
 * calendar_line(out, text):
 * Add one content line: folded so that none is longer than 75 bytes and no
 * character is cut, and ended by CR LF.
 */
void calendar_line(struct buf *out, const char *text);

/**
 * calendar_text(out, text):
 * Add ${text} as a TEXT value: backslash, comma, semicolon and newline escaped.
 */
void calendar_text(struct buf *out, const char *text);

#endif /* HANDRAIL_EDGE_CALENDAR_H */
