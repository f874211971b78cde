/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/vec.h"
#include "fold/fold.h"
#include "fold/index.h"
#include "hub/card.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/record.h"

#include "hub/due.h"

/*
 * Clocks, read from the index where they lie by state and by what comes next of
 * them. One person's, or one worker's, are found from the cases instead, which
 * are few. A clock of a case that this worker may not read is passed over.
 */

struct due_walk {
	struct hub *hub;
	struct look look;
	struct arena *arena;   /* of the rows */
	struct arena *scratch; /* NULL: the rows are kept */
	const struct due_ask *ask;
	uint32_t from, until;
	int64_t now_ms;
	uint64_t owner; /* whose queue to go by; 0: the index of clocks */
	size_t kept;
	due_fn *fn;
	void *arg;
	struct card_crew crew;
	VEC(uint64_t) ids; /* of an as-of: read after the look */
};

/* The states that a word stands for, in the order that they are walked. */
static const struct {
	const char *word, *states[7];
} wanted[] = {
	{ "all", { "running", "paused", "unknown", "met", "late", "excepted" } },
	{ "", { "running", "paused", "unknown", "met", "late", "excepted" } },
	{ "open", { "running", "paused", "unknown" } },
	{ "running", { "running" } },
	{ "late", { "running", "paused", "late" } },
	{ "met", { "met" } },
	{ "unknown", { "unknown" } },
	{ "paused", { "paused" } },
	{ "excepted", { "excepted" } },
};

static const char *const *
states_of(const char *word)
{
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		if (strcmp(wanted[i].word, word ? word : "") == 0)
			return wanted[i].states;
	return NULL;
}

/* ---- one row ---- */

static void
fill_rule(struct due_walk *w, const struct record *clock, struct due_row *row)
{
	const char *started = record_text(clock, CLOCK_STARTED);
	const struct due_rule *rule;
	int32_t day;
	char text[11] = "";

	strncat(text, started, 10);
	row->rule = record_text(clock, CLOCK_RULE);
	rule = day_parse(text, &day)
		   ? due_rule_on(w->hub->deadlines, row->rule, day)
		   : NULL;
	if (!rule)
		rule = due_rule_by(w->hub->deadlines, row->rule);
	row->right = row->title = row->holder = "";
	row->edition = row->source = row->mark = "";
	if (!rule)
		return;
	row->edition = rule->edition;
	row->source = rule->source;
	row->mark = rule->mark;
	row->right = rule->right;
	row->title = rule->title;
	row->holder = rule->holder;
	row->own = rule->own;
}

static void
fill_left(struct due_walk *w, uint32_t due, struct due_row *row)
{
	int64_t due_ms = due_moment(due);
	char left[16];

	row->left = "";
	if (!*row->due || strcmp(row->state, "met") == 0 ||
	    strcmp(row->state, "excepted") == 0)
		return;
	if (strcmp(row->state, "late") == 0) {
		row->late = true;
		row->left = "late";
		return;
	}
	row->late = due_ms < w->now_ms;
	due_words(w->now_ms, due_ms, left);
	row->left = arena_str(w->arena, left);
}

static void
fill_time(struct due_walk *w, const struct record *clock, struct due_row *row)
{
	uint32_t due, prompt;

	row->clock = clock->id;
	row->started = record_text(clock, CLOCK_STARTED);
	row->due = record_text(clock, CLOCK_DUE);
	row->state = record_text(clock, CLOCK_STATE);
	row->met = record_text(clock, CLOCK_MET);
	row->why = record_text(clock, CLOCK_WHY);
	row->event = record_text(clock, CLOCK_EVENT);
	row->prompt = record_text(clock, CLOCK_PROMPT);
	row->exception = record_text(clock, CLOCK_EXCEPTION);
	due = index_minutes(row->due);
	prompt = index_minutes(row->prompt);
	row->next = prompt < due ? prompt : due;
	row->look = prompt != INDEX_NEVER &&
		    prompt / 1440 <= (uint32_t)moment_day(w->now_ms);
	fill_left(w, due, row);
}

