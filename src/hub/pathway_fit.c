/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/str.h"
#include "base/when.h"
#include "fold/fold.h"
#include "hub/hub.h"
#include "model/code.h"
#include "model/record.h"

#include "hub/pathway_inside.h"

/*
 * How a provider fits a person: by area, age, sex and crime, by room, and by
 * what may be shared with it.
 */

/* clang-format off */
const struct pathway_bar_row pathway_bar_rows[PATHWAY_BARS] = {
	[PATHWAY_ENDED] = { "has ended", "The service has ended or was replaced; ask another.", "ended", true },
	[PATHWAY_AREA] = { "wrong area", "It does not serve where they live.", "area", false },
	[PATHWAY_AGE] = { "not for their age", "It does not take people of their age.", "age", false },
	[PATHWAY_SEX] = { "not for them", "It is for women, or for men, only.", "eligible", false },
	[PATHWAY_CRIME] = { "not for this crime", "It is for other crimes.", "eligible", false },
	[PATHWAY_FULL] = { "no place free", "It has no room now.", "full", false },
	[PATHWAY_ASK] = { "consent not asked yet", "Ask what may be passed on, and write it down.", "consent", true },
	[PATHWAY_CONSENT] = { "no consent", "What they agreed to does not cover it; ask them again, or use a safeguarding path.", "consent", true },
	[PATHWAY_AGREEMENT] = { "no sharing agreement", "No agreement to share personal data is in force with who runs it; a supervisor can write one down (keep_directory).", "agreement", true },
	[PATHWAY_NOBODY] = { "nobody in the directory", "No provider of it stands in the directory; keep_directory adds one.", "none", true },
};
/* clang-format on */

/* ---- the directory ---- */

struct gathered {
	const struct look *look;
	struct arena *arena;
	VEC(struct record *) at;
};

static enum rc
take_row(struct span key, struct span value, void *arg, struct fault *f)
{
	struct gathered *g = arg;
	struct record *r;
	enum rc rc = look_row(g->look, g->arena, key, value, &r, f);

	if (rc == RC_MISSING)
		return RC_OK;
	if (!rc)
		*VEC_ADD(&g->at) = r;
	return rc;
}

static enum rc
take_kind(const struct look *look, struct arena *arena, unsigned kind,
    struct record ***to, size_t *n, struct fault *f)
{
	uint8_t prefix[2] = { (uint8_t)(kind >> 8), (uint8_t)kind };
	struct gathered g = { .look = look, .arena = arena };
	enum rc rc = look_prefix(look, TABLE_RECORD,
	    span_of(prefix, sizeof(prefix)), take_row, &g, f);

	*n = g.at.n;
	*to = arena_get(arena, (g.at.n + 1) * sizeof(**to));
	if (g.at.n)
		memcpy(*to, g.at.at, g.at.n * sizeof(**to));
	VEC_RELEASE(&g.at);
	return rc;
}

enum rc
directory_read(struct hub *hub, const struct look *look, struct arena *arena,
    struct directory *d, struct fault *f)
{
	enum rc rc;

	(void)hub;
	*d = (struct directory){ 0 };
	if ((rc = take_kind(look, arena, KIND_SERVICE, &d->services,
		 &d->n_services, f)) ||
	    (rc = take_kind(look, arena, KIND_AGENCY, &d->agencies,
		 &d->n_agencies, f)))
		return rc;
	return take_kind(look, arena, KIND_AGREEMENT, &d->agreements,
	    &d->n_agreements, f);
}

/* ---- what stands against it ---- */

static void
add_bar(struct pathway_fit *fit, enum pathway_bar bar)
{
	for (size_t i = 0; i < fit->n_bars; i++)
		if (fit->bars[i] == bar)
			return;
	fit->bars[fit->n_bars++] = bar;
}

static bool
is_past(const struct record *r, unsigned tag, int64_t now)
{
	int32_t first, last;

	return when_days(record_text(r, tag), &first, &last) &&
	       last < moment_day(now);
}

/* "LEI NOR" holds the area; "" every one. */
static bool
serves_area(const struct record *service, const char *area)
{
	const char *rest = record_text(service, SERVICE_AREAS);
	struct span word;
	bool any = false;

	while (str_word(&rest, &word)) {
		char code[16];

		any = true;
		snprintf(code, sizeof(code), "%.*s", (int)word.len,
		    (const char *)word.at);
		if (str_ieq(code, area) || str_ieq(code, "all"))
			return true;
	}
	return !any;
}

