/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * What means the same on every screen: where goto goes, hiding, finding, help.
 */

#include <stddef.h>

#include "ui/frame/view.h"
#include "ui/parts/cover.h"
#include "ui/parts/which.h"
#include "ui/views/doors.h"

#include "ui/views/desk.h"

static bool
cover_unlock(void *arg, const char *passphrase)
{
	(void)arg;
	return desk_check(passphrase);
}

static void
hide(void)
{
	struct cover_options o = {
		.unlock =
		    desk_hub() != NULL && !desk_is_demo() ? cover_unlock : NULL,
	};

	cover_open(&o);
}

const char *
desk_may(enum action action)
{
	return door_may(action);
}

static bool
go(enum action action)
{
	struct subject subject = { desk_person(), desk_casefile() };

	switch (action) {
	case ACTION_GO_HOME:
	case ACTION_GO_QUEUE:
		view_pop_to(view_named("queue"));
		return true;
	default:
		return door_do(action, &subject);
	}
}

bool
desk_act(enum action action)
{
	if (action == ACTION_QUIT) {
		view_pop_to(NULL);
		return true;
	}
	if (action == ACTION_HIDE) {
		hide();
		return true;
	}
	if (desk_hub() == NULL)
		return false;
	switch (action) {
	case ACTION_LOCK:
		desk_lock();
		return true;
	case ACTION_GOTO:
		which_open("goto", "g go to", desk_may);
		return true;
	case ACTION_PALETTE:
		show_palette("");
		return true;
	case ACTION_FIND:
		show_find("");
		return true;
	case ACTION_HELP:
		show_help();
		return true;
	case ACTION_DANGER:
		show_danger();
		return true;
	case ACTION_NEW:
		show_intake(NULL);
		return true;
	case ACTION_UNDO:
		desk_undo();
		return true;
	default:
		return go(action);
	}
}
