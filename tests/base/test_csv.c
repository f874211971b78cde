/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "base/csv.h"

/*
 * A whole file as one text: cells parted by |, rows ended by ;. What cannot be
 * used is shown as "!line.column reason;".
 */
static const char *
read_all(struct csv *c)
{
	static struct buf out;
	struct csv_row row;
	struct fault f;
	enum rc rc;

	buf_clear(&out);
	for (int i = 0; i < 100000; i++) {
		rc = csv_row(c, &row, &f);
		if (rc == RC_END)
			break;
		if (rc)
			buf_printf(&out, "!%d.%zu %s;", (int)row.line,
			    row.column, f.text);
		for (size_t k = 0; k < row.n && !rc; k++) {
			cr_expect_eq(strlen(row.cells[k].text),
			    row.cells[k].len);
			buf_printf(&out, "%s%s", k ? "|" : "",
			    row.cells[k].text);
		}
		if (!rc)
			buf_puts(&out, ";");
		if (rc && rc != RC_INVALID)
			break;
	}
	return buf_str(&out);
}

static const char *
read_bytes(const char *bytes, size_t n, const struct csv_options *o)
{
	struct csv *c;
	struct fault f = { 0 };
	const char *text;

	if (csv_open_bytes(span_of(bytes, n), o, &c, &f)) {
		static char sentence[sizeof(f.text) + 4];

		snprintf(sentence, sizeof(sentence), "!! %s", f.text);
		return sentence;
	}
	text = read_all(c);
	csv_close(c);
	return text;
}

static const struct {
	const char *bytes, *rows;
} files[] = {
	/* line ends */
	{ "a,b\n1,2\n3,4\n", "1|2;3|4;" },
	{ "a,b\r\n1,2\r\n3,4\r\n", "1|2;3|4;" },
	{ "a,b\r1,2\r3,4\r", "1|2;3|4;" },
	{ "a,b\n1,2\r\n3,4\r5,6", "1|2;3|4;5|6;" },
	{ "a,b\n1,2\n\n \n3,4\n\n", "1|2;3|4;" },
	{ "a,b\n1,\n,2\n,\n", "1|;|2;|;" },
	/* quotes */
	{ "a,b\n\"1,x\",\"say \"\"hi\"\"\"\n", "1,x|say \"hi\";" },
	{ "a,b\n\"1\n\n2\",3\n4,5\n", "1\n\n2|3;4|5;" },
	{ "a,b\n\"\",\"\"\n", "|;" },
	{ "\"a\",\"b\"\n1,2", "1|2;" },
	{ "a,b\n5' 10\",x\"y\n", "5' 10\"|x\"y;" },
	{ "a,b\n\"1\",2", "1|2;" },
	{ "a,b\n1,\"2\"", "1|2;" },
	/* delimiters */
	{ "a;b\n1,5;2\n", "1,5|2;" },
	{ "a\tb\n1\t2;3\n", "1|2;3;" },
	{ "\"a,a,a\";b\n1;2\n", "1|2;" },
	{ "a\n1\n2\n", "1;2;" },
	/* marks */
	{ "\xef\xbb\xbf"
	  "a,b\nZoë,2\n",
	    "Zoë|2;" },
	{ "a,b\nZo\xeb,\x80 5\n", "Zoë|€ 5;" },
	{ "a,b\nZoë,Łukasik\n", "Zoë|Łukasik;" },
	/* short and long rows */
	{ "a,b,c\n1,2\n1,2,3\n",
	    "!2.1 the row has 2 cells, the header has 3;1|2|3;" },
	{ "a,b\n1,2,3\n1,2\n",
	    "!2.1 the row has 3 cells, the header has 2;1|2;" },
	{ "a,b\n1,2,,\n", "1|2;" },
	{ "a,b,,\n1,2,,\n1,2\n", "1|2;1|2;" },
	/* quotes that go wrong cost one line only */
	{ "a,b\n1,\"2\n3,4\n5,6\n",
	    "!2.2 a quote is opened here and never closed;3|4;5|6;" },
	{ "a,b\n\"1\"x,2\n3,4\n", "!2.1 a quote is closed and text follows "
				  "before the delimiter;3|4;" },
	{ "a,b\n1,\"2\n3,\"4\n5,6\n",
	    "!2.2 a quote is closed and text follows before the delimiter;"
	    "!3.2 a quote is opened here and never closed;5|6;" },
	{ "a,b\n\"1,2\n3,4\n5\",6,7\n8,9\n",
	    "!2.0 the row has 3 cells, the header has 2;3|4;"
	    "!4.1 the row has 3 cells, the header has 2;8|9;" },
	/* whole files */
	{ "", "!! the file is empty" },
	{ "\n\n", "!! the file is empty" },
	{ "a,b,a\n", "!! the header names columns 1 and 3 alike" },
	{ "a,b\n", "" },
	{ "PK\3\4xxx", "!! the text: this is a spreadsheet or zip file; save "
		       "it as CSV, or unpack it, first" },
};

