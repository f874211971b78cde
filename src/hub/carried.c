/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/buf.h"

#include "hub/carried.h"

const enum gate_way carried_ways[CARRIED_WAYS] = { GATE_PHONE, GATE_TEXT,
	GATE_VOICEMAIL, GATE_LETTER, GATE_EMAIL };

static bool
is_shut(const struct gate_verdict *v)
{
	return v->answer == GATE_NO || (v->answer == GATE_UNKNOWN && v->feared);
}

static bool
ends_well(const char *text)
{
	return strchr(".!?", text[strlen(text) - 1]);
}

void
carried_words(const struct gate_verdict *v, size_t n, struct buf *out)
{
	const struct {
		const char *before, *text;
	} told[] = {
		{ "Ring", v[0].times },
		{ "Speak only to", v[0].via },
		{ "Say:", v[0].say },
		{ "Never:", v[0].avoid },
		{ "May answer:", v[0].who },
	};

	for (size_t i = 0; i < n; i++)
		if (is_shut(&v[i]))
			buf_printf(out, "Not %s. ", gate_way_words(v[i].way));
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		if (told[i].text && *told[i].text)
			buf_printf(out, "%s %s%s ", told[i].before,
			    told[i].text, ends_well(told[i].text) ? "" : ".");
	if (v[0].withhold)
		buf_puts(out, "Withhold the number.");
}
