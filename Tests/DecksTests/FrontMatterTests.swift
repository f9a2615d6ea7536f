import TOML
import Testing

@testable import Decks

@Test func actorsWithTheirNames() {
  let text = """
    ---
    name = "North Korea and Vietnam"
    source = "an article"
    [actors."Kim Il Sung"]
    kind = "person"
    also = ["Kim Il-sung", "kim il sung"]
    role = "premier"
    state = "North Korea"
    from = 1912
    to = 1994-07-08
    [actors."Soviet Union"]
    kind = "state"
    demonym = "Soviet"
    capital = "Moscow"
    ---
    """
  let deck = deck(text)
  #expect(deck.problems.isEmpty)
  #expect(deck.frontMatter.name == "North Korea and Vietnam")
  #expect(deck.frontMatter.source == "an article")
  #expect(
    deck.frontMatter.actors == [
      Actor(
        name: "Kim Il Sung", kind: .person, also: ["Kim Il-sung", "kim il sung"],
        role: "premier", state: "North Korea", from: "1912", to: "1994-07-08"),
      Actor(name: "Soviet Union", kind: .state, demonym: "Soviet", capital: "Moscow"),
    ])
  #expect(deck.frontMatter.actor(named: "the  soviet union")?.name == "Soviet Union")
  #expect(deck.frontMatter.actor(named: "Kim") == nil)
}

@Test func frontMatterThatCannotBeUsed() {
  let text = """
    ---
    name = 1
    [actors.A]
    kind = "state"
    also = ["Aa", 2]
    [actors.B]
    also = []
    [actors.C]
    kind = "country"
    [actors.D]
    kind = "person"
    alsoo = ["a"]
    also = ["x", "a"]
    ---
    Q: a?
    A: b
    """
  let deck = deck(text)
  #expect(
    deck.problems.map(\.what) == [
      .wrongType(TOMLTypeError(key: "name", line: 2, expected: .string)),
      .wrongType(TOMLTypeError(key: "also", line: 5, expected: .strings)),
      .actorWithoutKind(actor: "B"),
      .unknownActorKind(actor: "C", kind: "country"),
      .unknownActorKey(actor: "D", key: "alsoo", meant: "also"),
      .sharedAlias(alias: "a", actor: "D", other: "A", otherLine: 3),
    ])
  #expect(deck.problems.map(\.place.line) == [2, 5, 6, 9, 12, 10])
  #expect(deck.notes.count == 1)
}

@Test func frontMatterThatIsNoTOML() {
  let deck = deck("---\nname = \"a\"\nname = Deck\n---\nQ: a?\nA: b")
  #expect(deck.problems.map(\.what) == [.toml(.badValue("Deck"), column: 8)])
  #expect(deck.problems.map(\.text) == ["name = Deck"])
  #expect(deck.notes.count == 1)
}