static void
fill_case(struct due_walk *w, const struct record *casefile,
    const struct record *person, struct due_row *row)
{
	row->casefile = casefile->id;
	row->person = person->id;
	row->enhanced =
	    strcmp(record_text(casefile, CASEFILE_LEVEL), "enhanced") == 0;
	row->area = record_text(casefile, CASEFILE_AREA);
	row->crime = record_text(casefile, CASEFILE_CATEGORY);
	row->ref = record_text(person, PERSON_REF);
	row->name = card_name(w->arena, person);
}

static bool
is_asked_for(const struct due_walk *w, const struct due_row *row)
{
	const struct due_ask *ask = w->ask;
	const char *const *states = states_of(ask->state);

	if (ask->right && *ask->right && strcmp(ask->right, row->right) != 0)
		return false;
	if (row->next < w->from || row->next > w->until)
		return false;
	if (ask->state && strcmp(ask->state, "late") == 0)
		return row->late;
	for (; *states; states++)
		if (strcmp(*states, row->state) == 0)
			return true;
	return false;
}

static void
keep_row(struct due_walk *w, const struct record *clock,
    const struct record *casefile, const struct record *person,
    const char *who)
{
	struct due_row row = { .who = who };

	fill_rule(w, clock, &row);
	fill_time(w, clock, &row);
	fill_case(w, casefile, person, &row);
	if (!is_asked_for(w, &row))
		return;
	w->kept++;
	w->fn(&row, w->arg);
}

static bool
is_wanted_case(const struct due_walk *w, const struct record *casefile,
    const char *login)
{
	const char *owner = w->ask->owner;
	uint64_t person = record_link(casefile, CASEFILE_PERSON);

	return (!owner || !*owner || strcmp(login, owner) == 0) &&
	       (!w->ask->person || w->ask->person == person) &&
	       (!w->ask->casefile || w->ask->casefile == casefile->id);
}

static enum rc
take_clock(struct due_walk *w, uint64_t id, struct fault *f)
{
	struct record *clock, *casefile, *person;
	const struct card_worker *worker;
	enum rc rc;

	if (w->scratch)
		arena_reset(w->scratch);
	rc = look_record(&w->look, w->arena, KIND_CLOCK, id, NULL, &clock, f);
	if (!rc)
		rc = look_record(&w->look, w->arena, KIND_CASEFILE,
		    record_link(clock, CLOCK_CASEFILE), NULL, &casefile, f);
	if (rc)
		return rc;
	worker = card_worker(w->hub, &w->look, w->arena, &w->crew,
	    record_link(casefile, CASEFILE_OWNER));
	if (!is_wanted_case(w, casefile, worker->login))
		return RC_OK;
	rc = look_record(&w->look, w->arena, KIND_PERSON,
	    record_link(casefile, CASEFILE_PERSON), NULL, &person, f);
	if (!rc)
		keep_row(w, clock, casefile, person, worker->initials);
	if (w->scratch)
		w->crew.n = 0; /* its texts lie in the scratch */
	return rc;
}

static enum rc
take(struct due_walk *w, uint64_t id, struct fault *f)
{
	enum rc rc;

	if (w->ask->as_of_ms) {
		*VEC_ADD(&w->ids) = id;
		return RC_OK;
	}
	rc = take_clock(w, id, f);
	return rc == RC_MISSING ? RC_OK : rc;
}

/* ---- by the index of clocks ---- */

static uint32_t
minutes_of(int64_t ms)
{
	char iso[24];

	moment_show(ms, iso);
	iso[10] = 'T';
	return index_minutes(iso);
}

