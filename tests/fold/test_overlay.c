/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/chance.h"
#include "fold/overlay.h"

static struct overlay *over;

static void
make(void)
{
	over = overlay_new(2);
}

static void
take_away(void)
{
	overlay_free(over);
}

TestSuite(overlay, .init = make, .fini = take_away);

static const char *
value_of(const char *key)
{
	struct span value;

	switch (overlay_get(over, 1, span_str(key), &value)) {
	case OVERLAY_HERE:
		return value.len ? value.at : "";
	case OVERLAY_GONE:
		return "gone";
	default:
		return "absent";
	}
}

Test(overlay, tells_what_is_here_from_what_is_gone_and_what_it_never_heard_of)
{
	overlay_put(over, 1, span_str("a"), span_of("one", 4));
	overlay_del(over, 1, span_str("b"));

	cr_expect_str_eq(value_of("a"), "one");
	cr_expect_str_eq(value_of("b"), "gone");
	cr_expect_str_eq(value_of("c"), "absent");
}

Test(overlay, keeps_the_last_value_whether_it_grew_or_shrank)
{
	overlay_put(over, 1, span_str("a"), span_of("long value", 11));
	overlay_put(over, 1, span_str("a"), span_of("x", 2));
	cr_expect_str_eq(value_of("a"), "x");
	overlay_put(over, 1, span_str("a"), span_of("longer than ever", 17));
	cr_expect_str_eq(value_of("a"), "longer than ever");
	cr_expect_eq(overlay_count(over), 1u);
}

Test(overlay, brings_back_what_was_gone)
{
	overlay_del(over, 1, span_str("a"));
	overlay_put(over, 1, span_str("a"), span_of("back", 5));

	cr_expect_str_eq(value_of("a"), "back");
}

Test(overlay, keeps_its_tables_apart)
{
	struct span value;

	overlay_put(over, 0, span_str("a"), span_of("zero", 5));

	cr_expect_str_eq(value_of("a"), "absent");
	cr_expect_eq(
	    overlay_get(over, 0, span_str("a"), &value), OVERLAY_HERE);
}

Test(overlay, finds_the_neighbours_of_a_key)
{
	const struct overlay_node *node;

	overlay_put(over, 1, span_str("b"), span_str("1"));
	overlay_put(over, 1, span_str("d"), span_str("2"));

	node = overlay_seek(over, 1, span_str("c"));
	cr_assert_not_null(node);
	cr_expect(span_eq(overlay_key(node), span_str("d")));
	node = overlay_before(over, 1, span_str("c"));
	cr_assert_not_null(node);
	cr_expect(span_eq(overlay_key(node), span_str("b")));
	cr_expect_null(overlay_seek(over, 1, span_str("e")));
	cr_expect_null(overlay_before(over, 1, span_str("b")));
	node = overlay_before(over, 1, (struct span){ 0 });
	cr_expect(span_eq(overlay_key(node), span_str("d")));
}

Test(overlay, walks_ten_thousand_keys_in_order)
{
	struct chance c;
	const struct overlay_node *node;
	struct span last = { 0 };
	char key[16];
	size_t n = 0;

	chance_seed(&c, 5);
	for (int i = 0; i < 10000; i++) {
		snprintf(key, sizeof(key), "%08x",
		    (unsigned)chance_below(&c, 1u << 31));
		overlay_put(over, 1, span_str(key), span_str(key));
	}
	node = overlay_seek(over, 1, (struct span){ 0 });
	for (; node; node = overlay_next(node), n++) {
		cr_assert(!n || span_cmp(last, overlay_key(node)) < 0);
		last = overlay_key(node);
	}
	cr_expect_eq(n, overlay_count(over));
}
