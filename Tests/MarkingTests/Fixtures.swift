import Decks
import Proving

@testable import Marking

/// Where the tests' own data lies, and what ships with the program.
enum Fixtures {
  /// The folder of this test target.
  static let folder = String(#filePath.dropLast("/Fixtures.swift".count))
  /// The package's top.
  static let root = String(folder.dropLast("/Tests/MarkingTests".count))
  static let data = "\(root)/Data"
  static let shared = "\(root)/../shared"

  /// A marker with all that ships and no deck.
  static let marker: Marker = marker()

  static func marker(actors: [Actor] = [], cards: [Card] = []) -> Marker {
    Marker(
      actors: actors, states: try? StateTable.load(from: data),
      names: try? NameTable.load(from: data), words: try? WordList.load(from: data), cards: cards)
  }

  /// The rows of one of the tests' tab-separated files, without comments.
  static func rows(_ path: String) -> [[String]] {
    (contents(of: "\(folder)/\(path)") ?? "")
      .split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// A card with nothing but what marking needs.
  static func card(
    _ number: Int, _ kind: CardKind, _ prompt: String, _ answer: String, also: [String] = [],
    event: String? = nil
  ) -> Card {
    Card(
      key: "card-\(number)", deck: "Fixture", path: "fixture.md", line: number + 1, note: number,
      section: [], prompt: prompt, answer: answer, also: also, kind: kind, event: event)
  }

  /// One of the small decks of other fields.
  static func deck(_ name: String) -> [Card] {
    rows("AuditDecks/\(name).tsv").enumerated().compactMap { number, row in
      guard row.count == 5, let kind = CardKind(rawValue: row[0]) else { return nil }
      return card(
        number, kind, row[1], row[2], also: row[3].isEmpty ? [] : [row[3]],
        event: row[4].isEmpty ? nil : row[4])
    }
  }
}
