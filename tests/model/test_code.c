/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "scene.h"

Test(codes, that_ship_have_labels_and_letters_that_differ)
{
	struct codes *codes = scene_codes();

	cr_expect_geq(codes_count(codes), 70);
	for (size_t i = 0; i < codes_count(codes); i++) {
		const struct code_list *list = codes_nth(codes, i);

		cr_expect(list->n && *list->title, "%s", list->name);
		cr_expect_eq(code_list(codes, list->name), list);
		for (size_t k = 0; k < list->n; k++) {
			const struct code *c = &list->codes[k];

			cr_expect_eq(code_by(codes, list->name, c->code), c,
			    "%s.%s", list->name, c->code);
			cr_expect(!list->letters || c->letter,
			    "%s.%s has no letter", list->name, c->code);
		}
	}
	codes_free(codes);
}

Test(codes, hold_the_letters_of_a_call)
{
	struct codes *codes = scene_codes();
	static const char *const letters[][2] = { { "safe", "tvepwx" },
		{ "risk", "sckrpyvl-" }, { "need", "hafedbos-" },
		{ "consent", "fsgn" }, { "caller", "vwbpo" },
		{ "safe-now", "yn-" }, { "contact-outcome", "nrvw" } };

	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		for (const char *s = letters[i][1]; *s; s++)
			cr_expect_not_null(code_by_letter(codes, letters[i][0],
					       *s),
			    "%s has no %c", letters[i][0], *s);
	codes_free(codes);
}

Test(codes, are_matched_by_code_then_letter_then_words)
{
	struct codes *codes = scene_codes();
	const struct code *best[8];
	size_t n;

	cr_assert_geq(code_match(codes, "crime", "bur", best, 8), 2);
	cr_expect_str_eq(best[0]->code, "BUR");
	cr_assert_geq(code_match(codes, "service", "idva", best, 8), 1);
	cr_expect_str_eq(best[0]->code, "IDV");
	cr_assert_geq(code_match(codes, "crime", "burg shop", best, 8), 1);
	cr_expect_str_eq(best[0]->code, "BUO");
	cr_expect_eq(code_match(codes, "crime", "zzz", best, 8), 0);
	cr_expect_eq(code_match(codes, "no-such-list", "a", best, 8), 0);
	n = code_match(codes, "need", " ", best, 8);
	cr_expect_eq(n, 8, "blank gives the list in its order");
	cr_expect_str_eq(best[0]->code, "h");
	codes_free(codes);
}

Test(codes, that_are_retired_are_kept_and_not_offered)
{
	struct codes *codes = scene_codes();
	const struct code *best[30];
	size_t n = code_match(codes, "ethnicity", "gypsy", best, 30);

	cr_assert_eq(n, 1);
	cr_expect_str_eq(best[0]->code, "W3");
	cr_assert_geq(code_match(codes, "ethnicity", "w4", best, 30), 1);
	cr_expect_str_eq(best[0]->code, "W4");
	cr_expect_str_eq(code_label(codes, "ethnicity", "W4"),
	    "Gypsy or Romany (before 2011)");
	cr_expect_str_eq(code_label(codes, "ethnicity", "ZZ"), "ZZ");
	codes_free(codes);
}

/* clang-format off */
static const struct {
	const char *text, *fault;
} wrong[] = {
	{ "name = \"x\";\ntitle = \"X\";\ncodes = (\n"
	  "{ code = \"a\"; label = \"A\"; },\n"
	  "{ code = \"A\"; label = \"B\"; } );\n",
	  ":5: the code \"A\" is used twice" },
	{ "name = \"x\";\ntitle = \"X\";\nletters = true;\ncodes = (\n"
	  "{ code = \"a\"; label = \"A\"; },\n"
	  "{ code = \"bb\"; label = \"B\"; letter = \"a\"; } );\n",
	  ":6: the letter \"a\" is used twice" },
	{ "name = \"x\";\ntitle = \"X\";\ncodes = (\n"
	  "{ code = \"a b\"; label = \"A\"; } );\n",
	  ":4: a code is one word without , ; or ?, not \"a b\"" },
	{ "name = \"x\";\ntitle = \"X\";\ncodes = (\n"
	  "{ code = \"a\"; label = \"A\"; until = \"soon\"; } );\n",
	  ":4: \"until\" must be a day such as 2026-11-21" },
};
/* clang-format on */

Test(codes, that_are_wrong_name_file_and_line)
{
	char path[] = "/tmp/handrail-codes-XXXXXX";
	int fd = mkstemp(path);

	cr_assert_geq(fd, 0);
	close(fd);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct codes *codes = codes_new();
		struct fault f = { 0 };
		FILE *file = fopen(path, "w");

		cr_assert_not_null(file);
		fputs(wrong[i].text, file);
		fclose(file);
		cr_expect_eq(codes_add_file(codes, path, &f), RC_INVALID);
		cr_expect(str_starts(f.text, path), "%s", f.text);
		cr_expect_str_eq(f.text + strlen(path), wrong[i].fault);
		codes_free(codes);
	}
	unlink(path);
}
