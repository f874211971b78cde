/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The standard calls of data/calls, each played by the console itself on a
 * demonstration of its own, and what it took: keys, thoughts, the seconds that
 * the keystroke-level model predicts, beside the least characters that carry
 * what was said and the seconds predicted for two kinds of web form. A goal
 * that is missed makes the status 1.
 */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/disk.h"
#include "ctl/bench.h"
#include "ctl/watched.h"
#include "hub/call.h"
#include "hub/demo.h"

#define NOW "2026-11-22T11:42:00Z"

/* Seconds: a key of a good typist, a thought (UX 4.1). */
#define KEY_S 0.20
#define THOUGHT_S 1.35

/* What is to be reached. */
#define OVER_CALL 14     /* keys over the least, of one call */
#define OVER_ALL 10.0    /* per cent over the least, all calls */
#define OVER_FACTS 15.0  /* the same without the accounts */
#define PART_OF_WEB 0.60 /* of the seconds of a usual web form */
#define PART_OF_LEAN 0.85
#define TAIL_MOST 2

static const struct out_column keys_columns[] = {
	{ "call", "call", OUT_WORDS },
	{ "essential", "least", OUT_NUMBER },
	{ "keys", "keys", OUT_NUMBER },
	{ "over", "over %", OUT_NUMBER },
	{ "thinks", "thinks", OUT_NUMBER },
	{ "seconds", "s", OUT_NUMBER },
	{ "web", "web s", OUT_NUMBER },
	{ "lean", "lean s", OUT_NUMBER },
	{ "tail", "tail", OUT_NUMBER },
	{ "modal", "modal", OUT_NUMBER },
	{ "errors", "errors", OUT_NUMBER },
	{ "waited", "waited s", OUT_NUMBER },
	{ "goals", "goals", OUT_WORDS },
};

/* What a play took, or all of them together. */
struct took {
	double keys, thinks, tail, modal, errors, slow, waited, failed;
	double essential, facts, fact_keys, web, lean;
};

static double
seconds(const struct took *t)
{
	return t->keys * KEY_S + t->thinks * THOUGHT_S;
}

static double
over(double keys, double least)
{
	return least > 0 ? (keys / least - 1) * 100 : 0;
}

/* ---- playing one ---- */

/* Lines "name value" at the end of what the console prints. */
static void
read_report(FILE *in, struct took *t)
{
	const struct {
		const char *name;
		double *to;
	} names[] = {
		{ "keys", &t->keys },
		{ "thinks", &t->thinks },
		{ "tail", &t->tail },
		{ "modal", &t->modal },
		{ "errors", &t->errors },
		{ "slow", &t->slow },
		{ "waited", &t->waited },
		{ "failed", &t->failed },
	};
	char line[4096], name[16];
	double value;

	while (fgets(line, sizeof(line), in)) {
		if (sscanf(line, "%15s %lf", name, &value) != 2)
			continue;
		for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
			if (strcmp(name, names[i].name) == 0 && line[0] != ' ')
				*names[i].to = value;
	}
}

static enum rc
play(const char *console, const char *store, const char *path, struct took *t,
    struct fault *f)
{
	int ends[2], status;
	FILE *in;
	pid_t pid;

	if (pipe(ends) != 0)
		return fault_errno(f, "making", "a pipe");
	pid = fork();
	if (pid < 0)
		return fault_errno(f, "starting", console);
	if (pid == 0) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		close(ends[1]);
		execl(console, console, "--demo", "--store", store, "--now",
		    NOW, "--size", "80x24", "--keys", path, (char *)NULL);
		_exit(127);
	}
	close(ends[1]);
	in = fdopen(ends[0], "r");
	read_report(in, t);
	fclose(in);
	waitpid(pid, &status, 0);
	if (WIFEXITED(status) && WEXITSTATUS(status) <= 1)
		return RC_OK;
	return fault_set(f, RC_SYSTEM, "%s could not play %s", console, path);
}

static enum rc
play_fresh(struct bench *b, const char *console, const char *path,
    struct took *t, struct fault *f)
{
	char dir[] = "/tmp/handrail-keys.XXXXXX", store[64];
	struct demo demo = { .store = store,
		.data = b->ctl->o.data_path,
		.people = 1,
		.seed = 1 };
	enum rc rc;

	if (mkdtemp(dir) == NULL)
		return fault_errno(f, "making", dir);
	snprintf(store, sizeof(store), "%s/store", dir);
	moment_parse(NOW, &demo.now_ms);
	rc = demo_make(&demo, f);
	if (!rc)
		rc = play(console, store, path, t, f);
	disk_remove(dir);
	return rc;
}

/* ---- telling ---- */

