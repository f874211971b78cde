/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/vec.h"
#include "base/when.h"
#include "fold/index.h"
#include "hub/due.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "hub/replay_inside.h"
#include "model/code.h"
#include "model/record.h"

#include "hub/replay.h"

/* One clock as one rule set runs it. */
struct run {
	const struct due_rule *rule;
	const struct past_event *start, *stop; /* stop: NULL not met */
	char due[24];
};

struct playing {
	struct hub *hub;
	struct arena *arena;
	struct deadlines *rules; /* those replayed */
	const char *from;
	struct past past;
	const struct record *person;
	VEC(struct replay_row) rows;
	struct replay *sum;
	struct fault *f;
	enum rc rc;
};

/* ---- one rule over what happened ---- */

static bool
is_for(const struct playing *p, const struct due_rule *rule)
{
	const struct code *crime = code_by(p->hub->codes, "crime",
	    record_text(p->past.casefile, CASEFILE_CATEGORY));
	int least, most;
	bool child;

	if (rule->crimes && (!crime || !crime->group ||
				!due_names(rule->crimes, crime->group)))
		return false;
	if (!rule->ages)
		return true;
	child = when_age(record_text(p->person, PERSON_BORN),
		    p->past.crime_ms, &least, &most) &&
		least < 18;
	return child == (strcmp(rule->ages, "child") == 0);
}

static bool
meets(const struct due_rule *rule, const struct past_event *e)
{
	if (!e->told)
		return due_names(rule->stop, e->name);
	return rule->told ? due_names(rule->told, e->told)
			  : due_names(rule->stop, "told");
}

static const struct past_event *
find_stop(const struct playing *p, const struct due_rule *rule,
    const struct past_event *start)
{
	const struct past_event *e, *first = NULL;

	VEC_EACH (&p->past.events, e)
		if (meets(rule, e) && e->minutes >= start->started &&
		    (!first || e->minutes < first->minutes))
			first = e;
	return first;
}

static enum rc
find_due(const struct playing *p, struct run *run, struct fault *f)
{
	const struct record *c = p->past.casefile;
	char shorter[24];
	int64_t since;
	enum rc rc = due_when(
	    p->hub, run->rule, false, run->start->counts_ms, run->due, f);

	if (rc == RC_MISSING) {
		run->due[0] = '\0';
		return RC_OK;
	}
	if (rc || strcmp(record_text(c, CASEFILE_LEVEL), "enhanced") != 0)
		return rc;
	if (!when_moment(record_text(c, CASEFILE_SINCE), &since) ||
	    since < run->start->counts_ms)
		since = run->start->counts_ms;
	rc = due_when(p->hub, run->rule, true, since, shorter, f);
	if (!rc && index_minutes(shorter) < index_minutes(run->due))
		memcpy(run->due, shorter, sizeof(shorter));
	return rc == RC_MISSING ? RC_OK : rc;
}

static const char *
state_of(const struct playing *p, const struct run *run)
{
	int64_t due = due_moment(index_minutes(run->due));

	if (run->stop)
		return *run->due &&
			       run->stop->earliest > index_minutes(run->due)
			   ? "late"
			   : "met";
	if (!*run->due)
		return "unknown";
	return due < hub_now(p->hub) ? "overdue" : "running";
}

static bool
is_late(const char *state)
{
	return strcmp(state, "late") == 0 || strcmp(state, "overdue") == 0;
}

/* ---- beside the rules that were in force ---- */

static const char *
state_before(struct playing *p, const struct run *run)
{
	struct run old = { .start = run->start };
	const struct deadlines *rules = p->hub->deadlines;

	for (size_t i = 0; i < deadlines_count(rules); i++) {
		old.rule = deadlines_nth(rules, i);
		if (strcmp(old.rule->id, run->rule->id) != 0 ||
		    !due_names(old.rule->trigger, run->start->name) ||
		    !due_in_force(old.rule, run->start->day) ||
		    !is_for(p, old.rule))
			continue;
		old.stop = find_stop(p, old.rule, old.start);
		if (find_due(p, &old, NULL))
			return "-";
		return state_of(p, &old);
	}
	return "-";
}

