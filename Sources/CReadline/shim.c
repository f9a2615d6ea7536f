#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

static int signal_pipe[2] = {-1, -1};
// The readers there are: the home prompt's stays while a session has its own.
static int starts;
static struct sigaction former[NSIG];
static const int taken[] = {SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH};
static const char *history_file;

// How many readers are open: a prompt may start a command that has a prompt of its own.
static int readers;

static char *line_text;
static int line_done;
static int line_at_end;
static int last_signal;

static char **candidates;
static size_t candidate_count;

static int locale_is_utf8;

void tripos_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  locale_is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  if (locale_is_utf8) return;
  // Readline reads the environment again at each prompt.
  const char *locale = setlocale(LC_CTYPE, "C.UTF-8") != NULL ? "C.UTF-8" : "C.utf8";
  if (setlocale(LC_CTYPE, locale) != NULL) setenv("LC_ALL", locale, 1);
}

int tripos_locale_is_utf8(void) { return locale_is_utf8; }

static void handle(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  (void)ignored;
  errno = saved;
}

static void take(int number) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handle;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  sigaction(number, &action, &former[number]);
}

// Bytes typed before the prompt opened, not yet given to readline.
static unsigned char ahead[4096];
static size_t ahead_start, ahead_end;

static int next_byte(FILE *stream) {
  if (ahead_start < ahead_end) return ahead[ahead_start++];
  unsigned char byte;
  for (;;) {
    ssize_t count = read(fileno(stream), &byte, 1);
    if (count == 1) return byte;
    if (count < 0 && errno == EINTR) continue;
    return EOF;
  }
}

static char *next_candidate(const char *text, int state) {
  static size_t index;
  size_t length = strlen(text);
  if (state == 0) index = 0;
  while (index < candidate_count) {
    const char *candidate = candidates[index++];
    // What follows a command is offered once the command is typed: "re" is not thirty sections.
    const char *space = strchr(candidate, ' ');
    if (space != NULL && space[1] != '\0' && strchr(text, ' ') == NULL) continue;
    if (strncasecmp(candidate, text, length) == 0) return strdup(candidate);
  }
  return NULL;
}

static char **complete(const char *text, int start, int end) {
  (void)start;
  (void)end;
  rl_attempted_completion_over = 1;
  rl_completion_append_character = '\0';
  return rl_completion_matches(text, next_candidate);
}

void tripos_line_start(const char *history_path) {
  if (starts++ > 0) return;
  if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return;
  for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) take(taken[i]);
  rl_readline_name = strdup("tripos");
  rl_getc_function = next_byte;
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_attempted_completion_function = complete;
  rl_completer_word_break_characters = strdup("");
  rl_completer_quote_characters = strdup("");
  rl_initialize();
  using_history();
  stifle_history(500);
  history_file = history_path != NULL ? strdup(history_path) : NULL;
  if (history_file != NULL) read_history(history_file);
}

void tripos_line_stop(void) {
  if (--starts > 0 || signal_pipe[0] < 0) return;
  for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
    sigaction(taken[i], &former[taken[i]], NULL);
  close(signal_pipe[0]);
  close(signal_pipe[1]);
  signal_pipe[0] = signal_pipe[1] = -1;
}

static void line_is_done(char *line) {
  free(line_text);
  line_text = line;
  line_done = 1;
  line_at_end = line == NULL;
  rl_callback_handler_remove();
}

// Ends the prompt with what was typed so far.
static void abandon_line(void) {
  free(line_text);
  line_text = strdup(rl_line_buffer != NULL ? rl_line_buffer : "");
  rl_callback_sigcleanup();
  rl_callback_handler_remove();
}

