/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/card_of.h"
#include "hub/acts/person.h"
#include "hub/doing.h"
#include "hub/gate.h"
#include "hub/slip.h"
#include "model/group.h"
#include "model/kind.h"

/*
 * What was said of one way, at one number or address. It stands over the
 * letters of the card; said again of the same place it takes the place of what
 * was said before.
 */

/* clang-format off */
static const struct {
	const char *name;
	uint16_t tag;
} parts[] = {
	{ "way", SAFETY_RULE_WAY },	{ "where", SAFETY_RULE_WHERE },
	{ "safe", SAFETY_RULE_SAFE },	{ "times", SAFETY_RULE_TIMES },
	{ "who", SAFETY_RULE_WHO },	{ "say", SAFETY_RULE_SAY },
	{ "leave", SAFETY_RULE_LEAVE },	{ "until", SAFETY_RULE_UNTIL },
};
/* clang-format on */

#define PARTS (sizeof(parts) / sizeof(parts[0]))

static enum rc
set_part(struct doing *d, const struct kind_field *rules, struct group *g,
    struct group_row *row, size_t i, struct fault *f)
{
	const struct kind_field *kf = kind_part_by_tag(rules, parts[i].tag);
	const char *text = slip_text(d->slip, parts[i].name);
	struct buf value = { 0 };
	struct fault why = { 0 };
	enum rc rc;

	if (str_is_blank(text))
		return RC_OK;
	rc = value_parse(kf, text, &d->ctx, &value, &why);
	if (rc)
		rc = fault_set(
		    f, RC_INVALID, "%s: %s", parts[i].name, why.text);
	else
		group_set(g, row, parts[i].tag, buf_window(&value));
	buf_wipe(&value);
	return rc;
}

static bool
speaks_of_same(const struct group_row *a, const struct group_row *b)
{
	return strcmp(group_text(a, SAFETY_RULE_WAY),
		   group_text(b, SAFETY_RULE_WAY)) == 0 &&
	    str_ieq(group_text(a, SAFETY_RULE_WHERE),
		group_text(b, SAFETY_RULE_WHERE));
}

/* The last row is the new one: what it takes the place of goes. */
static void
drop_old(struct group *g)
{
	for (size_t i = 0; i + 1 < g->n;)
		if (speaks_of_same(&g->rows[i], &g->rows[g->n - 1]))
			group_drop(g, i);
		else
			i++;
}

static enum rc
change_rules(struct doing *d, struct record *card, struct fault *f)
{
	const struct kind_field *rules =
	    kind_field_by_tag(card->kind, SAFETY_RULES);
	struct group *g = group_new(d->arena);
	struct group_row *row;
	struct span value;
	struct buf out = { 0 };
	enum rc rc = RC_OK;

	if (record_get(card, SAFETY_RULES, &value) &&
	    (rc = group_decode(d->arena, value, &g, f)))
		return rc;
	row = group_add(g);
	for (size_t i = 0; i < PARTS && !rc; i++)
		rc = set_part(d, rules, g, row, i, f);
	if (rc)
		return rc;
	if (!*group_text(row, SAFETY_RULE_WAY) ||
	    !*group_text(row, SAFETY_RULE_SAFE))
		return fault_set(f, RC_INVALID,
		    "way, safe: say which way, and whether it is safe");
	drop_old(g);
	if (strcmp(group_text(&g->rows[g->n - 1], SAFETY_RULE_SAFE), "-") == 0)
		group_drop(g, g->n - 1);
	group_encode(g, &out);
	record_set(card, SAFETY_RULES,
	    g->n ? buf_window(&out) : span_of("", 0));
	buf_wipe(&out);
	return RC_OK;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *person, *card;
	struct gate_verdict v;
	enum gate_way way = GATE_PHONE;
	struct buf words = { 0 };
	enum rc rc = person_of_slip(d, &person, f);

	if (rc || (rc = card_of(d, person, &card, f)) ||
	    (rc = change_rules(d, card, f)))
		return rc;
	card_asked(d, card);
	d->done->made = card->id;
	(void)gate_way_by_code(slip_text(d->slip, "way"), &way);
	rc = gate_check(d, person->id, way,
	    slip_has(d->slip, "where") ? slip_text(d->slip, "where") : NULL, &v,
	    f);
	if (rc)
		return rc;
	gate_words(&v, &words);
	doing_say(d, "Saved. %s", buf_str(&words));
	buf_release(&words);
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "person", "whom it is about, by reference", true },
	{ "way", "p ring, v voicemail, t text, l letter, e e-mail, h visit, i "
		 "interpreter, o somebody else", true },
	{ "safe", "y safe, n not safe, a ask them first, - no rule any more",
	    true },
	{ "where", "the number or address it is about; any if unsaid", false },
	{ "times", "when, in their words: mon-fri 10-2", false },
	{ "who", "who may answer", false },
	{ "say", "what to say if someone else answers", false },
	{ "leave", "the words to leave, and no others", false },
	{ "until", "until when it holds", false },
	{ NULL, NULL, false },
};

const struct act act_set_safe_way = {
	.tag = ACT_SET_SAFE_WAY,
	.name = "set_safe_way",
	.verb = "set_safety",
	.title = "Safe way set",
	.help = "Write down whether one way is safe, at one number or address, "
		"when, and what to say.",
	.lines = lines,
	.run = run,
};
