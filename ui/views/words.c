/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/ref.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/code.h"
#include "model/kind.h"
#include "model/record.h"
#include "ui/frame/view.h"

#include "ui/views/words.h"

/* ---- what is safe ---- */

struct safe_told
words_told(const struct record *safety, const struct record *person)
{
	struct safe_told told = { .channels = "", .times = "", .say = "",
		.avoid = "", .via_name = "", .access = "" };

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
	struct span when = word != NULL
	    ? str_trimmed(span_of(times, (size_t)(word - 4 - times)))
	    : span_str(times);

	while (when.len > 0 && strchr(",; ", ((const char *)when.at)[when.len - 1]))
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
		const struct kind_field *field = kind_field_by_tag(
		    kinds_by_tag(hub->kinds, KIND_PERSON), PERSON_ACCESS);
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
add_forbidden(
    const struct hub *hub, const char *channels, bool told_none, struct buf *out)
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
	bool some = has(hub, "safe", channels, 't') ||
	    has(hub, "safe", channels, 'v');
	bool bound = none || told->times[0] != '\0' || told->avoid[0] != '\0' ||
	    told->withhold || told->via_name[0] != '\0';
	bool asked = told->asked && channels[0] != '\0';
	bool danger = (asked && (!some || bound)) || told->via_name[0] != '\0';

	if (danger)
		buf_puts(out, "!! ");
	if (told->via_name[0] != '\0')
		buf_printf(out, "Speak to %s only. ", told->via_name);
	if (asked && danger && !(some && has(hub, "safe", channels, 't') &&
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
words_banner(
    struct view *v, const struct hub *hub, const struct safe_told *told)
{
	struct buf out = { 0 };
	enum role role = words_safe(hub, told, &out);

	view_banner(v, role, "%s", buf_str(&out));
	buf_wipe(&out);
}

/* ---- when is it safe ---- */

/* The days of a word: "mon", "mon-fri", "weekdays", "weekends", "daily". */
static unsigned
days_of(const char *word)
{
	int from = -1, to = -1;

	if (str_istarts(word, "weekday"))
		return 0x1f;
	if (str_istarts(word, "weekend"))
		return 0x60;
	if (str_ieq(word, "daily") || str_ieq(word, "everyday"))
		return 0x7f;
	for (int i = 0; i < 7; i++) {
		char name[4];
		const char *dash = strchr(word, '-');

		snprintf(name, sizeof(name), "%.3s", day_name(i));
		if (str_istarts(word, name))
			from = i;
		if (dash != NULL && str_istarts(dash + 1, name))
			to = i;
	}
	if (from < 0)
		return 0;
	if (to < 0)
		to = from;
	return from <= to ? (2u << to) - (1u << from)
			  : 0x7fu & ~((1u << from) - (2u << to));
}

/* "10", "10am", "2pm", "14:30" in minutes; -1 for what is no time. */
static int
minutes_of(const char *text, const char **end)
{
	char *rest;
	long h, m = 0;

	if (!isdigit((unsigned char)*text))
		return -1;
	h = strtol(text, &rest, 10);
	if (*rest == ':' || *rest == '.')
		m = strtol(rest + 1, &rest, 10);
	if (str_istarts(rest, "pm") && h < 12)
		h += 12;
	if (str_istarts(rest, "am") || str_istarts(rest, "pm"))
		rest += 2;
	*end = rest;
	return h <= 24 && m < 60 ? (int)(h * 60 + m) : -1;
}

/* What has been read of the times so far. */
struct window {
	unsigned days;
	int from, to; /* -1: not said */
	bool after, before;
};

static void
read_hours(const char *word, struct window *w)
{
	const char *end = word;
	int from = minutes_of(word, &end), to;

	if (from < 0)
		return;
	if (w->after) {
		w->from = from < 8 * 60 ? from + 720 : from;
		w->to = 24 * 60;
	} else if (w->before) {
		w->from = 0;
		w->to = from;
	} else if (*end == '-') {
		to = minutes_of(end + 1, &end);
		if (to < 0)
			return;
		w->from = from;
		w->to = to <= from ? to + 720 : to;
	}
}

enum safe_now
words_window(const char *times, int64_t now_ms)
{
	struct window w = { .from = -1, .to = -1 };
	int h, mi, day, at;
	struct span part;

	for (const char *rest = times; str_word(&rest, &part);) {
		char word[32];

		snprintf(word, sizeof(word), "%.*s", (int)part.len,
		    (const char *)part.at);
		word[strcspn(word, ",;")] = '\0';
		if (str_ieq(word, "say"))
			break;
		w.days |= days_of(word);
		read_hours(word, &w);
		w.after = str_ieq(word, "after");
		w.before = str_ieq(word, "before");
	}
	if (w.days == 0 && w.from < 0)
		return SAFE_UNKNOWN;
	moment_local(now_ms, NULL, NULL, NULL, &h, &mi, NULL);
	day = day_weekday(moment_day(now_ms));
	at = h * 60 + mi;
	if (w.days != 0 && !(w.days & 1u << day))
		return SAFE_SHUT;
	if (w.from >= 0 && (at < w.from || at >= w.to))
		return SAFE_SHUT;
	return SAFE_OPEN;
}

/* ---- records ---- */

void
words_field(const struct hub *hub, const struct record *r, unsigned tag,
    struct buf *out)
{
	const struct kind_field *field = kind_field_by_tag(r->kind, tag);
	struct value_ctx ctx = hub_ctx(hub);
	struct span value;

	if (field != NULL && record_get(r, tag, &value))
		value_show(field, value, &ctx, out);
}

const char *
words_of(const struct hub *hub, struct arena *arena, const struct record *r,
    unsigned tag)
{
	struct buf out = { 0 };
	const char *text;

	words_field(hub, r, tag, &out);
	text = arena_str(arena, buf_str(&out));
	buf_wipe(&out);
	return text;
}

bool
words_person(struct hub *hub, struct arena *arena, uint64_t id,
    struct record **person, struct record **safety)
{
	uint64_t link;

	*safety = NULL;
	if (hub_record(hub, arena, KIND_PERSON, id, person, NULL))
		return false;
	link = record_link(*person, PERSON_SAFETY);
	if (link != 0 &&
	    hub_record(hub, arena, KIND_SAFETY, link, safety, NULL))
		*safety = NULL;
	return true;
}

const char *
words_name(struct arena *arena, const struct record *person)
{
	const char *given = record_text(person, PERSON_GIVEN);
	const char *family = record_text(person, PERSON_FAMILY);

	if (family[0] != '\0' && given[0] != '\0')
		return arena_printf(arena, "%s, %s", family, given);
	if (family[0] != '\0' || given[0] != '\0')
		return arena_str(arena, family[0] != '\0' ? family : given);
	return "(no name yet)";
}

char *
words_moment(int64_t now_ms, int64_t ms, char out[24])
{
	int y, mo, d, h, mi, y_now;

	moment_local(ms, &y, &mo, &d, &h, &mi, NULL);
	moment_local(now_ms, &y_now, NULL, NULL, NULL, NULL, NULL);
	if (y == y_now)
		snprintf(out, 24, "%d %.3s %02d:%02d", d, month_name(mo), h,
		    mi);
	else
		snprintf(out, 24, "%d %.3s %d", d, month_name(mo), y);
	return out;
}

/* The day alone, with its year only when it is another. */
static void
show_day(int64_t now_ms, int32_t day, char out[24])
{
	int y, mo, d, y_now;

	day_split(day, &y, &mo, &d);
	moment_local(now_ms, &y_now, NULL, NULL, NULL, NULL, NULL);
	if (y == y_now)
		snprintf(out, 24, "%d %.3s", d, month_name(mo));
	else
		snprintf(out, 24, "%d %.3s %d", d, month_name(mo), y);
}

char *
words_when(int64_t now_ms, const char *iso, char out[24])
{
	struct buf shown = { 0 };
	int32_t first, last;

	out[0] = '\0';
	if (when_days(iso, &first, &last) && first == last && iso[0] != '~') {
		show_day(now_ms, first, out);
		return out;
	}
	when_show(iso, &shown);
	snprintf(out, 24, "%s", buf_str(&shown));
	buf_release(&shown);
	return out;
}

char *
words_due(int64_t now_ms, const char *iso, char out[24])
{
	const char *clock = strchr(iso, 'T');
	int32_t first, last, today = moment_day(now_ms);
	char day[24];
	int64_t at = 0;
	bool late;

	out[0] = '\0';
	if (!when_days(iso, &first, &last) || !when_moment(iso, &at))
		return out;
	show_day(now_ms, last, day);
	late = last < today || (clock != NULL && at < now_ms);
	if (late)
		snprintf(out, 24, "LATE %.18s", day);
	else if (last == today)
		snprintf(out, 24, "TODAY %.5s", clock != NULL ? clock + 1 : "");
	else
		snprintf(out, 24, "%s", day);
	return out;
}

char *
words_at(int64_t now_ms, const char *kept, char out[24])
{
	int64_t ms;

	if (str_to_i64(kept, &ms) && strlen(kept) > 8)
		return words_moment(now_ms, ms, out);
	if (strchr(kept, 'T') != NULL && when_moment(kept, &ms))
		return words_moment(now_ms, ms, out);
	return words_when(now_ms, kept, out);
}

const char *
words_worker(struct hub *hub, struct arena *arena, uint64_t worker)
{
	struct record *r;

	if (worker == 0)
		return "--";
	if (hub_record(hub, arena, KIND_WORKER, worker, &r, NULL))
		return "?";
	return record_text(r, WORKER_INITIALS);
}

void
words_ref(const char *ref, struct buf *out)
{
	char shown[REF_ROOM + 1];

	ref_show(ref, shown);
	buf_printf(out, "%s, ", shown);
	ref_say(ref, out);
}
