check_PROGRAMS += tests/fold/test_overlay tests/fold/test_fold
tests_fold_test_overlay_SOURCES = tests/fold/test_overlay.c
tests_fold_test_fold_SOURCES = tests/fold/test_fold.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/fold/test_fact
tests_fold_test_fact_SOURCES = tests/fold/test_fact.c \
	tests/support/temp_hub.c tests/support/temp_hub.h
