import Decks

/// An actor with the deck that declares it.
package struct DeckActor: Hashable, Sendable {
  package var deck: String
  package var actor: Actor

  package init(deck: String, actor: Actor) {
    self.deck = deck
    self.actor = actor
  }
}

/// The actors of the decks at hand, found by any of their names.
struct ActorIndex: Sendable {
  let actors: [Actor]
  /// The stems of the words in all names, which say little about a question.
  let nameStems: Set<String>
  /// The actors that each deck declares.
  private let byDeck: [String: [Int]]
  private let byName: [String: Int]
  /// The first word of every name and alias, to find actors in running text.
  private let byFirstWord: [String: [(words: [String], actor: Int)]]

  init(_ declared: [DeckActor]) {
    let actors = declared.map(\.actor)
    self.actors = actors
    byDeck = Dictionary(grouping: actors.indices) { declared[$0].deck }
    var byName: [String: Int] = [:]
    var byFirstWord: [String: [(words: [String], actor: Int)]] = [:]
    for (index, actor) in actors.enumerated() {
      for name in [actor.name] + actor.also + [actor.demonym, actor.capital].compactMap(\.self) {
        let words = Words.all(name)
        guard let first = words.first else { continue }
        let isOwnName = name != actor.demonym && name != actor.capital
        if isOwnName, byName[words.joined(separator: " ")] == nil {
          byName[words.joined(separator: " ")] = index
        }
        byFirstWord[first, default: []].append((words, index))
      }
    }
    nameStems = actors.reduce(into: Set()) { stems, actor in
      for name in [actor.name] + actor.also + [actor.demonym, actor.capital].compactMap(\.self) {
        stems.formUnion(Words.content(name))
      }
    }
    self.byName = byName
    self.byFirstWord = byFirstWord.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The actors that a deck declares, in its order.
  func actors(in deck: String) -> [Int] { byDeck[deck] ?? [] }

  /// The actor that a name or alias means, with or without "the".
  func actor(named name: String) -> Int? {
    let words = Words.all(name)
    return byName[words.joined(separator: " ")]
      ?? (words.first == "the" ? byName[words.dropFirst().joined(separator: " ")] : nil)
  }

  /// All names and aliases of the actor that a name means.
  func names(of name: String) -> [String] {
    guard let index = actor(named: name) else { return [] }
    return [actors[index].name] + actors[index].also
  }

  /// The actors that a text names, by name, alias, demonym or capital; the longest name wins.
  func mentioned(in text: String) -> Set<Int> {
    let words = Words.all(text)
    var found = Set<Int>()
    var index = 0
    while index < words.count {
      let candidates = byFirstWord[words[index]] ?? []
      let matches = candidates.filter {
        index + $0.words.count <= words.count
          && words[index..<index + $0.words.count].elementsEqual($0.words)
      }
      let longest = matches.first?.words.count ?? 1
      for match in matches where match.words.count == longest { found.insert(match.actor) }
      index += longest
    }
    return found
  }
}
