import TOML

/// What stands between the two `---` lines at the top of a deck.
package struct FrontMatter: Hashable, Sendable {
  /// The deck's name, which several files may share.
  package var name: String?
  /// Where the facts come from.
  package var source: String?
  package var actors: [Actor] = []
  /// Where each name and alias, folded, leads: an index of `actors`.
  private var index: [String: Int] = [:]

  /// A deck without front matter.
  package init() {}

  /// The actor with a name or alias, whatever the case and with or without "the".
  package func actor(named name: String) -> Actor? {
    guard !index.isEmpty, name.utf8.count <= 200 else { return nil }
    return index[FrontMatter.folded(name)].map { actors[$0] }
  }

  /// Reads the TOML between the delimiters.
  ///
  /// - Parameters:
  ///   - toml: the bytes between the delimiters.
  ///   - line: the number of their first line.
  ///   - report: called with each problem, its line and what it is.
  init(_ toml: ArraySlice<UInt8>, line: Int, report: (Int, DeckProblem.What) -> Void) {
    do {
      let table = try TOML.parse(toml, line: line)
      read(table, report: report)
    } catch {
      report(error.line, .toml(error.cause, column: error.column))
    }
  }

  private mutating func read(_ table: TOML, report: (Int, DeckProblem.What) -> Void) {
    name = attempt(report) { () throws(TOMLTypeError) in try table.string("name") }
    if name?.trimmed.isEmpty == true { name = nil }
    source = attempt(report) { () throws(TOMLTypeError) in try table.string("source") }
    let actors = attempt(report) { () throws(TOMLTypeError) in try table.table("actors") }
    var lines: [Int] = []
    for entry in actors?.entries ?? [] {
      guard let actor = FrontMatter.actor(entry, report: report) else { continue }
      self.actors.append(actor)
      lines.append(entry.value.line)
      for name in [actor.name] + actor.also {
        let key = FrontMatter.folded(name)
        if let other = index[key] {
          guard other != lines.count - 1 else { continue }
          report(
            entry.value.line,
            .sharedAlias(
              alias: name, actor: actor.name, other: self.actors[other].name,
              otherLine: lines[other]))
        } else {
          index[key] = lines.count - 1
        }
      }
    }
  }

  private static let knownKeys = [
    "kind", "also", "role", "state", "from", "to", "demonym", "capital",
  ]

  private static func actor(
    _ entry: TOML.Entry, report: (Int, DeckProblem.What) -> Void
  ) -> Actor? {
    let table = entry.value
    guard let keys = table.entries else {
      report(
        table.line,
        .wrongType(TOMLTypeError(key: "actors.\(entry.key)", line: table.line, expected: .table)))
      return nil
    }
    for key in keys where !knownKeys.contains(key.key) {
      report(
        key.value.line,
        .unknownActorKey(
          actor: entry.key, key: key.key, meant: nearest(to: key.key, among: knownKeys).first))
    }
    func text(_ key: String) -> String? {
      attempt(report) { () throws(TOMLTypeError) in try table.string(key) }
    }
    /// Years are often written without quotation marks.
    func when(_ key: String) -> String? {
      switch table[key]?.value {
      case .integer(let year)?: String(year)
      case .date(let day)?: day
      case _: text(key)
      }
    }
    guard table["kind"] != nil else {
      report(table.line, .actorWithoutKind(actor: entry.key))
      return nil
    }
    guard let kindName = text("kind") else { return nil }
    guard let kind = Actor.Kind(rawValue: kindName) else {
      let line = table["kind"]?.line ?? table.line
      report(line, .unknownActorKind(actor: entry.key, kind: kindName))
      return nil
    }
    let also = attempt(report) { () throws(TOMLTypeError) in try table.strings("also") }
    return Actor(
      name: entry.key, kind: kind, also: also ?? [], role: text("role"), state: text("state"),
      from: when("from"), to: when("to"), demonym: text("demonym"), capital: text("capital"))
  }

  private static func folded(_ name: String) -> String {
    let folded = foldedName(name)
    return folded.hasPrefix("the ") ? String(folded.dropFirst(4)) : folded
  }
}

/// The value of a key; where it has the wrong type that is reported, and there is none.
private func attempt<Value>(
  _ report: (Int, DeckProblem.What) -> Void, _ read: () throws(TOMLTypeError) -> Value?
) -> Value? {
  do {
    return try read()
  } catch {
    report(error.line, .wrongType(error))
    return nil
  }
}
