/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/act.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "hub/slip.h"
#include "model/record.h"
#include "ui/parts/line.h"
#include "ui/parts/pick.h"
#include "ui/views/desk.h"
#include "ui/views/doors.h"

#include "ui/views/verbs.h"

/* Whom the question on the screen is about; there is one question at a time. */
static struct {
	struct subject of[VERBS_MOST];
	size_t n;
} asked;

static void
ask_about(const struct subject *subjects, size_t n)
{
	asked.n = n < VERBS_MOST ? n : VERBS_MOST;
	memcpy(asked.of, subjects, asked.n * sizeof(subjects[0]));
}

/* The same act for each, one value besides the case. */
static bool
do_slip_for_all(const char *act, const struct subject *subjects, size_t n,
    struct slip *slip)
{
	unsigned done = 0;

	for (size_t i = 0; i < n; i++) {
		slip_set_id(slip, "casefile", subjects[i].casefile);
		if (!desk_do(act, slip, NULL))
			break;
		done++;
	}
	if (done > 1) {
		desk_batch(done);
		say(ROLE_OK, "Done for %u cases; u takes it all back.", done);
	}
	if (view_full() != NULL && view_full()->ops->back != NULL)
		view_full()->ops->back(view_full());
	return done > 0;
}

static bool
do_for_all(const char *act, const struct subject *subjects, size_t n,
    const char *name, const char *value)
{
	struct arena *arena = arena_new();
	struct slip slip = { .arena = arena };
	bool done;

	slip_set(&slip, name, value);
	done = do_slip_for_all(act, subjects, n, &slip);
	arena_free(arena);
	return done;
}

void
verbs_again(const struct subject *subjects, size_t n)
{
	static const char *const acts[] = { "record_contact", "add_note",
		"assign", "snooze" };
	struct arena *arena = arena_new();
	struct slip slip = { .arena = arena };
	const char *act = desk_again(&slip);
	size_t i = 0;

	while (i < 4 && strcmp(acts[i], act) != 0)
		i++;
	if (i == 4)
		say(ROLE_TEXT,
		    "Nothing was done just now that is done for one after the "
		    "other.");
	else
		do_slip_for_all(act, subjects, n, &slip);
	arena_free(arena);
}

/* ---- assign ---- */

struct colleagues {
	const char *typed;
	struct pick_row *rows;
	size_t n, max;
};

static bool
is_meant(const struct record *r, const char *typed)
{
	const char *name = record_text(r, WORKER_NAME);
	const char *rest = name;
	struct span word;

	if (str_istarts(record_text(r, WORKER_LOGIN), typed) ||
	    str_istarts(record_text(r, WORKER_INITIALS), typed))
		return true;
	while (str_word(&rest, &word))
		if (str_istarts(word.at, typed))
			return true;
	return false;
}

static enum rc
add_colleague(const struct record *r, void *arg)
{
	struct colleagues *c = arg;
	struct pick_row *row;

	if (!is_meant(r, c->typed) || record_text(r, WORKER_UNTIL)[0] != '\0')
		return RC_OK;
	if (c->n < c->max) {
		row = &c->rows[c->n];
		memset(row, 0, sizeof(*row));
		str_set(row->code, sizeof(row->code),
		    record_text(r, WORKER_LOGIN));
		str_set(row->text, sizeof(row->text),
		    record_text(r, WORKER_NAME));
		snprintf(row->right, sizeof(row->right), "%s  %s",
		    record_text(r, WORKER_INITIALS),
		    record_text(r, WORKER_LOGIN));
	}
	c->n++;
	return RC_OK;
}

static size_t
match_colleague(void *arg, const char *typed, struct pick_row *rows, size_t max)
{
	struct colleagues c = { .typed = typed, .rows = rows, .max = max };
	struct fault f = { 0 };

	(void)arg;
	if (hub_all(desk_hub(), KIND_WORKER, add_colleague, &c, &f))
		say_fault(&f);
	return c.n;
}

static void
chosen_colleague(void *arg, const char *typed, const struct pick_row *row)
{
	(void)arg;
	if (row == NULL)
		say(ROLE_WARN, "Nobody here goes by \"%s\".", typed);
	else
		do_for_all("assign", asked.of, asked.n, "worker", row->code);
}

static void
ask_colleague(void)
{
	struct pick_options o = {
		.title =
		    asked.n > 1 ? "Give these cases to" : "Give this case to",
		.typed = "",
		.doors = { .match = match_colleague,
		    .chosen = chosen_colleague },
	};

	pick_open(&o);
}

bool
verbs_assign(const struct subject *subjects, size_t n, const char *words)
{
	struct pick_row first[1];

	ask_about(subjects, n);
	if (match_colleague(NULL, words, first, 1) == 0) {
		say(ROLE_WARN, "Nobody here goes by \"%s\".", words);
		return false;
	}
	return do_for_all("assign", asked.of, asked.n, "worker", first[0].code);
}

/* ---- later ---- */

bool
verbs_later(const struct subject *subjects, size_t n, const char *words)
{
	char iso[WHEN_ROOM];
	struct fault f = { 0 };

	if (when_parse(words, desk_now(), WHEN_FUTURE, iso, &f)) {
		say_fault(&f);
		return false;
	}
	return do_for_all("snooze", subjects, n, "until", iso);
}

static bool
answer_later(void *arg, const char *text)
{
	(void)arg;
	return verbs_later(asked.of, asked.n, text);
}

static void
ask_later(void)
{
	struct line_options o = {
		.tag = "later",
		.prompt = "Until when (2d, fri, 1d1030)",
		.max = 24,
		.answer = answer_later,
	};

	line_ask(&o);
}

/* ---- all of them ---- */

bool
verbs_do(enum action action, const struct subject *subjects, size_t n)
{
	if (n == 0)
		return false;
	switch (action) {
	case ACTION_ASSIGN:
		ask_about(subjects, n);
		ask_colleague();
		return true;
	case ACTION_REPEAT:
		verbs_again(subjects, n);
		return true;
	case ACTION_LATER:
		ask_about(subjects, n);
		ask_later();
		return true;
	default:
		return door_do(action, subjects);
	}
}
