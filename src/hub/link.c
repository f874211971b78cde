/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/chance.h"
#include "base/mem.h"
#include "base/vec.h"
#include "model/record.h"

#include "hub/hub.h"
#include "hub/link.h"
#include "hub/link_block.h"
#include "hub/read.h"

/* A key that so many have in common tells nobody from anybody. */
#define WIDEST 300
/* Any seed would do; one that stays makes training come out the same. */
#define SEED 1984

struct home {
	uint64_t person;
	const char *address;
};

struct link_run {
	struct hub *hub;
	struct link_cards *cards;
	struct link_look look;
	struct arena *arena; /* of one record */
	/* While the cards are made: */
	struct arena *texts;
	VEC(struct home) homes;
};

/* ---- making the cards ---- */

/* Where people live is read first, for it is kept apart from them. */
static enum rc
take_home(const struct record *home, void *arg)
{
	struct link_run *run = arg;

	if (!*record_text(home, HOME_UNTIL))
		*VEC_ADD(&run->homes) = (struct home){
			record_link(home, HOME_PERSON),
			arena_str(run->texts, record_text(home, HOME_ADDRESS))
		};
	return RC_OK;
}

static int
by_person(const void *a, const void *b)
{
	const struct home *x = a, *y = b;

	return x->person < y->person ? -1 : x->person > y->person;
}

static const char *
address_of(const struct link_run *run, uint64_t person)
{
	struct home key = { person, NULL };
	const struct home *home = NULL;

	if (run->homes.n)
		home = bsearch(&key, run->homes.at, run->homes.n, sizeof(key),
		    by_person);
	return home ? home->address : "";
}

static enum rc
take_person(const struct record *person, void *arg)
{
	struct link_run *run = arg;
	struct record *home = record_new(
	    run->arena, kinds_by_tag(run->hub->kinds, KIND_HOME), 1);
	const struct record *both[] = { person, home };

	record_set_text(home, HOME_ADDRESS, address_of(run, person->id));
	link_cards_add(run->cards, person->id, both, 2, run->arena);
	arena_reset(run->arena);
	return RC_OK;
}

static enum rc
make_cards(struct link_run *run, struct fault *f)
{
	enum rc rc;

	run->texts = arena_new();
	rc = hub_all(run->hub, KIND_HOME, take_home, run, f);
	VEC_SORT(&run->homes, by_person);
	if (!rc)
		rc = hub_all(run->hub, KIND_PERSON, take_person, run, f);
	VEC_RELEASE(&run->homes);
	arena_free(run->texts);
	return rc;
}

enum rc
link_run_open(struct hub *hub, struct link_run **out, struct fault *f)
{
	struct link_run *run = mem_get(sizeof(*run));
	enum rc rc;

	run->hub = hub;
	run->cards = link_cards_new(hub->linkage);
	run->look = (struct link_look){ hub->linkage, run->cards, hub->names };
	run->arena = arena_new();
	if ((rc = make_cards(run, f))) {
		link_run_close(run);
		return rc;
	}
	*out = run;
	return RC_OK;
}

void
link_run_close(struct link_run *run)
{
	if (!run)
		return;
	link_cards_free(run->cards);
	arena_free(run->arena);
	free(run);
}

const struct link_rules *
link_run_rules(const struct link_run *run)
{
	return run->look.rules;
}

size_t
link_run_people(const struct link_run *run)
{
	return link_cards_count(run->cards);
}

uint64_t
link_run_person(const struct link_run *run, size_t place)
{
	return link_cards_person(run->cards, place);
}

/* ---- pairs ---- */

struct gathering {
	const struct link_look *look;
	double threshold;
	VEC(struct link_pair) pairs;
	size_t compared;
};

static enum rc
weigh(size_t a, size_t b, void *arg)
{
	struct gathering *g = arg;
	struct link_pair p;

	g->compared++;
	link_weigh(g->look, a, b, &p);
	if ((g->threshold > 1 ? p.weight : p.probability) >= g->threshold)
		*VEC_ADD(&g->pairs) = p;
	return RC_OK;
}

static int
by_weight(const void *a, const void *b)
{
	const struct link_pair *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	if (x->a != y->a)
		return x->a < y->a ? -1 : 1;
	return x->b < y->b ? -1 : x->b > y->b;
}

enum rc
link_run_pairs(struct link_run *run, double threshold,
    struct link_pairs *pairs, struct fault *f)
{
	struct gathering g = { .look = &run->look, .threshold = threshold };
	enum rc rc = link_blocks(&run->look, WIDEST, weigh, &g);

	(void)f; /* nothing on the way can fail but for want of memory */
	VEC_SORT(&g.pairs, by_weight);
	*pairs = (struct link_pairs){ g.pairs.at, g.pairs.n, g.compared };
	return rc;
}

void
link_pairs_release(struct link_pairs *pairs)
{
	free(pairs->at);
	*pairs = (struct link_pairs){ 0 };
}

enum rc
link_run_train(struct link_run *run, struct link_trained *told,
    struct fault *f)
{
	struct chance chance;

	chance_seed(&chance, SEED);
	return link_train(
	    run->hub->linkage, &run->look, &chance, told, f);
}
