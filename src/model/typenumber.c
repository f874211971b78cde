/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "base/str.h"
#include "model/typerow.h"

/* "-12.5": a sign, figures, and figures after a point if there is one. */
static bool
is_number(struct span v)
{
	const char *s = v.at, *end = s + v.len;
	size_t before = 0, after = 0;
	bool point = false;

	s += s < end && *s == '-';
	for (; s < end && isdigit((unsigned char)*s); s++)
		before++;
	if (s < end && *s == '.') {
		point = true;
		for (s++; s < end && isdigit((unsigned char)*s); s++)
			after++;
	}
	return s == end && before && (after || !point);
}

enum rc
number_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	size_t start = out->len;

	(void)field, (void)ctx;
	for (const char *s = text + (*text == '+'); *s; s++)
		if (*s != ',' && *s != ' ')
			buf_putc(out, *s);
	if (!is_number(span_of(out->at + start, out->len - start)))
		return fault_set(f, RC_INVALID, "a number, such as 12 or 2.5");
	return RC_OK;
}

const char *
number_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	(void)field, (void)ctx;
	return is_number(v) ? NULL : "not a number";
}

/* Pounds in the text become pence; false for what is not money. */
static bool
pence_of(const char *s, uint64_t *pence)
{
	uint64_t pounds = 0, part = 0;
	int figures = 0;

	if (!isdigit((unsigned char)*s))
		return false;
	for (; isdigit((unsigned char)*s) || *s == ','; s++) {
		if (*s != ',')
			pounds = pounds * 10 + (uint64_t)(*s - '0');
		if (pounds > UINT64_C(100000000000000))
			return false;
	}
	if (*s == '.')
		for (s++; isdigit((unsigned char)*s) && figures < 2; figures++)
			part = part * 10 + (uint64_t)(*s++ - '0');
	if (figures == 1)
		part *= 10;
	s += strspn(s, " ");
	*pence = pounds * 100 + part;
	return !*s || str_ieq(s, "pounds") || str_ieq(s, "pound");
}

enum rc
money_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	uint64_t pence;

	(void)field, (void)ctx;
	if (str_starts(text, "\xc2\xa3"))
		text += 2;
	text += strspn(text, " ");
	if (!pence_of(text, &pence))
		return fault_set(f, RC_INVALID,
		    "pounds, such as 4500 or 12.50");
	buf_printf(out, "%" PRIu64, pence);
	return RC_OK;
}

/* Kept pence as a number; false for what money_parse() cannot have written. */
static bool
pence_take(struct span v, uint64_t *pence)
{
	char text[24];

	if (v.len >= sizeof(text))
		return false;
	memcpy(text, v.at, v.len);
	text[v.len] = '\0';
	return str_to_u64(text, pence);
}

void
money_show(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx, struct buf *out)
{
	uint64_t pence;

	(void)field, (void)ctx;
	if (pence_take(v, &pence))
		buf_printf(out, "%" PRIu64 ".%02u", pence / 100,
		    (unsigned)(pence % 100));
	else
		buf_span(out, v);
}

const char *
money_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	uint64_t pence;

	(void)field, (void)ctx;
	return pence_take(v, &pence) ? NULL : "not an amount in pence";
}

enum rc
flag_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	static const char *const yes[] = { "y", "yes", "true", "1", NULL };
	static const char *const no[] = { "n", "no", "false", "0", NULL };

	(void)field, (void)ctx;
	for (size_t i = 0; yes[i]; i++) {
		if (str_ieq(text, yes[i])) {
			buf_putc(out, 'y');
			return RC_OK;
		}
		if (str_ieq(text, no[i])) {
			buf_putc(out, 'n');
			return RC_OK;
		}
	}
	if (!strcmp(text, "-"))
		return RC_OK;
	return fault_set(f, RC_INVALID, "Y, N or -");
}

void
flag_show(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx, struct buf *out)
{
	(void)field, (void)ctx;
	buf_puts(out, *(const char *)v.at == 'y' ? "yes" : "no");
}

const char *
flag_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	char c = *(const char *)v.at;

	(void)field, (void)ctx;
	return v.len == 1 && (c == 'y' || c == 'n') ? NULL : "neither y nor n";
}

/* Ids are typed as up to 16 figures of sixteen: by programs, not by people. */
enum rc
link_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	uint64_t id = 0;
	size_t n = strspn(text, "0123456789abcdefABCDEF");

	(void)field, (void)ctx;
	if (!n || n > 16 || text[n])
		return fault_set(f, RC_INVALID, "not the number of a record");
	for (; *text; text++)
		id = id << 4 |
		     (uint64_t)(isdigit((unsigned char)*text)
				    ? *text - '0'
				    : tolower((unsigned char)*text) - 'a' + 10);
	if (!id)
		return fault_set(f, RC_INVALID, "not the number of a record");
	buf_u64(out, id);
	return RC_OK;
}

void
link_show(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx, struct buf *out)
{
	struct reader in = reader_of(v);

	(void)field, (void)ctx;
	buf_printf(out, "%" PRIx64, reader_u64(&in));
}

const char *
link_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	(void)field, (void)ctx;
	return v.len == 8 ? NULL : "not the number of a record";
}
