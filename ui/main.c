/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Starts the console: what the command line says, the terminal, the key map and
 * theme, signing in, and then the loop. With no terminal to draw on it talks in
 * lines, or shows its first screen and goes.
 */

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/disk.h"
#include "base/progress.h"
#include "base/str.h"
#include "hub/call.h"
#include "hub/demo.h"
#include "hub/find.h"
#include "hub/hub.h"
#include "hub/options.h"
#include "store/seal.h"
#include "store/vault.h"
#include "ui/frame/frame.h"
#include "ui/frame/loop.h"
#include "ui/frame/script.h"
#include "ui/frame/term.h"
#include "ui/frame/theme.h"
#include "ui/views/desk.h"
#include "ui/views/plain.h"
#include "ui/views/tutor.h"
#include "ui/views/views.h"

#define VERSION "0.1.0"
#define PASSPHRASE_MOST 512
#define LESSON_DAY "2026-11-22T11:42:00Z"

struct console {
	struct options common;
	const char *keys, *size;
	bool demo, plain, tutor, mono, ascii;
	const char *lesson;   /* of the drills; NULL: none */
	char lesson_path[64]; /* where its store is for as long as it lasts */
	char demo_path[WHERE_MAX];
	struct keymap *keymap;
};

static int
fail(const struct fault *f)
{
	fprintf(stderr, "handrail: %s\n",
	    f->text[0] != '\0' ? f->text : rc_text(f->rc));
	return rc_exit(f->rc);
}

/* ---- the command line ---- */

static void
own_options(struct console *c, struct option_row rows[7])
{
	const struct option_row own[7] = {
		{ "demo", NULL,
		    "a console on invented people; nothing is asked", NULL,
		    &c->demo },
		{ "plain", NULL, "line mode: one prompt a line", NULL,
		    &c->plain },
		{ "keys", "FILE", "play a key script and report", &c->keys,
		    NULL },
		{ "size", "COLSxROWS", "the screen that the script plays on",
		    &c->size, NULL },
		{ "mono", NULL, "no colour", NULL, &c->mono },
		{ "tutor", NULL, "drills on invented calls", NULL, &c->tutor },
		{ NULL, NULL, NULL, NULL, NULL },
	};

	memcpy(rows, own, sizeof(own));
}

static int
help(const struct option_row *common, const struct option_row *own)
{
	printf("handrail [OPTION ...]\n\n"
	       "The console of a victim-support hub.\n\n");
	options_help(own, stdout);
	printf("\nBoth programs:\n\n");
	options_help(common, stdout);
	return 0;
}

static enum rc
lessons(char path[WHERE_MAX + 8], struct fault *f)
{
	enum rc rc = where_data(path, f);

	if (!rc)
		strcat(path, "/calls");
	return rc;
}

static enum rc
tell_lessons(struct fault *f)
{
	char path[WHERE_MAX + 8];
	enum rc rc = lessons(path, f);

	if (!rc)
		rc = tutor_list(path, stdout, f);
	if (!rc)
		printf("\nhandrail --tutor s1 begins the first. Everybody in "
		       "them is invented, and nothing is kept.\n");
	return rc ? rc : RC_END;
}

/* RC_END: what was asked for is done already. */
static enum rc
read_options(struct console *c, int argc, char **argv, struct fault *f)
{
	struct option_row common[OPTIONS_COMMON], own[7];
	const struct option_row *sets[] = { common, own, NULL };
	enum rc rc;

	options_common(&c->common, common);
	own_options(c, own);
	rc = options_read(sets, &argc, argv, false, f);
	if (rc)
		return rc;
	if (c->common.help)
		help(common, own);
	else if (c->common.version)
		printf("handrail %s\n", VERSION);
	else if (c->tutor && argc == 1)
		return tell_lessons(f);
	else if (c->tutor && argc == 2) {
		c->lesson = argv[1];
		return RC_OK;
	} else if (argc > 1)
		return fault_set(f, RC_USAGE,
		    "\"%s\" is not something handrail takes; --help lists "
		    "what is",
		    argv[1]);
	else
		return RC_OK;
	return RC_END;
}

static void
tell_progress(size_t done, size_t total, void *arg)
{
	struct progress *p = arg;

	p->total = total;
	progress_at(p, done, done);
}

/* Beside where it goes, and put there whole: broken off, a demonstration leaves
 * nothing that could be taken for one. */
static enum rc
make_demo(const struct console *c, struct demo *demo, struct fault *f)
{
	struct progress progress;
	char making[WHERE_MAX + 32];
	enum rc rc;

	snprintf(making, sizeof(making), "%s.making-%ld", c->common.store,
	    (long)getpid());
	demo->store = making;
	demo->progress = tell_progress;
	demo->arg = &progress;
	progress_begin(&progress, "inventing people", "people", 0);
	rc = demo_make(demo, f);
	progress_end(&progress);
	if (!rc) {
		rmdir(c->common.store); /* an empty folder is no hindrance */
		rc = disk_rename(disk_real(), making, c->common.store, f);
	}
	if (rc)
		disk_remove(making);
	return rc;
}

