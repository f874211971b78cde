/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "store/inside.h"
#include "store/seal.h"
#include "store/slot.h"
#include "store/txn.h"
#include "store/vault_inside.h"

/*
 * Finding the key that seals a body or a row. A person key is unwrapped once
 * and what is derived from it kept in a small table; a slot that falls on
 * another's place there takes it over.
 */

const struct area_key *
vault_area_key(struct vault *v, uint16_t area, uint16_t epoch)
{
	const struct secrets *s = v->secret;
	const struct vault_area *a;

	if (!epoch) {
		if (!(a = ring_area(&v->ring, area)))
			return NULL;
		epoch = a->epoch;
	}
	for (size_t i = 0; i < s->n; i++)
		if (s->keys[i].area == area && s->keys[i].epoch == epoch)
			return &s->keys[i];
	return NULL;
}

enum rc
vault_slots(struct vault *v, uint16_t area, int *fd, struct fault *f)
{
	enum rc rc;

	while (v->files.all.n <= area)
		(void)VEC_ADD(&v->files.all);
	if (v->files.all.at[area] <= 0) {
		rc = slot_open(v->store->disk, v->store->dir, area,
		    &v->files.all.at[area], f);
		if (rc)
			return rc;
	}
	*fd = v->files.all.at[area];
	return RC_OK;
}

static enum rc
denied(struct vault *v, uint16_t area, struct fault *f)
{
	const struct vault_area *a = ring_area(&v->ring, area);

	return fault_set(f, RC_DENIED, "user %s has no key to area %s",
	    v->user.name, a ? a->code : "that is not known here");
}

/* A restricted person key is in the ring, for each user it was given to. */
static enum rc
restricted_key(struct vault *v, uint16_t area, uint32_t slot, uint8_t key[32],
    struct fault *f)
{
	const struct ring_grant *g =
	    ring_find(&v->ring, RING_PERSON, area, 0, slot, v->user.number);

	if (g && ring_open(g, v->user.box_key, v->secret->user.box, key))
		return RC_OK;
	return fault_set(f, RC_DENIED,
	    "this record is restricted to named people");
}

enum rc
vault_person_key(struct vault *v, uint16_t area, uint32_t slot, uint8_t key[32],
    struct fault *f)
{
	const struct area_key *k;
	struct slot it;
	int fd;
	enum rc rc;

	/* Who holds no key of the area is not told whether a slot lives. */
	if (!vault_area_key(v, area, 0))
		return denied(v, area, f);
	rc = vault_slots(v, area, &fd, f);
	if (!rc)
		rc = slot_read(v->store->disk, fd, slot, &it, f);
	if (rc)
		return rc;
	if (it.state == SLOT_DESTROYED)
		return fault_set(f, RC_MISSING,
		    "this person was forgotten; their key was destroyed");
	if (it.state == SLOT_RESTRICTED)
		return restricted_key(v, area, slot, key, f);
	if (!(k = vault_area_key(v, area, it.epoch)))
		return denied(v, area, f);
	if (!slot_unwrap(&it, area, slot, k->wrap, key))
		return fault_set(f, RC_CORRUPT,
		    "person key %u of area %u is damaged; put "
		    "keys/area-%u.keys "
		    "back from a backup",
		    slot, area, area);
	return RC_OK;
}

static struct person_key *
place_of(struct vault *v, uint16_t area, uint32_t slot)
{
	return &v->secret->people[(slot ^ (uint32_t)area * 2654435761u) &
				  (VAULT_CACHE - 1)];
}

/* What is put into a person's keys beside their own. */
static enum rc
mix_of(struct vault *v, uint16_t area, uint16_t epoch, struct span mix[2],
    struct fault *f)
{
	const struct area_key *k;

	mix[0] = mix[1] = (struct span){ 0 };
	if (!epoch)
		return RC_OK;
	if (!(k = vault_area_key(v, area, epoch)))
		return denied(v, area, f);
	mix[0] = span_of(k->body, sizeof(k->body));
	mix[1] = span_of(k->row, sizeof(k->row));
	return RC_OK;
}

static enum rc
load_person(struct vault *v, uint16_t area, uint16_t epoch, uint32_t slot,
    struct person_key *p, struct fault *f)
{
	struct span mix[2];
	uint8_t key[32];
	enum rc rc = vault_person_key(v, area, slot, key, f);

