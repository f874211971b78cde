/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * handrail-paper: one letter on standard input (paper_encode), the PDF on
 * standard output. It is started by handrail and handrailctl, holds no keys and
 * opens no store.
 */

#include <stdio.h>

#include "base/arena.h"
#include "edge/paper_draw.h"

#define MOST ((size_t)1 << 20)

static void
read_in(struct buf *bytes)
{
	size_t n;

	do {
		n = fread(buf_reserve(bytes, 16384), 1, 16384, stdin);
		bytes->len += n;
	} while (n && bytes->len < MOST);
}

int
main(void)
{
	struct arena *arena = arena_new();
	struct buf in = { 0 }, out = { 0 };
	struct paper paper = { 0 };
	struct fault f = { 0 };
	int status = 1;

	read_in(&in);
	if (!paper_decode(arena, buf_window(&in), &paper))
		fprintf(stderr, "handrail-paper: this is no letter\n");
	else if (paper_draw(&paper, &out, &f))
		fprintf(stderr, "handrail-paper: %s\n", f.text);
	else
		status = fwrite(out.at, 1, out.len, stdout) == out.len ? 0 : 1;
	if (fflush(stdout))
		status = 1;
	buf_wipe(&in);
	buf_wipe(&out);
	arena_free(arena);
	return status;
}
