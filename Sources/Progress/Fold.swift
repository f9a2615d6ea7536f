import Chronology
import Digest
import Memory

/// Folds records into states: in order, each once, with their amendments worked in.
///
/// From nothing, or from a state that earlier records came to. The result is always what a fold
/// of all records would be; where that cannot be had from the state alone, there is none.
struct Fold {
  private(set) var contents: JournalContents
  let scheduler: Scheduler
  let amendments: Amendments
  private(set) var names: CardNames
  /// The card of each entry, before later joins; -1 for entries of no card.
  private(set) var cards: [Int32] = []
  private var states: [CardProgress] = []
  private var days = DayTallies()
  private var lastRenaming = Int64.min
  /// What earlier records came to, for the keys that are met, by their numbers.
  private var baseStates: [Int32: CardProgress] = [:]
  /// Which of these each card has.
  private var baseOfCard: [Int32: Int32] = [:]

  /// The state of all records, which must be sorted.
  static func all(_ contents: JournalContents, scheduler: Scheduler) -> FoldedState {
    var fold = Fold.named(contents, scheduler: scheduler)
    fold.applyAll()
    return fold.fullState()
  }

  /// The state after more records.
  ///
  /// - Parameters:
  ///   - contents: the records, sorted.
  ///   - base: what all records before came to.
  ///   - scheduler: computes memory states.
  /// - Returns: the state; `nil` where the records reach into what was folded before.
  static func more(
    _ contents: JournalContents, onto base: FoldedState, scheduler: Scheduler
  ) -> FoldedState? {
    var fold = Fold(contents, scheduler)
    guard !base.hasDanglingAmendments, !fold.amendments.isAnyDangling else { return nil }
    fold.load(base)
    guard fold.resolveNames(base: base) else { return nil }
    fold.applyAll()
    return fold.state(after: base)
  }

  /// The live records of one card, in order.
  ///
  /// - Parameters:
  ///   - fingerprint: of the key that the card bears now.
  ///   - contents: all records that may speak of it, sorted.
  ///   - scheduler: computes memory states.
  /// - Returns: the index of each entry, its step, and the state after it.
  static func history(
    of fingerprint: Fingerprint, in contents: JournalContents, scheduler: Scheduler
  ) -> [(entry: Int, step: Step, state: CardProgress)] {
    var fold = Fold.named(contents, scheduler: scheduler)
    var state = CardProgress()
    var history: [(entry: Int, step: Step, state: CardProgress)] = []
    for (index, entry) in contents.entries.enumerated() where fold.cards[index] >= 0 {
      let key = fold.names.key(of: fold.names.root(fold.cards[index]))
      guard contents.keys.fingerprints[Int(key)] == fingerprint,
        let step = fold.amendments.step(entry, in: contents)
      else { continue }
      state.apply(step, scheduler, &fold.days)
      history.append((index, step, state))
    }
    return history
  }

  /// The records of all cards with the card of each, nothing applied yet.
  static func named(_ contents: JournalContents, scheduler: Scheduler) -> Fold {
    var fold = Fold(contents, scheduler)
    fold.names = CardNames(keys: contents.keys.count)
    _ = fold.resolveNames(base: nil)
    return fold
  }

  private init(_ contents: JournalContents, _ scheduler: Scheduler) {
    self.contents = contents
    self.scheduler = scheduler
    amendments = Amendments(contents)
    names = CardNames(keys: 0)
  }

  /// Takes from the base what it knows of the keys that are met.
  private mutating func load(_ base: FoldedState) {
    lastRenaming = base.lastRenaming
    days = DayTallies(base.days)
    var aliases: [(old: Int32, new: Int32)] = []
    for number in 0..<Int32(contents.keys.count) {
      if let alias = base.aliases[contents.keys.fingerprints[Int(number)]] {
        aliases.append((number, contents.keys.number(of: alias.new)))
      }
    }
    names = CardNames(keys: contents.keys.count)
    for alias in aliases { names.addAlias(alias.old, of: alias.new) }
    for number in 0..<Int32(contents.keys.count) {
      baseStates[number] = base.progress(of: contents.keys.fingerprints[Int(number)])
    }
    for number in baseStates.keys { baseOfCard[number] = number }
  }

