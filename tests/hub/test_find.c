/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "hub/find_agree.h"
#include "hub/find_query.h"
#include "hub/find_run.h"
#include "hub/find_short.h"
#include "model/record.h"

#include "tests/support/temp_defs.h"

/*
 * Finding with no store: people are put into a run and looked for, and what is
 * found is judged as the screen does it.
 */

static struct short_names *names;
static struct kinds *kinds;
static struct arena *arena;
static struct find_run *run;
static struct record *people[64];
static size_t n_people;
static struct fault fault;

static int64_t
now(void)
{
	return moment_of_local(2026, 11, 22, 11, 42, 0);
}

static struct record *
meet(const char *given, const char *family, const char *born, const char *phone,
    const char *postcode)
{
	struct record *r =
	    record_new(arena, kinds_by_tag(kinds, KIND_PERSON), 100 + n_people);

	record_set_text(r, PERSON_GIVEN, given);
	record_set_text(r, PERSON_FAMILY, family);
	record_set_text(r, PERSON_BORN, born);
	record_set_text(r, PERSON_PHONE, phone);
	record_set_text(r, PERSON_POSTCODE, postcode);
	people[n_people++] = r;
	find_run_put(run, r, arena);
	return r;
}

/* Invented people; the numbers are for drama and the postcodes nowhere. */
static void
make(void)
{
	cr_assert_eq(short_names_load(temp_defs_data("names"), &names, &fault),
	    RC_OK, "%s", fault.text);
	kinds = kinds_new();
	arena = arena_new();
	run = find_run_new(names);
	meet("Sarah", "Okafor", "1984-03-12", "07700900123", "LE97 1AB");
	meet("Samuel", "Okafor", "1948-03-21", "07700900124", "LE95 2CD");
	meet("Amira", "Hussain", "1991-07-23", "07700900456", "LE97 2CD");
	meet("Margaret", "Doyle", "1952-08-04", "01164960345", "LE97 3EF");
	meet("Ellie", "Pike", "2012-05-19", "07700900789", "LE97 3EF");
	meet("Piotr", "Nowak", "1979-11-30", "07700900222", "LE97 4GH");
	meet("Seán", "O\xe2\x80\x99Neill", "1970-01-02", "07700900300",
	    "LE98 1AA");
	meet("Zoë", "Łukasik-Smyth", "1999-12-31", "07700900301", "LE98");
	meet("Jan", "van der Berg", "~1960", "", "NFA");
	meet("Donald", "McDonald", "1961-04-05", "07700900302", "LE98 1AB");
	meet("小龍", "李", "1980-01-01", "07700900303", "LE99 1AB");
	meet("محمد", "الأحمد", "1985-05-05", "07700900304", "LE99 1AC");
	find_run_number(run, 100, "26*123456");
	find_run_settle(run);
}

static void
take_away(void)
{
	find_run_free(run);
	arena_free(arena);
	kinds_free(kinds);
	short_names_free(names);
}

TestSuite(find, .init = make, .fini = take_away);

static const struct record *
person(uint64_t id)
{
	return people[id - 100];
}

/* Everyone found, best first: "Okafor Doyle". */
static const char *
find_all(const char *typed)
{
	struct find_query q;
	struct find_leads leads;
	struct buf out = { 0 };

	find_query_read(&q, typed, now(), arena);
	find_run_seek(run, &q, FIND_LEADS, &leads);
	for (size_t i = 0; i < leads.n; i++)
		buf_printf(&out, "%s%s", i ? " " : "",
		    record_text(person(leads.at[i].person), PERSON_GIVEN));
	return out.len ? arena_strn(arena, out.at, out.len) : "";
}

/* What agreed about the first one found. */
static const char *
agreed(const char *typed)
{
	static const char *const numbers[] = { "26*123456", NULL };
	struct find_query q;
	struct find_leads leads;
	struct find_agreed out;

	find_query_read(&q, typed, now(), arena);
	find_run_seek(run, &q, FIND_LEADS, &leads);
	if (!leads.n)
		return "";
	find_agree(&q, person(leads.at[0].person),
	    leads.at[0].person == 100 ? numbers : NULL, names, arena, &out);
	return arena_printf(arena, "%u %s", out.score, out.words);
}

