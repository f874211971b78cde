/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/phone.h"
#include "base/postcode.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/assess.h"
#include "hub/due.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/code.h"
#include "model/record.h"

#include "ui/views/about.h"

/* Everything that is needed on the way, so that the steps stay short. */
struct reading {
	struct hub *hub;
	struct arena *arena;
	struct about *a;
	struct person_page page;
	const struct record *casefile; /* the one meant; NULL: none */
	int64_t now;
};

static const char *const titles[ABOUT_BOXES] = {
	[ABOUT_INCIDENTS] = "Incidents",
	[ABOUT_TASKS] = "Open tasks",
	[ABOUT_REFERRALS] = "Referrals",
	[ABOUT_RIGHTS] = "Rights clock",
	[ABOUT_CONTACTS] = "Contacts",
	[ABOUT_COURT] = "Court",
	[ABOUT_NOTES] = "Notes",
	[ABOUT_PEOPLE] = "People",
};

static struct about_line *
add_line(struct reading *r, enum about_box_name name)
{
	struct about_box *box = &r->a->boxes[name];
	struct about_line *at;

	if (box->n == box->cap) {
		size_t cap = box->cap > 0 ? box->cap * 2 : 8;

		at = arena_get(r->arena, cap * sizeof(*at));
		if (box->n > 0)
			memcpy(at, box->at, box->n * sizeof(*at));
		box->at = at;
		box->cap = cap;
	}
	at = &box->at[box->n++];
	*at = (struct about_line){ .text = "", .role = ROLE_TEXT };
	return at;
}

static const char *
field(struct reading *r, const struct record *record, unsigned tag)
{
	return words_of(r->hub, r->arena, record, tag);
}

static const char *
at_of(struct reading *r, const struct record *record, unsigned tag)
{
	char out[24];

	return arena_str(r->arena,
	    words_at(r->now, record_text(record, tag), out));
}

static const char *
day_of(struct reading *r, const struct record *record, unsigned tag)
{
	char out[24];

	return arena_str(r->arena,
	    words_when(r->now, record_text(record, tag), out));
}

static const char *
worker_of(struct reading *r, const struct record *record, unsigned tag)
{
	return words_worker(r->hub, r->arena, record_link(record, tag));
}

/* ---- the boxes ---- */

static void
add_incident(struct reading *r, const struct record *c)
{
	struct about_line *line = add_line(r, ABOUT_INCIDENTS);
	const char *number = field(r, c, CASEFILE_NUMBER);
	bool closed = strcmp(record_text(c, CASEFILE_STATUS), "closed") == 0;

	line->casefile = c->id;
	line->text = arena_printf(r->arena, "%6s %-3s %s%s",
	    day_of(r, c, CASEFILE_WHEN), record_text(c, CASEFILE_CATEGORY),
	    number[0] != '\0' ? number : "not reported",
	    closed ? ", closed" : "");
}

static void
add_task(struct reading *r, const struct record *t)
{
	const char *text = record_text(t, TASK_TEXT);
	struct about_line *line;
	char due[24];

	if (strcmp(record_text(t, TASK_STATE), "open") != 0 &&
	    record_text(t, TASK_STATE)[0] != '\0')
		return;
	line = add_line(r, ABOUT_TASKS);
	words_due(r->now, record_text(t, TASK_DUE), due);
	line->casefile = record_link(t, TASK_CASEFILE);
	line->text = arena_printf(r->arena, "%s %s%s", due,
	    text[0] != '\0' ? text : field(r, t, TASK_WHAT),
	    str_starts(due, "LATE") ? " !!" : "");
	if (str_starts(due, "LATE"))
		line->role = ROLE_WARN;
}

static void
add_referral(struct reading *r, const struct record *f)
{
	struct about_line *line = add_line(r, ABOUT_REFERRALS);

	line->casefile = record_link(f, REFERRAL_CASEFILE);
	line->text =
	    arena_printf(r->arena, "%.6s %s, %s", at_of(r, f, REFERRAL_ON),
		field(r, f, REFERRAL_SERVICE), field(r, f, REFERRAL_STATE));
}

