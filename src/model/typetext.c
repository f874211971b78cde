/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/phone.h"
#include "base/postcode.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/name.h"
#include "model/typerow.h"

static bool
is_plain(const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s < ' ' || (unsigned char)*s >= 0x7f)
			return false;
	return true;
}

/*
 * Add the text in NFC; ASCII is there already, and most text is ASCII. A line
 * break or tab in a one-line field becomes a blank.
 */
static void
put_nfc(const char *text, bool lines, struct buf *out)
{
	size_t start = out->len;
	struct arena *a;

	if (is_plain(text)) {
		buf_puts(out, text);
		return;
	}
	a = arena_new();
	buf_puts(out, utf8_nfc(a, text, strlen(text)));
	arena_free(a);
	for (size_t i = start; !lines && i < out->len; i++)
		if (strchr("\n\r\t", out->at[i]))
			out->at[i] = ' ';
}

enum rc
text_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	(void)field, (void)ctx, (void)f;
	put_nfc(text, false, out);
	return RC_OK;
}

typedef void capitals_fn(const char *s, size_t n, struct buf *out);

/* NFC first, so that a letter typed as two code points has its capital. */
static enum rc
put_capitals(const char *text, bool lines, capitals_fn *capitals,
    struct buf *out)
{
	struct buf nfc = { 0 };

	put_nfc(text, lines, &nfc);
	capitals((const char *)nfc.at, nfc.len, out);
	buf_wipe(&nfc);
	return RC_OK;
}

enum rc
name_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	(void)field, (void)ctx, (void)f;
	return put_capitals(text, false, name_capitals, out);
}

enum rc
address_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	(void)field, (void)ctx, (void)f;
	return put_capitals(text, false, address_capitals, out);
}

enum rc
prose_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	(void)ctx, (void)f;
	if (field->flags & KIND_SENTENCES)
		return put_capitals(text, true, sentence_capitals, out);
	put_nfc(text, true, out);
	return RC_OK;
}

void
text_show(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx, struct buf *out)
{
	(void)field, (void)ctx;
	buf_span(out, v);
}

const char *
prose_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	(void)field, (void)ctx;
	return utf8_valid(v.at, v.len) ? NULL : "not readable as text";
}

const char *
text_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	if (memchr(v.at, '\n', v.len))
		return "more than one line";
	return prose_check(field, v, ctx);
}

/* One @ with something before it and a name with a point after it. */
static bool
is_email(struct span v)
{
	const char *s = v.at, *end = s + v.len;
	const char *at = memchr(s, '@', v.len), *dot;

	if (!at || at == s || memchr(at + 1, '@', (size_t)(end - at - 1)))
		return false;
	for (; s < end; s++)
		if ((unsigned char)*s <= ' ' || *s == 0x7f)
			return false;
	dot = memrchr(at, '.', (size_t)(end - at));
	return dot && dot > at + 1 && dot + 1 < end;
}

enum rc
email_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	size_t start = out->len;

	(void)field, (void)ctx;
	put_nfc(text, false, out);
	if (!is_email(span_of(out->at + start, out->len - start)))
		return fault_set(f, RC_INVALID,
		    "an e-mail address looks like name@place.uk");
	for (uint8_t *p = memchr(out->at + start, '@', out->len - start);
	     p < out->at + out->len; p++)
		*p = (uint8_t)tolower(*p);
	return RC_OK;
}

const char *
email_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	(void)field, (void)ctx;
	return is_email(v) ? NULL : "not an e-mail address";
}

/*
 * The shapes in which forces and national bodies write their references. A 9
 * in `typed` is any figure, an "a" any letter, and both are taken in order to
 * fill `kept`.
 */
/* clang-format off */
static const struct {
	const char *typed, *kept, *who;
} shapes[] = {
	{ "99999999",	  "99*999999",	   "Leicestershire: year, number" },
	{ "99*999999",	  "99*999999",	   "the same with its star" },
	{ "99/999999",	  "99*999999",	   "the same with a stroke" },
	{ "99 999999",	  "99*999999",	   "the same with a blank" },
	{ "36/999999/99", "36/999999/99",  "Norfolk" },
	{ "37/999999/99", "37/999999/99",  "Suffolk" },
	{ "36999999/99",  "36/999999/99",  "Norfolk, run together" },
	{ "37999999/99",  "37/999999/99",  "Suffolk, run together" },
	{ "aa999999999",  "AA999999999",   "national fraud reporting" },
	{ "aaa999999999", "AAA999999999",  "the same, three letters" },
};
/* clang-format on */

static bool
shape_fits(const char *shape, const char *s)
{
	for (; *shape && *s; shape++, s++) {
		if (*shape == '9'   ? !isdigit((unsigned char)*s)
		    : *shape == 'a' ? !isalpha((unsigned char)*s)
				    : *shape != *s)
			return false;
	}
	return !*shape && !*s;
}

static void
shape_fill(const char *kept, const char *s, struct buf *out)
{
	for (; *kept; kept++) {
		while (*s && !isalnum((unsigned char)*s))
			s++;
		if (isalnum((unsigned char)*kept))
			buf_putc(out, toupper((unsigned char)*s++));
		else
			buf_putc(out, *kept);
	}
}

enum rc
polref_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	(void)field, (void)ctx, (void)f;
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		if (!shape_fits(shapes[i].typed, text))
			continue;
		shape_fill(shapes[i].kept, text, out);
		return RC_OK;
	}
	put_nfc(text, false, out);
	return RC_OK;
}

enum rc
phone_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	char kept[PHONE_ROOM];
	enum rc rc = phone_normal(text, kept, f);

	(void)field, (void)ctx;
	if (!rc)
		buf_puts(out, kept);
	return rc;
}

void
phone_value_show(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx, struct buf *out)
{
	char kept[PHONE_ROOM], shown[2 * PHONE_ROOM];

	(void)field, (void)ctx;
	if (v.len >= sizeof(kept)) {
		buf_span(out, v);
		return;
	}
	memcpy(kept, v.at, v.len);
	kept[v.len] = '\0';
	phone_show(kept, shown);
	buf_puts(out, shown);
}

const char *
phone_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	const char *s = v.at;

	(void)field, (void)ctx;
	for (size_t i = 0; i < v.len; i++)
		if (!isdigit((unsigned char)s[i]) && s[i] != 'x' &&
		    !(s[i] == '+' && !i))
			return "not a telephone number";
	return v.len < PHONE_ROOM ? NULL : "too long";
}

enum rc
post_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	char kept[POSTCODE_ROOM];
	enum rc rc = postcode_normal(text, kept, f);

	(void)field, (void)ctx;
	if (!rc)
		buf_puts(out, kept);
	return rc;
}

const char *
post_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	char text[POSTCODE_ROOM], kept[POSTCODE_ROOM];

	(void)field, (void)ctx;
	if (v.len >= sizeof(text))
		return "not a postcode";
	memcpy(text, v.at, v.len);
	text[v.len] = '\0';
	return postcode_normal(text, kept, NULL) || strcmp(text, kept)
		   ? "not a postcode"
		   : NULL;
}
