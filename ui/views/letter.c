/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * What the hub writes to somebody, or says on the telephone: at the left what
 * there is, what fits where the case stands first; at the right the one under
 * the cursor, as it will read. Whether it may go stands above it, in words; F9
 * writes it, v goes through letter, text and e-mail.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "edge/letter.h"
#include "hub/act.h"
#include "hub/hub.h"
#include "hub/looked.h"
#include "hub/read.h"
#include "model/record.h"
#include "ui/frame/view.h"
#include "ui/parts/line.h"
#include "ui/parts/rows.h"
#include "ui/views/desk.h"
#include "ui/views/verbs.h"
#include "ui/views/words.h"

#include "ui/views/views.h"

#define LETTERS_MOST 128

struct choice {
	const struct letter *letter;
	enum letter_way way;
	unsigned fits;
};

struct letters_view {
	struct arena *arena, *made_arena;
	struct subject of;
	bool scripts;
	struct choice choices[LETTERS_MOST];
	size_t n;
	struct rows rows;
	struct letter_made made;
	struct buf text;
	char fault[256]; /* why there is nothing to read */
	int from, lines, height;
};

/* ---- what there is ---- */

static int
by_fit(const void *a, const void *b)
{
	const struct choice *x = a, *y = b;

	if (x->fits != y->fits)
		return x->fits > y->fits ? -1 : 1;
	return strcmp(x->letter->title, y->letter->title);
}

static enum letter_way
first_way(const struct letter *letter)
{
	for (size_t i = 0; i < letter->n; i++)
		if (strcmp(letter->texts[i].language, "eng") == 0)
			return letter->texts[i].way;
	return LETTER_POST;
}

static void
choose(struct letters_view *s, const struct record *casefile)
{
	const struct letters *all = desk_hub()->letters;

	for (size_t i = 0; i < letters_count(all); i++) {
		const struct letter *letter = letters_nth(all, i);
		enum letter_way way = first_way(letter);
		unsigned fits = letter_fits(letter, casefile);

		if ((way == LETTER_SCRIPT) != s->scripts ||
		    s->n == LETTERS_MOST)
			continue;
		s->choices[s->n++] = (struct choice){ letter, way, fits };
	}
	qsort(s->choices, s->n, sizeof(s->choices[0]), by_fit);
	rows_set(&s->rows, s->n, 0);
}

/* ---- the one under the cursor ---- */

static void
say_how_it_stands(struct view *v)
{
	struct letters_view *s = v->state;
	const struct sms *sms = &s->made.sms;

	if (s->fault[0] != '\0')
		view_hint(v, "%s", s->fault);
	else if (s->made.text->way == LETTER_TEXT)
		view_hint(v, "%zu %s, %zu left.  %s", sms->parts,
		    sms->parts == 1 ? "message" : "messages", sms->left,
		    s->made.note);
	else
		view_hint(v, "%s",
		    s->made.note[0] != '\0' ? s->made.note
		    : s->scripts            ? "c contact when you ring."
				 : "v letter, text or e-mail.  F9 writes it.");
}

static void
make(struct view *v)
{
	struct letters_view *s = v->state;
	const struct choice *c = &s->choices[s->rows.at];
	struct letter_order order = { .person = s->of.person,
		.casefile = s->of.casefile };
	struct fault f = { 0 };

	arena_reset(s->made_arena);
	buf_clear(&s->text);
	s->fault[0] = '\0';
	s->from = 0;
	if (s->n == 0)
		return;
	order.letter = c->letter->name;
	order.way = c->way;
	if (letter_make(desk_hub(), s->made_arena, &order, &s->made, &f))
		str_set(s->fault, sizeof(s->fault), f.text);
	else
		letter_plain(desk_hub(), &s->made, 0, false, &s->text);
	say_how_it_stands(v);
	view_stale(v);
}

