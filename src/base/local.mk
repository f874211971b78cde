# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

# What everything else stands on; knows nothing of handrail.
libhandrail_a_SOURCES += \
	src/base/action.c src/base/action.h \
	src/base/alike.c src/base/alike.h \
	src/base/arena.c src/base/arena.h \
	src/base/buf.c src/base/buf.h \
	src/base/cfg.c src/base/cfg.h \
	src/base/chance.c src/base/chance.h \
	src/base/clock.c src/base/clock.h \
	src/base/csv.c src/base/csv.h src/base/csv_inside.h \
	src/base/csv_scan.c \
	src/base/csv_text.c src/base/csv_text.h \
	src/base/csv_write.c \
	src/base/day.c src/base/day.h \
	src/base/disk.c src/base/disk.h \
	src/base/disk_whole.c \
	src/base/json.c src/base/json.h \
	src/base/keymap.c src/base/keymap.h \
	src/base/mem.c src/base/mem.h \
	src/base/moment.c \
	src/base/phone.c src/base/phone.h \
	src/base/postcode.c src/base/postcode.h \
	src/base/progress.c src/base/progress.h \
	src/base/rc.c src/base/rc.h \
	src/base/ref.c src/base/ref.h \
	src/base/sms.c src/base/sms.h \
	src/base/str.c src/base/str.h \
	src/base/stroke.c src/base/stroke.h \
	src/base/template.c src/base/template.h \
	src/base/utf8.c src/base/utf8.h \
	src/base/vec.h \
	src/base/week.c src/base/week.h \
	src/base/when.c src/base/when.h src/base/when_inside.h \
	src/base/when_day.c src/base/when_time.c \
	src/base/when_show.c \
	src/base/workday.c
