/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_LETTER_H
#define HANDRAIL_EDGE_LETTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"
#include "base/sms.h"
#include "hub/gate.h"
#include "hub/letters.h"

/*
 * A letter, text or e-mail to somebody: filled in, looked at, and written. In
 * which language and how large follows from what is known of them, unless it is
 * said otherwise. What it would be can always be read; what is not safe, or not
 * checked, is held back with a sentence, and no address is ever in what is
 * read.
 */

struct act_done;
struct arena;
struct hub;

/* What is wanted. NULL or "": as it follows from the person. */
struct letter_order {
	uint64_t person, casefile;
	const char *letter;
	enum letter_way way;
	const char *language, *size;
	const char *more;     /* what the worker adds */
	const char *override; /* why against what is safe */
	const char *checked;  /* who checked the translation */
	const char *batch;    /* the run it belongs to */
};

struct letter_made {
	const struct letter *letter;
	const struct letter_text *text;
	const struct tongue *tongue;
	const char *ref, *size;
	uint64_t person, casefile;
	const char *subject, *body, *dated;
	const char *held;      /* why it may not go; NULL: it may */
	const char *note;      /* what to know: "in English: ..."; "" */
	const char *const *to; /* lines for the window; NULL unless safe */
	struct gate_verdict gate;
	struct sms sms;
};

/**
 * letter_make(hub, arena, order, made, f):
 * Fill it in, as it would go now. RC_INVALID for a letter, way or size there is
 * not, with what there is; RC_MISSING for nobody. A letter that is held back is
 * RC_OK.
 */
NODISCARD enum rc letter_make(struct hub *hub, struct arena *arena,
    const struct letter_order *order, struct letter_made *made,
    struct fault *f);

/**
 * letter_plain(hub, made, w, address, out):
 * Add it to ${out} as it reads, wrapped to ${w} columns (0: not at all), with
 * the address only when that is asked for and it may go.
 */
void letter_plain(const struct hub *hub, const struct letter_made *made, int w,
    bool address, struct buf *out);

/**
 * letter_pdf(hub, made, out, f):
 * Add it to ${out} as PDF, with the address. RC_UNLAWFUL when it is held back.
 */
NODISCARD enum rc letter_pdf(struct hub *hub, const struct letter_made *made,
    struct buf *out, struct fault *f);

/**
 * letter_write(hub, arena, order, path, pdf, made, done, f):
 * Make it, keep that it was written (the act write_letter) and put it in
 * ${path}, as PDF or as text. RC_UNLAWFUL, with the sentence, when it is held
 * back. On anything but RC_OK there is no file that was not there before.
 */
NODISCARD enum rc letter_write(struct hub *hub, struct arena *arena,
    const struct letter_order *order, const char *path, bool pdf,
    struct letter_made *made, struct act_done *done, struct fault *f);

#endif /* HANDRAIL_EDGE_LETTER_H */
