/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "hub/acts/acts.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/slip.h"

/*
 * One file of a feed was taken in: which feed, a hash of its bytes, and the
 * counts. A file taken in again is the same record with the newer counts.
 */

static enum rc
run(struct doing *d, struct fault *f)
{
	uint64_t id = hub_key_id(
	    d->hub, KIND_FEEDRUN, slip_text(d->slip, "key"));
	struct record *feedrun;
	enum rc rc = doing_peek(d, KIND_FEEDRUN, id, &feedrun, f);

	if (rc || feedrun) /* once told is enough: nothing new came of it */
		return rc;
	if ((rc = doing_make(d, KIND_FEEDRUN, 0, id, &feedrun, f)) ||
	    (rc = doing_fill(d, feedrun, f)))
		return rc;
	d->done->made = id;
	doing_say(d, "Taken in.");
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "key", "the feed and the hash of the file", true },
	{ "feedrun.*", "feed, file, on and the counts", false },
	{ NULL, NULL, false },
};

const struct act act_record_feed = {
	.tag = ACT_RECORD_FEED,
	.name = "record_feed",
	.verb = "import",
	.title = "File taken in",
	.help = "Remember that a file of a feed was taken in, and its counts.",
	.lines = lines,
	.run = run,
};
