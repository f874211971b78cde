/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Who did what, when, about whom and why, straight from the journal. An entry
 * that this user has no key to is still told, as sealed: that something
 * happened is no secret, only what. What a change put in the place of what is
 * found by going through what happened to the record before.
 */

#include <inttypes.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/when.h"
#include "ctl/ctl.h"
#include "fold/fold.h"
#include "hub/access.h"
#include "hub/act.h"
#include "hub/looked.h"
#include "hub/read.h"
#include "hub/reading.h"
#include "hub/redact.h"
#include "hub/sight.h"
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
	{ "from", "from", OUT_WORDS },
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

/* For the person herself: when, what, and by whom as a role. No worker's name,
 * no reason that may speak of others, no machine. */
static const struct out_column her_columns[] = {
	{ "at", "when", OUT_WORDS },
	{ "who", "who", OUT_WORDS },
	{ "what", "what", OUT_WORDS },
};

struct audit {
	struct ctl *ctl;
	struct out *out;
	struct look look;
	bool hers;       /* it is read out to the person herself */
	uint64_t person; /* 0: everyone */
	uint16_t home;   /* the area of that person */
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
	const char *what, *about, *words, *why, *from;
	bool all; /* a look at every record of a kind that people have */
};

static const char *
author_name(const struct audit *a, uint16_t number)
{
	struct vault_user other;
	size_t i;

	for (i = 0; i < a->n_users; i++)
		if (a->users[i].number == number)
			return a->users[i].name;
	if (number == 0)
		return "the station";
	if (people_by_number(a->ctl->hub->store, number, &other, NULL))
		return "?";
	return arena_str(a->arena, other.name);
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
	if (look_record(&a->look, a->arena, KIND_PERSON, person, NULL, &r,
		NULL))
		return "?";
	return record_text(r, PERSON_REF);
}

/* What stood before entry ${seq}; NULL when that cannot be said. */
static struct record *
before(struct audit *a, const struct change *c, uint64_t seq)
{
	struct record *r = NULL;

	if (c->made || c->gone ||
	    reading_as_of(a->ctl->hub, &a->look, a->arena, c->kind, c->id,
		seq - 1, INT64_MAX, &r, NULL))
		return NULL;
	return r;
}

static void
act_line(struct audit *a, const struct event *event, uint64_t seq,
    struct line *line)
{
	const struct act *act = act_by_tag(event->act);
	struct buf words = { 0 };
	size_t i;

	for (i = 0; i < event->n; i++) {
		struct change *c = &event->changes[i];
		struct record *was = redact_change(a->ctl->hub, &a->look,
		    a->arena, before(a, c, seq), c);

		if (i > 0)
			buf_puts(&words, "; ");
		diff_words(a->ctl->hub->kinds, &a->ctx, was, c, &words);
	}
	line->what = act != NULL ? act->title
				 : arena_printf(a->arena, "act %u", event->act);
	line->words = arena_str(a->arena, buf_str(&words));
	line->why = event->why;
	buf_wipe(&words);
}

/* Somebody looked: at one record, at every one of a kind, or for somebody. */
static void
look_line(struct audit *a, struct line *line)
{
	const struct kind *kind;
	struct looked looked;

	if (looked_decode(a->arena, buf_window(&a->body), &looked, NULL)) {
		line->what = "damaged";
		return;
	}
	*line = (struct line){ looked.what, "", "", looked.why, looked.from,
		false };
	kind = kinds_by_tag(a->ctl->hub->kinds, looked.kind);
	if (kind == NULL)
		return;
	line->all = looked.id == 0 && (kind->flags & KIND_PERSONAL);
	if (looked.id == 0)
		line->about = arena_printf(a->arena, "every %s", kind->name);
	else if (kind->tag != KIND_PERSON)
		line->words = kind->title;
}

/* Words for what is in the seal, as far as this user can open it. */
static void
open_line(struct audit *a, const struct entry *e, struct line *line)
{
	struct event event;
	enum rc rc = RC_OK;

	if (e->person != 0 &&
	    !sight_of(a->ctl->hub, &a->look, KIND_PERSON, e->person))
		rc = RC_DENIED;
	else if (!(e->flags & ENTRY_CLEAR))
		rc = journal_open_body(a->ctl->hub->vault, e, &a->body, NULL);
	*line = (struct line){ "sealed", "", "", "", "", false };
	if (rc == RC_MISSING)
		line->what = "forgotten";
	else if (rc == RC_CORRUPT)
		line->what = "damaged";
	else if (rc == RC_OK && e->class == ENTRY_ORDINARY &&
		 event_decode(a->arena, buf_window(&a->body), &event, NULL) ==
		     RC_OK)
		act_line(a, &event, e->seq, line);
	else if (rc == RC_OK && e->class == ENTRY_KEY) {
		line->what = "keys";
		line->words = arena_strn(a->arena, a->body.at, a->body.len);
	} else if (rc == RC_OK && e->class == ENTRY_LOOK)
		look_line(a, line);
}

