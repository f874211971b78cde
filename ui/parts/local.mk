# What screens are made of: lists, forms, popups, pictures of numbers.
libhandrail_ui_a_SOURCES += \
	ui/parts/bar.c \
	ui/parts/bar.h \
	ui/parts/cover.c \
	ui/parts/cover.h \
	ui/parts/edit.c \
	ui/parts/edit.h \
	ui/parts/entry.c \
	ui/parts/entry.h \
	ui/parts/entry_draw.c \
	ui/parts/entry_form.h \
	ui/parts/entry_keep.c \
	ui/parts/entry_move.c \
	ui/parts/entry_settle.c \
	ui/parts/entry_type.c \
	ui/parts/line.c \
	ui/parts/line.h \
	ui/parts/page.c \
	ui/parts/page.h \
	ui/parts/pick.c \
	ui/parts/pick.h \
	ui/parts/prose.c \
	ui/parts/prose.h \
	ui/parts/rows.c \
	ui/parts/rows.h \
	ui/parts/timeline.c \
	ui/parts/timeline.h \
	ui/parts/which.c \
	ui/parts/which.h