Test(csv, is_read_as_it_comes)
{
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		cr_expect_str_eq(read_bytes(files[i].bytes,
				     strlen(files[i].bytes), NULL),
		    files[i].rows, "file %zu: %s", i,
		    read_bytes(files[i].bytes, strlen(files[i].bytes), NULL));
}

Test(csv, is_read_from_UTF_16_by_its_mark)
{
	static const char little[] = "\xff\xfe"
				     "a\0,\0b\0\n\0Z\0o\0\xeb\0,\0"
				     "\x3d\xd8\x00\xde\n\0";
	static const char big[] = "\xfe\xff"
				  "\0a\0,\0b\0\r\0\n\0Z\0o\0\xeb\0,"
				  "\xd8\x3d\xde\x00";
	static const char broken[] = "\xff\xfe"
				     "a\0\n\0\x3d\xd8x\0y";

	cr_expect_str_eq(read_bytes(little, sizeof(little) - 1, NULL),
	    "Zoë|😀;");
	cr_expect_str_eq(read_bytes(big, sizeof(big) - 1, NULL), "Zoë|😀;");
	cr_expect_str_eq(read_bytes(broken, sizeof(broken) - 1, NULL),
	    "\xef\xbf\xbdx\xef\xbf\xbd;");
	cr_expect_str_eq(read_bytes(little + 2, sizeof(little) - 3, NULL),
	    "!! the first line is not text; if it is UTF-16, it lacks its byte "
	    "order mark");
}

Test(csv, refuses_a_row_that_is_not_text_by_its_cell)
{
	static const char zero[] = "a,b\n1,x\0y\n3,4\n";
	static const char bad[] = "a,b\nZoë,Łukasik,\nx,\xff\n5,é\n";

	cr_expect_str_eq(read_bytes(zero, sizeof(zero) - 1, NULL),
	    "!2.0 there is a zero byte in the cell;3|4;");
	cr_expect_str_eq(read_bytes(bad, sizeof(bad) - 1, NULL),
	    "Zoë|Łukasik;!3.2 the cell is not UTF-8 text;5|é;");
}

Test(csv, does_as_it_is_told)
{
	struct csv_options o = { .delimiter = ';', .no_header = true };
	struct csv_options w = { .encoding = CSV_WINDOWS_1252 };

	cr_expect_str_eq(read_bytes("1;2\n3\n", 6, &o), "1|2;3;");
	cr_expect_str_eq(read_bytes("a\n\xc3\xab\n", 5, &w), "Ã«;");
}

