/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/desk.h"
#include "tests/support/screen.h"

static struct screen *s;

static void
open_desk(void)
{
	s = screen_start(&(struct screen_options){ .run = desk_main });
}

static void
close_desk(void)
{
	screen_free(s);
}

TestSuite(terminal, .init = open_desk, .fini = close_desk, .timeout = 60);

static void
expect_says(const char *text)
{
	cr_expect(screen_says(s, text), "the screen says \"%s\"", text);
	if (!screen_says(s, text))
		screen_print(s);
}

/* The cursor is on ${text}, and can be seen. */
static void
expect_cursor_on(const char *text)
{
	int y, x, cy, cx;
	bool visible;

	screen_cursor(s, &cy, &cx, &visible);
	cr_expect(screen_find(s, text, &y, &x), "%s", text);
	cr_expect(cy == y && cx == x, "cursor %d,%d, \"%s\" at %d,%d", cy, cx,
	    text, y, x);
	cr_expect(visible);
}

Test(terminal, keeps_the_cursor_on_the_row_it_is_about)
{
	expect_cursor_on("> 9M3QRY");
	screen_key(s, "Down");
	expect_cursor_on("> 4F7K22");
	cr_expect_str_eq(screen_tag(s), "4F7K22");
	cr_expect_str_eq(screen_state(s), "list");
	screen_key(s, "End");
	expect_cursor_on("> 7XM4LZ");
}

Test(terminal, keeps_the_cursor_in_the_field_it_is_about)
{
	int y, x, cy, cx;
	bool visible;

	screen_type(s, "nvysarah");
	cr_expect_str_eq(screen_state(s), "field");
	cr_expect_str_eq(screen_tag(s), "given");
	cr_assert(screen_find(s, "[sarah", &y, &x));
	screen_cursor(s, &cy, &cx, &visible);
	cr_expect_eq(cy, y);
	cr_expect_eq(cx, x + 6);
	cr_expect(visible);
	screen_key(s, "Home");
	screen_cursor(s, &cy, &cx, &visible);
	cr_expect_eq(cx, x + 1);
}

Test(terminal, shows_marks_and_wide_letters_where_they_are)
{
	int cy, cx;
	bool visible;

	screen_type(s, "nvyZoe\u0308x");
	expect_says("[Zo\u00ebx");
	screen_cursor(s, &cy, &cx, &visible);
	screen_key(s, "C-u");
	screen_type(s, "\u738b\u660e");
	expect_says("[\u738b\u660e");
	screen_cursor(s, &cy, &cx, &visible);
	cr_expect_eq(cx, 16 + 4);
}

Test(terminal, never_lets_data_reach_it_as_commands)
{
	expect_says("evil <U+001B>");
	cr_expect_eq(screen_strange(s), 0, "no OSC but our marks");
	cr_expect_eq(screen_bells(s), 0);
	screen_type(s, "nvy");
	screen_send(s, "\033]0;owned\a", 10, 0);
	cr_expect_eq(screen_strange(s), 0);
}

Test(terminal, takes_a_paste_into_one_field)
{
	cr_expect(screen_wants_paste(s));
	screen_type(s, "nvy");
	screen_paste(s, "Al\rOka\r");
	expect_says("[Al Oka ");
	cr_expect_str_eq(screen_tag(s), "given");
	screen_key(s, "C-z");
	cr_expect_not(screen_says(s, "Oka"));
}

Test(terminal, refuses_a_paste_where_letters_are_verbs)
{
	screen_paste(s, "nnnq");
	cr_expect_str_eq(screen_state(s), "list");
	expect_says("nothing was pasted");
}

Test(terminal, mends_a_key_that_a_slow_line_tore)
{
	screen_send(s, "\033", 1, 0);
	usleep(120000);
	screen_send(s, "O", 1, 0);
	usleep(50000);
	screen_send(s, "B", 1, 1);
	expect_cursor_on("> 4F7K22");
	screen_type(s, "nvy");
	screen_send(s, "\033", 1, 0);
	usleep(100000);
	screen_send(s, "[D", 2, 1);
	cr_expect_not(screen_says(s, "[[D"));
}

Test(terminal, takes_all_families_of_function_keys_and_the_keypad)
{
	static const char *const f2[] = { "\033OQ", "\033[12~", "\033[[B" };

	for (size_t i = 0; i < 3; i++) {
		screen_send(s, f2[i], strlen(f2[i]), 1);
		expect_says("Command");
		screen_key(s, "C-g");
		cr_expect_not(screen_says(s, "Command"));
	}
	screen_type(s, "nvy");
	screen_send(s, "\033Op\033Or\033Oy", 9, 3);
	expect_says("[029");
}

Test(terminal, takes_escape_and_a_digit_for_a_function_key)
{
	screen_send(s, "\0332", 2, 1);
	expect_says("Command");
	screen_key(s, "Esc");
	cr_expect_not(screen_says(s, "Command"), "Esc alone goes back");
	cr_expect_str_eq(screen_state(s), "list");
}

