/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_TRACK_H
#define HANDRAIL_HUB_ACTS_TRACK_H

#include "hub/acts/stage.h"

/*
 * The stage is kept for each suspect and each charge, for they go different
 * ways; the case stands where the furthest of them does. A suspect who is
 * charged stands where the furthest of the charges does.
 */

/**
 * track_move(d, casefile, part, move, f):
 * Move ${part}, a suspect or a charge in hand, write its step, and let suspect
 * and case follow. RC_UNLAWFUL as stage_move().
 */
NODISCARD enum rc track_move(struct doing *d, struct record *casefile,
    struct record *part, const struct stage_move *move, struct fault *f);

/**
 * track_move_all(d, casefile, move, f):
 * The case itself was moved: every charge and every suspect without one from
 * whom the move is open goes with it.
 */
NODISCARD enum rc track_move_all(struct doing *d, struct record *casefile,
    const struct stage_move *move, struct fault *f);

/**
 * track_name(d, casefile, suspect, on, f):
 * A suspect who was just made begins where one begins, and the case with them
 * unless it is further.
 */
NODISCARD enum rc track_name(struct doing *d, struct record *casefile,
    struct record *suspect, const char *on, struct fault *f);

/**
 * track_passed(d, casefile, out, f):
 * Every stage the case ever stood at, parted by blanks.
 */
NODISCARD enum rc track_passed(struct doing *d, const struct record *casefile,
    struct buf *out, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_TRACK_H */
