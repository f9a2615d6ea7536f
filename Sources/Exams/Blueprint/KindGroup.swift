import Decks

/// Kinds of cards that a blueprint weighs together: "dates", "actors", "terms".
package struct KindGroup: Hashable, Sendable {
  package let name: String
  package let kinds: Set<CardKind>

  /// Persons, states and organisations.
  package static let actors = KindGroup(name: "actors", kinds: [.person, .state, .organisation])
  /// The cards that ask for a date.
  package static let dates = KindGroup(.date)

  /// A group of one kind.
  package init(_ kind: CardKind) {
    self.init(name: KindGroup.plural(kind), kinds: [kind])
  }

  private init(name: String, kinds: Set<CardKind>) {
    self.name = name
    self.kinds = kinds
  }

  /// The group called `name`, in the singular or plural; `nil` where there is none.
  package init?(named name: String) {
    let name = name.lowercased()
    if name == "actor" || name == "actors" {
      self = .actors
      return
    }
    guard
      let kind = CardKind.allCases.first(where: { $0.rawValue == name || Self.plural($0) == name })
    else { return nil }
    self.init(kind)
  }

  /// What groups are called.
  package static var names: [String] { ["actors"] + CardKind.allCases.map(plural) }

  private static func plural(_ kind: CardKind) -> String {
    kind == .text ? "texts" : "\(kind.rawValue)s"
  }
}
