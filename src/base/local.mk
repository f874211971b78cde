# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

libhandrail_a_SOURCES += src/base/rc.c src/base/rc.h
