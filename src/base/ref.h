/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_REF_H
#define HANDRAIL_BASE_REF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * References that can be spoken down a telephone: five symbols and a check
 * symbol from nineteen that do not sound like one another. Weights 2, 4, 8,
 * 16, 13 and 1 modulo the prime 19 make every single wrong symbol and every
 * swap of two symbols show. A reference means nothing and is never in order:
 * the number it is made from comes from chance.
 */

#define REF_SYMBOLS "2346789CFHKLMQRWXYZ"
#define REF_ROOM 7
#define REF_COUNT 2476099u /* 19 to the fifth */

/**
 * ref_make(n, out):
 * The reference of number ${n}, which is under REF_COUNT: "4F7K22".
 */
void ref_make(uint32_t n, char out[REF_ROOM]);

/**
 * ref_number(ref):
 * The number that ${ref}, as ref_make() wrote it, was made from.
 */
uint32_t ref_number(const char *ref);

/**
 * ref_parse(text, out, f):
 * Read a reference as typed: any case, hyphens and blanks anywhere, with or
 * without a hub's three letters before it. RC_INVALID, leaving ${out} empty,
 * with a sentence for the person: a letter we do not use, too few or too many
 * symbols, or a check that does not fit.
 */
NODISCARD enum rc
ref_parse(const char *text, char out[REF_ROOM], struct fault *f);

/**
 * ref_show(ref, out):
 * In threes: "4F7-K22".
 */
void ref_show(const char *ref, char out[REF_ROOM + 1]);

/**
 * ref_say(ref, out):
 * Add it in words: "four Foxtrot seven, Kilo two two".
 */
void ref_say(const char *ref, struct buf *out);

/* Called with each reference that may have been meant; true stops. */
typedef bool ref_near_fn(const char *ref, void *arg);

/**
 * ref_near(wrong, fn, arg):
 * Call ${fn} for each sound reference that is one wrong symbol or one swap of
 * neighbours away from the six symbols in ${wrong}; symbols we do not use may
 * stand in it. Nothing is called twice.
 */
void ref_near(const char *wrong, ref_near_fn *fn, void *arg);

#endif /* HANDRAIL_BASE_REF_H */
