/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "scene.h"

static struct kinds *kinds;
static struct codes *codes;
static struct value_ctx ctx = { .now_ms = SCENE_NOW };

static void
set_up(void)
{
	kinds = scene_kinds();
	ctx.codes = codes = scene_codes();
}

static void
take_down(void)
{
	kinds_free(kinds);
	codes_free(codes);
}

TestSuite(value, .init = set_up, .fini = take_down);

static const struct kind_field *
field(const char *kind, const char *name)
{
	const struct kind_field *kf =
	    kind_field_by_name(kinds_by_name(kinds, kind), name);

	cr_assert_not_null(kf, "%s.%s", kind, name);
	return kf;
}

/* clang-format off */
static const struct {
	const char *kind, *field, *typed, *kept, *shown;
} read[] = {
	{ "person", "given", "sarah", "Sarah", "Sarah" },
	{ "person", "given", "  zoë ", "Zoë", "Zoë" },
	{ "person", "given", "zoe\xcc\x88", "Zoë", "Zoë" },
	{ "person", "given", "jean-luc", "Jean-Luc", "Jean-Luc" },
	{ "person", "given", "mary ann", "Mary Ann", "Mary Ann" },
	{ "person", "given", "van", "Van", "Van" },
	{ "person", "given", "björk", "Björk", "Björk" },
	{ "person", "given", "فاطمة", "فاطمة", "فاطمة" },
	{ "person", "family", "o'brien", "O'Brien", "O'Brien" },
	{ "person", "family", "o’neill", "O’Neill", "O’Neill" },
	{ "person", "family", "mcdonald", "McDonald", "McDonald" },
	{ "person", "family", "de souza", "de Souza", "de Souza" },
	{ "person", "family", "van der berg", "van der Berg", "van der Berg" },
	{ "person", "family", "al-hassan", "Al-Hassan", "Al-Hassan" },
	{ "person", "family", "łukasik", "Łukasik", "Łukasik" },
	{ "person", "family", "åkesson", "Åkesson", "Åkesson" },
	{ "person", "family", "macEWAN", "macEWAN", "macEWAN" },
	{ "person", "born", "120384", "1984-03-12", "12 Mar 1984 42y" },
	{ "person", "phone", "07700900123", "07700900123", "07700 900123" },
	{ "person", "phone", "+44 7700 900123", "07700900123", "07700 900123" },
	{ "person", "postcode", "le971ab", "LE97 1AB", "LE97 1AB" },
	{ "person", "postcode", "le97", "LE97", "LE97" },
	{ "person", "postcode", "nfa", "NFA", "NFA" },
	{ "person", "email", "A.B@Example.ORG", "A.B@example.org",
	  "A.B@example.org" },
	{ "person", "language", "pol", "pol", "Polish" },
	{ "person", "language", "welsh", "cym", "Welsh" },
	{ "person", "access", "h", "h", "H hard of hearing" },
	{ "home", "address", "14 ash road", "14 Ash Road", "14 Ash Road" },
	{ "home", "address", "flat 3, 8 mill lane", "Flat 3, 8 Mill Lane",
	  "Flat 3, 8 Mill Lane" },
	{ "home", "address", "the lodge, park lane, le975jk",
	  "The Lodge, Park Lane, LE975JK", "The Lodge, Park Lane, LE975JK" },
	{ "home", "address", "14a king's road le97 2cd",
	  "14A King's Road LE97 2CD", "14A King's Road LE97 2CD" },
	{ "home", "address", "1st floor, house by the sea",
	  "1st Floor, House by the Sea", "1st Floor, House by the Sea" },
	{ "casefile", "caller", "v", "v", "the victim" },
	{ "casefile", "safe-now", "Y", "y", "yes, alone" },
	{ "casefile", "safe-now", "-", "-", "could not ask" },
	{ "casefile", "category", "bur", "BUR", "burglary at home" },
	{ "casefile", "category", "har", "HAR", "hate crime, race" },
	{ "casefile", "category", "stalk", "STK", "stalking" },
	{ "casefile", "category", "bicy", "BIC", "theft of a bicycle" },
	{ "casefile", "when", "y", "2026-11-21", "Sat 21 Nov 2026 (yesterday)" },
	{ "casefile", "when", "y2300", "2026-11-21T23:00",
	  "Sat 21 Nov 2026 23:00 (yesterday)" },
	{ "casefile", "number", "26123456", "26*123456", "26*123456" },
	{ "casefile", "number", "26*445566", "26*445566", "26*445566" },
	{ "casefile", "number", "nf260912345", "NF260912345", "NF260912345" },
	{ "casefile", "number", "36/012345/26", "36/012345/26", "36/012345/26" },
	{ "casefile", "number", "as he said", "as he said", "as he said" },
	{ "casefile", "narrative", "rang at 3. he left.\n;get out",
	  "Rang at 3. He left.\n;get out", "Rang at 3. He left.\n;get out" },
	{ "casefile", "risk", "sck", "s c k",
	  "S strangulation, C child, K knows address" },
	{ "casefile", "risk", "s c,k", "s c k",
	  "S strangulation, C child, K knows address" },
	{ "casefile", "risk", "sscs", "c s", "C child, S strangulation" },
	{ "casefile", "risk", "-", "-", "none" },
	{ "casefile", "needs", "ho", "h o", "H health, O outlook and attitudes" },
	{ "casefile", "consent", "f", "f", "full consent" },
	{ "casefile", "next-due", "2d", "2026-11-24",
	  "Tue 24 Nov 2026 (in 2 days)" },
	{ "safety", "channels", "tv", "t v", "T text, V voicemail" },
	{ "safety", "times", "mon-fri 10-2, say dentist",
	  "mon-fri 10-2, say dentist", "mon-fri 10-2, say dentist" },
	{ "safety", "withhold", "yes", "y", "yes" },
	{ "contact", "outcome", "n", "no-answer", "no answer" },
	{ "contact", "note", "try after school run", "try after school run",
	  "try after school run" },
	{ "contact", "on", "2026-11-21T10:00", "2026-11-21T10:00",
	  "Sat 21 Nov 2026 10:00 (yesterday)" },
	{ "referral", "service", "loc", "LOC", "locks and home security" },
	{ "compensation", "claimed", "4,500 pounds", "450000", "4500.00" },
	{ "compensation", "claimed", "£12.5", "1250", "12.50" },
	{ "contact", "minutes", "+12", "12", "12" },
	{ "worker", "role", "handler, supervisor", "handler supervisor",
	  "call-handler, supervisor" },
};
/* clang-format on */

