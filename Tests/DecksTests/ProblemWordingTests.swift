import Files
import Proving
import TOML
import Testing

@testable import Decks

@Test func theReportOnABadDeck() {
  let text = """
    ---
    name = "Bad deck"
    source = 3
    [actors."Kim Il Sung"]
    kind = "persn"
    [actors."China"]
    also = ["PRC"]
    [actors."Mao Zedong"]
    kind = "person"
    aka = ["Mao"]
    [actors."Mao Dun"]
    kind = "person"
    also = ["Mao Zedong"]
    ---
    A: an answer alone
    Q: no answer
    Q: two answers?
    A: yes
    A: twice
    Q:
    A: no question
    Q: no answer either?
    A:
    Why: because

    Q: heading?
    A:
    # A section
    C: no blank
    C: [open
    C: [a [b]]
    C: a [ ] b
    C: [c]
    A: d
    C: [a] and [b]
    Also: c
    Also 3: d
    Kind 1: persn
    Kind 2: state
    Kind 2: date
    Why 1: no
    Id: two words
    Source:

    Q: e?
    A: f
    Also 2: x
    Kind: zzzzzz

    Q: g?
    A: h
    Als: i
    Source: j

    Q: k?
    A: l
    Also: m

    Source: n

    Q: o?
    A: p\u{200b}
    ## Next
    Q: q?
    A: ```
    Q: r?
    ```
    A: s
    """
  let report = check([deck(text, path: "Decks/bad.md")]).map(\.report).joined(separator: "\n")
  #expect(differenceFromGolden(report + "\n", name: "bad-deck") == nil)
}

@Test func theReportOnWhatNoTextShows() {
  let place = DeckProblem.Place(path: "b.md", line: 7)
  let whats: [DeckProblem.What] = [
    .unreadable(FileError(.open, "a.md", .errno(13))),
    .unreadable(FileError(.open, "a.md", .notAFile)),
    .unreadable(FileError(.open, "a.md", .tooLarge(limit: Deck.Limit.file))),
    .notUTF8(encoding: "UTF-16"), .invalidUTF8(byte: 0xe9, column: 5), .nulByte(column: 1),
    .lineTooLong(bytes: 1_048_577), .noteTooLong(bytes: 65_537), .tooManyCards, .tooManyItems,
    .moreProblems,
    .frontMatterWithoutEnd, .toml(.badValue("Deck"), column: 8),
    .toml(.duplicate(key: "name", firstLine: 2), column: 1),
    .toml(.unterminated(.string), column: 8), .tooManyBlanks, .badId("h1-x"),
    .duplicateId("x", first: place), .fieldInPlainDeck(.source),
    .style(.twoFacts("China")), .style(.severalAnswers(answer: "Ho", other: "Kim", at: place)),
    .style(.repeatedCard(at: place)), .style(.answerInPrompt("Nixon")), .style(.pronoun("he")),
    .style(.longAnswer(words: 14)), .style(.yesOrNo), .style(.missingEvent),
    .style(.linkIsBlank("this page")),
  ]
  let reports = whats.map {
    DeckProblem(path: "a.md", line: 3, what: $0, text: "Q: the line").report
  }
  #expect(differenceFromGolden(reports.joined(separator: "\n") + "\n", name: "others") == nil)
}

@Test func anEmptyLineIsNotShown() {
  #expect(
    DeckProblem(path: "a.md", line: 1, what: .tooManyCards, text: "").report == """
      a.md:1: the file has more than 200000 cards; what follows is not read
        Make several files of it.
      """)
}
