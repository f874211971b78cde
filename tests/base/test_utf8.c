/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

static char *
safe(const char *s)
{
	struct buf b = { 0 };
	char *out;

	utf8_safe(&b, s, (size_t)-1);
	out = (char *)buf_take(&b, NULL);
	return out;
}

static FILE *
shared(const char *name)
{
	const char *dir = getenv("HANDRAIL_SHARED_DATA");
	char path[1024];

	snprintf(path, sizeof(path), "%s/text/%s", dir ? dir : "../shared/data",
	    name);
	return fopen(path, "r");
}

/* clang-format off */
static const struct folded {
	const char *text, *folds;
} foldings[] = {
	{ "Okafor", "okafor" },
	{ "Zo\u00eb \u0141ukasik", "zoe lukasik" },
	{ "Zoe\u0308", "zoe" },
	{ "S\u00f8ren \u00c6sop", "soren aesop" },
	{ "STRASSE", "strasse" }, { "Stra\u00dfe", "strasse" },
	{ "\u0130stanbul", "istanbul" },
	{ "\uff21\uff22\uff23", "abc" },
	{ "\u1e84yn Ll\u0177r", "wyn llyr" },
	{ "", "" },
};

static const struct harmless {
	const char *text, *safe;
} harms[] = {
	{ "plain", "plain" },
	{ "\033[2J", "<U+001B>[2J" },
	{ "a\nb\tc", "a<U+000A>b<U+0009>c" },
	{ "\u202egpj.exe", "<U+202E>gpj.exe" },
	{ "ad\u200dmin", "ad<U+200D>min" },
	{ "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
	  "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645" },
	{ "\u0d2e\u0d32\u0d2f\u0d3e\u0d33\u0d02",
	  "\u0d2e\u0d32\u0d2f\u0d3e\u0d33\u0d02" },
	{ "\U0001f469\u200d\U0001f467", "\U0001f469\u200d\U0001f467" },
	{ "x\U000e0041y", "x<U+E0041>y" },
	{ "\ue000", "<U+E000>" },
	{ "bad \xff byte", "bad \ufffd byte" },
	{ "\xc2\x85\xc2\x9b", "<U+0085><U+009B>" },
	{ "\u2066hidden\u2069", "<U+2066>hidden<U+2069>" },
	{ "\u00ad", "<U+00AD>" },
};
/* clang-format on */

#define N_OF(table) (sizeof(table) / sizeof((table)[0]))

Test(utf8, folds_what_people_would_call_the_same)
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < N_OF(foldings); i++)
		cr_expect_str_eq(utf8_fold(a, foldings[i].text),
		    foldings[i].folds, "%s", foldings[i].text);
	arena_free(a);
}

Test(utf8, makes_text_harmless)
{
	for (size_t i = 0; i < N_OF(harms); i++) {
		char *got = safe(harms[i].text);

		cr_expect_str_eq(got, harms[i].safe);
		free(got);
	}
}

Test(utf8, keeps_newlines_where_lines_are_wanted)
{
	struct buf b = { 0 };

	utf8_safe_lines(&b, "a\nb\tc\r", (size_t)-1);
	cr_expect_str_eq(buf_str(&b), "a\nb c<U+000D>");
	buf_release(&b);
}

Test(utf8, knows_what_is_utf8)
{
	cr_expect(utf8_valid("Zo\u00eb", (size_t)-1));
	cr_expect(utf8_valid("", 0));
	cr_expect_not(utf8_valid("\xc3", 1));
	cr_expect_not(utf8_valid("\xed\xa0\x80", 3), "a surrogate");
	cr_expect_not(utf8_valid("\xc0\x80", 2), "a long zero");
	cr_expect_not(utf8_valid("a\0b", 3), "a NUL");
	cr_expect_not(utf8_valid("\xf4\x90\x80\x80", 4), "past the end");
}

Test(utf8, composes)
{
	struct arena *a = arena_new();

	cr_expect_str_eq(utf8_nfc(a, "Zoe\u0308", (size_t)-1), "Zo\u00eb");
	cr_expect_str_eq(utf8_nfc(a, "w\u0302", (size_t)-1), "\u0175");
	cr_expect_str_eq(utf8_nfc(a, "a\xff", 2), "a\ufffd");
	arena_free(a);
}

