/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_ACTS_H
#define HANDRAIL_HUB_ACTS_ACTS_H

#include "hub/act.h"

/*
 * The numbers of the acts, which are in every entry of the journal, and the
 * rows that the files of this folder export. A number is never used again.
 */
enum {
	ACT_TAKE_REFERRAL = 1,
	ACT_RECORD_CONTACT = 2,
	ACT_SET_SAFETY = 3,
	ACT_GIVE_CONSENT = 4,
	ACT_WITHDRAW_CONSENT = 5,
	ACT_MOVE_JOURNEY = 6,
	ACT_ADD_NOTE = 7,
	ACT_ASSIGN = 8,
	ACT_SNOOZE = 9,
	ACT_UNDO = 10,
	ACT_ADD_WORKER = 11,
	ACT_KEEP_RECORD = 12,
	ACT_SET_SAFE_WAY = 40,
	ACT_ADD_PARTY = 41,
	ACT_END_PARTY = 42,
	ACT_CLOSE_UNANSWERED = 43,
	ACT_RETURN_TO_REFERRER = 44,
	ACT_DECLARE_KIN = 45,
	ACT_SUPERVISE = 46,
	ACT_PUT_CRIME = 20,
	ACT_PUT_OUTCOME = 21,
	ACT_PUT_POLICE_REFERRAL = 22,
	ACT_RECORD_FEED = 23,
	ACT_PUT_PERSON = 24,
	ACT_INVENT = 30,
	ACT_ASSESS_NEEDS = 50,
	ACT_ASSESS_RISK = 51,
	ACT_LOWER_RISK = 52,
	ACT_GIVE_ENHANCED = 53,
	ACT_END_ENHANCED = 54,
	ACT_LOOK_AGAIN = 55,
	ACT_REFER_CONFERENCE = 56,
	ACT_RECORD_CONFERENCE = 57,
	ACT_SAFEGUARD = 58,
	ACT_MAKE_PLAN = 60,
	ACT_ADD_ACTION = 61,
	ACT_MOVE_ACTION = 62,
	ACT_REVIEW_PLAN = 63,
	ACT_LEND = 64,
	ACT_MOVE_LOAN = 65,
	ACT_ORDER_WORK = 66,
	ACT_MOVE_ORDER = 67,
	ACT_CHECK_REPEATS = 68,
	ACT_JOIN_PLAN = 69,
	ACT_WRITE_STUDY = 70,
	ACT_WITHDRAW_STUDY = 71,
	ACT_REFER_OUT = 72,
	ACT_ANSWER_REFERRAL = 73,
	ACT_CHASE_REFERRAL = 74,
	ACT_FEEDBACK_REFERRAL = 75,
	ACT_NOTE_UNMET = 76,
	ACT_TRANSFER_CASE = 77,
	ACT_ANSWER_TRANSFER = 78,
	ACT_KEEP_DIRECTORY = 79,
	ACT_TELL = 80,
	ACT_CHASE = 81,
	ACT_CHASE_REPLY = 82,
	ACT_CLOCK_OUTCOME = 83,
	ACT_LATE_REASON = 84,
	ACT_RECORD_EVENT = 85,
	ACT_ADD_SUSPECT = 90,
	ACT_ADD_CHARGE = 91,
	ACT_MOVE_CHARGE = 92,
	ACT_ADD_HEARING = 93,
	ACT_RELIST_HEARING = 94,
	ACT_HEAR_HEARING = 95,
	ACT_DECIDE_MEASURES = 96,
	ACT_CLAIM_EXPENSE = 97,
	ACT_RECORD_STATEMENT = 98,
	ACT_RECORD_DECISION = 99,
	ACT_SET_SCHEME = 100,
	ACT_CLAIM_COMPENSATION = 101,
	ACT_OFFER_RESTORATIVE = 102,
	ACT_WRITE_LETTER = 110,
	ACT_TAKE_COMPLAINT = 111,
	ACT_ANSWER_COMPLAINT = 112,
	ACT_PASS_COMPLAINT = 113,
	ACT_RAISE_COMPLAINT = 114,
	ACT_INVITE_SURVEY = 115,
	ACT_RECORD_SURVEY = 116,
	ACT_SET_SURVEY = 117,
	ACT_PUT_SURVEY_REPLY = 118,
	ACT_TAKE_REQUEST = 119,
	ACT_ANSWER_REQUEST = 120,
};

extern const struct act act_set_safe_way, act_add_party, act_end_party,
    act_close_unanswered, act_return_to_referrer, act_declare_kin,
    act_supervise;

extern const struct act act_take_referral;
extern const struct act act_record_contact;
extern const struct act act_set_safety;
extern const struct act act_give_consent;
extern const struct act act_withdraw_consent;
extern const struct act act_move_journey;
extern const struct act act_add_note;
extern const struct act act_assign;
extern const struct act act_snooze;
extern const struct act act_undo;
extern const struct act act_add_worker;
extern const struct act act_keep_record;
extern const struct act act_put_crime;
extern const struct act act_put_outcome;
extern const struct act act_put_police_referral;
extern const struct act act_put_person;
extern const struct act act_record_feed;
extern const struct act act_invent;
extern const struct act act_tell;
extern const struct act act_chase;
extern const struct act act_chase_reply;
extern const struct act act_clock_outcome;
extern const struct act act_late_reason;
extern const struct act act_record_event;
extern const struct act act_add_suspect;
extern const struct act act_add_charge;
extern const struct act act_move_charge;
extern const struct act act_add_hearing;
extern const struct act act_relist_hearing;
extern const struct act act_hear_hearing;
extern const struct act act_decide_measures;
extern const struct act act_claim_expense;
extern const struct act act_record_statement;
extern const struct act act_record_decision;
extern const struct act act_set_scheme;
extern const struct act act_claim_compensation;
extern const struct act act_offer_restorative;
extern const struct act act_assess_needs;
extern const struct act act_assess_risk;
extern const struct act act_lower_risk;
extern const struct act act_give_enhanced;
extern const struct act act_end_enhanced;
extern const struct act act_look_again;
extern const struct act act_refer_conference;
extern const struct act act_record_conference;
extern const struct act act_safeguard;
extern const struct act act_make_plan;
extern const struct act act_add_action;
extern const struct act act_move_action;
extern const struct act act_review_plan;
extern const struct act act_lend;
extern const struct act act_move_loan;
extern const struct act act_order_work;
extern const struct act act_move_order;
extern const struct act act_check_repeats;
extern const struct act act_join_plan;
extern const struct act act_write_study;
extern const struct act act_withdraw_study;
extern const struct act act_refer_out;
extern const struct act act_answer_referral;
extern const struct act act_chase_referral;
extern const struct act act_feedback_referral;
extern const struct act act_note_unmet;
extern const struct act act_transfer_case;
extern const struct act act_answer_transfer;
extern const struct act act_keep_directory;
extern const struct act act_write_letter;
extern const struct act act_take_complaint;
extern const struct act act_answer_complaint;
extern const struct act act_pass_complaint;
extern const struct act act_raise_complaint;
extern const struct act act_invite_survey;
extern const struct act act_record_survey;
extern const struct act act_set_survey;
extern const struct act act_put_survey_reply;
extern const struct act act_take_request;
extern const struct act act_answer_request;

#endif /* HANDRAIL_HUB_ACTS_ACTS_H */
