/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_FRAME_KEYS_H
#define HANDRAIL_UI_FRAME_KEYS_H

#include "ui/frame/term.h"

/*
 * What the keyboard sends, as strokes and pastes: the part of the terminal that
 * knows key sequences.
 */

/**
 * keys_open(escape_ms), keys_close():
 * Read keys from here on, waiting ${escape_ms} for what may follow an Esc.
 */
void keys_open(int escape_ms);
void keys_close(void);
bool keys_are_open(void);

/**
 * keys_read(in):
 * Store the next stroke or paste in ${in}; TERM_QUIET when there is none yet.
 */
void keys_read(struct term_input *in);

#endif /* HANDRAIL_UI_FRAME_KEYS_H */
