/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_ACTION_H
#define HANDRAIL_BASE_ACTION_H

/*
 * Everything a person can ask for. The word is what key maps and scripts call
 * it; the label is what the key bar says; the sentence is what help, the
 * palette and the manual page say. There is no other list of actions. It lives
 * below the screen because handrailctl checks key maps without one.
 */

#define ACTION_HOT 1u    /* used in every call: wants a key no terminal eats */
#define ACTION_LETTER 2u /* makes sense only where letters are verbs */
#define ACTION_TYPING 4u /* moves or changes within a line that is typed */

/* clang-format off */
#define ACTION_LIST(X) \
	/* everywhere */ \
	X(ACTION_HELP,	"help",		"help",		ACTION_HOT, \
	  "Show what this place is for and what the keys do") \
	X(ACTION_PALETTE, "palette",	"command",	ACTION_HOT, \
	  "Type a command, a name or a reference") \
	X(ACTION_FIND,	"find",		"find",		ACTION_HOT, \
	  "Find a person, case, phone or reference") \
	X(ACTION_LIST_CODES, "list",	"list",		ACTION_HOT, \
	  "List the choices for this field") \
	X(ACTION_REFRESH, "refresh",	"refresh",	0, \
	  "Read the list again and redraw the screen") \
	X(ACTION_PANE,	"pane",		"next pane",	0, \
	  "Move to the next box on the screen") \
	X(ACTION_PANE_BACK, "pane_back", "last pane",	0, \
	  "Move to the box before") \
	X(ACTION_DANGER, "danger",	"danger steps",	ACTION_HOT, \
	  "Show what to do when someone is in danger now") \
	X(ACTION_STAMP,	"stamp",	"time",		0, \
	  "Put the time into the text, or start a note with it") \
	X(ACTION_SAVE,	"save",		"save",		ACTION_HOT, \
	  "Save what is here and be ready for the next") \
	X(ACTION_HIDE,	"hide",		"privacy",	ACTION_HOT, \
	  "Hide the screen now") \
	X(ACTION_BACK,	"back",		"back",		ACTION_HOT, \
	  "Go one step back; nothing is lost") \
	X(ACTION_UNDO,	"undo",		"undo",		ACTION_HOT, \
	  "Undo the last thing done") \
	X(ACTION_REDO,	"redo",		"redo",		0, \
	  "Do again what was undone") \
	X(ACTION_LOCK,	"lock",		"lock",		0, \
	  "Lock this console; the passphrase opens it again") \
	X(ACTION_QUIT,	"quit",		"leave",	0, \
	  "Leave handrail; drafts are kept") \
	/* where things are typed */ \
	X(ACTION_ACCEPT, "accept",	"next",		ACTION_HOT, \
	  "Take this and go to the next field; in text, a new line") \
	X(ACTION_NEXT,	"next",		"next",		ACTION_HOT, \
	  "Go to the next field") \
	X(ACTION_PREVIOUS, "previous",	"back",		0, \
	  "Go to the field before, keeping what is here") \
	X(ACTION_UP_FIELD, "up_field",	"back",		ACTION_HOT, \
	  "Go up a line in text; elsewhere, to the field before") \
	X(ACTION_DOWN_FIELD, "walk",	"walk list",	0, \
	  "Take the next match; elsewhere, the next field") \
	X(ACTION_PART,	"part",		"next part",	0, \
	  "Go to the next part of the form") \
	X(ACTION_PART_BACK, "part_back", "last part",	0, \
	  "Go to the part before") \
	X(ACTION_JUMP,	"jump",		"jump to field", 0, \
	  "Jump to a field by its two letters") \
	X(ACTION_MATCH,	"match",	"use match",	ACTION_HOT, \
	  "Join this call to the possible match") \
	X(ACTION_LEFT,	"left",		"left",		ACTION_TYPING, \
	  "Move left") \
	X(ACTION_RIGHT,	"right",	"right",	ACTION_TYPING, \
	  "Move right") \
	X(ACTION_START,	"start",	"start",	ACTION_TYPING, \
	  "Go to the start of the line or list") \
	X(ACTION_END,	"end",		"end",		ACTION_TYPING, \
	  "Go to the end of the line or list") \
	X(ACTION_RUB,	"rub",		"rub out",	ACTION_HOT | ACTION_TYPING, \
	  "Rub out the letter before the cursor") \
	X(ACTION_CUT,	"cut",		"delete",	ACTION_TYPING, \
	  "Delete the letter under the cursor") \
	X(ACTION_CUT_WORD, "cut_word",	"delete word",	ACTION_TYPING, \
	  "Delete the word before the cursor") \
	X(ACTION_CLEAR,	"clear",	"clear",	ACTION_TYPING, \
	  "Clear the field") \
	/* where letters are verbs */ \
	X(ACTION_UP,	"up",		"up",		ACTION_HOT, \
	  "Move up one row") \
	X(ACTION_DOWN,	"down",		"down",		ACTION_HOT, \
	  "Move down one row") \
	X(ACTION_PAGE_UP, "page_up",	"page up",	0, \
	  "Move up one page") \
	X(ACTION_PAGE_DOWN, "page_down", "page down",	0, \
	  "Move down one page") \
	X(ACTION_OPEN,	"open",		"open",		ACTION_HOT, \
	  "Open the line under the cursor") \
	X(ACTION_NEW,	"new",		"new",		ACTION_HOT, \
	  "Start a new one: a call in the queue, a line elsewhere") \
	X(ACTION_CONTACT, "contact",	"contact",	ACTION_HOT, \
	  "Try to reach them now, and log the try") \
	X(ACTION_OUTCOME, "outcome",	"outcome",	0, \
	  "Say what came of it") \
	X(ACTION_INCIDENT, "incident",	"new incident",	0, \
	  "Add an incident for this person") \
	X(ACTION_ASSIGN, "assign",	"assign",	0, \
	  "Give this to a colleague") \
	X(ACTION_EDIT,	"edit",		"edit",		0, \
	  "Change what is written here") \
	X(ACTION_REFER,	"refer",	"refer",	0, \
	  "Refer them to a service") \
	X(ACTION_DIARY,	"diary",	"diary",	0, \
	  "Show court dates and visits") \
	X(ACTION_SEE_PLAN, "plan",		"plan",		0, \
	  "Show the support plan") \
	X(ACTION_JOURNEY, "journey",	"journey",	0, \
	  "Show everything that happened, in order") \
	X(ACTION_RIGHTS, "rights",	"rights clock",	0, \
	  "Show the rights clock") \
	X(ACTION_SAFETY, "safety",	"safety",	0, \
	  "Change how it is safe to reach them") \
	X(ACTION_CONSENT, "consent",	"consent",	0, \
	  "Say what they agree to") \
	X(ACTION_NOTE,	"note",		"note",		0, \
	  "Write a note") \
	X(ACTION_LATER,	"later",	"later",	0, \
	  "Put it off to a later date") \
	X(ACTION_FLAG,	"flag",		"flag",		0, \
	  "Put up or take down a flag") \
	X(ACTION_REGISTER, "register",	"register",	0, \
	  "Register someone in the major incident") \
	X(ACTION_OTHER_VIEW, "other_view", "other view", 0, \
	  "Show the same in another way: a chart as a table") \
	X(ACTION_WRITE_OUT, "write_out", "write out",	0, \
	  "Write this out: a letter, a list, a return") \
	X(ACTION_SELECT, "select",	"select",	0, \
	  "Select or let go of this row") \
	X(ACTION_SELECT_TO, "select_to", "select to here", 0, \
	  "Select from the last selected row to this one") \
	X(ACTION_SELECT_ALL, "select_all", "select all", 0, \
	  "Select all rows shown, or let go of all") \
	X(ACTION_FILTER, "filter",	"filter",	ACTION_HOT, \
	  "Show only rows with these words") \
	X(ACTION_EARLIER, "earlier",	"earlier",	0, \
	  "Go to the record or period before") \
	X(ACTION_AFTER,	"after",	"later on",	0, \
	  "Go to the record or period after") \
	X(ACTION_NEARER, "nearer",	"nearer",	0, \
	  "Look closer") \
	X(ACTION_WIDER,	"wider",	"wider",	0, \
	  "Look from further away") \
	X(ACTION_REPEAT, "repeat",	"repeat",	0, \
	  "Do the last thing again, here") \
	X(ACTION_DELETE, "delete",	"delete",	0, \
	  "Take this away; undo brings it back") \
	X(ACTION_MOVE,	"move",		"move on",	0, \
	  "Move the case to its next step") \
	X(ACTION_WITHDRAW, "withdraw",	"withdraw",	0, \
	  "Take back a consent") \
	X(ACTION_REJECT, "reject",	"reject",	0, \
	  "Say no to this") \
	X(ACTION_GOTO,	"goto",		"go to",	ACTION_HOT, \
	  "Go to another screen: a letter follows") \
	/* the letters after goto */ \
	X(ACTION_GO_HOME, "go_home",	"home",		0, \
	  "Go to where your day starts") \
	X(ACTION_GO_QUEUE, "go_queue",	"queue",	0, \
	  "Go to the queue") \
	X(ACTION_GO_PERSON, "go_person", "person",	0, \
	  "Go to the person last looked at") \
	X(ACTION_GO_JOURNEY, "go_journey", "journey",	0, \
	  "Go to the journey of this case") \
	X(ACTION_GO_ASSESS, "go_assess", "assess",	0, \
	  "Go to the assessment of needs") \
	X(ACTION_GO_PLAN, "go_plan",	"plan",		0, \
	  "Go to the support plan") \
	X(ACTION_GO_REFERRALS, "go_referrals", "referrals out", 0, \
	  "Go to referrals made to services") \
	X(ACTION_GO_RIGHTS, "go_rights", "rights clock", 0, \
	  "Go to the rights clock") \
	X(ACTION_GO_DIARY, "go_diary",	"diary",	0, \
	  "Go to the diary of court dates") \
	X(ACTION_GO_SUPERVISOR, "go_supervisor", "supervise", 0, \
	  "Go to the supervisor's board") \
	X(ACTION_GO_QA,	"go_qa",	"QA review",	0, \
	  "Go to quality review") \
	X(ACTION_GO_REPORTS, "go_reports", "reports",	0, \
	  "Go to reports") \
	X(ACTION_GO_MAJOR, "go_major",	"major incident", 0, \
	  "Go to the major incident board") \
	X(ACTION_GO_SERVICES, "go_services", "services", 0, \
	  "Go to the service directory") \
	X(ACTION_GO_CONTRACTS, "go_contracts", "contracts", 0, \
	  "Go to contracts") \
	X(ACTION_GO_ADMIN, "go_admin",	"users, audit",	0, \
	  "Go to users and the audit trail") \
	X(ACTION_GO_SYNC, "go_sync",	"sync",		0, \
	  "Go to exchange with others")

