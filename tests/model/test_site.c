/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "model/check.h"
#include "scene.h"

static char path[] = "/tmp/handrail-site-XXXXXX";

static void
make_file(void)
{
	int fd = mkstemp(path);

	cr_assert_geq(fd, 0);
	close(fd);
}

static void
remove_file(void)
{
	unlink(path);
}

TestSuite(site, .init = make_file, .fini = remove_file);

static void
say(const char *text)
{
	FILE *file = fopen(path, "w");

	cr_assert_not_null(file);
	fputs(text, file);
	fclose(file);
}

#define KIND(fields)                                                           \
	"kind = \"sample\";\nnumber = 1500;\ntitle = \"Sample\";\n"                \
	"fields = (\n" fields "\n);\n"
#define ONE "{ number = 1000; name = \"a\"; label = \"A\"; type = \"text\"; }"

/* clang-format off */
static const struct {
	const char *text, *fault;
} wrong[] = {
	{ KIND(ONE ",\n{ number = 1001; name = \"b\"; label = \"B\"; "
	    "type = \"txet\"; }"),
	  ":6: there is no type \"txet\"; did you mean \"text\"?" },
	{ KIND(ONE ",\n{ number = 1000; name = \"b\"; label = \"B\"; "
	    "type = \"text\"; }"),
	  ":6: the number 1000 is used twice, by \"a\" and \"b\"" },
	{ KIND(ONE ",\n{ number = 1001; name = \"a\"; label = \"B\"; "
	    "type = \"text\"; }"),
	  ":6: the name \"a\" is used twice" },
	{ KIND("{ number = 12; name = \"a\"; label = \"A\"; type = \"text\"; }"),
	  ":5: a number here is 1000 to 65535, not 12" },
	{ KIND("{ number = 1000; name = \"a\"; label = \"A\"; "
	    "type = \"code\"; }"),
	  ":5: \"a\" does not say which code list it is of" },
	{ KIND("{ number = 1000; name = \"a\"; label = \"A\"; "
	    "type = \"group\"; of = \"one\"; }")
	  "groups = (\n"
	  "{ name = \"one\"; parts = ( { number = 1; name = \"x\"; "
	    "label = \"X\"; type = \"group\"; of = \"two\"; } ); },\n"
	  "{ name = \"two\"; parts = ( { number = 1; name = \"y\"; "
	    "label = \"Y\"; type = \"group\"; of = \"one\"; } ); } );\n",
	  ":9: the group \"one\" is within itself" },
	{ KIND("{ number = 1000; name = \"a\"; label = \"A\"; "
	    "type = \"group\"; }"),
	  ":5: the group \"a\" has no parts" },
	{ KIND("{ number = 1000; name = \"a\"; label = \"A\"; "
	    "type = \"text\"; repeated = true; }"),
	  ":5: only a group can be repeated; put \"a\" in one" },
	{ KIND("{ number = 1000; name = \"Bad Name\"; label = \"A\"; "
	    "type = \"text\"; }"),
	  ":5: a name is small letters, figures and hyphens, not \"Bad Name\"" },
	{ "kind = \"person\";\nnumber = 1500;\ntitle = \"X\";\n"
	  "fields = ( " ONE " );\n",
	  ":1: there is a kind called \"person\" already" },
	{ "kind = \"sample\";\nnumber = 7;\ntitle = \"X\";\n"
	  "fields = ( " ONE " );\n",
	  ":1: a register is numbered 1000 to 65535, not 7" },
	{ "extends = \"persom\";\nfields = ( " ONE " );\n",
	  ":1: there is no kind called \"persom\"" },
};
/* clang-format on */

/* The root group of a file stands on no line of its own: any is good there. */
static const char *
without_line(const char *text)
{
	return text + strspn(text, ":0123456789");
}

Test(site, that_is_wrong_names_file_and_line_and_adds_nothing)
{
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct kinds *kinds = kinds_new();
		size_t before = kinds_count(kinds);
		struct fault f = { 0 };

		say(wrong[i].text);
		cr_expect_eq(kinds_add_file(kinds, path, &f), RC_INVALID);
		cr_expect(str_starts(f.text, path), "%s", f.text);
		if (str_starts(wrong[i].fault, ":1:"))
			cr_expect_str_eq(without_line(f.text + strlen(path)),
			    without_line(wrong[i].fault));
		else
			cr_expect_str_eq(f.text + strlen(path), wrong[i].fault);
		cr_expect_eq(kinds_count(kinds), before);
		kinds_free(kinds);
	}
}

