/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Help for the place one is in: what it is for, the keys that are wanted most
 * there, an example or two, then every key. The sentences are those of the
 * actions; only what a place is for is written here.
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/cfg.h"
#include "base/keymap.h"
#include "base/stroke.h"
#include "ui/frame/frame.h"
#include "ui/parts/page.h"
#include "ui/views/desk.h"

#include "ui/views/views.h"

/* clang-format off */
static const struct place {
	const char *context, *title;
	const char *text;     /* what it is for */
	const char *examples; /* a line each */
} places[] = {
	{ "queue", "The queue",
	  "Open cases in the order people should take them: by when the next "
	  "thing is due, then by risk. The reason stands in words under Why "
	  "now. What is safe stands under Safe: T text, V voicemail, ! means "
	  "there is something you must not do, and the lines below say what. "
	  "1, 2 and 3 choose mine, team, unassigned.",
	  "c rings the person under the cursor and logs the try\n"
	  "n takes a new call\n"
	  "/dom due<2d shows domestic abuse due within two days\n"
	  "/4F7K22 Enter opens that person" },
	{ "intake", "A new call",
	  "One form in the order a call goes; Enter goes on. What is not "
	  "known is left blank, what was asked and is nothing gets a -. The "
	  "draft keeps itself at every key: if the line drops you land back "
	  "at the same letter. People who may be the caller stand beside the "
	  "form; Ctrl-O joins the call to them. F9 saves, and again if "
	  "something is left to ask.",
	  ".ln jumps to the language, and Enter there comes back\n"
	  "120384 or 42 in Born; y2300 or fri or -3w in When\n"
	  "bur in Crime; ? lists the choices" },
	{ "contact", "A contact",
	  "You are about to ring, or just did. The number, the word to say "
	  "and what is not safe stand on top. A letter says what came of it, "
	  "then when to try again, then a note. F9 saves.",
	  "n for no answer\n1d1030 for tomorrow at half past ten" },
	{ "note", "A note",
	  "Their words where you can, your view last. A line that begins "
	  "with ; is kept as their exact words. F9 saves.",
	  "F8 puts the time into the text" },
	{ "safety", "The safety card",
	  "How it is safe to reach this person. It becomes the banner on "
	  "every screen about them, and acts refuse what is not safe.",
	  "t text, v voicemail, e e-mail, p post, w set times, x no safe way" },
	{ "record", "A step of the journey",
	  "What became true, when, and who told us. The steps that are open "
	  "from here are offered; .ov gives the reason for another.",
	  "? lists the steps that are open" },
	{ "person", "A person",
	  "One person on one page. Tab moves between the boxes, the arrows "
	  "within them, Enter opens the line. The reference in words is what "
	  "you say to them.",
	  "c contact  s safety card  j journey  t note" },
	{ "journey", "A journey",
	  "Everything that happened, in order: lanes over time above, every "
	  "step below, and what the victim was told and when. 1 to 6 show "
	  "and hide lanes; j shows all their cases, and this one again.",
	  "m moves the journey on\n+ and - zoom, [ and ] go earlier and later\n"
	  "/ looks for words in the steps" },
	{ "find", "Finding someone",
	  "Type what you have: names in any order or part, a birth date, a "
	  "telephone number, a postcode, a reference. Matches show as you "
	  "type; Down chooses, Enter opens.",
	  "okafor sar\nsmith 1980\n07700 900123\nLEI-4F7K22" },
};
/* clang-format on */

static const struct place *
place_of(const char *context)
{
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (strcmp(places[i].context, context) == 0)
			return &places[i];
	return NULL;
}

static void
add_key(struct buf *out, uint32_t stroke, enum action action)
{
	char key[16];

	buf_printf(out, "  %-9s %s\n", stroke_show(stroke, key),
	    action_row(action)->sentence);
}

/* The keys on the key bar are the ones that are wanted most. */
static void
add_hints(struct buf *out, const struct view *v)
{
	const char *contexts[4];
	size_t n = view_contexts(v, contexts);

	if (v->ops->hints == NULL)
		return;
	buf_puts(out, "\nKeys wanted most here\n");
	for (const enum action *a = v->ops->hints; *a != ACTION_NONE; a++) {
		uint32_t stroke = keymap_key(frame_keymap(), contexts, n, *a);

		if (stroke != STROKE_NONE)
			add_key(out, stroke, *a);
	}
}

static void
each_key(void *arg, uint32_t stroke, enum action action)
{
	add_key(arg, stroke, action);
}

static void
add_all_keys(struct buf *out, const struct view *v)
{
	const char *contexts[4];
	size_t n = view_contexts(v, contexts);

	for (size_t i = 0; i < n; i++) {
		const char *what = context_sentence(contexts[i]);

		buf_printf(out, "\nKeys in %s\n",
		    what != NULL ? what : contexts[i]);
		keymap_each(frame_keymap(), contexts[i], each_key, out);
	}
}

static void
add_examples(struct buf *out, const char *examples)
{
	buf_puts(out, "\n\nFor example\n");
	for (const char *p = examples; *p != '\0';) {
		size_t len = strcspn(p, "\n");

		buf_printf(out, "  %.*s\n", (int)len, p);
		p += len + (p[len] == '\n');
	}
}

void
show_help(void)
{
	const struct view *v = view_full();
	const struct place *place;
	struct buf out = { 0 };
	struct page_options page = { 0 };

	if (v == NULL)
		return;
	place = place_of(v->ops->name);
	if (place != NULL) {
		buf_puts(&out, place->text);
		add_examples(&out, place->examples);
	}
	add_hints(&out, v);
	add_all_keys(&out, v);
	page.title = place != NULL ? place->title : "Help";
	page.text = buf_str(&out);
	page_open(&page);
	buf_release(&out);
}

void
show_danger(void)
{
	char path[WHERE_MAX];
	struct cfg *cfg = NULL;
	struct fault f = { 0 };
	struct buf out = { 0 };
	struct page_options page = { .title = "In danger now" };
	const struct cfg_at *steps;

	desk_definition("danger.cfg", path);
	if (cfg_read(path, &cfg, &f)) {
		say_fault(&f);
		buf_puts(&out, "Ring 999.");
	} else {
		cfg_text(cfg_root(cfg), "title", &page.title);
		steps = cfg_get(cfg_root(cfg), "steps");
		for (size_t i = 0; i < cfg_len(steps); i++) {
			const char *step = "";

			cfg_text(cfg_nth(steps, i), NULL, &step);
			buf_printf(&out, "%zu  %s\n", i + 1, step);
		}
	}
	page.text = buf_str(&out);
	page_open(&page);
	buf_release(&out);
	cfg_free(cfg);
}
