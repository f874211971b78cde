/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "model/builtin.h"

/* clang-format off */
static const struct kind *const builtin[] = {
#define BUILTIN_ROW(name) &kind_##name,
	BUILTIN_LIST(BUILTIN_ROW)
#undef BUILTIN_ROW
};
/* clang-format on */

const struct kind *const *
builtin_kinds(size_t *n)
{
	*n = sizeof(builtin) / sizeof(builtin[0]);
	return builtin;
}

/* Tables are in order of tag, and most have tags 1, 2, 3 ...: look there. */
static const struct kind_field *
fields_by_tag(const struct kind_field *fields, size_t n, unsigned tag)
{
	if (tag && tag <= n && fields[tag - 1].tag == tag)
		return &fields[tag - 1];
	for (size_t i = 0; i < n; i++)
		if (fields[i].tag == tag)
			return &fields[i];
	return NULL;
}

const struct kind_field *
kind_field_by_tag(const struct kind *kind, unsigned tag)
{
	return fields_by_tag(kind->fields, kind->n, tag);
}

const struct kind_field *
kind_part_by_tag(const struct kind_field *field, unsigned tag)
{
	return fields_by_tag(field->parts, field->n_parts, tag);
}

const struct kind_field *
kind_field_by_name(const struct kind *kind, const char *name)
{
	for (size_t i = 0; i < kind->n; i++)
		if (!strcmp(kind->fields[i].name, name))
			return &kind->fields[i];
	return NULL;
}

const struct kind_field *
kind_field_by_key(const struct kind *kind, const char *key)
{
	for (size_t i = 0; i < kind->n; i++)
		if (kind->fields[i].key && !strcmp(kind->fields[i].key, key))
			return &kind->fields[i];
	return NULL;
}

const struct kind_field *
kind_parent(const struct kind *kind)
{
	for (size_t i = 0; i < kind->n; i++)
		if (kind->fields[i].flags & KIND_PARENT)
			return &kind->fields[i];
	return NULL;
}

const struct kind *
kind_unknown(struct arena *arena, unsigned tag)
{
	struct kind *k = arena_get(arena, sizeof(*k));

	k->tag = (uint16_t)tag;
	k->name = arena_printf(arena, "kind-%u", tag);
	k->title = arena_printf(arena, "Record of kind %u", tag);
	k->plural = k->title;
	k->help = "Written by a newer handrail or another hub, and kept.";
	k->flags = KIND_UNKNOWN | KIND_PERSONAL;
	return k;
}
