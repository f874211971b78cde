/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Bindings lie in one array in the order they were read, each with its place in
 * the table of contexts. A map has some two hundred, so looking means walking;
 * a key is pressed a few times a second.
 */

#include <string.h>

#include "base/cfg.h"
#include "base/keymap.h"
#include "base/stroke.h"
#include "base/vec.h"

struct binding {
	size_t context;
	uint32_t stroke;
	enum action action;
	unsigned line; /* of the file being read; 0 for what stood before */
};

struct keymap {
	VEC(struct binding) all;
};

/* clang-format off */
static const struct context {
	const char *name, *sentence;
} contexts[] = {
#define CONTEXT_ROW(name, sentence) { name, sentence },
	CONTEXT_LIST(CONTEXT_ROW)
#undef CONTEXT_ROW
};

/* What no file may change: hiding, going back, and help in danger. */
static const struct fixed {
	uint32_t stroke;
	enum action action;
	const char *name, *why;
} fixed[] = {
	{ STROKE_CTRL + 'l', ACTION_HIDE, "C-l", "hides the screen" },
	{ STROKE_CTRL + 'g', ACTION_BACK, "C-g", "goes one step back" },
	{ STROKE_F0 + 7, ACTION_DANGER, "F7", "shows the danger steps" },
};
/* clang-format on */

#define N_OF(table) (sizeof(table) / sizeof((table)[0]))
#define NOWHERE ((size_t)-1)

static size_t
context_place(const char *name)
{
	for (size_t i = 0; i < N_OF(contexts); i++)
		if (strcmp(contexts[i].name, name) == 0)
			return i;
	return NOWHERE;
}

const char *
context_sentence(const char *name)
{
	size_t i = context_place(name);

	return i == NOWHERE ? NULL : contexts[i].sentence;
}

static void
bind(struct keymap *m, size_t context, uint32_t stroke, enum action action,
    unsigned line)
{
	struct binding *b = VEC_ADD(&m->all);

	*b = (struct binding){ context, stroke, action, line };
}

struct keymap *
keymap_new(void)
{
	return mem_get(sizeof(struct keymap));
}

void
keymap_free(struct keymap *m)
{
	if (!m)
		return;
	VEC_RELEASE(&m->all);
	free(m);
}

static const struct fixed *
fixed_by_stroke(uint32_t stroke)
{
	for (size_t i = 0; i < N_OF(fixed); i++)
		if (fixed[i].stroke == stroke)
			return &fixed[i];
	return NULL;
}

/* Take from ${m} what ${action} had in ${context} before this file. */
static void
unbind(struct keymap *m, size_t context, enum action action)
{
	size_t kept = 0;

	for (size_t i = 0; i < m->all.n; i++) {
		struct binding b = m->all.at[i];

		if (b.context != context || b.action != action || b.line)
			m->all.at[kept++] = b;
	}
	m->all.n = kept;
}

/* Refuse a key that another action of the same place has. */
static enum rc
check_free(const struct keymap *m, const struct cfg_at *at, size_t context,
    uint32_t stroke, enum action action, struct fault *f)
{
	const struct fixed *is = fixed_by_stroke(stroke);
	const struct binding *b;
	char key[16];

	if (is && is->action != action)
		return cfg_fault(at, f,
		    "%s %s everywhere and cannot be given to \"%s\"", is->name,
		    is->why, action_row(action)->word);
	VEC_EACH (&m->all, b) {
		if (b->context != context || b->stroke != stroke || !b->line)
			continue;
		return cfg_fault(at, f,
		    "%s is bound twice in \"%s\": \"%s\" has it on line %u",
		    stroke_show(stroke, key), contexts[context].name,
		    action_row(b->action)->word, b->line);
	}
	return RC_OK;
}

static enum rc
read_key(struct keymap *m, const struct cfg_at *at, const char *key,
    size_t context, enum action action, struct fault *f)
{
	struct fault why;
	uint32_t stroke;
	enum rc rc;

	if (stroke_parse(key, &stroke, &why))
		return cfg_fault(at, f, "%s", why.text);
	if ((rc = check_free(m, at, context, stroke, action, f)))
		return rc;
	bind(m, context, stroke, action, cfg_line(at));
	return RC_OK;
}

/* `action = "key"` or `action = ["key", "key"]`; an empty list takes away. */
static enum rc
read_action(struct keymap *m, const struct cfg_at *at, size_t context,
    struct fault *f)
{
	enum action action = action_by_word(cfg_name(at));
	const char *key;
	enum rc rc;

	if (action == ACTION_NONE)
		return cfg_fault(at, f, "there is no action \"%s\"",
		    cfg_name(at));
	unbind(m, context, action);
	if (cfg_text(at, NULL, &key))
		return read_key(m, at, key, context, action, f);
	for (size_t i = 0; i < cfg_len(at); i++) {
		if (!cfg_text(cfg_nth(at, i), NULL, &key))
			return cfg_fault(at, f, "a key is written in quotes");
		if ((rc = read_key(m, at, key, context, action, f)))
			return rc;
	}
	return RC_OK;
}

