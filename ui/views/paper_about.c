/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/phone.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/gate.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/record.h"
#include "ui/frame/panes.h"
#include "ui/views/desk.h"

#include "ui/views/paper.h"

static void
add_row(struct paper_row *rows, size_t *n, size_t most, enum role role,
    const char *text)
{
	if (*n < most)
		rows[(*n)++] = (struct paper_row){ text, role };
}

static void
add_who(struct paper *s, enum role role, const char *text)
{
	struct paper_about *a = &s->about;

	add_row(a->who, &a->n_who, 5, role, text);
}

static const char *
upper_name(struct paper *s, const struct record *person)
{
	const char *given = record_text(person, PERSON_GIVEN);
	char *family = arena_str(s->arena, record_text(person, PERSON_FAMILY));

	str_upper(family);
	return arena_printf(s->arena, "%s%s%s", family,
	    family[0] != '\0' && given[0] != '\0' ? ", " : "", given);
}

static void
say_who(struct paper *s, const struct record *person)
{
	struct hub *hub = desk_hub();
	const char *phone = record_text(person, PERSON_PHONE);
	struct buf ref = { 0 };

	s->about.name = upper_name(s, person);
	s->about.ref = record_text(person, PERSON_REF);
	add_who(s, ROLE_VALUE,
	    arena_printf(s->arena, "%s   %s", s->about.name,
		words_of(hub, s->arena, person, PERSON_BORN)));
	add_who(s, ROLE_VALUE,
	    arena_printf(s->arena, "%s %s   %s",
		phone[0] != '\0' ? words_of(hub, s->arena, person, PERSON_PHONE)
				 : "(no number)",
		phone[0] != '\0' ? phone_kind(phone) : "",
		words_of(hub, s->arena, person, PERSON_POSTCODE)));
	words_ref(s->about.ref, &ref);
	add_who(s, ROLE_TEXT, arena_printf(s->arena, "Say: %s", buf_str(&ref)));
	buf_release(&ref);
}

static void
say_case(struct paper *s, const struct record *casefile)
{
	struct hub *hub = desk_hub();
	const char *due = record_text(casefile, CASEFILE_NEXT_DUE);
	char when[24], day[24];

	s->about.stage = record_text(casefile, CASEFILE_STAGE);
	words_due(desk_now(), due, when);
	words_when(desk_now(), record_text(casefile, CASEFILE_WHEN), day);
	add_who(s, ROLE_TEXT,
	    arena_printf(s->arena, "%s %s%s%s%s%s",
		words_of(hub, s->arena, casefile, CASEFILE_CATEGORY), day,
		due[0] != '\0' ? "   next: " : "", when,
		due[0] != '\0' ? " " : "",
		words_of(hub, s->arena, casefile, CASEFILE_NEXT_WHAT)));
}

/* Somebody else is rung: their name and number stand where the person's did. */
static void
say_via(struct paper *s, const struct gate_verdict *v)
{
	char number[2 * PHONE_ROOM];

	s->about.told.via_name = v->via;
	if (v->where[0] == '\0' || s->about.n_who < 2)
		return;
	phone_show(v->where, number);
	s->about.who[1].text =
	    arena_printf(s->arena, "Ring %s: %s", v->via, number);
}

/*
 * What the gate says of a call, before anybody dials. Ringing when it is not
 * safe is the one thing we make a little harder.
 */
static void
say_verdict(struct paper *s)
{
	struct gate_verdict v;
	char when[24] = "";

	s->about.window = SAFE_UNKNOWN;
	if (gate_ask(desk_hub(), s->arena, s->of.person, GATE_PHONE, NULL, &v,
		NULL))
		return;
	if (v.via[0] != '\0')
		say_via(s, &v);
	if (v.next_ms != 0)
		words_moment(desk_now(), v.next_ms, when);
	s->about.window = v.answer == GATE_YES	 ? SAFE_OPEN
			  : v.answer == GATE_EYE ? SAFE_UNKNOWN
						 : SAFE_SHUT;
	if (v.answer == GATE_YES && !(v.again && v.feared))
		return;
	add_who(s, s->about.window == SAFE_SHUT ? ROLE_DANGER : ROLE_WARN,
	    arena_printf(s->arena, "%s: %s%s%s.",
		s->about.window == SAFE_SHUT ? "!! DO NOT RING NOW"
		: v.answer == GATE_EYE	     ? "LOOK FIRST"
					     : "ASK FIRST",
		v.why, when[0] != '\0' ? "; next " : "", when));
}