	if (!rc)
		rc = mix_of(v, area, epoch, mix, f);
	if (!rc) {
		p->area = area;
		p->epoch = epoch;
		p->slot = slot;
		seal_kdf(key, "body", mix[0], p->body);
		seal_kdf(key, "row", mix[1], p->row);
	}
	seal_wipe(key, sizeof(key));
	return rc;
}

enum rc
vault_key(struct vault *v, uint16_t area, uint16_t epoch, uint32_t slot,
    enum vault_purpose purpose, const uint8_t **key, struct fault *f)
{
	const struct area_key *k;
	struct person_key *p;
	enum rc rc = vault_refresh(v, f);

	if (rc)
		return rc;
	if (!slot) {
		if (!(k = vault_area_key(v, area, epoch)))
			return denied(v, area, f);
		*key = purpose == VAULT_FOR_BODY ? k->body : k->row;
		return RC_OK;
	}
	p = place_of(v, area, slot);
	epoch = epoch > 1 ? epoch : 0;
	if (p->area != area || p->slot != slot || p->epoch != epoch)
		rc = load_person(v, area, epoch, slot, p, f);
	*key = purpose == VAULT_FOR_BODY ? p->body : p->row;
	return rc;
}

enum rc
vault_keys_changed(struct txn *t, struct fault *f)
{
	return meta_put_u64(t, span_str("keys"), ++t->keys, f);
}

/* Slots that were being made when the power went do not open: pass over them.
 */
static enum rc
next_whole(struct vault *v, uint16_t area, const struct area_key *k, int fd,
    uint32_t *slot, struct fault *f)
{
	const struct disk *disk = v->store->disk;
	uint8_t key[32];
	struct slot it;
	uint32_t room;
	bool whole = false;
	enum rc rc = RC_OK;

	while (!rc && !whole) {
		rc = slot_room(disk, fd, &room, f);
		if (!rc && *slot > room)
			rc = slot_extend(disk, fd, area, k->epoch, k->wrap,
			    *slot, f);
		if (!rc)
			rc = slot_read(disk, fd, *slot, &it, f);
		whole = !rc && slot_unwrap(&it, area, *slot, k->wrap, key);
		if (!whole)
			++*slot;
	}
	seal_wipe(key, sizeof(key));
	return rc;
}

enum rc
vault_new_slot(struct txn *t, struct vault *v, uint16_t area, uint32_t *slot,
    struct fault *f)
{
	const struct area_key *k;
	uint64_t given = 0;
	uint8_t meta[6];
	int fd = -1;
	enum rc rc = vault_refresh(v, f);

	if (rc)
		return rc;
	if (!(k = vault_area_key(v, area, 0)))
		return denied(v, area, f);
	rc = vault_slots(v, area, &fd, f);
	if (!rc)
		rc = meta_get_u64(t, slot_key(area, meta), &given, f);
	if (rc)
		return rc;
	*slot = (uint32_t)given + 1;
	rc = next_whole(v, area, k, fd, slot, f);
	return rc ? rc : meta_put_u64(t, slot_key(area, meta), *slot, f);
}

static enum rc
overwrite(struct vault *v, uint16_t area, uint32_t slot, struct fault *f)
{
	struct slot gone = { .state = SLOT_DESTROYED };
	int fd = -1;
	enum rc rc = vault_slots(v, area, &fd, f);

	if (rc)
		return rc;
	seal_random(gone.wrapped, sizeof(gone.wrapped));
	rc = slot_write(v->store->disk, fd, slot, &gone, f);
	return rc ? rc : disk_sync(v->store->disk, fd, f);
}

enum rc
vault_destroy_slot(struct txn *t, struct vault *v, uint16_t area, uint32_t slot,
    struct fault *f)
{
	uint8_t key[32];
	enum rc rc = vault_refresh(v, f);

	/* Only who can read it may make it unreadable. */
	if (!rc)
		rc = vault_person_key(v, area, slot, key, f);
	seal_wipe(key, sizeof(key));
	if (!rc && ring_has(&v->ring, RING_PERSON, area, slot))
		rc = vault_restrict_slot(t, v, area, slot, NULL, 0, f);
	if (!rc)
		rc = overwrite(v, area, slot, f);
	if (rc)
		return rc;
	seal_wipe(place_of(v, area, slot), sizeof(struct person_key));
	return vault_keys_changed(t, f);
}
