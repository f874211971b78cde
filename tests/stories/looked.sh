#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Whoever looks at somebody is written down before they see anything, and can
# be asked after; looking changes nothing that is kept about anyone.
. "${top_srcdir:-.}/tests/support/story"
make_store

cat >slip <<'END'
caller=v
safe-now=y
person.given=sarah
person.family=okafor
person.phone=07700900311
casefile.category=bur
END
ends 'a referral is taken' 0 ctl act take_referral --slip slip --format json
ref=$(grep -oE '"ref":"[A-Z0-9]+"' said | cut -d '"' -f 4)
digest=$(ctl digest)

ends 'her page is shown' 0 ctl show "$ref"
ends 'she is searched for' 0 ctl find okafor sarah
ends 'everybody is written out' 0 ctl export person --format csv
ends 'who looked at her is asked' 0 ctl audit --person "$ref"
says 'who had her shown, and by which program' \
	"amy.*had it shown by a command.*$ref.*handrailctl show"
says 'who wrote out everybody' 'amy.*wrote it out.*every person'
says 'and that this was asked' "read who saw and changed it.*$ref"
ends 'all of the trail' 0 ctl audit --user amy --format json
says 'holds the search and its words' '"what":"searched".*"why":"okafor sarah"'
same 'nothing that is kept about anyone has changed' "$digest" "$(ctl digest)"
ends 'nor does the store doubt itself' 0 ctl verify --deep

ends 'she may be texted' 0 ctl act set_safety person="$ref" safety.channels=t \
	safety.times=evenings
ends 'then only by day' 0 ctl act set_safety person="$ref" safety.channels=t \
	safety.times='before three'
ctl audit --person "$ref" >said
says 'and what was there before is told' 'evenings -> before three'

# Rehearsing the recovery shares is looked at too.
awk '/Share 1/ { f = "one" } /Share 2/ { f = "other" } /Share 3/ { f = "" }
	f && !/Share/ && NF { printf "%s ", $0 >f }' shares
ends 'two shares are rehearsed' 0 handrailctl recovery rehearse \
	--share one --other-share other
ctl audit >said
says 'which leaves an entry, signed by them' 'recovery  keys .*rehearsed'
ends 'that holds' 0 ctl verify --deep
says 'with its signature' 'ell|[0-9]'

# The words of a search are nowhere on the disk in clear.
same 'no word of a search is on the disk' '' \
	"$(grep -rl okafor store 2>/dev/null)"

# What cannot be written down is not shown.
if [ "$(id -u)" -ne 0 ]; then
	chmod -R a-w store/segments store/lmdb
	ends 'a store that takes no entry shows nothing' 1 ctl show "$ref"
	same 'not a word' '' "$(cat said)"
	chmod -R u+w store/segments store/lmdb
fi
finish
