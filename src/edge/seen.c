/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/chance.h"
#include "base/mem.h"
#include "store/seal.h"

#include "edge/seen.h"

/* Open addressing, at most half full; a place with count 0 is free. */
struct place {
	uint64_t hash[2];
	uint64_t count;
};

struct seen {
	uint8_t keys[2][16];
	struct place *places;
	size_t n, room; /* room is a power of 2 */
};

#define SEEN_FIRST 1024

static void
make_room(struct seen *s, size_t room)
{
	s->places = mem_get(mem_times(room, sizeof(*s->places)));
	s->room = room;
	s->n = 0;
}

struct seen *
seen_new(void)
{
	struct seen *s = mem_get(sizeof(*s));
	struct chance chance;

	chance_real(&chance);
	chance_bytes(&chance, s->keys, sizeof(s->keys));
	make_room(s, SEEN_FIRST);
	return s;
}

void
seen_free(struct seen *s)
{
	if (!s)
		return;
	free(s->places);
	free(s);
}

/* Where that hash is, or where it would go. */
static struct place *
place_of(const struct seen *s, const uint64_t hash[2])
{
	size_t i = hash[0] & (s->room - 1);

	while (s->places[i].count &&
	       memcmp(s->places[i].hash, hash, sizeof(s->places[i].hash)))
		i = (i + 1) & (s->room - 1);
	return &s->places[i];
}

static void
grow(struct seen *s)
{
	struct place *old = s->places;
	size_t room = s->room;

	make_room(s, mem_times(room, 2));
	for (size_t i = 0; i < room; i++)
		if (old[i].count) {
			*place_of(s, old[i].hash) = old[i];
			s->n++;
		}
	free(old);
}

uint64_t
seen_add(struct seen *s, const char *text)
{
	struct span bytes = span_str(text);
	uint64_t hash[2] = { seal_token(s->keys[0], bytes),
		seal_token(s->keys[1], bytes) };
	struct place *place;

	if (s->n * 2 >= s->room)
		grow(s);
	place = place_of(s, hash);
	if (!place->count) {
		memcpy(place->hash, hash, sizeof(hash));
		s->n++;
	}
	return ++place->count;
}
