/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_MODEL_NAME_H
#define HANDRAIL_MODEL_NAME_H

#include <stddef.h>

#include "base/buf.h"

/*
 * Capitals, given back to what was typed in small letters with a headset on.
 * A name or an address with any capital in it was typed with care and is left
 * alone.
 */

/**
 * name_capitals(s, n, out):
 * Add the name of ${n} bytes at ${s} to ${out}: sarah, mcdonald, o'brien, de
 * souza, al-hassan become Sarah, McDonald, O'Brien, de Souza, Al-Hassan.
 */
void name_capitals(const char *s, size_t n, struct buf *out);

/**
 * address_capitals(s, n, out):
 * The same for an address: "flat 3, 8 mill lane, le97 2cd" becomes "Flat 3, 8
 * Mill Lane, LE97 2CD". A postcode gets its capitals whatever else was typed.
 */
void address_capitals(const char *s, size_t n, struct buf *out);

/**
 * sentence_capitals(s, n, out):
 * The same for what happened: each sentence begins with a capital, but lines
 * that begin with ";" are someone's exact words and stay as they are.
 */
void sentence_capitals(const char *s, size_t n, struct buf *out);

#endif /* HANDRAIL_MODEL_NAME_H */
