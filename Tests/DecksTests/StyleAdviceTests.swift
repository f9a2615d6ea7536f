import Testing

@testable import Decks

private let front = """
  ---
  [actors."North Korea"]
  kind = "state"
  [actors."China"]
  kind = "state"
  [actors."Trinidad and Tobago"]
  kind = "state"
  ---

  """

/// The advice on a deck, with the line of the note.
private func advice(_ text: String) -> [String] {
  styleAdvice([deck(front + text)]).map { problem in
    guard case .style(let advice) = problem.what else { return "?" }
    return "\(problem.place.line - 8) \(advice)"
  }
}

@Test(
  arguments: [
    ("Q: Who sent aid?\nA: North Korea and China", #"1 twoFacts("China")"#),
    ("Q: When did Ho come?\nA: 1957 and May 1960\nEvent: x\nKind: text", nil),
    ("Q: Which two states sent aid?\nA: North Korea and China", nil),
    ("Q: Which island state sent aid?\nA: Trinidad and Tobago", nil),
    ("Q: What followed?\nA: The war ended; peace came", #"1 twoFacts("peace came")"#),
    ("Q: What followed?\nA: The war ended. Peace came", #"1 twoFacts("Peace came")"#),
    ("Q: Who was he?\nA: John F. Kennedy", #"1 pronoun("he")"#),
    ("Q: Who signed for the U.S. army?\nA: Gen. Henry H. Arnold", nil),
    ("Q: What did China give?\nA: rice and steel", nil),
    (
      "Q: What did the Nixon Doctrine say?\nA: the doctrine of Nixon",
      #"1 answerInPrompt("the doctrine of Nixon")"#
    ),
    ("C: The [Nixon] Doctrine was announced by Nixon.", #"1 answerInPrompt("Nixon")"#),
    ("C: The [Nixon] Doctrine ended the war.", nil),
    ("Q: Did North or South win, north or south?\nA: North", nil),
    ("Q: When did they sign?\nA: quickly", #"1 pronoun("they")"#),
    ("Q: In which year did it begin?\nA: soon", #"1 pronoun("it")"#),
    ("Q: Why did China think it would win?\nA: hope", nil),
    ("C: [Ho] said that he would come.", nil),
    (
      "Q: Why?\nA: one two three four five six seven eight nine ten eleven twelve thirteen",
      "1 longAnswer(words: 13)"
    ),
    ("Q: Why?\nA: one two three four five six seven eight nine ten eleven twelve", nil),
    ("Q: Did China win?\nA: Yes, it did", "1 yesOrNo"),
    ("Q: True or false?\nA: True", "1 yesOrNo"),
    ("Q: Which party won?\nA: No Party", nil),
    ("Q: When did China enter?\nA: October 1950", "1 missingEvent"),
    ("Q: When did China enter?\nA: October 1950\nEvent: China enters", nil),
    ("C: China entered in [October 1950].", nil),
    ("C: See [this page](http://example.org) on [China].", #"1 linkIsBlank("this page")"#),
  ] as [(String, String?)])
func adviceOnOneCard(text: String, expected: String?) {
  #expect(advice(text) == (expected.map { [$0] } ?? []))
}

@Test func adviceOnCardsThatAskTheSame() {
  let text = """
    Q: Who visited Pyongyang?
    A: Ho

    C: [Kim] came.

    Q: Who visited the Pyongyang
    A: Le Duan

    Q: Who visited Pyongyang?
    A: ho
    """
  #expect(
    advice(text) == [
      #"6 severalAnswers(answer: "Le Duan", other: "Ho", "#
        + #"at: Decks.DeckProblem.Place(path: "deck.md", line: 9))"#,
      #"9 repeatedCard(at: Decks.DeckProblem.Place(path: "deck.md", line: 9))"#,
    ])
}

@Test func adviceIsGivenOnceANote() {
  #expect(advice("C: [one] it [two] (x), see [a](b) and [a](c).") == [#"1 linkIsBlank("a")"#])
}
