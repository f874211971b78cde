/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/cfg.h"
#include "hub/definitions.h"
#include "hub/invent_inside.h"
#include "model/code.h"

/* Reading data/demo. The files ship with us; a fault in them still says where.
 */

struct reading {
	struct arena *arena;
	const struct hub *hub;
	struct figures *to;
	struct fault *f;
};

static enum rc
words_of(struct reading *r, const struct cfg_at *at, const char *name,
    struct words *words)
{
	enum rc rc = definitions_words(at, name, r->arena, &words->at, r->f);

	for (words->n = 0; !rc && words->at && words->at[words->n];)
		words->n++;
	if (!rc && !words->n)
		return cfg_fault(at, r->f, "\"%s\" has no words", name);
	return rc;
}

static const char *
text_of(struct reading *r, const struct cfg_at *at, const char *name)
{
	const char *text = definitions_text(at, name, r->arena);

	return text ? text : "";
}

static unsigned
number_of(const struct cfg_at *at, const char *name)
{
	int64_t v = 0;

	return cfg_int(at, name, &v) && v > 0 && v < 1000000 ? (unsigned)v : 0;
}

/* Room for one row for each in the list called name; how many in n. */
static void *
rows_of(struct reading *r, const struct cfg_at *at, const char *name,
    size_t size, size_t *n)
{
	*n = cfg_len(cfg_get(at, name));
	return arena_get(r->arena, (*n + 1) * size);
}

/* ---- hub.cfg ---- */

static enum rc
read_area(struct reading *r, const struct cfg_at *at, struct figure_area *a)
{
	const struct hub_area *area;
	const struct cfg_at *list = cfg_get(at, "places");

	a->code = text_of(r, at, "code");
	a->force = text_of(r, at, "force");
	a->number = text_of(r, at, "number");
	a->landline = text_of(r, at, "landline");
	a->magistrates = text_of(r, at, "magistrates");
	a->crown = text_of(r, at, "crown");
	a->share = number_of(at, "share");
	area = hub_area_by_code(r->hub, a->code);
	a->area = area ? area->number : 0;
	a->places = rows_of(r, at, "places", sizeof(*a->places), &a->n_places);
	for (size_t i = 0; i < a->n_places; i++) {
		const struct cfg_at *place = cfg_nth(list, i);

		a->places[i].outward = text_of(r, place, "outward");
		a->places[i].district = text_of(r, place, "district");
		a->places[i].share = number_of(place, "share");
	}
	return words_of(r, at, "workers", &a->workers);
}

static enum rc
read_crime(struct reading *r, const struct cfg_at *at, struct figure_crime *c)
{
	c->code = text_of(r, at, "code");
	c->risk = text_of(r, at, "risk");
	c->needs = text_of(r, at, "needs");
	c->share = number_of(at, "share");
	return words_of(r, at, "refer", &c->refer);
}

/* Steps are one text, parted by blanks. */
static void
read_steps(struct reading *r, const char *text, struct words *steps)
{
	char *copy = arena_str(r->arena, text), *rest = NULL;
	const char **at =
	    arena_get(r->arena, (strlen(text) / 2 + 2) * sizeof(*at));

	steps->at = at;
	for (char *s = strtok_r(copy, " ", &rest); s;
	     s = strtok_r(NULL, " ", &rest))
		at[steps->n++] = s;
}

static void
read_course(struct reading *r, const struct cfg_at *at, struct figure_course *c)
{
	c->outcome = text_of(r, at, "outcome");
	c->ends = definitions_text(at, "ends", r->arena);
	c->share = number_of(at, "share");
	read_steps(r, text_of(r, at, "steps"), &c->steps);
}

static void
read_contact(struct figures *to, const struct cfg_at *at)
{
	to->reached[0] = number_of(at, "reached-first");
	to->reached[1] = number_of(at, "reached-second");
	to->reached[2] = number_of(at, "reached-third");
	to->voicemail = number_of(at, "voicemail");
	to->wrong_number = number_of(at, "wrong-number");
	to->declines = number_of(at, "declines");
	to->unsafe = number_of(at, "unsafe");
	to->safety_asked = number_of(at, "safety-asked");
	to->address_known = number_of(at, "address-known");
	to->repeat = number_of(at, "repeat");
	to->reported = number_of(at, "reported");
}

