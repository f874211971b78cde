/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "model/kind.h"
#include "model/record.h"

#include "hub/link_cards.h"

/* A name or an address has no more values than this that count. */
#define VALUES_MOST 24
#define TEXT_MOST 120

struct card {
	uint64_t person;
	uint32_t first; /* of all the box's values */
	uint8_t n[LINK_FIELDS];
};

struct link_cards {
	const struct link_rules *rules;
	struct arena *arena; /* of the texts */
	VEC(struct card) cards;
	VEC(uint32_t) values;
	VEC(struct link_text) texts;
	uint32_t *slots; /* a text's number and 1, or 0 */
	size_t n_slots;
};

struct link_cards *
link_cards_new(const struct link_rules *rules)
{
	struct link_cards *c = mem_get(sizeof(*c));

	c->rules = rules;
	c->arena = arena_new();
	c->n_slots = 1024;
	c->slots = mem_get(c->n_slots * sizeof(*c->slots));
	return c;
}

void
link_cards_free(struct link_cards *c)
{
	if (!c)
		return;
	arena_free(c->arena);
	VEC_RELEASE(&c->cards);
	VEC_RELEASE(&c->values);
	VEC_RELEASE(&c->texts);
	free(c->slots);
	free(c);
}

/* ---- texts, each once ---- */

/* FNV-1a; the table is ours alone and of one run. */
static size_t
hash_of(size_t field, const char *text, size_t len)
{
	uint64_t h = UINT64_C(14695981039346656037) ^ field;

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
	return (size_t)(h ^ h >> 29);
}

static uint32_t *
slot_of(struct link_cards *c, size_t field, const char *text, size_t len)
{
	size_t at = hash_of(field, text, len) & (c->n_slots - 1);

	for (; c->slots[at]; at = (at + 1) & (c->n_slots - 1)) {
		const struct link_text *t = &c->texts.at[c->slots[at] - 1];

		if (t->field == field && t->len == len &&
		    memcmp(t->at, text, len) == 0)
			break;
	}
	return &c->slots[at];
}

static void
grow(struct link_cards *c)
{
	free(c->slots);
	c->n_slots *= 2;
	c->slots = mem_get(c->n_slots * sizeof(*c->slots));
	for (size_t i = 0; i < c->texts.n; i++) {
		const struct link_text *t = &c->texts.at[i];

		*slot_of(c, t->field, t->at, t->len) = (uint32_t)i + 1;
	}
}

static uint32_t
text_number(struct link_cards *c, size_t field, const char *text, size_t len)
{
	uint32_t *slot = slot_of(c, field, text, len);
	struct link_text *t;

	if (*slot)
		return *slot - 1;
	t = VEC_ADD(&c->texts);
	*t = (struct link_text){ .at = arena_strn(c->arena, text, len),
		.len = (uint16_t)len, .field = (uint16_t)field };
	*slot = (uint32_t)c->texts.n;
	if (c->texts.n * 2 > c->n_slots)
		grow(c);
	return (uint32_t)c->texts.n - 1;
}

/* ---- one card ---- */

/* A value stands on a card once, and counts once. */
static void
add_value(struct link_cards *c, size_t field, const char *text, size_t len)
{
	struct card *card = VEC_LAST(&c->cards);
	size_t first = c->values.n - card->n[field];
	uint32_t number;

	if (!len || len > TEXT_MOST || card->n[field] == VALUES_MOST)
		return;
	number = text_number(c, field, text, len);
	for (size_t i = first; i < c->values.n; i++)
		if (c->values.at[i] == number)
			return;
	*VEC_ADD(&c->values) = number;
	card->n[field]++;
	c->texts.at[number].count++;
}

/* Letters and figures of any script; an apostrophe joins, the rest parts. */
static bool
is_letter(const char *s, size_t *took)
{
	unsigned char ch = (unsigned char)*s;
	uint32_t cp;

	*took = 1;
	if (ch < 0x80)
		return (ch >= 'a' && ch <= 'z') || (ch >= '0' && ch <= '9');
	*took = utf8_next(s, strlen(s), &cp);
	return cp < 0x2000 || cp > 0x206f;
}

static bool
is_joint(const char *s)
{
	return *s == '\'' || *s == '`' || strncmp(s, "\xe2\x80\x99", 3) == 0;
}

/* ${text} with one blank where letters part, in ${out}; its length. */
static size_t
plain(const char *text, char out[TEXT_MOST + 1])
{
	size_t n = 0, took;
	bool parted = false;

	for (; *text; text += took) {
		if (!is_letter(text, &took)) {
			parted |= !is_joint(text);
			continue;
		}
		if (n + took + 1 > TEXT_MOST)
			break;
		if (parted && n)
			out[n++] = ' ';
		parted = false;
		memcpy(out + n, text, took);
		n += took;
	}
	out[n] = '\0';
	return n;
}

/* Several values of one field stand with commas between them. */
static void
add_each(struct link_cards *c, size_t field, char *text)
{
	char out[TEXT_MOST + 1], *rest = NULL;

	for (char *part = strtok_r(text, ",;/", &rest); part;
	    part = strtok_r(NULL, ",;/", &rest))
		add_value(c, field, out, plain(part, out));
}

static void
add_words(struct link_cards *c, size_t field, const char *text)
{
	char out[TEXT_MOST + 1], *rest = NULL;

	plain(text, out);
	for (char *word = strtok_r(out, " ", &rest); word;
	    word = strtok_r(NULL, " ", &rest))
		add_value(c, field, word, strlen(word));
}

static void
add_text(struct link_cards *c, size_t field, const char *text,
    struct arena *arena)
{
	char out[TEXT_MOST + 1];

	if (!*text)
		return;
	switch (c->rules->fields[field].compare) {
	case LINK_NAME:
		add_each(c, field, utf8_fold(arena, text));
		break;
	case LINK_WORDS:
		add_words(c, field, utf8_fold(arena, text));
		break;
	case LINK_CODE:
		add_value(c, field, out, plain(utf8_fold(arena, text), out));
		break;
	case LINK_DATE:
		add_value(c, field, text, strlen(text));
		break;
	}
}

static void
add_field(struct link_cards *c, size_t field,
    const struct record *const *records, size_t n, struct arena *arena)
{
	const struct link_field *of = &c->rules->fields[field];

	for (size_t i = 0; i < of->n_of; i++)
		for (size_t k = 0; k < n; k++)
			if (records[k] && records[k]->kind->tag == of->of[i].kind)
				add_text(c, field,
				    record_text(records[k], of->of[i].tag),
				    arena);
}

void
link_cards_add(struct link_cards *c, uint64_t id,
    const struct record *const *records, size_t n, struct arena *arena)
{
	struct card *card = VEC_ADD(&c->cards);

	*card = (struct card){ .person = id, .first = (uint32_t)c->values.n };
	for (size_t i = 0; i < c->rules->n; i++)
		add_field(c, i, records, n, arena);
}

/* ---- reading them ---- */

size_t
link_cards_count(const struct link_cards *c)
{
	return c->cards.n;
}

uint64_t
link_cards_person(const struct link_cards *c, size_t i)
{
	return c->cards.at[i].person;
}

struct link_values
link_cards_values(const struct link_cards *c, size_t i, size_t field)
{
	const struct card *card = &c->cards.at[i];
	size_t first = card->first;

	for (size_t k = 0; k < field; k++)
		first += card->n[k];
	return (struct link_values){ c->values.at + first, card->n[field] };
}

const struct link_text *
link_cards_text(const struct link_cards *c, uint32_t number)
{
	return &c->texts.at[number];
}