static void
add_clock(struct reading *r, const struct record *c)
{
	const char *code = record_text(c, CLOCK_RULE);
	const char *state = record_text(c, CLOCK_STATE);
	const struct due_rule *rule = due_rule_by(r->hub->deadlines, code);
	struct about_line *line = add_line(r, ABOUT_RIGHTS);
	bool late = strcmp(state, "late") == 0;

	line->casefile = record_link(c, CLOCK_CASEFILE);
	line->role = late ? ROLE_WARN : ROLE_TEXT;
	line->text = arena_printf(r->arena, "%s%s %s %s", late ? "LATE " : "",
	    at_of(r, c, CLOCK_DUE),
	    strcmp(state, "running") == 0 || late ? "" : state,
	    rule != NULL ? rule->title : code);
}

static void
add_contact(struct reading *r, const struct record *c)
{
	struct about_line *line = add_line(r, ABOUT_CONTACTS);
	const char *note = record_text(c, CONTACT_NOTE);

	line->casefile = record_link(c, CONTACT_CASEFILE);
	line->text = arena_printf(r->arena, "%s %s %s %s",
	    at_of(r, c, CONTACT_ON), record_text(c, CONTACT_WAY),
	    worker_of(r, c, CONTACT_WORKER), field(r, c, CONTACT_OUTCOME));
	if (note[0] != '\0')
		line->body =
		    arena_printf(r->arena, "%s\n\n%s", line->text, note);
}

static void
add_note(struct reading *r, const struct record *n)
{
	struct about_line *line = add_line(r, ABOUT_NOTES);
	const char *text = record_text(n, NOTE_TEXT);
	const char *when = arena_printf(r->arena, "%s %s", at_of(r, n, NOTE_ON),
	    worker_of(r, n, NOTE_WORKER));

	line->casefile = record_link(n, NOTE_CASEFILE);
	line->text = arena_printf(r->arena, "%s %.*s", when,
	    (int)strcspn(text, "\n"), text);
	line->body = arena_printf(r->arena, "%s\n\n%s", when, text);
	r->a->note_when = when;
	r->a->note = text;
}

static void
add_hearing(struct reading *r, const struct record *h)
{
	struct about_line *line = add_line(r, ABOUT_COURT);

	line->casefile = record_link(h, HEARING_CASEFILE);
	line->text = arena_printf(r->arena, "%s %s %s", at_of(r, h, HEARING_ON),
	    record_text(h, HEARING_COURT), field(r, h, HEARING_SORT));
}

static void
add_member(struct reading *r, const struct record *m)
{
	struct about_line *line = add_line(r, ABOUT_PEOPLE);

	line->text =
	    arena_printf(r->arena, "%s %s %s", field(r, m, HOUSEHOLD_RELATION),
		record_text(m, HOUSEHOLD_NAME), field(r, m, HOUSEHOLD_BORN));
}

/* Whose part it is, whom all contact goes through first of all. */
static void
add_party(struct reading *r, const struct record *p)
{
	const char *phone = field(r, p, PARTY_PHONE);
	struct about_line *line;

	if (record_link(p, PARTY_PERSON) != r->a->person ||
	    record_text(p, PARTY_UNTIL)[0] != '\0')
		return;
	if (record_flag(p, PARTY_CONTACT)) {
		r->a->told.via_name = record_text(p, PARTY_NAME);
		if (phone[0] != '\0')
			r->a->head[1] = arena_printf(r->arena,
			    "Ring %s: %s   Ref %s", record_text(p, PARTY_NAME),
			    phone, r->a->ref);
	}
	line = add_line(r, ABOUT_PEOPLE);
	line->text = arena_printf(r->arena, "%s%s %s %s",
	    record_flag(p, PARTY_CONTACT) ? "CONTACT " : "",
	    record_text(p, PARTY_NAME), phone, field(r, p, PARTY_PART));
	line->body = arena_printf(r->arena, "%s\n\n%s\n%s", line->text,
	    record_text(p, PARTY_AUTHORITY), record_text(p, PARTY_NOTE));
}

typedef void add_fn(struct reading *, const struct record *);

/* Newest first, as people read. */
static void
add_all(struct reading *r, const struct record_list *list, add_fn *add)
{
	for (size_t i = list->n; i > 0; i--)
		add(r, list->at[i - 1]);
}

static void
add_children(struct reading *r, uint64_t parent, unsigned kind, add_fn *add)
{
	struct record_list list = { 0 };

	if (parent != 0 &&
	    !hub_children(r->hub, r->arena, parent, kind, &list, NULL))
		add_all(r, &list, add);
}

