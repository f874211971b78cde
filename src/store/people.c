/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/str.h"
#include "store/change.h"
#include "store/inside.h"
#include "store/people.h"
#include "store/seal.h"
#include "store/throttle.h"
#include "store/word.h"

struct gather {
	struct store *store;
	struct {
		VEC(struct vault_user) all;
	} users;
	struct fault *f;
};

static enum rc
gather_user(const char *name, void *arg)
{
	struct gather *g = arg;
	struct user_file u;
	enum rc rc;

	if (!user_name_is(name))
		return RC_OK;
	rc = user_read(g->store->disk, g->store->dir, name, &u, g->f);
	if (rc)
		return rc;
	u.who.locked = throttle_is_locked(g->store, name);
	*VEC_ADD(&g->users.all) = u.who;
	return RC_OK;
}

static int
by_number(const void *a, const void *b)
{
	const struct vault_user *x = a, *y = b;

	return (x->number > y->number) - (x->number < y->number);
}

enum rc
people_list(struct store *s, struct vault_user **users, size_t *n,
    struct fault *f)
{
	struct gather g = { .store = s, .f = f };
	struct buf path = { 0 };
	enum rc rc =
	    disk_list(store_path(s, &path, "keys/users"), gather_user, &g, f);

	buf_release(&path);
	if (rc) {
		VEC_RELEASE(&g.users.all);
		*users = NULL;
		*n = 0;
		return rc;
	}
	VEC_SORT(&g.users.all, by_number);
	*users = g.users.all.at;
	*n = g.users.all.n;
	return RC_OK;
}

enum rc
people_by_name(struct store *s, const char *name, struct vault_user *user,
    struct fault *f)
{
	struct user_file u;
	enum rc rc = user_read(s->disk, s->dir, name, &u, f);

	*user = u.who;
	if (!rc)
		user->locked = throttle_is_locked(s, name);
	return rc;
}

enum rc
people_by_number(struct store *s, uint16_t number, struct vault_user *user,
    struct fault *f)
{
	struct user_file u = { 0 };
	enum rc rc = RC_OK;

	if (number == USER_RECOVERY) {
		u.who.number = number;
		(void)str_set(u.who.name, sizeof(u.who.name), "recovery");
		memcpy(u.who.sign_key, s->station.recovery_sign,
		    sizeof(u.who.sign_key));
	} else
		rc = user_by_number(s, number, &u, f);
	*user = u.who;
	return rc;
}

bool
people_may_open(struct vault *v, uint16_t user, uint16_t area)
{
	const struct vault_area *a = vault_area_by_number(v, area);

	return a && ring_find(&v->ring, RING_AREA, area, a->epoch, 0, user);
}

static const struct vault_area *
area_named(struct change *c, const char *code, struct fault *f)
{
	const struct vault_area *a = ring_area_by_code(&c->ring, code);

	if (!a)
		(void)fault_set(f, RC_MISSING,
		    "there is no area %s; handrailctl area list shows them",
		    code);
	return a;
}

/* The keys everyone has: the hub's and the station's. */
static enum rc
give_common(struct change *c, const struct vault_user *who, struct fault *f)
{
	struct ring_grant g = {
		.what = RING_STATION, .epoch = 1, .user = who->number
	};

	if (c->v->secret->has_station)
		ring_give(&c->ring, &g, who->box_key, c->v->secret->station);
	return change_give(c, ring_area(&c->ring, VAULT_AREA_HUB), who, f);
}

static enum rc
add_user(struct change *c, const struct people_new *who, struct user_file *u,
    struct fault *f)
{
	struct user_secret secret = { 0 };
	const struct vault_area *a;
	struct store *s = c->store;
	enum rc rc = change_new_user(s, who->name, who->role, u, &secret, f);

	if (!rc)
		rc = user_wrap(s->disk, s->dir, u, &secret, who->passphrase,
		    s->station.light, f);
	seal_wipe(&secret, sizeof(secret));
	if (!rc)
		rc = give_common(c, &u->who, f);
	for (size_t i = 0; !rc && i < who->n_areas; i++) {
		a = area_named(c, who->areas[i], f);
		rc = a ? change_give(c, a, &u->who, f) : RC_MISSING;
	}
	if (rc)
		return rc;
	user_sign(u, c->v->user.number, c->v->secret->user.sign);
	rc = user_write(s->disk, s->dir, u, f);
	return rc ? rc : change_write_ring(c, f);
}

enum rc
people_add(struct vault *v, const struct people_new *who, uint16_t *number,
    struct fault *f)
{
	struct user_file u = { 0 };
	struct change c;
	enum rc rc = people_check_passphrase(who->name, who->passphrase,
	    v->store->station.light ? VAULT_LIGHT : VAULT_STANDARD, f);

	if (!rc)
		rc = change_begin(&c, v, CHANGE_ADMIN, f);
	if (rc)
		return rc;
	rc = add_user(&c, who, &u, f);
	if (!rc)
		rc = change_end(&c, f, "user add %u %s", u.who.number,
		    u.who.role);
	change_abort(&c);
	*number = u.who.number;
	return rc;
}

