/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/str.h"
#include "store/change.h"
#include "store/inside.h"
#include "store/people.h"
#include "store/seal.h"
#include "store/slot.h"

static bool
may(const struct vault *v, enum change_by by)
{
	if (by == CHANGE_SELF || !strcmp(v->user.role, "admin"))
		return true;
	return by == CHANGE_SUPERVISOR && !strcmp(v->user.role, "supervisor");
}

enum rc
change_begin(struct change *c, struct vault *v, enum change_by by,
    struct fault *f)
{
	enum rc rc;

	memset(c, 0, sizeof(*c));
	c->v = v;
	c->store = v->store;
	if (!may(v, by))
		return fault_set(f, RC_DENIED,
		    "user %s is not an administrator and may not change users "
		    "and areas",
		    v->user.name);
	rc = txn_write(c->store, &c->t, f);
	if (!rc)
		rc = vault_refresh(v, f);
	if (!rc)
		rc = ring_read(c->store->disk, c->store->dir, &c->ring, f);
	if (!rc)
		rc = ring_is_trusted(c->store, &c->ring, f);
	if (rc)
		change_abort(c);
	return rc;
}

enum rc
change_write_ring(struct change *c, struct fault *f)
{
	return ring_write(c->store->disk, c->store->dir, &c->ring,
	    c->v->user.number, c->v->secret->user.sign, f);
}

enum rc
change_end(struct change *c, struct fault *f, const char *fmt, ...)
{
	struct entry_draft d = { .class = ENTRY_KEY, .area = VAULT_AREA_HUB };
	char text[256];
	va_list ap;
	enum rc rc;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	d.body = span_str(text);
	rc = journal_append(c->t, c->v, &d, 1, f);
	if (!rc)
		rc = vault_keys_changed(c->t, f);
	if (!rc) {
		rc = txn_commit(c->t, f);
		c->t = NULL;
	}
	change_abort(c);
	return rc;
}

void
change_abort(struct change *c)
{
	txn_abort(c->t);
	c->t = NULL;
	ring_release(&c->ring);
}

static bool
role_is(const char *role)
{
	size_t n = strlen(role);

	if (!n || n > VAULT_NAME_MAX)
		return false;
	return strspn(role, "abcdefghijklmnopqrstuvwxyz-") == n;
}

enum rc
change_new_user(struct store *s, const char *name, const char *role,
    struct user_file *u, struct user_secret *secret, struct fault *f)
{
	struct vault_user *all = NULL;
	uint16_t last = 0;
	size_t n = 0;
	enum rc rc;

	memset(u, 0, sizeof(*u));
	if (!user_name_is(name))
		return fault_set(f, RC_INVALID,
		    "a user cannot be called \"%s\"; use letters, digits, "
		    "- _ and .",
		    name);
	if (!role_is(role))
		return fault_set(f, RC_INVALID,
		    "a role cannot be called \"%s\"; use small letters", role);
	rc = people_list(s, &all, &n, f);
	for (size_t i = 0; !rc && i < n; i++) {
		if (all[i].number > last)
			last = all[i].number;
		if (str_ieq(all[i].name, name))
			rc = fault_set(f, RC_INVALID,
			    "there is a user %s already", all[i].name);
	}
	free(all);
	if (rc)
		return rc;
	if (last + 1 >= USER_RECOVERY)
		return fault_set(f, RC_FULL, "there are too many users");
	user_keys(u, secret);
	u->who.number = (uint16_t)(last + 1);
	u->who.since = clock_now(s->clock);
	(void)str_set(u->who.name, sizeof(u->who.name), name);
	(void)str_set(u->who.role, sizeof(u->who.role), role);
	return RC_OK;
}

enum rc
change_give(struct change *c, const struct vault_area *area,
    const struct vault_user *who, struct fault *f)
{
	const struct secrets *s = c->v->secret;
	struct ring_grant g = {
		.what = RING_AREA, .area = area->number, .user = who->number
	};
	bool any = false;

	for (size_t i = 0; i < s->n; i++)
		if (s->keys[i].area == area->number) {
			g.epoch = s->keys[i].epoch;
			any |= g.epoch == area->epoch;
			ring_give(&c->ring, &g, who->box_key, s->keys[i].key);
		}
	if (any)
		return RC_OK;
	return fault_set(f, RC_DENIED,
	    "user %s does not hold area %s and cannot give it", c->v->user.name,
	    area->code);
}