static void
letters_open(struct view *v, const struct subject *subject, bool scripts)
{
	struct letters_view *s = v->state;
	struct person_page page = { 0 };
	struct record *casefile = NULL;
	struct safe_told told;
	struct fault f = { 0 };

	s->of = *subject;
	s->scripts = scripts;
	s->arena = arena_new();
	s->made_arena = arena_new();
	view_title(v, scripts ? "Call scripts" : "Letters");
	if (hub_person_page(desk_hub(), s->arena, s->of.person, &page, &f)) {
		say_fault(&f);
		return;
	}
	if (s->of.casefile == 0 && page.casefiles.n > 0)
		s->of.casefile = page.casefiles.at[page.casefiles.n - 1]->id;
	for (size_t i = 0; i < page.casefiles.n; i++)
		if (page.casefiles.at[i]->id == s->of.casefile)
			casefile = page.casefiles.at[i];
	view_title(v, "%s  %s", scripts ? "Call scripts" : "Letters",
	    record_text(page.person, PERSON_REF));
	told = words_told(page.safety, page.person);
	words_banner(v, desk_hub(), &told);
	choose(s, casefile);
	make(v);
}

static void
open_letters(struct view *v, void *arg)
{
	letters_open(v, arg, false);
}

static void
open_scripts(struct view *v, void *arg)
{
	letters_open(v, arg, true);
}

static void
letters_close(struct view *v)
{
	struct letters_view *s = v->state;

	buf_wipe(&s->text);
	arena_free(s->arena);
	arena_free(s->made_arena);
	explicit_bzero(s, sizeof(*s));
}

/* ---- drawing ---- */

static void
draw_choice(void *arg, WINDOW *win, int y, int x, int w, size_t i,
    enum role role)
{
	struct letters_view *s = arg;
	const struct choice *c = &s->choices[i];

	draw_text(win, y, x, w, c->fits == 0 ? ROLE_DIM : role,
	    c->letter->title);
}

/* Whether it may go, over the text; the rows used. */
static int
draw_verdict(struct letters_view *s, WINDOW *win, struct rect at)
{
	char line[512];
	int used;

	if (s->fault[0] != '\0' || s->n == 0)
		return 0;
	if (s->made.held != NULL && !s->scripts)
		snprintf(line, sizeof(line), "!! HELD BACK: %s", s->made.held);
	else if (s->scripts)
		snprintf(line, sizeof(line), "%s", s->made.letter->help);
	else
		snprintf(line, sizeof(line), "May go as %s, %s print, to %s.",
		    letter_way_name(s->made.text->way), s->made.size,
		    strcmp(s->made.letter->to, "person") == 0
			? "the safe address or number"
			: "whoever referred them");
	used = draw_wrap(win, at,
	    s->made.held != NULL && !s->scripts ? ROLE_DANGER : ROLE_TEXT, line,
	    0);
	return used < at.h ? used : at.h;
}

static void
draw_text_of(struct letters_view *s, WINDOW *win, struct rect at)
{
	int used = draw_verdict(s, win, at);

	at.y += used;
	at.h -= used;
	if (at.h > 4) {
		draw_rule(win, at.y++, at.x, at.w);
		at.h--;
	}
	s->height = at.h;
	if (at.h > 0)
		s->lines = draw_wrap(win, at, ROLE_VALUE,
		    s->fault[0] != '\0' ? s->fault : buf_str(&s->text),
		    s->from);
}

static void
letters_draw(struct view *v)
{
	struct letters_view *s = v->state;
	int h = getmaxy(v->win), w = getmaxx(v->win), y = 0;
	int list = w < 60 ? w : w < 100 ? 28 : 36;
	int rows = w < 60 ? h / 3 : h;
	struct rows_doors doors = { .draw = draw_choice, .arg = s };

	theme_clear(v->win);
	rows_draw(&s->rows, v->win, (struct rect){ 0, 0, rows, list }, &doors,
	    &y);
	if (w < 60) {
		draw_rule(v->win, rows, 0, w);
		draw_text_of(s, v->win,
		    (struct rect){ rows + 1, 1, h - rows - 1, w - 2 });
	} else {
		draw_post(v->win, 0, list, h);
		draw_text_of(s, v->win,
		    (struct rect){ 0, list + 2, h, w - list - 3 });
	}
	view_cursor(v, y, 0, "letter");
}

/* ---- keys ---- */

/* The next way that this letter has in English. */
static void
other_way(struct view *v)
{
	struct letters_view *s = v->state;
	struct choice *c = &s->choices[s->rows.at];
	enum letter_way way = c->way;

	for (int i = 1; i < LETTER_WAYS; i++) {
		way = (enum letter_way)((c->way + i) % LETTER_WAYS);
		if (letter_text(c->letter, way, "eng") != NULL) {
			c->way = way;
			make(v);
			return;
		}
	}
	say(ROLE_TEXT, "This one is only a %s.", letter_way_name(c->way));
}

