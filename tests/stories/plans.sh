#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# A support plan from its goal to its end, with what belongs to it: actions,
# an alarm on loan, locks for the door, a family, a story for the board.
. "${top_srcdir:-.}/tests/support/story"
make_store
at() { # a moment, then a command
	moment=$1
	shift
	ctl --now "$moment" "$@"
}
do_at() { # a moment, then an act
	moment=$1
	shift
	ctl --now "$moment" act "$@"
}
taken() { # the moment, then what a caller says; the reference
	moment=$1
	shift
	at "$moment" act take_referral caller=v safe-now=y follow-up=2d "$@" \
		--format json | grep -oE '"ref":"[A-Z0-9]+"' | cut -d '"' -f 4
}

monday=2026-11-23T09:00:00Z
ref=$(taken $monday person.given=margaret person.family=doyle \
	person.born=040852 person.phone=07700900321 casefile.category=asb \
	casefile.when=fri casefile.risk=rp casefile.needs=os consent.kind=f)
same 'somebody rang' 6 "${#ref}"

ends 'an action needs a plan' 1 do_at $monday add_action casefile="$ref" \
	line='door chain /locks 2w'
says 'and is told what comes first' 'write the goal first'
ends 'a plan needs a goal' 1 do_at $monday make_plan casefile="$ref"
ends 'the plan is made in her words' 0 do_at $monday make_plan \
	casefile="$ref" goal='to walk to the Spar on my own again' \
	goal.s='somebody to have tea with' shared='Margaret, read out'
says 'looked at again in four weeks' '21 Dec 2026'
ends 'there is one plan at a time' 1 do_at $monday make_plan casefile="$ref" \
	goal='another'

ends 'an action is typed in one line' 0 do_at $monday add_action \
	casefile="$ref" line='door chain /locks @Bolt Locks 2w'
says 'with its day' '7 Dec 2026'
holds 'one that is done again and again' do_at $monday add_action \
	casefile="$ref" line='keep the diary *week @Margaret 1w'
holds 'and a third' do_at $monday add_action casefile="$ref" \
	what='PCSO walk-past' sort=police due=21/12
ends 'a date that is none is told' 1 do_at $monday add_action casefile="$ref" \
	what='x' due='someday'
says 'by its field' 'Due'
at $monday export action --format csv >said
says 'what it is, for returns' 'door chain,locks,Bolt Locks,2026-12-07,planned'

ends 'the diary was kept' 0 do_at 2026-11-30T10:00:00Z move_action \
	casefile="$ref" action=2 state=done result='4 of 4'
at 2026-11-30T10:00:00Z export action --format csv >said
says 'and is to be kept again next week' 'keep the diary,.*2026-12-07,going,,4 of 4'
ends 'the police are asked again' 0 do_at 2026-12-21T10:00:00Z move_action \
	casefile="$ref" action=3 state=sent chase=2d
ends 'and it is done' 0 do_at 2026-12-22T10:00:00Z move_action \
	casefile="$ref" action=3 state=done result='twice a week' minutes=10
at 2026-12-22T10:00:00Z export task --format csv >said
says 'so that nobody asks again' 'action,2026-12-23,,done'
ends 'there is no ninth action' 1 do_at $monday move_action casefile="$ref" \
	action=9 state=done

ends 'a review makes the next version' 0 do_at 2026-12-22T11:00:00Z \
	review_plan casefile="$ref" result='walked with a friend' review=4w
says 'version two' 'version 2'
at 2026-12-22T11:00:00Z export plan --format csv >said
says 'the first is kept' ',1,2026-11-23.*walked with a friend'
says 'and stands as replaced' 'replaced'
says 'with the goals as they were' 'tea with'
ends 'what is still to do went on with it' 0 do_at 2026-12-22T11:05:00Z \
	move_action casefile="$ref" action=1 state=agreed

# Work at her door.
thief=$(taken $monday person.given=kofi person.family=mensah \
	person.born=1990 person.phone=07700900322 casefile.category=bic \
	casefile.when=y casefile.risk=- casefile.needs=- consent.kind=n)
ends 'without consent nobody comes to a home' 1 do_at $monday order_work \
	casefile="$thief" items=locks
