/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <errno.h>
#include <libconfig.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#include "base/cfg.h"

/*
 * A struct cfg_at is libconfig's setting under another name, so that its
 * header has one home. The file a setting stands in is known to libconfig only
 * when it was included; the one we opened is named by the root's hook.
 */

struct cfg {
	config_t config;
	char *name;
};

static config_setting_t *
setting(const struct cfg_at *at)
{
	return (config_setting_t *)(uintptr_t)at;
}

static const struct cfg_at *
place(const config_setting_t *s)
{
	return (const struct cfg_at *)s;
}

const struct cfg_at *
cfg_root(const struct cfg *cfg)
{
	return place(config_root_setting(&cfg->config));
}

const char *
cfg_file(const struct cfg_at *at)
{
	config_setting_t *s = setting(at);
	const char *file = config_setting_source_file(s);

	if (file)
		return file;
	while (config_setting_parent(s))
		s = config_setting_parent(s);
	return config_setting_get_hook(s);
}

/* The root itself has no line; what it lacks is missing from line 1 on. */
unsigned
cfg_line(const struct cfg_at *at)
{
	unsigned line = config_setting_source_line(setting(at));

	return line ? line : 1;
}

enum rc
cfg_fault(const struct cfg_at *at, struct fault *f, const char *fmt, ...)
{
	char text[sizeof(f->text)];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	return fault_set(f, RC_INVALID, "%s:%u: %s", cfg_file(at), cfg_line(at),
	    text);
}

/* Every text in the file is UTF-8 without NUL, or the file is refused. */
static enum rc
check_text(const struct cfg_at *at, struct fault *f)
{
	const char *text;

	if (cfg_text(at, NULL, &text) && !utf8_valid(text, strlen(text)))
		return cfg_fault(at, f, "this text is not UTF-8");
	for (size_t i = 0; i < cfg_len(at); i++) {
		enum rc rc = check_text(cfg_nth(at, i), f);

		if (rc)
			return rc;
	}
	return RC_OK;
}

static enum rc
grammar_fault(const struct cfg *cfg, struct fault *f)
{
	const char *file = config_error_file(&cfg->config);

	return fault_set(f, RC_INVALID, "%s:%d: %s", file ? file : cfg->name,
	    config_error_line(&cfg->config), config_error_text(&cfg->config));
}

static struct cfg *
cfg_new(const char *name)
{
	struct cfg *cfg = mem_get(sizeof(*cfg));

	config_init(&cfg->config);
	config_set_options(&cfg->config, CONFIG_OPTION_AUTOCONVERT);
	cfg->name = mem_str(name);
	return cfg;
}

/* Give ${made} to the caller if what was read is sound, else free it. */
static enum rc
settle(struct cfg *made, enum rc rc, struct cfg **cfg, struct fault *f)
{
	*cfg = NULL;
	if (!rc) {
		config_setting_set_hook(config_root_setting(&made->config),
		    made->name);
		rc = check_text(cfg_root(made), f);
	}
	if (rc)
		cfg_free(made);
	else
		*cfg = made;
	return rc;
}

/* libconfig looks for included files here; "" is not a folder to it. */
static void
set_folder(struct cfg *cfg)
{
	char *folder = mem_str(cfg->name), *slash = strrchr(folder, '/');

	if (slash) {
		slash[slash == folder] = '\0';
		config_set_include_dir(&cfg->config, folder);
	}
	free(folder);
}

static enum rc
open_file(const char *path, FILE **file, struct fault *f)
{
	struct stat st;

	*file = fopen(path, "re");
	if (!*file && errno == ENOENT)
		return fault_set(f, RC_MISSING, "%s: there is no such file",
		    path);
	if (!*file)
		return fault_errno(f, "opening", path);
	if (fstat(fileno(*file), &st) == 0 && S_ISDIR(st.st_mode)) {
		fclose(*file);
		return fault_set(f, RC_INVALID,
		    "%s: this is a folder, not a file", path);
	}
	return RC_OK;
}

enum rc
cfg_read(const char *path, struct cfg **cfg, struct fault *f)
{
	struct cfg *made;
	FILE *file;
	enum rc rc = open_file(path, &file, f);

	*cfg = NULL;
	if (rc)
		return rc;
	made = cfg_new(path);
	set_folder(made);
	if (!config_read(&made->config, file))
		rc = grammar_fault(made, f);
	fclose(file);
	return settle(made, rc, cfg, f);
}

enum rc
cfg_read_text(const char *text, const char *name, struct cfg **cfg,
    struct fault *f)
{
	struct cfg *made = cfg_new(name);
	enum rc rc = RC_OK;

	if (!config_read_string(&made->config, text))
		rc = grammar_fault(made, f);
	return settle(made, rc, cfg, f);
}

void
cfg_free(struct cfg *cfg)
{
	if (!cfg)
		return;
	config_destroy(&cfg->config);
	free(cfg->name);
	free(cfg);
}

const struct cfg_at *
cfg_get(const struct cfg_at *at, const char *path)
{
	if (!at || !config_setting_is_aggregate(setting(at)))
		return NULL;
	return place(config_setting_lookup(setting(at), path));
}

size_t
cfg_len(const struct cfg_at *at)
{
	if (!at || !config_setting_is_aggregate(setting(at)))
		return 0;
	return (size_t)config_setting_length(setting(at));
}