/* The user ${name}, whose file is sound and signed, for a change. */
static enum rc
user_named(struct change *c, const char *name, struct user_file *u,
    struct fault *f)
{
	enum rc rc = user_read(c->store->disk, c->store->dir, name, u, f);

	return rc ? rc : user_is_trusted(c->store, u, f);
}

enum rc
people_grant(struct vault *v, const char *name, const char *area,
    struct fault *f)
{
	const struct vault_area *a = NULL;
	struct user_file u = { 0 };
	struct change c;
	enum rc rc = change_begin(&c, v, CHANGE_ADMIN, f);

	if (rc)
		return rc;
	rc = user_named(&c, name, &u, f);
	if (!rc && u.who.revoked)
		rc = fault_set(f, RC_DENIED, "user %s was revoked", name);
	if (!rc && !(a = area_named(&c, area, f)))
		rc = RC_MISSING;
	if (!rc)
		rc = change_give(&c, a, &u.who, f);
	if (!rc)
		rc = change_write_ring(&c, f);
	if (!rc)
		rc = change_end(&c, f, "user grant %u area %u", u.who.number,
		    a->number);
	change_abort(&c);
	return rc;
}

/* Drop the grants of ${user}: of one area, or all of them. */
static void
drop_grants(struct ring *ring, uint16_t user, const struct vault_area *only)
{
	size_t kept = 0;

	for (size_t i = 0; i < ring->grants.all.n; i++) {
		const struct ring_grant *g = &ring->grants.all.at[i];
		bool of = !only ||
			  (g->what != RING_STATION && g->area == only->number);

		if (g->user != user || !of)
			ring->grants.all.at[kept++] = *g;
	}
	ring->grants.all.n = kept;
}

/* New keys for what ${user} held: the one area, or every one. */
static enum rc
shut_out(struct change *c, uint16_t user, const struct vault_area *only,
    struct fault *f)
{
	size_t n = c->ring.areas.all.n;
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < n; i++) {
		const struct vault_area *a = &c->ring.areas.all.at[i];

		if ((only && only->number != a->number) ||
		    !ring_find(&c->ring, RING_AREA, a->number, a->epoch, 0,
			user))
			continue;
		rc = change_new_epoch(c, a->number, user, f);
	}
	if (rc)
		return rc;
	drop_grants(&c->ring, user, only);
	return change_write_ring(c, f);
}

static enum rc
mark_revoked(struct change *c, struct user_file *u, struct fault *f)
{
	u->who.revoked = true;
	user_sign(u, c->v->user.number, c->v->secret->user.sign);
	return user_write(c->store->disk, c->store->dir, u, f);
}

enum rc
people_revoke(struct vault *v, const char *name, const char *area,
    struct fault *f)
{
	const struct vault_area *only = NULL;
	struct user_file u = { 0 };
	struct change c;
	enum rc rc = change_begin(&c, v, CHANGE_ADMIN, f);

	if (rc)
		return rc;
	rc = user_named(&c, name, &u, f);
	if (!rc && u.who.number == v->user.number)
		rc = fault_set(f, RC_INVALID,
		    "you cannot take your own access away; another "
		    "administrator can");
	if (!rc && area && !(only = area_named(&c, area, f)))
		rc = RC_MISSING;
	if (!rc && only && only->number == VAULT_AREA_HUB)
		rc = fault_set(f, RC_INVALID,
		    "the hub is everyone's; revoke the user as a whole");
	if (!rc)
		rc = shut_out(&c, u.who.number, only, f);
	if (!rc && !only)
		rc = mark_revoked(&c, &u, f);
	if (!rc)
		rc = change_end(&c, f,
		    only ? "user revoke %u area %u" : "user revoke %u all",
		    u.who.number, only ? only->number : 0);
	change_abort(&c);
	return rc;
}

enum rc
people_set_role(struct vault *v, const char *name, const char *role,
    struct fault *f)
{
	struct user_file u = { 0 };
	struct change c;
	enum rc rc = change_begin(&c, v, CHANGE_ADMIN, f);

	if (rc)
		return rc;
	rc = user_named(&c, name, &u, f);
	if (!rc && u.who.number == v->user.number)
		rc = fault_set(f, RC_INVALID,
		    "you cannot change your own role; another administrator "
		    "can");
	if (!rc && !str_set(u.who.role, sizeof(u.who.role), role))
		rc = fault_set(f, RC_INVALID, "that role has too long a name");
	if (!rc) {
		user_sign(&u, v->user.number, v->secret->user.sign);
		rc = user_write(c.store->disk, c.store->dir, &u, f);
	}
	if (!rc)
		rc = change_end(&c, f, "user role %u %s", u.who.number, role);
	change_abort(&c);
	return rc;
}

