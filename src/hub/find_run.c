/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "model/record.h"

#include "hub/find_inside.h"
#include "hub/find_query.h"
#include "hub/find_run.h"
#include "hub/find_short.h"

/*
 * Tokens, people and lists.
 *
 * A token is 64 bits of keyed hash, found through an open table; its number is
 * its place in `tokens`. The list of a token is a stretch of `listed`, laid out
 * from pairs when the run settles, and behind it a chain of links, one for each
 * thing put since. People are numbered as they come; a number is never used
 * again.
 */

#define NONE UINT32_MAX

struct find_run *
find_run_new(const struct short_names *names)
{
	struct find_run *run = mem_get(sizeof(*run));

	run->names = names;
	token_key_make(&run->key);
	return run;
}

void
find_run_free(struct find_run *run)
{
	if (!run)
		return;
	token_key_wipe(&run->key);
	VEC_RELEASE(&run->tokens);
	VEC_RELEASE(&run->links);
	VEC_RELEASE(&run->pairs);
	VEC_RELEASE(&run->people);
	VEC_RELEASE(&run->touched);
	free(run->slots);
	free(run->listed);
	free(run->by_id);
	free(run->tally);
	free(run);
}

/* ---- tokens ---- */

static void
place_token(struct find_run *run, uint32_t number)
{
	size_t mask = run->n_slots - 1;
	size_t at = (size_t)run->tokens.at[number].hash & mask;

	while (run->slots[at])
		at = (at + 1) & mask;
	run->slots[at] = number + 1;
}

static void
grow_slots(struct find_run *run)
{
	free(run->slots);
	run->n_slots = run->n_slots ? run->n_slots * 2 : 1024;
	run->slots = mem_get(run->n_slots * sizeof(*run->slots));
	for (uint32_t i = 0; i < run->tokens.n; i++)
		place_token(run, i);
}

uint32_t
find_token(const struct find_run *run, uint64_t hash)
{
	size_t mask = run->n_slots - 1;

	if (!run->n_slots)
		return NONE;
	for (size_t at = (size_t)hash & mask; run->slots[at];
	     at = (at + 1) & mask)
		if (run->tokens.at[run->slots[at] - 1].hash == hash)
			return run->slots[at] - 1;
	return NONE;
}

static uint32_t
take_token(struct find_run *run, uint64_t hash, bool *made)
{
	uint32_t number = find_token(run, hash);
	struct find_token *token;

	*made = number == NONE;
	if (!*made)
		return number;
	if (run->tokens.n * 10 >= run->n_slots * 7)
		grow_slots(run);
	number = (uint32_t)run->tokens.n;
	token = VEC_ADD(&run->tokens);
	token->hash = hash;
	token->link = NONE;
	place_token(run, number);
	return number;
}

uint64_t
find_hash(const struct find_run *run, char what, const char *text, size_t len)
{
	char bytes[1 + 2 * FIND_WORD_LEN];

	if (len > sizeof(bytes) - 1)
		len = sizeof(bytes) - 1;
	bytes[0] = what;
	memcpy(bytes + 1, text, len);
	return token_of(&run->key, span_of(bytes, len + 1));
}

static void
list_under(struct find_run *run, uint32_t token, uint32_t value)
{
	struct find_link *link;

	if (!run->settled) {
		*VEC_ADD(&run->pairs) = (struct find_pair){ token, value };
		return;
	}
	link = VEC_ADD(&run->links);
	link->value = value;
	link->next = run->tokens.at[token].link;
	run->tokens.at[token].link = (uint32_t)(run->links.n - 1);
}

static void
put(struct find_run *run, char what, const char *text, size_t len,
    uint32_t value)
{
	bool made;

	list_under(run, take_token(run, find_hash(run, what, text, len), &made),
	    value);
}

/* ---- words, and the ways to them ---- */

