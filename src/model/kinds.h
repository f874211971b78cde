/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_MODEL_KINDS_H
#define HANDRAIL_MODEL_KINDS_H

/*
 * The numbers of the built-in kinds and of the fields that the hub's acts
 * name. They are written to disk and to other hubs: a number is never changed
 * and, once withdrawn, never used again. What each field means, how it is
 * typed, checked, shown and kept stands in the kind's own table, kinds/NAME.c;
 * nothing else about it is said here.
 *
 * Numbers from 1,000 up belong to the fields, and kinds from 1,000 up to the
 * registers, that a hub defines for itself.
 */

enum {
	KIND_PERSON = 1,
	KIND_HOME = 2,     /* where a person lives or may be written to */
	KIND_CRIME = 3,    /* as the police know it; may have no victim yet */
	KIND_OUTCOME = 4,  /* one police or court outcome of a crime */
	KIND_CASEFILE = 5, /* one victim's journey for one crime */
	KIND_CONTACT = 6,
	KIND_SAFETY = 7, /* what is safe, where, when, what to say */
	KIND_CONSENT = 8,
	KIND_REFERRAL = 9, /* to a service */
	KIND_STEP = 10,    /* one step of a journey */
	KIND_TASK = 11,
	KIND_NOTE = 12,
	KIND_CLOCK = 13, /* one running, met or late time limit */
	KIND_WORKER = 14,
	KIND_AGENCY = 15,
	KIND_SERVICE = 16,
	KIND_HOUSEHOLD = 17,
	KIND_RISK = 18,
	KIND_NEED = 19,
	KIND_PLAN = 20,
	KIND_ACTION = 21,
	KIND_HEARING = 22,
	KIND_TOLD = 23,
	KIND_DOCUMENT = 24,
	KIND_COMPLAINT = 25,
	KIND_SURVEY = 26,
	KIND_RESTORATIVE = 27,
	KIND_COMPENSATION = 28,
	KIND_INCIDENT = 29, /* a major incident */
	KIND_CONTRACT = 30,
	KIND_PURPOSE = 31, /* what grant money is for */
	KIND_MEASURE = 32,
	KIND_RISKLOG = 33,
	KIND_AGREEMENT = 34,
	KIND_FEEDRUN = 35, /* one file taken in */
	KIND_LEVEL = 41,   /* one category of enhanced rights */
	KIND_CHASE = 44,   /* another body asked to keep its duty */
	KIND_EVENT = 56,   /* what the clocks heard of */
	KIND_CONFERENCE = 48,
	KIND_SAFEGUARDING = 54,
	KIND_SUSPECT = 36,
	KIND_CHARGE = 37,
	KIND_EXPENSE = 38,   /* of a witness */
	KIND_STATEMENT = 51, /* a victim personal statement */
	KIND_DECISION = 52,  /* that may be looked at again */
	KIND_SCHEME = 53,    /* victim contact scheme */
	KIND_PARTY = 47,   /* somebody's part in a person's case */
	KIND_REQUEST = 42, /* of the person herself: who saw mine? */
	KIND_REPLY = 55,   /* answers of a survey, of nobody in particular */
	KIND_ORDER = 39,   /* work to make a home safer */
	KIND_LOAN = 40,    /* equipment lent */
	KIND_UNMET = 45,   /* a need that nothing serves */
	KIND_TRANSFER = 46, /* of a case, between hubs */
	KIND_STUDY = 50,    /* a story told without names */
	KIND_CONFLICT = 49, /* whom a worker must not look after */
	KIND_SITE = 1000
};

enum {
	PERSON_REF = 1,
	PERSON_GIVEN = 2,
	PERSON_FAMILY = 3,
	PERSON_BORN = 4,
	PERSON_SEX = 5,
	PERSON_PHONE = 6,
	PERSON_EMAIL = 7,
	PERSON_POSTCODE = 8,
	PERSON_DISTRICT = 9,
	PERSON_LANGUAGE = 10,
	PERSON_ACCESS = 11, /* hearing, sight and so on: codes */
	PERSON_ETHNICITY = 12,
	PERSON_VIA_NAME = 13, /* the one who speaks for them */
	PERSON_VIA_RELATION = 14,
	PERSON_OTHER_NAMES = 15,
	PERSON_SOURCE_KEY = 16, /* what a feed calls them */
	PERSON_SAFETY = 17,      /* link to the safety record */
	PERSON_NO_SURVEY = 28, /* does not want to be asked how it was */
	PERSON_NO_SURVEY_WHY = 29
};

