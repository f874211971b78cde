/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Text goes to curses one cluster at a time, gathered in a row of wide
 * characters and handed over in one call. Our own line characters are used,
 * never ACS_*: those switch the terminal's character set, which PuTTY ignores.
 */

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "ui/frame/draw.h"

#define CELLS 256
#define MARKS_MOST 4 /* curses keeps a letter and four marks in a cell */

enum how {
	HOW_STEADY = 1, /* letters of unsure width show as "?" */
	HOW_TILDE = 2,  /* too long ends with "~" */
};

enum piece { ACROSS, DOWN, TOP_LEFT, TOP_RIGHT, LOW_LEFT, LOW_RIGHT };

static const wchar_t *const pieces[][2] = {
	[ACROSS] = { L"\u2500", L"-" },
	[DOWN] = { L"\u2502", L"|" },
	[TOP_LEFT] = { L"\u250c", L"+" },
	[TOP_RIGHT] = { L"\u2510", L"+" },
	[LOW_LEFT] = { L"\u2514", L"+" },
	[LOW_RIGHT] = { L"\u2518", L"+" },
};

static const wchar_t *
piece(enum piece p)
{
	return pieces[p][term_is_ascii()];
}

/* A row being filled: what is gathered and where it will stand. */
struct row {
	WINDOW *win;
	wchar_t cells[CELLS];
	int n;
};

static void
row_flush(struct row *r)
{
	if (r->n)
		waddnwstr(r->win, r->cells, r->n);
	r->n = 0;
}

static void
row_add(struct row *r, uint32_t cp)
{
	if (r->n == CELLS)
		row_flush(r);
	r->cells[r->n++] = (wchar_t)cp;
}

/* One cluster as a terminal can take it. */
static void
row_cluster(struct row *r, const char *s, size_t n)
{
	int marks = 0;
	uint32_t cp;

	/* Curses joins marks to what is before them; keep the cluster whole. */
	if (r->n + 2 + MARKS_MOST > CELLS)
		row_flush(r);
	if (utf8_next(s, n, &cp) && utf8_is_mark(cp))
		row_add(r, ' ');
	for (size_t at = 0; at < n && marks <= MARKS_MOST; marks++) {
		at += utf8_next(s + at, n - at, &cp);
		if (cp >= 0x80 && !term_is_utf8())
			cp = '?';
		row_add(r, cp);
		if (cp == '?' && !term_is_utf8())
			break;
	}
}

/* Put harmless text down; return the columns it took. */
static int
put(WINDOW *win, int y, int x, int w, const char *s, size_t n, unsigned how)
{
	struct row row = { .win = win };
	bool cut = false;
	int used = 0;

	if (w <= 0 || wmove(win, y, x) == ERR)
		return 0;
	if ((how & HOW_TILDE) && utf8_fit(s, n, w, NULL) < n) {
		cut = true;
		w--;
	}
	for (size_t at = 0, len; at < n; at += len) {
		bool steady;
		int wide;

		len = utf8_cluster(s + at, n - at);
		steady = !(how & HOW_STEADY) || utf8_is_steady(s + at, len);
		wide = steady ? utf8_cluster_width(s + at, len) : 1;
		if (used + wide > w)
			break;
		if (steady)
			row_cluster(&row, s + at, len);
		else
			row_add(&row, '?');
		used += wide;
	}
	if (cut)
		row_add(&row, '~');
	row_flush(&row);
	return used + cut;
}

static bool
is_plain(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] < ' ' || s[i] > '~')
			return false;
	return true;
}

/* As put, of text that may hold anything. */
static int
put_any(WINDOW *win, int y, int x, int w, const char *s, size_t n, unsigned how)
{
	struct buf safe = { 0 };
	int used;

	if (is_plain(s, n))
		return put(win, y, x, w, s, n, how);
	utf8_safe(&safe, s, n);
	used = put(win, y, x, w, buf_str(&safe), safe.len, how);
	buf_wipe(&safe);
	return used;
}

int
draw_text(WINDOW *win, int y, int x, int w, enum role role, const char *text)
{
	theme_role(win, role);
	return put_any(win, y, x, w, text, strlen(text),
	    HOW_STEADY | HOW_TILDE);
}

static void
blanks(WINDOW *win, int y, int x, int n)
{
	if (n > 0 && wmove(win, y, x) != ERR)
		wprintw(win, "%*s", n, "");
}

void
draw_fill(WINDOW *win, int y, int x, int w, enum role role, const char *text)
{
	int used = draw_text(win, y, x, w, role, text);

	blanks(win, y, x + used, w - used);
}

void
draw_right(WINDOW *win, int y, int x, int w, enum role role, const char *text)
{
	int wide = draw_width(text);

	if (wide > w)
		wide = w;
	draw_text(win, y, x + w - wide, wide, role, text);
}

int
draw_printf(WINDOW *win, int y, int x, int w, enum role role, const char *fmt,
    ...)
{
	char text[1024];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	return draw_text(win, y, x, w, role, text);
}

