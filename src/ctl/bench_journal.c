/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/clock.h"
#include "ctl/bench.h"
#include "fold/fold.h"
#include "store/journal.h"
#include "store/seal.h"
#include "store/txn.h"
#include "store/verify.h"

/* Entries a second, beside hashing the same bytes once. */

struct hashing {
	struct seal_digest digest;
	uint64_t n;
};

static enum rc
hash_entry(const struct entry *e, void *arg, struct fault *f)
{
	struct hashing *h = arg;

	(void)f;
	seal_digest_add(&h->digest, e->whole);
	h->n++;
	return RC_OK;
}

static enum rc
hash_all(struct hub *hub, double *per_second, uint64_t *n, struct fault *f)
{
	struct hashing h = { 0 };
	int64_t began = clock_ticks();
	uint8_t hash[SEAL_HASH_LEN];
	struct txn *t;
	enum rc rc = txn_read(hub->store, &t, f);

	if (rc)
		return rc;
	seal_digest_start(&h.digest);
	rc = journal_walk(t, 1, hash_entry, &h, f);
	seal_digest_end(&h.digest, hash);
	txn_abort(t);
	*n = h.n;
	*per_second = (double)h.n * 1e9 / (double)(clock_ticks() - began);
	return rc;
}

static void
ignore(uint64_t seq, const char *sentence, void *arg)
{
	(void)seq;
	(void)sentence;
	(void)arg;
}

static void
tell_rate(struct bench_run *run, const char *measure, double rate, double floor,
    double least, const char *goal)
{
	struct bench_figure figure = { .measure = measure, .unit = "entries/s",
		.median = rate, .beside = "hashing them", .floor = floor,
		.ratio = rate > 0 ? floor / rate : 0, .goal = goal,
		.met = rate >= least };

	bench_tell(run->out, &figure);
}

static enum rc
verify(struct bench_run *run, struct fault *f)
{
	struct verify_plan plan = { .fault = ignore,
		.vault = run->ctl->hub->vault };
	struct verify_count count;
	double floor, rate;
	int64_t began;
	uint64_t n;
	enum rc rc = hash_all(run->ctl->hub, &floor, &n, f);

	if (rc)
		return rc;
	began = clock_ticks();
	rc = verify_store(run->ctl->hub->store, &plan, &count, f);
	rate = (double)n * 1e9 / (double)(clock_ticks() - began);
	if (!rc)
		tell_rate(run, "verify", rate, floor, 200000,
		    "at least 200,000 entries/s");
	return rc;
}

static enum rc
rebuild(struct bench_run *run, struct fault *f)
{
	double floor, rate;
	int64_t began;
	uint64_t n;
	enum rc rc = hash_all(run->ctl->hub, &floor, &n, f);

	if (rc)
		return rc;
	began = clock_ticks();
	rc = fold_rebuild(run->ctl->hub->fold, NULL, NULL, f);
	rate = (double)n * 1e9 / (double)(clock_ticks() - began);
	if (!rc)
		tell_rate(run, "rebuild", rate, floor, 40000,
		    "at least 40,000 entries/s");
	return rc;
}

const struct bench bench_verify = {
	.name = "verify",
	.sentence = "the chain and the station's signatures checked",
	.run = verify,
};

const struct bench bench_rebuild = {
	.name = "rebuild",
	.sentence = "every fold made again from the first entry",
	.changes = true,
	.run = rebuild,
};
