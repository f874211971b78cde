# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

libhandrail_a_SOURCES += \
	src/hub/options.c src/hub/options.h \
	src/hub/settings.c src/hub/settings.h \
	src/hub/where.c src/hub/where.h

libhandrail_a_SOURCES += \
	src/hub/definitions.c src/hub/definitions.h \
	src/hub/level.c src/hub/level.h

libhandrail_a_SOURCES += src/hub/draft.c src/hub/draft.h
