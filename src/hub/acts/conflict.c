/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/utf8.h"
#include "hub/acts/acts.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/kind.h"

#include "hub/acts/conflict.h"

#define NAMES_MOST 16

/* Those who come or who speak: by name, and by birth date where it is known. */
struct looking {
	struct doing *d;
	const struct record *person;
	const struct record *casefile; /* the newest open one */
	uint64_t worker;	       /* only this one's kin; 0: anybody's */
	struct {
		const char *name, *born;
		bool self; /* the person; else who speaks for them */
	} names[NAMES_MOST];
	size_t n;
};

/* ---- names ---- */

/* Letters alone, folded, so that two ways of writing one name are one. */
static const char *
plain(struct arena *arena, const char *name)
{
	char *folded = utf8_fold(arena, name), *to = folded;

	for (const char *s = folded; *s; s++)
		if (isalnum((unsigned char)*s) || (*s & 0x80))
			*to++ = *s;
	*to = '\0';
	return folded;
}

static void
add_name(struct looking *l, const char *given, const char *family,
    const char *born, bool self)
{
	const char *name = plain(l->d->arena,
	    arena_printf(l->d->arena, "%s %s", given, family));

	if (!*name || l->n == NAMES_MOST)
		return;
	l->names[l->n].name = name;
	l->names[l->n].born = born;
	l->names[l->n++].self = self;
}

static enum rc
add_parties(struct looking *l, struct fault *f)
{
	struct record *party;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(
	    l->d, l->person->id, KIND_PARTY, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(l->d, KIND_PARTY, ids[i], &party, f);
		if (!rc && party &&
		    record_link(party, PARTY_PERSON) == l->person->id &&
		    !record_has_code(party, PARTY_PART, "s") &&
		    !*record_text(party, PARTY_UNTIL))
			add_name(l, "", record_text(party, PARTY_NAME),
			    record_text(party, PARTY_BORN), false);
	}
	return rc;
}

/* "Given Family" or "Family, Given"; a birth date that differs is another. */
static bool
is_called(const struct looking *l, size_t i, const char *name, const char *born)
{
	const char *comma = strchr(name, ',');
	const char *ours = l->names[i].born;

	if (comma)
		name = arena_printf(l->d->arena, "%s %.*s", comma + 1,
		    (int)(comma - name), name);
	if (strcmp(l->names[i].name, plain(l->d->arena, name)) != 0)
		return false;
	return strlen(ours) < 10 || strlen(born) < 10 || strcmp(ours, born) == 0;
}

/* ---- what is told to supervisors ---- */

static enum rc
was_told(struct looking *l, const char *text, bool *told, struct fault *f)
{
	struct record *task;
	uint64_t *ids;
	size_t n;
	enum rc rc =
	    doing_children(l->d, l->casefile->id, KIND_TASK, &ids, &n, f);

	*told = false;
	for (size_t i = 0; i < n && !rc && !*told; i++) {
		rc = doing_peek(l->d, KIND_TASK, ids[i], &task, f);
		*told = !rc && task &&
		    strcmp(record_text(task, TASK_TEXT), text) == 0;
	}
	return rc;
}

static enum rc
tell(struct looking *l, size_t i, const char *what, struct fault *f)
{
	struct task_new task = { .what = "conflict" };
	bool told;
	enum rc rc;

	task.text = arena_printf(l->d->arena, "%s may be %s. Look before "
	    "anything is said to them.", l->names[i].self ?
		"The person who came" : "Who speaks for this person", what);
	rc = was_told(l, task.text, &told, f);
	return rc || told ? rc : task_raise(l->d, l->casefile, &task, f);
}

/* ---- suspects ---- */

static const char *
ref_of(struct looking *l, uint64_t person)
{
	struct record *r = NULL;

	if (doing_peek(l->d, KIND_PERSON, person, &r, NULL) || !r)
		return "another case";
	return record_text(r, PERSON_REF);
}

/* A victim who is named as suspect of their own case is not what we look for. */
static enum rc
meet_suspect(struct looking *l, const char *name, const char *born,
    uint64_t person, struct fault *f)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < l->n && !rc; i++)
		if (is_called(l, i, name, born) &&
		    !(l->names[i].self && person == l->person->id))
			rc = tell(l, i,
			    arena_printf(l->d->arena, "a suspect in %s",
				ref_of(l, person)), f);
	return rc;
}

static uint64_t
person_of_case(struct looking *l, uint64_t casefile)
{
	struct record *r = NULL;

	if (doing_peek(l->d, KIND_CASEFILE, casefile, &r, NULL) || !r)
		return 0;
	return record_link(r, CASEFILE_PERSON);
}

static enum rc
meet_row(struct looking *l, const struct record *r, struct fault *f)
{
	switch (r->kind->tag) {
	case KIND_SUSPECT:
		return meet_suspect(l, record_text(r, SUSPECT_NAME), "",
		    person_of_case(l, record_link(r, SUSPECT_CASEFILE)), f);
	case KIND_PARTY:
		if (!record_has_code(r, PARTY_PART, "s"))
			return RC_OK;
		return meet_suspect(l, record_text(r, PARTY_NAME),
		    record_text(r, PARTY_BORN), record_link(r, PARTY_PERSON),
		    f);
	case KIND_HOUSEHOLD:
		if (!record_has_code(r, HOUSEHOLD_CONCERN, "offender"))
			return RC_OK;
		return meet_suspect(l, record_text(r, HOUSEHOLD_NAME),
		    record_text(r, HOUSEHOLD_BORN),
		    record_link(r, HOUSEHOLD_PERSON), f);
	default:
		return RC_OK;
	}
}

