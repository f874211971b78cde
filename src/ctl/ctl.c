/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/* What all commands share. See ctl.h. */

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/str.h"
#include "ctl/ctl.h"
#include "hub/access.h"
#include "hub/looked.h"
#include "store/store.h"

#define PASSPHRASE_MAX 1024

static void
say_head(const struct ctl *ctl)
{
	fputs("handrailctl: ", stderr);
	if (ctl->command != NULL)
		fprintf(stderr, "%s: ", ctl->command->name);
}

void
ctl_say(const struct ctl *ctl, const char *fmt, ...)
{
	va_list ap;

	say_head(ctl);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
}

int
ctl_fail(const struct ctl *ctl, const char *where, const struct fault *f)
{
	const char *text = f->text[0] != '\0' ? f->text : rc_text(f->rc);

	say_head(ctl);
	if (where != NULL)
		fprintf(stderr, "%s: ", where);
	out_line(stderr, text);
	return rc_exit(f->rc);
}

int
ctl_usage(const struct ctl *ctl, const char *fmt, ...)
{
	va_list ap;

	say_head(ctl);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	if (ctl->command != NULL)
		fprintf(stderr, "; it is: handrailctl %s %s",
		    ctl->command->name, ctl->command->synopsis);
	fputc('\n', stderr);
	return CTL_USAGE;
}

static void
help(const struct ctl *ctl, const struct option_row *rows)
{
	printf("handrailctl %s %s\n    %s\n", ctl->command->name,
	    ctl->command->synopsis, ctl->command->sentence);
	if (rows != NULL && rows->name != NULL) {
		puts("\nOptions");
		options_help(rows, stdout);
	}
	puts("\nOptions of every command");
	options_help(ctl->common, stdout);
}

bool
ctl_words(struct ctl *ctl, const struct option_row *rows, int *argc,
    char **argv, int least, int most, int *status)
{
	static const struct option_row none = { NULL, NULL, NULL, NULL, NULL };
	const struct option_row *sets[] = { rows != NULL ? rows : &none,
		ctl->common, NULL };
	struct fault f = { 0 };
	int words;

	if (options_read(sets, argc, argv, false, &f)) {
		*status = ctl_fail(ctl, NULL, &f);
		return false;
	}
	if (ctl->o.help) {
		help(ctl, rows);
		*status = CTL_DONE;
		return false;
	}
	words = *argc - 1;
	if (words < least)
		*status = ctl_usage(ctl, "something is missing");
	else if (most >= 0 && words > most)
		*status = ctl_usage(ctl, "\"%s\" is one word too many",
		    argv[most + 1]);
	else if (ctl->format_text != NULL &&
		 !out_format_by(ctl->format_text, &ctl->format))
		*status =
		    ctl_usage(ctl, "--format %s is neither text, csv nor json",
			ctl->format_text);
	else
		return true;
	return false;
}

int
ctl_settle(struct ctl *ctl)
{
	struct fault f = { 0 };

	if (options_settle(&ctl->o, &f))
		return ctl_fail(ctl, NULL, &f);
	return CTL_DONE;
}

/* Read a line with nothing shown, then put the terminal back as it was. */
static ssize_t
read_hidden(int tty, const char *prompt, char *text, size_t size)
{
	struct termios shown, hidden;
	ssize_t n;

	if (tcgetattr(tty, &shown) != 0)
		return -1;
	hidden = shown;
	hidden.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
	dprintf(tty, "%s: ", prompt);
	tcsetattr(tty, TCSAFLUSH, &hidden);
	do {
		n = read(tty, text, size - 1);
	} while (n < 0 && errno == EINTR);
	tcsetattr(tty, TCSAFLUSH, &shown);
	dprintf(tty, "\n");
	return n;
}

enum rc
ctl_ask_secret(const char *prompt, char *text, size_t size, struct fault *f)
{
	int tty = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
	ssize_t n;

	if (tty < 0)
		return fault_set(f, RC_MISSING,
		    "there is no terminal to ask for the passphrase at; say "
		    "--passphrase-file FILE");
	n = read_hidden(tty, prompt, text, size);
	close(tty);
	if (n <= 0)
		return fault_set(f, RC_DENIED, "no passphrase was given");
	text[n] = '\0';
	text[strcspn(text, "\r\n")] = '\0';
	return RC_OK;
}

enum rc
ctl_passphrase(struct ctl *ctl, const char *prompt, char *text, size_t size,
    struct fault *f)
{
	enum rc rc = options_passphrase(&ctl->o, text, size, f);

	if (rc == RC_MISSING)
		rc = ctl_ask_secret(prompt, text, size, f);
	if (rc == RC_MISSING)
		return fault_set(f, RC_DENIED, "%s", f->text);
	return rc;
}

static void
tell_notes(struct ctl *ctl)
{
	const char *const *notes;
	size_t n, i;

	notes = store_notes(ctl->hub->store, &n);
	for (i = 0; i < n; i++)
		ctl_say(ctl, "%s: %s", ctl->o.store_path, notes[i]);
}

static enum rc
unlock(struct ctl *ctl, bool look_only, struct fault *f)
{
	char prompt[128], passphrase[PASSPHRASE_MAX], from[64];
	struct hub_options options;
	enum rc rc;

	if (!disk_is_folder(ctl->o.store_path))
		return fault_set(f, RC_SYSTEM,
		    "there is no store here; `handrailctl init` makes one");
	snprintf(prompt, sizeof(prompt), "Passphrase of %s", ctl->o.login);
	rc = ctl_passphrase(ctl, prompt, passphrase, sizeof(passphrase), f);
	if (!rc) {
		options_hub(&ctl->o, passphrase, &options);
		options.look_only = look_only;
		snprintf(from, sizeof(from), "handrailctl %s",
		    ctl->command->name);
		options.from = from;
		rc = hub_open(&options, &ctl->hub, f);
	}
	explicit_bzero(passphrase, sizeof(passphrase));
	return rc;
}

static enum rc
allowed(const struct ctl *ctl, struct fault *f)
{
	const char *verb = ctl->command->verb;
	const struct hub *hub = ctl->hub;

	if (verb == NULL || access_may(hub->access, hub->me.role, verb))
		return RC_OK;
	return access_refuse(hub->access, hub->me.role, verb, f);
}

int
ctl_open(struct ctl *ctl, bool look_only)
{
	struct fault f = { 0 };
	int status = ctl_settle(ctl);
	enum rc rc;

	if (status != CTL_DONE)
		return status;
	rc = unlock(ctl, look_only, &f);
	if (rc)
		return ctl_fail(ctl,
		    rc == RC_INVALID ? NULL : ctl->o.store_path, &f);
	tell_notes(ctl);
	rc = allowed(ctl, &f);
	return rc ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

int
ctl_looked(struct ctl *ctl)
{
	struct fault f = { 0 };

	if (hub_looks_save(ctl->hub, &f))
		return ctl_fail(ctl,
		    "nothing is shown, for it could not be written down who "
		    "looked",
		    &f);
	return CTL_DONE;
}

bool
ctl_number(const struct ctl *ctl, const char *option, const char *text,
    uint64_t *n, int *status)
{
	if (text == NULL || str_to_u64(text, n))
		return true;
	*status = ctl_usage(ctl, "--%s %s is no whole number", option, text);
	return false;
}
