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
#include "base/day.h"
#include "base/disk.h"
#include "base/keymap.h"
#include "ctl/ctl.h"
#include "edge/feed.h"
#include "hub/access.h"
#include "hub/due.h"
#include "hub/journey.h"
#include "hub/letters.h"
#include "hub/level.h"
#include "hub/link_rules.h"
#include "hub/opening.h"
#include "hub/pathway.h"
#include "hub/planbook.h"
#include "hub/practice.h"
#include "hub/surveys.h"
#include "hub/needs.h"
#include "hub/rules.h"
#include "hub/tool.h"
#include "model/code.h"
#include "model/kind.h"

/* How one file is read, or a whole folder of them, whose files hang together.
 */
typedef enum rc check_fn(const char *path, struct fault *f);

static enum rc
codes_check(const char *path, struct fault *f)
{
	struct codes *codes = codes_new();
	enum rc rc = codes_add_file(codes, path, f);

	codes_free(codes);
	return rc;
}

static enum rc
registers_check(const char *path, struct fault *f)
{
	struct kinds *kinds = kinds_new();
	enum rc rc = kinds_add_file(kinds, path, f);

	kinds_free(kinds);
	return rc;
}

static enum rc
holidays_check(const char *path, struct fault *f)
{
	struct holidays *h = NULL;
	enum rc rc = holidays_load(path, &h, f);

	holidays_free(h);
	return rc;
}

static enum rc
keymaps_check(const char *path, struct fault *f)
{
	return keymap_check_file(path, NULL, f);
}

static enum rc
syntax_check(const char *path, struct fault *f)
{
	struct cfg *cfg = NULL;
	enum rc rc = cfg_read(path, &cfg, f);

	cfg_free(cfg);
	return rc;
}

static enum rc
journeys_check(const char *dir, struct fault *f)
{
	struct journeys *j = NULL;
	enum rc rc = journeys_load(dir, &j, f);

	journeys_free(j);
	return rc;
}

static enum rc
deadlines_check(const char *dir, struct fault *f)
{
	struct deadlines *d = NULL;
	enum rc rc = deadlines_load(dir, &d, f);

	deadlines_free(d);
	return rc;
}

static enum rc
levels_check(const char *dir, struct fault *f)
{
	struct levels *l = NULL;
	enum rc rc = levels_load(dir, &l, f);

	levels_free(l);
	return rc;
}

/* They name codes, stages and rules, which stand beside them. */
static enum rc
openings_check(const char *dir, struct fault *f)
{
	struct codes *codes = NULL;
	struct journeys *journeys = NULL;
	struct deadlines *deadlines = NULL;
	struct openings *openings = NULL;
	char path[WHERE_MAX];
	enum rc rc;

	snprintf(path, sizeof(path), "%s/../codes", dir);
	rc = codes_load(path, &codes, f);
	snprintf(path, sizeof(path), "%s/../journeys", dir);
	if (!rc)
		rc = journeys_load(path, &journeys, f);
	snprintf(path, sizeof(path), "%s/../deadlines", dir);
	if (!rc)
		rc = deadlines_load(path, &deadlines, f);
	if (!rc)
		rc = openings_load(dir, codes, journeys, deadlines, &openings,
		    f);
	openings_free(openings);
	deadlines_free(deadlines);
	journeys_free(journeys);
	codes_free(codes);
	return rc;
}

/* Codes stand in the folder beside the one that names them. */
static enum rc
codes_beside(const char *dir, struct codes **codes, struct fault *f)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/../codes", dir);
	if (!disk_is_folder(path)) {
		*codes = codes_new();
		return RC_OK;
	}
	return codes_load(path, codes, f);
}

static enum rc
pathways_check(const char *dir, struct fault *f)
{
	struct pathways *p = NULL;
	struct codes *codes = NULL;
	enum rc rc = codes_beside(dir, &codes, f);

	if (!rc)
		rc = pathways_load(dir, codes, &p, f);
	pathways_free(p);
	codes_free(codes);
	return rc;
}

static enum rc
plans_check(const char *dir, struct fault *f)
{
	struct planbook *book = NULL;
	struct codes *codes = NULL;
	enum rc rc = codes_beside(dir, &codes, f);

	if (!rc)
		rc = planbook_load(dir, codes, &book, f);
	planbook_free(book);
	codes_free(codes);
	return rc;
}

static enum rc
practice_check(const char *dir, struct fault *f)
{
	struct practice *p = NULL;
	enum rc rc = practice_load(dir, &p, f);

	practice_free(p);
	return rc;
}