/* A new key for each who holds the old one; the recovery key is one of them. */
static enum rc
give_epoch(struct change *c, const struct vault_area *a, uint16_t without,
    const uint8_t key[32], struct fault *f)
{
	size_t n = c->ring.grants.all.n;
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < n; i++) {
		struct ring_grant g = c->ring.grants.all.at[i];
		const uint8_t *box = c->store->station.recovery_box;
		struct user_file u;

		if (g.what != RING_AREA || g.area != a->number ||
		    g.epoch != a->epoch || g.user == without)
			continue;
		if (g.user != USER_RECOVERY) {
			rc = user_by_number(c->store, g.user, &u, f);
			if (!rc)
				rc = user_is_trusted(c->store, &u, f);
			box = u.who.box_key;
		}
		g.epoch++;
		if (!rc)
			ring_give(&c->ring, &g, box, key);
	}
	return rc;
}

/* One slot under the new key, if it is live. */
static enum rc
wrap_anew(struct change *c, const struct vault_area *a, uint32_t number,
    const uint8_t wrap[32], struct slot *slot, struct fault *f)
{
	const struct area_key *old;
	uint8_t key[32];
	enum rc rc = RC_OK;

	if (slot->state != SLOT_LIVE)
		return RC_OK;
	old = vault_area_key(c->v, a->number, slot->epoch);
	if (!old || !slot_unwrap(slot, a->number, number, old->wrap, key))
		rc = fault_set(f, old ? RC_CORRUPT : RC_DENIED,
		    "person key %u of area %s does not open", number, a->code);
	if (!rc)
		slot_wrap(slot, a->number, number, a->epoch, wrap, key);
	seal_wipe(key, sizeof(key));
	return rc;
}

/* The whole file beside the old one, then renamed: each is one or the other. */
static enum rc
wrap_all(struct change *c, const struct vault_area *a, const uint8_t wrap[32],
    struct fault *f)
{
	struct buf path = { 0 }, bytes = { 0 };
	struct slot slot;
	uint32_t n = 0;
	int fd = -1;
	enum rc rc = vault_slots(c->v, a->number, &fd, f);

	(void)store_path(c->store, &path, "keys/area-%u.keys", a->number);
	if (!rc)
		rc = slot_room(c->store->disk, fd, &n, f);
	if (!rc && n)
		rc = disk_read_whole(c->store->disk, buf_str(&path),
		    (size_t)1 << 30, &bytes, f);
	for (uint32_t i = 1; !rc && i <= n; i++) {
		rc = slot_read(c->store->disk, fd, i, &slot, f);
		if (!rc)
			rc = wrap_anew(c, a, i, wrap, &slot, f);
		if (!rc)
			slot_show(&slot,
			    bytes.at + SLOT_HEAD + (size_t)(i - 1) * SLOT_LEN);
	}
	if (!rc && n)
		rc = disk_write_whole(c->store->disk, buf_str(&path),
		    buf_window(&bytes), f);
	vault_close_slots(c->v);
	buf_release(&path);
	buf_release(&bytes);
	return rc;
}

enum rc
change_new_epoch(struct change *c, uint16_t area, uint16_t without,
    struct fault *f)
{
	struct vault_area *a = ring_area(&c->ring, area);
	uint8_t key[32], wrap[32];
	enum rc rc;

	if (!vault_area_key(c->v, area, a->epoch))
		return fault_set(f, RC_DENIED,
		    "user %s does not hold area %s and cannot change its key",
		    c->v->user.name, a->code);
	if (a->epoch == UINT16_MAX)
		return fault_set(f, RC_FULL, "area %s had too many keys",
		    a->code);
	seal_random(key, sizeof(key));
	seal_kdf(key, "wrap", (struct span){ 0 }, wrap);
	rc = give_epoch(c, a, without, key, f);
	a = ring_area(&c->ring, area);
	if (!rc) {
		a->epoch++;
		rc = change_write_ring(c, f);
	}
	if (!rc)
		rc = wrap_all(c, a, wrap, f);
	seal_wipe(key, sizeof(key));
	seal_wipe(wrap, sizeof(wrap));
	return rc;
}
