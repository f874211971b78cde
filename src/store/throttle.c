/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>

#include "base/clock.h"
#include "store/inside.h"
#include "store/throttle.h"

enum { LINE = 64, FREE_TRIES = 3, LONGEST_S = 60 };

struct tries {
	unsigned count;
	long long last; /* UTC ms, by this machine's real clock */
};

static enum rc
open_tries(struct store *s, const char *name, int *fd, struct fault *f)
{
	struct buf path = { 0 };
	enum rc rc =
	    disk_open(s->disk, store_path(s, &path, "keys/tries/%s", name),
		DISK_WRITE | DISK_MAKE | DISK_KEEP, fd, f);

	if (!rc)
		(void)flock(*fd, LOCK_EX);
	buf_release(&path);
	return rc;
}

static enum rc
read_tries(struct store *s, int fd, struct tries *tries, struct fault *f)
{
	char line[LINE + 1] = "";
	size_t got;
	enum rc rc = disk_read(s->disk, fd, 0, line, LINE, &got, f);

	*tries = (struct tries){ 0 };
	if (!rc && sscanf(line, "%u %lld", &tries->count, &tries->last) != 2)
		*tries = (struct tries){ 0 };
	return rc;
}

static enum rc
write_tries(struct store *s, int fd, const struct tries *tries, struct fault *f)
{
	char line[LINE + 1];

	memset(line, ' ', LINE);
	line[LINE - 1] = '\n';
	line[snprintf(line, LINE, "%u %lld", tries->count, tries->last)] = ' ';
	return disk_write(s->disk, fd, 0, line, LINE, f);
}

static long long
wait_ms(unsigned count)
{
	long long s;

	if (count < FREE_TRIES)
		return 0;
	s = 1LL << (count - FREE_TRIES);
	return 1000 * (s < LONGEST_S ? s : LONGEST_S);
}

static enum rc
judge(const struct tries *tries, const char *name, long long now,
    struct fault *f)
{
	long long left = tries->last + wait_ms(tries->count) - now;

	if (tries->count >= THROTTLE_MAX)
		return fault_set(f, RC_LOCKED,
		    "%s is locked after %u wrong passphrases; a supervisor or "
		    "administrator can unlock it: handrailctl user unlock %s",
		    name, tries->count, name);
	if (left > 0 && left <= wait_ms(tries->count))
		return fault_set(f, RC_LOCKED,
		    "%u wrong passphrases for %s; wait %lld seconds and try "
		    "again",
		    tries->count, name, (left + 999) / 1000);
	return RC_OK;
}

static long long
now_ms(void)
{
	struct clock *real = clock_real();
	long long now = clock_now(real);

	clock_free(real);
	return now;
}

enum rc
throttle_ask(struct store *s, const char *name, struct fault *f)
{
	struct tries tries;
	int fd;
	enum rc rc = open_tries(s, name, &fd, f);

	if (!rc)
		rc = read_tries(s, fd, &tries, f);
	if (!rc)
		rc = judge(&tries, name, now_ms(), f);
	disk_close(s->disk, fd);
	return rc;
}

void
throttle_count(struct store *s, const char *name)
{
	struct tries tries;
	int fd;

	if (!open_tries(s, name, &fd, NULL) &&
	    !read_tries(s, fd, &tries, NULL)) {
		tries.count++;
		tries.last = now_ms();
		(void)!write_tries(s, fd, &tries, NULL);
	}
	disk_close(s->disk, fd);
}

enum rc
throttle_clear(struct store *s, const char *name, struct fault *f)
{
	const struct tries none = { 0 };
	struct tries tries;
	int fd;
	enum rc rc = open_tries(s, name, &fd, f);

	if (!rc)
		rc = read_tries(s, fd, &tries, f);
	if (!rc && tries.count)
		rc = write_tries(s, fd, &none, f);
	disk_close(s->disk, fd);
	return rc;
}

bool
throttle_is_locked(struct store *s, const char *name)
{
	struct tries tries = { 0 };
	int fd;
	enum rc rc = open_tries(s, name, &fd, NULL);

	if (!rc)
		rc = read_tries(s, fd, &tries, NULL);
	disk_close(s->disk, fd);
	return !rc && tries.count >= THROTTLE_MAX;
}
