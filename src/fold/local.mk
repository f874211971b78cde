# What the journal adds up to.
libhandrail_a_SOURCES += \
	src/fold/apply.c \
	src/fold/compare.c \
	src/fold/fact.c src/fold/fact.h \
	src/fold/fact_page.c src/fold/fact_page.h \
	src/fold/flush.c \
	src/fold/fold.c \
	src/fold/fold.h \
	src/fold/fold_inside.h \
	src/fold/index.c \
	src/fold/index.h \
	src/fold/look.c \
	src/fold/look.h \
	src/fold/overlay.c \
	src/fold/overlay.h
