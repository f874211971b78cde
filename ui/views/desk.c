/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/str.h"
#include "hub/act.h"
#include "hub/draft.h"
#include "hub/find.h"
#include "hub/hub.h"
#include "hub/looked.h"
#include "hub/options.h"
#include "hub/slip.h"
#include "store/seal.h"
#include "store/store.h"
#include "store/vault.h"
#include "ui/frame/frame.h"
#include "ui/frame/loop.h"
#include "ui/parts/page.h"
#include "ui/views/doors.h"
#include "ui/views/views.h"

#include "ui/views/desk.h"

#define MINUTE_MS 60000
#define WARM_MS 10
#define QUIET_MS 500
#define SCRIPT_SEED 7

/* There is one desk. */
static struct {
	struct desk_options o;
	char login[64];
	struct hub *hub;
	struct clock *clock; /* while there is no hub */
	uint64_t seen;       /* the store's version that the screens show */
	uint64_t person, casefile;
	bool warm;     /* the run of find is made */
	unsigned undo; /* how many acts the last thing done was */
	struct arena *last_arena;
	struct slip last;
	char done[32]; /* the act done last, and what was said to it */
	struct arena *done_arena;
	struct slip said;
} desk;

/* ---- opening and closing ---- */

void
desk_start(const struct desk_options *o)
{
	memset(&desk, 0, sizeof(desk));
	desk.o = *o;
	desk.clock = o->options->pretend ? clock_fixed(o->options->now_ms)
					 : clock_real();
	str_set(desk.login, sizeof(desk.login), o->options->login);
	desk.last_arena = arena_new();
	desk.last.arena = desk.last_arena;
	desk.done_arena = arena_new();
	desk.said.arena = desk.done_arena;
	frame_leads(door_is_open);
	frame_facts()->clock_hidden = o->options->settings.silent != 0;
}

static void
forget(void)
{
	desk.person = desk.casefile = 0;
	desk.undo = 0;
	desk.warm = false;
	slip_clear(&desk.last);
	arena_reset(desk.last_arena);
	slip_clear(&desk.said);
	arena_reset(desk.done_arena);
	desk.done[0] = '\0';
	desk_call(false);
	hub_close(desk.hub);
	desk.hub = NULL;
}

void
desk_end(void)
{
	forget();
	arena_free(desk.last_arena);
	arena_free(desk.done_arena);
	clock_free(desk.clock);
	memset(&desk, 0, sizeof(desk));
}

struct hub *
desk_hub(void)
{
	return desk.hub;
}

int64_t
desk_now(void)
{
	return desk.hub != NULL ? hub_now(desk.hub) : clock_now(desk.clock);
}

const char *
desk_login(void)
{
	return desk.login;
}

void
desk_sign_in_as(const char *login)
{
	str_set(desk.login, sizeof(desk.login), login);
}

bool
desk_is_demo(void)
{
	return desk.o.demo;
}

bool
desk_is_scripted(void)
{
	return desk.o.scripted;
}

void
desk_demo_passphrase(char *out, size_t size)
{
	out[0] = '\0';
	if (!desk.o.demo)
		return;
	if (options_passphrase(desk.o.options, out, size, NULL))
		out[0] = '\0';
}

/* False when the path has no room. */
static bool
path_to(char path[WHERE_MAX], const char *folder, const char *name)
{
	int n = snprintf(path, WHERE_MAX, "%s/%s", folder, name);

	return n > 0 && n < WHERE_MAX;
}

void
desk_definition(const char *name, char path[WHERE_MAX])
{
	const struct options *o = desk.o.options;

	if (o->settings.definitions[0] != '\0' &&
	    path_to(path, o->settings.definitions, name) &&
	    access(path, R_OK) == 0)
		return;
	if (!path_to(path, o->data_path, name))
		path[0] = '\0';
}

/* ---- the doors of the loop ---- */

static int64_t
door_now(void *arg)
{
	(void)arg;
	return desk_now();
}

static bool
door_news(void *arg)
{
	(void)arg;
	return desk_news();
}