/* The notes go on oldest first, so that the last one read is the latest. */
static void
fill_boxes(struct reading *r)
{
	const struct person_page *p = &r->page;

	for (int i = 0; i < ABOUT_BOXES; i++)
		r->a->boxes[i].title = titles[i];
	add_all(r, &p->casefiles, add_incident);
	add_all(r, &p->tasks, add_task);
	add_all(r, &p->referrals, add_referral);
	add_all(r, &p->clocks, add_clock);
	add_all(r, &p->contacts, add_contact);
	add_all(r, &p->notes, add_note);
	if (p->notes.n > 0) {
		const struct about_line *first = r->a->boxes[ABOUT_NOTES].at;
		const struct record *n = p->notes.at[p->notes.n - 1];

		r->a->note = record_text(n, NOTE_TEXT);
		r->a->note_when = arena_printf(r->arena, "%.*s",
		    (int)strcspn(first->body, "\n"), first->body);
	}
	add_children(r, r->a->person, KIND_PARTY, add_party);
	add_children(r, r->a->person, KIND_HOUSEHOLD, add_member);
	add_children(r, r->a->casefile, KIND_HEARING, add_hearing);
}

/* ---- the head ---- */

static void
find_case(struct reading *r, uint64_t casefile)
{
	const struct record_list *cases = &r->page.casefiles;

	for (size_t i = 0; i < cases->n; i++) {
		const struct record *c = cases->at[i];

		if (c->id == casefile) {
			r->casefile = c;
			break;
		}
		if (r->casefile == NULL ||
		    strcmp(record_text(c, CASEFILE_STATUS), "closed") != 0)
			r->casefile = c;
	}
	r->a->casefile = r->casefile != NULL ? r->casefile->id : 0;
}

static void
say_name(struct reading *r)
{
	const struct record *p = r->page.person;
	const char *phone = record_text(p, PERSON_PHONE);
	struct about *a = r->a;
	struct buf ref = { 0 };
	char *family = arena_str(r->arena, record_text(p, PERSON_FAMILY));

	str_upper(family);
	a->ref = record_text(p, PERSON_REF);
	a->name = words_name(r->arena, p);
	a->upper = family[0] != '\0' && record_text(p, PERSON_GIVEN)[0] != '\0'
		       ? arena_printf(r->arena, "%s, %s", family,
			     record_text(p, PERSON_GIVEN))
		       : a->name;
	a->head[0] = arena_printf(r->arena, "%s   %s   %s   %s   %s %s",
	    a->upper, field(r, p, PERSON_BORN), field(r, p, PERSON_SEX),
	    field(r, p, PERSON_LANGUAGE)[0] != '\0'
		? field(r, p, PERSON_LANGUAGE)
		: "English",
	    field(r, p, PERSON_POSTCODE), field(r, p, PERSON_DISTRICT));
	words_ref(a->ref, &ref);
	a->head[1] = arena_printf(r->arena, "%s %s   Say: %s",
	    phone[0] != '\0' ? field(r, p, PERSON_PHONE) : "(no number)",
	    phone[0] != '\0' ? phone_kind(phone) : "", buf_str(&ref));
	buf_release(&ref);
}

static void
say_case(struct reading *r)
{
	const struct record *c = r->casefile;
	struct about *a = r->a;
	const char *risk, *why, *needs, *scored = "", *grade = "";

	a->head[2] = a->head[3] = "";
	if (c == NULL)
		return;
	risk = field(r, c, CASEFILE_RISK);
	why = field(r, c, CASEFILE_LEVEL_WHY);
	needs = field(r, c, CASEFILE_NEEDS);
	if (assess_brief(r->hub, r->arena, c->id, &scored, &grade, NULL))
		scored = grade = "";
	a->head[2] = arena_printf(r->arena,
	    "Owner %s   %sRisk%s%s: %s   Needs%s%s: %s",
	    worker_of(r, c, CASEFILE_OWNER),
	    record_has_code(c, CASEFILE_FLAGS, "restricted")
		? "RESTRICTED RECORD   "
		: "",
	    grade[0] != '\0' ? " " : "", grade,
	    risk[0] != '\0' ? risk : "not asked yet",
	    scored[0] != '\0' ? " " : "", scored,
	    needs[0] != '\0' ? needs : "not asked yet");
	a->head[3] =
	    arena_printf(r->arena, "Consent: %s   Rights: %s%s%s%s   %s",
		field(r, c, CASEFILE_CONSENT)[0] != '\0'
		    ? field(r, c, CASEFILE_CONSENT)
		    : "not asked yet",
		field(r, c, CASEFILE_LEVEL), why[0] != '\0' ? " (" : "", why,
		why[0] != '\0' ? ")" : "", field(r, c, CASEFILE_STAGE));
}

