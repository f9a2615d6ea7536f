/// What a name names.
package enum NameKind: String, CaseIterable, Sendable {
  case person = "PER"
  case place = "LOC"
  case organisation = "ORG"
}

/// Where a word stands in a name: outside of all, at the start of one, or further in.
package enum NameTag: Hashable, Sendable {
  case outside
  case start(NameKind)
  case inside(NameKind)

  /// All tags, in the order of the name tagger's classes.
  package static let all: [NameTag] =
    [.outside] + NameKind.allCases.flatMap { [.start($0), .inside($0)] }

  /// The kind of the name, or `nil` outside.
  package var kind: NameKind? {
    switch self {
    case .outside: nil
    case .start(let kind), .inside(let kind): kind
    }
  }

  /// Whether this tag may follow `previous`: a name goes on only after a part of the same kind.
  ///
  /// - Parameter previous: the tag of the word before.
  /// - Returns: whether the pair is allowed.
  package func mayFollow(_ previous: NameTag) -> Bool {
    switch self {
    case .outside, .start: true
    case .inside(let kind): previous.kind == kind
    }
  }
}