static void
keep_run(struct playing *p, const struct run *run)
{
	struct replay_row *row = VEC_ADD(&p->rows);

	row->person = p->person->id;
	row->casefile = p->past.casefile->id;
	row->ref = arena_str(p->arena, record_text(p->person, PERSON_REF));
	row->rule = arena_str(p->arena, run->rule->id);
	row->title = arena_str(p->arena, run->rule->title);
	row->holder = arena_str(p->arena, run->rule->holder);
	row->started = arena_str(p->arena, run->start->iso);
	row->due = arena_str(p->arena, run->due);
	row->met = run->stop ? arena_str(p->arena, run->stop->iso) : "";
	row->state = state_of(p, run);
	row->was = state_before(p, run);
	row->late = is_late(row->state);
	p->sum->clocks++;
	p->sum->late += row->late;
	p->sum->newly += row->late && !is_late(row->was);
}

/* Every start of one rule; of a rule that runs once, the earliest. */
static enum rc
play_rule(struct playing *p, const struct due_rule *rule, struct fault *f)
{
	const struct past_event *e, *once = NULL;
	struct run run;
	enum rc rc = RC_OK;

	if (!is_for(p, rule))
		return RC_OK;
	VEC_EACH (&p->past.events, e) {
		if (e->told || !due_names(rule->trigger, e->name) ||
		    (*p->from && strncmp(e->iso, p->from, 10) < 0))
			continue;
		if (rule->once) {
			once = !once || e->minutes < once->minutes ? e : once;
			continue;
		}
		run = (struct run){ .rule = rule, .start = e };
		run.stop = find_stop(p, rule, e);
		if ((rc = find_due(p, &run, f)))
			return rc;
		keep_run(p, &run);
	}
	if (!once)
		return RC_OK;
	run = (struct run){ .rule = rule, .start = once };
	run.stop = find_stop(p, rule, once);
	if (!(rc = find_due(p, &run, f)))
		keep_run(p, &run);
	return rc;
}

static enum rc
play_case(const struct record *casefile, void *arg)
{
	struct playing *p = arg;
	struct arena *scratch = arena_new();
	struct record *person;
	enum rc rc = hub_record(p->hub, scratch, KIND_PERSON,
	    record_link(casefile, CASEFILE_PERSON), &person, p->f);

	p->person = person;
	if (!rc)
		rc = past_read(p->hub, scratch, casefile, &p->past, p->f);
	for (size_t i = 0; !rc && i < deadlines_count(p->rules); i++)
		rc = play_rule(p, deadlines_nth(p->rules, i), p->f);
	VEC_RELEASE(&p->past.events);
	arena_free(scratch);
	return rc == RC_MISSING ? RC_OK : rc;
}

/* ---- the whole ---- */

static int
late_first(const void *a, const void *b)
{
	const struct replay_row *x = a, *y = b;
	int by = y->late - x->late;

	if (!by)
		by = strcmp(x->started, y->started);
	if (!by)
		by = strcmp(x->ref, y->ref);
	return by ? by : strcmp(x->rule, y->rule);
}

struct case_ids {
	VEC(uint64_t) ids;
};

static enum rc
add_case(const struct record *casefile, void *arg)
{
	struct case_ids *cases = arg;

	*VEC_ADD(&cases->ids) = casefile->id;
	return RC_OK;
}

static enum rc
play_all(struct playing *p, struct fault *f)
{
	struct case_ids cases = { 0 };
	struct arena *arena = arena_new();
	struct record *casefile;
	enum rc rc = hub_all(p->hub, KIND_CASEFILE, add_case, &cases, f);

	for (size_t i = 0; i < cases.ids.n && !rc; i++) {
		arena_reset(arena);
		rc = hub_record(p->hub, arena, KIND_CASEFILE, cases.ids.at[i],
		    &casefile, f);
		if (!rc)
			rc = play_case(casefile, p);
	}
	VEC_RELEASE(&cases.ids);
	arena_free(arena);
	return rc;
}

enum rc
replay_read(struct hub *hub, struct arena *arena, const char *file,
    const char *from, struct replay *replay, struct fault *f)
{
	struct playing p = { .hub = hub,
		.arena = arena,
		.from = from,
		.sum = replay,
		.f = f };
	enum rc rc = deadlines_load_file(file, &p.rules, f);

	*replay = (struct replay){ 0 };
	if (rc)
		return rc;
	rc = play_all(&p, f);
	if (!rc && p.rows.n) {
		qsort(p.rows.at, p.rows.n, sizeof(*p.rows.at), late_first);
		replay->n = p.rows.n;
		replay->at =
		    arena_copy(arena, p.rows.at, p.rows.n * sizeof(*p.rows.at));
	}
	VEC_RELEASE(&p.rows);
	deadlines_free(p.rules);
	return rc;
}
