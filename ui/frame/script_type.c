/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/stroke.h"
#include "base/utf8.h"
#include "ui/frame/loop.h"
#include "ui/frame/script_type.h"

#define SETTLE_FREE 0.1
#define SETTLE_MOST 1.0

/* One token: what is typed, or one named key. */
struct token {
	const char *text; /* UTF-8; NULL for a key */
	size_t len;
	uint32_t stroke;
	char class; /* 0: work it out */
};

/* clang-format off */
static const struct glyph {
	const char *utf8;
	uint32_t stroke;
} glyphs[] = {
	{ "\u23ce", STROKE_ENTER }, { "\u21b5", STROKE_ENTER },
	{ "\u21e5", STROKE_TAB }, { "\u2423", ' ' },
};
/* clang-format on */

enum rc
script_fault(const struct script *s, struct fault *f, const char *what)
{
	return fault_set(f, RC_INVALID, "%s:%u: %s", s->name, s->line, what);
}

/* ---- where the cursor is ---- */

static void
look(struct script *s)
{
	const struct view *v = view_top();

	s->view = v;
	s->state = v ? view_state(v) : VIEW_LIST;
	snprintf(s->tag, sizeof(s->tag), "%s", v ? v->tag : "");
}

static bool
has_moved(const struct script *s)
{
	const struct view *v = view_top();

	return v != s->view || !v || view_state(v) != s->state ||
	       strcmp(v->tag, s->tag) != 0;
}

/* The class of a token that does not say. */
static char
class_of(const struct script *s, const struct token *t)
{
	const struct view *v = view_top();

	if (t->class)
		return t->class;
	if (!v || view_state(v) == VIEW_LIST)
		return 'X';
	if (!t->text && (t->stroke == STROKE_ENTER || t->stroke == STROKE_TAB))
		return 'T';
	if (!t->text)
		return 'X';
	if (s->fresh && t->text[0] == '.' && t->len > 1)
		return 'X';
	return v->coded && s->fresh ? 'C' : 'D';
}

/* ---- counting ---- */

static void
count(struct script *s, char class, unsigned cost)
{
	struct script_report *r = s->report;

	if (!s->counting)
		return;
	r->keys += cost;
	r->thinks += class == 'C' || class == 'X';
	if (class == 'D' || class == 'C')
		r->tail = 0;
	else if (!(class == 'T' && (s->last == 'D' || s->last == 'C')))
		r->tail += cost;
	s->last = class;
}

static void
count_state(struct script *s, char class, unsigned said_before)
{
	const struct view *v = view_top();
	bool prompt = v && view_state(v) == VIEW_PROMPT;

	if (s->counting) {
		s->report->errors += said_n() != said_before;
		s->report->modal += prompt && !s->prompted && class != 'X';
	}
	s->prompted = prompt;
}

static double
seconds(void)
{
	return (double)clock_ticks() / 1e9;
}

static void
count_wait(struct script *s, double took)
{
	if (!s->counting)
		return;
	if (took > SETTLE_FREE)
		s->report->waited += took - SETTLE_FREE;
	s->report->slow += took > SETTLE_MOST;
}

/* ---- playing ---- */

static unsigned
press(const struct token *t)
{
	unsigned cost = 0;

	if (!t->text) {
		loop_stroke(t->stroke);
		return stroke_cost(t->stroke);
	}
	for (size_t at = 0; at < t->len;) {
		uint32_t cp;

		at += utf8_next(t->text + at, t->len - at, &cp);
		loop_stroke(cp);
		cost += stroke_cost(cp);
	}
	return cost;
}

static enum rc
play_token(struct script *s, const struct token *t, struct fault *f)
{
	unsigned said_before = said_n(), cost;
	double began = seconds();
	char class;

	if (view_depth() == 0 || loop_is_stopped())
		return script_fault(s, f, "the console has ended before this");
	class = class_of(s, t);
	look(s);
	cost = press(t);
	/* An Esc that a digit may follow is left waiting for it. */
	if (t->text || t->stroke != STROKE_ESCAPE)
		loop_settle();
	loop_turn();
	s->fresh = has_moved(s) || !t->text;
	count(s, class, cost);
	count_state(s, class, said_before);
	count_wait(s, seconds() - began);
	return RC_OK;
}

static enum rc
play_key(struct script *s, uint32_t stroke, char class, struct fault *f)
{
	struct token t = { .stroke = stroke, .class = class };

	return play_token(s, &t, f);
}

static enum rc
play_text(struct script *s, const char *text, size_t len, char class,
    struct fault *f)
{
	struct token t = { .text = text, .len = len, .class = class };

	return len ? play_token(s, &t, f) : RC_OK;
}

/* A class letter that stands alone after a token. */
static char
read_class(char **at)
{
	char *p = *at + strspn(*at, " \t");

	if (*p && strchr("DTCX", *p) &&
	    (!p[1] || isspace((unsigned char)p[1]))) {
		*at = p + 1;
		return *p;
	}
	return 0;
}

