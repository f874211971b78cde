/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/disk.h"
#include "base/str.h"
#include "store/inside.h"
#include "store/seal.h"
#include "store/user.h"

enum { FILE_MAX = 4096, TRUST_DEPTH = 8 };

static const char magic[] = "hrUser1\n";
static const char sign_word[] = "handrail user 1";

bool
user_name_is(const char *name)
{
	size_t n = strlen(name);

	if (!n || n > VAULT_NAME_MAX || !isalnum((unsigned char)name[0]))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!isalnum((unsigned char)name[i]) && !strchr("-_.", name[i]))
			return false;
	return true;
}

static void
put_public(struct buf *b, const struct vault_user *who)
{
	buf_u16(b, who->number);
	buf_block(b, span_str(who->name));
	buf_block(b, span_str(who->role));
	buf_u8(b, who->revoked);
	buf_u64(b, (uint64_t)who->since);
	buf_put(b, who->sign_key, sizeof(who->sign_key));
	buf_put(b, who->box_key, sizeof(who->box_key));
}

static void
get_text(struct reader *r, char *to, size_t room)
{
	struct span s = reader_block(r);

	if (s.len >= room)
		r->bad = true;
	else if (s.len)
		memcpy(to, s.at, s.len);
}

static void
get_bytes(struct reader *r, void *to, size_t n)
{
	struct span s = reader_bytes(r, n);

	if (s.len == n)
		memcpy(to, s.at, n);
}

static void
get_public(struct reader *r, struct vault_user *who)
{
	who->number = reader_u16(r);
	get_text(r, who->name, sizeof(who->name));
	get_text(r, who->role, sizeof(who->role));
	who->revoked = reader_u8(r);
	who->since = (int64_t)reader_u64(r);
	get_bytes(r, who->sign_key, sizeof(who->sign_key));
	get_bytes(r, who->box_key, sizeof(who->box_key));
}

static void
put_file(struct buf *b, const struct user_file *u)
{
	uint8_t hash[SEAL_HASH_LEN];

	buf_puts(b, magic);
	put_public(b, &u->who);
	buf_u16(b, u->signer);
	buf_put(b, u->signature, sizeof(u->signature));
	buf_u32(b, u->passes);
	buf_u32(b, u->kib);
	buf_put(b, u->salt, sizeof(u->salt));
	buf_put(b, u->commitment, sizeof(u->commitment));
	buf_put(b, u->wrapped, sizeof(u->wrapped));
	seal_hash(buf_window(b), (struct span){ 0 }, hash);
	buf_put(b, hash, sizeof(hash));
}

static bool
get_file(struct span bytes, struct user_file *u)
{
	uint8_t hash[SEAL_HASH_LEN];
	struct reader r;

	if (bytes.len < sizeof(hash))
		return false;
	r = reader_of(span_of(bytes.at, bytes.len - sizeof(hash)));
	seal_hash(span_of(bytes.at, bytes.len - sizeof(hash)),
	    (struct span){ 0 }, hash);
	if (memcmp(hash, r.end, sizeof(hash)) ||
	    !span_eq(reader_bytes(&r, 8), span_str(magic)))
		return false;
	get_public(&r, &u->who);
	u->signer = reader_u16(&r);
	get_bytes(&r, u->signature, sizeof(u->signature));
	u->passes = reader_u32(&r);
	u->kib = reader_u32(&r);
	get_bytes(&r, u->salt, sizeof(u->salt));
	get_bytes(&r, u->commitment, sizeof(u->commitment));
	get_bytes(&r, u->wrapped, sizeof(u->wrapped));
	return reader_end(&r);
}

enum rc
user_read(const struct disk *disk, const char *dir, const char *name,
    struct user_file *u, struct fault *f)
{
	struct buf path = { 0 }, bytes = { 0 };
	enum rc rc;

	memset(u, 0, sizeof(*u));
	if (!user_name_is(name))
		return fault_set(f, RC_MISSING, "there is no user %s", name);
	buf_printf(&path, "%s/keys/users/%s", dir, name);
	rc = disk_read_whole(disk, buf_str(&path), FILE_MAX, &bytes, f);
	if (rc == RC_MISSING)
		(void)fault_set(f, rc, "there is no user %s", name);
	if (!rc &&
	    (!get_file(buf_window(&bytes), u) || strcmp(u->who.name, name)))
		rc = fault_set(f, RC_CORRUPT,
		    "%s is damaged; put it back from a backup", buf_str(&path));
	buf_release(&path);
	buf_release(&bytes);
	return rc;
}

enum rc
user_write(const struct disk *disk, const char *dir, const struct user_file *u,
    struct fault *f)
{
	struct buf path = { 0 }, bytes = { 0 };
	enum rc rc;

