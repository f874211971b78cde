/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/keymap.h"
#include "base/phone.h"
#include "base/postcode.h"
#include "base/utf8.h"
#include "base/when.h"
#include "tests/support/desk.h"
#include "ui/frame/frame.h"
#include "ui/frame/loop.h"
#include "ui/frame/panes.h"
#include "ui/frame/term.h"
#include "ui/parts/cover.h"
#include "ui/parts/line.h"
#include "ui/parts/page.h"
#include "ui/parts/pick.h"
#include "ui/parts/rows.h"
#include "ui/parts/timeline.h"
#include "ui/parts/which.h"

#define SUNDAY_NOON 1795347720000 /* 2026-11-22T11:42Z */

static struct {
	struct desk_options o;
	struct keymap *keys;
	struct entry *form;
	unsigned kept, turns;
	char filter[64];
} desk;

static int64_t
desk_now(void *arg)
{
	struct timespec t;

	(void)arg;
	if (!desk.o.moving)
		return desk.o.now_ms ? desk.o.now_ms : SUNDAY_NOON;
	clock_gettime(CLOCK_REALTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- the form ---- */

/* clang-format off */
const struct entry_slot desk_slots[] = {
	{ .name = "caller", .label = "Caller is", .typing = ENTRY_CHOICE,
	  .codes = "caller", .part = "1 Who", .flags = ENTRY_NEEDED,
	  .help = "Who is ringing." },
	{ .name = "safe-now", .label = "Safe to talk", .typing = ENTRY_CHOICE,
	  .codes = "yes", .flags = ENTRY_HALF,
	  .help = "Y, N or -; ask before anything else." },
	{ .name = "relation", .label = "Relation", .typing = ENTRY_CHOICE,
	  .codes = "relation" },
	{ .name = "given", .label = "First name", .typing = ENTRY_NAME },
	{ .name = "family", .label = "Surname", .typing = ENTRY_NAME,
	  .flags = ENTRY_HALF },
	{ .name = "born", .label = "Born", .typing = ENTRY_BIRTH,
	  .help = "120384, 12mar84 or an age." },
	{ .name = "phone", .label = "Phone", .typing = ENTRY_PHONE,
	  .flags = ENTRY_HALF },
	{ .name = "safe", .label = "Safe cont.", .typing = ENTRY_LETTERS,
	  .codes = "safe", .flags = ENTRY_NEEDED, .tag = "sc",
	  .help = "Type letters, Enter. Blank = not asked, x = no safe way." },
	{ .name = "postcode", .label = "Postcode", .typing = ENTRY_POSTCODE },
	{ .name = "address", .label = "Address", .typing = ENTRY_TEXT },
	{ .name = "crime", .label = "Crime", .typing = ENTRY_CODE,
	  .codes = "crime", .part = "2 What happened", .tag = "cr" },
	{ .name = "when", .label = "When", .typing = ENTRY_WHEN,
	  .flags = ENTRY_HALF },
	{ .name = "what", .label = "What happened", .typing = ENTRY_PROSE,
	  .rows = 3 },
	{ .name = "risk", .label = "Risk", .typing = ENTRY_LETTERS,
	  .codes = "risk", .part = "3 Risk", .flags = ENTRY_NEEDED,
	  .blank = "not asked yet" },
	{ .name = "language", .label = "Language", .typing = ENTRY_CODE,
	  .codes = "language", .flags = ENTRY_ASIDE, .tag = "ln",
	  .standard = "ENG" },
	{ .name = "follow", .label = "Follow up", .typing = ENTRY_TEXT,
	  .standard = "2wd" },
};
const size_t desk_n_slots = sizeof(desk_slots) / sizeof(desk_slots[0]);

static const struct choice {
	const char *list;
	struct entry_code code;
} choices[] = {
	{ "caller", { "victim", "victim", 'v' } },
	{ "caller", { "parent", "parent", 'p' } },
	{ "caller", { "other", "someone else", 'o' } },
	{ "yes", { "yes", "yes, alone", 'y' } },
	{ "yes", { "no", "no", 'n' } },
	{ "relation", { "mother", "mother", 'm' } },
	{ "relation", { "father", "father", 'f' } },
	{ "safe", { "text", "text ok", 't' } },
	{ "safe", { "voicemail", "voicemail", 'v' } },
	{ "safe", { "set", "set times", 'w' } },
	{ "safe", { "none", "none safe", 'x' } },
	{ "risk", { "S", "strangulation", 's' } },
	{ "risk", { "C", "child", 'c' } },
	{ "risk", { "K", "knows address", 'k' } },
	{ "crime", { "BUR", "Burglary dwelling", 0 } },
	{ "crime", { "BUO", "Burglary other", 0 } },
	{ "crime", { "AGB", "Aggravated burglary", 0 } },
	{ "crime", { "DOM", "Domestic abuse", 0 } },
	{ "crime", { "HAR", "Hate crime, race", 0 } },
	{ "language", { "ENG", "English", 0 } },
	{ "language", { "POL", "Polish", 0 } },
};
/* clang-format on */

static bool
matches(const struct entry_code *c, const char *typed, int way)
{
	if (way == 0)
		return strcasecmp(c->code, typed) == 0;
	if (way == 1)
		return strncasecmp(c->code, typed, strlen(typed)) == 0;
	return strcasestr(c->label, typed) &&
	       strncasecmp(c->code, typed, strlen(typed)) != 0;
}

/* Exact code first, then codes that begin so, then words of the label. */
static size_t
codes(void *arg, const struct entry_slot *slot, const char *typed,
    struct entry_code *out, size_t max)
{
	size_t n = 0;

	(void)arg;
	for (int way = *typed ? 0 : 1; way < 3; way++) {
		for (size_t i = 0; i < sizeof(choices) / sizeof(choices[0]);
		     i++) {
			const struct choice *c = &choices[i];

			if (strcmp(c->list, slot->codes) != 0 ||
			    !matches(&c->code, typed, way) ||
			    (way == 1 && *typed && matches(&c->code, typed, 0)))
				continue;
			if (n < max)
				out[n] = c->code;
			n++;
		}
	}
	return n;
}

static enum rc
settle(void *arg, const struct entry_slot *slot, const char *text,
    struct entry_settled *out, struct fault *f)
{
	struct buf echo = { 0 };
	char iso[24] = "";
	enum rc rc = RC_OK;

	(void)arg;
	switch (slot->typing) {
	case ENTRY_NAME:
		snprintf(out->value, sizeof(out->value), "%s", text);
		out->value[0] = (char)toupper((unsigned char)out->value[0]);
		return RC_OK;
	case ENTRY_WHEN:
	case ENTRY_BIRTH:
		rc = when_parse(text, desk_now(NULL),
		    slot->typing == ENTRY_BIRTH ? WHEN_BIRTH : WHEN_PAST, iso,
		    f);
		if (!rc)
			when_echo(iso, desk_now(NULL), &echo);
		snprintf(out->value, sizeof(out->value), "%s", iso);
		snprintf(out->shown, sizeof(out->shown), "%s",
		    rc ? text : buf_str(&echo));
		buf_release(&echo);
		return rc;
	case ENTRY_PHONE:
		if (strlen(text) < 11)
			return fault_set(f, RC_INVALID, "%zu digits, want 11",
			    strlen(text));
		snprintf(out->shown, sizeof(out->shown), "%.5s %s", text,
		    text + 5);
		return RC_OK;
	case ENTRY_CODE:
		return fault_set(f, RC_INVALID, "no match; kept as text");
	default:
		return RC_OK;
	}
}

static const char *
last(void *arg, const struct entry_slot *slot)
{
	(void)arg;
	return strcmp(slot->name, "address") ? NULL : "14 Ash Road";
}

static void
reads(void *arg, const struct entry_slot *slot, const char *value,
    struct entry_settled *out)
{
	struct entry_code found[8];

	(void)arg;
	if (slot->typing == ENTRY_CODE &&
	    codes(NULL, slot, value, found, 8) > 0)
		snprintf(out->shown, sizeof(out->shown), "%s", found[0].label);
	else if (!strcmp(value, "2wd"))
		snprintf(out->shown, sizeof(out->shown), "Tue 24 Nov");
}

static void
changed(void *arg, const struct entry_slot *slot, bool left)
{
	(void)arg;
	if (left && desk.form && !strcmp(slot->name, "caller"))
		entry_hide(desk.form, "relation",
		    !strcmp(entry_value(desk.form, "caller"), "victim"));
}

struct entry_doors
desk_doors(void)
{
	return (struct entry_doors){ .codes = codes,
		.settle = settle,
		.reads = reads,
		.last = last,
		.changed = changed };
}

struct entry *
desk_form(void)
{
	return desk.form;
}

unsigned
desk_kept(void)
{
	return desk.kept;
}

static void
form_opened(struct view *v, void *arg)
{
	struct entry_doors doors = desk_doors();

	(void)arg;
	desk.form = entry_new(desk_slots, desk_n_slots, &doors);
	entry_hide(desk.form, "relation", true);
	frame_facts()->call_from = loop_now();
	view_title(v, "New call  draft 4F7K2-");
	view_banner(v, ROLE_TEXT, "(safe contact: not yet asked)");
}

static void
form_draw(struct view *v)
{
	struct panes p = panes_form(getmaxy(v->win), getmaxx(v->win));
	static const char *const titles[] = { "Call record", "Script 3/7",
		"Possible matches", "Codes for this field" };
	struct rect main = p.main;
	int y, x;

	main.x += 1;
	main.w -= 2;
	panes_draw(v->win, &p, titles);
	entry_draw(desk.form, v->win, main, &y, &x);
	if (p.side.w)
		entry_side(desk.form, v->win, p.fourth.w ? p.fourth : p.side);
	v->coded = entry_is_coded(entry_focus(desk.form));
	view_hint(v, "%s", entry_message(desk.form));
	view_cursor(v, y, x, entry_focus(desk.form)->name);
}

static void
chosen(void *arg, const char *typed, const struct pick_row *row)
{
	(void)arg;
	(void)typed;
	if (row)
		entry_choose(desk.form, row->code);
}

static size_t
match_codes(void *arg, const char *typed, struct pick_row *rows, size_t max)
{
	struct entry_code found[32];
	size_t n = codes(NULL, arg, typed, found, max < 32 ? max : 32);

	for (size_t i = 0; i < n && i < max && i < 32; i++) {
		snprintf(rows[i].code, sizeof(rows[i].code), "%s",
		    found[i].code);
		snprintf(rows[i].text, sizeof(rows[i].text), "%s  %s",
		    found[i].code, found[i].label);
		rows[i].right[0] = '\0';
		rows[i].role = ROLE_TEXT;
	}
	return n;
}

static bool
form_did(enum entry_did did)
{
	const struct entry_slot *slot = entry_focus(desk.form);

	if (did == ENTRY_WANTS_LIST)
		pick_open(&(struct pick_options){ .title = slot->label,
		    .y = 4,
		    .x = 2,
		    .w = 40,
		    .doors = { .match = match_codes,
			.chosen = chosen,
			.arg = (void *)slot } });
	if (did == ENTRY_AFTER)
		say(ROLE_TEXT, "That is all; F9 saves.");
	return did != ENTRY_IGNORED;
}

static bool
form_act(struct view *v, enum action a)
{
	(void)v;
	switch (a) {
	case ACTION_SAVE:
		entry_leave(desk.form);
		desk.kept++;
		view_pop();
		say(ROLE_OK, "saved; read out: four Foxtrot seven");
		return true;
	case ACTION_BACK:
		view_pop();
		return true;
	case ACTION_MATCH:
		entry_go(desk.form, "crime");
		return true;
	default:
		return form_did(entry_act(desk.form, a));
	}
}

static bool
form_type(struct view *v, const char *utf8)
{
	(void)v;
	return form_did(entry_type(desk.form, utf8));
}

static bool
form_paste(struct view *v, const char *text, size_t n)
{
	size_t cut = entry_paste(desk.form, text, n);

	(void)v;
	if (cut)
		say(ROLE_WARN, "%zu letters did not fit", cut);
	return true;
}

static enum view_state
form_state(const struct view *v)
{
	(void)v;
	return VIEW_FIELD;
}

static void
form_close(struct view *v)
{
	(void)v;
	entry_free(desk.form);
	desk.form = NULL;
	frame_facts()->call_from = 0;
}

static const enum action form_hints[] = { ACTION_ACCEPT, ACTION_UP_FIELD,
	ACTION_PART, ACTION_JUMP, ACTION_LIST_CODES, ACTION_SAVE, ACTION_UNDO,
	ACTION_MATCH, ACTION_BACK, ACTION_HIDE, ACTION_NONE };

static const struct view_ops form_view = {
	.name = "intake",
	.hints = form_hints,
	.open = form_opened,
	.draw = form_draw,
	.act = form_act,
	.type = form_type,
	.paste = form_paste,
	.state = form_state,
	.close = form_close,
};

/* ---- the list ---- */

/* clang-format off */
static const char *const people[][4] = {
	{ "9M3QRY", "Hussain, Amira", "DOM", "!! first contact" },
	{ "4F7K22", "Okafor, Sarah", "BUR dwel", "first contact" },
	{ "LRX7HM", "Doyle, Margaret", "ASB  x3", "repeat victim" },
	{ "8KW2MX", "Pike, Ellie (14)", "SEX", "ISVA ack overdue" },
	{ "W4QH9X", "Nowak, Piotr \u0141ukasz", "HATE race", "interpreter" },
	{ "3CF6YY", "\u738b\u5c0f\u660e", "FRAUD", "call-back 2 of 3" },
	{ "M7R9K4", "Zoe\u0308 O\u2019Brien", "MI-0412", "sister missing" },
	{ "QL2C82", "evil \033]0;x\a \u202egnp.exe", "ROB", "survey" },
	{ "Y9H3W3", "Brook \U0001f469\u200d\U0001f467 T", "THEFT", "closed?" },
	{ "7XM4LZ", "Lindqvist, \u00c5sa", "BUR other", "court result" },
};
/* clang-format on */
#define PEOPLE (sizeof(people) / sizeof(people[0]))

struct list {
	struct rows rows;
	bool picked[PEOPLE];
};

static void
list_opened(struct view *v, void *arg)
{
	struct list *s = v->state;

	(void)arg;
	rows_set(&s->rows, PEOPLE, 0);
	view_title(v, "Queue   [mine 14]  team 63");
	view_banner(v, ROLE_TEXT, "filter: (none)   sort: rights clock");
}

static void
list_row(void *arg, WINDOW *win, int y, int x, int w, size_t i, enum role role)
{
	(void)arg;
	draw_text(win, y, x, 8, role, people[i][0]);
	draw_text(win, y, x + 8, 18, role, people[i][1]);
	draw_text(win, y, x + 27, 10, role, people[i][2]);
	draw_text(win, y, x + 38, w - 38,
	    role == ROLE_TEXT && people[i][3][0] == '!' ? ROLE_DANGER : role,
	    people[i][3]);
}

static bool
list_selected(void *arg, size_t i)
{
	return ((struct list *)arg)->picked[i];
}

static void
draw_journey(struct view *v, struct rect at)
{
	static const char *const lanes[] = { "Pol", "Ct", "Svc", "Con" };
	static const struct timeline_mark marks[] = {
		{ 0, 20697, 20731, 'r', ROLE_TEXT },
		{ 2, 20699, 20790, 'R', ROLE_TEXT },
		{ 3, 20700, 0, 'o', ROLE_TEXT },
		{ 1, 20833, 0, 'h', ROLE_WARN },
	};
	struct timeline_chart t = { lanes, 4, marks, 4, 0, 20779, 0, 9 };

	timeline_fit(&t, at.w);
	timeline_draw(&t, v->win, at);
}

static void
list_draw(struct view *v)
{
	struct list *s = v->state;
	struct panes p = panes_list(getmaxy(v->win), getmaxx(v->win));
	static const char *const titles[] = { "Queue 1-10 of 14", "Person",
		"Journey", "Rights clock" };
	struct rows_doors doors = {
		.draw = list_row, .selected = list_selected, .arg = s
	};
	char position[32];
	int y;

	panes_draw(v->win, &p, titles);
	rows_draw(&s->rows, v->win, p.main, &doors, &y);
	if (p.third.w)
		draw_journey(v, p.third);
	view_hint(v, "%s", rows_position(&s->rows, position));
	view_cursor(v, y, p.main.x, people[s->rows.at][0]);
}

static bool
answered(void *arg, const char *text)
{
	(void)arg;
	say(ROLE_TEXT, "answered %s", text);
	return true;
}

static bool
list_act(struct view *v, enum action a)
{
	static const struct line_choice outcomes[] = { { 'n', "no answer" },
		{ 'l', "left a message" }, { 0, NULL } };
	struct list *s = v->state;

	switch (a) {
	case ACTION_NEW:
		view_push(&form_view, NULL);
		return true;
	case ACTION_SELECT:
		s->picked[s->rows.at] = !s->picked[s->rows.at];
		return true;
	case ACTION_OPEN:
		page_open(&(struct page_options){ .title = "Person",
		    .text = people[s->rows.at][1],
		    .popup = true });
		return true;
	case ACTION_FILTER:
		line_ask(&(struct line_options){
		    .tag = "filter", .prompt = "Filter", .answer = answered });
		return true;
	case ACTION_OUTCOME:
		line_ask(&(struct line_options){ .tag = "outcome",
		    .prompt = "Outcome",
		    .choices = outcomes,
		    .answer = answered });
		return true;
	case ACTION_BACK:
		view_pop();
		return true;
	default:
		return rows_act(&s->rows, a);
	}
}

static const enum action list_hints[] = { ACTION_OPEN, ACTION_CONTACT,
	ACTION_NEW, ACTION_SELECT, ACTION_ASSIGN, ACTION_LATER, ACTION_FILTER,
	ACTION_GOTO, ACTION_PALETTE, ACTION_HELP, ACTION_UNDO, ACTION_HIDE,
	ACTION_NONE };

static const struct view_ops list_view = {
	.name = "queue",
	.size = sizeof(struct list),
	.hints = list_hints,
	.open = list_opened,
	.draw = list_draw,
	.act = list_act,
};

/* ---- the desk ---- */

static bool
desk_unlock(void *arg, const char *words)
{
	(void)arg;
	return strcmp(words, "open sesame") == 0;
}

static size_t
match_commands(void *arg, const char *typed, struct pick_row *rows, size_t max)
{
	size_t n = 0;

	(void)arg;
	for (int a = 1; a < ACTION_COUNT; a++) {
		const struct action_row *r = action_row((enum action)a);

		if (!strcasestr(r->sentence, typed))
			continue;
		if (n < max) {
			snprintf(rows[n].code, sizeof(rows[n].code), "%s",
			    r->word);
			snprintf(rows[n].text, sizeof(rows[n].text), "%s",
			    r->sentence);
			snprintf(rows[n].right, sizeof(rows[n].right), "%s",
			    r->word);
			rows[n].role = ROLE_TEXT;
		}
		n++;
	}
	return n;
}

static void
run_command(void *arg, const char *typed, const struct pick_row *row)
{
	(void)arg;
	(void)typed;
	if (row)
		loop_act(action_by_word(row->code));
}

static const char *
may(enum action a)
{
	return a == ACTION_GO_SUPERVISOR ? "the board is for supervisors"
					 : NULL;
}

static bool
desk_act(void *arg, enum action a)
{
	(void)arg;
	switch (a) {
	case ACTION_HIDE:
		cover_open(&(struct cover_options){ .unlock = desk_unlock });
		return true;
	case ACTION_LOCK:
		cover_open(&(struct cover_options){
		    .unlock = desk_unlock, .locked = true });
		return true;
	case ACTION_GOTO:
		which_open("goto", "g go to", may);
		return true;
	case ACTION_PALETTE:
		pick_open(&(struct pick_options){ .title = "Command",
		    .doors = {
			.match = match_commands, .chosen = run_command } });
		return true;
	case ACTION_HELP:
		which_keys("Keys");
		return true;
	case ACTION_QUIT:
		loop_stop(0);
		return true;
	case ACTION_GO_QUEUE:
		say(ROLE_TEXT, "this is the queue");
		return true;
	case ACTION_DANGER:
		page_open(&(struct page_options){ .title = "Danger now",
		    .text = "1 Stay on the line.\n2 Ask them to ring 999.",
		    .popup = true });
		return true;
	default:
		return false;
	}
}

static bool
desk_news(void *arg)
{
	(void)arg;
	return desk.o.rings && ++desk.turns == desk.o.rings;
}

char *
data_path(const char *name, char *out, size_t cap)
{
	const char *data = getenv("HANDRAIL_DATA");

	snprintf(out, cap, "%s/%s", data ? data : "data", name);
	return out;
}

static void
must(enum rc rc, const struct fault *f)
{
	if (!rc)
		return;
	term_close();
	keymap_free(desk.keys);
	fprintf(stderr, "desk: %s\n", f->text);
	exit(rc_exit(rc));
}

void
desk_open(const struct desk_options *o)
{
	struct term_options term = { .hidden = o->hidden,
		.mono = o->mono,
		.ascii = o->ascii,
		.rows = o->rows,
		.cols = o->cols };
	struct loop_doors doors = {
		.now = desk_now, .act = desk_act, .news = desk_news
	};
	struct fault f = { 0 };
	char path[512];

	desk.o = *o;
	desk.keys = keymap_new();
	must(keymap_add_file(desk.keys,
		 data_path("keymaps/default.cfg", path, sizeof(path)), &f),
	    &f);
	must(term_open(&term, &f), &f);
	must(theme_open(o->theme, &f), &f);
	frame_keys(desk.keys);
	snprintf(frame_facts()->initials, 8, "JS");
	frame_facts()->clock_hidden = o->silent;
	loop_open(&doors);
	view_push(&list_view, NULL);
}

void
desk_close(void)
{
	view_pop_to(NULL);
	loop_turn();
	term_close();
	keymap_free(desk.keys);
}

int
desk_main(void *arg)
{
	static const struct desk_options none;
	int status;

	desk_open(arg ? arg : &none);
	status = loop_run();
	desk_close();
	return status;
}