static enum rc
walk_state(struct due_walk *w, const char *state, struct fault *f)
{
	unsigned number = index_clock_state(state);
	struct look_walk walk;
	struct buf key = { 0 };
	size_t before = w->kept; /* what comes after the most is not wanted */
	uint32_t until = w->until;
	enum rc rc;

	/* What runs and has not come to its day is not late. */
	if (w->ask->state && strcmp(w->ask->state, "late") == 0 &&
	    strcmp(state, "late") != 0 && until > minutes_of(w->now_ms))
		until = minutes_of(w->now_ms);

	index_prefix(&key, INDEX_CLOCK);
	buf_u8(&key, (uint8_t)number);
	buf_u32(&key, w->from);
	rc = look_walk_open(
	    &w->look, TABLE_INDEX, buf_window(&key), &walk, f);
	while (!rc && !(rc = look_walk_next(&walk, f))) {
		struct reader r = reader_of(walk.key);
		bool here = reader_u16(&r) == INDEX_CLOCK &&
			    reader_u8(&r) == number && !r.bad;

		if (!here || reader_u32(&r) > until ||
		    (w->ask->most && w->kept - before >= w->ask->most))
			break;
		rc = take(w, index_id(walk.key), f);
	}
	look_walk_close(&walk);
	buf_release(&key);
	return rc == RC_END ? RC_OK : rc;
}

/* ---- by cases ---- */

static enum rc
clock_key(struct span key, struct span value, void *arg, struct fault *f)
{
	(void)value;
	return take(arg, index_id(key), f);
}

static enum rc
walk_case(struct due_walk *w, uint64_t casefile, struct fault *f)
{
	struct buf prefix = { 0 };
	enum rc rc;

	index_prefix(&prefix, INDEX_LINK);
	buf_u64(&prefix, casefile);
	buf_u16(&prefix, KIND_CLOCK);
	rc = look_prefix(&w->look, TABLE_INDEX, buf_window(&prefix), clock_key,
	    w, f);
	buf_release(&prefix);
	return rc;
}

static enum rc
case_key(struct span key, struct span value, void *arg, struct fault *f)
{
	(void)value;
	return walk_case(arg, index_id(key), f);
}

static enum rc
walk_person(struct due_walk *w, struct fault *f)
{
	struct buf prefix = { 0 };
	enum rc rc;

	if (w->ask->casefile)
		return walk_case(w, w->ask->casefile, f);
	index_prefix(&prefix, INDEX_LINK);
	buf_u64(&prefix, w->ask->person);
	buf_u16(&prefix, KIND_CASEFILE);
	rc = look_prefix(
	    &w->look, TABLE_INDEX, buf_window(&prefix), case_key, w, f);
	buf_release(&prefix);
	return rc;
}

/* The open cases of one worker, area by area. */
static enum rc
walk_owner(struct due_walk *w, struct fault *f)
{
	struct buf prefix = { 0 };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < w->hub->n_areas && !rc; i++) {
		index_prefix(&prefix, INDEX_QUEUE);
		buf_u16(&prefix, w->hub->areas[i].number);
		buf_u64(&prefix, w->owner);
		rc = look_prefix(&w->look, TABLE_INDEX, buf_window(&prefix),
		    case_key, w, f);
	}
	buf_release(&prefix);
	return rc;
}

static enum rc
walk_states(struct due_walk *w, struct fault *f)
{
	const char *const *states = states_of(w->ask->state);
	enum rc rc = RC_OK;

	if (w->ask->person || w->ask->casefile)
		return walk_person(w, f);
	if (w->owner)
		return walk_owner(w, f);
	if (w->ask->as_of_ms)
		states = states_of("all");
	for (; *states && !rc; states++)
		rc = walk_state(w, *states, f);
	return rc;
}

/* ---- as it stood ---- */

static enum rc
take_as_of(struct due_walk *w, uint64_t id, struct fault *f)
{
	struct record *clock, *casefile, *person;
	int64_t at = w->ask->as_of_ms;
	enum rc rc;

	if (w->scratch)
		arena_reset(w->scratch);
	rc = hub_record_as_of(w->hub, w->arena, KIND_CLOCK, id, at, &clock, f);
	if (!rc)
		rc = hub_record_as_of(w->hub, w->arena, KIND_CASEFILE,
		    record_link(clock, CLOCK_CASEFILE), at, &casefile, f);
	if (!rc)
		rc = hub_record_as_of(w->hub, w->arena, KIND_PERSON,
		    record_link(casefile, CASEFILE_PERSON), at, &person, f);
	if (!rc)
		keep_row(w, clock, casefile, person, "");
	return rc == RC_MISSING ? RC_OK : rc;
}

