/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

Test(buf, reads_back_every_width)
{
	static const uint64_t sizes[] = { 0, 1, 127, 128, 300, 16383, 16384,
		UINT32_MAX, UINT64_MAX >> 1, UINT64_MAX };
	struct buf b = { 0 };
	struct reader r;

	buf_u8(&b, 0xab);
	buf_u16(&b, 0x1234);
	buf_u32(&b, 0xdeadbeef);
	buf_u64(&b, 0x0102030405060708);
	for (size_t i = 0; i < 10; i++)
		buf_varint(&b, sizes[i]);
	buf_block(&b, span_str("Adébáyò"));
	r = reader_of(buf_window(&b));
	cr_expect_eq(reader_u8(&r), 0xab);
	cr_expect_eq(reader_u16(&r), 0x1234);
	cr_expect_eq(reader_u32(&r), 0xdeadbeef);
	cr_expect_eq(reader_u64(&r), 0x0102030405060708);
	for (size_t i = 0; i < 10; i++)
		cr_expect_eq(reader_varint(&r), sizes[i], "number %zu", i);
	cr_expect(span_eq(reader_block(&r), span_str("Adébáyò")));
	cr_expect(reader_end(&r));
	buf_release(&b);
}

Test(buf, keeps_numbers_in_the_order_of_their_bytes)
{
	struct buf a = { 0 }, b = { 0 };

	buf_u64(&a, 255);
	buf_u64(&b, 256);
	cr_expect(span_cmp(buf_window(&a), buf_window(&b)) < 0);
	cr_expect(span_cmp(span_str("ab"), span_str("abc")) < 0);
	cr_expect_eq(span_cmp(span_of(NULL, 0), span_str("")), 0);
	buf_release(&a);
	buf_release(&b);
}

Test(buf, makes_one_text_of_many_pieces)
{
	struct buf b = { 0 };

	buf_puts(&b, "seen ");
	buf_printf(&b, "%d times by %s", 3, "Mr Łukasik");
	buf_putc(&b, '.');
	cr_expect_str_eq(buf_str(&b), "seen 3 times by Mr Łukasik.");
	buf_clear(&b);
	cr_expect_str_eq(buf_str(&b), "");
	buf_wipe(&b);
	cr_expect_null(b.at);
}

Test(reader, says_bad_once_and_stays_bad_past_the_end)
{
	struct reader r = reader_of(span_of("\x01\x02\x03", 3));

	cr_expect_eq(reader_u16(&r), 0x0102);
	cr_expect_eq(reader_u16(&r), 0);
	cr_expect(r.bad);
	cr_expect_eq(reader_u8(&r), 0);
	cr_expect_eq(reader_block(&r).len, 0);
	cr_expect_not(reader_end(&r));
}

Test(reader, takes_one_form_of_each_number_only)
{
	struct reader longer = reader_of(span_of("\x81\x00", 2));
	struct reader over =
	    reader_of(span_of("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02", 10));
	struct reader cut = reader_of(span_of("\xff", 1));
	struct reader huge =
	    reader_of(span_of("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01x", 11));

	reader_varint(&longer);
	reader_varint(&over);
	reader_varint(&cut);
	reader_block(&huge);
	cr_expect(longer.bad && over.bad && cut.bad && huge.bad);
}

Test(arena, gives_zeroed_aligned_memory_again_after_reset)
{
	struct arena *a = arena_new();

	for (int round = 0; round < 3; round++) {
		for (size_t n = 0; n < 3000; n += 7) {
			unsigned char *p = arena_get(a, n);

			cr_assert_eq((uintptr_t)p % 16, 0);
			for (size_t i = 0; i < n; i++)
				cr_assert_eq(p[i], 0);
			memset(p, 0xee, n);
		}
		arena_reset(a);
	}
	arena_free(a);
	arena_free(NULL);
}

Test(arena, copies_text_and_prints)
{
	struct arena *a = arena_new();
	char *big = arena_get(a, 3 * 1024 * 1024);

	big[3 * 1024 * 1024 - 1] = 'x';
	cr_expect_str_eq(arena_str(a, "Nguyễn"), "Nguyễn");
	cr_expect_str_eq(arena_strn(a, "Nguyen Thi", 6), "Nguyen");
	cr_expect_str_eq(arena_printf(a, "%s-%04d", "LEI", 7), "LEI-0007");
	cr_expect(span_eq(arena_span(a, span_str("é")), span_str("é")));
	arena_free(a);
}

Test(vec, grows_in_order_and_sorts)
{
	VEC(int) v = { 0 };
	int *p, sum = 0;

	VEC_EACH (&v, p)
		cr_assert_fail("there is nothing in it");
	for (int i = 0; i < 1000; i++)
		*VEC_ADD(&v) = i;
	VEC_EACH (&v, p)
		sum += *p;
	cr_expect_eq(sum, 499500);
	cr_expect_eq(*VEC_LAST(&v), 999);
	VEC_CLEAR(&v);
	cr_expect_eq(*VEC_ADD(&v), 0, "a new one is zeroed");
	VEC_RELEASE(&v);
	cr_expect_null(v.at);
}
