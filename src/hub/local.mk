# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

libhandrail_a_SOURCES += \
	src/hub/options.c src/hub/options.h \
	src/hub/settings.c src/hub/settings.h \
	src/hub/where.c src/hub/where.h

libhandrail_a_SOURCES += \
	src/hub/decided.c src/hub/decided.h \
	src/hub/definitions.c src/hub/definitions.h \
	src/hub/diary.c src/hub/diary.h \
	src/hub/level.c src/hub/level.h \
	src/hub/opening.c src/hub/opening.h

libhandrail_a_SOURCES += \
	src/hub/gate.c src/hub/gate.h \
	src/hub/gate_read.c \
	src/hub/nextstep.c src/hub/nextstep.h \
	src/hub/practice.c src/hub/practice.h \
	src/hub/redact.c src/hub/redact.h

libhandrail_a_SOURCES += src/hub/draft.c src/hub/draft.h

libhandrail_a_SOURCES += src/hub/call.c src/hub/call.h

libhandrail_a_SOURCES += \
	src/hub/access.c src/hub/access.h \
	src/hub/find_agree.c src/hub/find_agree.h \
	src/hub/find_inside.h \
	src/hub/find_query.c src/hub/find_query.h \
	src/hub/find_run.c src/hub/find_run.h \
	src/hub/find_seek.c \
	src/hub/find_short.c src/hub/find_short.h \
	src/hub/find_sound.c \
	src/hub/find_word.c src/hub/find_word.h

libhandrail_a_SOURCES += \
	src/hub/act.c src/hub/act.h \
	src/hub/acts/acts.h \
	src/hub/acts/add_charge.c \
	src/hub/acts/add_hearing.c \
	src/hub/acts/add_note.c \
	src/hub/acts/add_suspect.c \
	src/hub/acts/add_worker.c \
	src/hub/acts/assign.c \
	src/hub/acts/chase.c \
	src/hub/acts/clock_hold.c \
	src/hub/acts/clock_one.c src/hub/acts/clock_one.h \
	src/hub/acts/clock_outcome.c \
	src/hub/acts/clock_slip.c src/hub/acts/clock_slip.h \
	src/hub/acts/record_event.c \
	src/hub/acts/tell.c \
	src/hub/acts/clocking.c src/hub/acts/clocking.h \
	src/hub/acts/card_of.c src/hub/acts/card_of.h \
	src/hub/acts/conflict.c src/hub/acts/conflict.h \
	src/hub/acts/consent.c \
	src/hub/acts/claim_compensation.c \
	src/hub/acts/claim_expense.c \
	src/hub/acts/decide_measures.c \
	src/hub/acts/hear_hearing.c \
	src/hub/acts/hearing.c src/hub/acts/hearing.h \
	src/hub/acts/offer_restorative.c \
	src/hub/acts/record_decision.c \
	src/hub/acts/record_statement.c \
	src/hub/acts/relist_hearing.c \
	src/hub/acts/set_scheme.c \
	src/hub/acts/courting.c src/hub/acts/courting.h \
	src/hub/acts/keep_record.c \
	src/hub/acts/importing.c src/hub/acts/importing.h \
	src/hub/acts/move_charge.c \
	src/hub/acts/move_journey.c \
	src/hub/acts/next.c \
	src/hub/acts/opened.c src/hub/acts/opened.h \
	src/hub/acts/party.c \
	src/hub/acts/person.c src/hub/acts/person.h \
	src/hub/acts/put_crime.c \
	src/hub/acts/put_outcome.c \
	src/hub/acts/put_person.c \
	src/hub/acts/put_police_referral.c \
	src/hub/acts/reaching.c src/hub/acts/reaching.h \
	src/hub/acts/record_contact.c \
	src/hub/acts/record_feed.c \
	src/hub/acts/set_safe_way.c \
	src/hub/acts/set_safety.c \
	src/hub/acts/snooze.c \
	src/hub/acts/stage.c src/hub/acts/stage.h \
	src/hub/acts/stop_trying.c \
	src/hub/acts/take_referral.c \
	src/hub/acts/track.c src/hub/acts/track.h \
	src/hub/acts/taking.c src/hub/acts/taking.h \
	src/hub/acts/tasks.c src/hub/acts/tasks.h \
	src/hub/acts/tries.c \
	src/hub/acts/undo.c \
	src/hub/bulk.c src/hub/bulk.h \
	src/hub/doing.c src/hub/doing.h \
	src/hub/fill.c \
	src/hub/hub.c src/hub/hub.h \
	src/hub/keeper.c src/hub/keeper.h \
	src/hub/looked.c src/hub/looked.h \
	src/hub/read.c src/hub/read.h \
	src/hub/reading.h \
	src/hub/sight.c src/hub/sight.h \
	src/hub/save.c \
	src/hub/slip.c src/hub/slip.h \
	src/hub/trail.c

