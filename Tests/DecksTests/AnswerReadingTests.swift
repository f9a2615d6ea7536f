import Testing

@testable import Decks

@Test(
  arguments: [
    ("July 1957", "When?", "a date: July 1957, month precision"),
    ("mid-1960s", "When?", "a date: mid-1960s, decade precision"),
    ("1957", "How many?", "a number: 1957"),
    ("the USSR", "Who?", "a state: Soviet Union"),
    ("a\n\nb", "Which?", "a list of 2"),
    ("\"Peace\"", "What?", "a quotation"),
    ("hunger", "Why?", "a cause"),
    ("rice", "What?", "a text"),
  ])
func answersAreDescribed(answer: String, prompt: String, expected: String) {
  let front = deck("---\n[actors.\"Soviet Union\"]\nkind = \"state\"\nalso = [\"USSR\"]\n---\n")
    .frontMatter
  #expect(
    AnswerReading.describe(answer: answer, prompt: prompt, frontMatter: front) == expected)
}

@Test func aGivenKindIsDescribed() {
  let front = FrontMatter()
  func describe(_ kind: CardKind) -> String {
    AnswerReading.describe(answer: "x", prompt: "?", frontMatter: front, kind: kind)
  }
  #expect(
    CardKind.allCases.map(describe) == [
      "a date: x", "a person: x", "a state: x", "an organisation: x", "a place: x",
      "a number: x", "a term: x", "a cause", "a quotation", "a list of 1", "a text",
    ])
}
