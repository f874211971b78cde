/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/rc.h"

enum rc
fault_set(struct fault *f, enum rc rc, const char *fmt, ...)
{
	va_list ap;

	if (!f)
		return rc;
	f->rc = rc;
	va_start(ap, fmt);
	vsnprintf(f->text, sizeof(f->text), fmt, ap);
	va_end(ap);
	return rc;
}

enum rc
fault_errno(struct fault *f, const char *doing, const char *path)
{
	int err = errno;
	enum rc rc = err == ENOSPC || err == EDQUOT ? RC_FULL : RC_SYSTEM;

	return fault_set(f, rc, "%s %s: %s%s", doing, path, strerror(err),
	    rc == RC_FULL ? "; make room and try again" : "");
}

static const struct {
	const char *text;
	int status;
} rc_table[] = {
#define RC_ROW(name, text, status) [name] = { text, status },
	RC_LIST(RC_ROW)
#undef RC_ROW
};

const char *
rc_text(enum rc rc)
{
	return rc_table[rc].text;
}

int
rc_exit(enum rc rc)
{
	return rc_table[rc].status;
}
