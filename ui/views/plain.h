/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_PLAIN_H
#define HANDRAIL_UI_VIEWS_PLAIN_H

#include <stdio.h>

/*
 * Line mode, for screen readers and for terminals that cannot place a cursor:
 * the same forms and the same acts, one prompt a line, nothing that moves.
 *
 *	Surname [Okafor]:	what stands there; Enter keeps it
 *	?			the choices
 *	.xx			the field with that tag
 *	=  -			as last time; asked, nothing to record
 *	<			the field before
 *	.			save now
 *	..			leave; the draft is kept
 */

/**
 * plain_run(in, out):
 * Talk until the input ends or somebody leaves. The desk's hub is open. Return
 * the exit status.
 */
int plain_run(FILE *in, FILE *out);

#endif /* HANDRAIL_UI_VIEWS_PLAIN_H */
