# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

check_PROGRAMS += \
	tests/edge/test_feed \
	tests/edge/test_import

tests_edge_test_feed_SOURCES = tests/edge/test_feed.c
tests_edge_test_import_SOURCES = tests/edge/test_import.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/edge/test_import_kill
tests_edge_test_import_kill_SOURCES = tests/edge/test_import_kill.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/edge/test_letter
tests_edge_test_letter_SOURCES = tests/edge/test_letter.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/edge/test_calendar
tests_edge_test_calendar_SOURCES = tests/edge/test_calendar.c
