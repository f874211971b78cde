/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <sodium.h>
#include <string.h>

#include "store/row.h"
#include "store/seal.h"
#include "store/vault_inside.h"

enum { CLEAR = 8 };

static void
put_clear(struct row_seal by, uint8_t out[CLEAR])
{
	out[0] = (uint8_t)(by.area >> 8);
	out[1] = (uint8_t)by.area;
	out[2] = (uint8_t)(by.epoch >> 8);
	out[3] = (uint8_t)by.epoch;
	for (int i = 0; i < 4; i++)
		out[4 + i] = (uint8_t)(by.slot >> (8 * (3 - i)));
}

bool
row_by(struct span sealed, struct row_seal *by)
{
	struct reader r = reader_of(sealed);

	if (sealed.len < ROW_OVERHEAD)
		return false;
	by->area = reader_u16(&r);
	by->epoch = reader_u16(&r);
	by->slot = reader_u32(&r);
	return true;
}

/* What a row is bound to: its key's owner, its table, its key. */
static struct span
bound_to(const uint8_t clear[CLEAR], unsigned table, struct span key,
    uint8_t out[CLEAR + 1 + 512])
{
	size_t n = key.len < 512 ? key.len : 512;

	memcpy(out, clear, CLEAR);
	out[CLEAR] = (uint8_t)table;
	if (n)
		memcpy(out + CLEAR + 1, key.at, n);
	return span_of(out, CLEAR + 1 + n);
}

static void
nonce_of(const uint8_t secret[32], struct span aad, struct span plain,
    uint8_t out[SEAL_NONCE_LEN])
{
	crypto_generichash_state state;

	crypto_generichash_init(&state, secret, 32, SEAL_NONCE_LEN);
	crypto_generichash_update(&state, aad.at, aad.len);
	crypto_generichash_update(&state, plain.at, plain.len);
	crypto_generichash_final(&state, out, SEAL_NONCE_LEN);
}

enum rc
row_seal(struct vault *v, struct row_seal by, unsigned table, struct span key,
    struct span plain, struct buf *out, struct fault *f)
{
	uint8_t aad[CLEAR + 1 + 512], *at;
	const uint8_t *secret;
	struct span bound;
	enum rc rc =
	    vault_key(v, by.area, by.epoch, by.slot, VAULT_FOR_ROW, &secret, f);

	if (rc)
		return rc;
	if (by.slot)
		by.epoch = by.epoch > 1 ? by.epoch : 0;
	else if (!by.epoch)
		by.epoch = vault_area_key(v, by.area, 0)->epoch;
	at = buf_reserve(out, ROW_OVERHEAD + plain.len);
	put_clear(by, at);
	bound = bound_to(at, table, key, aad);
	nonce_of(secret, bound, plain, at + CLEAR);
	seal_make(secret, at + CLEAR, bound, plain,
	    at + CLEAR + SEAL_NONCE_LEN);
	out->len += ROW_OVERHEAD + plain.len;
	return RC_OK;
}

enum rc
row_open(struct vault *v, unsigned table, struct span key, struct span sealed,
    struct buf *out, struct fault *f)
{
	const uint8_t *at = sealed.at, *secret;
	uint8_t aad[CLEAR + 1 + 512];
	struct row_seal by;
	struct span body;
	enum rc rc;

	buf_clear(out);
	if (!row_by(sealed, &by))
		return fault_set(f, RC_CORRUPT,
		    "a row of the tables is damaged; handrailctl rebuild "
		    "makes them anew");
	rc =
	    vault_key(v, by.area, by.epoch, by.slot, VAULT_FOR_ROW, &secret, f);
	if (rc)
		return rc;
	body = span_of(at + CLEAR + SEAL_NONCE_LEN,
	    sealed.len - CLEAR - SEAL_NONCE_LEN);
	if (!seal_open(secret, at + CLEAR, bound_to(at, table, key, aad), body,
		buf_reserve(out, body.len)))
		return fault_set(f, RC_CORRUPT,
		    "a row of the tables is damaged; handrailctl rebuild "
		    "makes them anew");
	out->len = body.len - SEAL_TAG_LEN;
	return RC_OK;
}