enum { HOME_PERSON = 1, HOME_ADDRESS = 2, HOME_FROM = 3, HOME_UNTIL = 4 };

enum {
	CRIME_NUMBER = 1,    /* police reference, 26*123456 */
	CRIME_SOURCE_ID = 2, /* crime id in the open data */
	CRIME_FORCE = 3,
	CRIME_MONTH = 4,       /* or the day, as precisely as known */
	CRIME_CATEGORY = 5,    /* the hub's code: BUR, DOM ... */
	CRIME_POLICE_TYPE = 6, /* the force's own words */
	CRIME_PLACE = 7,
	CRIME_LSOA = 8,
	CRIME_DISTRICT = 9,
	CRIME_LONGITUDE = 10,
	CRIME_LATITUDE = 11,
	CRIME_LAST_OUTCOME = 12,
	CRIME_FEED = 13,
	CRIME_WITHDRAWN = 14,
	CRIME_CONTEXT = 15,
	CRIME_FALLS_WITHIN = 16,
	CRIME_LSOA_NAME = 17
};

enum {
	OUTCOME_CRIME = 1,
	OUTCOME_MONTH = 2,
	OUTCOME_TYPE = 3,
	OUTCOME_FEED = 4,
	OUTCOME_SOURCE_ID = 5,
	OUTCOME_FORCE = 6
};

enum {
	CASEFILE_PERSON = 1,
	CASEFILE_CRIME = 2, /* none when the police were never told */
	CASEFILE_CATEGORY = 3,
	CASEFILE_WHEN = 4,
	CASEFILE_NUMBER = 5, /* police reference as told */
	CASEFILE_NARRATIVE = 6,
	CASEFILE_RISK = 7, /* letters; "-" asked, none */
	CASEFILE_NEEDS = 8,
	CASEFILE_CONSENT = 9, /* the letter in force */
	CASEFILE_LEVEL = 10,  /* standard or enhanced */
	CASEFILE_LEVEL_WHY = 11,
	CASEFILE_STAGE = 12,  /* state of the journey, S00 .. S90 */
	CASEFILE_STATUS = 13, /* open, waiting, closed */
	CASEFILE_OWNER = 14,  /* link to the worker */
	CASEFILE_OPENED = 15,
	CASEFILE_CLOSED = 16,
	CASEFILE_CLOSED_WHY = 17,
	CASEFILE_NEXT_DUE = 18, /* when something must next be done */
	CASEFILE_NEXT_WHAT = 19,
	CASEFILE_SOURCE = 20, /* police, self, other agency */
	CASEFILE_CALLER = 21,
	CASEFILE_SAFE_NOW = 22, /* safe to talk when they rang */
	CASEFILE_ATTEMPTS = 23, /* tries to reach them so far */
	CASEFILE_FLAGS = 24,    /* persistently targeted and so on */
	CASEFILE_AREA = 25,
	CASEFILE_NTH = 26, /* this person's first, second ... case */
	CASEFILE_SERVICE = 31, /* level of service, by triage; not of rights */
	CASEFILE_SERVICE_WHY = 32,
	CASEFILE_GRADE = 33, /* of the latest risk assessment */
	CASEFILE_RULES = 34, /* ids of the rules of risk that hold */
	CASEFILE_SINCE = 37, /* the level has been what it is since then */
	CASEFILE_PLAN = 49,
	CASEFILE_PLAN_SINCE = 50,
};

enum {
	CONTACT_CASEFILE = 1,
	CONTACT_ON = 2,
	CONTACT_WAY = 3, /* in or out */
	CONTACT_BY = 4,  /* phone, text, letter, in person */
	CONTACT_OUTCOME = 5,
	CONTACT_NOTE = 6,
	CONTACT_MINUTES = 7,
	CONTACT_WORKER = 8,
	CONTACT_LEFT = 9,       /* was a message left */
	CONTACT_UNSAFE_WHY = 10, /* reason given for ringing outside the rule */
	CONTACT_INTERPRETER = 11,
	CONTACT_CHECKED = 12, /* how we knew who it was */
	CONTACT_SCRIPT = 30 /* the call script and its version */
};

enum {
	SAFETY_PERSON = 1,
	SAFETY_CHANNELS = 2, /* letters; "x" no safe way; "w" set times */
	SAFETY_TIMES = 3,
	SAFETY_SAY = 4,
	SAFETY_AVOID = 5,
	SAFETY_WHO = 6, /* who may answer, who to speak to */
	SAFETY_WITHHOLD = 7,
	SAFETY_ASKED = 8,
	SAFETY_UNTIL = 9,
	SAFETY_RULES = 10, /* rows: of one way, at one place */
	SAFETY_WORD = 11,  /* by which they know us and we them */
	SAFETY_NO_CONTACT = 12,
	SAFETY_WORKER = 13 /* who asked */
};

