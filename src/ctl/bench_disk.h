/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_CTL_BENCH_DISK_H
#define HANDRAIL_CTL_BENCH_DISK_H

#include "ctl/bench.h"
#include "hub/act.h"

/*
 * The floor of everything durable: as many bytes written to a file on the same
 * disk, and synced.
 */

struct disk;

#define BENCH_BYTES_MOST (64 * 1024)

struct bench_disk {
	const struct disk *disk;
	const char *path;
	int fd;
	uint64_t at;
	uint8_t bytes[BENCH_BYTES_MOST];
};

/**
 * bench_disk_open(b, s, f), bench_disk_close(s):
 * Make the file beside the store; take it away.
 */
NODISCARD enum rc
bench_disk_open(struct bench *b, struct bench_disk *s, struct fault *f);
void bench_disk_close(struct bench_disk *s);

/**
 * bench_disk_write(s, bytes, floor, f):
 * Write that many bytes, sync, and add how long it took to ${floor}.
 */
NODISCARD enum rc bench_disk_write(struct bench_disk *s, size_t bytes,
    struct times *floor, struct fault *f);

/**
 * bench_disk_written(b, done, bytes, f):
 * How many bytes the act ${done} wrote to the journal.
 */
NODISCARD enum rc bench_disk_written(struct bench *b,
    const struct act_done *done, size_t *bytes, struct fault *f);

#endif /* HANDRAIL_CTL_BENCH_DISK_H */
