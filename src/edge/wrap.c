/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"

#include "edge/wrap.h"

static void
wrap_line(const char *line, size_t n, int w, struct buf *out)
{
	size_t lead = strspn(line, " ");
	const char *at = line + (lead < n ? lead : n), *end = line + n;
	int used = (int)(at - line);

	buf_put(out, line, (size_t)(at - line));
	while (at < end) {
		size_t word = strcspn(at, " \n");
		int width = utf8_width(at, word);

		if (at != line + lead) {
			if (used + 1 + width > w) {
				buf_putc(out, '\n');
				used = 0;
			} else {
				buf_putc(out, ' ');
				used++;
			}
		}
		buf_put(out, at, word);
		used += width;
		at += word;
		while (at < end && *at == ' ')
			at++;
	}
	buf_putc(out, '\n');
}

void
wrap_text(const char *text, int w, struct buf *out)
{
	if (w <= 0) {
		buf_puts(out, text);
		return;
	}
	while (*text) {
		size_t n = strcspn(text, "\n");

		wrap_line(text, n, w, out);
		text += n + (text[n] == '\n');
	}
}
