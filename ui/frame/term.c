/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * What ncurses does not do by itself, and we found by trying (UX 5.3 to 5.5):
 *
 * - A terminal that ignores the keypad switch sends ESC [ A for Up, and the
 *   letters land in a field; F1 to F5 come in three families of bytes; digits
 *   on the keypad come as ESC O p. define_key() for all of them cures it.
 * - wget_wch() refreshes its window when that was drawn on, in front of the
 *   panels; so keys are read from a pad that nobody draws on.
 * - ncurses ends the program itself on SIGTERM unless someone else catches it.
 *
 * Signals write one byte into a pipe that the loop waits on. The ones that kill
 * give the terminal back with nothing but write() and tcsetattr().
 */

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <panel.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/stroke.h"
#include "base/utf8.h"
#include "ui/frame/term.h"

#define PASTE_ON 2000
#define PASTE_OFF 2001
#define PASTE_MOST (1024 * 1024)
#define PASTE_WAIT_MS 500
#define STORM_MS 50
#define STORM_TURNS 6

static struct term {
	SCREEN *screen;
	FILE *in, *out; /* with hidden: the null device, else stdin, stdout */
	WINDOW *keys;
	bool hidden, mono, ascii, utf8, markers;
	struct termios before;
	bool have_before;
	char give_back[256]; /* what resets the screen, for signals */
	size_t give_back_len;
	int wake[2];
	struct buf paste;
	int cursor_y, cursor_x;
} term = { .wake = { -1, -1 } };

static volatile sig_atomic_t resized, ended;

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

static const int deadly[] = { SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL };
static const int noted[] = { SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGWINCH };
/* clang-format on */

#define N_OF(table) (sizeof(table) / sizeof((table)[0]))

/* Called in signals: nothing here may allocate or lock. */
static void
give_back_now(void)
{
	if (term.hidden || !term.screen)
		return;
	if (write(STDOUT_FILENO, term.give_back, term.give_back_len) < 0)
		return;
	if (term.have_before)
		tcsetattr(STDIN_FILENO, TCSANOW, &term.before);
}

static void
on_deadly(int sig)
{
	give_back_now();
	signal(sig, SIG_DFL);
	raise(sig);
}

static void
on_noted(int sig)
{
	int err = errno;

	if (sig == SIGWINCH)
		resized = 1;
	else
		ended = 1;
	if (term.wake[1] >= 0 && write(term.wake[1], "!", 1) < 0)
		(void)0; /* full: the loop is woken already */
	errno = err;
}

static void
catch_signals(bool yes)
{
	struct sigaction act = { 0 };

	sigemptyset(&act.sa_mask);
	act.sa_handler = yes ? on_noted : SIG_DFL;
	for (size_t i = 0; i < N_OF(noted); i++)
		sigaction(noted[i], &act, NULL);
	act.sa_handler = yes ? on_deadly : SIG_DFL;
	for (size_t i = 0; i < N_OF(deadly); i++)
		sigaction(deadly[i], &act, NULL);
}

/* Add a capability to what gives the terminal back, without its padding. */
static void
remember(const char *bytes)
{
	if (!bytes || bytes == (const char *)-1)
		return;
	while (*bytes && term.give_back_len + 1 < sizeof(term.give_back)) {
		const char *end;

		if (bytes[0] == '$' && bytes[1] == '<' &&
		    (end = strchr(bytes, '>'))) {
			bytes = end + 1;
			continue;
		}
		term.give_back[term.give_back_len++] = *bytes++;
	}
}

static void
remember_the_way_back(void)
{
	static const char *const caps[] = { "sgr0", "rmkx", "cnorm", "rmcup" };

	term.give_back_len = 0;
	remember("\033[?2004l");
	for (size_t i = 0; i < N_OF(caps); i++)
		remember(tigetstr(caps[i]));
}

static void
say_paste(bool on)
{
	const char *bytes = on ? "\033[?2004h" : "\033[?2004l";

	if (!term.hidden && write(STDOUT_FILENO, bytes, strlen(bytes)) < 0)
		return;
}

static enum rc
open_files(const struct term_options *o, struct fault *f)
{
	char size[16];

	if (!o->hidden) {
		if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
			return fault_set(f, RC_SYSTEM,
			    "the console needs a terminal; `handrail --plain` "
			    "works without one");
		term.in = stdin;
		term.out = stdout;
		term.have_before = !tcgetattr(STDIN_FILENO, &term.before);
		return RC_OK;
	}
	term.in = fopen("/dev/null", "re");
	term.out = fopen("/dev/null", "we");
	if (!term.in || !term.out)
		return fault_errno(f, "opening", "/dev/null");
	if (o->rows || !getenv("LINES")) {
		snprintf(size, sizeof(size), "%d", o->rows ? o->rows : 24);
		setenv("LINES", size, 1);
	}
	if (o->cols || !getenv("COLUMNS")) {
		snprintf(size, sizeof(size), "%d", o->cols ? o->cols : 80);
		setenv("COLUMNS", size, 1);
	}
	return RC_OK;
}

/* A console that cannot place its cursor is a teleprinter. */
static enum rc
open_screen(struct fault *f)
{
	const char *name = term.hidden ? "xterm-256color" : getenv("TERM");
	const char *cup;

	if (!name || !*name)
		return fault_set(f, RC_SYSTEM,
		    "TERM is not set, so this terminal is not known; set it, "
		    "or use `handrail --plain`");
	if (!(term.screen = newterm(name, term.out, term.in)))
		return fault_set(f, RC_SYSTEM,
		    "the terminal \"%.40s\" (TERM) is not known here; set TERM "
		    "to one that is (xterm, linux, vt100), or use "
		    "`handrail --plain`",
		    name);
	cup = tigetstr("cup");
	if (!cup || cup == (const char *)-1)
		return fault_set(f, RC_SYSTEM,
		    "the terminal \"%.40s\" (TERM) cannot place a cursor; use "
		    "`handrail --plain`",
		    name);
	return RC_OK;
}

static int
escape_ms(const struct term_options *o)
{
	if (o->escape_ms > 0)
		return o->escape_ms;
	return getenv("SSH_CONNECTION") ? 100 : 25;
}

static void
set_modes(const struct term_options *o)
{
	raw();
	noecho();
	nonl();
	meta(stdscr, TRUE);
	intrflush(stdscr, FALSE);
	set_escdelay(escape_ms(o));
	term.keys = newpad(1, 1);
	keypad(term.keys, TRUE);
	nodelay(term.keys, TRUE);
	for (size_t i = 0; i < N_OF(sequences); i++)
		define_key(sequences[i].bytes, sequences[i].key);
	curs_set(1);
	if (!term.mono) {
		start_color();
		use_default_colors();
	}
	say_paste(true);
}

static void
set_looks(const struct term_options *o)
{
	const char *no = getenv("NO_COLOR");
	const char *test = getenv("HANDRAIL_TEST");

	setlocale(LC_ALL, "");
	if (term.hidden && strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_ALL, "C.UTF-8");
	term.utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	term.ascii = o->ascii || !term.utf8;
	term.mono = o->mono || (no && *no);
	term.markers = o->markers || (test && strcmp(test, "1") == 0);
}

enum rc
term_open(const struct term_options *o, struct fault *f)
{
	static bool registered;
	enum rc rc;

	term.hidden = o->hidden;
	set_looks(o);
	if (pipe2(term.wake, O_CLOEXEC | O_NONBLOCK))
		return fault_errno(f, "making", "a pipe for signals");
	if ((rc = open_files(o, f)))
		goto out;
	if (!registered)
		registered = atexit(term_close) == 0;
	/* Before newterm, so that ncurses leaves these signals to us. */
	catch_signals(true);
	if ((rc = open_screen(f)))
		goto out;
	term.mono = term.mono || !has_colors();
	remember_the_way_back();
	set_modes(o);
	wnoutrefresh(stdscr);

out:
	if (rc)
		term_close();
	return rc;
}

static void
close_files(void)
{
	for (int i = 0; i < 2; i++) {
		if (term.wake[i] >= 0)
			close(term.wake[i]);
		term.wake[i] = -1;
	}
	if (!term.hidden)
		return;
	if (term.in)
		fclose(term.in);
	if (term.out)
		fclose(term.out);
	term.in = term.out = NULL;
}

void
term_close(void)
{
	if (term.wake[1] < 0)
		return;
	if (term.screen) {
		if (term.keys) {
			say_paste(false);
			delwin(term.keys);
		}
		term.keys = NULL;
		endwin();
		delscreen(term.screen);
		term.screen = NULL;
	}
	catch_signals(false);
	close_files();
	buf_wipe(&term.paste);
}

int
term_rows(void)
{
	return term.screen ? LINES : 24;
}

int
term_cols(void)
{
	return term.screen ? COLS : 80;
}

bool
term_is_small(void)
{
	return term_rows() < TERM_MIN_ROWS || term_cols() < TERM_MIN_COLS;
}

bool
term_is_ascii(void)
{
	return term.ascii;
}

bool
term_is_mono(void)
{
	return term.mono;
}

bool
term_is_utf8(void)
{
	return term.utf8;
}

int
term_fd(void)
{
	return term.hidden ? -1 : STDIN_FILENO;
}

int
term_wake_fd(void)
{
	return term.wake[0];
}

bool
term_ended(void)
{
	return ended;
}

static void
drain_wake(void)
{
	char bytes[64];

	while (read(term.wake[0], bytes, sizeof(bytes)) > 0)
		continue;
}

void
term_resize(int rows, int cols)
{
	resizeterm(rows, cols);
	term_redraw();
}

/* A window dragged by its corner sends dozens of sizes; wait for the last. */
static void
follow_size(void)
{
	struct pollfd wake = { .fd = term.wake[0], .events = POLLIN };
	struct winsize size;
	int turns = 0;

	do {
		resized = 0;
		drain_wake();
	} while (poll(&wake, 1, STORM_MS) > 0 && ++turns < STORM_TURNS);
	if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_row > 0 &&
	    size.ws_col > 0)
		term_resize(size.ws_row, size.ws_col);
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
	int got = wget_wch(term.keys, &c);

	if (got == ERR || (got == KEY_CODE_YES && c == PASTE_OFF))
		return false;
	if (term.paste.len > PASTE_MOST)
		return true;
	if (got == KEY_CODE_YES)
		c = stroke_of_code((int)c) < 0x7f ? c : 0;
	if (c == '\r')
		c = '\n';
	if (c)
		buf_put(&term.paste, as, utf8_put((uint32_t)c, as));
	return true;
}

