/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Every definition and the site's configuration, read by those who will read
 * them in earnest. A file has at most one fault told, its first; all files are
 * looked at.
 */

#include <limits.h>
#include <string.h>

#include "base/cfg.h"
#include "base/disk.h"
#include "ctl/check_folders.h"
#include "ctl/ctl.h"
#include "edge/feed.h"

static const struct out_column columns[] = {
	{ "file", NULL, OUT_WORDS },
	{ "fault", "fault", OUT_WORDS },
};

struct checking {
	struct out *out;
	const char *dir; /* of the folder that is looked through */
	const struct check_folder *folder;
	size_t files, faults, here; /* here: faults in this folder */
};

static void
tell(struct checking *c, const char *path, const struct fault *f)
{
	out_row(c->out, (const char *[]){ path, f->text });
	c->faults++;
	c->here++;
}

static void
look(struct checking *c, const char *path, check_fn *check)
{
	struct fault f = { 0 };

	if (check(path, &f))
		tell(c, path, &f);
}

static enum rc
look_at_name(const char *name, void *arg)
{
	struct checking *c = arg;
	size_t n = strlen(name);
	char path[PATH_MAX];

	if (n < 5 || strcmp(name + n - 4, ".cfg") != 0 || name[0] == '.')
		return RC_OK;
	snprintf(path, sizeof(path), "%s/%s", c->dir, name);
	c->files++;
	look(c, path, c->folder->file);
	return RC_OK;
}

static void
look_in_folder(struct checking *c, const char *base, const struct check_folder *at)
{
	char dir[PATH_MAX];
	struct fault f = { 0 };

	snprintf(dir, sizeof(dir), "%s/%s", base, at->name);
	if (!disk_is_folder(dir))
		return;
	c->dir = dir;
	c->folder = at;
	c->here = 0;
	if (disk_list(dir, look_at_name, c, &f))
		tell(c, dir, &f);
	if (c->here == 0 && at->whole != NULL)
		look(c, dir, at->whole);
}

static void
look_at_all(struct checking *c, const char *base)
{
	size_t i;

	for (i = 0; check_folders[i].name != NULL; i++)
		look_in_folder(c, base, &check_folders[i]);
}

struct feeds_in {
	struct checking *c;
	const struct hub *hub;
};

static enum rc
look_at_feed(const char *path, void *arg)
{
	struct feeds_in *in = arg;
	struct feed *feed = NULL;
	struct fault f = { 0 };

	if (feed_load(path, in->hub->kinds, in->hub->codes, &feed, &f))
		tell(in->c, path, &f);
	feed_free(feed);
	return RC_OK;
}

/* What only shows when all is read together: a list or a kind that is not
 * there, a feed's column that fills no field. */
static void
look_together(struct ctl *ctl, struct checking *c)
{
	struct hub_options options;
	struct feeds_in in = { .c = c };
	struct fault f = { 0 };
	struct hub *hub = NULL;

	options_hub(&ctl->o, "", &options);
	if (hub_define(&options, &hub, &f)) {
		tell(c, ctl->o.data_path, &f);
		return;
	}
	in.hub = hub;
	if (feed_each(options.data, options.site, look_at_feed, &in, &f))
		tell(c, options.data, &f);
	hub_close(hub);
}

static const struct check_folder *
folder_of(const char *path)
{
	const char *end = strrchr(path, '/'), *start;
	size_t i, n;

	if (end == NULL)
		return NULL;
	for (start = end; start > path && start[-1] != '/'; start--)
		;
	n = (size_t)(end - start);
	for (i = 0; check_folders[i].name != NULL; i++)
		if (strncmp(check_folders[i].name, start, n) == 0 &&
		    check_folders[i].name[n] == '\0')
			return &check_folders[i];
	return NULL;
}

static enum rc
settings_check(const char *path, struct fault *f)
{
	struct settings s;

	return settings_load(path, &s, f);
}

/* A file in a folder of definitions is one of those, any other a site's
 * configuration. */
static void
look_at_one(struct checking *c, const char *path)
{
	const struct check_folder *at = folder_of(path);

	const char *slash = strrchr(path, '/');
	char dir[PATH_MAX];

	c->files++;
	look(c, path, at != NULL ? at->file : settings_check);
	if (at == NULL || at->whole == NULL || c->faults > 0)
		return;
	snprintf(dir, sizeof(dir), "%.*s", (int)(slash - path), path);
	look(c, dir, at->whole);
}

static int
check(struct ctl *ctl, const char *path)
{
	struct checking c = { 0 };
	struct fault f = { 0 };

	c.out = out_new(ctl->format, columns, 2, stdout);
	if (path != NULL) {
		look_at_one(&c, path);
	} else {
		c.files += ctl->o.config_path[0] != '\0';
		look_at_all(&c, ctl->o.data_path);
		if (ctl->o.settings.definitions[0] != '\0')
			look_at_all(&c, ctl->o.settings.definitions);
		if (c.faults == 0)
			look_together(ctl, &c);
	}
	if (out_end(c.out, &f))
		return ctl_fail(ctl, NULL, &f);
	ctl_say(ctl, "%zu %s looked at, %zu %s", c.files,
	    c.files == 1 ? "file" : "files", c.faults,
	    c.faults == 1 ? "fault" : "faults");
	return c.faults > 0 ? CTL_NOT_WELL : CTL_DONE;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const struct option_row rows[] = {
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 1, &status))
		return status;
	if (argc == 1) {
		status = ctl_settle(ctl);
		if (status != CTL_DONE)
			return status;
	}
	return check(ctl, argc > 1 ? argv[1] : NULL);
}

const struct ctl_command ctl_check_config = {
	.name = "check-config",
	.synopsis = "[FILE] [--format FORMAT]",
	.sentence =
	    "see whether the definitions and the configuration are well",
	.run = run,
};
