/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * What is typed on a line goes into the same entry that the screen shows, key
 * by key, so that line mode can do nothing else than the screen does.
 */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"
#include "hub/act.h"
#include "hub/gate.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "ui/frame/view.h"
#include "ui/views/desk.h"
#include "ui/views/reason.h"
#include "ui/views/sheet.h"
#include "ui/views/words.h"

#include "ui/views/plain_form.h"

#define CODES_MOST 64

struct form {
	struct plain *p;
	struct sheet *sheet;
	struct entry *e;
	struct keeping keep;
	struct subject of;
	bool warned;
	bool shut; /* it is not a safe time to ring them */
};

static const char *
last_value(void *arg, const char *name)
{
	(void)arg;
	return desk_last(name);
}

/* The sentence an act or a form left behind, for the ear. */
static void
tell(struct form *s)
{
	enum role role;
	const char *text = said(&role);

	if (text[0] != '\0')
		fprintf(s->p->out, "%s\n", text);
	say(ROLE_TEXT, "%s", "");
}

/* Text that a person told us goes out harmless. */
static void
print_safe(FILE *out, const char *text)
{
	struct buf safe = { 0 };

	utf8_safe(&safe, text, strlen(text));
	fputs(buf_str(&safe), out);
	buf_wipe(&safe);
}

/* What stands in the field, or what Enter alone would take. */
static void
print_shown(struct form *s, const struct entry_slot *slot)
{
	const char *text = entry_text(s->e, slot->name);
	struct entry_settled standard;

	if (text[0] == '\0' && slot->standard != NULL) {
		sheet_reads(s->sheet, slot, slot->standard, &standard);
		text = standard.shown;
	} else if (text[0] == '\0' && slot->blank != NULL) {
		text = slot->blank;
	}
	if (text[0] == '\0')
		return;
	fputs(" [", s->p->out);
	print_safe(s->p->out, text);
	fputc(']', s->p->out);
}

static void
prompt(struct form *s, const struct entry_slot *slot)
{
	if (slot->prompt != NULL && slot->prompt[0] != '\0')
		fprintf(s->p->out, "  \"%s\"\n", slot->prompt);
	fputs(slot->label, s->p->out);
	print_shown(s, slot);
	fputs(": ", s->p->out);
	fflush(s->p->out);
}

static void
list_codes(struct form *s, const struct entry_slot *slot)
{
	struct entry_code codes[CODES_MOST];
	size_t n = sheet_codes(s->sheet, slot, "", codes, CODES_MOST);

	if (n == 0 || slot->codes == NULL)
		fprintf(s->p->out, "%s\n",
		    slot->help != NULL ? slot->help : "Any words.");
	for (size_t i = 0; i < n && i < CODES_MOST; i++)
		if (codes[i].letter != 0)
			fprintf(s->p->out, "  %c  %s\n", codes[i].letter,
			    codes[i].label);
		else
			fprintf(s->p->out, "  %s  %s\n", codes[i].code,
			    codes[i].label);
}

/* What leaving the field made of it, read back. */
static void
read_back(struct form *s, const struct entry_slot *slot)
{
	const char *fault = entry_fault(s->e, slot->name);
	const char *value = entry_value(s->e, slot->name);
	struct entry_settled reads;

	if (fault[0] != '\0') {
		fprintf(s->p->out, "  ? %s\n", fault);
		return;
	}
	if (value[0] == '\0')
		return;
	sheet_reads(s->sheet, slot, value, &reads);
	fputs("  = ", s->p->out);
	print_safe(s->p->out, reads.shown);
	fprintf(s->p->out, " %s\n", reads.echo);
}

static void
type_in(struct form *s, const struct entry_slot *slot, const char *line)
{
	entry_go(s->e, slot->name);
	if (line[0] == '\0') {
		entry_act(s->e, ACTION_NEXT);
		return;
	}
	entry_act(s->e, ACTION_CLEAR);
	for (const char *p = line; *p != '\0';) {
		size_t n = utf8_cluster(p, strlen(p));
		char one[64];

		snprintf(one, sizeof(one), "%.*s", (int)n, p);
		entry_type(s->e, one);
		p += n;
	}
	if (entry_focus(s->e) == slot)
		entry_act(s->e, ACTION_NEXT);
	if (entry_focus(s->e) == slot)
		entry_leave(s->e);
}

/* The shown slot after or before number ${i}; ${n} when there is none. */
static size_t
step(struct form *s, size_t i, int way, bool aside)
{
	size_t n;
	const struct entry_slot *slots = sheet_slots(s->sheet, &n);

	for (;;) {
		if ((way < 0 && i == 0) || (way > 0 && i + 1 >= n))
			return way < 0 ? 0 : n;
		i += (size_t)way;
		if (sheet_shown(s->sheet, &slots[i]) &&
		    (aside || !(slots[i].flags & ENTRY_ASIDE)))
			return i;
	}
}

static size_t
by_tag(struct form *s, const char *tag)
{
	size_t n, i = 0;
	const struct entry_slot *slots = sheet_slots(s->sheet, &n);

	while (i < n && (slots[i].tag == NULL || !str_ieq(slots[i].tag, tag)))
		i++;
	return i;
}

static bool
is_intake(const struct form *s)
{
	return strcmp(s->keep.head.form, "intake") == 0;
}

/* Whoever rings at no safe time says why; true when that is still to be said. */
static bool
lacks_reason(struct form *s)
{
	const char *wanted;

	if (!s->shut || strcmp(s->keep.head.form, "contact") != 0 ||
	    (wanted = reason_wanted(s->e)) == NULL)
		return false;
	fprintf(s->p->out, "%s Say .uw and the reason.\n", wanted);
	return true;
}

