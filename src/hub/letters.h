/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_LETTERS_H
#define HANDRAIL_HUB_LETTERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/rc.h"
#include "base/template.h"

/*
 * What the hub writes and says, as data: data/letters holds one file a letter,
 * with its texts by way (letter, text message, e-mail, call script) and by
 * language; data/tongues how dates read in each language; data/sender.cfg who
 * it comes from, with a name that says nothing of crime to whoever picks it up.
 */

struct arena;
struct codes;
struct record;

enum letter_way {
	LETTER_POST,
	LETTER_TEXT,
	LETTER_EMAIL,
	LETTER_SCRIPT,
	LETTER_WAYS
};

/* How days read in one language. */
struct tongue {
	const char *code;  /* as in data/codes/language: "cym" */
	const char *tag;   /* as in BCP 47: "cy" */
	const char *title; /* "Welsh" */
	const char *at;    /* before a time: "at" */
	const char *const *months, *const *days;
};

/* One text of a letter. */
struct letter_text {
	enum letter_way way;
	const char *language;
	const char *subject; /* of an e-mail */
	const char *checked; /* who checked the translation, and when; NULL:
				nobody has, and it may not be sent */
	const char *mark;
	struct template *body;
	const char *where; /* "FILE:LINE" */
};

struct letter {
	const char *name;    /* "first-contact" */
	const char *title;   /* "First contact" */
	const char *help;    /* when to use it */
	const char *version; /* grows with every change of its words */
	const char *sort;    /* a code of data/codes/document */
	const char *told; /* a code of data/codes/told it counts as, or NULL */
	const char *to;   /* "person", or "referrer": not to the victim */
	const char *const *events; /* of data/deadlines: that it was written */
	const char *const *needs;  /* fields and lists without which it is not
				      written */
	const char *const *stages; /* of the journey it is meant for */
	const char *const *crimes, *const *risks; /* of a call script */
	const struct letter_text *texts;
	size_t n;
};

/* Who it comes from. */
struct sender {
	const char *outside; /* on the envelope, as the sender of a text */
	const char *name;    /* inside, at the head of a letter */
	const char *phone, *textphone, *hours, *email, *web;
	const char *const *address;
	const char *const *never; /* words that must not stand outside */
	const char *font;
};

struct letters;

/**
 * letters_load(data, codes, letters, f):
 * Read the folders letters and tongues and the file sender.cfg of ${data}.
 * RC_INVALID with file and line: a text twice, a language without a tongue, a
 * field that is not there, a word outside that must not be. Given back to
 * letters_free(). ${codes} may be NULL: then codes are not looked up.
 */
NODISCARD enum rc letters_load(const char *data, const struct codes *codes,
    struct letters **letters, struct fault *f);

/**
 * letters_add(l, site, codes, f):
 * Read those of a site on top: a letter of the same name takes the place of
 * ours, and so does sender.cfg.
 */
NODISCARD enum rc letters_add(struct letters *l, const char *site,
    const struct codes *codes, struct fault *f);
void letters_free(struct letters *l);

/**
 * letters_count(l), letters_nth(l, i), letter_by(l, name):
 * The letters in order of name; one by its name, or NULL. Lends.
 */
size_t letters_count(const struct letters *l);
const struct letter *letters_nth(const struct letters *l, size_t i);
const struct letter *letter_by(const struct letters *l, const char *name);

/**
 * letter_find(l, name, letter, f):
 * The same; RC_INVALID with the name that was likely meant.
 */
NODISCARD enum rc letter_find(const struct letters *l, const char *name,
    const struct letter **letter, struct fault *f);

/**
 * letter_text(letter, way, language):
 * That very text, or NULL. Lends.
 */
const struct letter_text *letter_text(const struct letter *letter,
    enum letter_way way, const char *language);

/**
 * letter_fits(letter, casefile):
 * How well the letter, or script, fits where the case stands: 0 not made for
 * it, 1 for any case, more the closer its stages, crimes and risks are.
 */
unsigned
letter_fits(const struct letter *letter, const struct record *casefile);

/**
 * letter_way_name(way), letter_way_by(name, way):
 * "letter", "text", "email", "script" and back.
 */
const char *letter_way_name(enum letter_way way);
bool letter_way_by(const char *name, enum letter_way *way);

/**
 * letters_sender(l), letters_tongue(l, code):
 * Who it comes from; the language, or NULL. Lends.
 */
const struct sender *letters_sender(const struct letters *l);
const struct tongue *letters_tongue(const struct letters *l, const char *code);

/**
 * letter_names:
 * The fields and lists that may stand in a letter (letter_fields.c).
 */
extern const struct template_name letter_names[];

/**
 * letter_name_by(name):
 * The row of that field or list, or NULL.
 */
const struct template_name *letter_name_by(const char *name);

#endif /* HANDRAIL_HUB_LETTERS_H */
