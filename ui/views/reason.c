/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "hub/hub.h"
#include "model/code.h"
#include "ui/parts/entry.h"
#include "ui/views/desk.h"

#include "ui/views/reason.h"

#define REASON_LEAST 3 /* letters */

const char *
reason_wanted(struct entry *e)
{
	const struct code *unsafe =
	    code_by_letter(desk_hub()->codes, "contact-outcome", 'u');
	const char *note = entry_text(e, "note");

	if (unsafe == NULL || strcmp(entry_value(e, "outcome"), unsafe->code) == 0)
		return NULL;
	if (strlen(entry_text(e, "unsafe-why")) >= REASON_LEAST)
		return NULL;
	entry_hide(e, "unsafe-why", false);
	if (strlen(note) >= REASON_LEAST) {
		entry_put(e, "unsafe-why", note);
		return NULL;
	}
	entry_go(e, "unsafe-why");
	return "Not a safe time: why ring all the same? Your supervisor reads "
	       "it.";
}
