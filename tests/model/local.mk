# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

check_PROGRAMS += \
	tests/model/test_code \
	tests/model/test_diff \
	tests/model/test_kind \
	tests/model/test_record \
	tests/model/test_site \
	tests/model/test_type

model_scene = tests/model/scene.c tests/model/scene.h

tests_model_test_code_SOURCES = tests/model/test_code.c $(model_scene)
tests_model_test_diff_SOURCES = tests/model/test_diff.c $(model_scene)
tests_model_test_kind_SOURCES = tests/model/test_kind.c $(model_scene)
tests_model_test_record_SOURCES = tests/model/test_record.c $(model_scene)
tests_model_test_site_SOURCES = tests/model/test_site.c $(model_scene)
tests_model_test_type_SOURCES = tests/model/test_type.c $(model_scene)
