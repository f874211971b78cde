/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Idle, the loop sleeps until the clock's minute turns (or the second, while a
 * call is timed), and wakes once a second only to ask the doors whether
 * anything changed, which draws nothing if nothing did.
 *
 * Esc means back, and is also the first byte of half the keys and the prefix of
 * the function keys for terminals without them (Esc 2 is F2). So it is held a
 * moment: a digit makes a function key of it; `[` or `O` and a final letter are
 * an arrow that a slow line tore apart; anything else lets it through.
 */

#include <ctype.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/stroke.h"
#include "base/utf8.h"
#include "ui/frame/burst.h"
#include "ui/frame/frame.h"
#include "ui/frame/loop.h"
#include "ui/frame/stack.h"

#define HOLD_MS 400
#define REPAIR_MS 300
#define SECOND_MS 1000
#define BURST_MS 20
#define MINUTE_MS 60000

static struct {
	struct loop_doors doors;
	bool stopped;
	int status;
	int64_t esc_at;    /* when an Esc was held; 0: none is */
	uint32_t esc_then; /* the `[` or `O` after it; 0: none */
	int64_t key_at;
	unsigned handled;       /* keys and pastes */
	int64_t second, minute; /* the last ones drawn */
	bool dirty;
} loop;

/* Outlives the doors: who asks it does not come and go with the hub. */
static bool (*judge)(uint32_t stroke);

/* clang-format off */
static const struct torn {
	char final;
	uint32_t stroke;
} torn[] = {
	{ 'A', STROKE_UP }, { 'B', STROKE_DOWN }, { 'C', STROKE_RIGHT },
	{ 'D', STROKE_LEFT }, { 'H', STROKE_HOME }, { 'F', STROKE_END },
	{ 'Z', STROKE_BACKTAB }, { 'P', STROKE_F0 + 1 },
	{ 'Q', STROKE_F0 + 2 }, { 'R', STROKE_F0 + 3 },
	{ 'S', STROKE_F0 + 4 },
};
/* clang-format on */

static int64_t
ticks_ms(void)
{
	return clock_ticks() / 1000000 + 1;
}

void
loop_open(const struct loop_doors *doors)
{
	memset(&loop, 0, sizeof(loop));
	loop.doors = *doors;
	loop.key_at = ticks_ms();
	loop.dirty = true;
}

void
loop_stop(int status)
{
	loop.stopped = true;
	loop.status = status;
}

bool
loop_is_stopped(void)
{
	return loop.stopped;
}

int64_t
loop_now(void)
{
	return loop.doors.now ? loop.doors.now(loop.doors.arg) : 0;
}

/* ---- actions ---- */

static bool
ask_doors(enum action a)
{
	return loop.doors.act && loop.doors.act(loop.doors.arg, a);
}

/* What any program of this kind does with an action nobody took. */
static bool
act_anyway(enum action a)
{
	if (a == ACTION_REFRESH) {
		term_redraw();
		view_stale(NULL);
		return true;
	}
	if (a == ACTION_BACK && view_depth() > 1) {
		view_pop();
		return true;
	}
	return a == ACTION_BACK;
}

/* Hiding comes before anything the screen may think of it. */
static bool
is_urgent(enum action a)
{
	const struct view *v = view_top();

	if (a != ACTION_HIDE && a != ACTION_LOCK)
		return false;
	return !v || !(v->ops->flags & VIEW_COVER);
}

/* Under a cover there are no other doors. */
static bool
is_covered(void)
{
	const struct view *v = view_top();

	return v && (v->ops->flags & VIEW_COVER);
}

bool
loop_act(enum action a)
{
	struct view *v = view_top();

	if (is_urgent(a) && ask_doors(a))
		return true;
	if (v) {
		v->stale = true;
		if (v->ops->act && v->ops->act(v, a))
			return true;
	}
	if (is_covered())
		return true;
	return ask_doors(a) || act_anyway(a);
}

/* ---- strokes ---- */

