/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "scene.h"

static void
same_record(const struct record *a, const struct record *b)
{
	cr_assert_eq(a->kind->tag, b->kind->tag);
	cr_assert_eq(a->id, b->id);
	cr_assert_eq(a->n, b->n);
	for (size_t i = 0; i < a->n; i++) {
		cr_expect_eq(a->cells[i].tag, b->cells[i].tag);
		cr_expect(span_eq(a->cells[i].value, b->cells[i].value),
		    "%s cell %u", a->kind->name, a->cells[i].tag);
	}
}

ParameterizedTestParameters(record, of_every_kind_comes_back_as_it_was)
{
	return every_kind();
}

ParameterizedTest(size_t *place, record, of_every_kind_comes_back_as_it_was)
{
	struct kinds *kinds = scene_kinds();
	struct arena *a = arena_new();
	struct buf once = { 0 }, again = { 0 };
	struct chance chance;
	size_t n;

	chance_seed(&chance, 7 + *place);
	for (int i = 0; i < 20; i++) {
		unsigned tag = builtin_kinds(&n)[*place]->tag;
		struct record *back,
		    *r = scene_record(a, kinds_by_tag(kinds, tag), &chance,
			i ? 50 : 100);

		buf_clear(&once);
		buf_clear(&again);
		record_encode(r, &once);
		cr_assert_eq(record_decode(a, kinds, buf_window(&once), &back,
				 NULL),
		    RC_OK);
		same_record(r, back);
		record_encode(back, &again);
		cr_expect(span_eq(buf_window(&once), buf_window(&again)));
	}
	buf_release(&once);
	buf_release(&again);
	arena_free(a);
	kinds_free(kinds);
}

Test(record, keeps_its_cells_in_order_each_once)
{
	struct arena *a = arena_new();
	struct record *r = record_new(a, &kind_person, 1);

	record_set_text(r, PERSON_PHONE, "07700900123");
	record_set_text(r, PERSON_GIVEN, "Sarah");
	record_set_text(r, PERSON_PHONE, "07700900456");
	record_set_text(r, PERSON_FAMILY, "Okafor");
	record_set_text(r, PERSON_FAMILY, "");

	cr_assert_eq(r->n, 2);
	cr_expect_eq(r->cells[0].tag, PERSON_GIVEN);
	cr_expect_str_eq(record_text(r, PERSON_PHONE), "07700900456");
	cr_expect_str_eq(record_text(r, PERSON_FAMILY), "");
	arena_free(a);
}

Test(record, gives_links_flags_numbers_and_codes)
{
	struct arena *a = arena_new();
	struct record *r = record_new(a, &kind_casefile, 1);

	record_set_link(r, CASEFILE_PERSON, UINT64_C(0x8000000000000001));
	record_set_number(r, CASEFILE_ATTEMPTS, -3);
	record_set_text(r, CASEFILE_RISK, "s c k");
	cr_expect_eq(record_link(r, CASEFILE_PERSON),
	    UINT64_C(0x8000000000000001));
	cr_expect_eq(record_link(r, CASEFILE_OWNER), 0);
	cr_expect_eq(record_number(r, CASEFILE_ATTEMPTS), -3);
	cr_expect(record_has_code(r, CASEFILE_RISK, "c"));
	cr_expect(!record_has_code(r, CASEFILE_RISK, "p"));
	cr_expect(!record_flag(r, CASEFILE_NARRATIVE));
	arena_free(a);
}

Test(record, keeps_cells_that_a_newer_handrail_wrote)
{
	struct kinds *kinds = kinds_new();
	struct arena *a = arena_new();
	struct record *back, *r = record_new(a, &kind_person, 9);
	struct buf out = { 0 };

	record_set_text(r, PERSON_GIVEN, "Sarah");
	record_set_text(r, 777, "from the future");
	record_set_text(r, 60000, "from another hub");
	record_encode(r, &out);
	cr_assert_eq(record_decode(a, kinds, buf_window(&out), &back, NULL),
	    RC_OK);
	cr_expect_str_eq(record_text(back, 777), "from the future");
	record_set_text(back, PERSON_GIVEN, "Sara");
	cr_expect_str_eq(record_text(back, 60000), "from another hub");
	buf_release(&out);
	arena_free(a);
	kinds_free(kinds);
}

Test(record, of_a_kind_we_do_not_know_is_kept_whole)
{
	static const struct kind future = { .tag = 4242, .name = "future" };
	struct kinds *kinds = kinds_new();
	struct arena *a = arena_new();
	struct record *back, *r = record_new(a, &future, 9);
	struct buf once = { 0 }, again = { 0 };

	record_set_text(r, 5, "kept");
	record_encode(r, &once);
	cr_assert_eq(record_decode(a, kinds, buf_window(&once), &back, NULL),
	    RC_OK);
	cr_expect(back->kind->flags & KIND_UNKNOWN);
	cr_expect_eq(back->kind->tag, 4242);
	record_encode(back, &again);
	cr_expect(span_eq(buf_window(&once), buf_window(&again)));
	buf_release(&once);
	buf_release(&again);
	arena_free(a);
	kinds_free(kinds);
}

