/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_FIND_QUERY_H
#define HANDRAIL_HUB_FIND_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/phone.h"
#include "base/postcode.h"
#include "base/ref.h"
#include "base/when.h"
#include "hub/find_word.h"

/*
 * What someone is looking for, read from what they typed. What a piece of text
 * is shows in its shape, and one piece may have several readings: "120384" is
 * a date and the end of a phone number. Any reading that agrees will do.
 */

struct arena;

/* Readings, in bits. */
enum {
	READ_WORD = 1 << 0,     /* of a name, or its beginning */
	READ_BORN = 1 << 1,     /* a day, month or year of birth */
	READ_PHONE = 1 << 2,    /* a whole number, or its end */
	READ_POSTCODE = 1 << 3, /* whole, or its outward half */
	READ_REF = 1 << 4,      /* a reference of ours */
	READ_NUMBER = 1 << 5    /* a police reference */
};

enum { FIELD_GIVEN = 1 << 0, FIELD_FAMILY = 1 << 1 };

struct find_term {
	unsigned readings;
	unsigned weight; /* of 100 by default */
	unsigned fields; /* of names it was given as; 0: any */
	struct find_word word;
	char born[WHEN_ROOM];    /* "1984", "1984-03" or "1984-03-12" */
	char swapped[WHEN_ROOM]; /* day and month the other way, or "" */
	char phone[PHONE_ROOM];  /* digits */
	char postcode[POSTCODE_ROOM];
	char ref[REF_ROOM];
	uint64_t person; /* whose reference it is, once looked up */
	char number[40];
};

#define FIND_TERMS 10

struct find_query {
	struct find_term terms[FIND_TERMS];
	size_t n;
	bool any; /* one term that agrees is enough; else as many as can be */
};

/**
 * find_query_read(q, text, now_ms, arena):
 * Read what was typed. What goes beyond FIND_TERMS is not looked for. A query
 * of no terms has nothing to look for. Text lives in ${q}; ${arena} is for
 * folding.
 */
void find_query_read(struct find_query *q, const char *text, int64_t now_ms,
    struct arena *arena);

/**
 * find_query_words(q, text, fields, weight, arena):
 * Add each word of ${text} as a name in ${fields}, sharing ${weight}.
 */
void find_query_words(struct find_query *q, const char *text, unsigned fields,
    unsigned weight, struct arena *arena);

/**
 * find_query_born(q, text, now_ms, weight), find_query_phone(q, text, weight),
 * find_query_postcode(q, text, weight):
 * Add one term of that reading, if ${text} can be read so. Whether it could.
 */
bool find_query_born(struct find_query *q, const char *text, int64_t now_ms,
    unsigned weight);
bool find_query_phone(struct find_query *q, const char *text, unsigned weight);
bool
find_query_postcode(struct find_query *q, const char *text, unsigned weight);

/**
 * find_query_has(q, reading):
 * Whether a term has that reading.
 */
bool find_query_has(const struct find_query *q, unsigned reading);

/* What agrees how well, of 100. */
enum {
	AGREE_WHOLE = 100,
	AGREE_BEGIN = 92,
	AGREE_SHORT = 84,
	AGREE_SLIP = 74,
	AGREE_SOUND = 62,
	AGREE_TAIL = 90,
	AGREE_OUTWARD = 85,
	AGREE_SWAPPED = 80,
	AGREE_ABOUT = 60,
	AGREE_OTHER_FIELD = 70 /* percent of the above */
};

#endif /* HANDRAIL_HUB_FIND_QUERY_H */
