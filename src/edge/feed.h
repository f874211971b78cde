/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_FEED_H
#define HANDRAIL_EDGE_FEED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/csv.h"
#include "base/rc.h"

/*
 * A feed is notices from another body, as files of rows. What its columns mean
 * to us is a definition file, data/feeds/NAME.cfg; nothing here names a force
 * or a column. A row only ever proposes: it becomes a slip for an act of
 * import, and the act decides.
 *
 * Everything hangs together in one place: a column has its header's name, the
 * line of the slip it fills, and what its values become. Keys, needed columns
 * and the column of withdrawals are all given by the names of such columns.
 */

struct codes;
struct kind_field;
struct kinds;

/* What one value becomes; sorted by `from`, letters of either case alike. */
struct feed_value {
	const char *from, *to;
};

enum feed_otherwise {
	FEED_KEEP,   /* a value that is not in the table stays as it is */
	FEED_REFUSE, /* refuses the row */
	FEED_INSTEAD /* becomes another */
};

struct feed_column {
	const char *name;               /* what the header calls it */
	const char *const *also;        /* or calls it; ends with NULL, or is */
	const struct kind_field *field; /* NULL: looked at but not kept */
	size_t slot;                    /* the line of the slip, if kept */
	const struct feed_value *values;
	size_t n_values;
	enum feed_otherwise otherwise;
	const char *instead;
	bool needed; /* an empty cell refuses the row */
	bool head;   /* the header must have it */
	bool joins;  /* goes behind what another column said on the line */
	bool as_said; /* what cannot be read as its field is kept all the same */
};

/* A name made of columns: what the row, or something it tells of, is called. */
struct feed_key {
	const char *name; /* on the slip */
	const size_t *columns;
	size_t n;
};

struct feed {
	const char *name, *title, *source, *note;
	const char *act;   /* the act of import proposed for each row */
	const char *mark;  /* the line of the slip that names the feed */
	const char *space; /* before each key, "" for none */
	struct csv_options csv;
	const struct feed_column *columns;
	size_t n;
	const char *const *slots; /* the lines a slip gets: "crime.month" */
	size_t n_slots;
	const struct feed_key *keys; /* the first is the row's own, "key" */
	size_t n_keys;
	bool lone; /* a row whose key is empty is an event of its own */
	const char *const *withdraw; /* values; NULL: nothing withdraws */
	size_t withdraw_column;
};

/**
 * feed_load(path, kinds, codes, feed, f):
 * Read the definition ${path}, whose fields and code lists are those of
 * ${kinds} and ${codes}; both must outlive it. The caller gives ${*feed} to
 * feed_free(). RC_INVALID with file and line for what is wrong in it, a line
 * of the slip that its act does not take from a feed among it.
 */
NODISCARD enum rc feed_load(const char *path, const struct kinds *kinds,
    const struct codes *codes, struct feed **feed, struct fault *f);
void feed_free(struct feed *feed);

/**
 * feed_path(name, data, site, path, f):
 * Add to ${path} where the feed called ${name} is defined: ${name} itself when
 * it has a slash or ends in .cfg, else NAME.cfg in the folder feeds of ${site}
 * (which may be NULL or "") or of ${data}. RC_MISSING, naming the feeds there
 * are, when there is none.
 */
NODISCARD enum rc feed_path(const char *name, const char *data,
    const char *site, struct buf *path, struct fault *f);

/* Called with the path of each definition; anything but RC_OK stops. */
typedef enum rc feed_fn(const char *path, void *arg);

/**
 * feed_each(data, site, fn, arg, f):
 * Call ${fn} for each feed of the site and then of handrail, leaving out those
 * of handrail that the site has its own of.
 */
NODISCARD enum rc feed_each(const char *data, const char *site, feed_fn *fn,
    void *arg, struct fault *f);

#endif /* HANDRAIL_EDGE_FEED_H */
