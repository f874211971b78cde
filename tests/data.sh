#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Every definition that ships can be read by those who read it in earnest, and
# what is wrong with one is told with file and line.
top_srcdir=$(cd "${top_srcdir:-.}" && pwd) || exit 99
top_builddir=$(cd "${top_builddir:-.}" && pwd) || exit 99
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
PATH=$top_builddir:$PATH
HOME=$work
export HOME

echo 1..12
if found=$(handrailctl check-config 2>&1); then
	echo 'ok 1 - every definition can be read'
else
	printf '%s\n' "$found" | sed 's/^/# /'
	echo 'not ok 1 - every definition can be read'
fi

# The number of the test, its sentence, the file to write, the line at fault;
# the text of the file on standard input.
refused() {
	mkdir -p "$work/$(dirname "$3")"
	cat >"$work/$3"
	found=$(handrailctl check-config "$work/$3" 2>/dev/null)
	if [ $? -eq 1 ] && printf '%s\n' "$found" | grep -q "$3:$4: "; then
		echo "ok $1 - $2"
	else
		printf '%s\n' "$found" | sed 's/^/# /'
		echo "not ok $1 - $2"
	fi
}

refused 2 'a setting nobody knows is told' site.conf 2 <<'END'
lock-after = 5;
colour = "blue";
END
refused 3 'a code that stands twice is told' codes/colour.cfg 5 <<'END'
name  = "colour";
title = "Colour";
codes = (
	{ code = "r"; label = "red"; },
	{ code = "r"; label = "russet"; }
);
END
refused 4 'a file that is not finished is told' journeys/half.cfg 3 <<'END'
name = "half";
states = ( { code = "S00";
END
refused 5 'a move to a state that is not there is told' journeys/half.cfg 3 <<'END'
name = "half"; title = "Half"; begins = [ "S00" ];
states = (
	{ code = "S00"; name = "A"; track = "police"; label = "a"; meaning = "b";
	  next = [ "S77" ]; }
);
END
refused 6 'a field that no letter has is told' letters/note.cfg 5 <<'END'
name = "note"; title = "Note"; help = "A note."; version = "1";
texts = ( { way = "letter"; language = "eng"; mark = "D";
	body = (
		"Dear {person.given},",
		"on {hearing.onn}" ); } );
END
refused 7 'a condition without an end is told' letters/note.cfg 4 <<'END'
name = "note"; title = "Note"; help = "A note."; version = "1";
texts = ( { way = "letter"; language = "eng"; mark = "D";
	body = (
		"{if hearing.on}on {hearing.on}" ); } );
END
cp "$top_srcdir/data/sender.cfg" "$work"
refused 8 'a subject that tells others is told' letters/note.cfg 2 <<'END'
name = "note"; title = "Note"; help = "A note."; version = "1";
texts = ( { way = "email"; language = "eng"; mark = "D";
	subject = "Help for victims"; body = ( "Hello" ); } );
END
refused 9 'questions that wait for each other are told' risk/x.cfg 4 <<'END'
name = "dash"; title = "X"; version = "1"; source = "s"; mark = "D";
categories = [ ];
questions = (
	{ number = "1"; label = "a"; only-if = "2"; },
	{ number = "2"; label = "b"; only-if = "1"; } );
grades = ( { grade = "high"; from = 0; mark = "D"; source = "s"; } );
END
refused 10 'a rule that nothing follows from is told' risk-rules/x.cfg 3 <<'END'
name = "x"; title = "X";
rules = (
	{ id = "X1"; title = "t"; why = "w"; source = "s"; mark = "D";
	  strong = true; } );
END
refused 11 'a scale of needs with a gap is told' needs/x.cfg 3 <<'END'
name = "needs"; title = "N"; mark = "D"; source = "s";
scale = ( { points = 0; word = "none"; },
	{ points = 2; word = "some"; } );
needs = ( );
review = ( );
END
refused 12 'steps of which none must be taken are told' safeguarding/x.cfg 2 <<'END'
name = "x"; title = "X"; hours = 1; source = "s"; mark = "D";
steps = ( { code = "a"; text = "t"; } );
END
