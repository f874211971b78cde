/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "base/stroke.h"
#include "ui/frame/frame.h"
#include "ui/frame/stack.h"

#define HEAD_ROWS 2
#define LONG_DATE 120

static struct {
	struct frame_facts facts;
	const struct keymap *keys;
	bool (*leads)(enum action);
	void (*strip)(int y, int w);
	int strip_rows;
	int bar_rows;
	bool small;
} frame = { .bar_rows = 2 };

struct frame_facts *
frame_facts(void)
{
	return &frame.facts;
}

void
frame_keys(const struct keymap *m)
{
	frame.keys = m;
}

void
frame_leads(bool (*leads)(enum action))
{
	frame.leads = leads;
}

const struct keymap *
frame_keymap(void)
{
	return frame.keys;
}

static int
bar_rows(void)
{
	return term_rows() < 16 || term_cols() < 60 ? 1 : frame.bar_rows;
}

void
frame_bar_rows(int n)
{
	frame.bar_rows = n < 2 ? 1 : 2;
}

/* A strip leaves a screen at least this much of its body. */
#define BODY_LEAST 8

static int
strip_rows(void)
{
	int body = term_rows() - HEAD_ROWS - 1 - bar_rows();

	return body - frame.strip_rows >= BODY_LEAST ? frame.strip_rows : 0;
}

void
frame_strip(int rows, void (*draw)(int y, int w))
{
	frame.strip_rows = rows;
	frame.strip = draw;
	if (view_top() != NULL)
		frame_relayout();
}

void
frame_body(int *h, int *w)
{
	*h = term_rows() - HEAD_ROWS - 1 - bar_rows() - strip_rows();
	*w = term_cols();
}

void
frame_relayout(void)
{
	struct rect body = { HEAD_ROWS, 0, 0, 0 };

	frame_body(&body.h, &body.w);
	stack_layout(body, term_rows(), term_cols());
}

/* ---- the header ---- */

static void
show_call(int64_t now_ms, char *out, size_t cap)
{
	int64_t s = (now_ms - frame.facts.call_from) / 1000;

	out[0] = '\0';
	if (frame.facts.clock_hidden || s < 0)
		return;
	if (!frame.facts.call_from)
		snprintf(out, cap, "no call");
	else if (s >= 3600)
		snprintf(out, cap, "CALL %d:%02d:%02d", (int)(s / 3600),
		    (int)(s / 60 % 60), (int)(s % 60));
	else
		snprintf(out, cap, "CALL %02d:%02d", (int)(s / 60),
		    (int)(s % 60));
}

static void
show_clock(int64_t now_ms, int w, char *out, size_t cap)
{
	int y, mo, d, h, mi;

	out[0] = '\0';
	if (frame.facts.clock_hidden)
		return;
	moment_local(now_ms, &y, &mo, &d, &h, &mi, NULL);
	if (w >= LONG_DATE)
		snprintf(out, cap, "%.3s %d %.3s %d %02d:%02d",
		    day_name(day_weekday(moment_day(now_ms))), d,
		    month_name(mo), y, h, mi);
	else if (w >= 80)
		snprintf(out, cap, "%.3s %d %.3s %02d:%02d",
		    day_name(day_weekday(moment_day(now_ms))), d,
		    month_name(mo), h, mi);
	else
		snprintf(out, cap, "%02d:%02d", h, mi);
}

static int
join(char *out, size_t cap, const char *a, const char *b, const char *c)
{
	snprintf(out, cap, "%s%s%s%s%s", a, *a && (*b || *c) ? "   " : "", b,
	    *b && *c ? " " : "", c);
	return draw_width(out);
}

/* Under a cover not even the name of the screen is shown. */
static bool
is_covered(void)
{
	const struct view *v = view_top();

	return v && (v->ops->flags & VIEW_COVER);
}

static void
draw_header(int64_t now_ms, int w)
{
	const struct view *v = view_full();
	const struct frame_facts *is = &frame.facts;
	char call[32], clock[48], right[96];
	int wide, used;

	show_call(now_ms, call, sizeof(call));
	show_clock(now_ms, w, clock, sizeof(clock));
	draw_fill(stdscr, 0, 0, w, ROLE_LABEL, "");
	used = 1 + draw_text(stdscr, 0, 1, w - 1, ROLE_VALUE, "HANDRAIL");
	if (v)
		used += 2 + draw_text(stdscr, 0, used + 2, w - used - 2,
				ROLE_LABEL, is_covered() ? "hidden" : v->title);
	if (is->note[0])
		used += 2 + draw_text(stdscr, 0, used + 2, w - used - 2,
				ROLE_DIM, is->note);
	/* The clock gives way to what stands left of it, then the call. */
	wide = join(right, sizeof(right), call, clock, is->initials);
	if (used + 2 + wide > w)
		wide = join(right, sizeof(right), call,
		    strlen(clock) > 5 ? clock + strlen(clock) - 5 : clock,
		    is->initials);
	if (used + 2 + wide > w)
		wide = join(right, sizeof(right), "", call, is->initials);
	if (used + 2 + wide > w)
		wide = join(right, sizeof(right), "", "", is->initials);
	if (used + 2 + wide <= w)
		draw_text(stdscr, 0, w - wide, wide, ROLE_LABEL, right);
	if (is->sync[0] && used + 4 + wide + draw_width(is->sync) <= w)
		draw_right(stdscr, 0, used + 2, w - wide - used - 4, ROLE_WARN,
		    is->sync);
}

