/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/ref.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/code.h"
#include "model/record.h"

#include "hub/merge.h"

/* ---- days in words ---- */

const char *
merge_day(const struct merge *m, const char *iso)
{
	const struct tongue *t = m->tongue;
	int32_t first, last;
	int y, mo, d;

	if (iso[0] == '~')
		iso++;
	if (!when_days(iso, &first, &last))
		return "";
	day_split(first, &y, &mo, &d);
	if (last - first > 31)
		return arena_printf(m->arena, "%d", y);
	if (last != first)
		return arena_printf(m->arena, "%s %d", t->months[mo - 1], y);
	return arena_printf(m->arena, "%s %d %s %d",
	    t->days[day_weekday(first)], d, t->months[mo - 1], y);
}

/* "10:30" of a time that is known, else "". */
static const char *
time_of(const struct merge *m, const char *iso)
{
	const char *t = strchr(iso, 'T');

	return t ? arena_str(m->arena, t + 1) : "";
}

/* ---- fields that are no field of a record ---- */

static const char *
today(const struct merge *m)
{
	char iso[11];

	day_show(moment_day(hub_now(m->hub)), iso);
	return merge_day(m, iso);
}

static const char *
full_name(const struct merge *m)
{
	const char *given = record_text(m->person, PERSON_GIVEN);
	const char *family = record_text(m->person, PERSON_FAMILY);

	return arena_printf(m->arena, "%s%s%s", given,
	    *given && *family ? " " : "", family);
}

static const char *
address(const struct merge *m)
{
	const char *const *line = letters_sender(m->hub->letters)->address;
	struct buf text = { 0 };
	const char *copy;

	for (; line && *line; line++)
		buf_printf(&text, "%s%s", text.len ? ", " : "", *line);
	copy = arena_str(m->arena, buf_str(&text));
	buf_release(&text);
	return copy;
}

static const char *
worker_name(const struct merge *m)
{
	return m->hub->me.name;
}

static const char *
more(const struct merge *m)
{
	return m->more ? m->more : "";
}

/* What was taken out of the list, or is over, does not come. */
static bool
is_coming(const struct merge *m, const struct record *hearing)
{
	char now[11];

	day_show(moment_day(hub_now(m->hub)), now);
	return !*record_text(hearing, HEARING_RESULT) &&
	       strncmp(record_text(hearing, HEARING_ON), now, 10) >= 0;
}

static const char *
coming(const struct merge *m)
{
	return m->hearing && is_coming(m, m->hearing)
		   ? merge_day(m, record_text(m->hearing, HEARING_ON))
		   : "";
}

/* ---- all fields ---- */

enum of {
	OF_PERSON,
	OF_CASEFILE,
	OF_HEARING,
	OF_REFERRAL,
	OF_COMPLAINT,
	OF_HUB,
	OF_ITSELF
};
enum style { AS_TEXT, AS_DAY, AS_TIME, AS_CODE };

/* clang-format off */
const struct template_name letter_names[] = {
	{ "today",		"the day it is written", false },
	{ "ref",		"their reference", false },
	{ "more",		"what the worker adds to it", false },
	{ "person.given",	"first name", false },
	{ "person.family",	"family name", false },
	{ "person.name",	"both names", false },
	{ "person.via",		"who speaks for them", false },
	{ "case.crime",		"what happened, by the hub's word for it", false },
	{ "case.number",	"the police number", false },
	{ "case.when",		"the day it happened", false },
	{ "case.stage",		"how far it has come", false },
	{ "case.level",		"standard or enhanced", false },
	{ "case.next",		"the day of the next call", false },
	{ "case.next-time",	"its time", false },
	{ "case.opened",	"the day it came to the hub", false },
	{ "hearing.on",		"the day of the next hearing", false },
	{ "hearing.coming",	"the day of a hearing still to come", false },
	{ "hearing.time",	"its time", false },
	{ "hearing.court",	"which court", false },
	{ "hearing.sort",	"what sort of hearing", false },
	{ "hearing.room",	"the room", false },
	{ "hearing.result",	"what came of it", false },
	{ "referral.service",	"the service they were last referred to", false },
	{ "referral.on",	"the day of that", false },
	{ "complaint.on",	"the day their complaint came", false },
	{ "complaint.about",	"whom it is about", false },
	{ "complaint.due",	"the day it will be answered by", false },
	{ "complaint.passed",	"whom it was passed to", false },
	{ "complaint.result",	"the answer", false },
	{ "worker.name",	"who writes", false },
	{ "hub.name",		"the hub's name", false },
	{ "hub.phone",		"its number", false },
	{ "hub.textphone",	"its textphone", false },
	{ "hub.hours",		"when somebody answers", false },
	{ "hub.email",		"its e-mail address", false },
	{ "hub.web",		"its web page", false },
	{ "hub.address",	"where it is", false },
	{ "referrals",		"the services they were referred to", true },
	{ "needs",		"what they need help with", true },
	{ "measures",		"what was granted for court", true },
	{ NULL,			NULL, false },
};

