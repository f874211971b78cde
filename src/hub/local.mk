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

libhandrail_a_SOURCES += \
	src/hub/access.c src/hub/access.h \
	src/hub/find_agree.c src/hub/find_agree.h \
	src/hub/find_inside.h \
	src/hub/find_query.c src/hub/find_query.h \
	src/hub/find_run.c src/hub/find_run.h \
	src/hub/find_seek.c \
	src/hub/find_short.c src/hub/find_short.h \
	src/hub/find_sound.c \
	src/hub/find_word.c src/hub/find_word.h
