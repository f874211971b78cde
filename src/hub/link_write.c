/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/buf.h"
#include "model/kind.h"

#include "hub/link_rules.h"

/* Rules as a file of data/linkage, for `duplicates --train`. */

static void
write_sources(const struct link_field *field, const struct kinds *kinds,
    struct buf *out)
{
	buf_puts(out, "\t  of = [ ");
	for (size_t i = 0; i < field->n_of; i++) {
		const struct kind *kind =
		    kinds_by_tag(kinds, field->of[i].kind);

		buf_printf(out, "%s\"%s.%s\"", i ? ", " : "", kind->name,
		    kind_field_by_tag(kind, field->of[i].tag)->name);
	}
	buf_puts(out, " ];\n");
}

static void
write_levels(const struct link_field *field, struct buf *out)
{
	const struct link_level *l = field->levels;

	buf_puts(out, "\t  levels = (\n");
	for (size_t i = 0; i < field->n; i++, l++)
		buf_printf(out,
		    "\t\t{ words = \"%s\"; least = %u; m = %.6f; u = %.6f; }%s\n",
		    l->words, l->least, l->m, l->u,
		    i + 1 < field->n ? "," : " );");
	if (field->swapped >= 0)
		buf_printf(out,
		    "\t  swapped = { words = \"%s\"; m = %.6f; u = %.6f; };\n",
		    l->words, l->m, l->u);
}

static void
write_field(const struct link_rules *rules, const struct link_field *field,
    const struct kinds *kinds, struct buf *out)
{
	buf_printf(out,
	    "\t{ name = \"%s\"; title = \"%s\"; compare = \"%s\";%s\n",
	    field->name, field->title, link_compare_name(field->compare),
	    field->common ? " common = true;" : "");
	write_sources(field, kinds, out);
	if (field->crossed >= 0)
		buf_printf(out, "\t  crossed = \"%s\";\n",
		    rules->fields[field->crossed].name);
	write_levels(field, out);
	buf_puts(out, "\t}");
}

static void
write_shared(const struct link_rules *rules, size_t group, struct buf *out)
{
	const char *comma = "";

	buf_puts(out, "\t{ fields = [ ");
	for (size_t i = 0; i < rules->n; i++)
		if (rules->fields[i].shared == (int)group) {
			buf_printf(out, "%s\"%s\"", comma,
			    rules->fields[i].name);
			comma = ", ";
		}
	buf_printf(out, " ]; most = %.3f;\n\t  why = \"%s\"; }",
	    rules->shared[group].most, rules->shared[group].why);
}

static void
write_part(const struct link_rules *rules, const struct link_part *p,
    struct buf *out)
{
	buf_printf(out, "\"%s", rules->fields[p->field].name);
	if (p->of == LINK_FIRST)
		buf_printf(out, ":%u", p->letters);
	else if (p->of != LINK_WHOLE)
		buf_puts(out, p->of == LINK_DAY ? ".day" : ".rare");
	buf_putc(out, '"');
}

static void
write_block(const struct link_rules *rules, const struct link_block *b,
    struct buf *out)
{
	buf_puts(out, "\t[ ");
	for (size_t i = 0; i < b->n; i++) {
		buf_puts(out, i ? ", " : "");
		write_part(rules, &b->parts[i], out);
	}
	buf_puts(out, " ]");
}

static void
write_lists(const struct link_rules *rules, struct buf *out)
{
	buf_puts(out, "shared = (\n");
	for (size_t i = 0; i < rules->n_shared; i++) {
		write_shared(rules, i, out);
		buf_puts(out, i + 1 < rules->n_shared ? ",\n" : "\n");
	}
	buf_puts(out, ");\n\nblocks = (\n");
	for (size_t i = 0; i < rules->n_blocks; i++) {
		write_block(rules, &rules->blocks[i], out);
		buf_puts(out, i + 1 < rules->n_blocks ? ",\n" : "\n");
	}
	buf_puts(out, ");\n");
}

void
link_rules_write(const struct link_rules *rules, const struct kinds *kinds,
    struct buf *out)
{
	buf_printf(out,
	    "name   = \"%s\";\ntitle  = \"%s\";\n\nrepeats = %.6f;\n"
	    "hint   = %.3f;\nreview = %.3f;\nstrong = %.3f;\n\nfields = (\n",
	    rules->name, rules->title, rules->repeats, rules->hint,
	    rules->review, rules->strong);
	for (size_t i = 0; i < rules->n; i++) {
		write_field(rules, &rules->fields[i], kinds, out);
		buf_puts(out, i + 1 < rules->n ? ",\n" : "\n");
	}
	buf_puts(out, ");\n\n");
	write_lists(rules, out);
}
