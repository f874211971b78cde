/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * One line for everything (UX 3.7). The first row says in words what Enter will
 * do with what is typed; then come the commands, each with its key, then
 * people. A command is an action: the palette asks for it as a key would.
 */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/ref.h"
#include "base/str.h"
#include "base/stroke.h"
#include "hub/find.h"
#include "hub/hub.h"
#include "hub/looked.h"
#include "hub/read.h"
#include "hub/slip.h"
#include "model/record.h"
#include "ui/frame/frame.h"
#include "ui/frame/loop.h"
#include "ui/parts/pick.h"
#include "ui/views/desk.h"
#include "ui/views/doors.h"
#include "ui/views/verbs.h"

#include "ui/views/views.h"

#define PEOPLE_MOST 5
#define SURE_SCORE 60

struct listing {
	struct pick_row *rows;
	size_t n, max;
};

static struct pick_row *
add(struct listing *l, const char *code)
{
	static struct pick_row spare;
	struct pick_row *row = l->n < l->max ? &l->rows[l->n] : &spare;

	memset(row, 0, sizeof(*row));
	row->role = ROLE_TEXT;
	str_set(row->code, sizeof(row->code), code);
	l->n++;
	return row;
}

/* ---- lines that say something of themselves ---- */

static void
run_goto(const char *rest)
{
	static const char *const contexts[] = { "goto" };
	struct arena *arena = arena_new();
	struct record *person = NULL;
	struct fault f = { 0 };
	enum action a = ACTION_NONE;

	if (rest[0] != '\0' && rest[1] == '\0')
		a = keymap_look(frame_keymap(), contexts, 1,
		    (uint32_t)(unsigned char)rest[0]);
	if (a != ACTION_NONE)
		loop_act(a);
	else if (hub_by_ref(desk_hub(), arena, rest, &person, NULL, &f))
		say_fault(&f);
	else
		show_person(person->id);
	arena_free(arena);
}

static void
run_find(const char *rest)
{
	show_find(rest);
}

static void
run_new(const char *rest)
{
	show_intake(rest);
}

static struct subject
subject_now(void)
{
	return (struct subject){ desk_person(), desk_casefile() };
}

static bool
is_someone(void)
{
	if (desk_casefile() == 0)
		say(ROLE_TEXT, "Whose? Open a person first.");
	return desk_casefile() != 0;
}

static void
run_assign(const char *rest)
{
	struct subject subject = subject_now();

	if (is_someone())
		verbs_assign(&subject, 1, rest);
}

static void
run_later(const char *rest)
{
	struct subject subject = subject_now();

	if (is_someone())
		verbs_later(&subject, 1, rest);
}

static void
run_note(const char *rest)
{
	struct arena *arena = arena_new();
	struct slip slip = { .arena = arena };

	if (is_someone()) {
		slip_set_id(&slip, "casefile", desk_casefile());
		slip_set(&slip, "text", rest);
		if (desk_do("add_note", &slip, NULL) &&
		    view_top()->ops->news != NULL)
			view_top()->ops->news(view_top());
	}
	arena_free(arena);
}

static void
run_help(const char *rest)
{
	(void)rest;
	show_help();
}

static void
run_drafts(const char *rest)
{
	(void)rest;
	show_drafts();
}

/* clang-format off */
static const struct verb {
	const char *word;
	const char *means; /* before what is typed behind it */
	const char *right;
	void (*run)(const char *rest);
	bool alone;	   /* stands by itself, without more words */
} verbs[] = {
	{ "g",	    "Go to",			"goto",	    run_goto,	false },
	{ "/",	    "Find",			"find",	    run_find,	false },
	{ "n",	    "Take a new call for",	"new",	    run_new,	false },
	{ "a",	    "Give this case to",	"this case", run_assign, false },
	{ "z",	    "Put this case off until",	"this case", run_later,	false },
	{ "t",	    "Write a note:",		"this case", run_note,	false },
	{ "?",	    "Help for this place",	"help",	    run_help,	true },
	{ "drafts", "Drafts that are kept",	"drafts",   run_drafts,	true },
};
/* clang-format on */

#define N_VERBS (sizeof(verbs) / sizeof(verbs[0]))

