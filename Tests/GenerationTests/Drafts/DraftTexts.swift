import Decks
import Foundation
import Language

@testable import Generation

/// Texts, their cards and their decks, for what happens to a deck when its text changes.
enum DraftTexts {
  private static let data = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../../Data").standardizedFileURL

  private static let generator: Generator? = {
    let models = try? LanguageModels(folder: data.path + "/Language")
    let table = (try? Data(contentsOf: data.appendingPathComponent("states.tsv"))) ?? Data()
    return models.map { Generator(models: $0, states: StateNames(table: Array(table))) }
  }()

  struct Missing: Error {}

  /// A text in Markdown with its cards.
  static func read(_ text: String) throws -> (text: SourceText, cards: [GeneratedCard]) {
    guard let generator else { throw Missing() }
    let source = try reader().read(Array(text.utf8), name: "text.md")
    return (source, generator.cards(of: source).cards)
  }

  /// The deck that is first made of a text.
  static func deck(of text: String) throws -> Deck {
    let (source, cards) = try read(text)
    let draft = DeckDraft(name: "Harbour", origin: "text.md", text: source, cards: cards)
    return Deck.parse(bytes: Array(draft.contents.utf8), path: "harbour.md")
  }

  /// A deck held against a text.
  static func update(_ deck: Deck, to text: String) throws -> DeckUpdate {
    let (source, cards) = try read(text)
    return DeckUpdate(deck, text: source, cards: cards)
  }

  static let harbour = """
    # The harbour

    In 1641 a fleet of Danish traders founded the port of Vesthavn. The Council of Vesthavn opened \
    the Royal Shipyard in March 1672. King Frederick visited the Royal Shipyard on 4 May 1690.

    ## War

    Sweden attacked the port of Vesthavn in 1710. Denmark rebuilt the port of Vesthavn in 1714.

    ## Steam

    Olaf Strand built the Great Crane in 1838. The Northern Railway reached the port of Vesthavn in \
    June 1864. The Council of Vesthavn closed the Royal Shipyard in 1899.

    """
}
