/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_REASON_H
#define HANDRAIL_UI_VIEWS_REASON_H

/*
 * Why somebody is rung outside what they said is safe. On the screen and in
 * line mode the same: a note of three letters or more is reason enough, and the
 * supervisor reads it.
 */

struct entry;

/**
 * reason_wanted(e):
 * What to ask before the contact on ${e} can be saved, a sentence; NULL when
 * there is a reason, or nobody was rung. Shows the reason's field, and puts the
 * note there when that will do.
 */
const char *reason_wanted(struct entry *e);

#endif /* HANDRAIL_UI_VIEWS_REASON_H */
