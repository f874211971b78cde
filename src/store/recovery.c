/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "store/change.h"
#include "store/inside.h"
#include "store/people.h"
#include "store/recovery.h"
#include "store/seal.h"
#include "store/vault_inside.h"
#include "store/word.h"

/*
 * A share is 38 bytes, two a word: its number with a 1 above it, which set it
 *is of 2, one side of two splits 16 and 16, a checksum 3. The seed is the xor
 *of
 *
 *	the first half of shares 1 and 2
 *	the second half of 1 and the first of 3
 *	the second half of 2 and of 3
 *
 * each split with its own random bytes.
 */

enum { SEED = 16, BYTES = RECOVERY_WORDS * 2, CHECKED = BYTES - 3 };

struct share {
	unsigned index;
	uint16_t set;
	uint8_t half[2][SEED];
};

/* Which halves make the seed: [lower share][higher share], from 1. */
static const uint8_t halves[4][4][2] = {
	[1] = { [2] = { 0, 0 }, [3] = { 1, 0 } }, [2] = { [3] = { 1, 1 } }
};

void
recovery_of_seed(struct recovery_key *key)
{
	uint8_t base[32], seed[32];

	seal_hash(span_str("handrail recovery 1"), span_of(key->seed, SEED),
	    base);
	seal_kdf(base, "recovery sign", (struct span){ 0 }, seed);
	crypto_sign_seed_keypair(key->sign_public, key->sign, seed);
	seal_kdf(base, "recovery box", (struct span){ 0 }, key->box);
	crypto_scalarmult_base(key->box_public, key->box);
	seal_wipe(base, sizeof(base));
	seal_wipe(seed, sizeof(seed));
}

static void
show_share(const struct share *s, struct recovery_share *out)
{
	uint8_t bytes[BYTES], check[SEAL_HASH_LEN];
	char *at = out->words;

	bytes[0] = (uint8_t)(0x10 | s->index);
	bytes[1] = (uint8_t)(s->set >> 8);
	bytes[2] = (uint8_t)s->set;
	memcpy(bytes + 3, s->half, sizeof(s->half));
	seal_hash(span_of(bytes, CHECKED), (struct span){ 0 }, check);
	memcpy(bytes + CHECKED, check, 3);
	for (size_t i = 0; i < RECOVERY_WORDS; i++, at += 6) {
		word_show((uint16_t)(bytes[2 * i] << 8 | bytes[2 * i + 1]), at);
		at[5] = ' ';
	}
	at[-1] = 0;
	seal_wipe(bytes, sizeof(bytes));
}

static uint16_t
set_of(const struct recovery_key *key)
{
	return (uint16_t)(key->box_public[0] << 8 | key->box_public[1]);
}

void
recovery_make(struct recovery_key *key,
    struct recovery_share shares[RECOVERY_SHARES])
{
	struct share all[4] = { 0 };

	seal_random(key->seed, SEED);
	recovery_of_seed(key);
	for (unsigned i = 1; i <= 3; i++)
		for (unsigned k = i + 1; k <= 3; k++) {
			uint8_t *low = all[i].half[halves[i][k][0]];
			uint8_t *high = all[k].half[halves[i][k][1]];

			seal_random(low, SEED);
			for (size_t n = 0; n < SEED; n++)
				high[n] = low[n] ^ key->seed[n];
		}
	for (unsigned i = 1; i <= 3; i++) {
		all[i].index = i;
		all[i].set = set_of(key);
		show_share(&all[i], &shares[i - 1]);
	}
	seal_wipe(all, sizeof(all));
}

static enum rc
read_words(const char *words, uint8_t bytes[BYTES], struct fault *f)
{
	struct span word;
	uint16_t bits;
	size_t n = 0;

	while (str_word(&words, &word)) {
		if (n == RECOVERY_WORDS)
			return fault_set(f, RC_INVALID,
			    "a recovery share has %d words, and there are more",
			    RECOVERY_WORDS);
		if (word.len != 5 || !word_read(word.at, &bits))
			return fault_set(f, RC_INVALID,
			    "word %zu of the recovery share is not one of "
			    "ours; look at the paper again",
			    n + 1);
		bytes[2 * n] = (uint8_t)(bits >> 8);
		bytes[2 * n + 1] = (uint8_t)bits;
		n++;
	}
	if (n == RECOVERY_WORDS)
		return RC_OK;
	return fault_set(f, RC_INVALID,
	    "a recovery share has %d words, and there are only %zu",
	    RECOVERY_WORDS, n);
}

static enum rc
read_share(const char *words, struct share *s, struct fault *f)
{
	uint8_t bytes[BYTES], check[SEAL_HASH_LEN];
	enum rc rc = read_words(words, bytes, f);

	if (rc)
		return rc;
	seal_hash(span_of(bytes, CHECKED), (struct span){ 0 }, check);
	if (memcmp(check, bytes + CHECKED, 3) || bytes[0] < 0x11 ||
	    bytes[0] > 0x13)
		rc = fault_set(f, RC_INVALID,
		    "the checksum of the recovery share does not hold: a word "
		    "was copied wrongly or two were exchanged");
	s->index = bytes[0] & 15u;
	s->set = (uint16_t)(bytes[1] << 8 | bytes[2]);
	memcpy(s->half, bytes + 3, sizeof(s->half));
	seal_wipe(bytes, sizeof(bytes));
	return rc;
}

enum rc
recovery_check(const char *words, unsigned *index, struct fault *f)
{
	struct share s = { 0 };
	enum rc rc = read_share(words, &s, f);

	*index = s.index;
	seal_wipe(&s, sizeof(s));
	return rc;
}

