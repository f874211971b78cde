/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_LETTERS_INSIDE_H
#define HANDRAIL_HUB_LETTERS_INSIDE_H

#include "base/vec.h"
#include "hub/definitions.h"
#include "hub/letters.h"

/*
 * The inside of struct letters, shared by letters.c, which looks things up, and
 * letters_read.c, which reads the files. Nobody else looks in here.
 */

struct letters {
	struct arena *arena;
	struct sender sender;
	VEC(struct letter) letters;
	VEC(struct tongue) tongues;
};

struct letters_reading {
	struct letters *letters;
	const struct codes *codes; /* NULL: codes are not looked up */
};

/* What definitions_each() calls with a struct letters_reading. */
definitions_fn letters_read_letter, letters_read_tongue;

/**
 * letters_read_sender(l, path, f):
 * Read the file of the sender, if there is one.
 */
NODISCARD enum rc
letters_read_sender(struct letters *l, const char *path, struct fault *f);

#endif /* HANDRAIL_HUB_LETTERS_INSIDE_H */