size_t
find_without(const char *word, size_t len, size_t at, char *out)
{
	size_t cut = utf8_cluster(word + at, len - at);

	memcpy(out, word, at);
	memcpy(out + at, word + at + cut, len - at - cut);
	return cut;
}

static void
put_ways(struct find_run *run, const struct find_word *w, uint32_t word)
{
	char shorter[FIND_WORD_LEN], sound[FIND_SOUND_ROOM];
	size_t cut;

	for (size_t at = 0; at < w->len; at += cut) {
		cut = find_without(w->text, w->len, at, shorter);
		put(run, 'p', w->text, at + cut, word);
		if (w->len >= FIND_SLIP_LEAST)
			put(run, 'd', shorter, w->len - cut, word);
	}
	if (w->len >= FIND_SLIP_LEAST)
		put(run, 'd', w->text, w->len, word);
	if (find_sound(w->text, sound))
		put(run, 's', sound, strlen(sound), word);
}

static void
put_word(struct find_run *run, const struct find_word *w, uint32_t person)
{
	bool made;
	uint32_t word =
	    take_token(run, find_hash(run, 'w', w->text, w->len), &made);

	if (made)
		put_ways(run, w, word);
	list_under(run, word, person);
}

/* ---- people ---- */

static size_t
mix(uint64_t id)
{
	id ^= id >> 31;
	id *= 0x9e3779b97f4a7c15u;
	return (size_t)(id ^ (id >> 29));
}

static void
place_person(struct find_run *run, uint32_t number)
{
	size_t mask = run->n_by_id - 1;
	size_t at = mix(run->people.at[number]) & mask;

	while (run->by_id[at])
		at = (at + 1) & mask;
	run->by_id[at] = number + 1;
}

static void
grow_people(struct find_run *run)
{
	free(run->by_id);
	run->n_by_id = run->n_by_id ? run->n_by_id * 2 : 1024;
	run->by_id = mem_get(run->n_by_id * sizeof(*run->by_id));
	for (uint32_t i = 0; i < run->people.n; i++)
		if (run->people.at[i])
			place_person(run, i);
}

uint32_t
find_person(const struct find_run *run, uint64_t id)
{
	size_t mask = run->n_by_id - 1;

	if (!run->n_by_id || !id)
		return NONE;
	for (size_t at = mix(id) & mask; run->by_id[at]; at = (at + 1) & mask)
		if (run->people.at[run->by_id[at] - 1] == id)
			return run->by_id[at] - 1;
	return NONE;
}

static uint32_t
take_person(struct find_run *run, uint64_t id)
{
	uint32_t number = find_person(run, id);

	if (number != NONE)
		return number;
	if (run->people.n * 10 >= run->n_by_id * 7)
		grow_people(run);
	number = (uint32_t)run->people.n;
	*VEC_ADD(&run->people) = id;
	place_person(run, number);
	return number;
}

void
find_run_drop(struct find_run *run, uint64_t person)
{
	uint32_t number = find_person(run, person);

	/* The slot goes on leading here, so that others behind it are found. */
	if (number != NONE)
		run->people.at[number] = 0;
}

/* ---- a person's tokens ---- */

static void
put_names(struct find_run *run, const struct record *r, uint32_t person,
    struct arena *arena)
{
	static const unsigned tags[] = { PERSON_GIVEN, PERSON_FAMILY,
		PERSON_OTHER_NAMES, PERSON_VIA_NAME };
	struct find_words ws = { .n = 0 };

	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
		const char *name = record_text(r, tags[i]);

		if (*name)
			find_words_add(&ws, name, true, arena);
	}
	for (size_t i = 0; i < ws.n; i++)
		put_word(run, &ws.at[i], person);
}

static void
put_born(struct find_run *run, const char *born, uint32_t person)
{
	born += *born == '~';
	if (*born && *born != '?')
		put(run, 'b', born, strcspn(born, "T"), person);
}

size_t
find_digits(const char *phone, char *out, size_t room)
{
	size_t n = 0;

	for (; *phone && *phone != 'x'; phone++)
		if (*phone >= '0' && *phone <= '9' && n + 1 < room)
			out[n++] = *phone;
	out[n] = '\0';
	return n;
}