static const struct row {
	const char *name;
	enum of of;
	uint16_t tag;
	enum style style;
	const char *(*make)(const struct merge *);
} rows[] = {
	{ .name = "today", .of = OF_ITSELF, .make = today },
	{ .name = "ref", .of = OF_PERSON, .tag = PERSON_REF },
	{ .name = "more", .of = OF_ITSELF, .make = more },
	{ .name = "person.given", .of = OF_PERSON, .tag = PERSON_GIVEN },
	{ .name = "person.family", .of = OF_PERSON, .tag = PERSON_FAMILY },
	{ .name = "person.name", .of = OF_ITSELF, .make = full_name },
	{ .name = "person.via", .of = OF_PERSON, .tag = PERSON_VIA_NAME },
	{ "case.crime", OF_CASEFILE, CASEFILE_CATEGORY, AS_CODE, NULL },
	{ "case.number", OF_CASEFILE, CASEFILE_NUMBER, AS_TEXT, NULL },
	{ "case.when", OF_CASEFILE, CASEFILE_WHEN, AS_DAY, NULL },
	{ "case.stage", OF_CASEFILE, CASEFILE_STAGE, AS_CODE, NULL },
	{ "case.level", OF_CASEFILE, CASEFILE_LEVEL, AS_CODE, NULL },
	{ "case.next", OF_CASEFILE, CASEFILE_NEXT_DUE, AS_DAY, NULL },
	{ "case.next-time", OF_CASEFILE, CASEFILE_NEXT_DUE, AS_TIME, NULL },
	{ "case.opened", OF_CASEFILE, CASEFILE_OPENED, AS_DAY, NULL },
	{ "hearing.on", OF_HEARING, HEARING_ON, AS_DAY, NULL },
	{ .name = "hearing.coming", .of = OF_ITSELF, .make = coming },
	{ "hearing.time", OF_HEARING, HEARING_ON, AS_TIME, NULL },
	{ "hearing.court", OF_HEARING, HEARING_COURT, AS_CODE, NULL },
	{ "hearing.sort", OF_HEARING, HEARING_SORT, AS_CODE, NULL },
	{ "hearing.room", OF_HEARING, HEARING_ROOM, AS_TEXT, NULL },
	{ "hearing.result", OF_HEARING, HEARING_RESULT, AS_CODE, NULL },
	{ "referral.service", OF_REFERRAL, REFERRAL_SERVICE, AS_CODE, NULL },
	{ "referral.on", OF_REFERRAL, REFERRAL_ON, AS_DAY, NULL },
	{ "complaint.on", OF_COMPLAINT, COMPLAINT_ON, AS_DAY, NULL },
	{ "complaint.about", OF_COMPLAINT, COMPLAINT_ABOUT, AS_CODE, NULL },
	{ "complaint.due", OF_COMPLAINT, COMPLAINT_DUE, AS_DAY, NULL },
	{ "complaint.passed", OF_COMPLAINT, COMPLAINT_PASSED, AS_TEXT, NULL },
	{ "complaint.result", OF_COMPLAINT, COMPLAINT_RESULT, AS_TEXT, NULL },
	{ .name = "worker.name", .of = OF_ITSELF, .make = worker_name },
	{ .name = "hub.name", .of = OF_HUB,
	    .tag = offsetof(struct sender, name) },
	{ .name = "hub.phone", .of = OF_HUB,
	    .tag = offsetof(struct sender, phone) },
	{ .name = "hub.textphone", .of = OF_HUB,
	    .tag = offsetof(struct sender, textphone) },
	{ .name = "hub.hours", .of = OF_HUB,
	    .tag = offsetof(struct sender, hours) },
	{ .name = "hub.email", .of = OF_HUB,
	    .tag = offsetof(struct sender, email) },
	{ .name = "hub.web", .of = OF_HUB,
	    .tag = offsetof(struct sender, web) },
	{ .name = "hub.address", .of = OF_ITSELF, .make = address },
};
/* clang-format on */

