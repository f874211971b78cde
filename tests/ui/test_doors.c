/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/* The table of doors, walked: what a person can press leads somewhere. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/cfg.h"
#include "hub/act.h"
#include "tests/support/temp_hub.h"
#include "ui/views/doors.h"

static const char *
name_of(const struct door *d)
{
	if (d->title != NULL)
		return d->title;
	return action_row(d->verb != ACTION_NONE ? d->verb : d->go)->word;
}

Test(doors, lead_to_a_form_or_a_screen_or_say_why_not)
{
	for (const struct door *d = door_rows; door_is_row(d); d++)
		cr_expect_eq((d->form != NULL) + (d->show != NULL) +
				 (d->later != NULL),
		    1, "%s", name_of(d));
}

Test(doors, have_each_letter_once)
{
	for (const struct door *d = door_rows; door_is_row(d); d++) {
		if (d->verb != ACTION_NONE)
			cr_expect_eq(door_of(d->verb), d, "%s", name_of(d));
		if (d->go != ACTION_NONE)
			cr_expect_eq(door_of(d->go), d, "%s", name_of(d));
	}
}

/* A form that a door opens is there, and the act it is over is one. */
Test(doors, open_forms_over_acts_that_are_there)
{
	for (const struct door *d = door_rows; door_is_row(d); d++) {
		char path[512];
		const char *act = "";
		struct cfg *cfg = NULL;
		struct fault f = { 0 };

		if (d->act != NULL)
			cr_expect_not_null(act_by_name(d->act), "%s", d->act);
		if (d->form == NULL)
			continue;
		snprintf(path, sizeof(path), "%s/forms/%s.cfg",
		    temp_hub_data(), d->form);
		cr_assert_eq(cfg_read(path, &cfg, &f), RC_OK, "%s", f.text);
		cfg_text(cfg_root(cfg), "act", &act);
		cr_expect_not_null(act_by_name(act), "%s: %s", path, act);
		cfg_free(cfg);
	}
}
