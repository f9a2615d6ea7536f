import Files
import Glibc

/// A way in which the n-th call of a system call goes wrong.
struct Fault: Hashable, Sendable, CustomStringConvertible {
  /// The system call.
  var call: String
  /// The error that it returns; `nil` where the process is killed instead.
  var error: String?

  var description: String { "\(call) \(error ?? "kill -9")" }

  /// Calls that write, each killed and failing in every way that a disk can fail.
  static let ofWriting: [Fault] = [
    "write": ["ENOSPC", "EIO", "EINTR", "EDQUOT", "EFBIG"],
    "fdatasync": ["EIO", "EINTR", "ENOSPC", "EDQUOT"], "fsync": ["EIO", "EINTR", "EDQUOT"],
    "rename": ["EACCES", "EXDEV", "EBUSY", "EIO", "ENOSPC"], "unlink": ["EACCES", "EIO"],
    "mkdir": ["EACCES", "ENOSPC"], "ftruncate": ["EIO", "EINTR"], "fchmod": ["EPERM"],
  ].sorted { $0.key < $1.key }.flatMap { call, errors in
    [Fault(call: call, error: nil)] + errors.map { Fault(call: call, error: $0) }
  }

  /// Calls that read and open.
  static let ofReading: [Fault] = [
    "openat": ["EACCES", "EMFILE", "EIO", "EINTR", "ENOSPC"], "read": ["EIO", "EINTR"],
    "pread64": ["EIO", "EINTR"], "flock": ["ENOLCK", "EINTR"], "getdents64": ["EIO"],
  ].sorted { $0.key < $1.key }.flatMap { call, errors in
    errors.map { Fault(call: call, error: $0) }
  }

  static let all = ofWriting + ofReading
}

/// Runs the built program under strace(1), which makes system calls fail.
struct Tracer {
  static let program = "/usr/bin/strace"

  /// Whether strace is there and may watch other programs.
  static let isPermitted: Bool = {
    guard access(program, X_OK) == 0, let home = try? TemporaryHome() else { return false }
    let session = try? PipeSession(
      program, ["-o", "/dev/null", "/bin/true"], environment: home.environment, folder: home.root)
    return (try? session?.finish())??.code == 0
  }()

  /// What a run left behind, and how often the fault was really met.
  struct Outcome {
    var result: PipeSession.Result
    var hits: Int
  }

  /// Runs the program with a fault in the n-th call of every thread.
  static func run(
    _ home: TemporaryHome, _ arguments: [String], input: String, fault: Fault, number: Int,
    lasting: Bool = false
  ) throws -> Outcome {
    let what = fault.error.map { "error=\($0)" } ?? "signal=KILL"
    let when = "when=\(number)\(lasting ? "+" : "")"
    let log = home.root + "/trace"
    let result = try trace(
      home, arguments, input: input, log: log,
      ["-e", "trace=\(fault.call)", "-e", "inject=\(fault.call):\(what):\(when)"])
    let text = contents(log)
    let hits =
      fault.error == nil
      ? (result.code == 128 + SIGKILL ? 1 : 0) : text.ranges(of: "(INJECTED)").count
    return Outcome(result: result, hits: hits)
  }

  /// The number of the first call that concerns the home; `nil` where there is none.
  ///
  /// Of the thread that makes it first. What comes before is the loader's.
  static func first(
    _ call: String, _ home: TemporaryHome, _ arguments: [String], input: String
  ) throws -> Int? {
    let log = home.root + "/trace"
    _ = try trace(home, arguments, input: input, log: log, ["-y", "-e", "trace=\(call)"])
    var counts: [Substring: Int] = [:]
    var first: Int?
    for line in contents(log).split(separator: "\n") where line.contains("\(call)(") {
      let thread = line.prefix { $0 != " " }
      counts[thread, default: 0] += 1
      // What goes to the screen matters as well.
      if line.contains(home.root) || call == "write" {
        first = min(first ?? .max, counts[thread] ?? 1)
      }
    }
    return first
  }

  private static func trace(
    _ home: TemporaryHome, _ arguments: [String], input: String, log: String, _ options: [String]
  ) throws -> PipeSession.Result {
    let session = try PipeSession(
      program, ["-f", "-o", log] + options + [Built.program] + arguments,
      environment: home.environment, folder: home.folder)
    session.send(input)
    session.closeInput()
    return try session.finish()
  }

  private static func contents(_ path: String) -> String {
    String(decoding: (try? readFile(path).bytes) ?? [], as: UTF8.self)
  }
}
