/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_ENTRY_H
#define HANDRAIL_STORE_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * One sealed record of the journal: a header of 128 bytes in clear, a body, and
 * in the last part of a group the author's signature. Everything in the header
 * is authenticated: it is the associated data of the seal, it is under the
 * signature, and the hash of the whole record stands in the next one. The man
 * page handrail-journal(5) gives it byte by byte.
 *
 * An entry is about one area and at most one person. What one act writes is a
 * group: parts 1 to n of n, all there or none. The last part is signed by the
 * author; its header holds the hash of the part before, and so on back, so the
 * one signature covers them all.
 */

#define ENTRY_HEADER_LEN 128
#define ENTRY_HASH_LEN 32
#define ENTRY_NONCE_LEN 24
#define ENTRY_TAG_LEN 16
#define ENTRY_SIGN_LEN 64
#define ENTRY_FORMAT 1
#define ENTRY_BODY_MAX (4u << 20)

enum entry_class {
	ENTRY_ORDINARY = 0,   /* an act; folded */
	ENTRY_KEY = 1,        /* something happened to users, areas or keys */
	ENTRY_CHECKPOINT = 2, /* the station vouches for all before; in clear */
	ENTRY_LOOK = 3        /* someone looked, searched, printed or sent */
};

enum {
	ENTRY_SIGNED = 1, /* a signature follows the body */
	ENTRY_CLEAR = 2   /* the body is not sealed */
};

/* An entry as read. The spans are lent by whoever lent the record. */
struct entry {
	uint8_t format;
	uint8_t suite;
	uint8_t class;
	uint8_t flags;
	uint16_t station;
	uint16_t incarnation;
	uint64_t seq;
	uint16_t part, parts; /* from 1 */
	uint16_t area;
	uint16_t epoch;    /* of the area key */
	uint32_t slot;     /* of the person key; 0: sealed by the area key */
	uint64_t person;   /* record id; 0: about nobody */
	int64_t at;        /* UTC ms, for people only */
	uint64_t hlc;      /* orders entries of several stations */
	uint16_t author;   /* user number; 0: the station itself */
	uint64_t high_id;  /* highest record id given out up to here */
	uint32_t body_len; /* of the sealed body, tag and padding included */
	uint8_t nonce[ENTRY_NONCE_LEN];
	uint8_t prev[ENTRY_HASH_LEN];
	struct span body;  /* sealed, or clear with ENTRY_CLEAR */
	struct span whole; /* the record: header, body, signature */
};

/**
 * entry_read(bytes, e, f):
 * Read the record at the start of ${bytes} into ${e}, which then lends from
 * ${bytes}. Checks that it is whole and that its numbers make sense, not its
 * seal. RC_CORRUPT when it is not an entry, RC_NEWER when a newer handrail
 * wrote it, RC_END when ${bytes} holds only its beginning.
 */
NODISCARD enum rc
entry_read(struct span bytes, struct entry *e, struct fault *f);

/**
 * entry_write_header(e, out):
 * Write the header of ${e}; body and whole are not looked at.
 */
void entry_write_header(const struct entry *e, uint8_t out[ENTRY_HEADER_LEN]);

/**
 * entry_len(e):
 * Bytes of the whole record that the header of ${e} speaks of.
 */
size_t entry_len(const struct entry *e);

#endif /* HANDRAIL_STORE_ENTRY_H */
