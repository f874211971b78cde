/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Help for the place one is in: what it is for, the keys that are wanted most
 * there, an example or two, then every key. The sentences are those of the
 * actions; what a place is for is said by its screen (view_ops), or by the file
 * of its form.
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

static const char *
says(const struct view *v, enum view_says which)
{
	if (v->ops->says != NULL)
		return v->ops->says(v, which);
	switch (which) {
	case VIEW_SAYS_TITLE:
		return v->ops->title;
	case VIEW_SAYS_ABOUT:
		return v->ops->about;
	default:
		return v->ops->examples;
	}
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
	const char *about, *examples;
	struct buf out = { 0 };
	struct page_options page = { 0 };

	if (v == NULL)
		return;
	about = says(v, VIEW_SAYS_ABOUT);
	examples = says(v, VIEW_SAYS_EXAMPLES);
	page.title = says(v, VIEW_SAYS_TITLE);
	if (about != NULL)
		buf_puts(&out, about);
	if (examples != NULL)
		add_examples(&out, examples);
	add_hints(&out, v);
	add_all_keys(&out, v);
	if (page.title == NULL)
		page.title = "Help";
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
