/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_MODEL_REGISTRY_H
#define HANDRAIL_MODEL_REGISTRY_H

#include "base/arena.h"
#include "model/kind.h"

/*
 * The inside of struct kinds, shared by registry.c, which looks things up, and
 * site.c, which reads what a hub defines. Nobody else looks in here.
 */

struct place {
	const char *name;  /* of the field: the very string, not its letters */
	const char *where; /* "FILE:LINE" */
};

struct kinds {
	struct arena *arena; /* of all that is not built in */
	const struct kind **kind;
	size_t n, cap;       /* in order of tag */
	struct place *place; /* where the hub's own fields were defined */
	size_t n_place, cap_place;
};

/**
 * kinds_put(k, kind):
 * Add ${kind}, or put it in the place of the one with its tag. Lends.
 */
void kinds_put(struct kinds *k, const struct kind *kind);

/**
 * kinds_note(k, name, where):
 * Remember where the field whose name is the string at ${name} was defined, for
 * faults found later.
 */
void kinds_note(struct kinds *k, const char *name, const char *where);

#endif /* HANDRAIL_MODEL_REGISTRY_H */
