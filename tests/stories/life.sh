#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# A life in the books: reported, referred, assessed, unsafe, safe again, charged,
# the trial vacated twice, guilty on one count, appeal, release, recall. What was
# known, what ran and what was told is looked at again afterwards as it stood on
# each of those days.
. "${top_srcdir:-.}/tests/support/story"
make_store
at() { # a moment, then a command
	moment=$1
	shift
	ctl --now "$moment" "$@"
}

# An act on a day, that is done.
does() { # the sentence, the moment, the act, its values
	sentence=$1 moment=$2 act=$3
	shift 3
	ends "$sentence" 0 at "$moment" act "$act" casefile="$ref" "$@"
}

# An act that is refused, with words.
refused() { # the sentence, the pattern, the moment, the act, its values
	sentence=$1 pattern=$2 moment=$3 act=$4
	shift 4
	ends "$sentence" 1 at "$moment" act "$act" casefile="$ref" "$@"
	says 'and says what to do' "$pattern"
}

# The timeline as the hub knew it on a day, looked at from the end.
end=2027-09-01T12:00:00Z
knew() { # the day
	at "$end" timeline "$ref" --as-of "$1T23:00:00Z" --format csv >said 2>told
}

# How many lines of the timeline as of the day are like this.
lines() { # the sentence, how many, the day, the pattern
	knew "$3"
	same "$1" "$2" "$(grep -cE -- "$4" said)"
}

stage() { # the sentence, the day, the stage
	at "$end" show "$ref" --as-of "$2T23:00:00Z" --format csv >said 2>told
	same "$1" "$3" "$(sed -n 's/^casefile,[^,]*,stage,\([^,]*\),.*/\1/p' said)"
}

cat >slip <<'END'
caller=v
safe-now=y
person.given=grace
person.family=mensah
person.born=120384
person.phone=07700900123
safety.channels=tv
casefile.category=vio
casefile.when=y2210
casefile.number=25123456
casefile.narrative=struck with a bottle outside her door. knows him from next door.
casefile.risk=-
casefile.needs=ho
consent.kind=f
follow-up=2d
END
ends 'it is reported, and she is referred' 0 at 2025-03-04T10:00:00Z \
	act take_referral --slip slip --format json
ref=$(grep -oE '"ref":"[A-Z0-9]+"' said | cut -d '"' -f 4)

# ---- what cannot be so is said, with the way on ----
refused 'a step that is not open' 'open from here: S0[0-9]' \
	2025-03-04T10:05:00Z move_journey state=S29
refused 'a day before the crime' 'before the crime.*2025-03-03' \
	2025-03-04T10:05:00Z move_journey state=S01 on=2025-02-01
ends 'a reference with a wrong check symbol' 1 at 2025-03-04T10:05:00Z \
	timeline "$(echo "$ref" | tr "2346789CFHKLMQRWXYZ" "346789CFHKLMQRWXYZ2" | cut -c 1)${ref#?}"

refused 'a hearing at a court that closed' \
	'Melton Mowbray.*closed.*Loughborough' \
	2025-03-04T11:05:00Z add_hearing hearing.on='28/3/2025 1000' \
	hearing.court=mel hearing.as=c
refused 'a hearing before the crime' 'before the crime' \
	2025-03-04T11:05:00Z add_hearing hearing.on='1/3/2025 1000' \
	hearing.court=lmc hearing.as=c
refused 'a year with no table of holidays' 'holiday' \
	2031-03-04T11:05:00Z add_hearing hearing.on='28/3/2031 1000' \
	hearing.court=lmc hearing.as=c
refused 'a sentence looked at again that was never passed' 'nothing yet' \
	2025-03-04T11:10:00Z record_decision decision.sort=lenient \
	decision.asked=t
refused 'restorative justice before there is a stage for it' \
	'not at such a stage' 2025-03-04T11:10:00Z offer_restorative

does 'she is assessed' 2025-03-05T10:00:00Z assess_needs scores=34-02120

# ---- unsafe, and safe again ----
ends 'he is next door: nothing is safe' 0 at 2025-03-06T09:00:00Z \
	act set_safety person="$ref" safety.channels=x
ends 'a text to her is refused' 1 at 2025-03-06T09:05:00Z act record_contact \
	casefile="$ref" outcome=sms-sent channel=t
ends 'he has moved: text and voicemail are safe' 0 at 2025-03-12T09:00:00Z \
	act set_safety person="$ref" safety.channels=tv
ends 'and she is reached' 0 at 2025-03-12T09:05:00Z act record_contact \
	casefile="$ref" outcome=r minutes=20

# ---- suspected and charged ----
does 'he is named' 2025-03-10T11:00:00Z add_suspect suspect.name='kevin oak' \
	suspect.relation=n
