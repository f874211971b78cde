/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The service directory (L14): narrowed while one types, by code, name, need,
 * place or language; below, all that is known of the service under the cursor,
 * and how old that knowledge is.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/when.h"
#include "hub/hub.h"
#include "hub/pathway.h"
#include "hub/read.h"
#include "hub/slip.h"
#include "model/code.h"
#include "model/record.h"
#include "ui/parts/line.h"
#include "ui/parts/page.h"
#include "ui/parts/rows.h"
#include "ui/views/desk.h"
#include "ui/views/verbs.h"
#include "ui/views/words.h"

#include "ui/views/views.h"

struct services {
	struct subject of;
	struct arena *arena;
	struct record **all, **shown;
	size_t n, n_shown, cap;
	size_t fresh; /* checked not long ago */
	char seek[64];
	struct rows rows;
};

static const struct record *
here(const struct services *s)
{
	return s->n_shown > 0 ? s->shown[s->rows.at] : NULL;
}

static bool
is_fresh(const struct record *r)
{
	int32_t first, last;

	return when_days(record_text(r, SERVICE_CHECKED), &first, &last) &&
	       moment_day(desk_now()) - last <=
		   pathways_stale_days(desk_hub()->pathways);
}

/* Everything of a service that somebody may type a part of. */
static bool
is_meant(struct services *s, const struct record *r)
{
	static const uint16_t kept[] = { SERVICE_CODE, SERVICE_NAME,
		SERVICE_WHO, SERVICE_POSTCODE, SERVICE_AREAS };
	static const uint16_t told[] = { SERVICE_SORT, SERVICE_NEEDS,
		SERVICE_LANGUAGES, SERVICE_DISTRICTS, SERVICE_CRIMES };
	struct buf all = { 0 };
	bool found;

	if (s->seek[0] == '\0')
		return true;
	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
		buf_printf(&all, "%s ", record_text(r, kept[i]));
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		buf_printf(
		    &all, "%s ", words_of(desk_hub(), s->arena, r, told[i]));
	found = strstr(utf8_fold(s->arena, buf_str(&all)),
		    utf8_fold(s->arena, s->seek)) != NULL;
	buf_release(&all);
	return found;
}

static void
say_all(struct view *v)
{
	struct services *s = v->state;
	char position[32];

	view_title(v, "Services   %zu of %zu", s->n_shown, s->n);
	view_banner(v, ROLE_TEXT, "Checked within %d days: %zu of %zu.",
	    pathways_stale_days(desk_hub()->pathways), s->fresh, s->n);
	rows_position(&s->rows, position);
	view_hint(v,
	    s->n > 0 ? "%s   / narrows: code, name, need, place or language.%s%s"
		     : "%s   No service is written down yet: `handrailctl "
		       "directory load`.%s%s",
	    position, s->seek[0] != '\0' ? "   with: " : "", s->seek);
	view_stale(v);
}

static void
sift(struct services *s)
{
	const struct record *was = here(s);
	size_t at = 0;

	s->n_shown = 0;
	for (size_t i = 0; i < s->n; i++) {
		if (!is_meant(s, s->all[i]))
			continue;
		if (s->all[i] == was)
			at = s->n_shown;
		s->shown[s->n_shown++] = s->all[i];
	}
	rows_set(&s->rows, s->n_shown, at);
}

static enum rc
take_one(const struct record *r, void *arg)
{
	struct services *s = arg;

	if (s->n == s->cap) {
		s->cap = s->cap > 0 ? s->cap * 2 : 64;
		s->all = realloc(s->all, s->cap * sizeof(*s->all));
		s->shown = realloc(s->shown, s->cap * sizeof(*s->shown));
		if (s->all == NULL || s->shown == NULL)
			abort();
	}
	s->all[s->n++] = record_copy(s->arena, r);
	s->fresh += is_fresh(r);
	return RC_OK;
}

static int
compare(const void *a, const void *b)
{
	const struct record *x = *(struct record *const *)a;
	const struct record *y = *(struct record *const *)b;
	int order =
	    strcmp(record_text(x, SERVICE_CODE), record_text(y, SERVICE_CODE));

	return order != 0 ? order
			  : strcmp(record_text(x, SERVICE_NAME),
				record_text(y, SERVICE_NAME));
}

static void
read_page(struct view *v)
{
	struct services *s = v->state;
	struct fault f = { 0 };
	size_t at = s->rows.at;

	arena_reset(s->arena);
	s->n = s->n_shown = s->fresh = 0;
	if (hub_all(desk_hub(), KIND_SERVICE, take_one, s, &f))
		say_fault(&f);
	if (s->n > 1)
		qsort(s->all, s->n, sizeof(*s->all), compare);
	sift(s);
	rows_set(&s->rows, s->n_shown, at < s->n_shown ? at : 0);
	say_all(v);
}

static void
services_open(struct view *v, void *arg)
{
	struct services *s = v->state;

	s->of = *(const struct subject *)arg;
	s->arena = arena_new();
	read_page(v);
}