says 'and the sentence says what to do' 'write down their consent'
do_at $monday give_consent casefile="$thief" kind=f >/dev/null
ends 'who meets no criterion is told them all' 1 do_at $monday order_work \
	casefile="$thief" items=locks
says 'in words' 'assessed as vulnerable; has been a victim before'
ends 'a supervisor may still decide so' 0 do_at $monday order_work \
	casefile="$thief" items=locks override='the lock is broken'
ends 'she may have it' 0 do_at $monday order_work casefile="$ref" \
	items='chain locks'
says 'for her reasons' 'repeat persistent enhanced'
ends 'nothing is done before it is approved' 1 do_at $monday move_order \
	casefile="$ref" state=done
says 'and it says what can be' 'quoted, approved, refused'
ends 'no cost is approved that was not quoted' 1 do_at $monday move_order \
	casefile="$ref" state=approved
holds 'it is quoted' do_at $monday move_order casefile="$ref" state=quoted quote=85
holds 'approved' do_at $monday move_order casefile="$ref" state=approved
holds 'booked' do_at $monday move_order casefile="$ref" state=booked visit=fri
holds 'done, and watched' do_at 2026-11-27T15:00:00Z move_order \
	casefile="$ref" order=1 state=done cost=85 result='chain and two locks'
at 2026-11-27T15:00:00Z export order --format csv >said
says 'until a day' '2027-02-27,watching'
ends 'nothing happened so far' 0 do_at 2026-12-01T09:00:00Z check_repeats \
	casefile="$ref" order=1
taken 2026-12-03T09:00:00Z person="$ref" caller=v casefile.category=asb \
	casefile.when=y casefile.risk=r >/dev/null
at 2026-12-03T09:00:00Z export order --format csv >said
says 'a new crime of hers is seen when it is taken down' ',2027-02-27,repeat,'
at 2026-12-03T09:00:00Z export task --format csv >said
says 'and somebody is to look' 'anti-social behaviour again after the work'

# An alarm.
ends 'an alarm is lent' 0 do_at $monday lend casefile="$ref/1" sort=alarm \
	serial=4471 due=3m owner='the police'
says 'until a day' 'personal alarm 4471, back by 23 Feb 2027'
ends 'it came back' 0 do_at 2027-02-01T09:00:00Z move_loan \
	casefile="$ref/1" loan=4471 state=returned
at 2027-02-01T09:00:00Z export task --format csv >said
says 'and nobody asks for it' 'loan,2027-02-23,,done'

# A family.
son=$(taken $monday person.given=liam person.family=doyle person.born=2010 \
	person.phone=07700900323 casefile.category=asb casefile.when=fri \
	casefile.risk=y casefile.needs=e consent.kind=n)
ends 'nobody is put into a plan by somebody else' 1 do_at $monday join_plan \
	casefile="$son" with="$ref/1"
says 'each agrees alone' 'not agreed themselves'
do_at $monday give_consent casefile="$son" kind=g by='his mother' >/dev/null
holds 'with his own consent he is in it' do_at $monday join_plan \
	casefile="$son" with="$ref/1"
ends 'and his actions stand on it' 0 do_at $monday add_action \
	casefile="$son" line='school told /school 1w'
holds 'he may leave it' do_at $monday join_plan casefile="$son" leave=y

# A story for the board.
ends 'no story without a yes' 1 do_at $monday write_study casefile="$ref/1" \
	title='Walking again' text='She could not walk to the shop.'
ends 'no story with a name in it' 1 do_at $monday write_study \
	casefile="$ref/1" title='Walking again' consent=y \
	text='Margaret could not walk to the shop.'
says 'which one is told' 'their first name'
holds 'told without, it is kept' do_at $monday write_study casefile="$ref/1" \
	title='Walking again' consent=y text='She could not walk to the shop.'
holds 'and taken out when she asks' do_at $monday withdraw_study \
	casefile="$ref/1"
at $monday export study --format csv >said
same 'to the last word' '' "$(grep 'could not walk' said)"

ends 'the plan ends' 0 do_at 2027-02-01T09:00:00Z review_plan \
	casefile="$ref/1" end=y result='walks every day'
holds 'and all of it is well to the last signature' ctl verify --deep
finish
