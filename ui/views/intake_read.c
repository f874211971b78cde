/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The form as a sentence to read back to the caller before saving, so that what
 * was heard wrong is heard again.
 */

#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "hub/hub.h"
#include "model/code.h"
#include "ui/views/desk.h"
#include "ui/views/words.h"

#include "ui/views/intake.h"

/* How the value of a slot reads, "" when there is none. */
static void
read_slot(struct intake *s, const char *name, struct entry_settled *out)
{
	size_t n;
	const struct entry_slot *slots = sheet_slots(s->sheet, &n);
	const char *value = entry_value(sheet_entry(s->sheet), name);

	memset(out, 0, sizeof(*out));
	for (size_t i = 0; i < n && value[0] != '\0'; i++)
		if (strcmp(slots[i].name, name) == 0)
			sheet_reads(s->sheet, &slots[i], value, out);
}

/* ${before} and the value, if there is one. */
static bool
add(struct intake *s, struct buf *out, const char *before, const char *name,
    bool echo)
{
	struct entry_settled is;

	read_slot(s, name, &is);
	if (is.shown[0] == '\0' || strcmp(is.value, ENTRY_NONE) == 0)
		return false;
	buf_printf(out, "%s%s%s%s", before, is.shown,
	    echo && is.echo[0] != '\0' ? " " : "", echo ? is.echo : "");
	return true;
}

static void
add_crime(struct intake *s, struct buf *out)
{
	const char *code =
	    entry_value(sheet_entry(s->sheet), "casefile.category");

	if (code[0] == '\0')
		return;
	buf_printf(out, " It is about %s",
	    code_label(desk_hub()->codes, "crime", code));
	add(s, out, ", ", "casefile.when", true);
	buf_puts(out, ".");
	if (add(s, out, " The police number is ", "casefile.number", false))
		buf_puts(out, ".");
}

void
intake_read_back(struct intake *s, struct buf *out)
{
	bool named = add(s, out, "", "person.given", false);

	named = add(s, out, named ? " " : "", "person.family", false) || named;
	if (!named)
		return;
	add(s, out, ", born ", "person.born", true);
	add(s, out, ", at ", "home.address", false);
	add(s, out, ", ", "person.postcode", false);
	add(s, out, ", on ", "person.phone", false);
	buf_puts(out, ".");
	if (add(s, out, " What is safe: ", "safety.channels", false)) {
		add(s, out, ", ", "safety.times", false);
		buf_puts(out, ".");
	}
	add_crime(s, out);
	if (add(s, out, " We will ring you ", "follow-up", true))
		buf_puts(out, ".");
}
