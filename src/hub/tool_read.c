/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/mem.h"
#include "base/vec.h"
#include "hub/definitions.h"
#include "model/code.h"

#include "hub/tool.h"

struct tools {
	struct arena *arena;
	VEC(struct tool) tools;
};

/* A tool in the reading. */
struct making {
	struct tools *all;
	struct tool *tool;
	struct tool_question *questions;
	const struct cfg_at *list; /* the questions in the file */
};

/* clang-format off */
static const struct cfg_rule file_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "version",	CFG_TEXT,	true },
	{ "source",	CFG_TEXT,	true },
	{ "mark",	CFG_TEXT,	true },
	{ "categories",	CFG_LIST,	false },
	{ "before",	CFG_LIST,	false },
	{ "questions",	CFG_LIST,	true },
	{ "grades",	CFG_LIST,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule question_rules[] = {
	{ "number",	CFG_TEXT,	true },
	{ "label",	CFG_TEXT,	true },
	{ "wording",	CFG_TEXT,	false },
	{ "hint",	CFG_TEXT,	false },
	{ "part",	CFG_TEXT,	false },
	{ "letter",	CFG_TEXT,	false },
	{ "steps",	CFG_TEXT,	false },
	{ "only-if",	CFG_TEXT,	false },
	{ "strong",	CFG_FLAG,	false },
	{ "points",	CFG_INT,	false },
	{ "choices",	CFG_LIST,	false },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule choice_rules[] = {
	{ "key",	CFG_TEXT,	true },
	{ "label",	CFG_TEXT,	true },
	{ "points",	CFG_INT,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule grade_rules[] = {
	{ "grade",	CFG_TEXT,	true },
	{ "from",	CFG_INT,	true },
	{ "days",	CFG_INT,	false },
	{ "mark",	CFG_TEXT,	true },
	{ "source",	CFG_TEXT,	true },
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

static int
number_of(const struct cfg_at *at, const char *name, int otherwise)
{
	int64_t n = otherwise;

	cfg_int(at, name, &n);
	return n < -1000 || n > 1000 ? otherwise : (int)n;
}

/* Yes counts, the rest does not: what most questions have. */
static void
plain_choices(struct making *m, struct tool_question *q, int points)
{
	const struct tool_choice plain[] = { { 'y', "yes", points },
		{ 'n', "no", 0 }, { 'u', "does not know", 0 },
		{ '-', "not asked", 0 } };

	q->choices = arena_copy(m->all->arena, plain, sizeof(plain));
	q->n_choices = sizeof(plain) / sizeof(plain[0]);
}

static enum rc
read_choices(struct making *m, const struct cfg_at *at,
    struct tool_question *q, struct fault *f)
{
	const struct cfg_at *list = cfg_get(at, "choices"), *row;
	size_t n = cfg_len(list);
	struct tool_choice *to;
	const char *key = "";
	enum rc rc;

	if (!list) {
		plain_choices(m, q, number_of(at, "points", 1));
		return RC_OK;
	}
	to = arena_get(m->all->arena, (n + 1) * sizeof(*to));
	q->choices = to;
	for (size_t i = 0; i < n; i++) {
		row = cfg_nth(list, i);
		if ((rc = cfg_check(row, choice_rules, f)))
			return rc;
		cfg_text(row, "key", &key);
		if (strlen(key) != 1 || tool_choice(q, key[0]))
			return cfg_fault(row, f,
			    "key wants one letter or digit that no other "
			    "choice has");
		to[i] = (struct tool_choice){ key[0],
			definitions_text(row, "label", m->all->arena),
			number_of(row, "points", 0) };
		q->n_choices = i + 1;
	}
	to[n] = (struct tool_choice){ '-', "not asked", 0 };
	q->n_choices += !tool_choice(q, '-');
	return RC_OK;
}

static enum rc
read_question(struct making *m, const struct cfg_at *at, struct fault *f)
{
	struct arena *arena = m->all->arena;
	struct tool_question *q = &m->questions[m->tool->n];
	enum rc rc = cfg_check(at, question_rules, f);

	if (rc)
		return rc;
	q->number = definitions_text(at, "number", arena);
	q->label = definitions_text(at, "label", arena);
	q->wording = definitions_text(at, "wording", arena);
	q->hint = definitions_text(at, "hint", arena);
	q->part = definitions_text(at, "part", arena);
	q->letter = definitions_text(at, "letter", arena);
	q->steps = definitions_text(at, "steps", arena);
	q->only_if = definitions_text(at, "only-if", arena);
	cfg_flag(at, "strong", &q->strong);
	if (tool_question(m->tool, q->number) < m->tool->n)
		return cfg_fault(at, f, "question %s is there twice",
		    q->number);
	m->tool->n++;
	return read_choices(m, at, q, f);
}

/* Going from a question to the one it waits for must come to an end. */
static enum rc
check_waits(struct making *m, size_t i, struct fault *f)
{
	const struct cfg_at *at = cfg_nth(m->list, i);
	const struct tool *t = m->tool;
	size_t gate = i;

	for (size_t steps = 0; t->questions[gate].only_if; steps++) {
		if (steps > t->n)
			return cfg_fault(at, f,
			    "question %s waits for itself: follow only-if "
			    "round",
			    t->questions[i].number);
		gate = tool_question(t, t->questions[gate].only_if);
		if (gate == t->n)
			return cfg_fault(at, f,
			    "only-if: there is no question %s",
			    t->questions[i].only_if);
	}
	return RC_OK;
}

static enum rc
read_questions(struct making *m, struct fault *f)
{
	size_t n = cfg_len(m->list);
	enum rc rc = RC_OK;

	if (n > TOOL_QUESTIONS_MOST)
		return cfg_fault(m->list, f, "there is room for %d questions",
		    TOOL_QUESTIONS_MOST);
	m->questions = arena_get(m->all->arena, (n + 1) * sizeof(*m->questions));
	m->tool->questions = m->questions;
	for (size_t i = 0; !rc && i < n; i++)
		rc = read_question(m, cfg_nth(m->list, i), f);
	for (size_t i = 0; !rc && i < n; i++)
		rc = check_waits(m, i, f);
	return rc;
}

static enum rc
read_grades(struct making *m, const struct cfg_at *list, struct fault *f)
{
	struct arena *arena = m->all->arena;
	size_t n = cfg_len(list);
	struct tool_grade *to = arena_get(arena, (n + 1) * sizeof(*to));
	enum rc rc;

	m->tool->grades = to;
	m->tool->n_grades = n;
	for (size_t i = 0; i < n; i++) {
		const struct cfg_at *at = cfg_nth(list, i);

		if ((rc = cfg_check(at, grade_rules, f)))
			return rc;
		to[i].grade = definitions_text(at, "grade", arena);
		to[i].mark = definitions_text(at, "mark", arena);
		to[i].source = definitions_text(at, "source", arena);
		to[i].from = number_of(at, "from", 0);
		to[i].days = number_of(at, "days", 0);
		if (i && to[i].from >= to[i - 1].from)
			return cfg_fault(at, f,
			    "grades go down: from wants less than %d",
			    to[i - 1].from);
	}
	if (!n || to[n - 1].from > 0)
		return cfg_fault(list, f,
		    "grades want a last row with from = 0");
	return RC_OK;
}

static enum rc
read_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	struct making m = { .all = arg };
	struct arena *arena = m.all->arena;
	const char *name = "";
	enum rc rc = cfg_check(root, file_rules, f);

	if (rc)
		return rc;
	cfg_text(root, "name", &name);
	if (tool_by(m.all, name))
		return cfg_fault(root, f, "the tool %s is there twice", name);
	m.tool = VEC_ADD(&m.all->tools);
	m.tool->name = definitions_text(root, "name", arena);
	m.tool->title = definitions_text(root, "title", arena);
	m.tool->version = definitions_text(root, "version", arena);
	m.tool->source = definitions_text(root, "source", arena);
	m.tool->mark = definitions_text(root, "mark", arena);
	m.tool->where = arena_printf(arena, "%s:%u", cfg_file(root),
	    cfg_line(cfg_get(root, "name")));
	m.list = cfg_get(root, "questions");
	if ((rc = definitions_words(root, "categories", arena,
		 &m.tool->categories, f)) ||
	    (rc = definitions_words(root, "before", arena, &m.tool->before,
		 f)) ||
	    (rc = read_questions(&m, f)))
		return rc;
	return read_grades(&m, cfg_get(root, "grades"), f);
}

enum rc
tools_load(const char *dir, struct tools **tools, struct fault *f)
{
	struct tools *t = mem_get(sizeof(*t));
	enum rc rc;

	t->arena = arena_new();
	if ((rc = definitions_each(dir, read_file, t, f))) {
		tools_free(t);
		return rc;
	}
	*tools = t;
	return RC_OK;
}

void
tools_free(struct tools *t)
{
	if (!t)
		return;
	VEC_RELEASE(&t->tools);
	arena_free(t->arena);
	free(t);
}

size_t
tools_count(const struct tools *t)
{
	return t->tools.n;
}

const struct tool *
tools_nth(const struct tools *t, size_t i)
{
	return i < t->tools.n ? &t->tools.at[i] : NULL;
}

const struct tool *
tool_by(const struct tools *t, const char *name)
{
	const struct tool *tool;

	VEC_EACH (&t->tools, tool)
		if (tool->name && strcmp(tool->name, name) == 0)
			return tool;
	return NULL;
}

const struct tool *
tool_for(const struct tools *t, const char *category)
{
	const struct tool *tool;

	VEC_EACH (&t->tools, tool)
		for (const char *const *c = tool->categories; c && *c; c++)
			if (strcmp(*c, category) == 0)
				return tool;
	return NULL;
}

/* ---- against the code lists ---- */

static enum rc
known(const struct tool *t, const struct codes *codes, const char *list,
    const char *code, struct fault *f)
{
	if (!code || code_by(codes, list, code))
		return RC_OK;
	return fault_set(f, RC_INVALID, "%s: data/codes/%s.cfg has no code %s",
	    t->where, list, code);
}

static enum rc
check_tool(const struct tool *t, const struct codes *codes, struct fault *f)
{
	enum rc rc = known(t, codes, "risk-tool", t->name, f);

	for (size_t i = 0; !rc && i < t->n_grades; i++)
		rc = known(t, codes, "risk-grade", t->grades[i].grade, f);
	for (const char *const *c = t->categories; !rc && c && *c; c++)
		rc = known(t, codes, "crime", *c, f);
	for (size_t i = 0; !rc && i < t->n; i++) {
		const struct tool_question *q = &t->questions[i];

		rc = known(t, codes, "risk", q->letter, f);
		for (size_t k = 0; !rc && k < q->n_choices; k++)
			rc = known(t, codes, "answer",
			    (const char[]){ q->choices[k].key, '\0' }, f);
	}
	return rc;
}

enum rc
tools_check(const struct tools *t, const struct codes *codes, struct fault *f)
{
	const struct tool *tool;
	enum rc rc;

	VEC_EACH (&t->tools, tool)
		if ((rc = check_tool(tool, codes, f)))
			return rc;
	return RC_OK;
}
