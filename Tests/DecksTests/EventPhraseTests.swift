import Testing

@testable import Decks

@Test(
  arguments: [
    ("The ship sailed in [May 1912].", "The ship sailed"),
    ("In [1957], Ho visited Pyongyang.", "Ho visited Pyongyang"),
    ("In [1957] Ho visited Pyongyang; it rained.", "Ho visited Pyongyang; it rained"),
    ("Since the year [1950] they were friends.", "They were friends"),
    ("They met on [1 May], it is said.", "They met, it is said"),
    ("They met in [1957] again.", "They met again"),
    ("[1957]", nil),
  ] as [(String, String?)])
func sentencesLoseTheirDate(sentence: String, expected: String?) throws {
  #expect(EventPhrase.make(try Cloze(Array(sentence.utf8)), asking: 0) == expected)
}
