/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_BUF_H
#define HANDRAIL_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Growing bytes, windows on bytes, and reading them back. Numbers are written
 * high byte first, so that their bytes compare as they do.
 */

/* A window on someone else's bytes. All zeros is the empty one. */
struct span {
	const void *at;
	size_t len;
};

/**
 * span_of(p, n) and span_str(s):
 * A window on ${n} bytes, or on a text without its NUL. Both lend.
 */
struct span span_of(const void *p, size_t n);
struct span span_str(const char *s);

/**
 * span_eq(a, b):
 * Whether the two hold the same bytes. Not for secrets: it stops early.
 */
bool span_eq(struct span a, struct span b);

/**
 * span_cmp(a, b):
 * Byte order, the shorter first when one begins the other: <0, 0 or >0.
 */
int span_cmp(struct span a, struct span b);

/*
 * Bytes that grow. All zeros is the empty one, and release leaves that. Open,
 * so that callers may read at[0..len); they never change `cap`. Growing may
 * leave a copy behind in freed memory: a buf that will hold a secret calls
 * buf_reserve() first for all it will need, and ends with buf_wipe().
 */
struct buf {
	uint8_t *at;
	size_t len, cap;
};

/**
 * buf_put(b, p, n), buf_puts(b, s), buf_putc(b, c), buf_span(b, s):
 * Add ${n} bytes; a text without its NUL; one byte; the bytes of a window.
 */
void buf_put(struct buf *b, const void *p, size_t n);
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, int c);
void buf_span(struct buf *b, struct span s);

/**
 * buf_u8, buf_u16, buf_u32, buf_u64 (b, v):
 * Add a number of that width, high byte first.
 */
void buf_u8(struct buf *b, uint8_t v);
void buf_u16(struct buf *b, uint16_t v);
void buf_u32(struct buf *b, uint32_t v);
void buf_u64(struct buf *b, uint64_t v);

/**
 * buf_varint(b, v):
 * Add ${v} in 1 to 10 bytes: seven bits each, lowest first, the top bit set on
 * all but the last.
 */
void buf_varint(struct buf *b, uint64_t v);

/**
 * buf_block(b, s):
 * Add the length of ${s} as a varint, then its bytes. reader_block() reads it.
 */
void buf_block(struct buf *b, struct span s);

/**
 * buf_printf(b, fmt, ...):
 * Add text as printf() would write it.
 */
void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), nonnull(2)));

/**
 * buf_reserve(b, n):
 * Make room for ${n} more bytes and return where they would go. The caller
 * fills them and adds to b->len what it used.
 */
uint8_t *buf_reserve(struct buf *b, size_t n);

/**
 * buf_str(b):
 * The bytes as a text with a NUL after them that is not part of len. Lends,
 * until the buf changes.
 */
char *buf_str(struct buf *b);

/**
 * buf_window(b):
 * A window on all the bytes. Lends, until the buf changes.
 */
struct span buf_window(const struct buf *b);

/**
 * buf_clear(b): forget the bytes, keep the memory.
 * buf_release(b): give the memory back; may be called twice.
 * buf_wipe(b): the same after overwriting every byte it ever held.
 */
void buf_clear(struct buf *b);
void buf_release(struct buf *b);
void buf_wipe(struct buf *b);

/**
 * buf_take(b, len):
 * The bytes, now the caller's to free(), with a NUL after them, their number
 * in ${len} unless it is NULL. The buf is empty afterwards.
 */
uint8_t *buf_take(struct buf *b, size_t *len);

/*
 * Reading bytes back. Reading past the end sets bad and gives 0 or an empty
 * window from then on, so that a decoder may read to the end of its shape and
 * ask once.
 */
struct reader {
	const uint8_t *at, *end;
	bool bad;
};

/**
 * reader_of(s):
 * A reader at the start of ${s}, whose bytes must outlive it.
 */
struct reader reader_of(struct span s);

uint8_t reader_u8(struct reader *r);
uint16_t reader_u16(struct reader *r);
uint32_t reader_u32(struct reader *r);
uint64_t reader_u64(struct reader *r);

/**
 * reader_varint(r):
 * What buf_varint() wrote. More bytes than the number needs is bad, so that
 * every number has one form only.
 */
uint64_t reader_varint(struct reader *r);

/**
 * reader_bytes(r, n) and reader_block(r):
 * The next ${n} bytes; the next block that buf_block() wrote. Both lend from
 * what is being read.
 */
struct span reader_bytes(struct reader *r, size_t n);
struct span reader_block(struct reader *r);

/**
 * reader_left(r):
 * How many bytes have not been read.
 */
size_t reader_left(const struct reader *r);

/**
 * reader_end(r):
 * Whether everything was read and nothing was bad.
 */
bool reader_end(const struct reader *r);

#endif /* HANDRAIL_BASE_BUF_H */
