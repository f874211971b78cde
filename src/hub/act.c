/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "fold/fold.h"
#include "hub/access.h"
#include "hub/acts/acts.h"
#include "hub/doing.h"
#include "hub/hub.h"

#include "hub/act.h"

/* The registry only names: an act is one file in acts/ and one line here. */
const struct act *const act_table[] = {
	&act_take_referral,
	&act_record_contact,
	&act_set_safety,
	&act_set_safe_way,
	&act_add_party,
	&act_end_party,
	&act_close_unanswered,
	&act_return_to_referrer,
	&act_declare_kin,
	&act_supervise,
	&act_give_consent,
	&act_withdraw_consent,
	&act_move_journey,
	&act_add_note,
	&act_assign,
	&act_snooze,
	&act_undo,
	&act_add_worker,
	&act_keep_record,
	&act_put_crime,
	&act_put_outcome,
	&act_put_police_referral,
	&act_put_person,
	&act_record_feed,
	&act_tell,
	&act_chase,
	&act_chase_reply,
	&act_clock_outcome,
	&act_late_reason,
	&act_record_event,
	&act_invent,
	&act_add_suspect,
	&act_add_charge,
	&act_move_charge,
	&act_make_plan,
	&act_add_action,
	&act_move_action,
	&act_review_plan,
	&act_lend,
	&act_move_loan,
	&act_order_work,
	&act_move_order,
	&act_check_repeats,
	&act_join_plan,
	&act_write_study,
	&act_withdraw_study,
	&act_add_hearing,
	&act_relist_hearing,
	&act_hear_hearing,
	&act_decide_measures,
	&act_claim_expense,
	&act_record_statement,
	&act_record_decision,
	&act_set_scheme,
	&act_claim_compensation,
	&act_offer_restorative,
	&act_write_letter,
	&act_take_complaint,
	&act_answer_complaint,
	&act_pass_complaint,
	&act_raise_complaint,
	&act_invite_survey,
	&act_record_survey,
	&act_set_survey,
	&act_put_survey_reply,
	&act_take_request,
	&act_answer_request,
	&act_assess_needs,
	&act_assess_risk,
	&act_lower_risk,
	&act_give_enhanced,
	&act_end_enhanced,
	&act_look_again,
	&act_refer_conference,
	&act_record_conference,
	&act_safeguard,
	&act_refer_out,
	&act_answer_referral,
	&act_chase_referral,
	&act_feedback_referral,
	&act_note_unmet,
	&act_transfer_case,
	&act_answer_transfer,
	&act_keep_directory,
	NULL,
};

const struct act *
act_by_name(const char *name)
{
	for (size_t i = 0; act_table[i]; i++)
		if (strcmp(act_table[i]->name, name) == 0)
			return act_table[i];
	return NULL;
}

const struct act *
act_by_tag(unsigned tag)
{
	for (size_t i = 0; act_table[i]; i++)
		if (act_table[i]->tag == tag)
			return act_table[i];
	return NULL;
}

static const char *
verb_of(const char *name)
{
	const struct act *act = act_by_name(name);

	return act && act->verb ? act->verb : name;
}

bool
act_may(const struct hub *hub, const char *name)
{
	return access_may(hub->access, hub->me.role, verb_of(name));
}

enum rc
act_refuse(const struct hub *hub, const char *name, struct fault *f)
{
	return access_refuse(hub->access, hub->me.role, verb_of(name), f);
}

/* A flush that fails loses nothing: the tail stays and is tried again. */
static void
flush_if_long(struct hub *hub)
{
	if (fold_tail(hub->fold) > FOLD_TAIL_MOST)
		(void)!fold_flush(hub->fold, NULL);
}

enum rc
act_run(struct hub *hub, const char *name, const struct slip *slip,
    struct act_done *done, struct fault *f)
{
	const struct act *act = act_by_name(name);
	struct doing d;
	enum rc rc;

	*done = (struct act_done){ 0 };
	if (!act || !act->run)
		return fault_set(f, RC_INVALID,
		    "there is no act \"%s\"; handrailctl act lists them", name);
	if (!act_may(hub, name))
		return act_refuse(hub, name, f);
	if ((rc = doing_begin(&d, hub, act, slip, done, f)))
		return rc;
	rc = act->run(&d, f);
	if (rc) {
		doing_drop(&d);
		return rc;
	}
	rc = doing_save(&d, f);
	flush_if_long(hub);
	return rc;
}
