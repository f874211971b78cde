/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "model/diff.h"
#include "model/event.h"
#include "scene.h"

static void
expect_same(const struct record *a, const struct record *b)
{
	struct buf x = { 0 }, y = { 0 };

	record_encode(a, &x);
	record_encode(b, &y);
	cr_expect(span_eq(buf_window(&x), buf_window(&y)), "%s", a->kind->name);
	buf_release(&x);
	buf_release(&y);
}

ParameterizedTestParameters(diff, leads_from_any_record_to_any_other)
{
	return every_kind();
}

ParameterizedTest(size_t *place, diff, leads_from_any_record_to_any_other)
{
	struct kinds *kinds = scene_kinds();
	struct arena *a = arena_new();
	struct chance chance;
	size_t n;

	chance_seed(&chance, *place);
	for (int i = 0; i < 50; i++) {
		unsigned tag = builtin_kinds(&n)[*place]->tag;
		const struct kind *kind = kinds_by_tag(kinds, tag);
		struct record *from = scene_record(a, kind, &chance, 50);
		struct record *to = scene_record(a, kind, &chance, 50);
		struct change change, back;
		struct buf out = { 0 };

		to->id = from->id;
		(void)diff_make(a, i % 5 ? from : NULL, to, &change);
		cr_expect_eq(change.made, i % 5 == 0);
		change_encode(&change, &out);
		cr_assert_eq(change_decode(a, buf_window(&out), &back, NULL),
		    RC_OK);
		expect_same(diff_apply(a, kinds,
				i % 5 ? record_copy(a, from) : NULL, &back),
		    to);
		buf_release(&out);
	}
	arena_free(a);
	kinds_free(kinds);
}

Test(diff, of_equal_records_is_nothing)
{
	struct arena *a = arena_new();
	struct record *r = record_new(a, &kind_person, 1);
	struct change change;

	record_set_text(r, PERSON_GIVEN, "Sarah");
	cr_expect(!diff_make(a, r, record_copy(a, r), &change));
	cr_expect_eq(change.n, 0);
	arena_free(a);
}

Test(diff, says_in_words_what_changed)
{
	struct kinds *kinds = kinds_new();
	struct codes *codes = scene_codes();
	struct value_ctx ctx = { .now_ms = SCENE_NOW, .codes = codes };
	struct arena *a = arena_new();
	struct record *was = record_new(a, &kind_person, 1), *is;
	struct change change;
	struct buf out = { 0 };

	record_set_text(was, PERSON_PHONE, "07700900311");
	record_set_text(was, PERSON_EMAIL, "a@example.org");
	is = record_copy(a, was);
	record_set_text(is, PERSON_PHONE, "07700900312");
	record_set_text(is, PERSON_LANGUAGE, "pol");
	record_clear(is, PERSON_EMAIL);
	cr_assert(diff_make(a, was, is, &change));
	diff_words(kinds, &ctx, was, &change, &out);
	cr_expect_str_eq(buf_str(&out),
	    "Phone 07700 900311 -> 07700 900312; "
	    "E-mail a@example.org -> (none); Language (none) -> Polish");

	buf_clear(&out);
	(void)diff_make(a, NULL, is, &change);
	diff_words(kinds, &ctx, NULL, &change, &out);
	cr_expect_str_eq(buf_str(&out),
	    "new Person: Phone 07700 900312; Language Polish");

	buf_clear(&out);
	(void)diff_make(a, is, NULL, &change);
	diff_words(kinds, &ctx, is, &change, &out);
	cr_expect_str_eq(buf_str(&out), "Person withdrawn");
	cr_expect_null(diff_apply(a, kinds, is, &change));
	buf_release(&out);
	arena_free(a);
	codes_free(codes);
	kinds_free(kinds);
}

/* An entry's body with two changes, as an act would write it. */
static void
say_event(struct arena *a, struct buf *out)
{
	struct record *person = record_new(a, &kind_person, 1);
	struct record *note = record_new(a, &kind_note, 2);
	struct change changes[2];
	struct event e = { .act = 7,
		.at = SCENE_NOW,
		.why = "she rang",
		.changes = changes,
		.n = 2 };

	record_set_text(person, PERSON_GIVEN, "Sarah");
	record_set_text(note, NOTE_TEXT, "Rang.");
	(void)diff_make(a, NULL, person, &changes[0]);
	(void)diff_make(a, NULL, note, &changes[1]);
	event_encode(&e, out);
}

Test(event, comes_back_as_it_was)
{
	struct arena *a = arena_new();
	struct buf out = { 0 };
	struct event e;
	struct span v;

	say_event(a, &out);
	cr_assert_eq(event_decode(a, buf_window(&out), &e, NULL), RC_OK);
	cr_expect_eq(e.act, 7);
	cr_expect_eq(e.at, SCENE_NOW);
	cr_expect_str_eq(e.why, "she rang");
	cr_assert_eq(e.n, 2);
	cr_expect_eq(e.changes[1].kind, KIND_NOTE);
	cr_expect(change_get(&e.changes[1], NOTE_TEXT, &v));
	cr_expect(span_eq(v, span_str("Rang.")));
	buf_release(&out);
	arena_free(a);
}

Test(event, keeps_the_parts_a_newer_handrail_added)
{
	struct arena *a = arena_new();
	struct buf once = { 0 }, again = { 0 };
	struct event e;

	say_event(a, &once);
	buf_varint(&once, 9);
	buf_varint(&once, 3);
	buf_puts(&once, "new");
	cr_assert_eq(event_decode(a, buf_window(&once), &e, NULL), RC_OK);
	cr_expect_eq(e.n_rest, 1);
	event_encode(&e, &again);
	cr_expect(span_eq(buf_window(&once), buf_window(&again)));
	buf_release(&once);
	buf_release(&again);
	arena_free(a);
}

Test(event, is_safe_to_read_from_any_bytes)
{
	struct arena *a = arena_new();
	struct buf whole = { 0 }, hurt = { 0 };
	struct chance chance;
	struct event e;

	chance_seed(&chance, 13);
	say_event(a, &whole);
	for (int i = 0; i < 50000; i++) {
		buf_clear(&hurt);
		buf_put(&hurt, whole.at, 1 + chance_below(&chance, whole.len));
		for (uint64_t n = chance_below(&chance, 4); n; n--)
			hurt.at[chance_below(&chance, hurt.len)] =
			    (uint8_t)chance_u64(&chance);
		(void)!event_decode(a, buf_window(&hurt), &e, NULL);
		arena_reset(a);
	}
	buf_release(&whole);
	buf_release(&hurt);
	arena_free(a);
}