static void
services_close(struct view *v)
{
	struct services *s = v->state;

	free(s->all);
	free(s->shown);
	arena_free(s->arena);
	memset(s, 0, sizeof(*s));
}

/* ---- drawing ---- */

static const char *
area_words(const struct record *r)
{
	if (record_flag(r, SERVICE_NATIONAL))
		return "national";
	return record_text(r, SERVICE_AREAS)[0] != '\0'
		   ? record_text(r, SERVICE_AREAS)
		   : "all";
}

static void
draw_service(void *arg, WINDOW *win, int y, int x, int w, size_t i,
    enum role role)
{
	struct services *s = arg;
	const struct record *r = s->shown[i];
	const char *wait = record_text(r, SERVICE_WAIT);
	int name = w >= 70 ? (w - 32) * 5 / 9 : w - 14;
	int who = w >= 70 ? w - 32 - name : 0;
	int at = x + 5;

	if (record_text(r, SERVICE_WRONG)[0] != '\0' && role == ROLE_TEXT)
		role = ROLE_WARN;
	draw_text(win, y, x, 4, role, record_text(r, SERVICE_CODE));
	draw_text(win, y, at, name - 1, role, record_text(r, SERVICE_NAME));
	at += name;
	if (who > 0)
		draw_text(
		    win, y, at, who - 1, role, record_text(r, SERVICE_WHO));
	at += who;
	draw_text(win, y, at, 8, role, area_words(r));
	if (w < 70)
		return;
	draw_printf(win, y, at + 9, 5, role, "%s%s",
	    wait[0] != '\0' ? wait : "-", wait[0] != '\0' ? "d" : "");
	draw_text(win, y, at + 14, 8, role, record_text(r, SERVICE_HOURS));
	draw_text(win, y, at + 23, 4, role,
	    record_text(r, SERVICE_FREE)[0] != '\0'
		? record_text(r, SERVICE_FREE)
		: "-");
}

static void
draw_head(WINDOW *win, int w)
{
	int name = (w - 32) * 5 / 9, who = w - 32 - name;

	if (w < 70) {
		draw_text(win, 0, 2, w, ROLE_LABEL, "Code Service");
		return;
	}
	draw_text(win, 0, 2, w, ROLE_LABEL, "Code Service");
	draw_text(win, 0, 7 + name, who, ROLE_LABEL, "For");
	draw_text(win, 0, 7 + name + who, 27, ROLE_LABEL,
	    "Area     Wait Open     Free");
}

/* The rows of what is known, each told only when it is. */
static const struct {
	const char *label;
	uint16_t tag;
} known[] = {
	{ "Told WRONG", SERVICE_WRONG },
	{ "For", SERVICE_WHO },
	{ "Not", SERVICE_NOT },
	{ "Phone", SERVICE_PHONE },
	{ "Open", SERVICE_HOURS },
	{ "Refer by", SERVICE_BY },
	{ "Wait, days", SERVICE_WAIT },
	{ "Reply, hrs", SERVICE_REPLY },
	{ "Languages", SERVICE_LANGUAGES },
	{ "Needs", SERVICE_NEEDS },
	{ "Districts", SERVICE_DISTRICTS },
	{ "Say", SERVICE_SAY },
	{ "E-mail", SERVICE_EMAIL },
	{ "Where", SERVICE_ADDRESS },
	{ "About", SERVICE_ABOUT },
};

static void
draw_detail(struct services *s, WINDOW *win, struct rect at)
{
	const struct record *r = here(s);
	int y = at.y, end = at.y + at.h;
	const char *by, *mark;

	draw_rule(win, y++, at.x, at.w);
	if (r == NULL || y >= end)
		return;
	by = record_text(r, SERVICE_CHECKED_BY);
	mark = record_text(r, SERVICE_MARK);
	draw_printf(win, y, at.x, at.w, ROLE_VALUE, "%s  %s",
	    record_text(r, SERVICE_CODE), record_text(r, SERVICE_NAME));
	draw_printf(win, y++, at.x + at.w - 36 > 0 ? at.x + at.w - 36 : at.x,
	    at.w < 60 ? 0 : 36, is_fresh(r) ? ROLE_DIM : ROLE_WARN,
	    "%schecked %s%s%s%s%s", is_fresh(r) ? "" : "! ",
	    words_of(desk_hub(), s->arena, r, SERVICE_CHECKED),
	    by[0] != '\0' ? " by " : "", by, mark[0] != '\0' ? ", mark " : "",
	    mark);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]) && y < end;
	     i++) {
		const char *text =
		    words_of(desk_hub(), s->arena, r, known[i].tag);

		if (text[0] == '\0')
			continue;
		draw_text(win, y, at.x + 2, 11, ROLE_LABEL, known[i].label);
		draw_text(win, y++, at.x + 13, at.w - 13,
		    known[i].tag == SERVICE_WRONG ? ROLE_WARN : ROLE_TEXT,
		    text);
	}
}

