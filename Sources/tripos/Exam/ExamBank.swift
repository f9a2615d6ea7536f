import Decks
import Exams
import Marking
import Memory
import Progress
import Study

/// The cards of a home as exams see them.
struct ExamBank {
  let bank: ItemBank
  let judge: Judge
  /// All cards of the chosen decks that may be asked, in the home's order.
  let cards: [Card]
  /// How many drafts were left out.
  let drafts: Int

  /// Refuses to set a paper where there is nothing but drafts.
  ///
  /// - Throws: `Failure`.
  func requireCards() throws {
    guard cards.isEmpty, drafts > 0 else { return }
    throw Failure(
      .badInput(
        "there is nothing but \(ReviewWording.count(drafts, "draft")), and exams ask none.",
        mend: "Keep some first: \"tripos generate --read DECK\", or \":keep\" in a review."))
  }

  /// What marks a sitting, and says whose answer a wrong one is.
  var grader: Grader { Grader(judge: judge, answers: AnswerIndex(cards: cards)) }
}

extension App {
  /// The exams of the home.
  var sittings: SittingStore { SittingStore(folder: home.progress + "/exams") }

  /// The cards of decks that may be asked: none that is flagged or suspended, and no
  /// draft.
  ///
  /// - Parameters:
  ///   - words: decks by name or path; all where none is named.
  ///   - library: the decks.
  ///   - store: what is known of the cards.
  /// - Returns: the cards with what makes questions of them.
  /// - Throws: `SelectionError` for a deck that does not exist.
  func examBank(_ words: [String], _ library: Library, _ store: Store) throws -> ExamBank {
    var decks = Set<Int>()
    for word in words { decks.formUnion(try library.decks(named: word)) }
    if decks.isEmpty { decks = Set(library.decks.indices) }
    var cards: [Card] = []
    var drafts = 0
    for entry in library.entries where decks.contains(Int(entry.deck)) {
      let card = try library.card(entry)
      let progress = store.progress(of: card.key)
      if card.isDraft(progress) {
        drafts += 1
        continue
      }
      if let progress, progress.isSuspended || progress.flag != nil || progress.draft == .rejected {
        continue
      }
      cards.append(card)
    }
    let actors = try decks.sorted().flatMap { index in
      let name = library.decks[index].name
      return try library.deck(index).frontMatter.actors.map { DeckActor(deck: name, actor: $0) }
    }
    let tables = markingTables
    let marker = Marker(
      actors: actors.map(\.actor), states: tables.states, names: tables.names,
      words: tables.words)
    let judge: Judge = { marker.mark($0, for: $1) }
    let bank = ItemBank(
      cards: cards, actors: actors, earlierWrong: try earlierWrong(cards, store), judge: judge)
    return ExamBank(bank: bank, judge: judge, cards: cards, drafts: drafts)
  }

  /// The wrong answers that were given to cards, the latest first.
  private func earlierWrong(_ cards: [Card], _ store: Store) throws -> [String: [String]] {
    var wrong: [String: [String]] = [:]
    // Each card's history is a pass over the journal.
    let missed = cards.filter { card in
      store.progress(of: card.key).map { $0.answers > $0.correct } ?? false
    }
    for card in missed.prefix(40) {
      for entry in try store.history(of: card.key).reversed() where entry.mark == .wrong {
        switch entry.record.event {
        case .review(_, let answer), .exam(_, let answer, _), .practice(_, let answer):
          if !answer.given.isEmpty { wrong[card.key, default: []].append(answer.given) }
        case .pending, .rate, .void, .relink, .suspend, .unsuspend, .bury, .flag, .unflag, .keep,
          .reject, .state:
          break
        }
      }
    }
    return wrong
  }

  /// The keys of all cards that finished sittings have asked.
  func askedSoFar() -> Set<String> {
    var asked = Set<String>()
    for entry in sittings.all() {
      guard case .success(let sitting) = entry.content, sitting.state != .open else { continue }
      asked.formUnion(sitting.paper.questions.flatMap(\.shownCards))
    }
    return asked
  }
}
