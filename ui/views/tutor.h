/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_TUTOR_H
#define HANDRAIL_UI_VIEWS_TUTOR_H

#include <stdio.h>

#include "base/rc.h"

/*
 * Drills: one of the standard calls (data/calls) over the real console, on
 * invented people. A strip above the message line says what the caller says and
 * which key comes next; a key that is not that one is told and goes no further,
 * so a lesson always ends where it should. Esc leaves it.
 */

/**
 * tutor_list(folder, out, f):
 * Print the lessons there are, a line each.
 */
NODISCARD enum rc tutor_list(const char *folder, FILE *out, struct fault *f);

/**
 * tutor_start(folder, lesson, f):
 * Watch the keys from here on. RC_MISSING for a lesson that there is none of.
 */
NODISCARD enum rc
tutor_start(const char *folder, const char *lesson, struct fault *f);

/**
 * tutor_end():
 * Let the keys go again.
 */
void tutor_end(void);

#endif /* HANDRAIL_UI_VIEWS_TUTOR_H */
