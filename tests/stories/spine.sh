#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# One victim from the first call on, with the store checked at every turn.
. "${top_srcdir:-.}/tests/support/story"
make_store
at() { # a moment, then a command
	moment=$1
	shift
	ctl --now "$moment" "$@"
}

cat >slip <<'END'
caller=v
safe-now=y
person.given=sarah
person.family=okafor
person.born=120384
person.phone=07700900123
safety.channels=t
person.postcode=le971ab
home.address=14 ash road
casefile.category=bur
casefile.when=y
casefile.number=26123456
casefile.narrative=back door forced while at work. laptop and jewellery taken.
casefile.risk=-
casefile.needs=ho
consent.kind=f
referral.service=loc
follow-up=2d
END
ends 'a referral is taken' 0 at 2026-11-22T11:42:00Z act take_referral \
	--slip slip --format json
ref=$(grep -oE '"ref":"[A-Z0-9]+"' said | cut -d '"' -f 4)
same 'and has a reference of six letters and figures' 6 "${#ref}"

ends 'she is found by her name, misspelt' 0 ctl find okaffor sarah
says 'with her reference' "$ref"
ends 'and by her telephone' 0 ctl find 07700 900123
says 'which agreed' phone
ends 'her case is in a queue' 0 at 2026-11-22T11:43:00Z queue team
says 'under her name' 'Okafor, Sarah'
ends 'the first contact runs' 0 at 2026-11-22T11:43:00Z due
says 'as VC06, two working days on' '2026-11-24.*VC06'

at 2026-11-23T09:00:00Z show "$ref" >before
ends 'a try without answer is recorded' 0 at 2026-11-23T10:00:00Z act \
	record_contact casefile="$ref" outcome=n next=1d1030 \
	note='try after school run'
ends 'it stands in the timeline' 0 at 2026-11-23T10:01:00Z timeline "$ref"
says 'with who' ' AM .*no answer'
ends 'a note is written' 0 at 2026-11-23T10:02:00Z act add_note \
	casefile="$ref" text='has a dog'
ends 'and taken back' 0 at 2026-11-23T10:03:00Z act undo
same 'so that it is not shown' '' "$(ctl show "$ref" | grep 'has a dog')"
same 'what stood on Monday morning can still be seen' "$(cat before)" \
	"$(at 2026-11-23T09:00:00Z show "$ref" --as-of 2026-11-23T09:00:00Z)"

ends 'a move that is not open is refused' 1 at 2026-11-24T09:00:00Z act \
	move_journey casefile="$ref" state=S33
ends 'one that is open is done' 0 at 2026-11-24T09:00:00Z act \
	move_journey casefile="$ref" state=S02

ends 'all of it is in the audit trail' 0 ctl audit --person "$ref" --format csv
says 'with who and when' '2026-11-23T10:00:00.000Z,amy'

holds 'the store is well to the last signature' ctl verify --deep
digest=$(ctl digest)
holds 'the folds are made anew' ctl rebuild
same 'and say the same' "$digest" "$(ctl digest)"
holds 'a backup is taken' ctl backup copy
HANDRAIL_STORE=$work/second
holds 'and restored elsewhere' handrailctl restore copy
same 'with every record' "$digest" "$(ctl digest)"
holds 'and is well' ctl verify --deep
finish
