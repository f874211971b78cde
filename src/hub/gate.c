/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/phone.h"
#include "base/str.h"
#include "base/week.h"
#include "base/when.h"
#include "hub/hub.h"
#include "hub/practice.h"
#include "model/group.h"
#include "model/kinds.h"
#include "model/record.h"

#include "hub/gate.h"

/* How each way is written down, said, and where it leads. */
/* clang-format off */
static const struct gate_row {
	const char *code, *words, *lacks;
	unsigned own, theirs; /* field of the person, and of the party */
} ways[GATE_WAYS] = {
	[GATE_PHONE] = { "p", "a call", "a telephone number",
	    PERSON_PHONE, PARTY_PHONE },
	[GATE_VOICEMAIL] = { "v", "a voicemail",
	    "a telephone number", PERSON_PHONE, PARTY_PHONE },
	[GATE_TEXT] = { "t", "a text", "a telephone number",
	    PERSON_PHONE, PARTY_PHONE },
	[GATE_LETTER] = { "l", "a letter", NULL, 0, 0 },
	[GATE_EMAIL] = { "e", "an e-mail", "an e-mail address",
	    PERSON_EMAIL, PARTY_EMAIL },
	[GATE_VISIT] = { "h", "a visit", NULL, 0, 0 },
	[GATE_INTERPRETER] = { "i", "an interpreter", NULL, 0, 0 },
	[GATE_THIRD] = { "o", "a message through somebody else", NULL, 0, 0 },
};
/* clang-format on */

/* Everything that the steps below need. */
struct judging {
	const struct hub *hub;
	struct arena *arena;
	const struct gate_card *card;
	const struct practice_way *practice;
	const struct group_row *rule; /* the one that stands; NULL: none */
	int64_t at_ms;
	struct gate_verdict *v;
};

bool
gate_way_by_code(const char *code, enum gate_way *way)
{
	for (int i = 0; i < GATE_WAYS; i++)
		if (str_ieq(ways[i].code, code)) {
			*way = (enum gate_way)i;
			return true;
		}
	return false;
}

const char *
gate_way_code(enum gate_way way)
{
	return ways[way].code;
}

const char *
gate_way_words(enum gate_way way)
{
	return ways[way].words;
}

/* The answer stands: the steps after this one are not asked. */
static bool
answer(struct judging *j, enum gate_answer answer, const char *why)
{
	j->v->answer = answer;
	j->v->why = why;
	return true;
}

/* ---- where ---- */

/* Two ways of writing one number or address are the same place. */
static bool
is_same_place(const char *a, const char *b)
{
	char x[PHONE_ROOM], y[PHONE_ROOM];

	if (!phone_normal(a, x, NULL) && !phone_normal(b, y, NULL))
		return strcmp(x, y) == 0;
	for (;; a++, b++) {
		while (*a && !isalnum((unsigned char)*a) && !(*a & 0x80))
			a++;
		while (*b && !isalnum((unsigned char)*b) && !(*b & 0x80))
			b++;
		if (tolower((unsigned char)*a) != tolower((unsigned char)*b))
			return false;
		if (!*a)
			return true;
	}
}

/* All contact with this person goes through somebody else. */
static bool
goes_through(struct judging *j, const char *where)
{
	const struct record *party = j->card->contact;
	const struct gate_row *way = &ways[j->v->way];

	j->v->via = party ? record_text(party, PARTY_NAME) :
			    record_text(j->card->person, PERSON_VIA_NAME);
	if (!party || !way->theirs)
		return false;
	j->v->where = record_text(party, way->theirs);
	if (!where || is_same_place(where, j->v->where) ||
	    !is_same_place(where, record_text(j->card->person, way->own)))
		return false;
	return answer(j, GATE_NO,
	    arena_printf(j->arena,
		"all contact goes through %s, and this is not theirs",
		j->v->via));
}

static bool
leads_nowhere(struct judging *j, const char *where)
{
	const struct gate_row *way = &ways[j->v->way];

	if (!*j->v->where && way->own && !j->card->contact)
		j->v->where = record_text(j->card->person, way->own);
	if (where)
		j->v->where = where;
	if (!way->lacks || *j->v->where)
		return false;
	return answer(j, GATE_NO,
	    arena_printf(j->arena, "there is no %s written down",
		strchr(way->lacks, ' ') + 1));
}

/* ---- rules of one way ---- */

static bool
is_past(const struct judging *j, const char *iso)
{
	int32_t first, last;

	return *iso && when_days(iso, &first, &last) &&
	    last < moment_day(j->at_ms);
}

/* How closely a rule speaks of this: 0 not at all, 2 of this very place. */
static int
closeness(const struct judging *j, const struct group_row *row)
{
	const char *where = group_text(row, SAFETY_RULE_WHERE);

	if (!str_ieq(group_text(row, SAFETY_RULE_WAY), ways[j->v->way].code))
		return 0;
	if (!*where)
		return 1;
	return *j->v->where && is_same_place(where, j->v->where) ? 2 : 0;
}

