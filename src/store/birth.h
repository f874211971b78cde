/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_BIRTH_H
#define HANDRAIL_STORE_BIRTH_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "store/recovery.h"
#include "store/store.h"
#include "store/vault.h"

/*
 * How a store comes into the world: whole, in a folder beside the one it is to
 * have, synced, and then renamed, so that a power cut leaves either no store or
 * one that opens.
 */

struct birth {
	const char *admin; /* the first user, number 1, role "admin" */
	const char *passphrase;
	const char *const *areas; /* codes such as "LEI" */
	size_t n_areas;
	enum vault_kdf kdf;
	uint16_t station; /* 0: 1 */
	const char *demo; /* text of the file demo; NULL: a store for use */
};

/**
 * birth_of(dir, b, options, shares, f):
 * Make a store in ${dir}, which is absent or empty. The three recovery
 * ${shares} are kept nowhere: show them once. RC_SYSTEM when there is something
 * in ${dir} already, RC_INVALID when an area or user cannot be called so.
 */
NODISCARD enum rc birth_of(const char *dir, const struct birth *b,
    const struct store_options *options, struct recovery_share shares[3],
    struct fault *f);

#endif /* HANDRAIL_STORE_BIRTH_H */
