/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/hub.h"
#include "hub/level.h"
#include "hub/rules.h"
#include "model/code.h"
#include "model/record.h"
#include "ui/parts/entry.h"
#include "ui/views/desk.h"

#include "ui/views/assess.h"

/* ---- rows and slots ---- */

static const struct code_list *
list_of(const char *name)
{
	return code_list(desk_hub()->codes, name);
}

size_t
assess_rows(const struct assess *s)
{
	switch (s->part) {
	case ASSESS_NEEDS:
		return needs_count(desk_hub()->needs) + 1;
	case ASSESS_RISK:
		return s->tool != NULL ? s->tool->n + 1 : 0;
	case ASSESS_RIGHTS:
		return list_of("enhanced")->n;
	default:
		return list_of("indicator")->n;
	}
}

static const char *
named(const struct assess *s, const char *what, const char *of)
{
	return arena_printf(s->arena, "%s.%s", what, of);
}

static struct assess_row
need_row(const struct assess *s, size_t i)
{
	const struct needs_ask *ask = needs_nth(desk_hub()->needs, i);

	if (ask == NULL)
		return (struct assess_row){ "Which time this is", "point",
			"goal", "" };
	return (struct assess_row){ ask->title, named(s, "score", ask->code),
		named(s, "note", ask->code),
		arena_printf(s->arena, "%zu", i + 1) };
}

static struct assess_row
risk_row(const struct assess *s, size_t i)
{
	const struct tool_question *q = &s->tool->questions[i];

	if (i == s->tool->n)
		return (struct assess_row){ "Your judgement", "judged",
			"reason", "" };
	return (struct assess_row){ q->label, named(s, "answer", q->number),
		named(s, "note", q->number), q->number };
}

struct assess_row
assess_row(const struct assess *s, size_t i)
{
	const struct code *code;

	if (s->part == ASSESS_NEEDS)
		return need_row(s, i);
	if (s->part == ASSESS_RISK)
		return risk_row(s, i);
	code = &list_of(s->part == ASSESS_RIGHTS ? "enhanced" : "indicator")
		    ->codes[i];
	if (s->part == ASSESS_RIGHTS)
		return (struct assess_row){ code->label, NULL, NULL,
			code->code };
	return (struct assess_row){ code->label,
		named(s, "indicator", code->code),
		named(s, "indicator-note", code->code), code->code };
}

bool
assess_is_asked(struct assess *s, size_t i)
{
	char answers[TOOL_QUESTIONS_MOST];

	if (s->part != ASSESS_RISK || i >= s->tool->n)
		return true;
	assess_answers_now(s, answers);
	return tool_is_asked(s->tool, i, answers);
}

static void
add_slot(struct assess *s, const char *name)
{
	for (size_t i = 0; i < s->n_slots; i++)
		if (strcmp(s->slots[i].name, name) == 0)
			return;
	s->slots[s->n_slots++] = (struct entry_slot){ .name = name,
		.label = name, .help = "", .typing = ENTRY_TEXT, .max = 2000 };
}

static void
add_rows(struct assess *s, enum assess_part part)
{
	s->part = part;
	for (size_t i = 0; i < assess_rows(s); i++) {
		struct assess_row row = assess_row(s, i);

		if (row.value == NULL)
			continue;
		add_slot(s, row.value);
		add_slot(s, row.note);
	}
}

/* A slot for every question of every tool, so that a draft is read whole. */
void
assess_slots(struct assess *s)
{
	const struct tools *tools = desk_hub()->tools;
	size_t most = 2 * (NEEDS_MOST + 1) + 4 + 2 * list_of("indicator")->n;

	for (size_t i = 0; i < tools_count(tools); i++)
		most += 2 * tools_nth(tools, i)->n;
	s->slots = arena_get(s->arena, most * sizeof(*s->slots));
	add_rows(s, ASSESS_NEEDS);
	for (size_t i = 0; i < tools_count(tools); i++) {
		s->tool = tools_nth(tools, i);
		add_rows(s, ASSESS_RISK);
	}
	add_rows(s, ASSESS_CHANGES);
	add_slot(s, "tool");
	s->part = ASSESS_NEEDS;
	s->tool = NULL;
}

/* ---- what stands ---- */

static void
find_case(struct assess *s, const struct record_list *cases)
{
	for (size_t i = 0; i < cases->n; i++) {
		struct record *c = cases->at[i];

		if (s->of.casefile != 0 ? c->id == s->of.casefile :
					  s->casefile == NULL ||
			    strcmp(record_text(c, CASEFILE_STATUS),
				"closed") != 0)
			s->casefile = c;
	}
	if (s->casefile != NULL)
		s->of.casefile = s->casefile->id;
}

