# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

# Every definition that ships. tests/lists.sh compares this with the folders.
nobase_dist_pkgdata_DATA +=
