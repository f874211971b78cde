/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_SEEN_H
#define HANDRAIL_EDGE_SEEN_H

#include <stddef.h>
#include <stdint.h>

/*
 * How often each row of a file has come. Only a hash of 128 bits under a key
 * of this run is kept, 24 bytes a row: nobody can make a file whose rows are
 * taken for one another.
 */
struct seen;

struct seen *seen_new(void);
void seen_free(struct seen *s);

/**
 * seen_add(s, text):
 * How often ${text} has been added, this time counted.
 */
uint64_t seen_add(struct seen *s, const char *text);

#endif /* HANDRAIL_EDGE_SEEN_H */
