/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <string.h>

#include "base/str.h"
#include "model/code.h"
#include "model/typerow.h"

/* Said of a set: asked, and there was none. */
#define CODE_NONE "-"

static const struct code_list *
list_of(const struct kind_field *field, const struct value_ctx *ctx)
{
	return ctx && ctx->codes ? code_list(ctx->codes, field->of) : NULL;
}

enum rc
code_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	const struct code *best;

	if (!list_of(field, ctx)) {
		buf_puts(out, text);
		return RC_OK;
	}
	/* The code itself is the best match there is, and what feeds give. */
	best = code_by(ctx->codes, field->of, text);
	if (!best && !code_match(ctx->codes, field->of, text, &best, 1))
		return fault_set(f, RC_INVALID, "no match in %s",
		    list_of(field, ctx)->title);
	buf_puts(out, best->code);
	return RC_OK;
}

/* A code or a letter, not part of a name: each sign of a set of letters. */
static const struct code *
code_of_letter(const struct kind_field *field, const struct value_ctx *ctx,
    char letter)
{
	char code[2] = { letter, '\0' };
	const struct code *c = code_by_letter(ctx->codes, field->of, letter);

	return c ? c : code_by(ctx->codes, field->of, code);
}

/* The place of the code in a blank-parted set that begins at from, or NULL. */
static uint8_t *
set_find(const struct buf *out, size_t from, struct span code)
{
	for (size_t i = from; i + code.len <= out->len; i++) {
		bool starts = i == from || out->at[i - 1] == ' ';
		bool ends =
		    i + code.len == out->len || out->at[i + code.len] == ' ';

		if (starts && ends && !memcmp(out->at + i, code.at, code.len))
			return out->at + i;
	}
	return NULL;
}

/* Typing a code again takes it out of the set. */
static void
set_toggle(struct buf *out, size_t from, struct span code)
{
	uint8_t *at = set_find(out, from, code);
	size_t i, len = code.len + 1;

	if (!at) {
		if (out->len > from)
			buf_putc(out, ' ');
		buf_span(out, code);
		return;
	}
	i = (size_t)(at - out->at);
	if (i + code.len == out->len) {
		out->len = i > from ? i - 1 : from;
		return;
	}
	memmove(at, at + len, out->len - i - len);
	out->len -= len;
}

/* "x, no safe way" leaves room for no other. */
static enum rc
set_alone(const struct kind_field *field, const struct value_ctx *ctx,
    struct span set, struct fault *f)
{
	const struct code_list *list = list_of(field, ctx);

	if (!memchr(set.at, ' ', set.len))
		return RC_OK;
	for (size_t i = 0; i < list->n; i++) {
		struct buf b = { .at = (uint8_t *)set.at, .len = set.len };

		if (list->codes[i].alone &&
		    set_find(&b, 0, span_str(list->codes[i].code)))
			return fault_set(f, RC_INVALID, "%s, %s, stands alone",
			    list->codes[i].code, list->codes[i].label);
	}
	return RC_OK;
}

static enum rc
letters_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	size_t start = out->len;

	for (; *text; text++) {
		const struct code *c;

		if (strchr(" ,", *text))
			continue;
		c = code_of_letter(field, ctx, *text);
		if (!c)
			return fault_set(f, RC_INVALID,
			    "there is no letter "
			    "%c in %s",
			    isprint((unsigned char)*text) ? *text : '?',
			    list_of(field, ctx)->title);
		set_toggle(out, start, span_str(c->code));
	}
	return RC_OK;
}

static enum rc
words_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	size_t start = out->len, n;

	for (; *text; text += n) {
		const struct code *best;
		char word[128];

		text += strspn(text, " ,;");
		n = strcspn(text, " ,;");
		if (!n)
			break;
		if (n >= sizeof(word))
			return fault_set(f, RC_INVALID, "no match in %s",
			    list_of(field, ctx)->title);
		memcpy(word, text, n);
		word[n] = '\0';
		if (!code_match(ctx->codes, field->of, word, &best, 1))
			return fault_set(f, RC_INVALID, "no match in %s",
			    list_of(field, ctx)->title);
		set_toggle(out, start, span_str(best->code));
	}
	return RC_OK;
}

enum rc
codes_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	size_t start = out->len;
	enum rc rc;

	if (!list_of(field, ctx) || !strcmp(text, CODE_NONE)) {
		buf_puts(out, text);
		return RC_OK;
	}
	rc = field->flags & KIND_LETTERS
		 ? letters_parse(field, text, ctx, out, f)
		 : words_parse(field, text, ctx, out, f);
	return rc ? rc
		  : set_alone(field, ctx,
			span_of(out->at + start, out->len - start), f);
}

/* One code out of a value, as a string; false when it cannot be a code. */
static bool
code_take(const char *s, size_t n, char out[128])
{
	if (n >= 128)
		return false;
	memcpy(out, s, n);
	out[n] = '\0';
	return true;
}

void
code_show(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx, struct buf *out)
{
	char code[128];

	if (!list_of(field, ctx) || !code_take(v.at, v.len, code))
		buf_span(out, v);
	else
		buf_puts(out, code_label(ctx->codes, field->of, code));
}

void
codes_show(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx, struct buf *out)
{
	const char *s = v.at, *end = s + v.len;

	if (v.len == 1 && *s == '-') {
		buf_puts(out, "none");
		return;
	}
	while (s < end) {
		const char *stop = memchr(s, ' ', (size_t)(end - s));
		size_t n = stop ? (size_t)(stop - s) : (size_t)(end - s);

		if (field->flags & KIND_LETTERS && n == 1)
			buf_printf(out, "%c ", toupper((unsigned char)*s));
		code_show(field, span_of(s, n), ctx, out);
		s += n + (stop != NULL);
		if (s < end)
			buf_puts(out, ", ");
	}
}

const char *
code_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	char code[128];

	if (!list_of(field, ctx))
		return NULL;
	if (!code_take(v.at, v.len, code) ||
	    !code_by(ctx->codes, field->of, code))
		return "not in the list";
	return NULL;
}

const char *
codes_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	const char *s = v.at, *end = s + v.len;

	if (v.len == 1 && *s == '-')
		return NULL;
	while (s < end) {
		const char *stop = memchr(s, ' ', (size_t)(end - s));
		size_t n = stop ? (size_t)(stop - s) : (size_t)(end - s);

		if (!n || code_check(field, span_of(s, n), ctx))
			return "not in the list";
		s += n + (stop != NULL);
	}
	return NULL;
}
