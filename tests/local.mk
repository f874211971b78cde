# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

# Criterion programs by folder, the same folders as src; the building's own
# rules as scripts. All speak TAP, so that each test is a line of its own.
EXTRA_DIST += tests/floors tests/lsan.supp tests/mission.tsv tests/support/story tests/screens
dist_check_SCRIPTS += tests/floors.sh tests/headers.sh tests/lists.sh \
	tests/man.sh tests/mission.sh tests/data.sh tests/plain.sh tests/screens.sh
dist_check_SCRIPTS += tests/stories/areas.sh
dist_check_SCRIPTS += tests/stories/assessed.sh tests/stories/feeds.sh
dist_check_SCRIPTS += tests/stories/directory.sh
dist_check_SCRIPTS += tests/stories/killed.sh
dist_check_SCRIPTS += tests/stories/life.sh
dist_check_SCRIPTS += tests/stories/letters.sh
dist_check_SCRIPTS += tests/stories/linked.sh
dist_check_SCRIPTS += tests/stories/looked.sh
dist_check_SCRIPTS += tests/stories/plans.sh
dist_check_SCRIPTS += tests/stories/private.sh
dist_check_SCRIPTS += tests/stories/safe.sh
dist_check_SCRIPTS += tests/stories/referrals.sh
dist_check_SCRIPTS += tests/stories/spine.sh
dist_check_SCRIPTS += tests/stories/tutor.sh
dist_check_SCRIPTS += tests/stories/words.sh

include tests/bench/local.mk

if WITH_TESTS
include tests/base/local.mk
include tests/store/local.mk
include tests/model/local.mk
include tests/fold/local.mk
include tests/hub/local.mk
include tests/edge/local.mk
include tests/ctl/local.mk
include tests/ui/local.mk
endif

# Programs of the tests link this unless they say otherwise.
LDADD = $(CORE_LIBS) $(CRITERION_LIBS)
UI_LDADD = libhandrail-ui.a $(CORE_LIBS) $(CURSES_LIBS) $(VTERM_LIBS) \
	$(CRITERION_LIBS)

TESTS = $(check_PROGRAMS) $(dist_check_SCRIPTS)
TEST_EXTENSIONS = .sh
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)

# Tests hold the terminal, the time zone, the tongue and the home folder still,
# so that they say the same on every machine and never meet a person's store.
AM_TESTS_ENVIRONMENT = \
	unset HANDRAIL_STORE XDG_DATA_HOME XDG_CONFIG_HOME; \
	LC_ALL=C.UTF-8; TZ=Europe/London; HOME=/nonexistent; \
	top_srcdir='$(abs_top_srcdir)'; top_builddir='$(abs_top_builddir)'; \
	HANDRAIL_DATA='$(abs_top_srcdir)/data'; \
	: $${HANDRAIL_SHARED_DATA='$(abs_top_srcdir)/../shared/data'}; \
	CRITERION_OUTPUTS=tap:-; MANDOC='$(MANDOC)'; CC='$(CC)'; \
	LSAN_OPTIONS='suppressions=$(abs_top_srcdir)/tests/lsan.supp:print_suppressions=0'; \
	export LC_ALL TZ HOME top_srcdir top_builddir HANDRAIL_DATA \
	HANDRAIL_SHARED_DATA CRITERION_OUTPUTS MANDOC CC LSAN_OPTIONS;
