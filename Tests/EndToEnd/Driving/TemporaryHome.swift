import Files
import Glibc

/// A home folder of its own for one test, with everything that Tripos reads and writes inside it.
///
/// The device has a known name, so that what is printed is the same everywhere.
final class TemporaryHome {
  /// The folder that holds all others; removed at the end.
  let root: String
  /// The variables that the program is started with.
  var environment: [String: String]

  /// The home folder.
  var folder: String { root + "/home" }
  var decks: String { folder + "/Decks" }
  var progress: String { folder + "/Progress" }
  var state: String { root + "/state/tripos" }

  struct Failure: Error {}

  /// Makes a home with these decks, by their file names.
  init(decks: [String: String] = [:], settings: String? = nil) throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array("\(base)/tripos-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure() }
    self.root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.environment = [
      "HOME": root + "/user", "XDG_DATA_HOME": root + "/data",
      "XDG_CONFIG_HOME": root + "/config", "XDG_STATE_HOME": root + "/state",
      "XDG_CACHE_HOME": root + "/cache", "LANG": "C.UTF-8", "INPUTRC": "/dev/null", "TZ": "UTC",
      "PAGER": "cat", "SWIFT_BACKTRACE": "enable=no", "TERM": "xterm",
      "PATH": getenv("PATH").map { String(cString: $0) } ?? "",
    ]
    try makeFolder(self.decks)
    for (name, text) in decks { try write(text, to: "home/Decks/\(name)") }
    if let settings { try write(settings, to: "home/tripos.toml") }
  }

  /// Makes a home with a copy of the shipped deck.
  static func withShippedDeck(settings: String? = nil) throws -> TemporaryHome {
    let home = try TemporaryHome(settings: settings)
    let name = "north-korea-vietnam.md"
    try home.write(
      String(decoding: try readFile("\(Built.checkout)/Decks/\(name)").bytes, as: UTF8.self),
      to: "home/Decks/\(name)")
    return home
  }

  deinit {
    chmod(progress, 0o755)
    remove(root)
  }

  /// Writes a file below the root, with its folder.
  func write(_ text: String, to path: String) throws {
    try makeFolder(parentFolder(of: "\(root)/\(path)"))
    try writeFile("\(root)/\(path)", Array(text.utf8))
  }

  /// Copies the journals into a folder of their own below the root: no snapshot, no lock.
  ///
  /// - Returns: the folder.
  func journalsAlone() throws -> String {
    let copy = root + "/rebuilt"
    remove(copy)
    try makeFolder(copy)
    for entry in try listFolder(progress) where entry.name.hasSuffix(".jsonl") {
      try writeFile("\(copy)/\(entry.name)", readFile("\(progress)/\(entry.name)").bytes)
    }
    return copy
  }

  /// A text in which the root, which differs each time, is called `ROOT`.
  func masked(_ text: String) -> String { text.replacing(root, with: "ROOT") }

  /// Runs the program to its end with these lines as input.
  func run(
    _ arguments: [String], input: String = "", environment extra: [String: String] = [:]
  ) throws -> PipeSession.Result {
    let session = try pipe(arguments, environment: extra)
    session.send(input)
    session.closeInput()
    return try session.finish()
  }

  /// Starts the program with pipes, in the home folder.
  func pipe(
    _ arguments: [String], environment extra: [String: String] = [:]
  ) throws -> PipeSession {
    let session = try PipeSession(
      Built.program, arguments, environment: environment.merging(extra) { $1 }, folder: folder)
    session.home = self
    return session
  }

  /// Starts the program in a terminal, in the home folder.
  func terminal(
    _ arguments: [String], environment extra: [String: String] = [:], without: String? = nil,
    in folder: String? = nil, columns: Int = 80, rows: Int = 24
  ) throws -> PtySession {
    var variables = environment.merging(extra) { $1 }
    if let without { variables[without] = nil }
    let session = try PtySession(
      arguments, environment: variables, folder: folder ?? self.folder, columns: columns,
      rows: rows)
    session.home = self
    return session
  }

  /// Runs a line of a shell with job control in a terminal; `"$0"` is the program, `"$@"` are the
  /// arguments.
  func shellInTerminal(_ line: String, _ arguments: [String]) throws -> PtySession {
    let session = try PtySession(
      ["-mc", line, Built.program] + arguments, program: "/bin/sh", environment: environment,
      folder: folder)
    session.home = self
    return session
  }

  private func remove(_ path: String) {
    var isFolder = false
    if let entries = try? listFolder(path) {
      isFolder = true
      for entry in entries { remove("\(path)/\(entry.name)") }
    }
    if isFolder { rmdir(path) } else { unlink(path) }
  }
}
