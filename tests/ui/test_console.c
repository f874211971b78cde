/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The console as people have it: the program itself, in a terminal, on a store
 * of the people whom every demonstration has.
 */

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hub/demo.h"
#include "tests/support/screen.h"
#include "tests/support/temp_hub.h"

#define NOW "2026-11-22T11:42:00Z"

static char dir[64], store[96], program[512], other[512];
static struct screen *s;

static const char *
built(void)
{
	const char *at = getenv("top_builddir");

	return at != NULL ? at : ".";
}

static void
start_as(int rows, int cols, const char *const *env)
{
	const char *argv[] = { program, "--demo", "--store", store, "--now",
		NOW, NULL };

	s = screen_start(&(struct screen_options){
	    .argv = argv, .rows = rows, .cols = cols, .env = env });
}

static void
begin(void)
{
	struct demo demo = { .store = store,
		.data = temp_hub_data(),
		.now_ms = TEMP_HUB_NOW,
		.people = 1,
		.seed = 1 };
	struct fault f = { 0 };

	snprintf(program, sizeof(program), "%s/handrail", built());
	snprintf(other, sizeof(other), "%s/handrailctl", built());
	if (access(program, X_OK) != 0 || access(other, X_OK) != 0)
		cr_skip("the programs are not built");
	strcpy(dir, "/tmp/handrail-console.XXXXXX");
	cr_assert_not_null(mkdtemp(dir));
	snprintf(store, sizeof(store), "%s/store", dir);
	cr_assert_eq(demo_make(&demo, &f), RC_OK, "%s", f.text);
	start_as(24, 80, NULL);
}

static void
end(void)
{
	char command[128];

	screen_free(s);
	snprintf(command, sizeof(command), "rm -rf %s", dir);
	cr_assert_eq(system(command), 0);
}

TestSuite(console, .init = begin, .fini = end, .timeout = 120);

static void
expect_says(const char *text)
{
	cr_expect(screen_says(s, text), "the screen says \"%s\"", text);
	if (!screen_says(s, text))
		screen_print(s);
}

static void
again(void)
{
	screen_free(s);
	start_as(24, 80, NULL);
}

/* Somebody else does something, in a process of their own. */
static void
meanwhile(const char *act)
{
	char command[1024];

	snprintf(command, sizeof(command),
	    "%s --store %s --as mvale --now " NOW " act %s >/dev/null 2>&1",
	    other, store, act);
	cr_assert_eq(system(command), 0, "%s", command);
}

/* ---- what is pasted ---- */

static void
on_a_linux_console(void)
{
	const char *argv[] = { program, "--demo", "--store", store, "--now",
		NOW, NULL };

	screen_free(s);
	s = screen_start(&(struct screen_options){
	    .argv = argv, .rows = 24, .cols = 80, .term = "linux" });
}

Test(console, hears_no_verbs_in_what_is_pasted_without_marks)
{
	on_a_linux_console();
	screen_send(s, "carnoz tjs xxxx", 15, 1);
	expect_says("nothing was pasted");
	expect_says("[mine 8]");
	screen_type(s, "n");
	expect_says("New call");
	screen_type(s, "v");
	screen_type(s, "y");
	screen_send(s, "maria-jose\r", 11, 1);
	expect_says("[maria-jose");
}

/* ---- drafts ---- */

static void
type_half_a_call(void)
{
	screen_type(s, "nvyzo\u00eb");
	screen_key(s, "Enter");
	screen_type(s, "okafor-smi");
	screen_key(s, "Left");
	screen_key(s, "Left");
}

static void
expect_half_a_call(int y, int x)
{
	int cy, cx;
	bool visible;

	expect_says("Zo\u00eb");
	expect_says("[okafor-sm");
	screen_cursor(s, &cy, &cx, &visible);
	cr_expect(visible);
	cr_expect(cy == y && cx == x, "cursor %d,%d, was %d,%d", cy, cx, y, x);
	screen_type(s, "X");
	expect_says("sXmi");
}

Test(console, lands_in_the_draft_at_the_same_letter_after_a_kill)
{
	int y, x;
	bool visible;

	type_half_a_call();
	screen_cursor(s, &y, &x, &visible);
	kill(screen_pid(s), SIGKILL);
	screen_wait(s);
	again();
	expect_half_a_call(y, x);
}

Test(console, lands_in_the_draft_after_the_line_dropped)
{
	int y, x;
	bool visible;

	type_half_a_call();
	screen_cursor(s, &y, &x, &visible);
	kill(screen_pid(s), SIGHUP);
	screen_wait(s);
	again();
	expect_half_a_call(y, x);
}

Test(console, keeps_no_draft_of_what_was_rubbed_out)
{
	screen_type(s, "n");
	screen_key(s, "Enter");
	screen_key(s, "Enter");
	screen_type(s, "zo");
	screen_key(s, "BS");
	screen_key(s, "BS");
	kill(screen_pid(s), SIGKILL);
	screen_wait(s);
	again();
	expect_says("Queue");
}

