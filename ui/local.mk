# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

# Everything that touches curses, and nothing else.
noinst_LIBRARIES += libhandrail-ui.a
libhandrail_ui_a_CPPFLAGS = $(AM_CPPFLAGS) $(CURSES_CFLAGS)
libhandrail_ui_a_SOURCES =

bin_PROGRAMS += handrail
handrail_SOURCES = ui/main.c
handrail_LDADD = libhandrail-ui.a $(CORE_LIBS) $(CURSES_LIBS)

include ui/frame/local.mk
include ui/parts/local.mk
include ui/views/local.mk
