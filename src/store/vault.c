/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <sodium.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/str.h"
#include "store/inside.h"
#include "store/seal.h"
#include "store/throttle.h"
#include "store/vault_inside.h"

static const char *const purposes[] = { [VAULT_FOR_BODY] = "body",
	[VAULT_FOR_ROW] = "row",
	[VAULT_FOR_WRAP] = "wrap",
	[VAULT_FOR_SEARCH] = "search",
	[VAULT_FOR_AUDIT] = "audit",
	[VAULT_FOR_DRAFT] = "draft",
	[VAULT_FOR_FACT] = "fact",
	[VAULT_FOR_ID] = "id" };

void
vault_harden(void)
{
	const struct rlimit none = { 0, 0 };

	(void)setrlimit(RLIMIT_CORE, &none);
	(void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	(void)umask(077);
}

static struct secrets *
secrets_new(const struct user_secret *user)
{
	struct secrets *s;

	seal_start();
	s = sodium_malloc(sizeof(*s));
	if (!s) /* guarded memory is rationed: plain memory, wiped all the same
		 */
		return NULL;
	memset(s, 0, sizeof(*s));
	s->user = *user;
	return s;
}

static void
derive(struct area_key *k)
{
	seal_kdf(k->key, purposes[VAULT_FOR_BODY], (struct span){ 0 }, k->body);
	seal_kdf(k->key, purposes[VAULT_FOR_ROW], (struct span){ 0 }, k->row);
	seal_kdf(k->key, purposes[VAULT_FOR_WRAP], (struct span){ 0 }, k->wrap);
}

/* Open every grant of areas, and the station's, that is this user's. */
static enum rc
open_grants(struct vault *v, struct fault *f)
{
	struct secrets *s = v->secret;
	const uint8_t *public = v->user.box_key;
	const struct ring_grant *g;

	s->n = 0;
	s->has_station = false;
	VEC_EACH (&v->ring.grants.all, g) {
		uint8_t key[32];

		if (g->user != v->user.number || g->what == RING_PERSON ||
		    !ring_open(g, public, s->user.box, key))
			continue;
		if (g->what == RING_STATION) {
			uint8_t sign[32];

			crypto_sign_seed_keypair(sign, s->station, key);
			s->has_station = true;
		} else if (g->what == RING_AREA) {
			struct area_key *k = &s->keys[s->n++];

			if (s->n == VAULT_KEYS_MAX)
				return fault_set(f, RC_FULL,
				    "user %s has too many keys; take some "
				    "areas away",
				    v->user.name);
			k->area = g->area;
			k->epoch = g->epoch;
			memcpy(k->key, key, sizeof(key));
			derive(k);
		}
		seal_wipe(key, sizeof(key));
	}
	return RC_OK;
}

static void
mark_open(struct vault *v)
{
	struct vault_area *a;

	VEC_EACH (&v->ring.areas.all, a)
		a->open = vault_area_key(v, a->number, a->epoch) != NULL;
}

static enum rc
read_ring(struct vault *v, struct fault *f)
{
	struct store *s = v->store;
	struct ring ring;
	enum rc rc = ring_read(s->disk, s->dir, &ring, f);

	if (rc)
		return rc;
	rc = ring_is_trusted(s, &ring, f);
	if (rc) {
		ring_release(&ring);
		return rc;
	}
	ring_release(&v->ring);
	v->ring = ring;
	v->keys_seen = s->keys_seen;
	rc = open_grants(v, f);
	if (!rc)
		mark_open(v);
	return rc;
}

enum rc
vault_refresh(struct vault *v, struct fault *f)
{
	if (v->keys_seen == v->store->keys_seen)
		return RC_OK;
	memset(v->secret->people, 0, sizeof(v->secret->people));
	vault_close_slots(v);
	return read_ring(v, f);
}

enum rc
vault_with(struct store *s, const struct user_file *u,
    const struct user_secret *secret, struct vault **out, struct fault *f)
{
	struct vault *v = mem_get(sizeof(*v));
	enum rc rc = RC_OK;

	*out = NULL;
	v->store = s;
	v->user = u->who;
	v->secret = secrets_new(secret);
	if (!v->secret)
		rc = fault_set(f, RC_SYSTEM,
		    "there is no memory for keys; close other programs and "
		    "try again");
	if (!rc)
		rc = read_ring(v, f);
	if (rc) {
		vault_close(v);
		return rc;
	}
	*out = v;
	return RC_OK;
}

/* May sign in, their passphrase aside. */
static enum rc
may_enter(struct store *s, const struct user_file *u, struct fault *f)
{
	if (u->who.revoked)
		return fault_set(f, RC_DENIED,
		    "that user and passphrase do not go together");
	return user_is_trusted(s, u, f);
}

enum rc
vault_open(struct store *s, const char *name, const char *passphrase,
    struct vault **v, struct fault *f)
{
	struct user_secret secret = { 0 };
	struct user_file u;
	enum rc rc = user_read(s->disk, s->dir, name, &u, f);

	*v = NULL;
	if (rc == RC_MISSING) {
		seal_start();
		return user_unwrap(s->disk, s->dir, NULL, passphrase,
		    s->station.light, NULL, f);
	}
	if (!rc)
		rc = throttle_ask(s, name, f);
	if (!rc) {
		rc = user_unwrap(s->disk, s->dir, &u, passphrase, false,
		    &secret, f);
		if (rc == RC_DENIED)
			throttle_count(s, name);
	}
	if (!rc)
		rc = may_enter(s, &u, f);
	if (!rc)
		rc = throttle_clear(s, name, f);
	if (!rc)
		rc = vault_with(s, &u, &secret, v, f);
	seal_wipe(&secret, sizeof(secret));
	return rc;
}

void
vault_close_slots(struct vault *v)
{
	int *fd;

	VEC_EACH (&v->files.all, fd)
		if (*fd > 0)
			disk_close(v->store->disk, *fd);
	VEC_RELEASE(&v->files.all);
}

void
vault_close(struct vault *v)
{
	if (!v)
		return;
	vault_close_slots(v);
	ring_release(&v->ring);
	sodium_free(v->secret); /* wipes it */
	free(v);
}

const struct vault_user *
vault_user(const struct vault *v)
{
	return &v->user;
}

struct store *
vault_store(const struct vault *v)
{
	return v->store;
}

const struct vault_area *
vault_areas(struct vault *v, size_t *n)
{
	struct fault f;

	if (vault_refresh(v, &f))
		v->secret->n = 0; /* what cannot be trusted opens nothing */
	*n = v->ring.areas.all.n;
	return v->ring.areas.all.at;
}

const struct vault_area *
vault_area_by_code(struct vault *v, const char *code)
{
	size_t n;

	(void)vault_areas(v, &n);
	return ring_area_by_code(&v->ring, code);
}

const struct vault_area *
vault_area_by_number(struct vault *v, uint16_t number)
{
	size_t n;

	(void)vault_areas(v, &n);
	return ring_area(&v->ring, number);
}

enum rc
vault_kdf(struct vault *v, uint16_t area, uint16_t epoch,
    enum vault_purpose purpose, uint8_t out[VAULT_KEY_LEN], struct fault *f)
{
	const struct area_key *k;
	enum rc rc = vault_refresh(v, f);

	if (rc)
		return rc;
	if (!(k = vault_area_key(v, area, epoch)))
		return fault_set(f, RC_DENIED, "user %s has no key to area %u",
		    v->user.name, area);
	seal_kdf(k->key, purposes[purpose], (struct span){ 0 }, out);
	return RC_OK;
}

void
vault_kdf_user(struct vault *v, enum vault_purpose purpose,
    uint8_t out[VAULT_KEY_LEN])
{
	seal_kdf(v->secret->user.box, purposes[purpose],
	    span_of(v->user.box_key, sizeof(v->user.box_key)), out);
}