static void
read_workers(struct reading *r, const struct cfg_at *root)
{
	struct figures *to = r->to;

	to->workers =
	    rows_of(r, root, "workers", sizeof(*to->workers), &to->n_workers);
	for (size_t i = 0; i < to->n_workers; i++) {
		const struct cfg_at *at = cfg_nth(cfg_get(root, "workers"), i);

		to->workers[i].login = text_of(r, at, "login");
		to->workers[i].name = text_of(r, at, "name");
		to->workers[i].initials = text_of(r, at, "initials");
		to->workers[i].role = text_of(r, at, "role");
	}
	to->sources =
	    rows_of(r, root, "sources", sizeof(*to->sources), &to->n_sources);
	for (size_t i = 0; i < to->n_sources; i++) {
		const struct cfg_at *at = cfg_nth(cfg_get(root, "sources"), i);

		to->sources[i].code = text_of(r, at, "code");
		to->sources[i].share = number_of(at, "share");
	}
}

static void
read_days(struct figures *to, const struct cfg_at *at)
{
	for (size_t i = 0; i < cfg_len(at); i++) {
		const struct cfg_at *one = cfg_nth(at, i);
		unsigned state = 0;
		int64_t days = 0;

		if (sscanf(cfg_name(one), "S%2u", &state) == 1 && state < 100 &&
		    cfg_int(one, NULL, &days))
			to->days[state] = (unsigned)days;
	}
}

static enum rc
read_hub(struct reading *r, const struct cfg_at *root)
{
	struct figures *to = r->to;
	enum rc rc = RC_OK;

	to->years = number_of(root, "years");
	read_workers(r, root);
	read_days(to, cfg_get(root, "days"));
	read_contact(to, cfg_get(root, "contact"));
	to->areas = rows_of(r, root, "areas", sizeof(*to->areas), &to->n_areas);
	for (size_t i = 0; i < to->n_areas && !rc; i++)
		rc = read_area(r, cfg_nth(cfg_get(root, "areas"), i),
		    &to->areas[i]);
	to->crimes =
	    rows_of(r, root, "crimes", sizeof(*to->crimes), &to->n_crimes);
	for (size_t i = 0; i < to->n_crimes && !rc; i++)
		rc = read_crime(r, cfg_nth(cfg_get(root, "crimes"), i),
		    &to->crimes[i]);
	to->courses =
	    rows_of(r, root, "courses", sizeof(*to->courses), &to->n_courses);
	for (size_t i = 0; i < to->n_courses && !rc; i++)
		read_course(r, cfg_nth(cfg_get(root, "courses"), i),
		    &to->courses[i]);
	return rc;
}

/* ---- words.cfg ---- */

static enum rc
says_of(struct reading *r, const struct cfg_at *list, struct figure_crime *c)
{
	const struct code *code = code_by(r->hub->codes, "crime", c->code);
	const char *group = code && code->group ? code->group : "other";
	const struct cfg_at *found = NULL;

	for (size_t i = 0; i < cfg_len(list); i++) {
		const char *of = text_of(r, cfg_nth(list, i), "of");

		if (strcmp(of, group) == 0)
			found = cfg_nth(list, i);
		else if (!found && strcmp(of, "other") == 0)
			found = cfg_nth(list, i);
	}
	if (!found)
		return cfg_fault(list, r->f, "nothing is said of \"%s\"",
		    group);
	return words_of(r, found, "lines", &c->says);
}

static enum rc
read_words(struct reading *r, const struct cfg_at *root)
{
	struct figures *to = r->to;
	const struct cfg_at *says = cfg_get(root, "says");
	enum rc rc;

	if ((rc = words_of(r, root, "streets", &to->streets)) ||
	    (rc = words_of(r, root, "feels", &to->feels)) ||
	    (rc = words_of(r, root, "notes", &to->notes)) ||
	    (rc = words_of(r, root, "times", &to->times)) ||
	    (rc = words_of(r, root, "goals", &to->goals)) ||
	    (rc = words_of(r, root, "actions", &to->actions)) ||
	    (rc = words_of(r, root, "words_to_say", &to->say)) ||
	    (rc = words_of(r, root, "keep_refs", &to->refs)) ||
	    (rc = words_of(r, root, "keep_phones", &to->phones)) ||
	    (rc = words_of(r, root, "keep_numbers", &to->numbers)))
		return rc;
	for (size_t i = 0; i < to->n_crimes && !rc; i++)
		rc = says_of(r, says, &to->crimes[i]);
	return rc;
}

