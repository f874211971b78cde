/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk.h"

/* ---- the system's own calls ---- */

static int
real_open(const struct disk *d, const char *path, int flags, mode_t mode)
{
	(void)d;
	return open(path, flags, mode);
}

static int
real_close(const struct disk *d, int fd)
{
	(void)d;
	return close(fd);
}

static ssize_t
real_pread(const struct disk *d, int fd, void *p, size_t n, off_t at)
{
	(void)d;
	return pread(fd, p, n, at);
}

static ssize_t
real_pwrite(const struct disk *d, int fd, const void *p, size_t n, off_t at)
{
	(void)d;
	return pwrite(fd, p, n, at);
}

static int
real_sync(const struct disk *d, int fd)
{
	(void)d;
	return fdatasync(fd);
}

static int
real_allocate(const struct disk *d, int fd, off_t at, off_t len)
{
	int err;

	(void)d;
	err = posix_fallocate(fd, at, len);
	errno = err;
	return err ? -1 : 0;
}

static int
real_truncate(const struct disk *d, int fd, off_t len)
{
	(void)d;
	return ftruncate(fd, len);
}

static int
real_rename(const struct disk *d, const char *from, const char *to)
{
	(void)d;
	return rename(from, to);
}

static int
real_mkdir(const struct disk *d, const char *path, mode_t mode)
{
	(void)d;
	return mkdir(path, mode);
}

static int
real_unlink(const struct disk *d, const char *path)
{
	(void)d;
	return unlink(path);
}

const struct disk *
disk_real(void)
{
	static const struct disk real = {
		.open = real_open,
		.close = real_close,
		.pread = real_pread,
		.pwrite = real_pwrite,
		.sync = real_sync,
		.allocate = real_allocate,
		.truncate = real_truncate,
		.rename = real_rename,
		.mkdir = real_mkdir,
		.unlink = real_unlink,
	};

	return &real;
}

/* ---- what everyone uses ---- */

/* The sentence for a failure of a descriptor, whose path the kernel knows. */
static enum rc
fd_fault(struct fault *f, const char *doing, int fd)
{
	int err = errno;
	char link[32], path[256];
	ssize_t n;

	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	n = readlink(link, path, sizeof(path) - 1);
	path[n > 0 ? n : 0] = '\0';
	errno = err;
	return fault_errno(f, doing, n > 0 ? path : "an open file");
}

static int
open_flags(unsigned flags)
{
	int how = O_CLOEXEC | O_NOCTTY;

	how |= flags & DISK_WRITE ? O_RDWR : O_RDONLY;
	if (flags & DISK_MAKE)
		how |= O_CREAT | (flags & DISK_KEEP ? 0 : O_EXCL);
	if (flags & DISK_FOLDER)
		how |= O_DIRECTORY;
	if (!(flags & DISK_FOLLOW))
		how |= O_NOFOLLOW;
	return how;
}

/* What a failure to open, make, rename or unlink means to the caller. */
static enum rc
path_fault(struct fault *f, const char *doing, const char *path)
{
	if (errno == ENOENT)
		return fault_set(f, RC_MISSING, "%s %s: there is no such file",
		    doing, path);
	if (errno == EEXIST)
		return fault_set(f, RC_STALE, "%s %s: it is there already",
		    doing, path);
	if (errno == ELOOP)
		return fault_set(f, RC_DENIED,
		    "%s %s: a symbolic link is not followed here", doing, path);
	return fault_errno(f, doing, path);
}

enum rc
disk_open(const struct disk *d, const char *path, unsigned flags, int *fd,
    struct fault *f)
{
	do
		*fd = d->open(d, path, open_flags(flags), 0600);
	while (*fd < 0 && errno == EINTR);
	if (*fd < 0)
		return path_fault(f, flags & DISK_MAKE ? "making" : "opening",
		    path);
	return RC_OK;
}

void
disk_close(const struct disk *d, int fd)
{
	if (fd >= 0)
		d->close(d, fd);
}