Test(value, is_read_as_a_call_handler_types_it)
{
	for (size_t i = 0; i < sizeof(read) / sizeof(read[0]); i++) {
		const struct kind_field *kf =
		    field(read[i].kind, read[i].field);
		struct buf kept = { 0 }, shown = { 0 };
		struct fault f = { 0 };

		cr_expect_eq(value_parse(kf, read[i].typed, &ctx, &kept, &f),
		    RC_OK, "%s.%s \"%s\": %s", read[i].kind, read[i].field,
		    read[i].typed, f.text);
		cr_expect_str_eq(buf_str(&kept), read[i].kept);
		cr_expect_null(value_check(kf, buf_window(&kept), &ctx));
		value_show(kf, buf_window(&kept), &ctx, &shown);
		cr_expect_str_eq(buf_str(&shown), read[i].shown);
		buf_release(&kept);
		buf_release(&shown);
	}
}

Test(value, typed_again_from_what_a_form_shows_is_the_same)
{
	for (size_t i = 0; i < sizeof(read) / sizeof(read[0]); i++) {
		const struct kind_field *kf =
		    field(read[i].kind, read[i].field);
		struct buf typed = { 0 }, again = { 0 };
		struct fault f = { 0 };

		value_type(kf, span_str(read[i].kept), &ctx, &typed);
		cr_expect_eq(value_parse(kf, buf_str(&typed), &ctx, &again, &f),
		    RC_OK, "%s", f.text);
		cr_expect_str_eq(buf_str(&again), read[i].kept);
		buf_release(&typed);
		buf_release(&again);
	}
}

/* clang-format off */
static const struct {
	const char *kind, *field, *typed, *why;
} refused[] = {
	{ "casefile", "risk", "sz", "there is no letter z in Risk" },
	{ "safety", "channels", "tx", "x, no safe way, stands alone" },
	{ "casefile", "category", "nonsense", "no match in Crimes" },
	{ "safety", "withhold", "perhaps", "Y, N or -" },
	{ "person", "email", "not one",
	  "an e-mail address looks like name@place.uk" },
	{ "contact", "minutes", "a few", "a number, such as 12 or 2.5" },
	{ "compensation", "claimed", "lots", "pounds, such as 4500 or 12.50" },
	{ "casefile", "owner", "jane", "not the number of a record" },
	{ "need", "scores", "h3", "Scores is filled in row by row" },
};
/* clang-format on */

