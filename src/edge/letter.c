/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/disk.h"
#include "base/str.h"
#include "edge/paper_pdf.h"
#include "edge/wrap.h"
#include "hub/act.h"
#include "hub/hub.h"
#include "hub/looked.h"
#include "hub/merge.h"
#include "hub/slip.h"
#include "model/code.h"
#include "model/record.h"
#include "store/seal.h"

#include "edge/letter.h"

#define LARGE_PRINT "r" /* of data/codes/access */

static const struct {
	const char *name;
	int points;
} sizes[] = {
	{ "normal", 12 },
	{ "large", 18 },
	{ "extra-large", 24 },
};

static const enum gate_way gates[LETTER_WAYS] = {
	[LETTER_POST] = GATE_LETTER,
	[LETTER_TEXT] = GATE_TEXT,
	[LETTER_EMAIL] = GATE_EMAIL,
	[LETTER_SCRIPT] = GATE_PHONE,
};

static bool
is_said(const char *text)
{
	return text && *text;
}

static int
points_of(const char *size)
{
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
		if (str_ieq(size, sizes[i].name))
			return sizes[i].points;
	return 0;
}

static bool
is_to_person(const struct letter_made *made)
{
	return strcmp(made->letter->to, "person") == 0;
}

/* ---- what follows from the person ---- */

static enum rc
pick_size(const struct letter_order *o, const struct merge *m,
    struct letter_made *made, struct fault *f)
{
	made->size = is_said(o->size) ? o->size
		     : record_has_code(m->person, PERSON_ACCESS, LARGE_PRINT)
			 ? "large"
			 : "normal";
	return points_of(made->size) ? RC_OK
				     : fault_set(f, RC_INVALID,
					   "size of print: normal, large or "
					   "extra-large, not \"%s\"",
					   made->size);
}

static enum rc
no_text(const struct letter_made *made, const char *way, const char *language,
    struct fault *f)
{
	struct buf has = { 0 };
	enum rc rc;

	for (size_t i = 0; i < made->letter->n; i++)
		buf_printf(&has, "%s%s in %s", i ? ", " : "",
		    letter_way_name(made->letter->texts[i].way),
		    made->letter->texts[i].language);
	rc = fault_set(f, RC_INVALID, "%s has no %s in \"%s\"; it has %s",
	    made->letter->name, way, language, buf_str(&has));
	buf_release(&has);
	return rc;
}

/*
 * Their own language where a translator has checked it; else English, saying
 * so. A language that was asked for is taken as it is.
 */
static enum rc
pick_text(const struct letter_order *o, struct merge *m,
    struct letter_made *made, struct fault *f)
{
	const char *theirs =
	    is_to_person(made) ? record_text(m->person, PERSON_LANGUAGE) : "";
	const char *wanted = is_said(o->language) ? o->language : theirs;

	made->note = "";
	if (is_said(wanted))
		made->text = letter_text(made->letter, o->way, wanted);
	if (is_said(o->language) && !made->text)
		return no_text(made, letter_way_name(o->way), wanted, f);
	if (made->text && !is_said(o->language) && !made->text->checked)
		made->text = NULL;
	if (!made->text) {
		made->text = letter_text(made->letter, o->way, "eng");
		if (is_said(theirs) && strcmp(theirs, "eng") != 0)
			made->note = arena_printf(m->arena,
			    "In English: there is no checked text in %s.",
			    code_label(m->hub->codes, "language", theirs));
	}
	if (!made->text)
		return no_text(made, letter_way_name(o->way), "eng", f);
	made->tongue = m->tongue =
	    letters_tongue(m->hub->letters, made->text->language);
	return RC_OK;
}

/* ---- may it go ---- */

static const char *
held_back(const struct letter_order *o, struct merge *m,
    const struct letter_made *made)
{
	const char *lacks = merge_lacks(m, made->letter);
	bool english = strcmp(made->text->language, "eng") == 0;

	/* Danger first: what is not safe is not mended by writing down a day. */
	if (is_to_person(made) && !gate_is_open(&made->gate) &&
	    !is_said(o->override))
		return made->gate.why;
	if (!m->casefile)
		return "There is no case to keep it with.";
	if (lacks)
		return arena_printf(m->arena,
		    "It needs %s, and none is known. Write that down first.",
		    lacks);
	if (!english && !made->text->checked && !is_said(o->checked))
		return "No translator has checked this text.";
	if (is_to_person(made) && made->text->way == LETTER_POST && !m->home)
		return "There is no address that you may use.";
	return NULL;
}

