/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/table.h"

#include "scene.h"

static struct scene s;

static void
put(const char *const *keys)
{
	struct txn *t;

	cr_assert_eq(txn_write(s.store, &t, &s.f), RC_OK);
	for (; *keys; keys++)
		cr_assert_eq(table_put(t, TABLE_INDEX, span_str(*keys),
				 span_str(*keys), &s.f),
		    RC_OK);
	cr_assert_eq(txn_commit(t, &s.f), RC_OK);
}

static void
set_up(void)
{
	static const char *const keys[] = { "ash", "beech", "cedar", "elm",
		NULL };

	scene_make(&s);
	put(keys);
}

static void
take_down(void)
{
	scene_remove(&s);
}

TestSuite(table, .init = set_up, .fini = take_down);

static const char *
key_of(struct walk *w)
{
	static char text[32];
	struct span key = walk_key(w);

	snprintf(text, sizeof(text), "%.*s", (int)key.len,
	    (const char *)key.at);
	return text;
}

Test(table, is_walked_from_any_place_both_ways)
{
	struct walk *w;
	struct txn *t;

	cr_assert_eq(txn_read(s.store, &t, &s.f), RC_OK);
	cr_assert_eq(walk_open(t, TABLE_INDEX, &w, &s.f), RC_OK);
	cr_assert_eq(walk_seek(w, span_str("b"), &s.f), RC_OK);
	cr_expect_str_eq(key_of(w), "beech");
	cr_assert_eq(walk_next(w, &s.f), RC_OK);
	cr_expect_str_eq(key_of(w), "cedar");
	cr_assert_eq(walk_prev(w, &s.f), RC_OK);
	cr_assert_eq(walk_prev(w, &s.f), RC_OK);
	cr_expect_str_eq(key_of(w), "ash");
	cr_expect_eq(walk_prev(w, &s.f), RC_END);
	cr_expect_eq(walk_seek(w, span_str("zzz"), &s.f), RC_END);
	cr_assert_eq(walk_seek_before(w, span_str("zzz"), &s.f), RC_OK);
	cr_expect_str_eq(key_of(w), "elm");
	cr_assert_eq(walk_seek_before(w, span_str("cedar"), &s.f), RC_OK);
	cr_expect_str_eq(key_of(w), "beech");
	cr_expect_eq(walk_seek_before(w, span_str("ash"), &s.f), RC_END);
	cr_assert_eq(walk_seek_last(w, &s.f), RC_OK);
	cr_expect_str_eq(key_of(w), "elm");
	cr_assert_eq(walk_seek(w, (struct span){ 0 }, &s.f), RC_OK);
	cr_expect_str_eq(key_of(w), "ash");
	walk_close(w);
	txn_abort(t);
}

Test(table, says_plainly_when_a_row_is_not_there)
{
	struct span value;
	struct txn *t;

	cr_assert_eq(txn_write(s.store, &t, &s.f), RC_OK);
	s.f.text[0] = 0;
	cr_expect_eq(table_get(t, TABLE_INDEX, span_str("oak"), &value, &s.f),
	    RC_MISSING);
	cr_expect_eq(table_del(t, TABLE_INDEX, span_str("oak"), &s.f),
	    RC_MISSING);
	cr_expect_str_eq(s.f.text, "");
	cr_expect_eq(table_count(t, TABLE_INDEX), 4);
	cr_expect_eq(table_append(t, TABLE_INDEX, span_str("aspen"),
			 span_str(""), &s.f),
	    RC_INVALID);
	txn_abort(t);
}

Test(table, of_small_rows_does_not_show_the_names_of_the_others)
{
	struct walk *w;
	struct txn *t;
	unsigned rows = 0;

	cr_assert_eq(txn_read(s.store, &t, &s.f), RC_OK);
	cr_assert_eq(walk_open(t, TABLE_META, &w, &s.f), RC_OK);
	while (walk_next(w, &s.f) == RC_OK) {
		cr_expect_neq(strcmp(key_of(w), "entry"), 0);
		rows++;
	}
	cr_expect_eq(rows, table_count(t, TABLE_META));
	walk_close(w);
	txn_abort(t);
}

Test(table, is_seen_as_it_stood_when_the_look_began)
{
	static const char *const more[] = { "oak", NULL };
	struct span value;
	struct txn *t;

	cr_assert_eq(txn_read(s.store, &t, &s.f), RC_OK);
	cr_expect(store_busy(s.store));
	put(more);
	cr_expect_eq(table_get(t, TABLE_INDEX, span_str("oak"), &value, &s.f),
	    RC_MISSING);
	txn_abort(t);
	cr_expect(!store_busy(s.store));
}

