/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_GATE_H
#define HANDRAIL_STORE_GATE_H

#include "base/rc.h"

/*
 * The gate before LMDB's write lock: flock() on the file "writer", one process
 * at a time. LMDB's own lock is a robust mutex, and such a mutex can leave a
 * process asleep for ever: a waiter that is woken and killed before it has
 * the lock takes the news with it, and the next one gives the lock back without
 * knowing that anybody else waits. Behind the gate nobody ever waits for the
 * mutex; the kernel opens the gate itself when whoever held it dies.
 */

struct store;

/**
 * gate_open(s, f), gate_close(s):
 * Have the file in hand, making it if need be; give it back.
 */
NODISCARD enum rc gate_open(struct store *s, struct fault *f);
void gate_close(struct store *s);

/**
 * gate_enter(s, f), gate_leave(s):
 * Wait for the gate; let the next one in. Entered twice, it is left twice.
 */
NODISCARD enum rc gate_enter(struct store *s, struct fault *f);
void gate_leave(struct store *s);

/**
 * gate_ring(s):
 * Tell whoever watches the gate that something was committed. Costs a system
 * call and no writing to the disk.
 */
void gate_ring(struct store *s);

#endif /* HANDRAIL_STORE_GATE_H */
