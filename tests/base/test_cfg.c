/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/cfg.h"
#include "base/disk.h"

static struct cfg *
read_text(const char *text)
{
	struct cfg *cfg;
	struct fault f = { 0 };

	cr_assert_eq(cfg_read_text(text, "x.cfg", &cfg, &f), RC_OK, "%s",
	    f.text);
	return cfg;
}

Test(cfg, gives_what_is_there_and_only_that)
{
	struct cfg *cfg = read_text("name = \"Zoë\"; n = 7; big = 5000000000L; "
				    "on = true; share = 0.5;\n"
				    "group = { inner = ( 1, \"two\" ); };");
	const struct cfg_at *root = cfg_root(cfg), *list;
	const char *s = "as it was";
	int64_t n = 0;
	bool on = false;
	double share = 0;

	cr_expect(cfg_text(root, "name", &s));
	cr_expect_str_eq(s, "Zoë");
	cr_expect_not(cfg_text(root, "n", &s));
	cr_expect_not(cfg_text(root, "absent", &s));
	cr_expect_str_eq(s, "Zoë");
	cr_expect(cfg_int(root, "n", &n) && n == 7);
	cr_expect(cfg_int(root, "big", &n) && n == 5000000000);
	cr_expect(cfg_flag(root, "on", &on) && on);
	cr_expect(cfg_real(root, "share", &share) && share == 0.5);
	cr_expect(cfg_real(root, "n", &share) && share == 7);
	list = cfg_get(root, "group.inner");
	cr_expect_eq(cfg_len(list), 2);
	cr_expect(cfg_int(cfg_nth(list, 0), NULL, &n) && n == 1);
	cr_expect(cfg_text(cfg_nth(list, 1), NULL, &s));
	cr_expect_str_eq(s, "two");
	cr_expect_null(cfg_get(root, "group.outer"));
	cr_expect_eq(cfg_len(NULL), 0);
	cr_expect_str_eq(cfg_name(cfg_nth(root, 0)), "name");
	cfg_free(cfg);
	cfg_free(NULL);
}

static void
expect_fault(enum rc rc, const struct fault *f, const char *sentence)
{
	cr_expect_eq(rc, RC_INVALID);
	cr_expect_str_eq(f->text, sentence);
}

Test(cfg, faults_name_file_and_line)
{
	static const struct cfg_rule rules[] = {
		{ "title", CFG_TEXT, true },
		{ "delimiter", CFG_TEXT, false },
		{ "columns", CFG_LIST, false },
		{ 0 },
	};
	static const struct {
		const char *text, *sentence;
	} wrongs[] = {
		{ "title = \"x\";\ndelimeter = \";\";",
		    "x.cfg:2: \"delimeter\" is not known here; did you mean "
		    "\"delimiter\"?" },
		{ "title = \"x\";\n\nzebra = 1;",
		    "x.cfg:3: \"zebra\" is not known here" },
		{ "\ntitle = 7;", "x.cfg:2: \"title\" is a text, in quotes" },
		{ "delimiter = \",\";", "x.cfg:1: \"title\" is missing" },
		{ "title = \"x\"; columns = { };",
		    "x.cfg:1: \"columns\" is a list, in brackets ( ) or [ ]" },
	};

	for (size_t i = 0; i < sizeof(wrongs) / sizeof(wrongs[0]); i++) {
		struct cfg *cfg = read_text(wrongs[i].text);
		struct fault f;

		expect_fault(cfg_check(cfg_root(cfg), rules, &f), &f,
		    wrongs[i].sentence);
		cfg_free(cfg);
	}
}

Test(cfg, refuses_bad_grammar_and_bad_text_by_line)
{
	struct cfg *cfg;
	struct fault f;

	expect_fault(cfg_read_text("a = 1;\nb = ;\n", "x.cfg", &cfg, &f), &f,
	    "x.cfg:2: syntax error");
	cr_expect_null(cfg);
	expect_fault(cfg_read_text("a = 1;\nb = { c = \"\xff\"; };", "x.cfg",
			 &cfg, &f),
	    &f, "x.cfg:2: this text is not UTF-8");
}

Test(cfg, needs_a_text_that_says_something)
{
	struct cfg *cfg = read_text("a = \"\";\nb = 2;\nc = \"yes\";");
	const char *s = NULL;
	struct fault f;

	expect_fault(cfg_need_text(cfg_root(cfg), "a", &s, &f), &f,
	    "x.cfg:1: \"a\" is missing");
	expect_fault(cfg_need_text(cfg_root(cfg), "b", &s, &f), &f,
	    "x.cfg:2: \"b\" is a text, in quotes");
	cr_expect_eq(cfg_need_text(cfg_root(cfg), "c", &s, &f), RC_OK);
	cr_expect_str_eq(s, "yes");
	cfg_free(cfg);
}

Test(cfg, names_the_file_that_was_included)
{
	char folder[] = "/tmp/handrail-cfg-XXXXXX";
	struct buf main = { 0 }, part = { 0 }, want = { 0 };
	struct cfg *cfg;
	struct fault f = { 0 };

	cr_assert_not_null(mkdtemp(folder));
	buf_printf(&main, "%s/main.cfg", folder);
	buf_printf(&part, "%s/part.cfg", folder);
	cr_assert_eq(disk_write_whole(disk_real(), buf_str(&main),
			 span_str("a = 1;\n@include \"part.cfg\"\n"), NULL),
	    RC_OK);
	cr_assert_eq(disk_write_whole(disk_real(), buf_str(&part),
			 span_str("\n\nb = 2;\n"), NULL),
	    RC_OK);
	cr_assert_eq(cfg_read(buf_str(&main), &cfg, &f), RC_OK, "%s", f.text);
	cfg_fault(cfg_get(cfg_root(cfg), "b"), &f, "too %s", "small");
	cr_expect_str_eq(f.text, "part.cfg:3: too small");
	cfg_fault(cfg_get(cfg_root(cfg), "a"), &f, "too small");
	buf_printf(&want, "%s:1: too small", buf_str(&main));
	cr_expect_str_eq(f.text, buf_str(&want));
	cfg_free(cfg);
	cr_expect_eq(cfg_read(folder, &cfg, &f), RC_INVALID);
	unlink(buf_str(&main));
	unlink(buf_str(&part));
	rmdir(folder);
	cr_expect_eq(cfg_read(buf_str(&main), &cfg, &f), RC_MISSING);
	buf_release(&main);
	buf_release(&part);
	buf_release(&want);
}
