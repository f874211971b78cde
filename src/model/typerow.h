/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_MODEL_TYPEROW_H
#define HANDRAIL_MODEL_TYPEROW_H

#include "model/kind.h"
#include "model/type.h"

/*
 * What stands in the rows of the type table, by file. Texts given to parse
 * have no blanks at their ends and are not empty; values given to show and
 * check are neither empty nor kept ones ("?...").
 */

/* typetext.c */
type_parse_fn text_parse, name_parse, prose_parse, address_parse, email_parse,
    polref_parse, phone_parse, post_parse;
type_show_fn text_show, phone_value_show;
type_check_fn text_check, prose_check, email_check, phone_check, post_check;

/* typecode.c */
type_parse_fn code_parse, codes_parse;
type_show_fn code_show, codes_show;
type_check_fn code_check, codes_check;

/* typetime.c */
type_parse_fn when_value_parse, birth_parse, moment_value_parse;
type_show_fn when_value_show, birth_show, moment_value_show;
type_check_fn when_check, moment_check;

/* typenumber.c */
type_parse_fn number_parse, money_parse, flag_parse, link_parse;
type_show_fn money_show, flag_show, link_show;
type_check_fn number_check, money_check, flag_check, link_check;

/* typegroup.c */
type_parse_fn group_parse;
type_show_fn group_show;
type_check_fn group_check;

#endif /* HANDRAIL_MODEL_TYPEROW_H */
