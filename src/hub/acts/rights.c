/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/level.h"
#include "model/code.h"

#include "hub/acts/rights.h"

/* One look at the rights of a case. */
struct looking {
	struct doing *d;
	struct record *casefile;
	uint64_t *ids; /* of its records of categories, oldest first */
	size_t n;
	struct level_verdict found;
	bool began; /* a category that was not there before */
};

static bool
is_open(const struct record *r)
{
	return !*record_text(r, LEVEL_UNTIL);
}

static bool
is_given(const struct record *r)
{
	return strcmp(record_text(r, LEVEL_HOW), "person") == 0;
}

/* The open record of ${code}, one that was given before one that was found. */
static enum rc
open_record(struct looking *k, const char *code, struct record **found,
    struct fault *f)
{
	struct record *r;
	enum rc rc = RC_OK;

	*found = NULL;
	for (size_t i = 0; i < k->n && !rc; i++) {
		rc = doing_peek(k->d, KIND_LEVEL, k->ids[i], &r, f);
		if (!rc && r && is_open(r) &&
		    strcmp(record_text(r, LEVEL_CATEGORY), code) == 0 &&
		    (!*found || is_given(r)))
			*found = r;
	}
	return rc;
}

/*
 * A rule may test that its category was given. That is what the records say;
 * a case from before there were such records keeps what stands on it.
 */
static enum rc
set_given(struct looking *k, struct fault *f)
{
	const struct code_list *list =
	    code_list(k->d->hub->codes, "enhanced");
	struct buf codes = { 0 };
	struct record *r;
	enum rc rc = RC_OK;

	if (!k->n)
		return RC_OK;
	for (size_t i = 0; list && i < list->n && !rc; i++) {
		rc = open_record(k, list->codes[i].code, &r, f);
		if (!rc && r && is_given(r))
			buf_printf(&codes, "%s%s", codes.len ? " " : "",
			    list->codes[i].code);
	}
	if (!rc)
		record_set_text(
		    k->casefile, CASEFILE_LEVEL_WHY, buf_str(&codes));
	buf_release(&codes);
	return rc;
}

static const struct level_rule *
rule_for(const struct looking *k, const char *code)
{
	for (size_t i = 0; i < k->found.n; i++)
		if (strcmp(k->found.rules[i]->code, code) == 0)
			return k->found.rules[i];
	return NULL;
}

static enum rc
begin(struct looking *k, const struct level_rule *rule, bool known,
    struct fault *f)
{
	struct record *r;
	char now[24];
	enum rc rc = doing_make(k->d, KIND_LEVEL,
	    record_link(k->casefile, CASEFILE_PERSON), 0, &r, f);

	if (rc)
		return rc;
	doing_now(k->d, now);
	record_set_link(r, LEVEL_CASEFILE, k->casefile->id);
	record_set_text(r, LEVEL_CATEGORY, rule->code);
	record_set_text(r, LEVEL_HOW, "rule");
	record_set_text(r, LEVEL_RULE, rule->id);
	record_set_text(r, LEVEL_EVIDENCE, rule->why);
	record_set_link(r, LEVEL_WORKER, k->d->hub->me.id);
	record_set_text(r, LEVEL_FROM,
	    known ? record_text(k->casefile, CASEFILE_OPENED) : now);
	k->began |= !known;
	return RC_OK;
}

/* What a rule found and finds no longer has ended. */
static enum rc
end(struct looking *k, uint64_t id, struct fault *f)
{
	struct record *r;
	char now[24];
	enum rc rc = doing_open(k->d, KIND_LEVEL, id, &r, f);

	if (rc)
		return rc;
	doing_now(k->d, now);
	record_set_text(r, LEVEL_UNTIL, now);
	record_set_text(r, LEVEL_ENDED, "The rule holds no longer.");
	return RC_OK;
}

/* The case said so before there were records of categories. */
static bool
was_known(const struct looking *k, const char *before, const char *code)
{
	char now[24];

	doing_now(k->d, now);
	return !k->n && strstr(before, code) &&
	    strcmp(record_text(k->casefile, CASEFILE_OPENED), now) != 0;
}

static enum rc
settle_records(struct looking *k, const char *before, struct fault *f)
{
	struct record *r;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < k->n && !rc; i++) {
		rc = doing_peek(k->d, KIND_LEVEL, k->ids[i], &r, f);
		if (!rc && r && is_open(r) && !is_given(r) &&
		    !rule_for(k, record_text(r, LEVEL_CATEGORY)))
			rc = end(k, k->ids[i], f);
	}
	for (size_t i = 0; i < k->found.n && !rc; i++) {
		const char *code = k->found.rules[i]->code;

		rc = open_record(k, code, &r, f);
		if (!rc && !r)
			rc = begin(k, k->found.rules[i],
			    was_known(k, before, code), f);
	}
	return rc;
}

/* In the order of the list, so that the same categories read the same. */
static enum rc
set_codes(struct looking *k, bool *changed, struct fault *f)
{
	const struct code_list *list =
	    code_list(k->d->hub->codes, "enhanced");
	struct buf codes = { 0 };
	struct record *r;
	enum rc rc = RC_OK;

	for (size_t i = 0; list && i < list->n && !rc; i++) {
		const char *code = list->codes[i].code;

		rc = open_record(k, code, &r, f);
		if (!rc && ((r && is_given(r)) || rule_for(k, code)))
			buf_printf(
			    &codes, "%s%s", codes.len ? " " : "", code);
	}
	if (!rc) {
		const char *level = codes.len ? "enhanced" : "standard";

		*changed = strcmp(record_text(k->casefile, CASEFILE_LEVEL),
			       level) != 0;
		record_set_text(k->casefile, CASEFILE_LEVEL, level);
		record_set_text(
		    k->casefile, CASEFILE_LEVEL_WHY, buf_str(&codes));
	}
	buf_release(&codes);
	return rc;
}

/* Who else has a duty to them must know: eligibility is passed on. */
static enum rc
pass_on(struct looking *k, struct fault *f)
{
	const struct record *c = k->casefile;
	uint64_t *ids;
	char due[24];
	size_t n;
	enum rc rc = doing_children(k->d, c->id, KIND_REFERRAL, &ids, &n, f);

	if (rc || (!n && !*record_text(c, CASEFILE_NUMBER)))
		return rc;
	if ((rc = task_in(k->d, 1, "wd", due, f)))
		return rc;
	return task_once(k->d, c, "pass-on", due,
	    arena_printf(k->d->arena,
		"Pass on that they have enhanced rights (%s).",
		record_text(c, CASEFILE_LEVEL_WHY)),
	    NULL, f);
}

enum rc
rights_judge(struct doing *d, struct record *casefile,
    const struct facts *facts, bool *changed, struct fault *f)
{
	struct looking k = { .d = d, .casefile = casefile };
	const char *before = arena_str(
	    d->arena, record_text(casefile, CASEFILE_LEVEL_WHY));
	enum rc rc = doing_children(
	    d, casefile->id, KIND_LEVEL, &k.ids, &k.n, f);

	*changed = false;
	if (rc || (rc = set_given(&k, f)))
		return rc;
	level_judge_by(d->hub->levels, facts, &k.found);
	if ((rc = settle_records(&k, before, f)) ||
	    (rc = doing_children(
		 d, casefile->id, KIND_LEVEL, &k.ids, &k.n, f)) ||
	    (rc = set_codes(&k, changed, f)))
		return rc;
	return k.began ? pass_on(&k, f) : RC_OK;
}
