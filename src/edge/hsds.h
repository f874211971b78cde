/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_HSDS_H
#define HANDRAIL_EDGE_HSDS_H

#include <stdio.h>

#include "base/rc.h"
#include "hub/services.h"

/*
 * The directory as other directories read it: Open Referral HSDS 3. Agencies
 * are organizations, services are services with their phones, languages,
 * schedules, service areas, eligibility and contacts' ways; what only a hub
 * keeps (how much room there is, who checked it) is left out or told in the
 * alert and assured_date that HSDS has.
 */

struct hub;

/**
 * hsds_write_json(hub, to, n, f):
 * One service an object, in a list with its organization and what belongs to
 * it, as the API of HSDS gives a page. How many goes to ${n}.
 */
NODISCARD enum rc
hsds_write_json(struct hub *hub, FILE *to, unsigned *n, struct fault *f);

/**
 * hsds_write_csv(hub, dir, n, f):
 * The tables of HSDS as files in ${dir}: organizations.csv, services.csv,
 * phones.csv, languages.csv, schedules.csv, service_areas.csv. A file that is
 * there is replaced.
 */
NODISCARD enum rc
hsds_write_csv(struct hub *hub, const char *dir, unsigned *n, struct fault *f);

/**
 * hsds_read_csv(hub, dir, n, f):
 * Take in the tables that hsds_write_csv() makes and that lie in ${dir}, counted
 * in ${n}: row by row, or once a service where a table has several for one. Columns with no field here are kept with
 * the entry. A row that cannot be taken is told by file and line; what came
 * before it is in, and the same again brings nothing new.
 */
NODISCARD enum rc hsds_read_csv(struct hub *hub, const char *dir,
    struct services_count *n, struct fault *f);

/**
 * hsds_read_json(hub, path, n, f):
 * Take in a page: services in a list, under "contents", "services" or by
 * itself, each with its organization and what belongs to it. What has no field
 * here is kept with the entry. RC_INVALID with line and column, or with the
 * place in the page, for a page that is wrong: nothing of it is in. The same
 * again brings nothing new.
 */
NODISCARD enum rc hsds_read_json(struct hub *hub, const char *path,
    struct services_count *n, struct fault *f);

#endif /* HANDRAIL_EDGE_HSDS_H */
