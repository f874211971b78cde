/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "ctl/ctl.h"
#include "edge/feed.h"

static const struct out_column columns[] = {
	{ "name", "feed", OUT_WORDS },
	{ "title", "title", OUT_WORDS },
	{ "act", "act", OUT_WORDS },
	{ "source", "from", OUT_WORDS },
	{ "file", NULL, OUT_WORDS },
};

struct listing {
	struct ctl *ctl;
	struct out *out;
	size_t faults;
};

/* A feed that cannot be read is told and does not hide the others. */
static enum rc
one_feed(const char *path, void *arg)
{
	struct listing *l = arg;
	struct feed *feed = NULL;
	struct fault f = { 0 };

	if (feed_load(path, l->ctl->hub->kinds, l->ctl->hub->codes, &feed,
		&f)) {
		l->faults++;
		ctl_fail(l->ctl, NULL, &f);
		return RC_OK;
	}
	out_row(l->out, (const char *[]){ feed->name, feed->title, feed->act,
			    feed->source, path });
	feed_free(feed);
	return RC_OK;
}

static int
list(struct ctl *ctl, const struct hub_options *options)
{
	struct listing l = { .ctl = ctl };
	struct fault f = { 0 }, last = { 0 };
	enum rc rc, written;

	l.out = out_new(ctl->format, columns,
	    sizeof(columns) / sizeof(columns[0]), stdout);
	rc = feed_each(options->data, options->site, one_feed, &l, &f);
	written = out_end(l.out, &last);
	if (rc)
		return ctl_fail(ctl, NULL, &f);
	if (written)
		return ctl_fail(ctl, NULL, &last);
	return l.faults > 0 ? CTL_NOT_WELL : CTL_DONE;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const struct option_row rows[] = {
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	struct hub_options options;
	struct fault f = { 0 };
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 0, &status))
		return status;
	status = ctl_settle(ctl);
	if (status != CTL_DONE)
		return status;
	options_hub(&ctl->o, "", &options);
	if (hub_define(&options, &ctl->hub, &f))
		return ctl_fail(ctl, NULL, &f);
	return list(ctl, &options);
}

const struct ctl_command ctl_feeds = {
	.name = "feeds",
	.synopsis = "[--format FORMAT]",
	.sentence = "the feeds this site knows",
	.run = run,
};
