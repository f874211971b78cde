/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_PARTS_WHICH_H
#define HANDRAIL_UI_PARTS_WHICH_H

#include "ui/frame/view.h"

/*
 * The which-key popup: the keys of one context in columns ("q queue  j
 * journey"), open until one is pressed. It never times out. The action chosen
 * is asked of loop_act() after the popup is gone.
 */

/**
 * which_open(context, title, may):
 * Show the keys of ${context}. ${may}(action) says whether an action is open to
 * this person: NULL for yes, else why not in words, said when its key is
 * pressed. ${may} may be NULL.
 */
void which_open(const char *context, const char *title,
    const char *(*may)(enum action));

/**
 * which_keys(title):
 * The keys of the view on top in a page to read: what `?` shows when a view
 * has no page of its own.
 */
void which_keys(const char *title);

#endif /* HANDRAIL_UI_PARTS_WHICH_H */
