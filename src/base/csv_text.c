/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <zlib.h>

#include "base/mem.h"
#include "base/utf8.h"

#include "base/csv_text.h"

/*
 * Text that is UTF-8 already is read straight into the caller's buffer.
 * Anything else is read into `raw` first and turned into UTF-8 from there, with
 * what is left of a character at the end kept for the next time.
 *
 * Without a mark, and not told, we do not know the encoding until the first
 * byte over 127: the block it stands in decides, by whether more of it makes
 * sense as UTF-8 than does not.
 */

#define RAW_MOST 262144

struct csv_text {
	char *path;
	gzFile file;       /* NULL when reading from memory */
	struct span bytes; /* what is left of the memory */
	uint64_t size, offset;
	enum csv_encoding encoding;
	bool begun;  /* the byte order mark was looked for */
	bool unsure; /* bytes over 127 went out unchecked */
	struct buf raw;
	uint32_t half; /* the first half of a UTF-16 pair */
};

static struct csv_text *
text_new(const char *path, enum csv_encoding encoding)
{
	struct csv_text *t = mem_get(sizeof(*t));

	t->path = mem_str(path);
	t->encoding = encoding;
	return t;
}

struct csv_text *
csv_text_of(struct span bytes, enum csv_encoding encoding)
{
	struct csv_text *t = text_new("the text", encoding);

	t->bytes = bytes;
	t->size = bytes.len;
	return t;
}

/* What people give by mistake, told by how it begins. */
static enum rc
check_sort(const struct csv_text *t, const uint8_t *at, size_t n,
    struct fault *f)
{
	static const struct {
		const char *begin;
		size_t len;
		const char *sentence;
	} sorts[] = {
		{ "PK\3\4", 4,
		    "this is a spreadsheet or zip file; save it as CSV, or "
		    "unpack it, first" },
		{ "\xd0\xcf\x11\xe0", 4,
		    "this is an old spreadsheet file; save it as CSV first" },
		{ "%PDF", 4, "this is a PDF, not a CSV file" },
		{ "BZh", 3, "this is packed with bzip2; unpack it first" },
		{ "\3757zXZ", 5, "this is packed with xz; unpack it first" },
	};

	for (size_t i = 0; i < sizeof(sorts) / sizeof(sorts[0]); i++)
		if (n >= sorts[i].len &&
		    !memcmp(at, sorts[i].begin, sorts[i].len))
			return fault_set(f, RC_INVALID, "%s: %s", t->path,
			    sorts[i].sentence);
	return RC_OK;
}

static enum rc
open_file(struct csv_text *t, const struct disk *d, struct fault *f)
{
	struct stat st;
	int fd;
	enum rc rc = disk_open(d, t->path, DISK_READ | DISK_FOLLOW, &fd, f);

	if (rc)
		return rc;
	if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode))
		rc = fault_set(f, RC_INVALID,
		    "%s: this is a folder; name the files in it", t->path);
	else if (S_ISREG(st.st_mode))
		t->size = (uint64_t)st.st_size;
	if (!rc && !(t->file = gzdopen(fd, "rb")))
		rc = fault_errno(f, "opening", t->path);
	if (rc)
		disk_close(d, fd);
	else
		gzbuffer(t->file, RAW_MOST / 2);
	return rc;
}

enum rc
csv_text_open(const struct disk *d, const char *path,
    enum csv_encoding encoding, struct csv_text **t, struct fault *f)
{
	struct csv_text *made = text_new(path, encoding);
	enum rc rc = open_file(made, d, f);

	*t = rc ? NULL : made;
	if (rc)
		csv_text_close(made);
	return rc;
}

void
csv_text_close(struct csv_text *t)
{
	if (!t)
		return;
	if (t->file)
		gzclose_r(t->file);
	buf_wipe(&t->raw);
	free(t->path);
	free(t);
}

