/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/conflict.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "store/people.h"

/* Work changes hands. The worker must be one who can open the case. */

static enum rc
find_worker(struct doing *d, uint64_t *id, struct fault *f)
{
	const char *login = slip_text(d->slip, "worker");
	struct vault_user user;

	if (strcmp(login, "-") == 0 || strcmp(login, "nobody") == 0) {
		*id = 0;
		return RC_OK;
	}
	if (str_is_blank(login) || strcmp(login, "me") == 0)
		login = d->hub->me.login;
	if (people_by_name(d->hub->store, login, &user, NULL) || user.revoked)
		return fault_set(f, RC_INVALID,
		    "worker: there is nobody here with the login \"%s\"", login);
	*id = hub_key_id(d->hub, KIND_WORKER, login);
	return RC_OK;
}

/* Open tasks go with the case. */
static enum rc
hand_over_tasks(
    struct doing *d, uint64_t casefile, uint64_t worker, struct fault *f)
{
	struct record *task;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile, KIND_TASK, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_open(d, KIND_TASK, ids[i], &task, f);
		if (!rc &&
		    strcmp(record_text(task, TASK_STATE), "open") == 0)
			record_set_link(task, TASK_OWNER, worker);
	}
	return rc;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile;
	uint64_t worker = 0;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc || (rc = find_worker(d, &worker, f)) ||
	    (rc = hand_over_tasks(d, casefile->id, worker, f)))
		return rc;
	record_set_link(casefile, CASEFILE_OWNER, worker);
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
	if (!worker)
		doing_say(d, "The case is nobody's now.");
	else if (worker == d->hub->me.id)
		doing_say(d, "The case is now with you.");
	else
		doing_say(d, "The case is now with %s.",
		    slip_text(d->slip, "worker"));
	return conflict_assign(d, casefile, worker, f);
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "worker", "the login; you if unsaid; - for nobody", false },
	{ NULL, NULL, false },
};

const struct act act_assign = {
	.tag = ACT_ASSIGN,
	.name = "assign",
	.title = "Assigned",
	.help = "Give a case to a worker.",
	.lines = lines,
	.run = run,
};
