/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/when.h"
#include "hub/acts/clocking.h"
#include "hub/acts/guarding.h"
#include "hub/acts/rights.h"
#include "hub/acts/tasks.h"
#include "hub/assess.h"
#include "hub/hub.h"
#include "hub/rules.h"
#include "model/code.h"

#include "hub/acts/facts.h"

#define ADULT 18

static int64_t
now_of(const struct doing *d)
{
	int64_t at = *VEC_LAST(&d->moments);

	return at ? at : hub_now(d->hub);
}

void
facts_add_code(struct record *r, unsigned tag, const char *code)
{
	const char *had = record_text(r, tag);

	if (!code || record_has_code(r, tag, code))
		return;
	record_set_text(r, tag,
	    *had && strcmp(had, "-") != 0 ?
		arena_printf(r->arena, "%s %s", had, code) :
		code);
}

static bool
is_closed(const struct record *casefile)
{
	return strcmp(record_text(casefile, CASEFILE_STATUS), "closed") == 0;
}

/* ---- gathering ---- */

/* Called with each record of a kind below a parent. */
typedef enum rc each_fn(
    struct doing *, struct record *, struct facts *, struct fault *);

static enum rc
each(struct doing *d, uint64_t parent, unsigned kind, each_fn *fn,
    struct facts *facts, struct fault *f)
{
	struct record *r;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, parent, kind, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, kind, ids[i], &r, f);
		if (!rc && r)
			rc = fn(d, r, facts, f);
	}
	return rc;
}

/* The day of a when; 0 when it has none. */
static int32_t
day_of_when(const char *iso)
{
	int32_t first = 0, last = 0;

	return when_days(iso, &first, &last) ? first : 0;
}

static enum rc
see_conference(struct doing *d, struct record *r, struct facts *facts,
    struct fault *f)
{
	const char *on = record_text(r, CONFERENCE_ON);
	int32_t day = day_of_when(
	    *on ? on : record_text(r, CONFERENCE_REFERRED));

	(void)d, (void)f;
	if (strcmp(record_text(r, CONFERENCE_SORT), "marac") == 0 &&
	    strcmp(record_text(r, CONFERENCE_STATE), "back") != 0 &&
	    day > facts->conference_day)
		facts->conference_day = day;
	return RC_OK;
}

/* Every case of theirs is an incident; so is what stands in another case. */
static enum rc
see_case(struct doing *d, struct record *r, struct facts *facts,
    struct fault *f)
{
	const struct code *crime = code_by(
	    d->hub->codes, "crime", record_text(r, CASEFILE_CATEGORY));
	int32_t day = day_of_when(record_text(r, CASEFILE_WHEN));

	if (!day)
		day = day_of_when(record_text(r, CASEFILE_OPENED));
	if (day && facts->n_events < FACT_EVENTS_MOST)
		facts->events[facts->n_events++] = (struct fact_event){ day,
			crime && crime->group &&
			    strcmp(crime->group, "domestic") == 0 };
	if (!is_closed(r))
		facts->newest = r->id;
	return each(d, r->id, KIND_CONFERENCE, see_conference, facts, f);
}

static enum rc
see_member(struct doing *d, struct record *r, struct facts *facts,
    struct fault *f)
{
	int least, most;

	(void)d, (void)f;
	if (record_has_code(r, HOUSEHOLD_CONCERN, "child") ||
	    (when_age(record_text(r, HOUSEHOLD_BORN), facts->now_ms, &least,
		 &most) &&
		least < ADULT))
		facts->children = true;
	return RC_OK;
}

/* The latest counts; the walk is oldest first. */
static enum rc
see_risk(struct doing *d, struct record *r, struct facts *facts,
    struct fault *f)
{
	char answers[TOOL_QUESTIONS_MOST];
	const struct tool *tool;
	struct tool_sum sum;
	enum rc rc;

