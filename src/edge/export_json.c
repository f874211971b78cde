/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/json.h"
#include "base/str.h"
#include "model/group.h"

#include "edge/export_inside.h"

/* Digits that JSON takes as a number: no zeros in front, a digit at the end. */
static bool
is_number(const char *text)
{
	size_t digits;

	text += *text == '-';
	digits = strspn(text, "0123456789");
	if (!digits || (*text == '0' && digits > 1))
		return false;
	text += digits;
	if (*text == '.') {
		digits = strspn(++text, "0123456789");
		text += digits;
	}
	return digits && !*text;
}

/* "h b" as ["h","b"]. */
static void
put_codes(struct json *j, const char *text)
{
	struct span word;

	json_list(j);
	while (str_word(&text, &word)) {
		if (j->at[j->depth - 1].any)
			buf_putc(j->out, ',');
		j->at[j->depth - 1].any = true;
		json_text_n(j->out, word.at, word.len);
	}
	json_close(j);
}

static void
put_value(struct json *j, const struct kind_field *field, const char *text)
{
	enum type type = field ? field->type : TYPE_TEXT;

	if (!*text)
		json_nothing(j);
	else if (type == TYPE_GROUP)
		buf_puts(j->out, text);
	else if (type == TYPE_CODES)
		put_codes(j, text);
	else if (type == TYPE_FLAG && !text[1])
		json_bool(j, *text == 'y');
	else if ((type == TYPE_NUMBER || type == TYPE_MONEY) && is_number(text))
		buf_puts(j->out, text);
	else
		json_str(j, text);
}

/* ---- groups ---- */

/* The part whose name comes next in byte order after ${last} (NULL: first). */
static const struct kind_field *
next_part(const struct kind_field *field, const char *last)
{
	const struct kind_field *next = NULL;

	for (size_t i = 0; i < field->n_parts; i++) {
		const struct kind_field *part = &field->parts[i];

		if (last && strcmp(part->name, last) <= 0)
			continue;
		if (!next || strcmp(part->name, next->name) < 0)
			next = part;
	}
	return next;
}

/* Parts hold no links that people could follow; those are left out. */
static void
put_row(struct export *ex, struct json *j, const struct kind_field *field,
    const struct group_row *row)
{
	const struct kind_field *part = next_part(field, NULL);

	json_group(j);
	for (; part; part = next_part(field, part->name)) {
		const struct cell *cell =
		    cells_find(row->cells, row->n, part->tag);

		json_key(j, part->name);
		if (cell && part->type == TYPE_GROUP)
			export_group(ex, part, cell->value, j->out);
		else
			put_value(j, part,
			    cell && part->type != TYPE_LINK
				? group_text(row, part->tag)
				: "");
	}
	json_close(j);
}

void
export_group(struct export *ex, const struct kind_field *field,
    struct span value, struct buf *out)
{
	struct json j = { .out = out };
	struct group *g;

	json_list(&j);
	if (group_decode(ex->arena, value, &g, NULL) == RC_OK)
		for (size_t i = 0; i < g->n; i++)
			put_row(ex, &j, field, &g->rows[i]);
	json_close(&j);
}

/* ---- records ---- */

static void
begin(struct export *ex)
{
	(void)ex;
}

static enum rc
write_record(struct export *ex, const struct record *r)
{
	struct json j = { .out = &ex->line };

	json_group(&j);
	for (size_t i = 0; i < ex->n; i++) {
		const struct export_column *c = &ex->columns[ex->order[i]];
		const char *text;
		enum rc rc = export_value(ex, r, c, &text);

		if (rc)
			return rc;
		json_key(&j, c->name);
		put_value(&j, c->field, text);
	}
	json_close(&j);
	buf_putc(&ex->line, '\n');
	return RC_OK;
}

const struct export_way export_json = { begin, write_record };
