/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdbool.h>
#include <string.h>

#include "hub/find_word.h"

/*
 * How a name sounds in the mouths of these islands, roughly. Letters become
 * the consonant they stand for; vowels count only at the start; letters said
 * alike become one. The first row whose letters fit and whose place is right
 * wins, so that longer ones stand first. It is meant to bring in too many
 * rather than too few: what sounds alike is shown last and said to.
 */

enum place {
	ANYWHERE,
	START,
	END,
	FRONT, /* before e, i or y */
	INSIDE /* not at the start */
};

/* clang-format off */
static const struct sound {
	const char *letters, *sound;
	enum place place;
} sounds[] = {
	{ "mac",	"mk",	START },
	{ "mc",		"mk",	START },
	{ "kn",		"n",	START },
	{ "gn",		"n",	START },
	{ "pn",		"n",	START },
	{ "ps",		"s",	START },
	{ "wr",		"r",	START },
	{ "wh",		"w",	START },
	{ "sch",	"x",	ANYWHERE },
	{ "tch",	"x",	ANYWHERE },
	{ "ght",	"t",	ANYWHERE },
	{ "sh",		"x",	ANYWHERE },
	{ "ch",		"x",	ANYWHERE },
	{ "cz",		"x",	ANYWHERE },
	{ "sz",		"x",	ANYWHERE },
	{ "th",		"t",	ANYWHERE },
	{ "ph",		"f",	ANYWHERE },
	{ "gh",		"",	END },
	{ "gh",		"g",	ANYWHERE },
	{ "mb",		"m",	END },
	{ "ck",		"k",	ANYWHERE },
	{ "dg",		"j",	FRONT },
	{ "cc",		"k",	ANYWHERE },
	{ "x",		"s",	START },
	{ "c",		"s",	FRONT },
	{ "g",		"j",	FRONT },
	{ "c",		"k",	ANYWHERE },
	{ "q",		"k",	ANYWHERE },
	{ "x",		"ks",	ANYWHERE },
	{ "z",		"s",	ANYWHERE },
	{ "v",		"f",	ANYWHERE },
	{ "h",		"",	INSIDE },
	{ "w",		"",	INSIDE },
	{ "y",		"",	INSIDE },
	{ "a",		"",	INSIDE },
	{ "e",		"",	INSIDE },
	{ "i",		"",	INSIDE },
	{ "o",		"",	INSIDE },
	{ "u",		"",	INSIDE },
	{ "a",		"a",	START },
	{ "e",		"a",	START },
	{ "i",		"a",	START },
	{ "o",		"a",	START },
	{ "u",		"a",	START },
};
/* clang-format on */

static bool
is_front(char c)
{
	return c == 'e' || c == 'i' || c == 'y';
}

static bool
fits(const struct sound *s, const char *word, size_t at)
{
	size_t n = strlen(s->letters);

	if (strncmp(word + at, s->letters, n) != 0)
		return false;
	switch (s->place) {
	case START:
		return at == 0;
	case END:
		return !word[at + n];
	case FRONT:
		return is_front(word[at + n]);
	case INSIDE:
		return at > 0;
	case ANYWHERE:
		break;
	}
	return true;
}

/* The sound of what stands at ${at}, and how many letters it takes. */
static const char *
sound_at(const char *word, size_t at, size_t *took, char self[2])
{
	for (size_t i = 0; i < sizeof(sounds) / sizeof(sounds[0]); i++)
		if (fits(&sounds[i], word, at)) {
			*took = strlen(sounds[i].letters);
			return sounds[i].sound;
		}
	self[0] = word[at];
	self[1] = '\0';
	*took = 1;
	return self;
}

bool
find_sound(const char *word, char out[FIND_SOUND_ROOM])
{
	size_t n = 0, took;
	char self[2];

	for (size_t at = 0; word[at]; at += took) {
		if (word[at] < 'a' || word[at] > 'z')
			return false;
		for (const char *s = sound_at(word, at, &took, self); *s; s++)
			if (n + 1 < FIND_SOUND_ROOM && (!n || out[n - 1] != *s))
				out[n++] = *s;
	}
	out[n] = '\0';
	return n >= 2 && (n > 2 || out[0] != 'a');
}
