/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "ctl/bench.h"
#include "ctl/watched.h"
#include "store/seal.h"
#include "store/vault.h"

/*
 * The console from outside: from starting it to its first full screen, from a
 * key to the changed cell, bytes a key, and what it does when nobody does
 * anything. A bare ncurses program is measured the same way.
 */

#define PAINTS 15
#define KEYS 300
#define SETTLE_MS 2000 /* what is done once, after the first paint */
#define IDLE_MS 10000
#define MARK_BYTES 24 /* the mark itself is not for people */

static enum rc
did_not_show(struct fault *f, const char *program)
{
	return fault_set(f, RC_SYSTEM,
	    "%s did not show a screen within ten seconds", program);
}

static enum rc
time_paint(char *const argv[], int64_t *ns, struct fault *f)
{
	int64_t began = clock_ticks();
	struct watched w;
	bool shown;
	enum rc rc = watched_start(&w, argv, f);

	if (rc)
		return rc;
	shown = watched_wait(&w);
	*ns = clock_ticks() - began;
	watched_stop(&w);
	return shown ? RC_OK : did_not_show(f, argv[0]);
}

/* What unlocking alone costs, with the passphrase that was given. */
static enum rc
time_unlock(struct bench *b, int64_t *ns, struct fault *f)
{
	char passphrase[256];
	struct vault *v = NULL;
	int64_t began;
	enum rc rc = options_passphrase(
	    &b->ctl->o, passphrase, sizeof(passphrase), f);

	if (rc)
		return rc;
	began = clock_ticks();
	rc = vault_open(b->ctl->hub->store, b->ctl->hub->me.login, passphrase,
	    &v, f);
	*ns = clock_ticks() - began;
	seal_wipe(passphrase, sizeof(passphrase));
	vault_close(v);
	return rc;
}

static enum rc
paint(struct bench *b, char *const console[], char *const bare[],
    struct fault *f)
{
	struct times paints = { 0 }, allowed = { 0 };
	int64_t ns = 0, floor = 0, unlock = 0;
	enum rc rc = RC_OK;

	for (int i = 0; i < PAINTS && !rc; i++) {
		if ((rc = time_paint(console, &ns, f)) ||
		    (rc = time_paint(bare, &floor, f)) ||
		    (rc = time_unlock(b, &unlock, f)))
			break;
		*VEC_ADD(&paints.at) = (uint64_t)ns;
		*VEC_ADD(&allowed.at) = (uint64_t)(2 * floor + unlock);
	}
	bench_tell(b, "first paint", &paints,
	    "twice a bare ncurses program's, and unlocking", &allowed);
	return rc;
}

/* Press ${keys} in turn; add up the times and the bytes of each. */
static enum rc
press_all(char *const argv[], const char *const *keys, size_t n,
    struct times *times, double *bytes, struct fault *f)
{
	struct watched w;
	int64_t began;
	bool well;
	enum rc rc = watched_start(&w, argv, f);

	if (rc)
		return rc;
	well = watched_wait(&w);
	watched_drain(&w, SETTLE_MS);
	w.bytes = 0;
	for (size_t i = 0; i < KEYS && well; i++) {
		began = clock_ticks();
		well = watched_press(&w, keys[i % n]);
		times_add(times, began);
	}
	*bytes = (double)w.bytes / KEYS - MARK_BYTES;
	watched_stop(&w);
	return well ? RC_OK : did_not_show(f, argv[0]);
}

static enum rc
keys(struct bench *b, char *const console[], char *const bare[],
    struct fault *f)
{
	/* "n" takes a call and Enter passes its first two questions; then letters
	 * go into the name one at a time, and out again, so that no draft stays. */
	static const char *const moves[] = { "\033[B", "\033[B", "\033[A" };
	static const char *const letters[] = { "o", "k", "a", "\177", "\177",
		"\177" };
	const char *typed[KEYS];
	struct times ours = { 0 }, theirs = { 0 }, letter = { 0 };
	double row = 0, floor = 0, each = 0;
	enum rc rc = press_all(console, moves, 3, &ours, &row, f);

	typed[0] = "n";
	typed[1] = "\r";
	typed[2] = "\r";
	for (size_t i = 3; i < KEYS; i++)
		typed[i] = letters[i % 6];
	if (!rc)
		rc = press_all(bare, moves, 3, &theirs, &floor, f);
	if (!rc)
		rc = press_all(console, typed, KEYS, &letter, &each, f);
	bench_tell(b, "a key to its changed cell", &ours, "bare ncurses",
	    &theirs);
	VEC_RELEASE(&letter.at);
	if (rc)
		return rc;
	bench_amount(b, "bytes a moved row", "bytes", row, "bare ncurses", floor);
	bench_amount(b, "bytes a typed letter", "bytes", each, "at most", 64);
	return RC_OK;
}

static enum rc
idle(struct bench *b, char *const console[], struct fault *f)
{
	struct watched w;
	double cpu;
	enum rc rc = watched_start(&w, console, f);

	if (rc)
		return rc;
	if (!watched_wait(&w))
		rc = did_not_show(f, console[0]);
	/* The run of find is made once, when nobody types. */
	watched_drain(&w, 3 * SETTLE_MS);
	cpu = watched_cpu(&w);
	w.bytes = 0;
	watched_drain(&w, IDLE_MS);
	if (!rc) {
		bench_amount(b, "bytes in 10 idle seconds", "bytes",
		    (double)w.bytes, "nothing", 0);
		bench_amount(b, "processor in 10 idle seconds", "us",
		    watched_cpu(&w) - cpu, "nothing", 0);
	}
	watched_stop(&w);
	return rc;
}

static enum rc
run(struct bench *b, struct fault *f)
{
	struct options *o = &b->ctl->o;
	char program[PATH_MAX], floor[PATH_MAX];
	char store[] = "--store", as[] = "--as", file[] = "--passphrase-file";
	char *console[8] = { program, store, o->store_path, as, o->login };
	char *bare[2] = { floor };
	enum rc rc;

	if (!watched_beside("handrail", program) ||
	    !watched_beside("tests/bench/bare_screen", floor))
		return fault_set(f, RC_MISSING,
		    "this measure wants handrail and tests/bench/bare_screen "
		    "beside it, as in a build tree");
	if (o->passphrase_file) {
		console[5] = file;
		console[6] = (char *)(uintptr_t)o->passphrase_file;
	}
	if ((rc = paint(b, console, bare, f)) ||
	    (rc = keys(b, console, bare, f)))
		return rc;
	return idle(b, console, f);
}

const struct bench_row bench_screen = {
	.name = "screen",
	.sentence = "the console's first paint, its keys, and what it does idle",
	.run = run,
};
