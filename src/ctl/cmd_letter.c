/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "ctl/ctl.h"
#include "edge/letter.h"
#include "hub/act.h"
#include "hub/hub.h"
#include "hub/looked.h"
#include "hub/read.h"
#include "model/record.h"

/*
 * One letter, text or e-mail to one person. Without --out it is only shown, as
 * it would read, and nothing is kept; with it the file is written and the hub
 * keeps that it was.
 */

static bool
ends_in_pdf(const char *path)
{
	size_t n = strlen(path);

	return n > 4 && strcmp(path + n - 4, ".pdf") == 0;
}

static void
tell_what_to_know(const struct ctl *ctl, const struct letter_made *made)
{
	if (*made->note)
		ctl_say(ctl, "%s: %s", made->ref, made->note);
	if (made->held)
		ctl_say(ctl, "%s: held back: %s", made->ref, made->held);
	if (made->text->way == LETTER_TEXT)
		ctl_say(ctl, "%s: %zu %s, %zu left%s", made->ref,
		    made->sms.parts,
		    made->sms.parts == 1 ? "message" : "messages",
		    made->sms.left,
		    made->sms.odd ? "; a letter of it makes it two bytes each"
				  : "");
}

/* As it would read; held back is a thing that is not well. */
static int
show(struct ctl *ctl, const struct letter_order *o)
{
	struct letter_made made;
	struct buf text = { 0 };
	struct fault f = { 0 };
	char *line, *rest;
	int status;

	if (letter_make(ctl->hub, ctl->arena, o, &made, &f))
		return ctl_fail(ctl, o->letter, &f);
	hub_looked(ctl->hub, LOOKED_SHOWN, KIND_PERSON, o->person,
	    made.letter->title);
	if ((status = ctl_looked(ctl)) != CTL_DONE)
		return status;
	letter_plain(ctl->hub, &made, 76, false, &text);
	for (rest = buf_str(&text); (line = strsep(&rest, "\n"));)
		if (line[0] != '\0' || rest != NULL)
			out_line(stdout, line);
	buf_wipe(&text);
	tell_what_to_know(ctl, &made);
	return made.held ? CTL_NOT_WELL : CTL_DONE;
}

static int
write_it(struct ctl *ctl, const struct letter_order *o, const char *path,
    bool pdf)
{
	struct letter_made made;
	struct act_done done = { 0 };
	struct fault f = { 0 };

	if (letter_write(ctl->hub, ctl->arena, o, path, pdf, &made, &done, &f))
		return ctl_fail(ctl, path, &f);
	out_line(stdout, done.words);
	if (*made.note)
		ctl_say(ctl, "%s: %s", made.ref, made.note);
	return CTL_DONE;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	struct letter_order o = { 0 };
	const char *out = NULL, *way = "letter";
	bool text = false;
	const struct option_row rows[] = {
		{ "out", "FILE", "write it there and keep that it was", &out,
		    NULL },
		{ "text", NULL, "as text, not as PDF", NULL, &text },
		{ "way", "WAY", "letter, text or email", &way, NULL },
		{ "language", "CODE", "in this language, not theirs",
		    &o.language, NULL },
		{ "print-size", "SIZE", "normal, large or extra-large", &o.size,
		    NULL },
		{ "more", "TEXT", "what you add to it", &o.more, NULL },
		{ "checked", "WHO", "who checked the translation", &o.checked,
		    NULL },
		{ "override", "REASON",
		    "write against what is known to be safe", &o.override,
		    NULL },
		{ NULL, NULL, NULL, NULL, NULL },
	};
	struct record *person, *casefile = NULL;
	struct fault f = { 0 };
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 2, 2, &status))
		return status;
	if (!letter_way_by(way, &o.way))
		return ctl_usage(ctl, "--way %s: letter, text or email", way);
	status = ctl_open(ctl, out == NULL);
	if (status != CTL_DONE)
		return status;
	if (hub_by_ref(ctl->hub, ctl->arena, argv[2], &person, &casefile, &f))
		return ctl_fail(ctl, argv[2], &f);
	o.letter = argv[1];
	o.person = person->id;
	o.casefile = casefile != NULL ? casefile->id : 0;
	if (out == NULL)
		return show(ctl, &o);
	return write_it(ctl, &o, out,
	    !text && (o.way == LETTER_POST || ends_in_pdf(out)));
}

const struct ctl_command ctl_letter = {
	.name = "letter",
	.synopsis = "TEMPLATE REF [--out FILE] [--text] [--way WAY]\n"
		    "[--language CODE] [--print-size SIZE] [--more TEXT]\n"
		    "[--checked WHO] [--override REASON]",
	.sentence = "a letter, text or e-mail, if it is safe to write",
	.verb = "write_letter",
	.run = run,
};