static enum rc
ask_gate(struct merge *m, struct letter_made *made, struct fault *f)
{
	if (!is_to_person(made))
		return RC_OK;
	return gate_ask(m->hub, m->arena, made->person, gates[made->text->way],
	    NULL, &made->gate, f);
}

/* Name, the lines of the address, the postcode. */
static const char *const *
window_lines(const struct merge *m)
{
	const char **lines = arena_get(m->arena, 10 * sizeof(*lines));
	const char *rest = record_text(m->home, HOME_ADDRESS);
	const char *given = record_text(m->person, PERSON_GIVEN);
	const char *family = record_text(m->person, PERSON_FAMILY);
	struct span part;
	size_t n = 0;

	lines[n++] = arena_printf(m->arena, "%s%s%s", given,
	    *given && *family ? " " : "", family);
	while (rest && n < 8 && str_part(&rest, ',', &part)) {
		part = str_trimmed(part);
		if (part.len)
			lines[n++] = arena_strn(m->arena, part.at, part.len);
	}
	lines[n++] = record_text(m->person, PERSON_POSTCODE);
	return lines;
}

enum rc
letter_make(struct hub *hub, struct arena *arena, const struct letter_order *o,
    struct letter_made *made, struct fault *f)
{
	struct merge m;
	struct buf body = { 0 };
	char now[11];
	enum rc rc;

	*made = (struct letter_made){ 0 };
	if ((rc = letter_find(hub->letters, o->letter, &made->letter, f)) ||
	    (rc = merge_read(hub, arena, o->person, o->casefile, &m, f)) ||
	    (rc = pick_size(o, &m, made, f)) ||
	    (rc = pick_text(o, &m, made, f)))
		return rc;
	made->person = o->person;
	made->casefile = m.casefile ? m.casefile->id : 0;
	made->ref = record_text(m.person, PERSON_REF);
	made->subject = made->text->subject ? made->text->subject : "";
	m.more = o->more ? o->more : "";
	if ((rc = ask_gate(&m, made, f)))
		return rc;
	merge_text(&m, made->text->body, &body);
	made->body = arena_str(arena, buf_str(&body));
	buf_wipe(&body);
	day_show(moment_day(hub_now(hub)), now);
	made->dated = merge_day(&m, now);
	made->sms = sms_measure(made->body);
	made->held = held_back(o, &m, made);
	if (!made->held && m.home && made->text->way == LETTER_POST &&
	    is_to_person(made))
		made->to = window_lines(&m);
	return RC_OK;
}

/* ---- as text ---- */

static void
plain_head(const struct hub *hub, const struct letter_made *made, bool address,
    struct buf *out)
{
	const struct sender *s = letters_sender(hub->letters);
	const char *const *line = s->address;

	buf_printf(out, "%s\n", s->name);
	for (; line && *line; line++)
		buf_printf(out, "%s\n", *line);
	buf_printf(out, "%s\n\n", s->phone);
	for (line = made->to; address && line && *line; line++)
		buf_printf(out, "%s\n", *line);
	if (address && made->to)
		buf_putc(out, '\n');
	buf_printf(out, "%s\n\n", made->dated);
}

void
letter_plain(const struct hub *hub, const struct letter_made *made, int w,
    bool address, struct buf *out)
{
	struct buf text = { 0 };

	if (made->text->way == LETTER_POST)
		plain_head(hub, made, address && !made->held, &text);
	else if (made->text->way == LETTER_EMAIL)
		buf_printf(&text, "Subject: %s\n\n", made->subject);
	buf_puts(&text, made->body);
	wrap_text(buf_str(&text), w, out);
	buf_wipe(&text);
}

/* ---- on paper ---- */

