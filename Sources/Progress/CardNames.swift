/// Which card a key means at each point of the journal, while renamings go by.
///
/// Keys and cards are numbers: the card of a key that was never renamed has the key's number, and
/// cards whose histories met share the number of one of them.
struct CardNames {
  /// What a key means: a card, and whether the card bears this key now.
  private struct Name {
    var card: Int32
    var isCurrent: Bool
  }

  private var names: [Int32: Name] = [:]
  /// The key that each renamed card bears now.
  private var current: [Int32: Int32] = [:]
  /// Cards whose history was joined to another's.
  private var joined: [Int32: Int32] = [:]
  /// For cards that start under a key that was made again.
  private var next: Int32

  /// Names without any renaming.
  ///
  /// - Parameter keys: how many keys there are; numbers from here on are new cards.
  init(keys: Int) { next = Int32(keys) }

  /// Whether no key was ever renamed.
  var isEmpty: Bool { names.isEmpty }

  /// How many numbers of cards are in use.
  var cardCount: Int { Int(next) }

  /// Says that `old` was renamed to `new` in what was folded before.
  mutating func addAlias(_ old: Int32, of new: Int32) {
    names[old] = Name(card: new, isCurrent: false)
    names[new] = Name(card: new, isCurrent: true)
    current[new] = new
  }

  /// The card that a record under `key` speaks of now.
  func card(_ key: Int32) -> Int32 { root(names[key]?.card ?? key) }

  /// The key that a card bears at last.
  func key(of card: Int32) -> Int32 { current[card] ?? card }

  /// The card that a card's history was joined to, or itself.
  func root(_ card: Int32) -> Int32 {
    var card = card
    while let other = joined[card] { card = other }
    return card
  }

  /// The old keys that now mean another card, and the key it bears.
  var aliases: [(old: Int32, new: Int32)] {
    names.compactMap { key, name in
      name.isCurrent ? nil : (key, self.key(of: root(name.card)))
    }
  }

  /// Renames keys, all at once.
  ///
  /// The history under each old key moves to the new one, where it joins what is there already,
  /// unless that moves away itself. An old key that no card took over goes on meaning its card.
  mutating func rename(_ moves: [(old: Int32, new: Int32)]) {
    var taken: Set<Int32> = []
    // Of two moves of one key the first counts.
    let moves = moves.filter { taken.insert($0.old).inserted }
    let sources = moves.map { take($0.old) }
    for (move, source) in zip(moves, sources) {
      let present =
        if let name = names[move.new] {
          name.isCurrent ? root(name.card) : nil
        } else {
          taken.contains(move.new) ? nil : root(move.new)
        }
      switch (source, present) {
      case (let source?, let present?): join(source, to: present)
      case (let source?, nil): give(move.new, to: source)
      case (nil, _?): break
      case (nil, nil):
        give(move.new, to: next)
        next += 1
      }
    }
    for move in moves where names[move.old] == nil {
      names[move.old] = Name(card: card(move.new), isCurrent: false)
    }
  }

  /// The card that bears `key` now, which then bears none; `nil` where it moved away before.
  private mutating func take(_ key: Int32) -> Int32? {
    let name = names.removeValue(forKey: key) ?? Name(card: key, isCurrent: true)
    return name.isCurrent ? root(name.card) : nil
  }

  private mutating func join(_ source: Int32, to present: Int32) {
    if source != present { joined[source] = present }
  }

  private mutating func give(_ key: Int32, to card: Int32) {
    names[key] = Name(card: card, isCurrent: true)
    current[card] = key
  }
}