static void
read_paste(struct term_input *in)
{
	buf_clear(&term.paste);
	wtimeout(term.keys, PASTE_WAIT_MS);
	while (paste_one())
		continue;
	wtimeout(term.keys, 0);
	in->word = TERM_PASTE;
	in->paste = buf_str(&term.paste);
	in->paste_len = term.paste.len;
}

void
term_read(struct term_input *in)
{
	wint_t c = 0;
	int got;

	*in = (struct term_input){ 0 };
	if (resized && !term.hidden) {
		follow_size();
		in->word = TERM_RESIZED;
		return;
	}
	if (term.hidden || ended)
		return;
	got = wget_wch(term.keys, &c);
	if (got == ERR || (got == KEY_CODE_YES && c == KEY_RESIZE))
		return;
	if (got == KEY_CODE_YES && c == PASTE_ON) {
		read_paste(in);
		return;
	}
	in->stroke = got == KEY_CODE_YES ? stroke_of_code((int)c)
	                                 : stroke_of_char(c);
	if (in->stroke != STROKE_NONE)
		in->word = TERM_STROKE;
}

void
term_show(WINDOW *win, int y, int x)
{
	int top = 0, left = 0;

	update_panels();
	if (win) {
		getbegyx(win, top, left);
	}
	term.cursor_y = top + y;
	term.cursor_x = left + x;
	/* Last, since each panel leaves the cursor where it drew. */
	leaveok(newscr, FALSE);
	wmove(newscr, term.cursor_y, term.cursor_x);
	doupdate();
}

void
term_redraw(void)
{
	clearok(curscr, TRUE);
}

void
term_mark(unsigned seq, const char *state, const char *tag)
{
	char mark[80];
	int len;

	if (!term.markers || term.hidden)
		return;
	len = snprintf(mark, sizeof(mark), "\033]7777;%u;%s;%s\a", seq, state,
	    tag);
	if (len > 0 && write(STDOUT_FILENO, mark, (size_t)len) < 0)
		return;
}

size_t
term_line(int y, char *out, size_t cap)
{
	wchar_t cells[2048];
	size_t len = 0;
	int n = mvwinnwstr(curscr, y, 0, cells, 2047);

	for (int i = 0; i < n && len + 5 < cap; i++)
		len += utf8_put((uint32_t)cells[i], out + len);
	while (len && out[len - 1] == ' ')
		len--;
	if (cap)
		out[len] = '\0';
	return len;
}

void
term_cursor(int *y, int *x)
{
	*y = term.cursor_y;
	*x = term.cursor_x;
}