static bool
door_act(void *arg, enum action action)
{
	(void)arg;
	return desk_act(action);
}

/* A first search should not wait for the run to be made, so it is made when
 * nobody types, a little at a time: a key that comes meanwhile is heard. */
static void
warm_find(void)
{
	struct fault f = { 0 };

	do {
		/* What is wrong is said by the first search. */
		if (find_warm_some(desk.hub, WARM_MS, &desk.warm, &f))
			desk.warm = true;
	} while (!desk.warm && !term_waiting());
}

/*
 * Who looked is written down while nobody types. Our own commit is no news; a
 * disk that takes none is said by the act that finds it so, not between keys.
 */
static void
save_looks(void)
{
	uint64_t before = store_version(desk.hub->store);
	struct fault f = { 0 };

	if (term_waiting() || hub_looks_save(desk.hub, &f))
		return;
	if (desk.seen == before && store_version(desk.hub->store) == before + 1)
		desk.seen = before + 1;
}

static void
door_idle(void *arg, int64_t idle_ms)
{
	const struct settings *say = &desk.o.options->settings;
	int64_t after = say->lock_after * MINUTE_MS;
	int64_t hide = say->hide_after * MINUTE_MS;

	(void)arg;
	if (desk.hub == NULL)
		return;
	if (after > 0 && idle_ms >= after)
		desk_lock();
	else if (hide > 0 && idle_ms >= hide)
		desk_act(ACTION_HIDE);
	else if (idle_ms >= QUIET_MS && hub_looks_due(desk.hub))
		save_looks();
	else if (!desk.warm)
		warm_find();
}

static void
open_doors(void)
{
	struct loop_doors doors = {
		.now = door_now,
		.news = door_news,
		.idle = door_idle,
		.act = door_act,
		.news_fd = desk.hub != NULL ? store_watch(desk.hub->store) : -1,
	};

	loop_open(&doors);
}

void
desk_note(const char *fmt, ...)
{
	struct frame_facts *facts = frame_facts();
	va_list args;

	if (fmt == NULL) {
		str_set(facts->note, sizeof(facts->note),
		    desk.o.options->pretend ? "rehearsal" : "");
		return;
	}
	va_start(args, fmt);
	vsnprintf(facts->note, sizeof(facts->note), fmt, args);
	va_end(args);
}

static void
show_who(void)
{
	struct frame_facts *facts = frame_facts();
	size_t n = 0;
	const char *const *notes;

	str_set(facts->initials, sizeof(facts->initials),
	    desk.hub->me.initials);
	desk_note(NULL);
	notes = store_notes(desk.hub->store, &n);
	if (n > 0)
		say(ROLE_TEXT, "%s", notes[n - 1]);
}

enum rc
desk_unlock(const char *passphrase, struct fault *f)
{
	struct hub_options o;
	enum rc rc;

	options_hub(desk.o.options, passphrase, &o);
	o.user = desk.login;
	o.from = "console";
	/* A script that is played again must find the same references. */
	if (desk.o.scripted && desk.o.options->pretend)
		o.seed = SCRIPT_SEED;
	rc = hub_open(&o, &desk.hub, f);
	if (rc) {
		desk.hub = NULL;
		return rc;
	}
	desk.seen = store_version(desk.hub->store);
	open_doors();
	show_who();
	return RC_OK;
}

bool
desk_check(const char *passphrase)
{
	struct vault *vault = NULL;
	bool right;

	if (desk.hub == NULL)
		return false;
	right = !vault_open(desk.hub->store, desk_login(), passphrase, &vault,
	    NULL);
	vault_close(vault);
	return right;
}

/* The draft that was being typed when the console last ended. */
static void
land_in_draft(void)
{
	struct arena *arena = arena_new();
	struct draft_list list;
	struct draft *draft;
	struct buf bytes = { 0 };
	struct fault f = { 0 };

	if (draft_list(desk.hub, arena, &list, &f))
		say_fault(&f);
	else if (list.n > 0) {
		if (draft_open(desk.hub, list.at[0].id, &draft, &bytes, &f))
			say_fault(&f);
		else if (show_draft(draft, buf_window(&bytes)) && list.n > 1)
			say(ROLE_TEXT,
			    "Here is your draft; %zu more under :drafts",
			    list.n - 1);
	}
	buf_wipe(&bytes);
	arena_free(arena);
}