/* An export of an area's records was a look at each person in it. */
static bool
may_be_about(const struct audit *a, const struct entry *e)
{
	return a->person == 0 || e->person == a->person ||
	       (e->class == ENTRY_LOOK && e->person == 0 && e->slot == 0 &&
		   e->area == a->home);
}

/* "call-handler"; somebody who is gone since is "a worker". */
static const char *
author_role(const struct audit *a, uint16_t number)
{
	const struct access_role *role;

	for (size_t i = 0; i < a->n_users; i++)
		if (a->users[i].number == number) {
			role =
			    access_role(a->ctl->hub->access, a->users[i].role);
			return role != NULL ? role->title : "a worker";
		}
	return number == 0 ? "the program" : "a worker";
}

static void
her_row(struct audit *a, const struct entry *e, const struct line *line)
{
	char at[25];

	if (a->ctl->format == OUT_TEXT)
		moment_show(e->at, at);
	else
		moment_iso(e->at, at);
	out_row(a->out,
	    (const char *[]){ at, author_role(a, e->author), line->what });
}

static void
row(struct audit *a, const struct entry *e, const struct line *line)
{
	const char *whom = e->person != 0 ? about(a, e->person) : line->about;
	char at[25], number[24];

	if (a->ctl->format == OUT_TEXT)
		moment_show(e->at, at);
	else
		moment_iso(e->at, at);
	snprintf(number, sizeof(number), "%" PRIu64, e->seq);
	out_row(a->out,
	    (const char *[COLUMNS]){ number, at, author_name(a, e->author),
		line->what, whom, line->words, line->why, area_code(a, e->area),
		line->from });
}

static enum rc
one_entry(const struct entry *e, void *arg, struct fault *f)
{
	struct audit *a = arg;
	struct line line;

	(void)f;
	if (e->class == ENTRY_CHECKPOINT || e->at < a->from ||
	    !may_be_about(a, e) || (a->author != 0 && e->author != a->author))
		return RC_OK;
	open_line(a, e, &line);
	if (a->person == 0 || e->person != 0 || line.all)
		(a->hers ? her_row : row)(a, e, &line);
	arena_reset(a->arena);
	return RC_OK;
}

static enum rc
walk(struct audit *a, struct fault *f)
{
	struct hub *hub = a->ctl->hub;
	enum rc rc = people_list(hub->store, &a->users, &a->n_users, f);

	if (!rc)
		rc = fold_look(hub->fold, &a->look, f);
	if (rc)
		return rc;
	rc = journal_walk(a->look.txn, 1, one_entry, a, f);
	look_end(&a->look);
	return rc;
}

static enum rc
home_of(struct audit *a, uint64_t person, struct fault *f)
{
	struct row_seal by = { 0 };
	struct record *r;
	enum rc rc = fold_look(a->ctl->hub->fold, &a->look, f);

	if (rc)
		return rc;
	rc = look_record(&a->look, a->ctl->arena, KIND_PERSON, person, &by, &r,
	    f);
	look_end(&a->look);
	a->person = person;
	a->home = by.area;
	return rc;
}

/* Reading who looked is a look too. */
static enum rc
note_ours(const struct audit *a, const char *user, struct fault *f)
{
	struct hub *hub = a->ctl->hub;

	if (a->person != 0)
		hub_looked(hub, LOOKED_TRAIL, KIND_PERSON, a->person, user);
	else
		hub_looked_at_all(hub, LOOKED_TRAIL, KIND_PERSON, user);
	return hub_looks_save(hub, f);
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
			rc = home_of(a, r->id, f);
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
audit(struct ctl *ctl, const char *person, const char *user, const char *from,
    bool hers)
{
	struct fault f = { 0 }, last = { 0 };
	struct audit a = { .ctl = ctl, .hers = hers };
	enum rc rc = narrow(&a, person, user, from, &f), written = RC_OK;

	a.ctx = hub_ctx(ctl->hub);
	if (!rc)
		rc = note_ours(&a, user, &f);
	if (!rc) {
		a.arena = arena_new();
		a.out = hers ? out_new(ctl->format, her_columns, 3, stdout)
			     : out_new(ctl->format, columns, COLUMNS, stdout);
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
	bool hers = false;
	const struct option_row rows[] = {
		{ "person", "REF", "about one person", &person, NULL },
		{ "user", "USER", "by one user", &user, NULL },
		{ "from", "DAY", "from DAY on (2026-11-22, mon, -3)", &from,
		    NULL },
		{ "for-them", NULL,
		    "as it is read out to the person: roles, no names", NULL,
		    &hers },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 0, &status))
		return status;
	if (hers && person == NULL)
		return ctl_usage(ctl, "--for-them wants --person REF");
	status = ctl_open(ctl, true);
	return status != CTL_DONE ? status
				  : audit(ctl, person, user, from, hers);
}

const struct ctl_command ctl_audit = {
	.name = "audit",
	.synopsis = "[--person REF] [--user USER] [--from DAY] [--for-them] "
		    "[--format FORMAT]",
	.sentence = "who saw, changed, sent or joined what, when and why",
	.verb = "audit",
	.run = run,
};
