/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "hub/access.h"
#include "hub/act.h"

#include "tests/support/temp_defs.h"

static struct access *access_rules;
static struct fault fault;

static void
make(void)
{
	cr_assert_eq(access_load(temp_defs_data("access"), &access_rules,
			 &fault),
	    RC_OK, "%s", fault.text);
}

static void
take_away(void)
{
	access_free(access_rules);
}

TestSuite(access, .init = make, .fini = take_away);

Test(access, lets_a_handler_take_a_referral)
{
	cr_expect(access_may(access_rules, "handler", "take_referral"));
}

Test(access, keeps_users_and_audit_from_a_handler)
{
	cr_expect_not(access_may(access_rules, "handler", "user"));
	cr_expect_not(access_may(access_rules, "handler", "audit"));
}

Test(access, gives_an_unknown_role_nothing)
{
	cr_expect_not(access_may(access_rules, "nobody", "find"));
	cr_expect_eq(access_refuse(access_rules, "nobody", "find", &fault),
	    RC_DENIED);
	cr_expect(strstr(fault.text, "\"nobody\" is not defined"), "%s",
	    fault.text);
}

Test(access, says_who_may_when_somebody_may_not)
{
	cr_expect_eq(access_refuse(access_rules, "handler", "audit", &fault),
	    RC_DENIED);
	cr_expect_str_eq(fault.text,
	    "a call-handler may not read who saw and changed what; ask a "
	    "supervisor");
	cr_expect_eq(access_refuse(access_rules, "commissioner",
			 "take_referral", &fault),
	    RC_DENIED);
	cr_expect(strstr(fault.text, "a commissioner's office may not") ==
		      fault.text,
	    "%s", fault.text);
}

Test(access, names_only_verbs_that_are_acts_or_explained)
{
	for (size_t i = 0; i < access_count(access_rules); i++) {
		const struct access_role *role = access_nth(access_rules, i);

		for (const char *const *v = role->verbs; *v; v++)
			cr_expect(access_is_verb(access_rules, *v),
			    "%s may %s, which is nothing", role->name, *v);
	}
}

static void
expect_fault(const char *text, const char *words)
{
	char dir[64];
	struct access *none = NULL;

	temp_defs_make(dir, text);
	cr_expect_eq(access_load(dir, &none, &fault), RC_INVALID);
	cr_expect(strstr(fault.text, words), "%s", fault.text);
	temp_defs_remove(dir);
}

Test(access, refuses_a_role_that_is_there_twice)
{
	expect_fault("name = \"x\"; title = \"x\"; roles = (\n"
		     "{ name = \"a\"; title = \"A\"; help = \"h\"; see = "
		     "\"own\";\n"
		     "  may = [ \"find\" ]; },\n"
		     "{ name = \"a\"; title = \"A\"; help = \"h\"; see = "
		     "\"own\";\n"
		     "  may = [ \"find\" ]; } );",
	    "test.cfg:4: the role \"a\" is there twice");
}

Test(access, refuses_a_setting_it_does_not_know)
{
	expect_fault("name = \"x\"; title = \"x\"; roles = (\n"
		     "{ name = \"a\"; title = \"A\"; help = \"h\"; see = "
		     "\"all\";\n"
		     "  may = [ \"find\" ]; } );",
	    "test.cfg:2: see wants own, area or counts");
	expect_fault("name = \"x\"; title = \"x\"; rolls = ();", "test.cfg:1:");
}

Test(access, refuses_a_folder_with_no_roles)
{
	struct access *none = NULL;

	cr_expect_eq(access_load("/nonexistent", &none, &fault), RC_INVALID);
}