static void
put_phone(struct find_run *run, const char *phone, uint32_t person)
{
	char digits[PHONE_ROOM];
	size_t n = find_digits(phone, digits, sizeof(digits));

	if (n >= 4)
		put(run, 'q', digits + n - 4, 4, person);
	if (n >= 8)
		put(run, 'r', digits + n - 8, 4, person);
}

static void
put_postcode(struct find_run *run, const char *postcode, uint32_t person)
{
	size_t out = strcspn(postcode, " ");

	if (!out || *postcode == '?')
		return;
	put(run, 'o', postcode, out, person);
	if (postcode[out])
		put(run, 'i', postcode + out + 1, strlen(postcode + out + 1),
		    person);
}

void
find_run_put(struct find_run *run, const struct record *person,
    struct arena *arena)
{
	uint32_t number = take_person(run, person->id);

	put_names(run, person, number, arena);
	put_born(run, record_text(person, PERSON_BORN), number);
	put_phone(run, record_text(person, PERSON_PHONE), number);
	put_postcode(run, record_text(person, PERSON_POSTCODE), number);
}

void
find_run_number(struct find_run *run, uint64_t person, const char *number)
{
	uint32_t who = find_person(run, person);

	if (who != NONE && *number && *number != '?')
		put(run, 'n', number, strlen(number), who);
}

/* ---- laying the lists out ---- */

/* Count what each token lists, and give each its stretch. */
static uint32_t *
measure(struct find_run *run)
{
	struct find_token *token;
	const struct find_pair *pair;
	uint32_t from = 0;

	VEC_EACH (&run->pairs, pair)
		run->tokens.at[pair->token].n++;
	VEC_EACH (&run->tokens, token) {
		token->from = from;
		from += token->n;
		token->n = 0;
	}
	run->n_listed = from;
	return mem_get(mem_times(from, sizeof(uint32_t)));
}

/* The first time: everything is in pairs. */
static void
lay_pairs(struct find_run *run)
{
	const struct find_pair *pair;

	run->listed = measure(run);
	VEC_EACH (&run->pairs, pair) {
		struct find_token *token = &run->tokens.at[pair->token];

		run->listed[token->from + token->n++] = pair->value;
	}
	VEC_RELEASE(&run->pairs);
	run->settled = true;
}

/* Later: back to pairs with what is laid out and what was linked since. */
static void
unlay(struct find_run *run)
{
	for (uint32_t i = 0; i < run->tokens.n; i++) {
		struct find_token *token = &run->tokens.at[i];

		for (uint32_t k = 0; k < token->n; k++)
			*VEC_ADD(&run->pairs) = (struct find_pair){ i,
				run->listed[token->from + k] };
		for (uint32_t at = token->link; at != NONE;
		     at = run->links.at[at].next)
			*VEC_ADD(&run->pairs) =
			    (struct find_pair){ i, run->links.at[at].value };
		token->n = 0;
		token->link = NONE;
	}
	VEC_RELEASE(&run->links);
	free(run->listed);
	run->listed = NULL;
}

void
find_run_settle(struct find_run *run)
{
	if (run->settled)
		unlay(run);
	lay_pairs(run);
}

size_t
find_run_people(const struct find_run *run)
{
	return run->people.n;
}

size_t
find_run_bytes(const struct find_run *run)
{
	return sizeof(*run) + run->n_slots * sizeof(*run->slots) +
	       run->tokens.cap * sizeof(*run->tokens.at) +
	       run->n_listed * sizeof(*run->listed) +
	       run->links.cap * sizeof(*run->links.at) +
	       run->people.cap * sizeof(*run->people.at) +
	       run->n_by_id * sizeof(*run->by_id) +
	       run->n_tally * sizeof(*run->tally) +
	       run->touched.cap * sizeof(*run->touched.at);
}
