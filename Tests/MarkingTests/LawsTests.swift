import Chronology
import Decks
import Proving
import Testing

@testable import Marking

/// Laws that hold for every date and number, on random ones.
@Suite struct LawsTests {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A date in the ways people write it.
  private func forms(_ year: Int, _ month: Int, _ day: Int) -> [String] {
    let name = Self.months[month - 1]
    return [
      "\(day) \(name) \(year)", "\(name) \(day), \(year)", "\(day)/\(month)/\(year)",
      "\(month)/\(day)/\(year)", "\(day).\(month).\(year)", "\(day) \(name.prefix(3)) \(year)",
    ]
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func aDateIsRightInEachFormAndNoOtherDateIs(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let year = Int.random(in: 1100...2050, using: &generator)
    let month = Int.random(in: 1...12, using: &generator)
    let day = Int.random(in: 1...28, using: &generator)
    let answer = "\(day) \(Self.months[month - 1]) \(year)"
    let expected = Expected(answer: answer, kind: .date)
    for text in forms(year, month, day) {
      #expect(Fixtures.marker.mark(text, for: expected).mark == .correct, "\(text) for \(answer)")
    }
    let others = [
      (year + 1, month, day), (year, month % 12 + 1, day), (year, month, day % 28 + 1),
      (year - 100, month, day),
    ]
    for (year, month, day) in others {
      let text = "\(day) \(Self.months[month - 1]) \(year)"
      #expect(Fixtures.marker.mark(text, for: expected).mark == .wrong, "\(text) for \(answer)")
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func aNumberIsRightInEachFormAndNoOtherNumberIs(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let value = Int.random(in: 1...9_999_999, using: &generator)
    let expected = Expected(answer: grouped(value, ","), kind: .number, question: "How many?")
    for text in [
      "\(value)", grouped(value, ","), grouped(value, "."), grouped(value, " "), "about \(value)",
      "\(value) soldiers",
    ] {
      #expect(Fixtures.marker.mark(text, for: expected).mark == .correct, "\(text) for \(value)")
    }
    for other in [value + 1, value * 10, value + 1_000_000, value * 2] {
      let mark = Fixtures.marker.mark("\(other)", for: expected).mark
      #expect(mark != .correct, "\(other) for \(value)")
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func anActorIsRightByEachNameAndNoOtherActorIs(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let given = ["Jan", "Otto", "Maria", "Kim", "Per", "Louis", "Anna", "Ho"]
    let family = ["Berg", "Dahl", "Lund", "Nam", "Il", "Moreau", "Weiss", "Chi Minh"]
    let names = (0..<6).map { _ in
      [given, family].compactMap { $0.randomElement(using: &generator) }.joined(separator: " ")
    }
    let actors = Set(names).sorted().map { name in
      Actor(name: name, kind: .person, also: ["\(name) the elder"])
    }
    let marker = Fixtures.marker(actors: actors)
    for actor in actors {
      let expected = Expected(answer: actor.name, kind: .person)
      for other in actors {
        for text in [other.name] + other.also {
          let isRight = marker.mark(text, for: expected).mark == .correct
          #expect(isRight == (other == actor), "\(text) for \(actor.name)")
        }
      }
    }
  }

  /// Of two well-known persons, organisations, places or events with a word in common, neither
  /// goes by a name of the other.
  @Test func noWellKnownNameIsAnothers() throws {
    let table = try NameTable.load(from: Fixtures.data)
    let marker = Fixtures.marker
    var byWord: [String: [Int]] = [:]
    for (number, entry) in table.entries.enumerated() {
      for word in Set(entry.forms.joined()) where word.utf8.count > 3 {
        byWord[word, default: []].append(number)
      }
    }
    for (number, entry) in table.entries.enumerated() where number % 9 == 0 {
      let near = Set((entry.forms.first ?? []).flatMap { byWord[$0] ?? [] }.prefix(40))
      for other in near where other != number && table.entries[other].kind == entry.kind {
        for form in table.entries[other].forms {
          guard !table.named(form).contains(number), table.looselyNamed(form).isEmpty else {
            continue
          }
          let typed = form.joined(separator: " ")
          let verdict = marker.mark(typed, for: Expected(answer: entry.name))
          #expect(verdict.mark != .correct, "\(typed) for \(entry.name)")
        }
      }
    }
  }

  @Test func everyOtherStateIsWrong() throws {
    let table = try StateTable.load(from: Fixtures.data)
    let marker = Fixtures.marker
    let names = Array(table.states.map(\.name).enumerated().filter { $0.offset % 7 == 0 })
    for (_, name) in names {
      let expected = Expected(answer: name, kind: .state, question: "Which state?")
      for (_, other) in names where other != name {
        #expect(marker.mark(other, for: expected).mark != .correct, "\(other) for \(name)")
      }
    }
  }

  private func grouped(_ value: Int, _ separator: String) -> String {
    let digits = Array(String(value))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return text
  }
}
