# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

check_PROGRAMS += tests/ctl/test_out
tests_ctl_test_out_SOURCES = tests/ctl/test_out.c src/ctl/out.c