static bool
serves_place(const struct record *service, const struct record *casefile,
    const struct record *person)
{
	const char *district =
	    person ? record_text(person, PERSON_DISTRICT) : "";

	if (record_flag(service, SERVICE_NATIONAL))
		return true;
	if (!serves_area(service, record_text(casefile, CASEFILE_AREA)))
		return false;
	return !*record_text(service, SERVICE_DISTRICTS) || !*district ||
	       record_has_code(service, SERVICE_DISTRICTS, district);
}

static bool
takes_age(const struct record *service, const struct record *person,
    int64_t now)
{
	int64_t from = record_number(service, SERVICE_FROM_AGE);
	int64_t to = record_number(service, SERVICE_TO_AGE);
	int least, most;

	if (!person || !when_age(record_text(person, PERSON_BORN), now,
			   &least, &most))
		return true;
	return most >= from && (!to || least <= to);
}

static bool
takes(const struct record *service, unsigned tag, const char *code)
{
	return !*record_text(service, tag) || !*code ||
	       record_has_code(service, tag, code);
}

static void
judge_service(const struct hub *hub, const struct record *service,
    const struct record *casefile, const struct record *person,
    struct pathway_fit *fit)
{
	const char *sex = person ? record_text(person, PERSON_SEX) : "";
	int64_t now = hub_now(hub);

	if (is_past(service, SERVICE_UNTIL, now) ||
	    record_link(service, SERVICE_REPLACED))
		add_bar(fit, PATHWAY_ENDED);
	if (!serves_place(service, casefile, person))
		add_bar(fit, PATHWAY_AREA);
	if (!takes_age(service, person, now))
		add_bar(fit, PATHWAY_AGE);
	if (!takes(service, SERVICE_SEXES, strcmp(sex, "n") ? sex : ""))
		add_bar(fit, PATHWAY_SEX);
	if (!takes(service, SERVICE_CRIMES,
		record_text(casefile, CASEFILE_CATEGORY)))
		add_bar(fit, PATHWAY_CRIME);
	if (*record_text(service, SERVICE_FREE) &&
	    record_number(service, SERVICE_FREE) <= 0)
		add_bar(fit, PATHWAY_FULL);
}

/* ---- what may be shared ---- */

static bool
is_one(const char *const *words, const char *word)
{
	for (; words && *words; words++)
		if (strcmp(*words, word) == 0)
			return true;
	return false;
}

static const struct sharing_rule *
find_sharing(const struct hub *hub, const char *code,
    const struct record *casefile, const struct record *person)
{
	const struct sharing_rule *r;

	VEC_EACH (&hub->pathways->sharing, r)
		if ((!r->services || is_one(r->services, code)) &&
		    casetest_holds(&r->test, hub->codes, casefile, person,
			hub_now(hub)))
			return r;
	return NULL;
}

/* An agreement with ${agency} that covers passing personal data on today. */
static uint64_t
agreement_with(const struct hub *hub, const struct directory *d,
    uint64_t agency)
{
	int64_t now = hub_now(hub), from;

	for (size_t i = 0; agency && i < d->n_agreements; i++) {
		const struct record *a = d->agreements[i];

		if (record_link(a, AGREEMENT_WITH) == agency &&
		    strcmp(record_text(a, AGREEMENT_SORT), "working") != 0 &&
		    when_moment(record_text(a, AGREEMENT_FROM), &from) &&
		    from <= now && !is_past(a, AGREEMENT_UNTIL, now))
			return a->id;
	}
	return 0;
}