/* One line for the foot of the queue. */
static void
say_short(struct reading *r)
{
	const struct record *p = r->page.person, *c = r->casefile;
	struct about *a = r->a;
	int least = 0, most = 0;
	char outward[POSTCODE_ROOM], age[16] = "";

	postcode_outward(record_text(p, PERSON_POSTCODE), outward);
	if (when_age(record_text(p, PERSON_BORN), r->now, &least, &most))
		snprintf(age, sizeof(age), "%dy", most);
	a->short_head = arena_printf(r->arena, "%s %s %s  %s  %s %s  risk: %s",
	    a->ref, a->name, age, outward,
	    c != NULL ? record_text(c, CASEFILE_CATEGORY) : "",
	    c != NULL ? day_of(r, c, CASEFILE_WHEN) : "",
	    c != NULL && record_text(c, CASEFILE_RISK)[0] != '\0'
		? field(r, c, CASEFILE_RISK)
		: "not asked yet");
}

static void
say_doings(struct reading *r)
{
	const struct about_box *contacts = &r->a->boxes[ABOUT_CONTACTS];
	const struct record *c = r->casefile;
	char due[24] = "";

	r->a->last = contacts->n > 0 ? contacts->at[0].text : "nothing yet";
	r->a->next = "";
	if (c == NULL)
		return;
	words_due(r->now, record_text(c, CASEFILE_NEXT_DUE), due);
	r->a->next = arena_printf(r->arena, "%s%s%s",
	    field(r, c, CASEFILE_NEXT_WHAT), due[0] != '\0' ? " " : "", due);
}

enum rc
about_read(struct hub *hub, struct arena *arena, uint64_t person,
    uint64_t casefile, struct about *a, struct fault *f)
{
	struct reading r = {
		.hub = hub, .arena = arena, .a = a, .now = hub_now(hub)
	};
	enum rc rc;

	memset(a, 0, sizeof(*a));
	a->person = person;
	a->note = a->note_when = "";
	rc = hub_person_page(hub, arena, person, &r.page, f);
	if (rc)
		return rc;
	a->told = words_told(r.page.safety, r.page.person);
	find_case(&r, casefile);
	say_name(&r);
	say_case(&r);
	say_short(&r);
	fill_boxes(&r);
	say_doings(&r);
	return RC_OK;
}

/* ---- the preview ---- */

static int
draw_one(const struct about_box *box, WINDOW *win, struct rect at, size_t most)
{
	int y = at.y;

	if (box->n == 0 || at.h < 2)
		return 0;
	draw_printf(win, y++, at.x, at.w, ROLE_LABEL, "%s %zu", box->title,
	    box->n);
	for (size_t i = 0; i < box->n && i < most && y < at.y + at.h; i++)
		draw_printf(win, y++, at.x, at.w, box->at[i].role, "  %s",
		    box->at[i].text);
	return y - at.y;
}

void
about_draw(const struct about *a, WINDOW *win, struct rect at)
{
	/* clang-format off */
	static const struct { enum about_box_name name; size_t most; } order[] = {
		{ ABOUT_INCIDENTS, 3 }, { ABOUT_TASKS, 4 },
		{ ABOUT_RIGHTS, 3 }, { ABOUT_REFERRALS, 3 },
		{ ABOUT_CONTACTS, 4 }, { ABOUT_COURT, 2 },
	};
	/* clang-format on */
	int y = at.y, bottom = at.y + at.h;

	for (int i = 0; i < 4 && y < bottom; i++) {
		struct rect line = { y, at.x, bottom - y < 2 ? bottom - y : 2,
			at.w };
		int used = draw_wrap(win, line, i == 0 ? ROLE_VALUE : ROLE_TEXT,
		    a->head[i], 0);

		y += used < line.h ? used : line.h;
	}
	y++;
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		if (y < bottom)
			y += draw_one(&a->boxes[order[i].name], win,
			    (struct rect){ y, at.x, bottom - y, at.w },
			    order[i].most);
	if (a->note[0] == '\0' || y + 2 >= bottom)
		return;
	y++;
	draw_printf(win, y++, at.x, at.w, ROLE_LABEL, "Latest note %s",
	    a->note_when);
	draw_wrap(win, (struct rect){ y, at.x + 2, bottom - y, at.w - 2 },
	    ROLE_TEXT, a->note, 0);
}