static const struct {
	const char *typed, *found;
} names_as_typed[] = {
	{ "sarah okafor", "Sarah" },
	{ "OKAFOR, SARAH", "Sarah" },
	{ "okafor s", "Samuel Sarah" },
	{ "ok sar", "Sarah" },
	{ "hus", "Amira" },
	{ "o'neill", "Seán" },
	{ "oneill", "Seán" },
	{ "neill", "Seán" },
	{ "o neill", "Seán" },
	{ "sean", "Seán" },
	{ "zoe", "Zoë" },
	{ "lukasik", "Zoë" },
	{ "smyth", "Zoë" },
	{ "lukasik-smyth", "Zoë" },
	{ "lukasiksmyth", "Zoë" },
	{ "vanderberg", "Jan" },
	{ "van der berg", "Jan" },
	{ "berg", "Jan" },
	{ "mc donald", "Donald" },
	{ "macdonald", "Donald" },
	{ "李", "小龍" },
	{ "小", "小龍" },
	{ "محمد", "محمد" },
};

Test(find, takes_names_in_any_order_and_part_and_without_accents)
{
	for (size_t i = 0;
	     i < sizeof(names_as_typed) / sizeof(names_as_typed[0]); i++)
		cr_expect_str_eq(find_all(names_as_typed[i].typed),
		    names_as_typed[i].found, "\"%s\" found \"%s\"",
		    names_as_typed[i].typed, find_all(names_as_typed[i].typed));
}

static const struct {
	const char *typed, *agreed;
} near[] = {
	{ "maggie", "84 first name by another form" },
	{ "peggy doyle", "92 first name by another form, surname" },
	{ "husain", "84 surname by another form" },
	{ "okaffor sarah", "87 surname one letter off, first name" },
	{ "okafro sarah", "87 surname one letter off, first name" },
	{ "okfor sarah", "87 surname one letter off, first name" },
	{ "novak", "74 surname one letter off" },
	{ "ockaffur", "62 surname by sound" },
	{ "smith", "74 surname one letter off" },
};

Test(find, takes_short_names_slips_and_sounds_and_says_so)
{
	for (size_t i = 0; i < sizeof(near) / sizeof(near[0]); i++)
		cr_expect_str_eq(agreed(near[i].typed), near[i].agreed,
		    "\"%s\": %s", near[i].typed, agreed(near[i].typed));
}

static const struct {
	const char *typed, *found, *agreed;
} shapes[] = {
	{ "12/3/84", "Sarah", "100 date of birth" },
	{ "120384", "Sarah", "100 date of birth" },
	{ "12 mar 1984", "Sarah", "100 date of birth" },
	{ "12mar84", "Sarah", "100 date of birth" },
	{ "12.03.1984", "Sarah", "100 date of birth" },
	{ "1984-03-12", "Sarah", "100 date of birth" },
	{ "3/12/84", "Sarah", "80 date of birth with day and month swapped" },
	{ "1984", "Sarah", "92 year of birth" },
	{ "1960", "Jan", "100 year of birth" },
	{ "07700 900123", "Sarah", "100 phone" },
	{ "07700900123", "Sarah", "100 phone" },
	{ "+44 7700 900123", "Sarah", "100 phone" },
	{ "900456", "Amira", "90 end of the phone number" },
	{ "0456", "Amira", "90 end of the phone number" },
	{ "456", "Amira", "90 end of the phone number" },
	{ "01164 960345", "Margaret", "100 phone" },
	{ "le97 1ab", "Sarah", "100 postcode" },
	{ "LE971AB", "Sarah", "100 postcode" },
	{ "le95", "Samuel", "85 postcode area" },
	{ "26*123456", "Sarah", "100 police reference" },
	{ "26123456", "Sarah", "100 police reference" },
	{ "okafor 1984", "Sarah", "96 surname, year of birth" },
	{ "le97 hussain", "Amira", "92 postcode area, surname" },
};

