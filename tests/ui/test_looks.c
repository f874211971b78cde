/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/desk.h"
#include "tests/support/screen.h"

/*
 * Colour is decoration: the same keys give the same characters whatever the
 * terminal can do, and where we choose both colours they can be read.
 */

static struct screen *
start(const char *term, const char *theme, bool mono, int rows, int cols)
{
	static char path[512];
	static struct desk_options o;

	o = (struct desk_options){ .mono = mono };
	if (theme)
		o.theme = data_path(theme, path, sizeof(path));
	return screen_start(&(struct screen_options){ .run = desk_main,
	    .arg = &o,
	    .term = term,
	    .rows = rows,
	    .cols = cols });
}

/* The keys that show every part, and the screen after each. */
static const char *const tour[] = { "", "x", ":", "C-g", "g", "C-g", "o", "C-g",
	"n", "v", "y", "z", "Enter", "F4", NULL };

static void
step(struct screen *s, const char *key)
{
	if (*key)
		screen_key(s, key);
}

static void
expect_same_characters(struct screen *a, struct screen *b, int rows,
    const char *what)
{
	char left[4096], right[4096];

	for (int y = 0; y < rows; y++) {
		screen_line(a, y, left, sizeof(left));
		screen_line(b, y, right, sizeof(right));
		cr_expect_str_eq(left, right, "after %s, row %d: %s, %s", what,
		    y, left, right);
	}
}

static void
expect_alike(const char *term, const char *theme, bool mono, int rows, int cols)
{
	struct screen *a =
	    start("xterm-256color", "themes/dark.cfg", false, rows, cols);
	struct screen *b = start(term, theme, mono, rows, cols);

	for (size_t i = 0; tour[i]; i++) {
		step(a, tour[i]);
		step(b, tour[i]);
		expect_same_characters(a, b, rows, tour[i]);
	}
	screen_free(a);
	screen_free(b);
}

Test(looks, have_the_same_characters_in_mono, .timeout = 60)
{
	expect_alike("xterm-256color", NULL, true, 24, 80);
	expect_alike("xterm-256color", NULL, true, 50, 160);
}

Test(looks, have_the_same_characters_in_few_colours, .timeout = 60)
{
	expect_alike("xterm", "themes/dark.cfg", false, 24, 80);
	expect_alike("linux", "themes/light.cfg", false, 24, 80);
	expect_alike("vt100", NULL, false, 24, 80);
	expect_alike("xterm", "themes/contrast.cfg", false, 12, 40);
}

Test(looks, have_the_same_characters_in_any_theme, .timeout = 60)
{
	expect_alike("xterm-256color", "themes/light.cfg", false, 24, 80);
	expect_alike("xterm-256color", "themes/plain.cfg", false, 24, 80);
}

Test(looks, have_the_same_characters_in_all_colours, .timeout = 60)
{
	if (access("/usr/share/terminfo/x/xterm-direct", F_OK))
		cr_skip_test("no xterm-direct here (package ncurses-term)");
	expect_alike("xterm-direct", "themes/dark.cfg", false, 24, 80);
}

/* ---- contrast, by the formula of WCAG ---- */

static double
linear(uint8_t c)
{
	double v = c / 255.0;

	return v <= 0.03928 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double
luminance(const uint8_t rgb[3])
{
	return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) +
	       0.0722 * linear(rgb[2]);
}

static double
contrast(const struct screen_cell *c)
{
	double a = luminance(c->fore), b = luminance(c->back);

	return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

static double
worst_contrast(struct screen *s)
{
	double worst = 21;

	for (int y = 0; y < 24; y++) {
		for (int x = 0; x < 80; x++) {
			struct screen_cell c;

			screen_cell(s, y, x, &c);
			if (!c.text[0] || !strcmp(c.text, " ") || !c.own_fore ||
			    !c.own_back)
				continue;
			worst = fmin(worst, contrast(&c));
		}
	}
	return worst;
}

static void
expect_contrast(const char *theme, double least)
{
	struct screen *s = start("xterm-256color", theme, false, 24, 80);

	for (size_t i = 0; tour[i]; i++) {
		step(s, tour[i]);
		cr_expect_geq(worst_contrast(s), least, "%s after %s: %f",
		    theme, tour[i], worst_contrast(s));
	}
	screen_free(s);
}

Test(looks, can_be_read, .timeout = 60)
{
	expect_contrast("themes/dark.cfg", 4.5);
	expect_contrast("themes/light.cfg", 4.5);
	expect_contrast("themes/plain.cfg", 4.5);
	expect_contrast("themes/contrast.cfg", 7);
}

Test(looks, use_no_colour_when_told_so, .timeout = 60)
{
	static const char *const no_color[] = { "NO_COLOR=1", NULL };
	static char path[512];
	struct desk_options o = { .theme = data_path("themes/dark.cfg", path,
				      sizeof(path)) };
	struct screen *s = screen_start(&(struct screen_options){
	    .run = desk_main, .arg = &o, .env = no_color });
	struct screen_cell c;

	for (int y = 0; y < 24; y++) {
		for (int x = 0; x < 80; x++) {
			screen_cell(s, y, x, &c);
			cr_expect_not(c.own_fore || c.own_back);
		}
	}
	screen_cell(s, 2, 0, &c);
	cr_expect(c.reverse, "the focus is reverse, and has its sign");
	cr_expect_str_eq(c.text, ">");
	screen_free(s);
}

Test(looks, draw_lines_in_ascii_when_told_so, .timeout = 60)
{
	struct desk_options o = { .ascii = true };
	struct screen *s = screen_start(&(struct screen_options){
	    .run = desk_main, .arg = &o });

	screen_type(s, ":");
	cr_expect(screen_says(s, "+- Command ----"));
	cr_expect_not(screen_says(s, "\u2500"));
	screen_free(s);
}

/* ---- terminals that cannot ---- */

static int
run_and_wait(const char *term, char *line, size_t cap)
{
	struct screen *s = screen_start(&(struct screen_options){
	    .run = desk_main, .term = term, .unmarked = true });
	int status = screen_wait(s);

	screen_line(s, 0, line, cap);
	screen_free(s);
	return status;
}

Test(looks, say_in_a_sentence_that_a_terminal_is_unknown)
{
	char line[512];

	cr_expect_eq(run_and_wait("no-such-terminal", line, sizeof(line)), 5);
	cr_expect(strstr(line, "\"no-such-terminal\" (TERM) is not known"),
	    "%s", line);
	cr_expect_eq(run_and_wait("dumb", line, sizeof(line)), 5);
	cr_expect(strstr(line, "\"dumb\" (TERM) cannot place a cursor"), "%s",
	    line);
}
