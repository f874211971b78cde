/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/cfg.h"
#include "base/clock.h"
#include "base/str.h"
#include "hub/definitions.h"
#include "hub/demo.h"
#include "hub/hub.h"
#include "hub/services.h"
#include "store/birth.h"
#include "store/people.h"

/* No secret: it stands in the store beside what it opens. */
#define PASSPHRASE "demo"

enum { USERS_MOST = 16, AREAS_MOST = 16 };

/* Who may sign in, and where: data/demo/hub.cfg. */
struct users {
	struct arena *arena;
	struct people_new user[USERS_MOST];
	size_t n;
	const char *areas[AREAS_MOST];
	size_t n_areas;
	const char *admin;
};

/* The areas of a user and their safe-address companions. */
static enum rc
read_areas(struct users *u, const struct cfg_at *at, struct people_new *who,
    struct fault *f)
{
	const char *const *codes;
	const char **both;
	size_t n = 0;
	enum rc rc = definitions_words(at, "areas", u->arena, &codes, f);

	if (rc || !codes)
		return rc;
	while (codes[n])
		n++;
	both = arena_get(u->arena, 2 * n * sizeof(*both));
	for (size_t i = 0; i < n; i++) {
		both[2 * i] = codes[i];
		both[2 * i + 1] = arena_printf(u->arena, "%s.safe", codes[i]);
	}
	who->areas = both;
	who->n_areas = 2 * n;
	return RC_OK;
}

static enum rc
read_user(struct users *u, const struct cfg_at *at, struct fault *f)
{
	struct people_new *who = &u->user[u->n];
	enum rc rc;

	if (!cfg_get(at, "areas"))
		return RC_OK; /* a colleague who cannot sign in */
	if (u->n == USERS_MOST)
		return cfg_fault(at, f, "more than %d users", USERS_MOST);
	who->name = definitions_text(at, "login", u->arena);
	who->role = definitions_text(at, "role", u->arena);
	who->passphrase = PASSPHRASE;
	if (!who->name || !who->role)
		return cfg_fault(at, f, "a user has a login and a role");
	if (strcmp(who->role, "admin") == 0)
		u->admin = who->name;
	rc = read_areas(u, at, who, f);
	u->n++;
	return rc;
}

static enum rc
read_users(struct users *u, const struct cfg_at *root, struct fault *f)
{
	const struct cfg_at *areas = cfg_get(root, "areas");
	const struct cfg_at *workers = cfg_get(root, "workers");
	enum rc rc = RC_OK;

	for (size_t i = 0; i < cfg_len(areas) && i < AREAS_MOST; i++)
		u->areas[u->n_areas++] =
		    definitions_text(cfg_nth(areas, i), "code", u->arena);
	for (size_t i = 0; i < cfg_len(workers) && !rc; i++)
		rc = read_user(u, cfg_nth(workers, i), f);
	if (!rc && !u->admin)
		return cfg_fault(root, f, "no user is an admin");
	return rc;
}

static enum rc
load_users(struct users *u, const char *data, struct fault *f)
{
	struct cfg *cfg = NULL;
	char path[4096];
	enum rc rc;

	if (snprintf(path, sizeof(path), "%s/demo/hub.cfg", data) >=
	    (int)sizeof(path))
		return fault_set(f, RC_INVALID, "%s: too long a path", data);
	if ((rc = cfg_read(path, &cfg, f)))
		return rc;
	rc = read_users(u, cfg_root(cfg), f);
	cfg_free(cfg);
	return rc;
}

/* The store and its first user. The recovery shares of a demonstration go. */
static enum rc
make_store(const struct demo *demo, const struct users *u, struct fault *f)
{
	struct recovery_share shares[3];
	struct clock *clock =
	    demo->now_ms ? clock_from(demo->now_ms) : clock_real();
	const struct store_options options = { .clock = clock };
	struct buf lines = { 0 };
	struct birth birth = { .admin = u->admin,
		.passphrase = PASSPHRASE,
		.areas = u->areas,
		.n_areas = u->n_areas,
		.kdf = VAULT_LIGHT };
	enum rc rc;

	for (size_t i = 0; i < u->n; i++)
		buf_printf(&lines, "%s %s\n", u->user[i].name, PASSPHRASE);
	birth.demo = buf_str(&lines);
	rc = birth_of(demo->store, &birth, &options, shares, f);
	explicit_bzero(shares, sizeof(shares));
	buf_release(&lines);
	clock_free(clock);
	return rc;
}

static enum rc
add_users(struct hub *hub, const struct users *u, struct fault *f)
{
	enum rc rc = RC_OK;
	uint16_t number;

	for (size_t i = 0; i < u->n && !rc; i++)
		if (strcmp(u->user[i].name, u->admin) != 0)
			rc = people_add(hub->vault, &u->user[i], &number, f);
	return rc;
}

/* The national services, and some of the hub's own. */
static enum rc
add_services(struct hub *hub, const char *data, struct fault *f)
{
	struct services_count n = { 0 };
	char path[4096];
	enum rc rc;

	snprintf(path, sizeof(path), "%s/services", data);
	if ((rc = services_load(hub, path, &n, f)))
		return rc;
	snprintf(path, sizeof(path), "%s/demo/services.cfg", data);
	return services_load_file(hub, path, &n, f);
}

enum rc
demo_make(const struct demo *demo, struct fault *f)
{
	struct users users = { .arena = arena_new() };
	struct hub_options options = { .store = demo->store,
		.passphrase = PASSPHRASE,
		.data = demo->data,
		.now_ms = demo->now_ms };
	struct invention what = { .data = demo->data,
		.people = demo->people ? demo->people : DEMO_PEOPLE,
		.seed = demo->seed ? demo->seed : DEMO_SEED,
		.progress = demo->progress,
		.arg = demo->arg };
	struct hub *hub = NULL;
	enum rc rc;

	if ((rc = load_users(&users, demo->data, f)) ||
	    (rc = make_store(demo, &users, f)))
		goto out;
	options.user = users.admin;
	if ((rc = hub_open(&options, &hub, f)) ||
	    (rc = add_users(hub, &users, f)))
		goto out;
	what.hub = hub;
	if (!(rc = add_services(hub, demo->data, f)))
		rc = invent_people(&what, f);
out:
	hub_close(hub);
	arena_free(users.arena);
	return rc;
}
