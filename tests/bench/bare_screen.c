/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The least that an ncurses program can do: start, fill one screen, and wait
 * for keys, moving the cursor a row at each. The floor of the console's first
 * paint and of its keys; handrailctl bench screen runs it.
 */

#include <curses.h>
#include <locale.h>
#include <stdio.h>

int
main(void)
{
	int key, at = 0;

	setlocale(LC_ALL, "");
	initscr();
	raw();
	noecho();
	keypad(stdscr, TRUE);
	for (int y = 0; y < LINES; y++)
		mvprintw(y, 0, "%2d 9M3QRY  Surname, Given      BUR  first "
			       "contact   1d 03h  TV JS", y);
	move(0, 0);
	refresh();
	fputs("\033]7777;0;list;\a", stdout);
	fflush(stdout);
	while ((key = getch()) != 'q') {
		at = (at + 1) % LINES;
		mvprintw(at, 0, ">");
		refresh();
		fprintf(stdout, "\033]7777;%d;list;\a", key);
		fflush(stdout);
	}
	endwin();
	return 0;
}