static void
combine(const struct share *a, const struct share *b, uint8_t seed[SEED])
{
	const struct share *low = a->index < b->index ? a : b;
	const struct share *high = low == a ? b : a;
	const uint8_t *h = halves[low->index][high->index];

	for (size_t i = 0; i < SEED; i++)
		seed[i] = low->half[h[0]][i] ^ high->half[h[1]][i];
}

/* The recovery key of ${s}, if the two shares make it. */
static enum rc
key_of(const struct store *s, const char *one, const char *other,
    struct recovery_key *key, struct fault *f)
{
	struct share a = { 0 }, b = { 0 };
	enum rc rc = read_share(one, &a, f);

	if (!rc)
		rc = read_share(other, &b, f);
	if (!rc && a.index == b.index)
		rc = fault_set(f, RC_INVALID,
		    "both are share %u; two different ones are needed",
		    a.index);
	if (!rc) {
		combine(&a, &b, key->seed);
		recovery_of_seed(key);
		if (a.set != b.set ||
		    memcmp(key->box_public, s->station.recovery_box, 32) ||
		    memcmp(key->sign_public, s->station.recovery_sign, 32))
			rc = fault_set(f, RC_DENIED,
			    "these shares are not of this store");
	}
	seal_wipe(&a, sizeof(a));
	seal_wipe(&b, sizeof(b));
	return rc;
}

enum rc
recovery_rehearse(struct store *s, const char *one, const char *other,
    struct fault *f)
{
	struct recovery_key key = { 0 };
	enum rc rc = key_of(s, one, other, &key, f);

	seal_wipe(&key, sizeof(key));
	return rc;
}

/* What the recovery key itself opens; nobody signs in as it. */
static enum rc
vault_of(struct store *s, const struct recovery_key *key, struct vault **v,
    struct fault *f)
{
	struct user_secret secret;
	struct user_file u = { .who = { .number = USER_RECOVERY,
				   .name = "recovery", .role = "admin" } };
	enum rc rc;

	memcpy(u.who.box_key, key->box_public, sizeof(u.who.box_key));
	memcpy(u.who.sign_key, key->sign_public, sizeof(u.who.sign_key));
	memcpy(secret.box, key->box, sizeof(secret.box));
	memcpy(secret.sign, key->sign, sizeof(secret.sign));
	rc = vault_with(s, &u, &secret, v, f);
	seal_wipe(&secret, sizeof(secret));
	return rc;
}

enum rc
recovery_note(struct store *s, const char *one, const char *other,
    struct fault *f)
{
	struct recovery_key key = { 0 };
	struct vault *v = NULL;
	struct change c;
	enum rc rc = key_of(s, one, other, &key, f);

	if (!rc)
		rc = vault_of(s, &key, &v, f);
	if (!rc)
		rc = change_begin(&c, v, CHANGE_ADMIN, f);
	if (!rc)
		rc = change_end(&c, f, "recovery rehearsed");
	vault_close(v);
	seal_wipe(&key, sizeof(key));
	return rc;
}

/* Everything sealed to the recovery key, sealed to ${u} as well. */
static void
give_all(struct ring *ring, const struct recovery_key *key,
    const struct user_file *u)
{
	size_t n = ring->grants.all.n;

	for (size_t i = 0; i < n; i++) {
		struct ring_grant g = ring->grants.all.at[i];
		uint8_t secret[32];

		if (g.user != USER_RECOVERY ||
		    !ring_open(&g, key->box_public, key->box, secret))
			continue;
		g.user = u->who.number;
		ring_give(ring, &g, u->who.box_key, secret);
		seal_wipe(secret, sizeof(secret));
	}
}

/* The new admin's file, signed by the recovery key. */
static enum rc
make_user(struct store *s, const struct recovery_key *key, const char *who,
    const char *passphrase, struct user_file *u, struct user_secret *secret,
    struct fault *f)
{
	struct ring ring;
	enum rc rc = change_new_user(s, who, "admin", u, secret, f);

	if (!rc)
		rc = user_make_device(s->disk, s->dir, f);
	if (!rc)
		rc = user_wrap(s->disk, s->dir, u, secret, passphrase,
		    s->station.light, f);
	if (!rc)
		rc = ring_read(s->disk, s->dir, &ring, f);
	if (rc)
		return rc;
	user_sign(u, USER_RECOVERY, key->sign);
	give_all(&ring, key, u);
	rc = user_write(s->disk, s->dir, u, f);
	if (!rc)
		rc = ring_write(s->disk, s->dir, &ring, USER_RECOVERY,
		    key->sign, f);
	ring_release(&ring);
	return rc;
}

enum rc
recovery_open(struct store *s, const char *one, const char *other,
    const char *who, const char *passphrase, struct fault *f)
{
	struct recovery_key key = { 0 };
	struct user_secret secret = { 0 };
	struct vault *v = NULL;
	struct user_file u;
	struct change c;
	enum rc rc = key_of(s, one, other, &key, f);

	if (!rc)
		rc = people_check_passphrase(who, passphrase,
		    s->station.light ? VAULT_LIGHT : VAULT_STANDARD, f);
	if (!rc)
		rc = make_user(s, &key, who, passphrase, &u, &secret, f);
	if (!rc)
		rc = vault_with(s, &u, &secret, &v, f);
	if (!rc)
		rc = change_begin(&c, v, CHANGE_ADMIN, f);
	if (!rc)
		rc = change_end(&c, f, "recovery open %u", u.who.number);
	vault_close(v);
	seal_wipe(&key, sizeof(key));
	seal_wipe(&secret, sizeof(secret));
	return rc;
}
