/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "tests/support/desk.h"
#include "ui/frame/view.h"
#include "ui/parts/entry.h"

static struct entry *form;

static void
open_form(void)
{
	struct entry_doors doors = desk_doors();

	form = entry_new(desk_slots, desk_n_slots, &doors);
	entry_hide(form, "relation", true);
}

static void
close_form(void)
{
	entry_free(form);
}

TestSuite(entry, .init = open_form, .fini = close_form);

/* Type; the sign ~ is Enter and ` is Tab. */
static enum entry_did
type(const char *text)
{
	enum entry_did did = ENTRY_IGNORED;

	for (size_t at = 0, n = strlen(text), len; at < n; at += len) {
		char as[8];
		uint32_t cp;

		len = utf8_next(text + at, n - at, &cp);
		utf8_put(cp, as);
		if (cp == '~')
			did = entry_act(form, ACTION_ACCEPT);
		else if (cp == '`')
			did = entry_act(form, ACTION_NEXT);
		else
			did = entry_type(form, as);
	}
	return did;
}

static const char *
focus(void)
{
	return entry_focus(form)->name;
}

#define expect_value(name, value)                                              \
	cr_expect_str_eq(entry_value(form, name), value)
#define expect_focus(name) cr_expect_str_eq(focus(), name)

Test(entry, takes_a_whole_call_in_order)
{
	type("vysarah~okafor~120384~07700900123~t~le971ab~14 ash road~");
	type("bur~y~Back door forced.`-");
	expect_focus("follow");
	expect_value("caller", "victim");
	expect_value("safe-now", "yes");
	expect_value("given", "Sarah");
	expect_value("family", "Okafor");
	expect_value("born", "1984-03-12");
	expect_value("safe", "text");
	expect_value("address", "14 ash road");
	expect_value("crime", "BUR");
	expect_value("what", "Back door forced.");
	expect_value("risk", ENTRY_NONE);
	expect_value("language", "ENG");
	expect_value("follow", "2wd");
	cr_expect_eq(type("~"), ENTRY_DID, "swallowed after the -");
	cr_expect_eq(type("~"), ENTRY_AFTER);
}

Test(entry, goes_on_by_itself_after_a_choice)
{
	type("v");
	expect_focus("safe-now");
	cr_expect_str_eq(entry_text(form, "caller"), "v");
}

Test(entry, swallows_one_tab_or_enter_after_a_choice)
{
	type("v~");
	expect_focus("safe-now");
	type("~");
	expect_focus("given");
	entry_go(form, "caller");
	type("v`");
	expect_focus("safe-now");
	type("y");
	type("x~");
	expect_focus("family");
	expect_value("given", "X");
}

Test(entry, does_not_take_a_letter_that_is_no_choice)
{
	unsigned before = said_n();

	type("q");
	expect_focus("caller");
	expect_value("caller", "");
	cr_expect_eq(said_n(), before + 1);
	cr_expect(strstr(said(NULL), "V, P, O or -"), "%s", said(NULL));
}

Test(entry, lets_a_choice_be_typed_over_and_moves_again)
{
	type("v");
	entry_act(form, ACTION_UP_FIELD);
	expect_focus("caller");
	expect_value("caller", "victim");
	type("o");
	expect_focus("safe-now");
	expect_value("caller", "other");
}

Test(entry, toggles_letters)
{
	entry_go(form, "safe");
	type("tv");
	expect_value("safe", "text voicemail");
	type("t");
	expect_value("safe", "voicemail");
	type("q");
	expect_value("safe", "voicemail");
	expect_focus("safe");
	type("~");
	expect_focus("postcode");
}

Test(entry, tells_asked_none_from_not_asked)
{
	expect_value("risk", "");
	entry_go(form, "risk");
	type("-");
	expect_value("risk", ENTRY_NONE);
	expect_focus("follow");
	entry_act(form, ACTION_UP_FIELD);
	type("s");
	expect_value("risk", "S");
}

Test(entry, takes_the_first_match_and_walks_with_space_and_down)
{
	entry_go(form, "crime");
	type("bur");
	expect_value("crime", "BUR");
	type(" ");
	expect_value("crime", "BUO");
	entry_act(form, ACTION_DOWN_FIELD);
	expect_value("crime", "AGB");
	type(" ");
	expect_value("crime", "BUR");
	type("~");
	expect_focus("when");
	cr_expect_str_eq(entry_text(form, "crime"), "BUR");
}