Test(site, that_names_a_missing_code_list_says_which_and_where)
{
	struct kinds *kinds = kinds_new();
	struct codes *codes = scene_codes();
	struct fault f = { 0 };

	say(KIND(ONE ",\n{ number = 1001; name = \"b\"; label = \"B\"; "
		     "type = \"code\"; of = \"colours\"; }"));
	cr_assert_eq(kinds_add_file(kinds, path, &f), RC_OK, "%s", f.text);
	cr_expect_eq(kinds_check(kinds, codes, &f), RC_INVALID);
	cr_expect(str_starts(f.text, path));
	cr_expect_str_eq(f.text + strlen(path),
	    ":6: sample.b: there is no code list called \"colours\"");
	codes_free(codes);
	kinds_free(kinds);
}

Test(site, adds_fields_to_a_kind_that_is_built_in)
{
	struct kinds *kinds = kinds_new();
	const struct kind *person;
	struct fault f = { 0 };

	say("extends = \"person\";\nfields = ( " ONE " );\n");
	cr_assert_eq(kinds_add_file(kinds, path, &f), RC_OK, "%s", f.text);
	person = kinds_by_tag(kinds, KIND_PERSON);
	cr_expect_not_null(kind_field_by_tag(person, 1000));
	cr_expect_not_null(kind_field_by_tag(person, PERSON_GIVEN));
	cr_expect_eq(kinds_add_file(kinds, path, &f), RC_INVALID,
	    "the same field twice");
	kinds_free(kinds);
}

enum { REGISTERS = 60, FIELDS = 8, LISTS = 60 };

static const char *const big_types[FIELDS] = { "text", "when", "code", "codes",
	"number", "money", "group", "prose" };

static void
big_field(FILE *file, int kind, int i)
{
	fprintf(file,
	    "%s{ number = %d; name = \"f-%d\"; label = \"Field %d\"; "
	    "type = \"%s\"; %s",
	    i ? ",\n" : "", 1000 + i, i, i, big_types[i],
	    i == 0 ? "needed = true; heading = true; " : "");
	if (!strncmp(big_types[i], "code", 4))
		fprintf(file, "of = \"list-%d\"; ", kind % LISTS);
	if (!strcmp(big_types[i], "group"))
		fprintf(file, "repeated = true; of = \"rows-%d\"; ", kind % 2);
	fputs("}", file);
}

/* A site as large as any we know of: 60 forms, 480 fields, repeated groups. */
static void
big_site(void)
{
	FILE *file = fopen(path, "w");

	cr_assert_not_null(file);
	fputs("groups = (\n"
	      "{ name = \"rows-0\"; parts = (\n"
	      "{ number = 1; name = \"on\"; label = \"On\"; type = \"when\"; "
	      "needed = true; },\n"
	      "{ number = 2; name = \"in\"; label = \"In\"; type = \"group\"; "
	      "of = \"rows-1\"; repeated = true; } ); },\n"
	      "{ name = \"rows-1\"; parts = (\n"
	      "{ number = 1; name = \"who\"; label = \"Who\"; "
	      "type = \"name\"; } ); } );\n"
	      "kinds = (\n",
	    file);
	for (int k = 0; k < REGISTERS; k++) {
		fprintf(file,
		    "%s{ kind = \"register-%d\"; number = %d; "
		    "title = \"Register %d\"; fields = (\n",
		    k ? ",\n" : "", k, 2000 + k, k);
		for (int i = 0; i < FIELDS; i++)
			big_field(file, k, i);
		fputs(" ); }", file);
	}
	fputs(" );\n", file);
	fclose(file);
}

static struct codes *
big_codes(void)
{
	struct codes *codes = codes_new();
	struct fault f = { 0 };
	FILE *file = fopen(path, "w");

	cr_assert_not_null(file);
	fputs("lists = (\n", file);
	for (int i = 0; i < LISTS; i++)
		fprintf(file,
		    "%s{ name = \"list-%d\"; title = \"List %d\"; "
		    "codes = ( { code = \"BUR\"; label = \"a\"; }, "
		    "{ code = \"other\"; label = \"b\"; } ); }",
		    i ? ",\n" : "", i, i);
	fputs(" );\n", file);
	fclose(file);
	cr_assert_eq(codes_add_file(codes, path, &f), RC_OK, "%s", f.text);
	cr_expect_eq(codes_count(codes), LISTS);
	return codes;
}