int
draw_exact(WINDOW *win, int y, int x, int w, enum role role, const char *text,
    size_t n)
{
	theme_role(win, role);
	return put_any(win, y, x, w, text, n, 0);
}

/* The line that begins at ${at}: its length, and where the next begins. */
static size_t
line_at(const char *text, size_t n, size_t at, int w, size_t *next)
{
	const char *end = memchr(text + at, '\n', n - at);
	size_t whole = end ? (size_t)(end - text) - at : n - at;
	size_t fits = utf8_fit(text + at, whole, w > 0 ? w : 1, NULL);
	size_t cut = fits;

	if (fits == whole) {
		*next = at + whole + (end ? 1 : 0);
		return whole;
	}
	/* A letter wider than the width still has to go somewhere. */
	if (fits == 0)
		cut = fits = utf8_cluster(text + at, whole);
	/* The blank it breaks at may be the one just past the edge. */
	while (cut && text[at + cut] != ' ')
		cut--;
	if (cut == 0) {
		*next = at + fits;
		return fits;
	}
	*next = at + cut + 1;
	return cut;
}

size_t
draw_lines(const char *text, int w, struct draw_line *lines, size_t max)
{
	size_t n = strlen(text), at = 0, count = 0;
	bool more = true;

	while (more) {
		size_t next, len = line_at(text, n, at, w, &next);

		if (count < max)
			lines[count] = (struct draw_line){ at, len };
		count++;
		/* A text that ends with a newline has an empty line more. */
		more = next < n || (next == n && n && at + len < next);
		at = next;
	}
	return count;
}

int
draw_wrap(WINDOW *win, struct rect at, enum role role, const char *text,
    int from)
{
	struct buf safe = { 0 };
	size_t n, where = 0;
	int line = 0;
	bool more = true;

	utf8_safe_lines(&safe, text, (size_t)-1);
	n = safe.len;
	text = buf_str(&safe);
	if (win)
		theme_role(win, role);
	for (; more; line++) {
		size_t next, len = line_at(text, n, where, at.w, &next);

		if (win && line >= from && line - from < at.h)
			put(win, at.y + line - from, at.x, at.w, text + where,
			    len, HOW_STEADY);
		more = next < n || (next == n && n && where + len < next);
		where = next;
	}
	buf_wipe(&safe);
	return line;
}

void
draw_rule(WINDOW *win, int y, int x, int w)
{
	theme_role(win, ROLE_DIM);
	wmove(win, y, x);
	for (int i = 0; i < w; i++)
		waddnwstr(win, piece(ACROSS), 1);
}

void
draw_post(WINDOW *win, int y, int x, int h)
{
	theme_role(win, ROLE_DIM);
	for (int i = 0; i < h; i++)
		mvwaddnwstr(win, y + i, x, piece(DOWN), 1);
}

static void
corner(WINDOW *win, int y, int x, enum piece p)
{
	mvwaddnwstr(win, y, x, piece(p), 1);
}

void
draw_box(WINDOW *win, struct rect at, const char *title)
{
	int low = at.y + at.h - 1, right = at.x + at.w - 1;

	if (at.h < 2 || at.w < 2)
		return;
	draw_rule(win, at.y, at.x, at.w);
	draw_rule(win, low, at.x, at.w);
	draw_post(win, at.y, at.x, at.h);
	draw_post(win, at.y, right, at.h);
	corner(win, at.y, at.x, TOP_LEFT);
	corner(win, at.y, right, TOP_RIGHT);
	corner(win, low, at.x, LOW_LEFT);
	corner(win, low, right, LOW_RIGHT);
	if (title && *title && at.w > 6) {
		int used =
		    draw_text(win, at.y, at.x + 3, at.w - 6, ROLE_LABEL, title);

		mvwaddnwstr(win, at.y, at.x + 2, L" ", 1);
		mvwaddnwstr(win, at.y, at.x + 3 + used, L" ", 1);
	}
}

void
draw_blank(WINDOW *win, struct rect at)
{
	theme_role(win, ROLE_TEXT);
	for (int i = 0; i < at.h; i++)
		blanks(win, at.y + i, at.x, at.w);
}

struct rect
draw_inside(struct rect at)
{
	return (struct rect){ at.y + 1, at.x + 1, at.h > 2 ? at.h - 2 : 0,
		at.w > 2 ? at.w - 2 : 0 };
}

int
draw_width(const char *text)
{
	struct buf safe = { 0 };
	size_t n = strlen(text);
	int used = 0;

	if (is_plain(text, n))
		return (int)n;
	utf8_safe(&safe, text, n);
	text = buf_str(&safe);
	for (size_t at = 0, len; at < safe.len; at += len) {
		len = utf8_cluster(text + at, safe.len - at);
		used += utf8_is_steady(text + at, len)
			    ? utf8_cluster_width(text + at, len)
			    : 1;
	}
	buf_wipe(&safe);
	return used;
}
