/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Is everything as it was written? The chain needs no keys, so that a machine
 * can ask every night; --deep opens every seal that this user has a key to, and
 * folds the whole journal afresh.
 */

#include <inttypes.h>
#include <stdio.h>

#include "base/progress.h"
#include "ctl/keeping.h"
#include "fold/fold.h"
#include "hub/hub.h"
#include "hub/nextstep.h"
#include "hub/read.h"
#include "model/kinds.h"
#include "store/store.h"
#include "store/verify.h"

struct asking {
	struct ctl *ctl;
	struct progress progress;
	struct verify_count count;
	size_t folds;  /* faults in them */
	size_t adrift; /* open cases with no next action */
};

static void
tell_fault(uint64_t seq, const char *sentence, void *arg)
{
	(void)seq; /* the sentence names it */
	(void)arg;
	out_line(stdout, sentence);
}

static bool
tell_progress(uint64_t done, uint64_t total, void *arg)
{
	struct asking *l = arg;

	l->progress.total = total;
	progress_at(&l->progress, done, done);
	return true;
}

static void
tell_fold(const char *sentence, void *arg)
{
	tell_fault(0, sentence, arg);
}

/* An open case with nothing to do, or no day for it, would be forgotten. */
static enum rc
tell_case(const struct record *r, void *arg)
{
	struct asking *l = arg;

	if (nextstep_is_kept(r))
		return RC_OK;
	l->adrift++;
	tell_fault(0, "a case is open with nothing to do and no day for it; "
		      "handrailctl queue team shows it without a due", l);
	return RC_OK;
}

static void
print_count(const struct asking *l, bool deep)
{
	const struct verify_count *n = &l->count;

	printf("%" PRIu64 " entries in %" PRIu64 " segments, %" PRIu64
	       " checkpoints hold",
	    n->entries, n->segments, n->checkpoints);
	if (deep) {
		printf("; %" PRIu64 " signatures and %" PRIu64 " seals hold, "
		       "%" PRIu64 " seals not for this user, %" PRIu64
		       " of people forgotten",
		    n->signatures, n->seals, n->unopened, n->forgotten);
		if (l->folds == 0)
			printf("; the folds are what the journal adds up to");
	}
	printf("\n");
}

static enum rc
verify(struct asking *l, struct store *s, struct hub *hub, struct fault *f)
{
	const struct verify_plan plan = {
		.flags = VERIFY_COPIES | (hub != NULL ? VERIFY_DEEP : 0),
		.vault = hub != NULL ? hub->vault : NULL,
		.fault = tell_fault,
		.progress = tell_progress,
		.arg = l
	};
	enum rc rc, folds = RC_OK;

	progress_begin(&l->progress, "verifying", "entries", 0);
	rc = verify_store(s, &plan, &l->count, f);
	progress_end(&l->progress);
	if (hub != NULL && (rc == RC_OK || rc == RC_CORRUPT))
		folds = fold_compare(hub->fold, tell_fold, NULL, &l->folds,
		    rc ? NULL : f);
	if (hub != NULL && rc == RC_OK && folds == RC_OK)
		folds = hub_all(hub, KIND_CASEFILE, tell_case, l, f);
	return rc ? rc : folds;
}

static int
end(struct asking *l, bool deep, enum rc rc, const struct fault *f)
{
	uint64_t wrong = l->count.faults + l->folds + l->adrift;

	if (rc && rc != RC_CORRUPT)
		return ctl_fail(l->ctl, l->ctl->o.store_path, f);
	if (rc && !l->count.faults)
		return ctl_fail(l->ctl, l->ctl->o.store_path, f);
	print_count(l, deep);
	if (wrong == 0)
		return CTL_DONE;
	ctl_say(l->ctl, "%s: %" PRIu64 " faults were found",
	    l->ctl->o.store_path, wrong);
	return CTL_NOT_WELL;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	struct asking l = { .ctl = ctl };
	struct fault f = { 0 };
	struct store *s = NULL;
	bool deep = false;
	const struct option_row rows[] = {
		{ "deep", NULL,
		    "every signature and seal too, and the folds against a "
		    "fresh rebuild",
		    NULL, &deep },
		{ NULL, NULL, NULL, NULL, NULL },
	};
	enum rc rc;
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 0, &status))
		return status;
	status = deep ? ctl_open(ctl, true) : keeping_store(ctl, &s);
	if (status != CTL_DONE)
		return status;
	rc = verify(&l, deep ? ctl->hub->store : s, deep ? ctl->hub : NULL, &f);
	status = end(&l, deep, rc, &f);
	store_close(s);
	return status;
}

const struct ctl_command ctl_verify = {
	.name = "verify",
	.synopsis = "[--deep]",
	.sentence = "check that the journal is what was written",
	.verb = "verify",
	.run = run,
};