does 'and arrested' 2025-03-11T11:00:00Z move_charge suspect=1 state=S04 \
	told-by=police
does 'she is told of it' 2025-03-12T10:00:00Z tell what=arrest by=police
does 'he is charged with one thing' 2025-03-14T11:00:00Z add_charge \
	charge.offence=wounding told-by=police
does 'and with another' 2025-03-14T11:05:00Z add_charge charge.offence=affray \
	told-by=police
does 'she is told of that late' 2025-03-24T11:00:00Z tell what=charged

# ---- the trial, vacated twice ----
does 'a first hearing is listed' 2025-03-20T11:05:00Z add_hearing \
	hearing.on='28/3 1000' hearing.court=lmc hearing.as=n told=y
refused 'what is still to come was not heard' 'still to come' \
	2025-03-21T11:05:00Z hear_hearing
does 'it sends him to the Crown Court' 2025-03-28T15:00:00Z hear_hearing \
	state=S17
does 'a plea hearing is listed' 2025-04-02T11:00:00Z add_hearing \
	hearing.on='25/4 1000' hearing.court=lcc hearing.as=n
does 'he says he is not guilty' 2025-04-25T15:00:00Z hear_hearing plea=n
does 'the trial has a day' 2025-04-28T11:00:00Z add_hearing \
	hearing.on='15/9 1000' hearing.court=lcc hearing.as=c \
	hearing.measures=st told=y
does 'she may have screens' 2025-05-28T11:00:00Z decide_measures \
	hearing.granted=s hearing.decided-on=2025-05-27
does 'it is vacated' 2025-08-28T11:00:00Z relist_hearing result=v why=time \
	hearing.on='17/11 1000'
does 'and again' 2025-11-12T11:00:00Z relist_hearing result=v why=counsel \
	hearing.on='2/2 1000' told=y
does 'on the third day it goes ahead' 2026-02-02T17:00:00Z hear_hearing
does 'guilty on one count' 2026-02-05T16:00:00Z move_charge charge=1 state=S26 \
	told-by=court
does 'and not on the other' 2026-02-05T16:01:00Z move_charge charge=2 \
	state=S25 told-by=court
does 'she is told the same day' 2026-02-05T16:30:00Z tell what=trial
does 'she makes a statement' 2026-02-10T09:00:00Z record_statement \
	statement.by=police statement.choice=write statement.made=t

# ---- sentence, appeal, release, recall ----
refused 'a sentence with dates and no source' 'who told' \
	2026-03-10T09:00:00Z move_charge charge=1 state=S29 \
	charge.disposals=custody charge.months=30
does 'he is sentenced' 2026-03-10T09:00:00Z move_charge charge=1 state=S29 \
	charge.disposals='custody restraining' charge.months=30 \
	charge.length='30 months' charge.source=witness-care
says 'and the case is sentenced' 'sentenced'
refused 'a statement after the sentence' 'parole' 2026-03-11T09:00:00Z \
	record_statement statement.added=t
does 'she joins the contact scheme' 2026-03-20T09:00:00Z set_scheme \
	scheme.state=joined scheme.contact=stages
refused 'an appeal nobody told of' 'who told' 2026-04-01T09:00:00Z \
	record_decision decision.sort=appeal decision.asked=t
does 'he appeals' 2026-04-01T09:00:00Z record_decision decision.sort=appeal \
	decision.asked=t decision.by=defence decision.source=witness-care
refused 'the Attorney General a day too late' 'until 2026-04-07' \
	2026-04-08T09:00:00Z record_decision decision.sort=lenient \
	decision.asked=t
does 'the appeal is dismissed' 2026-07-01T09:00:00Z record_decision \
	decision.sort=appeal decision.result=dismissed decision.source=court
does 'he goes on serving' 2026-07-02T09:00:00Z move_journey state=S33
does 'he is released' 2027-06-10T09:00:00Z record_decision \
	decision.sort=release decision.result=released decision.effect=t \
	decision.source=probation
does 'and recalled' 2027-08-10T09:00:00Z record_decision decision.sort=recall \
	decision.result=recalled decision.effect=y decision.source=probation
does 'restorative justice may be spoken of now' 2027-08-11T09:00:00Z \
	offer_restorative

