import Decks

/// Persons, organisations, places and events under all their names.
///
/// One is built from a deck's actors, where each alias is as right as the name; another is read
/// from `names.tsv`, which ships with the program: one thing a line with the columns kind, name,
/// other names (apart by `|`; `~` before one that fits others as well, "~Frederick II").
package struct NameTable: Sendable {
  /// One person or thing.
  struct Entry: Hashable, Sendable {
    let name: String
    let kind: Actor.Kind
    let forms: [[String]]
    /// Names that fit others as well: right for this one, but no proof of it.
    let loose: [[String]]
    /// The capital that a deck lets stand for its state, folded.
    let capital: [String]
  }

  let entries: [Entry]
  /// Entries by a name without articles, with nothing between its words.
  private let byForm: [String: [Int]]
  /// Entries by a name that fits others as well.
  private let byLooseForm: [String: [Int]]
  /// Persons by family name, folded.
  private let byFamilyName: [String: [Int]]

  /// A table of a deck's actors.
  package init(actors: [Actor]) {
    self.init(
      entries: actors.map { actor in
        let names = [actor.name] + actor.also + (actor.demonym.map { [$0] } ?? [])
        return Entry(
          name: actor.name, kind: actor.kind, forms: names.map { Folded($0).words }, loose: [],
          capital: Folded(actor.capital ?? "").words)
      })
  }

  /// Loads `names.tsv` from a folder of the program's data.
  ///
  /// - Parameter folder: the folder that holds the file.
  /// - Returns: the table.
  /// - Throws: `DataError` where the file cannot be read or a line has the wrong columns.
  package static func load(from folder: String) throws(DataError) -> NameTable {
    var entries: [Entry] = []
    for row in try TabSeparated("\(folder)/names.tsv", columns: 3).rows {
      guard let kind = kinds[row[0]] else { continue }
      let names = row.list(1) + row.list(2)
      entries.append(
        Entry(
          name: row[1], kind: kind,
          forms: names.filter { $0.utf8.first != 0x7e }.map { Folded($0).words },
          loose: names.filter { $0.utf8.first == 0x7e }.map { Folded($0).words }, capital: []))
    }
    return NameTable(entries: entries)
  }

  private static let kinds: [String: Actor.Kind] = [
    "person": .person, "organisation": .organisation, "place": .place, "event": .group,
  ]

  private init(entries: [Entry]) {
    self.entries = entries
    var byForm: [String: [Int]] = [:]
    var byLooseForm: [String: [Int]] = [:]
    var byFamilyName: [String: [Int]] = [:]
    byForm.reserveCapacity(entries.count * 3)
    for (number, entry) in entries.enumerated() {
      for form in entry.loose {
        NameTable.add(number, under: NameTable.key(form), to: &byLooseForm)
      }
      for form in entry.forms {
        NameTable.add(number, under: NameTable.key(form), to: &byForm)
      }
      if entry.kind == .person, let form = entry.forms.first, let name = PersonName(form),
        let key = name.familyKey
      {
        NameTable.add(number, under: key, to: &byFamilyName)
      }
    }
    self.byForm = byForm
    self.byLooseForm = byLooseForm
    self.byFamilyName = byFamilyName
  }

  private static func add(_ number: Int, under key: String, to index: inout [String: [Int]]) {
    if index[key]?.last == number { return }
    index[key, default: []].append(number)
  }

  /// One key for the one-word names of each place that has several.
  var places: [String: String] {
    var places: [String: String] = [:]
    for entry in entries where entry.kind == .place && entry.forms.count > 1 {
      for form in entry.forms where form.count == 1 {
        places[form[0]] = NameTable.key(entry.forms[0])
      }
    }
    return places
  }

  /// The entries with exactly this name, articles and spaces aside.
  func named(_ words: [String]) -> [Int] { byForm[NameTable.key(words)] ?? [] }

  /// The entries for which this name may stand, though it fits others.
  func looselyNamed(_ words: [String]) -> [Int] { byLooseForm[NameTable.key(words)] ?? [] }

  /// The persons with this family name.
  func persons(familyName: String) -> [Int] { byFamilyName[familyName] ?? [] }

  /// Words without articles and with nothing between them.
  static func key(_ words: [String]) -> String {
    var key = ""
    for word in words where word != "the" { key += word }
    return key
  }
}
