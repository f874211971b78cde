/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "base/when.h"
#include "model/typerow.h"

static enum rc
put_when(const char *text, enum when_way way, const struct value_ctx *ctx,
    struct buf *out, struct fault *f)
{
	char iso[WHEN_ROOM];
	enum rc rc = when_parse(text, ctx ? ctx->now_ms : 0, way, iso, f);

	if (!rc)
		buf_puts(out, iso);
	return rc;
}

enum rc
when_value_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	return put_when(text,
	    field->flags & KIND_FUTURE ? WHEN_FUTURE : WHEN_PAST, ctx, out, f);
}

enum rc
birth_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	(void)field;
	return put_when(text, WHEN_BIRTH, ctx, out, f);
}

/* A value as a string, if it is short enough to be a date at all. */
static bool
iso_take(struct span v, char iso[WHEN_ROOM])
{
	if (v.len >= WHEN_ROOM)
		return false;
	memcpy(iso, v.at, v.len);
	iso[v.len] = '\0';
	return true;
}

void
when_value_show(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx, struct buf *out)
{
	char iso[WHEN_ROOM];

	(void)field;
	if (!iso_take(v, iso))
		buf_span(out, v);
	else if (ctx && ctx->now_ms)
		when_echo(iso, ctx->now_ms, out);
	else
		when_show(iso, out);
}

void
birth_show(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx, struct buf *out)
{
	char iso[WHEN_ROOM];

	(void)field;
	if (!iso_take(v, iso))
		buf_span(out, v);
	else if (ctx && ctx->now_ms)
		when_echo_birth(iso, ctx->now_ms, out);
	else
		when_show(iso, out);
}

const char *
when_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	char iso[WHEN_ROOM];

	(void)field, (void)ctx;
	return iso_take(v, iso) && when_is(iso) ? NULL : "not a date";
}

/* Milliseconds, as they are kept: a machine writes them, nobody types them. */
static bool
is_ms(const char *text)
{
	size_t n = strspn(text, "0123456789");

	return n >= 9 && !text[n];
}

enum rc
moment_value_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	char iso[WHEN_ROOM];
	int64_t ms;
	enum rc rc;

	if (is_ms(text) && str_to_i64(text, &ms))
		goto out;
	if (moment_parse(text, &ms))
		goto out;
	rc = when_parse(text, ctx ? ctx->now_ms : 0,
	    field->flags & KIND_FUTURE ? WHEN_FUTURE : WHEN_PAST, iso, f);
	if (rc)
		return rc;
	if (!when_moment(iso, &ms))
		return fault_set(f, RC_INVALID, "not a date");
out:
	buf_printf(out, "%" PRId64, ms);
	return RC_OK;
}

static bool
ms_take(struct span v, int64_t *ms)
{
	char text[24];

	if (v.len >= sizeof(text))
		return false;
	memcpy(text, v.at, v.len);
	text[v.len] = '\0';
	return str_to_i64(text, ms);
}

/* Beyond the years that a day can have, figures say more than a date. */
static bool
ms_has_date(int64_t ms)
{
	return ms > -62135596800000 && ms < 253402300800000;
}

void
moment_value_show(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx, struct buf *out)
{
	char text[17];
	int64_t ms;

	(void)field, (void)ctx;
	if (!ms_take(v, &ms) || !ms_has_date(ms)) {
		buf_span(out, v);
		return;
	}
	moment_show(ms, text);
	buf_puts(out, text);
}

const char *
moment_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	int64_t ms;

	(void)field, (void)ctx;
	return ms_take(v, &ms) && ms_has_date(ms) ? NULL : "not a moment";
}
