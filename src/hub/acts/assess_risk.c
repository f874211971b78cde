/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/facts.h"
#include "hub/acts/grade.h"
#include "hub/acts/guarding.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/rules.h"
#include "hub/slip.h"
#include "hub/tool.h"
#include "model/code.h"
#include "model/group.h"

/*
 * Somebody's risk, gone through with a tool. The score gives a grade, rules may
 * put it higher, judgement may put it higher with a reason; nothing here puts
 * it lower than any of them (lower_risk does, for those who may).
 */

struct asking {
	struct doing *d;
	struct record *casefile, *r;
	const struct tool *tool;
	char answers[TOOL_QUESTIONS_MOST];
	struct tool_sum sum;
	struct facts_found found;
};

static enum rc
find_tool(struct asking *k, struct fault *f)
{
	const char *name = slip_text(k->d->slip, "tool");
	const struct tools *tools = k->d->hub->tools;

	k->tool = str_is_blank(name) ?
		      tool_for(tools,
			  record_text(k->casefile, CASEFILE_CATEGORY)) :
		      tool_by(tools, name);
	if (k->tool)
		return RC_OK;
	return fault_set(f, RC_INVALID,
	    str_is_blank(name) ?
		"tool: say which one (dash, stalking, young, asb, judgement)" :
		"tool: there is no risk tool \"%s\" in data/risk",
	    name);
}

/* ---- the answers ---- */

static const char *
line_of(struct asking *k, const char *what, const char *number)
{
	return slip_text(k->d->slip,
	    arena_printf(k->d->arena, "%s.%s", what, number));
}

static enum rc
read_answer(struct asking *k, size_t i, struct fault *f)
{
	const struct tool_question *q = &k->tool->questions[i];
	const char *all = slip_text(k->d->slip, "answers");
	const char *own = line_of(k, "answer", q->number);
	char key = *own ? own[0] : i < strlen(all) ? all[i] : '\0';
	const struct tool_choice *c;

	if (!key || key == '.' || key == ' ')
		return RC_OK;
	c = tool_choice(q, key);
	if (!c || strlen(own) > 1)
		return fault_set(f, RC_INVALID,
		    "answer.%s: \"%s\" is no answer to \"%s\"", q->number,
		    *own ? own : (const char[]){ key, '\0' }, q->label);
	k->answers[i] = c->key;
	return RC_OK;
}

static enum rc
read_answers(struct asking *k, struct fault *f)
{
	enum rc rc = RC_OK;

	if (strlen(slip_text(k->d->slip, "answers")) > k->tool->n)
		return fault_set(f, RC_INVALID,
		    "answers: %s has %zu questions, one sign for each",
		    k->tool->title, k->tool->n);
	for (size_t i = 0; i < k->tool->n && !rc; i++)
		rc = read_answer(k, i, f);
	if (rc)
		return rc;
	tool_add(k->tool, k->answers, &k->sum);
	if (k->tool->n && !k->sum.answered)
		return fault_set(f, RC_INVALID,
		    "nothing was answered yet: answer.1=y, or answers=yn-u...");
	return RC_OK;
}

/* A question that was not to be asked has no answer. */
static void
set_answers(struct asking *k)
{
	struct group *g = group_new(k->d->arena);
	struct buf value = { 0 };

	for (size_t i = 0; i < k->tool->n; i++) {
		const struct tool_question *q = &k->tool->questions[i];
		const char *note = line_of(k, "note", q->number);
		struct group_row *row;

		if (!k->answers[i] || !tool_is_asked(k->tool, i, k->answers))
			continue;
		row = group_add(g);
		group_set_text(g, row, ANSWER_QUESTION, q->number);
		group_set_text(g, row, ANSWER_GIVEN,
		    (const char[]){ k->answers[i], '\0' });
		if (!str_is_blank(note))
			group_set_text(g, row, ANSWER_NOTE, note);
	}
	group_encode(g, &value);
	record_set(k->r, RISK_ANSWERS, buf_window(&value));
	buf_wipe(&value);
}

