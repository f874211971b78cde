#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Each header compiles alone, is guarded by its own name, and every source
# carries the two lines of licence.
cd "${top_srcdir:-.}" || exit 99

echo 1..3
bad=
for header in $(find src ui -name '*.h' | sort); do
	${CC:-cc} -std=c17 -D_GNU_SOURCE -DNCURSES_NOMACROS \
		-DNCURSES_WIDECHAR=1 -Isrc -I. -Wall -Wextra -Werror \
		-fsyntax-only -x c "$header" 2>&1 | head -n 3 | sed 's/^/# /'
	echo "$header" | grep -q '^src/.*\.h$' && guard=${header#src/} ||
		guard=$header
	guard=HANDRAIL_$(echo "$guard" | tr 'a-z/.-' 'A-Z___')
	grep -q "^#ifndef $guard\$" "$header" || bad="$bad $header"
done >"${TMPDIR:-/tmp}/handrail-headers.$$"
found=$(cat "${TMPDIR:-/tmp}/handrail-headers.$$")
rm -f "${TMPDIR:-/tmp}/handrail-headers.$$"
if [ -n "$found" ]; then
	printf '%s\n' "$found"
	echo "not ok 1 - every header compiles alone"
else
	echo "ok 1 - every header compiles alone"
fi
if [ -n "$bad" ]; then
	echo "# $bad"
	echo "not ok 2 - every header is guarded by its own name"
else
	echo "ok 2 - every header is guarded by its own name"
fi
bare=$(find src ui tests -name '*.[ch]' -o -name '*.sh' | while read -r file; do
	head -n 4 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' &&
		head -n 4 "$file" | grep -q 'Copyright (C) The handrail authors' ||
		echo "# $file"
done)
if [ -n "$bare" ]; then
	printf '%s\n' "$bare"
	echo "not ok 3 - every source says its licence"
else
	echo "ok 3 - every source says its licence"
fi
