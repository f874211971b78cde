/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/disk.h"

#include "edge/feed.h"

/* Where feeds are defined: in the site's own folder, and in handrail's. */

static bool
is_definition(const char *name)
{
	size_t n = strlen(name);

	return n > 4 && !strcmp(name + n - 4, ".cfg");
}

/* Write FOLDER/feeds/NAME to ${path}; whether there is such a file. */
static bool
look_in(const char *folder, const char *name, struct buf *path)
{
	if (!folder || !*folder)
		return false;
	buf_clear(path);
	buf_printf(path, "%s/feeds/%s", folder, name);
	return disk_has(buf_str(path));
}

struct walk {
	const char *folder;
	const char *before; /* a folder whose files were told already */
	feed_fn *fn;
	void *arg;
};

static enum rc
tell_one(const char *name, void *arg)
{
	struct walk *w = arg;
	struct buf path = { 0 };
	enum rc rc = RC_OK;

	if (is_definition(name) && !look_in(w->before, name, &path)) {
		look_in(w->folder, name, &path);
		rc = w->fn(buf_str(&path), w->arg);
	}
	buf_release(&path);
	return rc;
}

static enum rc
walk_folder(struct walk *w, struct fault *f)
{
	struct buf path = { 0 };
	enum rc rc;

	if (!w->folder || !*w->folder)
		return RC_OK;
	buf_printf(&path, "%s/feeds", w->folder);
	rc = disk_list(buf_str(&path), tell_one, w, f);
	buf_release(&path);
	return rc == RC_MISSING ? RC_OK : rc;
}

enum rc
feed_each(const char *data, const char *site, feed_fn *fn, void *arg,
    struct fault *f)
{
	struct walk own = { site, NULL, fn, arg };
	struct walk ours = { data, site, fn, arg };
	enum rc rc = walk_folder(&own, f);

	return rc ? rc : walk_folder(&ours, f);
}

/* Add the name that a definition's file gives its feed. */
static enum rc
add_name(const char *path, void *arg)
{
	struct buf *names = arg;
	const char *name = strrchr(path, '/') + 1;

	if (names->len)
		buf_puts(names, ", ");
	buf_put(names, name, strlen(name) - 4);
	return RC_OK;
}

enum rc
feed_path(const char *name, const char *data, const char *site,
    struct buf *path, struct fault *f)
{
	struct buf file = { 0 }, names = { 0 };
	enum rc rc = RC_OK;

	if (strchr(name, '/') || is_definition(name)) {
		buf_puts(path, name);
		return RC_OK;
	}
	buf_printf(&file, "%s.cfg", name);
	if (!look_in(site, buf_str(&file), path) &&
	    !look_in(data, buf_str(&file), path)) {
		rc = feed_each(data, site, add_name, &names, f);
		if (!rc)
			rc = fault_set(f, RC_MISSING,
			    "there is no feed \"%s\"; there are: %s", name,
			    buf_str(&names));
	}
	buf_release(&file);
	buf_release(&names);
	return rc;
}
