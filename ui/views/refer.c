/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Referring out (L7): to whom is typed in part and matched as one types; what
 * stands against it, what is sent and on what ground, and how to reach them
 * safely are shown before anything goes.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "hub/carried.h"
#include "hub/draft.h"
#include "hub/hub.h"
#include "hub/pathway.h"
#include "hub/slip.h"
#include "model/code.h"
#include "model/record.h"
#include "ui/views/desk.h"
#include "ui/views/hand.h"
#include "ui/views/keeping.h"
#include "ui/views/plan.h"
#include "ui/views/sheet.h"

#include "ui/views/views.h"

#define FORM_ROWS 6
#define MATCHES 3

struct refer {
	struct subject of;
	struct arena *arena;
	struct sheet *sheet;
	struct keeping keep;
	struct plan_page who; /* the person and case, as a plan reads them */
	struct pathway_page list;
	struct pathway_fit fit; /* of the one that is chosen; name NULL: none */
	uint64_t to;            /* a provider chosen in the directory; 0 none */
	char chosen[16];
	const char *safe;
};

struct start {
	struct subject of;
	uint64_t to;
	const char *code;
};

/* ---- who, and what fits ---- */

static void
choose(struct refer *s, const char *code)
{
	struct fault f = { 0 };
	bool same = strcmp(code, s->chosen) == 0;

	if (same)
		return;
	str_set(s->chosen, sizeof(s->chosen), code);
	s->fit = (struct pathway_fit){ 0 };
	if (code[0] == '\0' || strcmp(code, ENTRY_NONE) == 0)
		return;
	if (pathway_of(desk_hub(), s->arena, code, s->to, s->of.person,
		s->of.casefile, &s->fit, &f))
		say_fault(&f);
}

static void
changed(void *arg, const char *name, bool left)
{
	struct refer *s = arg;

	(void)left;
	if (s->sheet == NULL || strcmp(name, "service") != 0)
		return;
	if (s->to != 0 && s->fit.name != NULL &&
	    strcmp(entry_value(sheet_entry(s->sheet), "service"), s->chosen) !=
		0)
		s->to = 0;
	choose(s, entry_value(sheet_entry(s->sheet), "service"));
}

static void
read_safe(struct refer *s)
{
	struct gate_verdict v[CARRIED_WAYS];
	struct buf out = { 0 };

	s->safe = "";
	for (size_t i = 0; i < CARRIED_WAYS; i++)
		if (gate_ask(desk_hub(), s->arena, s->of.person,
			carried_ways[i], NULL, &v[i], NULL))
			return;
	carried_words(v, CARRIED_WAYS, &out);
	s->safe = arena_str(s->arena, buf_str(&out));
	buf_wipe(&out);
}

static bool
read_all(struct refer *s)
{
	struct sheet_doors doors = { .changed = changed, .arg = s };
	struct fault f = { 0 };

	if (plan_read(desk_hub(), s->arena, &s->of, &s->who, &f) ||
	    pathway_read(desk_hub(), s->arena, s->of.person, s->of.casefile,
		&s->list, &f) ||
	    sheet_open(desk_hub(), "refer", &doors, &s->sheet, &f)) {
		say_fault(&f);
		return false;
	}
	read_safe(s);
	return true;
}

static void
refer_open(struct view *v, void *arg)
{
	struct refer *s = v->state;
	const struct start *start = arg;
	struct keeping_head head = { 0 };

	s->of = start->of;
	s->to = start->to;
	s->arena = arena_new();
	view_title(v, "Refer out");
	if (!read_all(s))
		return;
	str_set(head.form, sizeof(head.form), "refer");
	head.person = s->of.person;
	head.casefile = s->of.casefile;
	head.from_ms = desk_now();
	entry_hide(sheet_entry(s->sheet), "why", true);
	if (start->code != NULL)
		entry_put(sheet_entry(s->sheet), "service", start->code);
	if (start->code != NULL)
		choose(s, start->code);
	keeping_begin(&s->keep, &head, NULL);
	s->keep.seen = s->keep.synced = entry_changes(sheet_entry(s->sheet));
	view_title(v, "Refer out  %s", s->who.ref);
	words_banner(v, desk_hub(), &s->who.told);
	desk_look(s->of.person, s->of.casefile);
}

static void
refer_close(struct view *v)
{
	struct refer *s = v->state;

	if (s->sheet != NULL)
		keeping_end(&s->keep, sheet_entry(s->sheet));
	sheet_close(s->sheet);
	arena_free(s->arena);
	explicit_bzero(s, sizeof(*s));
}

