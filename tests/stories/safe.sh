#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Safe contact at the command line: a way that is not safe is refused, a reason
# goes on past it and a supervisor reads it, and an address that is not safe is
# printed by no command.
. "${top_srcdir:-.}/tests/support/story"

make_store
at() {
	now=$1
	shift
	ctl --now "$now" "$@"
}

at 2026-11-23T11:00:00Z act take_referral person.given=amira \
	person.family=hussain person.phone=07700900456 \
	person.email=amira@example.org home.address='14 quillfeather row' \
	casefile.category=dom safety.channels=tw safety.times='mon-fri 10-2' \
	--format json >said
ref=$(grep -oE '"ref":"[A-Z0-9]+"' said | cut -d '"' -f 4)

ends 'a call at a safe time is recorded' 0 at 2026-11-23T11:05:00Z act \
	record_contact casefile="$ref" outcome=n
says 'and the next try is on another day, in another part of it' \
	'24 Nov 2026 12:00'
ends 'a call outside the safe times is refused' 1 at 2026-11-23T16:00:00Z \
	act record_contact casefile="$ref" outcome=n
says 'with the way on' 'not safe at this time; .*unsafe-why'
ends 'and so is a letter' 1 at 2026-11-23T11:06:00Z act record_contact \
	casefile="$ref" channel=l outcome=letter-sent
ends 'a reason goes on past it' 0 at 2026-11-23T16:01:00Z act \
	record_contact casefile="$ref" outcome=n \
	unsafe-why='she texted to be rung'
ends 'a supervisor is shown it' 0 at 2026-11-23T16:02:00Z queue supervisor
says 'with the reason' 'she texted to be rung'
ends 'the trail has it' 0 at 2026-11-23T16:03:00Z audit --person "$ref"
says 'with the reason as well' 'she texted to be rung'
ends 'the supervisor says what was decided' 0 at 2026-11-23T16:04:00Z act \
	supervise casefile="$ref" why='spoken with the worker'
same 'and nothing waits any more' '' \
	"$(at 2026-11-23T16:05:00Z queue supervisor | grep "$ref")"

ends 'one number is said not to be safe' 0 at 2026-11-23T11:10:00Z act \
	set_safe_way person="$ref" way=p safe=n where='07700 900456'
ends 'a mother speaks for her' 0 at 2026-11-23T11:11:00Z act add_party \
	person="$ref" party.part=p party.name='Samira Hussain' \
	party.phone=07700900789 party.contact=y
ends 'a suspect does not' 1 at 2026-11-23T11:12:00Z act add_party \
	person="$ref" party.part=s party.name='Karim' party.contact=y

for command in "show $ref" "show $ref --format csv" "show $ref --format json" \
	"show $ref --as-of 2026-11-23T11:30:00Z" "timeline $ref" \
	"audit --person $ref" 'audit --format json' 'export person --format csv' \
	'export person --format json' 'export home --format csv' \
	'export home --format json' 'export safety --format csv' \
	'export safety --format json' 'export contact --format csv' \
	'export task --format csv' 'find hussain amira' 'queue team' \
	'queue supervisor' due duplicates diary 'export document --format csv' \
	'export referral --format json'; do
	at 2026-11-23T12:00:00Z $command >out 2>&1
	same "'$command' tells no unsafe address" '' \
		"$(grep -iE 'quillfeather|07700 ?900456|amira@example' out)"
done
same 'the mother is still reached' 1 \
	"$(ctl export party --format csv | grep -c 07700900789)"

ends 'she comes who is said to have done it' 0 at 2026-11-23T12:10:00Z act \
	add_party person="$ref" party.part=s party.name='Karim Hussain'
ends 'as a victim of her own' 0 at 2026-11-23T12:11:00Z act take_referral \
	person.given=karim person.family=hussain casefile.category=bur
same 'nothing is said of it' '' "$(grep -iE 'suspect|conflict' said)"
ends 'but to a supervisor' 0 at 2026-11-23T12:12:00Z queue supervisor
says 'in words' "may be a suspect in $ref"
ends 'no open case is without something to do' 0 \
	at 2026-11-23T12:13:00Z verify --deep
finish
