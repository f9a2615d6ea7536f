import Decks
import Exchange
import JSON
import Progress
import Terminal

/// What an import took, what it left out and why.
struct ImportReport {
  let source: String
  let format: ExchangeFormat
  let findings: Findings
  let plan: ImportPlan
  /// What came with the decks.
  let extras: ImportExtras
  let written: ImportPlan.Written
  /// Whether nothing was written.
  let isTrial: Bool

  /// The most lines that are listed for a person.
  private static let listed = 20

  /// All that is left out, in the order of the file.
  private var skipped: [Skipped] {
    let late = plan.steps.flatMap { step in
      zip(step.found.notes, step.addition.fates).compactMap { note, fate -> Skipped? in
        guard case .skipped(let reason) = fate else { return nil }
        return Skipped(note.place, reason, excerpt: note.note.prompt)
      }
    }
    return (findings.skipped + late).sorted { $0.place < $1.place }
  }

  private func count(_ fits: (DeckAddition.Fate) -> Bool) -> Int {
    plan.steps.reduce(0) { $0 + $1.addition.fates.count(where: fits) }
  }

  // MARK: For people

  func show(on screen: Screen) {
    let left = skipped
    let found = ReviewWording.count(findings.noteCount, "note")
    screen.line("\(found) in \(source), read as \(format.words).")
    for remark in findings.remarks + plan.remarks { screen.line("\(remark.sentence)") }
    for step in plan.steps where step.addition.bytes != nil {
      let notes = ReviewWording.count(step.addition.addedCount, "note")
      let verb =
        step.addition.isNew
        ? (isTrial ? "would make" : "Made") : (isTrial ? "would add to" : "Added to")
      screen.line(
        isTrial
          ? "\(notes) \(verb) \(step.addition.path)." : "\(verb) \(step.addition.path): \(notes).")
      if let backup = written.backups[step.addition.path] {
        screen.line("  The deck as it was: \(backup)", indent: 4)
      }
    }
    let present = count { if case .present = $0 { true } else { false } }
    if present > 0 { screen.line("\(ReviewWording.count(present, "note")) there already.") }
    let repeated = count { if case .repeated = $0 { true } else { false } }
    if repeated > 0 {
      screen.line("\(ReviewWording.count(repeated, "note")) more than once in the file.")
    }
    show(left, on: screen)
    showExtras(on: screen)
    if plan.steps.allSatisfy({ $0.addition.bytes == nil }) && extras.journal.count == 0 {
      screen.line("Nothing new: nothing was written.")
    } else if isTrial {
      screen.line("Nothing was written: this was a trial.")
    } else {
      screen.line(
        extras.tally == nil
          ? "\"tripos review\" asks them as new cards." : "\"tripos review\" asks what is due.")
    }
  }

  private func showExtras(on screen: Screen) {
    if !extras.media.isEmpty {
      let count = extras.media.count
      let files = count == 1 ? "1 picture or sound" : "\(count) pictures and sounds"
      let folders = extras.mediaFolders.joined(separator: ", ")
      screen.line("\(files)\(isTrial ? " would be" : "") kept in \(folders).")
    }
    for name in extras.missingMedia.prefix(5) {
      screen.line("  The package lacks the file \"\(name)\".", indent: 4)
    }
    if extras.missingMedia.count > 5 {
      screen.line("  It lacks \(extras.missingMedia.count - 5) more files.", indent: 4)
    }
    for sentence in extras.tally?.sentences ?? [] { screen.line("\(sentence)") }
    if let backup = written.progress {
      screen.line("  Your answers as they were: \(backup)", indent: 4)
    }
  }

  private func show(_ left: [Skipped], on screen: Screen) {
    guard !left.isEmpty else { return }
    screen.line("\(left.count) left out:")
    for item in left.prefix(Self.listed) {
      let excerpt = item.excerpt.isEmpty ? "" : " (\(item.excerpt))"
      screen.line("  \(item.place.words): \(item.reason.words)\(excerpt)", indent: 4)
    }
    if left.count > Self.listed {
      screen.line("  and \(left.count - Self.listed) more; --json lists all.", indent: 4)
    }
  }

  // MARK: For programs

  var json: JSON {
    JSON.answer(
      [
        ("file", .string(source)), ("format", .string(format.rawValue)),
        ("dry_run", .bool(isTrial)), ("notes", .integer(Int64(findings.noteCount))),
        ("decks", .array(plan.steps.map(deck))),
        ("skipped", .array(skipped.map(item))),
        ("remarks", .array((findings.remarks + plan.remarks).map { .string($0.sentence) })),
      ] + extraMembers)
  }

  /// What only packages bring.
  private var extraMembers: [(String, JSON)] {
    guard format == .apkg else { return [] }
    return [
      ("media", .array(extras.media.map { .string($0.path) })),
      ("missing_media", .array(extras.missingMedia.map { .string($0) })),
      ("history", extras.tally.map { $0.json(backup: written.progress) } ?? .null),
    ]
  }

  private func deck(_ step: ImportPlan.Step) -> JSON {
    let fates = step.addition.fates
    let present = fates.count { if case .present = $0 { true } else { false } }
    let repeated = fates.count { if case .repeated = $0 { true } else { false } }
    var members = [
      JSON.Member("path", .string(step.addition.path)),
      JSON.Member("new", .bool(step.addition.isNew)),
      JSON.Member("added", .integer(Int64(step.addition.addedCount))),
      JSON.Member("present", .integer(Int64(present))),
      JSON.Member("repeated", .integer(Int64(repeated))),
    ]
    if let backup = written.backups[step.addition.path] {
      members.append(JSON.Member("backup", .string(backup)))
    }
    return .object(members)
  }

  private func item(_ item: Skipped) -> JSON {
    let place =
      switch item.place {
      case .line(let line): JSON.Member("line", .integer(Int64(line)))
      case .note(let number): JSON.Member("note", .integer(Int64(number)))
      }
    return .object([
      place, JSON.Member("reason", .string(item.reason.words)),
      JSON.Member("text", .string(item.excerpt)),
    ])
  }
}
