/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "model/record.h"

/*
 * Cells as bytes. Decoding walks the bytes twice, once to count and check and
 * once to copy, so that a record takes two grants from the arena however many
 * cells it has, and bytes that make no sense take none.
 */

/*
 * Read a varint at *at, not beyond end. False when it runs out, is longer than
 * it need be (equal cells must give equal bytes) or is beyond 32 bits.
 */
static inline bool
varint_take(const uint8_t **at, const uint8_t *end, uint32_t *value)
{
	const uint8_t *p = *at;
	uint64_t v = 0;
	unsigned shift = 0;

	for (; p < end && shift < 35; p++, shift += 7) {
		v |= (uint64_t)(*p & 0x7f) << shift;
		if (*p & 0x80)
			continue;
		if ((!*p && shift) || v > UINT32_MAX)
			return false;
		*value = (uint32_t)v;
		*at = p + 1;
		return true;
	}
	return false;
}

/* Count the cells in bytes; false when they are not cells at all. */
static bool
cells_count(struct span bytes, size_t *n)
{
	const uint8_t *at = bytes.at, *end = at + bytes.len;
	uint32_t tag, len, last = 0;

	for (*n = 0; at < end; (*n)++) {
		if (!varint_take(&at, end, &tag) ||
		    !varint_take(&at, end, &len))
			return false;
		if (tag <= last || tag > UINT16_MAX || !len ||
		    len > (size_t)(end - at))
			return false;
		at += len;
		last = tag;
	}
	return true;
}

enum rc
cells_decode(struct arena *arena, struct span bytes, struct cell **cells,
    size_t *n, struct fault *f)
{
	const uint8_t *at = bytes.at, *end;
	uint32_t tag = 0, len = 0;
	char *to;

	*cells = NULL;
	*n = 0;
	if (!bytes.len)
		return RC_OK;
	if (!cells_count(bytes, n)) {
		*n = 0;
		return fault_set(f, RC_CORRUPT,
		    "the cells of a record do not "
		    "add up");
	}

	/* Each cell took two bytes or more before its value: room for NULs. */
	*cells = arena_get(arena, *n * sizeof(**cells));
	to = arena_get(arena, bytes.len);
	end = at + bytes.len;
	for (size_t i = 0; i < *n; i++) {
		(void)varint_take(&at, end, &tag);
		(void)varint_take(&at, end, &len);
		memcpy(to, at, len);
		(*cells)[i].tag = (uint16_t)tag;
		(*cells)[i].value = span_of(to, len);
		to[len] = '\0';
		to += len + 1;
		at += len;
	}
	return RC_OK;
}

void
cells_encode(const struct cell *cells, size_t n, struct buf *out)
{
	for (size_t i = 0; i < n; i++) {
		buf_varint(out, cells[i].tag);
		buf_varint(out, cells[i].value.len);
		buf_put(out, cells[i].value.at, cells[i].value.len);
	}
}

const struct cell *
cells_find(const struct cell *cells, size_t n, unsigned tag)
{
	for (size_t i = 0; i < n && cells[i].tag <= tag; i++)
		if (cells[i].tag == tag)
			return &cells[i];
	return NULL;
}
