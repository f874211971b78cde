/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/kind.h"

#include "edge/feed_row.h"

/* ---- which cell is which ---- */

static bool
is_called(const struct feed_column *c, const char *name)
{
	if (str_ieq(c->name, name))
		return true;
	for (size_t i = 0; c->also && c->also[i]; i++)
		if (str_ieq(c->also[i], name))
			return true;
	return false;
}

static size_t
find_cell(const struct feed_column *c, const struct csv_row *header)
{
	for (size_t i = 0; i < header->n; i++)
		if (is_called(c, header->cells[i].text))
			return i;
	return FEED_NO_CELL;
}

enum rc
feed_bind(struct feed_map *map, const struct feed *feed,
    const struct csv_row *header, const struct value_ctx *ctx, struct fault *f)
{
	*map = (struct feed_map){ .feed = feed, .ctx = *ctx };
	map->cells = mem_get(mem_times(feed->n, sizeof(*map->cells)));
	map->said = mem_get(mem_times(feed->n, sizeof(*map->said)));
	map->means = mem_get(mem_times(feed->n, sizeof(*map->means)));
	for (size_t i = 0; i < feed->n; i++) {
		const struct feed_column *c = &feed->columns[i];

		map->cells[i] = find_cell(c, header);
		if (map->cells[i] != FEED_NO_CELL || !c->head)
			continue;
		feed_unbind(map);
		return fault_set(f, RC_INVALID,
		    "the column \"%s\" is missing; is this a file of the feed "
		    "%s?",
		    c->name, feed->name);
	}
	return RC_OK;
}

void
feed_unbind(struct feed_map *map)
{
	free(map->cells);
	free(map->said);
	free(map->means);
	buf_wipe(&map->value);
	*map = (struct feed_map){ 0 };
}

static bool
is_known(const struct feed *feed, const char *name)
{
	for (size_t i = 0; i < feed->n; i++)
		if (is_called(&feed->columns[i], name))
			return true;
	return false;
}

size_t
feed_unknown(const struct feed_map *map, const struct csv_row *header,
    struct buf *out)
{
	size_t n = 0;

	for (size_t i = 0; i < header->n; i++) {
		const char *name = header->cells[i].text;

		if (!*name || is_known(map->feed, name))
			continue;
		buf_printf(out, "%s\"%s\"", n ? ", " : "", name);
		n++;
	}
	return n;
}

/* ---- one cell ---- */

/*
 * The text without blanks at its ends, and without the apostrophe that we put
 * before what a spreadsheet would run, for a rejects file is read back.
 */
static const char *
plain_text(const struct csv_cell *cell, struct arena *arena)
{
	struct span s = str_trimmed(span_of(cell->text, cell->len));
	const char *text = s.at;

	if (s.len > 1 && text[0] == '\'' && strchr("=+-@", text[1])) {
		text++;
		s.len--;
	}
	return text[s.len] ? arena_strn(arena, text, s.len) : text;
}

static int
compare_value(const void *key, const void *value)
{
	return strcasecmp(key, ((const struct feed_value *)value)->from);
}

/*
 * What the table of the column makes of ${text}, and whether it is the table's
 * own word; NULL refuses it.
 */
static const char *
look_up(const struct feed_column *c, const char *text, bool *sure)
{
	const struct feed_value *v;

	*sure = false;
	if (!c->n_values || !*text)
		return text;
	v = bsearch(text, c->values, c->n_values, sizeof(*v), compare_value);
	*sure = v;
	if (v)
		return v->to;
	if (c->otherwise == FEED_REFUSE)
		return NULL;
	return c->otherwise == FEED_KEEP ? text : c->instead;
}

static enum rc
refuse(const struct feed_column *c, const char *why, struct fault *f)
{
	return fault_set(f, RC_INVALID, "%s: %s", c->name, why);
}

/* Look the text up, and try what comes of it on its field. */
static enum rc
map_text(struct feed_map *map, size_t i, const char *text, struct fault *f)
{
	const struct feed_column *c = &map->feed->columns[i];
	struct fault why = { 0 };
	bool sure;

	map->said[i] = text;
	map->means[i] = look_up(c, text, &sure);
	if (c->needed && !*text)
		return refuse(c, "it is empty", f);
	if (!map->means[i])
		return refuse(c, "a value that the feed does not know", f);
	if (!c->field || !*map->means[i] || sure)
		return RC_OK;
	buf_clear(&map->value);
	if (value_parse(c->field, map->means[i], &map->ctx, &map->value, &why) &&
	    !c->as_said)
		return refuse(c, why.text, f);
	return RC_OK;
}

/* ---- the whole row ---- */

/* A copy of the row's cells that outlives the reader. */
static void
copy_row(const struct csv_row *row, struct arena *arena, struct csv_row *out)
{
	struct csv_cell *cells = arena_get(arena, row->n * sizeof(*cells));
	size_t len = 0;
	char *to;

	for (size_t i = 0; i < row->n; i++)
		len += row->cells[i].len + 1;
	to = arena_get(arena, len + 1);
	for (size_t i = 0; i < row->n; i++) {
		memcpy(to, row->cells[i].text, row->cells[i].len + 1);
		cells[i] = (struct csv_cell){ to, row->cells[i].len };
		to += row->cells[i].len + 1;
	}
	*out = *row;
	out->cells = cells;
}

