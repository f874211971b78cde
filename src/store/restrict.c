/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "store/inside.h"
#include "store/seal.h"
#include "store/slot.h"
#include "store/txn.h"
#include "store/vault_inside.h"

/*
 * A restricted record: its person key is taken out of the area's file and
 * stands in the ring, sealed to each of those who may open it. What others
 * unwrapped before they forget at their next look.
 */

static enum rc
give_to(struct vault *v, struct ring *ring, uint16_t area, uint32_t slot,
    uint16_t user, const uint8_t key[32], struct fault *f)
{
	const struct ring_grant g = {
		.what = RING_PERSON, .area = area, .slot = slot, .user = user
	};
	const uint8_t *box = v->store->station.recovery_box;
	struct user_file u;
	enum rc rc = RC_OK;

	if (user != USER_RECOVERY) {
		rc = user_by_number(v->store, user, &u, f);
		if (!rc)
			rc = user_is_trusted(v->store, &u, f);
		box = u.who.box_key;
	}
	if (!rc)
		ring_give(ring, &g, box, key);
	return rc;
}

static enum rc
write_ring(struct vault *v, struct ring *ring, struct fault *f)
{
	return ring_write(v->store->disk, v->store->dir, ring, v->user.number,
	    v->secret->user.sign, f);
}

static enum rc
write_slot(struct vault *v, uint16_t area, uint32_t number,
    const struct slot *slot, struct fault *f)
{
	int fd = -1;
	enum rc rc = vault_slots(v, area, &fd, f);

	if (!rc)
		rc = slot_write(v->store->disk, fd, number, slot, f);
	return rc ? rc : disk_sync(v->store->disk, fd, f);
}

/* The ring first: a key is never in neither place. */
static enum rc
take_out(struct vault *v, struct ring *ring, uint16_t area, uint32_t slot,
    const uint16_t *users, size_t n, const uint8_t key[32], struct fault *f)
{
	struct slot out = { .state = SLOT_RESTRICTED };
	enum rc rc = give_to(v, ring, area, slot, USER_RECOVERY, key, f);

	for (size_t i = 0; !rc && i < n; i++)
		rc = give_to(v, ring, area, slot, users[i], key, f);
	if (!rc)
		rc = write_ring(v, ring, f);
	if (rc)
		return rc;
	seal_random(out.wrapped, sizeof(out.wrapped));
	return write_slot(v, area, slot, &out, f);
}

static enum rc
put_back(struct vault *v, struct ring *ring, uint16_t area, uint32_t slot,
    const uint8_t key[32], struct fault *f)
{
	const struct area_key *k = vault_area_key(v, area, 0);
	struct slot in;
	enum rc rc;

	slot_wrap(&in, area, slot, k->epoch, k->wrap, key);
	rc = write_slot(v, area, slot, &in, f);
	return rc ? rc : write_ring(v, ring, f);
}

enum rc
vault_restrict_slot(struct txn *t, struct vault *v, uint16_t area,
    uint32_t slot, const uint16_t *users, size_t n, struct fault *f)
{
	struct ring ring = { 0 };
	uint8_t key[32];
	enum rc rc = vault_refresh(v, f);

	if (!rc && strcmp(v->user.role, "admin"))
		rc = fault_set(f, RC_DENIED,
		    "only an administrator may restrict a record");
	if (!rc)
		rc = vault_person_key(v, area, slot, key, f);
	if (!rc)
		rc = ring_read(v->store->disk, v->store->dir, &ring, f);
	if (!rc)
		rc = ring_is_trusted(v->store, &ring, f);
	ring_drop(&ring, RING_PERSON, area, slot);
	if (!rc)
		rc = n ? take_out(v, &ring, area, slot, users, n, key, f)
		       : put_back(v, &ring, area, slot, key, f);
	seal_wipe(key, sizeof(key));
	ring_release(&ring);
	return rc ? rc : vault_keys_changed(t, f);
}
