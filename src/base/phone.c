/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdbool.h>
#include <string.h>

#include "base/str.h"

#include "base/phone.h"

/*
 * What numbers of the United Kingdom look like: how they begin, how many
 * digits they have, and how the digits are grouped when spoken. The first row
 * that fits is the one, so longer beginnings come first.
 */
/* clang-format off */
static const struct plan {
	const char *begin;
	unsigned char least, most;
	unsigned char groups[4];
	const char *kind;
} plans[] = {
	{ "08001111",	8,  8,	{ 4, 4 },	"free" },	/* Childline */
	{ "0800",	10, 11, { 4, 3, 4 },	"free" },
	{ "0808",	11, 11, { 4, 3, 4 },	"free" },
	{ "0500",	10, 10, { 4, 6 },	"free" },
	{ "08",		10, 11, { 4, 3, 4 },	"special" },
	{ "09",		11, 11, { 4, 3, 4 },	"special" },
	{ "076",	11, 11, { 5, 6 },	"special" },	/* pagers */
	{ "070",	11, 11, { 3, 4, 4 },	"special" },
	{ "07",		11, 11, { 5, 6 },	"mobile" },
	{ "05",		11, 11, { 3, 4, 4 },	"special" },
	{ "03",		11, 11, { 4, 3, 4 },	"home or work" },
	{ "02",		11, 11, { 3, 4, 4 },	"home or work" },
	{ "011",	11, 11, { 4, 3, 4 },	"home or work" },
	{ "0121",	11, 11, { 4, 3, 4 },	"home or work" },
	{ "0131",	11, 11, { 4, 3, 4 },	"home or work" },
	{ "0141",	11, 11, { 4, 3, 4 },	"home or work" },
	{ "0151",	11, 11, { 4, 3, 4 },	"home or work" },
	{ "0161",	11, 11, { 4, 3, 4 },	"home or work" },
	{ "0171",	11, 11, { 4, 3, 4 },	"home or work" },
	{ "0181",	11, 11, { 4, 3, 4 },	"home or work" },
	{ "0191",	11, 11, { 4, 3, 4 },	"home or work" },
	{ "016977",	10, 11, { 6, 5 },	"home or work" },
	{ "01",		10, 11, { 5, 6 },	"home or work" },
	{ "116",	6,  6,	{ 3, 3 },	"free" },
	{ "1",		3,  6,	{ 6 },		"special" },
	{ "999",	3,  3,	{ 3 },		"special" },
};
/* clang-format on */

#define DIGITS_MOST 20

static const struct plan *
plan_of(const char *digits)
{
	for (size_t i = 0; i < sizeof(plans) / sizeof(plans[0]); i++)
		if (str_starts(digits, plans[i].begin))
			return &plans[i];
	return NULL;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether an extension begins here, and how long the word for it is. */
static size_t
extension_word(const char *at)
{
	static const char *const words[] = { "extension", "extn", "ext.", "ext",
		"x", "#", NULL };

	for (size_t i = 0; words[i]; i++)
		if (str_istarts(at, words[i]))
			return strlen(words[i]);
	return 0;
}

/*
 * Copy the digits of ${text}, "+" before them and "x" before an extension.
 * False when something stands there that has no place in a number.
 */
static bool
digits_of(const char *text, char out[PHONE_ROOM])
{
	size_t n = 0, word;
	bool extension = false;

	while (*text && n < PHONE_ROOM - 2) {
		if (is_digit(*text) || (*text == '+' && !n)) {
			out[n++] = *text++;
		} else if (strchr(" \t()-./\xa0", *text)) {
			text++;
		} else if ((unsigned char)*text == 0xc2 &&
			   (unsigned char)text[1] == 0xa0) {
			text += 2;
		} else if (n && !extension && (word = extension_word(text))) {
			out[n++] = 'x';
			extension = true;
			text += word;
		} else {
			return false;
		}
	}
	out[n] = '\0';
	return !*text && n && out[n - 1] != 'x' && is_digit(out[n - 1]);
}

/* "+44 (0)7700", "0044 7700", "44 7700" are all 07700 here. */
static void
bring_home(char *digits)
{
	size_t skip = 0;

	if (str_starts(digits, "+44"))
		skip = 3;
	else if (str_starts(digits, "0044"))
		skip = 4;
	else if (str_starts(digits, "44") && strcspn(digits, "x") > 10)
		skip = 2;
	if (skip) {
		skip += digits[skip] == '0';
		memmove(digits + 1, digits + skip, strlen(digits + skip) + 1);
		digits[0] = '0';
	} else if (str_starts(digits, "00")) {
		memmove(digits + 1, digits + 2, strlen(digits + 2) + 1);
		digits[0] = '+';
	}
}

static enum rc
check_length(const char *digits, struct fault *f)
{
	size_t n = strcspn(digits, "x");
	const struct plan *p = plan_of(digits);

	if (digits[0] == '+') {
		if (n < 8 || n > 16)
			return fault_set(f, RC_INVALID,
			    "%zu digits, want 7 to 15 abroad", n - 1);
		return RC_OK;
	}
	if (!p)
		return fault_set(f, RC_INVALID,
		    "numbers here begin with 0; is the area code missing?");
	if (n < p->least || n > p->most)
		return fault_set(f, RC_INVALID, "%zu digits, want %d", n,
		    p->most);
	return RC_OK;
}

enum rc
phone_normal(const char *text, char out[PHONE_ROOM], struct fault *f)
{
	if (!digits_of(text, out)) {
		out[0] = '\0';
		return fault_set(f, RC_INVALID,
		    "a telephone number is digits, + and blanks");
	}
	bring_home(out);
	return check_length(out, f);
}

/* Numbers abroad part after the country code as far as it can be told. */
static size_t
country_length(const char *kept)
{
	static const char *const threes[] = { "35", "37", "38", "42", "21",
		"22", "23", "24", "25", "26", "29", "50", "59", "67", "68",
		"69", "80", "85", "87", "88", "96", "97", "99", NULL };

	if (kept[1] == '1' || kept[1] == '7')
		return 2;
	for (size_t i = 0; threes[i]; i++)
		if (str_starts(kept + 1, threes[i]))
			return 4;
	return 3;
}

/* Copy ${n} digits, or fewer if there are fewer before the extension. */
static const char *
put_group(const char *at, size_t n, char **out)
{
	while (n-- && (is_digit(*at) || *at == '+'))
		*(*out)++ = *at++;
	return at;
}

void
phone_show(const char *kept, char out[2 * PHONE_ROOM])
{
	const struct plan *p = plan_of(kept);
	const char *at = kept;

	if (*kept == '+' && kept[1]) {
		at = put_group(at, country_length(kept), &out);
		*out++ = ' ';
	} else if (p) {
		for (size_t i = 0; i < 4 && p->groups[i]; i++) {
			at = put_group(at, p->groups[i], &out);
			if (i < 3 && p->groups[i + 1] && is_digit(*at))
				*out++ = ' ';
		}
	}
	at = put_group(at, PHONE_ROOM, &out);
	if (*at == 'x') {
		memcpy(out, " ext ", 5);
		out += 5;
		at = put_group(at + 1, PHONE_ROOM, &out);
	}
	*out = '\0';
}

const char *
phone_kind(const char *kept)
{
	const struct plan *p = plan_of(kept);

	if (*kept == '+')
		return "abroad";
	return p ? p->kind : "";
}
