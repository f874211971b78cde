/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_HAND_H
#define HANDRAIL_UI_VIEWS_HAND_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/frame/view.h"
#include "ui/views/keeping.h"
#include "ui/views/sheet.h"

/*
 * The hand in a form: what is typed goes to the sheet, and from there into the
 * draft, which is written at once when the focus moved. A form that could not
 * be opened has no sheet, and hears nothing.
 */
struct hand {
	struct sheet *sheet; /* or NULL */
	struct keeping *keep;
};

/**
 * hand_act(h, v, action), hand_type(h, v, utf8), hand_paste(h, v, text, n):
 * Take one key, one letter, a paste. Whether it was for the form.
 */
bool hand_act(const struct hand *h, struct view *v, enum action action);
bool hand_type(const struct hand *h, struct view *v, const char *utf8);
bool
hand_paste(const struct hand *h, struct view *v, const char *text, size_t n);

/**
 * hand_tick(h):
 * The clock moved on: what waits goes into the draft.
 */
void hand_tick(const struct hand *h);

/**
 * hand_leave(h):
 * Close the view on top: an untouched form takes its draft with it, any other
 * says where to find it.
 */
void hand_leave(const struct hand *h);

#endif /* HANDRAIL_UI_VIEWS_HAND_H */
