/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The referrals of one person, the newest first: how each stands, what was
 * answered, when we want to hear.
 */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/record.h"
#include "ui/parts/line.h"
#include "ui/parts/page.h"
#include "ui/parts/rows.h"
#include "ui/views/desk.h"
#include "ui/views/plan.h"
#include "ui/views/verbs.h"

#include "ui/views/views.h"

struct referrals {
	struct subject of;
	struct arena *arena;
	struct plan_page who;
	struct record_list list;
	struct rows rows;
	bool read;
};

/* The newest stands first. */
static const struct record *
nth(const struct referrals *s, size_t i)
{
	return i < s->list.n ? s->list.at[s->list.n - 1 - i] : NULL;
}

static void
say_all(struct view *v)
{
	struct referrals *s = v->state;
	char position[32];

	view_title(v, "Referrals out  %s", s->who.ref);
	words_banner(v, desk_hub(), &s->who.told);
	view_hint(v, "%s", rows_position(&s->rows, position));
	view_stale(v);
}

static void
read_page(struct view *v)
{
	struct referrals *s = v->state;
	struct fault f = { 0 };

	arena_reset(s->arena);
	s->list = (struct record_list){ 0 };
	s->read =
	    !plan_read(desk_hub(), s->arena, &s->of, &s->who, &f) &&
	    !hub_children(desk_hub(), s->arena, s->of.casefile, KIND_REFERRAL,
		&s->list, &f);
	if (!s->read) {
		say_fault(&f);
		s->who.ref = s->who.name = "";
	}
	rows_set(&s->rows, s->list.n,
	    s->rows.at < s->list.n ? s->rows.at : 0);
	say_all(v);
}

static void
referrals_open(struct view *v, void *arg)
{
	struct referrals *s = v->state;

	s->of = *(const struct subject *)arg;
	s->arena = arena_new();
	read_page(v);
	desk_look(s->of.person, s->of.casefile);
}

static void
referrals_close(struct view *v)
{
	struct referrals *s = v->state;

	arena_free(s->arena);
	explicit_bzero(s, sizeof(*s));
}

/* ---- drawing ---- */

static bool
is_waiting(const struct record *r)
{
	return strcmp(record_text(r, REFERRAL_STATE), "sent") == 0;
}

static void
draw_referral(void *arg, WINDOW *win, int y, int x, int w, size_t i,
    enum role role)
{
	struct referrals *s = arg;
	const struct record *r = nth(s, i);
	struct hub *hub = desk_hub();
	char on[24], due[24] = "";

	words_at(desk_now(), record_text(r, REFERRAL_ON), on);
	if (is_waiting(r))
		words_due(desk_now(), record_text(r, REFERRAL_REPLY_DUE), due);
	if (role == ROLE_TEXT && str_starts(due, "LATE"))
		role = ROLE_WARN;
	draw_printf(win, y, x, w, role, "%-12s %-28.28s %-18.18s %s%s%s", on,
	    words_of(hub, s->arena, r, REFERRAL_SERVICE),
	    words_of(hub, s->arena, r, REFERRAL_STATE),
	    due[0] != '\0' ? "reply " : "", due,
	    words_of(hub, s->arena, r, REFERRAL_OUTCOME));
}

/* All that was written of the one under the cursor. */
static const char *
all_of(struct referrals *s, const struct record *r)
{
	struct buf out = { 0 };
	const char *text;

	for (size_t i = 0; i < r->kind->n; i++) {
		const struct kind_field *f = &r->kind->fields[i];
		const char *words = words_of(desk_hub(), s->arena, r, f->tag);

		if (words[0] != '\0' && f->type != TYPE_LINK)
			buf_printf(&out, "%s: %s\n", f->label, words);
	}
	text = arena_str(s->arena, buf_str(&out));
	buf_wipe(&out);
	return text;
}

