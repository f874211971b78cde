/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_DISK_H
#define HANDRAIL_BASE_DISK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * The one door to files. Beneath are the system's calls as a table, so that a
 * test can copy the table, put its own call in, and see what a full disk, a
 * write cut short or a sync refused does. Above are the calls everyone uses:
 * all or a fault, with the sentence.
 *
 * Files are made for their owner only (0600, folders 0700), closed on exec,
 * and a symbolic link at the end of a path is refused unless DISK_FOLLOW says
 * otherwise.
 */

struct stat;

struct disk {
	void *arg; /* for a test's own calls; the real ones do not look */
	int (*open)(const struct disk *, const char *path, int flags, mode_t);
	int (*close)(const struct disk *, int fd);
	ssize_t (*pread)(const struct disk *, int fd, void *, size_t, off_t);
	ssize_t (*pwrite)(const struct disk *, int fd, const void *, size_t,
	    off_t);
	int (*sync)(const struct disk *, int fd); /* as fdatasync */
	int (*allocate)(const struct disk *, int fd, off_t at, off_t len);
	int (*truncate)(const struct disk *, int fd, off_t len);
	int (*rename)(const struct disk *, const char *from, const char *to);
	int (*mkdir)(const struct disk *, const char *path, mode_t);
	int (*unlink)(const struct disk *, const char *path);
};

/**
 * disk_real():
 * The system's own calls. Lends, for ever.
 */
const struct disk *disk_real(void);

enum {
	DISK_READ = 1,    /* to read */
	DISK_WRITE = 2,   /* to write, and to read */
	DISK_MAKE = 4,    /* make it; RC_STALE if it is there already */
	DISK_KEEP = 8,    /* with DISK_MAKE: open it if it is there already */
	DISK_FOLDER = 16, /* it is a folder */
	DISK_FOLLOW = 32  /* a symbolic link is as good: files people name */
};

/**
 * disk_open(d, path, flags, fd, f):
 * Open ${path}; the caller gives ${*fd} to disk_close(). RC_MISSING when there
 * is no such file. On failure ${*fd} is -1.
 */
NODISCARD enum rc disk_open(const struct disk *d, const char *path,
    unsigned flags, int *fd, struct fault *f);

/**
 * disk_close(d, fd):
 * Close ${fd}; -1 does nothing. Says nothing: what must last was synced.
 */
void disk_close(const struct disk *d, int fd);

/**
 * disk_read(d, fd, at, p, n, got, f):
 * Read ${n} bytes from place ${at}, or as many as there are before the end;
 * how many in ${*got}.
 */
NODISCARD enum rc disk_read(const struct disk *d, int fd, uint64_t at, void *p,
    size_t n, size_t *got, struct fault *f);

/**
 * disk_write(d, fd, at, p, n, f):
 * Write all ${n} bytes at place ${at}. On failure some may have been written.
 */
NODISCARD enum rc disk_write(const struct disk *d, int fd, uint64_t at,
    const void *p, size_t n, struct fault *f);

/**
 * disk_sync(d, fd, f), disk_sync_folder(d, path, f):
 * Return only when what was written, or the names in a folder, will outlive
 * the power going off. After a failure what was written may be lost though it
 * still reads back: treat the file as damaged.
 */
NODISCARD enum rc disk_sync(const struct disk *d, int fd, struct fault *f);
NODISCARD enum rc
disk_sync_folder(const struct disk *d, const char *path, struct fault *f);

/**
 * disk_allocate(d, fd, at, len, f), disk_truncate(d, fd, len, f):
 * Make the file hold ${len} bytes from ${at}, zeros where new, so that a later
 * write there cannot find the disk full; cut or stretch it to ${len}.
 */
NODISCARD enum rc disk_allocate(const struct disk *d, int fd, uint64_t at,
    uint64_t len, struct fault *f);
NODISCARD enum rc
disk_truncate(const struct disk *d, int fd, uint64_t len, struct fault *f);

/**
 * disk_size(d, fd, size, f):
 * How many bytes the file has.
 */
NODISCARD enum rc
disk_size(const struct disk *d, int fd, uint64_t *size, struct fault *f);

/**
 * disk_rename(d, from, to, f), disk_unlink(d, path, f), disk_mkdir(d, path, f):
 * As the system has them. RC_MISSING when there is nothing to unlink or
 * rename; RC_STALE when the folder is there already. None syncs the folder.
 */
NODISCARD enum rc disk_rename(const struct disk *d, const char *from,
    const char *to, struct fault *f);
NODISCARD enum rc
disk_unlink(const struct disk *d, const char *path, struct fault *f);
NODISCARD enum rc
disk_mkdir(const struct disk *d, const char *path, struct fault *f);

/**
 * disk_has(path), disk_is_folder(path):
 * Whether there is anything, or a folder, of that name (links are followed).
 */
bool disk_has(const char *path);
bool disk_is_folder(const char *path);

/* Called with each name in a folder; anything but RC_OK stops. */
typedef enum rc disk_name_fn(const char *name, void *arg);

/**
 * disk_list(path, fn, arg, f):
 * Call ${fn} for each name in the folder but "." and "..", in byte order.
 * RC_MISSING when there is no such folder.
 */
NODISCARD enum rc
disk_list(const char *path, disk_name_fn *fn, void *arg, struct fault *f);

/**
 * disk_remove(path):
 * Take away the file or the folder with all that is in it; what is a link is
 * not followed. For what a program made for itself and needs no more: what
 * cannot be removed stays.
 */
void disk_remove(const char *path);

/**
 * disk_read_whole(d, path, most, out, f):
 * Add all bytes of the file to ${out}; RC_INVALID when it has more than
 * ${most}.
 */
NODISCARD enum rc disk_read_whole(const struct disk *d, const char *path,
    size_t most, struct buf *out, struct fault *f);

/**
 * disk_write_whole(d, path, bytes, f):
 * Make ${path} hold exactly ${bytes}: written beside it, synced, renamed over
 * it, the folder synced. Whatever happens, ${path} is the old one or the new.
 */
NODISCARD enum rc disk_write_whole(const struct disk *d, const char *path,
    struct span bytes, struct fault *f);

/**
 * disk_is_local(path, f):
 * RC_OK when ${path} is on a disk of this machine; RC_INVALID, saying why,
 * when it is on NFS, SMB, FUSE or another network file system, where locks and
 * shared memory cannot be relied on.
 */
NODISCARD enum rc disk_is_local(const char *path, struct fault *f);

/**
 * disk_is_ours(path, f):
 * RC_OK when ${path} is a file or folder, not a link, that belongs to this
 * user and that no one else may read or write; RC_DENIED, saying why, else.
 */
NODISCARD enum rc disk_is_ours(const char *path, struct fault *f);

/**
 * disk_lock(d, path, wait, fd, f):
 * Hold the lock file ${path}, making it if need be, until ${*fd} is closed or
 * the process ends. Without ${wait}, RC_BUSY at once when another holds it.
 */
NODISCARD enum rc disk_lock(const struct disk *d, const char *path, bool wait,
    int *fd, struct fault *f);

#endif /* HANDRAIL_BASE_DISK_H */
