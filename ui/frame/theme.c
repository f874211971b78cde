/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * A look is written "bold", "underline", "reverse bold", "231 on 24",
 * "underline 231 on 237", "#D0D0D0 on #1C1C1C". A theme file gives each role
 * three of them: for no colour, for 8 or 16, for 256; and a fourth for
 * terminals that take any colour. Colours are never redefined, since the
 * palette is the user's own.
 */

#include <stdlib.h>
#include <string.h>

#include "base/cfg.h"
#include "ui/frame/theme.h"

struct look {
	attr_t attrs;
	int fore, back; /* -1: the terminal's own */
};

enum depth { DEPTH_MONO, DEPTH_FEW, DEPTH_MANY, DEPTH_FULL };

/* clang-format off */
static const char *const role_words[ROLE_COUNT] = {
#define ROLE_WORD(id, word, sentence) [id] = word,
	ROLE_LIST(ROLE_WORD)
#undef ROLE_WORD
};

/* The looks without a file: attributes, and colours that no palette spoils. */
static const char *const plain[ROLE_COUNT][2] = {
	[ROLE_TEXT]	= { "", "" },
	[ROLE_LABEL]	= { "", "" },
	[ROLE_VALUE]	= { "bold", "bold" },
	[ROLE_FIELD]	= { "underline", "underline" },
	[ROLE_FOCUS]	= { "reverse", "reverse" },
	[ROLE_SELECT]	= { "", "bold" },
	[ROLE_DIM]	= { "", "" },
	[ROLE_DANGER]	= { "reverse bold", "bold 15 on 1" },
	[ROLE_WARN]	= { "bold", "reverse bold" },
	[ROLE_OK]	= { "", "" },
};

static const struct attribute {
	const char *word;
	attr_t attr;
} attributes[] = {
	{ "bold", A_BOLD }, { "underline", A_UNDERLINE },
	{ "reverse", A_REVERSE },
};
/* clang-format on */

static const char *const depth_words[] = { "mono", "few", "many", "full" };

/* There is one terminal, so there is one theme. */
static struct {
	char name[32];
	struct look looks[ROLE_COUNT];
} theme;

static bool
parse_colour(const char *word, int *colour)
{
	char *end;
	long n;

	if (strcmp(word, "default") == 0) {
		*colour = -1;
		return true;
	}
	n = word[0] == '#' ? strtol(word + 1, &end, 16)
			   : strtol(word, &end, 10);
	if (*end || end == word || n < 0 || n > 0xffffff)
		return false;
	*colour = (int)n;
	return true;
}

static attr_t
attribute_of(const char *word)
{
	for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++)
		if (strcmp(attributes[i].word, word) == 0)
			return attributes[i].attr;
	return A_NORMAL;
}

static bool
parse_look(const char *text, struct look *look)
{
	char words[96], *at, *word;
	bool back = false;

	*look = (struct look){ A_NORMAL, -1, -1 };
	if (strlen(text) >= sizeof(words))
		return false;
	strcpy(words, text);
	for (word = strtok_r(words, " ", &at); word;
	     word = strtok_r(NULL, " ", &at)) {
		if (attribute_of(word))
			look->attrs |= attribute_of(word);
		else if (strcmp(word, "on") == 0)
			back = true;
		else if (!parse_colour(word, back ? &look->back : &look->fore))
			return false;
	}
	return true;
}

static enum depth
depth_now(void)
{
	if (term_is_mono())
		return DEPTH_MONO;
	if (COLORS > 0xffff)
		return DEPTH_FULL;
	return COLORS >= 256 ? DEPTH_MANY : DEPTH_FEW;
}

/* The bright half of 16 colours is the dark half in bold where there are 8. */
static void
bend(struct look *look)
{
	if (look->fore >= COLORS) {
		look->fore &= 7;
		look->attrs |= A_BOLD;
	}
	if (look->back >= COLORS)
		look->back &= 7;
}

static void
use(const char *name, const struct look *looks)
{
	snprintf(theme.name, sizeof(theme.name), "%s", name);
	for (int r = 0; r < ROLE_COUNT; r++) {
		theme.looks[r] = looks[r];
		if (term_is_mono())
			continue;
		bend(&theme.looks[r]);
		init_extended_pair(r + 1, theme.looks[r].fore,
		    theme.looks[r].back);
	}
}

static enum rc
use_plain(void)
{
	struct look looks[ROLE_COUNT];
	int column = depth_now() == DEPTH_MONO ? 0 : 1;

	for (int r = 0; r < ROLE_COUNT; r++)
		if (!parse_look(plain[r][column], &looks[r]))
			return RC_INVALID;
	use("plain", looks);
	return RC_OK;
}

/* The look of a role at this depth, or at the nearest one that is poorer. */
static enum rc
read_role(const struct cfg_at *at, int role, struct look *look, struct fault *f)
{
	const char *text = NULL;
	const struct cfg_at *is = cfg_get(at, role_words[role]);

	if (!is)
		return cfg_fault(at, f, "the theme has no \"%s\"",
		    role_words[role]);
	for (int d = (int)depth_now(); d >= 0 && !text; d--)
		cfg_text(is, depth_words[d], &text);
	if (!text || !parse_look(text, look))
		return cfg_fault(is, f,
		    "\"%s\" is no look; one is written \"bold 231 on 24\"",
		    text ? text : "");
	return RC_OK;
}

enum rc
theme_open(const char *path, struct fault *f)
{
	struct look looks[ROLE_COUNT];
	const char *name;
	struct cfg *cfg = NULL;
	enum rc rc;

	if (!path)
		return use_plain();
	if ((rc = cfg_read(path, &cfg, f)))
		goto out;
	if ((rc = cfg_need_text(cfg_root(cfg), "name", &name, f)))
		goto out;
	for (int r = 0; r < ROLE_COUNT && !rc; r++)
		rc =
		    read_role(cfg_get(cfg_root(cfg), "roles"), r, &looks[r], f);
	if (!rc)
		use(name, looks);

out:
	cfg_free(cfg);
	return rc;
}

void
theme_role(WINDOW *win, enum role role)
{
	short pair = term_is_mono() ? 0 : (short)(role + 1);

	wattr_set(win, theme.looks[role].attrs, pair, NULL);
}

void
theme_clear(WINDOW *win)
{
	short pair = term_is_mono() ? 0 : (short)(ROLE_TEXT + 1);
	cchar_t blank;

	setcchar(&blank, L" ", theme.looks[ROLE_TEXT].attrs, pair, NULL);
	wbkgrndset(win, &blank);
	werase(win);
	theme_role(win, ROLE_TEXT);
}

const char *
theme_name(void)
{
	return theme.name;
}
