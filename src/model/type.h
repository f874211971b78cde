/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_MODEL_TYPE_H
#define HANDRAIL_MODEL_TYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * The types a field can have, one const row each. A value has one canonical
 * form, the one that is written to disk, compared, exported and indexed; what
 * a person types becomes it by value_parse() and is read back by value_show().
 *
 * Canonical forms are text wherever they can be:
 *
 *	text name prose email	the text, NFC, no blanks at the ends
 *	when birth	"2026", "2026-11", "2026-11-20", "2026-11-20T23:00",
 *			with "~" before it when it is about right or worked
 *			out from an age
 *	code		the code; codes: codes parted by one blank, in the
 *			order they were given; "-" alone: asked, none
 *	flag		"y" or "n"
 *	number		decimal, "-12.5"; money: pence, "1250"
 *	phone		digits, "07700900123"
 *	postcode	"LE97 1AB", "LE97" or "NFA"
 *	polref		"26*123456"
 *	moment		milliseconds since 1970 in UTC, decimal
 *	link		8 bytes, the id, most significant first
 *	group		rows of cells, see model/group.h
 *
 * A value that begins with "?" is what a person said that we could not read:
 * it is kept, shown so marked, and never silently lost. Only the types whose
 * row says `kept` take one.
 */

enum type {
	TYPE_TEXT,
	TYPE_NAME,
	TYPE_PROSE,
	TYPE_WHEN,
	TYPE_BIRTH,
	TYPE_CODE,
	TYPE_CODES,
	TYPE_LINK,
	TYPE_FLAG,
	TYPE_NUMBER,
	TYPE_MONEY,
	TYPE_PHONE,
	TYPE_POSTCODE,
	TYPE_EMAIL,
	TYPE_POLREF,
	TYPE_MOMENT,
	TYPE_ADDRESS,
	TYPE_GROUP,
	TYPE_COUNT
};

struct arena;
struct codes;
struct kind_field;

/* What parsing and showing may look at besides the field and the text. */
struct value_ctx {
	int64_t now_ms;            /* 0: dates that need today are refused */
	const struct codes *codes; /* NULL: codes are taken as they are typed */
};

typedef enum rc type_parse_fn(const struct kind_field *, const char *text,
    const struct value_ctx *, struct buf *out, struct fault *f);
typedef void type_show_fn(const struct kind_field *, struct span,
    const struct value_ctx *, struct buf *out);
/* Return NULL for a canonical value, else what is wrong with it. */
typedef const char *
type_check_fn(const struct kind_field *, struct span, const struct value_ctx *);

struct type_row {
	const char *name; /* what definition files call it */
	const char *help; /* the sentence for people */
	type_parse_fn *parse;
	type_show_fn *show;
	type_check_fn *check;
	unsigned max; /* most bytes when the field does not say */
	bool kept;    /* what cannot be read is kept behind "?" */
	bool ordered; /* canonical bytes sort as people expect */
};

/**
 * type_row(type):
 * The row of ${type}. Never NULL for a type of the enum. Lends.
 */
const struct type_row *type_row(enum type type);

/**
 * type_by_name(name, type):
 * Store in ${type} the type that definition files call ${name}; false if none.
 */
bool type_by_name(const char *name, enum type *type);

/**
 * value_parse(field, text, ctx, out, f):
 * Add to ${out} the canonical form of what a person typed into ${field}. Blank
 * text gives no bytes. RC_INVALID with a short sentence for the field's row
 * when it cannot be read or is too long; then ${out} is as it was.
 */
NODISCARD enum rc value_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f);

/**
 * value_keep(field, text, out):
 * Add to ${out} "?" and ${text}, cut at the field's limit, for a value that
 * value_parse() refused and that must not be lost. False, adding nothing, for
 * a type that keeps none.
 */
bool
value_keep(const struct kind_field *field, const char *text, struct buf *out);

/**
 * value_show(field, value, ctx, out):
 * Add to ${out} the canonical ${value} as people read it: "07700 900123",
 * "Sat 21 Nov 2026 (yesterday)", the labels of codes. Unreadable bytes show as
 * marks. The text is not yet made harmless for a terminal (utf8_safe does).
 */
void value_show(const struct kind_field *field, struct span value,
    const struct value_ctx *ctx, struct buf *out);

/**
 * value_type(field, value, ctx, out):
 * Add to ${out} the text that, typed into ${field}, gives ${value} again: what
 * an entry field holds when a record is opened for change.
 */
void value_type(const struct kind_field *field, struct span value,
    const struct value_ctx *ctx, struct buf *out);

/**
 * value_check(field, value, ctx):
 * NULL when ${value} is canonical for ${field}, else a short sentence. Lends
 * a constant.
 */
const char *value_check(const struct kind_field *field, struct span value,
    const struct value_ctx *ctx);

#endif /* HANDRAIL_MODEL_TYPE_H */
