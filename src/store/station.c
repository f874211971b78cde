/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "store/inside.h"
#include "store/seal.h"
#include "store/station.h"

/* One line each: the word, then bytes as hexadecimal. */
/* clang-format off */
static const struct line {
	const char *word;
	size_t at, len;
} lines[] = {
	{ "id",		offsetof(struct station, id), 16 },
	{ "sign",	offsetof(struct station, sign_key), 32 },
	{ "root",	offsetof(struct station, root_key), 32 },
	{ "recovery-sign", offsetof(struct station, recovery_sign), 32 },
	{ "recovery-box", offsetof(struct station, recovery_box), 32 }
};
/* clang-format on */

enum { LINES = sizeof(lines) / sizeof(lines[0]), FILE_MAX = 4096 };

static int
nibble(char c)
{
	const char *digits = "0123456789abcdef";
	const char *at = c ? strchr(digits, c) : NULL;

	return at ? (int)(at - digits) : -1;
}

static bool
read_hex(struct span text, uint8_t *out, size_t len)
{
	const char *at = text.at;

	if (text.len != len * 2)
		return false;
	for (size_t i = 0; i < len; i++) {
		int high = nibble(at[2 * i]), low = nibble(at[2 * i + 1]);

		if (high < 0 || low < 0)
			return false;
		out[i] = (uint8_t)(high << 4 | low);
	}
	return true;
}

static bool
read_number(struct span text, uint16_t *out)
{
	char digits[8] = "";
	uint64_t v;

	if (text.len >= sizeof(digits))
		return false;
	memcpy(digits, text.at, text.len);
	if (!str_to_u64(digits, &v) || !v || v > UINT16_MAX)
		return false;
	*out = (uint16_t)v;
	return true;
}

/* One line of the file; a word we do not know is passed over. */
static bool
read_line(struct span word, struct span value, struct station *st,
    unsigned *seen)
{
	if (span_eq(word, span_str("station")))
		return read_number(value, &st->number);
	if (span_eq(word, span_str("incarnation")))
		return read_number(value, &st->incarnation);
	if (span_eq(word, span_str("stretch"))) {
		st->light = span_eq(value, span_str("light"));
		return true;
	}
	for (size_t i = 0; i < LINES; i++)
		if (span_eq(word, span_str(lines[i].word))) {
			*seen |= 1u << i;
			return read_hex(value, (uint8_t *)st + lines[i].at,
			    lines[i].len);
		}
	return true;
}

static bool
read_lines(const char *text, struct station *st)
{
	struct span line, word, value;
	unsigned seen = 0;

	memset(st, 0, sizeof(*st));
	while (str_part(&text, '\n', &line)) {
		char copy[256] = "";
		const char *rest = copy;

		if (line.len >= sizeof(copy))
			return false;
		memcpy(copy, line.at, line.len);
		if (!str_word(&rest, &word))
			continue;
		if (!str_word(&rest, &value) ||
		    !read_line(word, value, st, &seen))
			return false;
	}
	return seen == (1u << LINES) - 1 && st->number && st->incarnation;
}

static enum rc
read_format(const struct disk *disk, const char *dir, struct fault *f)
{
	struct buf path = { 0 }, text = { 0 };
	unsigned format = 0;
	enum rc rc;

	buf_printf(&path, "%s/format", dir);
	rc = disk_read_whole(disk, buf_str(&path), FILE_MAX, &text, f);
	if (rc == RC_MISSING)
		rc = fault_set(f, RC_MISSING,
		    "there is no store in %s; make one with handrailctl init",
		    dir);
	if (!rc && sscanf(buf_str(&text), "handrail store %u", &format) != 1)
		rc = fault_set(f, RC_CORRUPT,
		    "%s does not say which format the store has; put it back "
		    "from a backup",
		    buf_str(&path));
	if (!rc && format != 1)
		rc = fault_set(f, RC_NEWER,
		    "the store in %s has format %u, made by a newer handrail; "
		    "use that one",
		    dir, format);
	buf_release(&path);
	buf_release(&text);
	return rc;
}

enum rc
station_read(const struct disk *disk, const char *dir, struct station *st,
    struct fault *f)
{
	struct buf path = { 0 }, text = { 0 };
	enum rc rc = read_format(disk, dir, f);

	buf_printf(&path, "%s/station", dir);
	if (!rc) {
		rc = disk_read_whole(disk, buf_str(&path), FILE_MAX, &text, f);
		if (rc == RC_MISSING)
			rc = fault_set(f, RC_CORRUPT,
			    "%s is missing; put it back from a backup",
			    buf_str(&path));
	}
	if (!rc && !read_lines(buf_str(&text), st))
		rc = fault_set(f, RC_CORRUPT,
		    "%s is damaged; put it back from a backup", buf_str(&path));
	buf_release(&path);
	buf_release(&text);
	return rc;
}

enum rc
station_write(const struct disk *disk, const char *dir,
    const struct station *st, struct fault *f)
{
	struct buf path = { 0 }, text = { 0 };
	enum rc rc;

	buf_printf(&text, "station %u\nincarnation %u\nstretch %s\n",
	    st->number, st->incarnation, st->light ? "light" : "standard");
	for (size_t i = 0; i < LINES; i++) {
		const uint8_t *at = (const uint8_t *)st + lines[i].at;

		buf_printf(&text, "%s ", lines[i].word);
		for (size_t k = 0; k < lines[i].len; k++)
			buf_printf(&text, "%02x", at[k]);
		buf_putc(&text, '\n');
	}
	buf_printf(&path, "%s/station", dir);
	rc = disk_write_whole(disk, buf_str(&path), buf_window(&text), f);
	buf_clear(&path);
	buf_printf(&path, "%s/format", dir);
	if (!rc)
		rc = disk_write_whole(disk, buf_str(&path),
		    span_str(STATION_FORMAT), f);
	buf_release(&path);
	buf_release(&text);
	return rc;
}

void
station_genesis(const struct station *st, uint8_t hash[32])
{
	struct buf all = { 0 };

	buf_puts(&all, "handrail genesis 1");
	buf_u16(&all, st->number);
	for (size_t i = 0; i < LINES; i++)
		buf_put(&all, (const uint8_t *)st + lines[i].at, lines[i].len);
	seal_hash(buf_window(&all), (struct span){ 0 }, hash);
	buf_release(&all);
}
