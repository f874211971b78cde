/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/builtin.h"
#include "model/code.h"
#include "model/registry.h"

struct kinds *
kinds_new(void)
{
	struct kinds *k = mem_get(sizeof(*k));
	size_t n;
	const struct kind *const *builtin = builtin_kinds(&n);

	k->arena = arena_new();
	for (size_t i = 0; i < n; i++)
		kinds_put(k, builtin[i]);
	return k;
}

void
kinds_free(struct kinds *k)
{
	if (!k)
		return;
	arena_free(k->arena);
	free(k->kind);
	free(k->place);
	free(k);
}

/* Where the kind with this tag stands, or would. */
static size_t
kinds_place(const struct kinds *k, unsigned tag)
{
	size_t low = 0, high = k->n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (k->kind[mid]->tag < tag)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

const struct kind *
kinds_by_tag(const struct kinds *k, unsigned tag)
{
	size_t i;

	if (tag && tag <= k->n && k->kind[tag - 1]->tag == tag)
		return k->kind[tag - 1];
	i = kinds_place(k, tag);
	return i < k->n && k->kind[i]->tag == tag ? k->kind[i] : NULL;
}

const struct kind *
kinds_by_name(const struct kinds *k, const char *name)
{
	for (size_t i = 0; i < k->n; i++)
		if (!strcmp(k->kind[i]->name, name))
			return k->kind[i];
	return NULL;
}

size_t
kinds_count(const struct kinds *k)
{
	return k->n;
}

const struct kind *
kinds_nth(const struct kinds *k, size_t i)
{
	return k->kind[i];
}

void
kinds_put(struct kinds *k, const struct kind *kind)
{
	size_t i = kinds_place(k, kind->tag);

	if (i < k->n && k->kind[i]->tag == kind->tag) {
		k->kind[i] = kind;
		return;
	}
	k->kind = mem_room(k->kind, sizeof(*k->kind), k->n, &k->cap);
	memmove(&k->kind[i + 1], &k->kind[i], (k->n - i) * sizeof(*k->kind));
	k->kind[i] = kind;
	k->n++;
}

void
kinds_note(struct kinds *k, const char *name, const char *where)
{
	k->place =
	    mem_room(k->place, sizeof(*k->place), k->n_place, &k->cap_place);
	k->place[k->n_place].name = name;
	k->place[k->n_place++].where = where;
}

static const char *
kinds_where(const struct kinds *k, const struct kind_field *field)
{
	for (size_t i = 0; i < k->n_place; i++)
		if (k->place[i].name == field->name)
			return k->place[i].where;
	return "built in";
}

static enum rc
fields_check(const struct kinds *k, const struct codes *codes,
    const struct kind *kind, const struct kind_field *fields, size_t n,
    struct fault *f)
{
	for (size_t i = 0; i < n; i++) {
		const struct kind_field *kf = &fields[i];
		enum rc rc;

		if ((kf->type == TYPE_CODE || kf->type == TYPE_CODES) &&
		    !code_list(codes, kf->of))
			return fault_set(f, RC_INVALID,
			    "%s: %s.%s: there is no code list called \"%s\"",
			    kinds_where(k, kf), kind->name, kf->name, kf->of);
		if (kf->type == TYPE_LINK && !kinds_by_name(k, kf->of))
			return fault_set(f, RC_INVALID,
			    "%s: %s.%s: there is no kind called \"%s\"",
			    kinds_where(k, kf), kind->name, kf->name, kf->of);
		rc = fields_check(k, codes, kind, kf->parts, kf->n_parts, f);
		if (rc)
			return rc;
	}
	return RC_OK;
}

enum rc
kinds_check(const struct kinds *k, const struct codes *codes, struct fault *f)
{
	const struct kind *kind;
	size_t i;

	KIND_EACH (k, i, kind) {
		enum rc rc =
		    fields_check(k, codes, kind, kind->fields, kind->n, f);

		if (rc)
			return rc;
	}
	return RC_OK;
}
