/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Starting, stopping, showing. What comes from the keyboard is in keys.c, what
 * comes as a signal in rescue.c.
 */

#include <langinfo.h>
#include <locale.h>
#include <panel.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/utf8.h"
#include "ui/frame/keys.h"
#include "ui/frame/rescue.h"
#include "ui/frame/term.h"

#define STORM_MS 50
#define STORM_TURNS 6

static struct term {
	SCREEN *screen;
	FILE *in, *out; /* with hidden: the null device, else stdin, stdout */
	bool hidden, mono, ascii, utf8, markers;
	int cursor_y, cursor_x;
} term;

bool
term_tells_paste(void)
{
	/* The consoles of machines, and terminals older than the marks. */
	static const char *const silent[] = { "linux", "vt", "ansi", "sun",
		"cons25", "wy", "dumb" };
	const char *name = getenv("TERM");

	for (size_t i = 0; i < sizeof(silent) / sizeof(silent[0]); i++)
		if (name && strncmp(name, silent[i], strlen(silent[i])) == 0)
			return false;
	return true;
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
	keys_open(escape_ms(o));
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
	if ((rc = rescue_open(f)))
		return rc;
	if ((rc = open_files(o, f)))
		goto out;
	if (!registered)
		registered = atexit(term_close) == 0;
	if ((rc = open_screen(f)))
		goto out;
	term.mono = term.mono || !has_colors();
	if (!term.hidden)
		rescue_ready();
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
	if (!rescue_is_open())
		return;
	if (term.screen) {
		if (keys_are_open())
			say_paste(false);
		keys_close();
		endwin();
		delscreen(term.screen);
		term.screen = NULL;
	}
	rescue_close();
	close_files();
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

bool
term_waiting(void)
{
	struct pollfd p = { .fd = term_fd(), .events = POLLIN };

	return p.fd >= 0 && poll(&p, 1, 0) > 0;
}

int
term_wake_fd(void)
{
	return rescue_fd();
}

bool
term_ended(void)
{
	return rescue_ended();
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
	struct pollfd wake = { .fd = rescue_fd(), .events = POLLIN };
	struct winsize size;
	int turns = 0;

	do {
		rescue_drain();
	} while (poll(&wake, 1, STORM_MS) > 0 && ++turns < STORM_TURNS);
	if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_row > 0 &&
	    size.ws_col > 0)
		term_resize(size.ws_row, size.ws_col);
}

void
term_read(struct term_input *in)
{
	*in = (struct term_input){ 0 };
	if (term.hidden)
		return;
	if (rescue_resized()) {
		follow_size();
		in->word = TERM_RESIZED;
		return;
	}
	if (!rescue_ended())
		keys_read(in);
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
