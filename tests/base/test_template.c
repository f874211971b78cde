/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/template.h"

static struct arena *arena;
static struct fault fault;

static const struct template_name names[] = {
	{ "given", "a name", false },
	{ "day", "a day", false },
	{ "crime", "a code", false },
	{ "needs", "a list", true },
	{ NULL, NULL, false },
};

static void
make_arena(void)
{
	arena = arena_new();
	fault = (struct fault){ 0 };
}

static void
free_arena(void)
{
	arena_free(arena);
}

TestSuite(template, .init = make_arena, .fini = free_arena);

static const char *
value(void *arg, const char *name)
{
	(void)arg;
	if (strcmp(name, "given") == 0)
		return "Zoë";
	return strcmp(name, "crime") == 0 ? "burglary" : "";
}

static const char *
code(void *arg, const char *name)
{
	return strcmp(name, "crime") == 0 ? "BUR" : value(arg, name);
}

static const char *
two_needs(void *arg, const char *name, size_t i)
{
	static const char *const needs[] = { "sleep", "locks", NULL };

	(void)arg;
	(void)name;
	return i < 2 ? needs[i] : NULL;
}

static const char *
without_end(void *arg, const char *name, size_t i)
{
	(void)arg;
	(void)name;
	(void)i;
	return "x";
}

static enum rc
parse(const char *text, struct template **t)
{
	struct template_line lines[16];
	char *copy = arena_str(arena, text), *line;
	size_t n = 0;

	while ((line = strsep(&copy, "\n")) && n < 16) {
		lines[n].text = line;
		lines[n].line = 10 + (unsigned)n;
		n++;
	}
	return template_parse(arena, "a.cfg", lines, n, names, t, &fault);
}

static const char *
filled(const char *text)
{
	const struct template_doors doors = {
		.text = value, .row = two_needs, .code = code
	};
	struct template *t = NULL;
	struct buf out = { 0 };
	const char *copy;

	cr_assert_eq(parse(text, &t), RC_OK, "%s", fault.text);
	template_merge(t, &doors, &out);
	copy = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return copy;
}

static const char *
refused(const char *text)
{
	struct template *t = NULL;

	cr_assert_eq(parse(text, &t), RC_INVALID, "%s was taken", text);
	return fault.text;
}

Test(template, fills_fields_in)
{
	cr_expect_str_eq(filled("Dear {given},"), "Dear Zoë,\n");
	cr_expect_str_eq(filled("a {{ b }"), "a { b }\n");
}

Test(template, says_one_thing_or_the_other)
{
	cr_expect_str_eq(filled("{if day}on {day}{else}soon{end}."), "soon.\n");
	cr_expect_str_eq(filled("{if not day}no day{end}"), "no day\n");
	cr_expect_str_eq(filled("{if crime = bur}locks{else}no{end}"),
	    "locks\n");
	cr_expect_str_eq(filled("{if given}{if day}a{else}b{end}{end}"), "b\n");
}

Test(template, lists_what_there_is)
{
	cr_expect_str_eq(filled("{each needs}\n- {item}\n{end}\nend"),
	    "- sleep\n- locks\nend\n");
}

Test(template, leaves_no_blank_line_for_a_sign_alone)
{
	cr_expect_str_eq(filled("a\n{if day}\nb\n{end}\nc"), "a\nc\n");
}

Test(template, ends_however_long_a_list_says_it_is)
{
	const struct template_doors doors = { .text = value,
		.row = without_end };
	struct template *t = NULL;
	struct buf out = { 0 };

	cr_assert_eq(parse("{each needs}{item}{end}", &t), RC_OK);
	template_merge(t, &doors, &out);
	cr_expect_eq(out.len, TEMPLATE_ROWS + 1);
	buf_release(&out);
}

Test(template, tells_file_and_line_and_the_nearest_name)
{
	cr_expect_str_eq(refused("one\ntwo {gven}"),
	    "a.cfg:11: there is no field \"gven\"; did you mean given?");
	cr_expect_str_eq(refused("{each need}{end}"),
	    "a.cfg:10: there is no list \"need\"; did you mean needs?");
}

Test(template, refuses_what_does_not_close)
{
	cr_expect(strstr(refused("a\n{if day}"), "a.cfg:11:"));
	cr_expect(strstr(refused("{end}"), "belongs to nothing"));
	cr_expect(strstr(refused("{if day}{else}{else}{end}"), "no if"));
	cr_expect(strstr(refused("{given"), "not closed"));
	cr_expect(strstr(refused("{item}"), "only in a list"));
	cr_expect(strstr(refused("{each needs}{each needs}{end}{end}"),
	    "does not stand in a list"));
	cr_expect(strstr(refused("{if day == 3}{end}"), "a condition is"));
	cr_expect(strstr(refused("{if day}{if day}{if day}{if day}{if day}{if "
				 "day}{if day}{if day}{if day}"),
	    "too deep"));
}