Test(find, knows_what_a_piece_of_text_is_by_its_shape)
{
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		const char *found = find_all(shapes[i].typed);

		cr_expect_eq(strncmp(found, shapes[i].found,
				 strlen(shapes[i].found)),
		    0, "\"%s\" found \"%s\"", shapes[i].typed, found);
		cr_expect_str_eq(agreed(shapes[i].typed), shapes[i].agreed,
		    "\"%s\": %s", shapes[i].typed, agreed(shapes[i].typed));
	}
}

Test(find, puts_a_whole_word_before_a_beginning_and_a_slip)
{
	meet("Ann", "Smythe", "", "", "");
	meet("Bob", "Smyth", "", "", "");
	find_run_settle(run);
	cr_expect_str_eq(find_all("smyth"), "Bob Zoë Ann");
}

Test(find, falls_back_on_most_of_the_words_when_not_all_agree)
{
	cr_expect_str_eq(find_all("sarah okafor 1990"), "Sarah");
	cr_expect_str_eq(find_all("xavier quill"), "");
}

Test(find, finds_somebody_by_what_changed_since)
{
	struct record *r = people[2];

	record_set_text(r, PERSON_FAMILY, "Haddad");
	record_set_text(r, PERSON_PHONE, "07700900999");
	find_run_put(run, r, arena);
	cr_expect_str_eq(find_all("haddad"), "Amira");
	cr_expect_str_eq(find_all("07700900999"), "Amira");
	find_run_settle(run);
	cr_expect_str_eq(find_all("haddad"), "Amira");
}

Test(find, no_longer_finds_somebody_who_is_gone)
{
	find_run_drop(run, 102);
	cr_expect_str_eq(find_all("hussain"), "");
	cr_expect_str_eq(find_all("pike"), "Ellie");
}

Test(find, sounds_alike_what_is_said_alike)
{
	static const char *const pairs[][2] = { { "smith", "smyth" },
		{ "stephen", "steven" }, { "catherine", "kathryn" },
		{ "geoffrey", "jeffrey" }, { "phillips", "filips" },
		{ "wright", "rite" }, { "knight", "nite" },
		{ "macdonald", "mcdonald" }, { "leigh", "lee" } };

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		char a[FIND_SOUND_ROOM], b[FIND_SOUND_ROOM];

		find_sound(pairs[i][0], a);
		find_sound(pairs[i][1], b);
		cr_expect_str_eq(a, b, "%s %s, %s %s", pairs[i][0], a,
		    pairs[i][1], b);
	}
}

Test(find, a_slip_is_one_letter_and_no_more)
{
	cr_expect(find_slip("smith", "smoth"));
	cr_expect(find_slip("smith", "smth"));
	cr_expect(find_slip("smith", "smiith"));
	cr_expect(find_slip("smith", "smtih"));
	cr_expect_not(find_slip("smith", "smith"));
	cr_expect_not(find_slip("smith", "msiht"));
	cr_expect_not(find_slip("smith", "smyyh"));
	cr_expect_not(find_slip("smith", "smithson"));
}

/* A hint is a percentage of what could be compared. */
Test(find, scores_a_caller_by_what_could_be_compared)
{
	struct find_query q = { .any = true };
	struct find_agreed sure, doubtful;

	find_query_words(&q, "Okafor", FIELD_FAMILY, 30, arena);
	find_query_words(&q, "Sarah", FIELD_GIVEN, 25, arena);
	find_query_born(&q, "1984-03-12", now(), 35);
	find_agree(&q, people[0], NULL, names, arena, &sure);
	find_agree(&q, people[1], NULL, names, arena, &doubtful);
	cr_expect_eq(sure.score, 100u, "%u", sure.score);
	cr_expect_str_eq(sure.words, "surname, first name, date of birth");
	cr_expect_eq(doubtful.score, 33u, "%u", doubtful.score);
	cr_expect_str_eq(doubtful.words, "surname");
}

Test(find, survives_whatever_is_typed)
{
	static const char *const odd[] = { "", " ", ",,,", "'", "-", "''''",
		"\xff\xfe", "0", "00", "1/1/1/1", "+", "*", "26*", "%s%n",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		"a",
		"a b c d e f g h i j k l m n o p q r s t u v w x y z",
		"999999999999999999999999999999999999999999", "😀",
		"e\xcc\x81" };

	for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++)
		find_all(odd[i]);
}
