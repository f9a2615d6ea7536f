import Chronology
import Foundation
import Testing

@testable import Generation

/// The texts with gold that lie beside the project; skipped where they are not at hand.
@Suite struct PublicTextsTests {
  /// `shared`, beside the package.
  private static let shared = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../../../shared").standardizedFileURL

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: shared.appendingPathComponent(path).path)
  }

  private static func text(_ path: String) throws -> SourceText {
    let file = shared.appendingPathComponent(path)
    return try reader().read(Array(Data(contentsOf: file)), name: file.lastPathComponent)
  }

  private struct Fact: Decodable {
    let kind: String
    let date: String?
    let sourceQuote: String

    enum CodingKeys: String, CodingKey {
      case kind
      case date
      case sourceQuote = "source_quote"
    }
  }

  private struct Gold: Decodable {
    let facts: [Fact]

    init(from decoder: any Decoder) throws {
      if let list = try? [Fact](from: decoder) {
        facts = list
      } else {
        facts = try decoder.container(keyedBy: Key.self).decode([Fact].self, forKey: .facts)
      }
    }

    enum Key: CodingKey { case facts }
  }

  /// The gold writes parts of centuries as the whole, and pairs as ranges; approximate is exact.
  private static func comparable(_ edtf: String) -> String {
    let parts = ["~170X/~173X": "17XX", "~193X/~196X": "19XX"]
    var edtf = parts[edtf] ?? edtf
    edtf.removeAll { "~?%{}".contains($0) }
    return edtf.replacing(",", with: "/").replacing("../", with: "").replacing("/..", with: "")
  }

  @Test(
    .enabled(if: exists("generation/texts/p1_huguenot.txt"), "no shared texts"),
    arguments: [
      ("p1_huguenot", "txt", 35), ("p2_shell", "txt", 30), ("p3_tristan", "txt", 3),
      ("p4_transistor", "md", 14),
    ])
  func everyGoldDateIsFound(id: String, format: String, count: Int) throws {
    let text = try PublicTextsTests.text("generation/texts/\(id).\(format)")
    let file = PublicTextsTests.shared.appendingPathComponent("generation/gold/\(id).json")
    let facts = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: file)).facts
      .filter { $0.kind == "date" }
    let found = TimeTagger.expressions(in: text).map { expression in
      (
        text.blocks[expression.block].source(of: expression.range),
        PublicTextsTests.comparable(expression.date?.edtf ?? "")
      )
    }
    #expect(facts.count == count)
    #expect(misplaced(text) == nil)
    let source = Data(text.source)
    for fact in facts {
      let quote = try #require(source.range(of: Data(fact.sourceQuote.utf8)))
      let wanted = PublicTextsTests.comparable(fact.date ?? "")
      #expect(
        found.contains { place, date in
          date == wanted && quote.lowerBound <= place.lowerBound
            && place.upperBound <= quote.upperBound
        }, "\(fact.date ?? "") in: \(fact.sourceQuote)")
    }
  }

  @Test(.enabled(if: exists("article"), "no article")) func everyDateOfTheArticleIsFound() throws {
    let folder = PublicTextsTests.shared.appendingPathComponent("article")
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    let text = try PublicTextsTests.text("article/\(name)")
    let found = TimeTagger.expressions(in: text)
    #expect(misplaced(text) == nil)
    #expect(found.count { $0.kind == .absolute } == 41)
    #expect(
      found.filter { $0.kind == .relative }.map { $0.date?.edtf } == [
        "1958", "1969-08-04", "1975-04", "2012-08",
      ])
    #expect(found.count { $0.kind == .vague } == 4)
    #expect(found.count { $0.kind == .duration } == 1)
    let headings = text.blocks.filter { if case .heading = $0.kind { true } else { false } }
    #expect(headings.count == 8)
    #expect(text.blocks.count { $0.kind == .quotation } == 4)
  }
}
