import Files
import Glibc
import Progress
import Testing

/// Something that a student does, which faults are put into.
struct Scenario: Sendable, CustomTestStringConvertible {
  let name: String
  /// Makes the home in which it is done.
  let home: @Sendable () throws -> TemporaryHome
  let arguments: @Sendable (TemporaryHome) -> [String]
  let input: String
  /// What must be true afterwards, whatever happened, beside what is always true; gives how many
  /// answers were shown as saved.
  let verify: @Sendable (TemporaryHome, PipeSession.Result, String) throws -> Int
  /// Whether the very same command, done again, ends well and leaves all as it should be.
  let repeats: Bool

  var testDescription: String { name }

  static let all = [session, exam, merge, backup, restore, generate]

  /// A home in which there was a session already, with a backup, a snapshot and caches.
  @Sendable private static func studied() throws -> TemporaryHome {
    let home = try MoonDeck.home()
    _ = try home.run(["review", "--now", "2026-11-24T20:00:00Z"], input: "old1\nold2\n")
    _ = try home.run(["backup", "--now", "2026-11-24T21:00:00Z"])
    return home
  }

  static let session = Scenario(
    name: "session", home: studied, arguments: { _ in ["review"] + evening },
    input: "zz1\nzz2\n:undo\nzz3\n:flag odd\nzz4\n",
    verify: { home, result, context in
      let shown = answers(in: result.output).filter { $0.hasPrefix("zz") }
      let kept = Set(home.journal().filter { $0.kind == "review" }.compactMap(\.given))
      // An answer that could not be saved is said to be so at once.
      let isSaid = (result.output + result.messages).contains("not saved")
      for answer in shown where !kept.contains(answer) {
        #expect(isSaid && result.code == 74, "\(context): \(answer) is lost")
      }
      return shown.count { kept.contains($0) }
    }, repeats: true)

  static let exam = Scenario(
    name: "exam", home: studied,
    arguments: { _ in ["exam", "--questions", "4", "--ask", "typed", "--seed", "3"] + evening },
    input: "\nzz1\nzz2\nzz3\nzz4\ny\n",
    verify: { home, result, context in
      let asked = result.output.ranges(of: "Question ").count
      let folder = home.progress + "/exams"
      let names = ((try? listFolder(folder)) ?? []).map(\.name).filter { $0.hasSuffix(".json") }
      let kept = names.map { name in
        String(decoding: (try? readFile("\(folder)/\(name)").bytes) ?? [], as: UTF8.self)
      }.joined()
      let given = home.journal().compactMap(\.given)
      let isSaid = (result.output + result.messages).contains("not saved")
      var count = 0
      // A question is shown once the answer to the one before it is safe.
      for number in stride(from: 1, to: asked, by: 1) {
        let isKept = kept.contains("\"zz\(number)\"") || given.contains("zz\(number)")
        #expect(isKept || isSaid, "\(context): zz\(number) is lost")
        count += isKept ? 1 : 0
      }
      return count
    }, repeats: false)

  static let merge = Scenario(
    name: "merge",
    home: {
      let home = try studied()
      let other = try MoonDeck.home()
      _ = try other.run(["review"] + nextEvening, input: "their1\ntheir2\n")
      try makeFolder(home.root + "/other")
      for entry in try listFolder(other.progress) where entry.kind == .file {
        try writeFile(
          "\(home.root)/other/\(entry.name)", try readFile("\(other.progress)/\(entry.name)").bytes)
      }
      return home
    }, arguments: { ["merge", $0.root + "/other"] + evening }, input: "",
    verify: { _, _, _ in 0 }, repeats: true)

  static let backup = Scenario(
    name: "backup",
    home: {
      let home = try studied()
      _ = try home.run(["review"] + evening, input: "old3\n")
      return home
    }, arguments: { _ in ["backup"] + evening }, input: "", verify: { _, _, _ in 0 },
    repeats: true)

  static let restore = Scenario(
    name: "restore",
    home: {
      let home = try studied()
      _ = try home.run(["review"] + evening, input: "old3\n")
      return home
    }, arguments: { _ in ["restore", "tripos-20261124T210000Z", "--yes"] + evening }, input: "",
    verify: { _, _, _ in 0 }, repeats: true)

  static let generate = Scenario(
    name: "generate",
    home: {
      let home = try studied()
      try home.write(
        "The probe Luna 2 was launched by the Soviet Union in September 1959.\n", to: "luna.txt")
      return home
    },
    arguments: { ["generate", $0.root + "/luna.txt", "--to", "luna", "--yes"] + evening },
    input: "",
    verify: { home, _, context in
      // A09: the whole deck or none.
      let deck = home.decks + "/luna.md"
      if let bytes = try? readFile(deck).bytes {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("Luna 2") && text.hasSuffix("\n"), "\(context)")
      }
      return 0
    }, repeats: false)
}

/// All that was ever saved in a home, to be looked for afterwards.
struct Saved {
  /// The whole lines of all journals, the backups' among them.
  let lines: Set<[UInt8]>
  private let backups: Set<String>

  init(_ home: TemporaryHome) {
    var lines: Set<[UInt8]> = []
    let kept = Saved.backups(home)
    for folder in [home.progress] + kept.map(\.path) {
      for entry in (try? listFolder(folder)) ?? [] where entry.name.hasSuffix(".jsonl") {
        let bytes = (try? readFile("\(folder)/\(entry.name)").bytes) ?? []
        lines.formUnion(bytes.split(separator: 0x0a).map(Array.init))
      }
    }
    self.lines = lines
    backups = Set(kept.map { String($0.path.dropFirst(home.root.count)) })
  }

  private static func backups(_ home: TemporaryHome) -> [Backup] {
    Backup.all(in: home.folder + "/Backups") + Backup.all(in: home.folder + "/Backups/Automatic")
  }

  /// Expects that nothing of it is gone, and that every backup is whole.
  func expectKept(in home: TemporaryHome, _ context: String) {
    let now = Saved(home)
    #expect(lines.isSubset(of: now.lines), "\(context): a record is gone")
    #expect(backups.isSubset(of: now.backups), "\(context): a backup is gone")
    for backup in Saved.backups(home) {
      #expect((try? Backup(path: backup.path)) == backup, "\(context): \(backup.path) is damaged")
    }
  }
}

extension TemporaryHome {
  /// A copy of everything, under another root.
  func copy() throws -> TemporaryHome {
    let other = try TemporaryHome()
    try TemporaryHome.copy(root, to: other.root)
    return other
  }

  private static func copy(_ folder: String, to target: String) throws {
    try makeFolder(target)
    for entry in try listFolder(folder) {
      let (from, to) = ("\(folder)/\(entry.name)", "\(target)/\(entry.name)")
      switch entry.kind {
      case .folder: try copy(from, to: to)
      case .file: try writeFile(to, try readFile(from).bytes, durably: false)
      case .other: break
      }
    }
  }
}