/* ---- the rows below ---- */

static void
draw_banner(int w)
{
	const struct view *v = view_full();

	draw_fill(stdscr, 1, 0, w, v ? v->banner_role : ROLE_TEXT, "");
	if (v)
		draw_text(stdscr, 1, 1, w - 1, v->banner_role, v->banner);
}

static void
draw_message(int y, int w)
{
	const struct view *v = view_top();
	enum role role;
	const char *text = said(&role);

	if (!*text && v) {
		text = v->hint;
		role = ROLE_TEXT;
	}
	draw_fill(stdscr, y, 0, w, ROLE_TEXT, "");
	draw_text(stdscr, y, 1, w - 1, role, text);
}

/* The hints of the top view, or of the nearest one below that has some. */
static const struct view *
hinting(void)
{
	const struct view *v = view_top();

	while (v && !v->ops->hints)
		v = view_below(v);
	return v;
}

/* One "key word" of the key bar; false when the row has no room for it. */
static bool
draw_hint(const struct view *v, enum action a, int y, int *x, int w)
{
	const char *contexts[4];
	size_t n = view_contexts(v, contexts);
	uint32_t stroke = keymap_key(frame.keys, contexts, n, a);
	const char *label = action_row(a)->label;
	char key[16];
	int need;

	if (stroke == STROKE_NONE)
		return true;
	stroke_show(stroke, key);
	need = draw_width(key) + 1 + draw_width(label);
	if (*x + need > w)
		return false;
	*x += draw_text(stdscr, y, *x, w - *x, ROLE_VALUE, key) + 1;
	*x += draw_text(stdscr, y, *x, w - *x, ROLE_LABEL, label) + 2;
	return true;
}

static void
draw_key_bar(int y, int rows, int w)
{
	const struct view *v = hinting();
	int x = 1, last = y + rows;

	for (int i = 0; i < rows; i++)
		draw_fill(stdscr, y + i, 0, w, ROLE_TEXT, "");
	if (!v || !frame.keys)
		return;
	for (const enum action *a = v->ops->hints; *a != ACTION_NONE; a++) {
		if (frame.leads != NULL && !frame.leads(*a))
			continue;
		/* The way to all other keys stands at the end, always. */
		int room = y == last - 1 ? w - 9 : w;

		if (draw_hint(v, *a, y, &x, room))
			continue;
		if (++y == last)
			break;
		x = 1;
		a--;
	}
	draw_right(stdscr, last - 1, 0, w - 1, ROLE_VALUE, "F2 menu");
}

/* Under 40x12 nothing can be read, but keys are still heard. */
static void
draw_small(void)
{
	theme_clear(stdscr);
	draw_printf(stdscr, 0, 0, term_cols(), ROLE_TEXT,
	    "handrail needs %dx%d, this is %dx%d", TERM_MIN_COLS, TERM_MIN_ROWS,
	    term_cols(), term_rows());
}

static void
draw_around(int64_t now_ms)
{
	int h = term_rows(), w = term_cols(), bar = bar_rows();

	theme_clear(stdscr);
	draw_header(now_ms, w);
	draw_banner(w);
	if (strip_rows() > 0)
		frame.strip(h - bar - 1 - strip_rows(), w);
	draw_message(h - bar - 1, w);
	draw_key_bar(h - bar, bar, w);
}

static void
show(void)
{
	struct view *v = view_top();

	if (frame.small || !v || !v->win)
		term_show(stdscr, 0, 0);
	else
		term_show(v->win, v->cursor_y, v->cursor_x);
}

void
frame_draw(int64_t now_ms)
{
	bool small = term_is_small();

	if (stack_changed())
		frame_relayout();
	if (small != frame.small || small) {
		stack_hide(small);
		frame.small = small;
	}
	if (small) {
		draw_small();
	} else {
		stack_draw();
		draw_around(now_ms);
	}
	show();
	stack_sweep();
}
