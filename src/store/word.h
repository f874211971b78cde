/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_WORD_H
#define HANDRAIL_STORE_WORD_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Sixteen bits as a made word that can be read out, written down and typed
 * back: consonant, vowel, consonant, vowel, consonant, from 16 consonants and 4
 * vowels that are hard to mistake. "bobol", "tisav".
 */

/**
 * word_show(bits, word), word_read(word, bits):
 * One to the other; upper case is as good. False when it is not such a word.
 */
void word_show(uint16_t bits, char word[6]);
bool word_read(const char word[5], uint16_t *bits);

#endif /* HANDRAIL_STORE_WORD_H */