Test(terminal, is_given_back_when_the_program_ends)
{
	cr_expect(screen_is_alternate(s));
	screen_type(s, "q");
	cr_expect_eq(screen_wait(s), 0);
	cr_expect_not(screen_is_alternate(s));
	cr_expect_not(screen_wants_paste(s));
	cr_expect(screen_modes_are_back(s));
}

static void
expect_given_back_after(int sig, int status)
{
	kill(screen_pid(s), sig);
	cr_expect_eq(screen_wait(s), status, "signal %d", sig);
	cr_expect_not(screen_is_alternate(s), "signal %d", sig);
	cr_expect_not(screen_wants_paste(s), "signal %d", sig);
	cr_expect(screen_modes_are_back(s), "signal %d", sig);
}

Test(terminal, is_given_back_after_SIGTERM)
{
	expect_given_back_after(SIGTERM, 0);
}

Test(terminal, is_given_back_after_SIGHUP)
{
	expect_given_back_after(SIGHUP, 0);
}

Test(terminal, is_given_back_after_SIGSEGV)
{
	expect_given_back_after(SIGSEGV, 128 + SIGSEGV);
}

Test(terminal, is_given_back_after_SIGABRT)
{
	expect_given_back_after(SIGABRT, 128 + SIGABRT);
}

Test(terminal, follows_every_size)
{
	static const int sizes[][2] = { { 50, 160 }, { 12, 40 }, { 60, 200 },
		{ 15, 60 }, { 24, 119 }, { 24, 120 }, { 40, 150 }, { 24, 80 } };

	screen_key(s, "Down");
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		screen_resize(s, sizes[i][0], sizes[i][1], true);
		screen_settle(s, 150);
		expect_cursor_on("> 4F7K22");
		expect_says("HANDRAIL");
	}
}

Test(terminal, brings_a_popup_back_onto_the_screen)
{
	screen_type(s, ":");
	screen_resize(s, 15, 60, true);
	screen_settle(s, 150);
	expect_says("Command");
	screen_resize(s, 50, 160, true);
	screen_settle(s, 150);
	expect_says("Command");
	screen_resize(s, 24, 80, true);
	screen_settle(s, 150);
	expect_says("Command");
	expect_says("Enter take");
	cr_expect_str_eq(screen_tag(s), "pick");
}

Test(terminal, weathers_a_storm_of_sizes)
{
	unsigned seed = 5;

	screen_type(s, "nvysarah");
	for (int i = 0; i < 60; i++)
		screen_resize(s, 5 + rand_r(&seed) % 60,
		    10 + rand_r(&seed) % 200, false);
	screen_resize(s, 24, 80, true);
	screen_settle(s, 300);
	expect_says("[sarah");
	cr_expect_str_eq(screen_tag(s), "given");
}

Test(terminal, says_that_it_is_too_small_and_still_hears_keys)
{
	screen_resize(s, 8, 30, true);
	screen_settle(s, 150);
	expect_says("handrail needs 40x12, this is");
	screen_key(s, "C-l");
	screen_resize(s, 24, 80, true);
	screen_settle(s, 150);
	expect_says("Screen hidden.");
	cr_expect_not(screen_says(s, "Hussain"));
}

Test(terminal, hides_everything_and_comes_back)
{
	screen_type(s, "nvysarah");
	screen_key(s, "C-l");
	expect_says("Screen hidden.");
	expect_says("CALL 00:00");
	cr_expect_not(screen_says(s, "sarah"));
	cr_expect_not(screen_says(s, "4F7K2"), "not the title either");
	screen_type(s, "q");
	screen_key(s, "C-l");
	expect_says("[sarah");
	cr_expect_str_eq(screen_tag(s), "given");
}

Test(terminal, costs_few_bytes_for_a_letter_and_none_when_idle)
{
	size_t before;

	screen_type(s, "nvys");
	screen_settle(s, 100);
	before = screen_bytes(s);
	screen_type(s, "a");
	/* The mark itself is about 25 of them. */
	cr_expect_leq(screen_bytes(s) - before, 64 + 25, "%zu bytes",
	    screen_bytes(s) - before);
	cr_expect_eq(screen_settle(s, 2500), 0, "idle");
}

Test(terminal, survives_random_bytes)
{
	unsigned seed = 3;

	for (int i = 0; i < 300; i++) {
		char bytes[8];
		size_t n = 1 + (size_t)rand_r(&seed) % 7;

		for (size_t k = 0; k < n; k++)
			do
				bytes[k] = (char)rand_r(&seed);
			while (strchr("q:;\002", bytes[k]) || bytes[k] == ':');
		screen_send(s, bytes, n, 0);
	}
	screen_settle(s, 700);
	cr_expect_eq(kill(screen_pid(s), 0), 0, "it is still there");
	cr_expect_eq(screen_strange(s), 0);
	cr_expect_eq(screen_bells(s), 0);
}
