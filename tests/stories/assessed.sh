#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Somebody is assessed: needs, risk, a risk conference and its pack, which never
# says where they live.
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
person.given=amira
person.family=hussain
person.born=230791
person.phone=07700900456
safety.channels=w
safety.times=mon-fri 10-2, say dentist
person.postcode=le972cd
home.address=flat 3, 8 mill lane
casefile.category=dom
casefile.when=y2300
casefile.risk=sck
casefile.needs=hsf
consent.kind=s
follow-up=t1300
END
ends 'a referral is taken' 0 at 2026-11-22T11:42:00Z act take_referral \
	--slip slip --format json
ref=$(grep -oE '"ref":"[A-Z0-9]+"' said | cut -d '"' -f 4)
ends 'there is a child, and steps for it' 0 ctl show "$ref"
says 'which stand open' 'Steps|What for +child'

ends 'her needs are scored' 0 at 2026-11-22T12:00:00Z act assess_needs \
	casefile="$ref" scores=43210-4 score.s=3 note.h='does not sleep'
says 'with the total' 'total 17'
ends 'and again five weeks on' 0 at 2026-12-27T12:00:00Z act assess_needs \
	casefile="$ref" scores=32110-3=
says 'better by four' 'better by 4'
ends 'a score that is none is refused' 1 at 2026-12-27T12:00:00Z act \
	assess_needs casefile="$ref" score.h=9
says 'with what it can be' '0 to 5'

ends 'the pack wants a referral first' 1 ctl pack "$ref"
says 'and says so' 'refer_conference comes first'
ends 'her risk is gone through' 0 at 2026-12-27T12:10:00Z act assess_risk \
	casefile="$ref" answers=yyyyyyyyyyyyyny
says 'it is high' 'high risk'
ends 'she is referred' 0 at 2026-12-27T12:20:00Z act refer_conference \
	casefile="$ref"
ends 'on a Sunday the pack has no number' 0 at 2026-12-27T12:30:00Z pack "$ref"
says 'the criteria' 'visible high risk'
says 'the answers' 'strangled, choked, drowned: yes .strong sign'
same 'no number that may not be rung now' '' "$(grep -E '07700' said)"
same 'and never where she lives' '' "$(grep -iE 'mill lane|LE97' said)"
ends 'a reason that names it stops the pack' 0 at 2026-12-28T12:00:00Z act \
	record_conference casefile="$ref" state=back
ends 'referred anew' 0 at 2026-12-28T12:10:00Z act refer_conference \
	casefile="$ref" why=j reason='He waits at Flat 3, 8 Mill Lane.'
ends 'the pack is refused' 1 at 2026-12-28T12:20:00Z pack "$ref"
says 'and why' 'names where they live'

ends 'the journey tells it' 0 ctl timeline "$ref"
says 'the needs' 'needs scored, first: total 17'
says 'the risk' 'risk gone through .Dash'
says 'the rights' 'enhanced rights: intimidated'
ends 'and the store is whole' 0 ctl verify
finish
