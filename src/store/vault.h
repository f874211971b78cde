/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_VAULT_H
#define HANDRAIL_STORE_VAULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * An unlocked vault is what one user holds while signed in: their own two keys,
 * the keys of the areas they belong to, by epoch, and the person keys met so
 * far. What a user may not read, their vault cannot open. Secrets live in
 * locked memory where the system allows it and are wiped at vault_close().
 *
 * Area 0, "hub", is everyone's. An ordinary area such as LEI has a companion,
 * LEI.safe, made with it, for where a person is; belonging to one does not give
 * the other.
 */

#define VAULT_KEY_LEN 32
#define VAULT_NAME_MAX 32
#define VAULT_CODE_MAX 16
#define VAULT_AREA_HUB 0

struct store;
struct txn;
struct vault;

enum vault_kdf {
	VAULT_STANDARD, /* Argon2id, 256 MiB, 3 passes */
	VAULT_LIGHT     /* 8 MiB, 1 pass: rehearsals and demonstrations */
};

/* What is known of a user without their passphrase. */
struct vault_user {
	uint16_t number; /* the author of entries */
	char name[VAULT_NAME_MAX + 1];
	char role[VAULT_NAME_MAX + 1]; /* "admin" may change users and areas */
	bool revoked;
	bool locked;   /* after too many wrong passphrases */
	int64_t since; /* UTC ms */
	uint8_t sign_key[32], box_key[32]; /* public */
};

struct vault_area {
	uint16_t number;
	char code[VAULT_CODE_MAX + 1];
	uint16_t safe;  /* its companion; 0: it is one, or the hub */
	uint16_t of;    /* whose companion it is; 0: an ordinary area */
	uint16_t epoch; /* the one new entries are sealed under */
	bool open;      /* the user of this vault holds its key */
};

/* What a derived key is for. Numbers are for ever. */
enum vault_purpose {
	VAULT_FOR_BODY = 1,
	VAULT_FOR_ROW = 2,
	VAULT_FOR_WRAP = 3,
	VAULT_FOR_SEARCH = 4,
	VAULT_FOR_AUDIT = 5,
	VAULT_FOR_DRAFT = 6,
	VAULT_FOR_FACT = 7,
	VAULT_FOR_ID = 8 /* ids of records that a feed has its own name for */
};

/**
 * vault_harden():
 * Keep this process's memory from others: no core dump, no tracing by the same
 * user, umask 077. Programs call it first of all.
 */
void vault_harden(void);

/**
 * vault_open(s, name, passphrase, v, f):
 * Unlock the vault of user ${name}. RC_DENIED for an unknown user or a wrong
 * passphrase (the same sentence and time for both), RC_LOCKED when there were
 * too many wrong ones, with how long to wait or whom to ask. Takes about 0.7 s.
 */
NODISCARD enum rc vault_open(struct store *s, const char *name,
    const char *passphrase, struct vault **v, struct fault *f);

/**
 * vault_close(v):
 * Wipe and free. Does nothing when ${v} is NULL.
 */
void vault_close(struct vault *v);

/**
 * vault_user(v), vault_store(v):
 * Who is signed in, and where. Lends.
 */
const struct vault_user *vault_user(const struct vault *v);
struct store *vault_store(const struct vault *v);

/**
 * vault_areas(v, n):
 * The areas of the store, by number, with whether this user holds each. Lends
 * until the keys change.
 */
const struct vault_area *vault_areas(struct vault *v, size_t *n);

/**
 * vault_area_by_code(v, code), vault_area_by_number(v, number):
 * One of them, or NULL.
 */
const struct vault_area *vault_area_by_code(struct vault *v, const char *code);
const struct vault_area *vault_area_by_number(struct vault *v, uint16_t number);

/**
 * vault_new_slot(t, v, area, slot, f):
 * A fresh person key in ${area}, by its ${slot} number, never 0. ${t} is a
 * write; the number is taken for good when an entry that names it is appended
 * in ${t}. The key is on the disk already.
 */
NODISCARD enum rc vault_new_slot(struct txn *t, struct vault *v, uint16_t area,
    uint32_t *slot, struct fault *f);

/**
 * vault_destroy_slot(t, v, area, slot, f):
 * Destroy a person key in ${area}, at once and for good, in every file of this
 * store: entries and rows sealed by it are noise from then on. ${t} is a write;
 * not undone by txn_abort(). The caller appends the entry that says so.
 */
NODISCARD enum rc vault_destroy_slot(struct txn *t, struct vault *v,
    uint16_t area, uint32_t slot, struct fault *f);

/**
 * vault_restrict_slot(t, v, area, slot, users, n, f):
 * Let only the ${n} ${users} (and the recovery shares) open this person key;
 * ${n} 0 gives it back to the area. Only an administrator who can open it may:
 * RC_DENIED otherwise. ${t} is a write; not undone by txn_abort(). The caller
 * appends the entry that says so.
 */
NODISCARD enum rc
vault_restrict_slot(struct txn *t, struct vault *v, uint16_t area,
    uint32_t slot, const uint16_t *users, size_t n, struct fault *f);

/**
 * vault_kdf(v, area, epoch, purpose, out, f):
 * A key of ${area}'s epoch for one ${purpose}. Epoch 0 means the present one.
 * The caller wipes it.
 */
NODISCARD enum rc vault_kdf(struct vault *v, uint16_t area, uint16_t epoch,
    enum vault_purpose purpose, uint8_t out[VAULT_KEY_LEN], struct fault *f);

/**
 * vault_kdf_user(v, purpose, out):
 * A key that only this user has, for drafts. The caller wipes it.
 */
void vault_kdf_user(struct vault *v, enum vault_purpose purpose,
    uint8_t out[VAULT_KEY_LEN]);

#endif /* HANDRAIL_STORE_VAULT_H */
