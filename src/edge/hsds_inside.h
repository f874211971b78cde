/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_HSDS_INSIDE_H
#define HANDRAIL_EDGE_HSDS_INSIDE_H

#include <stdbool.h>

/*
 * What the two readers of HSDS share: hsds_read.c, which reads the tables, and
 * hsds_page.c, which reads the page. An organization and a service have the
 * same names for their values in both.
 */

struct slip;

/* What the area of a service is called that serves everybody. */
#define HSDS_EVERYWHERE "England and Wales"

/**
 * hsds_begin(slip, kind):
 * Begin an entry of ${kind}, "agency" or "service": what handrail wants to
 * know and HSDS does not tell is filled in.
 */
void hsds_begin(struct slip *slip, const char *kind);

/**
 * hsds_line(kind, name):
 * The line of the slip that the value ${name} goes to; NULL if it has none.
 */
const char *hsds_line(const char *kind, const char *name);

/**
 * hsds_is_passed_over(name, value):
 * Whether the value is of no use to another hub, so that it is not kept.
 */
bool hsds_is_passed_over(const char *name, const char *value);

/**
 * hsds_area(slip, text):
 * Write where a service works: our own word for everywhere is the flag again.
 */
void hsds_area(struct slip *slip, const char *text);

#endif /* HANDRAIL_EDGE_HSDS_INSIDE_H */
