/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/disk.h"
#include "base/str.h"
#include "base/vec.h"
#include "ctl/ctl.h"
#include "edge/letter.h"
#include "hub/act.h"
#include "hub/queue.h"
#include "hub/read.h"
#include "model/kinds.h"
#include "model/record.h"

/*
 * The same letter to many, and a line for each: written, done already, or held
 * back and why. A run has a name, kept with each paper; doing it again goes on
 * where it stopped and writes to nobody twice. Without a letter, those there
 * are.
 */

#define MOST 100000
#define LIST_MOST ((size_t)16 << 20)

struct subject {
	uint64_t person, casefile;
	const char *ref;
};

struct run {
	struct ctl *ctl;
	struct letter_order order;
	const char *folder;
	bool text;
	VEC(struct subject) all;
	struct out *out;
	struct arena *arena; /* of one letter */
	size_t written, already, held;
};

/* ---- those there are ---- */

static const struct out_column letter_columns[] = {
	{ "letter", "letter", OUT_WORDS },
	{ "version", "version", OUT_WORDS },
	{ "texts", "texts", OUT_WORDS },
	{ "help", "when", OUT_WORDS },
};

static int
list(struct ctl *ctl)
{
	struct out *out = out_new(ctl->format, letter_columns, 4, stdout);
	const struct letters *l = ctl->hub->letters;
	struct fault f = { 0 };

	for (size_t i = 0; i < letters_count(l); i++) {
		const struct letter *letter = letters_nth(l, i);
		struct buf texts = { 0 };

		for (size_t j = 0; j < letter->n; j++)
			buf_printf(&texts, "%s%s:%s%s", j ? " " : "",
			    letter_way_name(letter->texts[j].way),
			    letter->texts[j].language,
			    strcmp(letter->texts[j].language, "eng") == 0 ||
				    letter->texts[j].checked
				? ""
				: "?");
		out_row(out, (const char *[]){ letter->name, letter->version,
				 buf_str(&texts), letter->help });
		buf_release(&texts);
	}
	return out_end(out, &f) ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

/* ---- to whom ---- */

static enum rc
from_queue(struct run *r, const char *name, struct fault *f)
{
	struct queue_page page = { 0 };
	enum queue_name q;
	enum rc rc;

	if (!queue_by_name(name, &q))
		return fault_set(f, RC_USAGE,
		    "--queue %s: mine, team or unassigned", name);
	rc = queue_read(r->ctl->hub, r->ctl->arena, q, 0, MOST, &page, f);
	for (size_t i = 0; i < page.n && !rc; i++)
		*VEC_ADD(&r->all) = (struct subject){ page.rows[i].person,
			page.rows[i].casefile, page.rows[i].ref };
	return rc;
}

/* A reference a line; what follows a comma is not looked at. */
static enum rc
from_list(struct run *r, const char *path, struct fault *f)
{
	struct buf text = { 0 };
	char *rest, *line;
	enum rc rc = disk_read_whole(disk_real(), path, LIST_MOST, &text, f);

	for (rest = buf_str(&text); !rc && (line = strsep(&rest, "\n"));) {
		struct record *person, *casefile = NULL;
		char *ref;

		line[strcspn(line, ",\r")] = '\0';
		ref = str_trim(line);
		if (*ref == '\0' || *ref == '#' || str_ieq(ref, "ref"))
			continue;
		rc = hub_by_ref(r->ctl->hub, r->ctl->arena, ref, &person,
		    &casefile, f);
		if (!rc)
			*VEC_ADD(&r->all) = (struct subject){ person->id,
				casefile != NULL ? casefile->id : 0,
				arena_str(r->ctl->arena, ref) };
	}
	buf_wipe(&text);
	return rc;
}

/* ---- one after the other ---- */

static bool
was_written(struct run *r, uint64_t casefile)
{
	struct record_list papers = { 0 };

	if (hub_children(r->ctl->hub, r->arena, casefile, KIND_DOCUMENT,
		&papers, NULL))
		return false;
	for (size_t i = 0; i < papers.n; i++)
		if (strcmp(record_text(papers.at[i], DOCUMENT_BATCH),
			r->order.batch) == 0)
			return true;
	return false;
}

static void
tell(struct run *r, const struct subject *s, const char *what, const char *why)
{
	out_row(r->out, (const char *[]){ s->ref, what, why });
}

static enum rc
one(struct run *r, const struct subject *s, struct fault *f)
{
	struct letter_made made = { 0 };
	struct act_done done = { 0 };
	char name[64], path[4096];
	enum rc rc;

	r->order.person = s->person;
	r->order.casefile = s->casefile;
	if ((rc = letter_make(r->ctl->hub, r->arena, &r->order, &made, f)))
		return rc;
	if (was_written(r, made.casefile)) {
		r->already++;
		tell(r, s, "already", "written in this run before");
		return RC_OK;
	}
	if (made.held) {
		r->held++;
		tell(r, s, "held", made.held);
		return RC_OK;
	}
	snprintf(name, sizeof(name), "%s-%zu", made.ref,
	    (size_t)(s - r->all.at) + 1);
	snprintf(path, sizeof(path), "%s/%s.%s", r->folder, name,
	    r->text ? "txt" : "pdf");
	rc = letter_write(r->ctl->hub, r->arena, &r->order, path, !r->text,
	    &made, &done, f);
	if (rc)
		return rc;
	r->written++;
	tell(r, s, "written", made.note);
	return RC_OK;
}

static const struct out_column columns[] = {
	{ "ref", "ref", OUT_WORDS },
	{ "state", "state", OUT_WORDS },
	{ "why", "why", OUT_WORDS },
};

static int
run_all(struct run *r)
{
	struct fault f = { 0 }, last = { 0 };
	const struct subject *s;
	enum rc rc = RC_OK;

	r->out = out_new(r->ctl->format, columns, 3, stdout);
	r->arena = arena_new();
	VEC_EACH (&r->all, s) {
		if ((rc = one(r, s, &f)))
			break;
		arena_reset(r->arena);
	}
	arena_free(r->arena);
	if (out_end(r->out, &last) && !rc)
		return ctl_fail(r->ctl, NULL, &last);
	ctl_say(r->ctl, "%zu written, %zu already, %zu held back (run %s)",
	    r->written, r->already, r->held, r->order.batch);
	if (rc)
		return ctl_fail(r->ctl, NULL, &f);
	return r->held ? CTL_NOT_WELL : CTL_DONE;
}

static const char *
batch_today(struct ctl *ctl, const char *letter)
{
	char day[11];

	day_show(moment_day(hub_now(ctl->hub)), day);
	return arena_printf(ctl->arena, "%s %s", letter, day);
}

static int
begin(struct run *r, const char *queue, const char *file)
{
	struct fault f = { 0 };
	enum rc rc = disk_mkdir(disk_real(), r->folder, &f);
	int status;

	if (rc && rc != RC_STALE)
		return ctl_fail(r->ctl, r->folder, &f);
	if (r->order.batch == NULL)
		r->order.batch = batch_today(r->ctl, r->order.letter);
	f = (struct fault){ 0 };
	rc = queue ? from_queue(r, queue, &f) : from_list(r, file, &f);
	status = rc ? ctl_fail(r->ctl, queue ? NULL : file, &f) : run_all(r);
	VEC_RELEASE(&r->all);
	return status;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	struct run r = { .ctl = ctl };
	const char *queue = NULL, *file = NULL, *way = "letter";
	const struct option_row rows[] = {
		{ "queue", "NAME", "to all who stand in a queue", &queue,
		    NULL },
		{ "list", "FILE", "to those whose references FILE holds", &file,
		    NULL },
		{ "out", "DIR", "the folder to write to", &r.folder, NULL },
		{ "text", NULL, "as text, not as PDF", NULL, &r.text },
		{ "way", "WAY", "letter, text or email", &way, NULL },
		{ "print-size", "SIZE", "normal, large or extra-large",
		    &r.order.size, NULL },
		{ "batch", "NAME",
		    "the name of the run; letter and day if unsaid",
		    &r.order.batch, NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 1, &status))
		return status;
	if (!letter_way_by(way, &r.order.way))
		return ctl_usage(ctl, "--way %s: letter, text or email", way);
	if (argc > 1 && (!queue == !file || !r.folder))
		return ctl_usage(ctl,
		    "say to whom (--queue NAME or --list FILE) and where to "
		    "(--out DIR)");
	status = ctl_open(ctl, argc < 2);
	if (status != CTL_DONE)
		return status;
	if (argc < 2)
		return list(ctl);
	r.order.letter = argv[1];
	r.text |= r.order.way != LETTER_POST;
	return begin(&r, queue, file);
}

const struct ctl_command ctl_letters = {
	.name = "letters",
	.synopsis = "[TEMPLATE --queue NAME|--list FILE --out DIR] [--text]\n"
		    "[--way WAY] [--print-size SIZE] [--batch NAME]\n"
		    "[--format FORMAT]",
	.sentence = "the letters there are, or one of them to many",
	.verb = "write_letter",
	.run = run,
};
