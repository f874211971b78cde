/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "store/seal.h"

_Static_assert(sizeof(struct seal_digest) >= sizeof(crypto_generichash_state),
    "a digest has room for the library's state");

void
seal_start(void)
{
	if (sodium_init() < 0)
		abort();
}

void
seal_nonce(uint8_t nonce[SEAL_NONCE_LEN])
{
	randombytes_buf(nonce, SEAL_NONCE_LEN);
}

void
seal_random(void *at, size_t n)
{
	randombytes_buf(at, n);
}

void
seal_make(const uint8_t key[SEAL_KEY_LEN], const uint8_t *nonce,
    struct span aad, struct span plain, uint8_t *out)
{
	crypto_aead_xchacha20poly1305_ietf_encrypt(out, NULL, plain.at,
	    plain.len, aad.at, aad.len, NULL, nonce, key);
}

bool
seal_open(const uint8_t key[SEAL_KEY_LEN], const uint8_t *nonce,
    struct span aad, struct span sealed, uint8_t *out)
{
	if (sealed.len < SEAL_TAG_LEN)
		return false;
	if (!crypto_aead_xchacha20poly1305_ietf_decrypt(out, NULL, NULL,
		sealed.at, sealed.len, aad.at, aad.len, nonce, key))
		return true;
	memset(out, 0, sealed.len - SEAL_TAG_LEN);
	return false;
}

void
seal_box(const uint8_t key[SEAL_KEY_LEN], struct span aad, struct span plain,
    struct buf *out)
{
	uint8_t *at =
	    buf_reserve(out, SEAL_NONCE_LEN + plain.len + SEAL_TAG_LEN);

	seal_nonce(at);
	seal_make(key, at, aad, plain, at + SEAL_NONCE_LEN);
	out->len += SEAL_NONCE_LEN + plain.len + SEAL_TAG_LEN;
}

bool
seal_unbox(const uint8_t key[SEAL_KEY_LEN], struct span aad, struct span sealed,
    struct buf *out)
{
	const uint8_t *at = sealed.at;
	uint8_t *to;
	size_t n;

	if (sealed.len < SEAL_NONCE_LEN + SEAL_TAG_LEN)
		return false;
	n = sealed.len - SEAL_NONCE_LEN;
	to = buf_reserve(out, n);
	if (!seal_open(key, at, aad, span_of(at + SEAL_NONCE_LEN, n), to))
		return false;
	out->len += n - SEAL_TAG_LEN;
	return true;
}

void
seal_hash(struct span a, struct span b, uint8_t out[SEAL_HASH_LEN])
{
	crypto_generichash_state state;

	if (!b.len) {
		crypto_generichash(out, SEAL_HASH_LEN, a.at, a.len, NULL, 0);
		return;
	}
	crypto_generichash_init(&state, NULL, 0, SEAL_HASH_LEN);
	crypto_generichash_update(&state, a.at, a.len);
	crypto_generichash_update(&state, b.at, b.len);
	crypto_generichash_final(&state, out, SEAL_HASH_LEN);
}

void
seal_kdf(const uint8_t key[SEAL_KEY_LEN], const char *word, struct span context,
    uint8_t out[SEAL_KEY_LEN])
{
	static const char home[] = "handrail 1 ";
	crypto_generichash_state state;

	crypto_generichash_init(&state, key, SEAL_KEY_LEN, SEAL_KEY_LEN);
	crypto_generichash_update(&state, (const uint8_t *)home,
	    sizeof(home) - 1);
	crypto_generichash_update(&state, (const uint8_t *)word,
	    strlen(word) + 1);
	crypto_generichash_update(&state, context.at, context.len);
	crypto_generichash_final(&state, out, SEAL_KEY_LEN);
	sodium_memzero(&state, sizeof(state));
}

enum { WORD_MAX = 32 };

static size_t
signed_text(const char *word, const uint8_t *hash,
    uint8_t out[WORD_MAX + SEAL_HASH_LEN])
{
	memset(out, 0, WORD_MAX);
	memcpy(out, word, strlen(word));
	memcpy(out + WORD_MAX, hash, SEAL_HASH_LEN);
	return WORD_MAX + SEAL_HASH_LEN;
}

void
seal_sign(const uint8_t secret[64], const char *word,
    const uint8_t hash[SEAL_HASH_LEN], uint8_t out[SEAL_SIGN_LEN])
{
	uint8_t text[WORD_MAX + SEAL_HASH_LEN];

	crypto_sign_detached(out, NULL, text, signed_text(word, hash, text),
	    secret);
}

bool
seal_sign_holds(const uint8_t key[32], const char *word,
    const uint8_t hash[SEAL_HASH_LEN], const uint8_t sign[SEAL_SIGN_LEN])
{
	uint8_t text[WORD_MAX + SEAL_HASH_LEN];

	return !crypto_sign_verify_detached(sign, text,
	    signed_text(word, hash, text), key);
}

void
seal_wipe(void *at, size_t n)
{
	sodium_memzero(at, n);
}

static crypto_generichash_state *
state_of(struct seal_digest *d)
{
	return (crypto_generichash_state *)(void *)d->state;
}

void
seal_digest_start(struct seal_digest *d)
{
	crypto_generichash_init(state_of(d), NULL, 0, SEAL_HASH_LEN);
}

void
seal_digest_add(struct seal_digest *d, struct span bytes)
{
	crypto_generichash_update(state_of(d), bytes.at, bytes.len);
}

void
seal_digest_end(struct seal_digest *d, uint8_t out[SEAL_HASH_LEN])
{
	crypto_generichash_final(state_of(d), out, SEAL_HASH_LEN);
}

uint64_t
seal_token(const uint8_t *key, struct span bytes)
{
	uint8_t out[crypto_shorthash_BYTES];
	uint64_t token;

	crypto_shorthash(out, bytes.at, bytes.len, key);
	memcpy(&token, out, sizeof(token));
	return token;
}
