import Proving
import Testing

@testable import Decks

@Test func aQuestionAndItsAnswer() {
  #expect(
    outline(deck("Q: What is the capital of France?\nA: Paris")) == """
      1/0 | text | "What is the capital of France?" → "Paris"
      """)
}

@Test func questionsAndAnswersOverSeveralLines() {
  let text = """
    Q: Name the metals
    of the platinum group.

    A:

    - ruthenium
    - rhodium

    Q: Next?
    A: One
    and two

    """
  #expect(
    outline(deck(text)) == """
      1/0 | list | "Name the metals\\nof the platinum group." → "- ruthenium\\n- rhodium"
      9/1 | list | "Next?" → "One\\nand two"
      """)
}

@Test func clozesWithSeveralBlanks() {
  let text = """
    C: The [order] of a group is [its cardinality].
    C:
    A verse over
    two lines.

    — [Ecclesiastes] [6]:[9]
    """
  #expect(
    outline(deck(text)) == """
      1/0 | text | blank 1 | "The […] of a group is its cardinality." → "order"
      1/0 | text | blank 2 | "The order of a group is […]." → "its cardinality"
      2/1 | text | blank 1 | "A verse over\\ntwo lines.\\n\\n— […] 6:9" → "Ecclesiastes"
      2/1 | number | blank 2 | "A verse over\\ntwo lines.\\n\\n— Ecclesiastes […]:9" → "6"
      2/1 | number | blank 3 | "A verse over\\ntwo lines.\\n\\n— Ecclesiastes 6:[…]" → "9"
      """)
}

