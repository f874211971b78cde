/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * A terminal that ignores the keypad switch sends ESC [ A for Up, and the
 * letters land in a field; F1 to F5 come in three families of bytes; digits on
 * the keypad come as ESC O p. define_key() for all of them cures it (UX 5.3).
 *
 * wget_wch() refreshes its window when that was drawn on, in front of the
 * panels; so keys are read from a pad that nobody draws on.
 */

#include "ui/frame/keys.h"
#include "base/buf.h"
#include "base/stroke.h"
#include "base/utf8.h"

#define PASTE_ON 2000
#define PASTE_OFF 2001
#define PASTE_MOST (1024 * 1024)
#define PASTE_WAIT_MS 500

static struct {
	WINDOW *pad;
	struct buf paste;
} keys;

/* clang-format off */
static const struct sequence {
	const char *bytes;
	int key;
} sequences[] = {
	/* The keypad in its own mode is still a keypad. */
	{ "\033Op", '0' }, { "\033Oq", '1' }, { "\033Or", '2' },
	{ "\033Os", '3' }, { "\033Ot", '4' }, { "\033Ou", '5' },
	{ "\033Ov", '6' }, { "\033Ow", '7' }, { "\033Ox", '8' },
	{ "\033Oy", '9' }, { "\033On", '.' }, { "\033Ok", '+' },
	{ "\033Om", '-' }, { "\033Oj", '*' }, { "\033Oo", '/' },
	{ "\033OM", KEY_ENTER },
	/* Three families of function keys. */
	{ "\033OP", KEY_F0 + 1 }, { "\033OQ", KEY_F0 + 2 },
	{ "\033OR", KEY_F0 + 3 }, { "\033OS", KEY_F0 + 4 },
	{ "\033[11~", KEY_F0 + 1 }, { "\033[12~", KEY_F0 + 2 },
	{ "\033[13~", KEY_F0 + 3 }, { "\033[14~", KEY_F0 + 4 },
	{ "\033[15~", KEY_F0 + 5 }, { "\033[17~", KEY_F0 + 6 },
	{ "\033[18~", KEY_F0 + 7 }, { "\033[19~", KEY_F0 + 8 },
	{ "\033[20~", KEY_F0 + 9 }, { "\033[21~", KEY_F0 + 10 },
	{ "\033[[A", KEY_F0 + 1 }, { "\033[[B", KEY_F0 + 2 },
	{ "\033[[C", KEY_F0 + 3 }, { "\033[[D", KEY_F0 + 4 },
	{ "\033[[E", KEY_F0 + 5 },
	{ "\033[A", KEY_UP }, { "\033[B", KEY_DOWN },
	{ "\033[C", KEY_RIGHT }, { "\033[D", KEY_LEFT },
	{ "\033OA", KEY_UP }, { "\033OB", KEY_DOWN },
	{ "\033OC", KEY_RIGHT }, { "\033OD", KEY_LEFT },
	{ "\033[H", KEY_HOME }, { "\033OH", KEY_HOME },
	{ "\033[1~", KEY_HOME }, { "\033[7~", KEY_HOME },
	{ "\033[F", KEY_END }, { "\033OF", KEY_END },
	{ "\033[4~", KEY_END }, { "\033[8~", KEY_END },
	{ "\033[5~", KEY_PPAGE }, { "\033[6~", KEY_NPAGE },
	{ "\033[2~", KEY_IC }, { "\033[3~", KEY_DC },
	{ "\033[Z", KEY_BTAB },
	{ "\010", KEY_BACKSPACE }, { "\177", KEY_BACKSPACE },
	{ "\033[200~", PASTE_ON }, { "\033[201~", PASTE_OFF },
};

/* What curses calls a key, and what we do. */
static const struct known {
	int key;
	uint32_t stroke;
} known[] = {
	{ KEY_ENTER, STROKE_ENTER },	{ KEY_BTAB, STROKE_BACKTAB },
	{ KEY_UP, STROKE_UP },		{ KEY_DOWN, STROKE_DOWN },
	{ KEY_LEFT, STROKE_LEFT },	{ KEY_RIGHT, STROKE_RIGHT },
	{ KEY_PPAGE, STROKE_PAGEUP },	{ KEY_NPAGE, STROKE_PAGEDOWN },
	{ KEY_HOME, STROKE_HOME },	{ KEY_END, STROKE_END },
	{ KEY_IC, STROKE_INSERT },	{ KEY_DC, STROKE_DELETE },
	{ KEY_BACKSPACE, STROKE_BACKSPACE },
};
/* clang-format on */

#define N_OF(table) (sizeof(table) / sizeof((table)[0]))

void
keys_open(int escape_ms)
{
	set_escdelay(escape_ms);
	keys.pad = newpad(1, 1);
	keypad(keys.pad, TRUE);
	nodelay(keys.pad, TRUE);
	for (size_t i = 0; i < N_OF(sequences); i++)
		define_key(sequences[i].bytes, sequences[i].key);
}

void
keys_close(void)
{
	if (keys.pad)
		delwin(keys.pad);
	keys.pad = NULL;
	buf_wipe(&keys.paste);
}

bool
keys_are_open(void)
{
	return keys.pad != NULL;
}

static uint32_t
stroke_of_code(int key)
{
	if (key > KEY_F0 && key <= KEY_F0 + 12)
		return STROKE_F0 + (uint32_t)(key - KEY_F0);
	for (size_t i = 0; i < N_OF(known); i++)
		if (known[i].key == key)
			return known[i].stroke;
	/* A key that define_key() made into a character. */
	return key > ' ' && key < 0x7f ? (uint32_t)key : STROKE_NONE;
}

static uint32_t
stroke_of_char(wint_t c)
{
	switch (c) {
	case '\r':
	case '\n':
		return STROKE_ENTER;
	case '\t':
		return STROKE_TAB;
	case '\033':
		return STROKE_ESCAPE;
	case '\b':
	case 0x7f:
		return STROKE_BACKSPACE;
	case 0:
		return STROKE_NONE;
	}
	if (c <= 26)
		return STROKE_CTRL + 'a' - 1 + (uint32_t)c;
	if (c < ' ')
		return STROKE_CTRL + '@' + (uint32_t)c;
	return c >= 0x80 && c < 0xa0 ? STROKE_NONE : (uint32_t)c;
}

/* One key of a paste into the buffer; false at its end. */
static bool
paste_one(void)
{
	char as[5];
	wint_t c;
	int got = wget_wch(keys.pad, &c);

	if (got == ERR || (got == KEY_CODE_YES && c == PASTE_OFF))
		return false;
	if (keys.paste.len > PASTE_MOST)
		return true;
	if (got == KEY_CODE_YES)
		c = stroke_of_code((int)c) < 0x7f ? c : 0;
	if (c == '\r')
		c = '\n';
	if (c)
		buf_put(&keys.paste, as, utf8_put((uint32_t)c, as));
	return true;
}

static void
read_paste(struct term_input *in)
{
	buf_clear(&keys.paste);
	wtimeout(keys.pad, PASTE_WAIT_MS);
	while (paste_one())
		continue;
	wtimeout(keys.pad, 0);
	in->word = TERM_PASTE;
	in->paste = buf_str(&keys.paste);
	in->paste_len = keys.paste.len;
}

void
keys_read(struct term_input *in)
{
	wint_t c = 0;
	int got = wget_wch(keys.pad, &c);

	if (got == ERR || (got == KEY_CODE_YES && c == KEY_RESIZE))
		return;
	if (got == KEY_CODE_YES && c == PASTE_ON) {
		read_paste(in);
		return;
	}
	in->stroke =
	    got == KEY_CODE_YES ? stroke_of_code((int)c) : stroke_of_char(c);
	if (in->stroke != STROKE_NONE)
		in->word = TERM_STROKE;
}
