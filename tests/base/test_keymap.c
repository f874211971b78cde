/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/keymap.h"
#include "base/stroke.h"

static char path[64];

static void
write_map(const char *text)
{
	int fd;

	strcpy(path, "/tmp/handrail-keymap-XXXXXX");
	fd = mkstemp(path);
	cr_assert_geq(fd, 0);
	cr_assert_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
}

static enum rc
check(const char *text, struct fault *f)
{
	enum rc rc;

	write_map(text);
	rc = keymap_check_file(path, NULL, f);
	unlink(path);
	return rc;
}

static char *
default_map(char *out, size_t cap)
{
	const char *data = getenv("HANDRAIL_DATA");

	snprintf(out, cap, "%s/keymaps/default.cfg", data ? data : "data");
	return out;
}

/* clang-format off */
static const struct wrong {
	const char *text, *line, *says;
} wrongs[] = {
	{ "list = {\n up = \"k\";\n down = \"k\";\n};\n", ":3:",
	  "k is bound twice in \"list\": \"up\" has it on line 2" },
	{ "everywhere = {\n save = \"C-l\";\n};\n", ":2:",
	  "C-l hides the screen everywhere" },
	{ "field = {\n\n save = \"C-g\";\n};\n", ":3:",
	  "C-g goes one step back" },
	{ "queue = { new = \"F7\"; };\n", ":1:",
	  "F7 shows the danger steps" },
	{ "nowhere = { up = \"k\"; };\n", ":1:",
	  "there is no place \"nowhere\"" },
	{ "list = { fly = \"k\"; };\n", ":1:", "there is no action \"fly\"" },
	{ "list = { up = \"Hyper\"; };\n", ":1:", "\"Hyper\" is no key" },
	{ "list = { up = \"C-i\"; };\n", ":1:", "is the same byte as Tab" },
	{ "list = { up = [\"k\", \"C-m\"]; };\n", ":1:",
	  "is the same byte as Enter" },
	{ "everywhere = { save = \"C-s\"; };\n", ":1:",
	  "would hang on Ctrl-S alone: flow control" },
	{ "list = { up = 5; down };\n", ":1:", "" },
};
/* clang-format on */

#define N_OF(table) (sizeof(table) / sizeof((table)[0]))

Test(keymap, refuses_what_would_trap_a_worker)
{
	for (size_t i = 0; i < N_OF(wrongs); i++) {
		struct fault f = { 0 };

		cr_expect_eq(check(wrongs[i].text, &f), RC_INVALID, "%s",
		    wrongs[i].text);
		cr_expect(strstr(f.text, path) &&
			      strstr(f.text, wrongs[i].line),
		    "says where: %s", f.text);
		cr_expect(strstr(f.text, wrongs[i].says), "%s", f.text);
	}
}

Test(keymap, takes_a_key_that_does_what_it_always_does)
{
	struct fault f = { 0 };

	cr_expect_eq(check("everywhere = { hide = \"C-l\"; back = \"C-g\"; };",
			 &f),
	    RC_OK, "%s", f.text);
}

Test(keymap, stands_by_three_keys_even_when_empty)
{
	struct keymap *m = keymap_new();
	const char *places[] = { "queue", "list", "everywhere" };

	cr_expect_eq(keymap_look(m, places, 3, STROKE_CTRL + 'l'), ACTION_HIDE);
	cr_expect_eq(keymap_look(m, places, 3, STROKE_CTRL + 'g'), ACTION_BACK);
	cr_expect_eq(keymap_look(m, places, 3, STROKE_F0 + 7), ACTION_DANGER);
	cr_expect_eq(keymap_look(m, places, 3, 'q'), ACTION_NONE);
	keymap_free(m);
}

Test(keymap, that_ships_is_sound)
{
	char file[512];
	struct fault f = { 0 };

	cr_expect_eq(keymap_check_file(default_map(file, sizeof(file)), NULL,
			 &f),
	    RC_OK, "%s", f.text);
}

Test(keymap, lets_the_nearest_place_decide)
{
	struct keymap *m = keymap_new();
	const char *pick[] = { "pick", "field", "everywhere" };
	const char *form[] = { "intake", "field", "everywhere" };
	char file[512];

	cr_assert_eq(keymap_add_file(m, default_map(file, sizeof(file)), NULL),
	    RC_OK);
	cr_expect_eq(keymap_look(m, pick, 3, STROKE_DOWN), ACTION_DOWN);
	cr_expect_eq(keymap_look(m, form, 3, STROKE_DOWN), ACTION_DOWN_FIELD);
	cr_expect_eq(keymap_look(m, form, 3, STROKE_F0 + 9), ACTION_SAVE);
	cr_expect_eq(keymap_key(m, form, 3, ACTION_SAVE), STROKE_F0 + 9);
	cr_expect_eq(keymap_key(m, form, 3, ACTION_CONTACT), STROKE_NONE);
	keymap_free(m);
}

