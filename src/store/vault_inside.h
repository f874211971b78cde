/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_VAULT_INSIDE_H
#define HANDRAIL_STORE_VAULT_INSIDE_H

#include <stdbool.h>
#include <stdint.h>

#include "store/ring.h"
#include "store/user.h"
#include "store/vault.h"

/*
 * What an unlocked vault is made of, for the files of this folder only. All
 * secrets are in one piece of memory that is kept out of swap and core dumps
 * where the system allows it, and wiped when the vault closes.
 */

#define VAULT_KEYS_MAX 1024
#define VAULT_CACHE 4096 /* person keys; a power of two */

struct area_key {
	uint16_t area, epoch;
	uint8_t key[32];
	uint8_t body[32], row[32], wrap[32]; /* derived */
};

struct person_key {
	uint16_t area;
	uint16_t epoch; /* as vault_key() takes it; 0 for the first */
	uint32_t slot;  /* 0: empty */
	uint8_t body[32], row[32];
};

struct secrets {
	struct user_secret user;
	uint8_t station[64];
	bool has_station;
	size_t n;
	struct area_key keys[VAULT_KEYS_MAX];
	struct person_key people[VAULT_CACHE];
};

struct vault {
	struct store *store;
	struct vault_user user;
	struct ring ring;
	uint64_t keys_seen; /* META "keys" when the ring was read */
	struct secrets *secret;
	struct {
		VEC(int) all; /* open files of slots, by area; 0: not open */
	} files;
};

/**
 * vault_with(s, u, secret, v, f):
 * A vault for user ${u}, whose secrets are known.
 */
NODISCARD enum rc vault_with(struct store *s, const struct user_file *u,
    const struct user_secret *secret, struct vault **v, struct fault *f);

/**
 * vault_refresh(v, f):
 * Read the ring again if anyone changed users, areas or keys, and forget the
 * person keys met so far.
 */
NODISCARD enum rc vault_refresh(struct vault *v, struct fault *f);

/**
 * vault_area_key(v, area, epoch):
 * The area's key of that epoch (0: the present one), lent; NULL when this user
 * has none.
 */
const struct area_key *
vault_area_key(struct vault *v, uint16_t area, uint16_t epoch);

/**
 * vault_key(v, area, epoch, slot, purpose, key, f):
 * Lend the key that seals a body or a row (VAULT_FOR_BODY, VAULT_FOR_ROW): the
 * area's, or a person's when ${slot} is not 0. A person's holds the area key of
 * ${epoch} too, from the second epoch on, so that whoever copied the keys
 * before somebody was shut out opens nothing that is written after; 0 and 1 are
 * the same there. RC_DENIED, RC_MISSING when the person key was destroyed.
 */
NODISCARD enum rc
vault_key(struct vault *v, uint16_t area, uint16_t epoch, uint32_t slot,
    enum vault_purpose purpose, const uint8_t **key, struct fault *f);

/**
 * vault_person_key(v, area, slot, key, f):
 * The person key itself. The caller wipes it.
 */
NODISCARD enum rc vault_person_key(struct vault *v, uint16_t area,
    uint32_t slot, uint8_t key[32], struct fault *f);

/**
 * vault_slots(v, area, fd, f):
 * The open file of an area's slots; the vault's.
 */
NODISCARD enum rc
vault_slots(struct vault *v, uint16_t area, int *fd, struct fault *f);

/**
 * vault_close_slots(v):
 * Close them all.
 */
void vault_close_slots(struct vault *v);

/**
 * vault_keys_changed(t, f):
 * Tell every process, when ${t} commits, that users, areas or keys changed.
 */
struct txn;
NODISCARD enum rc vault_keys_changed(struct txn *t, struct fault *f);

#endif /* HANDRAIL_STORE_VAULT_INSIDE_H */
