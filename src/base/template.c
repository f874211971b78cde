/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/vec.h"

#include "base/template.h"

/*
 * A template is read once into steps that are run from first to last. A
 * condition and a list know the step behind their end, so that running never
 * searches and only a list, which is counted, goes back.
 */

enum what { TEXT, FIELD, IF, ELSE, EACH, END };

struct step {
	enum what what;
	struct span text;  /* of TEXT */
	const char *name;  /* of FIELD, IF, EACH */
	const char *value; /* of IF: must be equal; NULL: must be there */
	bool not ;
	size_t to;  /* IF: behind else or end; ELSE, EACH: behind the end; END:
		       the list's EACH */
	bool loops; /* END of a list */
};

struct template
{
	struct step *steps;
	size_t n;
};

struct open {
	size_t step;
	unsigned line;
	bool other; /* its else has been */
};

struct reading {
	struct arena *arena;
	const char *file;
	unsigned line;
	const struct template_name *names;
	VEC(struct step) steps;
	struct open open[TEMPLATE_DEPTH];
	size_t depth;
	struct fault *f;
};

static enum rc
wrong(struct reading *r, const char *what, const char *which)
{
	return fault_set(r->f, RC_INVALID, "%s:%u: %s%s", r->file, r->line,
	    what, which);
}

static struct step *
add(struct reading *r, enum what what)
{
	struct step *s = VEC_ADD(&r->steps);

	*s = (struct step){ .what = what };
	return s;
}

static bool
is_in_list(const struct reading *r)
{
	for (size_t i = 0; i < r->depth; i++)
		if (r->steps.at[r->open[i].step].what == EACH)
			return true;
	return false;
}

/* ---- names ---- */

