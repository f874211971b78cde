#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Directories go from hub to hub as a page of Open Referral HSDS 3, and pages
# that others wrote come in, with what we have no field for; one that is wrong
# changes nothing.
. "${top_srcdir:-.}/tests/support/story"
make_store
now=2026-11-23T09:00:00Z
at_now() {
	ctl --now $now "$@"
}
services() {
	at_now export service --format csv | wc -l | tr -d ' '
}
# A page as lines, without the numbers of what belongs to a service.
lines() {
	tr '{}' '\n\n' <"$1" | sed -E \
		's/,?"id":"[0-9a-f]{8}-0000-8(0[0-9a-f][1-9]|[1-9]..)-[^"]*",?//' |
		sort
}

at_now directory load >/dev/null
at_now act keep_directory kind=agency key=elms agency.name='Elms' \
	agency.sort=charity agency.web=elms.example >/dev/null
holds 'a service of our own is written down' at_now act keep_directory \
	kind=service key=elms/cou service.code=COU \
	service.name='Elms "counselling"' service.sort=counselling agency=elms \
	service.areas='LEI NOR' service.languages='guj pol' \
	service.from-age=11 service.to-age=18 service.hours='mon-fri 9-5' \
	service.phone=01632960345 service.who='young people'
ends 'the directory goes out as a page' 0 at_now directory export --out page
written=$(services)
ends 'and as tables' 0 at_now directory export --format hsds-csv --out tables

HANDRAIL_STORE=$work/third
make_store
ends 'a hub takes the tables in' 0 at_now directory import tables
at_now directory export --out back 2>told
same 'and knows all that the page tells' "$(lines page)" "$(lines back)"
HANDRAIL_STORE=$work/other
make_store
ends 'another hub takes the page in' 0 at_now directory import page
says 'all of it' ' 0 *$'
same 'every service' "$written" "$(services)"
ends 'and gives it out again' 0 at_now directory export --out back
same 'as it came' "$(lines page)" "$(lines back)"
at_now export service --format csv >said
says 'with its languages' 'guj.*pol'
ends 'the same page again' 0 at_now directory import page
same 'brings nothing new' 0 "$(awk 'NR == 2 { print $2 + $3 }' said)"

# What another directory wrote.
cat >theirs <<'END'
[{"id": "s-1", "name": "Rowan House", "fees": "none", "status": "active",
  "organization": {"id": "o-1", "name": "Rowan", "year_incorporated": 1974},
  "phones": [{"number": "01632 960111", "type": "voice"},
             {"number": "01632 960112"}],
  "schedules": [{"byday": "MO,TU", "opens_at": "09:00", "closes_at": "17:00"}],
  "languages": [{"name": "x", "code": "urd"}, {"code": "guj"}],
  "service_areas": [{"name": "LEI"}], "funding": null,
  "service_at_locations": [{"location": {"name": "The house", "addresses": [
    {"address_1": "4 rowan road", "city": "leicester",
     "postal_code": "LE1 1AA"}]}}],
  "attributes": [], "minimum_age": 16}]
END
ends 'what others wrote is taken in' 0 at_now directory import theirs
at_now export service --format json >said
says 'with the first number' '"phone":"[^"]*1632 ?960111'
says 'the hours' 'MO,TU 09:00-17:00'
says 'the place' '4 Rowan Road, Leicester'
says 'its postcode' 'LE1 1AA'
says 'the languages' 'urd.*guj'
says 'what has no field' 'fees: none'
says 'and the number that had no room' '960112'
at_now export agency --format json >said
says 'also of who runs it' 'year_incorporated: 1974'

# What is wrong changes nothing.
written=$(services)
printf '[{"id": "n-1", "name": "New"},\n {"id": "n-2" "name": "Odd"}]' >broken
ends 'what is not JSON is told' 1 at_now directory import broken
says 'by line and column, with what to do' 'broken:2:[0-9]+: .*put it right'
printf '[{"id": "n-1", "name": "New"}, {"id": "n-2", "name": " "}]' >nameless
ends 'so is a service with no name' 1 at_now directory import nameless
says 'by its place' 'nameless: \[1\]\.name: say what it is called'
printf '{"contents": [{"id": "n-1", "name": "New", "organization": 7}]}' >odd
ends 'and what is of another form' 1 at_now directory import odd
says 'by its place' 'odd: contents\[0\]\.organization: '
printf '{"total_items": 0}' >empty
ends 'a page without a list' 1 at_now directory import empty
says 'is told what it should be' 'no list of services.*contents'
same 'nothing of them was taken in' "$written" "$(services)"
ends 'a file that is not there' 1 at_now directory import nowhere
ends 'no file at all' 2 at_now directory import
ends 'another format' 2 at_now directory import page --format xml
finish
