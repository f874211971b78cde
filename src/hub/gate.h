/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_GATE_H
#define HANDRAIL_HUB_GATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * May this person be reached by this way, at this address or number, at this
 * moment? Everything that leaves the hub for a person asks here: calls,
 * voicemail, texts, letters, e-mails, visits, interpreters, surveys, referrals
 * that carry an address. There is no second opinion anywhere else.
 *
 * What was said of one way at one address stands over what was said of the way,
 * and that over the letters of the safety card. What was not asked, or is not
 * good any more, is not known; for the crimes that data/contact fears it counts
 * as not safe. A person with one contact person is reached through that person
 * only.
 */

struct arena;
struct buf;
struct doing;
struct hub;
struct look;
struct record;

enum gate_way {
	GATE_PHONE,
	GATE_VOICEMAIL,
	GATE_TEXT,
	GATE_LETTER,
	GATE_EMAIL,
	GATE_VISIT,
	GATE_INTERPRETER, /* an interpreter is on the line or in the room */
	GATE_THIRD,	  /* a message through somebody else */
	GATE_WAYS
};

enum gate_answer {
	GATE_YES,
	GATE_LATER,   /* not now; verdict.next says when */
	GATE_EYE,     /* hours or rules that only a person can read: ask, look */
	GATE_NO,      /* told not to, or nowhere to reach them */
	GATE_UNKNOWN, /* not known, and so not done */
};

struct gate_verdict {
	enum gate_answer answer;
	enum gate_way way;
	const char *why;   /* a sentence, never NULL; names no address */
	int64_t next_ms;   /* when it opens; 0: not known */
	const char *times; /* as they were said; "" any */
	const char *say;   /* the cover words, should somebody else answer */
	const char *leave; /* words to leave behind; "" none */
	const char *avoid; /* what must never be done or said; "" none */
	const char *who;   /* who may answer; "" only the person */
	const char *word;  /* the code word, by which they know us; "" none */
	const char *via;   /* the one person to speak to; "" the person */
	const char *where; /* the number or address to use; "" none known, or
			      kept apart (a home address stands in its own area) */
	bool withhold;	   /* our number must not show */
	bool again;	   /* what is safe must be asked again */
	bool feared;	   /* unknown counts as not safe */
	bool here;	   /* a rule of this very place stands */
};

/* What the gate judges by; the records are lent. */
struct gate_card {
	const struct record *person;
	const struct record *safety;  /* NULL: nobody asked */
	const struct record *contact; /* the party all contact goes through */
	bool feared;
};

/**
 * gate_ask(hub, arena, person, way, where, v, f):
 * Judge, as of now, reaching ${person} by ${way} at ${where}, a number or an
 * address as it stands in a record; NULL: the one on record. The answer is in
 * ${v}, with texts in ${arena}. RC_MISSING when there is nobody that this worker
 * may see.
 */
NODISCARD enum rc gate_ask(struct hub *hub, struct arena *arena,
    uint64_t person, enum gate_way way, const char *where,
    struct gate_verdict *v, struct fault *f);

/**
 * gate_check(d, person, way, where, v, f):
 * The same within an act.
 */
NODISCARD enum rc gate_check(struct doing *d, uint64_t person,
    enum gate_way way, const char *where, struct gate_verdict *v,
    struct fault *f);

/**
 * gate_read(hub, look, arena, person, card, f):
 * The card of ${person} for gate_judge(), as of ${look}.
 */
NODISCARD enum rc gate_read(const struct hub *hub, const struct look *look,
    struct arena *arena, uint64_t person, struct gate_card *card,
    struct fault *f);

/**
 * gate_judge(hub, arena, card, way, where, at_ms, v):
 * The judgement itself, on records in hand, as of ${at_ms}.
 */
void gate_judge(const struct hub *hub, struct arena *arena,
    const struct gate_card *card, enum gate_way way, const char *where,
    int64_t at_ms, struct gate_verdict *v);

/**
 * gate_is_open(v):
 * Whether it may be done with no more ado. Nothing but GATE_YES is that: what
 * a machine would do by itself is not done on GATE_EYE.
 */
bool gate_is_open(const struct gate_verdict *v);

/**
 * gate_refuse(v, f):
 * RC_UNLAWFUL, with a short sentence and the way on.
 */
enum rc gate_refuse(const struct gate_verdict *v, struct fault *f);

/**
 * gate_words(v, out):
 * Add the verdict as a handler reads it before dialling: the answer, why, when
 * next, what to say and to leave, who may answer.
 */
void gate_words(const struct gate_verdict *v, struct buf *out);

/**
 * gate_way_by_code(code, way), gate_way_code(way), gate_way_words(way):
 * The way of a code of data/codes/safe-way.cfg, its code, and it as people say
 * it: "a letter".
 */
bool gate_way_by_code(const char *code, enum gate_way *way);
const char *gate_way_code(enum gate_way way);
const char *gate_way_words(enum gate_way way);

#endif /* HANDRAIL_HUB_GATE_H */
