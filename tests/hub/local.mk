# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

check_PROGRAMS += \
	tests/hub/test_options
tests_hub_test_options_SOURCES = tests/hub/test_options.c

check_PROGRAMS += tests/hub/test_acts
tests_hub_test_acts_SOURCES = tests/hub/test_acts.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_kill
tests_hub_test_kill_SOURCES = tests/hub/test_kill.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_access
tests_hub_test_access_SOURCES = tests/hub/test_access.c \
	tests/support/temp_defs.c tests/support/temp_defs.h

check_PROGRAMS += tests/hub/test_due
tests_hub_test_due_SOURCES = tests/hub/test_due.c \
	tests/support/temp_defs.c tests/support/temp_defs.h

check_PROGRAMS += tests/hub/test_journey
tests_hub_test_journey_SOURCES = tests/hub/test_journey.c \
	tests/support/temp_defs.c tests/support/temp_defs.h

check_PROGRAMS += tests/hub/test_level
tests_hub_test_level_SOURCES = tests/hub/test_level.c \
	tests/support/temp_defs.c tests/support/temp_defs.h

check_PROGRAMS += tests/hub/test_find
tests_hub_test_find_SOURCES = tests/hub/test_find.c \
	tests/support/temp_defs.c tests/support/temp_defs.h

check_PROGRAMS += tests/hub/test_areas
tests_hub_test_areas_SOURCES = tests/hub/test_areas.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_finding
tests_hub_test_finding_SOURCES = tests/hub/test_finding.c \
	tests/support/temp_calls.c tests/support/temp_calls.h \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_limits
tests_hub_test_limits_SOURCES = tests/hub/test_limits.c \
	tests/support/temp_calls.c tests/support/temp_calls.h \
	tests/support/temp_defs.c tests/support/temp_defs.h \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_clocks
tests_hub_test_clocks_SOURCES = tests/hub/test_clocks.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_queue
tests_hub_test_queue_SOURCES = tests/hub/test_queue.c \
	tests/support/temp_calls.c tests/support/temp_calls.h \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_timeline
tests_hub_test_timeline_SOURCES = tests/hub/test_timeline.c \
	tests/support/temp_calls.c tests/support/temp_calls.h \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_invent
tests_hub_test_invent_SOURCES = tests/hub/test_invent.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_draft
tests_hub_test_draft_SOURCES = tests/hub/test_draft.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_looked
tests_hub_test_looked_SOURCES = tests/hub/test_looked.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_gate
tests_hub_test_gate_SOURCES = tests/hub/test_gate.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_link
tests_hub_test_link_SOURCES = tests/hub/test_link.c \
	tests/support/temp_defs.c tests/support/temp_defs.h

check_PROGRAMS += tests/hub/test_plan
tests_hub_test_plan_SOURCES = tests/hub/test_plan.c \
	tests/support/temp_defs.c tests/support/temp_defs.h

check_PROGRAMS += tests/hub/test_sight
tests_hub_test_sight_SOURCES = tests/hub/test_sight.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_assess
tests_hub_test_assess_SOURCES = tests/hub/test_assess.c \
	tests/support/temp_calls.c tests/support/temp_calls.h \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_risk
tests_hub_test_risk_SOURCES = tests/hub/test_risk.c \
	tests/support/temp_calls.c tests/support/temp_calls.h \
	tests/support/temp_defs.c tests/support/temp_defs.h \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_unsafe
tests_hub_test_unsafe_SOURCES = tests/hub/test_unsafe.c \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_reaching
tests_hub_test_reaching_SOURCES = tests/hub/test_reaching.c \
	tests/support/temp_calls.c tests/support/temp_calls.h \
	tests/support/temp_hub.c tests/support/temp_hub.h

check_PROGRAMS += tests/hub/test_opening
tests_hub_test_opening_SOURCES = tests/hub/test_opening.c \
	tests/support/temp_defs.c tests/support/temp_defs.h

check_PROGRAMS += tests/hub/test_diary
tests_hub_test_diary_SOURCES = tests/hub/test_diary.c \
	tests/support/temp_calls.c tests/support/temp_calls.h \
	tests/support/temp_hub.c tests/support/temp_hub.h
