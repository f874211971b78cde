/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/chance.h"
#include "base/clock.h"
#include "fold/fold.h"
#include "hub/act.h"
#include "hub/read.h"
#include "hub/slip.h"
#include "model/record.h"
#include "store/store.h"
#include "store/verify.h"

#include "tests/support/temp_hub.h"

/*
 * Thirty desks save as fast as they can and are killed at random, over and
 * over. What was acknowledged must be there, and everything must verify. Each
 * desk writes the id of a saved note to a pipe once the act has said RC_OK;
 * eight bytes to a pipe are whole or not at all.
 *
 * HANDRAIL_KILLS says how many to kill; the everyday suite makes do with few.
 */

#define DESKS 30
#define KILLS_EVERY_DAY 60

static struct temp_hub t;
static char casefile[24];
static int acknowledged[2];

static void
make(void)
{
	uint64_t id;

	temp_hub_make(&t);
	id = temp_hub_act(&t, "take_referral", "person.family", "okafor", NULL);
	snprintf(casefile, sizeof(casefile), "#%016" PRIx64, id);
	temp_hub_close(&t);
	cr_assert_eq(pipe(acknowledged), 0);
}

static void
take_away(void)
{
	temp_hub_remove(&t);
}

TestSuite(kill, .init = make, .fini = take_away);

static void
save_one(struct arena *arena)
{
	struct slip slip = { .arena = arena };
	struct act_done done;
	struct fault f = { 0 };

	slip_set(&slip, "casefile", casefile);
	slip_set(&slip, "text", "will ring again");
	if (act_run(t.hub, "add_note", &slip, &done, &f) == RC_OK &&
	    write(acknowledged[1], &done.made, sizeof(done.made)) < 0)
		_exit(1);
	arena_reset(arena);
}

static pid_t
start_desk(void)
{
	struct hub_options o = { .store = t.store, .user = "tester",
		.passphrase = TEMP_HUB_PASS, .data = temp_hub_data() };
	struct fault f = { 0 };
	struct arena *arena;
	pid_t pid = fork();

	if (pid)
		return pid;
	close(acknowledged[0]);
	if (hub_open(&o, &t.hub, &f)) {
		fprintf(stderr, "a desk could not open: %s\n", f.text);
		_exit(2);
	}
	arena = arena_new();
	for (;;)
		save_one(arena);
}

static size_t
read_acknowledged(uint64_t **ids, size_t n)
{
	uint64_t id;

	while (read(acknowledged[0], &id, sizeof(id)) == sizeof(id)) {
		*ids = realloc(*ids, (n + 1) * sizeof(**ids));
		(*ids)[n++] = id;
	}
	return n;
}

/* Kill a desk, start another, and hear what was saved meanwhile. */
static size_t
run_desks(int kills, uint64_t **ids, int *refused)
{
	pid_t desks[DESKS];
	struct chance c;
	size_t n = 0;
	int status;

	chance_seed(&c, 20261122);
	for (int i = 0; i < DESKS; i++)
		desks[i] = start_desk();
	for (int k = 0; k < kills; k++) {
		int i = (int)chance_below(&c, DESKS);

		usleep((useconds_t)chance_below(&c, 60000));
		kill(desks[i], SIGKILL);
		waitpid(desks[i], &status, 0);
		*refused += WIFEXITED(status);
		n = read_acknowledged(ids, n);
		desks[i] = start_desk();
	}
	for (int i = 0; i < DESKS; i++) {
		kill(desks[i], SIGKILL);
		waitpid(desks[i], &status, 0);
		*refused += WIFEXITED(status);
	}
	return read_acknowledged(ids, n);
}

static void
tell(uint64_t seq, const char *sentence, void *arg)
{
	(void)arg;
	cr_log_error("entry %" PRIu64 ": %s", seq, sentence);
}

static void
tell_fold(const char *sentence, void *arg)
{
	(void)arg;
	cr_log_error("%s", sentence);
}

static void
expect_all_well(const uint64_t *ids, size_t n)
{
	struct verify_plan plan = { .flags = VERIFY_DEEP | VERIFY_COPIES,
		.fault = tell };
	struct arena *arena = arena_new();
	struct verify_count count;
	struct fault f = { 0 };
	struct record *r;
	size_t wrong;

	temp_hub_open(&t);
	plan.vault = t.hub->vault;
	cr_expect_eq(verify_store(t.hub->store, &plan, &count, &f), RC_OK, "%s",
	    f.text);
	cr_expect_eq(
	    fold_compare(t.hub->fold, tell_fold, NULL, &wrong, &f), RC_OK);
	cr_expect_eq(wrong, 0u);
	for (size_t i = 0; i < n; i++)
		cr_expect_eq(
		    hub_record(t.hub, arena, KIND_NOTE, ids[i], &r, &f), RC_OK,
		    "note %" PRIx64 " was acknowledged and is not there",
		    ids[i]);
	arena_free(arena);
}

Test(kill, loses_nothing_that_was_acknowledged, .timeout = 600)
{
	const char *wanted = getenv("HANDRAIL_KILLS");
	int kills = wanted ? atoi(wanted) : KILLS_EVERY_DAY, refused = 0;
	uint64_t *ids = NULL;
	size_t n;

	cr_assert_eq(fcntl(acknowledged[0], F_SETFL, O_NONBLOCK), 0);
	n = run_desks(kills, &ids, &refused);
	cr_log_info("%zu notes acknowledged over %d kills", n, kills);
	cr_expect_eq(refused, 0, "%d desks ended by themselves", refused);
	cr_expect_gt(n, 0u);
	expect_all_well(ids, n);
	free(ids);
}
