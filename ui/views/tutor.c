/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/disk.h"
#include "base/stroke.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "hub/call.h"
#include "hub/where.h"
#include "ui/frame/frame.h"
#include "ui/frame/loop.h"

#include "ui/views/tutor.h"

#define STRIP_ROWS 4

/* One console, one lesson. */
static struct {
	struct arena *arena;
	struct call call;
	VEC(uint32_t) strokes; /* of the step in hand */
	size_t step, at;
	unsigned keys, slips;
	uint32_t wrong; /* the last key, when it was not the one */
	int64_t began;
	bool done;
} tutor;

/* ---- what comes next ---- */

/* clang-format off */
static const struct glyph {
	const char *utf8;
	uint32_t stroke;
} glyphs[] = {
	{ "\u23ce", STROKE_ENTER }, { "\u21e5", STROKE_TAB },
	{ "\u2423", ' ' },
};
/* clang-format on */

static void
add_text(const char *text)
{
	uint32_t cp;

	while (*text != '\0') {
		text += utf8_next(text, strlen(text), &cp);
		*VEC_ADD(&tutor.strokes) = utf8_lower(cp);
	}
}

/* One key of a script at ${keys}; returns what follows it. */
static const char *
add_key(const struct call_step *step, const char *keys)
{
	const char *end = strchr(keys, '>');
	char name[16];
	uint32_t stroke;

	for (size_t i = 0; i < sizeof(glyphs) / sizeof(glyphs[0]); i++)
		if (strncmp(keys, glyphs[i].utf8, 3) == 0) {
			*VEC_ADD(&tutor.strokes) = glyphs[i].stroke;
			return keys + 3;
		}
	if (strncmp(keys, "\u00abn\u00bb", 5) == 0) {
		add_text(step->is);
		return keys + 5;
	}
	if (keys[0] == '<' && end != NULL) {
		snprintf(name, sizeof(name), "%.*s", (int)(end - keys - 1),
		    keys + 1);
		if (!stroke_parse(name, &stroke, NULL))
			*VEC_ADD(&tutor.strokes) = stroke;
		return end + 1;
	}
	keys += utf8_next(keys, strlen(keys), &stroke);
	*VEC_ADD(&tutor.strokes) = stroke;
	return keys;
}

static void
begin_step(void)
{
	const struct call_step *step = &tutor.call.steps[tutor.step];
	const char *keys = step->keys;

	VEC_RELEASE(&tutor.strokes);
	tutor.at = 0;
	while (*keys != '\0')
		keys = add_key(step, keys);
}

static uint32_t
next(void)
{
	return tutor.strokes.at[tutor.at];
}

/* ---- judging ---- */

static void
go_on(void)
{
	tutor.wrong = STROKE_NONE;
	tutor.keys++;
	if (++tutor.at < tutor.strokes.n)
		return;
	if (++tutor.step < tutor.call.n)
		begin_step();
	else
		tutor.done = true;
}

static bool
is_next(uint32_t stroke)
{
	if (stroke < STROKE_NAMED)
		return utf8_lower(stroke) == next();
	return stroke == next();
}

/* Keys that are always theirs: to hide, and to leave. */
static bool
judge(uint32_t stroke)
{
	if (stroke == STROKE_CTRL + 'l')
		return true;
	if (tutor.done || stroke == STROKE_ESCAPE ||
	    stroke == STROKE_CTRL + 'c') {
		loop_stop(0);
		return false;
	}
	if (is_next(stroke)) {
		go_on();
		return true;
	}
	tutor.wrong = stroke;
	tutor.slips++;
	return false;
}

/* ---- the strip ---- */

static void
draw_result(int y, int w)
{
	int s = (int)((clock_ticks() - tutor.began) / INT64_C(1000000000));

	draw_printf(stdscr, y + 1, 1, w - 2, ROLE_OK,
	    "Well done: %u keys, %u slip%s, %d:%02d.", tutor.keys, tutor.slips,
	    tutor.slips == 1 ? "" : "s", s / 60, s % 60);
	draw_text(stdscr, y + 2, 1, w - 2, ROLE_TEXT,
	    "Any key leaves; handrail --tutor lists the lessons.");
}

static void
draw_next(int y, int w)
{
	const struct call_step *step = &tutor.call.steps[tutor.step];
	char key[16], wrong[16];

	if (tutor.wrong != STROKE_NONE)
		draw_printf(stdscr, y, 1, w - 2, ROLE_WARN,
		    "Not %s: press %s.  %s", stroke_show(tutor.wrong, wrong),
		    stroke_show(next(), key), step->tell);
	else
		draw_printf(stdscr, y, 1, w - 2, ROLE_TEXT, "Press %s.  %s",
		    stroke_show(next(), key), step->tell);
}

static void
draw_strip(int y, int w)
{
	struct rect said = { y + 1, 1, STRIP_ROWS - 2, w - 2 };

	for (int i = 0; i < STRIP_ROWS; i++)
		draw_fill(stdscr, y + i, 0, w, ROLE_TEXT, "");
	draw_rule(stdscr, y, 1, w - 2);
	draw_printf(stdscr, y, 2, w - 4, ROLE_LABEL,
	    " Lesson %s: %s, step %zu of %zu, %u slip%s ", tutor.call.name,
	    tutor.call.title, tutor.done ? tutor.call.n : tutor.step + 1,
	    tutor.call.n, tutor.slips, tutor.slips == 1 ? "" : "s");
	if (tutor.done) {
		draw_result(y, w);
		return;
	}
	draw_wrap(stdscr, said, ROLE_VALUE, tutor.call.steps[tutor.step].caller,
	    0);
	draw_next(y + STRIP_ROWS - 1, w);
}

/* ---- lessons ---- */

struct listing {
	const char *folder;
	FILE *out;
};

static enum rc
list_one(const char *name, void *arg)
{
	struct listing *l = arg;
	struct arena *arena = arena_new();
	struct call call;
	struct fault f = { 0 };

	if (strstr(name, ".cfg") != NULL &&
	    !call_read(arena, arena_printf(arena, "%s/%s", l->folder, name),
		&call, &f))
		fprintf(l->out, "%-4s %s\n", call.name, call.title);
	arena_free(arena);
	return RC_OK;
}

enum rc
tutor_list(const char *folder, FILE *out, struct fault *f)
{
	struct listing l = { .folder = folder, .out = out };

	return disk_list(folder, list_one, &l, f);
}

enum rc
tutor_start(const char *folder, const char *lesson, struct fault *f)
{
	const char *path;
	enum rc rc;

	tutor_end();
	tutor.arena = arena_new();
	path = arena_printf(tutor.arena, "%s/%s.cfg", folder, lesson);
	if (strchr(lesson, '/') != NULL || !disk_has(path))
		rc = fault_set(f, RC_USAGE,
		    "there is no lesson \"%s\"; handrail --tutor lists them",
		    lesson);
	else
		rc = call_read(tutor.arena, path, &tutor.call, f);
	if (rc) {
		tutor_end();
		return rc;
	}
	tutor.began = clock_ticks();
	begin_step();
	loop_judge(judge);
	frame_strip(STRIP_ROWS, draw_strip);
	return RC_OK;
}

void
tutor_end(void)
{
	loop_judge(NULL);
	frame_strip(0, NULL);
	VEC_RELEASE(&tutor.strokes);
	arena_free(tutor.arena);
	memset(&tutor, 0, sizeof(tutor));
}
