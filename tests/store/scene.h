/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_TESTS_STORE_SCENE_H
#define HANDRAIL_TESTS_STORE_SCENE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"
#include "store/journal.h"
#include "store/recovery.h"
#include "store/store.h"
#include "store/txn.h"
#include "store/vault.h"

/*
 * A store in a folder of its own, with areas LEI and NOT and the user ann, and
 * small steps on it. Every step that ought to work fails the test if it does
 * not, with the sentence.
 */

#define SCENE_PASSPHRASE "seven kind herons waiting"

struct scene {
	char dir[64];
	struct store_options options;
	struct recovery_share shares[3];
	struct store *store;
	struct vault *vault;
	uint16_t lei, safe, not ; /* areas */
	struct fault f;
};

/* Make it and open it; close it and remove the folder. */
void scene_make(struct scene *s);
void scene_make_small(struct scene *s, uint32_t segment_size);
void scene_remove(struct scene *s);

/* Open it as ann, or as someone; close it. */
void scene_open(struct scene *s);
void scene_open_as(struct scene *s, const char *name, const char *passphrase);
void scene_close(struct scene *s);

/* One entry in LEI, by the area's key; its number. One about a person. */
uint64_t scene_say(struct scene *s, const char *words);
uint64_t scene_say_of(struct scene *s, uint32_t slot, const char *words);
uint32_t scene_person(struct scene *s);

/* What entry ${seq} says, in memory that the next call uses again. */
const char *scene_hear(struct scene *s, uint64_t seq);
enum rc scene_try_hear(struct scene *s, uint64_t seq);
uint64_t scene_last(struct scene *s);

/* The sentences of the store, one a line; has any of them this in it? */
bool scene_noted(struct scene *s, const char *words);

/* Files of the store: all bytes, and change them where they lie. */
struct buf scene_bytes(const struct scene *s, const char *name);
void scene_write(const struct scene *s, const char *name, uint64_t at,
    const void *bytes, size_t n);
void scene_cut(const struct scene *s, const char *name, uint64_t len);
void scene_delete(const struct scene *s, const char *name);
void scene_write_new(const struct scene *s, const char *name);

/* Where entry ${seq} lies in the first segment. */
uint64_t scene_place(const struct scene *s, uint64_t seq, size_t *len);

void scene_remove_folder(const char *dir);

#endif /* HANDRAIL_TESTS_STORE_SCENE_H */
