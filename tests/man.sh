#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# The manual is true: each page is well formed, names every command, setting and
# folder there is, points only at pages there are, and its examples run.
# An example is a line that begins with "$ " in a literal display, with what
# follows it to the end of its here-document.
top_srcdir=$(cd "${top_srcdir:-.}" && pwd) || exit 99
top_builddir=$(cd "${top_builddir:-.}" && pwd) || exit 99
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
PATH=$top_builddir:$PATH
number=0

tell() { # the sentence; what is wrong, if anything
	number=$((number + 1))
	if [ -n "$2" ]; then
		printf '%s\n' "$2" | sed 's/^/# /'
		echo "not ok $number - $1"
	else
		echo "ok $number - $1"
	fi
}

lint() {
	if [ -z "$MANDOC" ]; then
		number=$((number + 1))
		echo "ok $number - $1 # SKIP mandoc is not installed"
		return
	fi
	# Which other manuals this machine has is not ours to judge.
	found=$($MANDOC -T lint "$2" 2>&1 |
		grep -vE 'referenced manual not found|mandoc.db')
	for name in $(sed -n 's/^\.Xr \(handrail[^ ]*\) \([0-9]\).*/\1.\2/p' "$2"); do
		[ -f "$top_srcdir/man/$name" ] ||
			found="$found
it points at $name, which is not there"
	done
	tell "$1" "$found"
}

# Words on standard input that the page does not have as the item of a list.
unnamed() {
	while read -r word; do
		grep -qE "^\.$2 ?$word( |$)" "$1" || echo "$word is not there"
	done
}

# The examples of a page, as a script that ends at the first that fails.
examples() {
	echo 'set -e'
	awk '
		/^\.Bd -literal/ { display = 1; next }
		/^\.Ed/ { display = 0; inside = 0 }
		display && sub(/^\$ /, "") { inside = 1; if (/<< .END/) here = 1 }
		display && inside {
			gsub(/\\e/, "\\")
			print
			if (!here || $0 == "END") { inside = 0; here = 0 }
		}' "$1"
}

run() { # the sentence, the page
	folder=$work/$(basename "$2")
	mkdir "$folder"
	examples "$2" >"$folder/examples"
	said=$(cd "$folder" && HOME=$folder HANDRAIL_STORE=${3:+$folder/$3} \
		sh examples 2>&1 >/dev/null </dev/null) && said=
	tell "$1" "$said"
}

for page in "$top_srcdir"/man/*.[1-9]; do
	lint "$(basename "$page") is well formed" "$page"
done
tell 'every command is in handrailctl(1)' "$(handrailctl --help |
	sed -n 's/^    \([a-z][a-z-]*\)  .*/\1/p' |
	unnamed "$top_srcdir/man/handrailctl.1" 'It Cm')"
tell 'every option of every command is in handrailctl(1)' "$(
	commands=$(handrailctl --help | sed -n 's/^    \([a-z][a-z-]*\)  .*/\1/p')
	for command in $commands; do
		handrailctl "$command" --help |
			sed -n '/^Options$/,/^$/s/^    --\([a-z-]*\).*/\1/p'
	done | sort -u | while read -r option; do
		grep -q "Fl -$option" "$top_srcdir/man/handrailctl.1" ||
			echo "--$option is not there"
	done)"
tell 'every option of both programs is in handrail(1)' "$(
	handrail --help | sed -n 's/^    --\([a-z-]*\).*/Fl -\1/p' |
	unnamed "$top_srcdir/man/handrail.1" 'It .*')"
tell 'every setting is in handrail.conf(5)' "$(
	sed -n 's/^	{ "\([a-z-]*\)",.*CFG_.*/\1/p' \
		"$top_srcdir/src/hub/settings.c" |
	unnamed "$top_srcdir/man/handrail.conf.5" 'It Cm')"
tell 'every folder of definitions is in handrail-data(5)' "$(
	cd "$top_srcdir/data" && find . -mindepth 1 -type d | sed 's,^\./,,' |
	unnamed "$top_srcdir/man/handrail-data.5" 'Ss')"
run 'the examples of handrailctl(1) run' "$top_srcdir/man/handrailctl.1"
run 'the examples of handrail.conf(5) run' "$top_srcdir/man/handrail.conf.5"
run 'the examples of handrail-data(5) run' "$top_srcdir/man/handrail-data.5"
run 'the examples of handrail-feed(5) run' "$top_srcdir/man/handrail-feed.5"
run 'the examples of handrail(7) run' "$top_srcdir/man/handrail.7" store
echo "1..$number"