enum rc
people_unlock(struct vault *v, const char *name, struct fault *f)
{
	struct user_file u = { 0 };
	struct change c;
	enum rc rc = change_begin(&c, v, CHANGE_SUPERVISOR, f);

	if (rc)
		return rc;
	rc = user_named(&c, name, &u, f);
	if (!rc)
		rc = throttle_clear(c.store, name, f);
	if (!rc)
		rc = change_end(&c, f, "user unlock %u", u.who.number);
	change_abort(&c);
	return rc;
}

enum rc
people_passphrase(struct vault *v, const char *old, const char *new,
    struct fault *f)
{
	struct store *s = v->store;
	struct user_secret secret = { 0 };
	struct user_file u = { 0 };
	struct change c;
	enum rc rc = people_check_passphrase(v->user.name, new,
	    s->station.light ? VAULT_LIGHT : VAULT_STANDARD, f);

	if (!rc)
		rc = change_begin(&c, v, CHANGE_SELF, f);
	if (rc)
		return rc;
	rc = user_named(&c, v->user.name, &u, f);
	if (!rc)
		rc = user_unwrap(s->disk, s->dir, &u, old, false, &secret, f);
	if (!rc)
		rc = user_wrap(s->disk, s->dir, &u, &secret, new,
		    s->station.light, f);
	if (!rc)
		rc = user_write(s->disk, s->dir, &u, f);
	if (!rc)
		rc = change_end(&c, f, "user passphrase %u", u.who.number);
	change_abort(&c);
	seal_wipe(&secret, sizeof(secret));
	return rc;
}

/* What people choose when they must choose something. */
static const char *const guessed[] = { "password", "passphrase", "letmein",
	"qwertyuiop", "administrator", "victimsupport", "handrail",
	"123456789012" };

enum rc
people_check_passphrase(const char *name, const char *text, enum vault_kdf kdf,
    struct fault *f)
{
	size_t n = strlen(text);

	if (kdf == VAULT_LIGHT)
		return n ? RC_OK
			 : fault_set(f, RC_INVALID, "the passphrase is empty");
	if (n < 12)
		return fault_set(f, RC_INVALID,
		    "a passphrase has 12 characters or more; five unrelated "
		    "words are best");
	if (strspn(text, (const char[]){ text[0], 0 }) == n)
		return fault_set(f, RC_INVALID,
		    "that passphrase is one character over and over");
	if (*name && strlen(name) * 2 > n && str_istarts(text, name))
		return fault_set(f, RC_INVALID,
		    "that passphrase is mostly the user's name");
	for (size_t i = 0; i < sizeof(guessed) / sizeof(guessed[0]); i++)
		if (str_istarts(text, guessed[i]) && n < strlen(guessed[i]) + 6)
			return fault_set(f, RC_INVALID,
			    "that passphrase is one that is always tried "
			    "first; take five unrelated words");
	return RC_OK;
}

void
people_make_passphrase(char out[64])
{
	uint8_t bits[10];

	seal_start();
	seal_random(bits, sizeof(bits));
	for (int i = 0; i < 5; i++) {
		word_show((uint16_t)(bits[2 * i] << 8 | bits[2 * i + 1]),
		    out + (ptrdiff_t)i * 6);
		out[i * 6 + 5] = i < 4 ? ' ' : 0;
	}
	seal_wipe(bits, sizeof(bits));
}

/* A key for a new area, given to the one signed in and to recovery. */
static void
found_area(struct change *c, uint16_t number)
{
	struct ring_grant g = { .what = RING_AREA, .area = number, .epoch = 1 };
	uint8_t key[32];

	seal_random(key, sizeof(key));
	g.user = c->v->user.number;
	ring_give(&c->ring, &g, c->v->user.box_key, key);
	g.user = USER_RECOVERY;
	ring_give(&c->ring, &g, c->store->station.recovery_box, key);
	seal_wipe(key, sizeof(key));
}

enum rc
people_area_add(struct vault *v, const char *code, struct fault *f)
{
	const struct vault_area *a = NULL;
	struct change c;
	enum rc rc = change_begin(&c, v, CHANGE_ADMIN, f);

	if (rc)
		return rc;
	rc = ring_add_area(&c.ring, code, f);
	if (!rc) {
		a = ring_area_by_code(&c.ring, code);
		found_area(&c, a->number);
		found_area(&c, a->safe);
		rc = change_write_ring(&c, f);
	}
	if (!rc)
		rc = change_end(&c, f, "area add %u %s", a->number, a->code);
	change_abort(&c);
	return rc;
}

enum rc
people_area_rotate(struct vault *v, const char *code, struct fault *f)
{
	const struct vault_area *a = NULL;
	struct change c;
	enum rc rc = change_begin(&c, v, CHANGE_ADMIN, f);

	if (rc)
		return rc;
	if (!(a = area_named(&c, code, f)))
		rc = RC_MISSING;
	if (!rc)
		rc = change_new_epoch(&c, a->number, 0, f);
	if (!rc)
		rc = change_end(&c, f, "area rotate %u", a->number);
	change_abort(&c);
	return rc;
}
