/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * A script is read a line at a time and played at once, so that what a blank
 * means (data or not) can be seen from where the cursor is.
 */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "ui/frame/frame.h"
#include "ui/frame/loop.h"
#include "ui/frame/script_type.h"
#include "ui/frame/term.h"

#define LINE_MOST 4096

static enum rc
do_let(struct script *s, char *at, struct fault *f)
{
	size_t len = strcspn(at, " \t");
	struct buf text = { 0 };
	struct let *l;
	char *quote = at + len + strspn(at + len, " \t"), *got = NULL;

	if (len && len < sizeof(l->name) && *quote == '"')
		got = script_quoted(&quote, &text);
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
	const char *got = *at == '"' ? script_quoted(&at, &text) : NULL;

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
	const char *got = *at == '"' ? script_quoted(&at, &text) : NULL;

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
	{ "keys:", script_bare },	{ "let", do_let },
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
	return script_tokens(s, at, f);
}

enum rc
script_play(FILE *in, const char *name, FILE *out, struct script_report *report,
    struct fault *f)
{
	struct script s = { .name = name,
		.out = out,
		.report = report,
		.counting = true,
		.fresh = true };
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
	VEC_EACH (&s.lets, l)
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
