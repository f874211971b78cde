/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/disk.h"
#include "hub/draft.h"
#include "tests/support/temp_hub.h"

static struct temp_hub t;
static struct arena *arena;
static struct fault fault;

static void
begin(void)
{
	temp_hub_make(&t);
	arena = arena_new();
}

static void
end(void)
{
	arena_free(arena);
	temp_hub_remove(&t);
}

TestSuite(draft, .init = begin, .fini = end);

static void
keep(struct draft *d, const char *words)
{
	cr_assert_eq(draft_keep(d, span_str(words), false, &fault), RC_OK, "%s",
	    fault.text);
}

/* The name of the one draft there is. */
static const char *
only_one(void)
{
	struct draft_list list;

	cr_assert_eq(draft_list(t.hub, arena, &list, &fault), RC_OK);
	cr_assert_eq(list.n, 1);
	return list.at[0].id;
}

/* What the one draft holds, and let go of it. */
static const char *
reads(void)
{
	struct draft *d;
	struct buf bytes = { 0 };
	const char *words;

	cr_assert_eq(draft_open(t.hub, only_one(), &d, &bytes, &fault), RC_OK,
	    "%s", fault.text);
	words = arena_str(arena, buf_str(&bytes));
	buf_release(&bytes);
	draft_close(d);
	return words;
}

static void
path_of(const char *id, char *path, size_t size)
{
	snprintf(path, size, "%s/drafts/%s", t.store, id);
}

Test(draft, holds_what_was_kept_last)
{
	struct draft *d = draft_new(t.hub);

	keep(d, "sarah");
	keep(d, "sarah oka");
	keep(d, "sarah okafor");
	draft_close(d);
	cr_expect_str_eq(reads(), "sarah okafor");
}

Test(draft, has_no_file_until_something_is_kept)
{
	struct draft *d = draft_new(t.hub);
	struct draft_list list;

	draft_close(d);
	cr_assert_eq(draft_list(t.hub, arena, &list, &fault), RC_OK);
	cr_expect_eq(list.n, 0);
}

Test(draft, is_gone_once_it_is_dropped)
{
	struct draft *d = draft_new(t.hub);
	struct draft_list list;

	keep(d, "sarah");
	draft_drop(d);
	cr_assert_eq(draft_list(t.hub, arena, &list, &fault), RC_OK);
	cr_expect_eq(list.n, 0);
}

Test(draft, outlives_the_process_that_was_killed)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		struct draft *d = draft_new(t.hub);

		if (draft_keep(d, span_str("the back do"), false, NULL) ||
		    draft_keep(d, span_str("the back doo"), false, NULL))
			_exit(1);
		raise(SIGKILL);
	}
	cr_assert_eq(waitpid(child, &status, 0), child);
	cr_assert(WIFSIGNALED(status));
	cr_expect_str_eq(reads(), "the back doo");
}

Test(draft, that_is_being_typed_in_is_not_offered_to_another_console)
{
	struct draft *d = draft_new(t.hub);
	int ready[2], done[2];
	char go = 0;
	pid_t child;
	struct draft_list list;

	draft_close(d);
	cr_assert_eq(pipe(ready), 0);
	cr_assert_eq(pipe(done), 0);
	child = fork();
	if (child == 0) {
		d = draft_new(t.hub);
		if (draft_keep(d, span_str("x"), false, NULL) ||
		    write(ready[1], "!", 1) != 1 || read(done[0], &go, 1) < 0)
			_exit(1);
		_exit(0);
	}
	cr_assert_eq(read(ready[0], &go, 1), 1);
	cr_assert_eq(draft_list(t.hub, arena, &list, &fault), RC_OK);
	cr_expect_eq(list.n, 0);
	cr_assert_eq(write(done[1], "!", 1), 1);
	waitpid(child, NULL, 0);
	cr_assert_eq(draft_list(t.hub, arena, &list, &fault), RC_OK);
	cr_expect_eq(list.n, 1);
}

Test(draft, says_nothing_on_the_disk)
{
	struct draft *d = draft_new(t.hub);
	char path[256];
	struct buf file = { 0 };

	keep(d, "Amira Hussain 07700900456");
	draft_close(d);
	path_of(only_one(), path, sizeof(path));
	cr_assert_eq(disk_read_whole(disk_real(), path, 1 << 20, &file, &fault),
	    RC_OK);
	cr_expect_null(memmem(file.at, file.len, "Hussain", 7));
	cr_expect_null(memmem(file.at, file.len, "07700900456", 11));
	buf_release(&file);
}

Test(draft, falls_back_to_the_last_whole_frame)
{
	struct draft *d = draft_new(t.hub);
	char path[256];
	uint64_t size;
	int fd;

	keep(d, "sarah oka");
	keep(d, "sarah okafor");
	draft_close(d);
	path_of(only_one(), path, sizeof(path));
	cr_assert_eq(disk_open(disk_real(), path, DISK_WRITE, &fd, &fault),
	    RC_OK);
	cr_assert_eq(disk_size(disk_real(), fd, &size, &fault), RC_OK);
	cr_assert_eq(disk_truncate(disk_real(), fd, size - 5, &fault), RC_OK);
	disk_close(disk_real(), fd);
	cr_expect_str_eq(reads(), "sarah oka");
}

Test(draft, goes_on_where_it_was_after_it_is_opened)
{
	struct draft *d = draft_new(t.hub);
	struct buf bytes = { 0 };

	keep(d, "one");
	draft_close(d);
	cr_assert_eq(draft_open(t.hub, only_one(), &d, &bytes, &fault), RC_OK);
	keep(d, "two");
	draft_close(d);
	buf_release(&bytes);
	cr_expect_str_eq(reads(), "two");
}

Test(draft, stays_small_however_much_is_typed)
{
	struct draft *d = draft_new(t.hub);
	char words[4000], path[256];
	uint64_t size;
	int fd;

	memset(words, 'a', sizeof(words) - 1);
	words[sizeof(words) - 1] = '\0';
	for (int i = 0; i < 300; i++)
		keep(d, words);
	draft_close(d);
	path_of(only_one(), path, sizeof(path));
	cr_assert_eq(disk_open(disk_real(), path, DISK_READ, &fd, &fault),
	    RC_OK);
	cr_assert_eq(disk_size(disk_real(), fd, &size, &fault), RC_OK);
	disk_close(disk_real(), fd);
	cr_expect_lt(size, 300u * 1024);
	cr_expect_str_eq(reads(), words);
}
