/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hub/options.h"

/* A command line of up to nine words behind the program's name. */
struct line {
	char words[10][32];
	char *argv[11];
	int argc;
	struct options o;
	struct option_row rows[OPTIONS_COMMON];
};

static enum rc
read_line(struct line *l, bool stop, struct fault *f, const char *const *words)
{
	const struct option_row *sets[] = { l->rows, NULL };

	memset(l, 0, sizeof(*l));
	options_common(&l->o, l->rows);
	l->argv[l->argc++] = strcpy(l->words[0], "handrail");
	for (; *words != NULL; words++, l->argc++)
		l->argv[l->argc] = strcpy(l->words[l->argc], *words);
	return options_read(sets, &l->argc, l->argv, stop, f);
}

#define READ(l, stop, f, ...)                                                  \
	read_line(l, stop, f, (const char *const[]){ __VA_ARGS__, NULL })

Test(options, stand_before_or_after_other_words)
{
	struct line l;

	cr_assert_eq(READ(&l, false, NULL, "--store", "/s", "find", "--as=amy",
			 "okafor"),
	    RC_OK);
	cr_expect_str_eq(l.o.store, "/s");
	cr_expect_str_eq(l.o.user, "amy");
	cr_assert_eq(l.argc, 3);
	cr_expect_str_eq(l.argv[1], "find");
	cr_expect_str_eq(l.argv[2], "okafor");
	cr_expect_null(l.argv[3]);
}

Test(options, of_a_command_are_left_for_it)
{
	struct line l;

	cr_assert_eq(READ(&l, true, NULL, "--as", "amy", "find", "--limit",
			 "3"),
	    RC_OK);
	cr_assert_eq(l.argc, 4);
	cr_expect_str_eq(l.argv[2], "--limit");
}

Test(options, end_at_two_dashes)
{
	struct line l;

	cr_assert_eq(READ(&l, false, NULL, "find", "--", "--as"), RC_OK);
	cr_assert_eq(l.argc, 3);
	cr_expect_str_eq(l.argv[2], "--as");
	cr_expect_null(l.o.user);
}

Test(options, name_the_word_that_was_meant)
{
	struct fault f = { 0 };
	struct line l;

	cr_assert_eq(READ(&l, false, &f, "--stor", "/s"), RC_USAGE);
	cr_expect_not_null(strstr(f.text, "did you mean --store?"), "%s",
	    f.text);
}

Test(options, want_their_value)
{
	struct fault f = { 0 };
	struct line l;

	cr_expect_eq(READ(&l, false, &f, "--store"), RC_USAGE);
	cr_expect_not_null(strstr(f.text, "--store needs DIR"), "%s", f.text);
	cr_expect_eq(READ(&l, false, &f, "--help=yes"), RC_USAGE);
	cr_expect_eq(READ(&l, false, &f, "-x"), RC_USAGE);
}

Test(options, do_not_take_a_passphrase)
{
	struct option_row rows[OPTIONS_COMMON];
	struct options o = { 0 };
	size_t i;

	options_common(&o, rows);
	for (i = 0; rows[i].name != NULL; i++) {
		cr_expect_str_neq(rows[i].name, "passphrase");
		cr_expect_not_null(rows[i].sentence);
	}
}

Test(options, settle_on_a_moment_or_say_why_not)
{
	struct options o = { .now = "2026-11-22T11:42:00Z", .user = "amy" };
	struct fault f = { 0 };

	cr_assert_eq(options_settle(&o, &f), RC_OK, "%s", f.text);
	cr_expect(o.pretend);
	cr_expect_eq(o.now_ms, 1795347720000);
	o.now = "teatime";
	cr_expect_eq(options_settle(&o, &f), RC_USAGE);
}

Test(options, read_a_passphrase_from_a_descriptor)
{
	struct options o = { 0 };
	char path[32], text[64];
	int ends[2];

	cr_assert_eq(pipe(ends), 0);
	cr_assert_eq(write(ends[1], "torch meadow\nmore\n", 18), 18);
	close(ends[1]);
	snprintf(path, sizeof(path), "/dev/fd/%d", ends[0]);
	o.passphrase_file = path;
	cr_assert_eq(options_passphrase(&o, text, sizeof(text), NULL), RC_OK);
	cr_expect_str_eq(text, "torch meadow");
}

/* A folder of our own with one file in it. */
static void
write_file(char dir[], const char *name, const char *text)
{
	char path[128];
	FILE *file;

	cr_assert_not_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/%s", dir, name);
	file = fopen(path, "w");
	cr_assert_not_null(file);
	fputs(text, file);
	fclose(file);
}

static void
remove_file(const char *dir, const char *name)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	unlink(path);
	rmdir(dir);
}

Test(options, sign_in_to_a_demonstration_unasked)
{
	char dir[] = "/tmp/handrail-test-XXXXXX", text[64];
	struct options o = { .store = dir };
	struct fault f = { 0 };

	write_file(dir, "demo", "js torch meadow rivet\nkb other words\n");
	cr_assert_eq(options_settle(&o, &f), RC_OK, "%s", f.text);
	cr_expect_str_eq(o.login, "js");
	cr_assert_eq(options_passphrase(&o, text, sizeof(text), &f), RC_OK);
	cr_expect_str_eq(text, "torch meadow rivet");
	remove_file(dir, "demo");
	cr_expect_eq(options_passphrase(&o, text, sizeof(text), &f),
	    RC_MISSING);
}

Test(settings, are_all_there_without_a_file)
{
	struct settings s;

	cr_assert_eq(settings_load("", &s, NULL), RC_OK);
	cr_expect_str_eq(s.store, "");
	cr_expect_str_eq(s.keymap, "default");
	cr_expect_eq(s.lock_after, 5);
}

Test(settings, say_file_and_line_of_what_is_wrong)
{
	char dir[] = "/tmp/handrail-test-XXXXXX", path[64];
	struct fault f = { 0 };
	struct settings s;

	write_file(dir, "conf", "store = \"/s\";\nlock-afer = 5;\n");
	snprintf(path, sizeof(path), "%s/conf", dir);
	cr_expect_eq(settings_load(path, &s, &f), RC_INVALID);
	cr_expect_not_null(strstr(f.text, "conf:2:"), "%s", f.text);
	cr_expect_not_null(strstr(f.text, "lock-after"), "%s", f.text);
	remove_file(dir, "conf");
}

Test(settings, keep_numbers_within_reason)
{
	char dir[] = "/tmp/handrail-test-XXXXXX", path[64];
	struct fault f = { 0 };
	struct settings s;

	write_file(dir, "conf", "lock-after = -1;\n");
	snprintf(path, sizeof(path), "%s/conf", dir);
	cr_expect_eq(settings_load(path, &s, &f), RC_INVALID);
	remove_file(dir, "conf");
	cr_expect_eq(settings_load(path, &s, &f), RC_SYSTEM);
}
