/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>

#include "scene.h"

static const char *
data(const char *folder, char path[4096])
{
	const char *dir = getenv("HANDRAIL_DATA");

	snprintf(path, 4096, "%s/%s", dir ? dir : "data", folder);
	return path;
}

struct codes *
scene_codes(void)
{
	struct codes *codes = NULL;
	struct fault f = { 0 };
	char path[4096];

	cr_assert_eq(codes_load(data("codes", path), &codes, &f), RC_OK, "%s",
	    f.text);
	return codes;
}

struct kinds *
scene_kinds(void)
{
	struct kinds *kinds = kinds_new();
	struct fault f = { 0 };
	char path[4096];

	cr_assert_eq(kinds_add_dir(kinds, data("registers", path), &f), RC_OK,
	    "%s", f.text);
	return kinds;
}

/* clang-format off */
static const char *const values[TYPE_COUNT][3] = {
	[TYPE_TEXT]	= { "Zoë Łukasik", "two words", "x" },
	[TYPE_NAME]	= { "O'Brien", "Nguyễn", "van der Berg" },
	[TYPE_PROSE]	= { "Rang.\nNo answer.", ";he said run", "Cannot sleep" },
	[TYPE_WHEN]	= { "2026-11-20", "~2019", "2026-11-21T23:00" },
	[TYPE_BIRTH]	= { "1984-03-12", "~1999", "2012" },
	[TYPE_CODE]	= { "BUR", "other", "y" },
	[TYPE_CODES]	= { "h o", "-", "s c k" },
	[TYPE_FLAG]	= { "y", "n", "y" },
	[TYPE_NUMBER]	= { "12", "-1.132", "0" },
	[TYPE_MONEY]	= { "450000", "1250", "0" },
	[TYPE_PHONE]	= { "07700900123", "01164960123", "+33123456789" },
	[TYPE_POSTCODE]	= { "LE97 1AB", "LE97", "NFA" },
	[TYPE_EMAIL]	= { "a.b@example.org", "x@y.uk", "é@example.org" },
	[TYPE_POLREF]	= { "26*123456", "NF260912345", "as told" },
	[TYPE_MOMENT]	= { "1795347720000", "1700000000000", "0" },
	[TYPE_ADDRESS]	= { "14 Ash Road", "Flat 3, 8 Mill Lane", "The Lodge" },
};
/* clang-format on */

static void
group_value(const struct kind_field *field, struct chance *chance,
    struct buf *out)
{
	struct arena *a = arena_new();
	struct group *g = group_new(a);
	struct buf v = { 0 };
	size_t rows =
	    field->flags & KIND_REPEATED ? 1 + chance_below(chance, 4) : 1;

	for (size_t i = 0; i < rows; i++) {
		struct group_row *row = group_add(g);

		for (size_t k = 0; k < field->n_parts; k++) {
			buf_clear(&v);
			scene_value(&field->parts[k], chance, &v);
			group_set(g, row, field->parts[k].tag, buf_window(&v));
		}
	}
	group_encode(g, out);
	buf_release(&v);
	arena_free(a);
}

void
scene_value(const struct kind_field *field, struct chance *chance,
    struct buf *out)
{
	if (field->type == TYPE_GROUP)
		group_value(field, chance, out);
	else if (field->type == TYPE_LINK)
		buf_u64(out, chance_u64(chance) | 1);
	else
		buf_puts(out, values[field->type][chance_below(chance, 3)]);
}

struct record *
scene_record(struct arena *arena, const struct kind *kind,
    struct chance *chance, unsigned share)
{
	struct record *r = record_new(arena, kind, chance_u64(chance));
	struct buf v = { 0 };

	for (size_t i = 0; i < kind->n; i++) {
		if (chance_below(chance, 100) >= share)
			continue;
		buf_clear(&v);
		scene_value(&kind->fields[i], chance, &v);
		record_set(r, kind->fields[i].tag, buf_window(&v));
	}
	buf_release(&v);
	return r;
}

struct criterion_test_params
every_kind(void)
{
	static size_t place[256];
	size_t n;

	(void)builtin_kinds(&n);
	for (size_t i = 0; i < n; i++)
		place[i] = i;
	return cr_make_param_array(size_t, place, n);
}
