/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_SHEET_MADE_H
#define HANDRAIL_UI_VIEWS_SHEET_MADE_H

#include "ui/views/sheet.h"

/*
 * The inside of a sheet, shared by the two files that make one: sheet_made.c
 * reads the form, sheet.c lets people fill it in.
 */

/* The code list of a yes or no. */
#define SHEET_YES_NO ""

struct sheet {
	struct hub *hub;
	struct arena *arena;
	struct sheet_doors doors;
	struct entry *entry;
	const char *title, *act;
	const char *about, *examples; /* NULL: nothing is said of it */
	bool call;
	struct entry_slot *slots;
	struct sheet_slot *more;
	size_t n, n_steps;
};

/**
 * sheet_make(s, name, f):
 * Read data/forms/${name}.cfg into the slots of ${s}.
 */
NODISCARD enum rc
sheet_make(struct sheet *s, const char *name, struct fault *f);

#endif /* HANDRAIL_UI_VIEWS_SHEET_MADE_H */
