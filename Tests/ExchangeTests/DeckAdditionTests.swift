import Decks
import Testing

@testable import Exchange

@Suite struct DeckAdditionTests {
  private func found(_ notes: [(String, String)], section: [String] = []) -> FoundDeck {
    var deck = FoundDeck(name: "N")
    deck.notes = notes.enumerated().map { index, note in
      FoundNote(
        place: .line(index + 1), section: section,
        note: NoteSource(prompt: note.0, answer: note.1))
    }
    return deck
  }

  private func deck(_ text: String) -> Deck { Deck.parse(bytes: Array(text.utf8), path: "d.md") }

  private func add(
    _ found: FoundDeck, to deck: Deck?, taken: [String: DeckProblem.Place] = [:]
  ) throws -> DeckAddition {
    try DeckAddition(of: found, to: deck, path: "d.md", name: "N", takenIDs: taken)
  }

  @Test func makesADeck() throws {
    var first = found([("a", "1"), ("b", "2"), ("a", "1"), ("a", "3")], section: ["S", "T"])
    first.notes[1].section = []
    first.actors = [Actor(name: "A \"x\"", kind: .state, also: ["B"])]
    let addition = try add(first, to: nil)
    #expect(addition.fates == [.added, .added, .repeated(.line(1)), .added])
    #expect(
      addition.bytes?.text == """
        ---
        name = "N"

        [actors."A \\"x\\""]
        kind = "state"
        also = ["B"]
        ---

        Q: b
        A: 2

        # S

        ## T

        Q: a
        A: 1

        Q: a
        A: 3

        """)
  }

  @Test func addsToSections() throws {
    let base = deck("# One\r\n\r\nQ: a\r\nA: 1\r\n\r\n## Sub\r\n\r\n# Two\r\n\r\nprose\r\n")
    var more = found([("b", "2"), ("c", "3"), ("d", "4"), ("a", "1"), ("a", "9")])
    more.notes[0].section = ["One"]
    more.notes[1].section = ["One", "New"]
    more.notes[2].section = ["Three"]
    let addition = try add(more, to: base)
    #expect(
      addition.fates == [
        .added, .added, .added, .present(line: 3),
        .skipped(.otherAnswer(answer: "1", path: "d.md", line: 3)),
      ])
    #expect(
      addition.bytes?.text.replacing("\r\n", with: "\n") == """
        # One

        Q: a
        A: 1

        Q: b
        A: 2

        ## Sub

        ## New

        Q: c
        A: 3

        # Two

        prose

        # Three

        Q: d
        A: 4

        """)
    #expect(addition.bytes?.contains(0x0d) == true)
    let again = try add(more, to: Deck.parse(bytes: addition.bytes ?? [], path: "d.md"))
    #expect(again.bytes == nil && again.addedCount == 0)
  }

  @Test func leavesOutWhatNoDeckHolds() throws {
    let long = String(repeating: "x", count: Deck.Limit.note)
    let addition = try add(
      found([("a", "1"), ("b", long), ("c", "\\Also: x\nd"), ("e", "# f\n- g")]), to: nil)
    #expect(
      addition.fates == [.added, .skipped(.notWritable), .skipped(.notWritable), .added])
  }

  @Test func idsOfOtherDecks() throws {
    var notes = found([("a", "1"), ("b", "2")])
    notes.notes[0].note.id = "x"
    notes.notes[1].note.id = "y"
    let addition = try add(
      notes, to: deck("Q: q\nA: r\nId: y\n"), taken: ["x": .init(path: "o.md", line: 7)])
    #expect(
      addition.fates == [
        .skipped(.idTaken(id: "x", path: "o.md", line: 7)),
        .skipped(.idTaken(id: "y", path: "d.md", line: 1)),
      ])
    #expect(addition.bytes == nil)
  }

  @Test func anOpenCodeBlockIsNotMadeWorse() {
    let base = deck("Q: a\nA: b\n\n```\nprose\n")
    #expect(throws: Never.self) {
      _ = try add(found([("c", "d")]), to: base)
    }
  }

  @Test func tooManyCards() throws {
    let many = found((0..<Deck.Limit.cards + 1).map { ("q\($0)", "a") })
    #expect(throws: ExchangeError.tooManyCards(limit: Deck.Limit.cards)) {
      try add(many, to: nil)
    }
  }
}