Test(table, change_by_another_process_is_heard_of)
{
	struct pollfd p = { .fd = store_watch(s.store), .events = POLLIN };
	uint64_t before = store_version(s.store);
	int status;
	pid_t child;

	cr_assert_geq(p.fd, 0);
	cr_expect_eq(poll(&p, 1, 0), 0, "all is quiet");
	if (!(child = fork())) {
		struct store *other;
		struct txn *t;

		if (store_open(s.dir, NULL, &other, &s.f) ||
		    txn_write(other, &t, &s.f) ||
		    table_put(t, TABLE_INDEX, span_str("yew"), span_str(""),
			&s.f) ||
		    txn_commit(t, &s.f))
			_exit(1);
		_exit(0);
	}
	cr_assert_eq(waitpid(child, &status, 0), child);
	cr_assert_eq(status, 0);
	cr_expect_eq(poll(&p, 1, 1000), 1);
	store_heard(s.store);
	cr_expect_neq(store_version(s.store), before);
	cr_expect_eq(poll(&p, 1, 0), 0, "quiet again");
}

#define COMMITS 200

/* Commit one number after another, each when told to. */
static void
commit_numbers(int go)
{
	struct store *other;
	struct txn *t;
	uint8_t i;

	if (store_open(s.dir, NULL, &other, &s.f))
		_exit(1);
	for (i = 1; i <= COMMITS; i++) {
		char word;

		if (read(go, &word, 1) != 1 || txn_write(other, &t, &s.f) ||
		    table_put(t, TABLE_INDEX, span_str("yew"), span_of(&i, 1),
			&s.f) ||
		    txn_commit(t, &s.f))
			_exit(1);
	}
	_exit(0);
}

Test(table, change_that_is_heard_of_can_be_read)
{
	struct pollfd p = { .fd = store_watch(s.store), .events = POLLIN };
	uint64_t seen = store_version(s.store), now;
	int go[2], status, late = 0;
	pid_t child;

	cr_assert_eq(pipe(go), 0);
	if (!(child = fork()))
		commit_numbers(go[0]);
	for (uint8_t i = 1; i <= COMMITS; i++) {
		struct span value = { 0 };
		struct txn *t;

		cr_assert_eq(write(go[1], "", 1), 1);
		do {
			cr_assert_eq(poll(&p, 1, 5000), 1, "%u", i);
			store_heard(s.store);
			now = store_version(s.store);
			late += i > 1 && now == seen; /* opening rings */
		} while (now == seen);
		seen = now;
		cr_assert_eq(txn_read(s.store, &t, &s.f), RC_OK);
		cr_expect_eq(table_get(t, TABLE_INDEX, span_str("yew"), &value,
				 &s.f),
		    RC_OK);
		cr_expect_eq(*(const uint8_t *)value.at, i);
		txn_abort(t);
	}
	cr_assert_eq(waitpid(child, &status, 0), child);
	cr_expect_eq(status, 0);
	cr_expect_eq(late, 0, "heard of %d times before it could be read",
	    late);
}

Test(table, file_is_closed_on_exec)
{
	unsigned open = 0;

	for (int fd = 3; fd < 64; fd++) {
		char path[64], name[256] = "";

		snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
		if (readlink(path, name, sizeof(name) - 1) < 0 ||
		    !strstr(name, s.dir))
			continue;
		open++;
		cr_expect(fcntl(fd, F_GETFD) & FD_CLOEXEC, "%s", name);
	}
	cr_expect_geq(open, 3);
}

Test(table, opens_where_address_space_is_rationed)
{
	int status;
	pid_t child;

	scene_close(&s);
	if (!(child = fork())) {
		const struct rlimit little = { (rlim_t)2 << 30,
			(rlim_t)2 << 30 };

		if (setrlimit(RLIMIT_AS, &little))
			_exit(3);
		_exit(store_open(s.dir, NULL, &s.store, &s.f) ? 1 : 0);
	}
	cr_assert_eq(waitpid(child, &status, 0), child);
#ifndef __SANITIZE_ADDRESS__
	cr_expect_eq(status, 0);
#endif
}

Test(table, slots_of_readers_that_died_are_given_back)
{
	scene_close(&s);
	for (int i = 0; i < 60; i++) {
		pid_t child = fork();

		if (!child) {
			struct txn *t[15];

			if (store_open(s.dir, NULL, &s.store, &s.f))
				_exit(1);
			for (int k = 0; k < 15; k++)
				if (txn_read(s.store, &t[k], &s.f))
					_exit(2);
			raise(SIGKILL);
		}
		int status;

		cr_assert_eq(waitpid(child, &status, 0), child);
		cr_assert(WIFSIGNALED(status));
	}
	scene_open(&s);
}
