#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Four months of a force's crimes and outcomes as published, in order and out of
# it, twice over, and reissued; the counts against those others computed.
. "${top_srcdir:-.}/tests/support/story"
shared=$HANDRAIL_SHARED_DATA
[ -d "$shared/police/issue-2022-06" ] ||
	leave_out 'the police open data is not beside the source tree'
make_store
first=$shared/police/issue-2022-06 second=$shared/police/issue-2022-12

# One column of the row that an import printed as csv, by its name.
count() {
	awk -F, -v name="$1" '{ sub(/\r$/, "") }
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i }
		NR == 2 { print $at }' said
}

# The sum of a column of the figures of Leicestershire, by kind and name.
expected() {
	awk -F, -v kind="$1" -v name="$2" '{ sub(/\r$/, "") }
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i }
		$2 == "issue-2022-06" && $3 == "leicestershire" && $5 == kind {
			sum += $at }
		END { print sum }' "$shared/expected/police/per_file.csv"
}

# A figure of the four months together.
together() {
	sed -n '/"force": "leicestershire"/,/^ }/p' \
		"$shared/expected/police/join_street_outcomes.json" |
	sed -n "s/^ *\"$1\": \([0-9]*\),*/\1/p"
}

changed() {
	awk -F, '{ sub(/\r$/, "") }
		NR == 1 { for (i = 1; i <= NF; i++)
			if ($i == "any_field_changed") at = i }
		$1 == "leicestershire" { sum += $at }
		END { print sum }' "$shared/expected/police/reissue_street.csv"
}

adds_up() {
	awk -F, '{ sub(/\r$/, "") } NR == 2 {
		print ($2 == $3 + $4 + $5 + $6 + $7 + $8 + $9) ? "yes" : "no" }' \
		said
}

street=$(echo "$first"/2021-0[3456]-leicestershire-street.csv.gz)
outcomes=$(echo "$first"/2021-0[3456]-leicestershire-outcomes.csv.gz)
rows=$(expected street rows)
crimes=$(($(together distinct_street_crimes) +
	$(together street_rows_without_crime_id)))
# shellcheck disable=SC2086
{
ends 'four months of crimes are taken in' 0 \
	ctl import police-uk-street $street --format csv
same 'every row was read' "$rows" "$(count read)"
same 'and is new, those without an id too' "$crimes" "$(count new)"
same 'and the parts add up' yes "$(adds_up)"
ctl export crime --format csv | LC_ALL=C sort >crimes.csv
same 'as many crimes can be written out' "$crimes" "$(($(wc -l <crimes.csv) - 1))"

ends 'their outcomes are taken in' 0 \
	ctl import police-uk-outcomes $outcomes --format csv
same 'every row was read' "$(expected outcomes rows)" "$(count read)"
same 'rows that repeat within a file are counted' \
	"$(together outcome_rows_exactly_repeated)" \
	"$(count repeated)"
same 'and the parts add up' yes "$(adds_up)"

digest=$(ctl digest)
ends 'the same files again' 0 ctl import police-uk-street $street --format csv
same 'bring nothing new' 0/0 "$(count new)/$(count changed)"
ends 'nor do the outcomes' 0 \
	ctl import police-uk-outcomes $outcomes --format csv
same 'bring anything' 0/0 "$(count new)/$(count changed)"

ends 'the force publishes them again' 0 ctl import police-uk-street \
	"$second"/2021-0[3456]-leicestershire-street.csv.gz --format csv
same 'with as many changed as others counted' "$(changed)" "$(count changed)"
same 'and none new' 0 "$(count new)"
ctl export crime --format csv | LC_ALL=C sort >reissued.csv
holds 'the store is well' ctl verify --deep

HANDRAIL_STORE=$work/backwards
make_store
ends 'outcomes may come before their crimes' 0 \
	ctl import police-uk-outcomes $outcomes --format csv
ends 'and months backwards' 0 ctl import police-uk-street \
	$(printf '%s\n' $street | sort -r) --format csv
same 'with every crime new' "$crimes" "$(count new)"
ctl import police-uk-street \
	"$second"/2021-0[3456]-leicestershire-street.csv.gz >/dev/null
ctl export crime --format csv | LC_ALL=C sort >backwards.csv
holds 'and the same crimes in the end' cmp reissued.csv backwards.csv
}
finish