static const char *const *
head_lines(const struct sender *s, const char **lines, size_t most)
{
	size_t n = 0;

	lines[n++] = s->name;
	for (const char *const *line = s->address;
	     line && *line && n < most - 3; line++)
		lines[n++] = *line;
	lines[n++] = s->phone;
	lines[n++] = s->textphone ? s->textphone : NULL;
	lines[n] = NULL;
	return lines;
}

enum rc
letter_pdf(struct hub *hub, const struct letter_made *made, struct buf *out,
    struct fault *f)
{
	const struct sender *s = letters_sender(hub->letters);
	const char *lines[12];
	char at[25];
	struct buf back = { 0 };
	struct paper paper = { .title = s->outside,
		.author = s->outside,
		.tag = made->tongue->tag,
		.made = at,
		.font = s->font,
		.points = points_of(made->size),
		.to = made->to,
		.head = head_lines(s, lines, 12),
		.dated = made->dated,
		.body = made->body };
	enum rc rc;

	if (made->held)
		return fault_set(f, RC_UNLAWFUL, "held back: %s", made->held);
	moment_iso(hub_now(hub), at);
	buf_puts(&back, s->outside);
	for (const char *const *line = s->address; line && *line; line++)
		if (strcmp(*line, s->outside) != 0)
			buf_printf(&back, ", %s", *line);
	paper.back = buf_str(&back);
	rc = paper_pdf(&paper, out, f);
	buf_release(&back);
	return rc;
}

/* ---- written ---- */

static const char *
hash_of(struct arena *arena, struct span bytes)
{
	struct seal_digest d;
	uint8_t hash[SEAL_HASH_LEN];
	char *text = arena_get(arena, 2 * SEAL_HASH_LEN + 1);

	seal_digest_start(&d);
	seal_digest_add(&d, bytes);
	seal_digest_end(&d, hash);
	for (size_t i = 0; i < SEAL_HASH_LEN; i++)
		snprintf(text + 2 * i, 3, "%02x", hash[i]);
	return text;
}

static enum rc
keep(struct hub *hub, struct arena *arena, const struct letter_order *o,
    const struct letter_made *made, struct span bytes, struct act_done *done,
    struct fault *f)
{
	struct slip slip = { .arena = arena };

	slip_set_id(&slip, "casefile", made->casefile);
	slip_set(&slip, "letter", made->letter->name);
	slip_set(&slip, "way", letter_way_name(made->text->way));
	slip_set(&slip, "language", made->text->language);
	slip_set(&slip, "size", made->size);
	slip_set(&slip, "text", made->body);
	slip_set(&slip, "hash", hash_of(arena, bytes));
	slip_set(&slip, "override", o->override);
	slip_set(&slip, "checked", o->checked);
	slip_set(&slip, "batch", o->batch);
	return act_run(hub, "write_letter", &slip, done, f);
}

/* That it left is written down before it does. */
static enum rc
remember(struct hub *hub, const struct letter_made *made, struct fault *f)
{
	enum looked_how how = made->text->way == LETTER_POST ? LOOKED_PRINTED
							     : LOOKED_SENT;

	hub_looked(hub, how, KIND_PERSON, made->person, made->letter->title);
	return hub_looks_save(hub, f);
}

enum rc
letter_write(struct hub *hub, struct arena *arena, const struct letter_order *o,
    const char *path, bool pdf, struct letter_made *made, struct act_done *done,
    struct fault *f)
{
	struct buf bytes = { 0 };
	bool there = disk_has(path);
	enum rc rc = letter_make(hub, arena, o, made, f);

	if (rc)
		return rc;
	if (made->held)
		return fault_set(f, RC_UNLAWFUL, "held back: %s", made->held);
	if (pdf)
		rc = letter_pdf(hub, made, &bytes, f);
	else
		letter_plain(hub, made, 76, true, &bytes);
	if (!rc && !(rc = remember(hub, made, f)))
		rc = disk_write_whole(disk_real(), path, buf_window(&bytes), f);
	if (!rc) {
		rc = keep(hub, arena, o, made, buf_window(&bytes), done, f);
		if (rc && !there)
			(void)!disk_unlink(disk_real(), path, NULL);
	}
	buf_wipe(&bytes);
	return rc;
}
