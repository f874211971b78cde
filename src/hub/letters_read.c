/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/disk.h"
#include "base/str.h"
#include "model/code.h"

#include "hub/letters_inside.h"

/* clang-format off */
static const struct cfg_rule letter_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "help",	CFG_TEXT,	true },
	{ "version",	CFG_TEXT,	true },
	{ "sort",	CFG_TEXT,	false },
	{ "told",	CFG_TEXT,	false },
	{ "to",		CFG_TEXT,	false },
	{ "events",	CFG_LIST,	false },
	{ "needs",	CFG_LIST,	false },
	{ "stages",	CFG_LIST,	false },
	{ "crimes",	CFG_LIST,	false },
	{ "risks",	CFG_LIST,	false },
	{ "texts",	CFG_LIST,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule text_rules[] = {
	{ "way",	CFG_TEXT,	true },
	{ "language",	CFG_TEXT,	true },
	{ "subject",	CFG_TEXT,	false },
	{ "checked",	CFG_TEXT,	false },
	{ "mark",	CFG_TEXT,	true },
	{ "body",	CFG_LIST,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule tongue_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "tag",	CFG_TEXT,	true },
	{ "at",		CFG_TEXT,	true },
	{ "mark",	CFG_TEXT,	true },
	{ "months",	CFG_LIST,	true },
	{ "days",	CFG_LIST,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule sender_rules[] = {
	{ "outside",	CFG_TEXT,	true },
	{ "name",	CFG_TEXT,	true },
	{ "phone",	CFG_TEXT,	true },
	{ "textphone",	CFG_TEXT,	false },
	{ "hours",	CFG_TEXT,	false },
	{ "email",	CFG_TEXT,	false },
	{ "web",	CFG_TEXT,	false },
	{ "address",	CFG_LIST,	true },
	{ "never",	CFG_LIST,	true },
	{ "font",	CFG_TEXT,	true },
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

/* ---- one text ---- */

/* Whoever picks it up reads what stands outside. */
static enum rc
check_outside(const struct letters *l, const struct cfg_at *at,
    const char *what, const char *text, struct fault *f)
{
	const char *const *never = l->sender.never;
	char *low = arena_str(l->arena, text ? text : "");

	str_lower(low);
	for (; never && *never; never++)
		if (strstr(low, *never))
			return cfg_fault(at, f,
			    "%s says \"%s\", which others may read on the "
			    "outside",
			    what, *never);
	return RC_OK;
}

static enum rc
read_body(struct letters *l, const struct cfg_at *at, struct letter_text *t,
    struct fault *f)
{
	const struct cfg_at *body = cfg_get(at, "body"), *line;
	size_t n = cfg_len(body);
	struct template_line *lines =
	    arena_get(l->arena, (n + 1) * sizeof(*lines));
	enum rc rc;

	for (size_t i = 0; i < n; i++) {
		line = cfg_nth(body, i);
		if (!cfg_text(line, NULL, &lines[i].text))
			return cfg_fault(line, f, "body wants lines of text");
		lines[i].line = cfg_line(line);
		/* A text message shows on a locked telephone. */
		rc = t->way == LETTER_TEXT
			 ? check_outside(l, line, "a text", lines[i].text, f)
			 : RC_OK;
		if (rc)
			return rc;
	}
	return template_parse(l->arena, arena_str(l->arena, cfg_file(at)),
	    lines, n, letter_names, &t->body, f);
}

static enum rc
read_text(struct letters *l, const struct cfg_at *at, struct letter_text *t,
    struct fault *f)
{
	const char *way;
	enum rc rc = cfg_check(at, text_rules, f);

	if (rc)
		return rc;
	cfg_text(at, "way", &way);
	if (!letter_way_by(way, &t->way))
		return cfg_fault(at, f,
		    "way is letter, text, email or script, not \"%s\"", way);
	t->language = definitions_text(at, "language", l->arena);
	t->subject = definitions_text(at, "subject", l->arena);
	t->checked = definitions_text(at, "checked", l->arena);
	t->mark = definitions_text(at, "mark", l->arena);
	t->where = arena_printf(l->arena, "%s:%u", cfg_file(at), cfg_line(at));
	if (l->tongues.n && !letters_tongue(l, t->language))
		return cfg_fault(at, f,
		    "there is no data/tongues for the language \"%s\"",
		    t->language);
	if (t->way == LETTER_EMAIL && !t->subject)
		return cfg_fault(at, f, "an e-mail wants a subject");
	if ((rc = check_outside(l, at, "the subject", t->subject, f)))
		return rc;
	return read_body(l, at, t, f);
}

static enum rc
read_texts(struct letters *l, const struct cfg_at *root, struct letter *letter,
    struct fault *f)
{
	const struct cfg_at *list = cfg_get(root, "texts");
	size_t n = cfg_len(list);
	struct letter_text *texts =
	    arena_get(l->arena, (n + 1) * sizeof(*texts));
	enum rc rc = RC_OK;

	letter->texts = texts;
	for (size_t i = 0; i < n && !rc; i++) {
		rc = read_text(l, cfg_nth(list, i), &texts[i], f);
		if (!rc && letter_text(letter, texts[i].way, texts[i].language))
			rc = cfg_fault(cfg_nth(list, i), f,
			    "this way and language stand here twice");
		letter->n = i + 1;
	}
	return rc;
}

/* ---- one letter ---- */

static enum rc
check_code(const struct letters_reading *r, const struct cfg_at *root,
    const char *setting, const char *list, const char *code, struct fault *f)
{
	if (!r->codes || !code || code_by(r->codes, list, code))
		return RC_OK;
	return cfg_fault(cfg_get(root, setting), f,
	    "%s: \"%s\" is no code of data/codes/%s.cfg", setting, code, list);
}

static enum rc
check_needs(const struct cfg_at *root, const struct letter *letter,
    struct fault *f)
{
	const struct cfg_at *list = cfg_get(root, "needs");

	for (size_t i = 0; letter->needs && letter->needs[i]; i++)
		if (!letter_name_by(letter->needs[i]))
			return cfg_fault(cfg_nth(list, i), f,
			    "needs: there is no field \"%s\"",
			    letter->needs[i]);
	return RC_OK;
}

static enum rc
check_codes(const struct letters_reading *r, const struct cfg_at *root,
    const struct letter *letter, struct fault *f)
{
	const struct {
		const char *setting, *list;
		const char *const *codes;
	} sets[] = {
		{ "stages", "stage", letter->stages },
		{ "crimes", "crime", letter->crimes },
		{ "risks", "risk", letter->risks },
	};
	enum rc rc = check_code(r, root, "sort", "document", letter->sort, f);

	if (!rc)
		rc = check_code(r, root, "told", "told", letter->told, f);
	for (size_t i = 0; i < sizeof(sets) / sizeof(sets[0]); i++)
		for (size_t j = 0; !rc && sets[i].codes && sets[i].codes[j];
		     j++)
			rc = check_code(r, root, sets[i].setting, sets[i].list,
			    sets[i].codes[j], f);
	return rc;
}

static enum rc
read_lists(struct letters *l, const struct cfg_at *root, struct letter *letter,
    struct fault *f)
{
	const struct {
		const char *name;
		const char *const **list;
	} lists[] = {
		{ "events", &letter->events },
		{ "needs", &letter->needs },
		{ "stages", &letter->stages },
		{ "crimes", &letter->crimes },
		{ "risks", &letter->risks },
	};
	enum rc rc = RC_OK;

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]) && !rc; i++)
		rc = definitions_words(root, lists[i].name, l->arena,
		    lists[i].list, f);
	return rc;
}

/* A site's own letter takes the place of ours; two of one folder would be a
 * mistake, but their files would have one name, which no folder has. */
static void
keep(struct letters *l, const struct letter *letter)
{
	struct letter *old;

	VEC_EACH (&l->letters, old)
		if (strcmp(old->name, letter->name) == 0) {
			*old = *letter;
			return;
		}
	*VEC_ADD(&l->letters) = *letter;
}

/* "first-contact.cfg" holds the letter first-contact. */
static enum rc
check_file_name(const struct cfg_at *root, const char *name, struct fault *f)
{
	const char *file = cfg_file(root), *slash = strrchr(file, '/');
	size_t n = strlen(name);

	file = slash ? slash + 1 : file;
	if (strncmp(file, name, n) == 0 && strcmp(file + n, ".cfg") == 0)
		return RC_OK;
	return cfg_fault(root, f,
	    "the letter is called \"%s\", so its file is %s.cfg", name, name);
}

enum rc
letters_read_letter(const struct cfg_at *root, void *arg, struct fault *f)
{
	struct letters_reading *r = arg;
	struct letters *l = r->letters;
	struct letter letter = { 0 };
	enum rc rc = cfg_check(root, letter_rules, f);

	if (rc)
		return rc;
	letter.name = definitions_text(root, "name", l->arena);
	letter.title = definitions_text(root, "title", l->arena);
	letter.help = definitions_text(root, "help", l->arena);
	letter.version = definitions_text(root, "version", l->arena);
	letter.sort = definitions_text(root, "sort", l->arena);
	letter.told = definitions_text(root, "told", l->arena);
	letter.to = definitions_text(root, "to", l->arena);
	if (!letter.to)
		letter.to = "person";
	if (strcmp(letter.to, "person") != 0 &&
	    strcmp(letter.to, "referrer") != 0)
		return cfg_fault(root, f, "to is person or referrer");
	if ((rc = check_file_name(root, letter.name, f)) ||
	    (rc = read_lists(l, root, &letter, f)) ||
	    (rc = check_needs(root, &letter, f)) ||
	    (rc = check_codes(r, root, &letter, f)) ||
	    (rc = read_texts(l, root, &letter, f)))
		return rc;
	keep(l, &letter);
	return RC_OK;
}

/* ---- tongues and the sender ---- */

static enum rc
read_names(struct letters *l, const struct cfg_at *root, const char *setting,
    size_t n, const char *const **words, struct fault *f)
{
	if (cfg_len(cfg_get(root, setting)) != n)
		return cfg_fault(cfg_get(root, setting), f,
		    "%s wants %zu names", setting, n);
	return definitions_words(root, setting, l->arena, words, f);
}

enum rc
letters_read_tongue(const struct cfg_at *root, void *arg, struct fault *f)
{
	struct letters_reading *r = arg;
	struct letters *l = r->letters;
	struct tongue t = { 0 };
	enum rc rc = cfg_check(root, tongue_rules, f);

	if (!rc)
		rc = read_names(l, root, "months", 12, &t.months, f);
	if (!rc)
		rc = read_names(l, root, "days", 7, &t.days, f);
	if (rc)
		return rc;
	t.code = definitions_text(root, "name", l->arena);
	t.title = definitions_text(root, "title", l->arena);
	t.tag = definitions_text(root, "tag", l->arena);
	t.at = definitions_text(root, "at", l->arena);
	*VEC_ADD(&l->tongues) = t;
	return RC_OK;
}

static enum rc
read_sender(struct letters *l, const struct cfg_at *root, struct fault *f)
{
	struct sender *s = &l->sender;
	const struct {
		const char *name, **text;
	} texts[] = {
		{ "outside", &s->outside },
		{ "name", &s->name },
		{ "phone", &s->phone },
		{ "textphone", &s->textphone },
		{ "hours", &s->hours },
		{ "email", &s->email },
		{ "web", &s->web },
		{ "font", &s->font },
	};
	enum rc rc = cfg_check(root, sender_rules, f);

	if (rc)
		return rc;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		*texts[i].text =
		    definitions_text(root, texts[i].name, l->arena);
	if ((rc = definitions_words(root, "address", l->arena, &s->address,
		 f)) ||
	    (rc = definitions_words(root, "never", l->arena, &s->never, f)))
		return rc;
	return check_outside(l, root, "outside", s->outside, f);
}

enum rc
letters_read_sender(struct letters *l, const char *path, struct fault *f)
{
	struct cfg *cfg = NULL;
	enum rc rc;

	if (!disk_has(path))
		return RC_OK;
	if ((rc = cfg_read(path, &cfg, f)) == RC_OK)
		rc = read_sender(l, cfg_root(cfg), f);
	cfg_free(cfg);
	return rc;
}
