/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The directory of services: list it, take in the one that ships, and exchange
 * it with others as Open Referral HSDS 3.
 */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/disk.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/when.h"
#include "ctl/ctl.h"
#include "edge/hsds.h"
#include "hub/pathway.h"
#include "hub/read.h"
#include "hub/services.h"
#include "model/record.h"

static const struct out_column columns[] = {
	{ "code", "code", OUT_WORDS },
	{ "name", "service", OUT_WORDS },
	{ "who", "for", OUT_WORDS },
	{ "areas", "areas", OUT_WORDS },
	{ "wait", "wait", OUT_NUMBER },
	{ "hours", "hours", OUT_WORDS },
	{ "free", "free", OUT_NUMBER },
	{ "phone", "phone", OUT_WORDS },
	{ "checked", "checked", OUT_WORDS },
	{ "stale", "stale", OUT_YES },
	{ "mark", "mark", OUT_WORDS },
	{ "wrong", "told wrong", OUT_WORDS },
	{ "key", NULL, OUT_WORDS },
};

struct listing {
	struct ctl *ctl;
	struct out *out;
	const char *words; /* folded; "" all */
	bool stale_only;
	unsigned shown, stale;
};

static bool
is_stale(const struct listing *l, const struct record *r)
{
	int32_t first, last;

	return !when_days(record_text(r, SERVICE_CHECKED), &first, &last) ||
	       moment_day(hub_now(l->ctl->hub)) - last >
		   pathways_stale_days(l->ctl->hub->pathways);
}

static bool
is_meant(const struct listing *l, const struct record *r)
{
	static const uint16_t tags[] = { SERVICE_CODE, SERVICE_NAME,
		SERVICE_WHO, SERVICE_SORT, SERVICE_NEEDS, SERVICE_LANGUAGES,
		SERVICE_POSTCODE, SERVICE_KEY, SERVICE_AREAS };
	struct buf all = { 0 };
	bool found;

	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		buf_printf(&all, "%s ", record_text(r, tags[i]));
	found = strstr(utf8_fold(l->ctl->arena, buf_str(&all)), l->words);
	buf_release(&all);
	return found;
}

static enum rc
list_one(const struct record *r, void *arg)
{
	struct listing *l = arg;
	bool stale = is_stale(l, r), national = record_flag(r, SERVICE_NATIONAL);

	if (!is_meant(l, r) || (l->stale_only && !stale))
		return RC_OK;
	l->shown++;
	l->stale += stale;
	out_row(l->out,
	    (const char *[]){ record_text(r, SERVICE_CODE),
		record_text(r, SERVICE_NAME), record_text(r, SERVICE_WHO),
		national ? "national" : record_text(r, SERVICE_AREAS),
		record_text(r, SERVICE_WAIT), record_text(r, SERVICE_HOURS),
		record_text(r, SERVICE_FREE), record_text(r, SERVICE_PHONE),
		record_text(r, SERVICE_CHECKED), stale ? "y" : "n",
		record_text(r, SERVICE_MARK), record_text(r, SERVICE_WRONG),
		record_text(r, SERVICE_KEY) });
	return RC_OK;
}

static int
list(struct ctl *ctl, int argc, char **argv, bool stale_only)
{
	struct listing l = { .ctl = ctl, .stale_only = stale_only };
	struct fault f = { 0 };
	struct buf words = { 0 };
	enum rc rc;

	for (int i = 0; i < argc; i++)
		buf_printf(&words, "%s%s", i ? " " : "", argv[i]);
	l.words = utf8_fold(ctl->arena, buf_str(&words));
	buf_release(&words);
	l.out = out_new(ctl->format, columns,
	    sizeof(columns) / sizeof(columns[0]), stdout);
	rc = hub_all(ctl->hub, KIND_SERVICE, list_one, &l, &f);
	if (out_end(l.out, rc ? NULL : &f) || rc)
		return ctl_fail(ctl, NULL, &f);
	ctl_say(ctl, "%u services, %u to be checked", l.shown, l.stale);
	return CTL_DONE;
}

/* ---- taking in ---- */

static int
tell_count(struct ctl *ctl, const struct services_count *n, enum rc rc,
    const char *where, const struct fault *f)
{
	static const struct out_column counts[] = {
		{ "read", "read", OUT_NUMBER },
		{ "new", "new", OUT_NUMBER },
		{ "changed", "changed", OUT_NUMBER },
		{ "same", "same", OUT_NUMBER },
		{ "refused", "refused", OUT_NUMBER },
	};
	struct out *out = out_new(ctl->format, counts, 5, stdout);
	const unsigned all[5] = { n->read, n->new, n->changed, n->same,
		n->refused };
	const char *cells[5];
	struct fault last = { 0 };

	for (size_t i = 0; i < 5; i++)
		cells[i] = arena_printf(ctl->arena, "%u", all[i]);
	out_row(out, cells);
	if (out_end(out, &last))
		return ctl_fail(ctl, NULL, &last);
	if (rc)
		return ctl_fail(ctl, where, f);
	return n->refused ? CTL_NOT_WELL : CTL_DONE;
}

