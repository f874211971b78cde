/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>

#include "ui/frame/view.h"

#include "ui/views/queue.h"

struct subject
queue_subject(const struct queue_row *row)
{
	return (struct subject){ row->person, row->casefile };
}

static size_t
find_selected(const struct queue *s, uint64_t casefile)
{
	size_t i = 0;

	while (i < s->n_selected && s->selected[i].casefile != casefile)
		i++;
	return i;
}

static void
select_row(struct queue *s, const struct queue_row *row)
{
	if (find_selected(s, row->casefile) < s->n_selected)
		return;
	if (s->n_selected == VERBS_MOST) {
		say(ROLE_WARN, "No more than %d can be selected at once.",
		    VERBS_MOST);
		return;
	}
	s->selected[s->n_selected++] = queue_subject(row);
	s->last_selected = row->casefile;
}

void
queue_toggle(struct queue *s)
{
	const struct queue_row *row = queue_focus(s);
	size_t i;

	if (row == NULL || s->is_gone)
		return;
	i = find_selected(s, row->casefile);
	if (i < s->n_selected)
		s->selected[i] = s->selected[--s->n_selected];
	else
		select_row(s, row);
	rows_act(&s->rows, ACTION_DOWN);
	queue_moved(s);
}

/* From the row selected last to this one. */
void
queue_select_to(struct queue *s)
{
	size_t from = s->rows.at, to = s->rows.at;

	for (size_t i = 0; i < s->rows.n && i < FILENAME_MAX; i++) {
		const struct queue_row *row = queue_row_at(s, i);

		if (row != NULL && row->casefile == s->last_selected) {
			from = i < to ? i : to;
			to = i > to ? i : to;
			break;
		}
	}
	for (size_t i = from; i <= to; i++) {
		const struct queue_row *row = queue_row_at(s, i);

		if (row != NULL)
			select_row(s, row);
	}
}

void
queue_select_all(struct queue *s)
{
	size_t from = s->rows.top, n = (size_t)s->rows.height;

	if (s->n_selected > 0) {
		s->n_selected = 0;
		return;
	}
	if (s->filter[0] != '\0') {
		from = 0;
		n = s->rows.n;
	}
	for (size_t i = from; i < from + n && i < s->rows.n; i++) {
		const struct queue_row *row = queue_row_at(s, i);

		if (row != NULL)
			select_row(s, row);
	}
}