static bool
is_yes(const struct asking *k, size_t i)
{
	const struct tool_choice *c =
	    tool_choice(&k->tool->questions[i], k->answers[i]);

	return c && c->points > 0 && tool_is_asked(k->tool, i, k->answers);
}

/* What a yes means besides its points: letters of risk, and steps. */
static enum rc
follow_answers(struct asking *k, struct fault *f)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < k->tool->n && !rc; i++) {
		const struct tool_question *q = &k->tool->questions[i];

		if (!is_yes(k, i))
			continue;
		if (q->letter) {
			facts_add_code(k->r, RISK_TRIGGERS, q->letter);
			facts_add_code(k->casefile, CASEFILE_RISK, q->letter);
		}
		if (q->steps)
			rc = guarding_open(k->d, k->casefile, q->steps,
			    arena_printf(k->d->arena, "%s %s", k->tool->name,
				q->number),
			    f);
	}
	return rc;
}

/* ---- the grade ---- */

/* DR2: up, with a reason; never down. */
static enum rc
read_judgement(struct asking *k, struct fault *f)
{
	const char *said = slip_text(k->d->slip, "judged");
	const char *reason = slip_text(k->d->slip, "reason");
	int scored = grade_rank(k->d, k->sum.grade->grade), judged;
	enum rc rc;

	if (str_is_blank(said))
		return k->tool->n ? RC_OK :
				    fault_set(f, RC_INVALID,
					"judged: with no questions, say which "
					"grade you judge it");
	if ((rc = doing_set(k->d, k->r, RISK_JUDGED, said, f)))
		return rc;
	judged = grade_rank(k->d, record_text(k->r, RISK_JUDGED));
	if (judged < 0)
		return fault_set(f, RC_INVALID,
		    "judged: standard, medium or high, not \"%s\"", said);
	if (judged < scored)
		return fault_set(f, RC_UNLAWFUL,
		    "judged: judgement may raise the grade that the score "
		    "gives (%s) and never lowers it; a supervisor may, with a "
		    "reason (lower_risk)",
		    k->sum.grade->grade);
	if (str_is_blank(reason) && (judged > scored || !k->tool->n))
		return fault_set(f, RC_INVALID,
		    "reason: say why you judge it higher than the score");
	return doing_set(k->d, k->r, RISK_RAISED, reason, f);
}

static bool
is_raised(const struct asking *k)
{
	return grade_rank(k->d, record_text(k->r, RISK_JUDGED)) >
	    grade_rank(k->d, k->sum.grade->grade);
}

static void
set_grade(struct asking *k)
{
	const char *grade = k->sum.grade->grade;

	grade = grade_higher(k->d, grade, record_text(k->r, RISK_JUDGED));
	grade = grade_higher(k->d, grade, k->found.grade);
	record_set_text(k->r, RISK_SCORED, k->sum.grade->grade);
	record_set_text(k->r, RISK_GRADE, grade);
	record_set_text(k->casefile, CASEFILE_GRADE, grade);
}

/* The rules see the assessment as it stands, and are asked afresh by it. */
static enum rc
follow_rules(struct asking *k, struct fault *f)
{
	struct facts facts;
	enum rc rc;

	record_clear(k->casefile, CASEFILE_RULES);
	if ((rc = facts_gather(k->d, k->casefile, &facts, f)) ||
	    (rc = facts_rules(k->d, k->casefile, &facts, is_raised(k),
		 &k->found, f)))
		return rc;
	set_grade(k);
	record_set_text(k->r, RISK_RULES, k->found.rules);
	record_set_flag(k->r, RISK_CONFERENCE, *k->found.criteria);
	return RC_OK;
}

