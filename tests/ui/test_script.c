/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/desk.h"
#include "ui/frame/script.h"
#include "ui/frame/term.h"
#include "ui/frame/view.h"

static struct script_report report;
static struct fault fault;
static char *printed;

static void
open_desk(void)
{
	desk_open(&(struct desk_options){
	    .hidden = true, .rows = 24, .cols = 80 });
}

static void
close_desk(void)
{
	desk_close();
	free(printed);
	printed = NULL;
}

TestSuite(script, .init = open_desk, .fini = close_desk);

static enum rc
play(const char *text)
{
	FILE *in = fmemopen((void *)text, strlen(text), "r"), *out;
	size_t len;
	enum rc rc;

	free(printed);
	out = open_memstream(&printed, &len);
	rc = script_play(in, "call.keys", out, &report, &fault);
	fclose(in);
	fclose(out);
	return rc;
}

static void
expect_value(const char *name, const char *value)
{
	cr_assert_not_null(desk_form());
	cr_expect_str_eq(entry_value(desk_form(), name), value, "%s is %s",
	    name, entry_value(desk_form(), name));
}

Test(script, types_bare_words_and_knows_which_blanks_are_data)
{
	cr_expect_eq(play("let n \"Back door forced.\"\n"
			  "keys: n v y sarah\u23ce okafor\u23ce 120384\u23ce "
			  "07700900123\u23ce t\u23ce le971ab\u23ce 14 ash "
			  "road\u23ce "
			  "bur\u23ce y\u23ce \u00abn\u00bb\u21e5 - 2d\u23ce\n"),
	    RC_OK, "%s", fault.text);
	expect_value("given", "Sarah");
	expect_value("address", "14 ash road");
	expect_value("crime", "BUR");
	expect_value("what", "Back door forced.");
	expect_value("risk", "-");
	expect_value("follow", "2d");
	cr_expect_eq(report.errors, 0);
	cr_expect_eq(report.modal, 0);
}

Test(script, counts_keys_as_a_UK_keyboard_has_them)
{
	play("\"n\" X \"v\" C \"y\" C \"O'Neil?\" D <Enter> T\n");
	/* 3, O costs 2 and N 2 and ? 2, the rest 1 each, Enter 1. */
	cr_expect_eq(report.keys, 3 + 2 + 1 + 2 + 3 + 2 + 1);
	cr_expect_eq(report.thinks, 3);
	cr_expect_eq(report.tail, 0);
	play("<C-g> X\n");
	cr_expect_eq(report.keys, 2);
}

Test(script, gives_classes_to_tokens_that_have_none)
{
	play("keys: n v y sarah\u23ce okafor\u23ce \u23ce \u23ce t\u23ce "
	     ".cr bur\u23ce <F9>\n");
	/* n v y t .cr bur F9 */
	cr_expect_eq(report.thinks, 7);
	cr_expect_eq(report.keys,
	    1 + 1 + 1 + 5 + 1 + 6 + 1 + 1 + 1 + 1 + 1 + 3 + 3 + 1 + 1);
	cr_expect_eq(report.tail, 1, "F9 alone");
	cr_expect_eq(desk_kept(), 1);
}

Test(script, counts_a_question_that_nobody_asked)
{
	play("\"o\" X \"n\" T\n");
	cr_expect_eq(report.modal, 0);
	play("\"o\" D \"n\" T\n");
	cr_expect_eq(report.modal, 1);
}

Test(script, counts_error_messages)
{
	play("keys: n q v\n");
	cr_expect_eq(report.errors, 1);
	cr_expect_eq(play("keys: y ~\n"), RC_OK);
}

Test(script, counts_only_between_start_and_end)
{
	play("keys: n v\nstart\n\"y\" C\nend\n\"sarah\" D\n");
	cr_expect_eq(report.keys, 1);
}

Test(script, tells_escape_from_a_prefix)
{
	play("<Esc> X \"2\" X\nexpect \"Command\"\n<Esc>\nexpect "
	     "\"Hussain\"\n");
	cr_expect_eq(report.failed, 0, "%s", printed);
}

Test(script, prints_the_screen)
{
	cr_expect_eq(play("show the queue\n"), RC_OK, "%s", fault.text);
	cr_expect(strstr(printed, "== the queue\n HANDRAIL  Queue"), "%s",
	    printed);
	cr_expect(strstr(printed, "\u738b\u5c0f\u660e"));
	cr_expect(strstr(printed, "\ncursor 2 0 9M3QRY\n"));
}

Test(script, prints_box_lines_as_themselves)
{
	play("keys: :\nshow palette\n");
	cr_expect(strstr(printed, "\u250c\u2500 Command \u2500\u2500"), "%s",
	    printed);
}

Test(script, says_what_it_expected)
{
	play("expect \"Nobody\"\nexpect \"Okafor\"\n");
	cr_expect_eq(report.failed, 1);
	cr_expect(strstr(printed,
	    "call.keys:1: the screen does not say \"Nobody\""));
}

Test(script, pastes_and_resizes)
{
	play("keys: n v y\npaste \"Sarah\\nOkafor\"\nsize 12 40\n"
	     "expect \"[Sarah Okafor\"\nshow small\nsize 8 30\n"
	     "expect \"handrail needs 40x12, this is\"\n");
	cr_expect_eq(report.failed, 0, "%s", printed);
}

/* clang-format off */
static const struct wrong {
	const char *text, *says;
} wrongs[] = {
	{ "# fine\nhello\n", "call.keys:2: neither" },
	{ "\"open\n", "call.keys:1: a quote is not closed" },
	{ "<Hyper>\n", "call.keys:1: \"Hyper\" is no key" },
	{ "keys: \u00abx\u00bb\n", "no `let` says what that stands for" },
	{ "size 10\n", "written: size ROWS COLUMNS" },
	{ "let x\n", "written: let NAME" },
	{ "keys: q\nkeys: n\n", "call.keys:2: the console has ended" },
	{ "\"\xff\"\n", "the line is not UTF-8" },
};
/* clang-format on */

Test(script, says_where_a_line_makes_no_sense)
{
	for (size_t i = 0; i < sizeof(wrongs) / sizeof(wrongs[0]); i++) {
		cr_expect_eq(play(wrongs[i].text), RC_INVALID, "%s",
		    wrongs[i].text);
		cr_expect(strstr(fault.text, wrongs[i].says), "%s", fault.text);
	}
}
