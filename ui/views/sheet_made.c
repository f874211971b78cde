/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/cfg.h"
#include "base/day.h"
#include "base/phone.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/hub.h"
#include "ui/views/desk.h"

#include "ui/views/sheet_made.h"

/* How each type of value is typed. */
/* clang-format off */
static const enum entry_typing typings[TYPE_COUNT] = {
	[TYPE_TEXT]	= ENTRY_TEXT,
	[TYPE_NAME]	= ENTRY_NAME,
	[TYPE_PROSE]	= ENTRY_PROSE,
	[TYPE_WHEN]	= ENTRY_WHEN,
	[TYPE_BIRTH]	= ENTRY_BIRTH,
	[TYPE_CODE]	= ENTRY_CODE,
	[TYPE_CODES]	= ENTRY_LETTERS,
	[TYPE_FLAG]	= ENTRY_CHOICE,
	[TYPE_PHONE]	= ENTRY_PHONE,
	[TYPE_POSTCODE]	= ENTRY_POSTCODE,
	[TYPE_POLREF]	= ENTRY_POLREF,
};

static const struct cfg_rule form_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "act",	CFG_TEXT,	true },
	{ "call",	CFG_FLAG,	false },
	{ "about",	CFG_TEXT,	false },
	{ "examples",	CFG_TEXT,	false },
	{ "parts",	CFG_LIST,	true },
	{ NULL, CFG_TEXT, false }
};

static const struct cfg_rule part_rules[] = {
	{ "title",	CFG_TEXT,	true },
	{ "fields",	CFG_LIST,	true },
	{ NULL, CFG_TEXT, false }
};

/* What each means stands at the head of data/forms/intake.cfg. */
static const struct cfg_rule slot_rules[] = {
	{ "slip",	CFG_TEXT,	true },
	{ "field",	CFG_TEXT,	false },
	{ "tag",	CFG_TEXT,	false },
	{ "label",	CFG_TEXT,	false },
	{ "help",	CFG_TEXT,	false },
	{ "blank",	CFG_TEXT,	false },
	{ "standard",	CFG_TEXT,	false },
	{ "step",	CFG_TEXT,	false },
	{ "say",	CFG_TEXT,	false },
	{ "listen",	CFG_TEXT,	false },
	{ "only",	CFG_GROUP,	false },
	{ "needed",	CFG_FLAG,	false },
	{ "stop",	CFG_FLAG,	false },
	{ "beside",	CFG_FLAG,	false },
	{ "amend",	CFG_FLAG,	false },
	{ "lines",	CFG_INT,	false },
	{ NULL, CFG_TEXT, false }
};

static const struct cfg_rule only_rules[] = {
	{ "slip",	CFG_TEXT,	true },
	{ "has",	CFG_TEXT,	false },
	{ "not",	CFG_TEXT,	false },
	{ NULL, CFG_TEXT, false }
};
/* clang-format on */

static const char *
kept(struct sheet *s, const struct cfg_at *at, const char *name)
{
	const char *text = NULL;

	return cfg_text(at, name, &text) ? arena_str(s->arena, text) : NULL;
}

/* "rules.way": a part of a field that has rows. */
static const struct kind_field *
field_within(const struct kind *kind, const char *path)
{
	const char *dot = strchr(path, '.');
	const struct kind_field *field;
	char name[64];

	if (dot == NULL)
		return kind_field_by_name(kind, path);
	snprintf(name, sizeof(name), "%.*s", (int)(dot - path), path);
	field = kind_field_by_name(kind, name);
	for (size_t i = 0; field != NULL && i < field->n_parts; i++)
		if (strcmp(field->parts[i].name, dot + 1) == 0)
			return &field->parts[i];
	return NULL;
}

static enum rc
find_field(const struct sheet *s, const struct cfg_at *at, const char *path,
    const struct kind_field **field, struct fault *f)
{
	const char *dot = strchr(path, '.');
	const struct kind *kind = NULL;
	char name[64];

	if (dot != NULL) {
		snprintf(name, sizeof(name), "%.*s", (int)(dot - path), path);
		kind = kinds_by_name(s->hub->kinds, name);
	}
	*field = kind != NULL ? field_within(kind, dot + 1) : NULL;
	return *field != NULL ? RC_OK
			      : cfg_fault(at, f,
				    "no kind has a field called \"%s\"", path);
}

/* Which slot decides whether this one shows, and by which of its letters. */
static enum rc
read_gate(struct sheet *s, const struct cfg_at *at, struct sheet_slot *more,
    struct fault *f)
{
	const struct cfg_at *only = cfg_get(at, "only");
	const char *has, *not ;
	enum rc rc;

