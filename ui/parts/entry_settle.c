/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * What a text is: letters and codes by the choices there are, everything else
 * by the callback of whoever made the form. The result is kept in the box until
 * its text changes.
 */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "ui/parts/entry_form.h"

size_t
entry_codes(const struct entry *e, const struct entry_box *b, const char *typed,
    struct entry_code out[ENTRY_MATCHES])
{
	if (!e->doors.codes)
		return 0;
	return e->doors.codes(e->doors.arg, b->slot, typed, out, ENTRY_MATCHES);
}

char
entry_letter(const struct entry_code *c)
{
	return (char)tolower((unsigned char)(c->letter ? c->letter
						       : c->code[0]));
}

static void
add(char *out, size_t cap, const char *sep, const char *text)
{
	size_t len = strlen(out);

	snprintf(out + len, cap - len, "%s%s", len ? sep : "", text);
}

/* Copy ${text}, as many whole letters as there is room for. */
static void
copy(char *out, size_t cap, const char *text)
{
	size_t len = 0, next = 0;

	while (text[len] &&
	       len + (next = utf8_cluster(text + len, (size_t)-1)) < cap)
		len += next;
	memcpy(out, text, len);
	out[len] = '\0';
}

/* CHOICE and LETTERS: each letter is a code, in the order typed. */
static void
settle_letters(struct entry *e, struct entry_box *b, const char *text)
{
	struct entry_code all[ENTRY_MATCHES];
	size_t n = entry_codes(e, b, "", all);
	char words[96];

	if (n > ENTRY_MATCHES)
		n = ENTRY_MATCHES;
	for (; *text; text++) {
		for (size_t i = 0; i < n; i++) {
			if (entry_letter(&all[i]) != *text)
				continue;
			add(b->is.value, sizeof(b->is.value), " ", all[i].code);
			snprintf(words, sizeof(words), "%c %s",
			    toupper((unsigned char)*text), all[i].label);
			add(b->is.shown, sizeof(b->is.shown), "  ", words);
		}
	}
}

void
entry_read_value(struct entry *e, struct entry_box *b)
{
	if (e->doors.reads)
		e->doors.reads(e->doors.arg, b->slot, b->is.value, &b->is);
	if (!b->is.shown[0])
		copy(b->is.shown, sizeof(b->is.shown), b->is.value);
}

/* CODE: the match that Down has come to; what matches nothing is kept. */
static bool
settle_code(struct entry *e, struct entry_box *b, const char *text)
{
	struct entry_code found[ENTRY_MATCHES];
	size_t n = entry_codes(e, b, text, found);
	size_t shown = n < ENTRY_MATCHES ? n : ENTRY_MATCHES;
	const struct entry_code *c;

	if (n == 0)
		return false;
	c = &found[b->walk % shown];
	snprintf(b->is.value, sizeof(b->is.value), "%s", c->code);
	snprintf(b->is.shown, sizeof(b->is.shown), "%s %s", c->code, c->label);
	return true;
}

static void
settle_text(struct entry *e, struct entry_box *b, const char *text)
{
	struct fault f = { 0 };
	enum rc rc = RC_OK;

	/* A narrative is kept to the letter. */
	if (b->slot->typing == ENTRY_PROSE)
		return;
	if (e->doors.settle)
		rc = e->doors.settle(e->doors.arg, b->slot, text, &b->is, &f);
	else if (b->slot->typing == ENTRY_CODE)
		rc = fault_set(&f, RC_INVALID, "no match; kept as text");
	if (rc) {
		copy(b->fault, sizeof(b->fault), f.text);
	}
	/* A long text is its own value, and is not copied here. */
	if (!b->is.value[0] && strlen(text) < sizeof(b->is.value))
		strcpy(b->is.value, text);
	if (!b->is.shown[0])
		copy(b->is.shown, sizeof(b->is.shown), rc ? text : b->is.value);
}

static bool
is_settled(const struct entry_box *b)
{
	return b->settled_at == b->text.edit.changes;
}

void
entry_tidy(struct entry_box *b)
{
	enum entry_typing t = b->slot->typing;

	if (b->fault[0] || t == ENTRY_WHEN || t == ENTRY_BIRTH ||
	    t == ENTRY_PROSE || t == ENTRY_CHOICE || t == ENTRY_LETTERS ||
	    b->slot->flags & ENTRY_SECRET)
		return;
	if (t == ENTRY_CODE)
		edit_set(&b->text.edit, b->is.value);
	else if (strcmp(entry_box_text(b), b->is.shown) != 0)
		edit_set(&b->text.edit, b->is.shown);
}

void
entry_settle(struct entry *e, struct entry_box *b)
{
	const char *text = entry_box_text(b);
	enum entry_typing t = b->slot->typing;

	if (is_settled(b))
		return;
	memset(&b->is, 0, sizeof(b->is));
	b->fault[0] = '\0';
	if (strcmp(text, ENTRY_NONE) == 0 && entry_is_coded(b->slot)) {
		strcpy(b->is.value, ENTRY_NONE);
		strcpy(b->is.shown, "- asked, none");
	} else if (t == ENTRY_CHOICE || t == ENTRY_LETTERS) {
		settle_letters(e, b, text);
	} else if (*text && (t != ENTRY_CODE || !settle_code(e, b, text))) {
		settle_text(e, b, text);
	}
	b->settled_at = b->text.edit.changes;
}

void
entry_put_letters(struct entry *e, struct entry_box *b, const char *value)
{
	struct entry_code all[ENTRY_MATCHES];
	size_t n = entry_codes(e, b, "", all);
	char letters[ENTRY_MATCHES + 1] = "";

	while (*value) {
		size_t len = strcspn(value, " ");

		for (size_t i = 0; i < n && i < ENTRY_MATCHES; i++) {
			char as[2] = { entry_letter(&all[i]), '\0' };

			if (strlen(all[i].code) == len &&
			    !strncmp(all[i].code, value, len))
				add(letters, sizeof(letters), "", as);
		}
		value += len + strspn(value + len, " ");
	}
	edit_set(&b->text.edit, letters);
}
