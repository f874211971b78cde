/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_DESK_H
#define HANDRAIL_UI_VIEWS_DESK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/action.h"
#include "base/rc.h"
#include "hub/where.h"

/*
 * The desk is what all screens of this console share: the hub that is open, who
 * sits there, what was done last, what was looked at last. There is one console
 * in a process and one desk in it, so its state is local to desk.c. While the
 * console is locked there is no hub, and no keys.
 */

struct act_done;
struct hub;
struct options;
struct slip;
struct view;

struct desk_options {
	const struct options *options; /* lent for as long as the desk stands */
	bool demo;     /* invented people; no passphrase asked */
	bool scripted; /* keys come from a file */
};

/**
 * desk_start(o):
 * Sit down. Nothing is open yet.
 */
void desk_start(const struct desk_options *o);

/**
 * desk_end():
 * Close the hub, wipe what was remembered.
 */
void desk_end(void);

/**
 * desk_unlock(passphrase, f):
 * Open the hub of the options with this passphrase. On failure nothing is open.
 */
NODISCARD enum rc desk_unlock(const char *passphrase, struct fault *f);

/**
 * desk_sign_in_as(login):
 * Somebody else sits down here: desk_unlock() is for ${login} from now on.
 */
void desk_sign_in_as(const char *login);

/**
 * desk_check(passphrase):
 * Whether the worker who sits here has that passphrase.
 */
bool desk_check(const char *passphrase);

/**
 * desk_begin():
 * Go to where the day starts: the queue, and over it the draft that was being
 * typed when the console last ended, if there is one.
 */
void desk_begin(void);

/**
 * desk_lock():
 * Drop everything that is shown, wipe the keys, ask for the passphrase. Drafts
 * are kept.
 */
void desk_lock(void);

/**
 * desk_hub():
 * The hub that is open; NULL while locked. Lends.
 */
struct hub *desk_hub(void);

/**
 * desk_now(), desk_login(), desk_is_demo(), desk_is_scripted():
 * The time by the hub's clock (or the machine's while locked); who signs in.
 */
int64_t desk_now(void);
const char *desk_login(void);
bool desk_is_demo(void);
bool desk_is_scripted(void);

/**
 * desk_demo_passphrase(out, size):
 * A demonstration's own passphrase, which is no secret; "" when this is none.
 */
void desk_demo_passphrase(char *out, size_t size);

/**
 * desk_definition(name, path):
 * The path of the definition file ${name}, "forms/intake.cfg": the site's own
 * if it has one, else the one that came with handrail.
 */
void desk_definition(const char *name, char path[WHERE_MAX]);

/**
 * desk_do(act, slip, done):
 * Do an act. When it is done its sentence is said and screens are told; when it
 * is not, the reason is said. Returns whether it was done.
 */
bool desk_do(const char *act, const struct slip *slip, struct act_done *done);

/**
 * desk_again(slip):
 * What was done last at this desk, for doing it again: the name of its act, and
 * into ${slip} what was said besides whom it was about. "" when there was
 * nothing. Lends.
 */
const char *desk_again(struct slip *slip);

/**
 * desk_batch(n):
 * The last ${n} acts belong together: undo takes them all back.
 */
void desk_batch(unsigned n);

/**
 * desk_undo():
 * Take back the last thing done at this desk.
 */
void desk_undo(void);

/**
 * desk_news():
 * Whether anyone else has written to the store since this was last asked.
 */
bool desk_news(void);

/**
 * desk_look(person, casefile), desk_person(), desk_casefile():
 * Whom the screens are about now: what goto and the palette go by. 0: no one.
 */
void desk_look(uint64_t person, uint64_t casefile);
uint64_t desk_person(void);
uint64_t desk_casefile(void);

/**
 * desk_keep_last(name, value), desk_last(name):
 * What was answered on the last form saved, for `=`. NULL: nothing.
 */
void desk_keep_last(const char *name, const char *value);
const char *desk_last(const char *name);

/**
 * desk_act(action):
 * Do an action that means the same on every screen. False if it means nothing.
 */
bool desk_act(enum action action);

/**
 * desk_may(action):
 * NULL when this worker may go there, else why not, in words.
 */
const char *desk_may(enum action action);

/**
 * desk_call(on):
 * A call begins (the timer starts, if it does not run) or ends.
 */
void desk_call(bool on);

/**
 * desk_note(fmt, ...):
 * A short word in the header: "saved 11:42:07". NULL: what stands there when
 * there is nothing to say, which is empty, or that this is a rehearsal.
 */
void desk_note(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif /* HANDRAIL_UI_VIEWS_DESK_H */
