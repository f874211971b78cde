/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>
#include <vterm.h>

#include "base/stroke.h"
#include "base/utf8.h"
#include "tests/support/screen.h"

#define PATIENCE_MS 5000

struct screen {
	VTerm *vt;
	VTermScreen *screen;
	int fd, tty, pid;
	int rows, cols;
	struct termios before;
	bool unmarked;
	unsigned keys, seq; /* sent, and handled by the last mark */
	unsigned marks;
	char state[16], tag[32];
	bool visible, alternate, wants_paste;
	unsigned bells, strange;
	size_t bytes;
	int status; /* once waited for */
	bool ended;
};

/* ---- what the terminal tells ---- */

static int
on_prop(VTermProp prop, VTermValue *val, void *arg)
{
	struct screen *s = arg;

	if (prop == VTERM_PROP_CURSORVISIBLE)
		s->visible = val->boolean;
	else if (prop == VTERM_PROP_ALTSCREEN)
		s->alternate = val->boolean;
	return 1;
}

static int
on_bell(void *arg)
{
	((struct screen *)arg)->bells++;
	return 1;
}

static const VTermScreenCallbacks screen_calls = {
	.settermprop = on_prop,
	.bell = on_bell,
};

/* ESC ] 7777 ; seq ; state ; tag BEL is a mark; nothing else is expected. */
static int
on_osc(const char *command, size_t len, void *arg)
{
	struct screen *s = arg;
	char text[128], *at, *seq, *state, *tag;

	snprintf(text, sizeof(text), "%.*s", (int)len, command);
	if (strncmp(text, "7777;", 5) != 0) {
		s->strange++;
		return 1;
	}
	at = text + 5;
	seq = strsep(&at, ";");
	state = strsep(&at, ";");
	tag = strsep(&at, ";");
	s->seq = (unsigned)strtoul(seq, NULL, 10);
	snprintf(s->state, sizeof(s->state), "%.15s", state ? state : "");
	snprintf(s->tag, sizeof(s->tag), "%.31s", tag ? tag : "");
	s->marks++;
	return 1;
}

static int
on_csi(const char *leader, const long args[], int n, const char *intermed,
    char command, void *arg)
{
	(void)leader;
	(void)args;
	(void)n;
	(void)intermed;
	(void)command;
	(void)arg;
	return 1;
}

static const VTermParserCallbacks fallbacks = {
	.osc = on_osc,
	.csi = on_csi,
};

static void
on_output(const char *bytes, size_t len, void *arg)
{
	struct screen *s = arg;

	if (write(s->fd, bytes, len) < 0)
		return;
}

/* libvterm keeps to itself whether 2004 was asked for, so look for it. */
static void
note_paste(struct screen *s, const char *bytes, size_t n)
{
	if (memmem(bytes, n, "\033[?2004h", 8))
		s->wants_paste = true;
	if (memmem(bytes, n, "\033[?2004l", 8))
		s->wants_paste = false;
}

/* ---- the child ---- */