const struct template_name *
letter_name_by(const char *name)
{
	const struct template_name *row = letter_names;

	while (row->name && strcmp(row->name, name) != 0)
		row++;
	return row->name ? row : NULL;
}

static const struct row *
row_by(const char *name)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strcmp(rows[i].name, name) == 0)
			return &rows[i];
	return NULL;
}

static const struct record *
record_of(const struct merge *m, enum of of)
{
	const struct record *const all[] = {
		[OF_PERSON] = m->person,
		[OF_CASEFILE] = m->casefile,
		[OF_HEARING] = m->hearing,
		[OF_REFERRAL] = m->referral,
		[OF_COMPLAINT] = m->complaint,
	};

	return of < OF_HUB ? all[of] : NULL;
}

static const char *
label_of(const struct merge *m, const struct record *r, unsigned tag)
{
	const struct kind_field *field = kind_field_by_tag(r->kind, tag);

	return *record_text(r, tag)
		   ? code_label(m->hub->codes, field->of, record_text(r, tag))
		   : "";
}

static const char *
sender_text(const struct merge *m, size_t at)
{
	const struct sender *s = letters_sender(m->hub->letters);
	const char *text;

	memcpy(&text, (const char *)s + at, sizeof(text));
	return text ? text : "";
}

static const char *
field_text(void *arg, const char *name)
{
	const struct merge *m = arg;
	const struct row *row = row_by(name);
	const struct record *r;

	if (!row)
		return "";
	if (row->make)
		return row->make(m);
	if (row->of == OF_HUB)
		return sender_text(m, row->tag);
	if (!(r = record_of(m, row->of)))
		return "";
	switch (row->style) {
	case AS_DAY:
		return merge_day(m, record_text(r, row->tag));
	case AS_TIME:
		return time_of(m, record_text(r, row->tag));
	case AS_CODE:
		return label_of(m, r, row->tag);
	default:
		return record_text(r, row->tag);
	}
}

static const char *
field_code(void *arg, const char *name)
{
	const struct merge *m = arg;
	const struct row *row = row_by(name);
	const struct record *r = row ? record_of(m, row->of) : NULL;

	return r ? record_text(r, row->tag) : field_text(arg, name);
}

/* ---- lists ---- */

static const struct {
	const char *name;
	enum of of;
	uint16_t tag;
} lists[] = {
	{ "needs", OF_CASEFILE, CASEFILE_NEEDS },
	{ "measures", OF_HEARING, HEARING_GRANTED },
};

/* The label of code number ${i} of a set. */
static const char *
nth_label(const struct merge *m, const struct record *r, unsigned tag, size_t i)
{
	const char *rest = record_text(r, tag);
	struct span word;

	while (str_word(&rest, &word))
		if (i-- == 0)
			return code_label(m->hub->codes,
			    kind_field_by_tag(r->kind, tag)->of,
			    arena_strn(m->arena, word.at, word.len));
	return NULL;
}

