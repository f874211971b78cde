/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_CSV_TEXT_H
#define HANDRAIL_BASE_CSV_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/csv.h"

/*
 * A file as a stream of UTF-8, whatever it is stored as: gzipped or plain, in
 * any of enum csv_encoding. For csv.c only.
 */
struct csv_text;

/**
 * csv_text_open(d, path, encoding, t, f), csv_text_of(bytes, encoding, t):
 * Open a file, or memory that outlives it. RC_INVALID for a folder.
 */
NODISCARD enum rc csv_text_open(const struct disk *d, const char *path,
    enum csv_encoding encoding, struct csv_text **t, struct fault *f);
struct csv_text *csv_text_of(struct span bytes, enum csv_encoding encoding);
void csv_text_close(struct csv_text *t);

/**
 * csv_text_more(t, out, want, f):
 * Add about ${want} bytes to ${out}, or whatever there is before the end.
 * RC_END when nothing was added because there is nothing more.
 */
NODISCARD enum rc csv_text_more(struct csv_text *t, struct buf *out,
    size_t want, struct fault *f);

/**
 * csv_text_is_sure(t):
 * Whether all that was added so far is known to be UTF-8.
 */
bool csv_text_is_sure(const struct csv_text *t);

enum csv_encoding csv_text_encoding(const struct csv_text *t);
uint64_t csv_text_offset(const struct csv_text *t);
uint64_t csv_text_size(const struct csv_text *t);

#endif /* HANDRAIL_BASE_CSV_TEXT_H */
