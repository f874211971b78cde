#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Each tests/screens/NAME.keys is played on the people whom every demonstration
# has, and what was on the screen is compared with NAME.screen, which a person
# has read and approved. A line "# size: 160x50" is the size it is played at;
# "# from: OTHER" plays OTHER.keys again with a size of its own; "# call: S1"
# plays the standard call data/calls/s1.cfg.
#
# HANDRAIL_APPROVE=1 writes the .screen files anew: read them before they are
# committed.
. "${top_srcdir:-.}/tests/support/story"
screens=$top_srcdir/tests/screens
now=2026-11-22T11:42:00Z

ends 'a demonstration of the cast alone is made' 0 \
	handrailctl --store store --now "$now" demo --people 1

# What the header of a script says, "" if it says nothing.
told_by() {
	sed -n "s/^# $1: //p" "$2" | head -n 1
}

# A script on a fresh copy of the store.
play() {
	script=$1
	from=$(told_by from "$script")
	size=$(told_by size "$script")
	[ -n "$from" ] && script=$screens/$from.keys
	call=$(told_by call "$script")
	[ -n "$call" ] && script=$top_srcdir/data/calls/$call.cfg
	rm -rf played
	cp -R store played
	handrail --demo --store played --now "$now" --size "${size:-80x24}" \
		--keys "$script" >shown 2>told
	status=$?
	grep -v '^waited\|^slow' shown | sed 's/[ ]*$//' >screen
	return $status
}

compare() {
	name=$1
	number=$((number + 1))
	play "$screens/$name.keys"
	status=$?
	if [ -n "$HANDRAIL_APPROVE" ]; then
		cp screen "$screens/$name.screen"
	fi
	if [ $status -gt 1 ]; then
		sed 's/^/# /' told
		echo "not ok $number - $name plays to its end"
	elif diff -u "$screens/$name.screen" screen >differs 2>&1; then
		echo "ok $number - $name is as it was approved"
	else
		head -n 60 differs | sed 's/^/# /'
		echo "not ok $number - $name is as it was approved"
	fi
}

for script in "$screens"/*.keys; do
	compare "$(basename "$script" .keys)"
done

# The calls of the ergonomics goal, to the state they must end in.
counts() { # the name, then keys and thinks
	number=$((number + 1))
	got=$(sed -n 's/^keys //p; s/^thinks //p; s/^errors //p; s/^modal //p' \
		screen | tr '\n' ' ')
	if [ "$got" = "$2 " ]; then
		echo "ok $number - $1 takes the keys it was predicted to"
	else
		echo "# keys, thinks, modal, errors: $got, not $2"
		echo "not ok $number - $1 takes the keys it was predicted to"
	fi
}

stands() { # the sentence, then a field of the record and its value
	number=$((number + 1))
	if grep -q "\"field\":\"$2\".*\"kind\":\"$3\",\"value\":\"$4\"" said; then
		echo "ok $number - $1"
	else
		grep "\"field\":\"$2\"" said | head -n 5 | sed 's/^/# /'
		echo "not ok $number - $1"
	fi
}

# The sentence, and what the page of the person of the last call says.
pages() {
	number=$((number + 1))
	printf 'keys: :%s\342\217\216\nshow page\n' "$ref" >page.keys
	handrail --demo --store "$2" --now "$now" --size 160x50 \
		--keys page.keys >page 2>told
	if grep -q "$3" page; then
		echo "ok $number - $1"
	else
		sed -n 1,4p page | sed 's/^/# /'
		echo "not ok $number - $1"
	fi
}

shows() {
	ref=$1
	handrailctl --store played --now "$now" show "$1" --format json >said
}

play "$screens/s1.keys"
counts 'a burglary, told by the victim,' '173 10 0 0'
shows "$(sed -n 's/^ Saved \([0-9A-Z]*\).*/\1/p' screen | tail -n 1)"
stands 'her name has its capitals' given person Sarah
stands 'her surname' family person Okafor
stands 'her birth date' born person 1984-03-12
stands 'her number' phone person 07700900123
stands 'her postcode' postcode person 'LE97 1AB'
stands 'her address' address home '14 Ash Road'
stands 'a text is safe' channels safety t
stands 'the crime' category casefile BUR
stands 'the day before' when casefile 2026-11-21
stands 'the police number' number casefile '26\*123456'
stands 'no risk, and asked' risk casefile -
stands 'two needs' needs casefile 'h o'
stands 'full consent' consent casefile f
stands 'the referral is queued' state referral queued
stands 'to the locks service' service referral LOC
stands 'the follow-up' next-due casefile 2026-11-24
stands 'the clock of first contact runs' state clock running
same 'the draft is gone' '' "$(ls played/drafts)"

