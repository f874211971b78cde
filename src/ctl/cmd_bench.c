/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ctl/bench.h"
#include "ctl/ctl.h"

static const struct bench *const benches[] = {
	&bench_act,
	&bench_queue,
	&bench_find,
	&bench_open,
	&bench_verify,
	&bench_rebuild,
	&bench_import,
	&bench_screen,
};

/* ---- times ---- */

void
bench_add(struct bench_times *t, int64_t ns)
{
	*VEC_ADD(&t->ns) = ns;
}

static int
compare_times(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

double
bench_at(struct bench_times *t, int part)
{
	size_t i;

	if (!t->ns.n)
		return 0;
	VEC_SORT(&t->ns, compare_times);
	i = (t->ns.n - 1) * (size_t)part / 100;
	return (double)t->ns.at[i];
}

void
bench_release(struct bench_times *t)
{
	VEC_RELEASE(&t->ns);
}

/* ---- telling ---- */

static const struct out_column columns[] = {
	{ "measure", "Measure", OUT_WORDS },
	{ "median", "Median", OUT_NUMBER },
	{ "p99", "p99", OUT_NUMBER },
	{ "unit", "Unit", OUT_WORDS },
	{ "beside", "Beside", OUT_WORDS },
	{ "floor", "Floor", OUT_NUMBER },
	{ "ratio", "Ratio", OUT_NUMBER },
	{ "goal", "Goal", OUT_WORDS },
	{ "met", "Met", OUT_WORDS },
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static const char *
number(char out[32], double value)
{
	if (value == 0)
		return NULL;
	snprintf(out, 32, value < 100 ? "%.2f" : "%.0f", value);
	return out;
}

void
bench_tell(struct out *out, const struct bench_figure *f)
{
	char median[32], p99[32], floor[32], ratio[32];
	const char *cells[COLUMNS] = { f->measure, number(median, f->median),
		number(p99, f->p99), f->unit, f->beside,
		number(floor, f->floor), number(ratio, f->ratio), f->goal,
		!f->goal ? NULL : f->met ? "yes" : "NO" };

	out_row(out, cells);
}

void
bench_ratio(struct out *out, const char *measure, struct bench_times *times,
    const char *beside, struct bench_times *floors, double most,
    const char *goal)
{
	struct bench_figure f = { .measure = measure, .unit = "us",
		.beside = beside, .goal = goal };

	f.median = bench_at(times, 50) / 1e3;
	f.p99 = bench_at(times, 99) / 1e3;
	f.floor = bench_at(floors, 50) / 1e3;
	f.ratio = f.floor > 0 ? f.median / f.floor : 0;
	f.met = f.ratio <= most;
	bench_tell(out, &f);
}

/* ---- the command ---- */

static const struct bench *
bench_by_name(const char *name)
{
	for (size_t i = 0; i < sizeof(benches) / sizeof(benches[0]); i++)
		if (strcmp(benches[i]->name, name) == 0)
			return benches[i];
	return NULL;
}

static int
list_benches(void)
{
	for (size_t i = 0; i < sizeof(benches) / sizeof(benches[0]); i++)
		printf("%-10s %s\n", benches[i]->name, benches[i]->sentence);
	return CTL_DONE;
}

/* A bench that writes is for a store that nobody's life is in. */
static bool
is_demonstration(const struct ctl *ctl)
{
	char path[WHERE_MAX + 8];

	snprintf(path, sizeof(path), "%s/demo", ctl->o.store_path);
	return access(path, F_OK) == 0;
}

static int
measure(struct ctl *ctl, const struct bench *bench, struct bench_run *run)
{
	struct fault f = { 0 };
	enum rc rc;
	int status = ctl_open(ctl, !bench->changes);

	if (status != CTL_DONE)
		return status;
	if (bench->changes && !is_demonstration(ctl)) {
		fault_set(&f, RC_DENIED,
		    "this measure writes to the store; run it on one made by "
		    "handrailctl demo");
		return ctl_fail(ctl, bench->name, &f);
	}
	run->out = out_new(ctl->format, columns, COLUMNS, stdout);
	rc = bench->run(run, &f);
	if (rc) {
		(void)!out_end(run->out, NULL);
		return ctl_fail(ctl, bench->name, &f);
	}
	rc = out_end(run->out, &f);
	return rc ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *times = NULL;
	const struct option_row rows[] = {
		{ "times", "N", "how many times to do it", &times, NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	struct bench_run br = { .ctl = ctl };
	const struct bench *bench;
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, -1, &status) ||
	    !ctl_number(ctl, "times", times, &br.n, &status))
		return status;
	if (argc < 2)
		return list_benches();
	bench = bench_by_name(argv[1]);
	if (!bench)
		return ctl_usage(ctl,
		    "there is no bench \"%s\"; handrailctl bench lists them",
		    argv[1]);
	br.words = argv + 2;
	br.n_words = argc - 2;
	return measure(ctl, bench, &br);
}

const struct ctl_command ctl_bench = {
	.name = "bench",
	.synopsis = "[NAME] [--times N] [--format FORMAT] [FILE...]",
	.sentence = "measure, each figure beside its floor in the same run",
	.run = run,
};