Test(entry, finds_a_code_by_words_of_its_name)
{
	entry_go(form, "crime");
	type("domestic~");
	expect_value("crime", "DOM");
	cr_expect_str_eq(entry_fault(form, "crime"), "");
}

Test(entry, keeps_a_code_that_matches_nothing_as_text)
{
	entry_go(form, "crime");
	type("zzz~");
	expect_focus("when");
	expect_value("crime", "zzz");
	cr_expect(strstr(entry_fault(form, "crime"), "no match"));
	cr_expect_eq(entry_faults(form, "2 What happened"), 1);
	cr_expect_eq(entry_faults(form, "1 Who"), 0);
}

Test(entry, never_traps_a_wrong_value)
{
	entry_go(form, "born");
	type("the spring~");
	expect_focus("phone");
	cr_expect(*entry_fault(form, "born"));
	cr_expect_str_eq(entry_text(form, "born"), "the spring");
	entry_act(form, ACTION_UP_FIELD);
	entry_act(form, ACTION_CLEAR);
	type("42~");
	cr_expect_str_eq(entry_fault(form, "born"), "");
}

Test(entry, jumps_by_tag_and_comes_back)
{
	entry_go(form, "postcode");
	type(".ln");
	expect_focus("language");
	type("pol~");
	expect_focus("postcode");
	expect_value("language", "POL");
	expect_value("postcode", "");
}

Test(entry, comes_back_from_a_jump_to_a_choice_list)
{
	entry_go(form, "address");
	type("14 ash");
	entry_act(form, ACTION_JUMP);
	type("sc");
	expect_focus("safe");
	type("t~");
	expect_focus("address");
	expect_value("address", "14 ash");
	type(" road");
	expect_value("address", "14 ash road");
}

Test(entry, keeps_what_is_no_jump_as_text)
{
	entry_go(form, "address");
	type(".zz");
	cr_expect_str_eq(entry_text(form, "address"), ".zz");
	entry_act(form, ACTION_CLEAR);
	type(".5 High St");
	cr_expect_str_eq(entry_text(form, "address"), ".5 High St");
	entry_go(form, "crime");
	type(".zz");
	cr_expect_str_eq(entry_text(form, "crime"), "");
	entry_go(form, "postcode");
	type(".l");
	entry_act(form, ACTION_RUB);
	entry_act(form, ACTION_RUB);
	type("le9~");
	cr_expect_str_eq(entry_text(form, "postcode"), "le9");
}

Test(entry, takes_the_last_value_with_an_equals_sign)
{
	entry_go(form, "address");
	type("=");
	expect_value("address", "14 Ash Road");
	expect_focus("crime");
	type("~");
	expect_focus("crime");
	entry_go(form, "postcode");
	type("=");
	expect_focus("postcode");
}

Test(entry, wants_a_list_for_a_question_mark)
{
	entry_go(form, "crime");
	cr_expect_eq(type("?"), ENTRY_WANTS_LIST);
	cr_expect_eq(entry_act(form, ACTION_LIST_CODES), ENTRY_WANTS_LIST);
	entry_choose(form, "HAR");
	expect_value("crime", "HAR");
	expect_focus("when");
	entry_go(form, "address");
	type("?");
	cr_expect_str_eq(entry_text(form, "address"), "?");
}

Test(entry, goes_back_with_up_and_does_not_go_on_again)
{
	type("vysarah~okafor~");
	expect_focus("born");
	entry_act(form, ACTION_UP_FIELD);
	expect_focus("family");
	entry_act(form, ACTION_PREVIOUS);
	entry_act(form, ACTION_UP_FIELD);
	entry_act(form, ACTION_UP_FIELD);
	expect_focus("caller");
	cr_expect_eq(entry_act(form, ACTION_UP_FIELD), ENTRY_BEFORE);
	expect_value("given", "Sarah");
}

Test(entry, moves_by_parts)
{
	entry_act(form, ACTION_PART);
	expect_focus("crime");
	entry_act(form, ACTION_PART);
	expect_focus("risk");
	entry_act(form, ACTION_PART_BACK);
	expect_focus("crime");
	entry_act(form, ACTION_PART_BACK);
	expect_focus("caller");
}

