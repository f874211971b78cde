# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) The handrail authors; see AUTHORS.

handrailctl_SOURCES += \
	src/ctl/main.c src/ctl/commands.h \
	src/ctl/ctl.c src/ctl/ctl.h \
	src/ctl/out.c src/ctl/out.h \
	src/ctl/bench.h src/ctl/bench_act.c src/ctl/bench_import.c \
	src/ctl/bench_clock.c \
	src/ctl/bench_disk.c src/ctl/bench_disk.h \
	src/ctl/bench_facts.c src/ctl/bench_journal.c \
	src/ctl/bench_keys.c \
	src/ctl/bench_read.c src/ctl/bench_screen.c \
	src/ctl/keeping.c src/ctl/keeping.h \
	src/ctl/watched.c src/ctl/watched.h \
	src/ctl/check_folders.c src/ctl/check_folders.h \
	src/ctl/cmd_act.c \
	src/ctl/cmd_area.c \
	src/ctl/cmd_audit.c \
	src/ctl/cmd_backup.c \
	src/ctl/cmd_bench.c \
	src/ctl/cmd_check_config.c \
	src/ctl/cmd_check_keys.c \
	src/ctl/cmd_diary.c \
	src/ctl/cmd_digest.c \
	src/ctl/cmd_demo.c \
	src/ctl/cmd_duplicates.c \
	src/ctl/cmd_directory.c \
	src/ctl/cmd_due.c \
	src/ctl/cmd_export.c \
	src/ctl/cmd_feeds.c \
	src/ctl/cmd_find.c \
	src/ctl/cmd_import.c \
	src/ctl/cmd_init.c \
	src/ctl/cmd_pathway.c \
	src/ctl/cmd_letter.c \
	src/ctl/cmd_letters.c \
	src/ctl/cmd_survey.c \
	src/ctl/cmd_queue.c \
	src/ctl/cmd_rebuild.c \
	src/ctl/cmd_recovery.c \
	src/ctl/cmd_restore.c \
	src/ctl/cmd_schema.c \
	src/ctl/cmd_show.c \
	src/ctl/cmd_pack.c \
	src/ctl/cmd_timeline.c \
	src/ctl/cmd_user.c \
	src/ctl/cmd_verify.c
