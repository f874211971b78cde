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

/* The recovery key, from its 16 bytes of seed. */
struct recovery_key {
	uint8_t seed[16];
	uint8_t sign[64], sign_public[32];
	uint8_t box[32], box_public[32];
};

/**
 * recovery_make(key, shares), recovery_of_seed(key):
 * Draw a new key and split it; fill in the rest from key->seed.
 */
void recovery_make(struct recovery_key *key,
    struct recovery_share shares[RECOVERY_SHARES]);
void recovery_of_seed(struct recovery_key *key);

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
 * recovery_note(s, one, other, f):
 * Leave an entry that these two shares were rehearsed, signed by the recovery
 * key that they make.
 */
NODISCARD enum rc recovery_note(struct store *s, const char *one,
    const char *other, struct fault *f);

/**
 * recovery_open(s, one, other, who, passphrase, f):
 * With two shares, make ${who} a new user, an admin with every area and the
 * passphrase given. Says so in the journal. RC_INVALID when there is such a
 * user already: what they signed must stay verifiable, so choose another name.
 */
NODISCARD enum rc
recovery_open(struct store *s, const char *one, const char *other,
    const char *who, const char *passphrase, struct fault *f);

#endif /* HANDRAIL_STORE_RECOVERY_H */
