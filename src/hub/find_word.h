/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_FIND_WORD_H
#define HANDRAIL_HUB_FIND_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A name as finding sees it: words without case and accents. "O'Neill" is
 * oneill and neill; "Smith-Jones" is smith, jones and smithjones; "van der
 * Berg" is van, der, berg, vander, derberg and vanderberg, so that it does not
 * matter where someone put the blanks.
 */

struct arena;

#define FIND_WORD_MOST 24 /* words a name can give */
#define FIND_WORD_LEN 32  /* bytes a word keeps, and a NUL */

struct find_word {
	char text[FIND_WORD_LEN + 1];
	uint8_t len;
	bool joined; /* of two that stood side by side */
	bool tail;   /* what follows an apostrophe in the word before */
};

struct find_words {
	struct find_word at[FIND_WORD_MOST];
	size_t n;
};

/**
 * find_words_add(ws, text, joins, arena):
 * Add the words of ${text} to ${ws}, and with ${joins} neighbours as one
 * word too. What does not fit is left out. ${arena} is for folding and may be
 * reset after.
 */
void find_words_add(struct find_words *ws, const char *text, bool joins,
    struct arena *arena);

/**
 * find_slip(a, b):
 * Whether one letter wrong, missing, too many, or two swapped makes ${b} of
 * ${a}; both are folded words. Equal words are not a slip.
 */
bool find_slip(const char *a, const char *b);

#define FIND_SOUND_ROOM 10

/**
 * find_sound(word, out):
 * How a folded word sounds, as a few letters: smith and smyth, stephen and
 * steven, catherine and kathryn sound alike. False for what has no sound here:
 * other scripts, and words of fewer than two consonants.
 */
bool find_sound(const char *word, char out[FIND_SOUND_ROOM]);

#endif /* HANDRAIL_HUB_FIND_WORD_H */
