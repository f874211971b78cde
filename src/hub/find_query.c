/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/str.h"
#include "model/kind.h"
#include "model/type.h"

#include "hub/find_query.h"

/* A run of non-blanks, as typed. */
struct piece {
	char text[48];
	size_t len, digits, letters;
};

#define PIECES 16

/* The field whose type knows how forces write their numbers. */
static const struct kind_field number_field = {
	.tag = CASEFILE_NUMBER,
	.name = "number",
	.label = "Police ref",
	.help = "As told.",
	.type = TYPE_POLREF,
};

static void
count_piece(struct piece *p)
{
	p->len = strlen(p->text);
	p->digits = p->letters = 0;
	for (const char *s = p->text; *s; s++) {
		unsigned char c = (unsigned char)*s;

		p->digits += isdigit(c) != 0;
		p->letters += c >= 0x80 || isalpha(c);
	}
}

static bool
parts_pieces(char c)
{
	return c == ' ' || c == '\t' || c == ',' || c == ';';
}

static size_t
cut_pieces(const char *text, struct piece at[PIECES])
{
	size_t n = 0;

	while (n < PIECES) {
		size_t len = 0;

		while (parts_pieces(*text))
			text++;
		while (text[len] && !parts_pieces(text[len]))
			len++;
		if (!len)
			break;
		snprintf(at[n].text, sizeof(at[n].text), "%.*s",
		    (int)(len < 47 ? len : 47), text);
		count_piece(&at[n++]);
		text += len;
	}
	return n;
}

static struct find_term *
add_term(struct find_query *q, unsigned weight)
{
	struct find_term *t;

	if (q->n == FIND_TERMS)
		return NULL;
	t = &q->terms[q->n++];
	memset(t, 0, sizeof(*t));
	t->weight = weight;
	return t;
}

/* ---- one reading at a time: whether the text could be read so ---- */

static void
swap_day_and_month(struct find_term *t)
{
	int y, m, d;
	int32_t day;

	if (sscanf(t->born, "%d-%d-%d", &y, &m, &d) == 3 && d != m &&
	    day_of(y, d, m, &day))
		snprintf(t->swapped, sizeof(t->swapped), "%04d-%02d-%02d",
		    y % 10000, d % 100, m % 100);
}

/* "12.3.84" and "12-3-84" are meant as "12/3/84"; "1984-03-12" is ours. */
static void
slash(char *text)
{
	int32_t day;

	if (day_parse(text, &day))
		return;
	for (char *s = text; *s; s++)
		if (*s == '.' || *s == '-')
			*s = '/';
}

static bool
read_day(struct find_term *t, const char *text, int64_t now_ms)
{
	char copy[48], out[WHEN_ROOM];
	const char *born = out;

	snprintf(copy, sizeof(copy), "%s", text);
	slash(copy);
	if (when_parse(copy, now_ms, WHEN_BIRTH, out, NULL))
		return false;
	born += *born == '~';
	str_set(t->born, sizeof(t->born), born);
	t->born[strcspn(t->born, "T")] = '\0';
	swap_day_and_month(t);
	t->readings |= READ_BORN;
	return true;
}

static bool
read_year(struct find_term *t, const char *text, int64_t now_ms)
{
	int year = atoi(text), now;

	day_split(moment_day(now_ms), &now, NULL, NULL);
	if (year < now - 125 || year > now)
		return false;
	str_set(t->born, sizeof(t->born), text);
	t->readings |= READ_BORN;
	return true;
}

static bool
looks_like_day(const struct piece *p)
{
	if (!isdigit((unsigned char)p->text[0]))
		return false;
	if (strpbrk(p->text, "/.-"))
		return p->digits >= 4 && p->digits <= 8;
	if (p->letters)
		return p->letters >= 3 && p->digits >= 3;
	return p->len == 6 || p->len == 8;
}

static bool
read_born(struct find_term *t, const struct piece *p, int64_t now_ms)
{
	if (p->digits == 4 && p->len == 4)
		return read_year(t, p->text, now_ms);
	return looks_like_day(p) && read_day(t, p->text, now_ms);
}

static bool
read_phone(struct find_term *t, const struct piece *p)
{
	struct fault f;

	if (p->letters || p->digits < 3 || strpbrk(p->text, "/*."))
		return false;
	if (p->digits < 9)
		str_set(t->phone, sizeof(t->phone), p->text);
	else if (phone_normal(p->text, t->phone, &f) && !*t->phone)
		return false;
	t->readings |= READ_PHONE;
	return true;
}

static bool
read_postcode(struct find_term *t, const char *text)
{
	char out[POSTCODE_ROOM];

	if (postcode_normal(text, out, NULL) || !strpbrk(out, "0123456789"))
		return false;
	str_set(t->postcode, sizeof(t->postcode), out);
	t->readings |= READ_POSTCODE;
	return true;
}

static bool
read_ref(struct find_term *t, const char *text)
{
	char out[REF_ROOM];

	if (ref_parse(text, out, NULL))
		return false;
	str_set(t->ref, sizeof(t->ref), out);
	t->readings |= READ_REF;
	return true;
}

static bool
read_number(struct find_term *t, const struct piece *p)
{
	const struct value_ctx ctx = { 0, NULL };
	struct buf out = { 0 };
	bool read;

	if (p->digits < 6 || strchr(p->text, '+'))
		return false;
	read = value_parse(&number_field, p->text, &ctx, &out, NULL) == RC_OK &&
	       out.len && out.len < sizeof(t->number);
	if (read) {
		str_set(t->number, sizeof(t->number), buf_str(&out));
		t->readings |= READ_NUMBER;
	}
	buf_wipe(&out);
	return read;
}