Test(entry, passes_over_what_is_hidden_or_aside)
{
	type("-");
	entry_go(form, "risk");
	type("s~");
	expect_focus("follow");
	entry_hide(form, "relation", false);
	entry_go(form, "safe-now");
	type("y");
	expect_focus("relation");
	type("m");
	expect_value("relation", "mother");
	entry_hide(form, "relation", true);
	expect_value("relation", "");
}

Test(entry, writes_many_lines_and_leaves_with_tab)
{
	entry_go(form, "what");
	type("one~two");
	expect_value("what", "one\ntwo");
	entry_act(form, ACTION_UP_FIELD);
	expect_focus("what");
	entry_act(form, ACTION_UP_FIELD);
	expect_focus("when");
	entry_go(form, "what");
	type("`");
	expect_focus("risk");
}

Test(entry, undoes_in_the_field_and_then_in_the_one_before)
{
	type("vysarah~okafor~");
	expect_focus("born");
	entry_act(form, ACTION_UNDO);
	expect_focus("family");
	cr_expect_str_eq(entry_text(form, "family"), "okafor",
	    "the capital first");
	entry_act(form, ACTION_UNDO);
	cr_expect_str_eq(entry_text(form, "family"), "");
	entry_act(form, ACTION_UNDO);
	expect_focus("given");
}

Test(entry, can_be_read_at_any_time)
{
	type("vysar");
	cr_expect_str_eq(entry_text(form, "given"), "sar");
	expect_value("given", "Sar");
	cr_expect_str_eq(entry_text(form, "given"), "sar", "still as typed");
	type("ah~");
	expect_value("given", "Sarah");
}

Test(entry, says_what_is_left_to_ask)
{
	struct buf out = { 0 };

	cr_expect_eq(entry_missing(form, &out), 3);
	cr_expect_str_eq(buf_str(&out), "caller is, safe cont., risk");
	buf_clear(&out);
	type("v");
	entry_go(form, "risk");
	type("-");
	entry_go(form, "safe");
	type("x~");
	cr_expect_eq(entry_missing(form, &out), 0);
	buf_release(&out);
}

Test(entry, survives_in_a_draft_to_the_letter_and_the_cursor)
{
	struct buf kept = { 0 };
	struct fault f = { 0 };
	char before[64];

	type("vysarah~okafor~bad date~0770");
	entry_act(form, ACTION_LEFT);
	strcpy(before, entry_text(form, "phone"));
	entry_keep(form, &kept);
	close_form();
	open_form();
	cr_assert_eq(entry_restore(form, buf_window(&kept), &f), RC_OK, "%s",
	    f.text);
	expect_focus("phone");
	cr_expect_str_eq(entry_text(form, "phone"), before);
	type("x");
	cr_expect_str_eq(entry_text(form, "phone"), "077x0");
	expect_value("given", "Sarah");
	expect_value("caller", "victim");
	cr_expect(*entry_fault(form, "born"));
	buf_release(&kept);
}

Test(entry, refuses_a_draft_that_is_damaged)
{
	struct buf kept = { 0 };
	struct fault f;

	type("vysarah~");
	entry_keep(form, &kept);
	for (size_t n = 0; n < kept.len; n++) {
		enum rc rc = entry_restore(form, span_of(kept.at, n), &f);

		cr_expect(rc == RC_CORRUPT || rc == RC_NEWER, "at %zu", n);
	}
	buf_release(&kept);
}

Test(entry, takes_stored_values)
{
	entry_put(form, "safe", "set text");
	cr_expect_str_eq(entry_text(form, "safe"), "wt");
	expect_value("safe", "set text");
	entry_put(form, "born", "1984-03-12");
	expect_value("born", "1984-03-12");
	entry_put(form, "crime", "HAR");
	expect_value("crime", "HAR");
	entry_put(form, "caller", "parent");
	expect_value("caller", "parent");
	entry_put(form, "risk", ENTRY_NONE);
	expect_value("risk", ENTRY_NONE);
	expect_focus("caller");
}

Test(entry, pastes_into_the_field_it_is_in)
{
	entry_go(form, "address");
	cr_expect_eq(entry_paste(form, "14 Ash\nRoad", 11), 0);
	expect_value("address", "14 Ash Road");
	entry_go(form, "safe");
	entry_paste(form, "tv", 2);
	expect_value("safe", "text voicemail");
}
