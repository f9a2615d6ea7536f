/// A person, state, organisation, group or place that a deck speaks of, with its other names.
package struct Actor: Hashable, Sendable {
  /// What an actor is.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case person
    case state
    case organisation
    case group
    case place
  }

  package var name: String
  package var kind: Kind
  /// Other names and spellings, each as right as the name.
  package var also: [String]
  package var role: String?
  /// The state that a person or organisation belongs to.
  package var state: String?
  /// When the actor began (birth, foundation), as written.
  package var from: String?
  /// When the actor ended, as written.
  package var to: String?
  package var demonym: String?
  package var capital: String?

  package init(
    name: String, kind: Kind, also: [String] = [], role: String? = nil, state: String? = nil,
    from: String? = nil, to: String? = nil, demonym: String? = nil, capital: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.also = also
    self.role = role
    self.state = state
    self.from = from
    self.to = to
    self.demonym = demonym
    self.capital = capital
  }
}