	if (only == NULL)
		return RC_OK;
	if ((rc = cfg_check(only, only_rules, f)))
		return rc;
	has = kept(s, only, "has");
	not = kept(s, only, "not");
	if ((has == NULL) == (not == NULL))
		return cfg_fault(only, f,
		    "\"only\" wants the letters it has, or has not");
	more->gate = kept(s, only, "slip");
	more->gate_has = has != NULL ? has : not ;
	more->gate_not = has == NULL;
	return RC_OK;
}

/* "2wd" is two working days from today; other standards are values. */
static const char *
standard_of(struct sheet *s, const struct kind_field *field, const char *text)
{
	int32_t day;
	char iso[11];
	int n;

	if (text == NULL || field->type != TYPE_WHEN)
		return text;
	n = atoi(text);
	if (!str_ieq(text + strspn(text, "0123456789"), "wd"))
		return text;
	if (workday_add(s->hub->holidays, moment_day(hub_now(s->hub)), n, &day,
		NULL))
		return NULL;
	day_show(day, iso);
	return arena_str(s->arena, iso);
}

static enum entry_typing
typing_of(const struct kind_field *field)
{
	if (field->type == TYPE_CODE && field->flags & KIND_LETTERS)
		return ENTRY_CHOICE;
	return typings[field->type];
}

static unsigned
flags_of(const struct cfg_at *at)
{
	bool needed = false, stop = true, beside = false;

	cfg_flag(at, "needed", &needed);
	cfg_flag(at, "stop", &stop);
	cfg_flag(at, "beside", &beside);
	return (needed ? ENTRY_NEEDED : 0u) | (stop ? 0u : ENTRY_ASIDE) |
	       (beside ? ENTRY_HALF : 0u);
}

static const char *
first_of(const char *a, const char *b)
{
	return a != NULL ? a : b;
}

static void
dress(struct sheet *s, const struct cfg_at *at, const struct kind_field *field,
    struct entry_slot *slot)
{
	int64_t lines = 0;

	cfg_int(at, "lines", &lines);
	*slot = (struct entry_slot){
		.name = kept(s, at, "slip"),
		.label = first_of(kept(s, at, "label"), field->label),
		.typing = typing_of(field),
		.flags = flags_of(at),
		.tag = first_of(kept(s, at, "tag"), field->key),
		.prompt = kept(s, at, "say"),
		.help = first_of(kept(s, at, "help"), field->help),
		.blank = kept(s, at, "blank"),
		.standard = standard_of(s, field, kept(s, at, "standard")),
		.rows = (int)lines,
	};
	if (field->type == TYPE_CODE || field->type == TYPE_CODES)
		slot->codes = field->of;
	else if (field->type == TYPE_FLAG)
		slot->codes = SHEET_YES_NO;
}

static enum rc
read_slot(struct sheet *s, const struct cfg_at *at, size_t i, struct fault *f)
{
	struct sheet_slot *more = &s->more[i];
	const char *path = NULL;
	enum rc rc = cfg_check(at, slot_rules, f);

	if (rc)
		return rc;
	if (!cfg_text(at, "field", &path))
		cfg_text(at, "slip", &path);
	rc = find_field(s, at, path, &more->field, f);
	if (!rc)
		rc = read_gate(s, at, more, f);
	if (rc)
		return rc;
	more->listen = kept(s, at, "listen");
	cfg_flag(at, "amend", &more->amend);
	more->step = kept(s, at, "step");
	if (more->step != NULL)
		s->n_steps++;
	else if (i > 0)
		more->step = s->more[i - 1].step;
	more->step_nth = s->n_steps;
	dress(s, at, more->field, &s->slots[i]);
	return RC_OK;
}

static enum rc
read_part(struct sheet *s, const struct cfg_at *at, struct fault *f)
{
	const struct cfg_at *slots = cfg_get(at, "fields");
	const char *title;
	enum rc rc = cfg_check(at, part_rules, f);

	if (rc)
		return rc;
	title = kept(s, at, "title");
	for (size_t i = 0; i < cfg_len(slots) && !rc; i++) {
		rc = read_slot(s, cfg_nth(slots, i), s->n, f);
		if (i == 0)
			s->slots[s->n].part = title;
		s->n++;
	}
	return rc;
}

