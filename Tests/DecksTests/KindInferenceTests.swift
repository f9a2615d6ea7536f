import Testing

@testable import Decks

private let actors = """
  ---
  [actors."Soviet Union"]
  kind = "state"
  also = ["USSR"]
  [actors."Kim Il Sung"]
  kind = "person"
  [actors."Viet Cong"]
  kind = "group"
  [actors."Workers' Party"]
  kind = "organisation"
  [actors."Bac Giang"]
  kind = "place"
  ---
  """

private func kind(_ answer: String, _ prompt: String) -> CardKind? {
  let front = deck(actors).frontMatter
  return KindInference.kind(answer: answer, prompt: prompt, frontMatter: front)
}

@Test(
  arguments: [
    ("Soviet Union", .state), ("the USSR", .state), ("ussr", .state), ("Kim Il Sung", .person),
    ("Viet Cong", .text), ("Workers' Party", .organisation), ("Bac Giang", .place),
    ("Kim", .text),
  ] as [(String, CardKind)])
func actorsGiveTheirKind(answer: String, expected: CardKind) {
  #expect(kind(answer, "Who?") == expected)
}

@Test(
  arguments: [
    ("400", "How many students came?", .number),
    ("1500", "How many came?", .number),
    ("1500", "Sent […] soldiers.", .number),
    ("400", "When?", .number),
    ("2500", "When?", .number),
    ("1965", "When?", .date),
    ("1965", "In […] advisers came.", .date),
    ("1500", "What was sent?", .date),
    ("July 1957", "When?", .date),
    ("mid-1960s", "When?", .date),
    ("1965–1968", "When?", .date),
    ("100–200", "How many?", .number),
    ("25 July 1969", "When?", .date),
    ("the autumn of that year", "When?", .text),
    ("fourteen", "How many pilots?", .number),
    ("about 100", "How many?", .number),
    ("50,000 rubles", "What was given?", .number),
    ("3.5 million", "How many?", .number),
    ("40%", "What share?", .number),
    ("two brothers", "How many?", .number),
    ("two brothers", "Who?", .text),
    ("One of them", "Who?", .text),
    ("No", "Is it?", .text),
    ("- ruthenium", "Which?", .list),
    ("one\ntwo", "Which?", .list),
    ("\u{201c}Peace\u{201d}", "What was said?", .quotation),
    ("\"Peace.\"", "What was said?", .quotation),
    ("'Peace' and 'war'", "What?", .quotation),
    ("It had to", "Why did it?", .cause),
    ("It had to", "whyever not?", .text),
  ] as [(String, String, CardKind)])
func answersGiveTheirKind(answer: String, prompt: String, expected: CardKind) {
  #expect(kind(answer, prompt) == expected)
}

@Test func theDecksWordWins() {
  #expect(deck("Q: When?\nA: 400\nKind: term").cards.map(\.kind) == [.term])
}