static void
add_event(struct facts *facts, const struct record *c)
{
	const struct code *crime = code_by(
	    desk_hub()->codes, "crime", record_text(c, CASEFILE_CATEGORY));
	int32_t first, last;

	if (facts->n_events == FACT_EVENTS_MOST ||
	    (!when_days(record_text(c, CASEFILE_WHEN), &first, &last) &&
		!when_days(record_text(c, CASEFILE_OPENED), &first, &last)))
		return;
	facts->events[facts->n_events++] = (struct fact_event){ first,
		crime != NULL && crime->group != NULL &&
		    strcmp(crime->group, "domestic") == 0 };
}

static void
read_facts(struct assess *s, const struct record_list *cases)
{
	facts_of(&s->facts, s->casefile, s->person, desk_now());
	s->facts.children = record_has_code(s->casefile, CASEFILE_RISK, "c");
	for (size_t i = 0; i < cases->n; i++)
		add_event(&s->facts, cases->at[i]);
}

enum rc
assess_read(struct assess *s, struct fault *f)
{
	struct hub *hub = desk_hub();
	struct person_page page;
	enum rc rc;

	arena_reset(s->read);
	s->casefile = NULL;
	if ((rc = hub_person_page(hub, s->read, s->of.person, &page, f)))
		return rc;
	s->person = page.person;
	s->ref = record_text(page.person, PERSON_REF);
	s->name = words_name(s->read, page.person);
	s->told = words_told(page.safety, page.person);
	find_case(s, &page.casefiles);
	if (s->casefile == NULL)
		return fault_set(f, RC_MISSING, "there is no case to assess");
	read_facts(s, &page.casefiles);
	if ((rc = assess_needs(hub, s->read, s->of.casefile, &s->history,
		 f)) ||
	    (rc = hub_children(hub, s->read, s->of.casefile, KIND_RISK,
		 &s->risks, f)))
		return rc;
	return hub_children(
	    hub, s->read, s->of.casefile, KIND_LEVEL, &s->levels, f);
}

void
assess_use(struct assess *s, const struct tool *tool)
{
	const struct tools *tools = desk_hub()->tools;

	if (tool == NULL)
		tool = tool_for(
		    tools, record_text(s->casefile, CASEFILE_CATEGORY));
	/* None is for this crime: judgement, which is for all of them. */
	for (size_t i = 0; tool == NULL && i < tools_count(tools); i++)
		if (tools_nth(tools, i)->categories == NULL)
			tool = tools_nth(tools, i);
	s->tool = tool != NULL ? tool : tools_nth(tools, 0);
	tool = s->tool;
	s->risk_last = NULL;
	memset(s->answers_last, 0, sizeof(s->answers_last));
	for (size_t i = 0; tool != NULL && i < s->risks.n; i++)
		if (strcmp(record_text(s->risks.at[i], RISK_TOOL),
			tool->name) == 0)
			s->risk_last = s->risks.at[i];
	if (s->risk_last != NULL && assess_answers(tool, s->read, s->risk_last,
					s->answers_last, NULL))
		s->risk_last = NULL;
}

const struct record *
assess_level_of(const struct assess *s, const char *code, bool *open)
{
	const struct record *found = NULL;

	*open = false;
	for (size_t i = 0; i < s->levels.n; i++) {
		const struct record *r = s->levels.at[i];
		bool is_open = record_text(r, LEVEL_UNTIL)[0] == '\0';

		if (strcmp(record_text(r, LEVEL_CATEGORY), code) != 0 ||
		    (*open && !is_open))
			continue;
		found = r;
		*open = is_open;
	}
	return found;
}

/* ---- what is typed, and what follows ---- */

int
assess_points(struct assess *s, size_t i)
{
	const struct assess_scores *last = assess_last(&s->history);
	const char *text = entry_text(s->entry,
	    named(s, "score", needs_nth(desk_hub()->needs, i)->code));

	if (text[0] == '=')
		return last != NULL ? last->points[i] : SCORE_UNSAID;
	if (text[0] == '-')
		return SCORE_REFUSED;
	return text[0] >= '0' && text[0] <= '9' ? text[0] - '0' : SCORE_UNSAID;
}

void
assess_answers_now(struct assess *s, char *answers)
{
	memset(answers, 0, TOOL_QUESTIONS_MOST);
	for (size_t i = 0; i < s->tool->n; i++) {
		const char *text = entry_text(s->entry,
		    named(s, "answer", s->tool->questions[i].number));

		answers[i] = text[0] == '=' ? s->answers_last[i] : text[0];
	}
}

