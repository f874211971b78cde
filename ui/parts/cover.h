/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_PARTS_COVER_H
#define HANDRAIL_UI_PARTS_COVER_H

#include <stdbool.h>

#include "ui/frame/view.h"

/*
 * The privacy cover: a blank page in the same frame, with the call timer and
 * nothing else. Ctrl-L puts it up from anywhere and takes it down again.
 */

struct cover_options {
	/* Asked when Ctrl-L is pressed again after ${free_ms}; true opens.
	   NULL: it always opens. Called with the typed passphrase. */
	bool (*unlock)(void *arg, const char *passphrase);
	void *arg;
	int64_t free_ms; /* no passphrase asked within; 0: 60 s */
	bool locked;     /* ask at once */
};

/**
 * cover_open(o):
 * Hide everything now. Does nothing when it is hidden already.
 */
void cover_open(const struct cover_options *o);
bool cover_is_up(void);

#endif /* HANDRAIL_UI_PARTS_COVER_H */
