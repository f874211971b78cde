/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/utf8.h"
#include "ui/parts/edit.h"
#include "ui/parts/prose.h"

/*
 * A row is what is done and what comes of it. In `does` a letter is typed, and
 * these signs are keys:
 *
 *	<  left	   >  right    ^  start	  $  end    {  rub    }  cut
 *	%  cut word    !  clear    (  undo    )  redo
 *
 * In `text` the sign | stands where the cursor is.
 */
/* clang-format off */
static const struct trial {
	const char *does, *text;
} trials[] = {
	/* letters */
	{ "", "|" },
	{ "abc", "abc|" },
	{ "abc<", "ab|c" },
	{ "abc<<<<", "|abc" },
	{ "abc<x", "abx|c" },
	{ "abc^x", "x|abc" },
	{ "abc^>x", "ax|bc" },
	{ "abc^$x", "abcx|" },
	{ "abc{", "ab|" },
	{ "abc^{", "|abc" },
	{ "abc^}", "|bc" },
	{ "abc}", "abc|" },
	{ "abc<{", "a|c" },
	{ "abc<<}", "a|c" },
	{ "abc!", "|" },
	{ "abc!x", "x|" },
	/* words */
	{ "one two%", "one |" },
	{ "one two %", "one |" },
	{ "one two  %", "one |" },
	{ "one%", "|" },
	{ "one two<%", "one |o" },
	{ "one two^%", "|one two" },
	/* undo and redo: a word is a step */
	{ "abc(", "|" },
	{ "abc()", "abc|" },
	{ "one two(", "one|" },
	{ "one two((", "|" },
	{ "one two(()", "one|" },
	{ "one two((()))", "one two|" },
	{ "abc!(", "abc|" },
	{ "abc{{(", "abc|" },
	{ "abc{(x", "abcx|" },
	{ "abc{(x)", "abcx|" },
	{ "ab<x(", "a|b" },
	{ "(", "|" },
	{ ")", "|" },
	/* accents typed after their letter join it, and go with it */
	{ "Zoe\u0308", "Zo\u00eb|" },
	{ "Zoe\u0308{", "Zo|" },
	{ "Zoe\u0308x", "Zo\u00ebx|" },
	{ "Zoe\u0308<", "Zo|\u00eb" },
	{ "Zoe\u0308<}", "Zo|" },
	{ "Zo\u00eb{e", "Zoe|" },
	{ "ex<\u0301", "\u00e9|x" },
	{ "w\u0302y\u0302", "\u0175\u0177|" },
	{ "x\u0302\u0323", "x\u0323\u0302|" },
	{ "x\u0302\u0323{", "|" },
	{ "a<e\u0308", "\u00eb|a" },
	/* wide letters */
	{ "\u738b\u5c0f\u660e", "\u738b\u5c0f\u660e|" },
	{ "\u738b\u5c0f\u660e<{", "\u738b|\u660e" },
	{ "\u738b\u5c0f^>x", "\u738bx|\u5c0f" },
	{ "\u1112\u1161\u11ab", "\ud55c|" },
	{ "\ud55c{", "|" },
	/* scripts with joined letters */
	{ "\u0915\u093f", "\u0915\u093f|" },
	{ "\u0915\u093f{", "|" },
	{ "\u0645\u06cc\u200c\u062e{", "\u0645\u06cc\u200c|" },
	/* pictures */
	{ "a\U0001f600", "a\U0001f600|" },
	{ "a\U0001f600{", "a|" },
	{ "\U0001f469\u200d\U0001f467", "\U0001f469\u200d\U0001f467|" },
	{ "\U0001f469\u200d\U0001f467{", "|" },
	{ "\U0001f1ec\U0001f1e7<", "|\U0001f1ec\U0001f1e7" },
	{ "x\U0001f1ec\U0001f1e7{", "x|" },
	{ "\u2764\ufe0f{", "|" },
	/* what may not be typed is not */
	{ "a\u202eb", "ab|" },
	{ "a\033b", "ab|" },
	{ "a\ue000b", "ab|" },
	{ "a\tb", "a b|" },
};
/* clang-format on */

#define N_OF(table) (sizeof(table) / sizeof((table)[0]))

static enum action
action_of(uint32_t cp)
{
	static const enum action keys[128] = { ['<'] = ACTION_LEFT,
		['>'] = ACTION_RIGHT,
		['^'] = ACTION_START,
		['$'] = ACTION_END,
		['{'] = ACTION_RUB,
		['}'] = ACTION_CUT,
		['%'] = ACTION_CUT_WORD,
		['!'] = ACTION_CLEAR,
		['('] = ACTION_UNDO,
		[')'] = ACTION_REDO };

	return cp < 128 ? keys[cp] : ACTION_NONE;
}

static void
play(struct edit *e, const char *does)
{
	size_t n = strlen(does);

	for (size_t at = 0, len; at < n; at += len) {
		uint32_t cp;
		char as[5];

		len = utf8_next(does + at, n - at, &cp);
		utf8_put(cp, as);
		if (action_of(cp) != ACTION_NONE)
			edit_act(e, action_of(cp));
		else
			edit_type(e, as);
	}
}

