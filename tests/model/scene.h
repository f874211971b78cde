/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_TESTS_MODEL_SCENE_H
#define HANDRAIL_TESTS_MODEL_SCENE_H

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "base/arena.h"
#include "base/chance.h"
#include "model/builtin.h"
#include "model/code.h"
#include "model/group.h"
#include "model/record.h"

/* What the tests of the model set up: the registry, the codes, some values. */

/* Sunday 22 November 2026, 11:42 on the wall clock. */
#define SCENE_NOW INT64_C(1795347720000)

/**
 * scene_codes(), scene_kinds():
 * All that ships in data/codes; the built-in kinds and data/registers. They
 * last as long as the test's process.
 */
struct codes *scene_codes(void);
struct kinds *scene_kinds(void);

/**
 * scene_value(field, chance, out):
 * A canonical value of the field's type, chosen by ${chance}.
 */
void scene_value(const struct kind_field *field, struct chance *chance,
    struct buf *out);

/**
 * scene_record(arena, kind, chance, share):
 * A record of ${kind}, each field filled with a probability of ${share} in a
 * hundred.
 */
struct record *scene_record(struct arena *arena, const struct kind *kind,
    struct chance *chance, unsigned share);

/**
 * every_kind():
 * The parameter of tests that run once for each built-in kind: its place in
 * the table, since a pointer would mean nothing in the test's own process.
 */
struct criterion_test_params every_kind(void);

#endif /* HANDRAIL_TESTS_MODEL_SCENE_H */
