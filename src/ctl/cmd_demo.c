/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>

#include "base/progress.h"
#include "ctl/ctl.h"
#include "hub/demo.h"

/* Where it goes: --store, else where handrail --demo looks. */
static enum rc
settle_where(struct ctl *ctl, char path[WHERE_MAX], struct fault *f)
{
	if (!ctl->o.store)
		return where_demo(path, f);
	snprintf(path, WHERE_MAX, "%s", ctl->o.store);
	return RC_OK;
}

static void
show_progress(size_t done, size_t total, void *arg)
{
	(void)total;
	progress_at(arg, done, done);
}

static enum rc
make(struct ctl *ctl, const char *path, uint64_t people, uint64_t seed,
    struct fault *f)
{
	struct progress bar;
	struct demo demo = { .store = path, .data = ctl->o.data_path,
		.people = (size_t)people, .seed = seed,
		.now_ms = ctl->o.pretend ? ctl->o.now_ms : 0,
		.progress = show_progress, .arg = &bar };
	enum rc rc;

	progress_begin(&bar, "inventing people", "people", people);
	rc = demo_make(&demo, f);
	progress_end(&bar);
	return rc;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *people_text = NULL, *seed_text = NULL;
	const struct option_row rows[] = {
		{ "people", "N", "how many people; 2,000 if unsaid",
		    &people_text, NULL },
		{ "seed", "N", "the same seed gives the same people",
		    &seed_text, NULL },
		{ NULL, NULL, NULL, NULL, NULL },
	};
	uint64_t people = DEMO_PEOPLE, seed = 1;
	char path[WHERE_MAX];
	struct fault f = { 0 };
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 0, &status) ||
	    !ctl_number(ctl, "people", people_text, &people, &status) ||
	    !ctl_number(ctl, "seed", seed_text, &seed, &status))
		return status;
	status = ctl_settle(ctl);
	if (status != CTL_DONE)
		return status;
	if (settle_where(ctl, path, &f) ||
	    make(ctl, path, people, seed, &f))
		return ctl_fail(ctl, NULL, &f);
	printf("%s\n", path);
	ctl_say(ctl, "made; handrail --demo --store %s opens it", path);
	return CTL_DONE;
}

const struct ctl_command ctl_demo = {
	.name = "demo",
	.synopsis = "[--people N] [--seed N]",
	.sentence = "make a demonstration store of invented people",
	.run = run,
};