/* The verb that a line begins with, and what stands behind it. */
static const struct verb *
verb_of(const char *typed, const char **rest)
{
	for (size_t i = 0; i < N_VERBS; i++) {
		const char *word = verbs[i].word;
		size_t len = strlen(word);

		if (verbs[i].alone && strlen(typed) >= 2 &&
		    str_istarts(word, typed)) {
			*rest = "";
			return &verbs[i];
		}
		if (strncmp(typed, word, len) != 0)
			continue;
		*rest = typed + len;
		if (isalpha((unsigned char)word[0]) && **rest != ' ' &&
		    !verbs[i].alone)
			continue;
		*rest += strspn(*rest, " ");
		if (verbs[i].alone || **rest != '\0')
			return &verbs[i];
	}
	return NULL;
}

/* Six signs with a figure among them: a reference, perhaps misheard, and then
 * the nearest that exist are said. */
static bool
is_like_ref(const char *typed)
{
	size_t signs = 0, figures = 0;

	for (const char *p = typed; *p != '\0'; p++) {
		if (isalnum((unsigned char)*p))
			signs++;
		else if (*p != '-')
			return false;
		figures += isdigit((unsigned char)*p) != 0;
	}
	return figures > 0 && (signs == 6 || signs == 9);
}

/* What Enter will do with the line as it stands. */
static void
add_line(struct listing *l, const char *typed)
{
	const char *rest = "";
	const struct verb *verb = verb_of(typed, &rest);
	char ref[REF_ROOM];
	struct pick_row *row;

	if (verb != NULL) {
		row = add(l, "line:");
		snprintf(row->text, sizeof(row->text), "%s %.100s", verb->means,
		    verb->alone ? "" : rest);
		str_set(row->right, sizeof(row->right), verb->right);
	} else if (!ref_parse(typed, ref, NULL) || is_like_ref(typed)) {
		row = add(l, "ref:");
		snprintf(row->text, sizeof(row->text), "Open %.20s", typed);
		str_set(row->right, sizeof(row->right), "reference");
	}
}

/* ---- commands ---- */

/* Whether every word of ${typed} begins a word of ${text}. */
static bool
has_words(const char *text, const char *typed)
{
	struct span word;

	for (const char *rest = typed; str_word(&rest, &word);) {
		char want[64];
		bool found = false;

		snprintf(want, sizeof(want), "%.*s", (int)word.len,
		    (const char *)word.at);
		for (const char *p = text; *p != '\0' && !found; p++)
			found =
			    (p == text || p[-1] == ' ') && str_istarts(p, want);
		if (!found)
			return false;
	}
	return true;
}

/* What a person may want by name; moving about is not among it. */
static bool
is_command(enum action a)
{
	if (action_row(a)->flags & ACTION_TYPING)
		return false;
	switch (a) {
	case ACTION_PALETTE:
	case ACTION_ACCEPT:
	case ACTION_NEXT:
	case ACTION_PREVIOUS:
	case ACTION_DOWN_FIELD:
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
	case ACTION_JUMP:
	case ACTION_REPEAT:
		return false;
	default:
		return desk_may(a) == NULL;
	}
}

static void
add_command(struct listing *l, enum action a, const char *contexts[4], size_t n)
{
	const struct action_row *row = action_row(a);
	uint32_t stroke = keymap_key(frame_keymap(), contexts, n, a);
	static const char *const go[] = { "goto" };
	char code[64], key[16] = "";
	struct pick_row *out;

	snprintf(code, sizeof(code), "do:%s", row->word);
	out = add(l, code);
	snprintf(out->text, sizeof(out->text), "%s: %s", row->label,
	    row->sentence);
	if (stroke != STROKE_NONE) {
		str_set(out->right, sizeof(out->right),
		    stroke_show(stroke, key));
		return;
	}
	stroke = keymap_key(frame_keymap(), go, 1, a);
	if (stroke != STROKE_NONE)
		snprintf(out->right, sizeof(out->right), "g %s",
		    stroke_show(stroke, key));
}

/* Whether what is typed is another word for what ${a} opens. */
static bool
is_meant(enum action a, const char *typed)
{
	const struct door *door = door_of(a);

	return door != NULL && door->words != NULL &&
	       has_words(door->words, typed);
}

