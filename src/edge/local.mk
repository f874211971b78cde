# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

# What crosses the fence.
libhandrail_a_SOURCES += \
	src/edge/calendar.c src/edge/calendar.h \
	src/edge/export.c src/edge/export.h \
	src/edge/export_csv.c \
	src/edge/export_inside.h \
	src/edge/export_json.c \
	src/edge/export_text.c \
	src/edge/feed.c src/edge/feed.h \
	src/edge/feed_path.c \
	src/edge/feed_row.c src/edge/feed_row.h \
	src/edge/hsds.c src/edge/hsds.h \
	src/edge/hsds_inside.h \
	src/edge/hsds_page.c \
	src/edge/hsds_read.c \
	src/edge/import.c src/edge/import.h \
	src/edge/import_hub.c \
	src/edge/import_read.c src/edge/import_read.h \
	src/edge/pack.c src/edge/pack.h \
	src/edge/rejects.c src/edge/rejects.h \
	src/edge/seen.c src/edge/seen.h

libhandrail_a_SOURCES += \
	src/edge/letter.c src/edge/letter.h \
	src/edge/paper_pdf.c src/edge/paper_pdf.h \
	src/edge/wrap.c src/edge/wrap.h

# What knows of Pango and Cairo is a program of its own.
if WITH_PAPER
bin_PROGRAMS += handrail-paper
handrail_paper_CPPFLAGS = $(AM_CPPFLAGS) $(PANGO_CFLAGS)
handrail_paper_SOURCES = src/edge/paper_main.c \
	src/edge/paper_draw.c src/edge/paper_draw.h
handrail_paper_LDADD = $(CORE_LIBS) $(PANGO_LIBS)
endif
