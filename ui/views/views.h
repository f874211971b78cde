/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_VIEWS_H
#define HANDRAIL_UI_VIEWS_VIEWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * The screens, each by the one call that shows it. A screen reads what it shows
 * from the hub of the desk, copies it, and lets go: none holds a read open.
 */

struct draft;
struct view;

/* Whom a screen or a verb is about. casefile may be 0: the person. */
struct subject {
	uint64_t person, casefile;
};

/**
 * show_unlock():
 * Ask for the passphrase, and nothing else (unlock.c).
 */
void show_unlock(void);

/**
 * show_queue():
 * The work queue, which stands under every other screen (queue.c).
 */
void show_queue(void);

/**
 * queue_neighbour(person, step):
 * Move the cursor of the queue ${step} rows on from ${person}, whom it stands
 * on, and return who is there; 0, and why is said, when there is nobody.
 */
uint64_t queue_neighbour(uint64_t person, int step);

/**
 * show_intake(words):
 * A new call (intake.c). ${words} are what was already said of it on the
 * command line, "sarah okafor 120384"; NULL or "": nothing.
 */
void show_intake(const char *words);

/**
 * show_intake_for(person):
 * A new incident of somebody we know.
 */
void show_intake_for(uint64_t person);

/**
 * show_person(person), show_journey(subject), show_find(words):
 * The person's page (person.c); the journey of one case, or of all theirs
 * (journey.c); looking for people by ${words}, which may be "" (find.c).
 */
void show_person(uint64_t person);
void show_journey(const struct subject *subject);
void show_find(const char *words);

/**
 * show_asked(person), person_was_asked(v):
 * The page of one who gave their reference or their number on the telephone:
 * when what they rang for is saved, the queue is there again. Whether ${v} is
 * such a page.
 */
void show_asked(uint64_t person);
bool person_was_asked(const struct view *v);

/**
 * show_diary(subject):
 * The diary of court dates, visits and calls (diary.c); ${subject} is not asked.
 */
void show_diary(const struct subject *subject);

/**
 * show_clocks(subject), show_my_clocks(subject):
 * The rights clock of one person, or of this worker's cases (clocks.c).
 */
void show_clocks(const struct subject *subject);
void show_my_clocks(const struct subject *subject);

/**
 * show_subject(subject):
 * The person's page of whom ${subject} is.
 */
void show_subject(const struct subject *subject);

/* A value that stands on a form from the start, as if it had been typed. */
struct given {
	const char *slot, *value;
};

/* What a form is about besides the person: one record of theirs. */
struct paper_of {
	const char *link;          /* its name on the slip: "referral" */
	uint64_t record;           /* its id */
	const struct given *given; /* ends with a NULL slot; NULL: none */
};

/**
 * show_paper(form, subject), show_paper_of(form, subject, of):
 * The form data/forms/${form}.cfg about one person (paper.c), over the act that
 * it names; and about one record of theirs as well. ${of} is copied as far as
 * it is needed; NULL: nothing more.
 */
void show_paper(const char *form, const struct subject *subject);
void show_paper_of(const char *form, const struct subject *subject,
    const struct paper_of *of);

/**
 * show_assess(subject):
 * The assessment of needs and risk (assess.c).
 */
void show_assess(const struct subject *subject);

/**
 * show_letters(subject), show_scripts(subject):
 * What may be written to the person, as it will read; what to say to them on
 * the telephone (letter.c).
 */
void show_letters(const struct subject *subject);
void show_scripts(const struct subject *subject);

/**
 * show_plan(subject), show_refer(subject), show_referrals(subject),
 * show_services(subject):
 * The support plan (plan.c); passing somebody on (refer.c); where they were
 * passed on to (referrals.c); the service directory (services.c).
 */
void show_plan(const struct subject *subject);
void show_refer(const struct subject *subject);
void show_referrals(const struct subject *subject);
void show_services(const struct subject *subject);

/**
 * show_refer_to(subject, service, code):
 * Passing somebody on, with the service ${code} chosen already and, unless it
 * is 0, its provider the record ${service}. ${code} may be NULL.
 */
void show_refer_to(const struct subject *subject, uint64_t service,
    const char *code);

/**
 * show_draft(draft, bytes):
 * Land in the form that ${draft} holds, as it was. Takes the draft. False, and
 * the draft is let go, when it cannot be read.
 */
bool show_draft(struct draft *draft, struct span bytes);

/**
 * show_drafts():
 * Choose one of this worker's drafts.
 */
void show_drafts(void);

/**
 * show_palette(typed):
 * The command line (palette.c), with ${typed} on it.
 */
void show_palette(const char *typed);

/**
 * show_help(), show_danger():
 * What the place on the screen is for and what its keys do; what to do when
 * someone is in danger now (help.c).
 */
void show_help(void);
void show_danger(void);

#endif /* HANDRAIL_UI_VIEWS_VIEWS_H */
