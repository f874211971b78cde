#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Nothing a person told us lies in clear in any file of the store: not in the
# journal, not in the database or its keys, not in a draft or a backup.
. "${top_srcdir:-.}/tests/support/story"
make_store

cat >slip <<'END'
caller=v
person.given=Wilhelmina
person.family=Featherstonehaugh
person.born=17 Mar 1951
person.phone=07700900741
person.email=wilhelmina@example.org
safety.channels=w
safety.times=mon-fri 10-2, say quokka
person.postcode=le971zz
home.address=99 Zephyr Crescent
casefile.category=dom
casefile.number=26987654
casefile.narrative=He hid the marmalade behind the wainscot.
casefile.risk=sck
casefile.needs=hs
consent.kind=s
END
ends 'a referral is taken' 0 ctl act take_referral --slip slip --format json
ref=$(grep -oE '"ref":"[A-Z0-9]+"' said | cut -d '"' -f 4)
ends 'a note is written' 0 ctl act add_note casefile="$ref" \
	text='Her cat is called Thunderbolt.'
ends 'she is looked for' 0 ctl find featherstonehaugh
ends 'the folds are put in their tables' 0 ctl rebuild
ends 'a backup is taken' 0 ctl backup copy

for words in Wilhelmina Featherstonehaugh 1951-03-17 07700900741 900741 \
	wilhelmina@example 'LE97 1ZZ' LE971ZZ Zephyr quokka marmalade wainscot \
	Thunderbolt '26\*987654' 26987654; do
	same "no file holds '$words'" '' \
		"$(grep -rlaiE -- "$words" store copy 2>/dev/null)"
done
same 'no file is open to others' '' \
	"$(find store copy -perm /077 2>/dev/null | head -n 5)"
finish