/* A demonstration store, made at once if there is none. */
static enum rc
demo_ready(const struct console *c, struct fault *f)
{
	struct demo demo = { .people = DEMO_PEOPLE, .seed = DEMO_SEED };
	char path[WHERE_MAX + 8];
	enum rc rc;

	snprintf(path, sizeof(path), "%s/format", c->common.store);
	if (disk_has(path))
		return RC_OK;
	rc = where_data(path, f);
	if (rc)
		return rc;
	demo.data = path;
	if (c->lesson != NULL)
		demo.people = 1; /* the cast of the calls, and no more */
	if (c->common.now != NULL && !moment_parse(c->common.now, &demo.now_ms))
		return RC_OK; /* options_settle() says what is wrong with it */
	return make_demo(c, &demo, f);
}

/* A store that is not there is said before anybody is asked for a passphrase.
 */
static enum rc
is_there(const struct console *c, struct fault *f)
{
	char path[WHERE_MAX + 8];

	snprintf(path, sizeof(path), "%s/format", c->common.store_path);
	if (disk_has(path))
		return RC_OK;
	return fault_set(f, RC_SYSTEM,
	    "there is no store in %s; handrailctl init makes one, and "
	    "handrail --demo opens one of invented people",
	    c->common.store_path);
}

/* A lesson has people of its own, on the day that the calls are told of. */
static enum rc
lesson_store(struct console *c, struct fault *f)
{
	strcpy(c->lesson_path, "/tmp/handrail-tutor.XXXXXX");
	if (mkdtemp(c->lesson_path) == NULL)
		return fault_errno(f, "making", c->lesson_path);
	c->common.store = c->lesson_path;
	c->common.now = LESSON_DAY;
	c->demo = true;
	return RC_OK;
}

static void
lesson_end(const struct console *c)
{
	if (c->lesson_path[0] != '\0')
		disk_remove(c->lesson_path);
}

static enum rc
settle(struct console *c, struct fault *f)
{
	enum rc rc = RC_OK;

	if (c->lesson != NULL) {
		rc = lesson_store(c, f);
		if (rc)
			return rc;
	}
	if (c->demo && c->common.store == NULL) {
		rc = where_demo(c->demo_path, f);
		if (rc)
			return rc;
		c->common.store = c->demo_path;
	}
	if (c->demo) {
		rc = demo_ready(c, f);
		if (rc)
			return rc;
	}
	rc = options_settle(&c->common, f);
	return rc ? rc : is_there(c, f);
}

/* ---- the screen ---- */

static enum rc
read_size(const char *text, int *cols, int *rows, struct fault *f)
{
	char end;

	if (sscanf(text, "%dx%d%c", cols, rows, &end) == 2 && *cols > 0 &&
	    *rows > 0 && *cols < 1000 && *rows < 1000)
		return RC_OK;
	return fault_set(f, RC_USAGE, "--size wants columns and rows: 160x50");
}

static enum rc
open_keys(struct console *c, struct fault *f)
{
	char path[WHERE_MAX], name[80];
	enum rc rc;

	c->keymap = keymap_new();
	desk_definition("keymaps/default.cfg", path);
	rc = keymap_add_file(c->keymap, path, f);
	if (!rc && !str_ieq(c->common.settings.keymap, "default") &&
	    c->common.settings.keymap[0] != '\0') {
		snprintf(name, sizeof(name), "keymaps/%.60s.cfg",
		    c->common.settings.keymap);
		desk_definition(name, path);
		rc = keymap_add_file(c->keymap, path, f);
	}
	frame_keys(c->keymap);
	return rc;
}

static enum rc
open_theme(const struct console *c, struct fault *f)
{
	char path[WHERE_MAX], name[80];
	const char *theme = c->common.settings.theme;

	if (str_ieq(theme, "default"))
		theme = "plain";
	snprintf(name, sizeof(name), "themes/%.60s.cfg", theme);
	desk_definition(name, path);
	return theme_open(path, f);
}

static enum rc
open_screen(struct console *c, bool hidden, struct fault *f)
{
	struct term_options o = { .hidden = hidden, .mono = c->mono };
	enum rc rc;

	if (c->size != NULL && hidden) {
		rc = read_size(c->size, &o.cols, &o.rows, f);
		if (rc)
			return rc;
	}
	rc = term_open(&o, f);
	if (!rc)
		rc = open_theme(c, f);
	return rc ? rc : open_keys(c, f);
}

/* ---- signing in ---- */

/* With a passphrase from a file, or a demonstration's own: RC_OK and the hub is
 * open. RC_MISSING: a person has to type it. */
static enum rc
sign_in(struct console *c, struct fault *f)
{
	char passphrase[PASSPHRASE_MOST];
	enum rc rc =
	    options_passphrase(&c->common, passphrase, sizeof(passphrase), f);

	if (!rc)
		rc = desk_unlock(passphrase, f);
	seal_wipe(passphrase, sizeof(passphrase));
	return rc;
}

