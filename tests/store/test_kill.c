/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/chance.h"
#include "store/verify.h"

#include "scene.h"

/*
 * Children save, and say in shared memory what was acknowledged; they are
 * killed at random moments. Whatever was acknowledged must be there.
 */

enum { ROUNDS = 40, CHILDREN = 4 };

static struct scene s;
static volatile struct acknowledged {
	uint64_t seq[CHILDREN];
	bool
	    unlocked[CHILDREN]; /* a try to unlock counts though it is killed */
} * shared;

static void
set_up(void)
{
	scene_make_small(&s, 60000);
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	cr_assert_neq(shared, MAP_FAILED);
}

static void
take_down(void)
{
	scene_remove(&s);
	munmap((void *)(uintptr_t)shared, sizeof(*shared));
}

TestSuite(killed, .init = set_up, .fini = take_down, .timeout = 300);

static void
save_for_ever(unsigned who)
{
	struct store_options o = { .segment_size = 60000 };
	struct store *store;
	struct vault *vault;

	if (store_open(s.dir, &o, &store, &s.f)) {
		fprintf(stderr, "opening: %s\n", s.f.text);
		_exit(1);
	}
	if (vault_open(store, "ann", SCENE_PASSPHRASE, &vault, &s.f)) {
		fprintf(stderr, "unlocking: %s\n", s.f.text);
		_exit(1);
	}
	shared->unlocked[who] = true;
	for (;;) {
		struct entry_draft d[2] = { { .area = s.lei,
						.body = span_str("one half") },
			{ .area = s.lei, .body = span_str("and the other") } };
		struct txn *t;

		if (txn_write(store, &t, &s.f) ||
		    journal_append(t, vault, d, 2, &s.f) ||
		    txn_commit(t, &s.f)) {
			fprintf(stderr, "%s\n", s.f.text);
			_exit(2);
		}
		shared->seq[who] = d[1].seq;
	}
}

static void
run_and_kill(struct chance *chance)
{
	pid_t child[CHILDREN];

	for (unsigned i = 0; i < CHILDREN; i++)
		shared->unlocked[i] = false;
	for (unsigned i = 0; i < CHILDREN; i++)
		if (!(child[i] = fork()))
			save_for_ever(i);
	for (unsigned i = 0; i < CHILDREN; i++) {
		int status;

		while (!shared->unlocked[i]) {
			cr_assert_eq(waitpid(child[i], &status, WNOHANG), 0,
			    "child %u could not open the store", i);
			usleep(1000);
		}
		shared->unlocked[i] = false;
		usleep(1000 + (useconds_t)chance_below(chance, 30000));
		kill(child[i], SIGKILL);
		cr_assert_eq(waitpid(child[i], &status, 0), child[i]);
		cr_expect(WIFSIGNALED(status), "it stopped by itself: %d",
		    status);
	}
}

Test(killed, processes_lose_nothing_that_was_acknowledged)
{
	struct chance chance;
	struct verify_count n;
	uint64_t last = 0;

	chance_seed(&chance, 7);
	scene_close(&s);
	for (int round = 0; round < ROUNDS; round++) {
		run_and_kill(&chance);
		scene_open(&s);
		struct verify_plan plan = {
			.flags = VERIFY_DEEP | VERIFY_COPIES, .vault = s.vault
		};

		for (unsigned i = 0; i < CHILDREN; i++)
			if (shared->seq[i] > last)
				last = shared->seq[i];
		cr_expect_geq(scene_last(&s), last);
		if (round % 8 == 7 || round < 4)
			cr_expect_eq(verify_store(s.store, &plan, &n, &s.f),
			    RC_OK, "%s", s.f.text);
		scene_close(&s);
	}
	cr_expect_gt(last, ROUNDS, "they did get something done");
	scene_open(&s);
}
