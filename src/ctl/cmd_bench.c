/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/disk.h"
#include "ctl/bench.h"

static const struct bench_row *const benches[] = {
	&bench_act,
	&bench_queue,
	&bench_find,
	&bench_show,
	&bench_move,
	&bench_due,
	&bench_long,
	&bench_import,
	&bench_verify,
	&bench_rebuild,
	&bench_facts,
	&bench_screen,
	&bench_keys,
	NULL,
};

static const struct out_column columns[] = {
	{ "bench", "bench", OUT_WORDS },
	{ "median", "median", OUT_NUMBER },
	{ "p99", "p99", OUT_NUMBER },
	{ "unit", "unit", OUT_WORDS },
	{ "floor", "floor", OUT_NUMBER },
	{ "floor-p99", "p99", OUT_NUMBER },
	{ "ratio", "times", OUT_NUMBER },
	{ "floor-is", "the floor is", OUT_WORDS },
};

static const struct out_column names[] = {
	{ "name", "bench", OUT_WORDS },
	{ "sentence", "what it measures", OUT_WORDS },
};

void
times_add(struct times *t, int64_t began)
{
	*VEC_ADD(&t->at) = (uint64_t)(clock_ticks() - began);
}

static int
compare(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* The value below which ${part} in a hundred of the sorted times lie. */
static double
at_part(const struct times *t, unsigned part)
{
	size_t i = t->at.n * part / 100;

	if (t->at.n == 0)
		return 0;
	return (double)t->at.at[i < t->at.n ? i : t->at.n - 1] / 1000;
}

void
bench_tell(struct bench *b, const char *what, struct times *work,
    const char *floor_is, struct times *floor)
{
	char cells[5][24];

	VEC_SORT(&work->at, compare);
	VEC_SORT(&floor->at, compare);
	snprintf(cells[0], sizeof(cells[0]), "%.1f", at_part(work, 50));
	snprintf(cells[1], sizeof(cells[1]), "%.1f", at_part(work, 99));
	snprintf(cells[2], sizeof(cells[2]), "%.1f", at_part(floor, 50));
	snprintf(cells[3], sizeof(cells[3]), "%.1f", at_part(floor, 99));
	snprintf(cells[4], sizeof(cells[4]), "%.2f",
	    at_part(floor, 50) > 0 ? at_part(work, 50) / at_part(floor, 50)
				   : 0);
	out_row(b->out, (const char *[]){ what, cells[0], cells[1], "us",
			    cells[2], cells[3], cells[4], floor_is });
	VEC_RELEASE(&work->at);
	VEC_RELEASE(&floor->at);
}

void
bench_rate(struct bench *b, const char *what, uint64_t count, uint64_t ns,
    const char *floor_is, uint64_t floor_ns)
{
	char cells[3][24];
	double rate = ns > 0 ? (double)count * 1e9 / (double)ns : 0;
	double least =
	    floor_ns > 0 ? (double)count * 1e9 / (double)floor_ns : 0;

	snprintf(cells[0], sizeof(cells[0]), "%.0f", rate);
	snprintf(cells[1], sizeof(cells[1]), "%.0f", least);
	snprintf(cells[2], sizeof(cells[2]), "%.2f",
	    rate > 0 ? least / rate : 0);
	out_row(b->out, (const char *[]){ what, cells[0], NULL, "a second",
			    cells[1], NULL, cells[2], floor_is });
}

void
bench_amount(struct bench *b, const char *what, const char *unit, double amount,
    const char *floor_is, double floor)
{
	char cells[3][24];

	snprintf(cells[0], sizeof(cells[0]), "%.1f", amount);
	snprintf(cells[1], sizeof(cells[1]), "%.1f", floor);
	snprintf(cells[2], sizeof(cells[2]), "%.2f",
	    floor > 0 ? amount / floor : 0);
	out_row(b->out, (const char *[]){ what, cells[0], NULL, unit, cells[1],
			    NULL, floor > 0 ? cells[2] : NULL, floor_is });
}

static int
end(struct ctl *ctl, struct out *out, int status)
{
	struct fault f = { 0 };

	return out_end(out, &f) ? ctl_fail(ctl, NULL, &f) : status;
}

static int
list(struct ctl *ctl)
{
	struct out *out = out_new(ctl->format, names, 2, stdout);
	const struct bench_row *const *row;

	for (row = benches; *row != NULL; row++)
		out_row(out,
		    (const char *[]){ (*row)->name, (*row)->sentence });
	return end(ctl, out, CTL_DONE);
}

static const struct bench_row *
bench_by_name(const char *name)
{
	const struct bench_row *const *row;

	for (row = benches; *row != NULL; row++)
		if (strcmp((*row)->name, name) == 0)
			return *row;
	return NULL;
}

/* Invented calls must never stand among real ones. */
static bool
is_demo(const struct ctl *ctl)
{
	return disk_has(arena_printf(ctl->arena, "%s/demo", ctl->o.store_path));
}

static int
measure(struct ctl *ctl, const struct bench_row *row, struct bench *b)
{
	struct fault f = { 0 };
	int status = row->alone ? CTL_DONE : ctl_open(ctl, !row->writes);
	enum rc rc;

	if (status != CTL_DONE)
		return status;
	if (row->writes && !is_demo(ctl)) {
		fault_set(&f, RC_DENIED,
		    "this bench takes invented calls, so it runs on a "
		    "demonstration store only; `handrailctl demo` makes one");
		return ctl_fail(ctl, ctl->o.store_path, &f);
	}
	b->out =
	    out_new(ctl->format, row->columns != NULL ? row->columns : columns,
		row->columns != NULL ? row->n_columns
				     : sizeof(columns) / sizeof(columns[0]),
		stdout);
	rc = row->run(b, &f);
	status = end(ctl, b->out, b->not_well ? CTL_NOT_WELL : CTL_DONE);
	return rc ? ctl_fail(ctl, row->name, &f) : status;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *rounds = NULL;
	const struct option_row rows[] = {
		{ "rounds", "N", "how often (200)", &rounds, NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	struct bench b = { .ctl = ctl };
	const struct bench_row *row;
	uint64_t n = 200;
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, -1, &status) ||
	    !ctl_number(ctl, "rounds", rounds, &n, &status))
		return status;
	if (argc < 2)
		return list(ctl);
	row = bench_by_name(argv[1]);
	if (row == NULL)
		return ctl_usage(ctl,
		    "there is no bench \"%s\"; `handrailctl bench` lists them",
		    argv[1]);
	b.rounds = n > 0 && n < 1000000 ? (unsigned)n : 200;
	b.words = (const char *const *)argv + 2;
	return measure(ctl, row, &b);
}

const struct ctl_command ctl_bench = {
	.name = "bench",
	.synopsis = "[NAME [WORD...]] [--rounds N] [--format FORMAT]",
	.sentence = "measure, each figure beside its floor in the same run",
	.run = run,
};
