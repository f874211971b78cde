# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

# One file a screen, and what screens share: the desk, forms, drafts, words.
libhandrail_ui_a_SOURCES += \
	ui/views/about.c \
	ui/views/about.h \
	ui/views/assess.c \
	ui/views/assess.h \
	ui/views/assess_draw.c \
	ui/views/assess_read.c \
	ui/views/clocks.c \
	ui/views/clocks.h \
	ui/views/clocks_ask.c \
	ui/views/clocks_draw.c \
	ui/views/clocks_read.c \
	ui/views/desk.c \
	ui/views/desk.h \
	ui/views/desk_go.c \
	ui/views/door_rows.c \
	ui/views/doors.c \
	ui/views/doors.h \
	ui/views/diary.c ui/views/diary.h \
	ui/views/diary_draw.c \
	ui/views/drafts.c \
	ui/views/drafts.h \
	ui/views/find.c \
	ui/views/hand.c ui/views/hand.h \
	ui/views/help.c \
	ui/views/intake.c \
	ui/views/intake.h \
	ui/views/intake_draw.c \
	ui/views/intake_match.c \
	ui/views/intake_read.c \
	ui/views/journey.c \
	ui/views/keeping.c \
	ui/views/keeping.h \
	ui/views/kept.c \
	ui/views/kept.h \
	ui/views/letter.c \
	ui/views/lanes.c \
	ui/views/lanes.h \
	ui/views/palette.c \
	ui/views/paper.c \
	ui/views/reason.c ui/views/reason.h \
	ui/views/paper.h \
	ui/views/paper_about.c \
	ui/views/person.c \
	ui/views/plain.c \
	ui/views/plain.h \
	ui/views/plain_form.c \
	ui/views/plain_form.h \
	ui/views/plan.c \
	ui/views/plan.h \
	ui/views/plan_read.c \
	ui/views/queue.c \
	ui/views/queue.h \
	ui/views/queue_draw.c \
	ui/views/queue_filter.c \
	ui/views/queue_list.c \
	ui/views/queue_select.c \
	ui/views/refer.c \
	ui/views/referrals.c \
	ui/views/services.c \
	ui/views/sheet.c \
	ui/views/sheet.h \
	ui/views/sheet_made.c \
	ui/views/sheet_made.h \
	ui/views/tutor.c \
	ui/views/tutor.h \
	ui/views/unlock.c \
	ui/views/verbs.c \
	ui/views/verbs.h \
	ui/views/views.h \
	ui/views/words.c \
	ui/views/words.h \
	ui/views/words_safe.c