static enum rc
read_fault(struct csv_text *t, struct fault *f)
{
	int code;

	gzerror(t->file, &code);
	if (code == Z_ERRNO)
		return fault_errno(f, "reading", t->path);
	if (code == Z_BUF_ERROR)
		return fault_set(f, RC_SYSTEM,
		    "reading %s: the packed file stops before its end; fetch "
		    "it again",
		    t->path);
	return fault_set(f, RC_SYSTEM,
	    "reading %s: the packed file is damaged; fetch it again", t->path);
}

/* Add up to ${want} bytes as stored (unpacked) to ${out}. */
static enum rc
read_raw(struct csv_text *t, struct buf *out, size_t want, struct fault *f)
{
	uint8_t *at = buf_reserve(out, want);
	int got, code = Z_OK;

	if (!t->file) {
		if (want > t->bytes.len)
			want = t->bytes.len;
		buf_put(out, t->bytes.at, want);
		t->bytes = span_of((const char *)t->bytes.at + want,
		    t->bytes.len - want);
		t->offset += want;
		return want ? RC_OK : RC_END;
	}
	got = gzread(t->file, at, (unsigned)want);
	if (got <= 0)
		gzerror(t->file, &code);
	if (got < 0 || (got == 0 && code == Z_BUF_ERROR))
		return read_fault(t, f);
	out->len += (size_t)got;
	t->offset = (uint64_t)gzoffset(t->file);
	return got ? RC_OK : RC_END;
}

/* ---- which encoding ---- */

/* Take a byte order mark off ${raw} and believe it. */
static void
take_mark(struct csv_text *t, struct buf *raw)
{
	static const struct {
		const char *mark;
		size_t len;
		enum csv_encoding encoding;
	} marks[] = {
		{ "\xef\xbb\xbf", 3, CSV_UTF8 },
		{ "\xff\xfe", 2, CSV_UTF16LE },
		{ "\xfe\xff", 2, CSV_UTF16BE },
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t n = marks[i].len;

		if (raw->len < n || memcmp(raw->at, marks[i].mark, n))
			continue;
		t->encoding = marks[i].encoding;
		raw->len -= n;
		memmove(raw->at, raw->at + n, raw->len);
		return;
	}
}

/* Where the first byte over 127 is, or ${n}. Eight at a time. */
static size_t
find_high(const uint8_t *at, size_t n)
{
	size_t i = 0;
	uint64_t eight;

	for (; i + 8 <= n; i += 8) {
		memcpy(&eight, at + i, 8);
		if (eight & 0x8080808080808080u)
			break;
	}
	while (i < n && at[i] < 0x80)
		i++;
	return i;
}

/* Whether more bytes over 127 make UTF-8 than do not. */
static bool
seems_utf8(const uint8_t *at, size_t n)
{
	size_t good = 0, bad = 0;

	for (size_t i = find_high(at, n); i < n;
	     i += find_high(at + i, n - i)) {
		uint32_t cp;
		size_t took = utf8_next(at + i, n - i, &cp);

		if (took > 1)
			good++;
		else if (n - i > 3) /* a character may be cut by the end */
			bad++;
		i += took;
	}
	return good >= bad;
}

static void
decide(struct csv_text *t, const uint8_t *at, size_t n)
{
	if (t->encoding == CSV_AUTO && find_high(at, n) < n)
		t->encoding = seems_utf8(at, n) ? CSV_UTF8 : CSV_WINDOWS_1252;
	if (t->encoding == CSV_UTF8 && find_high(at, n) < n)
		t->unsure = true;
}

/* ---- into UTF-8 ---- */

static void
put_char(struct buf *out, uint32_t cp)
{
	char bytes[5];

	buf_put(out, bytes, utf8_put(cp, bytes));
}

/* 0x80 to 0x9f; the rest is as in Unicode. */
static const uint16_t windows_1252[32] = { 0x20ac, 0xfffd, 0x201a, 0x0192,
	0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
	0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e,
	0x0178 };

