/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

#include "edge/paper_pdf.h"

#define LINES_MOST 16
#define PROGRAM "handrail-paper"

extern char **environ;

/* ---- as bytes ---- */

static void
put_lines(struct buf *out, const char *const *lines)
{
	size_t n = 0;

	while (lines && lines[n] && n < LINES_MOST)
		n++;
	buf_varint(out, n);
	for (size_t i = 0; i < n; i++)
		buf_block(out, span_str(lines[i]));
}

void
paper_encode(const struct paper *p, struct buf *out)
{
	const char *const texts[] = { p->title, p->author, p->tag, p->made,
		p->font, p->back, p->dated, p->body };

	buf_varint(out, (uint64_t)p->points);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		buf_block(out, span_str(texts[i] ? texts[i] : ""));
	put_lines(out, p->to);
	put_lines(out, p->head);
}

static const char *const *
get_lines(struct arena *arena, struct reader *r)
{
	uint64_t n = reader_varint(r);
	const char **lines =
	    arena_get(arena, (LINES_MOST + 1) * sizeof(*lines));

	if (n > LINES_MOST)
		r->bad = true;
	for (uint64_t i = 0; i < n && !r->bad; i++)
		lines[i] = arena_span(arena, reader_block(r)).at;
	return lines;
}

bool
paper_decode(struct arena *arena, struct span bytes, struct paper *p)
{
	struct reader r = reader_of(bytes);
	const char **const texts[] = { &p->title, &p->author, &p->tag, &p->made,
		&p->font, &p->back, &p->dated, &p->body };

	p->points = (int)reader_varint(&r);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		*texts[i] = arena_span(arena, reader_block(&r)).at;
	p->to = get_lines(arena, &r);
	p->head = get_lines(arena, &r);
	return reader_end(&r) && p->points > 0 && p->points < 100;
}

/* ---- the program that draws ---- */

/* Beside us; the programs of tests stand two folders below it. */
static bool
find_program(char path[PATH_MAX])
{
	static const char *const places[] = { "", "/../.." };
	char self[PATH_MAX - 64], *slash;
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);

	if (n <= 0)
		return false;
	self[n] = '\0';
	if ((slash = strrchr(self, '/')))
		*slash = '\0';
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		snprintf(path, PATH_MAX, "%s%s/%s", self, places[i], PROGRAM);
		if (access(path, X_OK) == 0)
			return true;
	}
	return false;
}

static bool
write_all(int fd, const struct buf *bytes)
{
	size_t done = 0;
	ssize_t n;

	while (done < bytes->len) {
		n = write(fd, bytes->at + done, bytes->len - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		done += (size_t)n;
	}
	return true;
}

static void
read_all(int fd, struct buf *bytes)
{
	ssize_t n;

	do {
		n = read(fd, buf_reserve(bytes, 16384), 16384);
		if (n > 0)
			bytes->len += (size_t)n;
	} while (n > 0 || (n < 0 && errno == EINTR));
}

/* Start it with pipes at both ends; -1 when it cannot be. */
static pid_t
start(const char *path, int in[2], int out[2])
{
	char *const argv[] = { (char *)PROGRAM, NULL };
	posix_spawn_file_actions_t acts;
	pid_t pid = -1;

	posix_spawn_file_actions_init(&acts);
	posix_spawn_file_actions_adddup2(&acts, in[0], 0);
	posix_spawn_file_actions_adddup2(&acts, out[1], 1);
	if (posix_spawn(&pid, path, &acts, NULL, argv, environ))
		pid = -1;
	posix_spawn_file_actions_destroy(&acts);
	return pid;
}

/* It reads all before it writes, so neither waits for the other. */
static bool
talk(const char *path, const struct buf *asked, struct buf *said)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before;
	int in[2] = { -1, -1 }, out[2] = { -1, -1 }, status = -1;
	pid_t pid = -1;
	bool sent = false;

	sigaction(SIGPIPE, &ignore, &before);
	if (pipe2(in, O_CLOEXEC) == 0 && pipe2(out, O_CLOEXEC) == 0)
		pid = start(path, in, out);
	close(in[0]);
	close(out[1]);
	if (pid > 0)
		sent = write_all(in[1], asked);
	close(in[1]);
	if (sent)
		read_all(out[0], said);
	close(out[0]);
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	sigaction(SIGPIPE, &before, NULL);
	return sent && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

enum rc
paper_pdf(const struct paper *paper, struct buf *out, struct fault *f)
{
	struct buf asked = { 0 }, said = { 0 };
	char path[PATH_MAX];
	enum rc rc = RC_OK;

	if (!find_program(path))
		return fault_set(f, RC_SYSTEM,
		    "this handrail was built without Pango and Cairo, which "
		    "lay out paper; write it as text (--text) and print that");
	paper_encode(paper, &asked);
	if (talk(path, &asked, &said) && said.len)
		buf_span(out, buf_window(&said));
	else
		rc = fault_set(f, RC_SYSTEM,
		    "laying the letter out: %s did not manage it; write it as "
		    "text (--text)",
		    path);
	buf_wipe(&asked);
	buf_wipe(&said);
	return rc;
}