static enum rc
unknown_name(struct reading *r, const char *name, bool list)
{
	const char *known[256], *near;
	size_t n = 0;

	for (size_t i = 0; r->names[i].name && n < 255; i++)
		if (r->names[i].list == list)
			known[n++] = r->names[i].name;
	known[n] = NULL;
	near = str_nearest(name, known);
	return fault_set(r->f, RC_INVALID, "%s:%u: there is no %s \"%s\"%s%s%s",
	    r->file, r->line, list ? "list" : "field", name,
	    near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
}

static enum rc
check_name(struct reading *r, const char *name, bool list)
{
	if (!list && strcmp(name, "item") == 0)
		return is_in_list(r)
			   ? RC_OK
			   : wrong(r, "{item} stands only in a list", "");
	for (size_t i = 0; r->names[i].name; i++)
		if (r->names[i].list == list &&
		    strcmp(r->names[i].name, name) == 0)
			return RC_OK;
	return unknown_name(r, name, list);
}

/* ---- signs ---- */

static const char *
next_word(struct reading *r, const char **rest)
{
	struct span word;

	return str_word(rest, &word) ? arena_strn(r->arena, word.at, word.len)
				     : "";
}

static enum rc
push(struct reading *r)
{
	if (r->depth == TEMPLATE_DEPTH)
		return wrong(r, "conditions stand too deep in one another", "");
	r->open[r->depth++] =
	    (struct open){ .step = r->steps.n - 1, .line = r->line };
	return RC_OK;
}

static enum rc
read_if(struct reading *r, const char *rest)
{
	const char *name = next_word(r, &rest), *sign;
	bool not = strcmp(name, "not") == 0;
	struct step *s;
	enum rc rc;

	if (not )
		name = next_word(r, &rest);
	if ((rc = check_name(r, name, false)))
		return rc;
	s = add(r, IF);
	s->name = name;
	s->not = not ;
	sign = next_word(r, &rest);
	if (*sign) {
		s->value = next_word(r, &rest);
		if (strcmp(sign, "=") != 0 || !*s->value ||
		    *next_word(r, &rest))
			return wrong(r,
			    "a condition is {if NAME}, {if not NAME} or {if "
			    "NAME = CODE}",
			    "");
	}
	return push(r);
}

static enum rc
read_else(struct reading *r, const char *rest)
{
	struct open *top = r->depth ? &r->open[r->depth - 1] : NULL;

	(void)rest;
	if (!top || r->steps.at[top->step].what != IF || top->other)
		return wrong(r, "this else belongs to no if", "");
	add(r, ELSE);
	r->steps.at[top->step].to = r->steps.n;
	top->step = r->steps.n - 1;
	top->other = true;
	return RC_OK;
}

static enum rc
read_each(struct reading *r, const char *rest)
{
	const char *name = next_word(r, &rest);
	enum rc rc;

	if (is_in_list(r))
		return wrong(r, "a list does not stand in a list", "");
	if ((rc = check_name(r, name, true)))
		return rc;
	add(r, EACH)->name = name;
	return push(r);
}

static enum rc
read_end(struct reading *r, const char *rest)
{
	size_t begun;

	(void)rest;
	if (!r->depth)
		return wrong(r, "this end belongs to nothing", "");
	begun = r->open[--r->depth].step;
	if (r->steps.at[begun].what == EACH) {
		struct step *end = add(r, END);

		end->loops = true;
		end->to = begun;
	}
	r->steps.at[begun].to = r->steps.n;
	return RC_OK;
}

static enum rc
read_field(struct reading *r, const char *name)
{
	enum rc rc = check_name(r, name, false);

	if (!rc)
		add(r, FIELD)->name = name;
	return rc;
}

/* Words that are not the name of a field. */
static const struct {
	const char *word;
	enum rc (*read)(struct reading *, const char *rest);
} signs[] = {
	{ "if", read_if },
	{ "else", read_else },
	{ "each", read_each },
	{ "end", read_end },
};

static enum rc
read_sign(struct reading *r, const char *inside, bool *field)
{
	const char *rest = inside, *word = next_word(r, &rest);

	*field = false;
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (strcmp(word, signs[i].word) == 0)
			return signs[i].read(r, rest);
	*field = true;
	return read_field(r, arena_str(r->arena, word));
}

/* ---- lines ---- */

static void
add_text(struct reading *r, const char *at, size_t n)
{
	if (n)
		add(r, TEXT)->text = span_of(arena_strn(r->arena, at, n), n);
}

/* One line; ${bare} when it held signs and nothing that shows. */
static enum rc
read_line(struct reading *r, const char *text, bool *bare)
{
	const char *at = text, *brace, *close;
	bool signs_seen = false, shows = false, field;
	enum rc rc;

	*bare = false;
	while ((brace = strchr(at, '{'))) {
		shows |= !str_is_blank(arena_strn(r->arena, at,
		    (size_t)(brace - at)));
		if (brace[1] == '{') {
			add_text(r, at, (size_t)(brace - at) + 1);
			at = brace + 2;
			shows = true;
			continue;
		}
		add_text(r, at, (size_t)(brace - at));
		if (!(close = strchr(brace, '}')))
			return wrong(r, "a { is not closed on its line", "");
		rc = read_sign(r,
		    arena_strn(r->arena, brace + 1,
			(size_t)(close - brace) - 1),
		    &field);
		if (rc)
			return rc;
		signs_seen |= !field;
		shows |= field;
		at = close + 1;
	}
	shows |= !str_is_blank(at);
	add_text(r, at, strlen(at));
	*bare = signs_seen && !shows;
	return RC_OK;
}

static enum rc
read_lines(struct reading *r, const struct template_line *lines, size_t n)
{
	bool bare;
	enum rc rc;

	for (size_t i = 0; i < n; i++) {
		r->line = lines[i].line;
		if ((rc = read_line(r, lines[i].text, &bare)))
			return rc;
		if (!bare)
			add_text(r, "\n", 1);
	}
	if (!r->depth)
		return RC_OK;
	r->line = r->open[r->depth - 1].line;
	return wrong(r, "what begins here has no {end}", "");
}

enum rc
template_parse(struct arena *arena, const char *file,
    const struct template_line *lines, size_t n,
    const struct template_name *names, struct template **t, struct fault *f)
{
	struct reading r = {
		.arena = arena, .file = file, .names = names, .f = f
	};
	enum rc rc = read_lines(&r, lines, n);

	if (!rc) {
		*t = arena_get(arena, sizeof(**t));
		(*t)->n = r.steps.n;
		(*t)->steps = arena_copy(arena, r.steps.at,
		    r.steps.n * sizeof(struct step));
	}
	VEC_RELEASE(&r.steps);
	return rc;
}

/* ---- filling in ---- */

struct filling {
	const struct template_doors *doors;
	struct buf *out;
	const char *item; /* of the list that is going on */
	size_t row;
};

static const char *
value_of(struct filling *fill, const char *name, bool code)
{
	const struct template_doors *d = fill->doors;

	if (strcmp(name, "item") == 0)
		return fill->item ? fill->item : "";
	return code && d->code ? d->code(d->arg, name) : d->text(d->arg, name);
}

static bool
holds(struct filling *fill, const struct step *s)
{
	bool yes = s->value ? str_ieq(value_of(fill, s->name, true), s->value)
			    : !str_is_blank(value_of(fill, s->name, false));

	return yes != s->not ;
}

/* The next row of the list, or the step behind it. */
static size_t
next_row(struct filling *fill, const struct step *each, size_t i)
{
	const struct template_doors *d = fill->doors;

	fill->item = d->row && fill->row < TEMPLATE_ROWS
			 ? d->row(d->arg, each->name, fill->row)
			 : NULL;
	fill->row++;
	return fill->item ? i + 1 : each->to;
}

static size_t
run_step(struct filling *fill, const struct template *t, size_t i)
{
	const struct step *s = &t->steps[i];

	switch (s->what) {
	case TEXT:
		buf_span(fill->out, s->text);
		return i + 1;
	case FIELD:
		buf_puts(fill->out, value_of(fill, s->name, false));
		return i + 1;
	case IF:
		return holds(fill, s) ? i + 1 : s->to;
	case ELSE:
		return s->to;
	case EACH:
		fill->row = 0;
		return next_row(fill, s, i);
	case END:
		return next_row(fill, &t->steps[s->to], s->to);
	}
	assert(!"a step of no sort");
	return t->n;
}

/* No blank lines at the ends; one newline closes the last line. */
static void
trim(struct buf *text, struct buf *out)
{
	struct span body = buf_window(text);
	const char *at = body.at;
	size_t from = 0, to = body.len;

	while (from < to && at[from] == '\n')
		from++;
	while (to > from && (at[to - 1] == '\n' || at[to - 1] == ' '))
		to--;
	if (to == from)
		return;
	buf_put(out, at + from, to - from);
	buf_putc(out, '\n');
}

void
template_merge(const struct template *t, const struct template_doors *doors,
    struct buf *out)
{
	struct buf text = { 0 };
	struct filling fill = { .doors = doors, .out = &text };

	for (size_t i = 0; i < t->n;)
		i = run_step(&fill, t, i);
	trim(&text, out);
	buf_wipe(&text);
}

bool
template_uses(const struct template *t, const char *name)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->steps[i].name && strcmp(t->steps[i].name, name) == 0)
			return true;
	return false;
}
