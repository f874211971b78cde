/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/csv_text.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#include "base/csv_inside.h"

#define STEP 262144
#define EXCERPT_MOST 1000

/* ---- the window ---- */

/* Bring more text into the window, twice as much as is in it. */
static enum rc
window_more(struct csv *c, struct fault *f)
{
	size_t held = c->window.len - c->at;
	enum rc rc;

	if (c->at) {
		memmove(c->window.at, c->window.at + c->at, held);
		c->window.len = held;
		c->gone += c->at;
		c->at = 0;
	}
	rc = csv_text_more(c->text, &c->window, held > STEP ? held : STEP, f);
	if (rc == RC_END) {
		c->ended = true;
		rc = RC_OK;
	}
	buf_str(&c->window);
	return rc;
}

/* ---- rows that cannot be used ---- */

static const char *const found_sentences[] = {
	[OPEN_QUOTE] = "a quote is opened here and never closed",
	[AFTER_QUOTE] = "a quote is closed and text follows before the "
			"delimiter",
	[LONG_CELL] = "the cell has more than 1 MiB",
	[LONG_ROW] = "the row has more than 4 MiB",
	[MANY_CELLS] = "the row has more than 1,000 cells",
	[ZERO_BYTE] = "there is a zero byte in the cell",
};

/* How many lines the bytes end: LF, CR or both together count one. */
static uint64_t
count_lines(const uint8_t *at, const uint8_t *end)
{
	uint64_t n = 0;

	for (; at < end; at++)
		n += *at == '\n' ||
		     (*at == '\r' && (at + 1 == end || at[1] != '\n'));
	return n;
}

/* Pass over the line where the row begins, wherever it ends. */
static enum rc
skip_line(struct csv *c, struct fault *f)
{
	for (;;) {
		uint8_t *at = c->window.at + c->at,
			*end = c->window.at + c->window.len;
		enum rc rc;

		while (at < end && *at != '\n' && *at != '\r')
			at++;
		c->at = (size_t)(at - c->window.at);
		if (at < end && (c->ended || *at == '\n' || at + 1 < end)) {
			c->at +=
			    1 + (*at == '\r' && at + 1 < end && at[1] == '\n');
			c->line++;
			return RC_OK;
		}
		if (c->ended)
			return RC_OK;
		if ((rc = window_more(c, f)))
			return rc;
	}
}

/* The beginning of the bytes as one cell, harmless. */
static void
show_excerpt(struct csv *c, const uint8_t *at, size_t n, struct csv_row *row)
{
	size_t took = 0;

	if (n > EXCERPT_MOST)
		n = EXCERPT_MOST;
	buf_clear(&c->excerpt);
	while (took < n && at[took] != '\n' && at[took] != '\r') {
		uint32_t cp;
		char bytes[5];

		took += utf8_next(at + took, n - took, &cp);
		buf_put(&c->excerpt, bytes, utf8_put(cp ? cp : 0xfffd, bytes));
	}
	c->cells[0] = (struct csv_cell){ buf_str(&c->excerpt), c->excerpt.len };
	row->cells = c->cells;
	row->n = 1;
}

/* The row at the window's place is ${found}: say so and pass over it. */
static enum rc
refuse(struct csv *c, const struct scan *s, enum found found,
    struct csv_row *row, struct fault *f)
{
	enum rc rc;

	row->line = c->line;
	row->column = c->n;
	show_excerpt(c, s->begin, (size_t)(s->end - s->begin), row);
	if (found == ZERO_BYTE) {
		c->line += count_lines(s->begin, s->at);
		c->at = (size_t)(s->at - c->window.at);
		row->column = 0;
	} else if ((rc = skip_line(c, f))) {
		return rc;
	}
	row->bytes = c->gone + c->at;
	return fault_set(f, RC_INVALID, "%s", found_sentences[found]);
}

static enum rc
count_fault(const struct csv *c, struct fault *f)
{
	return fault_set(f, RC_INVALID,
	    "the row has %zu cells, the header has %zu", c->n, c->header.n);
}

