import Decks
import Marking

/// Marks the answers of one deck, and knows which other card a wrong answer belongs to.
package final class DeckMarker {
  private let marker: Marker
  private let answers: AnswerIndex

  /// Reads the deck's actors and cards.
  ///
  /// - Parameters:
  ///   - deck: an index of the library's decks; files that share its name share its actors.
  ///   - library: the decks.
  ///   - tables: the tables that ship with the program.
  init(deck: Int, in library: Library, tables: MarkingTables) {
    let name = library.decks[deck].name
    let files = library.decks.indices.filter { library.decks[$0].name == name }
    let actors = files.flatMap { (try? library.deck($0))?.frontMatter.actors ?? [] }
    let cards = files.flatMap { file in
      library.decks[file].entries.compactMap { try? library.card(library.entries[$0]) }
    }
    self.marker = Marker(
      actors: actors, states: tables.states, names: tables.names, words: tables.words, cards: cards)
    self.answers = AnswerIndex(cards: cards)
  }

  /// Marks a typed answer.
  package func mark(_ typed: String, of card: Card) -> Verdict {
    marker.mark(typed, for: Expected(card))
  }

  /// The other card of the deck that a wrong answer belongs to.
  package func other(_ typed: String, insteadOf card: Card) -> AnswerIndex.Hit? {
    answers.card(for: typed, insteadOf: card)
  }
}
