#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Records of another register, with columns of its own and nothing of ours, come
# in by a definition written for them, and those written down twice are found:
# the public sets of FEBRL, whose names of rows say who is who.
. "${top_srcdir:-.}/tests/support/story"
febrl=$HANDRAIL_SHARED_DATA/linkage/febrl
[ -f "$febrl/dataset1.csv" ] ||
	leave_out 'the sets of FEBRL are not beside the source tree'
make_store

cat >register.cfg <<'END'
title  = "A register of elsewhere";
source = "FEBRL";
note   = "Synthetic people.";
act    = "put_person";
needs  = ( "rec_id" );
key    = ( "rec_id" );
columns = (
	{ name = "rec_id"; needed = true; },
	{ name = "given_name"; to = "person.given"; },
	{ name = "surname"; to = "person.family"; },
	{ name = "street_number"; to = "home.address"; },
	{ name = "address_1"; to = "home.address"; joins = true; },
	{ name = "address_2"; to = "home.address"; joins = true; },
	{ name = "suburb"; to = "home.address"; joins = true; },
	{ name = "state"; to = "home.address"; joins = true; },
	{ name = "postcode"; to = "person.postcode"; as_said = true; },
	{ name = "date_of_birth"; to = "person.born"; as_said = true; }
);
END

# The harmonic mean of precision and recall of what was said, in thousandths,
# when $1 pairs are of one person.
f1() {
	awk -F, -v true="$1" 'NR == 1 {
			for (i = 1; i <= NF; i++) {
				if ($i == "a-key") a = i
				if ($i == "b-key") b = i
			}
			next
		}
		{
			# Names are "Family, Given": the comma moves the rest.
			match($0, /rec-[0-9]+/)
			one = substr($0, RSTART, RLENGTH)
			rest = substr($0, RSTART + RLENGTH)
			match(rest, /rec-[0-9]+/)
			pairs++
			right += one == substr(rest, RSTART, RLENGTH)
		}
		END { printf "%d\n", 2000 * right / (pairs + true) }' said
}

at_least() {
	number=$((number + 1))
	if [ "$3" -ge "$2" ]; then
		echo "ok $number - $1"
	else
		echo "# $3 is below $2"
		echo "not ok $number - $1"
	fi
}

ends 'a register of a thousand people is taken in' 0 \
	ctl import register.cfg "$febrl/dataset1.csv" --format csv
ends 'the pairs are listed' 0 ctl duplicates --format csv
at_least 'those of one person are found by the shipped weights, nine in ten and more' \
	985 "$(f1 500)"
ends 'a pair says what each field did' 0 ctl duplicates --limit 1
says 'in words and as a bar' 'surname [+-]+'
ends 'again, nothing is new' 0 \
	ctl import register.cfg "$febrl/dataset1.csv" --format csv
says 'every row was known' '^register,1000,0,0,1000,'

ends 'weights are learned from the records themselves' 0 ctl duplicates --train
mkdir -p site/linkage
cp said site/linkage/own.cfg
ends 'they are a file that can be read' 0 \
	handrailctl check-config site/linkage/own.cfg
ends 'a threshold that is none is refused' 2 ctl duplicates --threshold often
says 'with an example' 'a probability such as 0.9'
finish
