/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "ui/frame/panes.h"
#include "ui/views/desk.h"

#include "ui/views/intake.h"

#define READ_ROWS 5
#define READ_FROM 38 /* rows the form and the sentence want together */

/* What to say now: never more rows than ${at} has; returns the rows used. */
static int
draw_script(struct intake *s, WINDOW *win, struct rect at)
{
	const struct entry_slot *slot = entry_focus(sheet_entry(s->sheet));
	const struct sheet_slot *more = sheet_slot(s->sheet, slot);
	struct rect rest = at;
	char line[512];

	if (at.h < 1)
		return 0;
	draw_printf(win, at.y, at.x, at.w, ROLE_LABEL, "Script %zu/%zu - %s",
	    more->step_nth, sheet_steps(s->sheet),
	    more->step != NULL ? more->step : "");
	rest.y++;
	rest.h--;
	if (slot->prompt != NULL && slot->prompt[0] != '\0' && rest.h > 0) {
		snprintf(line, sizeof(line), "\"%s\"", slot->prompt);
		int used = draw_wrap(win, rest, ROLE_VALUE, line, 0);

		used = used < rest.h ? used : rest.h;
		rest.y += used;
		rest.h -= used;
	}
	if (more->listen != NULL && rest.h > 0) {
		int used = draw_wrap(win, rest, ROLE_TEXT, more->listen, 0);

		used = used < rest.h ? used : rest.h;
		rest.y += used;
	}
	return rest.y - at.y;
}

static int
draw_joined(struct intake *s, WINDOW *win, struct rect at)
{
	draw_fill(win, at.y, at.x, at.w, ROLE_OK, "This call is for");
	if (at.h > 1)
		draw_fill(win, at.y + 1, at.x, at.w, ROLE_VALUE, s->joined);
	if (at.h > 2)
		draw_fill(win, at.y + 2, at.x, at.w, ROLE_DIM,
		    "(Ctrl-O lets go)");
	return at.h < 3 ? at.h : 3;
}

static int
draw_matches(struct intake *s, WINDOW *win, struct rect at)
{
	int y = at.y;

	if (at.h < 1)
		return 0;
	if (s->person != 0)
		return draw_joined(s, win, at);
	draw_text(win, y++, at.x, at.w, ROLE_LABEL,
	    "Possible matches (Ctrl-O)");
	if (s->hints.n == 0 && y < at.y + at.h)
		draw_text(win, y++, at.x, at.w, ROLE_DIM, "(none yet)");
	for (size_t i = 0; i < s->hints.n && y < at.y + at.h; i++) {
		const struct find_hit *hit = &s->hints.hits[i];
		bool wide = at.w >= 44;

		draw_printf(win, y++, at.x, at.w, ROLE_VALUE, "%c %d%% %s",
		    (char)('a' + i), hit->score, hit->masked);
		if (y < at.y + at.h && hit->cases != NULL && hit->cases[0])
			draw_printf(win, y++, at.x, at.w, ROLE_TEXT, "  %s",
			    hit->cases);
		if (wide && y < at.y + at.h && hit->agreed != NULL &&
		    hit->agreed[0])
			draw_printf(win, y++, at.x, at.w, ROLE_DIM, "  same %s",
			    hit->agreed);
	}
	return y - at.y;
}

static void
draw_left(struct intake *s, WINDOW *win, struct rect at)
{
	char line[256];

	if (at.h < 1)
		return;
	if (s->left[0] == '\0')
		snprintf(line, sizeof(line), "Everything has been asked.");
	else
		snprintf(line, sizeof(line), "Left to ask: %s.", s->left);
	draw_wrap(win, at, ROLE_TEXT, line, 0);
}

/* One below the other in one pane: script, matches, codes, what is left. */
static void
draw_stacked(struct intake *s, WINDOW *win, struct rect at)
{
	int bottom = at.y + at.h;
	int rule_x = at.x, rule_w = at.w;
	int y = at.y;

	y += draw_script(s, win, (struct rect){ y, at.x, 7, at.w });
	draw_rule(win, y++, rule_x, rule_w);
	y += draw_matches(s, win,
	    (struct rect){ y, at.x, bottom - y > 6 ? 5 : 0, at.w });
	draw_rule(win, y++, rule_x, rule_w);
	entry_side(sheet_entry(s->sheet), win,
	    (struct rect){ y, at.x, bottom - y - 3, at.w });
	if (bottom - y < 3)
		return;
	draw_rule(win, bottom - 3, rule_x, rule_w);
	draw_left(s, win, (struct rect){ bottom - 2, at.x, 2, at.w });
}

/* Each in its own frame (W2). */
static void
draw_panes(struct intake *s, WINDOW *win, const struct panes *p)
{
	const struct rect *codes = &p->fourth;

	draw_script(s, win, p->side);
	draw_matches(s, win, p->third);
	entry_side(sheet_entry(s->sheet), win,
	    (struct rect){ codes->y, codes->x, codes->h - 3, codes->w });
	draw_left(s, win,
	    (struct rect){ codes->y + codes->h - 2, codes->x, 2, codes->w });
}

/* Large print has no room beside the form: one line to say stands below it. */
static void
draw_narrow(struct intake *s, struct view *v, struct rect at)
{
	const struct entry_slot *slot = entry_focus(sheet_entry(s->sheet));
	const char *line = slot->prompt;

	if (s->person == 0 && s->hints.n > 0)
		line = s->hints.hits[0].masked;
	at.h--;
	sheet_draw(s->sheet, v, at);
	if (line != NULL)
		draw_printf(v->win, at.y + at.h, at.x, at.w, ROLE_VALUE,
		    line == slot->prompt ? "\"%s\"" : "Ctrl-O: %s", line);
}

static void
draw_around(struct intake *s, struct view *v, const struct panes *p)
{
	static const char *const apart[4] = { "Call record", "Script",
		"Possible matches", "Codes for this field" };
	static const char *const stacked[4] = { "Call record",
		"Beside the call", NULL, NULL };

	panes_draw(v->win, p, p->third.w > 0 ? apart : stacked);
	if (p->third.w > 0)
		draw_panes(s, v->win, p);
	else
		draw_stacked(s, v->win, p->side);
}

/* Under a form that leaves room: what to read back before saving. */
static struct rect
draw_read_back(struct intake *s, WINDOW *win, struct rect at)
{
	struct buf out = { 0 };
	struct rect foot = { at.y + at.h - READ_ROWS, at.x, READ_ROWS, at.w };

	if (at.h < READ_FROM)
		return at;
	intake_read_back(s, &out);
	at.h -= READ_ROWS + 1;
	if (out.len > 0) {
		draw_rule(win, foot.y - 1, foot.x, foot.w);
		draw_text(win, foot.y, foot.x, foot.w, ROLE_LABEL, "Read back");
		foot.y++;
		foot.h--;
		draw_wrap(win, foot, ROLE_VALUE, buf_str(&out), 0);
	}
	buf_wipe(&out);
	return at;
}

void
intake_draw(struct view *v)
{
	struct intake *s = v->state;
	struct rect all = { 0, 0, getmaxy(v->win), getmaxx(v->win) };
	struct panes p = panes_form(all.h, all.w);

	theme_clear(v->win);
	if (s->sheet == NULL) {
		draw_text(v->win, 0, 1, all.w - 1, ROLE_WARN,
		    "The form cannot be shown; its file says why.");
		return;
	}
	if (p.side.w == 0) {
		draw_narrow(s, v, p.main);
		return;
	}
	draw_around(s, v, &p);
	sheet_draw(s->sheet, v, draw_read_back(s, v->win, p.main));
}
