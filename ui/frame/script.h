/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_FRAME_SCRIPT_H
#define HANDRAIL_UI_FRAME_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/rc.h"

/*
 * Key scripts: what a person would press, in a file (UX 4.3), one or more
 * tokens a line:
 *
 *	"sarah" D   <Enter> T   <F9> X	a quoted literal or a named key, each
 *					with its class letter if it counts
 *	keys: n v y sarah⏎ okafor⏎ «n»⇥	bare words typed as they stand; blanks
 *					part tokens, ⏎ is Enter, ⇥ is Tab
 *	let n "Back door forced."	what «n» stands for
 *	show TITLE			print the screen under this title
 *	size ROWS COLS			the terminal is resized
 *	paste "text"			pasted text arrives
 *	expect "text"			the screen must hold these words
 *	start				counting begins here (else at the top)
 *	end				counting ends here
 *	# ...				a comment
 *
 * A blank between two bare words is typed where it is data: when the first word
 * left the cursor in the field it was typed in ("14 ash road⏎"). After a verb,
 * a choice that went on by itself, Enter or Tab it only parts tokens ("n v y
 * sarah⏎"). In quotes, or written ␣, it is always typed.
 *
 * Cost of a token is that of its keys on a UK keyboard (stroke_cost). Class:
 * D data, T ends a field, C first key of a coded value, X command. Tokens
 * without a class are given one from the state of the screen: a token typed in
 * a list is X; Enter and Tab in a field are T; other named keys are X; letters
 * in a coded field are C for the first, D after; the rest is D.
 */

struct script_report {
	unsigned keys;   /* N */
	unsigned thinks; /* m: tokens of class C and X */
	unsigned tail;   /* cost after the last D or C, its own ending less */
	unsigned modal;  /* questions that no X token asked */
	unsigned errors; /* tokens that produced an error message */
	unsigned slow;   /* tokens that took over a second to settle */
	double waited;   /* seconds over 0.1 s a token, summed */
	unsigned failed; /* expect lines that did not hold */
};

/**
 * script_play(in, name, out, report, f):
 * Play the script ${in} (called ${name} in faults) through the loop, printing
 * screens to ${out}, and fill ${report}. RC_INVALID with "NAME:LINE: ..." for
 * a line that makes no sense. A failed expect is counted, said on ${out}, and
 * does not stop the play.
 */
NODISCARD enum rc script_play(FILE *in, const char *name, FILE *out,
    struct script_report *report, struct fault *f);

/**
 * script_print(report, out):
 * Print ${report} as lines "name value".
 */
void script_print(const struct script_report *report, FILE *out);

/**
 * script_screen(title, out):
 * Print the screen as it is: "== TITLE", its rows without trailing blanks, and
 * "cursor ROW COL tag".
 */
void script_screen(const char *title, FILE *out);

#endif /* HANDRAIL_UI_FRAME_SCRIPT_H */
