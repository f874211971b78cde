/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * A script is read a line at a time and played at once, so that what a blank
 * means (data or not) can be seen from where the cursor is.
 */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/stroke.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "ui/frame/frame.h"
#include "ui/frame/loop.h"
#include "ui/frame/script.h"

#define SETTLE_FREE 0.1
#define SETTLE_MOST 1.0
#define LINE_MOST 4096

struct let {
	char name[32];
	char *text;
};

struct script {
	const char *name;
	unsigned line;
	FILE *out;
	struct script_report *report;
	bool counting;
	VEC(struct let) lets;
	bool prompted;	   /* a prompt was open after the last token */
	char last;	   /* class of the last token */
	bool fresh;	   /* the next letter is the first of its value */
	char tag[16];	   /* where the cursor was before the token */
	const struct view *view;
	enum view_state state;
};

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

static enum rc
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
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
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

	if (*p && strchr("DTCX", *p) && (!p[1] || isspace((unsigned char)p[1]))) {
		*at = p + 1;
		return *p;
	}
	return 0;
}

static char *
read_quoted(char **at, struct buf *out)
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
read_named(const struct script *s, char **at, uint32_t *stroke,
    struct fault *f)
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
static enum rc
play_tokens(struct script *s, char *at, struct fault *f)
{
	struct buf text = { 0 };
	enum rc rc = RC_OK;
	uint32_t stroke;
	char *got;

	for (at += strspn(at, " \t"); *at && !rc; at += strspn(at, " \t")) {
		if (*at == '"') {
			if (!(got = read_quoted(&at, &text)))
				rc = script_fault(s, f, "a quote is not closed");
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

	VEC_EACH(&s->lets, l)
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
static enum rc
play_bare(struct script *s, char *at, struct fault *f)
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

/* ---- lines ---- */

static enum rc
do_let(struct script *s, char *at, struct fault *f)
{
	size_t len = strcspn(at, " \t");
	struct buf text = { 0 };
	struct let *l;
	char *quote = at + len + strspn(at + len, " \t"), *got = NULL;

	if (len && len < sizeof(l->name) && *quote == '"')
		got = read_quoted(&quote, &text);
	if (!got)
		return script_fault(s, f, "written: let NAME \"text\"");
	l = VEC_ADD(&s->lets);
	snprintf(l->name, sizeof(l->name), "%.*s", (int)len, at);
	l->text = mem_str(got);
	buf_wipe(&text);
	return RC_OK;
}

static enum rc
do_show(struct script *s, char *at, struct fault *f)
{
	(void)f;
	loop_settle();
	loop_turn();
	script_screen(at, s->out);
	return RC_OK;
}

static enum rc
do_size(struct script *s, char *at, struct fault *f)
{
	int rows, cols;

	if (sscanf(at, "%d %d", &rows, &cols) != 2 || rows < 1 || cols < 1)
		return script_fault(s, f, "written: size ROWS COLUMNS");
	term_resize(rows, cols);
	frame_relayout();
	view_stale(NULL);
	loop_turn();
	return RC_OK;
}

static enum rc
do_paste(struct script *s, char *at, struct fault *f)
{
	struct buf text = { 0 };
	const char *got = *at == '"' ? read_quoted(&at, &text) : NULL;

	if (!got)
		return script_fault(s, f, "written: paste \"text\"");
	loop_paste(got, text.len);
	loop_turn();
	buf_wipe(&text);
	return RC_OK;
}

static bool
on_screen(const char *words)
{
	char line[4096];

	for (int y = 0; y < term_rows(); y++) {
		term_line(y, line, sizeof(line));
		if (strstr(line, words))
			return true;
	}
	return false;
}

static enum rc
do_expect(struct script *s, char *at, struct fault *f)
{
	struct buf text = { 0 };
	const char *got = *at == '"' ? read_quoted(&at, &text) : NULL;

	if (!got)
		return script_fault(s, f, "written: expect \"text\"");
	loop_settle();
	loop_turn();
	if (!on_screen(got)) {
		s->report->failed++;
		fprintf(s->out, "%s:%u: the screen does not say \"%s\"\n",
		    s->name, s->line, got);
		script_screen("instead", s->out);
	}
	buf_wipe(&text);
	return RC_OK;
}

static enum rc
do_start(struct script *s, char *at, struct fault *f)
{
	(void)at;
	(void)f;
	memset(s->report, 0, sizeof(*s->report));
	s->counting = true;
	return RC_OK;
}

static enum rc
do_end(struct script *s, char *at, struct fault *f)
{
	(void)at;
	(void)f;
	s->counting = false;
	return RC_OK;
}

/* clang-format off */
static const struct word {
	const char *word;
	enum rc (*run)(struct script *, char *at, struct fault *);
} words[] = {
	{ "keys:", play_bare },	{ "let", do_let },
	{ "show", do_show },	{ "size", do_size },
	{ "paste", do_paste },	{ "expect", do_expect },
	{ "start", do_start },	{ "end", do_end },
};
/* clang-format on */

static enum rc
play_line(struct script *s, char *line, struct fault *f)
{
	char *at = line + strspn(line, " \t");

	line[strcspn(line, "\r\n")] = '\0';
	if (!*at || *at == '#')
		return RC_OK;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t len = strlen(words[i].word);

		if (strncmp(at, words[i].word, len) != 0 ||
		    (at[len] && !isspace((unsigned char)at[len])))
			continue;
		return words[i].run(s, at + len + strspn(at + len, " \t"), f);
	}
	return play_tokens(s, at, f);
}

enum rc
script_play(FILE *in, const char *name, FILE *out,
    struct script_report *report, struct fault *f)
{
	struct script s = { .name = name, .out = out, .report = report,
		.counting = true, .fresh = true };
	char line[LINE_MOST];
	struct let *l;
	enum rc rc = RC_OK;

	memset(report, 0, sizeof(*report));
	loop_turn();
	while (!rc && fgets(line, sizeof(line), in)) {
		s.line++;
		if (!strchr(line, '\n') && !feof(in))
			rc = script_fault(&s, f, "the line is too long");
		else if (!utf8_valid(line, strlen(line)))
			rc = script_fault(&s, f, "the line is not UTF-8");
		else
			rc = play_line(&s, line, f);
	}
	loop_settle();
	VEC_EACH(&s.lets, l)
		free(l->text);
	VEC_RELEASE(&s.lets);
	return rc;
}

void
script_print(const struct script_report *r, FILE *out)
{
	fprintf(out, "keys %u\nthinks %u\ntail %u\nmodal %u\nerrors %u\n",
	    r->keys, r->thinks, r->tail, r->modal, r->errors);
	fprintf(out, "slow %u\nwaited %.3f\nfailed %u\n", r->slow, r->waited,
	    r->failed);
}

void
script_screen(const char *title, FILE *out)
{
	const struct view *v = view_top();
	char line[4096];
	int y, x;

	fprintf(out, "== %s\n", title);
	for (y = 0; y < term_rows(); y++) {
		term_line(y, line, sizeof(line));
		fprintf(out, "%s\n", line);
	}
	term_cursor(&y, &x);
	fprintf(out, "cursor %d %d%s%s\n", y, x, v && v->tag[0] ? " " : "",
	    v ? v->tag : "");
}
