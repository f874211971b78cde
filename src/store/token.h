/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_TOKEN_H
#define HANDRAIL_STORE_TOKEN_H

#include <stdint.h>

#include "base/buf.h"

/*
 * What a search keeps instead of words: 64 bits of SipHash-2-4 under a key that
 * lives no longer than the search does. Quick, and of no use to anyone without
 * the key; never written to disk.
 */

#define TOKEN_KEY_LEN 16

struct token_key {
	uint8_t bytes[TOKEN_KEY_LEN];
};

/**
 * token_key_make(key):
 * A new key from chance.
 */
void token_key_make(struct token_key *key);

/**
 * token_of(key, text):
 * The token of ${text}.
 */
uint64_t token_of(const struct token_key *key, struct span text);

/**
 * token_key_wipe(key):
 * Overwrite ${key}.
 */
void token_key_wipe(struct token_key *key);

#endif /* HANDRAIL_STORE_TOKEN_H */