static bool
is_printable(uint32_t stroke)
{
	return stroke >= ' ' && stroke < STROKE_NAMED && stroke != 0x7f;
}

static bool
type(struct view *v, uint32_t stroke)
{
	char as[5];

	if (!is_printable(stroke) || !v->ops->type)
		return false;
	utf8_put(stroke, as);
	return v->ops->type(v, as);
}

static void
say_nothing(uint32_t stroke)
{
	char key[16];

	say(ROLE_WARN, "%s does nothing here; ? shows what does",
	    stroke_show(stroke, key));
}

static void
begin_key(void)
{
	said_age();
	loop.handled++;
	loop.dirty = true;
	loop.key_at = ticks_ms();
}

void
loop_judge(bool (*fn)(uint32_t stroke))
{
	judge = fn;
}

/* Letters are data in a field, verbs in a list; what is left is an action. */
static void
handle(uint32_t stroke)
{
	struct view *v = view_top();
	const char *contexts[4];
	enum action a = ACTION_NONE;
	bool first;
	size_t n;

	begin_key();
	if (!v || (judge && !judge(stroke)))
		return;
	v->stale = true;
	first = view_state(v) != VIEW_LIST || (v->ops->flags & VIEW_EAGER);
	if (first && type(v, stroke))
		return;
	n = view_contexts(v, contexts);
	if (frame_keymap() && !(first && is_printable(stroke)))
		a = keymap_look(frame_keymap(), contexts, n, stroke);
	if (a != ACTION_NONE && loop_act(a))
		return;
	if (!first && type(v, stroke))
		return;
	if (!is_covered())
		say_nothing(stroke);
}

static void
let_go(void)
{
	uint32_t then = loop.esc_then;

	loop.esc_at = 0;
	loop.esc_then = 0;
	handle(STROKE_ESCAPE);
	if (then)
		handle(then);
}

/* What a held Esc and ${stroke} make together; STROKE_NONE: nothing. */
static uint32_t
with_escape(uint32_t stroke)
{
	if (!loop.esc_then && stroke >= '0' && stroke <= '9')
		return STROKE_F0 + (stroke == '0' ? 10 : stroke - '0');
	if (!loop.esc_then)
		return STROKE_NONE;
	for (size_t i = 0; i < sizeof(torn) / sizeof(torn[0]); i++)
		if ((uint32_t)torn[i].final == stroke)
			return torn[i].stroke;
	return STROKE_NONE;
}

void
loop_stroke(uint32_t stroke)
{
	uint32_t whole;

	if (!loop.esc_at) {
		if (stroke == STROKE_ESCAPE)
			loop.esc_at = ticks_ms();
		else
			handle(stroke);
		return;
	}
	if ((whole = with_escape(stroke)) != STROKE_NONE) {
		loop.esc_at = 0;
		loop.esc_then = 0;
		handle(whole);
		return;
	}
	if (!loop.esc_then && (stroke == '[' || stroke == 'O') &&
	    ticks_ms() - loop.esc_at < REPAIR_MS) {
		loop.esc_then = stroke;
		return;
	}
	let_go();
	loop_stroke(stroke);
}

void
loop_settle(void)
{
	if (loop.esc_at)
		let_go();
}

void
loop_paste(const char *text, size_t n)
{
	struct view *v = view_top();

	loop_settle();
	begin_key();
	if (!v)
		return;
	v->stale = true;
	if (!v->ops->paste || !v->ops->paste(v, text, n))
		say(ROLE_WARN,
		    "nothing was pasted: there is no field here to take it");
}

/* ---- turns ---- */

static bool
wants_seconds(void)
{
	const struct view *v = view_full();

	if (frame_facts()->clock_hidden)
		return false;
	return frame_facts()->call_from || (v && v->ops->flags & VIEW_SECONDS);
}

static void
tell_clock(int64_t now)
{
	bool turned = now / MINUTE_MS != loop.minute;

	if (wants_seconds())
		turned = turned || now / SECOND_MS != loop.second;
	if (!turned)
		return;
	loop.minute = now / MINUTE_MS;
	loop.second = now / SECOND_MS;
	stack_tick(now);
	loop.dirty = loop.dirty || !frame_facts()->clock_hidden;
}

