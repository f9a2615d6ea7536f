/// The names of states and their peoples, from the table that ships with the program.
package struct StateNames: Sendable {
  private var states: [String: State] = [:]
  private var demonyms: Set<String> = []

  /// One state: its usual name and all of them.
  struct State: Hashable, Sendable {
    let name: String
    let names: [String]
  }

  /// A table without a state.
  package init() {}

  /// Reads `states.tsv`: id, name, official name, other names, acronyms, demonyms, capitals,
  /// loose names and foreign names, several in one column apart by `|`.
  package init(table: [UInt8]) {
    for line in String(decoding: table, as: UTF8.self).split(whereSeparator: \.isNewline)
    where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { $0.split(separator: "|").map(String.init) }
      guard columns.count >= 6, let name = columns[1].first else { continue }
      let state = State(name: name, names: columns[1] + columns[2] + columns[3] + columns[4])
      for name in state.names where states[name.lowercased()] == nil {
        states[name.lowercased()] = state
      }
      for demonym in columns[5] {
        demonyms.insert(demonym.lowercased())
        demonyms.insert(demonym.lowercased() + "s")
      }
    }
  }

  /// The state with a name, whatever its case and with or without "the".
  func state(named name: String) -> State? {
    let key = name.lowercased()
    return states[key.hasPrefix("the ") ? String(key.dropFirst(4)) : key]
  }

  /// Whether a word names the people of a state: "French", "Soviets".
  func isDemonym(_ word: String) -> Bool { demonyms.contains(word.lowercased()) }
}
