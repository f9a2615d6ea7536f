import Decks
import Files
import Proving
import Testing

@testable import Exchange

/// What goes out and comes back is the same.
@Suite struct RoundTripTests {
  private func returned(_ deck: Deck, _ format: ExchangeFormat) throws -> (Deck, DeckAddition) {
    let written = FileWriting.write([deck], as: format)
    let findings = try FileReading.read(written.bytes, as: format)
    #expect(findings.skipped == [])
    let found = try #require(findings.decks.first)
    #expect(findings.decks.count == 1 && found.name == deck.name)
    let addition = try DeckAddition(of: found, to: nil, path: deck.path, name: found.name ?? "")
    return (Deck.parse(bytes: addition.bytes ?? [], path: deck.path), addition)
  }

  @Test(
    arguments: [ExchangeFormat.csv, .tsv, .gift, .json, .markdown], 0..<20 as Range<UInt64>)
  func keepsEveryNote(_ format: ExchangeFormat, _ seed: UInt64) throws {
    var maker = NoteMaker(seed: seed)
    let deck = maker.deck(count: 40)
    #expect(deck.notes.count > 30)
    let (back, addition) = try returned(deck, format)
    #expect(addition.fates.filter { $0 != .added } == [])
    #expect(Outline.difference(deck, back) == nil)
    let again = try DeckAddition(
      of: try #require(
        try FileReading.read(
          FileWriting.write([deck], as: format).bytes, as: format
        ).decks.first), to: deck, path: deck.path, name: "")
    #expect(again.fates.filter { if case .present = $0 { false } else { true } } == [])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func keepsEveryByteInJSON(_ seed: UInt64) throws {
    var maker = NoteMaker(seed: seed)
    let deck = maker.deck(count: 20)
    #expect(try returned(deck, .json).0.bytes == deck.bytes)
  }

  @Test(arguments: [ExchangeFormat.csv, .tsv, .gift, .json, .markdown])
  func keepsTheShippedDeck(_ format: ExchangeFormat) throws {
    let path = "Decks/north-korea-vietnam.md"
    let deck = Deck.parse(bytes: try readFile(path).bytes, path: path)
    #expect(deck.notes.count > 50)
    let (back, _) = try returned(deck, format)
    #expect(Outline.difference(deck, back) == nil)
    #expect(back.bytes == deck.bytes || format != .json && format != .markdown)
  }
}
