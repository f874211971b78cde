# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

dist_man_MANS += \
	man/handrail.1 man/handrailctl.1 \
	man/handrail.conf.5 man/handrail-data.5 man/handrail-feed.5 \
	man/handrail-journal.5 \
	man/handrail.7
