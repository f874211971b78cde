/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <sodium.h>
#include <string.h>

#include "store/token.h"

_Static_assert(TOKEN_KEY_LEN == crypto_shorthash_KEYBYTES,
    "the key is what libsodium wants");

void
token_key_make(struct token_key *key)
{
	crypto_shorthash_keygen(key->bytes);
}

uint64_t
token_of(const struct token_key *key, struct span text)
{
	uint8_t out[crypto_shorthash_BYTES];
	uint64_t token;

	crypto_shorthash(out, text.at, text.len, key->bytes);
	memcpy(&token, out, sizeof(token));
	return token;
}

void
token_key_wipe(struct token_key *key)
{
	sodium_memzero(key->bytes, sizeof(key->bytes));
}
