import ArgumentParser
import Chronology
import Decks
import JSON
import Memory
import Progress
import Study
import Terminal

/// `tripos decks`: what there is to learn.
struct DecksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decks",
    abstract: "List the decks and their sections, with their cards, new and due.",
    discussion: """
      tripos decks
      tripos decks "North Korea and Vietnam"
      tripos decks --json

      A section's number can be given to --section and to "tripos read".
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: JSONOption

  @Argument(
    help: ArgumentHelp("Decks, by name or path; all where none is named.", valueName: "deck"))
  var decks: [String] = []

  func run() throws {
    let app = try App(options)
    let library = try app.library()
    let store = try app.readStore()
    var chosen = Array(library.decks.indices)
    if !decks.isEmpty {
      var named: Set<Int> = []
      for word in decks { named.formUnion(try library.decks(named: word)) }
      chosen = named.sorted()
    }
    let counts = DeckCounts(library, store, app)
    if output.json {
      let list = chosen.map { counts.json($0) }
      app.world.output.machine(JSON.answer([("decks", .array(list))]).compact)
    } else {
      for deck in chosen { counts.show(deck, on: app.world.output) }
    }
    try app.world.finish()
  }
}

/// The cards of decks and sections, counted.
private struct DeckCounts {
  /// One row: how many cards, how many never asked, how many due.
  struct Row {
    var cards = 0
    var new = 0
    var due = 0

    var text: String {
      [(cards, "cards"), (new, "new"), (due, "due")]
        .map { "\(padded(String($0.0), toWidth: 6, onLeft: true)) \($0.1)" }
        .joined()
    }

    var json: [JSON.Member] {
      [("cards", cards), ("new", new), ("due", due)]
        .map { JSON.Member($0.0, .integer(Int64($0.1))) }
    }
  }

  private let library: Library
  private var sections: [SectionPlace: Row] = [:]
  private var decks: [Row]
  /// How many drafts of each deck are still to be settled.
  private var drafts: [Int]

  private struct SectionPlace: Hashable {
    var deck: Int32
    var section: Int32
  }

  init(_ library: Library, _ store: Store, _ app: App) {
    self.library = library
    self.decks = Array(repeating: Row(), count: library.decks.count)
    self.drafts = Array(repeating: 0, count: library.decks.count)
    for entry in library.draftEntries
    where !(store.progress(of: entry.fingerprint)?.settlesDraft ?? false) {
      drafts[Int(entry.deck)] += 1
    }
    let day = app.today
    let end = app.endOfDay
    let limit = app.dueLimit(library)
    for candidate in candidates(library, store, dueLimit: limit, day: day).all {
      let entry = library.entries[candidate.entry]
      var row = Row(cards: 1)
      if !candidate.isHeld {
        switch candidate.schedule.due {
        case .new: row.new = 1
        case .day(let due): row.due = due <= day.number ? 1 : 0
        case .second(let second): row.due = second < end ? 1 : 0
        }
      }
      let place = SectionPlace(deck: entry.deck, section: entry.section)
      sections[place, default: Row()] += row
      decks[Int(entry.deck)] += row
    }
  }

  /// The sections of a deck that have cards, with their numbers as `--section` takes them.
  private func rows(_ deck: Int) -> [(number: Int, path: [String], row: Row)] {
    library.decks[deck].sections.indices.compactMap { section in
      let place = SectionPlace(deck: Int32(deck), section: Int32(section))
      let path = library.decks[deck].sections[section]
      return sections[place].map { (section, path, $0) }
    }
  }

  func show(_ deck: Int, on screen: Screen) {
    let width = max(24, screen.columns - 34)
    let name = SafeText(
      line: padded(truncated(library.decks[deck].name, toWidth: width), toWidth: width),
      style: .strong)
    screen.raw(name + "\(decks[deck].text)")
    for (number, path, row) in rows(deck) {
      let title = path.isEmpty ? "before the first heading" : path.joined(separator: " / ")
      let label = "\(padded(String(number), toWidth: 3, onLeft: true)) \(title)"
      screen.raw("\(padded(truncated(label, toWidth: width), toWidth: width))\(row.text)")
    }
    if drafts[deck] > 0 {
      let name = library.decks[deck].name
      screen.raw(
        "    \(ReviewWording.count(drafts[deck], "draft")): \("tripos generate --read \"\(name)\"") reads them"
      )
    }
    if library.decks[deck].errorCount > 0 {
      let errors = ReviewWording.count(library.decks[deck].errorCount, "error")
      screen.raw("    \(errors): \"tripos check\" shows them")
    }
  }

  func json(_ deck: Int) -> JSON {
    let summary = library.decks[deck]
    let sections = rows(deck).map { number, path, row in
      JSON.object(
        [
          JSON.Member("number", .integer(Int64(number))),
          JSON.Member("path", .array(path.map(JSON.string))),
        ] + row.json)
    }
    return .object(
      [JSON.Member("name", .string(summary.name)), JSON.Member("path", .string(summary.path))]
        + decks[deck].json
        + [
          JSON.Member("drafts", .integer(Int64(drafts[deck]))),
          JSON.Member("errors", .integer(Int64(summary.errorCount))),
          JSON.Member("sections", .array(sections)),
        ])
  }
}

extension DeckCounts.Row {
  fileprivate static func += (left: inout Self, right: Self) {
    left.cards += right.cards
    left.new += right.new
    left.due += right.due
  }
}
