/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "hub/draft.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/record.h"
#include "ui/parts/pick.h"
#include "ui/views/desk.h"
#include "ui/views/sheet.h"
#include "ui/views/views.h"
#include "ui/views/words.h"

#include "ui/views/drafts.h"

/* Whether a form of that name has been laid out here. */
static bool
is_form(const char *name)
{
	char file[80], path[WHERE_MAX];

	snprintf(file, sizeof(file), "forms/%s.cfg", name);
	desk_definition(file, path);
	return name[0] != '\0' && access(path, R_OK) == 0;
}

bool
show_draft(struct draft *draft, struct span bytes)
{
	struct keeping_head head;
	struct span typed;

	if (keeping_read(bytes, &head, &typed) &&
	    strcmp(head.form, "assess") == 0) {
		assess_resume(draft, &head, typed);
		return true;
	}
	if (!keeping_read(bytes, &head, &typed) || !is_form(head.form)) {
		say(ROLE_WARN,
		    "A draft of a form that is not known here was left alone.");
		draft_close(draft);
		return false;
	}
	if (strcmp(head.form, "intake") == 0)
		intake_resume(draft, &head, typed);
	else
		paper_resume(draft, &head, typed);
	return true;
}

/* What a draft is, without showing what was typed: "New call", "Note LRX7HM".
 */
static void
name_draft(const char *id, char *out, size_t size)
{
	struct arena *arena = arena_new();
	struct draft *draft = NULL;
	struct buf bytes = { 0 };
	struct keeping_head head;
	struct record *person;
	struct span typed;
	const char *title = "Draft", *ref = "";

	if (!draft_open(desk_hub(), id, &draft, &bytes, NULL) &&
	    keeping_read(buf_window(&bytes), &head, &typed)) {
		if (strcmp(head.form, "assess") == 0)
			title = "Assessment";
		else if (is_form(head.form))
			title = sheet_title_of(arena, head.form);
		if (head.person != 0 &&
		    !hub_record(desk_hub(), arena, KIND_PERSON, head.person,
			&person, NULL))
			ref = record_text(person, PERSON_REF);
	}
	draft_close(draft);
	snprintf(out, size, "%s %s", title, ref);
	buf_wipe(&bytes);
	arena_free(arena);
}

static size_t
match(void *arg, const char *typed, struct pick_row *rows, size_t max)
{
	struct arena *arena = arena_new();
	struct draft_list list;
	size_t n = 0;
	char when[24];

	(void)arg;
	if (draft_list(desk_hub(), arena, &list, NULL))
		list.n = 0;
	for (size_t i = 0; i < list.n; i++) {
		struct pick_row row = { .role = ROLE_TEXT };

		str_set(row.code, sizeof(row.code), list.at[i].id);
		name_draft(list.at[i].id, row.text, sizeof(row.text));
		str_set(row.right, sizeof(row.right),
		    words_moment(desk_now(), list.at[i].at_ms, when));
		if (!str_istarts(row.text, typed))
			continue;
		if (n < max)
			rows[n] = row;
		n++;
	}
	arena_free(arena);
	return n;
}

static void
chosen(void *arg, const char *typed, const struct pick_row *row)
{
	struct draft *draft;
	struct buf bytes = { 0 };
	struct fault f = { 0 };

	(void)arg;
	(void)typed;
	if (row == NULL)
		return;
	if (draft_open(desk_hub(), row->code, &draft, &bytes, &f))
		say_fault(&f);
	else
		show_draft(draft, buf_window(&bytes));
	buf_wipe(&bytes);
}

void
show_drafts(void)
{
	struct pick_options o = {
		.title = "Drafts",
		.typed = "",
		.doors = { .match = match, .chosen = chosen },
	};

	pick_open(&o);
}
