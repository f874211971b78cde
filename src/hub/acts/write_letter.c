/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "hub/access.h"
#include "hub/acts/acts.h"
#include "hub/acts/clocking.h"
#include "hub/doing.h"
#include "hub/gate.h"
#include "hub/hub.h"
#include "hub/letters.h"
#include "hub/slip.h"

/*
 * Something was written to them: on paper, as a text or an e-mail. What may not
 * be done safely is not done; against the rule goes only who may override, with
 * a reason that stays with the paper. What the letter tells them counts as told
 * that day.
 */

struct writing {
	struct record *casefile, *paper;
	const struct letter *letter;
	const struct letter_text *text;
	uint64_t person;
};

/* What each way is to the gate, and as a contact. */
static const struct {
	enum gate_way gate;
	const char *by, *outcome, *words;
} ways[LETTER_WAYS] = {
	[LETTER_POST] = { GATE_LETTER, "l", "letter-sent", "the letter" },
	[LETTER_TEXT] = { GATE_TEXT, "t", "sms-sent", "the text" },
	[LETTER_EMAIL] = { GATE_EMAIL, "e", "email-sent", "the e-mail" },
	[LETTER_SCRIPT] = { GATE_PHONE, "p", "", "the script" },
};

static bool
is_to_person(const struct writing *w)
{
	return strcmp(w->letter->to, "person") == 0;
}

/* ---- may it go ---- */

static enum rc
find_text(struct doing *d, struct writing *w, struct fault *f)
{
	const char *way_text =
	    slip_has(d->slip, "way") ? slip_text(d->slip, "way") : "letter";
	const char *language = slip_has(d->slip, "language")
				   ? slip_text(d->slip, "language")
				   : "eng";
	enum letter_way way;
	enum rc rc = letter_find(d->hub->letters, slip_text(d->slip, "letter"),
	    &w->letter, f);

	if (rc)
		return rc;
	if (!letter_way_by(way_text, &way) || way == LETTER_SCRIPT)
		return fault_set(f, RC_INVALID,
		    "way: letter, text or email, not \"%s\"", way_text);
	w->text = letter_text(w->letter, way, language);
	return w->text ? RC_OK
		       : fault_set(f, RC_INVALID,
			     "language: %s has no %s in \"%s\"",
			     w->letter->name, way_text, language);
}

static enum rc
check_translation(struct doing *d, const struct writing *w, struct fault *f)
{
	if (strcmp(w->text->language, "eng") == 0 || w->text->checked ||
	    slip_has(d->slip, "checked"))
		return RC_OK;
	return fault_set(f, RC_UNLAWFUL,
	    "no translator has checked the %s of %s (%s); say who has "
	    "(checked), or write in English",
	    w->text->language, w->letter->name, w->text->where);
}

static enum rc
check_gate(struct doing *d, const struct writing *w, struct fault *f)
{
	struct gate_verdict v;
	enum rc rc;

	if (!is_to_person(w))
		return RC_OK;
	rc = gate_check(d, w->person, ways[w->text->way].gate, NULL, &v, f);
	if (rc)
		return rc;
	record_set_flag(w->paper, DOCUMENT_SAFE, gate_is_open(&v));
	if (gate_is_open(&v))
		return RC_OK;
	if (!slip_has(d->slip, "override"))
		return gate_refuse(&v, f);
	if (!access_may(d->hub->access, d->hub->me.role, "override"))
		return access_refuse(d->hub->access, d->hub->me.role,
		    "override", f);
	return doing_set(d, w->paper, DOCUMENT_OVERRIDE,
	    slip_text(d->slip, "override"), f);
}

/* ---- what is kept of it ---- */

static enum rc
link_home(struct doing *d, struct writing *w, struct fault *f)
{
	uint64_t *ids;
	size_t n;
	enum rc rc;

	if (w->text->way != LETTER_POST || !is_to_person(w))
		return RC_OK;
	rc = doing_children(d, w->person, KIND_HOME, &ids, &n, f);
	if (!rc && n)
		record_set_link(w->paper, DOCUMENT_HOME, ids[n - 1]);
	return rc;
}

static enum rc
fill_paper(struct doing *d, struct writing *w, struct fault *f)
{
	static const struct {
		const char *name;
		uint16_t tag;
	} values[] = {
		{ "hash", DOCUMENT_HASH },
		{ "size", DOCUMENT_SIZE },
		{ "batch", DOCUMENT_BATCH },
		{ "text", DOCUMENT_TEXT },
		{ "note", DOCUMENT_NOTE },
	};
	struct record *p = w->paper;
	char now[24];
	enum rc rc = RC_OK;

	doing_now(d, now);
	record_set_link(p, DOCUMENT_CASEFILE, w->casefile->id);
	record_set_text(p, DOCUMENT_SORT,
	    w->letter->sort ? w->letter->sort : "letter");
	record_set_text(p, DOCUMENT_ON, now);
	record_set_text(p, DOCUMENT_WAY, "out");
	record_set_text(p, DOCUMENT_BY, ways[w->text->way].by);
	record_set_text(p, DOCUMENT_TITLE, w->letter->title);
	record_set_text(p, DOCUMENT_LETTER, w->letter->name);
	record_set_text(p, DOCUMENT_VERSION, w->letter->version);
	record_set_text(p, DOCUMENT_LANGUAGE, w->text->language);
	record_set_link(p, DOCUMENT_WORKER, d->hub->me.id);
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]) && !rc; i++)
		if (slip_has(d->slip, values[i].name))
			rc = doing_set(d, p, values[i].tag,
			    slip_text(d->slip, values[i].name), f);
	return rc;
}