Test(record, cut_off_anywhere_is_refused_or_shorter_and_never_harms)
{
	struct kinds *kinds = kinds_new();
	struct arena *a = arena_new();
	struct chance chance;
	struct buf out = { 0 };
	struct record *r, *back;

	chance_seed(&chance, 3);
	r = scene_record(a, &kind_need, &chance, 100);
	record_encode(r, &out);
	for (size_t n = 0; n < out.len; n++) {
		uint8_t *copy = mem_dup(out.at, n + !n);

		if (!record_decode(a, kinds, span_of(copy, n), &back, NULL))
			cr_expect_lt(back->n, r->n);
		free(copy);
	}
	buf_release(&out);
	arena_free(a);
	kinds_free(kinds);
}

Test(record, is_safe_to_read_from_any_bytes)
{
	struct kinds *kinds = kinds_new();
	struct arena *a = arena_new();
	struct chance chance;
	struct buf out = { 0 };
	struct record *back;

	chance_seed(&chance, 11);
	for (int i = 0; i < 20000; i++) {
		struct record *r = scene_record(a,
		    kinds_nth(kinds, chance_below(&chance, kinds_count(kinds))),
		    &chance, 40);
		int hurt = 1 + (int)chance_below(&chance, 4);

		buf_clear(&out);
		record_encode(r, &out);
		while (hurt--)
			out.at[chance_below(&chance, out.len)] =
			    (uint8_t)chance_u64(&chance);
		if (!record_decode(a, kinds, buf_window(&out), &back, NULL)) {
			struct buf again = { 0 };

			record_encode(back, &again);
			cr_expect(span_eq(buf_window(&out),
			    buf_window(&again)));
			buf_release(&again);
		}
		arena_reset(a);
	}
	buf_release(&out);
	arena_free(a);
	kinds_free(kinds);
}

Test(record, from_a_later_form_says_so)
{
	static const uint8_t later[] = { 2, 1, 0, 0, 0, 0, 0, 0, 0, 1 };
	struct kinds *kinds = kinds_new();
	struct arena *a = arena_new();
	struct record *back;
	struct fault f = { 0 };

	cr_expect_eq(record_decode(a, kinds, span_of(later, sizeof(later)),
			 &back, &f),
	    RC_NEWER);
	cr_expect_str_eq(f.text,
	    "a record is in form 2, and this handrail reads form 1");
	arena_free(a);
	kinds_free(kinds);
}

Test(record, has_a_line_that_stands_for_it)
{
	struct arena *a = arena_new();
	struct record *r = record_new(a, &kind_person, 1);
	struct value_ctx ctx = { .now_ms = SCENE_NOW };
	struct buf out = { 0 };

	record_set_text(r, PERSON_REF, "4F7K22");
	record_set_text(r, PERSON_GIVEN, "Sarah");
	record_set_text(r, PERSON_FAMILY, "Okafor");
	record_heading(r, &ctx, &out);
	cr_expect_str_eq(buf_str(&out), "4F7K22, Sarah, Okafor");
	buf_release(&out);
	arena_free(a);
}

Test(group, comes_back_with_its_rows)
{
	struct arena *a = arena_new();
	struct group *back, *g = group_new(a);
	struct buf out = { 0 };

	group_set_text(g, group_add(g), 1, "h");
	group_set_text(g, group_add(g), 2, "5");
	group_add(g); /* an empty row is no row */
	group_set_text(g, &g->rows[0], 2, "3");
	group_encode(g, &out);
	cr_assert_eq(group_decode(a, buf_window(&out), &back, NULL), RC_OK);
	cr_assert_eq(back->n, 2);
	cr_expect_str_eq(group_text(&back->rows[0], 1), "h");
	cr_expect_str_eq(group_text(&back->rows[0], 2), "3");
	cr_expect_str_eq(group_text(&back->rows[1], 1), "");
	group_drop(back, 0);
	cr_expect_eq(back->n, 1);
	cr_expect_str_eq(group_text(&back->rows[0], 2), "5");
	buf_release(&out);
	arena_free(a);
}

Test(group, of_any_bytes_is_refused_or_read)
{
	struct arena *a = arena_new();
	struct chance chance;
	uint8_t bytes[48];
	struct group *g;

	chance_seed(&chance, 5);
	for (int i = 0; i < 50000; i++) {
		size_t n = chance_below(&chance, sizeof(bytes));

		for (size_t k = 0; k < n; k++)
			bytes[k] = (uint8_t)chance_below(&chance, 12);
		(void)!group_decode(a, span_of(bytes, n), &g, NULL);
		arena_reset(a);
	}
	arena_free(a);
}
