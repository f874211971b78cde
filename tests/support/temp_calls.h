/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_TESTS_SUPPORT_TEMP_CALLS_H
#define HANDRAIL_TESTS_SUPPORT_TEMP_CALLS_H

#include <stdint.h>

/*
 * Calls that many tests begin with, taken down as a handler types them. All
 * people are invented; numbers and postcodes are nobody's. Each returns the
 * casefile.
 */

struct temp_hub;

/* Sarah Okafor, burglary, text is fine, ring back on Tuesday. */
uint64_t temp_call_burglary(struct temp_hub *t);

/* Amira Hussain, domestic abuse, strangled, only at set times, today 13:00. */
uint64_t temp_call_abuse(struct temp_hub *t);

/* Ellie Pike, 14, through her mother, tomorrow. */
uint64_t temp_call_child(struct temp_hub *t);

/* Piotr Nowak, hate crime, speaks Polish, in three days. */
uint64_t temp_call_hate(struct temp_hub *t);

#endif /* HANDRAIL_TESTS_SUPPORT_TEMP_CALLS_H */
