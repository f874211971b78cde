/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/when.h"
#include "hub/card.h"
#include "hub/find_agree.h"
#include "hub/find_keep.h"
#include "hub/find_query.h"
#include "hub/find_run.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/code.h"
#include "model/record.h"

#include "hub/find.h"

/*
 * What the run leads to is opened and judged again before it is shown: the run
 * says where to look, the record says what is so.
 */

/* ---- showing what was found ---- */

static const char *
cases_of(struct hub *hub, struct arena *arena, const struct record_list *cases)
{
	const struct record *last = NULL;
	struct buf out = { 0 };
	char day[WHEN_ROOM];
	const char *words;

	for (size_t i = 0; i < cases->n; i++)
		if (!last || record_number(cases->at[i], CASEFILE_NTH) >=
				 record_number(last, CASEFILE_NTH))
			last = cases->at[i];
	if (!last)
		return "";
	buf_printf(&out, "%s ", record_text(last, CASEFILE_CATEGORY));
	str_set(day, sizeof(day), record_text(last, CASEFILE_WHEN));
	day[strcspn(day, "T")] = '\0';
	when_show(day, &out);
	buf_printf(&out, ", %s",
	    code_label(hub->codes, "case-status",
		record_text(last, CASEFILE_STATUS)));
	if (cases->n > 1)
		buf_printf(&out, ", %zu in all", cases->n);
	words = arena_strn(arena, out.at, out.len);
	buf_wipe(&out);
	return words;
}

static const char *
born_of(struct hub *hub, struct arena *arena, const struct record *person)
{
	const char *iso = record_text(person, PERSON_BORN), *words;
	struct buf out = { 0 };

	if (!*iso)
		return "";
	when_echo_birth(iso, hub_now(hub), &out);
	words = arena_strn(arena, out.at, out.len);
	buf_wipe(&out);
	return words;
}

static const char *
area_of(struct hub *hub, struct arena *arena, const struct record *person)
{
	char out[POSTCODE_ROOM];
	const char *district = record_text(person, PERSON_DISTRICT);

	postcode_outward(record_text(person, PERSON_POSTCODE), out);
	if (!*district)
		return arena_str(arena, out);
	return arena_printf(arena, "%s%s%s", out, *out ? " " : "",
	    code_label(hub->codes, "district", district));
}

/* "OKAFOR S  b.1984 LE97": enough to know someone by, and no more. */
static const char *
mask_of(struct arena *arena, const struct record *person)
{
	const char *family = record_text(person, PERSON_FAMILY);
	const char *given = record_text(person, PERSON_GIVEN);
	const char *born = record_text(person, PERSON_BORN);
	char out[POSTCODE_ROOM], *upper;

	if (!*family) {
		family = given;
		given = "";
	}
	upper = arena_str(arena, family);
	str_upper(upper);
	postcode_outward(record_text(person, PERSON_POSTCODE), out);
	born += *born == '~';
	return arena_printf(arena, "%s %.*s  b.%.4s %s", upper,
	    (int)utf8_cluster(given, strlen(given)), given,
	    *born && *born != '?' ? born : "-", out);
}

static void
fill_hit(struct hub *hub, struct arena *arena, const struct record *person,
    const struct record_list *cases, const struct find_agreed *agreed,
    struct find_hit *hit)
{
	hit->person = person->id;
	hit->score = (int)agreed->score;
	hit->ref = record_text(person, PERSON_REF);
	hit->name = card_name(arena, person);
	hit->born = born_of(hub, arena, person);
	hit->area = area_of(hub, arena, person);
	hit->agreed = arena_str(arena, agreed->words);
	hit->cases = cases_of(hub, arena, cases);
	hit->masked = mask_of(arena, person);
}

/* ---- searching ---- */

static const char *const *
numbers_of(struct arena *arena, const struct record_list *cases)
{
	const char **numbers =
	    arena_get(arena, (cases->n + 1) * sizeof(*numbers));

	for (size_t i = 0; i < cases->n; i++)
		numbers[i] = record_text(cases->at[i], CASEFILE_NUMBER);
	return numbers;
}

/* Open the person of a lead, judge them, and keep them if anything agrees. */
static enum rc
take_lead(struct hub *hub, struct arena *arena, const struct find_query *q,
    uint64_t id, struct find_page *page, struct fault *f)
{
	struct record_list cases;
	struct find_agreed agreed;
	struct record *person;
	enum rc rc = hub_record(hub, arena, KIND_PERSON, id, &person, f);

	if (!rc)
		rc = hub_children(hub, arena, id, KIND_CASEFILE, &cases, f);
	if (rc)
		return rc == RC_MISSING ? RC_OK : rc;
	find_agree(q, person, numbers_of(arena, &cases), hub->names, arena,
	    &agreed);
	if (agreed.terms)
		fill_hit(hub, arena, person, &cases, &agreed,
		    &page->hits[page->n++]);
	return RC_OK;
}

/* By score; those that came first stay before others as good. */
static void
sort_hits(struct find_page *page)
{
	for (size_t i = 1; i < page->n; i++) {
		struct find_hit hit = page->hits[i];
		size_t at = i;

		for (; at && page->hits[at - 1].score < hit.score; at--)
			page->hits[at] = page->hits[at - 1];
		page->hits[at] = hit;
	}
}