/* The parts of a row of SAFETY_RULES. */
enum {
	SAFETY_RULE_WAY = 1,
	SAFETY_RULE_WHERE = 2, /* a number or an address; none: any */
	SAFETY_RULE_SAFE = 3,
	SAFETY_RULE_TIMES = 4,
	SAFETY_RULE_WHO = 5,
	SAFETY_RULE_SAY = 6,
	SAFETY_RULE_LEAVE = 7,
	SAFETY_RULE_UNTIL = 8
};

enum {
	PARTY_PERSON = 1,
	PARTY_CASEFILE = 2,
	PARTY_PART = 3,
	PARTY_NAME = 4,
	PARTY_RELATION = 5,
	PARTY_BORN = 6,
	PARTY_PHONE = 7,
	PARTY_EMAIL = 8,
	PARTY_RECORD = 9,
	PARTY_CONTACT = 10, /* all contact goes through them */
	PARTY_AUTHORITY = 11,
	PARTY_FROM = 12,
	PARTY_UNTIL = 13, /* it ended */
	PARTY_WHY = 14,
	PARTY_NOTE = 15
};

enum {
	CONFLICT_WORKER = 1,
	CONFLICT_NAME = 2,
	CONFLICT_BORN = 3,
	CONFLICT_RELATION = 4,
	CONFLICT_NOTE = 5,
	CONFLICT_ON = 6
};

enum {
	CONSENT_CASEFILE = 1,
	CONSENT_KIND = 2,
	CONSENT_ON = 3,
	CONSENT_BY = 4,
	CONSENT_WITHDRAWN = 5,
	CONSENT_SCOPE = 6
};

enum {
	REFERRAL_CASEFILE = 1,
	REFERRAL_SERVICE = 2,
	REFERRAL_STATE = 3, /* queued, sent, accepted, declined, done */
	REFERRAL_URGENT = 4,
	REFERRAL_ON = 5,
	REFERRAL_REPLY_DUE = 6,
	REFERRAL_NOTE = 7,
	REFERRAL_TO = 8,
	REFERRAL_ITEMS = 9,
	REFERRAL_SAFE = 10,
	REFERRAL_BASIS = 11,
	REFERRAL_BY = 12,
	REFERRAL_SENT = 13,
	REFERRAL_CHASED = 14,
	REFERRAL_CHASES = 15,
	REFERRAL_ANSWERED = 16,
	REFERRAL_REASON = 17,
	REFERRAL_PLACE = 18,
	REFERRAL_EXPECTED = 19,
	REFERRAL_FEEDBACK = 20,
	REFERRAL_CLOSED = 21,
	REFERRAL_OUTCOME = 22,
	REFERRAL_NEED = 23,
	REFERRAL_WARNED = 24,
	REFERRAL_WHY = 25,
	REFERRAL_WORKER = 26
};

enum {
	STEP_CASEFILE = 1,
	STEP_STATE = 2,
	STEP_ON = 3,
	STEP_FROM = 4,    /* the state before */
	STEP_TOLD_BY = 5, /* police, court, victim, feed */
	STEP_OUTCOME = 6, /* link to the outcome that moved it */
	STEP_NOTE = 7,
	STEP_OVERRIDE = 8, /* reason for a move the journey does not hold */
	STEP_SUSPECT = 9,
	STEP_CHARGE = 10
};

enum {
	TASK_CASEFILE = 1,
	TASK_WHAT = 2,
	TASK_DUE = 3,
	TASK_OWNER = 4,
	TASK_STATE = 5, /* open, done, dropped */
	TASK_DONE = 6,
	TASK_TEXT = 7,
	TASK_CRIME = 8
};

enum {
	NOTE_CASEFILE = 1,
	NOTE_ON = 2,
	NOTE_TEXT = 3,
	NOTE_WORKER = 4,
	NOTE_EXACT = 5 /* the caller's own words */
};

enum {
	CLOCK_CASEFILE = 1,
	CLOCK_RULE = 2, /* VC06 */
	CLOCK_STARTED = 3,
	CLOCK_DUE = 4,
	CLOCK_MET = 5,
	CLOCK_STATE = 6, /* running, paused, met, late, excepted, unknown */
	CLOCK_WHY = 7,
	CLOCK_EVENT = 8,     /* what started it */
	CLOCK_PAUSED = 9,    /* since when, while it is paused */
	CLOCK_EXCEPTION = 10, /* the lawful reason that it stands still */
	CLOCK_PROMPT = 11,   /* when to look at it again */
	CLOCK_TOLD = 12,     /* the telling that met it */
	CLOCK_BY = 13        /* the worker who said what came of it */
};