/* ---- names.cfg ---- */

static enum rc
read_folk(struct reading *r, const struct cfg_at *at, struct figure_folk *folk)
{
	const struct cfg_at *share = cfg_get(at, "share");
	enum rc rc;

	for (size_t i = 0; i < cfg_len(share) && i < 8; i++) {
		int64_t v = 0;

		if (cfg_int(cfg_nth(share, i), NULL, &v) && v > 0)
			folk->share[i] = (unsigned)v;
	}
	folk->speaks = number_of(at, "speaks");
	folk->language = text_of(r, at, "language");
	folk->ethnicity = text_of(r, at, "ethnicity");
	if ((rc = words_of(r, at, "women", &folk->women)) ||
	    (rc = words_of(r, at, "men", &folk->men)))
		return rc;
	return words_of(r, at, "families", &folk->families);
}

static enum rc
read_names(struct reading *r, const struct cfg_at *root)
{
	struct figures *to = r->to;
	enum rc rc = RC_OK;

	to->folk =
	    rows_of(r, root, "communities", sizeof(*to->folk), &to->n_folk);
	for (size_t i = 0; i < to->n_folk && !rc; i++)
		rc = read_folk(r, cfg_nth(cfg_get(root, "communities"), i),
		    &to->folk[i]);
	return rc;
}

/* ---- all of them ---- */

typedef enum rc read_fn(struct reading *, const struct cfg_at *root);

static enum rc
read_file(struct reading *r, const char *dir, const char *name, read_fn *read)
{
	struct cfg *cfg = NULL;
	char path[4096];
	enum rc rc;

	if (snprintf(path, sizeof(path), "%s/%s", dir, name) >=
	    (int)sizeof(path))
		return fault_set(r->f, RC_INVALID, "%s: too long a path", name);
	if ((rc = cfg_read(path, &cfg, r->f)))
		return rc;
	rc = read(r, cfg_root(cfg));
	cfg_free(cfg);
	return rc;
}

static bool
stage_is_listed(const struct figures *to, const char *code)
{
	for (size_t i = 0; i < to->n_stages; i++)
		if (strcmp(to->stages[i].code, code) == 0)
			return true;
	return false;
}

/* Every state that some course comes to, with the first that does. */
static void
list_stages(struct figures *to)
{
	for (size_t i = 0; i < to->n_courses; i++) {
		const struct words *steps = &to->courses[i].steps;
		unsigned hours = 0;

		for (size_t k = 0; k < steps->n; k++) {
			unsigned days = to->days[atoi(steps->at[k] + 1) % 100];

			if (to->n_stages < 100 &&
			    !stage_is_listed(to, steps->at[k]))
				to->stages[to->n_stages++] =
				    (struct figure_stage){ steps->at[k],
					    &to->courses[i],
					    hours + days * 12 };
			hours += days * 24;
		}
	}
}

/* An area that this hub does not have gets none of the people. */
static enum rc
fit_areas(struct reading *r)
{
	struct figures *to = r->to;
	unsigned total = 0;

	for (size_t i = 0; i < to->n_areas; i++) {
		if (!to->areas[i].area)
			to->areas[i].share = 0;
		total += to->areas[i].share;
	}
	if (!total)
		return fault_set(r->f, RC_INVALID,
		    "none of the areas that "
		    "data/demo/hub.cfg tells of is in this hub");
	return RC_OK;
}

enum rc
figures_load(struct arena *arena, const struct hub *hub, const char *dir,
    struct figures *figures, struct fault *f)
{
	struct reading r = {
		.arena = arena, .hub = hub, .to = figures, .f = f
	};
	enum rc rc;

	memset(figures, 0, sizeof(*figures));
	if ((rc = read_file(&r, dir, "hub.cfg", read_hub)) ||
	    (rc = read_file(&r, dir, "words.cfg", read_words)) ||
	    (rc = read_file(&r, dir, "names.cfg", read_names)))
		return rc;
	if (!figures->n_crimes || !figures->n_courses || !figures->n_folk ||
	    !figures->n_sources || !figures->years)
		return fault_set(f, RC_INVALID,
		    "data/demo/hub.cfg has no years, crimes, courses or "
		    "sources");
	list_stages(figures);
	return fit_areas(&r);
}
