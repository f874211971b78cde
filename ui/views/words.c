/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/ref.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/kind.h"
#include "model/record.h"

#include "ui/views/words.h"

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
