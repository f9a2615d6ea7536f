import Decks
import Proving
import Testing

@testable import Generation

/// What happens to a deck when its text is read again.
@Suite struct DeckUpdateTests {
  private let text = DraftTexts.harbour

  private func ids(_ deck: Deck) -> [String] { deck.notes.compactMap(\.fields.id) }

  private func parsed(_ bytes: [UInt8]) -> Deck { Deck.parse(bytes: bytes, path: "harbour.md") }

  @Test func aNewDeckIsAllDrafts() throws {
    let deck = try DraftTexts.deck(of: text)
    #expect(deck.notes.count >= 7)
    #expect(deck.notes.allSatisfy { $0.isMarkedDraft && $0.isGenerated })
    #expect(Set(ids(deck)).count == deck.notes.count)
    #expect(check([deck]) == [])
    #expect(
      deck.sections.map(\.path).dropFirst() == [
        ["The harbour"], ["The harbour", "War"], ["The harbour", "Steam"],
      ])
  }

  @Test func theSameTextChangesNothing() throws {
    let deck = try DraftTexts.deck(of: text)
    let update = try DraftTexts.update(deck, to: text)
    #expect(update.unchanged == deck.notes.count)
    #expect(update.new.isEmpty && update.vanished.isEmpty && update.reworded.isEmpty)
    #expect(update.contents(adding: []) == deck.bytes)
  }

  /// Whatever notes a person deletes and edits: added again they stand in the text's order, and no
  /// other byte of the file changes.
  @Test(arguments: 0..<60) func missingNotesReturnToTheirPlaces(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let full = try DraftTexts.deck(of: text)
    var deck = full
    for _ in 0..<Int.random(in: 1..<full.notes.count, using: &random) {
      guard let note = deck.notes.randomElement(using: &random) else { break }
      deck = parsed(deck.removing(note))
    }
    for _ in 0..<2 {
      guard let note = deck.notes.randomElement(using: &random) else { break }
      let source = deck.source(of: note).replacing("the ", with: "the old ")
      deck = parsed(deck.replacing(note, with: source))
    }
    let sources = Set(deck.notes.map { deck.source(of: $0) })
    let update = try DraftTexts.update(deck, to: text)
    #expect(update.contents(adding: []) == deck.bytes)
    #expect(update.unchanged == deck.notes.count)
    let grown = parsed(update.contents(adding: update.new))
    #expect(ids(grown) == ids(full))
    #expect(grown.sections.map(\.path) == full.sections.map(\.path))
    #expect(
      grown.notes.map { grown.sections[$0.section].path }
        == full.notes.map {
          full.sections[$0.section].path
        })
    #expect(sources.isSubset(of: grown.notes.map { grown.source(of: $0) }))
    #expect(try DraftTexts.update(grown, to: text).contents(adding: []) == grown.bytes)
  }

  @Test func sectionsThatAreGoneComeBack() throws {
    let full = try DraftTexts.deck(of: text)
    let source = String(decoding: full.bytes, as: UTF8.self)
    let war = try #require(source.firstRange(of: "## War")?.lowerBound)
    let deck = parsed(Array(source[..<war].utf8))
    let update = try DraftTexts.update(deck, to: text)
    let grown = parsed(update.contents(adding: update.new))
    #expect(ids(grown) == ids(full))
    #expect(grown.sections.map(\.path) == full.sections.map(\.path))
  }

  @Test(arguments: ["## War", "# The harbour", "## Steam"])
  func aSectionGoesToItsPlace(heading: String) throws {
    let full = try DraftTexts.deck(of: text)
    var source = String(decoding: full.bytes, as: UTF8.self)
    let start = try #require(source.firstRange(of: heading)?.lowerBound)
    let rest = source[start...].dropFirst()
    let end = rest.firstRange(of: "\n## ").map { source.index(after: $0.lowerBound) }
    source.removeSubrange(start..<(end ?? source.endIndex))
    let deck = parsed(Array((source + "\n# My own\n\nQ: Mine?\nA: Yes\n").utf8))
    let update = try DraftTexts.update(deck, to: text)
    let grown = parsed(update.contents(adding: update.new))
    #expect(ids(grown).sorted() == ids(full).sorted())
    let titles = grown.sections.map(\.title)
    #expect(titles == ["", "The harbour", "War", "Steam", "My own"])
    #expect(try DraftTexts.update(grown, to: text).contents(adding: []) == grown.bytes)
  }

  /// A new section where the end of another is, to which a note is added as well.
  @Test func aNoteOfTheSectionBeforeStaysInIt() throws {
    let full = try DraftTexts.deck(of: text)
    let last = try #require(full.notes.last)
    let deck = parsed(full.removing(last))
    let newer = text + "\n## Fish\n\nNorway bought the Fish Hall in 1780.\n"
    let update = try DraftTexts.update(deck, to: newer)
    let grown = parsed(update.contents(adding: update.new))
    let steam = grown.notes.filter { grown.sections[$0.section].title == "Steam" }
    #expect(steam.last?.fields.id == last.fields.id)
    #expect(grown.notes.last.map { grown.sections[$0.section].path } == ["The harbour", "Fish"])
  }

  @Test func aTextAboveMovesPlacesOnly() throws {
    let deck = try DraftTexts.deck(of: text)
    let update = try DraftTexts.update(deck, to: "Some words that say nothing at all.\n\n" + text)
    #expect(update.new.isEmpty && update.vanished.isEmpty)
    let moved = parsed(update.contents(adding: []))
    #expect(ids(moved) == ids(deck))
    let before = String(decoding: deck.bytes, as: UTF8.self).split(separator: "\n")
    let after = String(decoding: moved.bytes, as: UTF8.self).split(separator: "\n")
    #expect(before.count == after.count)
    let changed = zip(before, after).filter { $0 != $1 }
    #expect(changed.count == deck.notes.count)
    for (old, new) in changed {
      let place = try #require(SourcePlace(String(old.dropFirst(8))))
      #expect(new == "Source: \(SourcePlace(line: place.line + 2, sentence: place.sentence).text)")
    }
  }

  @Test func newFactsAreOfferedAndOldOnesReported() throws {
    let deck = try DraftTexts.deck(of: text)
    let newer =
      text
      .replacing("Sweden attacked the port of Vesthavn in 1710.", with: "")
      .replacing("in June 1864.", with: "in June 1864. Queen Anna opened the Royal Museum in 1931.")
    let update = try DraftTexts.update(deck, to: newer)
    #expect(update.vanished.count == 2)
    #expect(update.vanished.allSatisfy { deck.source(of: $0.note).contains("1710") })
    #expect(update.new.map(\.card.answer).contains("1931"))
    let grown = parsed(update.contents(adding: update.new))
    #expect(Set(ids(deck)).isSubset(of: ids(grown)))
    #expect(grown.notes.count == deck.notes.count + update.new.count)
  }

  @Test func aRewordedSentenceKeepsItsNote() throws {
    let deck = try DraftTexts.deck(of: text)
    let newer = text.replacing(
      "The Northern Railway reached the port of Vesthavn in June 1864.",
      with: "The new Northern Railway reached the old port of Vesthavn in June 1864.")
    let update = try DraftTexts.update(deck, to: newer)
    #expect(update.reworded.count == 1 && update.new.isEmpty && update.vanished.isEmpty)
    let changed = parsed(update.contents(adding: []))
    #expect(ids(changed) == ids(deck))
    #expect(changed.cards.contains { $0.source?.contains("new Northern Railway") ?? false })
    #expect(changed.cards.map(\.prompt) == deck.cards.map(\.prompt))
    let again = try DraftTexts.update(changed, to: newer)
    #expect(again.new.isEmpty && again.unchanged == changed.notes.count)
    #expect(again.reworded.isEmpty && again.contents(adding: []) == changed.bytes)
  }

  @Test func anotherAnswerIsSaid() throws {
    let deck = try DraftTexts.deck(of: text)
    let newer = text.replacing("Vesthavn in 1714", with: "Vesthavn in 1715")
    let update = try DraftTexts.update(deck, to: newer)
    #expect(update.vanished.map(\.answerNow) == ["1715", nil])
    #expect(update.new.map(\.card.answer) == ["1715", "Denmark"])
    #expect(update.reworded.isEmpty)
  }

  @Test func newActorsAreDeclared() throws {
    let full = try DraftTexts.deck(of: text)
    let names = full.frontMatter.actors.map(\.name)
    let source = String(decoding: full.bytes, as: UTF8.self)
    let start = try #require(source.firstRange(of: "\n[actors.")?.lowerBound)
    let end = try #require(source.firstRange(of: "\n---\n")?.lowerBound)
    var deck = parsed(Array((source[..<start] + source[end...]).utf8))
    for note in deck.notes.reversed() where deck.cards(of: note).first?.kind != .date {
      deck = parsed(deck.removing(note))
    }
    let update = try DraftTexts.update(deck, to: text)
    let grown = parsed(update.contents(adding: update.new))
    #expect(grown.frontMatter.actors.map(\.name) == names)
    #expect(check([grown]) == [])
  }

  @Test func lineEndsStay() throws {
    let full = try DraftTexts.deck(of: text)
    let windows = String(decoding: full.bytes, as: UTF8.self).replacing("\n", with: "\r\n")
    var deck = parsed(Array(windows.utf8))
    #expect(try DraftTexts.update(deck, to: text).contents(adding: []) == deck.bytes)
    deck = parsed(deck.removing(deck.notes[2]))
    let update = try DraftTexts.update(deck, to: text)
    #expect(update.contents(adding: update.new) == Array(windows.utf8))
  }

  @Test func aDeckWithoutGeneratedNotesSharesNothing() throws {
    let deck = parsed(Array("Q: Mine?\nA: Yes\n".utf8))
    let update = try DraftTexts.update(deck, to: text)
    #expect(update.generatedNotes == 0 && update.unchanged == 0)
  }
}
