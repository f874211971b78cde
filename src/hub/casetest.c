/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/cfg.h"
#include "base/when.h"
#include "hub/definitions.h"
#include "model/code.h"
#include "model/record.h"

#include "hub/casetest.h"

enum rc
casetest_code(const struct cfg_at *at, const struct codes *codes,
    const char *list, const char *code, struct fault *f)
{
	if (code_by(codes, list, code))
		return RC_OK;
	return cfg_fault(at, f, "there is no code \"%s\" in the list \"%s\"",
	    code, list);
}

static bool
is_group(const struct codes *codes, const char *name)
{
	const struct code_list *list = code_list(codes, "crime");

	for (size_t i = 0; list && i < list->n; i++)
		if (list->codes[i].group &&
		    strcmp(list->codes[i].group, name) == 0)
			return true;
	return false;
}

static enum rc
check_groups(const struct cfg_at *at, const struct codes *codes,
    const char *const *names, struct fault *f)
{
	for (; names && *names; names++)
		if (!is_group(codes, *names))
			return cfg_fault(at, f,
			    "no crime is of the group \"%s\"", *names);
	return RC_OK;
}

/* Which list each setting's codes are of. "" among consents is not asked. */
static enum rc
read_lists(const struct cfg_at *at, struct arena *arena,
    const struct codes *codes, struct case_test *t, struct fault *f)
{
	const struct {
		const char *name, *list;
		const char *const **to;
	} rows[] = {
		{ "crime", "crime", &t->crime },
		{ "risk", "risk", &t->risk },
		{ "flags", "case-flag", &t->flags },
		{ "needs", "need", &t->needs },
		{ "consent", "consent", &t->consent },
		{ "level", "level", &t->level },
		{ "sex", "sex", &t->sex },
	};
	enum rc rc = RC_OK;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]) && !rc; i++) {
		const char *const *code;

		rc = definitions_words(at, rows[i].name, arena, rows[i].to, f);
		for (code = *rows[i].to; !rc && code && *code; code++)
			rc = casetest_code(
			    cfg_get(at, rows[i].name), codes, rows[i].list,
			    *code, f);
	}
	return rc;
}

enum rc
casetest_read(const struct cfg_at *at, struct arena *arena,
    const struct codes *codes, struct case_test *t, struct fault *f)
{
	int64_t from = 0, to = 0;
	enum rc rc;

	*t = (struct case_test){ 0 };
	if ((rc = read_lists(at, arena, codes, t, f)) ||
	    (rc = definitions_words(at, "group", arena, &t->group, f)) ||
	    (rc = check_groups(at, codes, t->group, f)))
		return rc;
	cfg_int(at, "from-age", &from);
	cfg_int(at, "to-age", &to);
	if (from < 0 || to < 0 || from > 120 || to > 120 || (to && to < from))
		return cfg_fault(at, f,
		    "ages are from 0 to 120, the youngest first");
	t->from_age = (int)from;
	t->to_age = (int)to;
	return RC_OK;
}

static bool
is_one(const char *const *codes, const char *code)
{
	for (; *codes; codes++)
		if (strcmp(*codes, code) == 0)
			return true;
	return false;
}

static bool
has_one(const struct record *r, unsigned tag, const char *const *codes)
{
	for (; *codes; codes++)
		if (record_has_code(r, tag, *codes))
			return true;
	return false;
}

/* An age nobody told us shuts nobody out. */
static bool
is_of_age(const struct case_test *t, const struct record *person,
    int64_t now_ms)
{
	int least, most;

	if (!person || !when_age(record_text(person, PERSON_BORN), now_ms,
			   &least, &most))
		return true;
	return most >= t->from_age && (!t->to_age || least <= t->to_age);
}

static bool
is_of_group(const struct case_test *t, const struct codes *codes,
    const struct record *casefile)
{
	const struct code *crime =
	    code_by(codes, "crime", record_text(casefile, CASEFILE_CATEGORY));

	return crime && crime->group && is_one(t->group, crime->group);
}

bool
casetest_holds(const struct case_test *t, const struct codes *codes,
    const struct record *casefile, const struct record *person, int64_t now_ms)
{
	const struct {
		const char *const *codes;
		uint16_t tag;
	} sets[] = {
		{ t->crime, CASEFILE_CATEGORY },
		{ t->risk, CASEFILE_RISK },
		{ t->flags, CASEFILE_FLAGS },
		{ t->needs, CASEFILE_NEEDS },
		{ t->consent, CASEFILE_CONSENT },
		{ t->level, CASEFILE_LEVEL },
	};

	for (size_t i = 0; i < sizeof(sets) / sizeof(sets[0]); i++)
		if (sets[i].codes &&
		    !has_one(casefile, sets[i].tag, sets[i].codes))
			return false;
	if (t->group && !is_of_group(t, codes, casefile))
		return false;
	if (t->sex && person && *record_text(person, PERSON_SEX) &&
	    !is_one(t->sex, record_text(person, PERSON_SEX)))
		return false;
	return is_of_age(t, person, now_ms);
}