static void
say_past(struct paper *s, const struct person_page *page)
{
	const struct record_list *list = &page->contacts;
	struct paper_about *a = &s->about;
	struct hub *hub = desk_hub();

	for (size_t i = list->n; i > 0; i--) {
		const struct record *r = list->at[i - 1];
		const char *note = record_text(r, CONTACT_NOTE);
		char when[24];

		add_row(a->past, &a->n_past, 8, ROLE_TEXT,
		    arena_printf(s->arena, "%s %s %s %s%s%s",
			words_at(desk_now(), record_text(r, CONTACT_ON), when),
			record_text(r, CONTACT_WAY),
			words_worker(hub, s->arena,
			    record_link(r, CONTACT_WORKER)),
			words_of(hub, s->arena, r, CONTACT_OUTCOME),
			note[0] != '\0' ? ": " : "", note));
	}
}

/* The case that was meant, or the newest that is open. */
static const struct record *
pick_case(struct paper *s, const struct record_list *cases)
{
	const struct record *open = NULL;

	for (size_t i = 0; i < cases->n; i++) {
		if (cases->at[i]->id == s->of.casefile)
			return cases->at[i];
		if (record_text(cases->at[i], CASEFILE_CLOSED)[0] == '\0')
			open = cases->at[i];
	}
	if (open == NULL && cases->n > 0)
		open = cases->at[cases->n - 1];
	return open;
}

enum rc
paper_read(struct paper *s, struct fault *f)
{
	struct person_page page = { 0 };
	const struct record *casefile;
	enum rc rc;

	memset(&s->about, 0, sizeof(s->about));
	s->about.name = s->about.ref = s->about.stage = "";
	rc = hub_person_page(desk_hub(), s->arena, s->of.person, &page, f);
	if (rc)
		return rc;
	s->about.told = words_told(page.safety, page.person);
	say_who(s, page.person);
	casefile = pick_case(s, &page.casefiles);
	if (casefile != NULL) {
		s->of.casefile = casefile->id;
		say_case(s, casefile);
	}
	say_verdict(s);
	say_past(s, &page);
	return RC_OK;
}

void
paper_fill_safety(struct paper *s)
{
	static const struct {
		const char *slot;
		unsigned tag;
	} all[] = {
		{ "safety.channels", SAFETY_CHANNELS },
		{ "safety.times", SAFETY_TIMES },
		{ "safety.say", SAFETY_SAY },
		{ "safety.avoid", SAFETY_AVOID },
		{ "safety.who", SAFETY_WHO },
		{ "safety.withhold", SAFETY_WITHHOLD },
		{ "safety.until", SAFETY_UNTIL },
		{ "safety.word", SAFETY_WORD },
		{ "safety.no-contact", SAFETY_NO_CONTACT },
	};
	struct entry *e = sheet_entry(s->sheet);
	struct person_page page = { 0 };

	if (hub_person_page(desk_hub(), s->arena, s->of.person, &page, NULL) ||
	    page.safety == NULL)
		return;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (record_text(page.safety, all[i].tag)[0] != '\0')
			entry_put(e, all[i].slot,
			    record_text(page.safety, all[i].tag));
}

/* ---- drawing ---- */

static int
draw_rows(WINDOW *win, struct rect at, const struct paper_row *rows, size_t n)
{
	int y = at.y;

	for (size_t i = 0; i < n && y < at.y + at.h; i++)
		draw_fill(win, y++, at.x, at.w, rows[i].role, rows[i].text);
	return y - at.y;
}