/* The same rows however the window falls on them. */
Test(csv, is_the_same_wherever_the_window_ends)
{
	struct buf text = { 0 };
	struct csv *c;
	struct csv_row row;
	uint64_t n = 0;

	buf_puts(&text, "n,text,more\r\n");
	while (text.len < 3000000) {
		buf_printf(&text, "%llu,", (unsigned long long)n);
		if (n % 7 == 0)
			buf_printf(&text, "\"a \"\"%0*d\"\"\r\n,b\",",
			    (int)(n % 4000) + 1, 5);
		else
			buf_printf(&text, "é%0*d,", (int)(n % 90) + 1, 7);
		buf_puts(&text, n % 3 ? "x\r\n" : "\"\"\r\n");
		n++;
	}
	cr_assert_eq(csv_open_bytes(buf_window(&text), NULL, &c, NULL), RC_OK);
	for (uint64_t i = 0; i < n; i++) {
		cr_assert_eq(csv_row(c, &row, NULL), RC_OK);
		cr_assert_eq(row.n, 3);
		cr_assert_eq(strtoull(row.cells[0].text, NULL, 10), i);
		cr_assert_eq(row.line, i + 2 + (i + 6) / 7, "row %d at %d",
		    (int)i, (int)row.line);
		cr_assert_eq(row.cells[2].len, i % 3 ? 1 : 0);
		if (i % 7 == 0)
			cr_assert_eq(row.cells[1].len, i % 4000 + 9);
	}
	cr_expect_eq(csv_row(c, &row, NULL), RC_END);
	cr_expect_eq(row.bytes, text.len);
	csv_close(c);
	buf_release(&text);
}

static void
fill(struct buf *b, int c, size_t n)
{
	memset(buf_reserve(b, n), c, n);
	b->len += n;
}

Test(csv, keeps_its_limits_and_goes_on)
{
	struct buf text = { 0 };
	const char *got;

	buf_puts(&text, "a,b\n");
	fill(&text, 'x', 1024 * 1024 + 1);
	buf_puts(&text, ",1\n2,\"");
	fill(&text, 'y', 6 * 1024 * 1024);
	buf_puts(&text, "\n3,4\n");
	fill(&text, ',', 1200);
	buf_puts(&text, "\n5,6\n");
	got = read_bytes((char *)text.at, text.len, NULL);
	cr_expect_str_eq(got,
	    "!2.1 the cell has more than 1 MiB;!3.2 the cell has more than 1 "
	    "MiB;3|4;!5.1000 the row has more than 1,000 cells;5|6;");
	buf_release(&text);
}

static const char *
temporary(const void *bytes, size_t n)
{
	static char path[64];
	int fd;

	strcpy(path, "/tmp/handrail-csv-XXXXXX");
	fd = mkstemp(path);
	cr_assert_geq(fd, 0);
	cr_assert_eq(write(fd, bytes, n), (ssize_t)n);
	close(fd);
	return path;
}

Test(csv, is_read_from_files_packed_and_plain)
{
	static const char text[] = "a,b\n1,2\n";
	const char *path = temporary(text, sizeof(text) - 1);
	struct buf packed = { 0 };
	struct csv *c;
	struct fault f;
	gzFile gz;

	cr_assert_eq(csv_open(disk_real(), path, NULL, &c, &f), RC_OK);
	cr_expect_str_eq(read_all(c), "1|2;");
	cr_expect_eq(csv_offset(c), sizeof(text) - 1);
	cr_expect_eq(csv_size(c), sizeof(text) - 1);
	csv_close(c);
	gz = gzopen(path, "wb");
	gzputs(gz, text);
	gzclose(gz);
	cr_assert_eq(csv_open(disk_real(), path, NULL, &c, &f), RC_OK);
	cr_expect_str_eq(read_all(c), "1|2;");
	csv_close(c);
	cr_assert_eq(disk_read_whole(disk_real(), path, 1000, &packed, &f),
	    RC_OK);
	unlink(path);
	path = temporary(packed.at, packed.len - 9);
	cr_assert_eq(csv_open(disk_real(), path, NULL, &c, &f), RC_OK);
	cr_expect_not_null(strstr(read_all(c), "stops before its end"));
	csv_close(c);
	unlink(path);
	cr_expect_eq(csv_open(disk_real(), "/tmp", NULL, &c, &f), RC_INVALID);
	cr_expect_str_eq(f.text, "/tmp: this is a folder; name the files in "
				 "it");
	cr_expect_eq(csv_open(disk_real(), path, NULL, &c, &f), RC_MISSING);
	buf_release(&packed);
}

/* ---- the files that others made ---- */