/* ---- drawing ---- */

static int
draw_who(struct refer *s, WINDOW *win, int w)
{
	struct hub *hub = desk_hub();

	draw_printf(win, 0, 1, w - 2, ROLE_VALUE, "%s  %s   %s   needs: %s",
	    s->who.name, words_of(hub, s->arena, s->who.person, PERSON_BORN),
	    words_of(hub, s->arena, s->who.casefile, CASEFILE_CATEGORY),
	    words_of(hub, s->arena, s->who.casefile, CASEFILE_NEEDS));
	return 1;
}

/* What fits them, with the reason, and what does not, with its own. */
static int
draw_list(struct refer *s, WINDOW *win, struct rect at, size_t most)
{
	const char *typed = entry_text(sheet_entry(s->sheet), "service");
	int y = at.y, end = at.y + at.h;
	size_t shown = 0;

	for (size_t i = 0; i < s->list.n && shown < most && y < end; i++) {
		const struct pathway_offer *o = &s->list.at[i];

		if (s->chosen[0] == '\0' && typed[0] != '\0' &&
		    !str_istarts(o->fit.code, typed) &&
		    !str_istarts(o->fit.name, typed))
			continue;
		draw_printf(win, y++, at.x, at.w,
		    o->offered ? ROLE_TEXT : ROLE_DIM, "%s%-4s %.28s%s  %s%s%s",
		    o->urgent && o->offered ? "! " : "  ", o->fit.code,
		    o->fit.name, o->urgent ? ", today" : "",
		    o->offered ? "" : "(", o->offered ? o->why : o->not,
		    o->offered ? "" : ")");
		shown++;
	}
	if (shown == 0 && y < end)
		draw_text(win, y++, at.x, at.w, ROLE_DIM,
		    "(no pathway leads there; F4 lists all services)");
	return y - at.y;
}

