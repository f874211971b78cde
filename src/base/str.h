/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_STR_H
#define HANDRAIL_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * Small work on texts. Letters here are ASCII, whatever the locale says;
 * people's names go through utf8.h.
 */

/**
 * str_trim(s):
 * Cut blanks off the end of ${s} in place and return where its first
 * non-blank is.
 */
char *str_trim(char *s);

/**
 * str_trimmed(s):
 * The window on ${s} without the blanks at its ends. Lends.
 */
struct span str_trimmed(struct span s);

bool str_is_blank(const char *s);

/**
 * str_ieq(a, b), str_starts(s, with), str_istarts(s, with):
 * Equal but for case; begins with; begins with but for case.
 */
bool str_ieq(const char *a, const char *b);
bool str_starts(const char *s, const char *with);
bool str_istarts(const char *s, const char *with);

/**
 * str_part(rest, by, part):
 * The next part of ${*rest} up to the character ${by}, which is passed over;
 * false when there is none left, and ${*rest} is NULL then. "a,,b" has three
 * parts, "a," two, and "" one that is empty.
 */
bool str_part(const char **rest, char by, struct span *part);

/**
 * str_word(rest, word):
 * The next run of non-blanks in ${*rest}; false when there is none left.
 */
bool str_word(const char **rest, struct span *word);

/**
 * str_to_u64(s, v), str_to_i64(s, v):
 * The number that the whole of ${s} is, in decimal; false, leaving ${v} alone,
 * when it is anything else.
 */
bool str_to_u64(const char *s, uint64_t *v);
bool str_to_i64(const char *s, int64_t *v);

/**
 * str_set(to, room, from):
 * Copy ${from} to the ${room} bytes at ${to}, cut if need be between UTF-8
 * characters, always with a NUL. Whether all of it went in.
 */
bool str_set(char *to, size_t room, const char *from);

/**
 * str_upper(s), str_lower(s):
 * Change the ASCII letters of ${s} in place.
 */
void str_upper(char *s);
void str_lower(char *s);

/**
 * str_distance(a, b):
 * How many letters must be changed, added, dropped or swapped with their
 * neighbour to make one of the other. Texts over 64 bytes are cut to that.
 */
size_t str_distance(const char *a, const char *b);

/**
 * str_nearest(word, words):
 * The one of ${words} (ended by NULL) that ${word} was most likely meant to
 * be, or NULL when none is near. Lends.
 */
const char *str_nearest(const char *word, const char *const *words);

#endif /* HANDRAIL_BASE_STR_H */
