import Glibc

/// Does work by whose loss nothing is lost: a signal that asks the program to leave ends it at once,
/// though prompts before and after wait for such signals themselves.
func interruptible<Value>(_ work: () throws -> Value) rethrows -> Value {
  var standard = sigaction()
  standard.__sigaction_handler.sa_handler = SIG_DFL
  let signals = [SIGINT, SIGTERM, SIGHUP, SIGTSTP]
  var former = Array(repeating: sigaction(), count: signals.count)
  for (index, signal) in signals.enumerated() { sigaction(signal, &standard, &former[index]) }
  defer {
    for (index, signal) in signals.enumerated() { sigaction(signal, &former[index], nil) }
  }
  return try work()
}
