/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * What a letter does. The signs that mean something in an empty field (. = - ?)
 * come first, then the way of typing that the slot's row names.
 */

#include <ctype.h>
#include <string.h>

#include "ui/frame/view.h"
#include "ui/parts/entry_form.h"

typedef enum entry_did
type_fn(struct entry *, struct entry_box *, const char *);

static enum entry_did
typed(struct entry *e, struct entry_box *b)
{
	b->walk = 0;
	entry_tell(e, b, false);
	return ENTRY_DID;
}

static enum entry_did
type_line(struct entry *e, struct entry_box *b, const char *utf8)
{
	if (!edit_type(&b->text.edit, utf8)) {
		say(ROLE_WARN, "%s is full", b->slot->label);
		return ENTRY_DID;
	}
	return typed(e, b);
}

static enum entry_did
type_prose(struct entry *e, struct entry_box *b, const char *utf8)
{
	if (!prose_type(&b->text, utf8)) {
		say(ROLE_WARN, "%s is full", b->slot->label);
		return ENTRY_DID;
	}
	return typed(e, b);
}

/* Space walks the matches; a name with a blank is found by its words. */
static enum entry_did
type_code(struct entry *e, struct entry_box *b, const char *utf8)
{
	if (utf8[0] == ' ' && *entry_box_text(b)) {
		b->walk++;
		b->settled_at = b->text.edit.changes - 1;
		entry_tell(e, b, false);
		return ENTRY_DID;
	}
	return type_line(e, b, utf8);
}

/* "V, W, B or -", from the choices there are. */
static void
say_choices(const struct entry *e, const struct entry_box *b)
{
	struct entry_code all[ENTRY_MATCHES];
	size_t n = entry_codes(e, b, "", all);
	char text[4 * ENTRY_MATCHES + 1] = "";
	size_t len = 0;

	for (size_t i = 0; i < n && i < ENTRY_MATCHES; i++) {
		text[len++] =
		    (char)toupper((unsigned char)entry_letter(&all[i]));
		if (i + 1 < n)
			text[len++] = ',';
		text[len++] = ' ';
	}
	text[len] = '\0';
	say(ROLE_WARN, "%s: %sor -", b->slot->label, text);
}

static bool
is_choice(const struct entry *e, const struct entry_box *b, char letter)
{
	struct entry_code all[ENTRY_MATCHES];
	size_t n = entry_codes(e, b, "", all);

	for (size_t i = 0; i < n && i < ENTRY_MATCHES; i++)
		if (entry_letter(&all[i]) == letter)
			return true;
	return false;
}

/* Going on by itself eats the Tab or Enter that fingers add. */
static enum entry_did
on_by_itself(struct entry *e)
{
	enum entry_did did = entry_on(e);

	e->swallow = did == ENTRY_DID;
	return did;
}

static enum entry_did
type_choice(struct entry *e, struct entry_box *b, const char *utf8)
{
	char letter[2] = { (char)tolower((unsigned char)utf8[0]), '\0' };

	if (utf8[1] || !is_choice(e, b, letter[0])) {
		say_choices(e, b);
		return ENTRY_DID;
	}
	edit_set(&b->text.edit, letter);
	typed(e, b);
	return on_by_itself(e);
}

/* A letter that is there already goes. */
static void
toggle(struct entry_box *b, char letter)
{
	char text[ENTRY_MATCHES + 2] = "";
	const char *had = entry_box_text(b);
	size_t n = 0;

	for (; *had && n < ENTRY_MATCHES; had++)
		if (*had != letter && *had != ENTRY_NONE[0])
			text[n++] = *had;
	if (!strchr(entry_box_text(b), letter))
		text[n++] = letter;
	edit_set(&b->text.edit, text);
}

static enum entry_did
type_letters(struct entry *e, struct entry_box *b, const char *utf8)
{
	char letter = (char)tolower((unsigned char)utf8[0]);

	if (utf8[1] || !is_choice(e, b, letter)) {
		say_choices(e, b);
		return ENTRY_DID;
	}
	toggle(b, letter);
	return typed(e, b);
}

/* clang-format off */
static type_fn *const ways[ENTRY_TYPINGS] = {
	[ENTRY_TEXT]	= type_line,
	[ENTRY_NAME]	= type_line,
	[ENTRY_CHOICE]	= type_choice,
	[ENTRY_LETTERS]	= type_letters,
	[ENTRY_CODE]	= type_code,
	[ENTRY_WHEN]	= type_line,
	[ENTRY_BIRTH]	= type_line,
	[ENTRY_PHONE]	= type_line,
	[ENTRY_POSTCODE] = type_line,
	[ENTRY_POLREF]	= type_line,
	[ENTRY_PROSE]	= type_prose,
};
/* clang-format on */

