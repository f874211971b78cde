# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

# Bytes that last: the only home of <lmdb.h> and <sodium.h>.
libhandrail_a_SOURCES += \
	src/store/backup.h \
	src/store/birth.h \
	src/store/entry.h \
	src/store/journal.h \
	src/store/people.h \
	src/store/recovery.h \
	src/store/row.h \
	src/store/seal.h \
	src/store/store.h \
	src/store/table.h \
	src/store/txn.h \
	src/store/vault.h \
	src/store/verify.h

# Search keeps hashes of words and not words.
libhandrail_a_SOURCES += src/store/token.c src/store/token.h
