/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/vec.h"

#include "base/disk.h"

/* Whole files, whole folders, and what kind of disk they are on. */

#define READ_STEP 65536

enum rc
disk_read_whole(const struct disk *d, const char *path, size_t most,
    struct buf *out, struct fault *f)
{
	size_t from = out->len, got = READ_STEP;
	int fd;
	enum rc rc = disk_open(d, path, DISK_READ, &fd, f);

	while (!rc && got == READ_STEP) {
		rc = disk_read(d, fd, out->len - from,
		    buf_reserve(out, READ_STEP), READ_STEP, &got, f);
		out->len += got;
		if (!rc && out->len - from > most)
			rc = fault_set(f, RC_INVALID,
			    "reading %s: it has more than %zu bytes", path,
			    most);
	}
	disk_close(d, fd);
	if (rc)
		out->len = from;
	return rc;
}

/* The folder that ${path} is in. Yours. */
static char *
folder_of(const char *path)
{
	char *folder = mem_str(path), *slash = strrchr(folder, '/');

	if (!slash) {
		free(folder);
		return mem_str(".");
	}
	slash[slash == folder] = '\0';
	return folder;
}

static enum rc
write_beside(const struct disk *d, const char *path, struct span bytes,
    struct fault *f)
{
	int fd;
	enum rc rc = disk_open(d, path, DISK_WRITE | DISK_MAKE, &fd, f);

	if (!rc)
		rc = disk_write(d, fd, 0, bytes.at, bytes.len, f);
	if (!rc)
		rc = disk_sync(d, fd, f);
	disk_close(d, fd);
	return rc;
}

enum rc
disk_write_whole(const struct disk *d, const char *path, struct span bytes,
    struct fault *f)
{
	struct buf beside = { 0 };
	char *folder = folder_of(path);
	enum rc rc;

	/* One that a dead process left behind is in the way, and worthless. */
	buf_printf(&beside, "%s.%ld.new", path, (long)getpid());
	d->unlink(d, buf_str(&beside));
	rc = write_beside(d, buf_str(&beside), bytes, f);
	if (!rc)
		rc = disk_rename(d, buf_str(&beside), path, f);
	if (rc)
		d->unlink(d, buf_str(&beside));
	else
		rc = disk_sync_folder(d, folder, f);
	buf_release(&beside);
	free(folder);
	return rc;
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* All names are read first, so that ${fn} may change the folder. */
enum rc
disk_list(const char *path, disk_name_fn *fn, void *arg, struct fault *f)
{
	VEC(char *) names = { 0 };
	char **name;
	DIR *dir = opendir(path);
	struct dirent *e;
	enum rc rc = RC_OK;

	if (!dir && errno == ENOENT)
		return fault_set(f, RC_MISSING,
		    "listing %s: there is no such folder", path);
	if (!dir)
		return fault_errno(f, "listing", path);
	while ((errno = 0, e = readdir(dir)))
		if (strcmp(e->d_name, ".") && strcmp(e->d_name, ".."))
			*VEC_ADD(&names) = mem_str(e->d_name);
	if (errno)
		rc = fault_errno(f, "listing", path);
	closedir(dir);
	VEC_SORT(&names, compare_names);
	VEC_EACH (&names, name) {
		if (!rc)
			rc = fn(*name, arg);
		free(*name);
	}
	VEC_RELEASE(&names);
	return rc;
}

static enum rc
remove_within(const char *name, void *arg)
{
	char path[PATH_MAX];
	int n = snprintf(path, sizeof(path), "%s/%s", (const char *)arg, name);

	if (n > 0 && n < (int)sizeof(path))
		disk_remove(path);
	return RC_OK;
}

void
disk_remove(const char *path)
{
	struct fault ignored = { 0 };

	if (unlink(path) == 0)
		return;
	(void)!disk_list(path, remove_within, (void *)(uintptr_t)path,
	    &ignored);
	rmdir(path);
}

/* The numbers that linux/magic.h lacks are those of the kernel's sources. */
/* clang-format off */
static const struct {
	unsigned long magic;
	const char *name;
} far_disks[] = {
	{ NFS_SUPER_MAGIC,	"NFS" },
	{ SMB_SUPER_MAGIC,	"SMB" },
	{ 0xff534d42u,		"CIFS" },
	{ 0xfe534d42u,		"SMB" },
	{ FUSE_SUPER_MAGIC,	"FUSE" },
	{ V9FS_MAGIC,		"9P" },
	{ AFS_SUPER_MAGIC,	"AFS" },
	{ CODA_SUPER_MAGIC,	"Coda" },
	{ CEPH_SUPER_MAGIC,	"Ceph" },
	{ 0x01161970u,		"GFS2" },
	{ OCFS2_SUPER_MAGIC,	"OCFS2" },
	{ 0x0bd00bd0u,		"Lustre" },
	{ 0x47504653u,		"GPFS" },
};
/* clang-format on */

enum rc
disk_is_local(const char *path, struct fault *f)
{
	struct statfs st;

	if (statfs(path, &st))
		return fault_errno(f, "looking at", path);
	for (size_t i = 0; i < sizeof(far_disks) / sizeof(far_disks[0]); i++)
		if ((unsigned long)st.f_type == far_disks[i].magic)
			return fault_set(f, RC_INVALID,
			    "%s is on a network file system (%s), where locks "
			    "cannot be relied on; choose a folder on this "
			    "machine's own disk",
			    path, far_disks[i].name);
	return RC_OK;
}

enum rc
disk_is_ours(const char *path, struct fault *f)
{
	struct stat st;

	if (lstat(path, &st))
		return fault_errno(f, "looking at", path);
	if (S_ISLNK(st.st_mode))
		return fault_set(f, RC_DENIED,
		    "%s is a symbolic link; name what it points at", path);
	if (st.st_uid != geteuid())
		return fault_set(f, RC_DENIED,
		    "%s belongs to another user of this machine", path);
	if (st.st_mode & 077)
		return fault_set(f, RC_DENIED,
		    "%s can be read or written by others; chmod go= %s", path,
		    path);
	return RC_OK;
}
