/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_SEAL_H
#define HANDRAIL_STORE_SEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * The one door to ciphers, hashes and signatures. XChaCha20-Poly1305 seals,
 * BLAKE2b-256 hashes and derives keys, Ed25519 signs. A nonce is drawn anew for
 * each seal, from the kernel, but for rows, which are sealed under a nonce made
 * from all they hold.
 */

#define SEAL_KEY_LEN 32
#define SEAL_NONCE_LEN 24
#define SEAL_TAG_LEN 16
#define SEAL_HASH_LEN 32
#define SEAL_SIGN_LEN 64

/**
 * seal_start():
 * Make the library ready. Called before anything else here; again does nothing.
 */
void seal_start(void);

/**
 * seal_make(key, nonce, aad, plain, out):
 * Seal ${plain} under ${nonce} to ${out}, which has room for SEAL_TAG_LEN bytes
 * more. ${out} may be where ${plain} is.
 */
void seal_make(const uint8_t key[SEAL_KEY_LEN], const uint8_t *nonce,
    struct span aad, struct span plain, uint8_t *out);

/**
 * seal_nonce(nonce):
 * Draw a fresh nonce.
 */
void seal_nonce(uint8_t nonce[SEAL_NONCE_LEN]);

/**
 * seal_random(at, n):
 * Fill with bytes that make keys.
 */
void seal_random(void *at, size_t n);

/**
 * seal_open(key, nonce, aad, sealed, out):
 * Open ${sealed} to ${out}. False when it does not hold; ${out} is then zeros.
 */
bool seal_open(const uint8_t key[SEAL_KEY_LEN], const uint8_t *nonce,
    struct span aad, struct span sealed, uint8_t *out);

/**
 * seal_box(key, aad, plain, out), seal_unbox(key, aad, sealed, out):
 * A sealed thing that carries its own fresh nonce: nonce 24, bytes, tag 16.
 * Added to the end of ${out}; seal_unbox() returns false when it does not hold.
 */
void seal_box(const uint8_t key[SEAL_KEY_LEN], struct span aad,
    struct span plain, struct buf *out);
bool seal_unbox(const uint8_t key[SEAL_KEY_LEN], struct span aad,
    struct span sealed, struct buf *out);

/**
 * seal_hash(a, b, out):
 * BLAKE2b-256 of ${a} followed by ${b}.
 */
void seal_hash(struct span a, struct span b, uint8_t out[SEAL_HASH_LEN]);

/**
 * seal_kdf(key, word, context, out):
 * A key derived from ${key} for the purpose ${word} in ${context}.
 */
void seal_kdf(const uint8_t key[SEAL_KEY_LEN], const char *word,
    struct span context, uint8_t out[SEAL_KEY_LEN]);

/**
 * seal_sign(secret, word, hash, out), seal_sign_holds(key, word, hash, sign):
 * An Ed25519 signature over ${word}, which says what is signed, and ${hash}.
 */
void seal_sign(const uint8_t secret[64], const char *word,
    const uint8_t hash[SEAL_HASH_LEN], uint8_t out[SEAL_SIGN_LEN]);
bool seal_sign_holds(const uint8_t key[32], const char *word,
    const uint8_t hash[SEAL_HASH_LEN], const uint8_t sign[SEAL_SIGN_LEN]);

/**
 * seal_wipe(at, n):
 * Zeros that the compiler may not leave out.
 */
void seal_wipe(void *at, size_t n);

/* A hash taken piece by piece, such as of all records or of a file. */
struct seal_digest {
	_Alignas(64) uint8_t state[384];
};

void seal_digest_start(struct seal_digest *d);
void seal_digest_add(struct seal_digest *d, struct span bytes);
void seal_digest_end(struct seal_digest *d, uint8_t out[SEAL_HASH_LEN]);

/**
 * seal_token(key, bytes):
 * A keyed 64-bit token of ${bytes} (SipHash): for search runs, which are sealed
 * themselves. Uses the first 16 bytes of ${key}.
 */
uint64_t seal_token(const uint8_t *key, struct span bytes);

#endif /* HANDRAIL_STORE_SEAL_H */
