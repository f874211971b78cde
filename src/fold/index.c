/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "model/kinds.h"
#include "model/record.h"

#include "fold/index.h"

void
index_prefix(struct buf *out, unsigned tag)
{
	buf_clear(out);
	buf_u16(out, (uint16_t)tag);
}

uint64_t
index_id(struct span key)
{
	struct reader r;

	if (key.len < 8)
		return 0;
	r = reader_of(
	    span_of((const uint8_t *)key.at + key.len - 8, 8));
	return reader_u64(&r);
}

uint32_t
index_minutes(const char *iso)
{
	int32_t day;
	unsigned hour = 23, minute = 59;
	char date[11];

	if (*iso == '~')
		iso++;
	snprintf(date, sizeof(date), "%s", iso);
	if (strlen(date) < 10 || !day_parse(date, &day) || day < 0)
		return INDEX_NEVER;
	if (iso[10] == 'T')
		sscanf(iso + 11, "%2u:%2u", &hour, &minute);
	return (uint32_t)day * 1440u + hour * 60u + minute;
}

static void
add_key(struct keyset *set, struct buf *key, uint64_t id)
{
	if (set->n == set->cap) {
		size_t cap = set->cap ? set->cap * 2 : 8;
		struct span *more = arena_get(set->arena, cap * sizeof(*more));

		if (set->n)
			memcpy(more, set->at, set->n * sizeof(*more));
		set->at = more;
		set->cap = cap;
	}
	buf_u64(key, id);
	set->at[set->n++] = arena_span(set->arena, buf_window(key));
}

static void
keys_by_ref(const struct record *r, uint16_t area, struct keyset *set)
{
	struct buf key = { 0 };

	(void)area;
	if (r->kind->tag != KIND_PERSON || !*record_text(r, PERSON_REF))
		return;
	index_prefix(&key, INDEX_REF);
	buf_puts(&key, record_text(r, PERSON_REF));
	add_key(set, &key, r->id);
	buf_release(&key);
}

/* Everyone points at a worker or a service; nobody looks them up that way. */
static bool
is_worth_following(const struct kind_field *kf)
{
	static const char *const crowds[] = { "worker", "agency", "service" };

	for (size_t i = 0; i < sizeof(crowds) / sizeof(crowds[0]); i++)
		if (kf->of && strcmp(kf->of, crowds[i]) == 0)
			return false;
	return kf->type == TYPE_LINK;
}

static void
keys_by_link(const struct record *r, uint16_t area, struct keyset *set)
{
	struct buf key = { 0 };

	(void)area;
	for (size_t i = 0; i < r->kind->n; i++) {
		const struct kind_field *kf = &r->kind->fields[i];
		uint64_t parent;

		if (!is_worth_following(kf) ||
		    !(parent = record_link(r, kf->tag)))
			continue;
		index_prefix(&key, INDEX_LINK);
		buf_u64(&key, parent);
		buf_u16(&key, r->kind->tag);
		add_key(set, &key, r->id);
	}
	buf_release(&key);
}

/* Lower comes first among those due in the same minute. */
static uint8_t
risk_rank(const struct record *casefile)
{
	static const struct {
		const char *code;
		uint8_t rank;
	} ranks[] = { { "s", 0 }, { "k", 1 }, { "c", 1 }, { "p", 2 }, { "y", 2 },
		{ "v", 2 }, { "r", 3 }, { "l", 3 } };

	for (size_t i = 0; i < sizeof(ranks) / sizeof(ranks[0]); i++)
		if (record_has_code(casefile, CASEFILE_RISK, ranks[i].code))
			return ranks[i].rank;
	return 9;
}

static void
keys_by_queue(const struct record *r, uint16_t area, struct keyset *set)
{
	uint64_t owners[2] = { 0, INDEX_EVERYONE };
	struct buf key = { 0 };

	if (r->kind->tag != KIND_CASEFILE ||
	    strcmp(record_text(r, CASEFILE_STATUS), "closed") == 0)
		return;
	owners[0] = record_link(r, CASEFILE_OWNER);
	for (size_t i = 0; i < 2; i++) {
		index_prefix(&key, INDEX_QUEUE);
		buf_u16(&key, area);
		buf_u64(&key, owners[i]);
		buf_u32(&key,
		    index_minutes(record_text(r, CASEFILE_NEXT_DUE)));
		buf_u8(&key, risk_rank(r));
		add_key(set, &key, r->id);
	}
	buf_release(&key);
}

