#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# What the hub writes, complaints about it, asking how it was, and what a person
# asks about her own record.
. "${top_srcdir:-.}/tests/support/story"
make_store
now=2026-11-20T10:00:00Z
act() {
	ctl act "$@" --now "$now"
}

ends 'somebody is taken on' 0 act take_referral person.given=Ewa \
	person.family=Nowak casefile.category=bur casefile.when=2026-11-18 \
	home.address='3 Elm Row' person.postcode='LE97 1AB' \
	person.phone=07700900123
ref=$(ctl find nowak --format csv | sed -n '2s/^[^,]*,\([^,]*\),.*/\1/p')
same 'and has a reference' 6 "${#ref}"

ends 'a letter is not written while nobody asked what is safe' 1 \
	act write_letter casefile="$ref" letter=appointment
ends 'nor one that is not there' 1 \
	act write_letter casefile="$ref" letter=apointment
says 'and the one that was meant is told' 'did you mean appointment'
ends 'it is said that post and texts are safe' 0 act set_safety person="$ref" \
	safety.channels='t p'
ends 'then a letter is kept' 0 \
	act write_letter casefile="$ref" letter=appointment
ends 'in Polish only once somebody checked it' 1 \
	act write_letter casefile="$ref" letter=appointment language=pol
says 'with the place where it stands' 'appointment.cfg:[0-9]+'
ends 'which can be said' 0 act write_letter casefile="$ref" \
	letter=appointment language=pol checked='A. Zielinska, 2 Nov'
ctl export document --format json >papers
same 'each with its version and language' 2 \
	"$(grep -c '"letter":"appointment".*"version":"1"' papers)"
ends 'post is not safe any more' 0 act set_safety person="$ref" \
	safety.channels=t
ends 'so no letter goes' 1 act write_letter casefile="$ref" letter=closing
ends 'but with a reason, by who may' 0 act write_letter casefile="$ref" \
	letter=closing override='asked for it on the telephone'
ends 'what they were told is kept when the letter tells it' 0 \
	act write_letter casefile="$ref" letter=outcome-nfa override='they asked'
ctl export told --format json >told_them
same 'as told by us, by letter' 1 "$(grep -c '"by":"hub".*"how":"l"' told_them)"

# ---- on paper
ends 'what a letter would say can be read at any time' 1 ctl letter \
	appointment "$ref" --now "$now"
says 'with why it is held back' 'held back'
same 'and no address' '' "$(cat said told | grep 'Elm Row')"
ctl act set_safety person="$ref" safety.channels='t p' --now "$now" >/dev/null
ends 'once it is safe it is written' 0 ctl letter appointment "$ref" --text \
	--out one.txt --now "$now"
same 'with the address' 1 "$(grep -c 'Elm Row' one.txt)"
if command -v handrail-paper >/dev/null; then
	ends 'and on paper' 0 ctl letter appointment "$ref" --out one.pdf \
		--print-size extra-large --now "$now"
	same 'which is a PDF' '%PDF-' "$(head -c 5 one.pdf)"
	if command -v pdftotext >/dev/null; then
		pdftotext -layout one.pdf paper.txt
		same 'that reads as it should' 1 \
			"$(grep -c 'Dear Ewa Nowak' paper.txt)"
	fi
fi
printf 'ref\n%s\n' "$ref" >refs
ends 'one letter to many' 0 ctl letters no-reply --list refs --out many --text \
	--now "$now" --format csv
says 'says of each that it was written' "^$ref,written,"
ends 'and done again writes to nobody twice' 0 ctl letters no-reply --list refs \
	--out many --text --now "$now" --format csv
says 'and says so' "^$ref,already,"
same 'there is one paper' 1 "$(find many -type f | grep -c .)"
ends 'a letter that is not there is told' 1 ctl letter apointment "$ref"

# ---- what a letter is about must be known
ends 'of a day at court nothing is written while none is known' 1 \
	ctl letter hearing-date "$ref" --text --out day.txt --now "$now"
says 'and it is said what is lacking' 'needs the day of a hearing still to come'
holds 'and there is no file' test ! -e day.txt
ends 'one is over' 0 act add_hearing casefile="$ref" \
	hearing.on=2026-11-19T10:00 hearing.court=LCC
ends 'which is none to come' 1 \
	ctl letter hearing-date "$ref" --text --out day.txt --now "$now"
ends 'one is set down' 0 act add_hearing casefile="$ref" \
	hearing.on=2026-12-14T10:00 hearing.court=LCC
ends 'and is written of' 0 \
	ctl letter hearing-date "$ref" --text --out day.txt --now "$now"
same 'with its day' 1 "$(grep -c 'Monday 14 December 2026' day.txt)"
mkdir -p own/letters
sed 's/hearing.coming/hearing.comming/' \
	"$top_srcdir/data/letters/hearing-date.cfg" >own/letters/hearing-date.cfg
ends 'a need that no letter has' 1 ctl check-config \
	own/letters/hearing-date.cfg
says 'is told with its line' 'hearing-date.cfg:[0-9]+.*hearing.comming'

# ---- who wrote to her is kept
ends 'a text is written' 0 ctl letter appointment "$ref" --way text \
	--out one.sms --now "$now"