enum {
	WORKER_LOGIN = 1,
	WORKER_NAME = 2,
	WORKER_INITIALS = 3,
	WORKER_ROLE = 4,
	WORKER_AREAS = 5,
	WORKER_FROM = 6,
	WORKER_UNTIL = 7,
	WORKER_NUMBER = 8 /* author number in the journal */
};

enum {
	FEEDRUN_FEED = 1,
	FEEDRUN_FILE = 2, /* a hash of the bytes, never the name */
	FEEDRUN_ON = 3,
	FEEDRUN_READ = 4,
	FEEDRUN_NEW = 5,
	FEEDRUN_CHANGED = 6,
	FEEDRUN_SAME = 7,
	FEEDRUN_REPEATED = 8,
	FEEDRUN_WITHDRAWN = 9,
	FEEDRUN_REFUSED = 10,
	FEEDRUN_WAITING = 11
};

enum {
	AGENCY_NAME = 1,
	AGENCY_CODE = 2,
	AGENCY_SORT = 3,
	AGENCY_PHONE = 4,
	AGENCY_EMAIL = 5,
	AGENCY_ADDRESS = 6,
	AGENCY_NOTE = 7,
	AGENCY_UNTIL = 8,
	AGENCY_KEY = 9,
	AGENCY_WEB = 10,
	AGENCY_MORE = 11
};

enum {
	SERVICE_CODE = 1,
	SERVICE_NAME = 2,
	SERVICE_SORT = 3,
	SERVICE_AGENCY = 4,
	SERVICE_AREAS = 5,
	SERVICE_WHO = 6,
	SERVICE_HOURS = 7,
	SERVICE_PHONE = 8,
	SERVICE_EMAIL = 9,
	SERVICE_BY = 10,
	SERVICE_CONSENT = 11,
	SERVICE_WAIT = 12,
	SERVICE_FREE = 13,
	SERVICE_CHECKED = 14,
	SERVICE_REPLACED = 15,
	SERVICE_UNTIL = 16,
	SERVICE_REPLY = 17,
	SERVICE_KEY = 18,
	SERVICE_NOT = 19,
	SERVICE_LANGUAGES = 20,
	SERVICE_SAY = 21,
	SERVICE_FROM_AGE = 22,
	SERVICE_TO_AGE = 23,
	SERVICE_SEXES = 24,
	SERVICE_CRIMES = 25,
	SERVICE_NEEDS = 26,
	SERVICE_DISTRICTS = 27,
	SERVICE_SHARE = 28,
	SERVICE_MARK = 29,
	SERVICE_CHECKED_BY = 30,
	SERVICE_WEB = 31,
	SERVICE_ADDRESS = 32,
	SERVICE_POSTCODE = 33,
	SERVICE_NATIONAL = 34,
	SERVICE_SIGNPOST = 35,
	SERVICE_ABOUT = 36,
	SERVICE_MORE = 37,
	SERVICE_WRONG = 38,
	SERVICE_WRONG_ON = 39
};

enum {
	HOUSEHOLD_PERSON = 1,
	HOUSEHOLD_NAME = 2,
	HOUSEHOLD_RELATION = 3,
	HOUSEHOLD_BORN = 4,
	HOUSEHOLD_LIVES = 5,
	HOUSEHOLD_CONCERN = 6,
	HOUSEHOLD_LINK = 7,
	HOUSEHOLD_NOTE = 8
};

enum {
	RISK_CASEFILE = 1,
	RISK_TOOL = 2,
	RISK_ON = 3,
	RISK_WORKER = 4,
	RISK_ANSWERS = 5,
	RISK_SCORE = 6,
	RISK_GRADE = 7,
	RISK_RAISED = 8,
	RISK_TRIGGERS = 9,
	RISK_CONFERENCE = 10,
	RISK_NEXT = 11,
	RISK_SCORED = 12, /* the grade that the score alone gives */
	RISK_JUDGED = 13, /* the grade that judgement gives; none: the score's */
	RISK_LOWERED = 14,
	RISK_RULES = 15, /* ids of the rules that held */
	RISK_VERSION = 16
};

enum {
	NEED_CASEFILE = 1,
	NEED_ON = 2,
	NEED_POINT = 3,
	NEED_WORKER = 4,
	NEED_SCORES = 5,
	NEED_GOAL = 6,
	NEED_NEXT = 7,
	NEED_INDICATORS = 8
};

