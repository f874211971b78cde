# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

# Every definition that ships. tests/lists.sh compares this with the folders.
nobase_dist_pkgdata_DATA += \
	data/access/roles.cfg \
	data/deadlines/code-2021.cfg \
	data/forms/contact.cfg data/forms/intake.cfg \
	data/journeys/crime.cfg \
	data/keymaps/default.cfg \
	data/levels/enhanced.cfg \
	data/queues/work.cfg