static enum rc
read_context(struct keymap *m, const struct cfg_at *at, struct fault *f)
{
	size_t context = context_place(cfg_name(at));
	enum rc rc;

	if (context == NOWHERE)
		return cfg_fault(at, f, "there is no place \"%s\" for keys",
		    cfg_name(at));
	for (size_t i = 0; i < cfg_len(at); i++)
		if ((rc = read_action(m, cfg_nth(at, i), context, f)))
			return rc;
	return RC_OK;
}

/* A key this file gave to one action no longer asks for what it did before. */
static void
drop_shadowed(struct keymap *m)
{
	size_t kept = 0;

	for (size_t i = 0; i < m->all.n; i++) {
		struct binding b = m->all.at[i], *o;
		bool shadowed = false;

		VEC_EACH (&m->all, o)
			shadowed |= !b.line && o->line &&
				    o->context == b.context &&
				    o->stroke == b.stroke;
		if (!shadowed)
			m->all.at[kept++] = b;
	}
	m->all.n = kept;
}

/* An action of every call must not hang on a key that terminals eat. */
static enum rc
check_hot(const struct keymap *m, const struct cfg_at *root, struct fault *f)
{
	const struct binding *b, *o;
	char key[16];

	VEC_EACH (&m->all, b) {
		bool safe = false;

		if (!b->line || !(action_row(b->action)->flags & ACTION_HOT))
			continue;
		VEC_EACH (&m->all, o)
			safe |= o->context == b->context &&
				o->action == b->action &&
				!stroke_trouble(o->stroke);
		if (!safe)
			return fault_set(f, RC_INVALID,
			    "%s:%u: \"%s\" is used in every call and would "
			    "hang on %s alone: %s",
			    cfg_file(root), b->line,
			    action_row(b->action)->word,
			    stroke_show(b->stroke, key),
			    stroke_trouble(b->stroke));
	}
	return RC_OK;
}

enum rc
keymap_add_file(struct keymap *m, const char *path, struct fault *f)
{
	struct keymap *made = keymap_new();
	struct cfg *cfg = NULL;
	struct binding *b;
	enum rc rc;

	VEC_EACH (&m->all, b)
		bind(made, b->context, b->stroke, b->action, 0);
	if ((rc = cfg_read(path, &cfg, f)))
		goto out;
	for (size_t i = 0; i < cfg_len(cfg_root(cfg)); i++)
		if ((rc = read_context(made, cfg_nth(cfg_root(cfg), i), f)))
			goto out;
	drop_shadowed(made);
	if ((rc = check_hot(made, cfg_root(cfg), f)))
		goto out;
	VEC_RELEASE(&m->all);
	VEC_EACH (&made->all, b)
		bind(m, b->context, b->stroke, b->action, 0);

out:
	cfg_free(cfg);
	keymap_free(made);
	return rc;
}

enum rc
keymap_check_file(const char *path, const char *base, struct fault *f)
{
	struct keymap *m = keymap_new();
	enum rc rc = RC_OK;

	if (base)
		rc = keymap_add_file(m, base, f);
	if (!rc)
		rc = keymap_add_file(m, path, f);
	keymap_free(m);
	return rc;
}

static enum action
look_in(const struct keymap *m, size_t context, uint32_t stroke)
{
	const struct binding *b;

	VEC_EACH (&m->all, b)
		if (b->context == context && b->stroke == stroke)
			return b->action;
	return ACTION_NONE;
}

enum action
keymap_look(const struct keymap *m, const char *const *names, size_t n,
    uint32_t stroke)
{
	const struct fixed *is = fixed_by_stroke(stroke);

	if (is)
		return is->action;
	for (size_t i = 0; i < n; i++) {
		enum action a = look_in(m, context_place(names[i]), stroke);

		if (a != ACTION_NONE)
			return a;
	}
	return ACTION_NONE;
}

uint32_t
keymap_key(const struct keymap *m, const char *const *names, size_t n,
    enum action action)
{
	const struct binding *b;

	for (size_t i = 0; i < n; i++) {
		size_t context = context_place(names[i]);

		VEC_EACH (&m->all, b)
			if (b->context == context && b->action == action &&
			    keymap_look(m, names, n, b->stroke) == action)
				return b->stroke;
	}
	for (size_t i = 0; i < N_OF(fixed); i++)
		if (fixed[i].action == action)
			return fixed[i].stroke;
	return STROKE_NONE;
}

void
keymap_each(const struct keymap *m, const char *context, keymap_fn *fn,
    void *arg)
{
	size_t place = context_place(context);
	const struct binding *b;

	VEC_EACH (&m->all, b)
		if (b->context == place)
			fn(arg, b->stroke, b->action);
}
