/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <assert.h>
#include <errno.h>
#include <sys/file.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/disk.h"

#include "store/gate.h"
#include "store/inside.h"

enum rc
gate_open(struct store *s, struct fault *f)
{
	struct buf path = { 0 };
	enum rc rc = disk_open(s->disk, store_path(s, &path, "writer"),
	    DISK_WRITE | DISK_MAKE | DISK_KEEP, &s->gate_fd, f);

	buf_release(&path);
	return rc;
}

void
gate_close(struct store *s)
{
	disk_close(s->disk, s->gate_fd);
	s->gate_fd = -1;
}

enum rc
gate_enter(struct store *s, struct fault *f)
{
	if (s->gate_depth++)
		return RC_OK;
	while (flock(s->gate_fd, LOCK_EX))
		if (errno != EINTR) {
			s->gate_depth--;
			return fault_errno(
			    f, "waiting to write to the store in", s->dir);
		}
	return RC_OK;
}

void
gate_leave(struct store *s)
{
	assert(s->gate_depth);
	if (!--s->gate_depth)
		(void)flock(s->gate_fd, LOCK_UN);
}

void
gate_ring(struct store *s)
{
	(void)futimens(s->gate_fd, NULL);
}
