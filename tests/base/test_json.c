/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>

#include "base/json.h"

static const char *
text_of(const char *s, size_t n)
{
	static struct buf b;

	buf_clear(&b);
	json_text_n(&b, s, n);
	return buf_str(&b);
}

Test(json, escapes_what_must_be)
{
	cr_expect_str_eq(text_of("a\"b\\c\n\t\r\b\f\x01\x7f", 12),
	    "\"a\\\"b\\\\c\\n\\t\\r\\b\\f\\u0001\\u007f\"");
	cr_expect_str_eq(text_of("Zoë 漢", 8), "\"Zoë 漢\"");
	cr_expect_str_eq(text_of("a\0b", 3), "\"a\\u0000b\"");
	cr_expect_str_eq(text_of("x\xff\xfey", 4),
	    "\"x\xef\xbf\xbd\xef\xbf\xbdy\"");
}

Test(json, writes_one_line_with_keys_in_order)
{
	struct buf b = { 0 };
	struct json j = { .out = &b };

	json_group(&j);
	json_key(&j, "codes");
	json_list(&j);
	json_str(&j, "h");
	json_str(&j, "b");
	json_close(&j);
	json_key_int(&j, "count", -3);
	json_key_str(&j, "none", NULL);
	json_key(&j, "of");
	json_group(&j);
	json_close(&j);
	json_key(&j, "open");
	json_bool(&j, true);
	json_close(&j);
	cr_expect_str_eq(buf_str(&b),
	    "{\"codes\":[\"h\",\"b\"],\"count\":-3,\"none\":null,\"of\":{},"
	    "\"open\":true}");
	buf_release(&b);
}
