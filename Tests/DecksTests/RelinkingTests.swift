import Proving
import Testing

@testable import Decks

/// What an edit of decks does: each deck's text before and after, by path.
private func edit(_ before: [String: String], _ after: [String: String]) -> String {
  func cards(_ texts: [String: String]) -> [Card] {
    homeCards(texts.sorted { $0.key < $1.key }.map { deck($0.value, path: $0.key) })
  }
  let was = cards(before)
  let now = cards(after)
  let result = Relinking(known: was.map(KnownCard.init), present: now.map(KnownCard.init))
  func name(_ key: String, _ cards: [Card]) -> String {
    cards.first { $0.key == key }.map { "\($0.prompt) \($0.answer)" } ?? key
  }
  let moves = result.moves.map { "\(name($0.old, was)) ⇒ \(name($0.new, now))" }.sorted()
  let changes = result.changes.map { change in
    switch change {
    case .promptEdited(let card, let was): "prompt of \(card.prompt), was \(was)"
    case .answerChanged(let card, let was): "answer of \(card.prompt): \(card.answer), was \(was)"
    case .swapped(let first, let second): "swapped \(first.prompt) and \(second.prompt)"
    case .reordered(let path, let section, let notes): "reordered \(path) \(section) \(notes)"
    case .movedToSection(let card, let from): "\(card.prompt) from \(from) to \(card.section)"
    case .movedToFile(let card, let from): "\(card.prompt) from \(from) to \(card.path)"
    case .fileRenamed(let from, let to, let cards): "file \(from) is \(to) (\(cards))"
    case .sectionRenamed(let path, let from, let to, let cards):
      "section \(from) of \(path) is \(to) (\(cards))"
    }
  }
  let missing = result.missing.map { "missing \($0.prompt)" }
  return (moves + changes + missing).joined(separator: "\n")
}

private func edit(_ before: String, _ after: String) -> String {
  edit(["a.md": before], ["a.md": after])
}

@Test func nothingChanged() {
  #expect(edit("Q: a?\nA: b\nC: [c] d", "Q: a?\nA: b\n\nC: [c] d") == "")
}

@Test func aTypoInAPrompt() {
  #expect(
    edit(
      "Q: What is the captial of France?\nA: Paris\nQ: What is the capital of Italy?\nA: Rome",
      "Q: What is the capital of France?\nA: Paris\nQ: What is the capital of Italy?\nA: Rome")
        == """
        What is the captial of France? Paris ⇒ What is the capital of France? Paris
        prompt of What is the capital of France?, was What is the captial of France?
        """)
}

@Test func aTypoInAClozeKeepsAllItsBlanks() {
  #expect(
    edit(
      "C: [North Korea] and Vietnam estabished relations in [January 1950].",
      "C: [North Korea] and Vietnam established relations in [January 1950].")
        == """
        North Korea and Vietnam estabished relations in […]. January 1950 ⇒ \
        North Korea and Vietnam established relations in […]. January 1950
        […] and Vietnam estabished relations in January 1950. North Korea ⇒ \
        […] and Vietnam established relations in January 1950. North Korea
        prompt of […] and Vietnam established relations in January 1950., \
        was […] and Vietnam estabished relations in January 1950.
        """)
}

@Test func aChangedAnswer() {
  #expect(edit("Q: a?\nA: b", "Q: a?\nA: c") == "answer of a?: c, was b")
}

@Test func twoNotesSwapped() {
  #expect(
    edit("Q: a?\nA: b\nQ: c?\nA: d\nQ: e?\nA: f", "Q: e?\nA: f\nQ: c?\nA: d\nQ: a?\nA: b")
      == "swapped e? and a?")
}

@Test func severalNotesInAnotherOrder() {
  #expect(
    edit("Q: a?\nA: b\nQ: c?\nA: d\nQ: e?\nA: f", "Q: e?\nA: f\nQ: a?\nA: b\nQ: c?\nA: d")
      == "reordered a.md [] 3")
}

@Test func aNotePutInChangesNothing() {
  #expect(edit("Q: a?\nA: b\nQ: c?\nA: d", "Q: new?\nA: x\nQ: a?\nA: b\nQ: c?\nA: d") == "")
}

