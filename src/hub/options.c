/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/* See options.h. Nothing here knows which program it serves. */

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/day.h"
#include "base/str.h"
#include "hub/hub.h"
#include "hub/options.h"

#define OPTION_WORDS 64 /* names looked through for a near one */

void
options_common(struct options *o, struct option_row rows[OPTIONS_COMMON])
{
	/* clang-format off */
	const struct option_row all[OPTIONS_COMMON] = {
		{ "store", "DIR", "the store", &o->store, NULL },
		{ "config", "FILE", "the site's configuration", &o->config, NULL },
		{ "as", "USER", "who is signing in (the login name)", &o->user, NULL },
		{ "passphrase-file", "FILE", "read the passphrase from FILE or /dev/fd/N",
		    &o->passphrase_file, NULL },
		{ "now", "WHEN", "pretend it is WHEN, for rehearsals and tests", &o->now, NULL },
		{ "help", NULL, "say what can be said, and end", NULL, &o->help },
		{ "version", NULL, "say which handrail this is, and end", NULL, &o->version },
		{ NULL, NULL, NULL, NULL, NULL },
	};
	/* clang-format on */

	memcpy(rows, all, sizeof(all));
}

static const struct option_row *
row_by_name(const struct option_row *const sets[], const char *name, size_t len)
{
	const struct option_row *row;

	for (; *sets != NULL; sets++)
		for (row = *sets; row->name != NULL; row++)
			if (strncmp(row->name, name, len) == 0 &&
			    row->name[len] == '\0')
				return row;
	return NULL;
}

static enum rc
unknown(const struct option_row *const sets[], const char *name, size_t len,
    struct fault *f)
{
	const char *words[OPTION_WORDS + 1], *near;
	const struct option_row *row;
	char word[40];
	size_t n = 0;

	for (; *sets != NULL; sets++)
		for (row = *sets; row->name != NULL && n < OPTION_WORDS; row++)
			words[n++] = row->name;
	words[n] = NULL;
	snprintf(word, sizeof(word), "%.*s", (int)len, name);
	near = str_nearest(word, words);
	if (near != NULL)
		return fault_set(f, RC_USAGE,
		    "there is no option --%s; did you mean --%s?", word, near);
	return fault_set(f, RC_USAGE,
	    "there is no option --%s; --help says what there is", word);
}

/* Read the option at argv[*at], and its value from the next word if need be. */
static enum rc
read_one(const struct option_row *const sets[], int argc, char **argv, int *at,
    struct fault *f)
{
	const char *name = argv[*at] + 2;
	size_t len = strcspn(name, "=");
	const struct option_row *row = row_by_name(sets, name, len);

	if (row == NULL)
		return unknown(sets, name, len, f);
	if (row->arg == NULL) {
		if (name[len] == '=')
			return fault_set(f, RC_USAGE, "--%s takes no value",
			    row->name);
		*row->flag = true;
		return RC_OK;
	}
	if (name[len] == '=')
		*row->text = name + len + 1;
	else if (*at + 1 < argc)
		*row->text = argv[++*at];
	else
		return fault_set(f, RC_USAGE, "--%s needs %s after it",
		    row->name, row->arg);
	return RC_OK;
}

/* Short names that everybody tries. */
static void
lengthen(char **word)
{
	static char help[] = "--help", version[] = "--version";

	if (strcmp(*word, "-h") == 0)
		*word = help;
	else if (strcmp(*word, "-V") == 0)
		*word = version;
}

static bool
is_other_word(const char *word)
{
	return word[0] != '-' || word[1] == '\0';
}

enum rc
options_read(const struct option_row *const sets[], int *argc, char **argv,
    bool stop, struct fault *f)
{
	int from, to = 1;
	enum rc rc;

	for (from = 1; from < *argc; from++) {
		lengthen(&argv[from]);
		if (is_other_word(argv[from])) {
			if (stop)
				break;
			argv[to++] = argv[from];
			continue;
		}
		if (strcmp(argv[from], "--") == 0) {
			from += !stop;
			break;
		}
		if (argv[from][1] != '-')
			return fault_set(f, RC_USAGE,
			    "%s is no option; options are whole words, such "
			    "as --help",
			    argv[from]);
		rc = read_one(sets, *argc, argv, &from, f);
		if (rc)
			return rc;
	}
	while (from < *argc)
		argv[to++] = argv[from++];
	*argc = to;
	argv[to] = NULL;
	return RC_OK;
}

/* The file that only a demonstration store has: a line for each of its invented
 * users, "NAME PASSPHRASE". Finds the line of ${name}, or the first for NULL.
 */
