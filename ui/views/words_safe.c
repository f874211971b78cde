/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * What is safe, in words: what must not be done first, then when, then the word
 * to say. And whether now is a time that is safe.
 */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "base/week.h"
#include "hub/hub.h"
#include "model/code.h"
#include "model/kind.h"
#include "model/record.h"
#include "ui/frame/view.h"

#include "ui/views/words.h"

struct safe_told
words_told(const struct record *safety, const struct record *person)
{
	struct safe_told told = { .channels = "",
		.times = "",
		.say = "",
		.avoid = "",
		.via_name = "",
		.access = "" };

	if (person != NULL) {
		told.via_name = record_text(person, PERSON_VIA_NAME);
		told.access = record_text(person, PERSON_ACCESS);
	}
	if (safety == NULL)
		return told;
	told.asked = true;
	told.channels = record_text(safety, SAFETY_CHANNELS);
	told.times = record_text(safety, SAFETY_TIMES);
	told.say = record_text(safety, SAFETY_SAY);
	told.avoid = record_text(safety, SAFETY_AVOID);
	told.withhold = record_flag(safety, SAFETY_WITHHOLD);
	return told;
}

/* Whether a set of codes has the one that ${letter} picks. */
static bool
has(const struct hub *hub, const char *list, const char *codes, char letter)
{
	const struct code *row = code_by_letter(hub->codes, list, letter);
	struct span word;

	for (const char *rest = codes; str_word(&rest, &word);) {
		if (row != NULL && strlen(row->code) == word.len &&
		    memcmp(row->code, word.at, word.len) == 0)
			return true;
		if (row == NULL && word.len == 1 &&
		    *(const char *)word.at == letter)
			return true;
	}
	return false;
}

static void
add_upper(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++)
		buf_putc(out, toupper((unsigned char)*text));
}

/* "fri 10-2, say dentist" holds a word to say: it is said as such. */
static const char *
say_within(const char *times)
{
	for (const char *p = times; *p != '\0'; p++)
		if ((p == times || !isalpha((unsigned char)p[-1])) &&
		    str_istarts(p, "say "))
			return p + 4;
	return NULL;
}

static void
add_times(struct buf *out, const char *times)
{
	const char *word = say_within(times);
	struct span when =
	    word != NULL
		? str_trimmed(span_of(times, (size_t)(word - 4 - times)))
		: span_str(times);

	while (when.len > 0 &&
	       strchr(",; ", ((const char *)when.at)[when.len - 1]))
		when.len--;
	if (when.len > 0) {
		buf_printf(out, "Call ");
		buf_putc(out, toupper(*(const unsigned char *)when.at));
		buf_put(out, (const char *)when.at + 1, when.len - 1);
		buf_puts(out, " only. ");
	}
	if (word != NULL) {
		buf_puts(out, "Say ");
		add_upper(out, word);
		buf_puts(out, ". ");
	}
}

/* Their own words, as a sentence. */
static void
add_sentence(struct buf *out, const char *text)
{
	size_t len = strlen(text);

	buf_putc(out, toupper((unsigned char)text[0]));
	buf_puts(out, text + 1);
	buf_puts(out, text[len - 1] == '.' ? " " : ". ");
}

static void
add_rest(const struct hub *hub, const struct safe_told *told, struct buf *out)
{
	if (told->times[0] != '\0')
		add_times(out, told->times);
	if (told->say[0] != '\0') {
		buf_puts(out, "Say ");
		add_upper(out, told->say);
		buf_puts(out, ". ");
	}
	if (told->withhold)
		buf_puts(out, "Withhold no. ");
	if (told->avoid[0] != '\0')
		add_sentence(out, told->avoid);
	if (told->access[0] != '\0' && strcmp(told->access, "-") != 0) {
		const struct kind_field *field =
		    kind_field_by_tag(kinds_by_tag(hub->kinds, KIND_PERSON),
			PERSON_ACCESS);
		struct value_ctx ctx = hub_ctx(hub);

		buf_puts(out, "Access: ");
		value_show(field, span_str(told->access), &ctx, out);
		buf_puts(out, ". ");
	}
}

/* What may be done, for those for whom nothing is forbidden. */
static void
add_allowed(const struct hub *hub, const char *channels, struct buf *out)
{
	bool text = has(hub, "safe", channels, 't');
	bool voice = has(hub, "safe", channels, 'v');

	if (text && voice)
		buf_puts(out, "Safe contact: text and voicemail OK. ");
	else if (text)
		buf_puts(out, "Safe contact: text OK, no voicemail. ");
	else if (voice)
		buf_puts(out, "Safe contact: voicemail OK, do not text. ");
}

static void
add_forbidden(const struct hub *hub, const char *channels, bool told_none,
    struct buf *out)
{
	if (told_none) {
		buf_puts(out,
		    "NO SAFE WAY to reach them. Do not ring, text or write. ");
		return;
	}
	if (!has(hub, "safe", channels, 't'))
		buf_puts(out, "DO NOT text. ");
	if (!has(hub, "safe", channels, 'v'))
		buf_puts(out, "NO voicemail. ");
	if (has(hub, "safe", channels, 'p'))
		buf_puts(out, "Post is safe. ");
	if (has(hub, "safe", channels, 'e'))
		buf_puts(out, "E-mail is safe. ");
}

static void
trim_end(struct buf *out)
{
	while (out->len > 0 && out->at[out->len - 1] == ' ')
		out->len--;
}

enum role
words_safe(const struct hub *hub, const struct safe_told *told, struct buf *out)
{
	const char *channels = told->channels;
	bool none = has(hub, "safe", channels, 'x');
	bool some =
	    has(hub, "safe", channels, 't') || has(hub, "safe", channels, 'v');
	bool bound = none || told->times[0] != '\0' || told->avoid[0] != '\0' ||
		     told->withhold || told->via_name[0] != '\0';
	bool asked = told->asked && channels[0] != '\0';
	bool danger = (asked && (!some || bound)) || told->via_name[0] != '\0';

	if (danger)
		buf_puts(out, "!! ");
	if (told->via_name[0] != '\0')
		buf_printf(out, "Speak to %s only. ", told->via_name);
	if (asked && danger &&
	    !(some && has(hub, "safe", channels, 't') &&
		has(hub, "safe", channels, 'v')))
		add_forbidden(hub, channels, none, out);
	else if (asked)
		add_allowed(hub, channels, out);
	else if (told->via_name[0] == '\0')
		buf_puts(out, "(safe contact: not yet asked) ");
	add_rest(hub, told, out);
	trim_end(out);
	return danger ? ROLE_DANGER : ROLE_TEXT;
}

void
words_banner(struct view *v, const struct hub *hub,
    const struct safe_told *told)
{
	struct buf out = { 0 };
	enum role role = words_safe(hub, told, &out);

	view_banner(v, role, "%s", buf_str(&out));
	buf_wipe(&out);
}

/* ---- when is it safe ---- */

enum safe_now
words_window(const char *times, int64_t now_ms)
{
	struct week w;

	week_read(times, &w);
	if (w.n == 0)
		return SAFE_UNKNOWN;
	if (!week_is_open(&w, now_ms))
		return SAFE_SHUT;
	return w.unclear ? SAFE_UNKNOWN : SAFE_OPEN;
}
