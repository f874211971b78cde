/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"

#include "ctl/watched.h"

#define MARK "\033]7777;"
#define PATIENCE 10000 /* ms */

bool
watched_beside(const char *name, char path[PATH_MAX])
{
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	char *slash;

	if (n < 0)
		return false;
	self[n] = '\0';
	slash = strrchr(self, '/');
	*slash = '\0';
	return snprintf(path, PATH_MAX, "%s/%s", self, name) < PATH_MAX &&
	    access(path, X_OK) == 0;
}

enum rc
watched_start(struct watched *w, char *const argv[], struct fault *f)
{
	struct winsize size = { .ws_row = 24, .ws_col = 80 };

	*w = (struct watched){ .fd = -1 };
	w->pid = forkpty(&w->fd, NULL, NULL, &size);
	if (w->pid < 0)
		return fault_errno(f, "making", "a pseudo-terminal");
	if (w->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		setenv("HANDRAIL_TEST", "1", 1);
		execv(argv[0], argv);
		_exit(127);
	}
	return RC_OK;
}

void
watched_stop(struct watched *w)
{
	if (w->pid > 0) {
		kill(w->pid, SIGKILL);
		waitpid(w->pid, NULL, 0);
		close(w->fd);
	}
	*w = (struct watched){ .fd = -1 };
}

static bool
has_mark(struct watched *w, const char *bytes, size_t n)
{
	char both[sizeof(w->tail) + 4096];
	size_t all = w->n_tail + n, keep = strlen(MARK) - 1;

	memcpy(both, w->tail, w->n_tail);
	memcpy(both + w->n_tail, bytes, n);
	if (keep > all)
		keep = all;
	memcpy(w->tail, both + all - keep, keep);
	w->n_tail = keep;
	return memmem(both, all, MARK, strlen(MARK)) != NULL;
}

static ssize_t
read_some(struct watched *w, char bytes[4096], int ms)
{
	struct pollfd p = { .fd = w->fd, .events = POLLIN };
	ssize_t n;

	if (poll(&p, 1, ms) <= 0)
		return 0;
	n = read(w->fd, bytes, 4096);
	if (n > 0)
		w->bytes += (size_t)n;
	return n > 0 ? n : -1;
}

bool
watched_wait(struct watched *w)
{
	char bytes[4096];
	ssize_t n;

	w->n_tail = 0;
	while ((n = read_some(w, bytes, PATIENCE)) > 0)
		if (has_mark(w, bytes, (size_t)n))
			return true;
	return false;
}

void
watched_drain(struct watched *w, int ms)
{
	int64_t until = clock_ticks() + ms * INT64_C(1000000);
	char bytes[4096];

	while (clock_ticks() < until)
		if (read_some(w, bytes, 200) < 0)
			return;
}

bool
watched_press(struct watched *w, const char *keys)
{
	return write(w->fd, keys, strlen(keys)) > 0 && watched_wait(w);
}

double
watched_cpu(const struct watched *w)
{
	char path[64], line[1024], *after;
	unsigned long user = 0, sys = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/stat", (int)w->pid);
	file = fopen(path, "re");
	if (!file)
		return 0;
	if (fgets(line, sizeof(line), file) && (after = strrchr(line, ')')))
		sscanf(after + 2,
		    "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
		    &user, &sys);
	fclose(file);
	return (double)(user + sys) * 1e6 / (double)sysconf(_SC_CLK_TCK);
}
