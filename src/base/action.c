/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/action.h"

/* clang-format off */
static const struct action_row rows[ACTION_COUNT] = {
	[ACTION_NONE] = { "", "", "", 0 },
#define ACTION_ROW(id, word, label, flags, sentence) \
	[id] = { word, label, sentence, flags },
	ACTION_LIST(ACTION_ROW)
#undef ACTION_ROW
};
/* clang-format on */

const struct action_row *
action_row(enum action a)
{
	return &rows[a > ACTION_NONE && a < ACTION_COUNT ? a : ACTION_NONE];
}

enum action
action_by_word(const char *word)
{
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++)
		if (strcmp(rows[a].word, word) == 0)
			return (enum action)a;
	return ACTION_NONE;
}
