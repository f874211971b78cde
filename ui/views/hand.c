/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "ui/parts/entry.h"

#include "ui/views/hand.h"

/* Where the focus was, to know afterwards whether it moved. */
static const struct entry_slot *
focus(const struct hand *h)
{
	return entry_focus(sheet_entry(h->sheet));
}

bool
hand_act(const struct hand *h, struct view *v, enum action action)
{
	const struct entry_slot *was;

	if (h->sheet == NULL)
		return false;
	was = focus(h);
	if (sheet_do(h->sheet, v, action) == SHEET_IGNORED)
		return sheet_owns(action);
	keeping_key(h->keep, sheet_entry(h->sheet), was != focus(h));
	return true;
}

bool
hand_type(const struct hand *h, struct view *v, const char *utf8)
{
	const struct entry_slot *was;

	if (h->sheet == NULL)
		return false;
	was = focus(h);
	if (sheet_type(h->sheet, v, utf8) == SHEET_IGNORED)
		return false;
	keeping_key(h->keep, sheet_entry(h->sheet), was != focus(h));
	return true;
}

bool
hand_paste(const struct hand *h, struct view *v, const char *text, size_t n)
{
	if (h->sheet == NULL)
		return false;
	sheet_paste(h->sheet, v, text, n);
	keeping_key(h->keep, sheet_entry(h->sheet), false);
	return true;
}

void
hand_tick(const struct hand *h)
{
	if (h->sheet != NULL)
		keeping_tick(h->keep, sheet_entry(h->sheet));
}

void
hand_leave(const struct hand *h)
{
	const struct keeping *keep = h->keep;

	if (entry_changes(sheet_entry(h->sheet)) == keep->seen &&
	    keep->synced == keep->seen)
		keeping_saved(h->keep);
	else
		say(ROLE_TEXT, "Your draft is kept; :drafts brings it back.");
	view_pop();
}