play "$screens/s2.keys"
counts 'a call with no answer' '31 3 0 0'
shows 9M3QRY
stands 'nobody answered' outcome contact no-answer
stands 'no message was left' left contact n
stands 'the note is as typed' note contact 'try after school run'
stands 'the next call is set' next-due casefile 2026-11-23T10:30
stands 'the clock of first contact still runs' state clock running

play "$screens/s4.keys"
counts 'a call from somebody we know' '134 8 0 0'
handrailctl --store played --now "$now" find doyle margaret >said
same 'nobody was made twice' 1 "$(grep -c 'Doyle, Margaret' said)"
shows LRX7HM
stands 'a third incident' nth casefile 3
stands 'on last Friday' when casefile 2026-11-20
stands 'with what was told of the risk' risk casefile 'r p'
stands 'her needs as they were' needs casefile 'o s'
stands 'her consent as it was' consent casefile f
stands 'the referral' service referral ASB
stands 'the standard follow-up' next-due casefile 2026-11-24
stands 'she is persistently targeted' flags casefile '.*persistent.*'

play "$screens/s3.keys"
counts 'domestic abuse, high risk,' '219 10 0 0'
shows "$(sed -n 's/^ Saved \([0-9A-Z]*\).*/\1/p' screen | tail -n 1)"
stands 'only at set times' channels safety w
stands 'in her words' times safety 'mon-fri 10-2, say dentist'
stands 'to the hour' when casefile 2026-11-21T23:00
stands 'the risk, in the order it was told' risk casefile 's c k'
stands 'her rights are enhanced' level casefile enhanced
stands 'the follow-up, to the hour' next-due casefile 2026-11-22T13:00
stands 'her account, with its capitals' narrative casefile 'Partner punched.*Not told police.'
stands 'no police number' category casefile DOM
same 'none at all' 0 "$(grep -c '"field":"number"' said)"
stands 'safeguarding only' kind consent s
stands 'to the IDVA service' service referral IDV
stands 'urgent' urgent referral y
stands 'and sent' state referral sent
pages 'the banner says when and what to say' played 'Call Mon-fri 10-2 only. Say DENTIST'

play "$screens/s5.keys"
counts 'a mother for her child' '216 11 0 0'
shows "$(sed -n 's/^ Saved \([0-9A-Z]*\).*/\1/p' screen | tail -n 1)"
stands 'the child is the person' given person Ellie
stands 'her mother speaks for her' via-name person 'Joanne Pike'
stands 'three weeks ago' when casefile 2026-11-01
stands 'the guardian agreed' consent casefile g
stands 'who is her mother' via-relation person m
stands 'of May 2012' born person 2012-05-19
stands 'reported' number casefile '26\*445566'
stands 'what she fears for' risk casefile 'c y'
stands 'what she needs' needs casefile 'h e f'
stands 'to the child ISVA' service referral CHI
stands 'tomorrow' next-due casefile 2026-11-23
stands 'not for every eye' flags casefile restricted
pages 'all contact is through her mother' played 'Speak to Joanne Pike only'