Test(console, locks_with_the_draft_kept_and_the_screen_empty)
{
	type_half_a_call();
	screen_key(s, "F2");
	screen_type(s, "lock");
	screen_key(s, "Enter");
	cr_expect_not(screen_says(s, "okafor"));
	cr_expect_not(screen_says(s, "Hussain"));
	screen_type(s, "not this");
	screen_key(s, "Enter");
	expect_says("please try again");
	screen_type(s, "demo");
	screen_key(s, "Enter");
	expect_says("[okafor-sm");
}

/* ---- others at work ---- */

Test(console, shows_what_others_do_and_the_row_under_the_cursor_stays)
{
	int y, x, was_y, was_x;

	screen_key(s, "Down");
	screen_key(s, "Down");
	cr_assert(screen_find(s, "> 8KW2MX", &was_y, &was_x));
	meanwhile("assign casefile=9M3QRY worker=kobi");
	screen_settle(s, 1500);
	cr_expect(screen_find(s, "> 8KW2MX", &y, &x));
	cr_expect_eq(y, was_y - 0, "the row with the cursor moved");
	expect_says("[mine 7]");
	cr_expect_not(screen_says(s, "9M3QRY"));
}

Test(console, hears_no_verb_for_a_case_that_somebody_took)
{
	meanwhile("assign casefile=9M3QRY worker=kobi");
	screen_settle(s, 1500);
	expect_says("> 9M3QRY");
	expect_says("(no longer here)");
	screen_type(s, "c");
	expect_says("took this case out of the queue");
	expect_says("Queue");
	screen_key(s, "Down");
	cr_expect_not(screen_says(s, "9M3QRY"));
}

/* ---- the wire ---- */

Test(console, writes_little_for_a_letter_and_nothing_while_idle)
{
	size_t before;

	screen_type(s, "nvy");
	screen_settle(s, 300);
	before = screen_bytes(s);
	screen_type(s, "saraho");
	/* Less the marks of the tests, some 20 bytes each. */
	cr_expect_lt(screen_bytes(s) - before, 6u * (64 + 24));
	screen_settle(s, 3000);
	before = screen_bytes(s);
	screen_key(s, "C-g");
	screen_settle(s, 2500);
	before = screen_bytes(s);
	screen_settle(s, 3000);
	cr_expect_eq(screen_bytes(s), before);
}

Test(console, sends_no_title_no_clipboard_and_no_bell)
{
	screen_type(s, "nvy\u200bx");
	screen_key(s, "C-g");
	screen_key(s, "Enter");
	screen_type(s, "j");
	cr_expect_eq(screen_strange(s), 0);
	cr_expect_eq(screen_bells(s), 0);
}

Test(console, leaves_only_by_quit_and_gives_the_terminal_back)
{
	screen_key(s, "C-c");
	screen_key(s, "C-d");
	screen_type(s, "qq");
	expect_says("Queue");
	screen_type(s, ":quit");
	screen_send(s, "\r", 1, 0);
	cr_expect_eq(screen_wait(s), 0);
	cr_expect(screen_modes_are_back(s));
	cr_expect_not(screen_is_alternate(s));
}

/* ---- looks ---- */

static const struct {
	int rows, cols;
} sizes[] = { { 24, 80 }, { 12, 40 }, { 50, 160 }, { 60, 200 }, { 12, 200 },
	{ 60, 40 }, { 13, 59 }, { 24, 60 }, { 39, 149 }, { 40, 150 },
	{ 10, 30 }, { 24, 119 }, { 24, 120 }, { 24, 80 } };

/* The ways to each screen from the queue; Ctrl-G goes back. */
static const char *const ways[] = { "", "n", "c", "\r", "j", "s", "t", "?" };

Test(console, draws_every_screen_at_every_size)
{
	for (size_t w = 0; w < sizeof(ways) / sizeof(ways[0]); w++) {
		if (ways[w][0] == '\r')
			screen_key(s, "Enter");
		else if (ways[w][0] != '\0')
			screen_type(s, ways[w]);
		for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
			int y, x;
			bool visible;

			screen_resize(s, sizes[i].rows, sizes[i].cols, true);
			screen_cursor(s, &y, &x, &visible);
			cr_expect(visible);
			cr_expect(y >= 0 && y < sizes[i].rows && x >= 0 &&
				      x < sizes[i].cols,
			    "\"%s\" at %dx%d", ways[w], sizes[i].cols,
			    sizes[i].rows);
			if (sizes[i].rows >= 12)
				expect_says("HANDRAIL");
		}
		if (ways[w][0] != '\0')
			screen_key(s, "C-g");
	}
}

/* The characters of all rows, one after the other. */
static void
all_rows(char *out, size_t size)
{
	char line[1024];

	out[0] = '\0';
	for (int y = 0; y < 24; y++) {
		screen_line(s, y, line, sizeof(line));
		snprintf(out + strlen(out), size - strlen(out), "%s\n", line);
	}
}

Test(console, says_the_same_with_and_without_colour)
{
	static const char *const mono[] = { "NO_COLOR=1", NULL };
	static char coloured[32768], plain[32768];

	screen_type(s, "nvy");
	all_rows(coloured, sizeof(coloured));
	screen_key(s, "C-g");
	screen_free(s);
	start_as(24, 80, mono);
	screen_settle(s, 200);
	all_rows(plain, sizeof(plain));
	/* It lands in the draft of that call. */
	cr_expect_str_eq(strstr(plain, "Caller is"),
	    strstr(coloured, "Caller is"));
}