static bool
demo_line(const char *store, const char *name, char *line, size_t size)
{
	char path[WHERE_MAX + 8];
	size_t len = name != NULL ? strlen(name) : 0;
	bool found = false;
	FILE *file;

	snprintf(path, sizeof(path), "%s/demo", store);
	file = fopen(path, "re");
	if (file == NULL)
		return false;
	while (!found && fgets(line, (int)size, file) != NULL) {
		line[strcspn(line, "\r\n")] = '\0';
		if (strchr(line, ' ') == NULL)
			continue;
		found = name == NULL ||
			(strncmp(line, name, len) == 0 && line[len] == ' ');
	}
	fclose(file);
	return found;
}

static enum rc
settle_login(struct options *o, struct fault *f)
{
	struct passwd *who = getpwuid(getuid());
	const char *name = o->user;
	char line[256];

	if (name == NULL &&
	    demo_line(o->store_path, NULL, line, sizeof(line))) {
		*strchr(line, ' ') = '\0';
		name = line;
	} else if (name == NULL && who != NULL) {
		name = who->pw_name;
	}
	if (name == NULL)
		return fault_set(f, RC_USAGE,
		    "who is signing in? This login has no name; say --as USER");
	if (strlen(name) >= sizeof(o->login))
		return fault_set(f, RC_USAGE, "--as: that name is too long");
	snprintf(o->login, sizeof(o->login), "%s", name);
	return RC_OK;
}

static enum rc
settle_now(struct options *o, struct fault *f)
{
	if (o->now == NULL)
		return RC_OK;
	o->pretend = true;
	if (moment_parse(o->now, &o->now_ms))
		return RC_OK;
	return fault_set(f, RC_USAGE,
	    "--now %s is no moment; write it as 2026-11-22T11:42:00Z", o->now);
}

/* What was said wins over the environment, and that over the site's file. */
static enum rc
settle_store(struct options *o, struct fault *f)
{
	const char *told = o->store;

	if (told == NULL && getenv("HANDRAIL_STORE") == NULL &&
	    o->settings.store[0] != '\0')
		told = o->settings.store;
	if (told == NULL)
		return where_store(o->store_path, f);
	if (strlen(told) >= WHERE_MAX)
		return fault_set(f, RC_USAGE, "--store: that path is too long");
	snprintf(o->store_path, WHERE_MAX, "%s", told);
	return RC_OK;
}

enum rc
options_settle(struct options *o, struct fault *f)
{
	enum rc rc;

	if (o->config != NULL)
		snprintf(o->config_path, WHERE_MAX, "%s", o->config);
	else
		where_config(o->config_path);
	rc = settings_load(o->config_path, &o->settings, f);
	if (!rc)
		rc = settle_store(o, f);
	if (!rc)
		rc = where_data(o->data_path, f);
	if (!rc)
		rc = settle_login(o, f);
	if (!rc)
		rc = settle_now(o, f);
	return rc;
}

/* A passphrase often comes through /dev/fd/N, which a shell makes for us, so
 * this does not mind what kind of file it is. */
static enum rc
read_line(int fd, const char *path, char *text, size_t size, struct fault *f)
{
	size_t len = 0;
	ssize_t n = 0;

	while (len + 1 < size) {
		n = read(fd, text + len, size - len - 1);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		len += (size_t)n;
		if (memchr(text, '\n', len) != NULL)
			break;
	}
	if (n < 0)
		return fault_errno(f, "reading the passphrase", path);
	text[len] = '\0';
	text[strcspn(text, "\r\n")] = '\0';
	if (text[0] == '\0')
		return fault_set(f, RC_DENIED, "%s holds no passphrase", path);
	return RC_OK;
}

static enum rc
demo_passphrase(const struct options *o, char *text, size_t size,
    struct fault *f)
{
	char line[256];

	if (!demo_line(o->store_path, o->login, line, sizeof(line)))
		return fault_set(f, RC_MISSING,
		    "no passphrase was given; say --passphrase-file FILE");
	snprintf(text, size, "%s", strchr(line, ' ') + 1);
	return RC_OK;
}

enum rc
options_passphrase(const struct options *o, char *text, size_t size,
    struct fault *f)
{
	const char *path = o->passphrase_file;
	enum rc rc;
	int fd;

	if (path == NULL)
		return demo_passphrase(o, text, size, f);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return fault_errno(f, "reading the passphrase", path);
	rc = read_line(fd, path, text, size, f);
	close(fd);
	return rc;
}

void
options_hub(const struct options *o, const char *passphrase,
    struct hub_options *hub)
{
	*hub = (struct hub_options){
		.store = o->store_path,
		.user = o->login,
		.passphrase = passphrase,
		.data = o->data_path,
		.site = o->settings.definitions[0] != '\0'
			    ? o->settings.definitions
			    : NULL,
		.now_ms = o->now_ms,
	};
}

void
options_help(const struct option_row *rows, FILE *to)
{
	for (; rows->name != NULL; rows++) {
		int n = fprintf(to, "    --%s%s%s", rows->name,
		    rows->arg != NULL ? " " : "",
		    rows->arg != NULL ? rows->arg : "");

		fprintf(to, "%*s%s\n", n < 28 ? 28 - n : 1, "", rows->sentence);
	}
}
