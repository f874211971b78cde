/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Any act of the hub from a script. What people told us should not stand on a
 * command line, where others on the machine can read it: --slip takes it from
 * a file or a pipe.
 */

#include <inttypes.h>
#include <string.h>

#include "ctl/ctl.h"
#include "hub/act.h"
#include "hub/slip.h"

#define SLIP_LINE 65536

static const struct out_column done_columns[] = {
	{ "words", "done", OUT_WORDS },
	{ "ref", "ref", OUT_WORDS },
	{ "left", "left to ask", OUT_WORDS },
	{ "person", NULL, OUT_WORDS },
	{ "casefile", NULL, OUT_WORDS },
	{ "made", NULL, OUT_WORDS },
	{ "first-entry", NULL, OUT_NUMBER },
	{ "last-entry", NULL, OUT_NUMBER },
	{ "nothing", NULL, OUT_YES },
};

static const struct out_column act_columns[] = {
	{ "name", "act", OUT_WORDS },
	{ "title", "title", OUT_WORDS },
	{ "help", "what it does", OUT_WORDS },
};

static const struct out_column line_columns[] = {
	{ "name", "value", OUT_WORDS },
	{ "needed", "needed", OUT_YES },
	{ "help", "what it is", OUT_WORDS },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static int
end(struct ctl *ctl, struct out *out, int status)
{
	struct fault f = { 0 };

	return out_end(out, &f) ? ctl_fail(ctl, NULL, &f) : status;
}

static int
list_acts(struct ctl *ctl)
{
	struct out *out =
	    out_new(ctl->format, act_columns, COUNT(act_columns), stdout);
	const struct act *const *act;

	for (act = act_table; *act != NULL; act++)
		out_row(out, (const char *[]){
				 (*act)->name, (*act)->title, (*act)->help });
	return end(ctl, out, CTL_DONE);
}

static int
list_lines(struct ctl *ctl, const struct act *act)
{
	struct out *out =
	    out_new(ctl->format, line_columns, COUNT(line_columns), stdout);
	const struct act_line *line;

	for (line = act->lines; line != NULL && line->name != NULL; line++)
		out_row(out, (const char *[]){ line->name,
				 line->needed ? "y" : "n", line->help });
	return end(ctl, out, CTL_DONE);
}

static char *
hex(struct arena *arena, uint64_t id)
{
	return id != 0 ? arena_printf(arena, "%016" PRIx64, id) : NULL;
}

static int
tell_done(struct ctl *ctl, const struct act_done *done)
{
	struct out *out;

	if (ctl->format == OUT_TEXT) {
		out_line(stdout, done->words);
		if (done->left[0] != '\0')
			out_line(stdout, arena_printf(ctl->arena,
					     "Left to ask: %s", done->left));
		return CTL_DONE;
	}
	out = out_new(ctl->format, done_columns, COUNT(done_columns), stdout);
	out_row(out,
	    (const char *[]){ done->words, done->ref, done->left,
		hex(ctl->arena, done->person), hex(ctl->arena, done->casefile),
		hex(ctl->arena, done->made),
		arena_printf(ctl->arena, "%" PRIu64, done->first_seq),
		arena_printf(ctl->arena, "%" PRIu64, done->last_seq),
		done->nothing ? "y" : "n" });
	return end(ctl, out, CTL_DONE);
}

/* "name=value"; false when there is no name. */
static bool
take_line(struct slip *slip, char *line)
{
	char *equals = strchr(line, '=');

	if (equals == NULL || equals == line)
		return false;
	*equals = '\0';
	slip_set(slip, line, equals + 1);
	*equals = '=';
	return true;
}

/* In a slip file "\n" stands for a new line and "\\" for a backslash. */
static void
unescape(char *text)
{
	char *to = text;

	for (; *text != '\0'; text++) {
		if (text[0] == '\\' && (text[1] == 'n' || text[1] == '\\'))
			*to++ = *++text == 'n' ? '\n' : '\\';
		else
			*to++ = *text;
	}
	*to = '\0';
}

static enum rc
take_file(struct ctl *ctl, const char *path, struct slip *slip, struct fault *f)
{
	FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
	char *line = arena_get(ctl->arena, SLIP_LINE);
	unsigned number = 0;
	enum rc rc = RC_OK;

	if (file == NULL)
		return fault_errno(f, "reading the slip", path);
	while (!rc && fgets(line, SLIP_LINE, file) != NULL) {
		number++;
		line[strcspn(line, "\r\n")] = '\0';
		if (line[0] == '\0' || line[0] == '#')
			continue;
		unescape(line);
		if (!take_line(slip, line))
			rc = fault_set(f, RC_INVALID,
			    "%s:%u: that is not name=value", path, number);
	}
	if (file != stdin)
		fclose(file);
	return rc;
}

static const struct act *
find_act(struct ctl *ctl, const char *name, int *status)
{
	const struct act *act = act_by_name(name);

	if (act == NULL)
		*status = ctl_usage(ctl,
		    "there is no act \"%s\"; `handrailctl act` lists them",
		    name);
	return act;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *file = NULL;
	bool lines = false;
	const struct option_row rows[] = {
		{ "slip", "FILE",
		    "read name=value lines from FILE (- for "
		    "standard input)",
		    &file, NULL },
		{ "values", NULL, "say which values the act takes", NULL,
		    &lines },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	struct slip slip = { .arena = ctl->arena };
	struct act_done done = { 0 };
	struct fault f = { 0 };
	const struct act *act;
	int status, i;

	if (!ctl_words(ctl, rows, &argc, argv, 0, -1, &status))
		return status;
	if (argc < 2)
		return list_acts(ctl);
	act = find_act(ctl, argv[1], &status);
	if (act == NULL)
		return status;
	if (lines)
		return list_lines(ctl, act);
	for (i = 2; i < argc; i++)
		if (!take_line(&slip, argv[i]))
			return ctl_usage(ctl, "\"%s\" is not name=value",
			    argv[i]);
	if (file != NULL && take_file(ctl, file, &slip, &f))
		return ctl_fail(ctl, NULL, &f);
	status = ctl_open(ctl, false);
	if (status != CTL_DONE)
		return status;
	if (act_run(ctl->hub, act->name, &slip, &done, &f))
		return ctl_fail(ctl, act->name, &f);
	return tell_done(ctl, &done);
}

const struct ctl_command ctl_act = {
	.name = "act",
	.synopsis = "[ACT [NAME=VALUE...] [--slip FILE]] [--values] "
		    "[--format FORMAT]",
	.sentence = "do an act: take a referral, record a contact, undo ...",
	.run = run,
};
