/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "hub/hub.h"
#include "tests/support/temp_hub.h"
#include "ui/views/queue.h"
#include "ui/views/words.h"

/* ---- is now a safe time ---- */

/* A wall clock in the week of Sunday 22 November 2026. */
static int64_t
at(int day, int h, int mi)
{
	return moment_of_local(2026, 11, day, h, mi, 0);
}

static const struct {
	const char *times;
	int day, h, mi;
	enum safe_now is;
} windows[] = {
	{ "Mon-Fri 10-14", 23, 10, 0, SAFE_OPEN },
	{ "Mon-Fri 10-14", 23, 14, 0, SAFE_SHUT },
	{ "Mon-Fri 10-14", 22, 11, 42, SAFE_SHUT },
	{ "mon-fri 10-2, say dentist", 24, 13, 59, SAFE_OPEN },
	{ "mon-fri 10-2, say dentist", 24, 9, 59, SAFE_SHUT },
	{ "weekdays after 6", 24, 18, 30, SAFE_OPEN },
	{ "weekdays after 6", 24, 12, 0, SAFE_SHUT },
	{ "weekends", 22, 3, 0, SAFE_OPEN },
	{ "sat, sun", 23, 12, 0, SAFE_SHUT },
	{ "fri-mon 9am-5pm", 22, 16, 0, SAFE_OPEN },
	{ "fri-mon 9am-5pm", 25, 16, 0, SAFE_SHUT },
	{ "before 9", 23, 8, 0, SAFE_OPEN },
	{ "when he is at work", 23, 8, 0, SAFE_UNKNOWN },
	{ "", 23, 8, 0, SAFE_UNKNOWN },
};

Test(words, know_whether_now_is_safe)
{
	for (size_t i = 0; i < sizeof(windows) / sizeof(windows[0]); i++)
		cr_expect_eq(words_window(windows[i].times,
				 at(windows[i].day, windows[i].h,
				     windows[i].mi)),
		    windows[i].is, "\"%s\" on %d at %d:%02d", windows[i].times,
		    windows[i].day, windows[i].h, windows[i].mi);
}

/* ---- the banner ---- */

static struct hub *hub;

static void
define(void)
{
	struct hub_options o = { .data = temp_hub_data(),
		.now_ms = TEMP_HUB_NOW };
	struct fault f = { 0 };

	cr_assert_eq(hub_define(&o, &hub, &f), RC_OK, "%s", f.text);
}

static void
undefine(void)
{
	hub_close(hub);
}

TestSuite(banner, .init = define, .fini = undefine);

static void
banner_is(struct safe_told told, enum role role, const char *words)
{
	struct buf out = { 0 };
	const char **texts[] = { &told.channels, &told.times, &told.say,
		&told.avoid, &told.via_name, &told.access };

	for (size_t i = 0; i < 6; i++)
		if (*texts[i] == NULL)
			*texts[i] = "";
	cr_expect_eq(words_safe(hub, &told, &out), role, "%s", words);
	cr_expect_str_eq(buf_str(&out), words);
	buf_release(&out);
}

Test(banner, says_first_what_must_not_be_done)
{
	banner_is((struct safe_told){ .asked = true,
		      .channels = "w",
		      .times = "Mon-Fri 10-14",
		      .say = "dentist",
		      .withhold = true },
	    ROLE_DANGER,
	    "!! DO NOT text. NO voicemail. Call Mon-Fri 10-14 only. Say "
	    "DENTIST. Withhold no.");
}

Test(banner, finds_the_word_to_say_among_the_times)
{
	banner_is((struct safe_told){ .asked = true,
		      .channels = "w",
		      .times = "mon-fri 10-2, say dentist" },
	    ROLE_DANGER,
	    "!! DO NOT text. NO voicemail. Call Mon-fri 10-2 only. Say "
	    "DENTIST.");
}

Test(banner, says_that_nobody_was_asked)
{
	banner_is((struct safe_told){ 0 }, ROLE_TEXT,
	    "(safe contact: not yet asked)");
}

Test(banner, is_calm_where_all_is_well)
{
	banner_is((struct safe_told){ .asked = true, .channels = "t v" },
	    ROLE_TEXT, "Safe contact: text and voicemail OK.");
	banner_is((struct safe_told){ .asked = true, .channels = "t" },
	    ROLE_TEXT, "Safe contact: text OK, no voicemail.");
}

Test(banner, names_the_one_who_speaks_for_a_child)
{
	banner_is((struct safe_told){ .asked = true,
		      .channels = "v",
		      .via_name = "Joanne Pike" },
	    ROLE_DANGER, "!! Speak to Joanne Pike only. DO NOT text.");
}

Test(banner, stops_everything_when_there_is_no_safe_way)
{
	banner_is((struct safe_told){ .asked = true, .channels = "x" },
	    ROLE_DANGER,
	    "!! NO SAFE WAY to reach them. Do not ring, text or write.");
}

/* ---- narrowing the queue ---- */

static const struct queue_row row = { .ref = "9M3QRY",
	.name = "Hussain, Amira",
	.age = "35",
	.crime = "DOM x2",
	.why = "!! first contact",
	.due = "TODAY 14",
	.safe = "!10-14",
	.who = "JS" };

static bool
passes(const char *filter)
{
	struct queue_row r = row;
	struct arena *a = arena_new();
	bool is;

	r.due_ms = at(22, 14, 0);
	is = queue_matches(a, &r, filter, "JS", at(22, 11, 42));
	arena_free(a);
	return is;
}

Test(filter, finds_words_in_any_column_and_any_case)
{
	cr_expect(passes("dom"));
	cr_expect(passes("AMIRA first"));
	cr_expect(passes("9m3"));
	cr_expect_not(passes("dom burglary"));
}

Test(filter, looks_in_one_column_where_one_is_named)
{
	cr_expect(passes("crime:dom"));
	cr_expect_not(passes("name:dom"));
	cr_expect(passes("own:me"));
	cr_expect_not(passes("own:KO"));
}

Test(filter, turns_round_behind_a_dash)
{
	cr_expect(passes("-safe:tv"));
	cr_expect_not(passes("-crime:dom"));
}

Test(filter, knows_when_a_thing_is_due)
{
	cr_expect(passes("due<2d"));
	cr_expect(passes("due<t"));
	cr_expect_not(passes("due>2d"));
	cr_expect(passes("due<"), "not typed to its end yet");
}

Test(filter, finds_a_name_without_its_accents)
{
	struct queue_row r = row;
	struct arena *a = arena_new();

	r.name = "Lindqvist, Åsa";
	cr_expect(queue_matches(a, &r, "asa", "JS", TEMP_HUB_NOW));
	arena_free(a);
}
