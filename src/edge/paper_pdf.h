/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_PAPER_PDF_H
#define HANDRAIL_EDGE_PAPER_PDF_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * A letter on A4 as PDF, by Pango and Cairo, which know every script and how
 * its lines break. They are in a program of their own, handrail-paper, which is
 * started for each paper and holds no keys: reading fonts is a risk that the
 * console need not take, and a third of its start. The same paper gives the
 * same bytes: the only time in it is the one it is given.
 */

struct arena;
struct buf;

struct paper {
	const char *title;     /* of the document; says nothing private */
	const char *author;    /* who it comes from, as on the outside */
	const char *tag;       /* its language by BCP 47: "cy" */
	const char *made;      /* ISO 8601, by the hub's clock */
	const char *font;      /* a family */
	int points;            /* size of print: 12, 18, 24 */
	const char *back;      /* small, over the window: where it goes back */
	const char *const *to; /* lines in the window; ends with NULL */
	const char *const *head; /* lines of the sender at the right */
	const char *dated;       /* "Monday 23 November 2026" */
	const char *body;        /* paragraphs parted by newlines */
};

/**
 * paper_pdf(paper, out, f):
 * Add the PDF to ${out}. RC_SYSTEM, saying what else there is, when this
 * handrail was built without handrail-paper; ${out} is then as it was.
 */
NODISCARD enum rc
paper_pdf(const struct paper *paper, struct buf *out, struct fault *f);

/**
 * paper_encode(paper, out), paper_decode(arena, bytes, paper):
 * A paper as it goes to handrail-paper, and back, in ${arena}; false for bytes
 * that are none.
 */
void paper_encode(const struct paper *paper, struct buf *out);
bool paper_decode(struct arena *arena, struct span bytes, struct paper *paper);

#endif /* HANDRAIL_EDGE_PAPER_PDF_H */
