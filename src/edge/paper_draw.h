/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_PAPER_DRAW_H
#define HANDRAIL_EDGE_PAPER_DRAW_H

#include "base/rc.h"
#include "edge/paper_pdf.h"

/**
 * paper_draw(paper, out, f):
 * Add the PDF of ${paper} to ${out}, by Pango and Cairo. Only handrail-paper
 * calls this: everyone else calls paper_pdf(). On failure ${out} is as it was.
 */
NODISCARD enum rc
paper_draw(const struct paper *paper, struct buf *out, struct fault *f);

#endif /* HANDRAIL_EDGE_PAPER_DRAW_H */
