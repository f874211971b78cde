/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_FIND_AGREE_H
#define HANDRAIL_HUB_FIND_AGREE_H

#include <stddef.h>

/*
 * How well a person's record agrees with what somebody is looking for, judged
 * from the record itself: the run only says where to look.
 */

struct arena;
struct find_query;
struct record;
struct short_names;

struct find_agreed {
	unsigned score;  /* 0 to 100 */
	size_t terms;    /* how many terms agreed */
	char words[192]; /* "surname, date of birth" */
};

/**
 * find_agree(query, person, numbers, names, arena, out):
 * Judge ${person}, whose crimes have the ${numbers} (ended by NULL). What the
 * record does not hold counts against it only when all terms are wanted.
 */
void find_agree(const struct find_query *query, const struct record *person,
    const char *const *numbers, const struct short_names *names,
    struct arena *arena, struct find_agreed *out);

#endif /* HANDRAIL_HUB_FIND_AGREE_H */
