#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# tests/mission.tsv says what is asked of handrail, need by need, what serves
# it, and the test that shows it. Its columns, parted by tabs:
#
#	need	Q001 to Q256
#	what	in our own words
#	state	served, partly, later, never
#	how	what serves it; what is still to come; why nothing will
#	shown	tests: unit:SUITE.NAME, story:NAME, screen:NAME, parted by blanks
#
# A need is served when a person can do it at the desk and a test shows so.
cd "${top_srcdir:-.}" || exit 99
table=tests/mission.tsv
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

# The number, the sentence; what is wrong stands in the file `wrong`.
tell() {
	if [ -s "$work/wrong" ]; then
		sed 's/^/# /' "$work/wrong"
		echo "not ok $1 - $2"
	else
		echo "ok $1 - $2"
	fi
}

# Every test there is, by the name the table gives it.
there() {
	find tests -name '*.c' -exec sed -nE \
		's/^(Parameterized)?Test\(([a-z0-9_]+), *([a-z0-9_]+).*/unit:\2.\3/p' {} +
	find tests/stories -name '*.sh' |
		sed 's|.*/|story:|; s|\.sh$||'
	find tests/screens -name '*.keys' |
		sed 's|.*/|screen:|; s|\.keys$||'
}

echo 1..5
awk -F '\t' '
	NF != 5 { print "line " NR ": " NF " columns, not 5" }
	$1 != sprintf("Q%03d", NR) { print "line " NR ": " $1 " out of order" }
	$2 == "" || $4 == "" { print "line " NR ": " $1 " says too little" }
	END { if (NR != 256) print NR " needs, not 256" }' \
	"$table" >"$work/wrong"
tell 1 'the table holds the 256 needs, each in words'

awk -F '\t' '$3 !~ /^(served|partly|later|never)$/ {
	print $1 ": no such state: " $3 }' "$table" >"$work/wrong"
tell 2 'each is served, partly, later or never'

awk -F '\t' '$3 ~ /^(served|partly)$/ && $5 == "" {
	print $1 ": " $3 ", and no test shows it" }
	$3 ~ /^(later|never)$/ && $5 != "" {
	print $1 ": " $3 ", and yet a test is named" }' "$table" >"$work/wrong"
tell 3 'what is served is shown by a test, and nothing else is'

there | sort -u >"$work/there"
cut -f 5 "$table" | tr ' ' '\n' | sed '/^$/d' | sort -u >"$work/named"
comm -23 "$work/named" "$work/there" | sed 's/^/there is no /' >"$work/wrong"
tell 4 'every test that is named exists'

awk -F '\t' '$3 == "partly" && length($4) < 20 {
	print $1 ": what is missing?" }' "$table" >"$work/wrong"
tell 5 'what is served in part says what is missing'