/* To them it is a contact like any other; to a referrer it is none. */
static enum rc
write_contact(struct doing *d, struct writing *w, struct fault *f)
{
	struct record *c;
	char now[24];
	enum rc rc;

	if (!is_to_person(w))
		return RC_OK;
	if ((rc = doing_make(d, KIND_CONTACT, w->person, 0, &c, f)))
		return rc;
	doing_now(d, now);
	record_set_link(c, CONTACT_CASEFILE, w->casefile->id);
	record_set_link(c, CONTACT_WORKER, d->hub->me.id);
	record_set_text(c, CONTACT_ON, now);
	record_set_text(c, CONTACT_WAY, "out");
	record_set_text(c, CONTACT_BY, ways[w->text->way].by);
	record_set_text(c, CONTACT_OUTCOME, ways[w->text->way].outcome);
	record_set_text(c, CONTACT_NOTE, w->letter->title);
	return doing_set(d, c, CONTACT_UNSAFE_WHY,
	    record_text(w->paper, DOCUMENT_OVERRIDE), f);
}

static enum rc
write_told(struct doing *d, struct writing *w, struct fault *f)
{
	struct record *told;
	char now[24];
	enum rc rc;

	if (!w->letter->told || !is_to_person(w))
		return RC_OK;
	if ((rc = doing_make(d, KIND_TOLD, w->person, 0, &told, f)))
		return rc;
	doing_now(d, now);
	record_set_link(told, TOLD_CASEFILE, w->casefile->id);
	record_set_text(told, TOLD_WHAT, w->letter->told);
	record_set_text(told, TOLD_ON, now);
	record_set_text(told, TOLD_BY, "hub");
	record_set_text(told, TOLD_HOW, ways[w->text->way].by);
	record_set_link(told, TOLD_WORKER, d->hub->me.id);
	record_set_text(told, TOLD_SAID, w->letter->title);
	return clocking_told(d, w->casefile, told, f);
}

static enum rc
tell_clocks(struct doing *d, struct writing *w, struct fault *f)
{
	const char *const *event = w->letter->events;
	enum rc rc = RC_OK;

	for (; event && *event && !rc; event++)
		rc = clocking_event(d, w->casefile, *event, NULL, f);
	return rc;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct writing w = { 0 };
	enum rc rc = doing_casefile(d, &w.casefile, f);

	if (rc || (rc = find_text(d, &w, f)) ||
	    (rc = check_translation(d, &w, f)))
		return rc;
	w.person = record_link(w.casefile, CASEFILE_PERSON);
	if ((rc = doing_make(d, KIND_DOCUMENT, w.person, 0, &w.paper, f)) ||
	    (rc = check_gate(d, &w, f)) || (rc = fill_paper(d, &w, f)) ||
	    (rc = link_home(d, &w, f)) || (rc = write_contact(d, &w, f)) ||
	    (rc = write_told(d, &w, f)) || (rc = tell_clocks(d, &w, f)))
		return rc;
	d->done->made = w.paper->id;
	d->done->casefile = w.casefile->id;
	d->done->person = w.person;
	doing_say(d, "Saved: %s \"%s\"%s.", ways[w.text->way].words,
	    w.letter->title,
	    *record_text(w.paper, DOCUMENT_OVERRIDE)
		? ", against what is known to be safe"
		: "");
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "letter", "which of the hub's letters", true },
	{ "way", "letter, text or email; letter if unsaid", false },
	{ "language", "its language; eng if unsaid", false },
	{ "checked", "who checked the translation, if the file does not say",
	    false },
	{ "size", "normal, large or extra-large", false },
	{ "text", "what it says", false },
	{ "hash", "of the bytes that were printed", false },
	{ "batch", "the run it belongs to", false },
	{ "note", "where the paper is kept", false },
	{ "override", "the reason for going outside what is safe", false },
	{ NULL, NULL, false },
};

const struct act act_write_letter = {
	.tag = ACT_WRITE_LETTER,
	.name = "write_letter",
	.title = "Letter written",
	.help = "Keep that something was written to them, if that is safe.",
	.lines = lines,
	.run = run,
};
