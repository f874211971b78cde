/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/day.h"
#include "base/str.h"
#include "hub/draft.h"
#include "ui/frame/view.h"
#include "ui/parts/entry.h"
#include "ui/views/desk.h"

#include "ui/views/keeping.h"

#define KEEPING_OLD 1u    /* without a record */
#define KEEPING_RECORD 2u /* without a reference */
#define KEEPING_FORM 3u
#define SYNC_NS (2 * INT64_C(1000000000))

static void
write_head(const struct keeping_head *head, struct buf *out)
{
	buf_u8(out, KEEPING_FORM);
	buf_block(out, span_str(head->form));
	buf_u64(out, head->person);
	buf_u64(out, head->casefile);
	buf_u64(out, (uint64_t)head->from_ms);
	buf_block(out, span_str(head->link));
	buf_u64(out, head->record);
	buf_block(out, span_str(head->ref));
}

static void
read_word(struct reader *r, char *out, size_t size)
{
	struct span word = reader_block(r);

	snprintf(out, size, "%.*s", (int)word.len,
	    word.len > 0 ? (const char *)word.at : "");
}

bool
keeping_read(struct span bytes, struct keeping_head *head, struct span *form)
{
	struct reader r = reader_of(bytes);
	unsigned version;

	memset(head, 0, sizeof(*head));
	version = reader_u8(&r);
	if (version < KEEPING_OLD || version > KEEPING_FORM)
		return false;
	read_word(&r, head->form, sizeof(head->form));
	head->person = reader_u64(&r);
	head->casefile = reader_u64(&r);
	head->from_ms = (int64_t)reader_u64(&r);
	if (version >= KEEPING_RECORD) {
		read_word(&r, head->link, sizeof(head->link));
		head->record = reader_u64(&r);
	}
	if (version >= KEEPING_FORM)
		read_word(&r, head->ref, sizeof(head->ref));
	*form = reader_block(&r);
	return reader_end(&r);
}

void
keeping_begin(struct keeping *k, const struct keeping_head *head,
    struct draft *draft)
{
	*k = (struct keeping){ .head = *head };
	k->draft = draft != NULL ? draft : draft_new(desk_hub());
	k->at_ticks = clock_ticks();
}

/* "saved 11:42:07" in the header. */
static void
show_time(void)
{
	int h, mi, s;

	moment_local(desk_now(), NULL, NULL, NULL, &h, &mi, &s);
	desk_note("saved %02d:%02d:%02d", h, mi, s);
}

static void
keep(struct keeping *k, struct entry *e, bool sync)
{
	struct buf bytes = { 0 }, form = { 0 };
	struct fault f = { 0 };

	write_head(&k->head, &bytes);
	entry_keep(e, &form);
	buf_block(&bytes, buf_window(&form));
	if (draft_keep(k->draft, buf_window(&bytes), sync, &f)) {
		if (!k->failed)
			say_fault(&f);
		k->failed = true;
	} else {
		k->failed = false;
		k->seen = entry_changes(e);
		if (sync) {
			k->synced = k->seen;
			k->at_ticks = clock_ticks();
			show_time();
		}
	}
	buf_wipe(&form);
	buf_wipe(&bytes);
}

/* Everything was rubbed out again: there is nothing to keep. */
static void
empty(struct keeping *k, struct entry *e)
{
	if (k->seen == 0)
		return;
	draft_drop(k->draft);
	k->draft = draft_new(desk_hub());
	k->seen = 0;
	k->synced = entry_changes(e);
	desk_note(NULL);
}

void
keeping_key(struct keeping *k, struct entry *e, bool left)
{
	bool due = clock_ticks() - k->at_ticks >= SYNC_NS;

	if (k->draft == NULL)
		return;
	if (entry_is_blank(e))
		empty(k, e);
	else if (entry_changes(e) != k->synced || left)
		keep(k, e, left || due);
}

void
keeping_tick(struct keeping *k, struct entry *e)
{
	if (k->draft == NULL || entry_changes(e) == k->synced)
		return;
	if (clock_ticks() - k->at_ticks >= SYNC_NS && !entry_is_blank(e))
		keep(k, e, true);
}

void
keeping_saved(struct keeping *k)
{
	draft_drop(k->draft);
	k->draft = NULL;
	desk_note(NULL);
}

void
keeping_end(struct keeping *k, struct entry *e)
{
	if (k->draft == NULL)
		return;
	if (entry_is_blank(e)) {
		keeping_saved(k);
		return;
	}
	keep(k, e, true);
	draft_close(k->draft);
	k->draft = NULL;
	desk_note(NULL);
}
