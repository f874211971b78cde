# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

# Floor 2: what is recorded. One file in kinds for each built-in kind.
libhandrail_a_SOURCES += \
	src/model/builtin.h \
	src/model/cells.c \
	src/model/change.c \
	src/model/check.c src/model/check.h \
	src/model/code.c src/model/code.h \
	src/model/diff.c src/model/diff.h \
	src/model/event.c src/model/event.h \
	src/model/group.c src/model/group.h \
	src/model/kind.c src/model/kind.h \
	src/model/kinds.h \
	src/model/match.c \
	src/model/name.c src/model/name.h \
	src/model/record.c src/model/record.h \
	src/model/registry.c src/model/registry.h \
	src/model/site.c src/model/site.h \
	src/model/sitefield.c \
	src/model/type.c src/model/type.h \
	src/model/typecode.c \
	src/model/typegroup.c \
	src/model/typenumber.c \
	src/model/typerow.h \
	src/model/typetext.c \
	src/model/typetime.c \
	src/model/kinds/action.c \
	src/model/kinds/agency.c \
	src/model/kinds/agreement.c \
	src/model/kinds/casefile.c \
	src/model/kinds/chase.c \
	src/model/kinds/clock.c \
	src/model/kinds/compensation.c \
	src/model/kinds/complaint.c \
	src/model/kinds/consent.c \
	src/model/kinds/conflict.c \
	src/model/kinds/contact.c \
	src/model/kinds/contract.c \
	src/model/kinds/crime.c \
	src/model/kinds/document.c \
	src/model/kinds/event.c \
	src/model/kinds/feedrun.c \
	src/model/kinds/charge.c \
	src/model/kinds/decision.c \
	src/model/kinds/expense.c \
	src/model/kinds/hearing.c \
	src/model/kinds/scheme.c \
	src/model/kinds/statement.c \
	src/model/kinds/suspect.c \
	src/model/kinds/home.c \
	src/model/kinds/household.c \
	src/model/kinds/party.c \
	src/model/kinds/incident.c \
	src/model/kinds/loan.c \
	src/model/kinds/measure.c \
	src/model/kinds/need.c \
	src/model/kinds/note.c \
	src/model/kinds/order.c \
	src/model/kinds/outcome.c \
	src/model/kinds/person.c \
	src/model/kinds/plan.c \
	src/model/kinds/purpose.c \
	src/model/kinds/reply.c \
	src/model/kinds/request.c \
	src/model/kinds/referral.c \
	src/model/kinds/restorative.c \
	src/model/kinds/conference.c \
	src/model/kinds/level.c \
	src/model/kinds/risk.c \
	src/model/kinds/safeguarding.c \
	src/model/kinds/risklog.c \
	src/model/kinds/safety.c \
	src/model/kinds/service.c \
	src/model/kinds/step.c \
	src/model/kinds/study.c \
	src/model/kinds/survey.c \
	src/model/kinds/task.c \
	src/model/kinds/told.c \
	src/model/kinds/transfer.c \
	src/model/kinds/unmet.c \
	src/model/kinds/worker.c
