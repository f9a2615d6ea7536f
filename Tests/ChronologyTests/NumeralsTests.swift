import Testing

@testable import Chronology

@Suite struct NumeralsTests {
  private func tokens(_ text: String) -> [DateToken.Kind] {
    DateTokens.all(of: Array(text.utf8), isTolerant: true)?.map(\.kind) ?? []
  }

  @Test func numbersInWords() {
    #expect(tokens("nineteen sixty-nine") == [.number(1969, digits: 4)])
    #expect(tokens("nineteen oh five") == [.number(1905, digits: 4)])
    #expect(tokens("two thousand and four") == [.number(2004, digits: 4)])
    #expect(tokens("one thousand nine hundred and five") == [.number(1905, digits: 4)])
    #expect(tokens("twenty-one") == [.number(21, digits: 2)])
    #expect(tokens("twenty-first") == [.ordinal(21)])
    #expect(tokens("nineteen-sixties") == [.decade(1960, digits: 4)])
    #expect(tokens("sixties") == [.decade(60, digits: 2)])
    #expect(
      tokens("five and seven") == [.number(5, digits: 1), .word(.and), .number(7, digits: 1)])
    #expect(tokens("nineteen hundreds") == [.decade(1900, digits: 4)])
    #expect(tokens("nineteen eighty four") == [.number(1984, digits: 4)])
  }

  @Test func romanNumerals() {
    let written = [
      "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
      "xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi",
    ]
    for (index, numeral) in written.enumerated() {
      #expect(Numerals.roman(Array(numeral.utf8)[...]) == index + 1, "\(numeral)")
    }
    #expect(Numerals.roman(Array("XIXth".utf8)[...]) == 19)
    for other in ["", "iiii", "vx", "iix", "xth1", "c", "ixx", "th"] {
      #expect(Numerals.roman(Array(other.utf8)[...]) == nil, "\(other)")
    }
  }
}
