#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Every file in a folder is in its local.mk, and every file listed is there, so
# that nothing is built by one person alone and no test is forgotten.
cd "${top_srcdir:-.}" || exit 99

# The number, the local.mk files, the sentence, what a file's name looks like;
# the names that the folder holds come on standard input.
compare() {
	sort -u >"$work/there"
	cat $2 | tr -s '\\ \t' '\n' | grep -E "$4" | sort -u >"$work/listed"
	unlisted=$(comm -23 "$work/there" "$work/listed")
	absent=$(comm -13 "$work/there" "$work/listed")
	if [ -n "$unlisted$absent" ]; then
		printf '%s\n' "$unlisted" | sed '/./s/^/# not listed: /'
		printf '%s\n' "$absent" | sed '/./s/^/# not there: /'
		echo "not ok $1 - $3"
	else
		echo "ok $1 - $3"
	fi
}

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

echo 1..5
find src ui -name '*.[ch]' | compare 1 "$(find src ui -name local.mk)" \
	'every source is in the local.mk of its folder' '\.[ch]$'
find tests -name '*.[ch]' | compare 2 "$(find tests -name local.mk)" \
	'every test program is in the local.mk of its folder' \
	'^tests/.*\.[ch]$'
find tests -name '*.sh' | compare 3 tests/local.mk \
	'every test script is listed' '^tests/.*\.sh$'
find data -type f ! -name local.mk | compare 4 data/local.mk \
	'every definition is listed' '^data/'
find man -name '*.[1-9]' | compare 5 man/local.mk \
	'every page of the manual is listed' '^man/.*\.[1-9]$'
