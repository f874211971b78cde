/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/* Going through the whole journal, beside reading its bytes once. */

#include "base/clock.h"
#include "base/disk.h"
#include "ctl/bench.h"
#include "fold/fold.h"
#include "store/store.h"
#include "store/verify.h"

struct reading {
	const struct bench *b;
	uint64_t bytes;
	struct fault *f;
};

static enum rc
read_segment(const char *name, void *arg)
{
	struct reading *r = arg;
	struct buf all = { 0 };
	const char *path = arena_printf(r->b->ctl->arena, "%s/segments/%s",
	    store_dir(r->b->ctl->hub->store), name);
	enum rc rc = disk_read_whole(disk_real(), path, SIZE_MAX, &all, r->f);

	r->bytes += all.len;
	buf_release(&all);
	return rc;
}

/* The least that any look at the whole journal takes. */
static enum rc
read_all(struct bench *b, uint64_t *ns, struct fault *f)
{
	struct reading r = { .b = b, .f = f };
	const char *dir = arena_printf(b->ctl->arena, "%s/segments",
	    store_dir(b->ctl->hub->store));
	int64_t began = clock_ticks();
	enum rc rc = disk_list(dir, read_segment, &r, f);

	*ns = (uint64_t)(clock_ticks() - began);
	return rc;
}

static void
tell_fault(uint64_t seq, const char *sentence, void *arg)
{
	const struct bench *b = arg;

	ctl_say(b->ctl, "entry %llu: %s", (unsigned long long)seq, sentence);
}

static const char floor_is[] = "reading the segments once";

static enum rc
run_verify(struct bench *b, struct fault *f)
{
	struct verify_plan plan = { .fault = tell_fault, .arg = b };
	struct verify_count count = { 0 };
	uint64_t floor_ns;
	int64_t began;
	enum rc rc = read_all(b, &floor_ns, f);

	if (rc)
		return rc;
	began = clock_ticks();
	rc = verify_store(b->ctl->hub->store, &plan, &count, f);
	if (!rc)
		bench_rate(b, "entries verified", count.entries,
		    (uint64_t)(clock_ticks() - began), floor_is, floor_ns);
	return rc;
}

static enum rc
run_rebuild(struct bench *b, struct fault *f)
{
	uint64_t floor_ns, entries;
	int64_t began;
	enum rc rc = read_all(b, &floor_ns, f);

	if (rc)
		return rc;
	began = clock_ticks();
	rc = fold_rebuild(b->ctl->hub->fold, NULL, NULL, f);
	entries = fold_head(b->ctl->hub->fold);
	if (!rc)
		bench_rate(b, "entries folded anew", entries,
		    (uint64_t)(clock_ticks() - began), floor_is, floor_ns);
	return rc;
}

const struct bench_row bench_verify = {
	.name = "verify",
	.sentence = "the chain, the shape of seals, the checkpoints",
	.run = run_verify,
};

const struct bench_row bench_rebuild = {
	.name = "rebuild",
	.sentence = "all folds made anew from the journal",
	.writes = true,
	.run = run_rebuild,
};
