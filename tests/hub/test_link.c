/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/chance.h"
#include "base/csv.h"
#include "base/vec.h"
#include "hub/find_short.h"
#include "hub/link_block.h"
#include "hub/link_cards.h"
#include "hub/link_pair.h"
#include "hub/link_rules.h"
#include "hub/link_train.h"
#include "model/record.h"

#include "tests/support/temp_defs.h"

/*
 * Linkage with no store: records become cards, cards are compared by the
 * shipped rules, and the public sets of FEBRL, whose rows say who is who, are
 * the judges. Nothing here is tuned to them: the rules are those of every hub.
 */

static struct short_names *names;
static struct kinds *kinds;
static struct arena *arena;
static struct link_rules *rules;
static struct link_cards *cards;
static struct fault fault;

static void
make(void)
{
	cr_assert_eq(short_names_load(temp_defs_data("names"), &names, &fault),
	    RC_OK, "%s", fault.text);
	kinds = kinds_new();
	cr_assert_eq(link_rules_load(temp_defs_data("linkage"), kinds, &rules,
			 &fault),
	    RC_OK, "%s", fault.text);
	arena = arena_new();
	cards = link_cards_new(rules);
}

static void
clean(void)
{
	link_cards_free(cards);
	link_rules_free(rules);
	arena_free(arena);
	kinds_free(kinds);
	short_names_free(names);
}

TestSuite(link, .init = make, .fini = clean);

static struct link_look
look(void)
{
	return (struct link_look){ rules, cards, names };
}

/* What is known of somebody; NULL for what is not. */
struct someone {
	const char *given, *family, *born, *phone, *postcode, *address;
};

static void
meet(uint64_t id, const struct someone *s)
{
	struct record *person =
	    record_new(arena, kinds_by_tag(kinds, KIND_PERSON), id);
	struct record *home =
	    record_new(arena, kinds_by_tag(kinds, KIND_HOME), id + 1000000);
	const struct record *both[] = { person, home };

	record_set_text(person, PERSON_GIVEN, s->given);
	record_set_text(person, PERSON_FAMILY, s->family);
	record_set_text(person, PERSON_BORN, s->born);
	record_set_text(person, PERSON_PHONE, s->phone);
	record_set_text(person, PERSON_POSTCODE, s->postcode);
	record_set_text(home, HOME_ADDRESS, s->address);
	link_cards_add(cards, id, both, 2, arena);
}

/* A town of strangers round the two who are compared. */
static void
populate(size_t n)
{
	char given[24], family[24], born[16];
	struct someone s = { given, family, born, NULL, NULL, NULL };

	for (size_t i = 0; i < n; i++) {
		snprintf(given, sizeof(given), "given%zu", i % 97);
		snprintf(family, sizeof(family), "family%zu", i % 389);
		snprintf(born, sizeof(born), "19%02zu-%02zu-%02zu", i % 90,
		    i % 12 + 1, i % 28 + 1);
		meet(i + 10, &s);
	}
}

static struct link_pair
pair_of(const struct someone *a, const struct someone *b)
{
	struct link_look l = look();
	struct link_pair p;
	size_t at = link_cards_count(cards);

	meet(1, a);
	meet(2, b);
	populate(1000);
	link_weigh(&l, at, at + 1, &p);
	return p;
}

Test(link, is_strong_for_one_person_written_down_twice)
{
	struct link_pair p = pair_of(
	    &(struct someone){ "Sarah", "Okafor", "1984-03-12", "07700900123",
		"LE97 1AB", "14 Ash Road" },
	    &(struct someone){ "Sara", "Okafor", "1984-12-03", "07700900123",
		"LE97 1AB", "14 Ash Rd" });

	cr_expect_gt(p.probability, rules->strong);
}

