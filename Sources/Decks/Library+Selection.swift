import Files

/// Which cards are wanted; an empty part wants all.
package struct CardSelection: Hashable, Sendable {
  /// Indices of a library's decks.
  package var decks: Set<Int> = []
  /// Sections as a person names them; a section's sections belong to it.
  package var sections: [String] = []
  package var kinds: Set<CardKind> = []
  /// Whatever their case; one is enough.
  package var tags: [String] = []

  package init(
    decks: Set<Int> = [], sections: [String] = [], kinds: Set<CardKind> = [], tags: [String] = []
  ) {
    self.decks = decks
    self.sections = sections
    self.kinds = kinds
    self.tags = tags
  }
}

/// Why the name of a deck, section or tag leads nowhere.
package enum SelectionError: Error, Hashable, Sendable {
  /// What was named.
  package enum Part: String, Hashable, Sendable {
    case deck
    case section
    case tag
  }

  /// Nothing has the name; `nearest` are the likeliest meant, at most three.
  case unknown(Part, name: String, nearest: [String])
  /// Several have it.
  case ambiguous(Part, name: String, candidates: [String])
}

extension Library {
  /// The decks that a word of the command line names.
  ///
  /// Tried in this order: a deck's name, whatever the case (all files that share it); the path of a
  /// file or of a folder of decks, with or without `.md`, from where one is or below the home's
  /// decks; the beginning of a name.
  ///
  /// - Parameter word: what was typed.
  /// - Returns: indices of `decks`, at least one.
  /// - Throws: `SelectionError`.
  package func decks(named word: String) throws(SelectionError) -> Set<Int> {
    let wanted = foldedName(word)
    let named = decks.indices.filter { foldedName(decks[$0].name) == wanted }
    if !named.isEmpty { return Set(named) }
    let placed = decks(at: word)
    if !placed.isEmpty { return placed }
    let begun = decks.indices.filter {
      !wanted.isEmpty && foldedName(decks[$0].name).hasPrefix(wanted)
    }
    let names = Set(begun.map { decks[$0].name })
    guard names.count <= 1 else {
      throw .ambiguous(.deck, name: word, candidates: names.sorted())
    }
    guard !begun.isEmpty else {
      throw .unknown(.deck, name: word, nearest: nearestDecks(to: word))
    }
    return Set(begun)
  }

  /// The names most like a word, or whose beginning is.
  private func nearestDecks(to word: String) -> [String] {
    let count = word.split(separator: " ").count
    var names: [String: String] = [:]
    for name in Set(decks.map(\.name)).sorted() {
      names[name] = name
      names[name.split(separator: " ").prefix(count).joined(separator: " ")] = name
    }
    var found: [String] = []
    for near in nearest(to: word, among: names.keys) {
      if let name = names[near], !found.contains(name) { found.append(name) }
    }
    return found
  }

  private func decks(at path: String) -> Set<Int> {
    for candidate in [path, "\(path).md", "\(folder)/\(path)", "\(folder)/\(path).md"] {
      if let file = FileIdentity(path: candidate)?.inode,
        let index = decks.firstIndex(where: { $0.identity.inode == file })
      {
        return [index]
      }
    }
    for candidate in [path, "\(folder)/\(path)"] {
      let start = candidate.hasSuffix("/") ? candidate : "\(candidate)/"
      let below = decks.indices.filter { decks[$0].path.hasPrefix(start) }
      if !below.isEmpty { return Set(below) }
    }
    return []
  }

  /// The cards that are wanted, in the library's order.
  ///
  /// - Parameter selection: what is wanted.
  /// - Returns: entries; none where the parts exclude each other.
  /// - Throws: `SelectionError` where a section or tag is in none of the decks.
  package func entries(_ selection: CardSelection) throws(SelectionError) -> [Entry] {
    let wanted = selection.decks.isEmpty ? Array(decks.indices) : selection.decks.sorted()
    let sections = try sections(selection.sections, in: wanted)
    let tags = try tagSets(selection.tags, in: wanted)
    return wanted.flatMap { deck in
      entries[decks[deck].entries].filter { entry in
        (selection.kinds.isEmpty || selection.kinds.contains(entry.kind))
          && (sections.isEmpty || sections[deck]?.contains(Int(entry.section)) == true)
          && (tags.isEmpty || tags[deck]?.contains(tagSet(of: entry)) == true)
      }
    }
  }

  /// For each deck the sections that any of the names leads to, with those below them.
  private func sections(
    _ names: [String], in wanted: [Int]
  ) throws(SelectionError) -> [Int: Set<Int>] {
    var found: [Int: Set<Int>] = [:]
    for name in names {
      var isKnown = false
      for deck in wanted {
        for index in sections(name, of: deck) {
          isKnown = true
          let path = decks[deck].sections[index]
          let below = decks[deck].sections.indices.filter {
            decks[deck].sections[$0].starts(with: path)
          }
          found[deck, default: []].formUnion(below)
        }
      }
      guard isKnown else {
        let titles = Set(wanted.flatMap { decks[$0].sections.compactMap(\.last) })
        throw .unknown(.section, name: name, nearest: nearest(to: name, among: titles))
      }
    }
    return found
  }

  private func sections(_ name: String, of deck: Int) -> [Int] {
    let sections = decks[deck].sections.map {
      Section(path: $0, level: $0.count, line: 0, passage: "")
    }
    switch sections.find(name) {
    case .found(let index): return [index]
    case .ambiguous(let indices): return indices
    case .unknown: return []
    }
  }

  /// For each deck the sets of tags that hold any of the wanted ones.
  private func tagSets(
    _ tags: [String], in wanted: [Int]
  ) throws(SelectionError) -> [Int: Set<Int>] {
    var found: [Int: Set<Int>] = [:]
    for tag in tags {
      let folded = foldedName(tag)
      var isKnown = false
      for deck in wanted {
        let sets = tagSets(ofDeck: deck)
        let fitting = sets.indices.filter { sets[$0].contains { foldedName($0) == folded } }
        isKnown = isKnown || !fitting.isEmpty
        found[deck, default: []].formUnion(fitting)
      }
      guard isKnown else {
        let known = Set(wanted.flatMap { tagSets(ofDeck: $0).flatMap(\.self) })
        throw .unknown(.tag, name: tag, nearest: nearest(to: tag, among: known))
      }
    }
    return found
  }
}