static void
round_trip(const struct kinds *kinds, const struct kind *kind,
    struct chance *chance)
{
	struct arena *a = arena_new();
	struct buf once = { 0 }, again = { 0 };
	struct record *back, *r = scene_record(a, kind, chance, 100);

	record_encode(r, &once);
	cr_assert_eq(record_decode(a, kinds, buf_window(&once), &back, NULL),
	    RC_OK);
	cr_expect_eq(back->n, FIELDS);
	record_encode(back, &again);
	cr_expect(span_eq(buf_window(&once), buf_window(&again)));
	buf_release(&once);
	buf_release(&again);
	arena_free(a);
}

Test(site, of_sixty_registers_loads_and_comes_back_as_it_was)
{
	struct codes *codes = big_codes();
	struct kinds *kinds = kinds_new();
	size_t before = kinds_count(kinds);
	struct chance chance;
	struct fault f = { 0 };

	big_site();
	cr_assert_eq(kinds_add_file(kinds, path, &f), RC_OK, "%s", f.text);
	cr_expect_eq(kinds_count(kinds) - before, REGISTERS);
	chance_seed(&chance, 60);
	for (int k = 0; k < REGISTERS; k++) {
		const struct kind *kind =
		    kinds_by_tag(kinds, 2000 + (unsigned)k);

		cr_assert_eq(kind->n, FIELDS);
		cr_expect(kind->flags & KIND_SITE_MADE);
		round_trip(kinds, kind, &chance);
	}
	codes_free(codes);
	kinds_free(kinds);
}

Test(check, says_what_is_missing_and_what_is_wrong)
{
	struct codes *codes = scene_codes();
	struct value_ctx ctx = { .now_ms = SCENE_NOW, .codes = codes };
	struct arena *a = arena_new();
	struct record *r = record_new(a, &kind_casefile, 1);
	struct checks checks = { .arena = a };

	record_set_link(r, CASEFILE_PERSON, 7);
	record_set_text(r, CASEFILE_CATEGORY, "BUR");
	record_set_text(r, CASEFILE_WHEN, "2026-02-30");
	record_set_text(r, CASEFILE_NEEDS, "h o");
	record_set_text(r, CASEFILE_CALLER, "v");
	record_set_text(r, CASEFILE_SAFE_NOW, "y");
	cr_assert_eq(check_record(r, &ctx, &checks), 3);
	cr_expect_eq(checks.at[0].field->tag, CASEFILE_WHEN);
	cr_expect_str_eq(checks.at[0].text, "not a date");
	cr_expect(checks.at[1].missing);
	cr_expect_eq(checks.at[1].field->tag, CASEFILE_RISK);
	cr_expect_eq(checks.at[2].field->tag, CASEFILE_CONSENT);
	arena_free(a);
	codes_free(codes);
}

Test(check, looks_into_the_rows_of_groups)
{
	struct codes *codes = scene_codes();
	struct value_ctx ctx = { .now_ms = SCENE_NOW, .codes = codes };
	struct arena *a = arena_new();
	struct record *r = record_new(a, &kind_need, 1);
	struct checks checks = { .arena = a };
	struct group *g = group_new(a);
	struct buf out = { 0 };

	record_set_link(r, NEED_CASEFILE, 7);
	record_set_text(r, NEED_ON, "2026-11-21T10:00");
	record_set_text(r, NEED_POINT, "first");
	group_set_text(g, group_add(g), 1, "h");
	group_set_text(g, &g->rows[0], 2, "lots");
	group_set_text(g, group_add(g), 2, "3");
	group_encode(g, &out);
	record_set(r, NEED_SCORES, buf_window(&out));
	cr_assert_eq(check_record(r, &ctx, &checks), 2);
	cr_expect_str_eq(checks.at[0].text, "not a number");
	cr_expect_str_eq(checks.at[1].field->name, "need");
	buf_release(&out);
	arena_free(a);
	codes_free(codes);
}
