/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "ctl/ctl.h"
#include "edge/export.h"
#include "model/kind.h"

/* Records are for their owner's eyes; a file that is there is replaced. */
static FILE *
open_out(const char *path, struct fault *f)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	FILE *file = fd >= 0 ? fdopen(fd, "w") : NULL;

	if (file == NULL)
		fault_errno(f, "opening", path);
	return file;
}

static enum rc
close_out(FILE *file, const char *path, struct fault *f)
{
	bool well =
	    fflush(file) == 0 && !ferror(file) &&
	    (file == stdout || fdatasync(fileno(file)) == 0 || path == NULL);

	if (!well)
		fault_errno(f, "writing", path != NULL ? path : "the records");
	if (file != stdout)
		fclose(file);
	return well ? RC_OK : RC_SYSTEM;
}

static enum export_form
form_of(const struct ctl *ctl)
{
	switch (ctl->format) {
	case OUT_CSV:
		return EXPORT_CSV;
	case OUT_JSON:
		return EXPORT_JSON;
	case OUT_TEXT:
		break;
	}
	return EXPORT_TEXT;
}

static int export(struct ctl *ctl, const char *name, const char *path)
{
	const struct kind *kind = kinds_by_name(ctl->hub->kinds, name);
	struct fault f = { 0 }, last = { 0 };
	FILE *file = stdout;
	enum rc rc;

	if (kind == NULL)
		return ctl_usage(ctl,
		    "there is no kind \"%s\"; `handrailctl schema` lists them",
		    name);
	if (path != NULL && (file = open_out(path, &f)) == NULL)
		return ctl_fail(ctl, NULL, &f);
	rc = export_kind(ctl->hub, kind, form_of(ctl), file, NULL, &f);
	if (close_out(file, path, &last) && !rc)
		return ctl_fail(ctl, NULL, &last);
	return rc ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *path = NULL;
	const struct option_row rows[] = {
		{ "out", "FILE", "write to FILE", &path, NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 1, 1, &status))
		return status;
	if (ctl->format_text == NULL && path != NULL)
		ctl->format = OUT_CSV;
	status = ctl_open(ctl, true);
	return status != CTL_DONE ? status : export(ctl, argv[1], path);
}

const struct ctl_command ctl_export = {
	.name = "export",
	.synopsis = "KIND [--out FILE] [--format FORMAT]",
	.sentence = "records of a kind, as far as you may see them",
	.verb = "export",
	.run = run,
};