static void
put_windows(struct csv_text *t, struct buf *out)
{
	const uint8_t *at = t->raw.at;
	size_t n = t->raw.len;

	for (size_t i = 0; i < n;) {
		size_t plain = find_high(at + i, n - i);

		buf_put(out, at + i, plain);
		i += plain;
		if (i == n)
			break;
		put_char(out,
		    at[i] < 0xa0 ? windows_1252[at[i] - 0x80] : at[i]);
		i++;
	}
	t->raw.len = 0;
}

/* One unit of UTF-16; a half that finds no other half becomes U+FFFD. */
static void
put_unit(struct csv_text *t, struct buf *out, uint32_t unit)
{
	bool low = unit >= 0xdc00 && unit < 0xe000;

	if (t->half && low) {
		put_char(out,
		    0x10000 + ((t->half - 0xd800) << 10) + unit - 0xdc00);
		t->half = 0;
		return;
	}
	if (t->half)
		put_char(out, 0xfffd);
	t->half = unit >= 0xd800 && unit < 0xdc00 ? unit : 0;
	if (!t->half)
		put_char(out, low ? 0xfffd : unit);
}

static void
put_utf16(struct csv_text *t, struct buf *out)
{
	size_t big = t->encoding == CSV_UTF16BE, n = t->raw.len / 2 * 2;
	const uint8_t *at = t->raw.at;

	for (size_t i = 0; i < n; i += 2)
		put_unit(t, out, (uint32_t)at[i + !big] << 8 | at[i + big]);
	if (n < t->raw.len)
		t->raw.at[0] = at[n];
	t->raw.len -= n;
}

static void
put_raw(struct csv_text *t, struct buf *out)
{
	if (t->encoding == CSV_WINDOWS_1252) {
		put_windows(t, out);
	} else if (t->encoding == CSV_UTF16LE || t->encoding == CSV_UTF16BE) {
		put_utf16(t, out);
	} else {
		buf_span(out, buf_window(&t->raw));
		t->raw.len = 0;
	}
}

/* The first block: look for a mark, and for what is no text at all. */
static enum rc
begin(struct csv_text *t, struct buf *out, struct fault *f)
{
	enum rc rc = read_raw(t, &t->raw, RAW_MOST, f);

	if (rc)
		return rc;
	t->begun = true;
	if ((rc = check_sort(t, t->raw.at, t->raw.len, f)))
		return rc;
	take_mark(t, &t->raw);
	decide(t, t->raw.at, t->raw.len);
	put_raw(t, out);
	return RC_OK;
}

/* Straight into ${out}, unless this block shows that it is Windows-1252. */
static enum rc
more_plain(struct csv_text *t, struct buf *out, size_t want, struct fault *f)
{
	size_t from = out->len;
	enum rc rc = read_raw(t, out, want, f);

	if (rc)
		return rc;
	decide(t, out->at + from, out->len - from);
	if (t->encoding == CSV_WINDOWS_1252) {
		buf_put(&t->raw, out->at + from, out->len - from);
		out->len = from;
		put_raw(t, out);
	}
	return RC_OK;
}

enum rc
csv_text_more(struct csv_text *t, struct buf *out, size_t want, struct fault *f)
{
	enum rc rc;

	if (!t->begun)
		return begin(t, out, f);
	if (t->encoding == CSV_AUTO || t->encoding == CSV_UTF8)
		return more_plain(t, out, want, f);
	rc = read_raw(t, &t->raw, RAW_MOST, f);
	if (rc == RC_END && (t->raw.len || t->half)) {
		put_char(out, 0xfffd); /* half a character at the end */
		t->raw.len = t->half = 0;
		return RC_OK;
	}
	if (!rc)
		put_raw(t, out);
	return rc;
}

bool
csv_text_is_sure(const struct csv_text *t)
{
	return !t->unsure;
}

enum csv_encoding
csv_text_encoding(const struct csv_text *t)
{
	return t->encoding == CSV_AUTO ? CSV_UTF8 : t->encoding;
}

uint64_t
csv_text_offset(const struct csv_text *t)
{
	return t->offset;
}

uint64_t
csv_text_size(const struct csv_text *t)
{
	return t->size;
}