static void
be_child(const struct screen_options *o)
{
	unsetenv("NO_COLOR");
	unsetenv("COLORTERM");
	unsetenv("LINES");
	unsetenv("COLUMNS");
	unsetenv("SSH_CONNECTION");
	setenv("TERM", o->term ? o->term : "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("HANDRAIL_TEST", o->unmarked ? "0" : "1", 1);
	for (size_t i = 0; o->env && o->env[i]; i++)
		putenv((char *)o->env[i]);
	if (!o->argv)
		exit(o->run(o->arg));
	execv(o->argv[0], (char *const *)o->argv);
	_exit(127);
}

static int64_t
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Read what is there within ${ms}; false when nothing was, or it ended. */
static bool
pump(struct screen *s, int ms)
{
	struct pollfd p = { .fd = s->fd, .events = POLLIN };
	char bytes[65536];
	ssize_t n;

	if (poll(&p, 1, ms) <= 0)
		return false;
	n = read(s->fd, bytes, sizeof(bytes));
	if (n <= 0)
		return false;
	s->bytes += (size_t)n;
	note_paste(s, bytes, (size_t)n);
	vterm_input_write(s->vt, bytes, (size_t)n);
	return true;
}

/* Until the marks say that all keys were handled. */
static void
await(struct screen *s, unsigned marks)
{
	int64_t until = now_ms() + PATIENCE_MS;

	if (s->unmarked) {
		screen_settle(s, 150);
		return;
	}
	while ((s->seq < s->keys || s->marks <= marks) && now_ms() < until)
		if (!pump(s, (int)(until - now_ms())))
			return;
	/* What follows the mark in the same breath. */
	while (pump(s, 0))
		continue;
}

struct screen *
screen_start(const struct screen_options *o)
{
	struct screen *s = calloc(1, sizeof(*s));
	struct winsize size = { 0 };

	s->rows = o->rows ? o->rows : 24;
	s->cols = o->cols ? o->cols : 80;
	s->visible = true;
	s->unmarked = o->unmarked;
	size.ws_row = (unsigned short)s->rows;
	size.ws_col = (unsigned short)s->cols;
	if (openpty(&s->fd, &s->tty, NULL, NULL, &size))
		abort();
	tcgetattr(s->tty, &s->before);
	fflush(NULL);
	s->pid = fork();
	if (s->pid == 0) {
		close(s->fd);
		login_tty(s->tty);
		be_child(o);
	}
	s->vt = vterm_new(s->rows, s->cols);
	vterm_set_utf8(s->vt, 1);
	vterm_output_set_callback(s->vt, on_output, s);
	s->screen = vterm_obtain_screen(s->vt);
	vterm_screen_set_callbacks(s->screen, &screen_calls, s);
	vterm_screen_set_unrecognised_fallbacks(s->screen, &fallbacks, s);
	vterm_screen_enable_altscreen(s->screen, 1);
	vterm_screen_reset(s->screen, 1);
	await(s, 0);
	return s;
}

/* ---- keys ---- */

void
screen_send(struct screen *s, const char *bytes, size_t n, unsigned keys)
{
	unsigned marks = s->marks;

	s->keys += keys;
	if (write(s->fd, bytes, n) != (ssize_t)n)
		return;
	await(s, keys ? marks : s->marks ? s->marks - 1 : 0);
}

void
screen_type(struct screen *s, const char *text)
{
	for (size_t at = 0, n = strlen(text), len; at < n; at += len) {
		uint32_t cp;

		len = utf8_next(text + at, n - at, &cp);
		screen_send(s, text + at, len, 1);
	}
}

/* clang-format off */
static const struct sent {
	uint32_t stroke;
	const char *bytes;
} sent[] = {
	{ STROKE_ENTER, "\r" }, { STROKE_TAB, "\t" },
	{ STROKE_BACKTAB, "\033[Z" }, { STROKE_ESCAPE, "\033" },
	{ STROKE_UP, "\033OA" }, { STROKE_DOWN, "\033OB" },
	{ STROKE_RIGHT, "\033OC" }, { STROKE_LEFT, "\033OD" },
	{ STROKE_PAGEUP, "\033[5~" }, { STROKE_PAGEDOWN, "\033[6~" },
	{ STROKE_HOME, "\033OH" }, { STROKE_END, "\033OF" },
	{ STROKE_DELETE, "\033[3~" }, { STROKE_BACKSPACE, "\177" },
	{ STROKE_F0 + 1, "\033OP" }, { STROKE_F0 + 2, "\033OQ" },
	{ STROKE_F0 + 3, "\033OR" }, { STROKE_F0 + 4, "\033OS" },
	{ STROKE_F0 + 5, "\033[15~" }, { STROKE_F0 + 6, "\033[17~" },
	{ STROKE_F0 + 7, "\033[18~" }, { STROKE_F0 + 8, "\033[19~" },
	{ STROKE_F0 + 9, "\033[20~" }, { STROKE_F0 + 10, "\033[21~" },
};
/* clang-format on */

void
screen_key(struct screen *s, const char *name)
{
	uint32_t stroke;
	char byte[5];

	if (stroke_parse(name, &stroke, NULL))
		abort();
	for (size_t i = 0; i < sizeof(sent) / sizeof(sent[0]); i++) {
		if (sent[i].stroke == stroke) {
			screen_send(s, sent[i].bytes, strlen(sent[i].bytes), 1);
			return;
		}
	}
	if (stroke > STROKE_CTRL) {
		byte[0] = (char)((stroke - STROKE_CTRL) & 0x1f);
		screen_send(s, byte, 1, 1);
		return;
	}
	screen_send(s, byte, utf8_put(stroke, byte), 1);
}

bool
screen_paste(struct screen *s, const char *text)
{
	char bytes[8192];
	int n = snprintf(bytes, sizeof(bytes), "%s%s%s",
	    s->wants_paste ? "\033[200~" : "", text,
	    s->wants_paste ? "\033[201~" : "");

	screen_send(s, bytes, (size_t)n, 1);
	return s->wants_paste;
}

void
screen_resize(struct screen *s, int rows, int cols, bool wait)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
		.ws_col = (unsigned short)cols };
	unsigned marks = s->marks;

	s->rows = rows;
	s->cols = cols;
	vterm_set_size(s->vt, rows, cols);
	ioctl(s->fd, TIOCSWINSZ, &size);
	if (wait)
		await(s, marks);
}

