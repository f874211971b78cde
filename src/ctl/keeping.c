/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/str.h"
#include "ctl/keeping.h"
#include "store/people.h"
#include "store/store.h"

int
keeping_store(struct ctl *ctl, struct store **s)
{
	struct fault f = { 0 };
	const char *const *notes;
	size_t n;
	int status = ctl_settle(ctl);

	if (status != CTL_DONE)
		return status;
	if (store_open(ctl->o.store_path, NULL, s, &f)) {
		if (f.rc == RC_MISSING) /* as every command says it */
			f.rc = RC_SYSTEM;
		return ctl_fail(ctl, ctl->o.store_path, &f);
	}
	notes = store_notes(*s, &n);
	for (size_t i = 0; i < n; i++)
		ctl_say(ctl, "%s: %s", ctl->o.store_path, notes[i]);
	return CTL_DONE;
}

/* Straight through, so that a pipe will do: up to KEEPING_SECRET bytes. */
static enum rc
read_secret(const char *file, char text[KEEPING_SECRET], struct fault *f)
{
	size_t n = 0;
	ssize_t got = 1;
	int fd = -1;
	enum rc rc =
	    disk_open(disk_real(), file, DISK_READ | DISK_FOLLOW, &fd, f);

	if (rc)
		return rc == RC_MISSING ? RC_SYSTEM : rc;
	while (got > 0 && n < KEEPING_SECRET - 1) {
		got = read(fd, text + n, KEEPING_SECRET - 1 - n);
		n += got > 0 ? (size_t)got : 0;
	}
	text[n] = '\0';
	disk_close(disk_real(), fd);
	return RC_OK;
}

static enum rc
read_first_line(const char *file, char text[KEEPING_SECRET], struct fault *f)
{
	enum rc rc = read_secret(file, text, f);

	if (!rc)
		text[strcspn(text, "\r\n")] = '\0';
	if (!rc && text[0] == '\0')
		rc = fault_set(f, RC_INVALID, "the first line of %s is empty",
		    file);
	return rc;
}

enum rc
keeping_share(const char *prompt, const char *file, char text[KEEPING_SECRET],
    struct fault *f)
{
	enum rc rc;

	if (file == NULL)
		return ctl_ask_secret(prompt, text, KEEPING_SECRET, f);
	rc = read_secret(file, text, f);
	for (char *at = text; !rc && *at != '\0'; at++)
		if (*at == '\n' || *at == '\r' || *at == '\t')
			*at = ' ';
	return rc;
}

static enum rc
ask_twice(const char *name, char text[KEEPING_SECRET], struct fault *f)
{
	char prompt[96], again[KEEPING_SECRET];
	enum rc rc;

	snprintf(prompt, sizeof(prompt), "New passphrase of %.40s", name);
	rc = ctl_ask_secret(prompt, text, KEEPING_SECRET, f);
	if (!rc)
		rc = ctl_ask_secret("The same again", again, sizeof(again), f);
	if (!rc && strcmp(text, again) != 0)
		rc = fault_set(f, RC_INVALID,
		    "the two were not the same; nothing was changed");
	explicit_bzero(again, sizeof(again));
	return rc;
}

enum rc
keeping_new(struct ctl *ctl, const char *name, const char *file,
    char text[KEEPING_SECRET], struct fault *f)
{
	char made[64];
	enum rc rc;

	if (file != NULL)
		return read_first_line(file, text, f);
	rc = ask_twice(name, text, f);
	if (rc != RC_MISSING)
		return rc;
	people_make_passphrase(made);
	memcpy(text, made, strlen(made) + 1);
	printf("Passphrase of %s: %s\n", name, made);
	explicit_bzero(made, sizeof(made));
	ctl_say(ctl, "it is shown once; change it with user passphrase");
	return RC_OK;
}

size_t
keeping_codes(struct arena *arena, const char *text,
    const char *codes[KEEPING_AREAS])
{
	struct span part;
	size_t n = 0;

	while (text != NULL && n < KEEPING_AREAS && str_part(&text, ',', &part))
		if (part.len > 0)
			codes[n++] = arena_strn(arena, part.at, part.len);
	return n;
}

int
keeping_do(struct ctl *ctl, const struct keeping_verb *verbs, int argc,
    char **argv, const void *arg)
{
	const struct keeping_verb *v;
	char *words[4] = { NULL };

	for (v = verbs; v->word != NULL; v++)
		if (strcmp(v->word, argv[1]) == 0)
			break;
	if (v->word == NULL)
		return ctl_usage(ctl, "there is no \"%s %s\"",
		    ctl->command->name, argv[1]);
	if (argc - 2 < v->least || argc - 2 > v->most)
		return ctl_usage(ctl, "%s %s takes %s", ctl->command->name,
		    v->word, v->synopsis);
	for (int i = 0; i < argc - 1 && i < 4; i++)
		words[i] = argv[i + 1];
	return v->run(ctl, words, arg);
}

int
keeping_end(const struct ctl *ctl, const char *where, enum rc rc,
    const struct fault *f, const char *fmt, ...)
{
	va_list ap;

	if (rc)
		return ctl_fail(ctl, where, f);
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	putchar('\n');
	return CTL_DONE;
}
