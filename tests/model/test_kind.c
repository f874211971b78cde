/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <string.h>

#include "scene.h"

ParameterizedTestParameters(kind, has_a_table_that_makes_sense)
{
	return every_kind();
}

static const struct kind *
kind_at(size_t place)
{
	size_t n;

	return builtin_kinds(&n)[place];
}

/* A sentence begins with a capital and ends with a stop. */
static bool
is_sentence(const char *s)
{
	size_t n = s ? strlen(s) : 0;

	return n > 3 && !islower((unsigned char)s[0]) &&
	       strchr(".?", s[n - 1]) != NULL;
}

/* A field's sentence may begin with what is typed: "t today, y yesterday." */
static bool
ends_well(const char *s)
{
	size_t n = s ? strlen(s) : 0;

	return n > 3 && strchr(".?", s[n - 1]) != NULL;
}

static void
field_makes_sense(const struct kind *k, const struct kind_field *kf)
{
	cr_expect(kf->tag && kf->tag < 1000 && kf->name && kf->label,
	    "%s.%s is half described", k->name, kf->name);
	cr_expect(ends_well(kf->help), "%s.%s: \"%s\"", k->name, kf->name,
	    kf->help);
	cr_expect(strlen(kf->label) <= 22,
	    "%s.%s: \"%s\" is too long for a "
	    "form",
	    k->name, kf->name, kf->label);
	for (const char *s = kf->name; *s; s++)
		cr_expect(islower((unsigned char)*s) || *s == '-',
		    "%s.%s is no name for a slip", k->name, kf->name);
	if (kf->type == TYPE_CODE || kf->type == TYPE_CODES ||
	    kf->type == TYPE_LINK)
		cr_expect_not_null(kf->of, "%s.%s points at nothing", k->name,
		    kf->name);
	cr_expect_eq(kf->type == TYPE_GROUP, kf->n_parts > 0,
	    "%s.%s: a group has parts", k->name, kf->name);
}

ParameterizedTest(size_t *place, kind, has_a_table_that_makes_sense)
{
	const struct kind *k = kind_at(*place);

	cr_expect(is_sentence(k->help), "%s", k->name);
	cr_expect(k->tag && k->tag < 1000 && k->title && k->plural && k->n);
	for (size_t i = 0; i < k->n; i++) {
		const struct kind_field *kf = &k->fields[i];

		field_makes_sense(k, kf);
		for (size_t n = 0; n < kf->n_parts; n++)
			field_makes_sense(k, &kf->parts[n]);
	}
}

ParameterizedTestParameters(kind, uses_each_number_name_and_key_once)
{
	return every_kind();
}

ParameterizedTest(size_t *place, kind, uses_each_number_name_and_key_once)
{
	const struct kind *k = kind_at(*place);

	for (size_t i = 0; i < k->n; i++) {
		const struct kind_field *kf = &k->fields[i];

		cr_expect(!i || kf->tag > k->fields[i - 1].tag,
		    "%s.%s is out of order", k->name, kf->name);
		cr_expect_eq(kind_field_by_tag(k, kf->tag), kf);
		cr_expect_eq(kind_field_by_name(k, kf->name), kf,
		    "%s has two fields called %s", k->name, kf->name);
		if (kf->key)
			cr_expect_eq(kind_field_by_key(k, kf->key), kf,
			    "%s has two fields under %s", k->name, kf->key);
	}
}

Test(kinds, are_found_by_number_and_by_name)
{
	struct kinds *kinds = scene_kinds();
	const struct kind *k;
	size_t i;

	KIND_EACH (kinds, i, k) {
		cr_expect_eq(kinds_by_tag(kinds, k->tag), k);
		cr_expect_eq(kinds_by_name(kinds, k->name), k);
	}
	cr_expect_null(kinds_by_tag(kinds, 0));
	cr_expect_null(kinds_by_tag(kinds, 999));
	cr_expect_null(kinds_by_tag(kinds, 70000));
	cr_expect_null(kinds_by_name(kinds, "nonsense"));
	kinds_free(kinds);
}

Test(kinds, name_only_code_lists_and_kinds_that_are_there)
{
	struct kinds *kinds = scene_kinds();
	struct codes *codes = scene_codes();
	struct fault f = { 0 };

	cr_expect_eq(kinds_check(kinds, codes, &f), RC_OK, "%s", f.text);
	codes_free(codes);
	kinds_free(kinds);
}

Test(kinds, that_are_personal_say_whose_they_are)
{
	struct kinds *kinds = scene_kinds();
	const struct kind *k;
	size_t i;

	KIND_EACH (kinds, i, k) {
		if (!(k->flags & KIND_PERSONAL) || k->tag == KIND_PERSON)
			continue;
		cr_expect_not_null(kind_parent(k), "%s", k->name);
	}
	kinds_free(kinds);
}

Test(kinds, keep_where_people_live_in_the_safe_area)
{
	struct kinds *kinds = scene_kinds();

	cr_expect(kinds_by_tag(kinds, KIND_HOME)->flags & KIND_SAFE);
	cr_expect(!(kinds_by_tag(kinds, KIND_PERSON)->flags & KIND_SAFE));
	kinds_free(kinds);
}
