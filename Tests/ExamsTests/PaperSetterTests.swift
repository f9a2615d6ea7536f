import Decks
import Marking
import Proving
import Testing

@testable import Exams

@Suite struct PaperSetterTests {
  private typealias Weight = Blueprint.Weighted

  /// Papers of every type about everything.
  private static let broad = Blueprint(
    questions: 24, kinds: [], types: QuestionType.allCases.map { Weight($0) })

  @Test(arguments: TestDeck.allCases)
  func noPaperBreaksARule(deck: TestDeck) throws {
    let bank = try deck.bank()
    let rules = ItemRules(judge: bank.judge, latestYear: 2026)
    for seed in Self.seeds {
      let blueprint = seed % 2 == 0 ? Self.broad : Blueprint()
      let paper = try PaperSetter.paper(blueprint, from: bank, seed: seed, latestYear: 2026)
      let breaches = rules.breaches(of: paper, from: bank)
      #expect(breaches.isEmpty, "seed \(seed): \(breaches)")
      let distractors = paper.questions.flatMap { question -> [(String, Card)] in
        guard case .choice(_, let options, let key) = question.task, question.type == .choice else {
          return []
        }
        return options.indices.filter { $0 != key }.map { (options[$0].text, question.card) }
      }
      for (text, card) in distractors {
        #expect(bank.judge(text, Expected(card)).mark == .wrong, "\(text) for \(card.prompt)")
      }
    }
  }

  /// How many seeds of each deck: over 200 papers in all, and over 200 of each deck on request.
  private static let seeds: Range<UInt64> =
    contents(of: "/proc/self/environ")?.contains("TRIPOS_THOROUGH=1") == true ? 0..<200 : 0..<50

  @Test(arguments: TestDeck.allCases)
  func weightsAreMetWithinOneQuestion(deck: TestDeck) throws {
    let bank = try deck.bank()
    for seed in Self.seeds {
      let paper = try PaperSetter.paper(Blueprint(), from: bank, seed: seed, latestYear: 2026)
      let dates = paper.questions.count { $0.card.kind == .date }
      #expect(dates == 10 || paper.shortfalls.contains { $0.isAboutKinds }, "seed \(seed)")
      #expect(paper.questions.count == 20 || !paper.shortfalls.isEmpty)
    }
  }

  @Test func sectionsKindsAndTypesAreMetTogether() throws {
    let bank = try TestDeck.shipped.bank()
    let blueprint = Blueprint(
      questions: 12,
      sections: [
        Weight("Early ties", 2), Weight("Aid during the war", 1), Weight("Vietnam as", 1),
      ],
      kinds: [Weight(.dates, 1), Weight(.actors, 1)],
      types: [Weight(.typed, 1), Weight(.choice, 1)])
    for seed in 0..<25 as Range<UInt64> {
      let paper = try PaperSetter.paper(blueprint, from: bank, seed: seed, latestYear: 2026)
      func count(_ isCounted: (PaperQuestion) -> Bool) -> Int {
        paper.questions.count(where: isCounted)
      }
      #expect(paper.questions.count == 12)
      #expect(
        (5...7).contains(count { $0.card.sectionTitle == "Early ties from 1950 to 1965" }),
        "\(seed) \(paper.shortfalls)")
      #expect((2...4).contains(count { $0.card.sectionTitle == "Aid during the war" }))
      // What cannot be met, since cards give each other away, is said beforehand.
      let dates = count { $0.card.kind == .date }
      #expect((5...7).contains(dates) || paper.shortfalls.contains { $0.isAboutKinds })
      #expect((5...7).contains(count { $0.type == .choice }), "\(seed) \(paper.shortfalls)")
    }
  }

  @Test(arguments: TestDeck.allCases)
  func theSameSeedGivesTheSamePaper(deck: TestDeck) throws {
    let bank = try deck.bank()
    let first = try PaperSetter.paper(Self.broad, from: bank, seed: 7, latestYear: 2026)
    let again = try PaperSetter.paper(
      Self.broad, from: try deck.bank(), seed: 7, latestYear: 2026)
    let other = try PaperSetter.paper(Self.broad, from: bank, seed: 8, latestYear: 2026)
    #expect(first == again)
    #expect(first != other)
  }

  @Test func theKeysPlaceIsUniform() throws {
    var places = [3: [Int](repeating: 0, count: 3), 4: [Int](repeating: 0, count: 4)]
    let blueprint = Blueprint(
      questions: 20, kinds: [],
      types: [Weight(.choice, 3), Weight(.first), Weight(.between), Weight(.typed)])
    for deck in TestDeck.allCases {
      let bank = try deck.bank()
      for seed in Self.seeds {
        let paper = try PaperSetter.paper(blueprint, from: bank, seed: seed, latestYear: 2026)
        for question in paper.questions {
          if case .choice(_, let options, let key) = question.task {
            places[options.count]?[key] += 1
          }
        }
      }
    }
    // The 99.9 % quantiles for 2 and 3 degrees of freedom.
    for (count, limit) in [3: 13.82, 4: 16.27] {
      let counts = places[count] ?? []
      let expected = Double(counts.reduce(0, +)) / Double(count)
      let chiSquare = counts.reduce(0) { sum, found in
        sum + (Double(found) - expected) * (Double(found) - expected) / expected
      }
      #expect(chiSquare < limit, "\(counts)")
    }
  }

  @Test func trueAndFalseAreBalanced() throws {
    let bank = try TestDeck.shipped.bank()
    var counts = [0, 0]
    let blueprint = Blueprint(questions: 20, kinds: [], types: [Weight(.truth)])
    for seed in 0..<25 as Range<UInt64> {
      let paper = try PaperSetter.paper(blueprint, from: bank, seed: seed, latestYear: 2026)
      for question in paper.questions {
        if case .truth(let statement) = question.task { counts[statement.isTrue ? 1 : 0] += 1 }
      }
    }
    let share = Double(counts[1]) / Double(counts[0] + counts[1])
    #expect(abs(share - 0.5) < 0.08, "\(counts)")
  }

  @Test func earlierWrongAnswersComeBackAsDistractors() throws {
    let deck = try TestDeck.vienna.load()
    let cards = homeCards([deck])
    let card = try #require(cards.first { $0.prompt.hasPrefix("Who presided") })
    let bank = try ItemBank(
      [deck], earlierWrong: [card.key: ["Talleyrand", "metternich", "no idea"]])
    let index = try #require(bank.index(ofKey: card.key))
    for seed in 0..<20 as Range<UInt64> {
      var finder = DistractorFinder(bank: bank, latestYear: 2026)
      var draw = SeededDraw(seed: seed)
      let set = try #require(finder.options(for: index, count: 3, using: &draw))
      #expect(set.options.map(\.text).contains("Charles Maurice de Talleyrand"))
      #expect(set.options[set.key].text == "Klemens von Metternich")
      #expect(set.options.count == 4)
    }
  }
}

extension Shortfall {
  fileprivate var isAboutKinds: Bool {
    if case .kind = self { true } else { false }
  }
}
