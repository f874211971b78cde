# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

# All of handrail but its screens, and the program that needs no screen.
noinst_LIBRARIES += libhandrail.a
libhandrail_a_SOURCES = src/README

bin_PROGRAMS += handrailctl
handrailctl_SOURCES =
handrailctl_LDADD = $(CORE_LIBS)

include src/base/local.mk
include src/store/local.mk
include src/model/local.mk
include src/fold/local.mk
include src/hub/local.mk
include src/edge/local.mk
include src/ctl/local.mk