enum action {
	ACTION_NONE,
#define ACTION_ENUM(id, word, label, flags, sentence) id,
	ACTION_LIST(ACTION_ENUM)
#undef ACTION_ENUM
	ACTION_COUNT
};

/*
 * The places a key map can speak of. A screen hears its own context first, then
 * the one it stands on (list or field), then everywhere.
 */
#define CONTEXT_LIST(X) \
	X("everywhere",	"every screen") \
	X("field",	"wherever something is typed") \
	X("list",	"lists and panels, where letters are verbs") \
	X("goto",	"the letters after go to") \
	X("pick",	"choosing from a list by typing") \
	X("queue",	"the queue") \
	X("intake",	"a new call") \
	X("contact",	"logging a contact") \
	X("person",	"a person") \
	X("casefile",	"a case") \
	X("journey",	"a journey") \
	X("find",	"finding") \
	X("safety",	"the safety card") \
	X("consent",	"consents") \
	X("note",	"a note") \
	X("record",	"any record") \
	X("help",	"help") \
	X("rights",	"the rights clock") \
	X("diary",	"the diary") \
	X("assess",	"the assessment") \
	X("plan",	"the support plan") \
	X("refer",	"a referral out") \
	X("services",	"the service directory") \
	X("reports",	"reports") \
	X("supervisor",	"the supervisor's board") \
	X("admin",	"users and audit") \
	X("sync",	"exchange") \
	X("major",	"the major incident board")
/* clang-format on */

/* One action as people meet it. */
struct action_row {
	const char *word, *label, *sentence;
	unsigned flags;
};

/**
 * action_row(a):
 * The row of ${a}. Never NULL: ACTION_NONE has empty words. Lends.
 */
const struct action_row *action_row(enum action a);

/**
 * action_by_word(word):
 * The action called ${word}, or ACTION_NONE.
 */
enum action action_by_word(const char *word);

#endif /* HANDRAIL_BASE_ACTION_H */