static enum rc
first_screen(struct console *c, struct fault *f)
{
	enum rc rc = sign_in(c, f);

	if (rc == RC_MISSING && disk_has(c->common.store_path)) {
		show_unlock();
		return RC_OK;
	}
	if (!rc)
		desk_begin();
	return rc;
}

/* ---- the ways to run ---- */

/* A passphrase is asked for on the terminal, unseen. */
static enum rc
ask_passphrase(struct fault *f)
{
	char *typed = getpass("Passphrase: ");
	enum rc rc;

	if (typed == NULL)
		return fault_set(f, RC_MISSING,
		    "no passphrase was given; say --passphrase-file FILE");
	rc = desk_unlock(typed, f);
	seal_wipe(typed, strlen(typed));
	return rc;
}

static int
run_plain(struct console *c, struct fault *f)
{
	enum rc rc = sign_in(c, f);

	if (rc == RC_MISSING && disk_has(c->common.store_path))
		rc = ask_passphrase(f);
	if (rc)
		return fail(f);
	return plain_run(stdin, stdout);
}

static int
run_console(struct console *c, struct fault *f)
{
	enum rc rc = open_screen(c, false, f);
	int status;

	if (rc == RC_SYSTEM) {
		/* A terminal that cannot place a cursor can still talk. */
		fprintf(stderr, "handrail: %s; going on in line mode\n",
		    f->text);
		return run_plain(c, f);
	}
	if (!rc)
		rc = first_screen(c, f);
	if (rc) {
		term_close();
		return fail(f);
	}
	status = loop_run();
	view_pop_to(NULL);
	term_close();
	return status;
}

static int
play(FILE *in, const char *name, struct fault *f)
{
	struct script_report report = { 0 };
	int status = 0;

	if (script_play(in, name, stdout, &report, f)) {
		status = fail(f);
	} else {
		script_print(&report, stdout);
		status = report.failed > 0 || report.errors > 0;
	}
	return status;
}

/* A standard call is a key script too. */
static FILE *
call_open(const char *path, struct buf *script, struct fault *f)
{
	struct arena *arena = arena_new();
	struct call call;
	FILE *in = NULL;

	if (!call_read(arena, path, &call, f)) {
		call_script(&call, script);
		in = fmemopen(script->at, script->len, "r");
	}
	arena_free(arena);
	return in;
}

static FILE *
script_open(const char *path, struct buf *script, struct fault *f)
{
	size_t len = strlen(path);
	FILE *in;

	if (len > 4 && strcmp(path + len - 4, ".cfg") == 0)
		return call_open(path, script, f);
	in = fopen(path, "re");
	if (in == NULL)
		fault_errno(f, "opening the key script", path);
	return in;
}

static int
run_script(struct console *c, struct fault *f)
{
	struct buf script = { 0 };
	FILE *in = script_open(c->keys, &script, f);
	int status;

	if (in == NULL)
		return fail(f);
	if (open_screen(c, true, f) || first_screen(c, f)) {
		status = fail(f);
	} else {
		/* A first search is made ready, as it is after a moment. */
		if (desk_hub() != NULL && find_warm(desk_hub(), f))
			say_fault(f);
		status = play(in, c->keys, f);
	}
	view_pop_to(NULL);
	term_close();
	fclose(in);
	buf_release(&script);
	return status;
}

/* No terminal: what a person would see first, and good day. */
static int
run_once(struct console *c, struct fault *f)
{
	int status = 0;

	if (open_screen(c, true, f) || first_screen(c, f)) {
		status = fail(f);
	} else {
		loop_turn();
		script_screen("handrail", stdout);
	}
	view_pop_to(NULL);
	term_close();
	return status;
}

static bool
is_dumb(void)
{
	const char *term = getenv("TERM");

	return term == NULL || term[0] == '\0' || strcmp(term, "dumb") == 0;
}

static enum rc
begin_lesson(const struct console *c, struct fault *f)
{
	char path[WHERE_MAX + 8];
	enum rc rc;

	if (c->lesson == NULL)
		return RC_OK;
	rc = lessons(path, f);
	return rc ? rc : tutor_start(path, c->lesson, f);
}

static int
run(struct console *c, struct fault *f)
{
	bool here = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);

	if (begin_lesson(c, f))
		return fail(f);
	if (c->keys != NULL)
		return run_script(c, f);
	if (c->plain)
		return run_plain(c, f);
	if (!here)
		return run_once(c, f);
	return is_dumb() ? run_plain(c, f) : run_console(c, f);
}

int
main(int argc, char **argv)
{
	struct console c = { 0 };
	struct desk_options desk;
	struct fault f = { 0 };
	enum rc rc;
	int status;

	vault_harden();
	setlocale(LC_ALL, "");
	rc = read_options(&c, argc, argv, &f);
	if (!rc)
		rc = settle(&c, &f);
	if (rc) {
		lesson_end(&c);
		return rc == RC_END ? 0 : fail(&f);
	}
	desk = (struct desk_options){
		.options = &c.common, .demo = c.demo, .scripted = c.keys != NULL
	};
	desk_start(&desk);
	status = run(&c, &f);
	tutor_end();
	desk_end();
	lesson_end(&c);
	keymap_free(c.keymap);
	return status;
}
