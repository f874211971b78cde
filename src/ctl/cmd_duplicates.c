/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "ctl/ctl.h"
#include "hub/card.h"
#include "hub/link.h"
#include "hub/read.h"
#include "model/record.h"

/* The columns before and after those of the fields, one for each rule. */
/* clang-format off */
static const struct out_column head_columns[] = {
	{ "probability",	"likely",	OUT_NUMBER },
	{ "weight",		"weight",	OUT_NUMBER },
	{ "a",			"one",		OUT_WORDS },
	{ "a-name",		"name",		OUT_WORDS },
	{ "a-key",		NULL,		OUT_WORDS },
	{ "b",			"other",	OUT_WORDS },
	{ "b-name",		"name",		OUT_WORDS },
	{ "b-key",		NULL,		OUT_WORDS },
};
/* clang-format on */

#define HEAD (sizeof(head_columns) / sizeof(head_columns[0]))
#define COLUMNS (HEAD + LINK_FIELDS + 2)

/* "+++++" for five bits that speak for, "--" for two against. */
#define BAR_MOST 12

struct listing {
	struct ctl *ctl;
	const struct link_run *run;
	struct out_column columns[COLUMNS];
	size_t n;
	struct out *out;
};

static void
name_columns(struct listing *l)
{
	const struct link_rules *rules = link_run_rules(l->run);

	memcpy(l->columns, head_columns, sizeof(head_columns));
	l->n = HEAD;
	for (size_t i = 0; i < rules->n; i++)
		l->columns[l->n++] = (struct out_column){ rules->fields[i].name,
			NULL, OUT_NUMBER };
	l->columns[l->n++] = (struct out_column){ "shared", NULL, OUT_NUMBER };
	l->columns[l->n++] = (struct out_column){ "why", "why", OUT_WORDS };
}

static const char *
bits_text(struct listing *l, double bits)
{
	return arena_printf(l->ctl->arena, "%.2f", bits);
}

static enum rc
put_person(struct listing *l, size_t place, const char **cells,
    struct fault *f)
{
	struct arena *arena = l->ctl->arena;
	struct record *r;
	enum rc rc = hub_record(l->ctl->hub, arena, KIND_PERSON,
	    link_run_person(l->run, place), &r, f);

	if (rc)
		return rc;
	cells[0] = record_text(r, PERSON_REF);
	cells[1] = card_name(arena, r);
	cells[2] = record_text(r, PERSON_SOURCE_KEY);
	return RC_OK;
}

/* The part of every field, in words and as a bar for people to take in. */
static const char *
why_text(struct listing *l, const struct link_pair *p)
{
	struct buf words = { 0 };
	char *text;

	if (l->ctl->format == OUT_TEXT)
		for (size_t f = 0; f < link_run_rules(l->run)->n; f++) {
			int n = (int)(p->bits[f] < 0 ? -p->bits[f] : p->bits[f]);

			if (p->levels[f] == LINK_BLANK)
				continue;
			buf_printf(&words, "%s%s %.*s",
			    words.len ? "  " : "",
			    link_run_rules(l->run)->fields[f].title,
			    n < BAR_MOST ? n : BAR_MOST,
			    p->bits[f] < 0 ? "------------" : "++++++++++++");
		}
	else
		link_words(link_run_rules(l->run), p, &words);
	text = arena_str(l->ctl->arena, buf_str(&words));
	buf_wipe(&words);
	return text;
}

static enum rc
put_pair(struct listing *l, const struct link_pair *p, struct fault *f)
{
	const char *cells[COLUMNS] = { 0 };
	size_t fields = link_run_rules(l->run)->n;
	enum rc rc;

	cells[0] = arena_printf(l->ctl->arena, "%.4f", p->probability);
	cells[1] = bits_text(l, p->weight);
	if ((rc = put_person(l, p->a, cells + 2, f)) ||
	    (rc = put_person(l, p->b, cells + 5, f)))
		return rc;
	for (size_t i = 0; i < fields; i++)
		cells[HEAD + i] = p->levels[i] == LINK_BLANK ?
				      "" : bits_text(l, p->bits[i]);
	cells[HEAD + fields] = bits_text(l, p->held);
	cells[HEAD + fields + 1] = why_text(l, p);
	out_row(l->out, cells);
	arena_reset(l->ctl->arena);
	return RC_OK;
}

static int
list(struct ctl *ctl, struct link_run *run, double threshold, uint64_t most)
{
	struct listing l = { .ctl = ctl, .run = run };
	struct link_pairs pairs;
	struct fault f = { 0 };
	enum rc rc = link_run_pairs(run, threshold, &pairs, &f), end;

	name_columns(&l);
	l.out = out_new(ctl->format, l.columns, l.n, stdout);
	for (size_t i = 0; !rc && i < pairs.n && i < most; i++)
		rc = put_pair(&l, &pairs.at[i], &f);
	end = out_end(l.out, rc ? NULL : &f);
	if (!rc && ctl->format == OUT_TEXT)
		printf("%zu pairs among %zu people; %zu pairs compared\n",
		    pairs.n, link_run_people(run), pairs.compared);
	link_pairs_release(&pairs);
	return rc || end ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

static int
train(struct ctl *ctl, struct link_run *run)
{
	struct link_trained told;
	struct buf text = { 0 };
	struct fault f = { 0 };

	if (link_run_train(run, &told, &f))
		return ctl_fail(ctl, NULL, &f);
	printf("# Weights learned from %zu people and %zu pairs in %u rounds; "
	       "about %.0f\n# pairs are of one person. Put this in the folder "
	       "linkage of the site's own\n# definitions once someone has "
	       "looked at it.\n\n", told.cards, told.pairs, told.rounds,
	    told.people);
	link_rules_write(link_run_rules(run), ctl->hub->kinds, &text);
	fputs(buf_str(&text), stdout);
	buf_release(&text);
	return CTL_DONE;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *threshold = NULL, *limit = NULL;
	bool learn = false;
	const struct option_row rows[] = {
		{ "threshold", "T",
		    "a probability up to 1, or a weight above; else the "
		    "shipped one for review", &threshold, NULL },
		{ "limit", "N", "the first N only", &limit, NULL },
		{ "train", NULL,
		    "print weights learned from the hub's own records", NULL,
		    &learn },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	struct link_run *links;
	struct fault f = { 0 };
	uint64_t most = UINT64_MAX;
	char *rest = NULL;
	double t;
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 0, &status) ||
	    !ctl_number(ctl, "limit", limit, &most, &status))
		return status;
	t = threshold ? strtod(threshold, &rest) : 0;
	if (threshold && (*rest || !(t > 0)))
		return ctl_usage(ctl,
		    "--threshold %s: a probability such as 0.9, or a weight "
		    "such as 15", threshold);
	if ((status = ctl_open(ctl, true)) != CTL_DONE)
		return status;
	if (link_run_open(ctl->hub, &links, &f))
		return ctl_fail(ctl, NULL, &f);
	status = learn ? train(ctl, links) :
			 list(ctl, links, threshold ? t :
					      link_run_rules(links)->review,
			     most);
	link_run_close(links);
	return status;
}

const struct ctl_command ctl_duplicates = {
	.name = "duplicates",
	.synopsis = "[--threshold T] [--limit N] [--train] [--format FORMAT]",
	.sentence = "pairs of people who may be one, with the part of each field",
	.verb = "find",
	.run = run,
};
