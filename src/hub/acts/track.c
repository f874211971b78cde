/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "hub/hub.h"
#include "hub/journey.h"

#include "hub/acts/track.h"

/* Where a suspect begins. */
#define NAMED "S03"

/* Where a record of each kind keeps its stage, and since when. */
struct place {
	unsigned kind, stage, since;
};

/* clang-format off */
static const struct place places[] = {
	{ KIND_SUSPECT,	SUSPECT_STAGE,	SUSPECT_SINCE },
	{ KIND_CHARGE,	CHARGE_STAGE,	CHARGE_SINCE },
};
/* clang-format on */

static const struct place *
place_of(const struct record *part)
{
	return &places[part->kind->tag == KIND_CHARGE];
}

static void
stand(struct record *part, const char *stage, const char *on)
{
	record_set_text(part, place_of(part)->stage, stage);
	record_set_text(part, place_of(part)->since, on);
}

/* ---- the furthest ---- */

struct furthest {
	const char *stage, *since;
};

static void
compare(const struct doing *d, const struct record *part, struct furthest *far)
{
	const char *stage = record_text(part, place_of(part)->stage);

	if (!*stage || (far->stage && !journey_is_further(d->hub->journeys,
					  stage, far->stage)))
		return;
	far->stage = stage;
	far->since = record_text(part, place_of(part)->since);
}

/* Of the charges of one suspect, or of everything when ${suspect} is 0. */
static enum rc
find_furthest(struct doing *d, const struct record *casefile, unsigned kind,
    uint64_t suspect, struct furthest *far, struct fault *f)
{
	struct record *part;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile->id, kind, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, kind, ids[i], &part, f);
		if (!rc && part &&
		    (!suspect || record_link(part, CHARGE_SUSPECT) == suspect))
			compare(d, part, far);
	}
	return rc;
}

/* The suspect of a charge goes with the furthest of their charges. */
static enum rc
suspect_follows(struct doing *d, const struct record *casefile, uint64_t id,
    struct fault *f)
{
	struct furthest far = { 0 };
	struct record *suspect;
	enum rc rc = find_furthest(d, casefile, KIND_CHARGE, id, &far, f);

	if (rc || !far.stage)
		return rc;
	rc = doing_open(d, KIND_SUSPECT, id, &suspect, f);
	if (!rc)
		stand(suspect, far.stage, far.since);
	return rc;
}

static enum rc
case_follows(struct doing *d, struct record *casefile, struct fault *f)
{
	struct furthest far = { 0 };
	enum rc rc = find_furthest(d, casefile, KIND_SUSPECT, 0, &far, f);

	if (!rc && far.stage)
		record_set_text(casefile, CASEFILE_STAGE, far.stage);
	return rc;
}

static enum rc
all_follow(struct doing *d, struct record *casefile, const struct record *part,
    struct fault *f)
{
	enum rc rc = RC_OK;

	if (part->kind->tag == KIND_CHARGE)
		rc = suspect_follows(d, casefile,
		    record_link(part, CHARGE_SUSPECT), f);
	return rc ? rc : case_follows(d, casefile, f);
}

/* ---- moving ---- */

static const char *
when_of(const struct doing *d, const struct stage_move *move, char now[24])
{
	doing_now(d, now);
	return move->on && *move->on ? move->on : now;
}

enum rc
track_move(struct doing *d, struct record *casefile, struct record *part,
    const struct stage_move *move, struct fault *f)
{
	const char *from = record_text(part, place_of(part)->stage);
	struct stage_move own = *move;
	char now[24];
	enum rc rc = stage_check(d, from, move, f);

	if (rc)
		return rc;
	own.charge = part->kind->tag == KIND_CHARGE ? part->id : 0;
	own.suspect = own.charge ? record_link(part, CHARGE_SUSPECT) : part->id;
	rc = stage_step(d, casefile, from, &own, f);
	if (rc)
		return rc;
	stand(part, move->to, when_of(d, move, now));
	return all_follow(d, casefile, part, f);
}

/* Go with the case, without a step of its own. */
static enum rc
go_along(struct doing *d, const struct record *casefile, unsigned kind,
    const struct stage_move *move, struct fault *f)
{
	struct record *part;
	char now[24];
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile->id, kind, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_open(d, kind, ids[i], &part, f);
		if (!rc &&
		    journey_is_open(d->hub->journeys,
			record_text(part, place_of(part)->stage), move->to))
			stand(part, move->to, when_of(d, move, now));
	}
	return rc;
}

enum rc
track_move_all(struct doing *d, struct record *casefile,
    const struct stage_move *move, struct fault *f)
{
	enum rc rc = go_along(d, casefile, KIND_CHARGE, move, f);

	return rc ? rc : go_along(d, casefile, KIND_SUSPECT, move, f);
}

enum rc
track_name(struct doing *d, struct record *casefile, struct record *suspect,
    const char *on, struct fault *f)
{
	const char *from = record_text(casefile, CASEFILE_STAGE);
	struct stage_move move = { .to = NAMED, .on = on, .told_by = "police",
		.suspect = suspect->id };
	char now[24];
	enum rc rc = stage_step(d, casefile, from, &move, f);

	if (rc)
		return rc;
	stand(suspect, NAMED, when_of(d, &move, now));
	if (!*from || journey_is_further(d->hub->journeys, NAMED, from))
		record_set_text(casefile, CASEFILE_STAGE, NAMED);
	return RC_OK;
}

enum rc
track_passed(struct doing *d, const struct record *casefile, struct buf *out,
    struct fault *f)
{
	struct record *step;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile->id, KIND_STEP, &ids, &n, f);

	buf_puts(out, record_text(casefile, CASEFILE_STAGE));
	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, KIND_STEP, ids[i], &step, f);
		if (!rc && step)
			buf_printf(out, " %s", record_text(step, STEP_STATE));
	}
	return rc;
}