/* The text with | at the cursor. */
static void
show(const struct edit *e, char out[256])
{
	const char *text = edit_text(e);

	snprintf(out, 256, "%.*s|%s", (int)e->cursor, text, text + e->cursor);
}

Test(edit, does_what_each_key_says)
{
	for (size_t i = 0; i < N_OF(trials); i++) {
		struct edit e = { 0 };
		char got[256];

		play(&e, trials[i].does);
		show(&e, got);
		cr_expect_str_eq(got, trials[i].text, "row %zu: \"%s\"", i,
		    trials[i].does);
		edit_release(&e);
	}
	cr_expect_geq(N_OF(trials), 60);
}

Test(edit, stops_at_its_limit_and_loses_nothing)
{
	struct edit e = { .max = 3 };
	char got[256];

	play(&e, "abc");
	cr_expect_not(edit_type(&e, "d"));
	cr_expect(edit_type(&e, "\u0301"), "an accent is no letter more");
	show(&e, got);
	cr_expect_str_eq(got, "ab\u0107|");
	cr_expect_eq(edit_paste(&e, "xyz", 3), 3);
	play(&e, "{");
	cr_expect_eq(edit_paste(&e, "xyz", 3), 2);
	show(&e, got);
	cr_expect_str_eq(got, "abx|");
	edit_release(&e);
}

Test(edit, takes_pasted_lines_as_one)
{
	static const char text[] = "14 Ash Road\r\nLE97\t1AB\n\033[31m";
	struct edit e = { 0 };

	edit_paste(&e, text, sizeof(text) - 1);
	cr_expect_str_eq(edit_text(&e), "14 Ash Road LE97 1AB [31m");
	cr_expect(edit_act(&e, ACTION_UNDO));
	cr_expect_str_eq(edit_text(&e), "");
	edit_release(&e);
}

Test(edit, remembers_only_so_many_steps)
{
	struct edit e = { 0 };
	unsigned undone = 0;

	for (int i = 0; i < 200; i++)
		play(&e, "ab ");
	while (edit_act(&e, ACTION_UNDO))
		undone++;
	cr_expect_eq(undone, EDIT_UNDO);
	while (edit_act(&e, ACTION_REDO))
		undone--;
	cr_expect_eq(undone, 0);
	cr_expect_eq(strlen(edit_text(&e)), 600);
	edit_release(&e);
}

Test(edit, stays_whole_whatever_is_pressed)
{
	static const char signs[] = "ab <>^${}%!()\u00ebx\u0308\u738b";
	unsigned seed = 11;

	for (int turn = 0; turn < 200; turn++) {
		struct edit e = { .max = 20 };

		for (int i = 0; i < 100; i++) {
			size_t at = (size_t)rand_r(&seed) % strlen(signs);
			uint32_t cp;
			char as[5];

			utf8_next(signs + at, strlen(signs + at), &cp);
			utf8_put(cp, as);
			play(&e, as);
			cr_assert(utf8_valid(edit_text(&e), (size_t)-1));
			cr_assert_leq(e.cursor, e.len);
			cr_assert_eq(e.len, strlen(edit_text(&e)));
		}
		edit_release(&e);
	}
}

/* ---- many lines ---- */

static void
write_all(struct prose *p, const char *text)
{
	for (size_t at = 0, n = strlen(text), len; at < n; at += len) {
		char as[32];

		len = utf8_cluster(text + at, n - at);
		snprintf(as, sizeof(as), "%.*s", (int)len, text + at);
		prose_type(p, as);
	}
}

Test(prose, wraps_at_words)
{
	struct prose p = { .width = 10 };

	write_all(&p, "one two three four");
	cr_expect_eq(prose_lines(&p, 10), 2);
	cr_expect_eq(prose_lines(&p, 5), 4);
	prose_act(&p, ACTION_ACCEPT);
	cr_expect_eq(prose_lines(&p, 10), 3, "a new line has a row");
	write_all(&p, "unbreakable_word");
	cr_expect_eq(prose_lines(&p, 10), 4);
	prose_release(&p);
}

Test(prose, goes_up_and_down_and_keeps_its_column)
{
	struct prose p = { .width = 20 };

	write_all(&p, "a long first line\nab\na long third line");
	p.edit.cursor = 10;
	cr_expect(prose_act(&p, ACTION_DOWN));
	cr_expect_eq(p.edit.cursor, 20, "the end of the short line");
	cr_expect(prose_act(&p, ACTION_DOWN));
	cr_expect_eq(p.edit.cursor, 31, "the column it came from");
	cr_expect_not(prose_act(&p, ACTION_DOWN), "no line below");
	cr_expect(prose_act(&p, ACTION_UP));
	cr_expect(prose_act(&p, ACTION_UP));
	cr_expect_eq(p.edit.cursor, 10);
	cr_expect_not(prose_act(&p, ACTION_UP));
	prose_release(&p);
}

Test(prose, keeps_pasted_lines)
{
	struct prose p = { 0 };

	prose_paste(&p, "one\r\ntwo\rthree\tx", 16);
	cr_expect_str_eq(edit_text(&p.edit), "one\ntwo\nthree x");
	prose_release(&p);
}
