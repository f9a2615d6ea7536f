#define _GNU_SOURCE
// What Swift's Glibc module leaves out of pseudo-terminals.
#pragma once
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

// Gives a new process the signals as a shell would.
static inline void reset_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
}

// Starts a program in a pseudo-terminal of its own; returns its process, or -1.
static inline pid_t pty_start(const char *program, char *const *arguments,
                              char *const *environment, const char *folder, int columns, int rows,
                              int *terminal) {
  struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
  pid_t child = forkpty(terminal, NULL, NULL, &size);
  if (child != 0) {
    if (child > 0) fcntl(*terminal, F_SETFD, FD_CLOEXEC);
    return child;
  }
  reset_signals();
  if (folder != NULL && chdir(folder) != 0) _exit(126);
  execve(program, arguments, environment);
  _exit(127);
}

// Starts a program with pipes for its three streams; returns its process, or -1.
static inline pid_t pipe_start(const char *program, char *const *arguments,
                               char *const *environment, const char *folder, int *input,
                               int *output, int *messages) {
  int in[2], out[2], err[2];
  if (pipe2(in, O_CLOEXEC) != 0) return -1;
  if (pipe2(out, O_CLOEXEC) != 0) return -1;
  if (pipe2(err, O_CLOEXEC) != 0) return -1;
  pid_t child = fork();
  if (child == 0) {
    dup2(in[0], 0);
    dup2(out[1], 1);
    dup2(err[1], 2);
    reset_signals();
    if (folder != NULL && chdir(folder) != 0) _exit(126);
    execve(program, arguments, environment);
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  close(err[1]);
  *input = in[1];
  *output = out[0];
  *messages = err[0];
  return child;
}

// Tells the program that its window has changed.
static inline int pty_resize(int terminal, int columns, int rows) {
  struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
  return ioctl(terminal, TIOCSWINSZ, &size);
}