	facts->tool = record_text(r, RISK_TOOL);
	facts->grade = record_text(r, RISK_GRADE);
	facts->points = (int)record_number(r, RISK_SCORE);
	facts->strong = 0;
	tool = tool_by(d->hub->tools, facts->tool);
	if (!tool)
		return RC_OK;
	rc = assess_answers(tool, d->arena, r, answers, f);
	if (!rc) {
		tool_add(tool, answers, &sum);
		facts->strong = sum.strong;
	}
	return rc;
}

static enum rc
see_needs(struct doing *d, struct record *r, struct facts *facts,
    struct fault *f)
{
	struct assess_scores s;
	enum rc rc =
	    assess_scores_read(d->hub->needs, d->arena, r, &s, f);

	if (!rc && s.answered) {
		facts->highest = s.highest;
		facts->total = s.total;
		facts->marked = s.marked;
	}
	return rc;
}

enum rc
facts_gather(struct doing *d, const struct record *casefile,
    struct facts *facts, struct fault *f)
{
	uint64_t id = record_link(casefile, CASEFILE_PERSON);
	struct record *person;
	enum rc rc = doing_peek(d, KIND_PERSON, id, &person, f);

	facts_of(facts, casefile, rc ? NULL : person, now_of(d));
	facts->children = record_has_code(casefile, CASEFILE_RISK, "c");
	if (rc || (rc = each(d, id, KIND_CASEFILE, see_case, facts, f)) ||
	    (rc = each(d, id, KIND_HOUSEHOLD, see_member, facts, f)) ||
	    (rc = each(d, casefile->id, KIND_RISK, see_risk, facts, f)))
		return rc;
	return each(d, casefile->id, KIND_NEED, see_needs, facts, f);
}

/* ---- what follows ---- */

static enum rc
do_tasks(struct doing *d, const struct record *casefile,
    const struct risk_rule *rule, struct fault *f)
{
	char due[24];
	enum rc rc = RC_OK;

	for (size_t i = 0; i < rule->n_tasks && !rc; i++) {
		const struct rule_task *t = &rule->tasks[i];

		rc = task_in(d, t->days, t->unit, due, f);
		if (!rc)
			rc = task_once(
			    d, casefile, t->what, due, t->text, NULL, f);
	}
	return rc;
}

static void
add_word(char *words, size_t size, const char *word)
{
	size_t n = strlen(words);

	if (word && !strstr(words, word) && n + strlen(word) + 2 < size)
		snprintf(words + n, size - n, "%s%s", n ? " " : "", word);
}

/* What a rule asks for is asked for when it begins to hold, not again at each
 * look: it is done once it was done. */
static bool
held_before(const struct record *casefile, const struct risk_rule *rule)
{
	return record_has_code(casefile, CASEFILE_RULES, rule->id);
}

/* What is known of the person over their cases is asked for on the newest. */
static bool
is_elsewhere(const struct risk_rule *rule, const struct facts *facts)
{
	return (rule->test.events || rule->test.conference_days) &&
	    facts->newest && facts->newest != facts->casefile->id;
}

static enum rc
do_rule(struct doing *d, struct record *casefile, const struct risk_rule *rule,
    struct facts_found *found, struct fault *f)
{
	enum rc rc = RC_OK;

	add_word(found->rules, sizeof(found->rules), rule->id);
	add_word(found->criteria, sizeof(found->criteria), rule->criterion);
	if (rule->grade)
		found->grade = rule->grade;
	if (held_before(casefile, rule) && !rule->judged)
		return RC_OK;
	facts_add_code(casefile, CASEFILE_FLAGS, rule->flag);
	if (rule->steps)
		rc = guarding_open(d, casefile, rule->steps, rule->id, f);
	return rc ? rc : do_tasks(d, casefile, rule, f);
}

