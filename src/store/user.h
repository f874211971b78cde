/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_USER_H
#define HANDRAIL_STORE_USER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"
#include "store/vault.h"

/*
 * The file keys/users/NAME. What is public in it is signed by an administrator,
 * back to the first user, whose key stands in the file "station"; what is
 * secret is wrapped by the passphrase and this machine's own secret, and a
 * commitment to that key is compared before anything is opened.
 */

#define USER_ROOT 1
#define USER_RECOVERY 0xffff /* signs and is granted; nobody signs in as it */

struct disk;
struct store;

struct user_secret {
	uint8_t sign[64]; /* Ed25519 */
	uint8_t box[32];  /* X25519 */
};

struct user_file {
	struct vault_user who;
	uint16_t signer;
	uint8_t signature[64];
	uint32_t passes, kib; /* of Argon2id */
	uint8_t salt[16];
	uint8_t commitment[32];
	uint8_t wrapped[24 + 64 + 16];
};

/**
 * user_name_is(name):
 * May a user be called so? Letters, digits, - _ and . inside.
 */
bool user_name_is(const char *name);

/**
 * user_read(disk, dir, name, u, f), user_write(disk, dir, u, f):
 * RC_MISSING when there is no such user; RC_CORRUPT when the file is damaged.
 */
NODISCARD enum rc user_read(const struct disk *disk, const char *dir,
    const char *name, struct user_file *u, struct fault *f);
NODISCARD enum rc user_write(const struct disk *disk, const char *dir,
    const struct user_file *u, struct fault *f);

/**
 * user_sign(u, signer, secret):
 * Sign what is public, as user number ${signer}.
 */
void user_sign(struct user_file *u, uint16_t signer, const uint8_t secret[64]);

/**
 * user_by_number(s, number, u, f):
 * The user with that number.
 */
NODISCARD enum rc user_by_number(struct store *s, uint16_t number,
    struct user_file *u, struct fault *f);

/**
 * user_is_trusted(s, u, f):
 * RC_OK when the signatures lead back to the first user or to the recovery key.
 */
NODISCARD enum rc
user_is_trusted(struct store *s, const struct user_file *u, struct fault *f);

/**
 * user_signed(s, number, word, hash, sign):
 * Does ${sign} hold, by the administrator number ${number} or the recovery key?
 */
bool user_signed(struct store *s, uint16_t number, const char *word,
    const uint8_t hash[32], const uint8_t sign[64]);

/**
 * user_wrap(disk, dir, u, secret, passphrase, light, f):
 * Set the secret part of ${u} so that ${passphrase} opens it.
 */
NODISCARD enum rc user_wrap(const struct disk *disk, const char *dir,
    struct user_file *u, const struct user_secret *secret,
    const char *passphrase, bool light, struct fault *f);

/**
 * user_unwrap(disk, dir, u, passphrase, secret, f):
 * Open it. RC_DENIED when the passphrase is wrong. With ${u} NULL, take as long
 * as it would and say RC_DENIED.
 */
NODISCARD enum rc user_unwrap(const struct disk *disk, const char *dir,
    const struct user_file *u, const char *passphrase, bool light,
    struct user_secret *secret, struct fault *f);

/**
 * user_make_device(disk, dir, f):
 * Draw this machine's own secret, unless there is one.
 */
NODISCARD enum rc
user_make_device(const struct disk *disk, const char *dir, struct fault *f);

/**
 * user_keys(u, secret):
 * Draw new keys for ${u}.
 */
void user_keys(struct user_file *u, struct user_secret *secret);

#endif /* HANDRAIL_STORE_USER_H */