	put_file(&bytes, u);
	buf_printf(&path, "%s/keys/users/%s", dir, u->who.name);
	rc = disk_write_whole(disk, buf_str(&path), buf_window(&bytes), f);
	buf_release(&path);
	buf_release(&bytes);
	return rc;
}

static void
public_hash(const struct vault_user *who, uint8_t hash[SEAL_HASH_LEN])
{
	struct buf b = { 0 };

	put_public(&b, who);
	seal_hash(buf_window(&b), (struct span){ 0 }, hash);
	buf_release(&b);
}

void
user_sign(struct user_file *u, uint16_t signer, const uint8_t secret[64])
{
	uint8_t hash[SEAL_HASH_LEN];

	u->signer = signer;
	public_hash(&u->who, hash);
	seal_sign(secret, sign_word, hash, u->signature);
}

struct search {
	struct store *store;
	uint16_t number;
	struct user_file *u;
	bool found;
};

static enum rc
match_number(const char *name, void *arg)
{
	struct search *a = arg;

	if (user_read(a->store->disk, a->store->dir, name, a->u, NULL) ||
	    a->u->who.number != a->number)
		return RC_OK;
	a->found = true;
	return RC_END;
}

enum rc
user_by_number(struct store *s, uint16_t number, struct user_file *u,
    struct fault *f)
{
	struct search a = { .store = s, .number = number, .u = u };
	struct buf path = { 0 };
	enum rc rc =
	    disk_list(store_path(s, &path, "keys/users"), match_number, &a, f);

	buf_release(&path);
	if (a.found)
		return RC_OK;
	if (rc && rc != RC_END)
		return rc;
	return fault_set(f, RC_MISSING, "there is no user number %u", number);
}

static enum rc
trusted(struct store *s, const struct user_file *u, unsigned depth,
    struct fault *f)
{
	uint8_t hash[SEAL_HASH_LEN];
	struct user_file by;
	const uint8_t *key = by.who.sign_key;
	enum rc rc = RC_OK;

	public_hash(&u->who, hash);
	if (u->who.number == USER_ROOT && u->signer == USER_ROOT)
		key = s->station.root_key;
	else if (u->signer == USER_RECOVERY)
		key = s->station.recovery_sign;
	else if (depth < TRUST_DEPTH) {
		rc = user_by_number(s, u->signer, &by, f);
		if (!rc)
			rc = trusted(s, &by, depth + 1, f);
		if (!rc && strcmp(by.who.role, "admin"))
			rc = RC_CORRUPT;
	} else
		rc = RC_CORRUPT;
	if (!rc && !seal_sign_holds(key, sign_word, hash, u->signature))
		rc = RC_CORRUPT;
	if (rc)
		return fault_set(f, RC_CORRUPT,
		    "the key file of user %s was not signed by an "
		    "administrator of this store; put it back from a backup",
		    u->who.name);
	return RC_OK;
}

enum rc
user_is_trusted(struct store *s, const struct user_file *u, struct fault *f)
{
	return trusted(s, u, 0, f);
}

bool
user_signed(struct store *s, uint16_t number, const char *word,
    const uint8_t hash[32], const uint8_t sign[64])
{
	struct user_file by;

	if (number == USER_RECOVERY)
		return seal_sign_holds(s->station.recovery_sign, word, hash,
		    sign);
	return !user_by_number(s, number, &by, NULL) &&
	       !user_is_trusted(s, &by, NULL) &&
	       !strcmp(by.who.role, "admin") &&
	       seal_sign_holds(by.who.sign_key, word, hash, sign);
}

static enum rc
read_device(const struct disk *disk, const char *dir, uint8_t secret[32],
    struct fault *f)
{
	struct buf path = { 0 }, bytes = { 0 };
	enum rc rc;

	buf_printf(&path, "%s/keys/device", dir);
	rc = disk_read_whole(disk, buf_str(&path), 64, &bytes, f);
	if (!rc && bytes.len != 32)
		rc = fault_set(f, RC_CORRUPT, "%s is damaged", buf_str(&path));
	if (rc == RC_MISSING)
		rc = fault_set(f, RC_CORRUPT,
		    "%s, this machine's own secret, is missing; put it back "
		    "from a backup, or use handrailctl recovery open",
		    buf_str(&path));
	if (!rc)
		memcpy(secret, bytes.at, 32);
	buf_wipe(&bytes);
	buf_release(&path);
	return rc;
}

enum rc
user_make_device(const struct disk *disk, const char *dir, struct fault *f)
{
	struct buf path = { 0 };
	uint8_t secret[32];
	enum rc rc = RC_OK;

	buf_printf(&path, "%s/keys/device", dir);
	if (!disk_has(buf_str(&path))) {
		randombytes_buf(secret, sizeof(secret));
		rc = disk_write_whole(disk, buf_str(&path),
		    span_of(secret, sizeof(secret)), f);
		seal_wipe(secret, sizeof(secret));
	}
	buf_release(&path);
	return rc;
}