/* ---- several pieces that are one thing ---- */

static void
glue(const struct piece *p, size_t n, const char *by, struct piece *out)
{
	size_t len = 0;

	for (size_t i = 0; i < n && len < sizeof(out->text); i++)
		len += (size_t)snprintf(out->text + len,
		    sizeof(out->text) - len, "%s%s", i ? by : "", p[i].text);
	count_piece(out);
}

static bool
is_all_digits(const struct piece *p)
{
	return p->digits == p->len;
}

static size_t
take_long_day(struct find_term *t, const struct piece *p, size_t n,
    int64_t now_ms)
{
	struct piece all;

	if (n < 3 || !is_all_digits(&p[0]) || p[0].len > 2 ||
	    p[1].letters != p[1].len || p[1].len < 3 || !is_all_digits(&p[2]))
		return 0;
	glue(p, 3, " ", &all);
	return read_day(t, all.text, now_ms) ? 3 : 0;
}

static size_t
take_phone(struct find_term *t, const struct piece *p, size_t n)
{
	struct piece all;
	size_t k = 0, digits = 0;

	if (p[0].text[0] != '0' && p[0].text[0] != '+')
		return 0;
	while (k < n && k < 4 && !p[k].letters && digits < 10)
		digits += p[k++].digits;
	if (k < 2 || digits < 10 || digits > 12)
		return 0;
	glue(p, k, "", &all);
	return read_phone(t, &all) ? k : 0;
}

static size_t
take_pair(struct find_term *t, const struct piece *p, size_t n)
{
	struct piece all;

	if (n < 2)
		return 0;
	glue(p, 2, " ", &all);
	if (p[0].letters && p[0].digits && p[1].len == 3 &&
	    isdigit((unsigned char)p[1].text[0]) && read_postcode(t, all.text))
		return 2;
	if (p[0].len == 3 && p[1].len == 3 && all.digits &&
	    read_ref(t, all.text))
		return 2;
	return 0;
}

static size_t
take_several(struct find_query *q, const struct piece *p, size_t n,
    int64_t now_ms)
{
	struct find_term *t = add_term(q, 100);
	size_t took = 0;

	if (!t)
		return 0;
	took = take_long_day(t, p, n, now_ms);
	took = took ? took : take_phone(t, p, n);
	took = took ? took : take_pair(t, p, n);
	if (!took)
		q->n--;
	return took;
}

/* ---- one piece ---- */

static bool
read_shapes(struct find_term *t, const struct piece *p, int64_t now_ms)
{
	read_ref(t, p->text);
	if (p->digits) {
		read_born(t, p, now_ms);
		read_phone(t, p);
		if (p->letters)
			read_postcode(t, p->text);
		read_number(t, p);
	}
	return t->readings != 0;
}

static void
read_piece(struct find_query *q, const struct piece *p, int64_t now_ms,
    struct arena *arena)
{
	struct find_term *t = add_term(q, 100);
	struct find_words ws = { .n = 0 };

	if (!t)
		return;
	if (read_shapes(t, p, now_ms) && p->digits)
		return;
	find_words_add(&ws, p->text, false, arena);
	if (ws.n && (ws.n == 1 || ws.at[1].tail)) {
		t->word = ws.at[0];
		t->readings |= READ_WORD;
		return;
	}
	if (!t->readings)
		q->n--;
	find_query_words(q, p->text, 0, (unsigned)(100 * ws.n), arena);
}

void
find_query_read(struct find_query *q, const char *text, int64_t now_ms,
    struct arena *arena)
{
	struct piece pieces[PIECES];
	size_t n = cut_pieces(text, pieces), took;

	q->n = 0;
	q->any = false;
	for (size_t i = 0; i < n; i += took) {
		took = take_several(q, &pieces[i], n - i, now_ms);
		if (took)
			continue;
		read_piece(q, &pieces[i], now_ms, arena);
		took = 1;
	}
}

void
find_query_words(struct find_query *q, const char *text, unsigned fields,
    unsigned weight, struct arena *arena)
{
	struct find_words ws = { .n = 0 };
	size_t wholes = 0;

	find_words_add(&ws, text, false, arena);
	for (size_t i = 0; i < ws.n; i++)
		wholes += !ws.at[i].tail;
	for (size_t i = 0; i < ws.n; i++) {
		struct find_term *t;

		if (ws.at[i].tail)
			continue;
		if (!(t = add_term(q, weight / (unsigned)wholes)))
			return;
		t->readings = READ_WORD;
		t->fields = fields;
		t->word = ws.at[i];
	}
}

bool
find_query_born(struct find_query *q, const char *text, int64_t now_ms,
    unsigned weight)
{
	struct find_term *t = add_term(q, weight);

	if (t && read_day(t, text, now_ms))
		return true;
	q->n -= t != NULL;
	return false;
}

bool
find_query_phone(struct find_query *q, const char *text, unsigned weight)
{
	struct find_term *t = add_term(q, weight);
	struct piece p;

	snprintf(p.text, sizeof(p.text), "%.47s", text);
	count_piece(&p);
	if (t && p.digits >= 6 && read_phone(t, &p))
		return true;
	q->n -= t != NULL;
	return false;
}

bool
find_query_postcode(struct find_query *q, const char *text, unsigned weight)
{
	struct find_term *t = add_term(q, weight);

	if (t && read_postcode(t, text))
		return true;
	q->n -= t != NULL;
	return false;
}

bool
find_query_has(const struct find_query *q, unsigned reading)
{
	for (size_t i = 0; i < q->n; i++)
		if (q->terms[i].readings & reading)
			return true;
	return false;
}
