/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/csv.h"
#include "base/disk.h"
#include "base/progress.h"
#include "edge/import_read.h"
#include "edge/rejects.h"

#include "edge/import.h"

#define TOLD_MOST 10 /* refused rows that the person is told of */

/* clang-format off */
const char *const import_count_names[BULK_FATES] = {
	[BULK_NEW]	 = "new",
	[BULK_CHANGED]	 = "changed",
	[BULK_SAME]	 = "same",
	[BULK_REPEATED]	 = "repeated",
	[BULK_WITHDRAWN] = "withdrawn",
	[BULK_REFUSED]	 = "refused",
	[BULK_WAITING]	 = "waiting",
};
/* clang-format on */

/* One import: what lasts for all its files, then for one. */
struct import {
	const struct feed *feed;
	const struct import_sink *sink;
	const struct import_options *o;
	struct import_counts *counts;
	struct rejects *rejects;
	size_t told;
	struct buf unknown; /* the columns last told of */

	const char *file;
	struct csv *csv;
	struct feed_map map;
	struct seal_digest hash;
	struct import_counts own; /* of this file */
	struct progress progress;
};

static void
say(const struct import *im, const char *sentence)
{
	if (im->o->say)
		im->o->say(im->o->say_arg, sentence);
}

static void
add_counts(struct import_counts *all, const struct import_counts *own)
{
	all->read += own->read;
	for (size_t i = 0; i < BULK_FATES; i++)
		all->fates[i] += own->fates[i];
}

/* ---- refusing ---- */

static void
tell_refused(struct import *im, uint64_t line, size_t column,
    const char *reason)
{
	struct buf b = { 0 };

	if (im->told == TOLD_MOST)
		say(im, "more rows were refused; --rejects FILE keeps them "
			"all, with the reasons");
	if (im->told++ >= TOLD_MOST)
		return;
	buf_printf(&b, "%s:%llu", im->file, (unsigned long long)line);
	if (column)
		buf_printf(&b, ":%zu", column);
	buf_printf(&b, ": %s; the row was refused", reason);
	say(im, buf_str(&b));
	buf_release(&b);
}

static void
refuse(struct import *im, const struct csv_row *row, size_t column,
    const char *reason)
{
	tell_refused(im, row->line, column, reason);
	rejects_add(im->rejects, im->file, row->line, column, reason, row);
}

/* ---- handing on ---- */

static enum rc
hand_on_row(struct import *im, const struct feed_row *row,
    uint64_t fates[BULK_FATES], struct fault *f)
{
	enum bulk_fate fate = BULK_REFUSED;
	struct fault why = { 0 };
	enum rc rc = im->sink->row(im->sink->arg, &row->slip, &fate, &why);

	if (rc && rc != RC_INVALID)
		return fault_set(f, rc, "line %llu: %s",
		    (unsigned long long)row->line, why.text);
	if (rc) {
		fate = BULK_REFUSED;
		refuse(im, &row->as_it_was, 0, why.text);
	}
	fates[fate]++;
	return RC_OK;
}

/* The batch into the sink, whole or not at all. */
static enum rc
hand_on_rows(struct import *im, const struct import_batch *b,
    uint64_t fates[BULK_FATES], struct fault *f)
{
	struct feed_row *row;
	enum rc rc;

	if (!b->rows.n)
		return RC_OK;
	if ((rc = im->sink->begin(im->sink->arg, f)))
		return rc;
	VEC_EACH (&b->rows, row)
		if (!rc)
			rc = hand_on_row(im, row, fates, f);
	if (!rc)
		return im->sink->end(im->sink->arg, true, f);
	(void)!im->sink->end(im->sink->arg, false, NULL);
	return rc;
}

static enum rc
hand_on(struct import *im, const struct import_batch *b, struct fault *f)
{
	uint64_t fates[BULK_FATES] = {
		[BULK_REPEATED] = b->repeated, [BULK_REFUSED] = b->refusals.n
	};
	const struct import_refusal *no;
	enum rc rc;

	VEC_EACH (&b->refusals, no)
		refuse(im, &no->row, no->column, no->reason);
	if ((rc = hand_on_rows(im, b, fates, f)))
		return rc;
	for (size_t i = 0; i < BULK_FATES; i++) {
		im->own.fates[i] += fates[i];
		im->own.read += fates[i];
	}
	progress_at(&im->progress, b->offset, im->own.read);
	return RC_OK;
}

/* ---- one file ---- */