static bool
any_stale(void)
{
	for (const struct view *v = view_top(); v; v = view_below(v))
		if (v->stale)
			return true;
	return stack_changed();
}

static void
mark(void)
{
	static const char *const states[] = { "list", "field", "prompt" };
	const struct view *v = view_top();

	if (v && !loop.esc_at)
		term_mark(loop.handled, states[view_state(v)], v->tag);
}

void
loop_turn(void)
{
	bool key = loop.dirty;

	if (loop.doors.news && loop.doors.news(loop.doors.arg))
		stack_news();
	tell_clock(loop_now());
	if (!loop.dirty && !any_stale())
		return;
	loop.dirty = false;
	frame_draw(loop_now());
	if (key)
		mark();
}

/* ---- waiting ---- */

static int
ms_to_wait(void)
{
	int64_t now = loop_now(), ms = MINUTE_MS - now % MINUTE_MS;
	int hold = loop.doors.escape_hold_ms;

	if (wants_seconds())
		ms = SECOND_MS - now % SECOND_MS;
	if ((loop.doors.news || loop.doors.idle) && ms > SECOND_MS)
		ms = SECOND_MS;
	if (loop.esc_at && hold >= 0) {
		int64_t left =
		    loop.esc_at + (hold ? hold : HOLD_MS) - ticks_ms();

		if (left < ms)
			ms = left;
	}
	return ms < 0 ? 0 : (int)ms;
}

static void
wait_for_something(void)
{
	struct pollfd fds[3] = {
		{ .fd = term_fd(), .events = POLLIN },
		{ .fd = term_wake_fd(), .events = POLLIN },
		{ .fd = loop.doors.news_fd > 0 ? loop.doors.news_fd : -1,
		    .events = POLLIN },
	};
	int got = poll(fds, 3, ms_to_wait());

	if (got > 0 && (fds[0].revents & (POLLHUP | POLLERR | POLLNVAL)))
		loop_stop(0);
	if (got == 0 && loop.esc_at && ms_to_wait() == 0)
		loop_settle();
}

/* Whether more comes so soon after what is held that no hand pressed it. */
static bool
more_comes(unsigned held)
{
	struct pollfd fd = { .fd = term_fd(), .events = POLLIN };

	return held > 1 && poll(&fd, 1, BURST_MS) > 0;
}

/* One key, or all that came with it; ${in} is what came after, if anything. */
static void
hear(struct term_input *in)
{
	unsigned held = 0;

	if (term_tells_paste()) {
		loop_stroke(in->stroke);
		in->word = TERM_QUIET;
		return;
	}

	do {
		while (in->word == TERM_STROKE) {
			held = burst_add(in->stroke);
			term_read(in);
		}
		if (in->word == TERM_QUIET && more_comes(held))
			term_read(in);
	} while (in->word == TERM_STROKE);
	burst_end(loop_stroke, loop_paste);
}

/* All that is waiting to be read, so that type-ahead costs one drawing. */
static void
read_keys(void)
{
	struct term_input in;

	for (term_read(&in); in.word != TERM_QUIET && !loop.stopped;
	     term_read(&in)) {
		if (in.word == TERM_STROKE)
			hear(&in);
		if (in.word == TERM_PASTE)
			loop_paste(in.paste, in.paste_len);
		else if (in.word == TERM_RESIZED)
			frame_relayout();
		loop.dirty = true;
		if (view_depth() == 0)
			return;
	}
}

int
loop_run(void)
{
	loop_turn();
	while (!loop.stopped && view_depth() && !term_ended()) {
		wait_for_something();
		read_keys();
		if (loop.doors.idle)
			loop.doors.idle(loop.doors.arg,
			    ticks_ms() - loop.key_at);
		if (view_depth() && !loop.stopped)
			loop_turn();
	}
	if (loop.doors.ending)
		loop.doors.ending(loop.doors.arg);
	return loop.status;
}
