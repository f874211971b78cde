/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_SMS_H
#define HANDRAIL_BASE_SMS_H

#include <stddef.h>
#include <stdint.h>

/*
 * How long a text message is, as networks count it (3GPP TS 23.038): in the
 * seven bit alphabet 160 signs, or 153 in each of several parts, some signs
 * taking two; with any letter that alphabet lacks, all of it is in two byte
 * units, 70, or 67 in each part.
 */

struct sms {
	size_t units; /* as counted in its alphabet */
	size_t parts; /* messages that are paid for and may come apart */
	size_t left;  /* units left in the last part */
	uint32_t odd; /* the first letter that is not in the seven bit alphabet;
			 0: none */
};

/**
 * sms_measure(text):
 * Measure the UTF-8 ${text}. An empty one has one part.
 */
struct sms sms_measure(const char *text);

#endif /* HANDRAIL_BASE_SMS_H */