/* The parts of NEED_SCORES, NEED_INDICATORS and RISK_ANSWERS. */
enum { SCORE_NEED = 1, SCORE_POINTS = 2, SCORE_NOTE = 3, SCORE_DECLINED = 4 };
enum { INDICATOR_CODE = 1, INDICATOR_CHANGE = 2, INDICATOR_NOTE = 3 };
enum { ANSWER_QUESTION = 1, ANSWER_GIVEN = 2, ANSWER_NOTE = 3 };

enum {
	LEVEL_CASEFILE = 1,
	LEVEL_CATEGORY = 2, /* E1, E2, E3a, E3b, ED */
	LEVEL_HOW = 3,      /* found by a rule, or given by a person */
	LEVEL_RULE = 4,     /* id in data/levels */
	LEVEL_EVIDENCE = 5,
	LEVEL_WORKER = 6,
	LEVEL_FROM = 7,
	LEVEL_UNTIL = 8,
	LEVEL_REASON = 9, /* ED cannot be without one */
	LEVEL_ENDED = 10  /* why it ended */
};

enum {
	CONFERENCE_CASEFILE = 1,
	CONFERENCE_SORT = 2, /* MARAC and others */
	CONFERENCE_STATE = 3,
	CONFERENCE_REFERRED = 4,
	CONFERENCE_WHY = 5,
	CONFERENCE_REASON = 6,
	CONFERENCE_REPEAT = 7,
	CONFERENCE_ON = 8,
	CONFERENCE_RISK = 9, /* link to the risk assessment */
	CONFERENCE_ACTIONS = 10,
	CONFERENCE_OUTCOME = 11,
	CONFERENCE_WORKER = 12
};

enum {
	CONFERENCE_ACTION_WHAT = 1,
	CONFERENCE_ACTION_WHO = 2,
	CONFERENCE_ACTION_DUE = 3,
	CONFERENCE_ACTION_DONE = 4
};

enum {
	SAFEGUARDING_CASEFILE = 1,
	SAFEGUARDING_SORT = 2, /* suicide, child, adult: data/safeguarding */
	SAFEGUARDING_STATE = 3,
	SAFEGUARDING_OPENED = 4,
	SAFEGUARDING_WHY = 5, /* the rule or the letter that asked for it */
	SAFEGUARDING_STEPS = 6,
	SAFEGUARDING_CLOSED = 7,
	SAFEGUARDING_TASK = 8,
	SAFEGUARDING_WORKER = 9
};

enum {
	STEP_TAKEN_CODE = 1,
	STEP_TAKEN_ON = 2,
	STEP_TAKEN_WORKER = 3,
	STEP_TAKEN_TOLD = 4, /* who was told */
	STEP_TAKEN_NOTE = 5
};

enum {
	PLAN_CASEFILE = 1,
	PLAN_VERSION = 2,
	PLAN_ON = 3,
	PLAN_GOAL = 4,
	PLAN_SHARED = 5,
	PLAN_REVIEW = 6,
	PLAN_STATE = 7,
	PLAN_NEED = 8,
	PLAN_ENDED = 9,
	PLAN_RESULT = 10,
	PLAN_WORKER = 11,
	PLAN_FORM = 12,
	PLAN_GOALS = 13 /* rows: need, words, reached */
};

enum {
	ACTION_PLAN = 1,
	ACTION_CASEFILE = 2,
	ACTION_WHAT = 3,
	ACTION_SORT = 4,
	ACTION_WHO = 5,
	ACTION_DUE = 6,
	ACTION_STATE = 7,
	ACTION_DONE = 8,
	ACTION_RESULT = 9,
	ACTION_MINUTES = 10,
	ACTION_NEED = 11,
	ACTION_VERSION = 12,
	ACTION_EVERY = 13,
	ACTION_TIMES = 14,
	ACTION_WORKER = 15,
	ACTION_REFERRAL = 16
};

enum {
	HEARING_CASEFILE = 1,
	HEARING_ON = 2,
	HEARING_COURT = 3,
	HEARING_SORT = 4,
	HEARING_AS = 5,
	HEARING_MEASURES = 6,
	HEARING_GRANTED = 7,
	HEARING_TOLD = 8,
	HEARING_RESULT = 9,
	HEARING_NEEDS = 10,
	HEARING_INTERPRETER = 11,
	HEARING_ROOM = 12,
	HEARING_NOTE = 13,
	HEARING_SUSPECT = 14,
	HEARING_ASKED_BY = 15, /* who asked for the measures */
	HEARING_ASKED_ON = 16,
	HEARING_REFUSED = 17, /* measures; what is neither is pending */
	HEARING_DECIDED_ON = 18,
	HEARING_WHY = 19,   /* of a listing that did not go ahead */
	HEARING_AFTER = 20, /* the hearing it was listed again from */
	HEARING_WORKER = 21, /* who goes with them */
	HEARING_NTH = 22
};

