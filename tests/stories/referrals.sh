#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# A person is passed on: the list that explains itself, what may be shared and
# what may not, the answers, a need that nothing serves, a case that moves away.
. "${top_srcdir:-.}/tests/support/story"
make_store
now=2026-11-23T09:00:00Z
at() { # a moment, then a command
	moment=$1
	shift
	ctl --now "$moment" "$@"
}
act() {
	ctl --now $now act "$@"
}
taken() { # what a caller says; the reference
	act take_referral caller=v safe-now=y follow-up=2d "$@" --format json |
		grep -oE '"ref":"[A-Z0-9]+"' | cut -d '"' -f 4
}

ends 'the national services are taken in' 0 at $now directory load --format csv
says 'each once' '^[0-9]+,[1-9][0-9]*,0,0,0'
at $now directory load --format csv >said
says 'and not twice' '^([0-9]+),0,0,\1,0'
ends 'a helpline is found by a word' 0 at $now directory list stalk
says 'with its number and how sure we are' '08088020300 .*2026-11-01 .* M'
at 2027-02-01T09:00:00Z directory list --stale --format csv >said
says 'and later wants checking again' '2026-11-01,y'

amira=$(taken person.given=amira person.family=hussain person.born=230791 \
	person.sex=f person.phone=07700900456 safety.channels=w \
	safety.times='mon-fri 10-2, say dentist' person.postcode=le972cd \
	home.address='flat 3, 8 mill lane' casefile.category=dom \
	casefile.when=y casefile.risk=sck casefile.needs=hsf consent.kind=s)

ends 'what is on the list has its reason' 0 at $now pathway "$amira"
says 'also what cannot be offered' 'nobody in the directory'
ends 'an IDVA that nobody wrote down cannot be asked' 1 act refer_out \
	casefile="$amira" service=idv
says 'and the sentence says what to do' 'keep_directory adds one'

act keep_directory kind=agency key=elms agency.name='Elms' \
	agency.sort=charity >/dev/null
ends 'a service wants a name' 1 act keep_directory kind=service key=elms/idv \
	service.code=IDV agency=elms
holds 'the IDVA service is written down' act keep_directory kind=service \
	key=elms/idv service.code=IDV service.name='Elms IDVA' \
	service.sort=idva agency=elms service.areas=LEI service.reply=4 \
	service.free=3 service.by=e service.from-age=16
ends 'nothing personal goes without an agreement' 1 act refer_out \
	casefile="$amira" service=idv
says 'it says so' 'no sharing agreement'
ends 'an agreement has a first day' 1 act keep_directory kind=agreement \
	key=ELMS-3 agency=elms agreement.title='Elms sharing' \
	agreement.sort=sharing
holds 'the agreement is written down' act keep_directory kind=agreement \
	key=ELMS-3 agency=elms agreement.title='Elms sharing' \
	agreement.sort=sharing agreement.from=1/1/2026
at $now pathway "$amira" --format csv >said
says 'now it is offered, today' '^y,IDV,Elms IDVA,y,High risk'
ends 'and she is referred' 0 act refer_out casefile="$amira" service=idv
says 'with a time for the reply' '23 Nov 2026 13:00'
at $now export referral --format csv >said
says 'on the safeguarding path' 'safeguarding'
says 'with how to reach her safely' 'mon-fri 10-2'
same 'and never with where she lives' '' \
	"$(grep -iE 'mill lane|address' said | grep -v '^casefile,')"
ends 'no answer: it is chased' 0 at 2026-11-23T14:00:00Z act chase_referral \
	casefile="$amira" referral=idv again=t1700
ends 'a place in line has a day' 1 act answer_referral casefile="$amira" \
	referral=idv state=waiting place=3
holds 'which is told' act answer_referral casefile="$amira" referral=idv \
	state=waiting place=3 expected=1/12
holds 'then they take her on' act answer_referral casefile="$amira" \
	referral=idv state=accepted
holds 'they tell us' act feedback_referral casefile="$amira" referral=idv \
	feedback='met twice, safety plan made'
holds 'and it ends well' act feedback_referral casefile="$amira" \
	referral=idv outcome=helped
ends 'what is over is not answered again' 1 act answer_referral \
	casefile="$amira" referral=idv state=declined reason=x
