/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_WRAP_H
#define HANDRAIL_EDGE_WRAP_H

struct buf;

/**
 * wrap_text(text, w, out):
 * Add ${text} to ${out} with its lines broken at blanks so that none is wider
 * than ${w} columns, unless it is one long word. Blank lines and the blanks
 * that begin a line stay. ${w} of 0 breaks nothing.
 */
void wrap_text(const char *text, int w, struct buf *out);

#endif /* HANDRAIL_EDGE_WRAP_H */