static const char *
number(struct bench *b, int digits, double value)
{
	return arena_printf(b->ctl->arena, "%.*f", digits, value);
}

static void
tell(struct bench *b, const char *name, const struct took *t, double least,
    double keys, const char *goals)
{
	const char *cells[] = { name, number(b, 0, least), number(b, 0, keys),
		number(b, 1, over(keys, least)), number(b, 0, t->thinks),
		number(b, 1, seconds(t)), number(b, 1, t->web),
		number(b, 1, t->lean), number(b, 0, t->tail),
		number(b, 0, t->modal), number(b, 0, t->errors),
		number(b, 3, t->waited), goals };

	out_row(b->out, cells);
}

/* Which goals a call misses, in words; "met" when none. */
static const char *
missed(struct bench *b, const struct took *t)
{
	const struct {
		bool misses;
		const char *words;
	} goals[] = {
		{ t->keys - t->essential > OVER_CALL, "keys over the least" },
		{ seconds(t) > PART_OF_WEB * t->web, "seconds of a web form" },
		{ seconds(t) > t->lean, "seconds of a lean form" },
		{ t->tail > TAIL_MOST, "tail" },
		{ t->modal > 0, "modal" },
		{ t->errors > 0, "errors" },
		{ t->slow > 0 || t->waited > 0, "waiting" },
	};
	const char *words = "";

	for (size_t i = 0; i < sizeof(goals) / sizeof(goals[0]); i++)
		if (goals[i].misses)
			words = arena_printf(b->ctl->arena, "%s%s%s", words,
			    words[0] != '\0' ? ", " : "missed: ",
			    goals[i].words);
	b->not_well = b->not_well || words[0] != '\0';
	return words[0] != '\0' ? words : "met";
}

static const char *
goal(struct bench *b, bool met)
{
	b->not_well = b->not_well || !met;
	return met ? "met" : "missed";
}

static void
tell_all(struct bench *b, const struct took *all)
{
	tell(b, "all", all, all->essential, all->keys,
	    goal(b, over(all->keys, all->essential) <= OVER_ALL &&
			seconds(all) <= PART_OF_WEB * all->web &&
			seconds(all) <= PART_OF_LEAN * all->lean));
	tell(b, "all but accounts", all, all->facts, all->fact_keys,
	    goal(b, over(all->fact_keys, all->facts) <= OVER_FACTS));
}

static void
add_up(struct took *all, const struct took *t)
{
	all->keys += t->keys;
	all->thinks += t->thinks;
	all->modal += t->modal;
	all->errors += t->errors;
	all->waited += t->waited;
	all->essential += t->essential;
	all->facts += t->facts;
	all->fact_keys += t->fact_keys;
	all->web += t->web;
	all->lean += t->lean;
	if (t->tail > all->tail)
		all->tail = t->tail;
}

struct calls {
	struct bench *b;
	char console[PATH_MAX];
	const char *folder;
	struct took all;
	struct fault *f;
};

static enum rc
do_call(const char *name, void *arg)
{
	struct calls *c = arg;
	struct arena *arena = c->b->ctl->arena;
	const char *path = arena_printf(arena, "%s/%s", c->folder, name);
	struct took t = { 0 };
	struct call call;
	enum rc rc;

	if (strstr(name, ".cfg") == NULL)
		return RC_OK;
	rc = call_read(arena, path, &call, c->f);
	if (!rc)
		rc = play_fresh(c->b, c->console, path, &t, c->f);
	if (rc)
		return rc;
	t.web = call.web;
	t.lean = call.lean;
	t.essential = call_essential(&call, true);
	t.facts = call_essential(&call, false);
	t.fact_keys = t.keys - (t.essential - t.facts);
	add_up(&c->all, &t);
	tell(c->b, arena_printf(arena, "%s %s", call.name, call.title), &t,
	    t.essential, t.keys, missed(c->b, &t));
	return RC_OK;
}

static enum rc
run(struct bench *b, struct fault *f)
{
	struct calls c = { .b = b, .f = f };
	enum rc rc = options_settle(&b->ctl->o, f);

	if (rc)
		return rc;
	if (!watched_beside("handrail", c.console))
		return fault_set(f, RC_MISSING,
		    "this measure wants handrail beside it");
	c.folder = arena_printf(b->ctl->arena, "%s/calls", b->ctl->o.data_path);
	rc = disk_list(c.folder, do_call, &c, f);
	if (!rc)
		tell_all(b, &c.all);
	return rc;
}

const struct bench_row bench_keys = {
	.name = "keys",
	.sentence = "the standard calls: keys, thoughts and seconds of each",
	.alone = true,
	.columns = keys_columns,
	.n_columns = sizeof(keys_columns) / sizeof(keys_columns[0]),
	.run = run,
};
