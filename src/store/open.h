/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_OPEN_H
#define HANDRAIL_STORE_OPEN_H

#include <stdbool.h>

#include "base/rc.h"

/*
 * The steps of opening: is this a place for a store, who else is here, may
 * data.mdb be mapped.
 */

struct store;

/**
 * open_place(s, f):
 * The folder is on a disk of this machine, ours alone, and can be written to;
 * what files say about the station is read.
 */
NODISCARD enum rc open_place(struct store *s, struct fault *f);

/**
 * open_lock(s, alone, f):
 * Hold the store's lock, alone if nobody else has it open; wait up to a minute
 * while another process mends it. RC_BUSY after that.
 */
NODISCARD enum rc open_lock(struct store *s, bool *alone, struct fault *f);

/**
 * open_share(s), open_alone(s):
 * Let others in; try to be the only one again. The latter says whether we are.
 */
void open_share(struct store *s);
bool open_alone(struct store *s);

/**
 * open_checked(s, f):
 * When alone: check data.mdb, unless it is to the byte the file that the last
 * one to leave had checked; if anything is doubtful it goes to quarantine.
 */
NODISCARD enum rc open_checked(struct store *s, struct fault *f);

/**
 * open_stamp(s):
 * When alone, at closing: note which file it is that needs no checking.
 */
void open_stamp(struct store *s);

#endif /* HANDRAIL_STORE_OPEN_H */
