/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_UTF8_H
#define HANDRAIL_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buf;

/*
 * Text as people write it: UTF-8, in normal form C, read one grapheme cluster
 * at a time ("what a reader would call a letter") and measured in terminal
 * columns. All of it stands on libutf8proc; there are no tables of ours.
 *
 * No function here trusts its input: bytes that are not UTF-8 count as one
 * U+FFFD each, and n may be (size_t)-1 where the text ends with NUL.
 */

/**
 * utf8_valid(p, n):
 * Whether the ${n} bytes at ${p} are UTF-8 with no NUL in them.
 */
bool utf8_valid(const void *p, size_t n);

/**
 * utf8_next(p, n, cp):
 * Store the first code point of ${n} bytes at ${p} in ${cp} (U+FFFD for a byte
 * that is not UTF-8) and return how many bytes it took; 0 when ${n} is 0.
 */
size_t utf8_next(const void *p, size_t n, uint32_t *cp);

/**
 * utf8_put(cp, out):
 * Write ${cp} into ${out} (room for 5) with a NUL; return its bytes.
 */
size_t utf8_put(uint32_t cp, char out[5]);

/**
 * utf8_lower(cp), utf8_title(cp):
 * The small letter of ${cp}; the capital one that begins a word. ${cp} itself
 * where there is none.
 */
uint32_t utf8_lower(uint32_t cp);
uint32_t utf8_title(uint32_t cp);

/**
 * utf8_cluster(s, n):
 * How many of the ${n} bytes at ${s} make its first grapheme cluster; 0 when
 * there are none.
 */
size_t utf8_cluster(const char *s, size_t n);

/**
 * utf8_is_mark(cp):
 * Whether ${cp} takes no column of its own and sits on the letter before it.
 */
bool utf8_is_mark(uint32_t cp);

/**
 * utf8_cluster_width(s, n):
 * The columns that one cluster of ${n} bytes takes: 0, 1 or 2.
 */
int utf8_cluster_width(const char *s, size_t n);

/**
 * utf8_width(s, n):
 * The columns that ${n} bytes at ${s} take on a terminal.
 */
int utf8_width(const char *s, size_t n);

/**
 * utf8_fit(s, n, cols, used):
 * How many bytes of ${s} fit in ${cols} columns without cutting a cluster;
 * the columns they take go to ${used} unless it is NULL.
 */
size_t utf8_fit(const char *s, size_t n, int cols, int *used);

/**
 * utf8_is_steady(s, n):
 * Whether every terminal draws this one cluster with the same width. Emoji,
 * flags and joined sequences are not; lists show a mark in their place.
 */
bool utf8_is_steady(const char *s, size_t n);

/**
 * utf8_nfc(a, p, n):
 * The text in normal form C, in ${a}, ending with NUL. Bytes that are not
 * UTF-8 become U+FFFD. Nothing else is changed.
 */
char *utf8_nfc(struct arena *a, const void *p, size_t n);

/**
 * utf8_fold(a, s):
 * ${s} for searching and comparing: case folded, accents removed, ligatures
 * and width variants undone, in ${a}.
 */
char *utf8_fold(struct arena *a, const char *s);

/**
 * utf8_safe(b, s, n):
 * Add ${s} to ${b}, made harmless for any place it is shown: control
 * characters, C1, DEL, bidirectional controls, zero-width and invisible
 * characters, tags, private use and non-characters become visible marks such
 * as "<U+202E>". Joiners stand where a letter carries them (Indic and Persian
 * names need them). Newline and tab become marks too.
 */
void utf8_safe(struct buf *b, const char *s, size_t n);

/**
 * utf8_safe_lines(b, s, n):
 * As utf8_safe, but a newline stays a newline and a tab becomes a space.
 */
void utf8_safe_lines(struct buf *b, const char *s, size_t n);

/**
 * utf8_is_harmless(cp):
 * Whether ${cp} may stand as it is in text for people.
 */
bool utf8_is_harmless(uint32_t cp);

#endif /* HANDRAIL_BASE_UTF8_H */
