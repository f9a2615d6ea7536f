import Decks
import Files
import Marking

@testable import Exams

/// Decks that papers are set from in tests.
enum TestDeck: String, CaseIterable, Sendable {
  case shipped
  case rome
  case computing
  case vienna

  private static var root: String {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  }

  private var path: String {
    switch self {
    case .shipped: "\(Self.root)/Decks/north-korea-vietnam.md"
    case .rome, .computing, .vienna: "\(Self.root)/Tests/ExamsTests/Fixtures/\(rawValue).md"
    }
  }

  /// The deck as it is on disk.
  func load() throws -> Deck { Deck.parse(bytes: try readFile(path).bytes, path: path) }

  /// A bank of the deck's cards with the marker that ships.
  func bank(earlierWrong: [String: [String]] = [:]) throws -> ItemBank {
    try ItemBank([load()], earlierWrong: earlierWrong)
  }
}

extension ItemBank {
  /// A bank of decks with the marker that ships.
  init(_ decks: [Deck], earlierWrong: [String: [String]] = [:]) throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let actors = decks.flatMap { deck in
      deck.frontMatter.actors.map { DeckActor(deck: deck.name, actor: $0) }
    }
    let marker = Marker(
      actors: actors.map(\.actor), states: try StateTable.load(from: "\(root)/Data"),
      names: try NameTable.load(from: "\(root)/Data"),
      words: try WordList.load(from: "\(root)/Data"))
    self.init(cards: homeCards(decks), actors: actors, earlierWrong: earlierWrong) {
      marker.mark($0, for: $1)
    }
  }
}
