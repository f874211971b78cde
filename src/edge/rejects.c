/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>

#include "base/disk.h"
#include "base/mem.h"

#include "edge/rejects.h"

#define FLUSH_AT 65536

struct rejects {
	const struct disk *disk;
	int fd;
	uint64_t at;
	struct buf out;
	bool headed;
	struct fault fault; /* the first that went wrong in writing */
};

enum rc
rejects_open(const char *path, struct rejects **r, struct fault *f)
{
	const unsigned how = DISK_WRITE | DISK_MAKE | DISK_KEEP | DISK_FOLLOW;
	struct rejects *made = mem_get(sizeof(*made));
	enum rc rc = RC_OK;

	made->disk = disk_real();
	made->fd = -1;
	if (path)
		rc = disk_open(made->disk, path, how, &made->fd, f);
	if (path && !rc)
		rc = disk_truncate(made->disk, made->fd, 0, f);
	*r = rc ? NULL : made;
	if (rc) {
		disk_close(made->disk, made->fd);
		free(made);
	}
	return rc;
}

static void
flush(struct rejects *r)
{
	if (!r->fault.rc && disk_write(r->disk, r->fd, r->at, r->out.at,
				r->out.len, &r->fault) == RC_OK)
		r->at += r->out.len;
	buf_clear(&r->out);
}

static void
put_cells(struct rejects *r, const struct csv_row *row)
{
	for (size_t i = 0; row && i < row->n; i++)
		csv_cell(&r->out, row->cells[i].text, false);
	csv_end(&r->out);
}

void
rejects_header(struct rejects *r, const struct csv_row *header)
{
	if (r->headed || r->fd < 0)
		return;
	r->headed = true;
	buf_puts(&r->out, "file,line,column,reason");
	put_cells(r, header);
}

static void
put_count(struct rejects *r, uint64_t n)
{
	if (n)
		buf_printf(&r->out, ",%llu", (unsigned long long)n);
	else
		buf_putc(&r->out, ',');
}

void
rejects_add(struct rejects *r, const char *file, uint64_t line, size_t column,
    const char *reason, const struct csv_row *row)
{
	if (r->fd < 0)
		return;
	rejects_header(r, NULL);
	csv_cell(&r->out, file, true);
	put_count(r, line);
	put_count(r, column);
	csv_cell(&r->out, reason, false);
	put_cells(r, row);
	if (r->out.len > FLUSH_AT)
		flush(r);
}

/* What came of writing it all, the first fault counting. */
static enum rc
finish(struct rejects *r)
{
	if (r->fd < 0)
		return RC_OK;
	rejects_header(r, NULL);
	flush(r);
	if (r->fault.rc)
		return r->fault.rc;
	return disk_sync(r->disk, r->fd, &r->fault);
}

enum rc
rejects_close(struct rejects *r, struct fault *f)
{
	enum rc rc;

	if (!r)
		return RC_OK;
	rc = finish(r);
	if (rc && f)
		*f = r->fault;
	disk_close(r->disk, r->fd);
	buf_wipe(&r->out);
	free(r);
	return rc;
}
