/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/utf8.h"
#include "hub/draft.h"
#include "hub/find.h"
#include "hub/hub.h"
#include "hub/looked.h"
#include "hub/queue.h"
#include "hub/read.h"
#include "model/record.h"
#include "ui/frame/view.h"
#include "ui/views/about.h"
#include "ui/views/desk.h"
#include "ui/views/plain_form.h"

#include "ui/views/plain.h"

#define ROWS_MOST 20

bool
plain_line(struct plain *p, char *line, size_t size)
{
	/* Who looked is written down before waiting; a disk that takes none is
	 * said by the act that finds it so. */
	if (desk_hub() != NULL && hub_looks_due(desk_hub()))
		(void)!hub_looks_save(desk_hub(), NULL);
	if (fgets(line, (int)size, p->in) == NULL) {
		p->ended = true;
		return false;
	}
	line[strcspn(line, "\r\n")] = '\0';
	return true;
}

static void
print(struct plain *p, const char *text)
{
	struct buf safe = { 0 };

	utf8_safe_lines(&safe, text, strlen(text));
	fprintf(p->out, "%s\n", buf_str(&safe));
	buf_wipe(&safe);
}

/* ---- commands ---- */

static void
do_queue(struct plain *p, const char *rest)
{
	struct arena *arena = arena_new();
	enum queue_name name = QUEUE_MINE;
	struct queue_page page;
	struct fault f = { 0 };

	if (rest[0] != '\0' && !queue_by_name(rest, &name))
		print(p, "There are three queues: mine, team, unassigned.");
	else if (queue_read(desk_hub(), arena, name, 0, ROWS_MOST, &page, &f))
		print(p, f.text);
	else {
		print(p, arena_printf(arena, "Queue %s, %zu of %zu.",
			     queue_title(name), page.n, page.total));
		for (size_t i = 0; i < page.n; i++) {
			const struct queue_row *row = &page.rows[i];

			print(p,
			    arena_printf(arena,
				"%zu. %s, %s. %s. %s. Due %s. Safe %s. %s.",
				i + 1, row->ref, row->name, row->crime,
				row->why, row->due, row->safe, row->who));
		}
	}
	arena_free(arena);
}

static void
do_find(struct plain *p, const char *rest)
{
	struct arena *arena = arena_new();
	struct find_page page;
	struct fault f = { 0 };

	if (find_run(desk_hub(), arena, rest, ROWS_MOST, &page, &f))
		print(p, f.text);
	else {
		hub_searched(desk_hub(), rest, 0);
		print(p, arena_printf(arena, "%zu found.", page.n));
		for (size_t i = 0; i < page.n; i++)
			print(p, arena_printf(arena, "%s, %s, %s, %s. %s",
				     page.hits[i].ref, page.hits[i].name,
				     page.hits[i].born, page.hits[i].area,
				     page.hits[i].cases));
		if (page.advice != NULL)
			print(p, page.advice);
	}
	arena_free(arena);
}

static bool
subject_by_ref(struct plain *p, const char *ref, struct subject *subject)
{
	struct arena *arena = arena_new();
	struct record *person = NULL, *casefile = NULL;
	struct about about;
	struct fault f = { 0 };
	bool found = false;

	if (hub_by_ref(desk_hub(), arena, ref, &person, &casefile, &f)) {
		print(p, f.text);
	} else {
		hub_looked(desk_hub(), LOOKED_PAGE, KIND_PERSON, person->id,
		    NULL);
		*subject = (struct subject){ person->id,
			casefile != NULL ? casefile->id : 0 };
		found = !about_read(desk_hub(), arena, person->id,
		    subject->casefile, &about, &f);
		if (found)
			subject->casefile = about.casefile;
		else
			print(p, f.text);
	}
	arena_free(arena);
	return found;
}

static void
print_about(struct plain *p, const struct about *a)
{
	struct buf safe = { 0 };

	words_safe(desk_hub(), &a->told, &safe);
	print(p, buf_str(&safe));
	buf_wipe(&safe);
	for (int i = 0; i < 4; i++)
		print(p, a->head[i]);
	for (int i = 0; i < ABOUT_BOXES; i++) {
		const struct about_box *box = &a->boxes[i];

		fprintf(p->out, "%s, %zu.\n", box->title, box->n);
		for (size_t j = 0; j < box->n; j++)
			print(p, box->at[j].text);
	}
}

static void
do_show(struct plain *p, const char *rest)
{
	struct arena *arena = arena_new();
	struct subject subject;
	struct about about;

	if (subject_by_ref(p, rest, &subject) &&
	    !about_read(desk_hub(), arena, subject.person, subject.casefile,
		&about, NULL))
		print_about(p, &about);
	arena_free(arena);
}