Test(utf8, measures_columns)
{
	cr_expect_eq(utf8_width("abc", (size_t)-1), 3);
	cr_expect_eq(utf8_width("Zoe\u0308", (size_t)-1), 3);
	cr_expect_eq(utf8_width("\u738b\u5c0f\u660e", (size_t)-1), 6);
	cr_expect_eq(utf8_width("\u0301", (size_t)-1), 1, "on a blank");
	cr_expect_eq(utf8_fit("\u738b\u5c0f", (size_t)-1, 3, NULL), 3);
	cr_expect_eq(utf8_fit("e\u0308x", (size_t)-1, 1, NULL), 3);
}

/* One line of the Unicode test: "÷ 0020 × 0308 ÷ 0020 ÷ # ...". */
static bool
breaks_as_told(char *line)
{
	char text[256];
	size_t ends[64], n = 0, len = 0, at = 0, i;
	char *word, *rest = line;

	line[strcspn(line, "#\n")] = '\0';
	while ((word = strsep(&rest, " \t"))) {
		if (strcmp(word, "\u00f7") == 0)
			ends[n++] = len;
		else if (*word && strcmp(word, "\u00d7") != 0)
			len += utf8_put((uint32_t)strtoul(word, NULL, 16),
			    text + len);
	}
	for (i = 1; i < n; i++) {
		at += utf8_cluster(text + at, len - at);
		if (at != ends[i])
			return false;
	}
	return at == len;
}

Test(utf8, breaks_where_unicode_says)
{
	FILE *f = shared("unicode-15.0/GraphemeBreakTest.txt");
	char line[1024], copy[1024];
	unsigned n = 0;

	if (!f)
		cr_skip_test("no shared data: GraphemeBreakTest.txt");
	while (fgets(line, sizeof(line), f)) {
		if (line[0] == '#')
			continue;
		strcpy(copy, line);
		cr_expect(breaks_as_told(line), "%s", copy);
		n++;
	}
	fclose(f);
	cr_expect_geq(n, 500);
}

/* Nothing that can be shown may hold a control, whatever went in. */
static void
expect_harmless(const char *text)
{
	char *got = safe(text), *again;
	uint32_t cp;

	for (size_t at = 0, n = strlen(got); at < n;) {
		at += utf8_next(got + at, n - at, &cp);
		cr_expect(cp >= 0x20 && cp != 0x7f &&
			  !(cp >= 0x80 && cp < 0xa0) &&
			  !(cp >= 0x202a && cp <= 0x202e) &&
			  !(cp >= 0x2066 && cp <= 0x2069));
	}
	again = safe(got);
	cr_expect_str_eq(got, again, "made safe twice is the same");
	free(again);
	free(got);
}

Test(utf8, bears_naughty_strings)
{
	FILE *f = shared("blns.txt");
	struct arena *a = arena_new();
	char line[16384];
	unsigned n = 0;

	if (!f)
		cr_skip_test("no shared data: blns.txt");
	while (fgets(line, sizeof(line), f)) {
		expect_harmless(line);
		utf8_fold(a, line);
		utf8_width(utf8_nfc(a, line, (size_t)-1), (size_t)-1);
		n++;
	}
	fclose(f);
	arena_free(a);
	cr_expect_geq(n, 300);
}

Test(utf8, never_loses_its_way_in_rubbish)
{
	struct arena *a = arena_new();
	unsigned seed = 7;

	for (int turn = 0; turn < 2000; turn++) {
		char bytes[64];
		size_t n = (size_t)(rand_r(&seed) % 64), at = 0;

		for (size_t i = 0; i < n; i++)
			bytes[i] = (char)rand_r(&seed);
		while (at < n) {
			size_t len = utf8_cluster(bytes + at, n - at);

			cr_assert(len > 0 && at + len <= n);
			at += len;
		}
		cr_assert(utf8_valid(utf8_nfc(a, bytes, n), (size_t)-1));
		arena_reset(a);
	}
	arena_free(a);
}
