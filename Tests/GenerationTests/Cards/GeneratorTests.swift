import Decks
import Foundation
import Language
import Proving
import Testing

@testable import Generation

/// The cards of whole passages, as golden files, and laws that all cards keep.
@Suite struct GeneratorTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Passages")
  private static let data = folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Data")

  private static func passages(_ folder: URL) -> [URL] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { ["txt", "md"].contains($0.pathExtension) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  private static var all: [URL] {
    passages(folder) + passages(folder.appendingPathComponent("HeldOut"))
  }

  private static let models = try? LanguageModels(
    folder: data.appendingPathComponent("Language").path)

  private static func states() throws -> StateNames {
    StateNames(table: Array(try Data(contentsOf: data.appendingPathComponent("states.tsv"))))
  }

  private func text(_ passage: URL) throws -> SourceText {
    try reader().read(Array(Data(contentsOf: passage)), name: passage.lastPathComponent)
  }

  private func result(_ passage: URL, _ models: LanguageModels?) throws -> Generator.Result {
    Generator(models: models, states: try GeneratorTests.states()).cards(of: try text(passage))
  }

  @Test func modelsAreThere() { #expect(GeneratorTests.models != nil) }

  @Test(arguments: passages(folder)) func goldenCards(_ passage: URL) throws {
    let cards = try result(passage, GeneratorTests.models).cards
    let lines = cards.map { "\($0.form.rawValue)\n  \($0.prompt)\n  \($0.answer)\n" }
    let name = passage.deletingPathExtension().lastPathComponent
    let difference = differenceFromGolden(lines.joined(), name: name)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: all) func answersStandNotInPrompts(_ passage: URL) throws {
    for card in try result(passage, GeneratorTests.models).cards {
      let (prompt, answer) = (card.prompt.asciiWords, card.answer.asciiWords)
      #expect(!prompt.indices.contains { prompt[$0...].starts(with: answer) }, "\(card.prompt)")
    }
  }

  /// With its answer put back, a cloze says nothing but words of its sentence, and names of the
  /// text in the place of pronouns; a date that the context gives stands for other words.
  @Test(arguments: all) func clozesGiveBackTheirSentences(_ passage: URL) throws {
    let text = try text(passage)
    for card in try result(passage, GeneratorTests.models).cards where card.form.isCloze {
      #expect(card.prompt.components(separatedBy: GeneratedCard.blank).count == 2)
      let answer = card.isDerived ? "" : card.answer
      let whole = card.prompt.replacingOccurrences(of: GeneratedCard.blank, with: answer)
      let before = Set(text.blocks.map(\.text).joined(separator: " ").asciiWords)
      let own = Set(card.sentence.asciiWords)
      // The preposition that a date takes in the place of "two days later".
      let allowed = card.isDerived ? ["in", "on"] : []
      let strange = whole.asciiWords.filter { !own.contains($0) }
      #expect(strange.allSatisfy { before.contains($0) || allowed.contains($0) }, "\(card.prompt)")
    }
  }

  @Test(arguments: all) func sourcesAreExact(_ passage: URL) throws {
    let text = try text(passage)
    for card in try result(passage, GeneratorTests.models).cards {
      let quoted = text.quoted(card.source).split(whereSeparator: \.isWhitespace)
      #expect(quoted.joined(separator: " ").contains(card.sentence.prefix(12)))
    }
  }

  @Test(arguments: all) func noSentenceGivesMoreThanThree(_ passage: URL) throws {
    let cards = try result(passage, GeneratorTests.models).cards
    let counts = Dictionary(grouping: cards, by: \.sentence).mapValues(\.count)
    #expect(counts.values.allSatisfy { $0 <= CardMaker.most })
  }

  @Test(arguments: all, [true, false])
  func decksParseAndCheck(_ passage: URL, _ hasModels: Bool) throws {
    let cards = try result(passage, hasModels ? GeneratorTests.models : nil).cards
    let draft = DeckDraft(
      name: "A \"passage\"", origin: passage.lastPathComponent, text: try text(passage),
      cards: cards)
    let deck = Deck.parse(bytes: Array(draft.contents.utf8), path: "passage.md")
    #expect(check([deck]).filter { $0.severity == .error } == [])
    let read = deck.cards
    #expect(read.count == cards.count)
    #expect(read.map(\.answer) == cards.map(\.answer))
    #expect(read.map(\.kind) == cards.map(\.kind))
    #expect(Set(draft.ids).count == cards.count)
  }

  @Test(arguments: all) func withoutModelsThereAreOnlyClozes(_ passage: URL) throws {
    #expect(try result(passage, nil).cards.allSatisfy { $0.form == .dateCloze })
  }
}