# ---- each day as it stood ----
stage 'on the day of the referral nothing is recorded' 2025-03-03 ''
stage 'the day after it is' 2025-03-04 S01
stage 'then there is a suspect' 2025-03-10 S03
stage 'arrested' 2025-03-11 S04
stage 'charged' 2025-03-14 S09
stage 'sent to the Crown Court' 2025-03-28 S17
stage 'pleaded' 2025-04-25 S18
stage 'listed for trial' 2025-04-28 S19
stage 'listed again after the first was taken out' 2025-08-28 S19
stage 'and after the second' 2025-11-12 S19
stage 'on trial' 2026-02-02 S22
stage 'convicted, though one count failed' 2026-02-05 S26
stage 'sentenced' 2026-03-10 S29
stage 'appealing' 2026-04-01 S31
stage 'with the appeal decided' 2026-07-01 S32
stage 'in custody' 2026-07-02 S33
stage 'on licence' 2027-06-10 S36
stage 'recalled' 2027-08-10 S37

lines 'before the first day there is nothing' 0 2025-03-03 202
lines 'nobody is charged before they are' 0 2025-03-13 'suspect charged'
lines 'two charges after' 2 2025-03-14 'suspect charged, charge [12]'
lines 'the arrest is not told of yet' 0 2025-03-11 'suspect arrested.*told'
lines 'then it is' 1 2025-03-12 'suspect arrested.*told 12 Mar'
lines 'and its limit was kept' 1 2025-03-12 \
	'Told that a suspect was arrested: met'
lines 'the charge waits' 1 2025-03-19 \
	'Told that a suspect was charged: charge, bail, first hearing: 1d'
lines 'is late' 1 2025-03-23 'Told that a suspect was charged.*LATE'
lines 'and was met late' 1 2025-03-24 \
	'Told that a suspect was charged.*met, but late'
lines 'one trial is vacated' 1 2025-08-28 'court,trial vacated'
lines 'then two' 2 2025-11-12 'court,trial vacated'
lines 'the first date stays in sight' 1 2025-11-12 \
	'trial, Leicester Crown Court: taken out before the day",told,'
lines 'convicted on one' 1 2026-02-05 'convicted, charge 1: wounding.*told 5 Feb'
lines 'and not on the other' 1 2026-02-05 'not guilty, charge 2: affray'
lines 'the verdict was told in time' 1 2026-02-05 'Told the verdict: met'
lines 'the sentence is not known before it is passed' 0 2026-03-09 sentenced
lines 'and opens the last day to ask the Attorney General' 1 2026-03-10 \
	'last day to ask the Attorney General: 2[78]d'
lines 'which passes' 1 2026-04-08 'last day to ask the Attorney General: LATE'
lines 'the scheme is joined' 1 2026-03-20 'victim contact scheme: joined'
lines 'the appeal ends the wait for one' 1 2026-04-01 \
	'Defendant may appeal from the Crown Court: met'
lines 'release is not known before it is told' 0 2027-06-09 'on licence'
lines 'nor recall' 0 2027-08-09 recalled

# The told-ledger, which show has with everything else of the case.
told() { # the sentence, how many, the day
	at "$end" show "$ref" --as-of "$3T23:00:00Z" --format csv >said 2>told
	same "$1" "$2" "$(grep -c '^told,[^,]*,what,' said)"
}
told 'nothing was told on the first day' 0 2025-03-04
told 'then the arrest' 1 2025-03-12
told 'the charge and the first hearing' 3 2025-03-24
told 'the day of the trial' 4 2025-04-28
told 'the third day of it' 5 2025-11-12
told 'and the verdict' 6 2026-02-05

# ---- the diary, and the calendar that names nobody ----
ends 'the diary has every day that was listed' 0 at "$end" diary \
	--from 2025-03-01 --to 2026-03-01 --format csv
same 'five of them' 5 "$(grep -c '^20.*,court,' said)"
ends 'and is written as a calendar' 0 at "$end" diary --from 2025-03-01 \
	--to 2026-03-01 --ics first.ics
same 'that names nobody and nothing' '' \
	"$(grep -iE 'mensah|grace|court|trial|oak|wounding|leicester' first.ics)"
same 'two are cancelled' 2 "$(grep -c 'STATUS:CANCELLED' first.ics)"
same 'every line ends as it must and is short enough' '' \
	"$(awk '!/\r$/ || length($0) > 76' first.ics)"
at "$end" act decide_measures casefile="$ref" hearing.needs=taxi >said 2>&1
at "$end" diary --from 2025-03-01 --to 2026-03-01 --ics second.ics >said 2>&1
same 'a change keeps every name' "$(grep '^UID' first.ics | sort)" \
	"$(grep '^UID' second.ics | sort)"
same 'and counts one more' 1 "$(($(sed -n 's/^SEQUENCE:\([0-9]*\).*/\1/p' \
	second.ics | awk '{ s += $1 } END { print s }') -
	$(sed -n 's/^SEQUENCE:\([0-9]*\).*/\1/p' first.ics |
	awk '{ s += $1 } END { print s }')))"

holds 'the store is well' ctl verify --deep
finish
