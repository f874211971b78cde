/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <string.h>

#include "hub/tool.h"

size_t
tool_question(const struct tool *t, const char *number)
{
	size_t i = 0;

	while (i < t->n && strcmp(t->questions[i].number, number) != 0)
		i++;
	return i;
}

const struct tool_choice *
tool_choice(const struct tool_question *q, char key)
{
	for (size_t i = 0; i < q->n_choices; i++)
		if (q->choices[i].key == tolower((unsigned char)key))
			return &q->choices[i];
	return NULL;
}

bool
tool_is_asked(const struct tool *t, size_t i, const char *answers)
{
	const char *only = t->questions[i].only_if;
	size_t gate = only ? tool_question(t, only) : t->n;

	return gate == t->n || answers[gate] == 'y';
}

static const struct tool_grade *
grade_of(const struct tool *t, int points)
{
	for (size_t i = 0; i < t->n_grades; i++)
		if (points >= t->grades[i].from)
			return &t->grades[i];
	return NULL;
}

void
tool_add(const struct tool *t, const char *answers, struct tool_sum *sum)
{
	const struct tool_choice *c;

	*sum = (struct tool_sum){ 0 };
	for (size_t i = 0; i < t->n; i++) {
		if (!tool_is_asked(t, i, answers))
			continue;
		c = tool_choice(&t->questions[i], answers[i]);
		sum->left += !c;
		if (!c || c->key == '-')
			continue;
		sum->answered++;
		sum->points += c->points;
		sum->strong += t->questions[i].strong && c->points > 0;
	}
	sum->grade = grade_of(t, sum->points);
}
