/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "ctl/out.h"

static const struct out_column columns[] = {
	{ "ref", "ref", OUT_WORDS },
	{ "name", "name", OUT_WORDS },
	{ "age", "age", OUT_NUMBER },
	{ "late", NULL, OUT_YES },
};

/* What a list of these rows looks like; the caller frees it. */
static char *
listed(enum out_format format, const char *const rows[][4], size_t n)
{
	char *text = NULL;
	size_t size = 0, i;
	FILE *file = open_memstream(&text, &size);
	struct out *out = out_new(format, columns, 4, file);

	for (i = 0; i < n; i++)
		out_row(out, rows[i]);
	cr_assert_eq(out_end(out, NULL), RC_OK);
	fclose(file);
	return text;
}

static const char *const people[][4] = {
	{ "4F7K22", "Okafor, Sarah", "42", "n" },
	{ "LRX7HM", "Zoë", "", "y" },
};

Test(out, lines_text_up_and_leaves_out_what_is_for_programs)
{
	char *text = listed(OUT_TEXT, people, 2);

	cr_expect_str_eq(text, "ref     name           age\n"
			       "4F7K22  Okafor, Sarah   42\n"
			       "LRX7HM  Zoë\n");
	free(text);
}

Test(out, prints_nothing_for_an_empty_text)
{
	char *text = listed(OUT_TEXT, NULL, 0);

	cr_expect_str_eq(text, "");
	free(text);
}

Test(out, heads_csv_and_quotes_what_must_be)
{
	char *text = listed(OUT_CSV, people, 2);

	cr_expect_str_eq(text, "ref,name,age,late\r\n"
			       "4F7K22,\"Okafor, Sarah\",42,n\r\n"
			       "LRX7HM,Zoë,,y\r\n");
	free(text);
}

Test(out, sorts_the_keys_of_json)
{
	char *text = listed(OUT_JSON, people, 2);

	cr_expect_str_eq(text,
	    "{\"age\":42,\"late\":false,\"name\":\"Okafor, Sarah\","
	    "\"ref\":\"4F7K22\"}\n"
	    "{\"age\":null,\"late\":true,\"name\":\"Zoë\","
	    "\"ref\":\"LRX7HM\"}\n");
	free(text);
}

Test(out, makes_hostile_cells_harmless)
{
	static const char *const hostile[][4] = {
		{ "=1+1", "a\x1b[2J\nb", "1e9", "n" },
	};
	char *csv = listed(OUT_CSV, hostile, 1);
	char *text = listed(OUT_TEXT, hostile, 1);
	char *json = listed(OUT_JSON, hostile, 1);

	cr_expect_not_null(strstr(csv, "'=1+1"));
	cr_expect_null(strchr(text, '\x1b'));
	cr_expect_eq(strchr(strchr(text, '\n') + 1, '\n')[1], '\0');
	cr_expect_null(strchr(json, '\x1b'));
	cr_expect_not_null(strstr(json, "\"age\":\"1e9\""));
	free(csv);
	free(text);
	free(json);
}

Test(out, knows_its_formats_by_name)
{
	enum out_format format;

	cr_expect(out_format_by("json", &format) && format == OUT_JSON);
	cr_expect(out_format_by("text", &format) && format == OUT_TEXT);
	cr_expect_not(out_format_by("xml", &format));
}
