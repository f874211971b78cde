/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "hub/diary.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/kinds.h"

#include "edge/calendar.h"

#define LINE_MOST 75 /* bytes, without CR LF */

void
calendar_line(struct buf *out, const char *text)
{
	size_t n = strlen(text), room = LINE_MOST;

	while (n > room) {
		size_t cut = room;

		while (cut > 1 && ((unsigned char)text[cut] & 0xC0) == 0x80)
			cut--;
		buf_put(out, text, cut);
		buf_puts(out, "\r\n ");
		text += cut;
		n -= cut;
		room = LINE_MOST - 1; /* the blank counts */
	}
	buf_put(out, text, n);
	buf_puts(out, "\r\n");
}

void
calendar_text(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n') {
			buf_puts(out, "\\n");
			continue;
		}
		if (strchr("\\,;", *text))
			buf_putc(out, '\\');
		if ((unsigned char)*text >= ' ')
			buf_putc(out, *text);
	}
}

static void
put(struct buf *out, struct buf *line, const char *name, const char *text)
{
	buf_clear(line);
	buf_printf(line, "%s:", name);
	calendar_text(line, text);
	calendar_line(out, buf_str(line));
}

/* "20270914T090000Z": UTC needs no table of zones. */
static void
put_moment(struct buf *out, const char *name, int64_t ms)
{
	int64_t s = ms / 1000;
	int32_t day = (int32_t)(s / 86400 - (s % 86400 < 0));
	int y, mo, d, left = (int)(s - (int64_t)day * 86400);
	char line[64];

	day_split(day, &y, &mo, &d);
	snprintf(line, sizeof(line), "%s:%04d%02d%02dT%02d%02d%02dZ", name, y,
	    mo, d, left / 3600, left / 60 % 60, left % 60);
	calendar_line(out, line);
}

static void
put_start(struct buf *out, const struct diary_row *row)
{
	char line[64];
	int y, mo, d;

	if (row->hour) {
		put_moment(out, "DTSTART", row->at_ms);
		calendar_line(out, "DURATION:PT1H");
		return;
	}
	moment_local(row->at_ms, &y, &mo, &d, NULL, NULL, NULL);
	snprintf(line, sizeof(line), "DTSTART;VALUE=DATE:%04d%02d%02d", y, mo,
	    d);
	calendar_line(out, line);
}

/* The name an entry has outside: not the number it has within. */
static void
put_uid(struct buf *out, const struct hub *hub, unsigned kind, uint64_t id)
{
	char key[32], line[64];

	snprintf(key, sizeof(key), "calendar %016" PRIx64, id);
	snprintf(line, sizeof(line), "UID:%016" PRIx64 "@handrail",
	    hub_key_id(hub, kind, key));
	calendar_line(out, line);
}

/* Neutral words for each sort. */
static const char *const words[DIARY_SORTS] = {
	[DIARY_COURT] = "Appointment",
	[DIARY_VISIT] = "Appointment",
	[DIARY_CALL] = "Call",
};

static enum rc
put_entry(struct hub *hub, const struct diary_row *row, struct buf *out,
    struct buf *line, struct fault *f)
{
	unsigned kind = row->sort == DIARY_COURT ? KIND_HEARING : KIND_TASK;
	struct arena *arena = arena_new();
	struct trail trail = { 0 };
	char text[64];
	enum rc rc = hub_trail(hub, arena, kind, row->record, &trail, f);

	if (!rc) {
		calendar_line(out, "BEGIN:VEVENT");
		put_uid(out, hub, kind, row->record);
		put_moment(out, "DTSTAMP", hub_now(hub));
		snprintf(text, sizeof(text), "SEQUENCE:%zu",
		    trail.n ? trail.n - 1 : 0);
		calendar_line(out, text);
		put_start(out, row);
		snprintf(text, sizeof(text), "%s %s", words[row->sort],
		    row->ref);
		put(out, line, "SUMMARY", text);
		calendar_line(out, "CLASS:PRIVATE");
		calendar_line(out,
		    row->off ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
		calendar_line(out, "END:VEVENT");
	}
	arena_free(arena);
	return rc;
}

enum rc
calendar_write(struct hub *hub, const struct diary_page *page, struct buf *out,
    struct fault *f)
{
	struct buf line = { 0 };
	enum rc rc = RC_OK;

	calendar_line(out, "BEGIN:VCALENDAR");
	calendar_line(out, "VERSION:2.0");
	calendar_line(out, "PRODID:-//handrail//diary//EN");
	calendar_line(out, "CALSCALE:GREGORIAN");
	calendar_line(out, "METHOD:PUBLISH");
	for (size_t i = 0; i < page->n && !rc; i++)
		rc = put_entry(hub, &page->rows[i], out, &line, f);
	calendar_line(out, "END:VCALENDAR");
	buf_release(&line);
	return rc;
}
