/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_TESTS_SUPPORT_TEMP_HUB_H
#define HANDRAIL_TESTS_SUPPORT_TEMP_HUB_H

#include <stdint.h>

#include "base/rc.h"
#include "hub/hub.h"

/*
 * A hub in a folder of its own, for tests: areas LEI and NOR, the user
 * "tester" who is an admin and holds both, the shipped definitions, and a clock
 * that stands at Sunday 22 November 2026, 11:42, until it is told otherwise.
 */

#define TEMP_HUB_NOW INT64_C(1795347720000)
#define TEMP_HUB_PASS "correct horse tester battery"

struct temp_hub {
	char dir[64];
	char store[80];
	struct hub *hub;
};

/**
 * temp_hub_make(t), temp_hub_close(t), temp_hub_open(t), temp_hub_remove(t):
 * Make the folder and the store and open it; close it; open it again; close it
 * and take it all away. A failure fails the test.
 */
void temp_hub_make(struct temp_hub *t);
void temp_hub_close(struct temp_hub *t);
void temp_hub_open(struct temp_hub *t);
void temp_hub_remove(struct temp_hub *t);

/**
 * temp_hub_open_as(t, login):
 * Open it again as somebody else, who has the same passphrase.
 */
void temp_hub_open_as(struct temp_hub *t, const char *login);

/**
 * temp_hub_data():
 * The folder of the shipped definitions.
 */
const char *temp_hub_data(void);

/**
 * temp_hub_act(t, name, ...):
 * Do the act with pairs of name and text, ended by NULL, and return the id of
 * what it made. A failure fails the test.
 */
uint64_t temp_hub_act(struct temp_hub *t, const char *name, ...);

#endif /* HANDRAIL_TESTS_SUPPORT_TEMP_HUB_H */
