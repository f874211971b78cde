/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * csv and json go out as they come, so that a million rows need no memory. Text
 * is kept until the end, because a column is as wide as its widest cell.
 */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "ctl/out.h"

#define OUT_WIDEST 60 /* columns; a longer cell of text is let run over */

struct out {
	enum out_format format;
	const struct out_column *columns;
	size_t n;
	size_t order[OUT_COLUMNS]; /* of the keys in json */
	FILE *file;
	struct buf line;
	struct arena *arena;
	VEC(const char **) rows; /* of text only */
};

bool
out_format_by(const char *name, enum out_format *format)
{
	static const char *const names[] = { "text", "csv", "json" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(name, names[i]) == 0) {
			*format = (enum out_format)i;
			return true;
		}
	}
	return false;
}

static void
sort_keys(struct out *out)
{
	size_t i, j;

	for (i = 0; i < out->n; i++) {
		for (j = i;
		     j > 0 && strcmp(out->columns[out->order[j - 1]].name,
				  out->columns[i].name) > 0;
		     j--)
			out->order[j] = out->order[j - 1];
		out->order[j] = i;
	}
}

static void
flush_line(struct out *out)
{
	fwrite(out->line.at, 1, out->line.len, out->file);
	buf_clear(&out->line);
}

static void
csv_heading(struct out *out)
{
	size_t i;

	for (i = 0; i < out->n; i++)
		csv_cell(&out->line, out->columns[i].name, i == 0);
	csv_end(&out->line);
	flush_line(out);
}

struct out *
out_new(enum out_format format, const struct out_column *columns, size_t n,
    FILE *file)
{
	struct out *out = mem_get(sizeof(*out));

	assert(n <= OUT_COLUMNS);
	*out = (struct out){
		.format = format,
		.columns = columns,
		.n = n,
		.file = file,
		.arena = arena_new(),
	};
	sort_keys(out);
	if (format == OUT_CSV)
		csv_heading(out);
	return out;
}

static void
csv_line(struct out *out, const char *const *cells)
{
	size_t i;

	for (i = 0; i < out->n; i++)
		csv_cell(&out->line, cells[i] != NULL ? cells[i] : "", i == 0);
	csv_end(&out->line);
	flush_line(out);
}

static bool
is_number(const char *text)
{
	size_t digits;

	text += *text == '-';
	digits = strspn(text, "0123456789");
	if (digits == 0 || (text[0] == '0' && digits > 1))
		return false;
	text += digits;
	if (*text == '.')
		text += 1 + strspn(text + 1, "0123456789");
	return *text == '\0' && text[-1] != '.';
}

static void
json_cell(struct out *out, const struct out_column *column, const char *cell)
{
	if (cell == NULL || (cell[0] == '\0' && column->type != OUT_WORDS))
		buf_puts(&out->line, "null");
	else if (column->type == OUT_NUMBER && is_number(cell))
		buf_puts(&out->line, cell);
	else if (column->type == OUT_YES)
		buf_puts(&out->line, cell[0] == 'y' ? "true" : "false");
	else
		json_text(&out->line, cell);
}

static void
json_line(struct out *out, const char *const *cells)
{
	size_t i;

	for (i = 0; i < out->n; i++) {
		const struct out_column *column = &out->columns[out->order[i]];

		buf_putc(&out->line, i == 0 ? '{' : ',');
		json_text(&out->line, column->name);
		buf_putc(&out->line, ':');
		json_cell(out, column, cells[out->order[i]]);
	}
	buf_puts(&out->line, "}\n");
	flush_line(out);
}

static void
keep_row(struct out *out, const char *const *cells)
{
	const char **row = arena_get(out->arena, out->n * sizeof(*row));
	size_t i;

	for (i = 0; i < out->n; i++) {
		if (cells[i] == NULL || out->columns[i].title == NULL) {
			row[i] = "";
			continue;
		}
		utf8_safe(&out->line, cells[i], strlen(cells[i]));
		row[i] = arena_str(out->arena, buf_str(&out->line));
		buf_clear(&out->line);
	}
	*VEC_ADD(&out->rows) = row;
}

void
out_row(struct out *out, const char *const *cells)
{
	switch (out->format) {
	case OUT_CSV:
		csv_line(out, cells);
		break;
	case OUT_JSON:
		json_line(out, cells);
		break;
	case OUT_TEXT:
		keep_row(out, cells);
		break;
	}
}

static int
width_of(const char *text)
{
	int width = (int)utf8_width(text, strlen(text));

	return width < OUT_WIDEST ? width : OUT_WIDEST;
}

static size_t
last_shown(const struct out *out)
{
	size_t last = 0, i;

	for (i = 0; i < out->n; i++)
		if (out->columns[i].title != NULL)
			last = i;
	return last;
}

static void
text_cell(struct out *out, const char *text, int width, bool right, bool last)
{
	int pad = width - (int)utf8_width(text, strlen(text));

	if (pad < 0)
		pad = 0;
	if (right)
		buf_printf(&out->line, "%*s", pad, "");
	buf_puts(&out->line, text);
	if (!last)
		buf_printf(&out->line, "%*s", right ? 2 : pad + 2, "");
}

static void
text_line(struct out *out, const char *const *cells, const int *widths)
{
	size_t last = last_shown(out), i;

	for (i = 0; i < out->n; i++)
		if (out->columns[i].title != NULL)
			text_cell(out, cells[i], widths[i],
			    out->columns[i].type == OUT_NUMBER, i == last);
	while (out->line.len > 0 && out->line.at[out->line.len - 1] == ' ')
		out->line.len--;
	buf_putc(&out->line, '\n');
	flush_line(out);
}

static void
text_table(struct out *out)
{
	const char *titles[OUT_COLUMNS];
	int widths[OUT_COLUMNS];
	const char ***row;
	size_t i;

	for (i = 0; i < out->n; i++) {
		titles[i] = out->columns[i].title;
		widths[i] = titles[i] != NULL ? width_of(titles[i]) : 0;
		VEC_EACH (&out->rows, row)
			if (width_of((*row)[i]) > widths[i])
				widths[i] = width_of((*row)[i]);
	}
	if (out->rows.n > 0)
		text_line(out, titles, widths);
	VEC_EACH (&out->rows, row)
		text_line(out, *row, widths);
}

enum rc
out_end(struct out *out, struct fault *f)
{
	FILE *file = out->file;

	if (out->format == OUT_TEXT)
		text_table(out);
	VEC_RELEASE(&out->rows);
	arena_free(out->arena);
	buf_release(&out->line);
	free(out);
	if (fflush(file) == 0 && !ferror(file))
		return RC_OK;
	return fault_errno(f, "writing", "the list");
}

void
out_line(FILE *file, const char *text)
{
	struct buf line = { 0 };

	utf8_safe(&line, text, strlen(text));
	buf_putc(&line, '\n');
	fwrite(line.at, 1, line.len, file);
	buf_release(&line);
}