static int
review_days(const struct asking *k)
{
	const char *grade = record_text(k->r, RISK_GRADE);

	for (size_t i = 0; i < k->tool->n_grades; i++)
		if (strcmp(k->tool->grades[i].grade, grade) == 0)
			return k->tool->grades[i].days;
	return k->tool->grades[0].days;
}

static enum rc
promise_next(struct asking *k, struct fault *f)
{
	const char *said = slip_text(k->d->slip, "next");
	int days = review_days(k);
	char iso[24] = "";
	enum rc rc = RC_OK;

	if (!str_is_blank(said))
		rc = doing_set(k->d, k->r, RISK_NEXT, said, f);
	else if (days && !(rc = task_in(k->d, days, "day", iso, f)))
		record_set_text(k->r, RISK_NEXT, iso);
	if (!rc)
		rc = task_end(k->d, k->casefile, "risk", NULL, f);
	if (rc || !*record_text(k->r, RISK_NEXT))
		return rc;
	return task_once(k->d, k->casefile, "risk",
	    record_text(k->r, RISK_NEXT), "Go through risk again.", NULL, f);
}

static enum rc
make(struct asking *k, struct fault *f)
{
	char now[24];
	enum rc rc = doing_make(k->d, KIND_RISK,
	    record_link(k->casefile, CASEFILE_PERSON), 0, &k->r, f);

	if (rc)
		return rc;
	doing_now(k->d, now);
	record_set_link(k->r, RISK_CASEFILE, k->casefile->id);
	record_set_text(k->r, RISK_TOOL, k->tool->name);
	record_set_text(k->r, RISK_VERSION, k->tool->version);
	record_set_text(k->r, RISK_ON, now);
	record_set_link(k->r, RISK_WORKER, k->d->hub->me.id);
	record_set_number(k->r, RISK_SCORE, k->sum.points);
	record_set_text(k->r, RISK_GRADE, k->sum.grade->grade);
	set_answers(k);
	return RC_OK;
}

static void
say_done(struct asking *k)
{
	const char *grade = record_text(k->r, RISK_GRADE);

	doing_say(k->d, "Saved: %s %d, %s risk%s%s%s%s.", k->tool->name,
	    k->sum.points,
	    code_label(k->d->hub->codes, "risk-grade", grade),
	    k->sum.left ?
		arena_printf(k->d->arena, "; %d not asked", k->sum.left) :
		"",
	    *k->found.rules ? "; rules " : "", k->found.rules,
	    *k->found.criteria ? "; meets the risk conference" : "");
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct asking k = { .d = d };
	enum rc rc = doing_casefile(d, &k.casefile, f);

	if (rc || (rc = find_tool(&k, f)) || (rc = read_answers(&k, f)) ||
	    (rc = make(&k, f)) || (rc = read_judgement(&k, f)) ||
	    (rc = follow_answers(&k, f)) || (rc = follow_rules(&k, f)) ||
	    (rc = promise_next(&k, f)) ||
	    (rc = facts_changed(d, k.casefile, f)))
		return rc;
	d->done->made = k.r->id;
	d->done->casefile = k.casefile->id;
	d->done->person = record_link(k.casefile, CASEFILE_PERSON);
	say_done(&k);
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "tool", "dash, stalking, young, asb, judgement; by the crime if "
		  "unsaid", false },
	{ "answer.*", "y, n, u does not know, - not asked; .1, .2 ...", false },
	{ "answers", "all of them at once, in order: yyn-u", false },
	{ "note.*", "what they said, for each question", false },
	{ "judged", "standard, medium or high, when judgement puts it higher",
	    false },
	{ "reason", "why it is judged higher", false },
	{ "next", "when to go through it again; by the grade if unsaid", false },
	{ NULL, NULL, false },
};

const struct act act_assess_risk = {
	.tag = ACT_ASSESS_RISK,
	.name = "assess_risk",
	.title = "Risk gone through",
	.help = "Go through somebody's risk with a tool; what follows by rule "
		"is done.",
	.lines = lines,
	.run = run,
};
