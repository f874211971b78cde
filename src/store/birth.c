/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <sodium.h>
#include <string.h>

#include "base/clock.h"
#include "base/str.h"
#include "store/birth.h"
#include "store/inside.h"
#include "store/people.h"
#include "store/place.h"
#include "store/ring.h"
#include "store/seal.h"
#include "store/segment.h"
#include "store/station.h"
#include "store/user.h"

struct making {
	const struct birth *b;
	const struct disk *disk;
	struct clock *clock;
	char dir[PLACE_MAX]; /* where it is made */
	struct station st;
	struct recovery_key recovery;
	struct user_file admin;
	struct user_secret secret;
	uint8_t station_seed[32];
};

static void
make_keys(struct making *m, struct recovery_share shares[RECOVERY_SHARES])
{
	uint8_t secret[64];

	recovery_make(&m->recovery, shares);
	user_keys(&m->admin, &m->secret);
	seal_random(m->station_seed, sizeof(m->station_seed));
	crypto_sign_seed_keypair(m->st.sign_key, secret, m->station_seed);
	seal_wipe(secret, sizeof(secret));
	seal_random(m->st.id, sizeof(m->st.id));
	m->st.number = m->b->station ? m->b->station : 1;
	m->st.incarnation = 1;
	m->st.light = m->b->kdf == VAULT_LIGHT;
	memcpy(m->st.root_key, m->admin.who.sign_key, 32);
	memcpy(m->st.recovery_sign, m->recovery.sign_public, 32);
	memcpy(m->st.recovery_box, m->recovery.box_public, 32);
}

static enum rc
write_admin(struct making *m, struct fault *f)
{
	struct vault_user *who = &m->admin.who;
	enum rc rc;

	who->number = USER_ROOT;
	who->since = clock_now(m->clock);
	(void)str_set(who->name, sizeof(who->name), m->b->admin);
	(void)str_set(who->role, sizeof(who->role), "admin");
	user_sign(&m->admin, USER_ROOT, m->secret.sign);
	rc = user_make_device(m->disk, m->dir, f);
	if (!rc)
		rc = user_wrap(m->disk, m->dir, &m->admin, &m->secret,
		    m->b->passphrase, m->st.light, f);
	return rc ? rc : user_write(m->disk, m->dir, &m->admin, f);
}

/* ${secret} for the first user and for the recovery key. */
static void
give_both(struct making *m, struct ring *ring, struct ring_grant g,
    const uint8_t secret[32])
{
	g.user = USER_ROOT;
	ring_give(ring, &g, m->admin.who.box_key, secret);
	g.user = USER_RECOVERY;
	ring_give(ring, &g, m->st.recovery_box, secret);
}

static enum rc
write_ring(struct making *m, struct fault *f)
{
	struct ring ring = { 0 };
	struct vault_area *hub = VEC_ADD(&ring.areas.all), *a;
	enum rc rc = RC_OK;

	hub->epoch = 1;
	(void)str_set(hub->code, sizeof(hub->code), "hub");
	for (size_t i = 0; !rc && i < m->b->n_areas; i++)
		rc = ring_add_area(&ring, m->b->areas[i], f);
	give_both(m, &ring,
	    (struct ring_grant){ .what = RING_STATION, .epoch = 1 },
	    m->station_seed);
	VEC_EACH (&ring.areas.all, a) {
		uint8_t key[32];

		seal_random(key, sizeof(key));
		give_both(m, &ring,
		    (struct ring_grant){
			.what = RING_AREA, .area = a->number, .epoch = 1 },
		    key);
		seal_wipe(key, sizeof(key));
	}
	if (!rc)
		rc = ring_write(m->disk, m->dir, &ring, USER_ROOT,
		    m->secret.sign, f);
	ring_release(&ring);
	return rc;
}

static enum rc
write_demo(struct making *m, struct fault *f)
{
	struct buf path = { 0 };
	enum rc rc;

	if (!m->b->demo)
		return RC_OK;
	buf_printf(&path, "%s/demo", m->dir);
	rc = disk_write_whole(m->disk, buf_str(&path), span_str(m->b->demo), f);
	buf_release(&path);
	return rc;
}

/* The first segment, with the same door to the disk as a store has. */
static enum rc
write_segment(struct making *m, uint32_t size, struct fault *f)
{
	struct store s = { .dir = m->dir,
		.disk = m->disk,
		.clock = m->clock,
		.segment_size = size ? size : SEGMENT_SIZE,
		.segment_fd = -1 };
	struct segment_head h = { .station = m->st.number,
		.incarnation = 1,
		.number = 1,
		.first = 1,
		.at = clock_now(m->clock) };
	enum rc rc;

	memcpy(h.id, m->st.id, sizeof(h.id));
	station_genesis(&m->st, h.prev);
	rc = segment_make(&s, &h, f);
	segment_drop(&s);
	return rc;
}

static enum rc
make_all(struct making *m, const struct store_options *options,
    struct recovery_share shares[RECOVERY_SHARES], struct fault *f)
{
	enum rc rc = place_make_folders(m->disk, m->dir, f);

	if (rc)
		return rc;
	make_keys(m, shares);
	rc = write_admin(m, f);
	if (!rc)
		rc = write_ring(m, f);
	if (!rc)
		rc = write_demo(m, f);
	if (!rc)
		rc = write_segment(m, options ? options->segment_size : 0, f);
	if (!rc)
		rc = station_write(m->disk, m->dir, &m->st, f);
	return rc ? rc : place_open_once(m->dir, options, f);
}

static enum rc
check_birth(const char *dir, const struct birth *b, struct fault *f)
{
	enum rc rc = place_is_free(dir, f);

	if (!rc && !user_name_is(b->admin))
		rc = fault_set(f, RC_INVALID,
		    "a user cannot be called \"%s\"; use letters, digits, "
		    "- _ and .",
		    b->admin);
	if (!rc)
		rc =
		    people_check_passphrase(b->admin, b->passphrase, b->kdf, f);
	return rc;
}

enum rc
birth_of(const char *dir, const struct birth *b,
    const struct store_options *options,
    struct recovery_share shares[RECOVERY_SHARES], struct fault *f)
{
	struct making m = { .b = b };
	struct clock *real = clock_real();
	enum rc rc = check_birth(dir, b, f);

	seal_start();
	m.disk = options && options->disk ? options->disk : disk_real();
	m.clock = options && options->clock ? options->clock : real;
	if (!rc)
		rc = place_beside(m.disk, dir, m.dir, f);
	if (!rc) {
		rc = make_all(&m, options, shares, f);
		rc = place_settle(m.disk, m.dir, dir, rc, f);
	}
	seal_wipe(&m, sizeof(m));
	clock_free(real);
	return rc;
}
