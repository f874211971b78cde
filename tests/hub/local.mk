# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

check_PROGRAMS += \
	tests/hub/test_options
tests_hub_test_options_SOURCES = tests/hub/test_options.c

check_PROGRAMS += tests/hub/test_acts
tests_hub_test_acts_SOURCES = tests/hub/test_acts.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_kill
tests_hub_test_kill_SOURCES = tests/hub/test_kill.c \
	tests/support/temp_hub.c tests/support/temp_hub.h
