/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/when.h"
#include "fold/look.h"
#include "hub/hub.h"
#include "hub/practice.h"
#include "model/code.h"
#include "model/record.h"

#include "hub/card.h"

const char *
card_name(struct arena *arena, const struct record *person)
{
	const char *family = record_text(person, PERSON_FAMILY);
	const char *given = record_text(person, PERSON_GIVEN);

	if (*family && *given)
		return arena_printf(arena, "%s, %s", family, given);
	if (*family || *given)
		return arena_str(arena, *family ? family : given);
	return "(no name)";
}

int
card_years(const struct record *person, int64_t now_ms)
{
	int least, most;

	if (!when_age(record_text(person, PERSON_BORN), now_ms, &least, &most))
		return -1;
	return most;
}

const char *
card_crime(struct arena *arena, const struct codes *codes,
    const struct record *casefile)
{
	const char *category = record_text(casefile, CASEFILE_CATEGORY);
	const struct code *code =
	    codes ? code_by(codes, "crime", category) : NULL;
	int64_t nth = record_number(casefile, CASEFILE_NTH);
	const char *brief = code && code->brief ? code->brief : category;

	if (nth > 1)
		return arena_printf(arena, "%s x%d", brief, (int)nth);
	return arena_str(arena, *brief ? brief : "-");
}

/* "mon-fri 10-2, say dentist" is "10-2": the first word of hours. */
static const char *
hours_of(struct arena *arena, const char *times)
{
	const char *rest = times;
	struct span word;

	while (str_word(&rest, &word)) {
		const char *s = word.at;
		size_t n = 0;

		while (n < word.len &&
		       (isdigit((unsigned char)s[n]) || strchr("-:.apm", s[n])))
			n++;
		if (n && isdigit((unsigned char)s[0]) && memchr(s, '-', n) &&
		    n <= 5)
			return arena_printf(arena, "!%.*s", (int)n, s);
	}
	return "!set";
}

/* The letters as they were given, in capitals: "TV". */
static const char *
letters_of(struct arena *arena, const char *channels)
{
	char *out = arena_str(arena, channels), *to = out;

	for (const char *s = out; *s; s++)
		if (*s != ' ')
			*to++ = (char)toupper((unsigned char)*s);
	*to = '\0';
	return out;
}

const char *
card_safe(const struct hub *hub, struct arena *arena,
    const struct record *person, const struct record *safety,
    const struct record *casefile, bool *unsafe)
{
	const char *channels =
	    safety ? record_text(safety, SAFETY_CHANNELS) : "";

	*unsafe = true;
	if (safety && (record_has_code(safety, SAFETY_CHANNELS, "x") ||
			  record_flag(safety, SAFETY_NO_CONTACT)))
		return "!none";
	if (*record_text(person, PERSON_VIA_NAME))
		return "!via";
	if (safety && record_has_code(safety, SAFETY_CHANNELS, "w"))
		return hours_of(arena, record_text(safety, SAFETY_TIMES));
	if (!*channels && practice_fears(hub->practice, casefile))
		return "!ask";
	*unsafe = safety && *record_text(safety, SAFETY_AVOID);
	return *channels ? letters_of(arena, channels) : "-";
}

bool
card_is_grave(const struct codes *codes, const struct record *casefile)
{
	const char *rest = record_text(casefile, CASEFILE_RISK);
	struct span word;

	while (codes && str_word(&rest, &word)) {
		char text[2] = "";
		const struct code *code;

		if (word.len != 1)
			continue;
		text[0] = *(const char *)word.at;
		code = code_by(codes, "risk", text);
		if (code && code->group && strcmp(code->group, "grave") == 0)
			return true;
	}
	return false;
}

static void
read_worker(const struct hub *hub, const struct look *look, struct arena *arena,
    struct card_worker *to)
{
	struct record *r;

	to->login = "";
	to->initials = to->id ? "?" : "--";
	if (to->id == hub->me.id) {
		to->login = arena_str(arena, hub->me.login);
		to->initials = arena_str(arena, hub->me.initials);
	} else if (to->id && look_record(look, arena, KIND_WORKER, to->id, NULL,
				 &r, NULL) == RC_OK) {
		to->login = record_text(r, WORKER_LOGIN);
		to->initials = record_text(r, WORKER_INITIALS);
	}
}

const struct card_worker *
card_worker(const struct hub *hub, const struct look *look, struct arena *arena,
    struct card_crew *crew, uint64_t worker)
{
	size_t most = sizeof(crew->met) / sizeof(crew->met[0]);
	struct card_worker *to;

	for (size_t i = 0; i < crew->n; i++)
		if (crew->met[i].id == worker)
			return &crew->met[i];
	to = &crew->met[crew->n < most ? crew->n++ : most - 1];
	to->id = worker;
	read_worker(hub, look, arena, to);
	return to;
}
