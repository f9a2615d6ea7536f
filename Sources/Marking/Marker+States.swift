import Decks

/// States: by all their names; a capital only where the deck or the question lets it stand.
extension Marker {
  /// The verdict on words that name a state, `nil` where no state is expected or none is named.
  func markState(_ words: [String], _ target: Target, _ expected: Identities) -> Verdict? {
    guard let states, !expected.states.isEmpty || target.kind == .state else { return nil }
    let bare = words.filter { !Marker.stateWords.contains($0) }
    // "The Kingdom of Portugal", where the table has no realm of that name.
    let land = bare.filter { !Marker.realms.contains($0) }
    for candidate in [words, bare, turned(words), land] where !candidate.isEmpty {
      let found = states.lookup(candidate[...])
      if found.isEmpty { continue }
      return verdict(found, candidate, target, expected)
    }
    guard target.kind == .state else { return nil }
    for form in target.forms {
      if let slips = slips(bare.isEmpty ? words : bare, form.words) {
        return spelled(slips, form, bare)
      }
    }
    let content = { (words: [String]) in Set(words).subtracting(["of", "the"]) }
    for number in expected.states {
      for name in states.states[number].names + states.states[number].demonyms {
        // "The Republic of Weimar".
        if words.count > 1, content(words) == content(Folded(name).words) {
          return Verdict(.correct)
        }
        if let slips = slips(words, Folded(name).words) {
          return spelled(slips, Target.Form(name), words)
        }
      }
    }
    return nil
  }

  /// A name of two parts in the other order, "Tobago and Trinidad"; empty for any other.
  private func turned(_ words: [String]) -> [String] {
    let parts = words.split(separator: "and")
    return parts.count == 2 ? Array(parts[1] + ["and"] + parts[0]) : []
  }

  private func verdict(
    _ found: [(state: Int, naming: StateTable.Naming)], _ words: [String], _ target: Target,
    _ expected: Identities
  ) -> Verdict? {
    guard let states else { return nil }
    guard !expected.states.isEmpty else {
      // "Congo" fits two states, so one of them may be meant; of any other the deck's own names
      // decide.
      let keys = Set(target.forms.map { NameTable.key($0.words) })
      let mayBeMeant = found.contains { item in
        item.naming == .name
          && states.states[item.state].loose.contains {
            keys.contains(NameTable.key(Folded($0).words))
          }
      }
      return mayBeMeant && expected.actors.isEmpty
        ? Verdict(.almost, unsure: true, because: .looseName) : nil
    }
    let meant = found.filter { expected.states.contains($0.state) }
    if meant.contains(where: { $0.naming == .name || $0.naming == .demonym }) {
      return Verdict(.correct)
    }
    if meant.contains(where: { $0.naming == .capital }) {
      return capitalMayStand(words, target, expected)
        ? Verdict(.correct) : Verdict(.almost, because: .capital)
    }
    if !meant.isEmpty { return Verdict(.almost, because: .looseName) }
    // Narrower than asked: "South Korea" for Korea.
    let asked = target.forms.first.map { NameTable.key($0.words) }
    // The state of that time under the name of today: the Austrian Empire, from the same capital.
    let isEarlier = found.contains { item in
      let state = states.states[item.state]
      return item.naming == .name && state.id.hasPrefix("h-")
        && state.loose.contains { NameTable.key(Folded($0).words) == asked }
        && expected.states.contains { other in
          states.states[other].capitals.contains(where: state.capitals.contains)
        }
    }
    if isEarlier {
      // "The Austrian Empire" says no more than Austria; "Austria-Hungary" is another state.
      let land = states.lookup(words.filter { !Marker.realms.contains($0) && $0 != "of" }[...])
      let isSame = land.contains { $0.naming != .capital && expected.states.contains($0.state) }
      return isSame ? Verdict(.correct) : Verdict(.almost, because: .looseName)
    }
    let isNarrower = found.contains { item in
      item.naming == .name
        && states.states[item.state].loose.contains { NameTable.key(Folded($0).words) == asked }
    }
    // A state of today under its own name, the reunited Germany, is not one of its parts.
    let isWhole = expected.states.contains { !states.states[$0].id.hasPrefix("h-") }
    if isNarrower, !isWhole { return Verdict(.almost, because: .looseName) }
    guard let first = found.first(where: { $0.naming != .capital }) ?? found.first else {
      return nil
    }
    let name = states.states[first.state].name
    return Verdict(.wrong, because: .other(named: name), named: name)
  }

  /// Whether the deck declares the capital, or the question itself speaks of states by capitals.
  private func capitalMayStand(
    _ words: [String], _ target: Target, _ expected: Identities
  ) -> Bool {
    if expected.actors.contains(where: { deck.entries[$0].capital == words }) { return true }
    if target.isGovernment { return true }
    guard let states else { return false }
    return target.questionWords.contains { word in
      word.utf8.count > 3
        && states.lookup([word][...]).contains { $0.naming == .capital }
        && !states.lookup([word][...]).contains { $0.naming == .name }
    }
  }

  private func slips(_ words: [String], _ expected: [String]) -> Int? {
    let mine = NameTable.key(expected)
    let other = NameTable.key(words)
    guard mine.utf8.count > 4 else { return nil }
    var least = 0
    if words.count == expected.count {
      // North and South, East and West, Democratic: one letter never turns one into another.
      for (left, right) in zip(words, expected) where left != right {
        switch otherWord(left, than: [right]) {
        case .common:
          if !isDropped(other, from: mine) { return nil }
        case .proper:
          if !identities([left]).isEmpty { return nil }
          least = 2
        case nil: break
        }
      }
    }
    if mine.utf8.count > 3, Romanisation.key(mine, .european) == Romanisation.key(other, .european)
    {
      return 0
    }
    return Slip.distance(mine, other, limit: Slip.allowance(length: mine.utf8.count))
      .map { max($0, least) }
  }

  /// Words for those who govern a state.
  static let leading: Set<String> = [
    "government", "leadership", "leaders", "regime", "authorities",
  ]

  /// Words for a state with a ruler, which say little beside the name of the land.
  static let realms: Set<String> = ["kingdom", "empire", "monarchy", "crown", "realm"]

  /// Those through whom a state acts: "North Vietnamese forces" are North Vietnam.
  static let agents: Set<String> = leading.union([
    "forces", "troops", "army", "soldiers", "people", "state",
  ])

  static let stateWords: Set<String> = [
    "government", "state", "country", "nation", "leadership", "leaders", "people", "peoples",
    "the", "of", "side", "regime", "authorities", "colonial",
  ]
}