/* What to say and to listen for; returns the rows used. */
static int
draw_script(struct paper *s, WINDOW *win, struct rect at)
{
	const struct entry_slot *slot = entry_focus(sheet_entry(s->sheet));
	const struct sheet_slot *more = sheet_slot(s->sheet, slot);
	struct rect rest = at;
	char line[512];

	for (int i = 0; i < 2; i++) {
		const char *text = i == 0 ? slot->prompt : more->listen;
		int used;

		if (text == NULL || text[0] == '\0' || rest.h < 1)
			continue;
		snprintf(line, sizeof(line), i == 0 ? "\"%s\"" : "%s", text);
		used = draw_wrap(win, rest, i == 0 ? ROLE_VALUE : ROLE_TEXT,
		    line, 0);
		used = used < rest.h ? used : rest.h;
		rest.y += used;
		rest.h -= used;
	}
	return at.h - rest.h;
}

/* The codes come first: they are what the next key is chosen from. */
static void
draw_side(struct paper *s, WINDOW *win, struct rect at)
{
	int used = entry_side(sheet_entry(s->sheet), win, at);

	at.y += used;
	at.h -= used;
	if (used > 0 && at.h > 2) {
		draw_rule(win, at.y++, at.x, at.w);
		at.h--;
	}
	if (at.h > 0)
		draw_script(s, win, at);
}

/* How many rows the form wants: one a slot, and the lines of its texts. */
static int
form_rows(struct paper *s)
{
	size_t n;
	const struct entry_slot *slots = sheet_slots(s->sheet, &n);
	int rows = 1;

	for (size_t i = 0; i < n; i++)
		rows += slots[i].typing != ENTRY_PROSE ? 1
			: slots[i].rows > 0            ? slots[i].rows
						       : 4;
	return rows;
}

/* Who it is about, over the whole width; returns the rows used. */
static int
draw_who(struct paper *s, WINDOW *win, struct rect at)
{
	struct paper_about *a = &s->about;
	/* Large print keeps the number and the danger. */
	bool large = at.h < 14;
	int used = 0;

	for (size_t i = 0; i < a->n_who; i++)
		if (!large || i < 2 || a->who[i].role == ROLE_DANGER)
			draw_fill(win, at.y + used++, at.x, at.w,
			    a->who[i].role, a->who[i].text);
	draw_rule(win, at.y + used, at.x, at.w);
	return used + 1;
}

static void
draw_form(struct paper *s, struct view *v, struct rect at)
{
	struct paper_about *a = &s->about;
	int want = form_rows(s), bottom = at.y + at.h;
	struct rect form = at;

	if (at.h - want - 1 >= 2 && a->n_past > 0) {
		form.h = want;
		draw_rule(v->win, form.y + form.h, at.x, at.w);
		draw_rows(v->win,
		    (struct rect){ form.y + form.h + 1, at.x,
			bottom - form.y - form.h - 1, at.w },
		    a->past, a->n_past);
	}
	sheet_draw(s->sheet, v, form);
}

/* From 120 columns on: the form left, what to say and the codes right. */
static void
draw_framed(struct paper *s, struct view *v, struct panes p, int h)
{
	const char *titles[4] = { sheet_title(s->sheet), "Say, and codes", NULL,
		NULL };
	int used;

	p.side.h = h - 2;
	p.third = p.fourth = (struct rect){ 0 };
	panes_draw(v->win, &p, titles);
	draw_side(s, v->win, p.side);
	used = draw_who(s, v->win, p.main);
	p.main.y += used;
	p.main.h -= used;
	draw_form(s, v, p.main);
}

void
paper_draw(struct view *v)
{
	struct paper *s = v->state;
	int h = getmaxy(v->win), w = getmaxx(v->win), used;
	struct panes p = panes_form(h, w);

	theme_clear(v->win);
	if (s->sheet == NULL)
		return;
	if (p.framed) {
		draw_framed(s, v, p, h);
		return;
	}
	used = draw_who(s, v->win, (struct rect){ 0, 1, h, w - 2 });
	p = panes_form(h - used, w);
	p.main.y += used;
	p.main.x++;
	p.main.w--;
	p.side.y += used;
	if (p.side.w > 0) {
		panes_draw(v->win, &p, NULL);
		draw_side(s, v->win, p.side);
	}
	draw_form(s, v, p.main);
}