libhandrail_a_SOURCES += \
	src/hub/due.c src/hub/due.h \
	src/hub/journey.c src/hub/journey.h

libhandrail_a_SOURCES += \
	src/hub/card.c src/hub/card.h \
	src/hub/due_read.c \
	src/hub/due_rules.c \
	src/hub/compliance.c src/hub/compliance.h \
	src/hub/replay.c src/hub/replay.h \
	src/hub/replay_inside.h \
	src/hub/replay_past.c \
	src/hub/queue.c src/hub/queue.h

libhandrail_a_SOURCES += src/hub/find.c src/hub/find.h

libhandrail_a_SOURCES += src/hub/timeline.c src/hub/timeline_inside.h \
	src/hub/timeline_assess.c \
	src/hub/timeline_court.c \
	src/hub/timeline_line.c

libhandrail_a_SOURCES += \
	src/hub/invent.c src/hub/invent.h src/hub/invent_inside.h \
	src/hub/invent_beats.c \
	src/hub/invent_case.c \
	src/hub/invent_cast.c \
	src/hub/invent_figures.c \
	src/hub/invent_person.c \
	src/hub/invent_work.c

libhandrail_a_SOURCES += src/hub/find_keep.c src/hub/find_keep.h

libhandrail_a_SOURCES += \
	src/hub/acts/choosing.c src/hub/acts/choosing.h \
	src/hub/acts/keep_directory.c \
	src/hub/acts/loan.c \
	src/hub/acts/order.c \
	src/hub/acts/plan.c \
	src/hub/acts/plan_action.c \
	src/hub/acts/planning.c src/hub/acts/planning.h \
	src/hub/acts/refer_out.c \
	src/hub/acts/referral.c \
	src/hub/acts/repeats.c src/hub/acts/repeats.h \
	src/hub/acts/study.c \
	src/hub/acts/casework.c src/hub/acts/casework.h \
	src/hub/acts/transfer.c \
	src/hub/acts/unmet.c \
	src/hub/carried.c src/hub/carried.h \
	src/hub/casetest.c src/hub/casetest.h \
	src/hub/pathway.c src/hub/pathway.h \
	src/hub/pathway_fit.c src/hub/pathway_inside.h \
	src/hub/services.c src/hub/services.h \
	src/hub/planbook.c src/hub/planbook.h \
	src/hub/planline.c src/hub/planline.h

libhandrail_a_SOURCES += src/hub/demo.c src/hub/demo.h

libhandrail_a_SOURCES += \
	src/hub/letters.c src/hub/letters.h src/hub/letters_inside.h \
	src/hub/letters_read.c \
	src/hub/merge.c src/hub/merge.h

libhandrail_a_SOURCES += \
	src/hub/link.c src/hub/link.h \
	src/hub/link_block.c src/hub/link_block.h \
	src/hub/link_cards.c src/hub/link_cards.h \
	src/hub/link_likeness.c src/hub/link_likeness.h \
	src/hub/link_pair.c src/hub/link_pair.h \
	src/hub/link_rules.c src/hub/link_rules.h \
	src/hub/link_train.c src/hub/link_train.h \
	src/hub/link_write.c

libhandrail_a_SOURCES += \
	src/hub/acts/complaint.c \
	src/hub/acts/register.c src/hub/acts/register.h \
	src/hub/acts/request.c \
	src/hub/acts/survey.c \
	src/hub/acts/write_letter.c \
	src/hub/surveys.c src/hub/surveys.h

libhandrail_a_SOURCES += \
	src/hub/fact.c src/hub/fact.h \
	src/hub/needs.c src/hub/needs.h \
	src/hub/rules.c src/hub/rules.h src/hub/rules_inside.h \
	src/hub/rules_read.c \
	src/hub/tool.c src/hub/tool.h \
	src/hub/tool_read.c

libhandrail_a_SOURCES += \
	src/hub/acts/assess_needs.c \
	src/hub/acts/assess_risk.c \
	src/hub/acts/conference.c \
	src/hub/acts/enhanced.c \
	src/hub/acts/facts.c src/hub/acts/facts.h \
	src/hub/acts/grade.c src/hub/acts/grade.h \
	src/hub/acts/guarding.c src/hub/acts/guarding.h \
	src/hub/acts/lower_risk.c \
	src/hub/acts/rights.c src/hub/acts/rights.h \
	src/hub/acts/safeguard.c \
	src/hub/assess.c src/hub/assess.h
