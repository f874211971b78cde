/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "store/entry.h"

/*
 * The header, byte by byte; all numbers high byte first.
 *
 *	0	4	"hrJE"
 *	4	1	format, 1
 *	5	1	suite: 1 is XChaCha20-Poly1305, BLAKE2b-256, Ed25519
 *	6	1	class
 *	7	1	flags
 *	8	2	station
 *	10	2	incarnation
 *	12	8	number
 *	20	2	part
 *	22	2	parts
 *	24	2	area
 *	26	2	epoch of the area key
 *	28	4	slot of the person key
 *	32	8	person
 *	40	8	time
 *	48	8	hybrid clock
 *	56	2	author
 *	58	2	zeros
 *	60	4	length of the body as it stands
 *	64	8	highest record id given out
 *	72	24	nonce
 *	96	32	hash of the record before
 */

static const uint8_t magic[4] = { 'h', 'r', 'J', 'E' };

/* The lowest ${n} bytes of ${v}, highest first; where the next one goes. */
static uint8_t *
put(uint8_t *at, uint64_t v, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		at[i] = (uint8_t)(v >> (8 * (n - 1 - i)));
	return at + n;
}

void
entry_write_header(const struct entry *e, uint8_t out[ENTRY_HEADER_LEN])
{
	uint8_t *at = out;

	memcpy(at, magic, sizeof(magic));
	at = put(at + sizeof(magic), e->format, 1);
	at = put(at, e->suite, 1);
	at = put(at, e->class, 1);
	at = put(at, e->flags, 1);
	at = put(at, e->station, 2);
	at = put(at, e->incarnation, 2);
	at = put(at, e->seq, 8);
	at = put(at, e->part, 2);
	at = put(at, e->parts, 2);
	at = put(at, e->area, 2);
	at = put(at, e->epoch, 2);
	at = put(at, e->slot, 4);
	at = put(at, e->person, 8);
	at = put(at, (uint64_t)e->at, 8);
	at = put(at, e->hlc, 8);
	at = put(at, e->author, 2);
	at = put(at, 0, 2);
	at = put(at, e->body_len, 4);
	at = put(at, e->high_id, 8);
	memcpy(at, e->nonce, ENTRY_NONCE_LEN);
	memcpy(at + ENTRY_NONCE_LEN, e->prev, ENTRY_HASH_LEN);
}

size_t
entry_len(const struct entry *e)
{
	return ENTRY_HEADER_LEN + (size_t)e->body_len +
	       (e->flags & ENTRY_SIGNED ? ENTRY_SIGN_LEN : 0);
}

/* Read the numbers; what they may be is for makes_sense(). */
static uint16_t
read_header(struct reader *r, struct entry *e)
{
	uint16_t zeros;

	e->suite = reader_u8(r);
	e->class = reader_u8(r);
	e->flags = reader_u8(r);
	e->station = reader_u16(r);
	e->incarnation = reader_u16(r);
	e->seq = reader_u64(r);
	e->part = reader_u16(r);
	e->parts = reader_u16(r);
	e->area = reader_u16(r);
	e->epoch = reader_u16(r);
	e->slot = reader_u32(r);
	e->person = reader_u64(r);
	e->at = (int64_t)reader_u64(r);
	e->hlc = reader_u64(r);
	e->author = reader_u16(r);
	zeros = reader_u16(r);
	e->body_len = reader_u32(r);
	e->high_id = reader_u64(r);
	memcpy(e->nonce, reader_bytes(r, ENTRY_NONCE_LEN).at, ENTRY_NONCE_LEN);
	memcpy(e->prev, reader_bytes(r, ENTRY_HASH_LEN).at, ENTRY_HASH_LEN);
	return zeros;
}

static bool
makes_sense(const struct entry *e)
{
	bool clear = e->flags & ENTRY_CLEAR;

	if (e->class > ENTRY_LOOK || e->flags > (ENTRY_SIGNED | ENTRY_CLEAR))
		return false;
	if (!e->seq || !e->part || e->part > e->parts)
		return false;
	if (e->body_len > ENTRY_BODY_MAX ||
	    (!clear && e->body_len < ENTRY_TAG_LEN + 4))
		return false;
	if (clear != (e->class == ENTRY_CHECKPOINT))
		return false;
	/* The last part is signed, and only it. */
	return !(e->flags & ENTRY_SIGNED) == (e->part != e->parts);
}

enum rc
entry_read(struct span bytes, struct entry *e, struct fault *f)
{
	struct reader r = reader_of(bytes);
	const uint8_t *at = bytes.at;

	memset(e, 0, sizeof(*e));
	if (bytes.len < ENTRY_HEADER_LEN)
		return RC_END;
	if (memcmp(reader_bytes(&r, sizeof(magic)).at, magic, sizeof(magic)))
		return fault_set(f, RC_CORRUPT, "this is not a journal entry");
	e->format = reader_u8(&r);
	if (e->format > ENTRY_FORMAT)
		return fault_set(f, RC_NEWER,
		    "a journal entry of format %u was written by a newer "
		    "handrail; use that one",
		    e->format);
	if (read_header(&r, e) || e->format != ENTRY_FORMAT || e->suite != 1 ||
	    !makes_sense(e))
		return fault_set(f, RC_CORRUPT,
		    "the header of a journal entry makes no sense");
	if (bytes.len < entry_len(e))
		return RC_END;
	e->body = span_of(at + ENTRY_HEADER_LEN, e->body_len);
	e->whole = span_of(at, entry_len(e));
	return RC_OK;
}
