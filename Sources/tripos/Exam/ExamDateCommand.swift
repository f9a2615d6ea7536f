import ArgumentParser
import Chronology
import Decks
import Exams
import Files
import Glibc
import Memory
import Progress
import Study
import Terminal

/// `tripos exam date`: when the real exam is.
struct ExamDateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "date",
    abstract: "Say or set the date of the exam.",
    discussion: """
      tripos exam date
      tripos exam date 2027-06-14 --name "Finals"
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp("The day, such as 2027-06-14.", valueName: "day"))
  var day: String?

  @Option(help: ArgumentHelp("What the exam is called.", valueName: "name"))
  var name: String?

  func run() throws {
    let app = try App(options)
    if let day {
      guard let date = CivilDay(iso: day) else {
        throw Failure(
          .badNumber(option: "the exam's date", value: day, allowed: "a day such as 2027-06-14"))
      }
      try write(date, to: app.home.settings)
    }
    guard let sentence = try app.examSentence(try app.library(), try app.readStore()) else {
      app.world.output.line("No date is set. \"tripos exam date 2027-06-14\" sets one.")
      return try app.world.finish()
    }
    app.world.output.line("\(sentence)")
    try app.world.finish()
  }

  /// Puts the date into `tripos.toml`, and leaves every other line as it is.
  private func write(_ date: CivilDay, to path: String) throws {
    var lines: [String] = []
    do {
      lines = String(decoding: try readFile(path).bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    } catch {
      guard case .errno(ENOENT) = error.cause else { throw error }
    }
    let hasTable = lines.contains { $0.trimmed.hasPrefix("[exam") }
    let (dateKey, nameKey) = hasTable ? ("date", "name") : ("exam", "exam-name")
    func isKey(_ line: String, _ key: String) -> Bool {
      let line = line.trimmed
      return line.hasPrefix(key) && line.dropFirst(key.count).drop { $0 == " " }.first == "="
    }
    var entries = ["\(dateKey) = \(date.iso)"]
    if let name {
      let escaped = name.map { $0.isNewline ? " " : "\"\\".contains($0) ? "\\\($0)" : "\($0)" }
      entries.append("\(nameKey) = \"\(escaped.joined())\"")
    }
    let header = lines.firstIndex { $0.trimmed == "[exam]" }
    if hasTable, header == nil {
      // The table's own keys stand before its sub-tables.
      let place = lines.firstIndex { $0.trimmed.hasPrefix("[exam") } ?? lines.count
      lines.insert(contentsOf: ["[exam]"] + entries + [""], at: place)
    } else {
      let start = header.map { $0 + 1 } ?? 0
      let end = lines[start...].firstIndex { $0.trimmed.hasPrefix("[") } ?? lines.count
      var kept = lines[start..<end].filter { line in
        !isKey(line, dateKey) && !(name != nil && isKey(line, nameKey))
      }
      kept.insert(contentsOf: entries, at: kept.startIndex)
      lines.replaceSubrange(start..<end, with: kept)
    }
    var text = lines.joined(separator: "\n")
    if !text.hasSuffix("\n") { text += "\n" }
    try writeFile(path, Array(text.utf8))
  }
}

extension App {
  /// The plan to the exam's date; `nil` where none is set.
  func examPlan(_ library: Library, _ store: Store) throws -> ExamPlan? {
    guard let date = try ExamSettings(path: home.settings).date else { return nil }
    let unseen = library.entries.count { entry in
      store.progress(of: entry.fingerprint).map { $0.schedule.phase == .new } ?? true
    }
    return ExamPlan(exam: date, today: today, unseen: unseen, cards: library.entries.count)
  }

  /// What draws due days forward before the exam's date; `nil` where none is set or it is over.
  func dueLimit(_ library: Library) -> DueLimit? {
    guard let date = try? ExamSettings(path: home.settings).date else { return nil }
    let plan = ExamPlan(exam: date, today: today, unseen: 0, cards: library.entries.count)
    guard plan.state == .ahead else { return nil }
    return DueLimit { due, lastDay, entry in
      plan.capped(
        CivilDay(number: due), lastReview: CivilDay(number: lastDay), rank: entry
      ).number
    }
  }

  /// The limits of a day: the settings', with the pace of new cards that an exam's date asks for.
  ///
  /// New cards that were begun today count against it, as they do against the settings' limit.
  func limits(_ library: Library, _ store: Store) -> DayLimits {
    var limits = settings.limits
    if let plan = try? examPlan(library, store), plan.state == .ahead {
      limits.new = max(plan.newPerDay, store.tally(today).introduced)
    }
    return limits
  }

  /// What the exam's date means, in a sentence; `nil` where none is set.
  func examSentence(_ library: Library, _ store: Store) throws -> String? {
    let name = try ExamSettings(path: home.settings).name
    return try examPlan(library, store)?.sentence(name: name ?? "Exam")
  }
}
