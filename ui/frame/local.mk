# The terminal, themes, keys, the stack of views, the loop, key scripts.
libhandrail_ui_a_SOURCES += \
	ui/frame/burst.c \
	ui/frame/burst.h \
	ui/frame/draw.c \
	ui/frame/draw.h \
	ui/frame/frame.c \
	ui/frame/frame.h \
	ui/frame/keys.c \
	ui/frame/keys.h \
	ui/frame/loop.c \
	ui/frame/loop.h \
	ui/frame/panes.c \
	ui/frame/panes.h \
	ui/frame/rescue.c \
	ui/frame/rescue.h \
	ui/frame/script.c \
	ui/frame/script.h \
	ui/frame/script_type.c \
	ui/frame/script_type.h \
	ui/frame/stack.h \
	ui/frame/term.c \
	ui/frame/term.h \
	ui/frame/theme.c \
	ui/frame/theme.h \
	ui/frame/view.c \
	ui/frame/view.h
