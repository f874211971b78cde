/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_RING_H
#define HANDRAIL_STORE_RING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"
#include "base/vec.h"
#include "store/vault.h"

/*
 * The file keys/ring: the areas, and every key given to somebody, each sealed
 * to that user's public key. Signed whole by the administrator who changed it
 * last, so that nobody can slip in a key of their own for others to seal under.
 */

struct disk;
struct store;

/* What a grant gives. Numbers are for ever. */
enum ring_what { RING_AREA = 1, RING_STATION = 2, RING_PERSON = 3 };

struct ring_grant {
	uint8_t what;
	uint16_t area, epoch;
	uint32_t slot;
	uint16_t user;
	uint8_t sealed[80];
};

struct ring {
	struct {
		VEC(struct vault_area) all;
	} areas;
	struct {
		VEC(struct ring_grant) all;
	} grants;
	uint16_t signer;
	uint8_t signature[64];
};

/**
 * ring_read(disk, dir, ring, f), ring_write(disk, dir, ring, signer, secret,
 * f): Read the file, given back to ring_release(); sign and write it.
 */
NODISCARD enum rc ring_read(const struct disk *disk, const char *dir,
    struct ring *ring, struct fault *f);
NODISCARD enum rc
ring_write(const struct disk *disk, const char *dir, struct ring *ring,
    uint16_t signer, const uint8_t secret[64], struct fault *f);

/**
 * ring_is_trusted(s, ring, f):
 * RC_OK when an administrator of the store signed it.
 */
NODISCARD enum rc
ring_is_trusted(struct store *s, const struct ring *ring, struct fault *f);

/**
 * ring_area(ring, number), ring_area_by_code(ring, code):
 * NULL when there is none.
 */
struct vault_area *ring_area(const struct ring *ring, uint16_t number);
struct vault_area *ring_area_by_code(const struct ring *ring, const char *code);

/**
 * ring_add_area(ring, code, f):
 * Add area ${code} and its companion, without any key. RC_INVALID when there is
 * one or it cannot be called so.
 */
NODISCARD enum rc
ring_add_area(struct ring *ring, const char *code, struct fault *f);

/**
 * ring_give(ring, grant, box_key, secret):
 * Add ${grant}, with the 32 bytes ${secret} sealed to the public ${box_key}, in
 * place of any there was for the same thing and user.
 */
void ring_give(struct ring *ring, const struct ring_grant *grant,
    const uint8_t box_key[32], const uint8_t secret[32]);

/**
 * ring_has(ring, what, area, slot):
 * Was it given to anybody?
 */
bool
ring_has(const struct ring *ring, unsigned what, uint16_t area, uint32_t slot);

/**
 * ring_drop(ring, what, area, slot):
 * Take away every grant of one thing.
 */
void ring_drop(struct ring *ring, unsigned what, uint16_t area, uint32_t slot);

/**
 * ring_find(ring, what, area, epoch, slot, user):
 * A grant, or NULL. Epoch 0 is any.
 */
const struct ring_grant *ring_find(const struct ring *ring, unsigned what,
    uint16_t area, uint16_t epoch, uint32_t slot, uint16_t user);

/**
 * ring_open(grant, box_key, box_secret, out):
 * Open it with the user's keys. False when it is not theirs.
 */
bool ring_open(const struct ring_grant *grant, const uint8_t box_key[32],
    const uint8_t box_secret[32], uint8_t out[32]);

void ring_release(struct ring *ring);

#endif /* HANDRAIL_STORE_RING_H */
