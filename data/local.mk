# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

# Every definition that ships. tests/lists.sh compares this with the folders.
nobase_dist_pkgdata_DATA += \
	data/access/roles.cfg \
	data/codes/access.cfg data/codes/accommodation.cfg \
	data/codes/action-state.cfg data/codes/agency.cfg \
	data/codes/agreement.cfg data/codes/answer.cfg data/codes/asb.cfg \
	data/codes/basis.cfg data/codes/caller.cfg data/codes/case-flag.cfg \
	data/codes/case-status.cfg data/codes/change.cfg \
	data/codes/claim-state.cfg data/codes/clock-state.cfg \
	data/codes/closure.cfg data/codes/compensation.cfg \
	data/codes/complaint-body.cfg data/codes/complaint-stage.cfg \
	data/codes/complaint.cfg data/codes/concern.cfg \
	data/codes/consent.cfg data/codes/contact-by.cfg \
	data/codes/contact-outcome.cfg data/codes/contact-way.cfg \
	data/codes/court-role.cfg data/codes/court.cfg data/codes/crime.cfg \
	data/codes/disposal.cfg data/codes/district.cfg \
	data/codes/document.cfg data/codes/enhanced.cfg \
	data/codes/equipment.cfg data/codes/ethnicity.cfg \
	data/codes/force.cfg data/codes/grant.cfg data/codes/hearing.cfg \
	data/codes/incident-state.cfg data/codes/indicator.cfg \
	data/codes/language.cfg data/codes/level.cfg data/codes/listing.cfg \
	data/codes/measure.cfg data/codes/need-point.cfg data/codes/need.cfg \
	data/codes/outcome-type.cfg data/codes/outcome.cfg \
	data/codes/period.cfg data/codes/plan-state.cfg \
	data/codes/police-category.cfg data/codes/referral-state.cfg \
	data/codes/relation.cfg data/codes/restorative-way.cfg \
	data/codes/restorative.cfg data/codes/right.cfg \
	data/codes/risk-grade.cfg data/codes/risk-tool.cfg \
	data/codes/risk.cfg data/codes/risklog-state.cfg data/codes/role.cfg \
	data/codes/rule.cfg data/codes/safe-now.cfg data/codes/safe.cfg \
	data/codes/satisfaction.cfg data/codes/service-type.cfg \
	data/codes/service.cfg data/codes/sex.cfg data/codes/source.cfg \
	data/codes/stage.cfg data/codes/support.cfg \
	data/codes/survey-question.cfg data/codes/survey.cfg \
	data/codes/task-state.cfg data/codes/task.cfg data/codes/told-by.cfg \
	data/codes/told.cfg \
	data/deadlines/code-2021.cfg \
	data/forms/contact.cfg data/forms/intake.cfg \
	data/journeys/crime.cfg \
	data/keymaps/default.cfg \
	data/levels/enhanced.cfg \
	data/queues/work.cfg \
	data/registers/equipment.cfg data/registers/person.cfg