@Test func aNoteMovedToAnotherSection() {
  #expect(
    edit(
      "# A\nQ: a?\nA: b\nQ: c?\nA: d\n# B\nQ: e?\nA: f",
      "# A\nQ: c?\nA: d\n# B\nQ: e?\nA: f\nQ: a?\nA: b") == #"a? from ["A"] to ["B"]"#)
}

@Test func aNoteMovedToAnotherFileAndEdited() {
  #expect(
    edit(
      ["a.md": "Q: What is the captial of France?\nA: Paris\nQ: c?\nA: d", "b.md": "Q: e?\nA: f"],
      ["a.md": "Q: c?\nA: d", "b.md": "Q: e?\nA: f\nQ: What is the capital of France?\nA: Paris"])
        == """
        What is the captial of France? Paris ⇒ What is the capital of France? Paris
        What is the capital of France? from a.md to b.md
        prompt of What is the capital of France?, was What is the captial of France?
        """)
}

@Test func aFileRenamed() {
  #expect(
    edit(["a.md": "# S\nQ: a?\nA: b\nQ: c?\nA: d"], ["b.md": "# S\nQ: a?\nA: b\nQ: c?\nA: d"])
      == "file a.md is b.md (2)")
}

@Test func aSectionRenamed() {
  #expect(
    edit("# S\nQ: a?\nA: b\nQ: c?\nA: d", "# T\nQ: a?\nA: b\nQ: c?\nA: d")
      == #"section ["S"] of a.md is ["T"] (2)"#)
}

@Test func aDeckDeleted() {
  #expect(
    edit(["a.md": "Q: a?\nA: b\nQ: c?\nA: d", "b.md": "Q: e?\nA: f"], ["b.md": "Q: e?\nA: f"])
      == "missing a?\nmissing c?")
}

@Test func anIdGivenAndTakenAway() {
  let plain = "Q: a?\nA: b"
  #expect(edit(plain, plain + "\nId: x") == "a? b ⇒ a? b")
  #expect(edit(plain + "\nId: x", plain) == "a? b ⇒ a? b")
}

@Test func anIdKeepsACardThroughAnything() {
  #expect(
    edit("Q: a?\nA: b\nId: x", "Q: quite another?\nA: c\nId: x")
      == "prompt of quite another?, was a?\nanswer of quite another?: c, was b")
}

@Test func aBlankPutInShiftsNothing() {
  let known = deck("C: [a] and [b] met\nId: x").cards.map(KnownCard.init)
  let present = deck("C: [they], [a] and [b], met\nId: x").cards.map(KnownCard.init)
  let result = Relinking(known: known, present: present)
  #expect(result.moves == [.init(old: "x.1", new: "x.2"), .init(old: "x.2", new: "x.3")])
  #expect(result.missing == [])
}

@Test func blanksThatChangePlacesMoveAtOnce() {
  let known = deck("C: [a] then [b]\nId: x").cards.map(KnownCard.init)
  let present = deck("C: [b] then [a]\nId: x").cards.map(KnownCard.init)
  let result = Relinking(known: known, present: present)
  #expect(result.moves == [.init(old: "x.1", new: "x.2"), .init(old: "x.2", new: "x.1")])
}

@Test func aBlankTakenOutLeavesItsNumberToTheNext() {
  let known = deck("C: [a] and [b]\nId: x").cards.map(KnownCard.init)
  let present = deck("C: a and [b]\nId: x").cards.map(KnownCard.init)
  let result = Relinking(known: known, present: present)
  let retired = CardKey.make(prompt: "[…] and b", answer: "a")
  #expect(result.moves == [.init(old: "x.1", new: retired), .init(old: "x.2", new: "x.1")])
  #expect(result.missing.map(\.key) == ["x.1"])
}

@Test func aBlankWhoseAnswerIsMendedStays() {
  let known = deck("C: [Janury] and [b]\nId: x").cards.map(KnownCard.init)
  let present = deck("C: [January] and [b]\nId: x").cards.map(KnownCard.init)
  let result = Relinking(known: known, present: present)
  #expect(result.moves == [])
  #expect(result.changes == [.answerChanged(present[0], was: "Janury")])
}

