/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stddef.h>

#include "hub/act.h"
#include "ui/frame/view.h"
#include "ui/views/desk.h"

#include "ui/views/doors.h"

bool
door_is_row(const struct door *door)
{
	return door->verb != ACTION_NONE || door->go != ACTION_NONE ||
	       door->title != NULL;
}

const struct door *
door_of(enum action action)
{
	const struct door *door = door_rows;

	if (action == ACTION_NONE)
		return NULL;
	while (door_is_row(door) && door->verb != action && door->go != action)
		door++;
	return door_is_row(door) ? door : NULL;
}

/* Whether it leads anywhere, whoever is looked at. */
static const char *
why_shut(const struct door *door)
{
	if (door->later != NULL)
		return door->later;
	if (door->act != NULL && desk_hub() != NULL &&
	    !act_may(desk_hub(), door->act))
		return "Your role may not do that here; a supervisor can.";
	return NULL;
}

const char *
door_why_not(const struct door *door)
{
	const char *why = why_shut(door);

	if (why == NULL && door->flags & DOOR_NEEDS && desk_person() == 0)
		return "Nobody has been looked at yet.";
	return why;
}

const char *
door_may(enum action action)
{
	const struct door *door = door_of(action);

	return door != NULL ? door_why_not(door) : NULL;
}

bool
door_is_open(enum action action)
{
	const struct door *door = door_of(action);

	return door == NULL || why_shut(door) == NULL;
}

void
door_open(const struct door *door, const struct subject *subject)
{
	const char *why = why_shut(door);

	if (why == NULL && door->flags & DOOR_NEEDS && subject->person == 0)
		why = "Nobody has been looked at yet.";
	if (why != NULL)
		say(ROLE_TEXT, "%s", why);
	else if (door->form != NULL)
		show_paper(door->form, subject);
	else
		door->show(subject);
}

bool
door_do(enum action action, const struct subject *subject)
{
	const struct door *door = door_of(action);

	if (door != NULL)
		door_open(door, subject);
	return door != NULL;
}