enum {
	TOLD_CASEFILE = 1,
	TOLD_WHAT = 2,
	TOLD_ON = 3,
	TOLD_BY = 4,
	TOLD_HOW = 5,
	TOLD_WORKER = 6,
	TOLD_CLOCK = 7,
	TOLD_SAID = 8,
	TOLD_UNDERSTOOD = 9,
	TOLD_UNSAFE_WHY = 10 /* the reason for telling outside the rule */
};

enum {
	CHASE_CASEFILE = 1,
	CHASE_CLOCK = 2,
	CHASE_WHOM = 3,
	CHASE_HOW = 4,
	CHASE_ON = 5,
	CHASE_WORKER = 6,
	CHASE_REPLY_DUE = 7,
	CHASE_TEXT = 8,
	CHASE_REPLIED = 9,
	CHASE_REPLY = 10
};

enum {
	EVENT_CASEFILE = 1,
	EVENT_WHAT = 2,
	EVENT_ON = 3,
	EVENT_TOLD_BY = 4,
	EVENT_NOTE = 5,
	EVENT_WORKER = 6
};

enum {
	DOCUMENT_CASEFILE = 1,
	DOCUMENT_SORT = 2,
	DOCUMENT_ON = 3,
	DOCUMENT_WAY = 4,
	DOCUMENT_TITLE = 5,
	DOCUMENT_HASH = 6,
	DOCUMENT_SAFE = 7,
	DOCUMENT_NOTE = 8,
	DOCUMENT_LETTER = 9, /* which of data/letters */
	DOCUMENT_VERSION = 10,
	DOCUMENT_LANGUAGE = 11,
	DOCUMENT_SIZE = 12,
	DOCUMENT_BY = 13,
	DOCUMENT_WORKER = 14,
	DOCUMENT_HOME = 15, /* link to the address used, never the address */
	DOCUMENT_BATCH = 16,
	DOCUMENT_OVERRIDE = 17,
	DOCUMENT_TEXT = 18
};

enum {
	COMPLAINT_CASEFILE = 1,
	COMPLAINT_ON = 2,
	COMPLAINT_ABOUT = 3,
	COMPLAINT_SORT = 4,
	COMPLAINT_STAGE = 5,
	COMPLAINT_TEXT = 6,
	COMPLAINT_DUE = 7,
	COMPLAINT_REPLIED = 8,
	COMPLAINT_PASSED = 9,
	COMPLAINT_RESULT = 10,
	COMPLAINT_WHO = 11, /* who complains, when it is no case of ours */
	COMPLAINT_ACKNOWLEDGED = 12,
	COMPLAINT_RULE = 13, /* the time limit it is answered by */
	COMPLAINT_BY = 14,
	COMPLAINT_WORKER = 15,
	COMPLAINT_REVIEW = 16 /* why they are not content with the answer */
};

enum {
	SURVEY_CASEFILE = 1,
	SURVEY_SORT = 2,
	SURVEY_ON = 3,
	SURVEY_HOW = 4,
	SURVEY_ANSWERS = 5,
	SURVEY_AGAIN = 6,
	SURVEY_OUTCOMES = 7,
	SURVEY_STATE = 8,
	SURVEY_BODY = 9, /* who asks */
	SURVEY_INVITED = 10,
	SURVEY_WORKER = 11
};

enum {
	RESTORATIVE_CASEFILE = 1,
	RESTORATIVE_OFFERED = 2,
	RESTORATIVE_STATE = 3,
	RESTORATIVE_HOW = 4,
	RESTORATIVE_BY = 5,
	RESTORATIVE_ON = 6,
	RESTORATIVE_RESULT = 7,
	RESTORATIVE_RISKS = 8,
	RESTORATIVE_ASKED = 9, /* y: the victim asked first */
	RESTORATIVE_ANSWERED = 10
};

enum {
	COMPENSATION_CASEFILE = 1,
	COMPENSATION_SORT = 2,
	COMPENSATION_APPLIED = 3,
	COMPENSATION_LIMIT = 4,
	COMPENSATION_STATE = 5,
	COMPENSATION_CLAIMED = 6,
	COMPENSATION_AWARDED = 7,
	COMPENSATION_PAID = 8,
	COMPENSATION_NOTE = 9,
	COMPENSATION_DECIDED = 10,
	COMPENSATION_SOURCE = 11
};

