import Decks
import Files
import Generation

/// Git, run in one folder.
///
/// Always with an index of its own, so that what the student has staged, or a lock that a killed
/// git left, is not in the way; with no hook, no editor and no signature; with English messages, of
/// which some are told apart.
struct Git {
  /// The folder of the repository.
  let folder: String
  /// Whether somebody is there who can type a password.
  let isInteractive: Bool
  /// Says who commits, where git knows nobody.
  private let identity: [String]

  /// What a run of git left behind.
  struct Result {
    var status: Int32
    var output: [UInt8]
    /// What it says, without what nobody needs.
    var message: String

    /// The output as text, without the newline at its end.
    var text: String { String(decoding: output, as: UTF8.self).trimmed }
  }

  init(folder: String, isInteractive: Bool) {
    self.folder = folder
    self.isInteractive = isInteractive
    let variables = ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL", "EMAIL"]
    let isKnown =
      variables.contains { environmentVariable($0) != nil }
      || (try? Git.start(folder, isInteractive, ["config", "user.email"], []))?.status == 0
    identity = isKnown ? [] : ["-c", "user.name=Tripos", "-c", "user.email=tripos@localhost"]
  }

  /// Where git keeps the repository.
  var place: String { Git.place(folder) }

  /// Where what belongs to syncing alone lies: the index, and what was fetched, while it is merged.
  var workFolder: String { place + "/tripos-sync" }

  /// The folder `.git`, or the one that a file of this name points to.
  private static func place(_ folder: String) -> String {
    let usual = folder + "/.git"
    guard let bytes = try? readFile(usual, limit: 4096).bytes else { return usual }
    let words = String(decoding: bytes, as: UTF8.self).trimmed
    guard words.hasPrefix("gitdir: ") else { return usual }
    let path = String(words.dropFirst("gitdir: ".count))
    return path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }

  /// Runs git to its end.
  ///
  /// - Parameters:
  ///   - arguments: its arguments.
  ///   - input: its standard input.
  /// - Returns: what it left behind, whatever its status.
  /// - Throws: `SyncFailure.gitMissing`.
  func run(_ arguments: [String], input: [UInt8] = []) throws(SyncFailure) -> Result {
    try Git.start(folder, isInteractive, identity + arguments, input)
  }

  /// Runs git, which must succeed.
  ///
  /// - Returns: its output as text.
  /// - Throws: `SyncFailure`.
  @discardableResult
  func text(_ arguments: [String], input: [UInt8] = []) throws(SyncFailure) -> String {
    String(decoding: try bytes(arguments, input: input), as: UTF8.self).trimmed
  }

  /// Runs git, which must succeed.
  ///
  /// - Returns: its output.
  /// - Throws: `SyncFailure`.
  func bytes(_ arguments: [String], input: [UInt8] = []) throws(SyncFailure) -> [UInt8] {
    let result = try run(arguments, input: input)
    guard result.status == 0 else {
      throw .git(command: arguments.first ?? "", message: result.message)
    }
    return result.output
  }

  private static func start(
    _ folder: String, _ isInteractive: Bool, _ arguments: [String], _ input: [UInt8]
  ) throws(SyncFailure) -> Result {
    let always = [
      "git", "-C", folder, "--literal-pathspecs", "--no-pager", "-c", "core.hooksPath=/dev/null",
      "-c", "core.quotePath=false", "-c", "core.autocrlf=false",
      "-c", "core.safecrlf=false", "-c", "advice.detachedHead=false",
    ]
    var variables: [String: String?] = [
      "LC_ALL": "C", "LANGUAGE": nil, "GIT_DIR": nil, "GIT_WORK_TREE": nil,
      "GIT_OBJECT_DIRECTORY": nil, "GIT_NAMESPACE": nil, "GIT_PREFIX": nil,
      "GIT_INDEX_FILE": "\(place(folder))/tripos-sync/index", "GIT_EDITOR": "true",
      // A home that lies in another repository has one of its own all the same.
      "GIT_CEILING_DIRECTORIES": parent(of: folder),
    ]
    if !isInteractive {
      variables["GIT_TERMINAL_PROMPT"] = "0"
      if environmentVariable("GIT_SSH_COMMAND") == nil {
        variables["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes"
      }
    }
    do {
      let result = try captureProgram(always + arguments, input: input, variables: variables)
      return Result(
        status: result.status, output: result.output, message: plain(result.errors))
    } catch {
      throw .gitMissing
    }
  }

  private static func parent(of folder: String) -> String {
    let parts = folder.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/")
  }

  /// The sentence of git's messages that says what is wrong.
  private static func plain(_ messages: String) -> String {
    let lines = messages.split(separator: "\n").map { String($0).trimmed }.filter { line in
      !line.isEmpty && !line.hasPrefix("hint:") && !line.hasPrefix("warning:")
    }
    let telling = lines.first { $0.hasPrefix("fatal:") || $0.hasPrefix("error:") } ?? lines.last
    let text = telling ?? "it does not say why"
    return text.replacing("fatal: ", with: "").replacing("error: ", with: "")
      + (lines.count > 1 && text != lines.first ? " (\(lines[0]))" : "")
  }
}