static void
services_draw(struct view *v)
{
	struct services *s = v->state;
	int h = getmaxy(v->win), w = getmaxx(v->win), at = 1;
	int foot = h >= 14 ? (h >= 30 ? 17 : 10) : 0;
	struct rows_doors doors = { .draw = draw_service, .arg = s };

	theme_clear(v->win);
	draw_head(v->win, w - 2);
	if (s->n_shown == 0)
		draw_text(v->win, 1, 3, w - 4, ROLE_DIM,
		    s->n > 0 ? "(no service has these words)"
			     : "(no service is written down yet)");
	rows_draw(&s->rows, v->win, (struct rect){ 1, 0, h - 1 - foot, w },
	    &doors, &at);
	view_cursor(v, at, 0, "service");
	if (foot > 0)
		draw_detail(
		    s, v->win, (struct rect){ h - foot, 1, foot, w - 2 });
}

/* ---- keys ---- */

static void
seek_typed(void *arg, const char *text)
{
	struct view *v = arg;
	struct services *s = v->state;

	str_set(s->seek, sizeof(s->seek), text);
	sift(s);
	say_all(v);
}

static bool
seek_answer(void *arg, const char *text)
{
	seek_typed(arg, text);
	return true;
}

static void
seek_left(void *arg)
{
	seek_typed(arg, "");
}

static void
ask_seek(struct view *v)
{
	struct services *s = v->state;
	struct line_options o = { .tag = "seek",
		.prompt = "Services with",
		.text = s->seek,
		.max = sizeof(s->seek) - 1,
		.answer = seek_answer,
		.typed = seek_typed,
		.left = seek_left,
		.arg = v };

	line_ask(&o);
}

static bool
keep(struct view *v, const char *name, const char *value)
{
	struct services *s = v->state;
	struct slip slip = { .arena = arena_new() };
	bool did;

	slip_set(&slip, "kind", "service");
	slip_set_id(&slip, "record", here(s)->id);
	slip_set(&slip, name, value);
	did = desk_do("keep_directory", &slip, NULL);
	arena_free(slip.arena);
	if (did)
		read_page(v);
	return did;
}

static bool
answer_wrong(void *arg, const char *text)
{
	return str_is_blank(text) || keep(arg, "wrong", text);
}

static void
ask_wrong(struct view *v)
{
	struct line_options o = { .tag = "wrong",
		.prompt = "What is wrong in it",
		.max = 120,
		.answer = answer_wrong,
		.arg = v };

	line_ask(&o);
}

static void
open_service(struct services *s)
{
	const struct record *r = here(s);
	struct page_options page = { .popup = true };
	struct buf out = { 0 };

	for (size_t i = 0; i < r->kind->n; i++) {
		const struct kind_field *f = &r->kind->fields[i];
		const char *text = words_of(desk_hub(), s->arena, r, f->tag);

		if (text[0] != '\0' && f->type != TYPE_LINK)
			buf_printf(&out, "%s: %s\n", f->label, text);
	}
	page.title = record_text(r, SERVICE_NAME);
	page.text = buf_str(&out);
	page_open(&page);
	buf_release(&out);
}

/* Whoever was looked at last is the one they are referred for. */
static void
refer(struct services *s)
{
	struct subject of = s->of.person != 0
				? s->of
				: (struct subject){ desk_person(),
					  desk_casefile() };

	if (of.person == 0)
		say(ROLE_TEXT, "Nobody has been looked at yet.");
	else
		show_refer_to(&of, here(s)->id,
		    record_text(here(s), SERVICE_CODE));
}

static bool
services_act(struct view *v, enum action action)
{
	struct services *s = v->state;

	if (action == ACTION_FILTER) {
		ask_seek(v);
		return true;
	}
	if (rows_act(&s->rows, action)) {
		say_all(v);
		return true;
	}
	if (here(s) == NULL)
		return false;
	switch (action) {
	case ACTION_OPEN:
		open_service(s);
		return true;
	case ACTION_REFER:
		refer(s);
		return true;
	case ACTION_FLAG:
		ask_wrong(v);
		return true;
	case ACTION_OUTCOME:
		keep(v, "checked", "y");
		return true;
	default:
		return false;
	}
}

/* clang-format off */
static const enum action hints[] = {
	ACTION_FILTER, ACTION_OPEN, ACTION_REFER, ACTION_FLAG, ACTION_OUTCOME,
	ACTION_BACK, ACTION_GOTO, ACTION_PALETTE, ACTION_HELP, ACTION_NONE
};
/* clang-format on */

static const struct view_ops view_services = {
	.name = "services",
	.title = "The service directory",
	.about = "The services people can be passed on to. / narrows by code, "
		 "name, need, place or language; Enter shows all that is "
		 "known; r refers the person last looked at; f says what is "
		 "wrong in an entry; o says that you have just asked them and "
		 "it is right.",
	.examples = "/stalk  those with that word",
	.size = sizeof(struct services),
	.hints = hints,
	.open = services_open,
	.draw = services_draw,
	.act = services_act,
	.news = read_page,
	.back = read_page,
	.close = services_close,
};

void
show_services(const struct subject *subject)
{
	struct subject copy = *subject;

	view_push(&view_services, &copy);
}