/* True when the form is done with. */
static bool
save(struct form *s)
{
	struct arena *arena;
	struct slip slip = { 0 };
	struct buf left = { 0 };
	bool done = false;

	if (lacks_reason(s))
		return false;
	slip.arena = arena = arena_new();
	if (entry_missing(s->e, &left) > 0 && !s->warned) {
		s->warned = true;
		fprintf(s->p->out,
		    "Left to ask: %s. Say . again to save it as it is.\n",
		    buf_str(&left));
	} else {
		sheet_fill(s->sheet, &slip);
		if (!is_intake(s)) {
			const struct keeping_head *head = &s->keep.head;

			sheet_address(s->sheet, &slip, "casefile",
			    s->of.casefile);
			sheet_address(s->sheet, &slip, "person", s->of.person);
			sheet_address(s->sheet, &slip, head->link,
			    head->record);
		}
		done = desk_do(sheet_act_name(s->sheet), &slip, NULL);
		if (done)
			keeping_saved(&s->keep);
		tell(s);
	}
	buf_release(&left);
	arena_free(arena);
	return done;
}

enum went { WENT_ON, WENT_OUT };

/* One line at the slot ${*i}; moves ${*i} on. */
static enum went
hear(struct form *s, const char *line, size_t *i, size_t *back)
{
	size_t n;
	const struct entry_slot *slots = sheet_slots(s->sheet, &n);
	const struct entry_slot *slot = &slots[*i];

	if (strcmp(line, "?") == 0) {
		list_codes(s, slot);
	} else if (strcmp(line, ".") == 0) {
		return save(s) ? WENT_OUT : WENT_ON;
	} else if (strcmp(line, "..") == 0) {
		fputs("Your draft is kept.\n", s->p->out);
		return WENT_OUT;
	} else if (strcmp(line, "<") == 0) {
		*i = step(s, *i, -1, false);
	} else if (line[0] == '.' && strlen(line) == 3 &&
		   by_tag(s, line + 1) < n) {
		*back = *i;
		*i = by_tag(s, line + 1);
	} else {
		type_in(s, slot, line);
		read_back(s, slot);
		*i = *back < n ? *back : step(s, *i, 1, false);
		*back = n;
	}
	keeping_key(&s->keep, s->e, true);
	return WENT_ON;
}

static void
talk(struct form *s)
{
	size_t n, i = 0, back;
	const struct entry_slot *slots = sheet_slots(s->sheet, &n);
	char line[4096];

	back = n;
	while (i < n && &slots[i] != entry_focus(s->e))
		i++;
	for (;;) {
		if (i >= n) {
			fputs("That is all. Enter saves, < goes back: ",
			    s->p->out);
			fflush(s->p->out);
		} else {
			prompt(s, &slots[i]);
		}
		if (!plain_line(s->p, line, sizeof(line)))
			return;
		if (i >= n) {
			if (strcmp(line, "<") == 0)
				i = step(s, n, -1, false);
			else if (strcmp(line, "..") == 0 || save(s))
				return;
			continue;
		}
		if (hear(s, line, &i, &back) == WENT_OUT)
			return;
	}
}

/* What the gate says of ringing now, before anybody dials. */
static void
print_verdict(struct form *s, struct arena *arena)
{
	struct gate_verdict v;
	struct buf words = { 0 };

	if (gate_ask(desk_hub(), arena, s->of.person, GATE_PHONE, NULL, &v,
		NULL) ||
	    gate_is_open(&v))
		return;
	s->shut = v.answer != GATE_EYE;
	gate_words(&v, &words);
	print_safe(s->p->out, buf_str(&words));
	fputc('\n', s->p->out);
	buf_wipe(&words);
}

/* Who it is about, and what is safe, before anything is asked. */
static void
introduce(struct form *s)
{
	struct arena *arena = arena_new();
	struct record *person = NULL, *safety = NULL;
	struct buf safe = { 0 };
	struct safe_told told;

	fprintf(s->p->out, "%s\n", sheet_title(s->sheet));
	if (s->of.person != 0 &&
	    words_person(desk_hub(), arena, s->of.person, &person, &safety)) {
		told = words_told(safety, person);
		words_safe(desk_hub(), &told, &safe);
		print_safe(s->p->out, words_name(arena, person));
		fputc('\n', s->p->out);
		print_safe(s->p->out, buf_str(&safe));
		fputc('\n', s->p->out);
		print_verdict(s, arena);
	}
	buf_wipe(&safe);
	arena_free(arena);
}

void
plain_form(struct plain *p, const char *form, const struct subject *subject,
    struct draft *draft, const struct keeping_head *resumed, struct span typed)
{
	struct form s = { .p = p, .of = *subject };
	struct sheet_doors doors = { .last = last_value };
	struct keeping_head head = { .person = subject->person,
		.casefile = subject->casefile,
		.from_ms = desk_now() };
	struct fault f = { 0 };

	str_set(head.form, sizeof(head.form), form);
	if (sheet_open(desk_hub(), form, &doors, &s.sheet, &f)) {
		fprintf(p->out, "%s\n", f.text);
		return;
	}
	s.e = sheet_entry(s.sheet);
	keeping_begin(&s.keep, resumed != NULL ? resumed : &head, draft);
	if (resumed != NULL && entry_restore(s.e, typed, &f))
		fprintf(p->out, "%s\n", f.text);
	introduce(&s);
	talk(&s);
	keeping_end(&s.keep, s.e);
	sheet_close(s.sheet);
}