/* What has no letter of its own is a command all the same. */
static void
add_doors(struct listing *l, const char *typed)
{
	char code[64];
	struct pick_row *out;

	for (const struct door *d = door_rows; door_is_row(d); d++) {
		if (d->title == NULL || door_why_not(d) != NULL)
			continue;
		if (!has_words(d->title, typed) &&
		    (d->words == NULL || !has_words(d->words, typed)))
			continue;
		snprintf(code, sizeof(code), "door:%zu",
		    (size_t)(d - door_rows));
		out = add(l, code);
		snprintf(out->text, sizeof(out->text), "%c%s",
		    toupper((unsigned char)d->title[0]), d->title + 1);
		str_set(out->right, sizeof(out->right),
		    d->flags & DOOR_NEEDS ? "this person" : "");
	}
}

static void
add_commands(struct listing *l, const char *typed)
{
	const struct view *v = view_full();
	const char *contexts[4];
	size_t n = v != NULL ? view_contexts(v, contexts) : 0;

	/* Those whose name begins so come before those that only speak of
	 * it. */
	for (int pass = 0; pass < 2; pass++)
		for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++) {
			const struct action_row *row =
			    action_row((enum action)a);
			bool named = has_words(row->label, typed) ||
				     str_istarts(row->word, typed);
			/* Leaving must be asked for by its name. */
			bool told = a != ACTION_QUIT &&
				    (has_words(row->sentence, typed) ||
					is_meant((enum action)a, typed));

			if (!is_command((enum action)a) ||
			    (pass == 0 ? !named : named || !told))
				continue;
			add_command(l, (enum action)a, contexts, n);
		}
	add_doors(l, typed);
}

static void
add_people(struct listing *l, const char *typed)
{
	struct arena *arena;
	struct find_page page = { 0 };

	if (strlen(typed) < 3)
		return;
	arena = arena_new();
	if (!find_run(desk_hub(), arena, typed, PEOPLE_MOST, &page, NULL))
		for (size_t i = 0; i < page.n; i++) {
			char code[64];
			struct pick_row *row;

			if (page.hits[i].score < SURE_SCORE)
				continue;
			snprintf(code, sizeof(code), "person:%llx",
			    (unsigned long long)page.hits[i].person);
			row = add(l, code);
			snprintf(row->text, sizeof(row->text), "%s  %s  %s",
			    page.hits[i].name, page.hits[i].born,
			    page.hits[i].area);
			str_set(row->right, sizeof(row->right),
			    page.hits[i].ref);
		}
	arena_free(arena);
}

static size_t
match(void *arg, const char *typed, struct pick_row *rows, size_t max)
{
	struct listing l = { .rows = rows, .max = max };

	(void)arg;
	typed += strspn(typed, " ");
	add_line(&l, typed);
	if (l.n == 0)
		add_commands(&l, typed);
	/* What names a command is hardly meant for a person. */
	if (l.n == 0)
		add_people(&l, typed);
	return l.n;
}

static void
chosen(void *arg, const char *typed, const struct pick_row *row)
{
	const char *rest = "";
	const struct verb *verb;
	uint64_t person;

	(void)arg;
	typed += strspn(typed, " ");
	if (row == NULL) {
		say(ROLE_TEXT, "There is no command like that; ? helps.");
	} else if (str_starts(row->code, "do:")) {
		loop_act(action_by_word(row->code + 3));
	} else if (str_starts(row->code, "person:")) {
		person = strtoull(row->code + 7, NULL, 16);
		hub_searched(desk_hub(), typed, person);
		show_person(person);
	} else if (str_starts(row->code, "door:")) {
		struct subject subject = subject_now();

		door_open(&door_rows[strtoul(row->code + 5, NULL, 10)],
		    &subject);
	} else if (str_starts(row->code, "ref:")) {
		run_goto(typed);
	} else {
		verb = verb_of(typed, &rest);
		if (verb != NULL)
			verb->run(rest);
	}
}

/* Tab completes to the word of a command. */
static const char *
complete(void *arg, const struct pick_row *row)
{
	(void)arg;
	return str_starts(row->code, "do:") ? row->code + 3 : row->text;
}

void
show_palette(const char *typed)
{
	struct pick_options o = {
		.title = "Command",
		.typed = typed,
		.hint = "Enter run  Tab complete  Down/Up choose  Ctrl-G close",
		.doors = { .match = match,
		    .chosen = chosen,
		    .complete = complete },
	};

	pick_open(&o);
}
