#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Every lesson of the drills, taken by somebody who makes no slip, and one slip.
. "${top_srcdir:-.}/tests/support/story"

ends 'the lessons are listed' 0 handrail --tutor
lessons=$(sed -n 's/^\(s[0-9]*\) .*/\1/p' said)
number=$((number + 1))
if [ "$(echo "$lessons" | wc -l)" -ge 5 ]; then
	echo "ok $number - there are five or more"
else
	echo "not ok $number - there are five or more"
fi

for lesson in $lessons; do
	ends "$lesson can be taken" 0 handrail --tutor "$lesson" \
		--keys "$top_srcdir/data/calls/$lesson.cfg"
	says 'and ends well' 'Well done: .* 0 slips'
done

printf 'keys: x n\nshow so far\n' >slip.keys
ends 'a wrong key goes no further' 0 handrail --tutor s1 --keys slip.keys
says 'and is counted' 'step 2 of .* 1 slip'
same 'nothing of a lesson is left behind' '' \
	"$(ls -d /tmp/handrail-tutor.* 2>/dev/null)"
ends 'a lesson that is none is said' 2 handrail --tutor s99

finish
