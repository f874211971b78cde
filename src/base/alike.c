/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdint.h>
#include <string.h>

#include "base/alike.h"
#include "base/utf8.h"

#define LETTERS 64
#define BEGINNING 4 /* letters that Winkler gives weight to */

struct letters {
	uint32_t at[LETTERS];
	size_t n;
	uint64_t met; /* a bit for each that has its like in the other */
};

static void
spell(struct letters *l, const char *s, size_t n)
{
	size_t took;

	l->n = 0;
	l->met = 0;
	for (; n && l->n < LETTERS; s += took, n -= took) {
		if ((unsigned char)*s < 0x80) {
			l->at[l->n++] = (unsigned char)*s;
			took = 1;
		} else {
			took = utf8_next(s, n, &l->at[l->n++]);
		}
	}
}

/* Letters of ${a} that stand near enough in ${b} to be the same ones. */
static size_t
meet(struct letters *a, struct letters *b)
{
	size_t longer = a->n > b->n ? a->n : b->n;
	size_t reach = longer / 2 > 0 ? longer / 2 - 1 : 0, met = 0;

	for (size_t i = 0; i < a->n; i++) {
		size_t from = i > reach ? i - reach : 0;
		size_t to = i + reach + 1 < b->n ? i + reach + 1 : b->n;

		for (size_t k = from; k < to; k++) {
			if ((b->met >> k & 1) || a->at[i] != b->at[k])
				continue;
			a->met |= UINT64_C(1) << i;
			b->met |= UINT64_C(1) << k;
			met++;
			break;
		}
	}
	return met;
}

/* How many of the letters that met stand in another order. */
static size_t
out_of_order(const struct letters *a, const struct letters *b)
{
	size_t k = 0, out = 0;

	for (size_t i = 0; i < a->n; i++) {
		if (!(a->met >> i & 1))
			continue;
		while (!(b->met >> k & 1))
			k++;
		out += a->at[i] != b->at[k];
		k++;
	}
	return out;
}

static size_t
beginning(const struct letters *a, const struct letters *b)
{
	size_t n = 0;

	while (n < BEGINNING && n < a->n && n < b->n && a->at[n] == b->at[n])
		n++;
	return n;
}

unsigned
alike(const char *a, size_t na, const char *b, size_t nb)
{
	struct letters x, y;
	double met, out, jaro;

	if (na == nb && memcmp(a, b, na) == 0)
		return ALIKE_SAME;
	spell(&x, a, na);
	spell(&y, b, nb);
	if ((met = (double)meet(&x, &y)) == 0)
		return 0;
	out = (double)out_of_order(&x, &y) / 2;
	jaro = (met / (double)x.n + met / (double)y.n + (met - out) / met) / 3;
	jaro += (double)beginning(&x, &y) * 0.1 * (1 - jaro);
	return (unsigned)(jaro * ALIKE_SAME);
}

static bool
same_from(const struct letters *a, size_t i, const struct letters *b, size_t k)
{
	return a->n - i == b->n - k &&
	       memcmp(a->at + i, b->at + k, (a->n - i) * sizeof(*a->at)) == 0;
}

bool
alike_slip(const char *a, size_t na, const char *b, size_t nb)
{
	struct letters x, y;
	size_t i = 0;

	spell(&x, a, na);
	spell(&y, b, nb);
	while (i < x.n && i < y.n && x.at[i] == y.at[i])
		i++;
	if (i == x.n && i == y.n)
		return false;
	if (x.n == y.n && same_from(&x, i + 1, &y, i + 1))
		return true;
	if (x.n == y.n)
		return i + 1 < x.n && x.at[i] == y.at[i + 1] &&
		       x.at[i + 1] == y.at[i] &&
		       same_from(&x, i + 2, &y, i + 2);
	if (x.n + 1 == y.n)
		return same_from(&x, i, &y, i + 1);
	return y.n + 1 == x.n && same_from(&x, i + 1, &y, i);
}
