# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

check_PROGRAMS += \
	tests/base/test_alike \
	tests/base/test_bytes \
	tests/base/test_cfg \
	tests/base/test_chance \
	tests/base/test_csv \
	tests/base/test_day \
	tests/base/test_disk \
	tests/base/test_json \
	tests/base/test_keymap \
	tests/base/test_phone \
	tests/base/test_postcode \
	tests/base/test_ref \
	tests/base/test_str \
	tests/base/test_utf8 \
	tests/base/test_when

tests_base_test_alike_SOURCES = tests/base/test_alike.c
tests_base_test_bytes_SOURCES = tests/base/test_bytes.c
tests_base_test_cfg_SOURCES = tests/base/test_cfg.c
tests_base_test_chance_SOURCES = tests/base/test_chance.c
tests_base_test_csv_SOURCES = tests/base/test_csv.c
tests_base_test_day_SOURCES = tests/base/test_day.c
tests_base_test_disk_SOURCES = tests/base/test_disk.c
tests_base_test_json_SOURCES = tests/base/test_json.c
tests_base_test_keymap_SOURCES = tests/base/test_keymap.c
tests_base_test_phone_SOURCES = tests/base/test_phone.c
tests_base_test_postcode_SOURCES = tests/base/test_postcode.c
tests_base_test_ref_SOURCES = tests/base/test_ref.c
tests_base_test_str_SOURCES = tests/base/test_str.c
tests_base_test_utf8_SOURCES = tests/base/test_utf8.c
tests_base_test_when_SOURCES = tests/base/test_when.c

check_PROGRAMS += \
	tests/base/test_sms \
	tests/base/test_template

tests_base_test_sms_SOURCES = tests/base/test_sms.c
tests_base_test_template_SOURCES = tests/base/test_template.c
check_PROGRAMS += tests/base/test_week
tests_base_test_week_SOURCES = tests/base/test_week.c
