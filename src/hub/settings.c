/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/cfg.h"
#include "hub/settings.h"

/* clang-format off */
static const struct text_setting {
	const char *name;
	size_t at, size;
	const char *usual;
} texts[] = {
	{ "store",	 offsetof(struct settings, store),	 WHERE_MAX, "" },
	{ "definitions", offsetof(struct settings, definitions), WHERE_MAX, "" },
	{ "keymap",	 offsetof(struct settings, keymap),	 64, "default" },
	{ "theme",	 offsetof(struct settings, theme),	 64, "default" },
};

static const struct number_setting {
	const char *name;
	size_t at;
	int64_t usual, least, most;
} numbers[] = {
	{ "hide-after", offsetof(struct settings, hide_after), 0,   0,	1440 },
	{ "lock-after", offsetof(struct settings, lock_after), 5,   0,	1440 },
	{ "silent",	offsetof(struct settings, silent),     0,   0,	1 },
	{ "poll",	offsetof(struct settings, poll),       500, 50, 60000 },
};

static const struct cfg_rule rules[] = {
	{ "store",	 CFG_TEXT, false },
	{ "definitions", CFG_TEXT, false },
	{ "keymap",	 CFG_TEXT, false },
	{ "theme",	 CFG_TEXT, false },
	{ "hide-after",	 CFG_INT,  false },
	{ "lock-after",	 CFG_INT,  false },
	{ "silent",	 CFG_INT,  false },
	{ "poll",	 CFG_INT,  false },
	{ NULL,		 CFG_TEXT, false },
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void
set_text(struct settings *s, const struct text_setting *t, const char *value)
{
	snprintf((char *)s + t->at, t->size, "%s", value);
}

static void
set_number(struct settings *s, const struct number_setting *n, int64_t value)
{
	memcpy((char *)s + n->at, &value, sizeof(value));
}

static void
set_usual(struct settings *s)
{
	size_t i;

	for (i = 0; i < COUNT(texts); i++)
		set_text(s, &texts[i], texts[i].usual);
	for (i = 0; i < COUNT(numbers); i++)
		set_number(s, &numbers[i], numbers[i].usual);
}

static enum rc
take_texts(const struct cfg_at *root, struct settings *s, struct fault *f)
{
	const char *value;
	size_t i;

	for (i = 0; i < COUNT(texts); i++) {
		if (!cfg_text(root, texts[i].name, &value))
			continue;
		if (strlen(value) >= texts[i].size)
			return cfg_fault(cfg_get(root, texts[i].name), f,
			    "%s is too long", texts[i].name);
		set_text(s, &texts[i], value);
	}
	return RC_OK;
}

static enum rc
take_numbers(const struct cfg_at *root, struct settings *s, struct fault *f)
{
	int64_t value;
	size_t i;

	for (i = 0; i < COUNT(numbers); i++) {
		if (!cfg_int(root, numbers[i].name, &value))
			continue;
		if (value < numbers[i].least || value > numbers[i].most)
			return cfg_fault(cfg_get(root, numbers[i].name), f,
			    "%s must lie between %lld and %lld",
			    numbers[i].name, (long long)numbers[i].least,
			    (long long)numbers[i].most);
		set_number(s, &numbers[i], value);
	}
	return RC_OK;
}

enum rc
settings_load(const char *path, struct settings *s, struct fault *f)
{
	struct cfg *cfg = NULL;
	enum rc rc;

	set_usual(s);
	if (path[0] == '\0')
		return RC_OK;
	rc = cfg_read(path, &cfg, f);
	if (rc == RC_MISSING)
		return fault_set(f, RC_SYSTEM,
		    "there is no configuration file %s", path);
	if (!rc)
		rc = cfg_check(cfg_root(cfg), rules, f);
	if (!rc)
		rc = take_texts(cfg_root(cfg), s, f);
	if (!rc)
		rc = take_numbers(cfg_root(cfg), s, f);
	cfg_free(cfg);
	return rc;
}
