/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_KEEPING_H
#define HANDRAIL_UI_VIEWS_KEEPING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * Keeping what is being typed on a form: at every key against the program being
 * killed, at every field and every two seconds against the power going too.
 * Nobody is asked, and the header says when.
 */

struct draft;
struct entry;

/* What a draft holds besides the form itself. */
struct keeping_head {
	char form[32]; /* "intake", "note" */
	uint64_t person, casefile;
	int64_t from_ms; /* when the call or the form began */
	char link[24];   /* what ${record} is on the slip; "" no record */
	uint64_t record;
	char ref[8]; /* what the caller may be told already; "" nothing */
};

struct keeping {
	struct draft *draft;
	struct keeping_head head;
	unsigned seen;    /* entry_changes() when last kept */
	unsigned synced;  /* the same when last synced */
	int64_t at_ticks; /* of the last sync */
	bool failed;      /* and was said */
};

/**
 * keeping_begin(k, head, draft):
 * Keep from here on in ${draft}, which is taken; NULL begins a new one.
 */
void keeping_begin(struct keeping *k, const struct keeping_head *head,
    struct draft *draft);

/**
 * keeping_key(k, e, left):
 * After a key: keep ${e} if it changed; ${left}: a field was left.
 */
void keeping_key(struct keeping *k, struct entry *e, bool left);

/**
 * keeping_tick(k, e):
 * A second went by.
 */
void keeping_tick(struct keeping *k, struct entry *e);

/**
 * keeping_saved(k):
 * What was typed is saved, or was thrown away: the draft goes.
 */
void keeping_saved(struct keeping *k);

/**
 * keeping_end(k, e):
 * Leave the form: keep it as it stands, unless it was saved or nothing was ever
 * typed.
 */
void keeping_end(struct keeping *k, struct entry *e);

/**
 * keeping_read(bytes, head, form):
 * What a draft holds; ${form} is for entry_restore() and lends from ${bytes}.
 */
bool
keeping_read(struct span bytes, struct keeping_head *head, struct span *form);

#endif /* HANDRAIL_UI_VIEWS_KEEPING_H */
