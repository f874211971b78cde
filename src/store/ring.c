/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/disk.h"
#include "base/str.h"
#include "store/inside.h"
#include "store/ring.h"
#include "store/seal.h"
#include "store/user.h"

enum { FILE_MAX = 64 << 20 };

static const char magic[] = "hrRing1\n";
static const char sign_word[] = "handrail ring 1";

static void
put_ring(struct buf *b, const struct ring *ring)
{
	const struct vault_area *a;
	const struct ring_grant *g;

	buf_puts(b, magic);
	buf_varint(b, ring->areas.all.n);
	VEC_EACH (&ring->areas.all, a) {
		buf_u16(b, a->number);
		buf_block(b, span_str(a->code));
		buf_u16(b, a->safe);
		buf_u16(b, a->of);
		buf_u16(b, a->epoch);
	}
	buf_varint(b, ring->grants.all.n);
	VEC_EACH (&ring->grants.all, g) {
		buf_u8(b, g->what);
		buf_u16(b, g->area);
		buf_u16(b, g->epoch);
		buf_u32(b, g->slot);
		buf_u16(b, g->user);
		buf_put(b, g->sealed, sizeof(g->sealed));
	}
}

static void
get_area(struct reader *r, struct vault_area *a)
{
	struct span code;

	a->number = reader_u16(r);
	code = reader_block(r);
	if (code.len > VAULT_CODE_MAX)
		r->bad = true;
	else if (code.len)
		memcpy(a->code, code.at, code.len);
	a->safe = reader_u16(r);
	a->of = reader_u16(r);
	a->epoch = reader_u16(r);
}

static void
get_grant(struct reader *r, struct ring_grant *g)
{
	struct span sealed;

	g->what = reader_u8(r);
	g->area = reader_u16(r);
	g->epoch = reader_u16(r);
	g->slot = reader_u32(r);
	g->user = reader_u16(r);
	sealed = reader_bytes(r, sizeof(g->sealed));
	if (sealed.len)
		memcpy(g->sealed, sealed.at, sizeof(g->sealed));
}

static bool
get_ring(struct span bytes, struct ring *ring)
{
	struct reader r = reader_of(bytes);
	struct span sign;

	if (!span_eq(reader_bytes(&r, 8), span_str(magic)))
		return false;
	for (uint64_t n = reader_varint(&r); n && !r.bad; n--)
		get_area(&r, VEC_ADD(&ring->areas.all));
	for (uint64_t n = reader_varint(&r); n && !r.bad; n--)
		get_grant(&r, VEC_ADD(&ring->grants.all));
	ring->signer = reader_u16(&r);
	sign = reader_bytes(&r, sizeof(ring->signature));
	if (sign.len)
		memcpy(ring->signature, sign.at, sign.len);
	return reader_end(&r) && ring->areas.all.n;
}

enum rc
ring_read(const struct disk *disk, const char *dir, struct ring *ring,
    struct fault *f)
{
	struct buf path = { 0 }, bytes = { 0 };
	enum rc rc;

	memset(ring, 0, sizeof(*ring));
	buf_printf(&path, "%s/keys/ring", dir);
	rc = disk_read_whole(disk, buf_str(&path), FILE_MAX, &bytes, f);
	if (rc == RC_MISSING || (!rc && !get_ring(buf_window(&bytes), ring)))
		rc = fault_set(f, RC_CORRUPT,
		    "%s is missing or damaged; put it back from a backup",
		    buf_str(&path));
	if (rc)
		ring_release(ring);
	buf_release(&path);
	buf_release(&bytes);
	return rc;
}

static void
ring_hash(const struct ring *ring, uint8_t hash[SEAL_HASH_LEN])
{
	struct buf b = { 0 };

	put_ring(&b, ring);
	seal_hash(buf_window(&b), (struct span){ 0 }, hash);
	buf_release(&b);
}

enum rc
ring_write(const struct disk *disk, const char *dir, struct ring *ring,
    uint16_t signer, const uint8_t secret[64], struct fault *f)
{
	struct buf path = { 0 }, bytes = { 0 };
	uint8_t hash[SEAL_HASH_LEN];
	enum rc rc;

	ring_hash(ring, hash);
	ring->signer = signer;
	seal_sign(secret, sign_word, hash, ring->signature);
	put_ring(&bytes, ring);
	buf_u16(&bytes, ring->signer);
	buf_put(&bytes, ring->signature, sizeof(ring->signature));
	buf_printf(&path, "%s/keys/ring", dir);
	rc = disk_write_whole(disk, buf_str(&path), buf_window(&bytes), f);
	buf_release(&path);
	buf_release(&bytes);
	return rc;
}

