import Chronology
import Decks
import Digest
import Memory
import Progress

/// Decks as a collection of Anki's: the way back of `AnkiImport` and `HistoryImport`.
package struct AnkiExport {
  /// What is known of a card besides its note.
  package struct CardHistory {
    package var progress: CardProgress?
    /// The answers that count, in order.
    package var answers: [AnswerStep]

    package init(progress: CardProgress?, answers: [AnswerStep]) {
      self.progress = progress
      self.answers = answers
    }
  }

  /// A media file that a note shows.
  package struct MediaFile: Hashable, Sendable {
    /// The deck file that the note is in.
    package var deck: String
    /// The file's folder beside the deck file, with its slash.
    package var folder: String
    package var name: String
  }

  /// The media files that notes show, each once.
  package private(set) var media: [MediaFile] = []
  /// How many cards were added.
  package var cardCount: Int { cards.count }

  private let now: Instant
  private let calendar: StudyCalendar
  private let scheduler: Scheduler
  private var decks: [AnkiDeck] = []
  private var deckIDs: [[String]: Int64] = [:]
  private var notes: [AnkiNote] = []
  private var cards: [(card: AnkiCard, history: CardHistory)] = []
  private var noteCards: [Int] = []
  private var isMet: Set<MediaFile> = []

  /// An export without decks so far.
  ///
  /// - Parameters:
  ///   - now: the instant of the export; ids count from it.
  ///   - calendar: gives instants their study days.
  ///   - scheduler: whose settings go with the memory states.
  package init(now: Instant, calendar: StudyCalendar, scheduler: Scheduler) {
    self.now = now
    self.calendar = calendar
    self.scheduler = scheduler
  }

  /// Adds a deck's notes; the deck may share its name with one that was added before.
  ///
  /// - Parameters:
  ///   - deck: the deck.
  ///   - notes: which of its notes.
  ///   - keys: the keys of a note's cards, one for each; `nil` for a card that is not asked, since
  ///     another deck has it.
  ///   - history: what is known of the card of a key.
  package mutating func add(
    _ deck: Deck, notes: [Note], keys: (Note) -> [String?], history: (String) -> CardHistory
  ) {
    let header = DeckHeader(deck.frontMatter)?.comment ?? ""
    _ = id(of: [deck.name], description: header)
    let file = deck.path.split(separator: "/").last.map { $0.dropLast(3) } ?? ""
    let folder = "\(file).media/"
    for note in notes {
      let keys = keys(note)
      guard let first = keys.compactMap({ $0 }).first else { continue }
      let source = NoteSource(note)
      var names: [String] = []
      let (type, fields) = TriposFields.html(source, note.body, mediaFolder: folder) {
        names.append($0)
      }
      for name in names {
        let medium = MediaFile(deck: deck.path, folder: folder, name: name)
        if isMet.insert(medium).inserted { media.append(medium) }
      }
      let deckID = id(of: [deck.name] + deck.sections[note.section].path, description: "")
      let number = Int64(self.notes.count)
      self.notes.append(
        AnkiNote(
          id: number, guid: NoteName.guid(id: source.id, key: first, deck: deck.name),
          type: type == .question ? 0 : 1, modified: now.seconds,
          tags: AnkiTags.joined(source.tags), fields: fields.joined(separator: "\u{1f}")))
      for (ordinal, key) in keys.enumerated() {
        guard let key else { continue }
        let history = history(key)
        let card = card(
          note: number, deck: deckID, ordinal: ordinal, history.progress ?? CardProgress())
        cards.append((card, history))
      }
    }
  }

  /// The collection of all that was added.
  package func collection() -> AnkiCollection {
    // Ids are instants, none later than now.
    let base = now.milliseconds - Int64(max(notes.count, cards.count)) - Int64(decks.count) - 8
    let firstDay = firstDay
    let types = TriposNoteType.allCases.enumerated().map { index, type in
      type.noteType(id: TriposNoteType.firstID + Int64(index))
    }
    var log: [LogEntry] = []
    var isTaken: Set<Int64> = []
    let cards = self.cards.enumerated().map { index, item in
      var card = item.card
      card.id = base + Int64(index)
      card.note += base
      if item.card.type != 0, card.due < 1_000_000_000 { card.due -= Int64(firstDay) }
      for answer in item.history.answers {
        var entry = AnkiExport.entry(answer, card: card.id)
        while !isTaken.insert(entry.id).inserted { entry.id += 1 }
        log.append(entry)
      }
      return card
    }
    return AnkiCollection(
      created: calendar.start(of: CivilDay(number: firstDay)).seconds, firstDay: firstDay,
      decks: decks, noteTypes: types,
      notes: notes.map { note in
        var note = note
        note.id += base
        note.type = types[Int(note.type)].id
        return note
      }, cards: cards, log: log.sorted { $0.id < $1.id })
  }

  private mutating func id(of path: [String], description: String) -> Int64 {
    if let id = deckIDs[path] { return id }
    // A deck within others needs these.
    if path.count > 1 { _ = id(of: Array(path.dropLast()), description: "") }
    let id = AnkiExport.firstDeckID + Int64(decks.count)
    deckIDs[path] = id
    decks.append(
      AnkiDeck(
        id: id, path: path.map { $0.replacing("::", with: ": :") }, description: description))
    return id
  }

  /// Ids of decks and note types are instants too; only their order tells anything.
  private static let firstDeckID: Int64 = 1_600_000_100_000

  /// The first study day that anything speaks of, from which due days count.
  private var firstDay: Int {
    var first = calendar.day(of: now).number
    for (_, history) in cards {
      if let schedule = history.progress?.schedule, schedule.reviews > 0 {
        first = min(first, schedule.lastDay)
      }
      if let day = history.answers.first?.day.number { first = min(first, day) }
    }
    return first
  }

  /// A card whose due day still counts from 1970.
  private func card(
    note: Int64, deck: Int64, ordinal: Int, _ progress: CardProgress
  ) -> AnkiCard {
    let schedule = progress.schedule
    let position = cards.count + 1
    var card = AnkiCard(
      id: 0, note: note, deck: deck, ordinal: ordinal, modified: now.seconds, type: 0, queue: 0,
      due: Int64(position), interval: schedule.interval, factor: schedule.phase == .new ? 0 : 2500,
      reviews: schedule.reviews, lapses: schedule.lapses, stepsLeft: 0, homeDeck: 0, homeDue: 0,
      flag: progress.flag.map(FlagColour.number) ?? 0,
      data: CardData.text(schedule, position: position, scheduler))
    switch schedule.phase {
    case .new: break
    case .learning(let step):
      card.type = 1
      card.stepsLeft = max(1, scheduler.learningSteps.count - step)
    case .review: card.type = 2
    case .relearning(let step):
      card.type = 3
      card.stepsLeft = max(1, scheduler.relearningSteps.count - step)
    }
    switch schedule.due {
    case .new: break
    case .second(let second) where schedule.phase == .review:
      let day = calendar.day(of: Instant(milliseconds: second * 1000))
      (card.queue, card.due) = (2, Int64(day.number))
    case .second(let second): (card.queue, card.due) = (1, second)
    case .day(let day): (card.queue, card.due) = (schedule.phase == .review ? 2 : 3, Int64(day))
    }
    if progress.isSuspended { card.queue = -1 }
    return card
  }

  private static func entry(_ answer: AnswerStep, card: Int64) -> LogEntry {
    let kind: LogEntry.Kind =
      switch (answer.effect, answer.before.phase) {
      case (.none, _): .filtered
      case (.scheduled, .new), (.scheduled, .learning): .learning
      case (.scheduled, .review): .review
      case (.scheduled, .relearning): .relearning
      }
    let difficulty = answer.after.memory?.difficulty ?? 1
    // Anki writes a difficulty of 1 to 10 as 100 to 1100.
    let factor = Int(((difficulty - 1) / 9 * 1000 + 100).rounded())
    let last = answer.before
    return LogEntry(
      id: answer.at.milliseconds, card: card, ease: answer.rating.rawValue,
      interval: interval(answer.after.due, day: answer.day.number, second: answer.at.seconds),
      lastInterval: last.reviews > 0
        ? interval(last.due, day: last.lastDay, second: last.lastSecond) : 0,
      factor: answer.effect == .none ? 0 : factor, milliseconds: answer.milliseconds, kind: kind)
  }

  /// Days, or seconds where negative; 0 where nothing was given.
  private static func interval(_ due: Schedule.Due, day: Int, second: Int64) -> Int {
    switch due {
    case .new: 0
    case .day(let due): max(0, due - day)
    case .second(let due): -Int(max(0, due - second))
    }
  }
}

extension TriposNoteType {
  fileprivate static let firstID: Int64 = 1_600_000_000_000
}
