/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * What means the same on every screen: where goto goes, hiding, finding, help,
 * and one honest sentence for what has no screen yet.
 */

#include <stddef.h>

#include "ui/frame/view.h"
#include "ui/parts/cover.h"
#include "ui/parts/which.h"
#include "ui/views/views.h"

#include "ui/views/desk.h"

static bool
cover_unlock(void *arg, const char *passphrase)
{
	(void)arg;
	return desk_check(passphrase);
}

static void
hide(void)
{
	struct cover_options o = {
		.unlock =
		    desk_hub() != NULL && !desk_is_demo() ? cover_unlock : NULL,
	};

	cover_open(&o);
}

/* The screens that are still to come, each with one honest sentence. */
/* clang-format off */
static const struct later {
	enum action action;
	const char *sentence;
} later[] = {
	{ ACTION_GO_ASSESS,	"Assessments are not in this handrail yet; needs stand on the person's page." },
	{ ACTION_SEE_PLAN,	"Support plans are not in this handrail yet; write a note with t." },
	{ ACTION_GO_PLAN,	"Support plans are not in this handrail yet; write a note with t." },
	{ ACTION_REFER,		"Referring out from here is not in this handrail yet; the intake form refers." },
	{ ACTION_GO_REFERRALS,	"The list of referrals is not in this handrail yet; they stand on each person's page." },
	{ ACTION_RIGHTS,	"The rights clock has no screen yet; `handrailctl due` lists every limit." },
	{ ACTION_GO_RIGHTS,	"The rights clock has no screen yet; `handrailctl due` lists every limit." },
	{ ACTION_DIARY,		"The diary is not in this handrail yet; court dates stand on the journey." },
	{ ACTION_GO_DIARY,	"The diary is not in this handrail yet; court dates stand on the journey." },
	{ ACTION_GO_SUPERVISOR,	"The supervisor's board is not in this handrail yet; the team tab shows who holds what." },
	{ ACTION_GO_QA,		"Quality review is not in this handrail yet." },
	{ ACTION_GO_REPORTS,	"Reports are not in this handrail yet; `handrailctl export` gives the records." },
	{ ACTION_GO_MAJOR,	"No major incident is live." },
	{ ACTION_REGISTER,	"No major incident is live." },
	{ ACTION_GO_SERVICES,	"The service directory is not in this handrail yet; F4 in \"Refer to\" lists them." },
	{ ACTION_GO_CONTRACTS,	"Contracts are not in this handrail yet." },
	{ ACTION_GO_ADMIN,	"Users and the audit trail are on the command line: `handrailctl user`, `handrailctl audit`." },
	{ ACTION_GO_SYNC,	"Exchange with others is not in this handrail yet." },
	{ ACTION_FLAG,		"Flags are not in this handrail yet; write a note with t." },
	{ ACTION_WRITE_OUT,	"Letters are not in this handrail yet." },
};
/* clang-format on */

static const char *
later_sentence(enum action action)
{
	for (size_t i = 0; i < sizeof(later) / sizeof(later[0]); i++)
		if (later[i].action == action)
			return later[i].sentence;
	return NULL;
}

const char *
desk_may(enum action action)
{
	if ((action == ACTION_GO_PERSON || action == ACTION_GO_JOURNEY) &&
	    desk_person() == 0)
		return "Nobody has been looked at yet.";
	return later_sentence(action);
}

static bool
go(enum action action)
{
	struct subject subject = { desk_person(), desk_casefile() };
	const char *why = desk_may(action);

	if (why != NULL) {
		say(ROLE_TEXT, "%s", why);
		return true;
	}
	switch (action) {
	case ACTION_GO_HOME:
	case ACTION_GO_QUEUE:
		view_pop_to(view_named("queue"));
		return true;
	case ACTION_GO_PERSON:
		show_person(desk_person());
		return true;
	case ACTION_GO_JOURNEY:
		show_journey(&subject);
		return true;
	default:
		return false;
	}
}

bool
desk_act(enum action action)
{
	if (action == ACTION_QUIT) {
		view_pop_to(NULL);
		return true;
	}
	if (action == ACTION_HIDE) {
		hide();
		return true;
	}
	if (desk_hub() == NULL)
		return false;
	switch (action) {
	case ACTION_LOCK:
		desk_lock();
		return true;
	case ACTION_GOTO:
		which_open("goto", "g go to", desk_may);
		return true;
	case ACTION_PALETTE:
		show_palette("");
		return true;
	case ACTION_FIND:
		show_find("");
		return true;
	case ACTION_HELP:
		show_help();
		return true;
	case ACTION_DANGER:
		show_danger();
		return true;
	case ACTION_NEW:
		show_intake(NULL);
		return true;
	case ACTION_UNDO:
		desk_undo();
		return true;
	default:
		return go(action);
	}
}
