#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.
#
# Somebody who does not hold every area rebuilds the store: what they cannot
# fold waits for those who can, and the digest says so meanwhile.
. "${top_srcdir:-.}/tests/support/story"
make_store
ends 'an area is added' 0 ctl area add NOR
printf 'torch meadow rivet saddle 9\n' >pass
ends 'and somebody who holds only that' 0 ctl user add nora --role handler \
	--area NOR --new-passphrase-file pass
nora() {
	handrailctl --as nora --passphrase-file "$work/pass" "$@"
}
ends 'a referral in the other area' 0 ctl act take_referral area=LEI \
	person.family=okafor casefile.category=bur
ends 'has its digest' 0 ctl digest
digest=$(cat said)
ends 'she rebuilds' 0 nora rebuild
ends 'her digest is not well' 1 nora digest
says 'and says why' 'without every area, and 1 entries wait'
ends 'somebody with every area folds the rest' 0 ctl digest
same 'and it is what it was' "$digest" "$(cat said)"
finish