ends 'who read her letters and sent them is asked' 0 ctl audit --person "$ref" \
	--now "$now"
says 'that one was read' 'had it shown by a command'
says 'that it was put on paper' 'put it on paper'
says 'that a text was sent' 'sent it to somebody'

# ---- complaints
ends 'a complaint about us' 0 act take_complaint casefile="$ref" about=hub \
	sort=delay text='I waited three weeks' on=2026-11-20
says 'is to be answered in ten working days' '2026-12-04'
ends 'its clock runs' 0 ctl due --now "$now" --format json
says 'by the rule' '"rule":"VC32"'
ends 'a second look comes after an answer' 1 \
	act raise_complaint casefile="$ref" to=review
ends 'an answer wants words' 1 act answer_complaint casefile="$ref"
ends 'it is answered' 0 act answer_complaint casefile="$ref" \
	result='We were too slow and are sorry.'
ctl export clock --format json --now "$now" >said
says 'the clock is met' '"rule":"VC32".*"state":"met"'
ends 'they are not content' 0 act raise_complaint casefile="$ref" to=review \
	why='no reason was given'
ends 'nor then, and hear of the ombudsman' 0 \
	act raise_complaint casefile="$ref" to=ombudsman
ends 'a complaint about the police' 0 act take_complaint casefile="$ref" \
	about=police sort=no-update
ends 'is not ours to answer' 1 act answer_complaint casefile="$ref" result=no
says 'but to pass on' 'pass it on'
ends 'which is done' 0 act pass_complaint casefile="$ref" \
	to='Leicestershire Police'
ends 'one about data has thirty days' 0 act take_complaint casefile="$ref" \
	about=hub sort=data on=2026-11-20
says 'from the rule' '2026-12-20'
ends 'one of nobody we know' 0 act take_complaint about=hub sort=attitude \
	who='Sam Pike'

# ---- surveys
ends 'they are invited once' 0 act invite_survey casefile="$ref" survey=end by=t
ends 'and not again by another body' 1 \
	act invite_survey casefile="$ref" survey=police by=t
says 'since that was not long ago' 'not long ago'
ends 'what they said is kept' 0 act record_survey casefile="$ref" again=n
now=2027-11-20T10:00:00Z
ends 'who does not want to be asked again is not, a year on' 1 \
	act invite_survey casefile="$ref" survey=end by=t
ends 'whoever says so is left alone' 0 act set_survey person="$ref" why='enough'
ends 'for good' 1 act invite_survey casefile="$ref" survey=end by=t
says 'and it is said why' 'does not want to be asked'

now=2026-11-20T10:00:00Z
cat >replies.csv <<'END'
Number,Survey,Month,Crime,District,Asked by,Question,Answer,Said
1,police,2026-10,BUR,,police,whole,very,
1,police,2026-10,BUR,,police,treatment,fairly,
2,police,2026-10,DOM,,police,whole,marvellous,
END
ends 'answers of a survey unit are taken in by the sort of case' 1 \
	ctl import survey-replies replies.csv --now "$now"
ends 'and kept' 0 ctl export reply --format json
same 'as many as could be read' 2 "$(grep -c '"category":"BUR"' said)"
same 'tied to nobody' '' "$(grep "$ref" said)"
ctl import survey-replies replies.csv --now "$now" >/dev/null 2>&1
ctl export reply --format json >said
same 'the same file again adds nothing' 2 "$(grep -c '"category"' said)"

# ---- the last day to apply for criminal injuries compensation
now=2026-11-20T10:00:00Z
hurt() { # family name, born
	act take_referral person.given=Kit person.family="$1" \
		person.born="$2" casefile.category=DOM \
		casefile.when=2026-11-10 casefile.number=26123456 >/dev/null
	act claim_compensation compensation.sort=injuries \
		casefile="$(ctl find "$1" --format csv |
			sed -n '2s/^[^,]*,\([^,]*\),.*/\1/p')"
}
ends 'who was hurt as a child' 0 hurt Quarmby 2012-03-04
says 'has until the 20th birthday' 'Last day to apply: 2032-03-04'
ends 'who was hurt at full age' 0 hurt Zeller 1980-03-04
says 'has two years from the day' 'Last day to apply: 2028-11-1'

# ---- her own record
now=2026-11-20T10:00:00Z
ends 'she asks who saw hers' 0 act take_request person="$ref" sort=w
says 'within a month' '2026-12-20'
ends 'what was done is told her' 0 ctl audit --person "$ref" --for-them \
	--format csv
says 'by role' ',Administrator,'
same 'and with no name of anybody' '' "$(grep -i ',amy' said)"
ends 'it is answered once it is seen that it is her' 1 \
	act answer_request person="$ref" answer='Read out.'
ends 'which is said' 0 act answer_request person="$ref" answer='Read out.' \
	known=y
ends 'a hard one' 0 act take_request person="$ref" sort=copy known=y
ends 'may take longer, with why' 1 act answer_request person="$ref" state=l
ends 'and then it does' 0 act answer_request person="$ref" state=l \
	why='three agencies must be asked'
says 'until three months are over' '2027-02-20'
finish