static int
load(struct ctl *ctl, const char *dir)
{
	struct services_count n = { 0 };
	struct fault f = { 0 };
	char path[WHERE_MAX];
	enum rc rc;

	if (!dir) {
		snprintf(path, sizeof(path), "%s/services", ctl->o.data_path);
		dir = path;
	}
	rc = services_load(ctl->hub, dir, &n, &f);
	return tell_count(ctl, &n, rc, NULL, &f);
}

/* ---- giving out ---- */

static int
export_json(struct ctl *ctl, const char *path)
{
	FILE *to = path ? fopen(path, "we") : stdout;
	struct fault f = { 0 };
	unsigned n;
	enum rc rc;

	if (!to) {
		fault_errno(&f, "writing", path);
		return ctl_fail(ctl, NULL, &f);
	}
	rc = hsds_write_json(ctl->hub, to, &n, &f);
	if (path && fclose(to) && !rc)
		rc = fault_errno(&f, "writing", path);
	if (rc)
		return ctl_fail(ctl, NULL, &f);
	ctl_say(ctl, "%u services", n);
	return CTL_DONE;
}

static int
export(struct ctl *ctl, const char *format, const char *path)
{
	struct fault f = { 0 };
	unsigned n;

	if (!format || strcmp(format, "hsds-json") == 0)
		return export_json(ctl, path);
	if (strcmp(format, "hsds-csv") != 0)
		return ctl_usage(ctl, "--format is hsds-json or hsds-csv here");
	if (!path)
		return ctl_usage(ctl,
		    "hsds-csv is several files: say --out DIR");
	if (hsds_write_csv(ctl->hub, path, &n, &f))
		return ctl_fail(ctl, path, &f);
	ctl_say(ctl, "%u services", n);
	return CTL_DONE;
}

static int
import(struct ctl *ctl, const char *format, const char *path)
{
	struct services_count n = { 0 };
	struct fault f = { 0 };
	bool tables;
	enum rc rc;

	if (!path)
		return ctl_usage(ctl, "say import PATH, a page of hsds-json or "
				      "the folder of an hsds-csv directory");
	if (format && strcmp(format, "hsds-json") != 0 &&
	    strcmp(format, "hsds-csv") != 0)
		return ctl_usage(ctl, "--format is hsds-json or hsds-csv here");
	tables = format ? strcmp(format, "hsds-csv") == 0 : disk_is_folder(path);
	rc = tables ? hsds_read_csv(ctl->hub, path, &n, &f) :
		      hsds_read_json(ctl->hub, path, &n, &f);
	return tell_count(ctl, &n, rc, NULL, &f);
}

/* ---- which ---- */

static int
run(struct ctl *ctl, int argc, char **argv)
{
	bool stale = false;
	const char *format = NULL, *path = NULL;
	const struct option_row rows[] = {
		{ "stale", NULL, "only those that want checking again", NULL,
		    &stale },
		{ "out", "PATH", "write to PATH", &path, NULL },
		{ "format", "FORMAT",
		    "text, csv or json; hsds-json or hsds-csv for other directories",
		    &format, NULL },
		{ NULL, NULL, NULL, NULL, NULL },
	};
	const char *what;
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, -1, &status))
		return status;
	what = argc > 1 ? argv[1] : "list";
	if (strcmp(what, "load") != 0 && strcmp(what, "list") != 0 &&
	    strcmp(what, "export") != 0 && strcmp(what, "import") != 0)
		return ctl_usage(ctl, "say list, load, export or import");
	if (strcmp(what, "export") != 0 && strcmp(what, "import") != 0 &&
	    format &&
	    !out_format_by(format, &ctl->format))
		return ctl_usage(ctl, "--format is text, csv or json");
	status = ctl_open(ctl,
	    strcmp(what, "load") != 0 && strcmp(what, "import") != 0);
	if (status != CTL_DONE)
		return status;
	if (strcmp(what, "export") == 0)
		return export(ctl, format, path);
	if (strcmp(what, "import") == 0)
		return import(ctl, format, argc > 2 ? argv[2] : NULL);
	if (strcmp(what, "load") == 0)
		return load(ctl, argc > 2 ? argv[2] : NULL);
	return list(ctl, argc > 2 ? argc - 2 : 0, argv + 2, stale);
}

const struct ctl_command ctl_directory = {
	.name = "directory",
	.synopsis = "[list [WORDS...] [--stale]] | load [DIR] | "
		    "export [--out PATH] | import PATH [--format FORMAT]",
	.sentence = "the services people can be passed on to",
	.run = run,
};
