import Testing

@testable import Chronology

@Suite struct MisspellingTests {
  private func meaning(_ word: String) -> DateWord? {
    DateLexicon.misspelt(Array(word.utf8)[...])
  }

  @Test func monthsWithSlips() {
    #expect(meaning("septmber") == .month(9))
    #expect(meaning("Febuary") == .month(2))
    #expect(meaning("febuery") == .month(2))
    #expect(meaning("ocotber") == .month(10))
    #expect(meaning("jully") == .month(7))
    #expect(meaning("juny") == nil)
    #expect(meaning("jule") == nil)
    #expect(meaning("mark") == nil)
    #expect(meaning("remember") == nil)
    #expect(meaning("member") == nil)
    #expect(meaning("augustus") == nil)
  }

  @Test func otherWordsWithOneSlip() {
    #expect(meaning("centrury") == .century)
    #expect(meaning("ninteenth") == .ordinal(19))
    #expect(meaning("sixteeth") == nil)
    #expect(meaning("sevnteenth") == .ordinal(17))
    #expect(meaning("country") == nil)
  }

  @Test func distances() {
    func distance(_ left: String, _ right: String) -> Int {
      DateLexicon.editDistance(Array(left.utf8), Array(right.utf8), limit: 2)
    }
    #expect(distance("july", "july") == 0)
    #expect(distance("juyl", "july") == 1)
    #expect(distance("june", "july") == 2)
    #expect(distance("", "ab") == 2)
    #expect(distance("march", "november") == 3)
  }
}