size_t
screen_settle(struct screen *s, int ms)
{
	size_t before = s->bytes;

	while (pump(s, ms))
		continue;
	return s->bytes - before;
}

/* ---- looking ---- */

void
screen_cell(struct screen *s, int y, int x, struct screen_cell *cell)
{
	VTermScreenCell c;
	size_t len = 0;

	memset(cell, 0, sizeof(*cell));
	memset(&c, 0, sizeof(c));
	vterm_screen_get_cell(s->screen, (VTermPos){ y, x }, &c);
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && c.chars[i]; i++)
		if (c.chars[i] != (uint32_t)-1)
			len += utf8_put(c.chars[i], cell->text + len);
	cell->width = c.width;
	cell->bold = c.attrs.bold;
	cell->underline = c.attrs.underline;
	cell->reverse = c.attrs.reverse;
	cell->own_fore = !VTERM_COLOR_IS_DEFAULT_FG(&c.fg);
	cell->own_back = !VTERM_COLOR_IS_DEFAULT_BG(&c.bg);
	vterm_screen_convert_color_to_rgb(s->screen, &c.fg);
	vterm_screen_convert_color_to_rgb(s->screen, &c.bg);
	memcpy(cell->fore, &c.fg.rgb.red, 3);
	memcpy(cell->back, &c.bg.rgb.red, 3);
}

void
screen_line(struct screen *s, int y, char *out, size_t cap)
{
	size_t len = 0;

	for (int x = 0; x < s->cols && len + 40 < cap;) {
		struct screen_cell c;

		screen_cell(s, y, x, &c);
		len += (size_t)snprintf(out + len, cap - len, "%s",
		    c.text[0] ? c.text : " ");
		x += c.width > 1 ? c.width : 1;
	}
	while (len && out[len - 1] == ' ')
		len--;
	out[len] = '\0';
}

bool
screen_find(struct screen *s, const char *text, int *y, int *x)
{
	char line[4096], *at;

	for (int row = 0; row < s->rows; row++) {
		screen_line(s, row, line, sizeof(line));
		if (!(at = strstr(line, text)))
			continue;
		*y = row;
		*x = utf8_width(line, (size_t)(at - line));
		return true;
	}
	return false;
}

bool
screen_says(struct screen *s, const char *text)
{
	int y, x;

	return screen_find(s, text, &y, &x);
}

void
screen_print(struct screen *s)
{
	char line[4096];

	fprintf(stderr, "# state %s tag %s keys %u of %u\n", s->state, s->tag,
	    s->seq, s->keys);
	for (int y = 0; y < s->rows; y++) {
		screen_line(s, y, line, sizeof(line));
		fprintf(stderr, "# %s\n", line);
	}
}

void
screen_cursor(struct screen *s, int *y, int *x, bool *visible)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(s->vt), &at);
	*y = at.row;
	*x = at.col;
	*visible = s->visible;
}

const char *
screen_state(struct screen *s)
{
	return s->state;
}

const char *
screen_tag(struct screen *s)
{
	return s->tag;
}

bool
screen_is_alternate(struct screen *s)
{
	return s->alternate;
}

bool
screen_wants_paste(struct screen *s)
{
	return s->wants_paste;
}

unsigned
screen_bells(struct screen *s)
{
	return s->bells;
}

unsigned
screen_strange(struct screen *s)
{
	return s->strange;
}

size_t
screen_bytes(struct screen *s)
{
	return s->bytes;
}

int
screen_pid(struct screen *s)
{
	return s->pid;
}

bool
screen_modes_are_back(struct screen *s)
{
	struct termios now;

	tcgetattr(s->tty, &now);
	return now.c_lflag == s->before.c_lflag &&
	       now.c_iflag == s->before.c_iflag &&
	       now.c_oflag == s->before.c_oflag;
}

int
screen_wait(struct screen *s)
{
	int64_t until = now_ms() + PATIENCE_MS;
	int status;

	while (!s->ended && now_ms() < until) {
		pump(s, 20);
		if (waitpid(s->pid, &status, WNOHANG) != s->pid)
			continue;
		s->ended = true;
		s->status = WIFEXITED(status) ? WEXITSTATUS(status)
					      : 128 + WTERMSIG(status);
	}
	while (pump(s, 0))
		continue;
	return s->ended ? s->status : -1;
}

void
screen_free(struct screen *s)
{
	if (!s)
		return;
	if (!s->ended) {
		kill(s->pid, SIGKILL);
		waitpid(s->pid, NULL, 0);
	}
	close(s->fd);
	close(s->tty);
	vterm_free(s->vt);
	free(s);
}
