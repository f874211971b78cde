# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

check_PROGRAMS += \
	tests/ui/test_edit \
	tests/ui/test_entry \
	tests/ui/test_looks \
	tests/ui/test_script \
	tests/ui/test_terminal

# A desk of invented people, and a terminal to look at it in.
DESK = tests/support/desk.c tests/support/desk.h \
	tests/support/screen.c tests/support/screen.h

tests_ui_test_edit_SOURCES = tests/ui/test_edit.c
tests_ui_test_edit_LDADD = $(UI_LDADD)
tests_ui_test_entry_SOURCES = tests/ui/test_entry.c $(DESK)
tests_ui_test_entry_LDADD = $(UI_LDADD)
tests_ui_test_looks_SOURCES = tests/ui/test_looks.c $(DESK)
tests_ui_test_looks_LDADD = $(UI_LDADD)
tests_ui_test_script_SOURCES = tests/ui/test_script.c $(DESK)
tests_ui_test_script_LDADD = $(UI_LDADD)
tests_ui_test_terminal_SOURCES = tests/ui/test_terminal.c $(DESK)
tests_ui_test_terminal_LDADD = $(UI_LDADD)

# Every door of the console leads somewhere, or says why not.
check_PROGRAMS += tests/ui/test_doors
tests_ui_test_doors_SOURCES = tests/ui/test_doors.c \
	tests/support/temp_hub.c tests/support/temp_hub.h
tests_ui_test_doors_LDADD = $(UI_LDADD)

# The words of the screens and the filters of the queue need no terminal.
check_PROGRAMS += tests/ui/test_words
tests_ui_test_words_SOURCES = tests/ui/test_words.c \
	tests/support/temp_hub.c tests/support/temp_hub.h
tests_ui_test_words_LDADD = $(UI_LDADD)

# The program itself in a terminal, on a demonstration of the cast alone.
check_PROGRAMS += tests/ui/test_console
tests_ui_test_console_SOURCES = tests/ui/test_console.c \
	tests/support/screen.c tests/support/screen.h \
	tests/support/temp_hub.c tests/support/temp_hub.h
tests_ui_test_console_LDADD = $(UI_LDADD)