Test(link, is_nothing_for_two_strangers_of_one_surname)
{
	struct link_pair p = pair_of(
	    &(struct someone){ "Sarah", "Okafor", "1984-03-12", "07700900123",
		"LE97 1AB", "14 Ash Road" },
	    &(struct someone){ "Daniel", "Okafor", "1961-07-30", "07700900999",
		"LE97 8ZZ", "2 Church Close" });

	cr_expect_lt(p.probability, rules->hint);
}

Test(link, does_not_take_mother_and_daughter_for_one)
{
	struct link_pair p = pair_of(
	    &(struct someone){ "Joanne", "Pike", "1981-02-03", "07700900789",
		"LE97 3EF", "2 Church Close" },
	    &(struct someone){ "Ellie", "Pike", "2012-05-19", "07700900789",
		"LE97 3EF", "2 Church Close" });

	cr_expect_lt(p.probability, rules->strong);
	cr_expect_lt(p.held, 0);
}

Test(link, lets_a_blank_say_nothing)
{
	struct link_pair p = pair_of(
	    &(struct someone){ "Sarah", "Okafor", NULL, NULL, NULL, NULL },
	    &(struct someone){ "Sarah", "Okafor", "1984-03-12", "07700900123",
		"LE97 1AB", "14 Ash Road" });

	for (size_t f = 2; f < rules->n; f++) {
		cr_expect_eq(p.levels[f], LINK_BLANK);
		cr_expect_eq(p.bits[f], 0);
	}
}

Test(link, weighs_a_rare_surname_more_than_a_common_one)
{
	struct someone okafor = { NULL, "Okafor", NULL, NULL, NULL, NULL };
	struct someone smith = { NULL, "Smith", NULL, NULL, NULL, NULL };
	struct link_look l = look();
	struct link_pair rare, common;

	meet(1, &okafor);
	meet(2, &okafor);
	for (size_t i = 0; i < 100; i++)
		meet(10 + i, &smith);
	populate(1000);
	link_weigh(&l, 0, 1, &rare);
	link_weigh(&l, 2, 3, &common);
	cr_expect_gt(rare.weight, common.weight + 3);
}

Test(link, knows_names_that_were_taken_for_each_other)
{
	struct link_pair p = pair_of(
	    &(struct someone){ "Okafor", "Sarah", "1984-03-12", NULL, NULL,
		NULL },
	    &(struct someone){ "Sarah", "Okafor", "1984-03-12", NULL, NULL,
		NULL });

	cr_expect_eq(p.levels[0], rules->fields[0].swapped);
	cr_expect_eq(p.levels[1], rules->fields[1].swapped);
	cr_expect_gt(p.probability, rules->review);
}

Test(link, knows_a_name_by_its_short_form_and_without_accents)
{
	struct link_pair p = pair_of(
	    &(struct someone){ "Maggie", "Doležalová", NULL, NULL, NULL, NULL },
	    &(struct someone){ "Margaret", "Dolezalova", NULL, NULL, NULL,
		NULL });

	cr_expect_eq(p.levels[0], 1);
	cr_expect_eq(p.levels[1], 0);
}

Test(link, does_not_mind_which_of_the_two_comes_first)
{
	struct someone a = { "Sarah Jane", "Okafor-Smith", "1984-03-12",
		"07700900123", "LE97 1AB", "14 Ash Road Wigston" };
	struct someone b = { "Sarah", "Smith", "1984", "07700900132", "LE97",
		"Ash Road" };
	struct link_pair p = pair_of(&a, &b), q;
	struct link_look l = look();

	link_weigh(&l, 1, 0, &q);
	cr_expect_float_eq(p.weight, q.weight, 1e-9);
}

Test(link, says_in_words_what_each_field_did)
{
	struct link_pair p = pair_of(
	    &(struct someone){ "Sarah", "Okafor", "1984-03-12", NULL, NULL,
		NULL },
	    &(struct someone){ "Sarah", "Okafor", "1961-07-30", NULL, NULL,
		NULL });
	struct buf out = { 0 };

	link_words(rules, &p, &out);
	cr_expect(strstr(buf_str(&out), "surname the same +"));
	cr_expect(strstr(buf_str(&out), "date of birth different -"));
	buf_release(&out);
}

