#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# The words of the command line, which scripts hold on to: exit statuses, where
# faults are told and how, and the two forms of lists that do not change.
. "${top_srcdir:-.}/tests/support/story"

ends 'help is no fault' 0 handrailctl --help
ends 'a version is told' 0 handrailctl --version
says 'by name and number' '^handrailctl [0-9]+\.[0-9]+'
ends 'no command is wrong' 2 handrailctl
ends 'an unknown command is wrong' 2 handrailctl fnid okafor
says 'and the one that was meant is told' 'did you mean find'
ends 'an unknown option is wrong' 2 handrailctl find --limt 3 okafor
says 'and so is told what was meant' 'did you mean --limit'
ends 'a word too many is wrong' 2 handrailctl show 4F7K22 4F7K22
ends 'an unknown format is wrong' 2 handrailctl queue --format xml
ends 'a moment that is none is wrong' 2 handrailctl queue --now teatime
ends 'no store is a fault of the system' 5 handrailctl queue
says 'told as program, command, place, and what to do' \
	'^handrailctl: queue: /.*/store: there is no store here; .*init'
for command in $(handrailctl --help | sed -n 's/^    \([a-z][a-z-]*\)  .*/\1/p'); do
	ends "help for $command is no fault" 0 handrailctl "$command" --help
done

make_store
printf 'wrong\n' >wrong
ends 'a wrong passphrase is refused' 3 \
	handrailctl queue --as amy --passphrase-file wrong
ends 'an unknown user is refused' 3 \
	handrailctl queue --as nobody --passphrase-file pass
ends 'no store is made twice' 5 handrailctl init --area LEI --admin amy \
	--kdf light --passphrase-file pass
ends 'a reference with a letter we do not use' 1 ctl show 4F7K2O
ends 'a reference that is free' 1 ctl show 4F7K22
ends 'nobody found' 1 ctl find okafor

ends 'a referral is taken' 0 ctl act take_referral person.given='=HYPERLINK' \
	person.family='o,kafor' casefile.category=bur
ctl find kafor --format csv >found.csv
same 'csv has a header line' 'score,ref,name,born,area,cases,agreed' \
	"$(head -n 1 found.csv | tr -d '\r')"
ctl find kafor --format json >found.json
same 'json is one object a line, its keys in order' \
	'agreed area born cases name ref score' "$(head -n 1 found.json |
		grep -oE '"[a-z-]+":' | tr -d '":' | paste -s -d ' ')"
ctl export person --format csv >people.csv
same 'a cell that a spreadsheet would run is made harmless' '' \
	"$(grep -E '(^|,)"?=HYPER' people.csv)"
finish
