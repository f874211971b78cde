/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "hub/act.h"
#include "hub/gate.h"
#include "hub/hub.h"
#include "model/diff.h"
#include "model/group.h"
#include "model/kind.h"
#include "model/kinds.h"
#include "model/record.h"

#include "hub/redact.h"

#define WAY(way) (1u << (way))

/* Where a person can be reached, and by which ways. */
/* clang-format off */
static const struct reach {
	unsigned kind, tag, person; /* person: the link to whose it is; 0 own */
	unsigned ways;
} reaches[] = {
	{ KIND_PERSON, PERSON_PHONE, 0,
	  WAY(GATE_PHONE) | WAY(GATE_VOICEMAIL) | WAY(GATE_TEXT) },
	{ KIND_PERSON, PERSON_EMAIL, 0, WAY(GATE_EMAIL) },
	{ KIND_HOME, HOME_ADDRESS, HOME_PERSON,
	  WAY(GATE_LETTER) | WAY(GATE_VISIT) },
	{ KIND_PARTY, PARTY_PHONE, PARTY_PERSON,
	  WAY(GATE_PHONE) | WAY(GATE_VOICEMAIL) | WAY(GATE_TEXT) },
	{ KIND_PARTY, PARTY_EMAIL, PARTY_PERSON, WAY(GATE_EMAIL) },
};
/* clang-format on */

#define REACHES (sizeof(reaches) / sizeof(reaches[0]))

struct redacting {
	const struct hub *hub;
	const struct look *look;
	struct arena *arena;
	struct gate_card card;
	uint64_t person;
	bool read, unreadable;
};

bool
redact_is(const char *text)
{
	while (*text == '?' || *text == ' ')
		text++;
	return str_starts(text, REDACT_WORDS);
}

bool
redact_hides(const struct hub *hub, const struct record *r)
{
	bool sealed = r->kind->tag == KIND_CONFLICT ||
	    (r->kind->tag == KIND_TASK &&
		record_has_code(r, TASK_WHAT, "conflict"));

	return sealed && !act_may(hub, "supervise");
}

static void
read_card(struct redacting *r, uint64_t person)
{
	if (r->read && r->person == person)
		return;
	r->read = true;
	r->person = person;
	r->unreadable =
	    gate_read(r->hub, r->look, r->arena, person, &r->card, NULL);
}

/* Whether one way there is forbidden, and whether for that very place. */
static bool
is_forbidden(struct redacting *r, enum gate_way way, const char *where,
    bool *here)
{
	struct gate_verdict v;

	gate_judge(
	    r->hub, r->arena, &r->card, way, where, hub_now(r->hub), &v);
	*here = v.here && v.answer == GATE_NO;
	return v.answer == GATE_NO || (v.answer == GATE_UNKNOWN && v.feared);
}

static bool
is_unsafe(struct redacting *r, unsigned ways, uint64_t person,
    const char *where)
{
	bool every = true, here;

	read_card(r, person);
	if (r->unreadable)
		return true;
	for (int way = 0; way < GATE_WAYS; way++) {
		if (!(ways & WAY(way)))
			continue;
		if (!is_forbidden(r, (enum gate_way)way, where, &here))
			every = false;
		else if (here)
			return true;
	}
	return every;
}

static uint64_t
owner_of(const struct record *r, const struct reach *reach)
{
	return reach->person ? record_link(r, reach->person) : r->id;
}

/* ---- rows of the safety card ---- */

/* A place that was said to be unsafe is not named by the row that says so. */
static bool
hide_rows(struct redacting *r, struct group *rules)
{
	bool hid = false;

	for (size_t i = 0; i < rules->n; i++) {
		struct group_row *row = &rules->rows[i];

		if (!*group_text(row, SAFETY_RULE_WHERE) ||
		    strcmp(group_text(row, SAFETY_RULE_SAFE), "n") != 0)
			continue;
		group_set_text(rules, row, SAFETY_RULE_WHERE, REDACT_WORDS);
		hid = true;
	}
	(void)r;
	return hid;
}

/* The value of SAFETY_RULES without them; false when there is none to hide. */
static bool
hide_in_rules(struct redacting *r, struct span value, struct span *hidden)
{
	struct group *rules;
	struct buf out = { 0 };

	if (group_decode(r->arena, value, &rules, NULL) ||
	    !hide_rows(r, rules))
		return false;
	group_encode(rules, &out);
	*hidden = arena_span(r->arena, buf_window(&out));
	buf_wipe(&out);
	return true;
}