static const char *
nth_referral(const struct merge *m, size_t i)
{
	struct record_list list = { 0 };

	if (!m->casefile ||
	    hub_children(m->hub, m->arena, m->casefile->id, KIND_REFERRAL,
		&list, NULL) ||
	    i >= list.n)
		return NULL;
	return label_of(m, list.at[i], REFERRAL_SERVICE);
}

static const char *
list_row(void *arg, const char *name, size_t i)
{
	const struct merge *m = arg;
	const struct record *r;

	if (strcmp(name, "referrals") == 0)
		return nth_referral(m, i);
	for (size_t n = 0; n < sizeof(lists) / sizeof(lists[0]); n++)
		if (strcmp(lists[n].name, name) == 0) {
			r = record_of(m, lists[n].of);
			return r ? nth_label(m, r, lists[n].tag, i) : NULL;
		}
	return NULL;
}

void
merge_text(struct merge *m, const struct template *t, struct buf *out)
{
	const struct template_doors doors = { .text = field_text,
		.row = list_row,
		.code = field_code,
		.arg = m };

	template_merge(t, &doors, out);
}

const char *
merge_lacks(struct merge *m, const struct letter *letter)
{
	const char *const *need = letter->needs;

	for (; need && *need; need++) {
		const struct template_name *name = letter_name_by(*need);
		bool has = name->list ? list_row(m, *need, 0) != NULL
				      : *field_text(m, *need) != '\0';

		if (!has)
			return name->help;
	}
	return NULL;
}

/* ---- reading what it is about ---- */

/* The case that was meant, or the newest that is open, or the newest. */
static struct record *
pick_case(const struct record_list *cases, uint64_t wanted)
{
	struct record *open = NULL;

	for (size_t i = 0; i < cases->n; i++) {
		if (cases->at[i]->id == wanted)
			return cases->at[i];
		if (!*record_text(cases->at[i], CASEFILE_CLOSED))
			open = cases->at[i];
	}
	if (wanted)
		return NULL;
	return open || !cases->n ? open : cases->at[cases->n - 1];
}

static enum rc
newest(struct merge *m, unsigned kind, struct record **r, struct fault *f)
{
	struct record_list list = { 0 };
	enum rc rc =
	    hub_children(m->hub, m->arena, m->casefile->id, kind, &list, f);

	*r = !rc && list.n ? list.at[list.n - 1] : NULL;
	return rc;
}

/* The first that is still to come, or else the last there was. */
static enum rc
pick_hearing(struct merge *m, struct fault *f)
{
	struct record_list list = { 0 };
	enum rc rc = hub_children(m->hub, m->arena, m->casefile->id,
	    KIND_HEARING, &list, f);

	for (size_t i = 0; !rc && i < list.n; i++) {
		const char *on = record_text(list.at[i], HEARING_ON);
		const char *held =
		    m->hearing ? record_text(m->hearing, HEARING_ON) : "";
		bool comes = is_coming(m, list.at[i]);
		bool had = m->hearing && is_coming(m, m->hearing);

		if (!m->hearing || (comes && (!had || strcmp(on, held) < 0)) ||
		    (!had && !comes && strcmp(on, held) > 0))
			m->hearing = list.at[i];
	}
	return rc;
}

enum rc
merge_read(struct hub *hub, struct arena *arena, uint64_t person,
    uint64_t casefile, struct merge *m, struct fault *f)
{
	struct person_page page = { 0 };
	enum rc rc = hub_person_page(hub, arena, person, &page, f);

	*m = (struct merge){ .hub = hub, .arena = arena, .more = "" };
	if (rc)
		return rc;
	m->tongue = letters_tongue(hub->letters, "eng");
	m->person = page.person;
	m->safety = page.safety;
	m->home = page.home;
	m->casefile = pick_case(&page.casefiles, casefile);
	if (casefile && !m->casefile)
		return fault_set(f, RC_MISSING, "there is no such case");
	if (!m->casefile)
		return RC_OK;
	if ((rc = newest(m, KIND_REFERRAL, &m->referral, f)) ||
	    (rc = newest(m, KIND_COMPLAINT, &m->complaint, f)))
		return rc;
	return pick_hearing(m, f);
}