/* A worker's kin: told of the person, and when it is their own worker too. */
static enum rc
meet_kin(struct looking *l, const struct record *r, struct fault *f)
{
	struct record *worker = NULL;
	uint64_t id = record_link(r, CONFLICT_WORKER);
	enum rc rc = RC_OK;

	if (l->worker && l->worker != id)
		return RC_OK;
	(void)!doing_peek(l->d, KIND_WORKER, id, &worker, NULL);
	for (size_t i = 0; i < l->n && !rc; i++)
		if (is_called(l, i, record_text(r, CONFLICT_NAME),
			record_text(r, CONFLICT_BORN)))
			rc = tell(l, i,
			    arena_printf(l->d->arena, "kin of %s%s",
				worker ? record_text(worker, WORKER_LOGIN) :
					 "a worker",
				l->worker ? ", to whom the case was given" : ""),
			    f);
	return rc;
}

static enum rc
meet(struct span key, struct span value, void *arg, struct fault *f)
{
	struct looking *l = arg;
	struct record *r;
	enum rc rc = look_row(&l->d->look, l->d->arena, key, value, &r, f);

	if (rc)
		return rc == RC_MISSING ? RC_OK : rc;
	return r->kind->tag == KIND_CONFLICT ? meet_kin(l, r, f) :
					       meet_row(l, r, f);
}

static enum rc
meet_all(struct looking *l, unsigned kind, struct fault *f)
{
	uint8_t prefix[2] = { (uint8_t)(kind >> 8), (uint8_t)kind };

	return look_prefix(&l->d->look, TABLE_RECORD,
	    span_of(prefix, sizeof(prefix)), meet, l, f);
}

/* Households are as many as people: only their own is gone through. */
static enum rc
meet_household(struct looking *l, struct fault *f)
{
	struct record *r;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(
	    l->d, l->person->id, KIND_HOUSEHOLD, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(l->d, KIND_HOUSEHOLD, ids[i], &r, f);
		if (!rc && r)
			rc = meet_row(l, r, f);
	}
	return rc;
}

/* ---- what the header promises ---- */

static enum rc
newest_case(struct looking *l, struct fault *f)
{
	struct record *r;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(
	    l->d, l->person->id, KIND_CASEFILE, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(l->d, KIND_CASEFILE, ids[i], &r, f);
		if (!rc && r)
			l->casefile = r;
	}
	return rc;
}

static enum rc
begin(struct looking *l, struct fault *f)
{
	const struct record *p = l->person;
	enum rc rc = RC_OK;

	add_name(l, record_text(p, PERSON_GIVEN), record_text(p, PERSON_FAMILY),
	    record_text(p, PERSON_BORN), true);
	add_name(l, "", record_text(p, PERSON_VIA_NAME), "", false);
	if (!l->casefile)
		rc = newest_case(l, f);
	return rc ? rc : add_parties(l, f);
}

enum rc
conflict_look(struct doing *d, const struct record *person, struct fault *f)
{
	static const unsigned kinds[] = { KIND_CONFLICT, KIND_SUSPECT,
		KIND_PARTY };
	struct looking l = { .d = d, .person = person };
	enum rc rc = begin(&l, f);

	for (size_t i = 0; l.casefile && !rc &&
	     i < sizeof(kinds) / sizeof(kinds[0]); i++)
		rc = meet_all(&l, kinds[i], f);
	return rc || !l.casefile ? rc : meet_household(&l, f);
}

enum rc
conflict_assign(struct doing *d, const struct record *casefile,
    uint64_t worker, struct fault *f)
{
	struct looking l = { .d = d, .casefile = casefile, .worker = worker };
	struct record *person;
	enum rc rc = doing_peek(d, KIND_PERSON,
	    record_link(casefile, CASEFILE_PERSON), &person, f);

	if (rc || !person || !worker)
		return rc;
	l.person = person;
	rc = begin(&l, f);
	return rc ? rc : meet_all(&l, KIND_CONFLICT, f);
}

/* ---- saying who one's kin are ---- */

static enum rc
declare(struct doing *d, struct fault *f)
{
	struct record *kin;
	char now[24];
	enum rc rc = doing_make(d, KIND_CONFLICT, 0, 0, &kin, f);

	if (rc || (rc = doing_fill(d, kin, f)))
		return rc;
	if (!*record_text(kin, CONFLICT_NAME))
		return fault_set(f, RC_INVALID, "conflict.name: say who it is");
	doing_now(d, now);
	record_set_link(kin, CONFLICT_WORKER, d->hub->me.id);
	record_set_text(kin, CONFLICT_ON, now);
	d->done->made = kin->id;
	doing_say(d, "Saved. Only supervisors see it; you will not be given "
		     "their case.");
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "conflict.name", "first name and surname", true },
	{ "conflict.born", "birth date, so that nobody else is meant", false },
	{ "conflict.relation", "how they stand to you", false },
	{ "conflict.note", "what your supervisor should know", false },
	{ NULL, NULL, false },
};

const struct act act_declare_kin = {
	.tag = ACT_DECLARE_KIN,
	.name = "declare_kin",
	.title = "Kin declared",
	.help = "Say whom you must not look after: kin, a friend, a "
		"neighbour.",
	.lines = lines,
	.run = declare,
};
