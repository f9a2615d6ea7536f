import Chronology
import Decks
import Digest
import Glibc
import Memory
import Progress
import Statistics
import Study
import Terminal

/// Brings together what statistics are made of: the answers, and the cards as they stand.
struct StatisticsGathering {
  let app: App
  let library: Library
  let store: Store
  /// The cards that are meant; `nil` for all, those that are in no deck any more included.
  let wanted: Set<Fingerprint>?

  /// The statistics, with what the troublesome cards look like.
  ///
  /// - Parameter since: the first study day whose answers count; `nil` for all.
  /// - Returns: the statistics.
  /// - Throws: `Failure` where the journals cannot be read.
  func statistics(since: CivilDay?) throws -> Statistics {
    let log: AnswerLog
    do throws(ProgressError) {
      log = try store.answerLog()
    } catch {
      throw Failure(.progress(error))
    }
    let (cards, entries) = studiedCards
    var statistics = Statistics(
      log, cards: cards, sections: sections, isEverything: wanted == nil,
      scheduler: app.settings.scheduler,
      span: Statistics.Span(
        today: app.today, second: app.world.clock.now().seconds, since: since))
    statistics.describeTrouble(
      text: { text(of: entries[$0]) }, typed: { store.given(at: $0, of: log) })
    return statistics
  }

  /// The sections of all decks, one deck after the other.
  private var sections: [StudiedSection] {
    library.decks.flatMap { deck in
      deck.sections.map { StudiedSection(deck: deck.name, path: $0) }
    }
  }

  /// The cards that are meant, and their positions in the library.
  private var studiedCards: (cards: [StudiedCard], entries: [Int]) {
    var firstSections: [Int] = []
    var count = 0
    for deck in library.decks {
      firstSections.append(count)
      count += deck.sections.count
    }
    let known = historyOfEdited(library, store)
    let dueLimit = app.dueLimit(library)
    var cards: [StudiedCard] = []
    var entries: [Int] = []
    cards.reserveCapacity(library.entries.count)
    for (index, entry) in library.entries.enumerated() {
      if let wanted, !wanted.contains(entry.fingerprint) { continue }
      // The answers of a card that was edited stand under its old key until a session.
      let fingerprint = known[entry.fingerprint] ?? entry.fingerprint
      let progress = store.progress(of: fingerprint)
      var schedule = progress?.schedule ?? .new
      if let dueLimit {
        schedule.due = dueLimit(schedule.due, lastDay: schedule.lastDay, entry: index)
      }
      cards.append(
        StudiedCard(
          fingerprint: fingerprint, kind: entry.kind,
          section: firstSections[Int(entry.deck)] + Int(entry.section), schedule: schedule,
          dueDay: dueDay(schedule.due),
          isSuspended: progress.map { $0.isSuspended || $0.draft == .rejected } ?? false))
      entries.append(index)
    }
    return (cards, entries)
  }

  private func dueDay(_ due: Schedule.Due) -> Int? {
    switch due {
    case .new: nil
    case .day(let day): day
    case .second(let second): app.calendar.day(of: Instant(milliseconds: second * 1000)).number
    }
  }

  private func text(of entry: Int) -> CardText? {
    guard let card = try? library.card(library.entries[entry]) else { return nil }
    return CardText(key: card.key, prompt: card.prompt, answer: card.shownAnswer)
  }
}

extension App {
  /// The signs that charts are drawn with here.
  func chartForm(isPlain: Bool) -> ChartStyle.Form {
    if world.isAccessible { return .spoken }
    let isDumb = world.environment("TERM") == "dumb"
    return isPlain || isDumb || !TerminalDevice.isUTF8 ? .ascii : .blocks
  }

  /// The cells that a chart may take: the window's but the last, which some terminals wrap at.
  var chartColumns: Int {
    let window = TerminalDevice.window(STDOUT_FILENO)?.columns
    return (window ?? world.environment("COLUMNS").flatMap { Int($0) } ?? 80) - 1
  }
}
