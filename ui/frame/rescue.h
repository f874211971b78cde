/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_FRAME_RESCUE_H
#define HANDRAIL_UI_FRAME_RESCUE_H

#include <stdbool.h>

#include "base/rc.h"

/*
 * Signals. The ones that end us politely, and the one that says the terminal
 * has another size, are noted and wake the loop. The ones that kill give the
 * terminal back first, with nothing but write() and tcsetattr().
 */

/**
 * rescue_open(f):
 * Catch signals from here on. Before newterm(), so that ncurses, which would
 * end the program itself, leaves them to us.
 */
NODISCARD enum rc rescue_open(struct fault *f);

/**
 * rescue_ready():
 * The terminal is ours: remember how it was and how to give it back.
 */
void rescue_ready(void);

/**
 * rescue_close():
 * Leave signals to themselves again. May be called twice.
 */
void rescue_close(void);
bool rescue_is_open(void);

/**
 * rescue_fd(), rescue_drain():
 * Readable when something was noted; forget that it is.
 */
int rescue_fd(void);
void rescue_drain(void);

/**
 * rescue_resized(), rescue_ended():
 * Whether the size changed since last asked; whether it is time to end.
 */
bool rescue_resized(void);
bool rescue_ended(void);

#endif /* HANDRAIL_UI_FRAME_RESCUE_H */
