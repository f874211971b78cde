/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * What a report waits for: every fact counted three ways, beside opening as
 * many bytes under a seal in pieces of the same size and doing nothing with
 * them.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "ctl/bench.h"
#include "fold/fact.h"
#include "fold/fold.h"
#include "store/seal.h"

#define BUCKETS 1024

struct counting {
	uint64_t cases, want;
	uint32_t by_stage[BUCKETS], by_month[BUCKETS], by_level[BUCKETS];
};

static enum rc
count(const uint8_t *rows, size_t n, void *arg)
{
	struct counting *c = arg;

	for (size_t i = 0; i < n; i++, rows += FACT_LEN) {
		if (!rows[FACT_LIVE])
			continue;
		c->cases++;
		c->by_stage[fact_u32(rows, FACT_STAGE) % BUCKETS]++;
		c->by_level[fact_u32(rows, FACT_LEVEL) % BUCKETS]++;
		c->by_month[fact_u16(rows, FACT_OPENED) / 30 % BUCKETS]++;
	}
	return c->cases < c->want ? RC_OK : RC_END;
}

/* Go through the pages, again and again if there are too few. */
static enum rc
scan(struct bench *b, struct counting *c, struct fault *f)
{
	struct look look;
	enum rc rc = fold_look(b->ctl->hub->fold, &look, f);
	uint64_t before;

	if (rc)
		return rc;
	do {
		before = c->cases;
		rc = fact_scan(&look, count, c, f);
	} while (!rc && c->cases < c->want && c->cases > before);
	look_end(&look);
	return rc;
}

static void
open_as_many(uint64_t rows, struct span sealed, const uint8_t key[32],
    const uint8_t nonce[SEAL_NONCE_LEN], uint8_t *out)
{
	for (uint64_t n = 0; n < rows; n += FACT_PAGE_ROWS)
		(void)seal_open(key, nonce, (struct span){ 0 }, sealed, out);
}

static enum rc
measure(struct bench *b, uint64_t rows, struct fault *f)
{
	static const uint8_t key[32], nonce[SEAL_NONCE_LEN];
	struct times work = { 0 }, floor = { 0 };
	struct buf plain = { 0 }, sealed = { 0 };
	char what[48];
	enum rc rc = RC_OK;

	memset(buf_reserve(&plain, FACT_PAGE_LEN), 0, FACT_PAGE_LEN);
	(void)buf_reserve(&sealed, FACT_PAGE_LEN + SEAL_TAG_LEN);
	seal_make(key, nonce, (struct span){ 0 },
	    span_of(plain.at, FACT_PAGE_LEN), sealed.at);
	for (unsigned i = 0; !rc && i < b->rounds; i++) {
		struct counting c = { .want = rows };
		int64_t began = clock_ticks();

		rc = scan(b, &c, f);
		times_add(&work, began);
		if (!rc && !c.cases)
			rc = fault_set(f, RC_MISSING,
			    "there are no cases here to count; `handrailctl "
			    "demo` makes a store that has some");
		began = clock_ticks();
		open_as_many(rows,
		    span_of(sealed.at, FACT_PAGE_LEN + SEAL_TAG_LEN), key,
		    nonce, plain.at);
		times_add(&floor, began);
	}
	snprintf(what, sizeof(what), "count %" PRIu64 " cases three ways",
	    rows);
	bench_tell(b, what, &work, "open as many bytes and no more", &floor);
	buf_release(&plain);
	buf_release(&sealed);
	return rc;
}

static enum rc
run_facts(struct bench *b, struct fault *f)
{
	static const uint64_t sizes[] = { 100000, 1000000 };
	enum rc rc = RC_OK;

	if (b->rounds > 20)
		b->rounds = 20;
	for (size_t i = 0; !rc && i < sizeof(sizes) / sizeof(sizes[0]); i++)
		rc = measure(b, sizes[i], f);
	return rc;
}

const struct bench_row bench_facts = {
	.name = "facts",
	.sentence = "a report's scan of 100,000 and 1,000,000 cases",
	.run = run_facts,
};
