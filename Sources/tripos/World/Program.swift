import Glibc

/// Runs another program with the terminal handed over to it, and waits for it.
///
/// Started by an argument vector: no shell sees the words, so that a file name cannot become a
/// command.
///
/// - Parameters:
///   - program: its name, looked up in PATH, or its path.
///   - arguments: its arguments.
/// - Returns: its exit code, 128 and the signal where one ended it; `nil` where it did not start.
func runProgram(_ program: String, _ arguments: [String]) -> Int32? {
  let words = ([program] + arguments).map { strdup($0) } + [nil]
  defer {
    for word in words { free(word) }
  }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var process: pid_t = 0
  guard posix_spawnp(&process, program, nil, &attributes, words, environ) == 0 else { return nil }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 {
    guard errno == EINTR else { return nil }
  }
  return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f)
}
