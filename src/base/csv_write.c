/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/csv.h"

/* A spreadsheet takes a cell that begins so for a formula and runs it. */
static bool
would_run(const char *text)
{
	size_t digits;

	if (!*text || !strchr("=+-@\t\r", *text))
		return false;
	digits = strspn(text + 1, "0123456789");
	if (*text != '-' || !digits)
		return true;
	text += 1 + digits;
	if (*text == '.')
		text += 1 + strspn(text + 1, "0123456789");
	return *text != '\0';
}

static bool
needs_quotes(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (strchr("\",\r\n", text[i]))
			return true;
	return len && (text[0] == ' ' || text[len - 1] == ' ');
}

void
csv_cell_as_is(struct buf *b, const char *text, size_t len, bool first)
{
	if (!first)
		buf_putc(b, ',');
	if (!needs_quotes(text, len)) {
		buf_put(b, text, len);
		return;
	}
	buf_putc(b, '"');
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '"')
			buf_putc(b, '"');
		buf_putc(b, text[i]);
	}
	buf_putc(b, '"');
}

void
csv_cell(struct buf *b, const char *text, bool first)
{
	struct buf guarded = { 0 };

	if (!would_run(text)) {
		csv_cell_as_is(b, text, strlen(text), first);
		return;
	}
	buf_putc(&guarded, '\'');
	buf_puts(&guarded, text);
	csv_cell_as_is(b, (const char *)guarded.at, guarded.len, first);
	buf_wipe(&guarded);
}

void
csv_end(struct buf *b)
{
	buf_puts(b, "\r\n");
}