/* The key that passphrase and machine make together. */
static enum rc
stretch(const struct disk *disk, const char *dir, const char *passphrase,
    const struct user_file *u, uint8_t key[32], struct fault *f)
{
	uint8_t pressed[32], device[32];
	enum rc rc = read_device(disk, dir, device, f);

	if (!rc && crypto_pwhash(pressed, sizeof(pressed), passphrase,
		       strlen(passphrase), u->salt, u->passes,
		       (size_t)u->kib * 1024, crypto_pwhash_ALG_ARGON2ID13))
		rc = fault_set(f, RC_SYSTEM,
		    "there are not %u MiB of memory free to check a "
		    "passphrase; close other programs and try again",
		    u->kib / 1024);
	if (!rc)
		seal_kdf(pressed, "user", span_of(device, sizeof(device)), key);
	seal_wipe(pressed, sizeof(pressed));
	seal_wipe(device, sizeof(device));
	return rc;
}

/* What the secret part is bound to: it opens under no other user's name. */
static void
bound_to(struct buf *b, const struct vault_user *who)
{
	buf_u16(b, who->number);
	buf_block(b, span_str(who->name));
	buf_put(b, who->sign_key, sizeof(who->sign_key));
	buf_put(b, who->box_key, sizeof(who->box_key));
}

static void
set_strength(struct user_file *u, bool light)
{
	u->passes = light ? 1 : 3;
	u->kib = (light ? 8 : 256) * 1024;
}

enum rc
user_wrap(const struct disk *disk, const char *dir, struct user_file *u,
    const struct user_secret *secret, const char *passphrase, bool light,
    struct fault *f)
{
	uint8_t key[32], wrap[32], plain[64];
	struct buf aad = { 0 }, out = { 0 };
	enum rc rc;

	set_strength(u, light);
	randombytes_buf(u->salt, sizeof(u->salt));
	rc = stretch(disk, dir, passphrase, u, key, f);
	if (!rc) {
		seal_kdf(key, "commit", (struct span){ 0 }, u->commitment);
		seal_kdf(key, "wrap", (struct span){ 0 }, wrap);
		memcpy(plain, secret->sign, 32); /* the seed of the pair */
		memcpy(plain + 32, secret->box, 32);
		bound_to(&aad, &u->who);
		seal_box(wrap, buf_window(&aad), span_of(plain, sizeof(plain)),
		    &out);
		memcpy(u->wrapped, out.at, sizeof(u->wrapped));
	}
	seal_wipe(key, sizeof(key));
	seal_wipe(wrap, sizeof(wrap));
	seal_wipe(plain, sizeof(plain));
	buf_release(&aad);
	buf_release(&out);
	return rc;
}

static bool
open_secret(const struct user_file *u, const uint8_t key[32],
    struct user_secret *secret)
{
	uint8_t commitment[32], wrap[32], public[32];
	struct buf aad = { 0 }, out = { 0 };
	bool ok;

	seal_kdf(key, "commit", (struct span){ 0 }, commitment);
	seal_kdf(key, "wrap", (struct span){ 0 }, wrap);
	bound_to(&aad, &u->who);
	(void)buf_reserve(&out, sizeof(u->wrapped));
	ok = !sodium_memcmp(commitment, u->commitment, sizeof(commitment)) &&
	     seal_unbox(wrap, buf_window(&aad),
		 span_of(u->wrapped, sizeof(u->wrapped)), &out) &&
	     out.len == 64;
	if (ok) {
		crypto_sign_seed_keypair(public, secret->sign, out.at);
		memcpy(secret->box, out.at + 32, 32);
	}
	seal_wipe(wrap, sizeof(wrap));
	buf_release(&aad);
	buf_wipe(&out);
	return ok;
}

enum rc
user_unwrap(const struct disk *disk, const char *dir, const struct user_file *u,
    const char *passphrase, bool light, struct user_secret *secret,
    struct fault *f)
{
	struct user_file nobody = { 0 };
	uint8_t key[32];
	enum rc rc;

	set_strength(&nobody, light);
	rc = stretch(disk, dir, passphrase, u ? u : &nobody, key, f);
	if (!rc && (!u || !open_secret(u, key, secret)))
		rc = fault_set(f, RC_DENIED,
		    "that user and passphrase do not go together");
	seal_wipe(key, sizeof(key));
	return rc;
}

void
user_keys(struct user_file *u, struct user_secret *secret)
{
	crypto_sign_keypair(u->who.sign_key, secret->sign);
	crypto_box_keypair(u->who.box_key, secret->box);
}
