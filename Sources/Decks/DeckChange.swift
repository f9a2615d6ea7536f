/// What an edit of the decks did to cards that keep their history.
package enum DeckChange: Hashable, Sendable {
  case promptEdited(KnownCard, was: String)
  case answerChanged(KnownCard, was: String)
  /// Two notes of a section stand in each other's place.
  case swapped(KnownCard, KnownCard)
  /// More notes of a section than two stand in another order.
  case reordered(path: String, section: [String], notes: Int)
  case movedToSection(KnownCard, from: [String])
  case movedToFile(KnownCard, from: String)
  /// All cards of a file are in another file and the first has none left.
  case fileRenamed(from: String, to: String, cards: Int)
  /// All cards of a section are in another section and the first has none left.
  case sectionRenamed(path: String, from: [String], to: [String], cards: Int)

  /// Compares cards as they were with what they are, in the order of files and notes.
  ///
  /// - Parameters:
  ///   - pairs: each card that was known and what it is now.
  ///   - present: all cards that there are now.
  /// - Returns: the changes; what happened to all cards of a file or section is said once.
  static func describe(
    _ pairs: [(was: KnownCard, now: KnownCard)], present: [KnownCard]
  ) -> [DeckChange] {
    let pairs = pairs.sorted {
      ($0.now.path, $0.now.place, $0.now.blank ?? 0) < (
        $1.now.path, $1.now.place, $1.now.blank ?? 0
      )
    }
    let files = Renamings(
      pairs.map { ($0.was.path, $0.now.path) }, present: Set(present.map(\.path)))
    let sections = Renamings(
      pairs.map { pair in
        let path = files.target(of: pair.was.path)
        return (SectionName(path, pair.was.section), SectionName(pair.now.path, pair.now.section))
      }, present: Set(present.map { SectionName($0.path, $0.section) }))
    var changes = files.all.map { fileRenamed(from: $0.from, to: $0.to, cards: $0.count) }
    for renaming in sections.all where renaming.from.path == renaming.to.path {
      changes.append(
        .sectionRenamed(
          path: renaming.to.path, from: renaming.from.section, to: renaming.to.section,
          cards: renaming.count))
    }
    // An answer of a cloze stands in the prompts of its other blanks: that is no edit of theirs.
    let answered = pairs.filter { $0.now.blank != nil && isAnswerChanged($0.was, $0.now) }
    var said = Set(answered.map { Place($0.now) })
    var kept: [(was: KnownCard, now: KnownCard)] = []
    for (was, now) in pairs {
      let path = files.target(of: was.path)
      if path != now.path {
        changes.append(.movedToFile(now, from: was.path))
      } else if sections.target(of: SectionName(path, was.section)).section != now.section {
        changes.append(.movedToSection(now, from: was.section))
      } else {
        kept.append((was, now))
      }
      if !CardKey.isSame(was.prompt, now.prompt),
        said.insert(Place(now)).inserted
      {
        changes.append(.promptEdited(now, was: was.prompt))
      }
      if isAnswerChanged(was, now) {
        changes.append(.answerChanged(now, was: was.answer))
      }
    }
    return changes + reorderings(kept)
  }

  private struct Place: Hashable {
    var path: String
    var note: Int

    init(_ card: KnownCard) {
      path = card.path
      note = card.place
    }
  }

  private static func isAnswerChanged(_ was: KnownCard, _ now: KnownCard) -> Bool {
    !CardKey.isSame(was.answer, now.answer)
  }

  private struct SectionName: Hashable, Comparable {
    var path: String
    var section: [String]

    init(_ path: String, _ section: [String]) {
      self.path = path
      self.section = section
    }

    static func < (left: Self, right: Self) -> Bool {
      left.path != right.path
        ? left.path < right.path : left.section.lexicographicallyPrecedes(right.section)
    }
  }

  /// Which notes of a section follow each other in another order than before.
  private static func reorderings(
    _ pairs: [(was: KnownCard, now: KnownCard)]
  ) -> [DeckChange] {
    let sections = Dictionary(grouping: pairs) { SectionName($0.now.path, $0.now.section) }
    return sections.sorted { $0.key < $1.key }.compactMap { name, cards in
      var seen = Set<Int>()
      let notes = cards.filter { seen.insert($0.now.place).inserted }
      let before = notes.indices.sorted {
        (notes[$0].was.place, $0) < (notes[$1].was.place, $1)
      }
      let displaced = before.indices.filter { before[$0] != $0 }
      guard !displaced.isEmpty else { return nil }
      if displaced.count == 2 {
        return .swapped(notes[displaced[0]].now, notes[displaced[1]].now)
      }
      return .reordered(path: name.path, section: name.section, notes: displaced.count)
    }
  }
}

/// Names that all their cards have left for one other name.
private struct Renamings<Name: Hashable & Comparable> {
  private var targets: [Name: (to: Name, count: Int)] = [:]

  init(_ pairs: [(from: Name, to: Name)], present: Set<Name>) {
    var leaves: [Name: [Name: Int]] = [:]
    for pair in pairs { leaves[pair.from, default: [:]][pair.to, default: 0] += 1 }
    for (from, counts) in leaves where counts.count == 1 && !present.contains(from) {
      guard let (to, count) = counts.first, to != from else { continue }
      targets[from] = (to, count)
    }
  }

  /// Where the cards of a name are now: its new name, or the same.
  func target(of name: Name) -> Name { targets[name]?.to ?? name }

  var all: [(from: Name, to: Name, count: Int)] {
    targets.map { ($0.key, $0.value.to, $0.value.count) }.sorted { $0.0 < $1.0 }
  }
}