play "$screens/s7.keys"
counts 'a hate crime, with an interpreter,' '207 12 0 0'
shows "$(sed -n 's/^ Saved \([0-9A-Z]*\).*/\1/p' screen | tail -n 1)"
stands 'his language' language person pol
stands 'this morning' when casefile 2026-11-22T07:40
stands 'a hate crime' category casefile HAR
stands 'reported' number casefile '26\*777001'
stands 'again' risk casefile r
stands 'full consent' consent casefile f
stands 'to the hate crime service' service referral HAT
stands 'in three days' next-due casefile 2026-11-25
stands 'his rights are enhanced, by rule' level casefile enhanced
stands 'an interpreter is a task' what task interpreter

play "$screens/s8.keys"
counts 'fraud, hard of hearing,' '218 11 0 0'
shows "$(sed -n 's/^ Saved \([0-9A-Z]*\).*/\1/p' screen | tail -n 1)"
stands 'what helps him' access person h
stands 'the number as told' number casefile NF260912345
stands 'in a week' next-due casefile 2026-11-29
stands 'on Monday' when casefile 2026-11-16
stands 'what makes it worse' risk casefile 'v l'
stands 'what he needs' needs casefile 'b o'
stands 'safeguarding only' consent casefile s
stands 'to the fraud caseworker' service referral FRA
stands 'where he lives' address home 'The Lodge, Park Lane'
same 'nothing was said of messages' 0 "$(grep -c '"field":"channels"' said)"
pages 'how to speak with him is on the banner' played 'Access: H hard of hearing'

play "$screens/s6.keys"
counts 'a trial date, by the reference,' '50 7 0 0'
handrailctl --store played --as mvale --now "$now" export hearing --format json >said
says 'the day stands in the diary' \
	'"as":"c".*"court":"LCC".*"measures":\["s"\].*"on":"2027-09-14T10:00".*"told":true'
says 'with what she wants' 'wants pre-trial visit'
handrailctl --store played --as mvale --now "$now" export clock --format json >said
says 'and the clock of being told is met now' \
	'2026-11-22T11:42.*"rule":"VC18".*"state":"met"'

play "$screens/s9.keys"
counts 'a witness, found by her number,' '76 8 0 0'
handrailctl --store played --as mvale --now "$now" export hearing --format json >said
says 'she comes as a witness' \
	'"as":"w".*"court":"LMC".*"measures":\["l","t"\].*"on":"2027-10-22T09:30"'
says 'with what she needs' '[Nn]eeds taxi from [Mm]elton, childcare 8am'
shows H2QWK4
stands 'the referral is queued' state referral queued
stands 'to the Witness Service' service referral WIT

# Slips of the hand, each in the first call: how many keys putting it right costs
# beside what has to be typed anew, and that the call ends as it would have.
slip() { # the sentence, keys typed anew, the most it may cost, the script
	number=$((number + 1))
	play "$screens/$4.keys"
	cost=$(($(sed -n 's/^keys //p' screen) - 173 - $2))
	if [ $cost -le "$3" ]; then
		echo "ok $number - $1 costs $cost keys"
	else
		echo "not ok $number - $1 costs $cost keys, more than $3"
	fi
	shows "$(sed -n 's/^ Saved \([0-9A-Z]*\).*/\1/p' screen | tail -n 1)"
	stands 'her name all the same' given person Sarah
	stands 'her surname' family person Okafor
	stands 'her number' phone person 07700900123
	stands 'her address' address home '14 Ash Road'
	stands 'her account' narrative casefile 'Back door.*afraid alone.'
}

slip 'two figures swapped, seen at the address,' 2 6 slip_a
slip 'the surname in the first box' 7 5 slip_b
slip 'another crime taken, seen at the account,' 1 5 slip_c
stands 'the right crime' category casefile BUR
slip 'another day' 2 5 slip_d
stands 'the right day' when casefile 2026-11-20
slip 'safe contact changed at the end' 2 5 slip_f
stands 'as she wants it now' channels safety v
# Left and taken up by hand; after a cut the console lands there by itself.
slip 'a draft left after the account and taken up' 0 8 slip_g

echo "1..$number"
