/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "model/typerow.h"

/* clang-format off */
static const struct type_row rows[TYPE_COUNT] = {
	[TYPE_TEXT] = { .name = "text",
	  .help = "One line of any words.",
	  .parse = text_parse, .show = text_show, .check = text_check,
	  .max = 1000, .ordered = true },

	[TYPE_NAME] = { .name = "name",
	  .help = "A name as spoken; capitals come by themselves.",
	  .parse = name_parse, .show = text_show, .check = text_check,
	  .max = 200, .ordered = true },

	[TYPE_PROSE] = { .name = "prose",
	  .help = "Any number of lines; one that starts with ; is exact words.",
	  .parse = prose_parse, .show = text_show, .check = prose_check,
	  .max = 64000 },

	[TYPE_WHEN] = { .name = "when",
	  .help = "A day as people say it: t, y2300, fri, -3, 14/9 1000, c 2019.",
	  .parse = when_value_parse, .show = when_value_show,
	  .check = when_check, .max = 200, .kept = true, .ordered = true },

	[TYPE_BIRTH] = { .name = "birth",
	  .help = "A birth date, 120384 or 12mar84, or an age.",
	  .parse = birth_parse, .show = birth_show, .check = when_check,
	  .max = 200, .kept = true, .ordered = true },

	[TYPE_CODE] = { .name = "code",
	  .help = "Any part of a code or its name; Enter takes the first match.",
	  .parse = code_parse, .show = code_show, .check = code_check,
	  .max = 200, .kept = true, .ordered = true },

	[TYPE_CODES] = { .name = "codes",
	  .help = "Codes or letters in any order; - when asked and none.",
	  .parse = codes_parse, .show = codes_show, .check = codes_check,
	  .max = 1000 },

	[TYPE_LINK] = { .name = "link",
	  .help = "Another record, picked from a list.",
	  .parse = link_parse, .show = link_show, .check = link_check,
	  .max = 16, .ordered = true },

	[TYPE_FLAG] = { .name = "flag",
	  .help = "Y or N; blank is not asked.",
	  .parse = flag_parse, .show = flag_show, .check = flag_check,
	  .max = 8, .ordered = true },

	[TYPE_NUMBER] = { .name = "number",
	  .help = "A number, with a point if need be.",
	  .parse = number_parse, .show = text_show, .check = number_check,
	  .max = 40, .kept = true },

	[TYPE_MONEY] = { .name = "money",
	  .help = "Pounds and pence, 12.50.",
	  .parse = money_parse, .show = money_show, .check = money_check,
	  .max = 40, .kept = true },

	[TYPE_PHONE] = { .name = "phone",
	  .help = "Digits, with blanks and brackets as you like.",
	  .parse = phone_parse, .show = phone_value_show,
	  .check = phone_check, .max = 60, .kept = true, .ordered = true },

	[TYPE_POSTCODE] = { .name = "postcode",
	  .help = "With or without the space; the first half; or nfa.",
	  .parse = post_parse, .show = text_show, .check = post_check,
	  .max = 40, .kept = true, .ordered = true },

	[TYPE_EMAIL] = { .name = "email",
	  .help = "An e-mail address.",
	  .parse = email_parse, .show = text_show, .check = email_check,
	  .max = 254, .kept = true, .ordered = true },

	[TYPE_POLREF] = { .name = "polref",
	  .help = "The police reference as told; the force's pattern is applied.",
	  .parse = polref_parse, .show = text_show, .check = text_check,
	  .max = 60, .ordered = true },

	[TYPE_MOMENT] = { .name = "moment",
	  .help = "A date and time to the second.",
	  .parse = moment_value_parse, .show = moment_value_show,
	  .check = moment_check, .max = 40 },

	[TYPE_ADDRESS] = { .name = "address",
	  .help = "House, street and town; capitals come by themselves.",
	  .parse = address_parse, .show = text_show, .check = text_check,
	  .max = 500, .ordered = true },

	[TYPE_GROUP] = { .name = "group",
	  .help = "Rows, each filled in on its own.",
	  .parse = group_parse, .show = group_show, .check = group_check,
	  .max = 1 << 20 },
};
/* clang-format on */

const struct type_row *
type_row(enum type type)
{
	return &rows[type];
}

bool
type_by_name(const char *name, enum type *type)
{
	for (int i = 0; i < TYPE_COUNT; i++) {
		if (strcmp(rows[i].name, name))
			continue;
		*type = (enum type)i;
		return true;
	}
	return false;
}

static size_t
value_max(const struct kind_field *field)
{
	return field->max ? field->max : rows[field->type].max;
}

enum rc
value_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	struct span trimmed = str_trimmed(span_str(text));
	struct buf copy = { 0 };
	size_t start = out->len;
	enum rc rc;

	if (!trimmed.len)
		return RC_OK;
	buf_span(&copy, trimmed);
	rc = rows[field->type].parse(field, buf_str(&copy), ctx, out, f);
	buf_wipe(&copy);
	if (!rc && out->len - start > value_max(field))
		rc = fault_set(f, RC_INVALID, "too long: %zu, room for %zu",
		    out->len - start, value_max(field));
	if (rc)
		out->len = start;
	return rc;
}

/* No more bytes than there is room for, whole characters only. */
static size_t
cut_at(const char *s, size_t n, size_t room)
{
	if (n <= room)
		return n;
	while (room && ((unsigned char)s[room] & 0xc0) == 0x80)
		room--;
	return room;
}

bool
value_keep(const struct kind_field *field, const char *text, struct buf *out)
{
	struct span s = str_trimmed(span_str(text));

	if (!rows[field->type].kept || (field->flags & KIND_STRICT) || !s.len)
		return false;
	buf_putc(out, '?');
	buf_put(out, s.at, cut_at(s.at, s.len, value_max(field) - 1));
	return true;
}

static bool
is_kept(const struct kind_field *field, struct span v)
{
	return rows[field->type].kept && v.len && *(const char *)v.at == '?';
}

void
value_show(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx, struct buf *out)
{
	if (!v.len)
		return;
	if (is_kept(field, v)) {
		buf_puts(out, "? ");
		buf_put(out, (const char *)v.at + 1, v.len - 1);
		return;
	}
	rows[field->type].show(field, v, ctx, out);
}

const char *
value_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	if (!v.len)
		return NULL;
	if (v.len > value_max(field))
		return "too long";
	if (is_kept(field, v))
		return field->flags & KIND_STRICT ? "not in the list"
						  : "kept as it was said";
	return rows[field->type].check(field, v, ctx);
}

/* The letters of a set, as they were typed. */
static void
letters_type(struct span v, struct buf *out)
{
	for (size_t i = 0; i < v.len; i++)
		if (((const char *)v.at)[i] != ' ')
			buf_putc(out, ((const char *)v.at)[i]);
}

void
value_type(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx, struct buf *out)
{
	if (!v.len)
		return;
	if (is_kept(field, v))
		buf_put(out, (const char *)v.at + 1, v.len - 1);
	else if (field->type == TYPE_CODES && (field->flags & KIND_LETTERS))
		letters_type(v, out);
	else if (field->type == TYPE_MONEY || field->type == TYPE_MOMENT ||
		 field->type == TYPE_LINK)
		rows[field->type].show(field, v, ctx, out);
	else
		buf_span(out, v);
}
