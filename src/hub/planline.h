/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_PLANLINE_H
#define HANDRAIL_HUB_PLANLINE_H

#include <stdint.h>

/*
 * An action of a plan as it is typed in one line:
 *
 *	door chain /locks 2w
 *	walk-past, tell us the dates /police @PCSO Lowe fri
 *	keep the diary *week
 *
 * A word behind "/" says the sort of support, "@" up to the next sign says who,
 * "*" how often, and a date at the end says by when. The rest is what.
 */

struct arena;
struct codes;
struct slip;

/**
 * planline_read(codes, now_ms, line, slip):
 * Write what ${line} says on ${slip}: what, sort, who, every, due, as far as
 * it says them.
 */
void planline_read(const struct codes *codes, int64_t now_ms, const char *line,
    struct slip *slip);

#endif /* HANDRAIL_HUB_PLANLINE_H */
