/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/disk.h"
#include "edge/letter.h"
#include "edge/paper_pdf.h"
#include "edge/wrap.h"
#include "hub/act.h"
#include "hub/read.h"
#include "model/record.h"
#include "tests/support/temp_hub.h"

#define STREET "3 Elm Row"

static struct temp_hub t;
static struct arena *arena;
static struct fault fault;
static struct letter_order order;
static struct letter_made made;
static char person[32];

static void
take_on_somebody(void)
{
	struct record *r;
	uint64_t casefile;

	temp_hub_make(&t);
	arena = arena_new();
	fault = (struct fault){ 0 };
	casefile = temp_hub_act(&t, "take_referral", "person.given", "Zoë",
	    "person.family", "Łukasik", "casefile.category", "bur",
	    "home.address", STREET, "person.postcode", "LE97 1AB",
	    "person.phone", "07700900123", NULL);
	cr_assert_eq(hub_record(t.hub, arena, KIND_CASEFILE, casefile, &r,
			 &fault),
	    RC_OK, "%s", fault.text);
	order = (struct letter_order){ .casefile = casefile,
		.person = record_link(r, CASEFILE_PERSON),
		.letter = "first-contact" };
	snprintf(person, sizeof(person), "#%016llx",
	    (unsigned long long)order.person);
}

static void
leave(void)
{
	arena_free(arena);
	temp_hub_remove(&t);
}

TestSuite(letter, .init = take_on_somebody, .fini = leave);

static void
make(void)
{
	cr_assert_eq(letter_make(t.hub, arena, &order, &made, &fault), RC_OK,
	    "%s", fault.text);
}

static void
say_it_is_safe(const char *ways)
{
	temp_hub_act(&t, "set_safety", "person", person, "safety.channels",
	    ways, NULL);
}

static const char *
plain(bool address)
{
	struct buf out = { 0 };
	const char *copy;

	letter_plain(t.hub, &made, 76, address, &out);
	copy = arena_str(arena, buf_str(&out));
	buf_wipe(&out);
	return copy;
}

Test(letter, reads_as_it_would_but_is_held_back_while_nobody_asked)
{
	struct buf pdf = { 0 };

	make();
	cr_expect(strstr(plain(false), "Dear Zoë Łukasik,"));
	cr_expect(made.held, "nobody said that post is safe");
	cr_expect_null(strstr(plain(true), STREET), "held back, no address");
	cr_expect_eq(letter_pdf(t.hub, &made, &pdf, &fault), RC_UNLAWFUL);
	cr_expect_eq(pdf.len, 0);
}

Test(letter, shows_no_address_unless_it_goes)
{
	say_it_is_safe("p");
	make();
	cr_expect_null(made.held, "%s", made.held);
	cr_expect_null(strstr(plain(false), STREET));
	cr_expect(strstr(plain(true), STREET));
	cr_expect(strstr(plain(true), "LE97 1AB"));
}

Test(letter, is_the_same_bytes_each_time)
{
	struct buf one = { 0 }, two = { 0 };

	say_it_is_safe("p");
	make();
	if (letter_pdf(t.hub, &made, &one, &fault) == RC_SYSTEM)
		cr_skip_test("handrail-paper is not built here");
	cr_assert_eq(letter_pdf(t.hub, &made, &two, &fault), RC_OK);
	cr_assert_gt(one.len, 1000);
	cr_expect_eq(memcmp(one.at, "%PDF-", 5), 0);
	cr_expect(span_eq(buf_window(&one), buf_window(&two)));
	buf_release(&one);
	buf_release(&two);
}

Test(letter, written_is_kept_with_its_hash_and_without_the_address)
{
	struct act_done done = { 0 };
	struct record *paper;
	char path[128];

	say_it_is_safe("p");
	snprintf(path, sizeof(path), "%s/letter.txt", t.dir);
	cr_assert_eq(letter_write(t.hub, arena, &order, path, false, &made,
			 &done, &fault),
	    RC_OK, "%s", fault.text);
	cr_expect(disk_has(path));
	cr_assert_eq(hub_record(t.hub, arena, KIND_DOCUMENT, done.made, &paper,
			 &fault),
	    RC_OK);
	cr_expect_eq(strlen(record_text(paper, DOCUMENT_HASH)), 64);
	cr_expect_str_eq(record_text(paper, DOCUMENT_LETTER), "first-contact");
	cr_expect(record_link(paper, DOCUMENT_HOME));
	cr_expect(record_flag(paper, DOCUMENT_SAFE));
	cr_expect_null(strstr(record_text(paper, DOCUMENT_TEXT), STREET));
}