/* What the rule allows and the service wants: the least of both. */
static const char *
least_items(struct arena *arena, const struct sharing_rule *rule,
    const struct record *service)
{
	struct buf out = { 0 };
	const char *text;

	for (const char *const *i = rule->items; *i; i++)
		if (!*record_text(service, SERVICE_SHARE) ||
		    record_has_code(service, SERVICE_SHARE, *i))
			buf_printf(&out, "%s%s", out.len ? " " : "", *i);
	text = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static void
judge_sharing(const struct hub *hub, struct arena *arena,
    const struct directory *d, const struct record *casefile,
    const struct record *person, struct pathway_fit *fit)
{
	const struct sharing_rule *rule;

	fit->signpost = record_flag(fit->service, SERVICE_SIGNPOST);
	if (fit->signpost)
		return;
	rule = find_sharing(hub, fit->code, casefile, person);
	if (!rule) {
		add_bar(fit,
		    *record_text(casefile, CASEFILE_CONSENT) ?
			PATHWAY_CONSENT :
			PATHWAY_ASK);
		return;
	}
	fit->basis = rule->basis;
	fit->say = rule->say;
	fit->items = least_items(arena, rule, fit->service);
	if (!rule->agreement)
		return;
	fit->agreement = agreement_with(
	    hub, d, record_link(fit->service, SERVICE_AGENCY));
	if (!fit->agreement)
		add_bar(fit, PATHWAY_AGREEMENT);
}

/* ---- the best provider ---- */

static void
fit_one(const struct hub *hub, struct arena *arena, const struct directory *d,
    const char *code, const struct record *service,
    const struct record *casefile, const struct record *person,
    struct pathway_fit *fit)
{
	*fit = (struct pathway_fit){ .service = service, .code = code,
		.basis = "", .say = "", .items = "" };
	if (!service) {
		fit->name =
		    arena_str(arena, code_label(hub->codes, "service", code));
		add_bar(fit, PATHWAY_NOBODY);
		return;
	}
	fit->code = record_text(service, SERVICE_CODE);
	fit->name = record_text(service, SERVICE_NAME);
	judge_service(hub, service, casefile, person, fit);
	judge_sharing(hub, arena, d, casefile, person, fit);
}

/* Fewer bars first, then the shorter wait. */
static bool
is_better(const struct pathway_fit *a, const struct pathway_fit *b)
{
	if (!b->service)
		return true;
	if (a->n_bars != b->n_bars)
		return a->n_bars < b->n_bars;
	if (record_flag(a->service, SERVICE_NATIONAL) !=
	    record_flag(b->service, SERVICE_NATIONAL))
		return record_flag(b->service, SERVICE_NATIONAL);
	return record_number(a->service, SERVICE_WAIT) <
	       record_number(b->service, SERVICE_WAIT);
}

void
pathway_fit(const struct hub *hub, struct arena *arena,
    const struct directory *d, const char *code, const struct record *service,
    const struct record *casefile, const struct record *person,
    struct pathway_fit *fit)
{
	struct pathway_fit other;

	fit_one(hub, arena, d, code, service, casefile, person, fit);
	if (service)
		return;
	for (size_t i = 0; i < d->n_services; i++) {
		if (!str_ieq(record_text(d->services[i], SERVICE_CODE), code))
			continue;
		fit_one(hub, arena, d, code, d->services[i], casefile, person,
		    &other);
		if (is_better(&other, fit))
			*fit = other;
	}
}

enum pathway_bar
pathway_refusal(const struct pathway_fit *fit)
{
	for (size_t i = 0; i < fit->n_bars; i++)
		if (pathway_bar_rows[fit->bars[i]].refuses)
			return fit->bars[i];
	return PATHWAY_BARS;
}

void
pathway_words(const struct pathway_fit *fit, struct buf *out)
{
	for (size_t i = 0; i < fit->n_bars; i++)
		buf_printf(out, "%s%s", i ? ", " : "",
		    pathway_bar_rows[fit->bars[i]].word);
}

/* ---- the list ---- */

struct listing {
	struct hub *hub;
	struct arena *arena;
	struct directory d;
	struct record *casefile, *person;
	VEC(struct pathway_offer) offers;
};

static bool
is_listed(const struct listing *l, const char *code)
{
	const struct pathway_offer *o;

	VEC_EACH (&l->offers, o)
		if (strcmp(o->fit.code, code) == 0)
			return true;
	return false;
}

static void
list_offer(struct listing *l, const char *code, const char *why, bool urgent)
{
	struct pathway_offer *o;
	struct buf not = { 0 };

	if (is_listed(l, code))
		return;
	o = VEC_ADD(&l->offers);
	pathway_fit(l->hub, l->arena, &l->d, code, NULL, l->casefile,
	    l->person, &o->fit);
	o->why = why;
	o->urgent = urgent;
	o->offered = o->fit.n_bars == 0;
	pathway_words(&o->fit, &not);
	o->not = arena_str(l->arena, buf_str(&not));
	buf_release(&not);
}

/* Who stands in for whom when the first cannot: along the rules. */
static void
list_stand_in(struct listing *l, const struct pathway_rule *rule)
{
	const struct pathway_rule *r;
	const char *why;

	if (VEC_LAST(&l->offers)->offered || !rule->instead ||
	    strcmp(VEC_LAST(&l->offers)->fit.code, rule->code) != 0)
		return;
	why = arena_printf(l->arena, "In place of %s: %s",
	    code_label(l->hub->codes, "service", rule->code), rule->why);
	list_offer(l, rule->instead, why, rule->urgent);
	VEC_EACH (&l->hub->pathways->rules, r)
		if (strcmp(r->code, rule->instead) == 0 && r->instead) {
			list_stand_in(l, r);
			return;
		}
}

static int
compare_offers(const void *a, const void *b)
{
	const struct pathway_offer *x = a, *y = b;

	if (x->offered != y->offered)
		return x->offered ? -1 : 1;
	if (x->urgent != y->urgent)
		return x->urgent ? -1 : 1;
	return 0;
}

/* In order of the files within each part: a sort that moves no equals. */
static void
sort_offers(struct listing *l)
{
	for (size_t i = 1; i < l->offers.n; i++)
		for (size_t j = i; j > 0; j--) {
			struct pathway_offer *o = &l->offers.at[j], swap;

			if (compare_offers(o - 1, o) <= 0)
				break;
			swap = *o;
			*o = o[-1];
			o[-1] = swap;
		}
}

static void
list_all(struct listing *l, struct pathway_page *page)
{
	const struct pathway_rule *r;

	VEC_EACH (&l->hub->pathways->rules, r) {
		if (!casetest_holds(&r->test, l->hub->codes, l->casefile,
			l->person, hub_now(l->hub)))
			continue;
		list_offer(l, r->code, r->why, r->urgent);
		list_stand_in(l, r);
	}
	sort_offers(l);
	page->n = l->offers.n;
	page->at = arena_get(l->arena, (page->n + 1) * sizeof(*page->at));
	if (page->n)
		memcpy(page->at, l->offers.at, page->n * sizeof(*page->at));
	for (size_t i = 0; i < page->n; i++)
		page->offered += page->at[i].offered;
	VEC_RELEASE(&l->offers);
}

static enum rc
begin(struct listing *l, const struct look *look, uint64_t person,
    uint64_t casefile, struct fault *f)
{
	enum rc rc = look_record(
	    look, l->arena, KIND_CASEFILE, casefile, NULL, &l->casefile, f);

	if (!rc)
		rc = look_record(look, l->arena, KIND_PERSON, person, NULL,
		    &l->person, f);
	if (rc == RC_MISSING)
		return fault_set(f, RC_MISSING,
		    "there is no such case that you may see");
	return rc ? rc : directory_read(l->hub, look, l->arena, &l->d, f);
}

enum rc
pathway_read(struct hub *hub, struct arena *arena, uint64_t person,
    uint64_t casefile, struct pathway_page *page, struct fault *f)
{
	struct listing l = { .hub = hub, .arena = arena };
	struct look look;
	enum rc rc = fold_look(hub->fold, &look, f);

	*page = (struct pathway_page){ 0 };
	if (rc)
		return rc;
	rc = begin(&l, &look, person, casefile, f);
	look_end(&look);
	if (!rc)
		list_all(&l, page);
	return rc;
}

enum rc
pathway_of(struct hub *hub, struct arena *arena, const char *code,
    uint64_t service, uint64_t person, uint64_t casefile,
    struct pathway_fit *fit, struct fault *f)
{
	struct listing l = { .hub = hub, .arena = arena };
	const struct record *one = NULL;
	struct look look;
	enum rc rc = fold_look(hub->fold, &look, f);

	if (rc)
		return rc;
	rc = begin(&l, &look, person, casefile, f);
	look_end(&look);
	if (rc)
		return rc;
	for (size_t i = 0; service && i < l.d.n_services; i++)
		if (l.d.services[i]->id == service)
			one = l.d.services[i];
	pathway_fit(
	    hub, arena, &l.d, code, one, l.casefile, l.person, fit);
	return RC_OK;
}
