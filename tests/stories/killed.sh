#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Killed with no warning, in the middle of an import and while several people
# save at once: what was said to be saved is there, nothing is there in part,
# and doing it again carries on. KILLS says how often (30).
. "${top_srcdir:-.}/tests/support/story"
make_store
kills=${KILLS:-30}

# A force's referrals of day $1, in a file of its own.
day() {
	awk -v day="$1" 'BEGIN {
		print "Force,Crime number,Crime type,When,Person number," \
			"Given name,Family name,Born,Phone,Consent," \
			"Safe contact,Status"
		for (i = day * 1000; i < day * 1000 + 500; i++)
			printf "Leicestershire Police,26*%06d," \
				"Burglary - residential,2026-11-20,%d,Ewa," \
				"Nowak%d,1988-05-02,07700900321,yes,tv,new\n",
				i, i, i
	}' >"day.$1.csv"
}

milliseconds() {
	date +%s%3N
}

# Each day is killed somewhere between its start and the time that one takes.
day 0
began=$(milliseconds)
ends 'a day of referrals is taken in' 0 \
	ctl import police-referral day.0.csv --format csv
takes=$(($(milliseconds) - began))
i=0
while [ $i -lt "$kills" ]; do
	i=$((i + 1))
	day $i
	ctl import police-referral day.$i.csv >/dev/null 2>&1 &
	victim=$!
	sleep "$(awk -v i=$i -v takes=$takes \
		'BEGIN { printf "%.3f", takes * (i * 7919 % 1000) / 1e6 }')"
	kill -9 $victim 2>/dev/null
	wait $victim 2>/dev/null
done
holds "after $kills kills of an import the store is well" ctl verify --deep
ends 'the imports carry on' 0 ctl import police-referral day.*.csv --format csv
ctl export person --format csv | grep -oE 'Nowak[0-9]+' | sort >people
same 'and in the end every person is there once' $((500 * (kills + 1))) \
	"$(wc -l <people)"
same 'and nobody twice' '' "$(uniq -d people)"

# People saving at once; each writes down the references that it was told.
save() {
	while :; do
		ctl act take_referral person.given=zoe person.family="desk$1" \
			--format json 2>/dev/null |
			grep -oE '"ref":"[A-Z0-9]+"' | cut -d '"' -f 4 \
			>>"told.$1"
	done
}
for desk in 1 2 3 4 5 6; do
	save $desk &
	desks="$desks $!"
done
sleep 6
# shellcheck disable=SC2086
kill -9 $desks 2>/dev/null
for process in /proc/[0-9]*; do
	grep -qsa "$work/pass" "$process/cmdline" &&
		kill -9 "${process#/proc/}" 2>/dev/null
done
wait 2>/dev/null
sleep 1
holds 'after people were killed while saving the store is well' \
	ctl verify --deep
cat told.* | sort >told.all
ctl export person --format csv | grep -oE '^[^,]*|,[A-Z0-9]{6},' |
	tr -d ',' | sort -u >there
holds 'something was saved' test -s told.all
same 'and all that was said to be saved is there' '' \
	"$(comm -23 told.all there)"
finish
