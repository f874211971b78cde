/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/utf8.h"
#include "hub/hub.h"
#include "model/type.h"

#include "edge/export_inside.h"

static void
begin(struct export *ex)
{
	(void)ex;
}

/* The value as people read it; a link as what people call the record. */
static enum rc
show(struct export *ex, const struct record *r, const struct export_column *c,
    struct buf *out)
{
	struct value_ctx ctx = hub_ctx(ex->hub);
	struct span value;
	const char *text;
	enum rc rc;

	if (c->field && c->field->type != TYPE_LINK) {
		if (record_get(r, c->field->tag, &value))
			value_show(c->field, value, &ctx, out);
		return RC_OK;
	}
	rc = export_value(ex, r, c, &text);
	buf_puts(out, text);
	return rc;
}

static enum rc
write_record(struct export *ex, const struct record *r)
{
	struct buf shown = { 0 };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < ex->n && !rc; i++) {
		const struct export_column *c = &ex->columns[i];

		buf_clear(&shown);
		rc = show(ex, r, c, &shown);
		if (rc || !shown.len)
			continue;
		buf_printf(&ex->line,
		    "%s: ", c->field ? c->field->label : "Reference");
		utf8_safe(&ex->line, buf_str(&shown), shown.len);
		buf_putc(&ex->line, '\n');
	}
	buf_putc(&ex->line, '\n');
	buf_wipe(&shown);
	return rc;
}

const struct export_way export_text = { begin, write_record };