/* ---- values ---- */

static struct span
kept_back(struct redacting *r, const struct kind *kind, unsigned tag)
{
	const struct kind_field *kf = kind_field_by_tag(kind, tag);
	struct buf out = { 0 };
	struct span value = span_str(REDACT_WORDS);

	if (kf && value_keep(kf, REDACT_WORDS, &out))
		value = arena_span(r->arena, buf_window(&out));
	buf_release(&out);
	return value;
}

/* What to show for a value of ${owner}; false when it may be shown as it is. */
static bool
hide_value(struct redacting *r, const struct kind *kind, unsigned tag,
    uint64_t person, struct span value, struct span *hidden)
{
	if (!value.len)
		return false;
	if (kind->tag == KIND_SAFETY && tag == SAFETY_RULES)
		return hide_in_rules(r, value, hidden);
	for (size_t i = 0; i < REACHES; i++) {
		if (reaches[i].kind != kind->tag || reaches[i].tag != tag)
			continue;
		if (!is_unsafe(r, reaches[i].ways, person,
			arena_strn(r->arena, value.at, value.len)))
			return false;
		*hidden = kept_back(r, kind, tag);
		return true;
	}
	return false;
}

static bool
is_reachable(const struct kind *kind)
{
	if (kind->tag == KIND_SAFETY)
		return true;
	for (size_t i = 0; i < REACHES; i++)
		if (reaches[i].kind == kind->tag)
			return true;
	return false;
}

static uint64_t
person_of(const struct record *r)
{
	for (size_t i = 0; i < REACHES; i++)
		if (reaches[i].kind == r->kind->tag)
			return owner_of(r, &reaches[i]);
	return 0;
}

/* The cells are shared until one is hidden; then the copy has its own. */
static struct record *
copy_of(struct arena *arena, const struct record *r)
{
	struct record *copy = record_new(arena, r->kind, r->id);

	for (size_t i = 0; i < r->n; i++)
		record_set(copy, r->cells[i].tag, r->cells[i].value);
	return copy;
}

static struct record *
hide_in(struct redacting *r, struct record *record, uint64_t person)
{
	struct record *copy = NULL;

	for (size_t i = 0; i < record->n; i++) {
		unsigned tag = record->cells[i].tag;
		struct span hidden;

		if (!hide_value(r, record->kind, tag, person,
			record->cells[i].value, &hidden))
			continue;
		if (!copy)
			copy = copy_of(r->arena, record);
		record_set(copy, tag, hidden);
	}
	return copy ? copy : record;
}

struct record *
redact_record(const struct hub *hub, const struct look *look,
    struct arena *arena, struct record *record)
{
	struct redacting r = { .hub = hub, .look = look, .arena = arena };

	if (!record || !is_reachable(record->kind))
		return record;
	return hide_in(&r, record, person_of(record));
}

/* ---- changes ---- */

/* Whose it is stands in what was there, or in what makes it. */
static uint64_t
person_of_change(const struct record *before, const struct kind *kind,
    const struct change *c, struct arena *arena)
{
	struct record *made;

	if (before)
		return person_of(before);
	made = record_new(arena, kind, c->id);
	for (size_t i = 0; i < c->n; i++)
		if (!c->cells[i].gone)
			record_set(made, c->cells[i].tag, c->cells[i].value);
	return person_of(made);
}

struct record *
redact_change(const struct hub *hub, const struct look *look,
    struct arena *arena, struct record *before, struct change *c)
{
	struct redacting r = { .hub = hub, .look = look, .arena = arena };
	const struct kind *kind = kinds_by_tag(hub->kinds, c->kind);
	uint64_t person;

	if (!kind || !is_reachable(kind))
		return before;
	person = person_of_change(before, kind, c, arena);
	for (size_t i = 0; i < c->n; i++) {
		struct span hidden;

		if (!c->cells[i].gone &&
		    hide_value(&r, kind, c->cells[i].tag, person,
			c->cells[i].value, &hidden))
			c->cells[i].value = hidden;
	}
	return before ? hide_in(&r, before, person) : NULL;
}
