/// The states of the world, present and past, under all their names.
///
/// Read from `states.tsv`: one state a line with the columns id, name, official name, other
/// names, acronyms, demonyms, capitals, loose names and names that a student may type but no deck
/// should offer ("Schweden"), several in one column apart by `|`. The ids of today's states are their
/// ISO 3166-1 codes in lower case; the others begin with `h-`.
/// A loose name fits the state, but others as well: "Korea" for North Korea.
package struct StateTable: Sendable {
  /// One state.
  package struct State: Hashable, Sendable {
    /// The ISO 3166-1 alpha-3 code in lower case, or a name of ours that begins with `h-`.
    package let id: String
    /// The common English name.
    package let name: String
    /// All names, official, other and former ones and acronyms included.
    package let names: [String]
    package let demonyms: [String]
    package let capitals: [String]
    /// Names that fit other states too.
    package let loose: [String]
  }

  /// How a word names a state.
  package enum Naming: Hashable, Sendable {
    case name
    case demonym
    case capital
    case loose
  }

  package let states: [State]
  private let index: [String: [(state: Int, naming: Naming)]]

  /// Loads `states.tsv` from a folder of the program's data.
  ///
  /// - Parameter folder: the folder that holds the file.
  /// - Returns: the table.
  /// - Throws: `DataError` where the file cannot be read or a line has the wrong columns.
  package static func load(from folder: String) throws(DataError) -> StateTable {
    let file = try TabSeparated("\(folder)/states.tsv", columns: 9)
    return StateTable(
      states: file.rows.map { row in
        State(
          id: row[0], name: row[1],
          names: row.list(1) + row.list(2) + row.list(3) + row.list(4) + row.list(8),
          demonyms: row.list(5), capitals: row.list(6), loose: row.list(7))
      })
  }

  package init(states: [State]) {
    self.states = states
    var index: [String: [(state: Int, naming: Naming)]] = [:]
    index.reserveCapacity(states.count * 8)
    for (number, state) in states.enumerated() {
      func add(_ names: [String], _ naming: Naming) {
        for name in names {
          let key = StateTable.key(Folded(name).words[...])
          if index[key]?.contains(where: { $0.state == number }) == true { continue }
          index[key, default: []].append((number, naming))
        }
      }
      add(state.names, .name)
      add(state.demonyms, .demonym)
      add(state.loose, .loose)
      add(state.capitals, .capital)
    }
    self.index = index
  }

  /// The states that folded words name, and how; empty where they name none.
  package func lookup(_ words: ArraySlice<String>) -> [(state: Int, naming: Naming)] {
    let key = StateTable.key(words)
    if let found = index[key] { return found }
    // "N. Korea", "S. Africa".
    if words.count > 1, let first = words.first, let direction = directions[first] {
      return lookup(([direction] + words.dropFirst())[...])
    }
    // "Northern Vietnam" is North Vietnam, but Southern Africa is more than South Africa.
    if words.count > 1, let first = words.first, let direction = adjectives[first] {
      let rest = StateTable.key(words.dropFirst())
      let found = lookup(([direction] + words.dropFirst())[...])
      return found.filter { item in
        states[item.state].loose.contains { StateTable.key(Folded($0).words[...]) == rest }
      }
    }
    // Demonyms are listed in the singular: "the Koreans".
    if key.utf8.last == 0x73, let found = index[String(key.dropLast())] {
      return found.filter { $0.naming == .demonym }
    }
    return []
  }

  private let adjectives = [
    "northern": "north", "southern": "south", "eastern": "east", "western": "west",
  ]
  private let directions = ["n": "north", "s": "south", "e": "east", "w": "west"]

  /// Words without articles and with nothing between them, so that "Viet Nam" is "Vietnam".
  private static func key(_ words: ArraySlice<String>) -> String {
    var key = ""
    for word in words where word != "the" {
      key += word == "st" ? "saint" : word
    }
    return key
  }
}