/* ---- blocks ---- */

static enum rc
count_pair(size_t a, size_t b, void *arg)
{
	size_t *n = arg;

	cr_expect_lt(a, b);
	++*n;
	return RC_OK;
}

Test(link, meets_each_pair_once_however_many_keys_they_share)
{
	struct someone s = { "Sarah", "Okafor", "1984-03-12", "07700900123",
		"LE97 1AB", "14 Ash Road" };
	struct link_look l = look();
	size_t n = 0;

	for (uint64_t i = 1; i <= 5; i++)
		meet(i, &s);
	cr_expect_eq(link_blocks(&l, 300, count_pair, &n), RC_OK);
	cr_expect_eq(n, 10);
	n = 0;
	cr_expect_eq(link_blocks(&l, 4, count_pair, &n), RC_OK);
	cr_expect_eq(n, 0);
}

/* ---- files that are wrong ---- */

static void
refuses(const char *text, const char *wanted)
{
	struct link_rules *r = NULL;
	char dir[64];

	temp_defs_make(dir, text);
	cr_expect_eq(link_rules_load(dir, kinds, &r, &fault), RC_INVALID);
	cr_expect(strstr(fault.text, wanted), "%s", fault.text);
	temp_defs_remove(dir);
}

#define HEAD                                                                   \
	"name = \"x\"; title = \"x\"; repeats = 0.1; hint = 0.1; "             \
	"review = 0.5; strong = 0.9;\n"
#define LEVELS(m)                                                              \
	"levels = ( { words = \"a\"; least = 900; m = " m "; u = 0.1; }, "     \
	"{ words = \"b\"; m = 0.2; u = 0.9; } ); }"

Test(link, refuses_rules_that_make_no_sense_by_file_and_line)
{
	refuses(HEAD "fields = ( { name = \"a\"; title = \"a\"; compare = "
		     "\"name\"; of = [ \"person.nose\" ]; " LEVELS("0.8") " );"
		     "blocks = ();",
	    "test.cfg:2: there is no field \"person.nose\"");
	refuses(HEAD "fields = ( { name = \"a\"; title = \"a\"; compare = "
		     "\"name\"; of = [ \"person.given\" ]; " LEVELS("0.3")
		     " );blocks = ();",
	    "add up to 0.500");
	refuses(HEAD "fields = ( { name = \"a\"; title = \"a\"; compare = "
		     "\"nose\"; of = [ \"person.given\" ]; " LEVELS("0.8")
		     " );blocks = ();",
	    "compare is name, date, code or words");
	refuses(HEAD "fields = ( { name = \"a\"; title = \"a\"; compare = "
		     "\"name\"; of = [ \"person.given\" ]; " LEVELS("0.8")
		     " );\nblocks = ( [ \"b\" ] );",
	    "test.cfg:3: there is no field for \"b\"");
}

Test(link, writes_rules_that_it_reads_again)
{
	struct link_rules *again = NULL;
	struct buf out = { 0 };
	char dir[64];

	link_rules_write(rules, kinds, &out);
	temp_defs_make(dir, buf_str(&out));
	cr_assert_eq(link_rules_load(dir, kinds, &again, &fault), RC_OK, "%s",
	    fault.text);
	cr_expect_eq(again->n, rules->n);
	cr_expect_eq(again->n_blocks, rules->n_blocks);
	for (size_t f = 0; f < rules->n; f++)
		for (size_t i = 0; i < rules->fields[f].n; i++)
			cr_expect_float_eq(again->fields[f].levels[i].bits,
			    rules->fields[f].levels[i].bits, 0.1);
	link_rules_free(again);
	temp_defs_remove(dir);
	buf_release(&out);
}

/* ---- FEBRL ---- */

struct truth {
	VEC(unsigned) who; /* by card */
	size_t hits, strangers, all;
	double threshold;
	struct link_look look;
};

