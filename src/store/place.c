/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/disk.h"
#include "store/place.h"
#include "store/store.h"

static const char *const folders[] = { "", "/segments", "/keys", "/keys/users",
	"/keys/tries", "/drafts", "/quarantine" };

enum { FOLDERS = sizeof(folders) / sizeof(folders[0]) };

static enum rc
any_name(const char *name, void *arg)
{
	(void)name;
	(void)arg;
	return RC_END;
}

enum rc
place_is_free(const char *dir, struct fault *f)
{
	struct buf path = { 0 };
	enum rc rc = RC_OK;

	if (disk_has(dir)) {
		rc = disk_list(dir, any_name, NULL, f);
		buf_printf(&path, "%s/format", dir);
		if (rc == RC_END && disk_has(buf_str(&path)))
			rc = fault_set(f, RC_SYSTEM,
			    "there is a store in %s already", dir);
		else if (rc == RC_END)
			rc = fault_set(f, RC_SYSTEM,
			    "%s is not empty; give another folder", dir);
	}
	buf_release(&path);
	return rc;
}

enum rc
place_beside(const struct disk *disk, const char *dir, char beside[PLACE_MAX],
    struct fault *f)
{
	struct buf path = { 0 };
	size_t n = strlen(dir);
	enum rc rc = RC_OK;

	for (const char *at = dir + 1; !rc && *dir && (at = strchr(at, '/'));
	     at++) {
		buf_clear(&path);
		buf_put(&path, dir, (size_t)(at - dir));
		if (at[1] && !disk_has(buf_str(&path)))
			rc = disk_mkdir(disk, buf_str(&path), f);
		if (rc == RC_STALE)
			rc = RC_OK;
	}
	while (n > 1 && dir[n - 1] == '/')
		n--;
	if (snprintf(beside, PLACE_MAX, "%.*s.new-%ld", (int)n, dir,
		(long)getpid()) >= PLACE_MAX)
		rc = fault_set(f, RC_INVALID,
		    "the name of the folder is too "
		    "long");
	buf_release(&path);
	return rc;
}

enum rc
place_make_folders(const struct disk *disk, const char *dir, struct fault *f)
{
	struct buf path = { 0 };
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < FOLDERS; i++) {
		buf_clear(&path);
		buf_printf(&path, "%s%s", dir, folders[i]);
		rc = disk_mkdir(disk, buf_str(&path), f);
	}
	buf_release(&path);
	return rc;
}

enum rc
place_open_once(const char *dir, const struct store_options *options,
    struct fault *f)
{
	const struct disk *disk =
	    options && options->disk ? options->disk : disk_real();
	struct buf path = { 0 };
	struct store *s;
	enum rc rc = store_open(dir, options, &s, f);

	if (rc)
		return rc;
	store_close(s);
	for (size_t i = 0; !rc && i < FOLDERS; i++) {
		buf_clear(&path);
		buf_printf(&path, "%s%s", dir, folders[i]);
		rc = disk_sync_folder(disk, buf_str(&path), f);
	}
	buf_release(&path);
	return rc;
}

static enum rc
remove_name(const char *name, void *arg)
{
	const char *dir = arg;
	struct buf path = { 0 };

	buf_printf(&path, "%s/%s", dir, name);
	if (unlink(buf_str(&path)))
		(void)rmdir(buf_str(&path));
	buf_release(&path);
	return RC_OK;
}

/* Of what was made beside, after a failure: innermost folders first. */
static void
remove_all(const char *dir)
{
	char path[PLACE_MAX + 32];
	enum rc rc;

	snprintf(path, sizeof(path), "%s/lmdb", dir);
	rc = disk_list(path, remove_name, path, NULL);
	(void)rmdir(path);
	for (size_t i = FOLDERS; i-- > 0;) {
		snprintf(path, sizeof(path), "%s%s", dir, folders[i]);
		rc = disk_list(path, remove_name, path, NULL);
		(void)rmdir(path);
	}
	(void)rc;
}

static enum rc
sync_parent(const struct disk *disk, const char *dir, struct fault *f)
{
	struct buf path = { 0 };
	const char *end;
	enum rc rc;

	buf_puts(&path, dir);
	while (path.len > 1 && path.at[path.len - 1] == '/')
		path.len--;
	end = strrchr(buf_str(&path), '/');
	if (!end) {
		buf_clear(&path);
		buf_puts(&path, ".");
	} else
		path.len = end == (char *)path.at
			       ? 1
			       : (size_t)(end - (char *)path.at);
	rc = disk_sync_folder(disk, buf_str(&path), f);
	buf_release(&path);
	return rc;
}

enum rc
place_settle(const struct disk *disk, const char *beside, const char *dir,
    enum rc rc, struct fault *f)
{
	if (!rc)
		rc = disk_rename(disk, beside, dir, f);
	if (!rc)
		return sync_parent(disk, dir, f);
	remove_all(beside);
	return rc;
}
