/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "hub/acts/acts.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "store/people.h"

/* Who a login is: the name and initials that others see. */

static enum rc
run(struct doing *d, struct fault *f)
{
	const char *login = slip_text(d->slip, "login");
	struct record *worker;
	struct vault_user user;
	uint64_t id;
	enum rc rc;

	if (people_by_name(d->hub->store, login, &user, NULL))
		return fault_set(f, RC_INVALID,
		    "login: there is no user \"%s\"; handrailctl user add "
		    "makes one",
		    login);
	id = hub_key_id(d->hub, KIND_WORKER, login);
	rc = doing_peek(d, KIND_WORKER, id, &worker, f);
	if (!rc)
		rc = worker ? doing_open(d, KIND_WORKER, id, &worker, f) :
			      doing_make(d, KIND_WORKER, 0, id, &worker, f);
	if (!rc)
		rc = doing_fill(d, worker, f);
	if (rc)
		return rc;
	record_set_text(worker, WORKER_LOGIN, login);
	record_set_text(worker, WORKER_ROLE, user.role);
	record_set_number(worker, WORKER_NUMBER, user.number);
	d->done->made = id;
	doing_say(d, "Saved who %s is.", login);
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "login", "the user", true },
	{ "worker.name", "their name", true },
	{ "worker.initials", "their initials, shown in lists", true },
	{ NULL, NULL, false },
};

const struct act act_add_worker = {
	.tag = ACT_ADD_WORKER,
	.name = "add_worker",
	.verb = "user",
	.title = "Worker",
	.help = "Say who a login is.",
	.lines = lines,
	.run = run,
};
