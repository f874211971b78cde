/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_FRAME_BURST_H
#define HANDRAIL_UI_FRAME_BURST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Pasted text on a terminal that does not mark it: more keys at once than hands
 * press. Letters are verbs in a list, so a pasted address must not be heard as
 * keys. On terminals that mark a paste nothing is held back, since there a
 * burst is somebody who typed ahead over a slow line.
 */

/**
 * burst_add(stroke):
 * Hold ${stroke}. Returns how many are held.
 */
unsigned burst_add(uint32_t stroke);

/**
 * burst_end(key, paste):
 * No more are waiting: give what is held to ${paste} as one text if it was
 * pasted, else each to ${key}.
 */
void burst_end(void (*key)(uint32_t stroke),
    void (*paste)(const char *text, size_t n));

#endif /* HANDRAIL_UI_FRAME_BURST_H */
