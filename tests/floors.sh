#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Every include points down, src knows of no screen, and each library that is
# not ours has one home.
cd "${top_srcdir:-.}" || exit 99

tell() { # number, sentence, what was found
	if [ -n "$3" ]; then
		printf '%s\n' "$3" | sed 's/^/# /'
		echo "not ok $1 - $2"
	else
		echo "ok $1 - $2"
	fi
}

# Includes of a header outside its home: pattern, then the homes.
outside() {
	pattern=$1
	shift
	found=$(grep -rnE "^[ 	]*#[ 	]*include[ 	]*[<\"]($pattern)" \
		--include='*.[ch]' src ui)
	for home in "$@"; do
		found=$(printf '%s\n' "$found" | grep -v "^$home")
	done
	printf '%s' "$found"
}

up=$(awk '
	FILENAME == "tests/floors" {
		if (!/^#/ && NF)
			floor[$1] = ++n
		next
	}
	/^#include "/ {
		split(FILENAME, at, "/")
		here = at[1] "/" at[2]
		if (!(here in floor))
			here = at[1]
		split($2, to, /["\/]/)
		there = to[2] == "ui" ? "ui/" to[3] : "src/" to[2]
		if (!(there in floor))
			print FILENAME ":" FNR " names no floor: " $2
		else if (floor[there] > floor[here])
			print FILENAME ":" FNR " reaches up to " there
	}
' tests/floors $(find src ui -name '*.[ch]'))

echo 1..9
tell 1 'every include points down' "$up"
tell 2 'src knows of no screen' "$(grep -rnE --include='*.[ch]' \
	'#[ 	]*include[ 	]*[<"](ui/|curses|form\.h|menu|ncurses|panel|term\.h>)' src)"
tell 3 'lmdb and sodium live in src/store' "$(outside 'lmdb|sodium' src/store/)"
tell 4 'libconfig lives in base/cfg.c' \
	"$(outside libconfig src/base/cfg.c)"
tell 5 'libpq lives in edge/sync_pg.c' "$(outside 'libpq|postgres' src/edge/sync_pg.c)"
tell 6 'panels live in ui/frame' "$(outside 'panel\.h' ui/frame/)"
tell 7 'src does not reach for printf to the screen' "$(grep -nE \
	'(^|[^a-z_])(printf|puts|putchar)\(' \
	$(find src -name '*.c' ! -path 'src/ctl/*'))"
tell 8 'what time it is comes from base/clock.c alone' "$(grep -nE \
	'(^|[^a-z_])(time|gettimeofday|clock_gettime)\(' \
	$(find src ui -name '*.c' ! -path src/base/clock.c))"
tell 9 'jansson lives in edge/hsds_page.c' \
	"$(outside jansson src/edge/hsds_page.c)"