/* Empty cells beyond the header's are dropped. */
static bool
has_right_count(struct csv *c)
{
	if (!c->header.n)
		return true;
	while (c->n > c->header.n && !c->pieces[c->n - 1].len)
		c->n--;
	return c->n == c->header.n;
}

/* Which cell is not UTF-8, from 1; 0 when all are. */
static size_t
find_bad_text(const struct csv *c, const struct scan *s)
{
	const uint8_t *at = s->begin;

	while (at < s->at && *at < 0x80)
		at++;
	for (size_t i = 0; at < s->at && i < c->n; i++)
		if (!utf8_valid(s->begin + c->pieces[i].at, c->pieces[i].len))
			return i + 1;
	return 0;
}

/* A row that is whole: check it, cut it, pass over it. */
static enum rc
take_row(struct csv *c, struct scan *s, struct csv_row *row, struct fault *f)
{
	bool right = has_right_count(c);
	size_t bad = csv_text_is_sure(c->text) ? 0 : find_bad_text(c, s);
	uint64_t lines = s->quoted ? count_lines(s->begin, s->at) : 1;

	row->line = c->line;
	if (!right && lines > 1) {
		/* Most likely a quote too many: trust its first line only. */
		enum rc rc = refuse(c, s, OPEN_QUOTE, row, NULL);

		row->column = 0;
		return rc == RC_INVALID ? count_fault(c, f) : rc;
	}
	if (bad)
		show_excerpt(c, s->begin, (size_t)(s->at - s->begin), row);
	else
		csv_cut_row(c, c->window.at + c->at);
	row->cells = c->cells;
	row->n = bad ? 1 : c->n;
	row->column = bad ? bad : right ? 0 : 1;
	c->line += lines;
	c->at = (size_t)(s->at - c->window.at);
	row->bytes = c->gone + c->at;
	if (bad)
		return fault_set(f, RC_INVALID, "the cell is not UTF-8 text");
	return right ? RC_OK : count_fault(c, f);
}

/* A line with nothing on it but blanks. */
static bool
is_blank_row(const struct csv *c, const struct scan *s)
{
	if (c->n != 1 || c->pieces[0].quoted)
		return false;
	return str_trimmed(span_of(s->begin, c->pieces[0].len)).len == 0;
}

enum rc
csv_row(struct csv *c, struct csv_row *row, struct fault *f)
{
	for (;;) {
		struct scan s;
		enum found found = csv_scan_row(c, &s);
		enum rc rc;

		*row = (struct csv_row){ .line = c->line,
			.bytes = c->gone + c->at };
		if (found == NOTHING)
			return RC_END;
		if (found == SHORT && s.end - s.begin <= ROW_MOST) {
			if ((rc = window_more(c, f)))
				return rc;
			continue;
		}
		if (found == SHORT)
			found = LONG_ROW;
		if (found != ROW)
			return refuse(c, &s, found, row, f);
		if (!is_blank_row(c, &s))
			return take_row(c, &s, row, f);
		c->at = (size_t)(s.at - c->window.at);
		c->line++;
	}
}

/* ---- opening ---- */

/* The most frequent of the three in the first line, outside quotes. */
static char
find_delimiter(const struct csv *c)
{
	static const char marks[] = ",;\t";
	size_t counts[3] = { 0 }, best = 0;
	bool quoted = false;

	for (size_t i = c->at; i < c->window.len; i++) {
		char byte = (char)c->window.at[i];
		const char *mark = byte ? strchr(marks, byte) : NULL;

		if (!quoted && (byte == '\n' || byte == '\r'))
			break;
		quoted ^= byte == '"';
		if (!quoted && mark)
			counts[mark - marks]++;
	}
	for (size_t i = 1; i < 3; i++)
		if (counts[i] > counts[best])
			best = i;
	return marks[best];
}

static void
set_delimiter(struct csv *c, char told)
{
	c->delimiter = told ? told : find_delimiter(c);
	c->stops[(uint8_t)c->delimiter] = true;
	c->stops['\r'] = c->stops['\n'] = c->stops[0] = true;
}

