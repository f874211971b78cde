# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

# Bytes that last, and what happens to them. Each program makes its store with
# the steps in scene.c.
store_scene = tests/store/scene.c tests/store/scene.h

check_PROGRAMS += \
	tests/store/test_backup \
	tests/store/test_check \
	tests/store/test_heal \
	tests/store/test_journal \
	tests/store/test_kill \
	tests/store/test_mangled \
	tests/store/test_people \
	tests/store/test_raw \
	tests/store/test_table \
	tests/store/test_verify

tests_store_test_backup_SOURCES = tests/store/test_backup.c $(store_scene)
tests_store_test_check_SOURCES = tests/store/test_check.c $(store_scene)
tests_store_test_heal_SOURCES = tests/store/test_heal.c $(store_scene)
tests_store_test_journal_SOURCES = tests/store/test_journal.c $(store_scene)
tests_store_test_kill_SOURCES = tests/store/test_kill.c $(store_scene)
tests_store_test_mangled_SOURCES = tests/store/test_mangled.c $(store_scene)
tests_store_test_people_SOURCES = tests/store/test_people.c $(store_scene)
tests_store_test_raw_SOURCES = tests/store/test_raw.c $(store_scene)
tests_store_test_table_SOURCES = tests/store/test_table.c $(store_scene)
tests_store_test_verify_SOURCES = tests/store/test_verify.c $(store_scene)
