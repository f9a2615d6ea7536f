import Files
import Glibc

/// Says so where Ctrl-C or a termination ends a command that has written nothing yet.
func sayNothingWasWrittenIfInterrupted() {
  for number in [SIGINT, SIGTERM, SIGHUP] {
    signal(number) { number in
      let words: StaticString = "tripos: stopped; nothing was written.\n"
      _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
      _exit(128 + number)
    }
  }
}

/// Does something that Ctrl-C and a termination wait for.
///
/// They have their usual effect after it: the command ends without another word.
func withoutInterruption<Value, Failure: Error>(
  _ work: () throws(Failure) -> Value
) throws(Failure) -> Value {
  var set = sigset_t()
  sigemptyset(&set)
  for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, number) }
  var former = sigset_t()
  sigprocmask(SIG_BLOCK, &set, &former)
  defer {
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
    sigprocmask(SIG_SETMASK, &former, nil)
  }
  return try work()
}