static void
do_form(struct plain *p, const char *form, const char *rest)
{
	struct subject subject;

	if (rest[0] == '\0')
		print(p, "Whose? Say the reference too.");
	else if (subject_by_ref(p, rest, &subject))
		plain_form(p, form, &subject, NULL, NULL, (struct span){ 0 });
}

static void
do_contact(struct plain *p, const char *rest)
{
	do_form(p, "contact", rest);
}

static void
do_note(struct plain *p, const char *rest)
{
	do_form(p, "note", rest);
}

static void
do_safety(struct plain *p, const char *rest)
{
	do_form(p, "safety", rest);
}

static void
do_intake(struct plain *p, const char *rest)
{
	struct subject nobody = { 0, 0 };

	(void)rest;
	plain_form(p, "intake", &nobody, NULL, NULL, (struct span){ 0 });
}

/* The newest draft, as the console lands in it. */
static void
do_draft(struct plain *p, const char *rest)
{
	struct arena *arena = arena_new();
	struct draft_list list;
	struct draft *draft = NULL;
	struct keeping_head head;
	struct span typed;
	struct buf bytes = { 0 };
	struct fault f = { 0 };

	(void)rest;
	if (draft_list(desk_hub(), arena, &list, &f) || list.n == 0)
		print(p, f.text[0] != '\0' ? f.text : "No draft is kept.");
	else if (draft_open(desk_hub(), list.at[0].id, &draft, &bytes, &f))
		print(p, f.text);
	else if (!keeping_read(buf_window(&bytes), &head, &typed))
		draft_close(draft);
	else {
		struct subject subject = { head.person, head.casefile };

		plain_form(p, head.form, &subject, draft, &head, typed);
	}
	buf_wipe(&bytes);
	arena_free(arena);
}

static void do_help(struct plain *, const char *);

static void
do_undo(struct plain *p, const char *rest)
{
	enum role role;

	(void)rest;
	desk_undo();
	print(p, said(&role));
}

/* clang-format off */
static const struct command {
	const char *word, *letter, *sentence;
	void (*run)(struct plain *, const char *rest);
} commands[] = {
	{ "queue",   "q", "queue [mine|team|unassigned]: who is waiting",	do_queue },
	{ "new",     "n", "new: take a new call",				do_intake },
	{ "contact", "c", "contact REF: log a call or a try",			do_contact },
	{ "find",    "/", "find WORDS: look for someone",			do_find },
	{ "show",    "v", "show REF: everything about a person",		do_show },
	{ "note",    "t", "note REF: write a note",				do_note },
	{ "safety",  "s", "safety REF: how it is safe to reach them",		do_safety },
	{ "draft",   "d", "draft: go on with what you were typing",		do_draft },
	{ "undo",    "u", "undo: take back the last thing done",		do_undo },
	{ "help",    "?", "help: these lines",					do_help },
};
/* clang-format on */

#define N_COMMANDS (sizeof(commands) / sizeof(commands[0]))

static void
do_help(struct plain *p, const char *rest)
{
	(void)rest;
	for (size_t i = 0; i < N_COMMANDS; i++)
		print(p, commands[i].sentence);
	print(p, "quit: leave handrail; drafts are kept");
	print(p, "In a form: ? lists, .xx goes to a field, = as last time, "
		 "- nothing to record, < back, . saves, .. leaves.");
}

static void
obey(struct plain *p, const char *line)
{
	const char *rest = line + strcspn(line, " ");
	size_t len = (size_t)(rest - line);

	rest += strspn(rest, " ");
	for (size_t i = 0; i < N_COMMANDS; i++) {
		const struct command *c = &commands[i];

		if ((strlen(c->word) == len && str_istarts(line, c->word)) ||
		    (strlen(c->letter) == len && line[0] == c->letter[0])) {
			c->run(p, rest);
			return;
		}
	}
	if (line[0] == '/')
		do_find(p, line + 1);
	else
		print(p, "That is not a command here; help lists them.");
}

int
plain_run(FILE *in, FILE *out)
{
	struct plain p = { .in = in, .out = out };
	struct arena *arena = arena_new();
	struct draft_list list = { 0 };
	char line[4096];

	fprintf(out, "handrail, line mode. help lists the commands.\n");
	if (!draft_list(desk_hub(), arena, &list, NULL) && list.n > 0)
		fprintf(out, "%zu draft%s kept; draft goes on with it.\n",
		    list.n, list.n == 1 ? " is" : "s are");
	arena_free(arena);
	do_queue(&p, "");
	while (!p.ended) {
		fputs("handrail: ", out);
		fflush(out);
		if (!plain_line(&p, line, sizeof(line)))
			break;
		if (str_ieq(line, "quit") || str_ieq(line, ":quit"))
			break;
		if (!str_is_blank(line))
			obey(&p, line);
	}
	fputc('\n', out);
	return 0;
}
