/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_PHONE_H
#define HANDRAIL_BASE_PHONE_H

#include "base/rc.h"

/*
 * Telephone numbers. What is kept is digits as dialled here, "07700900123", or
 * "+" and digits for one abroad; "x" and digits after either is an extension.
 * Nobody is made to type a number our way, and a number that looks wrong is
 * kept: the fault only says why it looks wrong.
 */

#define PHONE_ROOM 32

/**
 * phone_normal(text, out, f):
 * Read a number as spoken or typed and write the form to keep. RC_INVALID when
 * it has too few or too many digits ("10 digits, want 11"); ${out} then still
 * holds the digits there were. RC_INVALID and an empty ${out} when the text is
 * not a number at all.
 */
NODISCARD enum rc
phone_normal(const char *text, char out[PHONE_ROOM], struct fault *f);

/**
 * phone_show(kept, out):
 * Group the digits as they are spoken: "07700 900123", "0116 496 0123",
 * "020 7946 0123", "+33 123456789".
 */
void phone_show(const char *kept, char out[2 * PHONE_ROOM]);

/**
 * phone_kind(kept):
 * "mobile", "home or work", "free", "abroad", "special" or "". Lends.
 */
const char *phone_kind(const char *kept);

#endif /* HANDRAIL_BASE_PHONE_H */