ends 'her wish not to be passed on to others is kept' 1 act refer_out \
	casefile="$amira" service=loc
says 'in words' 'nobody in the directory|no consent'

# Where there is no room, and nothing fits.
holds 'a service that is full' act keep_directory kind=service \
	key=elms/cou service.code=COU service.name='Elms counselling' \
	service.sort=counselling agency=elms service.areas=LEI service.free=0 \
	service.from-age=18 service.districts=E06000017
george=$(taken person.given=george person.family=whitmore \
	person.born=020241 person.phone=01632960345 person.district=charnwood \
	casefile.category=bur casefile.when=y casefile.risk=v \
	casefile.needs=oh consent.kind=f)
ends 'wrong area and no place are told' 1 act refer_out casefile="$george" \
	service=cou
says 'both' 'wrong area, no place free'
holds 'with a reason it still goes' act refer_out casefile="$george" \
	service=cou why='they keep one place for us'
ends 'a no wants its reason' 1 act answer_referral casefile="$george" \
	referral=cou state=declined
holds 'a no is written down' act answer_referral casefile="$george" \
	referral=cou state=declined reason='full until March'
at $now export task --format csv >said
says 'and somebody asks who else' 'said no: who else'
ends 'the need is unmet' 0 act note_unmet casefile="$george" need=h why=full \
	service=cou note='wants to sleep again'
at $now export unmet --format csv >said
says 'with where, how old and what' 'E07000130,65,BUR'
holds 'until help is found' act note_unmet casefile="$george" met=y
holds 'a helpline is only told of' act refer_out casefile="$george" service=vsl
at $now export referral --format csv >said
says 'and nothing is shared' 'VSL,done'

# For other directories.
ends 'the directory is given out as HSDS' 0 at $now directory export
says 'with who runs a service, its number and when it was last asked' \
	'"alternate_name":"VSL","assured_date":"2026-11-01".*"organization":.*"name":"Victim Support".*"number":"08081689111"'
ends 'and as tables' 0 at $now directory export --format hsds-csv --out hsds
same 'each with its head' 'id,organization_id,name,alternate_name' \
	"$(head -n 1 hsds/services.csv | cut -d , -f 1-4)"
same 'a service of each row' "$(at $now export service --format csv |
	wc -l | tr -d ' ')" "$(wc -l <hsds/services.csv | tr -d ' ')"
HANDRAIL_STORE=$work/other
make_store
ends 'another hub takes the tables in' 0 at $now directory import hsds
says 'all of them' ' 0 *$'
at $now directory import hsds --format hsds-csv >said
at $now directory export --format hsds-csv --out back 2>told
same 'and gives out the same services' "$(sort hsds/services.csv)" \
	"$(sort back/services.csv)"
same 'the same telephones' "$(cut -d , -f 3 hsds/phones.csv | sort)" \
	"$(cut -d , -f 3 back/phones.csv | sort)"
printf 'id,name,odd\nabc,A service,kept as told\nabd,,x\n' >hsds/services.csv
ends 'a row with no name is told by its line' 1 at $now directory import hsds
says 'in its file' 'services.csv:3: '
at $now export service --format csv >said
says 'and what had no field was kept' 'odd: kept as told'
HANDRAIL_STORE=$work/store
ends 'another format is told' 2 at $now directory export --format xml

# A case that moves.
ends 'a transfer wants a reason' 1 act transfer_case casefile="$george" \
	hub='Norfolk hub'
holds 'another hub is asked' act transfer_case casefile="$george" \
	hub='Norfolk hub' why=moved
ends 'a no wants a reason' 1 act answer_transfer casefile="$george" \
	state=rejected
holds 'they say no' act answer_transfer casefile="$george" state=rejected \
	reason='he is back in Leicester in a week'
holds 'they are asked again' act transfer_case casefile="$george" \
	hub='Norfolk hub' why=moved items='name safe risk plan'
ends 'they say yes' 0 act answer_transfer casefile="$george" transfer=2 \
	state=accepted contact='Ann Bly'
at $now export casefile --format csv >said
says 'and the case has left our queue' "closed.*out-of-area"
holds 'all of it is well' ctl verify --deep
finish
