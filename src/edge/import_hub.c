/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>

#include "base/arena.h"
#include "hub/act.h"
#include "hub/hub.h"
#include "hub/slip.h"

#include "edge/import.h"

/* The hub as the place where the rows of a feed go. */

struct into {
	struct hub *hub;
	const struct feed *feed;
	struct bulk *bulk;
	bool dry_run;
};

static enum rc
begin(void *arg, struct fault *f)
{
	struct into *into = arg;

	return bulk_begin(into->bulk, f);
}

static enum rc
put_row(void *arg, const struct slip *slip, enum bulk_fate *fate,
    struct fault *f)
{
	struct into *into = arg;

	return bulk_act(into->bulk, slip, fate, f);
}

static enum rc
end(void *arg, bool keep, struct fault *f)
{
	struct into *into = arg;

	if (keep && !into->dry_run)
		return bulk_commit(into->bulk, f);
	bulk_drop(into->bulk);
	return RC_OK;
}

static void
put_number(struct slip *s, const char *name, uint64_t n)
{
	slip_set(s, name,
	    arena_printf(s->arena, "%llu", (unsigned long long)n));
}

/* A file once taken in is remembered by what it says, never by its name. */
static enum rc
remember(void *arg, const char *hash, const struct import_counts *counts,
    struct fault *f)
{
	struct into *into = arg;
	struct slip slip = { .arena = arena_new() };
	struct act_done done = { 0 };
	char moment[32];
	enum rc rc = RC_OK;

	snprintf(moment, sizeof(moment), "%lld", (long long)hub_now(into->hub));
	slip_set(&slip, "key",
	    arena_printf(slip.arena, "%s:%s", into->feed->name, hash));
	slip_set(&slip, "feedrun.feed", into->feed->name);
	slip_set(&slip, "feedrun.file", hash);
	slip_set(&slip, "feedrun.on", moment);
	put_number(&slip, "feedrun.read", counts->read);
	for (size_t i = 0; i < BULK_FATES; i++)
		put_number(&slip,
		    arena_printf(slip.arena, "feedrun.%s",
			import_count_names[i]),
		    counts->fates[i]);
	if (!into->dry_run)
		rc = act_run(into->hub, "record_feed", &slip, &done, f);
	arena_free(slip.arena);
	return rc;
}

enum rc
import_into_hub(struct hub *hub, uint16_t area, bool dry_run,
    const struct feed *feed, const char *const *files, size_t n,
    const struct import_options *o, struct import_counts *counts,
    struct fault *f)
{
	struct into into = { .hub = hub, .feed = feed, .dry_run = dry_run };
	struct import_sink sink = { &into, begin, put_row, end, remember,
		hub_ctx(hub) };
	enum rc rc = bulk_open(hub, feed->act, area ? area : hub->home,
	    feed->name, &into.bulk, f);

	*counts = (struct import_counts){ 0 };
	if (!rc)
		rc = import_files(feed, files, n, &sink, o, counts, f);
	bulk_close(into.bulk);
	return rc;
}
