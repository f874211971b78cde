/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stddef.h>

#include "tests/support/temp_calls.h"
#include "tests/support/temp_hub.h"

uint64_t
temp_call_burglary(struct temp_hub *t)
{
	return temp_hub_act(t, "take_referral", "caller", "v", "safe-now", "y",
	    "person.given", "sarah", "person.family", "okafor", "person.born",
	    "120384", "person.phone", "07700900123", "safety.channels", "t",
	    "person.postcode", "le971ab", "casefile.category", "bur",
	    "casefile.when", "y", "casefile.number", "26123456",
	    "casefile.narrative", "Back door forced while at work.",
	    "casefile.risk", "-", "casefile.needs", "ho", "consent.kind", "f",
	    "referral.service", "loc", "follow-up", "2d", NULL);
}

uint64_t
temp_call_abuse(struct temp_hub *t)
{
	return temp_hub_act(t, "take_referral", "caller", "v", "safe-now", "y",
	    "person.given", "amira", "person.family", "hussain", "person.born",
	    "230791", "person.phone", "07700900456", "safety.channels", "w",
	    "safety.times", "mon-fri 10-2, say dentist", "person.postcode",
	    "le972cd", "casefile.category", "dom", "casefile.when", "y2300",
	    "casefile.narrative", "Punched and strangled her.", "casefile.risk",
	    "sck", "casefile.needs", "hsf", "consent.kind", "s",
	    "referral.service", "idv", "follow-up", "t1300", NULL);
}

uint64_t
temp_call_child(struct temp_hub *t)
{
	return temp_hub_act(t, "take_referral", "caller", "p", "safe-now", "y",
	    "person.via-name", "joanne pike", "person.via-relation", "m",
	    "person.given", "ellie", "person.family", "pike", "person.born",
	    "190512", "person.phone", "07700900789", "safety.channels", "v",
	    "person.postcode", "le973ef", "casefile.category", "sex",
	    "casefile.when", "-3w", "casefile.number", "26445566",
	    "casefile.narrative", "Told the school nurse on Monday.",
	    "casefile.risk", "cy", "casefile.needs", "hef", "consent.kind", "g",
	    "referral.service", "chi", "follow-up", "1d", NULL);
}

uint64_t
temp_call_hate(struct temp_hub *t)
{
	return temp_hub_act(t, "take_referral", "caller", "v", "safe-now", "y",
	    "person.given", "piotr", "person.family", "nowak", "person.born",
	    "301179", "person.phone", "07700900222", "person.language", "pol",
	    "person.postcode", "le974gh", "casefile.category", "har",
	    "casefile.when", "t740", "casefile.number", "26777001",
	    "casefile.narrative", "Spat at waiting for the bus.",
	    "casefile.risk", "r", "casefile.needs", "ho", "consent.kind", "f",
	    "referral.service", "hat", "follow-up", "3d", NULL);
}
