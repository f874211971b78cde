# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

check_PROGRAMS += \
	tests/hub/test_options
tests_hub_test_options_SOURCES = tests/hub/test_options.c