enum {
	INCIDENT_CODE = 1,
	INCIDENT_NAME = 2,
	INCIDENT_FROM = 3,
	INCIDENT_UNTIL = 4,
	INCIDENT_PLACE = 5,
	INCIDENT_LEAD = 6,
	INCIDENT_STATE = 7,
	INCIDENT_ASSEMBLY = 8,
	INCIDENT_NOTE = 9
};

enum {
	CONTRACT_SERVICE = 1,
	CONTRACT_CODE = 2,
	CONTRACT_TITLE = 3,
	CONTRACT_FROM = 4,
	CONTRACT_UNTIL = 5,
	CONTRACT_EXTEND = 6,
	CONTRACT_VALUE = 7,
	CONTRACT_REPORTS = 8,
	CONTRACT_TARGETS = 9,
	CONTRACT_NOTE = 10
};

enum {
	PURPOSE_CODE = 1,
	PURPOSE_NAME = 2,
	PURPOSE_GRANT = 3,
	PURPOSE_YEAR = 4,
	PURPOSE_AMOUNT = 5,
	PURPOSE_SPENT = 6,
	PURPOSE_CONTRACT = 7,
	PURPOSE_NOTE = 8
};

enum {
	MEASURE_CODE = 1,
	MEASURE_NAME = 2,
	MEASURE_MEANS = 3,
	MEASURE_UNIT = 4,
	MEASURE_PERIOD = 5,
	MEASURE_TARGET = 6,
	MEASURE_OWNER = 7,
	MEASURE_VERSION = 8
};

enum {
	RISKLOG_CODE = 1,
	RISKLOG_TEXT = 2,
	RISKLOG_CHANCE = 3,
	RISKLOG_HARM = 4,
	RISKLOG_CONTROLS = 5,
	RISKLOG_OWNER = 6,
	RISKLOG_REVIEW = 7,
	RISKLOG_STATE = 8
};

enum {
	AGREEMENT_CODE = 1,
	AGREEMENT_TITLE = 2,
	AGREEMENT_WITH = 3,
	AGREEMENT_SORT = 4,
	AGREEMENT_BASIS = 5,
	AGREEMENT_FROM = 6,
	AGREEMENT_UNTIL = 7,
	AGREEMENT_REVIEW = 8,
	AGREEMENT_ITEMS = 9,
	AGREEMENT_SIGNED = 10
};

enum {
	SUSPECT_CASEFILE = 1,
	SUSPECT_NTH = 2,
	SUSPECT_NAME = 3,
	SUSPECT_RELATION = 4,
	SUSPECT_STAGE = 5,
	SUSPECT_SINCE = 6,
	SUSPECT_BAIL_UNTIL = 7,
	SUSPECT_CONDITIONS = 8,
	SUSPECT_YOUTH = 9,
	SUSPECT_NOTE = 10
};

enum {
	CHARGE_CASEFILE = 1,
	CHARGE_SUSPECT = 2,
	CHARGE_NTH = 3,
	CHARGE_OFFENCE = 4,
	CHARGE_STAGE = 5,
	CHARGE_SINCE = 6,
	CHARGE_PLEA = 7,
	CHARGE_VERDICT = 8,
	CHARGE_DISPOSALS = 9,
	CHARGE_LENGTH = 10,
	CHARGE_MONTHS = 11,
	CHARGE_SENTENCED = 12,
	CHARGE_RELEASE = 13,
	CHARGE_LICENCE = 14,
	CHARGE_END = 15,
	CHARGE_SOURCE = 16,
	CHARGE_ORDER_UNTIL = 17,
	CHARGE_NOTE = 18
};

enum {
	EXPENSE_CASEFILE = 1,
	EXPENSE_HEARING = 2,
	EXPENSE_SORT = 3,
	EXPENSE_AMOUNT = 4,
	EXPENSE_STATE = 5,
	EXPENSE_SENT = 6,
	EXPENSE_PAID = 7,
	EXPENSE_NOTE = 8
};

enum {
	STATEMENT_CASEFILE = 1,
	STATEMENT_SORT = 2,
	STATEMENT_OFFERED = 3,
	STATEMENT_BY = 4,
	STATEMENT_CHOICE = 5,
	STATEMENT_MADE = 6,
	STATEMENT_ADDED = 7,
	STATEMENT_READER = 8,
	STATEMENT_READ = 9,
	STATEMENT_NOTE = 10
};

