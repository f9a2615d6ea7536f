/// Which cards are which after decks were edited, and what the edit did.
///
/// A card keeps its history where it can be known again beyond doubt: by its key, by its words, or
/// by being like one new card and no other. What cannot be known again keeps its history under its
/// old key, and nothing is linked to it.
package struct Relinking: Sendable {
  /// A renaming of a card's records.
  package struct Move: Hashable, Sendable {
    package let old: String
    package let new: String
  }

  /// All renamings, to be made at once: an old key may be the new key of another.
  package private(set) var moves: [Move] = []
  /// What to tell the person who edited the decks.
  package private(set) var changes: [DeckChange] = []
  /// The cards with a history that no deck has any more.
  package private(set) var missing: [KnownCard] = []

  private let known: [KnownCard]
  private let present: [KnownCard]
  /// The indices of a known card and the present card that it is.
  private var pairs: [(known: Int, present: Int)] = []

  /// Knows cards again.
  ///
  /// - Parameters:
  ///   - known: the cards with a history, as they were when they were last seen.
  ///   - present: the cards that there are now; it is enough to give those of the decks that
  ///     changed.
  ///   - isElsewhere: whether a key belongs to a card that is present and not among `present`.
  package init(
    known: [KnownCard], present: [KnownCard], isElsewhere: (String) -> Bool = { _ in false }
  ) {
    self.known = known
    self.present = present
    pairEqualKeys(isElsewhere)
    changes = DeckChange.describe(
      pairs.map { (known[$0.known], present[$0.present]) }, present: present)
    moves.sort { $0.old < $1.old }
    missing.sort { ($0.path, $0.place, $0.key) < ($1.path, $1.place, $1.key) }
  }

  private mutating func pairEqualKeys(_ isElsewhere: (String) -> Bool) {
    let presentByKey = Dictionary(
      present.indices.map { (present[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
    let presentBlanks = Dictionary(grouping: present.indices) { present[$0].idOfBlanks }
    let knownBlanks = Dictionary(grouping: known.indices) { known[$0].idOfBlanks }
    var orphans: [Int] = []
    var isTaken = Set<Int>()
    for index in known.indices {
      if let id = known[index].idOfBlanks, presentBlanks[id] != nil { continue }
      if let same = presentByKey[known[index].key], isTaken.insert(same).inserted {
        pairs.append((index, same))
      } else if !isElsewhere(known[index].key) {
        orphans.append(index)
      }
    }
    for (id, blanks) in knownBlanks {
      guard let id, let there = presentBlanks[id] else { continue }
      let links = BlankMatching.match(blanks.map { known[$0] }, there.map { present[$0] })
      for (index, link) in zip(blanks, links) {
        if let link {
          isTaken.insert(there[link])
          pair(index, there[link])
        } else if presentByKey[known[index].key] != nil {
          retire(index)
        } else {
          orphans.append(index)
        }
      }
    }
    let knownKeys = Set(known.map(\.key))
    let newcomers = present.indices.filter {
      !isTaken.contains($0)
        && (!knownKeys.contains(present[$0].key) || present[$0].idOfBlanks != nil)
    }
    pairOrphans(orphans.sorted(), newcomers)
  }

  private mutating func pairOrphans(_ orphans: [Int], _ newcomers: [Int]) {
    var matching = OrphanMatching(
      orphans: orphans.map { known[$0] }, newcomers: newcomers.map { present[$0] })
    let links = matching.match()
    for (orphan, link) in zip(orphans, links) {
      if let link {
        pair(orphan, newcomers[link])
      } else {
        missing.append(known[orphan])
      }
    }
  }

  private mutating func pair(_ index: Int, _ there: Int) {
    pairs.append((index, there))
    if known[index].key != present[there].key {
      moves.append(Move(old: known[index].key, new: present[there].key))
    }
  }

  /// Moves the history of a blank that is gone out of the way of the blank that has its number now,
  /// to the key that its words have.
  private mutating func retire(_ index: Int) {
    let card = known[index]
    missing.append(card)
    moves.append(
      Move(old: card.key, new: CardKey.make(prompt: card.prompt, answer: card.answer)))
  }
}
