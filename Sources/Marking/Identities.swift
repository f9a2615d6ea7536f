import Decks

/// Who or what a text names, by exact lookup in the deck's actors, the shipped names and states.
struct Identities: Hashable, Sendable {
  /// Numbers of the deck's actors.
  var actors: Set<Int> = []
  /// Numbers of entries of the shipped names.
  var known: Set<Int> = []
  /// Numbers of states.
  var states: Set<Int> = []

  var isEmpty: Bool { actors.isEmpty && known.isEmpty && states.isEmpty }

  func overlaps(_ other: Identities) -> Bool {
    !actors.isDisjoint(with: other.actors) || !known.isDisjoint(with: other.known)
      || !states.isDisjoint(with: other.states)
  }

  mutating func formUnion(_ other: Identities) {
    actors.formUnion(other.actors)
    known.formUnion(other.known)
    states.formUnion(other.states)
  }
}

extension Marker {
  /// Who or what folded words name exactly.
  func identities(_ words: [String]) -> Identities {
    var found = Identities()
    guard !words.isEmpty, words.count <= 12 else { return found }
    found.actors.formUnion(deck.named(words))
    if let known { found.known.formUnion(known.named(words)) }
    if let states {
      for (state, naming) in states.lookup(words[...]) where naming == .name {
        found.states.insert(state)
      }
    }
    return found
  }

  /// Who or what an answer names, the other names of the deck's actors included.
  func identities(of target: Target) -> Identities {
    var found = Identities()
    for form in target.forms { found.formUnion(identities(form.words)) }
    for actor in found.actors {
      for form in deck.entries[actor].forms { found.formUnion(identities(form)) }
    }
    return found
  }

  /// A name for what was typed, to say which other it is.
  func name(of identities: Identities) -> String? {
    if let actor = identities.actors.min() { return deck.entries[actor].name }
    if let known, let entry = identities.known.min() { return known.entries[entry].name }
    if let states, let state = identities.states.min() { return states.states[state].name }
    return nil
  }
}