enum {
	DECISION_CASEFILE = 1,
	DECISION_SORT = 2,
	DECISION_CHARGE = 3,
	DECISION_MADE = 4,
	DECISION_LIMIT = 5,
	DECISION_STATE = 6,
	DECISION_ASKED = 7,
	DECISION_BY = 8,
	DECISION_HEARD = 9,
	DECISION_RESULT = 10,
	DECISION_RESULT_ON = 11,
	DECISION_EFFECT = 12,
	DECISION_SOURCE = 13,
	DECISION_NOTE = 14
};

enum {
	SCHEME_CASEFILE = 1,
	SCHEME_SORT = 2,
	SCHEME_STATE = 3,
	SCHEME_WHY = 4,
	SCHEME_REFERRED = 5,
	SCHEME_ANSWERED = 6,
	SCHEME_CONTACT = 7,
	SCHEME_OFFICER = 8,
	SCHEME_PHONE = 9,
	SCHEME_FIRST = 10,
	SCHEME_CONDITIONS = 11,
	SCHEME_GRANTED = 12,
	SCHEME_NOTE = 13
};

enum {
	REQUEST_PERSON = 1,
	REQUEST_SORT = 2,
	REQUEST_ON = 3,
	REQUEST_BY = 4,
	REQUEST_TEXT = 5,
	REQUEST_KNOWN = 6, /* it was seen that it is her */
	REQUEST_DUE = 7,
	REQUEST_STATE = 8,
	REQUEST_ANSWERED = 9,
	REQUEST_ANSWER = 10,
	REQUEST_WHY = 11, /* why longer, or why not */
	REQUEST_WORKER = 12
};

enum {
	REPLY_SOURCE_ID = 1,
	REPLY_SORT = 2,
	REPLY_MONTH = 3,
	REPLY_CATEGORY = 4,
	REPLY_BODY = 5,
	REPLY_QUESTION = 6,
	REPLY_ANSWER = 7,
	REPLY_SAID = 8,
	REPLY_DISTRICT = 9
};

enum {
	ORDER_CASEFILE = 1,
	ORDER_ITEMS = 2,
	ORDER_WHY = 3,
	ORDER_OVERRIDE = 4,
	ORDER_BY = 5,
	ORDER_ASKED = 6,
	ORDER_STATE = 7,
	ORDER_QUOTE = 8,
	ORDER_APPROVED = 9,
	ORDER_APPROVER = 10,
	ORDER_ORDERED = 11,
	ORDER_VISIT = 12,
	ORDER_DONE = 13,
	ORDER_COST = 14,
	ORDER_RESULT = 15,
	ORDER_CHECK = 16,
	ORDER_REPEAT = 17,
	ORDER_FROM = 18,
	ORDER_PURPOSE = 19,
	ORDER_WORKER = 20
};

enum {
	LOAN_CASEFILE = 1,
	LOAN_SORT = 2,
	LOAN_SERIAL = 3,
	LOAN_LENT = 4,
	LOAN_DUE = 5,
	LOAN_STATE = 6,
	LOAN_RETURNED = 7,
	LOAN_OWNER = 8,
	LOAN_COST = 9,
	LOAN_NOTE = 10,
	LOAN_WORKER = 11
};

enum {
	UNMET_CASEFILE = 1,
	UNMET_NEED = 2,
	UNMET_SORT = 3,
	UNMET_SERVICE = 4,
	UNMET_WHY = 5,
	UNMET_ON = 6,
	UNMET_NOTE = 7,
	UNMET_MET = 8,
	UNMET_DISTRICT = 9,
	UNMET_AGE = 10,
	UNMET_CATEGORY = 11,
	UNMET_WORKER = 12
};

enum {
	TRANSFER_CASEFILE = 1,
	TRANSFER_WAY = 2,
	TRANSFER_HUB = 3,
	TRANSFER_WHY = 4,
	TRANSFER_ITEMS = 5,
	TRANSFER_SAFE = 6,
	TRANSFER_ON = 7,
	TRANSFER_DUE = 8,
	TRANSFER_STATE = 9,
	TRANSFER_REPLIED = 10,
	TRANSFER_REASON = 11,
	TRANSFER_CONTACT = 12,
	TRANSFER_WORKER = 13
};

enum {
	STUDY_CASEFILE = 1,
	STUDY_TITLE = 2,
	STUDY_TEXT = 3,
	STUDY_CONSENT = 4,
	STUDY_AGREED = 5,
	STUDY_FOR = 6,
	STUDY_WITHDRAWN = 7,
	STUDY_CATEGORY = 8,
	STUDY_ON = 9,
	STUDY_WORKER = 10
};

#endif /* HANDRAIL_MODEL_KINDS_H */