Test(letter, held_back_leaves_no_file_and_no_record)
{
	struct record_list papers = { 0 };
	struct act_done done = { 0 };
	char path[128];

	snprintf(path, sizeof(path), "%s/letter.txt", t.dir);
	cr_expect_eq(letter_write(t.hub, arena, &order, path, false, &made,
			 &done, &fault),
	    RC_UNLAWFUL);
	cr_expect_not(disk_has(path));
	cr_assert_eq(hub_children(t.hub, arena, order.casefile, KIND_DOCUMENT,
			 &papers, &fault),
	    RC_OK);
	cr_expect_eq(papers.n, 0);
}

Test(letter, goes_in_english_while_no_translator_has_checked_theirs)
{
	say_it_is_safe("p");
	order.language = "pol";
	make();
	cr_expect_str_eq(made.text->language, "pol");
	cr_expect(made.held, "mark M is for a translator to lift");
	order.checked = "A. Zielinska";
	make();
	cr_expect_null(made.held);
	order.language = "gle";
	cr_expect_eq(letter_make(t.hub, arena, &order, &made, &fault),
	    RC_INVALID);
	cr_expect(strstr(fault.text, "letter in eng"), "%s", fault.text);
}

Test(letter, knows_how_long_a_text_is)
{
	say_it_is_safe("t");
	order.way = LETTER_TEXT;
	make();
	cr_expect_null(made.held);
	cr_expect_eq(made.sms.odd, 0xeb, "an e with two dots is not in there");
	cr_expect_gt(made.sms.parts, 1);
}

Test(letter, to_a_referrer_has_no_name_and_asks_no_gate)
{
	order.letter = "return-to-referrer";
	make();
	cr_expect_null(made.held);
	cr_expect_null(strstr(plain(true), "Łukasik"));
	cr_expect_null(strstr(plain(true), STREET));
}

/* No letter, by any way, shows the street while it is held back. */
Test(letter, none_shows_an_address_that_is_not_safe)
{
	const struct letters *all = t.hub->letters;

	for (size_t i = 0; i < letters_count(all); i++)
		for (size_t j = 0; j < letters_nth(all, i)->n; j++) {
			const struct letter *letter = letters_nth(all, i);

			order.letter = letter->name;
			order.way = letter->texts[j].way;
			order.language = letter->texts[j].language;
			make();
			cr_expect_null(strstr(plain(true), STREET), "%s",
			    letter->name);
			cr_expect(*made.body, "%s is empty", letter->name);
			cr_expect_null(strchr(made.body, '{'), "%s",
			    letter->name);
		}
}

Test(wrap, breaks_at_blanks_and_keeps_blank_lines)
{
	struct buf out = { 0 };

	wrap_text("one two three\n\n  four\nextraordinarily", 8, &out);
	cr_expect_str_eq(buf_str(&out),
	    "one two\nthree\n\n  four\nextraordinarily\n");
	buf_release(&out);
}

Test(paper, goes_to_the_program_and_back)
{
	const char *const to[] = { "Zoë", "LE97", NULL };
	struct paper paper = { .title = "a",
		.author = "b",
		.tag = "cy",
		.made = "2026",
		.font = "c",
		.points = 18,
		.back = "d",
		.to = to,
		.dated = "e",
		.body = "f\ng" },
		     back = { 0 };
	struct arena *a = arena_new();
	struct buf bytes = { 0 };

	paper_encode(&paper, &bytes);
	cr_assert(paper_decode(a, buf_window(&bytes), &back));
	cr_expect_str_eq(back.to[1], "LE97");
	cr_expect_str_eq(back.body, "f\ng");
	cr_expect_null(back.head[0]);
	for (size_t n = 0; n < bytes.len; n++)
		cr_expect_not(paper_decode(a, span_of(bytes.at, n), &back),
		    "%zu bytes were taken", n);
	buf_release(&bytes);
	arena_free(a);
}
