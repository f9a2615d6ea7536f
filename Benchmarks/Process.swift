import Glibc

/// One run of the program, measured from outside.
struct Run {
  /// Until the program ended, or until it had shown what was waited for.
  var seconds: Double
  /// The largest memory of the process, in MB.
  var megabytes: Double
  /// What it took of the processors, in seconds.
  var processorSeconds = Double.nan
}

/// The built program.
let program = ".build/release/tripos"

/// Runs the program with an empty input and waits for its end.
func runToEnd(_ arguments: [String], home: String) -> Run {
  measure(arguments, home: home, until: nil)
}

/// Runs the program until its output holds a text, then lets it end.
func runUntil(_ text: String, _ arguments: [String], home: String) -> Run {
  measure(arguments, home: home, until: Array(text.utf8))
}

private func inSeconds(_ time: timeval) -> Double {
  Double(time.tv_sec) + Double(time.tv_usec) / 1e6
}

private func measure(_ arguments: [String], home: String, until text: [UInt8]?) -> Run {
  var input: [Int32] = [0, 0]
  var output: [Int32] = [0, 0]
  pipe(&input)
  pipe(&output)
  for descriptor in input + output { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  posix_spawn_file_actions_adddup2(&actions, input[0], 0)
  posix_spawn_file_actions_adddup2(&actions, output[1], 1)
  defer { posix_spawn_file_actions_destroy(&actions) }
  let words = [program] + arguments + ["--home", home]
  let argv = words.map { strdup($0) } + [nil]
  let variables = [
    "HOME=\(home)", "XDG_CACHE_HOME=\(home)/cache", "XDG_STATE_HOME=\(home)/state", "LANG=C.UTF-8",
    "PATH=/usr/bin:/bin",
  ]
  let environment = variables.map { strdup($0) } + [nil]
  defer {
    for pointer in argv + environment { free(pointer) }
  }
  var process: pid_t = 0
  let start = monotonic()
  guard posix_spawn(&process, program, &actions, nil, argv, environment) == 0 else {
    return Run(seconds: .nan, megabytes: .nan)
  }
  close(input[0])
  close(output[1])
  if text == nil { close(input[1]) }
  var seen: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  var seconds = 0.0
  while true {
    let count = read(output[0], &chunk, chunk.count)
    if count <= 0 { break }
    seen += chunk.prefix(count)
    if let text, seconds == 0, seen.contains(text) {
      seconds = monotonic() - start
      close(input[1])
    }
  }
  close(output[0])
  var status: Int32 = 0
  var usage = rusage()
  wait4(process, &status, 0, &usage)
  if text == nil { seconds = monotonic() - start }
  return Run(
    seconds: seconds, megabytes: Double(usage.ru_maxrss) / 1024,
    processorSeconds: inSeconds(usage.ru_utime) + inSeconds(usage.ru_stime))
}