static enum rc
needs_check(const char *dir, struct fault *f)
{
	struct needs *n = NULL;
	enum rc rc = needs_load(dir, &n, f);

	needs_free(n);
	return rc;
}

static enum rc
risk_check(const char *dir, struct fault *f)
{
	struct tools *t = NULL;
	enum rc rc = tools_load(dir, &t, f);

	tools_free(t);
	return rc;
}

typedef enum rc rules_fn(struct rules *, const char *dir, struct fault *);

static enum rc
rules_check_by(rules_fn *add, const char *dir, struct fault *f)
{
	struct rules *r = rules_new();
	enum rc rc = add(r, dir, f);

	rules_free(r);
	return rc;
}

static enum rc
risk_rules_check(const char *dir, struct fault *f)
{
	return rules_check_by(rules_add_risk, dir, f);
}

static enum rc
triage_check(const char *dir, struct fault *f)
{
	return rules_check_by(rules_add_triage, dir, f);
}

static enum rc
safeguarding_check(const char *dir, struct fault *f)
{
	return rules_check_by(rules_add_guards, dir, f);
}

static enum rc
access_check(const char *dir, struct fault *f)
{
	struct access *a = NULL;
	enum rc rc = access_load(dir, &a, f);

	access_free(a);
	return rc;
}

static enum rc
linkage_check(const char *dir, struct fault *f)
{
	struct link_rules *rules = NULL;
	struct kinds *kinds = kinds_new();
	enum rc rc = link_rules_load(dir, kinds, &rules, f);

	link_rules_free(rules);
	kinds_free(kinds);
	return rc;
}

static enum rc
surveys_check(const char *dir, struct fault *f)
{
	struct surveys *s = NULL;
	enum rc rc = surveys_load(dir, &s, f);

	surveys_free(s);
	return rc;
}

/* Letters, tongues and the sender hang together: they are read from above. */
static enum rc
letters_check(const char *dir, struct fault *f)
{
	struct letters *l = NULL;
	char base[PATH_MAX];
	enum rc rc;

	snprintf(base, sizeof(base), "%s/..", dir);
	rc = letters_load(base, NULL, &l, f);
	letters_free(l);
	return rc;
}

/* clang-format off */
static const struct folder {
	const char *name;
	check_fn *file;		/* each file */
	check_fn *whole;	/* then the folder, if its files are well */
} folders[] = {
	{ "access",	syntax_check,	 access_check },
	{ "codes",	codes_check,	 NULL },
	{ "contact",	syntax_check,	 practice_check },
	{ "deadlines",	syntax_check,	 deadlines_check },
	{ "feeds",	syntax_check,	 NULL },
	{ "forms",	syntax_check,	 NULL },
	{ "holidays",	holidays_check,	 NULL },
	{ "journeys",	syntax_check,	 journeys_check },
	{ "keymaps",	keymaps_check,	 NULL },
	{ "letters",	syntax_check,	 letters_check },
	{ "levels",	syntax_check,	 levels_check },
	{ "linkage",	syntax_check,	 linkage_check },
	{ "names",	syntax_check,	 NULL },
	{ "openings",	syntax_check,	 openings_check },
	{ "pathways",	syntax_check,	 pathways_check },
	{ "plans",	syntax_check,	 plans_check },
	{ "needs",	syntax_check,	 needs_check },
	{ "registers",	registers_check, NULL },
	{ "surveys",	syntax_check,	 surveys_check },
	{ "risk",	syntax_check,	 risk_check },
	{ "risk-rules",	syntax_check,	 risk_rules_check },
	{ "safeguarding", syntax_check,	 safeguarding_check },
	{ "services",	syntax_check,	 NULL },
	{ "themes",	syntax_check,	 NULL },
	{ "tongues",	syntax_check,	 letters_check },
	{ "triage",	syntax_check,	 triage_check },
};
/* clang-format on */

static const struct out_column columns[] = {
	{ "file", NULL, OUT_WORDS },
	{ "fault", "fault", OUT_WORDS },
};

struct checking {
	struct out *out;
	const char *dir; /* of the folder that is looked through */
	const struct folder *folder;
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
look_in_folder(struct checking *c, const char *base, const struct folder *at)
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

	for (i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		look_in_folder(c, base, &folders[i]);
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

static const struct folder *
folder_of(const char *path)
{
	const char *end = strrchr(path, '/'), *start;
	size_t i, n;

	if (end == NULL)
		return NULL;
	for (start = end; start > path && start[-1] != '/'; start--)
		;
	n = (size_t)(end - start);
	for (i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		if (strncmp(folders[i].name, start, n) == 0 &&
		    folders[i].name[n] == '\0')
			return &folders[i];
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
	const struct folder *at = folder_of(path);

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
