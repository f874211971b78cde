/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "base/buf.h"

#include "edge/paper_draw.h"

/*
 * Points, from the top left. The window of a DL envelope, A4 folded in three,
 * lies 20 to 110 mm from the left and 53 to 88 mm from the top; the address and
 * where it goes back stay inside it, and nothing else does.
 */
#define MM (72.0 / 25.4)
#define PAGE_W (210 * MM)
#define PAGE_H (297 * MM)
#define MARGIN (20 * MM)
#define WINDOW_Y (53 * MM)
#define WINDOW_W (85 * MM)
#define BODY_Y (98 * MM)
#define FOOT_Y (PAGE_H - 18 * MM)

struct page {
	cairo_t *cr;
	PangoFontDescription *font;
	PangoLanguage *language;
	double y;
};

static cairo_status_t
take_bytes(void *arg, const unsigned char *bytes, unsigned n)
{
	buf_put(arg, bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

static PangoLayout *
lay_out(struct page *p, const char *text, double w, double points)
{
	PangoLayout *l = pango_cairo_create_layout(p->cr);

	pango_context_set_language(pango_layout_get_context(l), p->language);
	pango_font_description_set_absolute_size(p->font, points * PANGO_SCALE);
	pango_layout_set_font_description(l, p->font);
	pango_layout_set_width(l, (int)(w * PANGO_SCALE));
	pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_text(l, text, -1);
	return l;
}

/* One line of the head or of the window; what it is tall. */
static double
put_line(struct page *p, const char *text, double x, double y, double w,
    double points)
{
	PangoLayout *l = lay_out(p, text, w, points);
	int h;

	cairo_move_to(p->cr, x, y);
	pango_cairo_show_layout(p->cr, l);
	pango_layout_get_size(l, NULL, &h);
	g_object_unref(l);
	return (double)h / PANGO_SCALE;
}

static void
put_lines(struct page *p, const char *const *lines, double x, double y,
    double w, double points)
{
	for (; lines && *lines; lines++)
		y += put_line(p, *lines, x, y, w, points);
}

/* The body, line by line, so that a page ends between two of them. */
static void
put_body(struct page *p, const char *text, double points)
{
	PangoLayout *l = lay_out(p, text, PAGE_W - 2 * MARGIN, points);
	PangoLayoutIter *at = pango_layout_get_iter(l);
	PangoRectangle box;
	double h;

	do {
		pango_layout_iter_get_line_extents(at, NULL, &box);
		h = (double)box.height / PANGO_SCALE * 1.15;
		if (p->y + h > FOOT_Y) {
			cairo_show_page(p->cr);
			p->y = MARGIN;
		}
		cairo_move_to(p->cr, MARGIN + (double)box.x / PANGO_SCALE,
		    p->y +
			(double)(pango_layout_iter_get_baseline(at) - box.y) /
			    PANGO_SCALE);
		pango_cairo_show_layout_line(p->cr,
		    pango_layout_iter_get_line_readonly(at));
		p->y += h;
	} while (pango_layout_iter_next_line(at));
	pango_layout_iter_free(at);
	g_object_unref(l);
}

static void
put_all(struct page *p, const struct paper *paper)
{
	double small = 8, print = paper->points;
	double head = print > 14 ? 14 : 10;

	put_lines(p, paper->head, PAGE_W / 2 + 15 * MM, MARGIN,
	    PAGE_W / 2 - 15 * MM - MARGIN, head);
	if (paper->to && *paper->to) {
		put_line(p, paper->back, MARGIN, WINDOW_Y, WINDOW_W, small);
		put_lines(p, paper->to, MARGIN, WINDOW_Y + 5 * MM, WINDOW_W,
		    11);
	}
	p->y = BODY_Y;
	p->y += put_line(p, paper->dated, MARGIN, p->y, PAGE_W - 2 * MARGIN,
		    print) +
		print;
	put_body(p, paper->body, print);
}

static void
say_what_it_is(cairo_surface_t *s, const struct paper *paper)
{
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_TITLE,
	    paper->title);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_AUTHOR,
	    paper->author);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATOR, "");
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE,
	    paper->made);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_MOD_DATE,
	    paper->made);
}

enum rc
paper_draw(const struct paper *paper, struct buf *out, struct fault *f)
{
	struct buf bytes = { 0 };
	cairo_surface_t *s = cairo_pdf_surface_create_for_stream(take_bytes,
	    &bytes, PAGE_W, PAGE_H);
	struct page p = { .cr = cairo_create(s),
		.font = pango_font_description_from_string(paper->font),
		.language = pango_language_from_string(paper->tag) };
	cairo_status_t status;

	cairo_pdf_surface_restrict_to_version(s, CAIRO_PDF_VERSION_1_5);
	say_what_it_is(s, paper);
	put_all(&p, paper);
	cairo_show_page(p.cr);
	status = cairo_status(p.cr);
	cairo_destroy(p.cr);
	cairo_surface_finish(s);
	if (!status)
		status = cairo_surface_status(s);
	cairo_surface_destroy(s);
	pango_font_description_free(p.font);
	if (!status)
		buf_span(out, buf_window(&bytes));
	buf_wipe(&bytes);
	return status ? fault_set(f, RC_SYSTEM, "laying the letter out: %s",
			    cairo_status_to_string(status))
		      : RC_OK;
}