static const char *
items_words(struct refer *s)
{
	const char *rest = s->fit.items;
	struct buf out = { 0 };
	struct span word;
	const char *text;

	while (str_word(&rest, &word))
		buf_printf(&out, "%s%s", out.len > 0 ? ", " : "",
		    code_label(desk_hub()->codes, "share-item",
			arena_strn(s->arena, word.at, word.len)));
	text = arena_str(s->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

struct fact {
	const char *label, *text;
	enum role role;
};

static int
draw_fact(WINDOW *win, struct rect at, const struct fact *fact)
{
	int used;

	if (fact->text == NULL || fact->text[0] == '\0' || at.h < 1)
		return 0;
	draw_text(win, at.y, at.x, 8, ROLE_LABEL, fact->label);
	at.x += 9;
	at.w -= 9;
	used = draw_wrap(win, at, fact->role, fact->text, 0);
	return used < at.h ? used : at.h;
}

/* What stands against it, what goes and on what ground. */
static void
draw_sending(struct refer *s, WINDOW *win, struct rect at)
{
	const struct record *r = s->fit.service;
	struct buf bars = { 0 };
	const char *against, *to = "";
	int used;

	pathway_words(&s->fit, &bars);
	against = arena_str(s->arena, buf_str(&bars));
	buf_release(&bars);
	if (r != NULL)
		to = arena_printf(s->arena, "%s   open: %s   wait: %s   free: %s",
		    s->fit.name, record_text(r, SERVICE_HOURS),
		    record_text(r, SERVICE_WAIT)[0] != '\0'
			? record_text(r, SERVICE_WAIT)
			: "-",
		    record_text(r, SERVICE_FREE)[0] != '\0'
			? record_text(r, SERVICE_FREE)
			: "-");
	const struct fact facts[] = {
		{ "To", to, ROLE_VALUE },
		{ "Against", against, ROLE_DANGER },
		{ "Sends",
		    s->fit.signpost ? "nothing: they ring it themselves"
				    : items_words(s),
		    ROLE_TEXT },
		{ "Ground", s->fit.say, ROLE_TEXT },
		{ "Safe", s->fit.signpost ? "" : s->safe, ROLE_TEXT },
		{ "Say", r != NULL ? record_text(r, SERVICE_SAY) : "",
		    ROLE_TEXT },
		{ "Phone", r != NULL ? record_text(r, SERVICE_PHONE) : "",
		    ROLE_TEXT },
	};

	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++) {
		used = draw_fact(win, at, &facts[i]);
		at.y += used;
		at.h -= used;
	}
}

static void
refer_draw(struct view *v)
{
	struct refer *s = v->state;
	int h = getmaxy(v->win), w = getmaxx(v->win), y;
	int form = h >= 14 ? FORM_ROWS : h - 4;
	size_t most = h >= 30 ? 10 : MATCHES;

	theme_clear(v->win);
	if (s->sheet == NULL)
		return;
	y = draw_who(s, v->win, w);
	sheet_draw(s->sheet, v, (struct rect){ y, 1, form, w - 2 });
	y += form;
	draw_rule(v->win, y++, 1, w - 2);
	if (s->fit.name == NULL) {
		draw_list(s, v->win, (struct rect){ y, 1, h - y, w - 2 },
		    (size_t)(h - y));
		return;
	}
	y += draw_list(
	    s, v->win, (struct rect){ y, 1, h - y, w - 2 }, h >= 18 ? most : 0);
	if (h >= 18)
		draw_rule(v->win, y++, 1, w - 2);
	draw_sending(s, v->win, (struct rect){ y, 1, h - y, w - 2 });
}

/* ---- keys ---- */

static void
save(struct view *v)
{
	struct refer *s = v->state;
	struct slip slip = { .arena = arena_new() };
	struct entry *e = sheet_entry(s->sheet);

	entry_leave(e);
	sheet_fill(s->sheet, &slip);
	slip_set_id(&slip, "casefile", s->of.casefile);
	if (s->to != 0)
		slip_set_id(&slip, "to", s->to);
	if (entry_value(e, "service")[0] == '\0') {
		say(ROLE_WARN, "Still to fill in: refer to.");
	} else if (desk_do("refer_out", &slip, NULL)) {
		keeping_saved(&s->keep);
		view_pop();
	} else if (pathway_refusal(&s->fit) == PATHWAY_BARS) {
		entry_hide(e, "why", false);
		entry_go(e, "why");
	}
	arena_free(slip.arena);
}

static struct hand
hand(struct refer *s)
{
	return (struct hand){ s->sheet, &s->keep };
}

static bool
refer_act(struct view *v, enum action action)
{
	struct refer *s = v->state;
	struct hand h = hand(s);

	if (s->sheet == NULL)
		return false;
	switch (action) {
	case ACTION_SAVE:
		save(v);
		return true;
	case ACTION_BACK:
		hand_leave(&h);
		return true;
	default:
		return hand_act(&h, v, action);
	}
}

static bool
refer_type(struct view *v, const char *utf8)
{
	struct hand h = hand(v->state);

	return hand_type(&h, v, utf8);
}

static bool
refer_paste(struct view *v, const char *text, size_t n)
{
	struct hand h = hand(v->state);

	return hand_paste(&h, v, text, n);
}

static void
refer_tick(struct view *v, int64_t now_ms)
{
	struct hand h = hand(v->state);

	(void)now_ms;
	hand_tick(&h);
}

static enum view_state
refer_state(const struct view *v)
{
	(void)v;
	return VIEW_FIELD;
}

/* clang-format off */
static const enum action hints[] = {
	ACTION_ACCEPT, ACTION_PREVIOUS, ACTION_LIST_CODES, ACTION_SAVE,
	ACTION_BACK, ACTION_UNDO, ACTION_HIDE, ACTION_DANGER, ACTION_HELP,
	ACTION_NONE
};
/* clang-format on */

static const struct view_ops view_refer = {
	.name = "refer",
	.title = "Refer out",
	.about = "Part of a service's code or name finds it; the list says what "
		 "fits this person and why, and what does not. Below stands "
		 "what will be sent, on what ground, and how to reach them "
		 "safely, which always goes along. F9 sends.",
	.examples = "idv  the IDVA service that fits best",
	.size = sizeof(struct refer),
	.flags = VIEW_SECONDS,
	.hints = hints,
	.open = refer_open,
	.draw = refer_draw,
	.act = refer_act,
	.type = refer_type,
	.paste = refer_paste,
	.tick = refer_tick,
	.state = refer_state,
	.close = refer_close,
};

void
show_refer(const struct subject *subject)
{
	show_refer_to(subject, 0, NULL);
}

void
show_refer_to(const struct subject *subject, uint64_t service,
    const char *code)
{
	struct start start = { *subject, service, code };

	view_push(&view_refer, &start);
}
