/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/chance.h"
#include "base/clock.h"
#include "base/day.h"
#include "base/mem.h"
#include "fold/fold.h"
#include "hub/decided.h"
#include "hub/find.h"
#include "hub/looked.h"
#include "hub/read.h"
#include "hub/sight.h"
#include "hub/where.h"
#include "model/kind.h"
#include "model/record.h"
#include "store/seal.h"
#include "store/store.h"
#include "store/vault.h"

#include "hub/hub.h"

/* Keys of the tail that are worth putting into the tables before going. */
#define TAIL_ON_CLOSE 1000

/* ---- who is here ---- */

static void
take_areas(struct hub *hub)
{
	size_t n, most = sizeof(hub->areas) / sizeof(hub->areas[0]);
	const struct vault_area *areas = vault_areas(hub->vault, &n), *safe;
	struct hub_area *to;

	for (size_t i = 0; i < n && hub->n_areas < most; i++) {
		if (!areas[i].number || areas[i].of || !areas[i].open)
			continue;
		to = &hub->areas[hub->n_areas++];
		to->number = areas[i].number;
		snprintf(to->code, sizeof(to->code), "%s", areas[i].code);
		safe = vault_area_by_number(hub->vault, areas[i].safe);
		to->safe = areas[i].safe && safe && safe->open ? safe->number :
								 0;
	}
	if (hub->n_areas)
		hub->home = hub->areas[0].number;
}

/* Until somebody enters their name, a worker goes by their login. */
static void
name_by_login(struct hub_worker *me)
{
	snprintf(me->name, sizeof(me->name), "%s", me->login);
	for (size_t i = 0; i < 2 && me->login[i]; i++)
		me->initials[i] = (char)toupper((unsigned char)me->login[i]);
}

static enum rc
take_worker(struct hub *hub, struct fault *f)
{
	const struct vault_user *user = vault_user(hub->vault);
	struct hub_worker *me = &hub->me;
	struct arena *arena = arena_new();
	struct record *r;
	enum rc rc;

	snprintf(me->login, sizeof(me->login), "%s", user->name);
	snprintf(me->role, sizeof(me->role), "%s", user->role);
	me->number = user->number;
	me->id = hub_key_id(hub, KIND_WORKER, me->login);
	name_by_login(me);
	rc = hub_record(hub, arena, KIND_WORKER, me->id, &r, f);
	if (!rc) {
		snprintf(me->name, sizeof(me->name), "%s",
		    record_text(r, WORKER_NAME));
		snprintf(me->initials, sizeof(me->initials), "%s",
		    record_text(r, WORKER_INITIALS));
	}
	arena_free(arena);
	return rc == RC_MISSING ? RC_OK : rc;
}

static struct chance *
chance_for(const struct hub_options *o)
{
	struct chance *c = mem_get(sizeof(*c));

	if (o->seed)
		chance_seed(c, o->seed);
	else
		chance_real(c);
	return c;
}

/*
 * Working out whether a passphrase is right is slow on purpose. The definitions
 * are read meanwhile, in a thread of their own that touches files and nothing
 * of the store; it hears no signals, which are the main thread's.
 */
struct defining {
	struct hub *hub;
	const struct hub_options *options;
	struct fault fault;
	pthread_t thread;
	bool apart; /* there is a thread; else it was done at once */
};

static void *
define_apart(void *arg)
{
	struct defining *d = arg;

	(void)!decided_read(d->hub, d->options, &d->fault);
	return NULL;
}

static void
start_defining(struct defining *d)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	d->apart = pthread_create(&d->thread, NULL, define_apart, d) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (!d->apart)
		define_apart(d);
}

/* A fault in the definitions comes before one of the store or the user. */
static enum rc
end_defining(struct defining *d, enum rc rc, struct fault *f)
{
	if (d->apart)
		pthread_join(d->thread, NULL);
	if (!d->fault.rc)
		return rc;
	return fault_set(f, d->fault.rc, "%s", d->fault.text);
}

static enum rc
unlock(struct hub *hub, const struct hub_options *o, struct fault *f)
{
	struct store_options so = { .clock = hub->clock };
	enum rc rc = store_open(o->store, &so, &hub->store, f);

	if (!rc)
		rc = vault_open(
		    hub->store, o->user, o->passphrase, &hub->vault, f);
	return rc ? rc : vault_kdf(hub->vault, VAULT_AREA_HUB, 1, VAULT_FOR_ID,
			     hub->id_key, f);
}

