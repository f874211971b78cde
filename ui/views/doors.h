/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_DOORS_H
#define HANDRAIL_UI_VIEWS_DOORS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/action.h"
#include "ui/views/views.h"

/*
 * The doors of the console: everything that can be opened about someone, or
 * from anywhere, is one row of door_rows[] (door_rows.c). From it come the
 * letter it has on the queue, a person, a journey and a list of matches; its
 * letter after `g`; its place in the palette under its own and other words;
 * its word on the key bar; and, where nothing is built yet, one honest
 * sentence.
 *
 * To add a form over an act:
 *
 *  1. data/forms/NAME.cfg (intake.cfg explains the fields; `about` and
 *     `examples` are its help, a slot with `amend = true` stays hidden until
 *     the act has said no once), and its name in data/local.mk.
 *  2. A row in door_rows.c with `.form = "NAME"`, and either `.verb` (its
 *     letter in lists), `.go` (its letter after g), or `.title` (the palette
 *     only). The slip gets "casefile" and "person" as far as the act's own
 *     lines take them; the draft, the banner, the line mode and the help come
 *     by themselves.
 *
 * To add a screen: show_NAME(subject) in views.h, its view_ops with `.about`
 * and `.examples` for help, and a row with `.show = show_NAME`. A screen whose
 * letters are verbs hands what it does not know itself to verbs_do(), so that
 * letters mean the same there.
 *
 * A new letter is an action (base/action.h) and a line of
 * data/keymaps/default.cfg; UX 3.5 has the letters that are given away.
 */

#define DOOR_NEEDS 1u /* of a person: says so when nobody was looked at */

struct door {
	enum action verb;  /* its letter in lists; ACTION_NONE: none */
	enum action go;    /* its letter after g; ACTION_NONE: none */
	const char *title; /* in the palette; NULL: the action's own words */
	const char *words; /* what else people may call it; NULL: nothing */
	const char *act;   /* who may not do this act does not see it */
	/* One of these: a form over its act, a screen, or why there is none. */
	const char *form;
	void (*show)(const struct subject *);
	const char *later;
	unsigned flags; /* DOOR_* */
};

/* Ends with a row of nothing. */
extern const struct door door_rows[];

/**
 * door_is_row(door):
 * Whether ${door} is a row, and not the end of the table.
 */
bool door_is_row(const struct door *door);

/**
 * door_of(action):
 * The row with that letter, in lists or after g. NULL: none. Lends.
 */
const struct door *door_of(enum action action);

/**
 * door_why_not(door), door_may(action):
 * NULL when it can be opened now, else why not, in words.
 */
const char *door_why_not(const struct door *door);
const char *door_may(enum action action);

/**
 * door_is_open(action):
 * Whether ${action} leads somewhere for this worker: what key bars show.
 * Actions that are no doors are open.
 */
bool door_is_open(enum action action);

/**
 * door_open(door, subject):
 * Open it about ${subject}, or say why not.
 */
void door_open(const struct door *door, const struct subject *subject);

/**
 * door_do(action, subject):
 * The same by its letter; false when no door has it.
 */
bool door_do(enum action action, const struct subject *subject);

#endif /* HANDRAIL_UI_VIEWS_DOORS_H */