/* What only a supervisor decides, by when it came. */
static void
keys_by_supervisor(const struct record *r, uint16_t area, struct keyset *set)
{
	struct buf key = { 0 };

	if (r->kind->tag != KIND_TASK ||
	    strcmp(record_text(r, TASK_STATE), "open") != 0 ||
	    (!record_has_code(r, TASK_WHAT, "supervisor") &&
		!record_has_code(r, TASK_WHAT, "conflict")))
		return;
	index_prefix(&key, INDEX_QUEUE);
	buf_u16(&key, area);
	buf_u64(&key, INDEX_SUPERVISOR);
	buf_u32(&key, index_minutes(record_text(r, TASK_DUE)));
	buf_u8(&key, 0);
	add_key(set, &key, r->id);
	buf_release(&key);
}

/* What of each kind is due, and which state says that it no longer is. */
static const struct {
	uint16_t kind, due, state;
	const char *open;
} dues[] = {
	{ KIND_TASK, TASK_DUE, TASK_STATE, "open" },
};

static void
keys_by_due(const struct record *r, uint16_t area, struct keyset *set)
{
	struct buf key = { 0 };
	uint32_t due;

	(void)area;
	for (size_t i = 0; i < sizeof(dues) / sizeof(dues[0]); i++) {
		if (r->kind->tag != dues[i].kind ||
		    strcmp(record_text(r, dues[i].state), dues[i].open) != 0)
			continue;
		due = index_minutes(record_text(r, dues[i].due));
		if (due == INDEX_NEVER)
			continue;
		index_prefix(&key, INDEX_DUE);
		buf_u32(&key, due);
		buf_u16(&key, r->kind->tag);
		add_key(set, &key, r->id);
	}
	buf_release(&key);
}

/* In the order of INDEX_CLOCK. */
static const char *const clock_states[] = { "running", "paused", "unknown",
	"met", "late", "excepted" };

#define CLOCK_STATES (sizeof(clock_states) / sizeof(clock_states[0]))

unsigned
index_clock_state(const char *state)
{
	for (unsigned i = 0; i < CLOCK_STATES; i++)
		if (strcmp(clock_states[i], state) == 0)
			return i;
	return INDEX_CLOCK_OTHER;
}

/* By what comes next: the day it falls due, or one to look at it before. */
static void
keys_by_clock(const struct record *r, uint16_t area, struct keyset *set)
{
	struct buf key = { 0 };
	uint32_t due, prompt;

	if (r->kind->tag != KIND_CLOCK)
		return;
	due = index_minutes(record_text(r, CLOCK_DUE));
	prompt = index_minutes(record_text(r, CLOCK_PROMPT));
	index_prefix(&key, INDEX_CLOCK);
	buf_u8(&key, (uint8_t)index_clock_state(record_text(r, CLOCK_STATE)));
	buf_u32(&key, prompt < due ? prompt : due);
	buf_u16(&key, area);
	add_key(set, &key, r->id);
	buf_release(&key);
}

/* Hearings by their day, those that did not take place among them. */
static void
keys_by_diary(const struct record *r, uint16_t area, struct keyset *set)
{
	struct buf key = { 0 };
	uint32_t on;

	(void)area;
	if (r->kind->tag != KIND_HEARING)
		return;
	on = index_minutes(record_text(r, HEARING_ON));
	if (on == INDEX_NEVER)
		return;
	index_prefix(&key, INDEX_DIARY);
	buf_u32(&key, on);
	buf_u16(&key, r->kind->tag);
	add_key(set, &key, r->id);
	buf_release(&key);
}

/* clang-format off */
const struct index index_table[] = {
	{ .tag = INDEX_REF, .name = "ref", .keys = keys_by_ref,
	  .help = "People by the reference they are told." },
	{ .tag = INDEX_LINK, .name = "link", .keys = keys_by_link,
	  .help = "What belongs to a person, a case or a crime." },
	{ .tag = INDEX_QUEUE, .name = "queue", .keys = keys_by_queue,
	  .help = "Open cases by area, owner, what is due next, and risk." },
	{ .tag = INDEX_QUEUE, .name = "supervisor", .keys = keys_by_supervisor,
	  .help = "What waits for a supervisor, by area and when it came." },
	{ .tag = INDEX_DUE, .name = "due", .keys = keys_by_due,
	  .help = "Open tasks by when they fall due." },
	{ .tag = INDEX_CLOCK, .name = "clock", .keys = keys_by_clock,
	  .help = "Clocks by state and by what comes next of them." },
	{ .tag = INDEX_DIARY, .name = "diary", .keys = keys_by_diary,
	  .help = "Hearings by the day they are listed for." },
	{ .name = NULL }
};
/* clang-format on */

static int
compare_spans(const void *a, const void *b)
{
	return span_cmp(*(const struct span *)a, *(const struct span *)b);
}

void
index_keys(const struct record *r, uint16_t area, struct keyset *set)
{
	set->n = 0;
	if (!r)
		return;
	for (const struct index *x = index_table; x->name; x++)
		x->keys(r, area, set);
	if (set->n > 1)
		qsort(set->at, set->n, sizeof(*set->at), compare_spans);
}