@Test func aPromptThatBecomesShared() {
  #expect(
    edit("Q: Who led it?\nA: Kim", "Q: Who led it?\nA: Kim\nQ: Who led it?\nA: Ho")
      == "Who led it? Kim ⇒ Who led it? Kim")
  #expect(
    edit("Q: Who led it?\nA: Kim\nQ: Who led it?\nA: Ho", "Q: Who led it?\nA: Ho")
      == "Who led it? Ho ⇒ Who led it? Ho\nmissing Who led it?")
}

@Test func twoNearlyEqualPromptsBothEdited() {
  #expect(
    edit(
      "Q: Who led North Korea in 1950?\nA: Kim Il Sung\nQ: Who led China in 1950?\nA: Mao Zedong",
      "Q: Who ruled North Korea in 1950?\nA: Kim Il Sung\nQ: Who ruled China in 1950?\nA: Mao Zedong"
    ).contains(
      """
      Who led China in 1950? Mao Zedong ⇒ Who ruled China in 1950? Mao Zedong
      Who led North Korea in 1950? Kim Il Sung ⇒ Who ruled North Korea in 1950? Kim Il Sung
      """))
}

@Test func whatIsNotClearIsNotGuessed() {
  #expect(
    edit(
      "Q: Which port did ship A leave?\nA: Hull\nQ: Which port did ship B leave?\nA: Hull",
      "Q: Which port did ship C leave?\nA: Hull\nQ: Which port did ship D leave?\nA: Hull")
      == "missing Which port did ship A leave?\nmissing Which port did ship B leave?")
}

@Test func aPromptSplitInTwoIsNotGuessed() {
  #expect(
    edit(
      "Q: When and where was Ho Chi Minh born?\nA: 19 May 1890, Nghe An",
      "Q: When was Ho Chi Minh born?\nA: 19 May 1890\nQ: Where was Ho Chi Minh born?\nA: Nghe An")
      == "missing When and where was Ho Chi Minh born?")
}

@Test func anotherCardIsNotTaken() {
  #expect(
    edit("Q: Who invented the telephone?\nA: Bell", "Q: What is the boiling point?\nA: 100")
      == "missing Who invented the telephone?")
}

@Test func aCardThatIsElsewhereIsLeftAlone() {
  let known = deck("Q: What is the capital of France?\nA: Paris").cards.map(KnownCard.init)
  let present = deck("Q: What is the capital of France now?\nA: Paris").cards.map(KnownCard.init)
  let result = Relinking(known: known, present: present) { $0 == known[0].key }
  #expect(result.moves.isEmpty && result.missing.isEmpty && result.changes.isEmpty)
}

/// Whatever is edited, no key is moved twice and no two keys to one, and no key that is still there
/// unless it is a blank's.
@Test(arguments: 0..<100)
func movesAreOneToOne(seed: Int) {
  var random = SplitMix64(seed: UInt64(seed))
  let words = ["war", "peace", "aid", "trade", "visit", "1950", "1965", "Korea", "Vietnam", "Kim"]
  func text() -> String {
    func phrase() -> String {
      (0..<Int.random(in: 1..<6, using: &random)).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
      }.joined(separator: " ")
    }
    return (0..<Int.random(in: 0..<12, using: &random)).map { _ in
      switch Int.random(in: 0..<3, using: &random) {
      case 0: "C: [\(phrase())] \(phrase()) [\(phrase())]\n"
      case 1: "C: [\(phrase())] \(phrase()) [\(phrase())]\nId: i\(phrase().count)\n"
      case _: "Q: \(phrase())?\nA: \(phrase())\n"
      }
    }.joined()
  }
  let known = deck(text()).cards.map(KnownCard.init)
  let present = deck(text()).cards.map(KnownCard.init)
  let result = Relinking(known: known, present: present)
  let keys = Set(present.map(\.key))
  #expect(Set(result.moves.map(\.old)).count == result.moves.count)
  #expect(Set(result.moves.map(\.new)).count == result.moves.count)
  for move in result.moves {
    #expect(known.contains { $0.key == move.old } && move.old != move.new)
    let wasBlank = known.first { $0.key == move.old }?.idOfBlanks != nil
    #expect(wasBlank || !keys.contains(move.old))
  }
}