static bool
write_to(void *arg, const char *path)
{
	struct view *v = arg;
	struct letters_view *s = v->state;
	const struct choice *c = &s->choices[s->rows.at];
	struct letter_order order = { .person = s->of.person,
		.casefile = s->of.casefile,
		.letter = c->letter->name,
		.way = c->way };
	struct letter_made made;
	struct act_done done = { 0 };
	struct fault f = { 0 };
	size_t n = strlen(path);

	if (n == 0)
		return false;
	if (letter_write(desk_hub(), s->arena, &order, path,
		n > 4 && strcmp(path + n - 4, ".pdf") == 0, &made, &done, &f)) {
		say_fault(&f);
		return true;
	}
	say(ROLE_OK, "%s It is in %s.", done.words, path);
	return true;
}

static void
ask_where(struct view *v)
{
	struct letters_view *s = v->state;
	struct line_options o = { .tag = "letter",
		.prompt = "Write it to the file",
		.answer = write_to,
		.arg = v };
	const char *ends = s->made.text->way == LETTER_POST ? "pdf" : "txt";

	if (s->made.held != NULL) {
		say(ROLE_WARN, "Held back: %s", s->made.held);
		return;
	}
	o.text = arena_printf(s->arena, "%s-%s.%s", s->made.ref,
	    s->made.letter->name, ends);
	line_ask(&o);
}

static void
turn(struct letters_view *s, int by)
{
	int last = s->lines > s->height ? s->lines - s->height : 0;

	s->from += by;
	s->from = s->from > last ? last : s->from < 0 ? 0 : s->from;
}

static bool
letters_act(struct view *v, enum action action)
{
	struct letters_view *s = v->state;

	if (rows_act(&s->rows, action)) {
		make(v);
		return true;
	}
	switch (action) {
	case ACTION_BACK:
		view_pop();
		return true;
	case ACTION_EARLIER:
	case ACTION_AFTER:
		turn(s, action == ACTION_AFTER ? s->height : -s->height);
		view_stale(v);
		return true;
	default:
		break;
	}
	if (s->n > 0 && s->fault[0] == '\0' && !s->scripts) {
		if (action == ACTION_OTHER_VIEW) {
			other_way(v);
			return true;
		}
		if (action == ACTION_SAVE || action == ACTION_OPEN) {
			ask_where(v);
			return true;
		}
	}
	return verbs_do(action, &s->of, 1);
}

static void
letters_back(struct view *v)
{
	make(v);
}

/* clang-format off */
static const enum action letter_hints[] = {
	ACTION_SAVE, ACTION_OTHER_VIEW, ACTION_AFTER, ACTION_EARLIER,
	ACTION_CONTACT, ACTION_SAFETY, ACTION_BACK, ACTION_GOTO, ACTION_PALETTE,
	ACTION_HELP, ACTION_NONE
};

static const enum action script_hints[] = {
	ACTION_CONTACT, ACTION_AFTER, ACTION_EARLIER, ACTION_SAFETY,
	ACTION_NOTE, ACTION_BACK, ACTION_DANGER, ACTION_HELP, ACTION_NONE
};

static const struct view_ops view_letters = {
	.name = "letters", .size = sizeof(struct letters_view),
	.hints = letter_hints, .title = "Letters",
	.about = "What may be written to them, as it will read; what fits where"
	    " the case stands comes first. What is not safe is held back, and"
	    " it is said why.",
	.examples = "F9 or Enter writes it to a file\n"
	    "v letter, text or e-mail   [ ] turns its pages",
	.open = open_letters, .draw = letters_draw, .act = letters_act,
	.back = letters_back, .close = letters_close,
};

static const struct view_ops view_scripts = {
	.name = "scripts", .size = sizeof(struct letters_view),
	.hints = script_hints, .title = "Call scripts",
	.about = "What to say on the telephone: > is said aloud, - is what to"
	    " listen for. What fits this crime and risk comes first.",
	.examples = "c opens the contact   [ ] turns its pages",
	.open = open_scripts, .draw = letters_draw, .act = letters_act,
	.back = letters_back, .close = letters_close,
};
/* clang-format on */

void
show_letters(const struct subject *subject)
{
	desk_look(subject->person, subject->casefile);
	view_push(&view_letters, (void *)subject);
}

void
show_scripts(const struct subject *subject)
{
	desk_look(subject->person, subject->casefile);
	view_push(&view_scripts, (void *)subject);
}
