/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * One durable act: taking a referral, as a console does when F9 is pressed,
 * beside writing as many bytes to a file on the same disk and syncing it.
 */

#include <inttypes.h>

#include "base/chance.h"
#include "base/clock.h"
#include "ctl/bench_disk.h"
#include "hub/act.h"
#include "hub/slip.h"

/* An invented caller, another each time. */
static void
fill(struct slip *slip, struct chance *chance, struct arena *arena)
{
	static const char *const given[] = { "sarah", "amira", "piotr", "zoe",
		"george", "joanne", "yusuf", "margaret" };
	static const char *const family[] = { "okafor", "hussain", "nowak",
		"doyle", "whitmore", "pike", "ahmed", "lindqvist" };

	slip_set(slip, "caller", "v");
	slip_set(slip, "safe-now", "y");
	slip_set(slip, "person.given", given[chance_below(chance, 8)]);
	slip_set(slip, "person.family", family[chance_below(chance, 8)]);
	slip_set(slip, "person.born",
	    arena_printf(arena, "%u",
		1930 + (unsigned)chance_below(chance, 70)));
	slip_set(slip, "person.phone",
	    arena_printf(arena, "07700900%03u",
		(unsigned)chance_below(chance, 1000)));
	slip_set(slip, "safety.channels", "t");
	slip_set(slip, "person.postcode", "le971ab");
	slip_set(slip, "home.address", "14 ash road");
	slip_set(slip, "casefile.category", "bur");
	slip_set(slip, "casefile.when", "y");
	slip_set(slip, "casefile.narrative",
	    "Back door forced while at work. Laptop and jewellery taken. "
	    "Cannot sleep, afraid alone.");
	slip_set(slip, "casefile.risk", "-");
	slip_set(slip, "casefile.needs", "ho");
	slip_set(slip, "consent.kind", "f");
	slip_set(slip, "referral.service", "loc");
	slip_set(slip, "follow-up", "2d");
}

static enum rc
one_act(struct bench *b, struct chance *chance, struct times *work,
    size_t *bytes, struct fault *f)
{
	struct arena *arena = arena_new();
	struct slip slip = { .arena = arena };
	struct act_done done = { 0 };
	int64_t began;
	enum rc rc;

	fill(&slip, chance, arena);
	began = clock_ticks();
	rc = act_run(b->ctl->hub, "take_referral", &slip, &done, f);
	times_add(work, began);
	arena_free(arena);
	return rc ? rc : bench_disk_written(b, &done, bytes, f);
}

static enum rc
run(struct bench *b, struct fault *f)
{
	struct bench_disk *scratch = arena_get(b->ctl->arena, sizeof(*scratch));
	struct times work = { 0 }, floor = { 0 };
	struct chance chance;
	size_t bytes = 1024;
	unsigned i;
	enum rc rc;

	chance_seed(&chance, 1);
	rc = bench_disk_open(b, scratch, f);
	for (i = 0; !rc && i < b->rounds; i++) {
		rc = one_act(b, &chance, &work, &bytes, f);
		if (!rc)
			rc = bench_disk_write(scratch, bytes, &floor, f);
	}
	bench_disk_close(scratch);
	if (!rc)
		bench_tell(b, "act", &work,
		    arena_printf(b->ctl->arena,
			"one write and fdatasync of the same %zu bytes", bytes),
		    &floor);
	return rc;
}

const struct bench_row bench_act = {
	.name = "act",
	.sentence =
	    "one durable act: a referral sealed, signed, chained, synced",
	.writes = true,
	.run = run,
};