static void
follow_needs(struct assess *s, struct facts *facts)
{
	const struct assess_scores *last = assess_last(&s->history);
	size_t n = needs_count(desk_hub()->needs), scored = 0;
	int total = 0, highest = -1, marked = 0;

	for (size_t i = 0; i < n; i++) {
		int points = assess_points(s, i);

		if (points < 0)
			continue;
		scored++;
		total += points;
		marked += points >= FACT_MARKED;
		highest = points > highest ? points : highest;
	}
	snprintf(s->so_far, sizeof(s->so_far), "So far: %zu of %zu scored. "
					       "Total %d%s",
	    scored, n, total, last == NULL ? "." : "");
	if (last != NULL)
		snprintf(s->so_far + strlen(s->so_far),
		    sizeof(s->so_far) - strlen(s->so_far),
		    " (was %d over %d).", last->total, last->answered);
	facts->highest = highest;
	facts->total = scored > 0 ? total : -1;
	facts->marked = marked;
}

static void
follow_risk(struct assess *s, struct facts *facts)
{
	char answers[TOOL_QUESTIONS_MOST];
	struct tool_sum sum;

	assess_answers_now(s, answers);
	tool_add(s->tool, answers, &sum);
	snprintf(s->so_far, sizeof(s->so_far),
	    "So far: %d answered, %d to ask. Score %d, %s by score%s.",
	    sum.answered, sum.left, sum.points, sum.grade->grade,
	    sum.strong > 0 ? "; strong signs" : "");
	facts->tool = s->tool->name;
	facts->points = sum.answered > 0 ? sum.points : -1;
	facts->strong = sum.strong;
	facts->grade = sum.answered > 0 ? sum.grade->grade : "";
}

static void
add_words(struct assess *s, const char *words, const char *id)
{
	size_t n = strlen(s->suggests);

	snprintf(s->suggests + n, sizeof(s->suggests) - n, "%s%s (rule %s)",
	    n > 0 ? "  " : "Suggests: ", words, id);
}

static void
suggest_level(struct assess *s, const struct facts *facts)
{
	struct level_verdict v;

	level_judge_by(desk_hub()->levels, facts, &v);
	for (size_t i = 0; i < v.n; i++)
		if (!record_has_code(
			s->casefile, CASEFILE_LEVEL_WHY, v.rules[i]->code))
			add_words(s, v.rules[i]->title, v.rules[i]->id);
}

static void
suggest_rules(struct assess *s, const struct facts *facts)
{
	const struct rules *rules = desk_hub()->rules;

	for (size_t i = 0; i < rules_risk_count(rules); i++) {
		const struct risk_rule *rule = rules_risk_nth(rules, i);

		if (rule->tested && fact_holds(&rule->test, facts))
			add_words(s, rule->title, rule->id);
	}
}

static void
suggest_service(struct assess *s, const struct facts *facts)
{
	struct triage_verdict v;

	rules_triage(desk_hub()->rules, facts, &v);
	if (v.n > 0)
		add_words(s,
		    code_label(desk_hub()->codes, "service-level", v.level),
		    v.rules[0]->id);
}

static size_t
answered_changes(struct assess *s)
{
	size_t n = 0;

	for (size_t i = 0; i < list_of("indicator")->n; i++)
		n += entry_text(s->entry,
			 named(s, "indicator",
			     list_of("indicator")->codes[i].code))[0] != '\0';
	return n;
}

void
assess_follow(struct assess *s)
{
	struct facts facts = s->facts;

	s->so_far[0] = s->suggests[0] = '\0';
	facts.rights = record_text(s->casefile, CASEFILE_LEVEL_WHY);
	facts.grade = record_text(s->casefile, CASEFILE_GRADE);
	if (s->part == ASSESS_NEEDS)
		follow_needs(s, &facts);
	else if (s->part == ASSESS_RISK && s->tool != NULL)
		follow_risk(s, &facts);
	else if (s->part == ASSESS_RIGHTS)
		snprintf(s->so_far, sizeof(s->so_far),
		    "Rights: %s %s. Service: %s.",
		    record_text(s->casefile, CASEFILE_LEVEL),
		    record_text(s->casefile, CASEFILE_LEVEL_WHY),
		    words_of(desk_hub(), s->read, s->casefile,
			CASEFILE_SERVICE));
	else
		snprintf(s->so_far, sizeof(s->so_far),
		    "So far: %zu of %zu asked.", answered_changes(s),
		    assess_rows(s));
	suggest_level(s, &facts);
	if (s->part == ASSESS_RISK)
		suggest_rules(s, &facts);
	else
		suggest_service(s, &facts);
}