/* Of the rules that speak of it the closest; of two as close the later. */
static void
find_rule(struct judging *j)
{
	struct span value;
	struct group *rules;
	int best = 1;

	if (!j->card->safety ||
	    !record_get(j->card->safety, SAFETY_RULES, &value) ||
	    group_decode(j->arena, value, &rules, NULL))
		return;
	for (size_t i = 0; i < rules->n; i++) {
		int close = closeness(j, &rules->rows[i]);

		if (close >= best) {
			best = close;
			j->rule = &rules->rows[i];
			j->v->here = close == 2;
		}
	}
}

static const char *
rule_text(const struct judging *j, unsigned tag)
{
	return j->rule ? group_text(j->rule, tag) : "";
}

static const char *
card_text(const struct judging *j, unsigned tag)
{
	return j->card->safety ? record_text(j->card->safety, tag) : "";
}

/* What the rule says, or else the card. */
static const char *
either(const struct judging *j, unsigned rule, unsigned card)
{
	const char *text = rule_text(j, rule);

	return *text || !card ? text : card_text(j, card);
}

static void
take_words(struct judging *j)
{
	struct gate_verdict *v = j->v;

	v->times = either(j, SAFETY_RULE_TIMES, SAFETY_TIMES);
	v->say = either(j, SAFETY_RULE_SAY, SAFETY_SAY);
	v->who = either(j, SAFETY_RULE_WHO, SAFETY_WHO);
	v->leave = rule_text(j, SAFETY_RULE_LEAVE);
	v->avoid = card_text(j, SAFETY_AVOID);
	v->word = card_text(j, SAFETY_WORD);
	v->withhold =
	    j->card->safety && record_flag(j->card->safety, SAFETY_WITHHOLD);
	if (!*v->say)
		v->say = practice_cover(j->hub->practice);
}

/* ---- the steps ---- */

/* What rules everything out, whichever way it is. */
static bool
is_ruled_out(struct judging *j)
{
	const struct record *s = j->card->safety;

	if (s && record_flag(s, SAFETY_NO_CONTACT))
		return answer(j, GATE_NO,
		    "they asked us not to be in touch; only a duty to keep "
		    "somebody safe goes before that");
	if (s && record_has_code(s, SAFETY_CHANNELS, "x") && !j->rule)
		return answer(
		    j, GATE_NO, "there is no safe way to reach them");
	return false;
}

static bool
was_asked_too_long_ago(const struct judging *j)
{
	int days = practice_again_days(j->hub->practice);
	int32_t first, last;

	return days && !*card_text(j, SAFETY_UNTIL) &&
	    when_days(card_text(j, SAFETY_ASKED), &first, &last) &&
	    last + days < moment_day(j->at_ms);
}

/* Whether what was said still holds. */
static bool
holds(struct judging *j)
{
	if (is_past(j, rule_text(j, SAFETY_RULE_UNTIL)) ||
	    is_past(j, card_text(j, SAFETY_UNTIL))) {
		j->v->again = true;
		return false;
	}
	j->v->again = was_asked_too_long_ago(j);
	return true;
}

static bool
was_not_asked(struct judging *j, bool lapsed)
{
	enum practice_unasked may = !j->practice ? PRACTICE_NO :
	    j->card->feared ? j->practice->feared :
			      j->practice->unasked;

	j->v->again = true;
	if (may == PRACTICE_YES)
		return false;
	if (may == PRACTICE_EYE)
		return answer(j, GATE_EYE,
		    "it was not asked whether this is safe; look, ask, and "
		    "decide");
	return answer(j, GATE_UNKNOWN,
	    arena_printf(j->arena, "%s is not known to be safe for this "
		"person%s%s", ways[j->v->way].words,
		lapsed ? ": what they said holds no longer, ask again" : "",
		j->card->feared ?
		    ", and for this crime that counts as not safe" : ""));
}

/* "Not safe" stands for ever, "safe" for as long as was said. */
static bool
rule_forbids(struct judging *j)
{
	const char *safe = rule_text(j, SAFETY_RULE_SAFE);

	if (str_ieq(safe, "n"))
		return answer(j, GATE_NO,
		    arena_printf(j->arena, "they said that %s is not safe%s",
			ways[j->v->way].words,
			*rule_text(j, SAFETY_RULE_WHERE) ? " there" : ""));
	if (!holds(j))
		return was_not_asked(j, true);
	if (str_ieq(safe, "a"))
		return answer(
		    j, GATE_EYE, "they want to be asked first each time");
	return false;
}