/* ---- jumps ---- */

static size_t
tagged(const struct entry *e, const char *tag)
{
	for (size_t i = 0; i < e->n; i++) {
		const struct entry_slot *s = e->boxes[i].slot;

		if (s->tag && !strcasecmp(s->tag, tag) && !e->boxes[i].hidden)
			return i;
	}
	return e->n;
}

/* What was typed as a jump stands as text after all. */
static enum entry_did
no_jump(struct entry *e, struct entry_box *b)
{
	char text[sizeof(e->jump)];

	strcpy(text, e->jump);
	e->jump[0] = '\0';
	if (entry_is_coded(b->slot)) {
		say(ROLE_WARN, "no field has the letters %s", text);
		return ENTRY_DID;
	}
	return ways[b->slot->typing](e, b, text);
}

static enum entry_did
type_jump(struct entry *e, struct entry_box *b, const char *utf8)
{
	size_t len = strlen(e->jump), to, from = e->at;

	if (!isalpha((unsigned char)utf8[0])) {
		no_jump(e, b);
		return ways[b->slot->typing](e, b, utf8);
	}
	e->jump[len] = utf8[0];
	e->jump[len + 1] = '\0';
	if (len + 1 < 3)
		return ENTRY_DID;
	if ((to = tagged(e, e->jump + 1)) == e->n)
		return no_jump(e, b);
	entry_go_to(e, to);
	e->back = e->at == to && to != from ? from : e->n;
	return ENTRY_DID;
}

/* ---- signs ---- */

static enum entry_did
duplicate(struct entry *e, struct entry_box *b)
{
	const char *last =
	    e->doors.last ? e->doors.last(e->doors.arg, b->slot) : NULL;

	if (!last || !*last) {
		say(ROLE_WARN, "there is no last value for %s", b->slot->label);
		return ENTRY_DID;
	}
	entry_put(e, b->slot->name, last);
	return on_by_itself(e);
}

static enum entry_did
none(struct entry *e, struct entry_box *b)
{
	edit_set(&b->text.edit, ENTRY_NONE);
	typed(e, b);
	return on_by_itself(e);
}

enum entry_did
entry_type(struct entry *e, const char *utf8)
{
	struct entry_box *b = entry_box(e);
	bool empty = !*entry_box_text(b), coded = entry_is_coded(b->slot);

	e->swallow = false;
	if (b->slot->flags & ENTRY_FIXED)
		return ENTRY_IGNORED;
	if (e->jump[0])
		return type_jump(e, b, utf8);
	if (b->slot->flags & ENTRY_SECRET)
		return type_line(e, b, utf8);
	if (empty && utf8[0] == '.') {
		strcpy(e->jump, ".");
		return ENTRY_DID;
	}
	if (empty && utf8[0] == '=')
		return duplicate(e, b);
	if (empty && coded && utf8[0] == '?')
		return ENTRY_WANTS_LIST;
	/* A choice is one letter, so what stands there is typed over. */
	if (coded && utf8[0] == '-' &&
	    (empty || b->slot->typing == ENTRY_CHOICE))
		return none(e, b);
	return ways[b->slot->typing](e, b, utf8);
}

/* One letter after another, for the ways of typing that choose. */
static size_t
paste_letters(struct entry *e, const char *text, size_t n)
{
	struct entry_box *b = entry_box(e);

	for (size_t i = 0; i < n && entry_box(e) == b; i++) {
		char as[2] = { text[i], '\0' };

		if (isalnum((unsigned char)text[i]))
			entry_type(e, as);
	}
	return 0;
}

size_t
entry_paste(struct entry *e, const char *text, size_t n)
{
	struct entry_box *b = entry_box(e);
	size_t cut;

	e->swallow = false;
	e->jump[0] = '\0';
	if (b->slot->flags & ENTRY_FIXED)
		return 0;
	if (b->slot->typing == ENTRY_CHOICE || b->slot->typing == ENTRY_LETTERS)
		return paste_letters(e, text, n);
	cut = b->slot->typing == ENTRY_PROSE
		  ? prose_paste(&b->text, text, n)
		  : edit_paste(&b->text.edit, text, n);
	typed(e, b);
	return cut;
}
