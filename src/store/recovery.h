/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_RECOVERY_H
#define HANDRAIL_STORE_RECOVERY_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "store/vault.h"

/*
 * The recovery key opens every area when nobody's passphrase does. It is kept
 * nowhere; any two of three shares make it. Each share is 19 made words of five
 * letters with a checksum, to be written on paper and kept apart.
 *
 * For three pairs of shares there are three ways to write the key as a xor b;
 * each share holds one side of two of them. One share alone says nothing.
 */

#define RECOVERY_WORDS 19
#define RECOVERY_SHARES 3

struct recovery_share {
	char words[RECOVERY_WORDS * 6 + 1]; /* with one blank between words */
};

/**
 * recovery_check(words, index, f):
 * Is this one share, well copied? Its number, 1 to 3, in ${index}. The sentence
 * names the word that cannot be right where it can be told.
 */
NODISCARD enum rc
recovery_check(const char *words, unsigned *index, struct fault *f);

/**
 * recovery_rehearse(s, one, other, f):
 * Do these two shares make the recovery key of this store? Nothing is opened,
 * written or kept.
 */
NODISCARD enum rc recovery_rehearse(struct store *s, const char *one,
    const char *other, struct fault *f);

/**
 * recovery_open(s, one, other, who, passphrase, f):
 * With two shares, make ${who} an admin with every area and the passphrase
 * given, whether or not there was such a user. Says so in the journal.
 */
NODISCARD enum rc
recovery_open(struct store *s, const char *one, const char *other,
    const char *who, const char *passphrase, struct fault *f);

#endif /* HANDRAIL_STORE_RECOVERY_H */
