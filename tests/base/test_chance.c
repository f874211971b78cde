/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/chance.h"
#include "base/clock.h"

Test(chance, is_the_same_for_the_same_seed)
{
	struct chance a, b, c;
	unsigned char x[21], y[21];

	chance_seed(&a, 4);
	chance_seed(&b, 4);
	chance_seed(&c, 5);
	chance_bytes(&a, x, sizeof(x));
	chance_bytes(&b, y, sizeof(y));
	cr_expect_arr_eq(x, y, sizeof(x));
	cr_expect_neq(chance_u64(&a), chance_u64(&c));
}

/* The published first outputs for the state 1, 2, 3, 4. */
Test(chance, is_xoshiro256_star_star)
{
	struct chance c = { .state = { 1, 2, 3, 4 }, .seeded = true };

	cr_expect_eq(chance_u64(&c), 11520u);
	cr_expect_eq(chance_u64(&c), 0u);
	cr_expect_eq(chance_u64(&c), 1509978240u);
	cr_expect_eq(chance_u64(&c), 1215971899390074240u);
}

Test(chance, is_even)
{
	struct chance c;
	unsigned seen[7] = { 0 };

	chance_seed(&c, 1);
	for (int i = 0; i < 70000; i++)
		seen[chance_below(&c, 7)]++;
	for (int i = 0; i < 7; i++)
		cr_expect(seen[i] > 9500 && seen[i] < 10500, "%d came %u times",
		    i, seen[i]);
	chance_real(&c);
	cr_expect_eq(chance_below(&c, 1), 0);
	cr_expect_neq(chance_u64(&c), chance_u64(&c));
}

Test(clock, stands_still_until_it_is_told)
{
	struct clock *c = clock_fixed(1000);

	cr_expect_eq(clock_now(c), 1000);
	clock_pass(c, 500);
	cr_expect_eq(clock_now(c), 1500);
	clock_set(c, 7);
	cr_expect_eq(clock_now(c), 7);
	clock_free(c);
}

Test(clock, runs_on_from_where_it_was_set)
{
	struct clock *c = clock_from(1000), *real = clock_real();
	int64_t from = clock_ticks();

	while (clock_ticks() - from < 3000000)
		;
	cr_expect(clock_now(c) >= 1003 && clock_now(c) < 60000);
	cr_expect(clock_now(real) > 1500000000000);
	clock_free(c);
	clock_free(real);
}
