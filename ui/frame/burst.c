/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/buf.h"
#include "base/stroke.h"
#include "base/utf8.h"
#include "base/vec.h"

#include "ui/frame/burst.h"

#define HANDS_MOST 8

static struct {
	VEC(uint32_t) at;
	bool named; /* a key among them that no paste holds */
} burst;

static bool
is_text(uint32_t stroke)
{
	return stroke == STROKE_ENTER || stroke == STROKE_TAB ||
	       (stroke >= ' ' && stroke < STROKE_NAMED);
}

unsigned
burst_add(uint32_t stroke)
{
	*VEC_ADD(&burst.at) = stroke;
	burst.named = burst.named || !is_text(stroke);
	return (unsigned)burst.at.n;
}

static void
give_text(void (*paste)(const char *text, size_t n))
{
	struct buf text = { 0 };
	char as[5];

	for (size_t i = 0; i < burst.at.n; i++) {
		uint32_t c = burst.at.at[i];

		c = c == STROKE_ENTER ? '\n' : c == STROKE_TAB ? ' ' : c;
		buf_put(&text, as, utf8_put(c, as));
	}
	paste(buf_str(&text), text.len);
	buf_wipe(&text);
}

void
burst_end(void (*key)(uint32_t stroke),
    void (*paste)(const char *text, size_t n))
{
	if (burst.at.n > HANDS_MOST && !burst.named)
		give_text(paste);
	else
		for (size_t i = 0; i < burst.at.n; i++)
			key(burst.at.at[i]);
	VEC_RELEASE(&burst.at);
	burst.named = false;
}