const struct cfg_at *
cfg_nth(const struct cfg_at *at, size_t i)
{
	return place(config_setting_get_elem(setting(at), (unsigned)i));
}

const char *
cfg_name(const struct cfg_at *at)
{
	return config_setting_name(setting(at));
}

/* ${at} itself when ${name} is NULL, else its member of that name. */
static config_setting_t *
member(const struct cfg_at *at, const char *name)
{
	if (!at || !name)
		return setting(at);
	if (!config_setting_is_group(setting(at)))
		return NULL;
	return config_setting_get_member(setting(at), name);
}

static int
type_of(const config_setting_t *s)
{
	return s ? config_setting_type(s) : CONFIG_TYPE_NONE;
}

static bool
is_whole(const config_setting_t *s)
{
	int type = type_of(s);

	return type == CONFIG_TYPE_INT || type == CONFIG_TYPE_INT64;
}

bool
cfg_text(const struct cfg_at *at, const char *name, const char **v)
{
	config_setting_t *s = member(at, name);

	if (type_of(s) != CONFIG_TYPE_STRING)
		return false;
	*v = config_setting_get_string(s);
	return true;
}

bool
cfg_int(const struct cfg_at *at, const char *name, int64_t *v)
{
	config_setting_t *s = member(at, name);

	if (!is_whole(s))
		return false;
	*v = config_setting_get_int64(s);
	return true;
}

bool
cfg_flag(const struct cfg_at *at, const char *name, bool *v)
{
	config_setting_t *s = member(at, name);

	if (type_of(s) != CONFIG_TYPE_BOOL)
		return false;
	*v = config_setting_get_bool(s);
	return true;
}

bool
cfg_real(const struct cfg_at *at, const char *name, double *v)
{
	config_setting_t *s = member(at, name);

	if (is_whole(s))
		*v = (double)config_setting_get_int64(s);
	else if (type_of(s) == CONFIG_TYPE_FLOAT)
		*v = config_setting_get_float(s);
	else
		return false;
	return true;
}

enum rc
cfg_need_text(const struct cfg_at *at, const char *name, const char **v,
    struct fault *f)
{
	const char *text = "";

	if (!cfg_text(at, name, &text) && member(at, name))
		return cfg_fault(place(member(at, name)), f,
		    "\"%s\" is a text, in quotes", name);
	if (!*text)
		return cfg_fault(at, f, "\"%s\" is missing", name);
	*v = text;
	return RC_OK;
}

static enum rc
unknown_fault(const struct cfg_at *at, const char *const *names,
    struct fault *f)
{
	const char *near = str_nearest(cfg_name(at), names);

	if (near)
		return cfg_fault(at, f,
		    "\"%s\" is not known here; did you mean \"%s\"?",
		    cfg_name(at), near);
	return cfg_fault(at, f, "\"%s\" is not known here", cfg_name(at));
}

enum rc
cfg_known(const struct cfg_at *at, const char *const *names, struct fault *f)
{
	for (size_t i = 0; i < cfg_len(at); i++) {
		const char *const *name = names;
		const struct cfg_at *one = cfg_nth(at, i);

		while (*name && strcmp(*name, cfg_name(one)))
			name++;
		if (!*name)
			return unknown_fault(one, names, f);
	}
	return RC_OK;
}

/* What people call each type. */
static const char *const type_words[] = {
	[CFG_TEXT] = "a text, in quotes",
	[CFG_INT] = "a whole number",
	[CFG_REAL] = "a number",
	[CFG_FLAG] = "true or false",
	[CFG_GROUP] = "a group, in braces { }",
	[CFG_LIST] = "a list, in brackets ( ) or [ ]",
};

static bool
type_fits(const config_setting_t *s, enum cfg_type type)
{
	switch (type) {
	case CFG_TEXT:
		return type_of(s) == CONFIG_TYPE_STRING;
	case CFG_INT:
		return is_whole(s);
	case CFG_REAL:
		return is_whole(s) || type_of(s) == CONFIG_TYPE_FLOAT;
	case CFG_FLAG:
		return type_of(s) == CONFIG_TYPE_BOOL;
	case CFG_GROUP:
		return config_setting_is_group(s);
	default:
		return type_of(s) == CONFIG_TYPE_LIST ||
		       type_of(s) == CONFIG_TYPE_ARRAY;
	}
}

#define RULES_MOST 64

enum rc
cfg_check(const struct cfg_at *at, const struct cfg_rule *rules,
    struct fault *f)
{
	const char *names[RULES_MOST + 1] = { 0 };
	enum rc rc;

	if (!config_setting_is_group(setting(at)))
		return cfg_fault(at, f, "here belongs %s",
		    type_words[CFG_GROUP]);
	for (size_t i = 0; rules[i].name && i < RULES_MOST; i++)
		names[i] = rules[i].name;
	if ((rc = cfg_known(at, names, f)))
		return rc;
	for (; rules->name; rules++) {
		config_setting_t *s = member(at, rules->name);

		if (!s && rules->needed)
			return cfg_fault(at, f, "\"%s\" is missing",
			    rules->name);
		if (s && !type_fits(s, rules->type))
			return cfg_fault(place(s), f, "\"%s\" is %s",
			    rules->name, type_words[rules->type]);
	}
	return RC_OK;
}
