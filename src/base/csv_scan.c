/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/csv_inside.h"

/* Finding the cells of a row, and cutting them out where they lie. */

/* From the quote that opens to the one that closes, which is passed over. */
static enum found
scan_quoted(struct scan *s, struct piece *p)
{
	const uint8_t *from = ++s->at;

	p->at = (uint32_t)(from - s->begin);
	p->quoted = s->quoted = true;
	for (;;) {
		const uint8_t *quote =
		    memchr(s->at, '"', (size_t)(s->end - s->at));

		if (!quote || (quote + 1 == s->end && !s->ended)) {
			if ((size_t)(s->end - from) > CELL_MOST)
				return LONG_CELL;
			return s->ended ? OPEN_QUOTE : SHORT;
		}
		s->at = quote + 1;
		if (s->at < s->end && *s->at == '"') {
			p->doubled = true;
			s->at++;
			continue;
		}
		p->len = (uint32_t)(quote - from);
		s->zero |= memchr(from, 0, p->len) != NULL;
		return p->len > CELL_MOST ? LONG_CELL : ROW;
	}
}

static enum found
scan_plain(const struct csv *c, struct scan *s, struct piece *p)
{
	const uint8_t *at = s->at;

	for (;;) {
		while (!c->stops[*at])
			at++;
		if (*at || at == s->end)
			break;
		s->zero = true;
		at++;
	}
	p->at = (uint32_t)(s->at - s->begin);
	p->len = (uint32_t)(at - s->at);
	s->at = at;
	return p->len > CELL_MOST ? LONG_CELL : ROW;
}

/*
 * What follows a cell: a delimiter (SHORT: go on), the end of the row (ROW),
 * or something that may not. The end of a line is passed over; a CR at the end
 * of the window must wait for the LF that may follow.
 */
static enum found
scan_after(const struct csv *c, struct scan *s, bool *more)
{
	*more = false;
	if (s->at == s->end)
		return s->ended ? ROW : SHORT;
	if (*s->at == (uint8_t)c->delimiter) {
		s->at++;
		*more = true;
		return ROW;
	}
	if (*s->at == '\r' && s->at + 1 == s->end && !s->ended)
		return SHORT;
	if (*s->at == '\r' && s->at + 1 < s->end && s->at[1] == '\n')
		s->at++;
	else if (*s->at != '\r' && *s->at != '\n')
		return AFTER_QUOTE;
	s->at++;
	return ROW;
}

enum found
csv_scan_row(struct csv *c, struct scan *s)
{
	bool more = true;

	*s = (struct scan){ .ended = c->ended };
	s->begin = s->at = c->window.at + c->at;
	s->end = c->window.at + c->window.len;
	c->n = 0;
	if (s->at == s->end)
		return s->ended ? NOTHING : SHORT;
	while (more) {
		struct piece *p = &c->pieces[c->n];
		enum found found;

		if (c->n == CELLS_MOST)
			return MANY_CELLS;
		*p = (struct piece){ 0 };
		c->n++;
		found = *s->at == '"' && s->at < s->end ? scan_quoted(s, p)
							: scan_plain(c, s, p);
		if (found == ROW)
			found = scan_after(c, s, &more);
		if (s->at - s->begin > ROW_MOST)
			return LONG_ROW;
		if (found != ROW)
			return found;
	}
	return s->zero ? ZERO_BYTE : ROW;
}

void
csv_cut_row(struct csv *c, uint8_t *begin)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct piece *p = &c->pieces[i];
		char *text = (char *)begin + p->at;
		size_t len = p->len;

		if (p->doubled) {
			size_t to = 0;

			for (size_t k = 0; k < p->len; k++) {
				text[to++] = text[k];
				k += text[k] == '"';
			}
			len = to;
		}
		text[len] = '\0';
		c->cells[i] = (struct csv_cell){ text, len };
	}
}
