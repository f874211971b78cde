/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_PARTS_PAGE_H
#define HANDRAIL_UI_PARTS_PAGE_H

#include "ui/frame/view.h"

/*
 * A page to read: help, danger steps, a preview, a letter. Full screen or a
 * popup; Up, Down, PgUp, PgDn move it; Esc, q, Enter close it.
 *
 * A notice comes by itself, while somebody may be typing: what is typed over it
 * is never a verb. Any key but those that move it closes it, and goes on to the
 * field below if letters are data there; else it is swallowed.
 */

struct page_options {
	const char *title;
	const char *text; /* copied; lines are wrapped at words */
	bool popup;
	bool notice; /* a popup that nobody asked for */
};

/**
 * page_open(o):
 * Show the page on top.
 */
void page_open(const struct page_options *o);

#endif /* HANDRAIL_UI_PARTS_PAGE_H */
