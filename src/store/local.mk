# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

# Bytes that last: the only home of <lmdb.h> and <sodium.h>.
libhandrail_a_SOURCES += \
	src/store/author.c \
	src/store/author.h \
	src/store/backup.h \
	src/store/birth.c \
	src/store/birth.h \
	src/store/change.c \
	src/store/change.h \
	src/store/check.c \
	src/store/check.h \
	src/store/entry.c \
	src/store/entry.h \
	src/store/env.c \
	src/store/env.h \
	src/store/heal.c \
	src/store/heal.h \
	src/store/inside.h \
	src/store/journal.c \
	src/store/journal.h \
	src/store/key.c \
	src/store/mend.c \
	src/store/mend.h \
	src/store/meta.c \
	src/store/open.c \
	src/store/open.h \
	src/store/people.c \
	src/store/people.h \
	src/store/recovery.c \
	src/store/recovery.h \
	src/store/ring.c \
	src/store/ring.h \
	src/store/row.c \
	src/store/row.h \
	src/store/seal.c \
	src/store/seal.h \
	src/store/segment.c \
	src/store/segment.h \
	src/store/slot.c \
	src/store/slot.h \
	src/store/station.c \
	src/store/station.h \
	src/store/store.c \
	src/store/store.h \
	src/store/table.c \
	src/store/table.h \
	src/store/throttle.c \
	src/store/throttle.h \
	src/store/token.c \
	src/store/token.h \
	src/store/tree.c \
	src/store/tree.h \
	src/store/txn.c \
	src/store/txn.h \
	src/store/user.c \
	src/store/user.h \
	src/store/vault.c \
	src/store/vault.h \
	src/store/vault_inside.h \
	src/store/verify.h \
	src/store/word.c \
	src/store/word.h
