/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

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

/* Where the row selected last stands, if it is near; else where we are. */
static size_t
place_of_last(struct queue *s)
{
	size_t from = s->rows.at > VERBS_MOST ? s->rows.at - VERBS_MOST : 0;

	for (size_t i = from; i < s->rows.at + VERBS_MOST; i++) {
		const struct queue_row *row = queue_row_at(s, i);

		if (row == NULL)
			break;
		if (row->casefile == s->last_selected)
			return i;
	}
	return s->rows.at;
}

void
queue_select_to(struct queue *s)
{
	size_t last = place_of_last(s), here = s->rows.at;
	size_t to = last > here ? last : here;

	for (size_t i = last < here ? last : here; i <= to; i++) {
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
