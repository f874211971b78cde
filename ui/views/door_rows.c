/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The table of doors.h, which tells how to add a row. A letter that leads
 * nowhere yet has its row too, with a sentence that says what to do meanwhile;
 * who builds the place puts `.form` or `.show` in its stead.
 */

#include "ui/views/doors.h"

/* clang-format off */
const struct door door_rows[] = {
	/* ---- every day ---- */
	{ .verb = ACTION_CONTACT, .form = "contact", .act = "record_contact",
	  .words = "ring call telephone text reach", .flags = DOOR_NEEDS },

	{ .verb = ACTION_OUTCOME, .form = "contact", .act = "record_contact",
	  .words = "answered result", .flags = DOOR_NEEDS },

	{ .verb = ACTION_NOTE, .form = "note", .act = "add_note",
	  .words = "write remark", .flags = DOOR_NEEDS },

	{ .verb = ACTION_STAMP, .form = "note", .act = "add_note",
	  .flags = DOOR_NEEDS },

	{ .verb = ACTION_SAFETY, .form = "safety", .act = "set_safety",
	  .words = "safe contact channels codeword", .flags = DOOR_NEEDS },

	{ .verb = ACTION_MOVE, .form = "move", .act = "move_journey",
	  .words = "step state stage status close", .flags = DOOR_NEEDS },

	{ .verb = ACTION_JOURNEY, .go = ACTION_GO_JOURNEY, .show = show_journey,
	  .words = "timeline history steps", .flags = DOOR_NEEDS },

	{ .go = ACTION_GO_PERSON, .show = show_subject,
	  .words = "victim panel", .flags = DOOR_NEEDS },

	/* ---- safe contact ---- */

	{ .title = "One safe way", .form = "safe_way", .act = "set_safe_way",
	  .words = "channel number address voicemail letter rule", .flags = DOOR_NEEDS },

	{ .title = "Part in the case", .form = "party", .act = "add_party",
	  .words = "witness parent guardian spokesperson family business child suspect contact person", .flags = DOOR_NEEDS },

	{ .title = "End a part in the case", .form = "party-end", .act = "end_party",
	  .words = "witness parent spokesperson no more", .flags = DOOR_NEEDS },

	{ .title = "Close, nobody answered", .form = "unanswered", .act = "close_unanswered",
	  .words = "no response tries", .flags = DOOR_NEEDS },

	{ .title = "Return to who referred", .form = "return", .act = "return_to_referrer",
	  .words = "wrong details unsafe send back", .flags = DOOR_NEEDS },

	{ .title = "Supervisor has looked", .form = "supervise", .act = "supervise",
	  .words = "against what is safe conflict decide", .flags = DOOR_NEEDS },

	{ .title = "Declare kin", .form = "kin", .act = "declare_kin",
	  .words = "conflict of interest family friend neighbour" },

	{ .verb = ACTION_CONSENT, .form = "consent", .act = "give_consent",
	  .words = "agree share pass on", .flags = DOOR_NEEDS },

	{ .verb = ACTION_WITHDRAW, .form = "withdraw",
	  .act = "withdraw_consent", .words = "consent taken back revoke",
	  .flags = DOOR_NEEDS },

	/* ---- assessment ---- */

	{ .go = ACTION_GO_ASSESS, .show = show_assess, .act = "assess_needs",
	  .words = "needs risk dash score indicators triage", .flags = DOOR_NEEDS },

	{ .title = "Enhanced rights", .form = "enhanced", .act = "give_enhanced",
	  .words = "category vulnerable intimidated discretion", .flags = DOOR_NEEDS },

	{ .title = "End enhanced rights", .form = "enhanced-end", .act = "end_enhanced",
	  .words = "take away category", .flags = DOOR_NEEDS },

	{ .title = "Safeguarding step", .form = "safeguard", .act = "safeguard",
	  .words = "suicide child adult danger mash", .flags = DOOR_NEEDS },

	{ .title = "Refer to MARAC", .form = "conference", .act = "refer_conference",
	  .words = "risk conference", .flags = DOOR_NEEDS },

	{ .title = "What came of MARAC", .form = "conference-heard", .act = "record_conference",
	  .words = "risk conference outcome action", .flags = DOOR_NEEDS },

	{ .title = "Lower the grade of risk", .form = "risk-lower", .act = "lower_risk",
	  .words = "grade supervisor", .flags = DOOR_NEEDS },

	/* ---- plan and referral out ---- */

	{ .verb = ACTION_SEE_PLAN, .go = ACTION_GO_PLAN, .show = show_plan,
	  .words = "support goal actions", .flags = DOOR_NEEDS },

	{ .verb = ACTION_REFER, .show = show_refer, .act = "refer_out",
	  .words = "pass on service idva isva", .flags = DOOR_NEEDS },

	{ .go = ACTION_GO_REFERRALS, .show = show_referrals,
	  .words = "answers chase waiting list feedback", .flags = DOOR_NEEDS },

	{ .go = ACTION_GO_SERVICES, .show = show_services,
	  .words = "directory helplines" },

	{ .title = "Lend equipment", .form = "lend", .act = "lend",
	  .words = "alarm phone camera loan", .flags = DOOR_NEEDS },

	{ .title = "Make the home safer", .form = "order", .act = "order_work",
	  .words = "locks target hardening security", .flags = DOOR_NEEDS },

	{ .title = "Note an unmet need", .form = "unmet", .act = "note_unmet",
	  .words = "gap nothing fits no service", .flags = DOOR_NEEDS },

	{ .title = "Transfer to another hub", .form = "transfer",
	  .act = "transfer_case", .words = "moved area hand over",
	  .flags = DOOR_NEEDS },

	{ .title = "Write a case study", .form = "study", .act = "write_study",
	  .words = "story anonymous board", .flags = DOOR_NEEDS },

	/* ---- rights clock ---- */

	{ .verb = ACTION_RIGHTS, .show = show_clocks,
	  .words = "rights clock limit code", .flags = DOOR_NEEDS },

	{ .go = ACTION_GO_RIGHTS, .show = show_my_clocks,
	  .words = "rights clock limits due late" },

	{ .title = "tell the victim", .form = "tell", .act = "tell",
	  .words = "told informed ledger explained", .flags = DOOR_NEEDS },

	{ .title = "chase another body", .form = "chase", .act = "chase",
	  .words = "police witness care cps ask remind", .flags = DOOR_NEEDS },

	{ .title = "answer to a chase", .form = "chase-reply", .act = "chase_reply",
	  .words = "reply answered", .flags = DOOR_NEEDS },

	{ .title = "something happened", .form = "event", .act = "record_event",
	  .words = "event bail warrant expenses property parole", .flags = DOOR_NEEDS },

	/* ---- court ---- */

	{ .verb = ACTION_DIARY, .form = "diary", .act = "add_hearing",
	  .words = "court date hearing trial visit appointment",
	  .flags = DOOR_NEEDS },

	{ .go = ACTION_GO_DIARY, .show = show_diary,
	  .words = "court dates hearings week calendar" },

	{ .title = "did not go ahead", .form = "relist", .act = "relist_hearing",
	  .words = "vacated adjourned relist new date hearing",
	  .flags = DOOR_NEEDS },

	{ .title = "hearing took place", .form = "heard", .act = "hear_hearing",
	  .words = "heard effective outcome court", .flags = DOOR_NEEDS },

	{ .title = "special measures", .form = "measures",
	  .act = "decide_measures", .words = "screens live link granted refused",
	  .flags = DOOR_NEEDS },

	{ .title = "suspect", .form = "suspect", .act = "add_suspect",
	  .words = "accused named bail", .flags = DOOR_NEEDS },

	{ .title = "charged", .form = "charge", .act = "add_charge",
	  .words = "charge offence count", .flags = DOOR_NEEDS },

	{ .title = "charge moves on", .form = "move-charge",
	  .act = "move_charge", .words = "verdict sentence plea guilty",
	  .flags = DOOR_NEEDS },

	{ .title = "personal statement", .form = "statement",
	  .act = "record_statement", .words = "vps victim impact",
	  .flags = DOOR_NEEDS },

	{ .title = "review, appeal, release", .form = "decision",
	  .act = "record_decision",
	  .words = "vrr unduly lenient uls parole recall licence",
	  .flags = DOOR_NEEDS },

	{ .title = "victim contact scheme", .form = "scheme",
	  .act = "set_scheme", .words = "vcs probation liaison officer vlo",
	  .flags = DOOR_NEEDS },

	{ .title = "witness expense", .form = "expense",
	  .act = "claim_expense", .words = "travel money claim",
	  .flags = DOOR_NEEDS },

	{ .title = "compensation", .form = "claim",
	  .act = "claim_compensation", .words = "cica injuries order money",
	  .flags = DOOR_NEEDS },

	{ .title = "restorative justice", .form = "restorative",
	  .act = "offer_restorative", .words = "rj meeting offender",
	  .flags = DOOR_NEEDS },

	/* ---- letters ---- */

	{ .verb = ACTION_WRITE_OUT, .show = show_letters, .act = "write_letter",
	  .words = "letter text e-mail print post", .flags = DOOR_NEEDS },

	{ .title = "call script", .show = show_scripts, .act = "record_contact",
	  .words = "say ask words telephone prompt", .flags = DOOR_NEEDS },

	/* ---- complaints, surveys, their own requests ---- */

	{ .title = "complaint", .form = "complaint", .act = "take_complaint",
	  .words = "not content unhappy grievance", .flags = DOOR_NEEDS },

	{ .title = "answer a complaint", .form = "complaint-answer",
	  .act = "answer_complaint", .words = "reply acknowledge",
	  .flags = DOOR_NEEDS },

	{ .title = "pass a complaint on", .form = "complaint-pass",
	  .act = "pass_complaint", .words = "transfer another body",
	  .flags = DOOR_NEEDS },

	{ .title = "not content with the answer", .form = "complaint-raise",
	  .act = "raise_complaint", .words = "review ombudsman escalate",
	  .flags = DOOR_NEEDS },

	{ .title = "invite to a survey", .form = "survey", .act = "invite_survey",
	  .words = "satisfaction feedback ask", .flags = DOOR_NEEDS },

	{ .title = "do not survey", .form = "survey-never", .act = "set_survey",
	  .words = "opt out never ask", .flags = DOOR_NEEDS },

	{ .title = "asks about their record", .form = "request",
	  .act = "take_request",
	  .words = "request who saw opened copy subject access correction objection",
	  .flags = DOOR_NEEDS },

	{ .title = "answer a request", .form = "request-answer",
	  .act = "answer_request", .words = "subject access reply",
	  .flags = DOOR_NEEDS },

	/* ---- rooms of later issues ---- */

	{ .go = ACTION_GO_SUPERVISOR,
	  .later = "The supervisor's board is not in this handrail yet; the team tab shows who holds what." },

	{ .go = ACTION_GO_QA,
	  .later = "Quality review is not in this handrail yet." },

	{ .go = ACTION_GO_REPORTS,
	  .later = "Reports are not in this handrail yet; `handrailctl export` gives the records." },

	{ .verb = ACTION_REGISTER, .go = ACTION_GO_MAJOR,
	  .later = "No major incident is live." },

	{ .go = ACTION_GO_CONTRACTS,
	  .later = "Contracts are not in this handrail yet." },

	{ .go = ACTION_GO_ADMIN,
	  .later = "Users and the audit trail are on the command line: `handrailctl user`, `handrailctl audit`." },

	{ .go = ACTION_GO_SYNC,
	  .later = "Exchange with others is not in this handrail yet." },

	{ .verb = ACTION_FLAG,
	  .later = "Flags are not in this handrail yet; write a note with t." },

	{ .verb = ACTION_NONE },
};
/* clang-format on */