Test(keymap, of_a_worker_goes_on_top)
{
	struct keymap *m = keymap_new();
	const char *places[] = { "list", "everywhere" };
	char file[512];
	struct fault f = { 0 };

	cr_assert_eq(keymap_add_file(m, default_map(file, sizeof(file)), NULL),
	    RC_OK);
	write_map("list = { up = [\"k\", \"Up\"]; rights = \"K\"; };\n");
	cr_assert_eq(keymap_add_file(m, path, &f), RC_OK, "%s", f.text);
	unlink(path);
	cr_expect_eq(keymap_look(m, places, 2, 'k'), ACTION_UP);
	cr_expect_eq(keymap_look(m, places, 2, STROKE_UP), ACTION_UP);
	cr_expect_eq(keymap_look(m, places, 2, 'K'), ACTION_RIGHTS);
	cr_expect_eq(keymap_key(m, places, 2, ACTION_UP), 'k');
	keymap_free(m);
}

Test(keymap, is_as_it_was_after_a_bad_file)
{
	struct keymap *m = keymap_new();
	const char *places[] = { "list", "everywhere" };
	char file[512];

	cr_assert_eq(keymap_add_file(m, default_map(file, sizeof(file)), NULL),
	    RC_OK);
	write_map("list = { up = \"k\"; fly = \"x\"; };\n");
	cr_expect_eq(keymap_add_file(m, path, NULL), RC_INVALID);
	unlink(path);
	cr_expect_eq(keymap_look(m, places, 2, 'k'), ACTION_RIGHTS);
	keymap_free(m);
}

/* ---- the table of actions ---- */

Test(action, has_a_word_and_a_sentence)
{
	for (int a = 1; a < ACTION_COUNT; a++) {
		const struct action_row *r = action_row((enum action)a);

		cr_expect(*r->word && *r->label && *r->sentence);
		cr_expect_eq(action_by_word(r->word), (enum action)a,
		    "%s is there twice", r->word);
	}
	cr_expect_eq(action_by_word("fly"), ACTION_NONE);
}

/* ---- strokes ---- */

/* clang-format off */
static const struct named {
	const char *name;
	uint32_t stroke;
	const char *shown;
	unsigned cost;
} named[] = {
	{ "a", 'a', "a", 1 }, { "A", 'A', "A", 2 }, { "/", '/', "/", 1 },
	{ "?", '?', "?", 2 }, { "'", '\'', "'", 1 }, { "#", '#', "#", 1 },
	{ "\"", '"', "\"", 2 }, { "\u00a3", 0xa3, "\u00a3", 2 },
	{ "Enter", STROKE_ENTER, "Enter", 1 },
	{ "s-tab", STROKE_BACKTAB, "S-Tab", 2 },
	{ "pgdn", STROKE_PAGEDOWN, "PgDn", 1 },
	{ "F9", STROKE_F0 + 9, "F9", 1 }, { "f12", STROKE_F0 + 12, "F12", 1 },
	{ "C-x", STROKE_CTRL + 'x', "Ctrl-X", 2 },
	{ "C-L", STROKE_CTRL + 'l', "Ctrl-L", 2 },
	{ "Space", ' ', "Space", 1 },
};
/* clang-format on */

Test(stroke, is_called_by_one_name)
{
	for (size_t i = 0; i < N_OF(named); i++) {
		uint32_t stroke = 0;
		char shown[16];

		cr_expect_eq(stroke_parse(named[i].name, &stroke, NULL), RC_OK);
		cr_expect_eq(stroke, named[i].stroke, "%s", named[i].name);
		cr_expect_str_eq(stroke_show(stroke, shown), named[i].shown);
		cr_expect_eq(stroke_cost(stroke), named[i].cost, "%s",
		    named[i].name);
	}
}

Test(stroke, is_refused_when_it_is_none)
{
	static const char *const bad[] = { "", "F13", "F0", "C-", "C-ab",
		"Meta", "\033", "C-[" };
	uint32_t stroke;

	for (size_t i = 0; i < N_OF(bad); i++)
		cr_expect_eq(stroke_parse(bad[i], &stroke, NULL), RC_INVALID,
		    "%s", bad[i]);
}