  /// Finds the card of every entry.
  ///
  /// - Returns: whether that needs no record that the base was made of.
  private mutating func resolveNames(base: FoldedState?) -> Bool {
    cards = Array(repeating: -1, count: contents.entries.count)
    for (index, entry) in contents.entries.enumerated() {
      if base != nil && entry.at <= lastRenaming { return false }
      switch entry.kind {
      case .relink:
        lastRenaming = max(lastRenaming, entry.at)
        if amendments.isVoid(entry.id) { continue }
        guard rename(contents.renamings[Int(entry.detail)], at: entry.at) else { return false }
      case .rate, .void: break
      case .review, .pending, .exam, .practice, .suspend, .unsuspend, .bury, .flag, .unflag,
        .keep, .reject, .state:
        let card = names.isEmpty ? entry.card : names.card(entry.card)
        if base != nil && baseReaches(entry.at, card) { return false }
        cards[index] = card
      }
    }
    return true
  }

  private mutating func rename(_ moves: [(old: Int32, new: Int32)], at instant: Int64) -> Bool {
    for move in moves where baseReaches(instant, names.card(move.old)) { return false }
    for move in moves where baseReaches(instant, names.card(move.new)) { return false }
    names.rename(moves)
    guard !baseStates.isEmpty else { return true }
    baseOfCard = [:]
    for number in baseStates.keys {
      // Two histories that meet are interleaved, which takes the records of both.
      guard baseOfCard.updateValue(number, forKey: names.root(number)) == nil else { return false }
    }
    return true
  }

  /// Whether the base holds a record of a card from this instant or later.
  private func baseReaches(_ instant: Int64, _ card: Int32) -> Bool {
    guard let number = baseOfCard[card], let state = baseStates[number] else { return false }
    return state.latest.milliseconds >= instant
  }

  private mutating func applyAll() {
    states = Array(repeating: CardProgress(), count: names.cardCount)
    for (card, number) in baseOfCard {
      if let state = baseStates[number] { states[Int(card)] = state }
    }
    for (index, entry) in contents.entries.enumerated() where cards[index] >= 0 {
      let card = Int(names.isEmpty ? cards[index] : names.root(cards[index]))
      if let step = amendments.step(entry, in: contents) {
        states[card].apply(step, scheduler, &days)
      } else {
        // A record that was taken back still counts as met, so that a copy of it is known.
        states[card].latest = max(states[card].latest, Instant(milliseconds: entry.at))
      }
    }
    days.flush()
  }

  /// Calls `body` for every card that has a record, with the number of its key.
  private func forEachCard(_ body: (Int32, CardProgress) -> Void) {
    for (card, state) in states.enumerated() where state.latest.milliseconds != .min {
      body(names.key(of: Int32(card)), state)
    }
  }

  private func fullState() -> FoldedState {
    var builder = StateImage.Builder(reserving: states.count)
    forEachCard { key, state in
      builder.add(contents.keys.fingerprints[Int(key)], key: contents.keys.utf8(key), state)
    }
    var state = FoldedState()
    state.image = builder.build()
    state.days = days.byDay
    state.lastRenaming = lastRenaming
    state.hasDanglingAmendments = amendments.isAnyDangling
    addAliases(to: &state)
    return state
  }

  private func state(after base: FoldedState) -> FoldedState {
    var state = base
    state.days = days.byDay
    state.lastRenaming = lastRenaming
    for number in baseStates.keys where names.key(of: names.root(number)) != number {
      state.changes[contents.keys.fingerprints[Int(number)]] = .removed
    }
    forEachCard { key, progress in
      state.changes[contents.keys.fingerprints[Int(key)]] = .set(key: text(key), progress)
    }
    if !names.isEmpty {
      // Aliases of keys that are not met here follow the cards that they mean.
      var numbers: [Fingerprint: Int32] = [:]
      for (number, fingerprint) in contents.keys.fingerprints.enumerated() {
        numbers[fingerprint] = Int32(number)
      }
      for (fingerprint, alias) in state.aliases {
        guard let number = numbers[Fingerprint(alias.new)] else { continue }
        state.aliases[fingerprint]?.new = text(names.key(of: names.root(number)))
      }
      for fingerprint in contents.keys.fingerprints { state.aliases[fingerprint] = nil }
      addAliases(to: &state)
    }
    return state
  }

  private func addAliases(to state: inout FoldedState) {
    for alias in names.aliases {
      let fingerprint = contents.keys.fingerprints[Int(alias.old)]
      state.aliases[fingerprint] = FoldedState.Alias(old: text(alias.old), new: text(alias.new))
    }
  }

  private func text(_ key: Int32) -> String {
    String(decoding: contents.keys.utf8(key), as: UTF8.self)
  }
}