/* Names are trimmed; unnamed columns at the end are none. */
static void
keep_header(struct csv *c, const struct csv_row *row)
{
	size_t n = row->n, len = 0;
	char *to;

	for (size_t i = 0; i < n; i++)
		len += row->cells[i].len + 1;
	to = c->kept = mem_get(len);
	c->names = mem_get(mem_times(n, sizeof(*c->names)));
	for (size_t i = 0; i < n; i++) {
		struct span s =
		    str_trimmed(span_of(row->cells[i].text, row->cells[i].len));

		c->names[i] = (struct csv_cell){ to, s.len };
		memcpy(to, s.at, s.len);
		to += s.len + 1;
	}
	while (n && !c->names[n - 1].len)
		n--;
	c->header = *row;
	c->header.cells = c->names;
	c->header.n = n;
}

static enum rc
check_header(const struct csv *c, struct fault *f)
{
	for (size_t i = 0; i < c->header.n; i++)
		for (size_t k = 0; k < i && c->names[i].len; k++)
			if (!strcmp(c->names[i].text, c->names[k].text))
				return fault_set(f, RC_INVALID,
				    "the header names columns %zu and %zu "
				    "alike",
				    k + 1, i + 1);
	return RC_OK;
}

static enum rc
read_header(struct csv *c, struct fault *f)
{
	struct fault why = { 0 };
	struct csv_row row;
	enum rc rc = csv_row(c, &row, &why);

	if (rc == RC_END)
		return fault_set(f, RC_INVALID, "the file is empty");
	if (rc == RC_INVALID && memchr(c->excerpt.at, 0xef, c->excerpt.len))
		return fault_set(f, RC_INVALID,
		    "the first line is not text; if it is UTF-16, it lacks its "
		    "byte order mark");
	if (rc == RC_INVALID)
		return fault_set(f, rc, "line 1, column %zu: %s", row.column,
		    why.text);
	if (rc) {
		if (f)
			*f = why;
		return rc;
	}
	keep_header(c, &row);
	return check_header(c, f);
}

/* Begin to read what ${text} gives; it is ours whatever happens. */
static enum rc
begin(struct csv_text *text, const struct csv_options *o, struct csv **csv,
    struct fault *f)
{
	struct csv *c = mem_get(sizeof(*c));
	enum rc rc;

	c->text = text;
	c->line = 1;
	rc = window_more(c, f);
	if (!rc)
		set_delimiter(c, o ? o->delimiter : 0);
	if (!rc && !(o && o->no_header))
		rc = read_header(c, f);
	if (rc)
		csv_close(c);
	*csv = rc ? NULL : c;
	return rc;
}

enum rc
csv_open(const struct disk *d, const char *path, const struct csv_options *o,
    struct csv **csv, struct fault *f)
{
	struct fault why = { 0 };
	struct csv_text *text;
	enum rc rc =
	    csv_text_open(d, path, o ? o->encoding : CSV_AUTO, &text, f);

	*csv = NULL;
	if (rc)
		return rc;
	rc = begin(text, o, csv, &why);
	if (rc && strstr(why.text, path))
		return fault_set(f, rc, "%s", why.text);
	return rc ? fault_set(f, rc, "%s: %s", path, why.text) : RC_OK;
}

enum rc
csv_open_bytes(struct span bytes, const struct csv_options *o, struct csv **csv,
    struct fault *f)
{
	return begin(csv_text_of(bytes, o ? o->encoding : CSV_AUTO), o, csv, f);
}

void
csv_close(struct csv *c)
{
	if (!c)
		return;
	csv_text_close(c->text);
	buf_wipe(&c->window);
	buf_wipe(&c->excerpt);
	free(c->names);
	free(c->kept);
	free(c);
}

const struct csv_row *
csv_header(const struct csv *c)
{
	return &c->header;
}

uint64_t
csv_offset(const struct csv *c)
{
	return csv_text_offset(c->text);
}

uint64_t
csv_size(const struct csv *c)
{
	return csv_text_size(c->text);
}

char
csv_delimiter(const struct csv *c)
{
	return c->delimiter;
}

enum csv_encoding
csv_encoding(const struct csv *c)
{
	return csv_text_encoding(c->text);
}
