// GNU readline behind a few plain functions: its globals, macros and callbacks do not pass Swift's
// checks for concurrency, and its signal handling must be ours.
#pragma once

#include <stddef.h>
#include <wchar.h>

// How a wait for a line ended.
enum tripos_end {
  tripos_end_line,         // Enter: the text is in tripos_line_text()
  tripos_end_input,        // Ctrl-D on an empty line, or the terminal is gone
  tripos_end_interrupted,  // Ctrl-C: the line was cleared
  tripos_end_timeout,      // the time ran out: what was typed so far is in tripos_line_text()
  tripos_end_signal        // SIGTERM or SIGHUP: leave at once
};

// Makes the character handling UTF-8 whatever the environment says, so that Korean and Vietnamese
// can be typed, edited and measured even where LANG is unset.
void tripos_use_utf8(void);

// Whether the environment named UTF-8 by itself, so that a terminal is sure to show more than ASCII.
int tripos_locale_is_utf8(void);

// Takes over the signals and sets readline up. Call once, on a terminal only.
void tripos_line_start(const char *history_path);

// Gives the signals and the terminal back.
void tripos_line_stop(void);

// Shows the prompt and waits for a line. A negative timeout waits for ever; a positive one is in
// milliseconds. Enters that were typed before the prompt opened are dropped where drop_enters is
// not 0; other text that was typed ahead is kept.
enum tripos_end tripos_line_read(const char *prompt, const char *prefill, long timeout,
                                 int drop_enters);

// The text of the last line read; valid until the next call.
const char *tripos_line_text(void);

// The signal that ended the wait with tripos_end_signal.
int tripos_line_signal(void);

// Puts a line into the history that Up recalls.
void tripos_line_remember(const char *line);

// The whole lines that Tab completes to. The texts are copied.
void tripos_line_complete(const char *const *lines, size_t count);

// The cells that a character takes on a terminal: 0, 1 or 2; -1 for a control character.
int tripos_width(wchar_t character);

// The window's size in cells; 0 where it is not known.
void tripos_window(int descriptor, int *columns, int *rows);
