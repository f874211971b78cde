# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

libhandrail_a_SOURCES += \
	src/hub/options.c src/hub/options.h \
	src/hub/settings.c src/hub/settings.h \
	src/hub/where.c src/hub/where.h