enum rc
disk_read(const struct disk *d, int fd, uint64_t at, void *p, size_t n,
    size_t *got, struct fault *f)
{
	*got = 0;
	while (*got < n) {
		ssize_t now = d->pread(d, fd, (char *)p + *got, n - *got,
		    (off_t)(at + *got));

		if (now < 0 && errno == EINTR)
			continue;
		if (now < 0)
			return fd_fault(f, "reading", fd);
		if (!now)
			break;
		*got += (size_t)now;
	}
	return RC_OK;
}

enum rc
disk_write(const struct disk *d, int fd, uint64_t at, const void *p, size_t n,
    struct fault *f)
{
	size_t done = 0;

	while (done < n) {
		ssize_t now = d->pwrite(d, fd, (const char *)p + done, n - done,
		    (off_t)(at + done));

		if (now < 0 && errno == EINTR)
			continue;
		if (!now)
			errno = ENOSPC;
		if (now <= 0)
			return fd_fault(f, "writing", fd);
		done += (size_t)now;
	}
	return RC_OK;
}

/* A sync that was interrupted may be asked again; one that failed may not. */
enum rc
disk_sync(const struct disk *d, int fd, struct fault *f)
{
	int failed;

	do
		failed = d->sync(d, fd);
	while (failed && errno == EINTR);
	return failed ? fd_fault(f, "syncing", fd) : RC_OK;
}

enum rc
disk_sync_folder(const struct disk *d, const char *path, struct fault *f)
{
	int fd;
	enum rc rc =
	    disk_open(d, path, DISK_READ | DISK_FOLDER | DISK_FOLLOW, &fd, f);

	if (!rc)
		rc = disk_sync(d, fd, f);
	disk_close(d, fd);
	return rc;
}

enum rc
disk_allocate(const struct disk *d, int fd, uint64_t at, uint64_t len,
    struct fault *f)
{
	int failed;

	do
		failed = d->allocate(d, fd, (off_t)at, (off_t)len);
	while (failed && errno == EINTR);
	return failed ? fd_fault(f, "making room in", fd) : RC_OK;
}

enum rc
disk_truncate(const struct disk *d, int fd, uint64_t len, struct fault *f)
{
	int failed;

	do
		failed = d->truncate(d, fd, (off_t)len);
	while (failed && errno == EINTR);
	return failed ? fd_fault(f, "cutting", fd) : RC_OK;
}

enum rc
disk_size(const struct disk *d, int fd, uint64_t *size, struct fault *f)
{
	struct stat st;

	(void)d;
	if (fstat(fd, &st))
		return fd_fault(f, "measuring", fd);
	*size = (uint64_t)st.st_size;
	return RC_OK;
}

enum rc
disk_rename(const struct disk *d, const char *from, const char *to,
    struct fault *f)
{
	return d->rename(d, from, to) ? path_fault(f, "renaming", from) : RC_OK;
}

enum rc
disk_unlink(const struct disk *d, const char *path, struct fault *f)
{
	return d->unlink(d, path) ? path_fault(f, "removing", path) : RC_OK;
}

enum rc
disk_mkdir(const struct disk *d, const char *path, struct fault *f)
{
	return d->mkdir(d, path, 0700) ? path_fault(f, "making", path) : RC_OK;
}

bool
disk_has(const char *path)
{
	return access(path, F_OK) == 0;
}

bool
disk_is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

enum rc
disk_lock(const struct disk *d, const char *path, bool wait, int *fd,
    struct fault *f)
{
	enum rc rc =
	    disk_open(d, path, DISK_WRITE | DISK_MAKE | DISK_KEEP, fd, f);
	int failed;

	if (rc)
		return rc;
	do
		failed = flock(*fd, wait ? LOCK_EX : LOCK_EX | LOCK_NB);
	while (failed && errno == EINTR);
	if (!failed)
		return RC_OK;
	rc = errno == EWOULDBLOCK
		 ? fault_set(f, RC_BUSY, "locking %s: another process holds it",
		       path)
		 : fault_errno(f, "locking", path);
	disk_close(d, *fd);
	*fd = -1;
	return rc;
}