static enum rc
map_cells(struct feed_map *map, const struct csv_row *row, struct arena *arena,
    size_t *column, struct fault *f)
{
	for (size_t i = 0; i < map->feed->n; i++) {
		size_t cell = map->cells[i];
		enum rc rc;

		map->said[i] = map->means[i] = "";
		if (cell >= row->n)
			continue;
		*column = cell + 1;
		rc = map_text(map, i, plain_text(&row->cells[cell], arena), f);
		if (rc)
			return rc;
	}
	return RC_OK;
}

/* ---- keys ---- */

/*
 * A key is made of what the columns say, each in the one form its field keeps
 * it in, so that "26123456" and "26*123456" are one number. Where a table says
 * what a value becomes, the value itself is taken: the table may change.
 */
static void
put_part(struct feed_map *map, size_t i)
{
	const struct feed_column *c = &map->feed->columns[i];

	if (!c->field || c->n_values ||
	    value_parse(c->field, map->said[i], &map->ctx, &map->value, NULL))
		buf_puts(&map->value, map->said[i]);
}

/* The column of ${k} whose cell is empty, or the feed's number of columns. */
static size_t
find_empty(const struct feed_map *map, const struct feed_key *k)
{
	for (size_t i = 0; i < k->n; i++)
		if (!*map->said[k->columns[i]])
			return k->columns[i];
	return map->feed->n;
}

static void
begin_key(struct feed_map *map)
{
	buf_clear(&map->value);
	if (*map->feed->space)
		buf_printf(&map->value, "%s:", map->feed->space);
}

static const char *
make_key(struct feed_map *map, const struct feed_key *k, struct arena *arena)
{
	begin_key(map);
	for (size_t i = 0; i < k->n; i++) {
		if (i)
			buf_putc(&map->value, '|');
		put_part(map, k->columns[i]);
	}
	return arena_strn(arena, map->value.at, map->value.len);
}

/* All that the row says, for one that has no name. */
static const char *
make_lone_key(struct feed_map *map, const struct csv_row *row,
    struct arena *arena)
{
	begin_key(map);
	for (size_t i = 0; i < row->n; i++) {
		buf_putc(&map->value, '\x1f');
		buf_put(&map->value, row->cells[i].text, row->cells[i].len);
	}
	return arena_strn(arena, map->value.at, map->value.len);
}

static enum rc
put_keys(struct feed_map *map, struct arena *arena, struct feed_row *out,
    size_t *column, struct fault *f)
{
	const struct feed *feed = map->feed;

	for (size_t i = 0; i < feed->n_keys; i++) {
		size_t empty = find_empty(map, &feed->keys[i]);
		const char *key;

		if (empty < feed->n && !i && feed->lone) {
			out->lone = true;
			continue;
		}
		if (empty < feed->n) {
			*column = map->cells[empty] + 1;
			return refuse(&feed->columns[empty],
			    "it is empty, and names the row", f);
		}
		key = make_key(map, &feed->keys[i], arena);
		slip_lend(&out->slip, feed->keys[i].name, key);
		if (!i)
			out->key = key;
	}
	return RC_OK;
}

/* ---- the slip ---- */

/*
 * Two columns may fill one line: the later one that says something does, unless
 * it joins the one before.
 */
static const char *
line_text(const struct feed_column *c, const char *stands, const char *means,
    struct arena *arena)
{
	return c->joins && *stands ? arena_printf(arena, "%s %s", stands, means) :
				     means;
}

static void
put_lines(struct feed_map *map, struct slip *slip)
{
	const struct feed *feed = map->feed;
	size_t first = slip->n;

	for (size_t i = 0; i < feed->n_slots; i++)
		slip_lend(slip, feed->slots[i], "");
	for (size_t i = 0; i < feed->n; i++) {
		const struct feed_column *c = &feed->columns[i];
		struct slip_line *line = &slip->lines[first + c->slot];

		if (c->field && *map->means[i])
			line->text = line_text(
			    c, line->text, map->means[i], slip->arena);
	}
	slip_lend(slip, feed->mark, feed->name);
}

static bool
is_withdrawn(const struct feed_map *map)
{
	const struct feed *feed = map->feed;

	for (size_t i = 0; feed->withdraw && feed->withdraw[i]; i++)
		if (str_ieq(feed->withdraw[i],
			map->said[feed->withdraw_column]))
			return true;
	return false;
}

static void
begin_slip(const struct feed *feed, struct arena *arena, struct slip *slip)
{
	slip->arena = arena;
	slip->cap = feed->n_slots + feed->n_keys + 3;
	slip->lines = arena_get(arena, slip->cap * sizeof(*slip->lines));
}

enum rc
feed_map_row(struct feed_map *map, const struct csv_row *row,
    struct arena *arena, struct feed_row *out, size_t *column, struct fault *f)
{
	enum rc rc;

	*column = 0;
	*out = (struct feed_row){ .line = row->line };
	begin_slip(map->feed, arena, &out->slip);
	copy_row(row, arena, &out->as_it_was);
	rc = map_cells(map, &out->as_it_was, arena, column, f);
	if (rc || (rc = put_keys(map, arena, out, column, f)))
		return rc;
	if (out->lone)
		out->key = make_lone_key(map, &out->as_it_was, arena);
	put_lines(map, &out->slip);
	if (is_withdrawn(map))
		slip_lend(&out->slip, "withdrawn", "y");
	*column = 0;
	return RC_OK;
}

void
feed_name_lone(struct feed_row *row, uint64_t nth, struct arena *arena)
{
	slip_lend(&row->slip, "key",
	    arena_printf(arena, "%s#%llu", row->key, (unsigned long long)nth));
}
