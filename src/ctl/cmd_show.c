/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Everything about one person or one case, laid out by the tables of their
 * kinds, so that a field somebody adds tomorrow is shown tomorrow.
 */

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/utf8.h"
#include "ctl/ctl.h"
#include "hub/looked.h"
#include "hub/read.h"
#include "model/kind.h"
#include "model/kinds.h"
#include "model/record.h"
#include "model/type.h"

#define LABEL_WIDTH 18

static const struct out_column columns[] = {
	{ "kind", NULL, OUT_WORDS }, { "id", NULL, OUT_WORDS },
	{ "field", NULL, OUT_WORDS },
	{ "value", NULL, OUT_WORDS }, /* as it is kept */
	{ "words", NULL, OUT_WORDS }, /* as people read it */
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

struct show {
	struct ctl *ctl;
	struct out *out; /* NULL: text */
	bool back;       /* show what stood */
	int64_t at_ms;   /* at this moment */
	uint64_t only;   /* this case alone; 0: all of the person's */
	struct value_ctx ctx;
	struct fault *f;
};

static void
field_text(const struct kind_field *field, const char *words)
{
	struct buf line = { 0 };
	int pad = LABEL_WIDTH - utf8_width(field->label, strlen(field->label));

	buf_printf(&line, "  %s%*s  ", field->label, pad > 0 ? pad : 0, "");
	utf8_safe(&line, words, strlen(words));
	buf_putc(&line, '\n');
	fwrite(line.at, 1, line.len, stdout);
	buf_release(&line);
}

/* Canonical values are text but for links and groups, which are told in the
 * words people read. */
static const char *
kept(const struct kind_field *field, const struct record *r, const char *words)
{
	if (field->type == TYPE_LINK || field->type == TYPE_GROUP)
		return words;
	return record_text(r, field->tag);
}

static void
show_field(struct show *s, const struct record *r,
    const struct kind_field *field, struct span value)
{
	struct buf words = { 0 };
	char id[24];

	if (field->type == TYPE_LINK)
		buf_printf(&words, "%016" PRIx64, record_link(r, field->tag));
	else
		value_show(field, value, &s->ctx, &words);
	if (s->out == NULL) {
		if (field->type != TYPE_LINK)
			field_text(field, buf_str(&words));
	} else {
		snprintf(id, sizeof(id), "%016" PRIx64, r->id);
		out_row(s->out,
		    (const char *[COLUMNS]){ r->kind->name, id, field->name,
			kept(field, r, buf_str(&words)), buf_str(&words) });
	}
	buf_wipe(&words);
}

static void
show_record(struct show *s, const struct record *r)
{
	struct span value;
	size_t i;

	if (s->out == NULL)
		printf("%s\n", r->kind->title);
	for (i = 0; i < r->kind->n; i++)
		if (record_get(r, r->kind->fields[i].tag, &value))
			show_field(s, r, &r->kind->fields[i], value);
	if (s->out == NULL)
		putchar('\n');
}

/* The record as it stands, or stood; one that was not there then is left out.
 */
static enum rc
show_one(struct show *s, struct record *r)
{
	enum rc rc;

	if (r == NULL)
		return RC_OK;
	if (s->back) {
		rc = hub_record_as_of(s->ctl->hub, s->ctl->arena, r->kind->tag,
		    r->id, s->at_ms, &r, s->f);
		if (rc == RC_MISSING)
			return RC_OK;
		if (rc)
			return rc;
	}
	show_record(s, r);
	return RC_OK;
}

static bool
belongs(const struct show *s, const struct record *r)
{
	const struct kind_field *parent = kind_parent(r->kind);

	return s->only == 0 || r->id == s->only || parent == NULL ||
	       record_link(r, parent->tag) == s->only;
}

static enum rc
show_list(struct show *s, const struct record_list *list)
{
	enum rc rc = RC_OK;
	size_t i;

	for (i = 0; !rc && i < list->n; i++)
		if (belongs(s, list->at[i]))
			rc = show_one(s, list->at[i]);
	return rc;
}

/* What was assessed of a case, what the court did, what was told. */
static enum rc
show_kept(struct show *s, uint64_t casefile)
{
	static const unsigned kinds[] = { KIND_NEED, KIND_RISK, KIND_LEVEL,
		KIND_CONFERENCE, KIND_SAFEGUARDING, KIND_SUSPECT, KIND_CHARGE,
		KIND_HEARING, KIND_TOLD, KIND_STATEMENT, KIND_DECISION,
		KIND_SCHEME, KIND_EXPENSE, KIND_COMPENSATION,
		KIND_RESTORATIVE };
	struct record_list list = { 0 };
	enum rc rc = RC_OK;
	size_t i;

	for (i = 0; !rc && i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		rc = hub_children(s->ctl->hub, s->ctl->arena, casefile,
		    kinds[i], &list, s->f);
		if (!rc)
			rc = show_list(s, &list);
	}
	return rc;
}

/* A case with the crime it is about and the steps it went. */
static enum rc
show_casefile(struct show *s, struct record *casefile)
{
	uint64_t crime = record_link(casefile, CASEFILE_CRIME);
	struct record_list steps = { 0 };
	struct record *r = NULL;
	enum rc rc = show_one(s, casefile);

	if (!rc && crime != 0) {
		rc = hub_record(s->ctl->hub, s->ctl->arena, KIND_CRIME, crime,
		    &r, s->f);
		rc = rc == RC_MISSING ? RC_OK : rc;
	}
	if (!rc)
		rc = show_one(s, r);
	if (!rc)
		rc = hub_children(s->ctl->hub, s->ctl->arena, casefile->id,
		    KIND_STEP, &steps, s->f);
	if (!rc)
		rc = show_list(s, &steps);
	return rc ? rc : show_kept(s, casefile->id);
}

static enum rc
show_page(struct show *s, uint64_t person)
{
	struct person_page page = { 0 };
	enum rc rc =
	    hub_person_page(s->ctl->hub, s->ctl->arena, person, &page, s->f);
	const struct record_list *const lists[] = { &page.referrals,
		&page.contacts, &page.consents, &page.clocks, &page.tasks,
		&page.notes };
	size_t i;

	if (!rc)
		rc = show_one(s, page.person);
	if (!rc)
		rc = show_one(s, page.safety);
	if (!rc)
		rc = show_one(s, page.home);
	for (i = 0; !rc && i < page.casefiles.n; i++)
		if (belongs(s, page.casefiles.at[i]))
			rc = show_casefile(s, page.casefiles.at[i]);
	for (i = 0; !rc && i < sizeof(lists) / sizeof(lists[0]); i++)
		rc = show_list(s, lists[i]);
	return rc;
}

static int
show(struct ctl *ctl, const char *ref, bool back, int64_t at_ms)
{
	struct fault f = { 0 };
	struct show s = { .ctl = ctl, .back = back, .at_ms = at_ms, .f = &f };
	struct record *person, *casefile;
	int status;
	enum rc rc;

	s.ctx = hub_ctx(ctl->hub);
	rc = hub_by_ref(ctl->hub, ctl->arena, ref, &person, &casefile, &f);
	if (rc)
		return ctl_fail(ctl, ref, &f);
	hub_looked(ctl->hub, LOOKED_SHOWN, KIND_PERSON, person->id,
	    back ? "as it stood earlier" : NULL);
	if ((status = ctl_looked(ctl)) != CTL_DONE)
		return status;
	s.only = casefile != NULL ? casefile->id : 0;
	if (ctl->format != OUT_TEXT)
		s.out = out_new(ctl->format, columns, COLUMNS, stdout);
	rc = show_page(&s, person->id);
	if (s.out != NULL) {
		struct fault last = { 0 };
		enum rc written = out_end(s.out, &last);

		if (!rc && written) {
			rc = written;
			f = last;
		}
	}
	return rc ? ctl_fail(ctl, ref, &f) : CTL_DONE;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *as_of = NULL;
	const struct option_row rows[] = {
		{ "as-of", "WHEN", "as it stood at WHEN", &as_of, NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	int64_t at_ms = 0;
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 1, 1, &status))
		return status;
	if (as_of != NULL && !moment_parse(as_of, &at_ms))
		return ctl_usage(ctl,
		    "--as-of %s is no moment; write it as 2026-11-22 or "
		    "2026-11-22T11:42:00Z",
		    as_of);
	status = ctl_open(ctl, true);
	return status != CTL_DONE ? status
				  : show(ctl, argv[1], as_of != NULL, at_ms);
}

const struct ctl_command ctl_show = {
	.name = "show",
	.synopsis = "REF [--as-of WHEN] [--format FORMAT]",
	.sentence =
	    "all that you may see of a person or case, now or as it was",
	.verb = "find",
	.run = run,
};