static enum rc
search(struct hub *hub, struct arena *arena, const struct find_query *q,
    size_t most, struct find_page *page, struct fault *f)
{
	struct find_leads leads;
	enum rc rc = RC_OK;

	find_run_seek(find_keep_run(hub), q, most, &leads);
	page->hits = arena_get(arena, (leads.n + 1) * sizeof(*page->hits));
	for (size_t i = 0; !rc && i < leads.n; i++)
		rc = take_lead(hub, arena, q, leads.at[i].person, page, f);
	page->more = leads.total > leads.n ? leads.total - leads.n : 0;
	sort_hits(page);
	return rc;
}

/* References lead to people through the hub's own index. */
static void
follow_refs(struct hub *hub, struct arena *arena, struct find_query *q)
{
	for (size_t i = 0; i < q->n; i++) {
		struct record *person, *casefile;

		if (!(q->terms[i].readings & READ_REF))
			continue;
		if (hub_by_ref(hub, arena, q->terms[i].ref, &person, &casefile,
			NULL) == RC_OK)
			q->terms[i].person = person->id;
	}
}

static const char *
advise(const struct find_query *q, const struct find_page *page)
{
	if (!page->n)
		return "Nobody found. Try fewer letters, a date of birth or "
		       "the end of a phone number.";
	if (!page->more)
		return NULL;
	if (!find_query_has(q, READ_BORN))
		return "Add a date or year of birth to narrow it.";
	if (!find_query_has(q, READ_POSTCODE))
		return "Add a postcode, or the first half of one.";
	return "Add more of the name, or the end of the phone number.";
}

enum rc
find_run(struct hub *hub, struct arena *arena, const char *words, size_t most,
    struct find_page *page, struct fault *f)
{
	struct find_query q;
	enum rc rc;

	*page = (struct find_page){ 0 };
	find_query_read(&q, words, hub_now(hub), arena);
	if (!q.n)
		return fault_set(f, RC_INVALID,
		    "there is nothing to look for; give part of a name, a date "
		    "of birth, a phone number, a postcode or a reference");
	if ((rc = find_keep_ready(hub, find_query_has(&q, READ_NUMBER), f)))
		return rc;
	follow_refs(hub, arena, &q);
	if ((rc = search(hub, arena, &q, most, page, f)))
		return rc;
	page->advice = advise(&q, page);
	return RC_OK;
}

/* ---- hints for an intake ---- */

/* clang-format off */
enum { WEIGHT_FAMILY = 30, WEIGHT_GIVEN = 25, WEIGHT_BORN = 35,
       WEIGHT_PHONE = 40, WEIGHT_POSTCODE = 20 };
/* clang-format on */

#define HINTS 3
#define HINT_LEADS 8  /* opened and judged to give that many */
#define HINT_LEAST 35 /* percent worth a handler's glance */
#define NAME_LEAST 3  /* letters of a name before there are hints */

static const char *
said(const char *clue)
{
	return clue ? clue : "";
}

static void
read_clues(struct find_query *q, const struct find_clues *c, int64_t now_ms,
    struct arena *arena)
{
	*q = (struct find_query){ .any = true };
	find_query_words(q, said(c->family), FIELD_FAMILY, WEIGHT_FAMILY,
	    arena);
	find_query_words(q, said(c->given), FIELD_GIVEN, WEIGHT_GIVEN, arena);
	find_query_born(q, said(c->born), now_ms, WEIGHT_BORN);
	find_query_phone(q, said(c->phone), WEIGHT_PHONE);
	find_query_postcode(q, said(c->postcode), WEIGHT_POSTCODE);
}

/*
 * A name alone hints at too many people, and half a name at anyone: there are
 * hints from three letters of a surname, or of a first name, with a date of
 * birth, a phone number or a postcode beside it.
 */
static bool
is_enough(const struct find_query *q, const struct find_clues *c)
{
	bool named = strlen(said(c->family)) >= NAME_LEAST ||
		     strlen(said(c->given)) >= NAME_LEAST;

	return find_query_has(q, READ_PHONE) ||
	       (named && find_query_has(q, READ_BORN | READ_POSTCODE));
}

static void
keep_likely(struct find_page *page)
{
	size_t n = 0;

	while (n < page->n && n < HINTS && page->hits[n].score >= HINT_LEAST) {
		if (page->hits[n].score > 99)
			page->hits[n].score = 99;
		n++;
	}
	page->n = n;
	page->more = 0;
}

enum rc
find_hints(struct hub *hub, struct arena *arena, const struct find_clues *clues,
    struct find_page *page, struct fault *f)
{
	struct find_query q;
	enum rc rc;

	*page = (struct find_page){ 0 };
	read_clues(&q, clues, hub_now(hub), arena);
	if (!is_enough(&q, clues))
		return RC_OK;
	if ((rc = find_keep_ready(hub, false, f)))
		return rc;
	if ((rc = search(hub, arena, &q, HINT_LEADS, page, f)))
		return rc;
	keep_likely(page);
	return RC_OK;
}
