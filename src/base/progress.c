/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <unistd.h>

#include "base/clock.h"

#include "base/progress.h"

#define TENTH 100000000 /* nanoseconds */
#define BAR 20

void
progress_begin(struct progress *p, const char *doing, const char *unit,
    uint64_t total)
{
	*p = (struct progress){
		.doing = doing,
		.unit = unit,
		.total = total,
		.began = clock_ticks(),
		.shown = isatty(STDERR_FILENO) == 1,
	};
	p->drawn = p->began;
}

static void
draw_bar(const struct progress *p)
{
	unsigned full = (unsigned)(p->done * BAR / p->total);
	char bar[BAR + 1];

	for (unsigned i = 0; i < BAR; i++)
		bar[i] = i < full ? '#' : '.';
	bar[BAR] = '\0';
	fprintf(stderr, " [%s] %3u%%", bar,
	    (unsigned)(p->done * 100 / p->total));
}

static void
draw_left(const struct progress *p, double seconds)
{
	double left = seconds * (double)(p->total - p->done) / (double)p->done;

	fprintf(stderr, ", %u:%02u left", (unsigned)left / 60,
	    (unsigned)left % 60);
}

static void
draw(const struct progress *p)
{
	double seconds = (double)(p->drawn - p->began) / 1e9;
	bool known = p->total && p->done <= p->total;

	fprintf(stderr, "\r%s", p->doing);
	if (known)
		draw_bar(p);
	fprintf(stderr, " %llu %s", (unsigned long long)p->counted, p->unit);
	if (seconds > 0)
		fprintf(stderr, ", %.0f a second",
		    (double)p->counted / seconds);
	if (known && p->done)
		draw_left(p, seconds);
	fputs("\033[K", stderr);
	fflush(stderr);
}

void
progress_at(struct progress *p, uint64_t done, uint64_t counted)
{
	int64_t now;

	p->done = done;
	p->counted = counted;
	if (!p->shown)
		return;
	now = clock_ticks();
	if (now - p->drawn < TENTH)
		return;
	p->drawn = now;
	draw(p);
}

void
progress_end(struct progress *p)
{
	if (p->shown && p->drawn != p->began)
		fputs("\r\033[K", stderr);
	p->shown = false;
}