static void suspend(void) {
  struct sigaction ours;
  rl_deprep_terminal();
  sigaction(SIGTSTP, &former[SIGTSTP], &ours);
  kill(getpid(), SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

// Takes what was typed before the prompt opened, without the Enters in front of it.
static void read_ahead(void) {
  struct pollfd input = {STDIN_FILENO, POLLIN, 0};
  if (ahead_start == ahead_end) ahead_start = ahead_end = 0;
  while (ahead_end < sizeof ahead && poll(&input, 1, 0) > 0 && (input.revents & POLLIN) != 0) {
    ssize_t count = read(STDIN_FILENO, ahead + ahead_end, sizeof ahead - ahead_end);
    if (count <= 0) break;
    ahead_end += (size_t)count;
  }
  while (ahead_start < ahead_end && (ahead[ahead_start] == '\n' || ahead[ahead_start] == '\r'))
    ahead_start++;
}

static const char *prefill_text;

static int insert_prefill(void) {
  rl_insert_text(prefill_text);
  rl_startup_hook = NULL;
  return 0;
}

static long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct caught {
  int interrupted, resized, continued, stopped;
};

// Collects the signals that have come; returns whether one asks the program to leave.
static int collect(struct caught *caught) {
  unsigned char number;
  while (read(signal_pipe[0], &number, 1) == 1) {
    if (number == SIGINT) caught->interrupted = 1;
    if (number == SIGWINCH) caught->resized = 1;
    if (number == SIGCONT) caught->continued = 1;
    if (number == SIGTSTP) caught->stopped = 1;
    if (number == SIGTERM || number == SIGHUP) {
      last_signal = number;
      return 1;
    }
  }
  return 0;
}

// Handles the signals that have come; returns how they end the wait, or -1 to go on.
static int take_signals(void) {
  struct caught caught = {0};
  int leaves = collect(&caught);
  if (!leaves && caught.stopped && !caught.interrupted) {
    suspend();
    // The system says when it goes on: the line is drawn once for both signals. It does not stop a
    // process that no shell could wake, and says nothing then.
    caught.continued = 1;
    leaves = collect(&caught);
  }
  if (leaves) {
    abandon_line();
    return tripos_end_signal;
  }
  if (caught.interrupted) {
    abandon_line();
    return tripos_end_interrupted;
  }
  if (caught.continued) {
    rl_prep_terminal(1);
    rl_forced_update_display();
  }
  if (caught.resized) rl_resize_terminal();
  return -1;
}

enum tripos_end tripos_line_read(const char *prompt, const char *prefill, long timeout,
                                 int drop_enters) {
  long deadline = timeout < 0 ? -1 : milliseconds() + timeout;
  line_done = 0;
  line_at_end = 0;
  prefill_text = prefill;
  rl_startup_hook = prefill != NULL ? insert_prefill : NULL;
  if (drop_enters) {
    // An Enter that comes once the prompt can be seen is meant; the terminal is in its mode first,
    // since before that it keeps a line that is not finished to itself.
    rl_prep_terminal(1);
    read_ahead();
  }
  rl_callback_handler_install(prompt, line_is_done);
  if (prefill != NULL && rl_startup_hook != NULL) {
    insert_prefill();
    rl_redisplay();
  }
  for (;;) {
    int ended = take_signals();
    if (ended >= 0) return ended;
    // Bytes that were typed ahead would not wake poll.
    if (ahead_start == ahead_end) {
      struct pollfd inputs[2] = {{STDIN_FILENO, POLLIN, 0}, {signal_pipe[0], POLLIN, 0}};
      long wait = -1;
      if (deadline >= 0) {
        wait = deadline - milliseconds();
        if (wait <= 0) {
          abandon_line();
          return tripos_end_timeout;
        }
      }
      int ready = poll(inputs, 2, wait > 60000 ? 60000 : (int)wait);
      if (ready <= 0) continue;
      if (inputs[1].revents != 0) continue;
      if ((inputs[0].revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
    }
    rl_callback_read_char();
    if (line_done) return line_at_end ? tripos_end_input : tripos_end_line;
  }
}

const char *tripos_line_text(void) { return line_text != NULL ? line_text : ""; }

int tripos_line_signal(void) { return last_signal; }

void tripos_line_remember(const char *line) {
  HIST_ENTRY *last = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
  if (last != NULL && strcmp(last->line, line) == 0) return;
  add_history(line);
  if (history_file == NULL) return;
  int descriptor = open(history_file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) return;
  dprintf(descriptor, "%s\n", line);
  close(descriptor);
}

void tripos_line_complete(const char *const *lines, size_t count) {
  for (size_t i = 0; i < candidate_count; i++) free(candidates[i]);
  free(candidates);
  candidates = malloc(sizeof *candidates * (count > 0 ? count : 1));
  candidate_count = 0;
  if (candidates == NULL) return;
  for (size_t i = 0; i < count; i++) {
    candidates[candidate_count] = strdup(lines[i]);
    if (candidates[candidate_count] != NULL) candidate_count++;
  }
}

int tripos_width(wchar_t character) { return wcwidth(character); }

void tripos_window(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) size.ws_col = size.ws_row = 0;
  *columns = size.ws_col;
  *rows = size.ws_row;
}
