/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "ui/frame/rescue.h"
#include "ui/frame/term.h"

static struct {
	struct termios before;
	bool have_before, ready;
	char bytes[256]; /* what resets the screen */
	size_t len;
	int wake[2];
} rescue = { .wake = { -1, -1 } };

static volatile sig_atomic_t resized, ended;

/* clang-format off */
static const int deadly[] = { SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL };
static const int noted[] = { SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGWINCH };
/* clang-format on */

#define N_OF(table) (sizeof(table) / sizeof((table)[0]))

/* Called in signals: nothing here may allocate or lock. */
static void
give_back_now(void)
{
	if (!rescue.ready)
		return;
	if (write(STDOUT_FILENO, rescue.bytes, rescue.len) < 0)
		return;
	if (rescue.have_before)
		tcsetattr(STDIN_FILENO, TCSANOW, &rescue.before);
}

static void
on_deadly(int sig)
{
	give_back_now();
	signal(sig, SIG_DFL);
	raise(sig);
}

static void
on_noted(int sig)
{
	int err = errno;

	if (sig == SIGWINCH)
		resized = 1;
	else
		ended = 1;
	if (rescue.wake[1] >= 0 && write(rescue.wake[1], "!", 1) < 0)
		(void)0; /* full: the loop is woken already */
	errno = err;
}

static void
catch_signals(bool yes)
{
	struct sigaction act = { 0 };

	sigemptyset(&act.sa_mask);
	act.sa_handler = yes ? on_noted : SIG_DFL;
	for (size_t i = 0; i < N_OF(noted); i++)
		sigaction(noted[i], &act, NULL);
	act.sa_handler = yes ? on_deadly : SIG_DFL;
	for (size_t i = 0; i < N_OF(deadly); i++)
		sigaction(deadly[i], &act, NULL);
}

/* Add a capability to what gives the terminal back, without its padding. */
static void
remember(const char *bytes)
{
	if (!bytes || bytes == (const char *)-1)
		return;
	while (*bytes && rescue.len + 1 < sizeof(rescue.bytes)) {
		const char *end;

		if (bytes[0] == '$' && bytes[1] == '<' &&
		    (end = strchr(bytes, '>'))) {
			bytes = end + 1;
			continue;
		}
		rescue.bytes[rescue.len++] = *bytes++;
	}
}

enum rc
rescue_open(struct fault *f)
{
	if (pipe2(rescue.wake, O_CLOEXEC | O_NONBLOCK))
		return fault_errno(f, "making", "a pipe for signals");
	rescue.have_before = !tcgetattr(STDIN_FILENO, &rescue.before);
	catch_signals(true);
	return RC_OK;
}

void
rescue_ready(void)
{
	static const char *const caps[] = { "sgr0", "rmkx", "cnorm", "rmcup" };

	rescue.len = 0;
	remember("\033[?2004l");
	for (size_t i = 0; i < N_OF(caps); i++)
		remember(tigetstr(caps[i]));
	rescue.ready = true;
}

void
rescue_close(void)
{
	rescue.ready = false;
	catch_signals(false);
	for (int i = 0; i < 2; i++) {
		if (rescue.wake[i] >= 0)
			close(rescue.wake[i]);
		rescue.wake[i] = -1;
	}
}

bool
rescue_is_open(void)
{
	return rescue.wake[1] >= 0;
}

int
rescue_fd(void)
{
	return rescue.wake[0];
}

void
rescue_drain(void)
{
	char bytes[64];

	while (read(rescue.wake[0], bytes, sizeof(bytes)) > 0)
		continue;
}

bool
rescue_resized(void)
{
	bool was = resized;

	resized = 0;
	return was;
}

bool
rescue_ended(void)
{
	return ended;
}
