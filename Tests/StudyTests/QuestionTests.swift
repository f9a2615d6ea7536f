import Decks
import Testing

@testable import Study

@Suite("What a question wants")
struct QuestionTests {
  func card(_ answer: String, _ kind: CardKind) -> Card {
    Card(
      key: "k", deck: "d", path: "d.md", line: 1, note: 0, section: [], prompt: "?",
      answer: answer, kind: kind)
  }

  @Test(
    "The prompt names the precision asked and nothing more",
    arguments: [
      ("1957", CardKind.date, "year"), ("July 1957", .date, "month and year"),
      ("25 July 1969", .date, "full date"), ("1965-1968", .date, "years from-to"),
      ("Ho Chi Minh", .person, "person"), ("China", .state, "state"),
      ("400", .number, "number"), ("a, b, c, d and e", .list, "list of 5"),
      ("famine", .text, "answer"), ("Doi Moi", .term, "answer"), ("Paris", .place, "place"),
      ("AFP", .organisation, "organisation"),
    ])
  func wanted(answer: String, kind: CardKind, expected: String) {
    #expect(card(answer, kind).wanted == expected)
  }

  @Test(
    "A list's items are found in lines and in a sentence",
    arguments: [
      ("- one\n- two\n- three", ["one", "two", "three"]),
      ("small arms, ammunition, and vehicles", ["small arms", "ammunition", "vehicles"]),
      ("Asia; Africa", ["Asia", "Africa"]), ("January and September", ["January", "September"]),
    ])
  func items(answer: String, expected: [String]) {
    #expect(card(answer, .list).listItems == expected)
  }

  @Test("A hint gives the shape, not the answer")
  func hints() {
    #expect(card("25 July 1969", .date).hint == "the 1960s")
    #expect(card("the 1960s", .date).hint == "the 20th century")
    #expect(card("50,000 rubles", .number).hint == "5 digits")
    #expect(card("Ho Chi Minh", .person).hint == "H… C… M…")
    #expect(card("Asia, Africa", .list).hint == "A…, A…")
  }
}
