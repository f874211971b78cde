/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_DRAFTS_H
#define HANDRAIL_UI_VIEWS_DRAFTS_H

#include "ui/views/keeping.h"

/*
 * How each screen that is typed on takes up a draft of its own again. The draft
 * is taken.
 */

void intake_resume(struct draft *draft, const struct keeping_head *head,
    struct span form);
void assess_resume(struct draft *draft, const struct keeping_head *head,
    struct span form);
void paper_resume(struct draft *draft, const struct keeping_head *head,
    struct span form);

#endif /* HANDRAIL_UI_VIEWS_DRAFTS_H */
