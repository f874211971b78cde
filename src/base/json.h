/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_JSON_H
#define HANDRAIL_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * Writing JSON by RFC 8259, one value on one line, without blanks. Text goes
 * out as UTF-8 with only what must be escaped escaped; bytes that are not UTF-8
 * become U+FFFD. Keys within an object must come in byte order, which is
 * asserted, so that the same record is always the same line.
 */

#define JSON_DEPTH 16

/* Where we are; all zeros but `out` is the start. */
struct json {
	struct buf *out;
	unsigned depth;
	struct {
		char close;
		bool any;
		const char *key; /* the last one: must live as long as we do */
	} at[JSON_DEPTH];
};

/**
 * json_text(b, s), json_text_n(b, p, n):
 * Add a text as a JSON string, with its quotes.
 */
void json_text(struct buf *b, const char *s);
void json_text_n(struct buf *b, const void *p, size_t n);

/**
 * json_group(j), json_list(j), json_close(j):
 * Begin an object or a list, as a value; end the innermost.
 */
void json_group(struct json *j);
void json_list(struct json *j);
void json_close(struct json *j);

/**
 * json_key(j, key):
 * Name the next value of an object. ${key} must outlive the object.
 */
void json_key(struct json *j, const char *key);

/**
 * json_str, json_int, json_bool, json_nothing:
 * A value. A NULL text is null.
 */
void json_str(struct json *j, const char *s);
void json_int(struct json *j, int64_t v);
void json_bool(struct json *j, bool v);
void json_nothing(struct json *j);

/**
 * json_key_str(j, key, s), json_key_int(j, key, v):
 * A key and its value.
 */
void json_key_str(struct json *j, const char *key, const char *s);
void json_key_int(struct json *j, const char *key, int64_t v);

#endif /* HANDRAIL_BASE_JSON_H */
