/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_VERBS_H
#define HANDRAIL_UI_VIEWS_VERBS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/action.h"
#include "ui/views/views.h"

/*
 * The verbs that mean the same on every screen that is about people: assign and
 * later, which are asked of one subject or of all that are selected, and every
 * door that has a letter (doors.h), which is about the first.
 */

#define VERBS_MOST 500

/**
 * verbs_do(action, subjects, n):
 * Do ${action} for the ${n} subjects, which are copied. False when it is none
 * of these verbs. A form is about the first; assign and later are for all.
 */
bool verbs_do(enum action action, const struct subject *subjects, size_t n);

/**
 * verbs_again(subjects, n):
 * Do for these what was last done for another, if it is a thing that is done
 * for one after the other: a try to ring, a note, a colleague, a later date.
 */
void verbs_again(const struct subject *subjects, size_t n);

/**
 * verbs_assign(subjects, n, words), verbs_later(subjects, n, words):
 * Give the cases to the colleague that ${words} name; put them off until when
 * ${words} say. They say what came of it; false when ${words} name nothing.
 */
bool verbs_assign(const struct subject *subjects, size_t n, const char *words);
bool verbs_later(const struct subject *subjects, size_t n, const char *words);

#endif /* HANDRAIL_UI_VIEWS_VERBS_H */
