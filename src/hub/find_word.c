/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

#include "hub/find_word.h"

/* What a byte of folded text is to a word. */
enum part {
	PART_LETTER,
	PART_BREAK,
	PART_DROP /* an apostrophe: the word goes on, and one starts here too */
};

/* Punctuation of U+2000 to U+203F, three bytes long, that may stand in names.
 */
static enum part
part_of_punctuation(unsigned char last)
{
	return last == 0x98 || last == 0x99 ? PART_DROP : PART_BREAK;
}

/* What the character at ${s} is, and how many bytes it takes. */
static enum part
part_at(const char *s, size_t *len)
{
	unsigned char c = (unsigned char)*s;

	*len = 1;
	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		return PART_LETTER;
	if (c == '\'' || c == '`')
		return PART_DROP;
	if (c < 0x80)
		return PART_BREAK;
	*len = utf8_next(s, strlen(s), &(uint32_t){ 0 });
	if (*len == 3 && c == 0xe2 && (unsigned char)s[1] == 0x80)
		return part_of_punctuation((unsigned char)s[2]);
	return PART_LETTER;
}

static void
grow(struct find_word *w, const char *s, size_t n)
{
	if (!w || w->len + n > FIND_WORD_LEN)
		return;
	memcpy(w->text + w->len, s, n);
	w->len = (uint8_t)(w->len + n);
	w->text[w->len] = '\0';
}

static struct find_word *
begin(struct find_words *ws, bool joined, bool tail)
{
	struct find_word *w;

	if (ws->n == FIND_WORD_MOST)
		return NULL;
	w = &ws->at[ws->n++];
	w->len = 0;
	w->text[0] = '\0';
	w->joined = joined;
	w->tail = tail;
	return w;
}

/* ASCII, which most names are, needs no tables; ${low} has room for all. */
static bool
lower_ascii(const char *text, char *low, size_t room)
{
	size_t i;

	for (i = 0; text[i] && i + 1 < room; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c >= 0x80)
			return false;
		low[i] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
	}
	low[i] = '\0';
	return !text[i];
}

static void
split(struct find_words *ws, const char *s)
{
	struct find_word *whole = NULL, *part = NULL;
	size_t len;

	for (; *s; s += len) {
		switch (part_at(s, &len)) {
		case PART_LETTER:
			if (!whole)
				whole = begin(ws, false, false);
			grow(whole, s, len);
			grow(part, s, len);
			break;
		case PART_DROP:
			part =
			    whole && whole->len ? begin(ws, false, true) : NULL;
			break;
		case PART_BREAK:
			whole = part = NULL;
			break;
		}
	}
}

static void
join_pairs(struct find_words *ws, size_t first, size_t last)
{
	for (size_t i = first; i + 1 < last; i++) {
		const struct find_word *a = &ws->at[i], *b = &ws->at[i + 1];
		struct find_word *w;

		if (b->tail)
			continue;
		if (!(w = begin(ws, true, false)))
			return;
		grow(w, a->text, a->len);
		grow(w, b->text, b->len);
	}
}

/* All of a name of several words: "vanderberg". */
static void
join_all(struct find_words *ws, size_t first, size_t last)
{
	struct find_word *w = begin(ws, true, false);

	for (size_t i = first; w && i < last; i++)
		if (!ws->at[i].tail)
			grow(w, ws->at[i].text, ws->at[i].len);
}

static void
join(struct find_words *ws, size_t first)
{
	size_t last = ws->n;

	join_pairs(ws, first, last);
	if (last - first > 2)
		join_all(ws, first, last);
}

/* The part of "d'" or a lone apostrophe gave nothing to look for. */
static void
drop_empty(struct find_words *ws, size_t first)
{
	size_t kept = first;

	for (size_t i = first; i < ws->n; i++)
		if (ws->at[i].len)
			ws->at[kept++] = ws->at[i];
	ws->n = kept;
}

void
find_words_add(struct find_words *ws, const char *text, bool joins,
    struct arena *arena)
{
	char low[256];
	size_t first = ws->n;

	if (lower_ascii(text, low, sizeof(low)))
		split(ws, low);
	else
		split(ws, utf8_fold(arena, text));
	drop_empty(ws, first);
	if (joins)
		join(ws, first);
}

bool
find_slip(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b), i = 0;

	while (a[i] && a[i] == b[i])
		i++;
	if (!a[i] && !b[i])
		return false;
	if (la == lb)
		return strcmp(a + i + 1, b + i + 1) == 0 ||
		       (a[i + 1] && a[i] == b[i + 1] && a[i + 1] == b[i] &&
			   strcmp(a + i + 2, b + i + 2) == 0);
	if (la + 1 == lb)
		return strcmp(a + i, b + i + 1) == 0;
	if (lb + 1 == la)
		return strcmp(a + i + 1, b + i) == 0;
	return false;
}
