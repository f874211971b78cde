/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Every change makes the whole new text, puts it in normal form and counts its
 * clusters before anything is replaced, so a change that does not fit leaves
 * no trace. Texts are some tens of letters, a narrative a few thousand.
 *
 * The past is a row of steps. Undo swaps the text with the step behind it, redo
 * with the one before it, so each step always holds the state on its other
 * side.
 */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "ui/parts/edit.h"

#define MOST 4000
#define ZWNJ 0x200cu
#define ZWJ 0x200du
#define VS16 0xfe0fu

enum run { RUN_NONE, RUN_TYPED, RUN_RUBBED };

const char *
edit_text(const struct edit *e)
{
	return e->text ? e->text : "";
}

static void
wipe(char *text, size_t n)
{
	if (text)
		explicit_bzero(text, n);
	free(text);
}

static void
wipe_past(struct edit *e, size_t from)
{
	for (size_t i = from; i < e->n_past; i++)
		wipe(e->past[i].text, strlen(e->past[i].text));
	e->n_past = from;
	if (e->at_past > from)
		e->at_past = from;
}

void
edit_release(struct edit *e)
{
	size_t max = e->max;
	bool lines = e->lines;

	wipe_past(e, 0);
	wipe(e->text, e->cap);
	memset(e, 0, sizeof(*e));
	e->max = max;
	e->lines = lines;
}

/* Keep the text as it is now, for undo to come back to. */
static void
push_past(struct edit *e)
{
	wipe_past(e, e->at_past);
	if (e->n_past == EDIT_UNDO) {
		wipe(e->past[0].text, strlen(e->past[0].text));
		memmove(e->past, e->past + 1,
		    (EDIT_UNDO - 1) * sizeof(e->past[0]));
		e->n_past--;
	}
	e->past[e->n_past].text = mem_str(edit_text(e));
	e->past[e->n_past++].cursor = e->cursor;
	e->at_past = e->n_past;
}

static void
put_text(struct edit *e, const char *text, size_t len, size_t cursor)
{
	if (len + 1 > e->cap) {
		wipe(e->text, e->cap);
		e->cap = len + 64;
		e->text = mem_get(e->cap);
	}
	/* What was longer leaves nothing behind. */
	if (e->len > len)
		explicit_bzero(e->text + len, e->len - len);
	memcpy(e->text, text, len);
	e->text[len] = '\0';
	e->len = len;
	e->cursor = cursor;
	e->changes++;
}

/* The first cluster boundary at or after ${at}. */
static size_t
boundary(const char *text, size_t n, size_t at)
{
	size_t b = 0;

	while (b < at && b < n)
		b += utf8_cluster(text + b, n - b);
	return b;
}

/* The last cluster boundary before ${at}. */
static size_t
boundary_before(const char *text, size_t n, size_t at)
{
	size_t b = 0, last = 0;

	while (b < at && b < n) {
		last = b;
		b += utf8_cluster(text + b, n - b);
	}
	return last;
}

static size_t
clusters(const char *text, size_t n)
{
	size_t count = 0;

	for (size_t b = 0; b < n; b += utf8_cluster(text + b, n - b))
		count++;
	return count;
}

static size_t
most(const struct edit *e)
{
	return e->max ? e->max : MOST;
}

/* What may stand in a text: no controls; blanks for newlines in one line. */
static void
add_harmless(struct buf *out, const struct edit *e, const char *s, size_t n)
{
	bool was_cr = false;

	for (size_t at = 0, len; at < n; at += len) {
		uint32_t cp;

		len = utf8_next(s + at, n - at, &cp);
		if (cp == '\n' && was_cr)
			;
		else if (cp == '\n' || cp == '\r')
			buf_putc(out, e->lines ? '\n' : ' ');
		else if (cp == '\t')
			buf_putc(out, ' ');
		else if (cp == ZWJ || cp == ZWNJ || cp == VS16 ||
			 (cp != 0xfffd && utf8_is_harmless(cp)))
			buf_put(out, s + at, len);
		was_cr = cp == '\r';
	}
}

/* Put ${n} bytes between ${from} and ${to}; false when they do not fit. */
static bool
replace(struct edit *e, size_t from, size_t to, const char *s, size_t n,
    enum run run)
{
	struct arena *a = arena_new();
	struct buf made = { 0 };
	size_t cursor, len;
	char *left, *whole;
	bool fits;

	buf_put(&made, edit_text(e), from);
	buf_put(&made, s, n);
	left = utf8_nfc(a, made.at, made.len);
	cursor = strlen(left);
	buf_clear(&made);
	buf_puts(&made, left);
	buf_put(&made, edit_text(e) + to, e->len - to);
	whole = utf8_nfc(a, made.at, made.len);
	len = strlen(whole);
	fits = n == 0 || clusters(whole, len) <= most(e);
	if (fits) {
		if (run == RUN_NONE || e->run != (int)run)
			push_past(e);
		put_text(e, whole, len, boundary(whole, len, cursor));
		e->run = (int)run;
	}
	buf_wipe(&made);
	arena_free(a);
	return fits;
}