void
desk_begin(void)
{
	show_queue();
	land_in_draft();
}

void
desk_lock(void)
{
	if (desk.hub == NULL)
		return;
	view_pop_to(NULL);
	forget();
	frame_facts()->initials[0] = '\0';
	open_doors();
	show_unlock();
}

/* ---- doing ---- */

/* Why an act was refused, all of it: what the message line cannot hold is
 * shown to be read, while they may be typing on. */
static void
say_why_not(const struct fault *f)
{
	struct page_options page = {
		.title = "Not done", .text = f->text, .notice = true
	};

	say_fault(f);
	if (draw_width(f->text) > term_cols() - 4)
		page_open(&page);
}

/* Whom it was about is another each time. */
static void
remember_done(const char *act, const struct slip *slip)
{
	static const char *const about[] = { "person", "casefile" };

	if (slip == &desk.said || strcmp(act, "undo") == 0)
		return;
	slip_clear(&desk.said);
	arena_reset(desk.done_arena);
	str_set(desk.done, sizeof(desk.done), act);
	for (size_t i = 0; i < slip->n; i++)
		if (strcmp(slip->lines[i].name, about[0]) != 0 &&
		    strcmp(slip->lines[i].name, about[1]) != 0)
			slip_set(&desk.said, slip->lines[i].name,
			    slip->lines[i].text);
}

const char *
desk_again(struct slip *slip)
{
	for (size_t i = 0; i < desk.said.n; i++)
		slip_set(slip, desk.said.lines[i].name,
		    desk.said.lines[i].text);
	return desk.done;
}

bool
desk_do(const char *act, const struct slip *slip, struct act_done *done)
{
	struct act_done mine = { 0 };
	struct fault f = { 0 };

	if (done == NULL)
		done = &mine;
	if (act_run(desk.hub, act, slip, done, &f)) {
		say_why_not(&f);
		return false;
	}
	desk.undo = done->nothing ? desk.undo : 1;
	desk.seen = store_version(desk.hub->store);
	remember_done(act, slip);
	if (done->words[0] != '\0')
		say(ROLE_OK, "%s", done->words);
	view_stale(NULL);
	return true;
}

void
desk_batch(unsigned n)
{
	desk.undo = n;
}

void
desk_undo(void)
{
	struct slip nothing = { .arena = desk.last_arena };
	unsigned n = desk.undo > 0 ? desk.undo : 1, i;

	for (i = 0; i < n && desk_do("undo", &nothing, NULL); i++)
		;
	if (i > 1)
		say(ROLE_OK, "Undone, all %u of them.", i);
	desk.undo = 0;
	/* The screen on top reads again what stands now. */
	if (view_top() != NULL && view_top()->ops->back != NULL)
		view_top()->ops->back(view_top());
}

bool
desk_news(void)
{
	uint64_t now;
	bool news;

	if (desk.hub == NULL)
		return false;
	store_heard(desk.hub->store);
	now = store_version(desk.hub->store);
	news = now != desk.seen;
	desk.seen = now;
	return news;
}

/* ---- what is remembered ---- */

void
desk_look(uint64_t person, uint64_t casefile)
{
	desk.person = person;
	desk.casefile = casefile;
}

uint64_t
desk_person(void)
{
	return desk.person;
}

uint64_t
desk_casefile(void)
{
	return desk.casefile;
}

void
desk_keep_last(const char *name, const char *value)
{
	slip_set(&desk.last, name, value);
}

const char *
desk_last(const char *name)
{
	return slip_get(&desk.last, name);
}

void
desk_call(bool on)
{
	struct frame_facts *facts = frame_facts();

	if (on && facts->call_from == 0)
		facts->call_from = desk_now();
	else if (!on)
		facts->call_from = 0;
	view_stale(NULL);
}
