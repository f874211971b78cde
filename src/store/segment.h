/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_SEGMENT_H
#define HANDRAIL_STORE_SEGMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * A segment is one file of the journal: a header of 128 bytes, entries one
 * after another, and, once it is full, a footer of 192 bytes signed by the
 * station. What follows is zeros, written ahead a mebibyte at a time so that an
 * append changes no size and costs one flush of the disk. A segment with a
 * footer is never written again.
 */

#define SEGMENT_HEADER_LEN 128
#define SEGMENT_FOOTER_LEN 192
#define SEGMENT_SIZE (16u << 20)
#define SEGMENT_FORMAT 1

struct store;

struct segment_head {
	uint16_t station, incarnation;
	uint32_t number;
	uint64_t first; /* entry */
	int64_t at;     /* UTC ms */
	uint8_t id[16];
	uint8_t prev[32]; /* hash of the entry before the first */
};

struct segment_foot {
	uint32_t number;
	uint64_t first, last;
	uint8_t root[32]; /* of the tree of the hashes of its entries */
	uint8_t hash[32]; /* of the last */
	int64_t at;
	uint8_t sign[64];
};

/**
 * segment_name(number, name):
 * "segments/0000000001.seg".
 */
void segment_name(uint32_t number, char name[32]);

/**
 * segment_head_read(bytes, h, f), segment_head_write(h, out):
 * The header. RC_CORRUPT when it is not one, RC_NEWER when it is a newer one.
 */
NODISCARD enum rc
segment_head_read(struct span bytes, struct segment_head *h, struct fault *f);
void segment_head_write(const struct segment_head *h,
    uint8_t out[SEGMENT_HEADER_LEN]);

/**
 * segment_foot_is(bytes), segment_foot_read(bytes, h), segment_foot_write(h,
 * out): The footer; reading it says false when it is not one. What is signed is
 * segment_foot_hash().
 */
bool segment_foot_is(struct span bytes);
bool segment_foot_read(struct span bytes, struct segment_foot *h);
void segment_foot_write(const struct segment_foot *h,
    uint8_t out[SEGMENT_FOOTER_LEN]);
void segment_foot_hash(const struct segment_foot *h, uint8_t out[32]);

/**
 * segment_use(s, number, f):
 * Make segment ${number} the one that ${s} has open. RC_MISSING when there is
 * none.
 */
NODISCARD enum rc
segment_use(struct store *s, uint32_t number, struct fault *f);

/**
 * segment_make(s, h, f):
 * Make a segment whole under another name, sync, rename; then it is the one
 * that ${s} has open.
 */
NODISCARD enum rc
segment_make(struct store *s, const struct segment_head *h, struct fault *f);

/**
 * segment_unmake(s, number):
 * Take away a segment whose first entry was not saved after all.
 */
void segment_unmake(struct store *s, uint32_t number);

/**
 * segment_write(s, offset, bytes, f):
 * Write ${bytes} to the open segment and sync it. On failure some of it may be
 * there: the chain does not reach it.
 */
NODISCARD enum rc segment_write(struct store *s, uint64_t offset,
    struct span bytes, struct fault *f);

/**
 * segment_zero(s, offset, n, f):
 * Write zeros over ${n} bytes of the open segment and sync.
 */
NODISCARD enum rc
segment_zero(struct store *s, uint64_t offset, uint64_t n, struct fault *f);

/**
 * segment_load(s, number, bytes, f):
 * The whole file into ${bytes}, which is cleared first. RC_MISSING when there
 * is none.
 */
NODISCARD enum rc segment_load(const struct store *s, uint32_t number,
    struct buf *bytes, struct fault *f);

/**
 * segment_drop(s):
 * Close the open segment, if any.
 */
void segment_drop(struct store *s);

#endif /* HANDRAIL_STORE_SEGMENT_H */
