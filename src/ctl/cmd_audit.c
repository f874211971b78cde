/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Who did what, when, about whom and why, straight from the journal. An entry
 * that this user has no key to is still told, as sealed: that something
 * happened is no secret, only what.
 */

#include <inttypes.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/when.h"
#include "ctl/ctl.h"
#include "hub/act.h"
#include "hub/read.h"
#include "model/diff.h"
#include "model/event.h"
#include "model/kinds.h"
#include "model/record.h"
#include "model/type.h"
#include "store/journal.h"
#include "store/people.h"
#include "store/txn.h"

static const struct out_column columns[] = {
	{ "entry", "entry", OUT_NUMBER },
	{ "at", "when", OUT_WORDS },
	{ "who", "who", OUT_WORDS },
	{ "what", "what", OUT_WORDS },
	{ "about", "about", OUT_WORDS },
	{ "words", "what changed", OUT_WORDS },
	{ "why", "why", OUT_WORDS },
	{ "area", NULL, OUT_WORDS },
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

struct audit {
	struct ctl *ctl;
	struct out *out;
	uint64_t person; /* 0: everyone */
	uint16_t author; /* 0: everyone */
	int64_t from;
	struct vault_user *users;
	size_t n_users;
	struct buf body;
	struct arena *arena; /* of one entry */
	struct value_ctx ctx;
};

/* What one row says. */
struct line {
	const char *what, *words, *why;
};

static const char *
author_name(const struct audit *a, uint16_t number)
{
	size_t i;

	for (i = 0; i < a->n_users; i++)
		if (a->users[i].number == number)
			return a->users[i].name;
	return number == 0 ? "the station" : "?";
}

static const char *
area_code(const struct audit *a, uint16_t number)
{
	const struct vault_area *area =
	    vault_area_by_number(a->ctl->hub->vault, number);

	return area != NULL ? area->code : "?";
}

static const char *
about(struct audit *a, uint64_t person)
{
	struct record *r;

	if (person == 0)
		return "";
	if (hub_record(a->ctl->hub, a->arena, KIND_PERSON, person, &r, NULL))
		return "?";
	return record_text(r, PERSON_REF);
}

static void
act_line(struct audit *a, const struct event *event, struct line *line)
{
	const struct act *act = act_by_tag(event->act);
	struct buf words = { 0 };
	size_t i;

	for (i = 0; i < event->n; i++) {
		if (i > 0)
			buf_puts(&words, "; ");
		diff_words(a->ctl->hub->kinds, &a->ctx, NULL,
		    &event->changes[i], &words);
	}
	line->what = act != NULL ? act->title
				 : arena_printf(a->arena, "act %u", event->act);
	line->words = arena_str(a->arena, buf_str(&words));
	line->why = event->why;
	buf_wipe(&words);
}

/* Words for what is in the seal, as far as this user can open it. */
static void
open_line(struct audit *a, const struct entry *e, struct line *line)
{
	struct event event;
	enum rc rc = RC_OK;

	if (!(e->flags & ENTRY_CLEAR))
		rc = journal_open_body(a->ctl->hub->vault, e, &a->body, NULL);
	*line = (struct line){ "sealed", "", "" };
	if (rc == RC_MISSING)
		line->what = "forgotten";
	else if (rc == RC_CORRUPT)
		line->what = "damaged";
	else if (rc == RC_OK && e->class == ENTRY_ORDINARY &&
		 event_decode(a->arena, buf_window(&a->body), &event, NULL) ==
		     RC_OK)
		act_line(a, &event, line);
	else if (rc == RC_OK && e->class == ENTRY_KEY)
		*line = (struct line){ "keys",
			arena_strn(a->arena, a->body.at, a->body.len), "" };
	else if (rc == RC_OK && e->class == ENTRY_LOOK)
		*line = (struct line){ "looked",
			arena_strn(a->arena, a->body.at, a->body.len), "" };
}

static enum rc
one_entry(const struct entry *e, void *arg, struct fault *f)
{
	struct audit *a = arg;
	struct line line;
	char at[25], number[24];

	(void)f;
	if (e->class == ENTRY_CHECKPOINT || e->at < a->from ||
	    (a->person != 0 && e->person != a->person) ||
	    (a->author != 0 && e->author != a->author))
		return RC_OK;
	open_line(a, e, &line);
	if (a->ctl->format == OUT_TEXT)
		moment_show(e->at, at);
	else
		moment_iso(e->at, at);
	snprintf(number, sizeof(number), "%" PRIu64, e->seq);
	out_row(a->out,
	    (const char *[COLUMNS]){ number, at, author_name(a, e->author),
		line.what, about(a, e->person), line.words, line.why,
		area_code(a, e->area) });
	arena_reset(a->arena);
	return RC_OK;
}

static enum rc
walk(struct audit *a, struct fault *f)
{
	struct store *store = a->ctl->hub->store;
	struct txn *t = NULL;
	enum rc rc = people_list(store, &a->users, &a->n_users, f);

	if (!rc)
		rc = txn_read(store, &t, f);
	if (!rc)
		rc = journal_walk(t, 1, one_entry, a, f);
	txn_abort(t);
	return rc;
}

static enum rc
narrow(struct audit *a, const char *person, const char *user, const char *from,
    struct fault *f)
{
	struct vault_user known;
	struct record *r;
	char day[24];
	enum rc rc = RC_OK;

	if (person != NULL) {
		rc =
		    hub_by_ref(a->ctl->hub, a->ctl->arena, person, &r, NULL, f);
		if (!rc)
			a->person = r->id;
	}
	if (!rc && user != NULL) {
		rc = people_by_name(a->ctl->hub->store, user, &known, f);
		if (!rc)
			a->author = known.number;
	}
	if (!rc && from != NULL) {
		rc = when_parse(from, hub_now(a->ctl->hub), WHEN_PAST, day, f);
		if (!rc && !when_moment(day, &a->from))
			rc = fault_set(f, RC_USAGE, "--from is no day");
	}
	return rc;
}

static int
audit(struct ctl *ctl, const char *person, const char *user, const char *from)
{
	struct fault f = { 0 }, last = { 0 };
	struct audit a = { .ctl = ctl };
	enum rc rc = narrow(&a, person, user, from, &f), written = RC_OK;

	a.ctx = hub_ctx(ctl->hub);
	if (!rc) {
		a.arena = arena_new();
		a.out = out_new(ctl->format, columns, COLUMNS, stdout);
		rc = walk(&a, &f);
		written = out_end(a.out, &last);
		arena_free(a.arena);
	}
	buf_wipe(&a.body);
	free(a.users);
	if (rc)
		return ctl_fail(ctl, NULL, &f);
	return written ? ctl_fail(ctl, NULL, &last) : CTL_DONE;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *person = NULL, *user = NULL, *from = NULL;
	const struct option_row rows[] = {
		{ "person", "REF", "about one person", &person, NULL },
		{ "user", "USER", "by one user", &user, NULL },
		{ "from", "DAY", "from DAY on (2026-11-22, mon, -3)", &from,
		    NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 0, &status))
		return status;
	status = ctl_open(ctl, true);
	return status != CTL_DONE ? status : audit(ctl, person, user, from);
}

const struct ctl_command ctl_audit = {
	.name = "audit",
	.synopsis = "[--person REF] [--user USER] [--from DAY] "
		    "[--format FORMAT]",
	.sentence = "who saw, changed, sent or joined what, when and why",
	.verb = "audit",
	.run = run,
};
