import Proving
import Testing

@testable import Marking

@Suite struct FoldedTests {
  @Test(arguments: [
    ("Kim Il-sung", ["kim", "il", "sung"]),
    ("Władysław  GOMUŁKA!", ["wladyslaw", "gomulka"]),
    ("Nixon's doctrine", ["nixon", "doctrine"]),
    ("the Workers' Party", ["the", "workers", "party"]),
    ("U.S.S.R.", ["ussr"]),
    ("J. F. Kennedy", ["j", "f", "kennedy"]),
    ("J.F. Kennedy", ["jf", "kennedy"]),
    ("12,300,333 rubles", ["12300333", "rubles"]),
    ("1,2", ["1", "2"]),
    ("3.5 %", ["3.5", "percent"]),
    ("Bonnie & Clyde", ["bonnie", "and", "clyde"]),
    ("Hồ Chí Minh", ["ho", "chi", "minh"]),
    ("Ho\u{302}\u{300} Chi\u{301} Minh", ["ho", "chi", "minh"]),
    ("Троцкий", ["trotskii"]),
    ("\u{661}\u{669}\u{664}\u{665}", ["1945"]),
    ("Ｐａｒｉｓ", ["paris"]),
    ("don\u{2019}t know", ["dont", "know"]),
    ("\u{1f600}\u{7}\u{0}", []),
  ])
  func foldsToWords(text: String, words: [String]) {
    #expect(Folded(text).words == words)
  }

  @Test func longTextIsCut() {
    let folded = Folded(String(repeating: "a ", count: 40_000))
    #expect(folded.isCut)
    #expect(folded.words.count == Folded.limit / 2)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func foldingTwiceChangesNothing(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let alphabet = Array("aZé'.,- 19łßđ\u{302}%&Ж한")
    let text = String((0..<40).compactMap { _ in alphabet.randomElement(using: &generator) })
    let once = Folded(text).words.filter { !$0.contains(".") }
    #expect(Folded(once.joined(separator: " ")).words == once)
  }
}