static enum rc
read_form(struct sheet *s, const struct cfg_at *root, struct fault *f)
{
	const struct cfg_at *parts = cfg_get(root, "parts");
	size_t n = 0;
	enum rc rc = cfg_check(root, form_rules, f);

	if (rc)
		return rc;
	s->title = kept(s, root, "title");
	s->act = kept(s, root, "act");
	s->about = kept(s, root, "about");
	s->examples = kept(s, root, "examples");
	cfg_flag(root, "call", &s->call);
	for (size_t i = 0; i < cfg_len(parts); i++)
		n += cfg_len(cfg_get(cfg_nth(parts, i), "fields"));
	if (n == 0)
		return cfg_fault(root, f, "a form with nothing to fill in");
	s->slots = arena_get(s->arena, n * sizeof(*s->slots));
	s->more = arena_get(s->arena, n * sizeof(*s->more));
	for (size_t i = 0; i < cfg_len(parts) && !rc; i++)
		rc = read_part(s, cfg_nth(parts, i), f);
	return rc;
}

enum rc
sheet_make(struct sheet *s, const char *name, struct fault *f)
{
	char path[WHERE_MAX], file[80];
	struct cfg *cfg = NULL;
	enum rc rc;

	snprintf(file, sizeof(file), "forms/%s.cfg", name);
	desk_definition(file, path);
	rc = cfg_read(path, &cfg, f);
	if (!rc)
		rc = read_form(s, cfg_root(cfg), f);
	cfg_free(cfg);
	return rc;
}

const char *
sheet_title_of(struct arena *arena, const char *name)
{
	char path[WHERE_MAX], file[80];
	const char *title = name;
	struct cfg *cfg = NULL;

	snprintf(file, sizeof(file), "forms/%s.cfg", name);
	desk_definition(file, path);
	if (!cfg_read(path, &cfg, NULL))
		cfg_text(cfg_root(cfg), "title", &title);
	title = arena_str(arena, title);
	cfg_free(cfg);
	return title;
}

/* ---- values ---- */

/* A day as it is read back: "Sat 21 Nov 2026", and behind it "(yesterday)". */
static void
read_when(const char *iso, int64_t now_ms, struct entry_settled *out)
{
	struct buf echo = { 0 };
	char *words, *far;

	when_echo(iso, now_ms, &echo);
	words = buf_str(&echo);
	far = strstr(words, " (");
	if (far != NULL) {
		str_set(out->echo, sizeof(out->echo), far + 1);
		*far = '\0';
	}
	str_set(out->shown, sizeof(out->shown), words);
	buf_release(&echo);
}

static void
read_birth(const char *iso, int64_t now_ms, struct entry_settled *out)
{
	struct buf shown = { 0 };
	int least = 0, most = 0;

	when_show(iso, &shown);
	str_set(out->shown, sizeof(out->shown), buf_str(&shown));
	buf_release(&shown);
	if (!when_age(iso, now_ms, &least, &most))
		return;
	if (least == most)
		snprintf(out->echo, sizeof(out->echo), "%dy", least);
	else
		snprintf(out->echo, sizeof(out->echo), "about %dy", most);
}

void
sheet_reads(struct sheet *s, const struct entry_slot *slot, const char *kept,
    struct entry_settled *out)
{
	const struct kind_field *field = sheet_slot(s, slot)->field;
	struct value_ctx ctx = hub_ctx(s->hub);
	struct buf shown = { 0 };
	const char *value = out->value;

	/* What is kept may stand in ${out} already. */
	memmove(out->value, kept, strnlen(kept, sizeof(out->value) - 1) + 1);
	out->value[sizeof(out->value) - 1] = '\0';
	out->shown[0] = out->echo[0] = '\0';
	if (field->type == TYPE_WHEN && when_is(value)) {
		read_when(value, ctx.now_ms, out);
		return;
	}
	if (field->type == TYPE_BIRTH && when_is(value)) {
		read_birth(value, ctx.now_ms, out);
		return;
	}
	value_show(field, span_str(value), &ctx, &shown);
	str_set(out->shown, sizeof(out->shown), buf_str(&shown));
	if (field->type == TYPE_PHONE && value[0] != '?')
		str_set(out->echo, sizeof(out->echo), phone_kind(value));
	buf_release(&shown);
}

enum rc
sheet_settle(struct sheet *s, const struct entry_slot *slot, const char *text,
    struct entry_settled *out, struct fault *f)
{
	const struct kind_field *field = sheet_slot(s, slot)->field;
	struct value_ctx ctx = hub_ctx(s->hub);
	struct buf value = { 0 };
	enum rc rc = value_parse(field, text, &ctx, &value, f);

	if (rc && field->type == TYPE_CODE && value_keep(field, text, &value))
		fault_set(f, rc,
		    "No match; it is kept as text for the supervisor.");
	if (!rc)
		sheet_reads(s, slot, buf_str(&value), out);
	buf_wipe(&value);
	return rc;
}