static bool
letters_forbid(struct judging *j)
{
	const char *letters = card_text(j, SAFETY_CHANNELS);
	const char *letter = j->practice ? j->practice->letter : NULL;

	if (!*letters)
		return was_not_asked(j, false);
	if (letter && !record_has_code(j->card->safety, SAFETY_CHANNELS, letter))
		return answer(j, GATE_NO,
		    arena_printf(j->arena, "%s is not known to be safe for "
			"this person: it is not among the ways they said are",
			ways[j->v->way].words));
	if (!holds(j))
		return was_not_asked(j, true);
	/* A way with no letter of its own, other than ringing, was not asked. */
	return !letter && j->v->way != GATE_PHONE && was_not_asked(j, false);
}

static bool
is_a_bad_time(struct judging *j)
{
	bool set = j->card->safety &&
	    record_has_code(j->card->safety, SAFETY_CHANNELS, "w");
	struct week w;

	if (!j->practice || !j->practice->timed)
		return false;
	if (!*j->v->times)
		return set && answer(j, GATE_EYE,
		    "only at set times, and none are written down");
	week_read(j->v->times, &w);
	if (!w.n)
		return answer(j, GATE_EYE,
		    "their safe times are in words: read them, and decide");
	if (!week_is_open(&w, j->at_ms)) {
		if (!w.unclear)
			(void)week_next(&w, j->at_ms, &j->v->next_ms);
		return answer(j, GATE_LATER, "not one of their safe times");
	}
	return w.unclear && answer(j, GATE_EYE,
	    "their safe times say more than hours: read them, and decide");
}

void
gate_judge(const struct hub *hub, struct arena *arena,
    const struct gate_card *card, enum gate_way way, const char *where,
    int64_t at_ms, struct gate_verdict *v)
{
	struct judging j = { .hub = hub, .arena = arena, .card = card,
		.practice = practice_way(hub->practice, ways[way].code),
		.at_ms = at_ms, .v = v };

	*v = (struct gate_verdict){ .answer = GATE_YES, .way = way,
		.why = "it is safe", .times = "", .say = "", .leave = "",
		.avoid = "", .who = "", .word = "", .via = "", .where = "",
		.feared = card->feared };
	if (where && str_is_blank(where))
		where = NULL;
	if (goes_through(&j, where)) {
		take_words(&j);
		return;
	}
	(void)(leads_nowhere(&j, where) || (find_rule(&j), is_ruled_out(&j)) ||
	    (j.rule ? rule_forbids(&j) : letters_forbid(&j)) ||
	    (take_words(&j), is_a_bad_time(&j)));
	take_words(&j);
	if (v->answer == GATE_YES && v->again && !j.rule &&
	    !*card_text(&j, SAFETY_CHANNELS))
		v->why = "nobody asked what is safe: ring, say nothing of us "
			 "to anyone else, and ask first";
}

/* ---- in words ---- */

bool
gate_is_open(const struct gate_verdict *v)
{
	return v->answer == GATE_YES;
}

/* Short enough for the line of a screen: the whole of it is gate_words(). */
enum rc
gate_refuse(const struct gate_verdict *v, struct fault *f)
{
	static const char *const answers[] = { [GATE_YES] = "safe",
		[GATE_LATER] = "not safe at this time",
		[GATE_EYE] = "for you to look at first", [GATE_NO] = "not safe",
		[GATE_UNKNOWN] = "not known to be safe" };

	return fault_set(f, RC_UNLAWFUL,
	    "%s is %s; to go on, give a reason (unsafe-why)",
	    ways[v->way].words, answers[v->answer]);
}

static void
add_said(struct buf *out, const char *what, const char *text)
{
	if (*text)
		buf_printf(out, " %s: %s.", what, text);
}

void
gate_words(const struct gate_verdict *v, struct buf *out)
{
	static const char *const answers[] = { [GATE_YES] = "OK",
		[GATE_LATER] = "NOT NOW", [GATE_EYE] = "LOOK FIRST",
		[GATE_NO] = "NO", [GATE_UNKNOWN] = "NOT KNOWN, so NO" };
	char when[17];

	buf_printf(out, "%s, %s: %s.", answers[v->answer], ways[v->way].words,
	    v->why);
	if (v->next_ms) {
		moment_show(v->next_ms, when);
		buf_printf(out, " Next %s.", when);
	}
	if (v->answer == GATE_NO || v->answer == GATE_UNKNOWN)
		return;
	add_said(out, "Times", v->times);
	add_said(out, "Speak only to", v->via);
	add_said(out, "May answer", v->who);
	add_said(out, "Say", v->say);
	add_said(out, "Leave", v->leave);
	add_said(out, "Code word", v->word);
	add_said(out, "Never", v->avoid);
	if (v->withhold)
		buf_puts(out, " Withhold our number.");
	if (v->again)
		buf_puts(out, " Ask again what is safe.");
}
