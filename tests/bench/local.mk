# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

# What handrailctl bench holds the console against; not installed.
noinst_PROGRAMS += tests/bench/bare_screen
tests_bench_bare_screen_SOURCES = tests/bench/bare_screen.c
tests_bench_bare_screen_LDADD = $(CURSES_LIBS)