Test(value, that_cannot_be_read_gets_a_sentence_and_changes_nothing)
{
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		struct buf out = { 0 };
		struct fault f = { 0 };

		buf_puts(&out, "before");
		cr_expect_eq(value_parse(field(refused[i].kind,
					     refused[i].field),
				 refused[i].typed, &ctx, &out, &f),
		    RC_INVALID, "%s", refused[i].typed);
		cr_expect_str_eq(f.text, refused[i].why);
		cr_expect_str_eq(buf_str(&out), "before");
		buf_release(&out);
	}
}

Test(value, that_cannot_be_read_is_kept_as_it_was_said)
{
	const struct kind_field *kf = field("casefile", "when");
	struct buf kept = { 0 }, shown = { 0 }, typed = { 0 };

	cr_assert(value_keep(kf, "the week of the fair", &kept));
	cr_expect_str_eq(buf_str(&kept), "?the week of the fair");
	value_show(kf, buf_window(&kept), &ctx, &shown);
	cr_expect_str_eq(buf_str(&shown), "? the week of the fair");
	value_type(kf, buf_window(&kept), &ctx, &typed);
	cr_expect_str_eq(buf_str(&typed), "the week of the fair");
	cr_expect_not_null(value_check(kf, buf_window(&kept), &ctx));
	cr_expect(!value_keep(field("casefile", "risk"), "zz", &kept));
	buf_release(&kept);
	buf_release(&shown);
	buf_release(&typed);
}

Test(value, too_long_for_its_field_says_how_long)
{
	struct buf out = { 0 };
	struct fault f = { 0 };
	char long_name[300];

	memset(long_name, 'A', sizeof(long_name) - 1);
	long_name[sizeof(long_name) - 1] = '\0';
	cr_expect_eq(value_parse(field("person", "given"), long_name, &ctx,
			 &out, &f),
	    RC_INVALID);
	cr_expect_str_eq(f.text, "too long: 299, room for 200");
	cr_expect_eq(out.len, 0);
	buf_release(&out);
}

Test(value, that_is_a_moment_is_read_in_utc_and_shown_by_the_clock)
{
	static const struct kind_field kf = {
		.tag = 1, .name = "at", .label = "At", .type = TYPE_MOMENT
	};
	struct buf kept = { 0 }, shown = { 0 };

	cr_assert_eq(value_parse(&kf, "2026-07-21T10:00:00Z", &ctx, &kept,
			 NULL),
	    RC_OK);
	cr_expect_str_eq(buf_str(&kept), "1784628000000");
	value_show(&kf, buf_window(&kept), &ctx, &shown);
	cr_expect_str_eq(buf_str(&shown), "2026-07-21 11:00");
	buf_release(&kept);
	buf_release(&shown);
}

Test(value, blank_is_no_value)
{
	struct buf out = { 0 };

	cr_expect_eq(value_parse(field("person", "phone"), "  ", &ctx, &out,
			 NULL),
	    RC_OK);
	cr_expect_eq(out.len, 0);
	buf_release(&out);
}

Test(types, each_have_a_name_a_sentence_and_what_they_need)
{
	for (int i = 0; i < TYPE_COUNT; i++) {
		const struct type_row *row = type_row((enum type)i);
		enum type back = TYPE_COUNT;

		cr_assert_not_null(row->name);
		cr_expect(row->help && row->parse && row->show && row->check &&
			      row->max,
		    "%s", row->name);
		cr_expect(type_by_name(row->name, &back));
		cr_expect_eq((int)back, i);
	}
}

Test(value, of_any_bytes_is_shown_and_checked_without_harm)
{
	struct chance chance;
	const struct kind *k;
	uint8_t bytes[40];
	size_t i;

	chance_seed(&chance, 17);
	KIND_EACH (kinds, i, k) {
		for (size_t n = 0; n < k->n * 50; n++) {
			size_t len = chance_below(&chance, sizeof(bytes));
			struct buf out = { 0 };

			chance_bytes(&chance, bytes, sizeof(bytes));
			value_show(&k->fields[n % k->n], span_of(bytes, len),
			    &ctx, &out);
			value_type(&k->fields[n % k->n], span_of(bytes, len),
			    &ctx, &out);
			(void)value_check(&k->fields[n % k->n],
			    span_of(bytes, len), &ctx);
			buf_release(&out);
		}
	}
}