enum rc
facts_rules(struct doing *d, struct record *casefile,
    const struct facts *facts, bool raised, struct facts_found *found,
    struct fault *f)
{
	const struct rules *rules = d->hub->rules;
	enum rc rc = RC_OK;

	*found = (struct facts_found){ .grade = NULL };
	for (size_t i = 0; i < rules_risk_count(rules) && !rc; i++) {
		const struct risk_rule *rule = rules_risk_nth(rules, i);

		if (!is_elsewhere(rule, facts) &&
		    (rule->judged ? raised : fact_holds(&rule->test, facts)))
			rc = do_rule(d, casefile, rule, found, f);
	}
	record_set_text(casefile, CASEFILE_RULES, found->rules);
	return rc;
}

static void
set_service(struct doing *d, struct record *casefile,
    const struct facts *facts)
{
	struct triage_verdict v;
	struct buf ids = { 0 };

	rules_triage(d->hub->rules, facts, &v);
	for (size_t i = 0; i < v.n; i++)
		buf_printf(&ids, "%s%s", i ? " " : "", v.rules[i]->id);
	record_set_text(casefile, CASEFILE_SERVICE, v.level);
	record_set_text(casefile, CASEFILE_SERVICE_WHY, buf_str(&ids));
	buf_release(&ids);
}

enum rc
facts_changed(struct doing *d, struct record *casefile, struct fault *f)
{
	struct facts_found found;
	struct facts facts;
	bool changed;
	enum rc rc;

	if (is_closed(casefile))
		return RC_OK;
	if ((rc = facts_gather(d, casefile, &facts, f)) ||
	    (rc = rights_judge(d, casefile, &facts, &changed, f)))
		return rc;
	if (changed && (rc = clocking_retime(d, casefile, f)))
		return rc;
	facts.rights = record_text(casefile, CASEFILE_LEVEL_WHY);
	set_service(d, casefile, &facts);
	if ((rc = facts_rules(d, casefile, &facts, false, &found, f)))
		return rc;
	return guarding_letters(d, casefile, f);
}

/* Each open case of a person. */
static enum rc
open_cases(struct doing *d, uint64_t person, const char *event,
    struct fault *f)
{
	struct record *c;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, person, KIND_CASEFILE, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, KIND_CASEFILE, ids[i], &c, f);
		if (rc || !c || is_closed(c))
			continue;
		if (event)
			rc = facts_event(d, c, event, f);
		else if (!(rc = doing_open(d, KIND_CASEFILE, ids[i], &c, f)))
			rc = facts_changed(d, c, f);
	}
	return rc;
}

enum rc
facts_changed_for(struct doing *d, uint64_t person, struct fault *f)
{
	return open_cases(d, person, NULL, f);
}

enum rc
facts_event_for(struct doing *d, uint64_t person, const char *event,
    struct fault *f)
{
	return open_cases(d, person, event, f);
}

/* ---- again ---- */

/* What was never assessed is not assessed again. */
static enum rc
was_assessed(struct doing *d, uint64_t casefile, const char *what, bool *yes,
    struct fault *f)
{
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile,
	    strcmp(what, "needs") == 0 ? KIND_NEED : KIND_RISK, &ids, &n, f);

	*yes = !rc && n;
	return rc;
}

enum rc
facts_event(struct doing *d, const struct record *casefile, const char *event,
    struct fault *f)
{
	const struct needs *needs = d->hub->needs;
	char due[24];
	enum rc rc = RC_OK;

	for (size_t i = 0; i < needs_again_count(needs) && !rc; i++) {
		const struct needs_again *a = needs_again_nth(needs, i);
		bool yes;

		if (strcmp(a->event, event) != 0)
			continue;
		rc = was_assessed(d, casefile->id, a->what, &yes, f);
		if (rc || !yes)
			continue;
		if (!(rc = task_in(d, a->days, "day", due, f)))
			rc = task_once(
			    d, casefile, a->what, due, a->text, NULL, f);
	}
	return rc;
}
