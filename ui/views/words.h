/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_WORDS_H
#define HANDRAIL_UI_VIEWS_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "ui/frame/theme.h"

/*
 * How screens put what we know into words. What must not be done comes first,
 * then when, then the word to say; a person is named, never "the record".
 */

struct arena;
struct hub;
struct record;
struct view;

/* What is safe, as it was told: of a record, or of a form half filled in. */
struct safe_told {
	bool asked;
	const char *channels; /* codes parted by blanks; "-" none */
	const char *times, *say, *avoid;
	const char *via_name; /* who speaks for them, if someone does */
	const char *access;   /* codes of what helps them hear or see */
	bool withhold;
};

/**
 * words_told(safety, person):
 * What the two records say; either may be NULL. Lends from them.
 */
struct safe_told
words_told(const struct record *safety, const struct record *person);

/**
 * words_safe(hub, told, out):
 * Add the banner: "DO NOT text. NO voicemail. Call Mon-Fri 10-14 only. Say
 * DENTIST. Withhold number." Return DANGER where something must not be done,
 * TEXT where it is well or was not asked.
 */
enum role words_safe(const struct hub *hub, const struct safe_told *told,
    struct buf *out);

/**
 * words_banner(v, hub, told):
 * Put the banner on a screen about that person.
 */
void words_banner(struct view *v, const struct hub *hub,
    const struct safe_told *told);

/* Whether now is a time that is safe. */
enum safe_now {
	SAFE_UNKNOWN, /* no times were told, or not in words we can read */
	SAFE_OPEN,
	SAFE_SHUT
};

/**
 * words_window(times, now_ms):
 * Whether ${now_ms} lies in times such as "mon-fri 10-2", "weekdays after 6pm",
 * "sat, sun". Hours after the first that are smaller are of the afternoon.
 */
enum safe_now words_window(const char *times, int64_t now_ms);

/**
 * words_field(hub, r, tag, out):
 * Add the field ${tag} of ${r} as people read it; nothing when it has none.
 */
void words_field(const struct hub *hub, const struct record *r, unsigned tag,
    struct buf *out);

/**
 * words_of(hub, arena, r, tag):
 * The same as a text in ${arena}, "" when there is none.
 */
const char *words_of(const struct hub *hub, struct arena *arena,
    const struct record *r, unsigned tag);

/**
 * words_person(hub, arena, id, person, safety):
 * The person's record and what is safe for them (NULL: not asked). False when
 * there is nobody that this worker may see.
 */
bool words_person(struct hub *hub, struct arena *arena, uint64_t id,
    struct record **person, struct record **safety);

/**
 * words_name(arena, person):
 * "Hussain, Amira", "Amira", "Hussain", or "(no name yet)".
 */
const char *words_name(struct arena *arena, const struct record *person);

/**
 * words_moment(now_ms, ms, out):
 * A moment as lists show it: "21 Nov 23:50", with the year when it is another,
 * into ${out} (24 bytes). Return ${out}.
 */
char *words_moment(int64_t now_ms, int64_t ms, char out[24]);

/**
 * words_when(now_ms, iso, out), words_due(now_ms, iso, out):
 * A day or moment as kept, as lists show it: "24 Nov"; and when it is a limit:
 * "TODAY 14:00", "LATE 9 Jun". Return ${out} (24 bytes).
 */
char *words_when(int64_t now_ms, const char *iso, char out[24]);
char *words_due(int64_t now_ms, const char *iso, char out[24]);

/**
 * words_at(now_ms, kept, out):
 * When something was, whichever way it is kept: "21 Nov 23:50".
 */
char *words_at(int64_t now_ms, const char *kept, char out[24]);

/**
 * words_worker(hub, arena, worker):
 * The initials of a worker by the id of their record; "--" for nobody.
 */
const char *words_worker(struct hub *hub, struct arena *arena, uint64_t worker);

/**
 * words_ref(ref, out):
 * Add what to say: "4F7-K22, four Foxtrot seven, Kilo two two".
 */
void words_ref(const char *ref, struct buf *out);

#endif /* HANDRAIL_UI_VIEWS_WORDS_H */
