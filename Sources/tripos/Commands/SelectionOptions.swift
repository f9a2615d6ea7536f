import ArgumentParser
import Decks
import Digest

/// The flags that choose cards.
struct SelectionOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Decks, by name or path; all where none is named.", valueName: "deck"))
  var decks: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A section, by its title, its beginning or its number.", valueName: "section"))
  var section: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Date, person, state, number and so on: what is asked.", valueName: "kind"))
  var kind: [CardKind] = []

  @Option(parsing: .singleValue, help: ArgumentHelp("A tag.", valueName: "tag"))
  var tag: [String] = []

  /// Whether all cards are meant.
  var isEverything: Bool { decks.isEmpty && section.isEmpty && kind.isEmpty && tag.isEmpty }

  /// The cards that the flags mean; `nil` for all.
  ///
  /// - Throws: `Failure` for a deck, section or tag that does not exist.
  func resolve(in library: Library) throws -> Set<Fingerprint>? {
    if isEverything { return nil }
    var selection = CardSelection(sections: section, kinds: Set(kind), tags: tag)
    for word in decks { selection.decks.formUnion(try library.decks(named: word)) }
    let entries = try library.entries(selection)
    if entries.isEmpty { throw Failure(.nothingSelected) }
    return Set(entries.map(\.fingerprint))
  }
}

extension CardKind: ExpressibleByArgument {}