@Test func bracketsImagesAndMathematicsAreText() {
  let text = #"""
    C: An array \[0..9\] has [ten] places.
    C: ![a b](x[1].png) shows the [neuron], ![](y.png).
    C: The notation [$n!$] means $$n \cdot (n-1)$$ and so on!
    Q: What is Euler's identity, \[ e^{i\pi} \]?
    A: $e^{i\pi} + 1 = 0$
    """#
  #expect(
    outline(deck(text)) == #"""
      1/0 | number | blank 1 | "An array [0..9] has […] places." → "ten"
      2/1 | text | blank 1 | "![a b](x[1].png) shows the […], ![](y.png)." → "neuron"
      3/2 | text | blank 1 | "The notation […] means $$n \\cdot (n-1)$$ and so on!" → "$n!$"
      4/3 | text | "What is Euler\'s identity, \\[ e^{i\\pi} \\]?" → "$e^{i\\pi} + 1 = 0$"
      """#)
}

@Test func separatorsEndNotes() {
  let text = """
    Q: One?
    A: 1
    ---
    A note about it: Q: is no question here.
    ---

    Q: Two?
    A: 2
    """
  #expect(
    outline(deck(text)) == """
      1/0 | number | "One?" → "1"
      7/1 | number | "Two?" → "2"
      """)
}

@Test func headingsMakeSections() {
  let text = """
    Before all.

    Q: a?
    A: x

    # War ##
    ## Aid

    First.

    ---

    Second
    block.

    Q: b?
    A: y

    Not a passage? It is the answer.

    ## Trade
    # Peace
    C: [z] there
    """
  let deck = deck(text)
  #expect(
    outline(deck) == """
      3/0 | text | "a?" → "x"
      16/1 | §War > Aid | list | "b?" → "y\\n\\nNot a passage? It is the answer."
      23/2 | §Peace | text | blank 1 | "[…] there" → "z"
      """)
  #expect(
    deck.sections == [
      Section(path: [], level: 0, line: 1, passage: "Before all."),
      Section(path: ["War"], level: 1, line: 6, passage: ""),
      Section(path: ["War", "Aid"], level: 2, line: 7, passage: "First.\n\nSecond\nblock."),
      Section(path: ["War", "Trade"], level: 2, line: 21, passage: ""),
      Section(path: ["Peace"], level: 1, line: 22, passage: ""),
    ])
}

@Test func headingsInCodeBlocksAreText() {
  let text = """
    Q: How is a comment written?
    A: ```python
    # like this
    ```

    # A section
    ~~~
    # no section
    ~~~
    Q: And when a block is never closed?
    A: ```
    # it is one

    # Next
    C: [nothing] is lost
    """
  #expect(
    outline(deck(text)) == """
      1/0 | list | "How is a comment written?" → "```python\\n# like this\\n```"
      10/1 | §A section | text | "And when a block is never closed?" → "```"
      15/2 | §Next | text | blank 1 | "[…] is lost" → "nothing"
      12: notice headingEndsAnswer
      """)
}

@Test func fieldLines() {
  let text = """
    C: [North Korea] and [1950] met.
    Also 1: DPRK
    Also 1: the North
    Kind 2: number
    Event 2: They meet
    Why: Because.
    Source: section 3
    Tags: war, , peace 
    Id: meeting

    Q: Which doctrine?
    A: The Nixon Doctrine

    Also: Nixon's doctrine
    Kind: term
    Prose after the run is no answer.

    Q: Which line is plain?
    A: This:
    \\Also: one
    \\Q: two
    \\--- 
    """
  #expect(
    outline(deck(text)) == """
      1/0 | text | blank 1 | "[…] and 1950 met." → "North Korea" | also ["DPRK", "the North"] \
      | why "Because." | source "section 3" | tags ["war", "peace"] | key meeting.1
      1/0 | number | blank 2 | "North Korea and […] met." → "1950" | event "They meet" \
      | why "Because." | source "section 3" | tags ["war", "peace"] | key meeting.2
      11/1 | term | "Which doctrine?" → "The Nixon Doctrine" | also ["Nixon\\'s doctrine"]
      18/2 | list | "Which line is plain?" → "This:\\nAlso: one\\nQ: two\\n---"
      """)
}

@Test func onlyTheLastRunIsRead() {
  let text = """
    Q: a?
    A: b
    Also: c

    Source: d

    Q: e?
    A: f


    Also: g
    """
  #expect(
    outline(deck(text)) == """
      1/0 | list | "a?" → "b\\nAlso: c" | source "d"
      7/1 | list | "e?" → "f\\n\\n\\nAlso: g"
      3: notice fieldOutsideRun(Decks.NoteField.also)
      11: notice fieldOutsideRun(Decks.NoteField.also)
      """)
}

@Test func fieldsThatCannotBeUsed() {
  let text = """
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
    Als: g
    Also 1: h
    """
  #expect(
    outline(deck(text)) == """
      1/0 | text | blank 1 | "[…] and b" → "a"
      1/0 | state | blank 2 | "a and […]" → "b"
      11/1 | list | "e?" → "f\\nAls: g"
      2: error numberNeeded(field: Decks.NoteField.also, blanks: 2)
      3: error missingBlank(field: Decks.NoteField.also, number: 3, blanks: 2)
      4: error unknownKind("persn", meant: Optional("person"))
      6: error fieldTwice(field: Decks.NoteField.kind, firstLine: 5)
      7: error numberOnNoteField(field: Decks.NoteField.why)
      8: error badId("two words")
      9: error emptyField(Decks.NoteField.source)
      14: error missingBlank(field: Decks.NoteField.also, number: 1, blanks: 0)
      13: notice nearlyField(written: "Als", meant: Decks.NoteField.also)
      """)
}

@Test func badNotesCostNoGoodOnes() {
  let text = """
    A: an answer alone
    Q: no answer
    Q: good 1?
    A: yes
    A: twice
    Q: good 2?
    A: x
    Q:
    A: y
    Q: z?
    A:
    Why: because

    Q: heading?
    A:
    # A section
    C: no blank
    C: [open
    C: closed]
    C: [a [b]]
    C: a [ ] b
    C: [c]
    A: d
    C: the [good] 3
    """
  #expect(
    outline(deck(text)) == """
      6/2 | text | "good 2?" → "x"
      24/12 | §A section | text | blank 1 | "the […] 3" → "good"
      1: error answerWithoutQuestion
      2: error questionWithoutAnswer
      5: error secondAnswer(firstLine: 4)
      8: error emptyQuestion
      11: error emptyAnswer(endedByHeading: false)
      15: error emptyAnswer(endedByHeading: true)
      17: error clozeWithoutBlank
      18: error unbalancedBracket
      19: error unbalancedBracket
      20: error nestedBracket
      21: error emptyBlank
      23: error answerInCloze
      """)
}

@Test(arguments: ["\n", "\r\n", "\r"])
func lineEnds(end: String) {
  let lines = ["---", "name = \"N\"", "---", "# S", "Q: a", "b?", "A: c", "Also: d", "C: [e]"]
  for last in ["", end] {
    let deck = deck(lines.joined(separator: end) + last)
    #expect(
      outline(deck) == """
        5/0 | §S | text | "a\\nb?" → "c" | also ["d"]
        9/1 | §S | text | blank 1 | "[…]" → "e"
        """)
    #expect(deck.name == "N")
    #expect(deck.print() == deck.bytes)
  }
}

@Test func theFirstCardAfterAByteOrderMark() {
  #expect(outline(deck("\u{feff}Q: a?\nA: b")) == #"1/0 | text | "a?" → "b""#)
  #expect(deck("\u{feff}---\nname = 'N'\n---\n").name == "N")
}

@Test func theNameOfADeck() {
  #expect(deck("", path: "Decks/war/ww1.md").name == "ww1")
  #expect(deck("---\nother = 1\n---\n", path: "a/b.txt").name == "b.txt")
  #expect(deck("---\nname = \"  \"\n---\n", path: "c.md").name == "c")
  #expect(deck("---\n---\n", path: "c.md").problems.isEmpty)
}

@Test func frontMatterWithoutEnd() {
  #expect(
    outline(deck("---\nname = \"N\"\n\nQ: a?\nA: b")) == """
      4/0 | text | "a?" → "b"
      1: error frontMatterWithoutEnd
      """)
}

@Test(arguments: 0..<300)
func whatWasParsedPrintsTheSameBytes(seed: Int) {
  var random = SplitMix64(seed: UInt64(seed))
  let pieces: [[UInt8]] =
    [
      "Q:", "A:", "C:", "---", "\n", "\r\n", "\r", "\n\n", "# ", "## ", "```", "~~~", "[", "]",
      "![", "](", ")", "\\", "Also:", "Also 2: x", "Kind: date", "Id: a", "Source: s", "x", " ",
      "\t", "é", "\u{2028}", "[a]", "name = \"x\"", "[actors.A]\nkind = \"state\"", "Als: x",
    ].map { Array($0.utf8) } + [[0xff], [0], [0xef, 0xbb, 0xbf], [0xc3], [0xed, 0xa0, 0x80]]
  for _ in 0..<50 {
    let bytes = (0..<Int.random(in: 0..<60, using: &random)).flatMap { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }
    let deck = Deck.parse(bytes: bytes, path: "deck.md")
    #expect(deck.print() == bytes)
    #expect(deck.items.allSatisfy { !$0.range.isEmpty })
    for card in deck.cards { #expect(!card.prompt.isEmpty && !card.answer.isEmpty) }
  }
}

@Test(arguments: 0..<100)
func randomBytesPrintTheSame(seed: Int) {
  var random = SplitMix64(seed: UInt64(seed))
  let bytes = (0..<Int.random(in: 0..<2000, using: &random)).map { _ in
    UInt8.random(in: 0...255, using: &random)
  }
  #expect(Deck.parse(bytes: bytes, path: "deck.md").print() == bytes)
}