void
edit_set(struct edit *e, const char *text)
{
	struct buf clean = { 0 };

	add_harmless(&clean, e, text, strlen(text));
	replace(e, 0, e->len, (char *)clean.at, clean.len, RUN_NONE);
	e->cursor = e->len;
	buf_wipe(&clean);
}

void
edit_load(struct edit *e, const char *text)
{
	edit_set(e, text);
	wipe_past(e, 0);
	e->run = RUN_NONE;
}

bool
edit_type(struct edit *e, const char *utf8)
{
	struct buf clean = { 0 };
	bool done;

	add_harmless(&clean, e, utf8, strlen(utf8));
	/* A word is a step of undo, so a blank begins a new one. */
	if (clean.len && clean.at[0] == ' ')
		e->run = RUN_NONE;
	done = clean.len && replace(e, e->cursor, e->cursor, (char *)clean.at,
				clean.len, RUN_TYPED);
	buf_wipe(&clean);
	return done;
}

size_t
edit_paste(struct edit *e, const char *text, size_t n)
{
	struct buf clean = { 0 };
	size_t have = clusters(edit_text(e), e->len), room, asked, len = 0;

	/* The newline that ends a copied line is not part of it. */
	while (!e->lines && n && strchr("\r\n", text[n - 1]))
		n--;
	add_harmless(&clean, e, text, n);
	asked = clusters((char *)clean.at, clean.len);
	room = have < most(e) ? most(e) - have : 0;
	if (room > asked)
		room = asked;
	for (size_t i = 0; i < room; i++)
		len += utf8_cluster((char *)clean.at + len, clean.len - len);
	if (len &&
	    !replace(e, e->cursor, e->cursor, (char *)clean.at, len, RUN_NONE))
		room = 0;
	e->run = RUN_NONE;
	buf_wipe(&clean);
	return asked - room;
}

/* Swap the text with a step of the past. */
static void
swap(struct edit *e, struct edit_past *step)
{
	struct edit_past was = { mem_str(edit_text(e)), e->cursor };

	put_text(e, step->text, strlen(step->text), step->cursor);
	wipe(step->text, strlen(step->text));
	*step = was;
	e->run = RUN_NONE;
}

static bool
undo(struct edit *e)
{
	if (e->at_past == 0)
		return false;
	swap(e, &e->past[--e->at_past]);
	return true;
}

static bool
redo(struct edit *e)
{
	if (e->at_past == e->n_past)
		return false;
	swap(e, &e->past[e->at_past++]);
	return true;
}

static bool
go(struct edit *e, size_t to)
{
	bool moved = to != e->cursor;

	e->cursor = to;
	e->run = RUN_NONE;
	return moved;
}

/* Where the word before the cursor begins, blanks after it included. */
static size_t
word_before(const struct edit *e)
{
	const char *text = edit_text(e);
	size_t at = e->cursor;

	while (at && (text[at - 1] == ' ' || text[at - 1] == '\n'))
		at--;
	while (at && text[at - 1] != ' ' && text[at - 1] != '\n')
		at--;
	return at;
}

static bool
take_out(struct edit *e, size_t from, size_t to, enum run run)
{
	return from < to && replace(e, from, to, "", 0, run);
}

bool
edit_act(struct edit *e, enum action action)
{
	const char *text = edit_text(e);
	size_t n = e->len, at = e->cursor;

	switch (action) {
	case ACTION_LEFT:
		return go(e, boundary_before(text, n, at));
	case ACTION_RIGHT:
		return go(e, boundary(text, n, at + (at < n)));
	case ACTION_START:
		return go(e, 0);
	case ACTION_END:
		return go(e, n);
	case ACTION_RUB:
		return take_out(e, boundary_before(text, n, at), at,
		    RUN_RUBBED);
	case ACTION_CUT:
		return take_out(e, at, boundary(text, n, at + (at < n)),
		    RUN_RUBBED);
	case ACTION_CUT_WORD:
		return take_out(e, word_before(e), at, RUN_NONE);
	case ACTION_CLEAR:
		return take_out(e, 0, n, RUN_NONE);
	case ACTION_UNDO:
		return undo(e);
	case ACTION_REDO:
		return redo(e);
	default:
		return false;
	}
}

/*
 * The first byte shown, so that the cursor is in the width: the text moves by
 * half widths, which keeps it still while most letters are typed.
 */
static size_t
first_shown(const struct edit *e, int w)
{
	const char *text = edit_text(e);
	int col = utf8_width(text, e->cursor), half = w > 1 ? w / 2 : 1;
	int shift = 0, at_col = 0;
	size_t at = 0;

	while (col - shift >= w)
		shift += half;
	while (at < e->cursor && at_col < shift) {
		size_t len = utf8_cluster(text + at, e->len - at);

		at_col += utf8_cluster_width(text + at, len);
		at += len;
	}
	return at;
}

int
edit_draw(const struct edit *e, WINDOW *win, int y, int x, int w,
    enum role role)
{
	const char *text = edit_text(e);
	size_t from = first_shown(e, w);
	int used = draw_exact(win, y, x, w, role, text + from, e->len - from);

	if (used < w)
		draw_fill(win, y, x + used, w - used, role, "");
	return x + utf8_width(text + from, e->cursor - from);
}
