/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_PLAIN_FORM_H
#define HANDRAIL_UI_VIEWS_PLAIN_FORM_H

#include <stdbool.h>
#include <stdio.h>

#include "ui/views/keeping.h"
#include "ui/views/views.h"

/* A form of line mode; plain.c is the rest of it. */
struct plain {
	FILE *in, *out;
	bool ended; /* the input is at its end */
};

/**
 * plain_line(p, line, size):
 * Read a line without its end; false when there are no more.
 */
bool plain_line(struct plain *p, char *line, size_t size);

/**
 * plain_form(p, form, subject, draft, head, typed):
 * Fill in and save the form called ${form}. With ${draft}, which is taken, go
 * on where it was left.
 */
void
plain_form(struct plain *p, const char *form, const struct subject *subject,
    struct draft *draft, const struct keeping_head *head, struct span typed);

#endif /* HANDRAIL_UI_VIEWS_PLAIN_FORM_H */