/* The next JSON string in ${*at}, unescaped; false when there is none. */
static bool
next_string(const char **at, const char *end, struct buf *out)
{
	const char *p = memchr(*at, '"', (size_t)(end - *at));

	buf_clear(out);
	if (!p)
		return false;
	for (p++; *p != '"'; p++) {
		if (*p == '\\') {
			p++;
			buf_putc(out, *p == 'n' ? '\n' : *p == 'r' ? '\r' : *p);
		} else {
			buf_putc(out, *p);
		}
	}
	*at = p + 1;
	return true;
}

static void
expect_same(struct csv *c, const struct buf *json, const char *name)
{
	const char *at = (char *)json->at, *end = at + json->len;
	const struct csv_row *header = csv_header(c);
	struct buf s = { 0 };
	struct csv_row row;

	while (csv_row(c, &row, NULL) == RC_OK)
		for (size_t i = 0; i < row.n; i++) {
			cr_assert(next_string(&at, end, &s), "%s", name);
			cr_expect_str_eq(header->cells[i].text, buf_str(&s));
			cr_assert(next_string(&at, end, &s), "%s", name);
			cr_expect_str_eq(row.cells[i].text, buf_str(&s),
			    "%s line %d", name, (int)row.line);
		}
	cr_expect_not(next_string(&at, end, &s), "%s has more", name);
	buf_release(&s);
}

static const char *
spectrum(const char *folder, const char *name, const char *end)
{
	static char path[512];
	const char *data = getenv("HANDRAIL_SHARED_DATA");

	snprintf(path, sizeof(path), "%s/csv/csv-spectrum/%s/%s%s",
	    data ? data : "../shared/data", folder, name, end);
	return path;
}

Test(csv, agrees_with_the_csv_spectrum)
{
	/* Left out: the JSON of location_coordinates has another telephone
	 * number than its CSV. */
	static const char *const names[] = { "comma_in_quotes", "empty",
		"empty_crlf", "escaped_quotes", "json", "newlines",
		"newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf",
		"utf8", NULL };

	for (size_t i = 0; names[i]; i++) {
		struct buf json = { 0 };
		struct csv *c;

		if (disk_read_whole(disk_real(),
			spectrum("json", names[i], ".json"), 10000, &json,
			NULL)) {
			cr_skip_test("%s is not here: not compared",
			    spectrum("json", names[i], ".json"));
		}
		cr_assert_eq(csv_open(disk_real(),
				 spectrum("csvs", names[i], ".csv"), NULL, &c,
				 NULL),
		    RC_OK, "%s", names[i]);
		expect_same(c, &json, names[i]);
		csv_close(c);
		buf_release(&json);
	}
}

/* ---- writing ---- */

Test(csv, is_written_so_that_no_spreadsheet_runs_it)
{
	static const struct {
		const char *text, *cell;
	} cells[] = {
		{ "plain", "plain" },
		{ "", "" },
		{ "a,b", "\"a,b\"" },
		{ "say \"hi\"", "\"say \"\"hi\"\"\"" },
		{ "two\nlines", "\"two\nlines\"" },
		{ " kept", "\" kept\"" },
		{ "=1+1", "'=1+1" },
		{ "=a,b", "\"'=a,b\"" },
		{ "+447700900123", "'+447700900123" },
		{ "@sum", "'@sum" },
		{ "\tx", "'\tx" },
		{ "\rx", "\"'\rx\"" },
		{ "-1.212224", "-1.212224" },
		{ "-3", "-3" },
		{ "-1+cmd", "'-1+cmd" },
		{ "-", "'-" },
	};
	struct buf b = { 0 };

	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++) {
		buf_clear(&b);
		csv_cell(&b, cells[i].text, true);
		cr_expect_str_eq(buf_str(&b), cells[i].cell);
	}
	buf_clear(&b);
	csv_cell(&b, "a", true);
	csv_cell(&b, "b", false);
	csv_cell_as_is(&b, "=c", 2, false);
	csv_end(&b);
	cr_expect_str_eq(buf_str(&b), "a,b,=c\r\n");
	buf_release(&b);
}