static void
referrals_draw(struct view *v)
{
	struct referrals *s = v->state;
	int h = getmaxy(v->win), w = getmaxx(v->win), at = 1;
	int foot = h >= 14 ? h * 6 / 10 : 0;
	struct rows_doors doors = { .draw = draw_referral, .arg = s };

	theme_clear(v->win);
	view_cursor(v, 0, 0, "referrals");
	if (!s->read)
		return;
	draw_text(v->win, 0, 1, w - 2, ROLE_VALUE, s->who.name);
	if (s->list.n == 0)
		draw_text(v->win, 1, 3, w - 4, ROLE_DIM,
		    "(nobody was asked yet; r refers)");
	rows_draw(&s->rows, v->win, (struct rect){ 1, 0, h - 1 - foot, w - 1 },
	    &doors, &at);
	view_cursor(v, at, 0, "referral");
	if (foot == 0 || s->list.n == 0)
		return;
	draw_rule(v->win, h - foot, 1, w - 2);
	draw_wrap(v->win, (struct rect){ h - foot + 1, 1, foot - 1, w - 2 },
	    ROLE_TEXT, all_of(s, nth(s, s->rows.at)), 0);
}

/* ---- keys ---- */

static void
open_form(struct referrals *s, const char *form)
{
	struct paper_of of = { .link = "referral",
		.record = nth(s, s->rows.at)->id };

	show_paper_of(form, &s->of, &of);
}

static bool
answer_chase(void *arg, const char *text)
{
	struct view *v = arg;
	struct referrals *s = v->state;
	struct slip slip = { .arena = arena_new() };
	bool did;

	slip_set_id(&slip, "casefile", s->of.casefile);
	slip_set_id(&slip, "referral", nth(s, s->rows.at)->id);
	slip_set(&slip, "again", text);
	did = desk_do("chase_referral", &slip, NULL);
	arena_free(slip.arena);
	if (did)
		read_page(v);
	return did;
}

static void
ask_chase(struct view *v)
{
	struct line_options o = { .tag = "chase",
		.prompt = "Asked again; a reply wanted (2d, t1700)",
		.max = 24,
		.answer = answer_chase,
		.arg = v };

	line_ask(&o);
}

static bool
referrals_act(struct view *v, enum action action)
{
	struct referrals *s = v->state;

	if (!s->read)
		return false;
	if (action == ACTION_NEW || action == ACTION_REFER) {
		show_refer(&s->of);
		return true;
	}
	if (rows_act(&s->rows, action)) {
		say_all(v);
		return true;
	}
	if (s->list.n == 0)
		return verbs_do(action, &s->of, 1);
	switch (action) {
	case ACTION_OPEN:
	case ACTION_OUTCOME:
		open_form(s, "referral-answer");
		return true;
	case ACTION_EDIT:
		open_form(s, "referral-feedback");
		return true;
	case ACTION_LATER:
		ask_chase(v);
		return true;
	default:
		return verbs_do(action, &s->of, 1);
	}
}

/* clang-format off */
static const enum action hints[] = {
	ACTION_OUTCOME, ACTION_EDIT, ACTION_LATER, ACTION_REFER, ACTION_CONTACT,
	ACTION_NOTE, ACTION_BACK, ACTION_GOTO, ACTION_PALETTE, ACTION_HELP,
	ACTION_NONE
};
/* clang-format on */

static const struct view_ops view_referrals = {
	.name = "refer",
	.title = "Referrals out",
	.about = "Where this person was passed on to, and how each referral "
		 "stands. o or Enter writes down the answer; e what was told "
		 "since and how it ended; z says that you asked again and when "
		 "you want to hear; r makes a new one.",
	.size = sizeof(struct referrals),
	.hints = hints,
	.open = referrals_open,
	.draw = referrals_draw,
	.act = referrals_act,
	.news = read_page,
	.back = read_page,
	.close = referrals_close,
};

void
show_referrals(const struct subject *subject)
{
	struct subject copy = *subject;

	view_push(&view_referrals, &copy);
}
