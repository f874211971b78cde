#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Line mode: the calls of tests/screens, one prompt a line.
. "${top_srcdir:-.}/tests/support/story"
now=2026-11-22T11:42:00Z
TERM=dumb
export TERM

ends 'a demonstration of the cast alone is made' 0 \
	handrailctl --store store --now "$now" demo --people 1

# Each argument is a line that somebody types.
talk() {
	printf '%s\n' "$@" |
		handrail --demo --plain --store store --now "$now" >said 2>told
}

# The sentence, then a text that must stand in what was said.
tells() {
	number=$((number + 1))
	if grep -qF -- "$2" said; then
		echo "ok $number - $1"
	else
		echo "# not said: $2"
		tail -n 20 said | sed 's/^/# /'
		echo "not ok $number - $1"
	fi
}

talk new v y sarah okafor 120384 07700900123 t le971ab '14 ash road' bur y \
	26123456 'back door forced while at work.' - ho f loc 2d '' \
	'find okafor sarah' quit
tells 'the queue is read out first' '1. 9M3QRY, Hussain, Amira.'
tells 'a question stands before its field' 'And your surname?'
tells 'a name is read back with its capital' '= Sarah'
tells 'a day with its weekday and distance' '= Sat 21 Nov 2026 (yesterday)'
tells 'a code with its words' '= burglary at home'
tells 'the call is saved, with the reference to say' 'Say: '
tells 'and can be found' 'Okafor, Sarah, 12 Mar 1984 42y'

talk 'contact 9M3QRY' n 1d1030 'try after school run' '' 'show 9M3QRY' quit
tells 'what is not safe comes before anything is asked' '!! DO NOT text.'
tells 'and that now is no safe time' 'NOT NOW, a call: not one of their safe times'
tells 'the try is saved' 'Saved: no answer. Next: Mon 23 Nov 2026 10:30'
tells 'and stands with the person' '22 Nov 11:42 out JS no answer'

talk new v '?' y '.ln' pol margaret '<' peggy '..' quit
tells 'a question mark lists the choices' 'y  yes, alone'
tells 'a dot and a tag jump' '= Polish'
tells 'what is left is a draft' 'Your draft is kept.'
talk draft '<' '..' quit
tells 'and goes on where it was' '1 draft is kept'
tells 'with what was told' 'First name [Peggy]'

talk quit
tells 'a dumb terminal is talked to in lines' 'handrail, line mode'
same 'and nothing in it moves a cursor' 0 "$(grep -c "$(printf '\033')" said)"

echo "1..$number"