/* Unknown columns are said once, not for each file that has them. */
static void
tell_unknown(struct import *im)
{
	struct buf names = { 0 };

	if (feed_unknown(&im->map, csv_header(im->csv), &names) &&
	    !span_eq(buf_window(&names), buf_window(&im->unknown))) {
		struct buf sentence = { 0 };

		buf_printf(&sentence,
		    "%s: the feed does not know these columns and leaves them "
		    "out: %s",
		    im->file, buf_str(&names));
		say(im, buf_str(&sentence));
		buf_release(&sentence);
		buf_clear(&im->unknown);
		buf_span(&im->unknown, buf_window(&names));
	}
	buf_release(&names);
}

static enum rc
open_file(struct import *im, const char *path, struct fault *f)
{
	struct fault why = { 0 };
	enum rc rc =
	    csv_open(disk_real(), path, &im->feed->csv, &im->csv, &why);

	im->file = path;
	if (rc == RC_MISSING) /* a file that a person named */
		rc = RC_SYSTEM;
	if (rc)
		return fault_set(f, rc, "%s", why.text);
	rc = feed_bind(&im->map, im->feed, csv_header(im->csv), &im->sink->ctx,
	    &why);
	if (rc) {
		csv_close(im->csv);
		im->csv = NULL;
		return fault_set(f, rc, "%s: %s", path, why.text);
	}
	return RC_OK;
}

static void
close_file(struct import *im)
{
	if (!im->csv)
		return;
	feed_unbind(&im->map);
	csv_close(im->csv);
	im->csv = NULL;
}

/* The file as a whole is of no use: say so, and go on with the next. */
static void
pass_over(struct import *im, const struct fault *why)
{
	const char *text = why->text;
	size_t n = strlen(im->file);

	say(im, text);
	if (!strncmp(text, im->file, n) && !strncmp(text + n, ": ", 2))
		text += n + 2;
	rejects_add(im->rejects, im->file, 0, 0, text, NULL);
	im->counts->bad_files++;
}

static enum rc
read_file(struct import *im, struct fault *f)
{
	struct import_reader *reader =
	    import_reader_start(im->csv, &im->map, &im->hash);
	struct import_batch *b;
	enum rc rc;

	do {
		b = import_reader_next(reader);
		rc = b->rc && b->rc != RC_END
			 ? fault_set(f, b->rc, "%s", b->fault.text)
			 : hand_on(im, b, f);
	} while (!rc && b->rc != RC_END);
	import_reader_stop(reader);
	return rc;
}

static enum rc
tell_file(struct import *im, struct fault *f)
{
	uint8_t hash[SEAL_HASH_LEN];
	char text[2 * SEAL_HASH_LEN + 1];

	seal_digest_end(&im->hash, hash);
	for (size_t i = 0; i < sizeof(hash); i++)
		snprintf(text + 2 * i, 3, "%02x", hash[i]);
	return im->sink->file(im->sink->arg, text, &im->own, f);
}

static enum rc
take_file(struct import *im, const char *path, struct fault *f)
{
	struct fault why = { 0 };
	struct buf doing = { 0 };
	enum rc rc = open_file(im, path, &why);

	if (rc == RC_INVALID) {
		pass_over(im, &why);
		return RC_OK;
	}
	if (rc)
		return fault_set(f, rc, "%s", why.text);
	im->own = (struct import_counts){ 0 };
	seal_digest_start(&im->hash);
	rejects_header(im->rejects, csv_header(im->csv));
	tell_unknown(im);
	buf_printf(&doing, "%s",
	    strrchr(path, '/') ? strrchr(path, '/') + 1 : path);
	if (!im->o->quiet)
		progress_begin(&im->progress, buf_str(&doing), "rows",
		    csv_size(im->csv));
	rc = read_file(im, f);
	progress_end(&im->progress);
	add_counts(im->counts, &im->own);
	if (!rc)
		rc = tell_file(im, f);
	close_file(im);
	buf_release(&doing);
	return rc;
}

/* Before anything is taken in, see that every file is there to be read. */
static enum rc
look_at_files(const char *const *files, size_t n, struct fault *f)
{
	for (size_t i = 0; i < n; i++)
		if (access(files[i], R_OK))
			return fault_errno(f, "opening", files[i]);
	return RC_OK;
}

enum rc
import_files(const struct feed *feed, const char *const *files, size_t n,
    const struct import_sink *sink, const struct import_options *o,
    struct import_counts *counts, struct fault *f)
{
	struct import im = {
		.feed = feed, .sink = sink, .o = o, .counts = counts
	};
	struct fault last = { 0 };
	enum rc rc = look_at_files(files, n, f);

	*counts = (struct import_counts){ 0 };
	if (rc || (rc = rejects_open(o->rejects, &im.rejects, f)))
		return rc;
	for (size_t i = 0; i < n && !rc; i++)
		rc = take_file(&im, files[i], f);
	if (rejects_close(im.rejects, &last) && !rc)
		rc = fault_set(f, last.rc, "%s", last.text);
	buf_release(&im.unknown);
	return rc;
}
