/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/rules.h"

#include "hub/acts/guarding.h"

enum rc
guarding_find(struct doing *d, uint64_t casefile, const char *sort,
    uint64_t *found, struct fault *f)
{
	struct record *r;
	uint64_t *ids;
	size_t n;
	enum rc rc =
	    doing_children(d, casefile, KIND_SAFEGUARDING, &ids, &n, f);

	*found = 0;
	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, KIND_SAFEGUARDING, ids[i], &r, f);
		if (!rc && r &&
		    strcmp(record_text(r, SAFEGUARDING_SORT), sort) == 0)
			*found = ids[i];
	}
	return rc;
}

static enum rc
write_open(struct doing *d, const struct record *casefile,
    const struct guard *g, const char *why, struct fault *f)
{
	struct record *r;
	uint64_t task;
	char now[24], due[24];
	enum rc rc = doing_make(d, KIND_SAFEGUARDING,
	    record_link(casefile, CASEFILE_PERSON), 0, &r, f);

	if (rc || (rc = task_in(d, g->hours, "hour", due, f)) ||
	    (rc = task_once(d, casefile, "safeguarding", due,
		 arena_printf(d->arena, "%s: take the steps.", g->title),
		 &task, f)))
		return rc;
	doing_now(d, now);
	record_set_link(r, SAFEGUARDING_CASEFILE, casefile->id);
	record_set_text(r, SAFEGUARDING_SORT, g->name);
	record_set_text(r, SAFEGUARDING_STATE, "open");
	record_set_text(r, SAFEGUARDING_OPENED, now);
	record_set_text(r, SAFEGUARDING_WHY, why);
	record_set_link(r, SAFEGUARDING_TASK, task);
	record_set_link(r, SAFEGUARDING_WORKER, d->hub->me.id);
	return RC_OK;
}

enum rc
guarding_open(struct doing *d, const struct record *casefile,
    const char *sort, const char *why, struct fault *f)
{
	const struct guard *g = rules_guard_by(d->hub->rules, sort);
	uint64_t already = 1; /* what is not in the files is not opened */
	enum rc rc = RC_OK;

	if (g)
		rc = guarding_find(d, casefile->id, sort, &already, f);
	return rc || already ? rc : write_open(d, casefile, g, why, f);
}

enum rc
guarding_letters(struct doing *d, const struct record *casefile,
    struct fault *f)
{
	const struct rules *rules = d->hub->rules;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < rules_guard_count(rules) && !rc; i++) {
		const struct guard *g = rules_guard_nth(rules, i);

		for (const char *const *l = g->letters; !rc && l && *l; l++)
			if (record_has_code(casefile, CASEFILE_RISK, *l))
				rc = guarding_open(d, casefile, g->name,
				    arena_printf(d->arena, "risk %s", *l), f);
	}
	return rc;
}

enum rc
guarding_check_closed(struct doing *d, uint64_t casefile, struct fault *f)
{
	const struct guard *g;
	struct record *r;
	uint64_t *ids;
	size_t n;
	enum rc rc =
	    doing_children(d, casefile, KIND_SAFEGUARDING, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, KIND_SAFEGUARDING, ids[i], &r, f);
		if (rc || !r ||
		    strcmp(record_text(r, SAFEGUARDING_STATE), "open") != 0)
			continue;
		g = rules_guard_by(
		    d->hub->rules, record_text(r, SAFEGUARDING_SORT));
		return fault_set(f, RC_UNLAWFUL,
		    "safeguarding steps stand open on this case (%s); take "
		    "them first, or write why not",
		    g ? g->title : record_text(r, SAFEGUARDING_SORT));
	}
	return rc;
}