/* ---- the whole ---- */

static enum rc
read_days(struct due_walk *w, struct fault *f)
{
	const struct due_ask *ask = w->ask;

	w->from = 0;
	w->until = INDEX_NEVER;
	if (!states_of(ask->state))
		return fault_set(f, RC_INVALID,
		    "state: say running, paused, unknown, met, late, excepted, "
		    "open or all, not \"%s\"",
		    ask->state);
	if (ask->from && *ask->from)
		w->from = index_minutes(ask->from) / 1440 * 1440;
	if (ask->until && *ask->until)
		w->until = index_minutes(ask->until);
	return RC_OK;
}

static enum rc
walk_all(struct due_walk *w, struct fault *f)
{
	const char *owner = w->ask->owner;
	enum rc rc = read_days(w, f);

	w->now_ms = w->ask->as_of_ms ? w->ask->as_of_ms : hub_now(w->hub);
	if (owner && strcmp(owner, w->hub->me.login) == 0 &&
	    !w->ask->as_of_ms)
		w->owner = w->hub->me.id;
	if (!rc)
		rc = fold_look(w->hub->fold, &w->look, f);
	if (rc)
		return rc;
	/* Days that are asked of as it stood are those of then. */
	if (w->ask->as_of_ms)
		w->from = 0;
	rc = walk_states(w, f);
	look_end(&w->look);
	if (w->ask->as_of_ms)
		rc = rc ? rc : read_days(w, f);
	for (size_t i = 0; i < w->ids.n && !rc; i++)
		rc = take_as_of(w, w->ids.at[i], f);
	VEC_RELEASE(&w->ids);
	return rc;
}

struct due_kept {
	VEC(struct due_row) rows;
};

static void
keep(const struct due_row *row, void *arg)
{
	struct due_kept *kept = arg;

	*VEC_ADD(&kept->rows) = *row;
}

static int
by_next(const void *a, const void *b)
{
	const struct due_row *x = a, *y = b;

	if (x->next != y->next)
		return x->next < y->next ? -1 : 1;
	return x->clock < y->clock ? -1 : x->clock > y->clock;
}

enum rc
due_list(struct hub *hub, struct arena *arena, const struct due_ask *ask,
    struct due_page *page, struct fault *f)
{
	struct due_kept kept = { 0 };
	struct due_walk w = { .hub = hub,
		.arena = arena,
		.ask = ask,
		.fn = keep,
		.arg = &kept };
	size_t n;
	enum rc rc = walk_all(&w, f);

	*page = (struct due_page){ 0 };
	n = kept.rows.n;
	if (!rc && n) {
		qsort(kept.rows.at, n, sizeof(*kept.rows.at), by_next);
		if (ask->most && n > ask->most)
			n = ask->most;
		page->rows =
		    arena_copy(arena, kept.rows.at, n * sizeof(*page->rows));
		page->n = n;
	}
	VEC_RELEASE(&kept.rows);
	return rc;
}

enum rc
due_each(struct hub *hub, const struct due_ask *ask, due_fn *fn, void *arg,
    struct fault *f)
{
	struct due_walk w = {
		.hub = hub, .ask = ask, .fn = fn, .arg = arg
	};
	enum rc rc;

	w.arena = w.scratch = arena_new();
	rc = walk_all(&w, f);
	arena_free(w.scratch);
	return rc;
}

enum rc
due_read(struct hub *hub, struct arena *arena, const char *until_iso,
    const char *owner, size_t most, struct due_page *page, struct fault *f)
{
	struct due_ask ask = { .state = "running",
		.until = until_iso,
		.owner = owner,
		.most = most };

	return due_list(hub, arena, &ask, page, f);
}