/*
 * A newer handrail reads by indexes that the tables of an older one lack. They
 * are made anew by whoever opens the store first; the journal has it all.
 */
static enum rc
renew_folds(struct hub *hub, struct fault *f)
{
	bool old;
	enum rc rc;

	if (hub->look_only)
		return RC_OK;
	rc = fold_is_of_old(hub->fold, &old, f);
	return rc || !old ? rc : fold_rebuild(hub->fold, NULL, NULL, f);
}

static enum rc
sign_in(struct hub *hub, const struct hub_options *o, struct fault *f)
{
	struct defining d = { .hub = hub, .options = o };
	enum rc rc;

	start_defining(&d);
	rc = unlock(hub, o, f);
	if ((rc = end_defining(&d, rc, f)))
		return rc;
	take_areas(hub);
	hub->fold = fold_new(hub->store, hub->vault, hub->kinds);
	if (!(rc = renew_folds(hub, f)))
		rc = take_worker(hub, f);
	sight_begin(hub);
	return rc;
}

static struct hub *
hub_new(const struct hub_options *o)
{
	struct hub *hub = mem_get(sizeof(*hub));

	*hub = (struct hub){ .pretended = o->now_ms != 0,
		.look_only = o->look_only };
	hub->clock = o->now_ms ? clock_fixed(o->now_ms) : clock_real();
	hub->chance = chance_for(o);
	where_sitting(
	    o->from ? o->from : "handrail", hub->from, sizeof(hub->from));
	return hub;
}

enum rc
hub_define(const struct hub_options *options, struct hub **hub, struct fault *f)
{
	enum rc rc;

	*hub = hub_new(options);
	rc = decided_read(*hub, options, f);
	if (rc) {
		hub_close(*hub);
		*hub = NULL;
	}
	return rc;
}

enum rc
hub_open(const struct hub_options *options, struct hub **hub, struct fault *f)
{
	enum rc rc;

	*hub = hub_new(options);
	rc = sign_in(*hub, options, f);
	if (rc) {
		hub_close(*hub);
		*hub = NULL;
	}
	return rc;
}

void
hub_close(struct hub *hub)
{
	if (!hub)
		return;
	if (hub->fold)
		(void)!hub_looks_save(hub, NULL);
	hub_looks_forget(hub);
	if (hub->fold && !hub->look_only &&
	    fold_tail(hub->fold) > TAIL_ON_CLOSE)
		(void)!fold_flush(hub->fold, NULL);
	find_forget(hub);
	fold_free(hub->fold);
	vault_close(hub->vault);
	store_close(hub->store);
	decided_forget(hub);
	clock_free(hub->clock);
	free(hub->chance);
	arena_free(hub->desk);
	seal_wipe(hub->id_key, sizeof(hub->id_key));
	free(hub);
}

/* ---- small questions ---- */

int64_t
hub_now(const struct hub *hub)
{
	return clock_now(hub->clock);
}

struct value_ctx
hub_ctx(const struct hub *hub)
{
	return (struct value_ctx){ .now_ms = hub_now(hub),
		.codes = hub->codes };
}

const struct hub_area *
hub_area_by_code(const struct hub *hub, const char *code)
{
	for (size_t i = 0; i < hub->n_areas; i++)
		if (strcasecmp(hub->areas[i].code, code) == 0)
			return &hub->areas[i];
	return NULL;
}

const struct hub_area *
hub_area_by_number(const struct hub *hub, unsigned number)
{
	for (size_t i = 0; i < hub->n_areas; i++)
		if (hub->areas[i].number == number)
			return &hub->areas[i];
	return NULL;
}

/*
 * The hub area's first epoch is held by every user for ever, so the same key
 * names the same record on every desk. The highest bit keeps such ids apart
 * from those that stations give out.
 */
uint64_t
hub_key_id(const struct hub *hub, unsigned kind, const char *key)
{
	struct buf text = { 0 };
	uint64_t id;

	buf_u16(&text, (uint16_t)kind);
	buf_puts(&text, key);
	id = seal_token(hub->id_key, buf_window(&text)) | UINT64_C(1) << 63;
	buf_wipe(&text);
	return id;
}