enum rc
ring_is_trusted(struct store *s, const struct ring *ring, struct fault *f)
{
	uint8_t hash[SEAL_HASH_LEN];

	ring_hash(ring, hash);
	if (user_signed(s, ring->signer, sign_word, hash, ring->signature))
		return RC_OK;
	return fault_set(f, RC_CORRUPT,
	    "%s/keys/ring was not signed by an administrator of this store; "
	    "put it back from a backup",
	    s->dir);
}

struct vault_area *
ring_area(const struct ring *ring, uint16_t number)
{
	struct vault_area *a;

	VEC_EACH (&ring->areas.all, a)
		if (a->number == number)
			return a;
	return NULL;
}

struct vault_area *
ring_area_by_code(const struct ring *ring, const char *code)
{
	struct vault_area *a;

	VEC_EACH (&ring->areas.all, a)
		if (str_ieq(a->code, code))
			return a;
	return NULL;
}

/* Letters, digits and -; short enough to have a companion. */
static bool
code_is(const char *code)
{
	size_t n = strlen(code);

	if (!n || n > VAULT_CODE_MAX - strlen(".safe"))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!isalnum((unsigned char)code[i]) && code[i] != '-')
			return false;
	return true;
}

enum rc
ring_add_area(struct ring *ring, const char *code, struct fault *f)
{
	struct vault_area *a, *safe;
	size_t n = ring->areas.all.n;

	if (!code_is(code))
		return fault_set(f, RC_INVALID,
		    "an area cannot be called \"%s\"; use up to %d letters and "
		    "digits, such as LEI",
		    code, (int)(VAULT_CODE_MAX - strlen(".safe")));
	if (ring_area_by_code(ring, code) || n + 2 > UINT16_MAX)
		return fault_set(f, RC_INVALID, "there is an area %s already",
		    code);
	(void)VEC_ADD(&ring->areas.all);
	safe = VEC_ADD(&ring->areas.all);
	a = safe - 1;
	a->number = (uint16_t)n; /* the hub is 0 and comes first */
	a->safe = safe->number = (uint16_t)(n + 1);
	safe->of = a->number;
	a->epoch = safe->epoch = 1;
	(void)str_set(a->code, sizeof(a->code), code);
	snprintf(safe->code, sizeof(safe->code), "%.10s.safe", code);
	return RC_OK;
}

bool
ring_has(const struct ring *ring, unsigned what, uint16_t area, uint32_t slot)
{
	const struct ring_grant *g;

	VEC_EACH (&ring->grants.all, g)
		if (g->what == what && g->area == area && g->slot == slot)
			return true;
	return false;
}

void
ring_drop(struct ring *ring, unsigned what, uint16_t area, uint32_t slot)
{
	size_t kept = 0;

	for (size_t i = 0; i < ring->grants.all.n; i++) {
		const struct ring_grant *g = &ring->grants.all.at[i];

		if (g->what != what || g->area != area || g->slot != slot)
			ring->grants.all.at[kept++] = *g;
	}
	ring->grants.all.n = kept;
}

const struct ring_grant *
ring_find(const struct ring *ring, unsigned what, uint16_t area, uint16_t epoch,
    uint32_t slot, uint16_t user)
{
	const struct ring_grant *g;

	VEC_EACH (&ring->grants.all, g)
		if (g->what == what && g->area == area && g->slot == slot &&
		    g->user == user && (!epoch || g->epoch == epoch))
			return g;
	return NULL;
}

void
ring_give(struct ring *ring, const struct ring_grant *grant,
    const uint8_t box_key[32], const uint8_t secret[32])
{
	struct ring_grant *g = (struct ring_grant *)(uintptr_t)ring_find(ring,
	    grant->what, grant->area, grant->epoch, grant->slot, grant->user);

	if (!g)
		g = VEC_ADD(&ring->grants.all);
	*g = *grant;
	if (crypto_box_seal(g->sealed, secret, 32, box_key))
		memset(g->sealed, 0, sizeof(g->sealed));
}

bool
ring_open(const struct ring_grant *grant, const uint8_t box_key[32],
    const uint8_t box_secret[32], uint8_t out[32])
{
	return !crypto_box_seal_open(out, grant->sealed, sizeof(grant->sealed),
	    box_key, box_secret);
}

void
ring_release(struct ring *ring)
{
	VEC_RELEASE(&ring->areas.all);
	VEC_RELEASE(&ring->grants.all);
}
