import Chronology
import JSON
import Memory

/// When and where a collection is written.
package struct WritingContext: Sendable {
  package var now: Instant
  /// The hour at which a study day begins.
  package var rolloverHour: Int
  /// The local time's offset from UTC at an instant, in seconds, east positive.
  package var offset: @Sendable (Instant) -> Int

  package init(now: Instant, calendar: StudyCalendar) {
    self.now = now
    rolloverHour = calendar.rolloverHour
    offset = calendar.offset
  }
}

/// The columns of the table `col` that hold JSON, with the members that Anki insists on.
enum CollectionHead {
  static func configuration(_ collection: AnkiCollection, _ context: WritingContext) -> JSON {
    func west(_ instant: Instant) -> JSON { .integer(Int64(-context.offset(instant) / 60)) }
    return object([
      ("activeDecks", .array([.integer(1)])), ("curDeck", .integer(1)),
      ("nextPos", .integer(Int64(collection.cards.count + 1))), ("schedVer", .integer(2)),
      ("sched2021", .bool(true)), ("rollover", .integer(Int64(context.rolloverHour))),
      ("creationOffset", west(Instant(milliseconds: collection.created * 1000))),
      ("localOffset", west(context.now)), ("sortType", .string("noteFld")),
      ("sortBackwards", .bool(false)), ("addToCur", .bool(true)),
      ("collapseTime", .integer(1200)), ("estTimes", .bool(true)), ("dueCounts", .bool(true)),
      ("newSpread", .integer(0)), ("timeLim", .integer(0)), ("dayLearnFirst", .bool(false)),
      ("curModel", .integer(collection.noteTypes.first?.id ?? 0)),
    ])
  }

  static func noteTypes(_ types: [NoteType]) -> JSON {
    object(types.map { (String($0.id), noteType($0)) })
  }

  private static func noteType(_ type: NoteType) -> JSON {
    let fields = type.fields.enumerated().map { order, name in
      object([
        ("name", .string(name)), ("ord", .integer(Int64(order))), ("sticky", .bool(false)),
        ("rtl", .bool(false)), ("font", .string("Arial")), ("size", .integer(20)),
      ])
    }
    let templates = type.templates.enumerated().map { order, template in
      object([
        ("name", .string(type.isCloze ? "Cloze" : "Card \(order + 1)")),
        ("ord", .integer(Int64(order))), ("qfmt", .string(template.question)),
        ("afmt", .string(template.answer)), ("bqfmt", .string("")), ("bafmt", .string("")),
        ("did", .null), ("bfont", .string("")), ("bsize", .integer(0)),
      ])
    }
    let needed = JSON.array([.integer(0), .string("any"), .array([.integer(0)])])
    return object([
      ("id", .integer(type.id)), ("name", .string(type.name)),
      ("type", .integer(type.isCloze ? 1 : 0)), ("mod", .integer(0)), ("usn", .integer(-1)),
      ("sortf", .integer(0)), ("did", .null), ("tmpls", .array(templates)),
      ("flds", .array(fields)), ("css", .string(TriposNoteType.css)), ("latexPre", .string("")),
      ("latexPost", .string("")), ("latexsvg", .bool(false)), ("req", .array([needed])),
    ])
  }

  static func decks(_ decks: [AnkiDeck]) -> JSON {
    object(
      ([AnkiDeck(id: 1, path: ["Default"], description: "")] + decks).map { deck in
        let nothing = JSON.array([.integer(0), .integer(0)])
        return (
          String(deck.id),
          object([
            ("id", .integer(deck.id)), ("mod", .integer(0)),
            ("name", .string(deck.path.joined(separator: "::"))), ("usn", .integer(-1)),
            ("lrnToday", nothing), ("revToday", nothing), ("newToday", nothing),
            ("timeToday", nothing), ("collapsed", .bool(false)), ("browserCollapsed", .bool(false)),
            ("desc", .string(deck.description)), ("dyn", .integer(0)),
            ("conf", .integer(deck.id == 1 ? 1 : presetID)), ("extendNew", .integer(0)),
            ("extendRev", .integer(0)),
          ])
        )
      })
  }

  private static let presetID: Int64 = 1_600_000_000_100

  /// Anki's own preset and that of the exported decks, with the settings of the scheduler.
  static func presets(_ scheduler: Scheduler) -> JSON {
    object([
      ("1", preset(1, "Default", Scheduler())),
      (String(presetID), preset(presetID, "Tripos", scheduler)),
    ])
  }

  private static func preset(_ id: Int64, _ name: String, _ scheduler: Scheduler) -> JSON {
    func minutes(_ steps: [Int]) -> JSON { .array(steps.map { .number(Double($0) / 60) }) }
    let new = object([
      ("bury", .bool(true)), ("delays", minutes(scheduler.learningSteps)),
      ("initialFactor", .integer(2500)), ("ints", .array([.integer(1), .integer(4), .integer(0)])),
      ("order", .integer(1)), ("perDay", .integer(20)),
    ])
    let reviews = object([
      ("bury", .bool(true)), ("ease4", .number(1.3)), ("ivlFct", .number(1)),
      ("maxIvl", .integer(Int64(scheduler.maximumInterval))), ("perDay", .integer(200)),
      ("hardFactor", .number(1.2)),
    ])
    let lapses = object([
      ("delays", minutes(scheduler.relearningSteps)), ("leechAction", .integer(1)),
      ("leechFails", .integer(8)), ("minInt", .integer(1)), ("mult", .number(0)),
    ])
    return object([
      ("id", .integer(id)), ("mod", .integer(0)), ("name", .string(name)), ("usn", .integer(-1)),
      ("maxTaken", .integer(60)), ("autoplay", .bool(true)), ("timer", .integer(0)),
      ("replayq", .bool(true)), ("new", new), ("rev", reviews), ("lapse", lapses),
      ("dyn", .bool(false)),
      ("fsrsParams6", .array(scheduler.parameters.map { .number($0) })),
      ("desiredRetention", .number(scheduler.desiredRetention)),
    ])
  }

  private static func object(_ members: [(String, JSON)]) -> JSON {
    .object(members.map { JSON.Member($0.0, $0.1) })
  }
}