char *
script_quoted(char **at, struct buf *out)
{
	char *p = *at + 1;

	for (buf_clear(out); *p && *p != '"'; p++) {
		if (*p == '\\' && (p[1] == '"' || p[1] == '\\'))
			p++;
		else if (*p == '\\' && p[1] == 'n') {
			buf_putc(out, '\n');
			p++;
			continue;
		}
		buf_putc(out, *p);
	}
	if (*p != '"')
		return NULL;
	*at = p + 1;
	return buf_str(out);
}

static enum rc
read_named(const struct script *s, char **at, uint32_t *stroke, struct fault *f)
{
	char name[32], *end = strchr(*at, '>');
	struct fault why;

	if (!end || (size_t)(end - *at) > sizeof(name))
		return script_fault(s, f, "a key is written <Enter>");
	snprintf(name, sizeof(name), "%.*s", (int)(end - *at - 1), *at + 1);
	*at = end + 1;
	if (stroke_parse(name, stroke, &why))
		return script_fault(s, f, why.text);
	return RC_OK;
}

/* `"literal" D <Enter> T`: tokens with their classes. */
enum rc
script_tokens(struct script *s, char *at, struct fault *f)
{
	struct buf text = { 0 };
	enum rc rc = RC_OK;
	uint32_t stroke;
	char *got;

	for (at += strspn(at, " \t"); *at && !rc; at += strspn(at, " \t")) {
		if (*at == '"') {
			if (!(got = script_quoted(&at, &text)))
				rc =
				    script_fault(s, f, "a quote is not closed");
			else
				rc = play_text(s, got, text.len,
				    read_class(&at), f);
		} else if (*at == '<') {
			if (!(rc = read_named(s, &at, &stroke, f)))
				rc = play_key(s, stroke, read_class(&at), f);
		} else {
			rc = script_fault(s, f,
			    "neither a \"literal\", a <Key> nor a word I "
			    "know; bare words follow `keys:`");
		}
	}
	buf_wipe(&text);
	return rc;
}

static const char *
let_text(const struct script *s, const char *name, size_t len)
{
	const struct let *l;

	VEC_EACH (&s->lets, l)
		if (strlen(l->name) == len && !strncmp(l->name, name, len))
			return l->text;
	return NULL;
}

/* «name»: a text given by let. */
static enum rc
play_let(struct script *s, char **at, struct fault *f)
{
	char *name = *at + 2, *end = strstr(name, "\u00bb");
	const char *text;

	if (!end)
		return script_fault(s, f, "a \u00ab is not closed");
	text = let_text(s, name, (size_t)(end - name));
	if (!text)
		return script_fault(s, f, "no `let` says what that stands for");
	*at = end + 2;
	return play_text(s, text, strlen(text), 0, f);
}

static const struct glyph *
glyph_at(const char *at)
{
	for (size_t i = 0; i < sizeof(glyphs) / sizeof(glyphs[0]); i++)
		if (!strncmp(at, glyphs[i].utf8, strlen(glyphs[i].utf8)))
			return &glyphs[i];
	return NULL;
}

/* How much from ${at} is plain letters of a bare word. */
static size_t
bare_len(const char *at)
{
	size_t n = 0;

	while (at[n] && !isspace((unsigned char)at[n]) && !glyph_at(at + n) &&
	       strncmp(at + n, "\u00ab", 2) != 0 &&
	       !(at[n] == '<' && isupper((unsigned char)at[n + 1])))
		n++;
	return n;
}

/* After a bare word: is the blank before the next bare word data? */
static enum rc
play_blank(struct script *s, char **at, bool was_word, struct fault *f)
{
	bool blank = isspace((unsigned char)**at);

	*at += strspn(*at, " \t");
	if (!blank || !was_word || !**at || glyph_at(*at) || **at == '<' ||
	    !strncmp(*at, "\u00ab", 2) || **at == '"')
		return RC_OK;
	if (s->state != VIEW_FIELD || has_moved(s) || view_top()->coded)
		return RC_OK;
	return play_text(s, " ", 1, 'D', f);
}

/* `keys: n v y sarah⏎ 14 ash road⏎ «n»⇥ <F9>` */
enum rc
script_bare(struct script *s, char *at, struct fault *f)
{
	enum rc rc = play_blank(s, &at, false, f);

	while (*at && !rc) {
		const struct glyph *g = glyph_at(at);
		bool word = false;
		uint32_t stroke;

		if (g) {
			at += strlen(g->utf8);
			rc = g->stroke == ' ' ? play_text(s, " ", 1, 'D', f)
					      : play_key(s, g->stroke, 0, f);
		} else if (*at == '<' && isupper((unsigned char)at[1])) {
			if (!(rc = read_named(s, &at, &stroke, f)))
				rc = play_key(s, stroke, 0, f);
		} else if (!strncmp(at, "\u00ab", 2)) {
			rc = play_let(s, &at, f);
		} else {
			size_t len = bare_len(at);

			rc = play_text(s, at, len, 0, f);
			at += len;
			word = true;
		}
		if (!rc)
			rc = play_blank(s, &at, word, f);
	}
	return rc;
}