/* "rec-223-dup-0" is of person 223; days are 19081209. */
static void
meet_row(struct truth *t, const struct csv_row *row)
{
	char born[16] = "", address[200];
	const char *c[11];
	struct someone s = { NULL, NULL, born, NULL, NULL, address };
	unsigned who = 0;

	for (size_t i = 0; i < 11; i++)
		c[i] = row->cells[i].text + strspn(row->cells[i].text, " ");
	s.given = c[1];
	s.family = c[2];
	s.postcode = c[7];
	sscanf(c[0], "rec-%u-", &who);
	if (strlen(c[9]) == 8)
		snprintf(born, sizeof(born), "%.4s-%.2s-%.2s", c[9], c[9] + 4,
		    c[9] + 6);
	snprintf(address, sizeof(address), "%s %s %s %s %s", c[3], c[4], c[5],
	    c[6], c[8]);
	for (size_t i = 0; i < t->who.n; i++)
		t->all += t->who.at[i] == who;
	meet(t->who.n + 1, &s);
	*VEC_ADD(&t->who) = who;
}

static void
read_febrl(struct truth *t, const char *name)
{
	const char *data = getenv("HANDRAIL_SHARED_DATA");
	struct csv_row row;
	struct csv *csv;
	char path[512];

	snprintf(path, sizeof(path), "%s/linkage/febrl/%s", data ? data : "",
	    name);
	if (csv_open(disk_real(), path, NULL, &csv, &fault))
		cr_skip_test("no %s here", path);
	while (csv_row(csv, &row, &fault) == RC_OK)
		meet_row(t, &row);
	csv_close(csv);
	t->look = look();
}

static enum rc
judge(size_t a, size_t b, void *arg)
{
	struct truth *t = arg;
	struct link_pair p;

	link_weigh(&t->look, a, b, &p);
	if (p.probability < t->threshold)
		return RC_OK;
	if (t->who.at[a] == t->who.at[b])
		t->hits++;
	else
		t->strangers++;
	return RC_OK;
}

static double
f1_of(struct truth *t, double threshold)
{
	t->hits = t->strangers = 0;
	t->threshold = threshold;
	cr_assert_eq(link_blocks(&t->look, 300, judge, t), RC_OK);
	return 2.0 * (double)t->hits /
	       (double)(t->hits + t->strangers + t->all);
}

static void
agrees_with_truth(const char *name)
{
	struct truth t = { 0 };
	double f1;

	read_febrl(&t, name);
	f1 = f1_of(&t, rules->review);
	fprintf(stderr, "%s: F1 %.4f, %zu right, %zu wrong, %zu missed\n", name,
	    f1, t.hits, t.strangers, t.all - t.hits);
	cr_expect_geq(f1, 0.985);
	VEC_RELEASE(&t.who);
}

Test(link, finds_who_is_who_in_a_thousand_records_of_febrl)
{
	agrees_with_truth("dataset1.csv");
}

Test(link, finds_who_is_who_in_five_thousand_records_of_febrl)
{
	agrees_with_truth("dataset2.csv");
}

Test(link, learns_its_weights_from_records_with_no_one_telling)
{
	struct truth t = { 0 };
	struct link_trained told;
	struct chance chance;

	chance_seed(&chance, 1);
	read_febrl(&t, "dataset2.csv");
	cr_assert_eq(link_train(rules, &t.look, &chance, &told, &fault), RC_OK,
	    "%s", fault.text);
	cr_expect_float_eq(told.people, (double)t.all, (double)t.all * 0.05);
	cr_expect_geq(f1_of(&t, rules->review), 0.985);
	VEC_RELEASE(&t.who);
}

Test(link, learns_nothing_from_a_handful)
{
	struct link_look l = look();
	struct link_trained told;
	struct chance chance;
	double before = rules->fields[0].levels[0].m;

	chance_seed(&chance, 1);
	populate(50);
	cr_expect_eq(link_train(rules, &l, &chance, &told, &fault), RC_INVALID);
	cr_expect_eq(rules->fields[0].levels[0].m, before);
}
