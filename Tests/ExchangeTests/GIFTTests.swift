import Decks
import Testing

@testable import Exchange

@Suite struct GIFTTests {
  private func read(_ text: String) -> Findings { GIFTReader.read(Array(text.utf8)) }

  private func lines(_ text: String) -> [String] {
    let findings = read(text)
    return findings.decks.flatMap { deck in
      deck.notes.map { note in
        let path = note.section.isEmpty ? "" : " <\(note.section.joined(separator: "|"))>"
        return "\(note.place)\(path) \(note.note.text.replacing("\n", with: "⏎"))"
      }
    } + findings.skipped.map { "\($0.place) \($0.reason)" }
  }

  @Test func everyTypeOfQuestion() {
    let text = """
      // a comment
      $CATEGORY: $course$/top/History/Rome

      ::Q1:: Who crossed the Rubicon? {
        =Caesar # right
        =Julius Caesar
        =%50%Gaius
      }

      // [id:rome-2] [tag:law] [tag:old \\] one]
      Who is buried in \\{Grant's\\} tomb\\: say\\=it? {=Grant ~no one ~Lee ####It is a joke.}

      Rome fell in 476. {T#no#yes}

      ::pi::What is pi? {#3.14:0.01}

      A year between two {#1..5}

      The first emperor was {=Augustus =Octavian} of Rome.

      Match. {
        =Nero -> 54
        =Titus -> 79
        = -> 100
      }

      Which of the following is a hill? {
        ~Tiber
        =Palatine
      }

      Two of them are kings. {~%50%Numa ~%50%Tullus ~%-100%Nero}

      Write about Rome. {}

      Just a text.

      [html]<p>Which <b>river</b>?</p> {=Tiber &amp; Co}
      """
    #expect(
      lines(text) == [
        "line(4) <Rome> Q: Who crossed the Rubicon?⏎A: Caesar⏎Also: Julius Caesar",
        "line(11) <Rome> Q: Who is buried in {Grant's} tomb: say=it?⏎A: Grant⏎Why: It is a joke."
          + "⏎Tags: law, old ] one⏎Id: rome-2",
        "line(13) <Rome> Q: True or false? Rome fell in 476.⏎A: true",
        "line(15) <Rome> Q: What is pi?⏎A: 3.14",
      ]
        + [
          "line(19) <Rome> C: The first emperor was [Augustus] of Rome.⏎Also: Octavian",
          "line(21) <Rome> Q: Match.⏎Nero⏎A: 54",
          "line(21) <Rome> Q: Match.⏎Titus⏎A: 79",
          "line(27) <Rome> Q: Which of the following is a hill?⏎- Tiber⏎- Palatine⏎A: Palatine",
          "line(32) <Rome> Q: Two of them are kings.⏎A:⏎- Numa⏎- Tullus",
          "line(38) <Rome> Q: Which river?⏎A: Tiber & Co",
          "line(17) numberRange", "line(34) essay", "line(36) description",
        ])
    #expect(read(text).decks.map(\.name) == ["History"])
    #expect(
      read(text).remarks == [.wrongOptionsLeft(2), .tolerancesLeft(1), .partialAnswersLeft(1)])
  }

  @Test func faultsCostOneQuestion() {
    let text = """
      Open {=a

      Next {=b}

      Odd {&what}

      Two {=a} and {=b}

      None {~a ~b}

      ::open:: Open again {=a

      ::last::Last {=z}
      """
    #expect(
      lines(text) == [
        "line(3) Q: Next⏎A: b", "line(13) Q: Last⏎A: z", "line(1) openBrace", "line(5) badAnswer",
        "line(7) badAnswer", "line(9) noRightAnswer", "line(11) openBrace",
      ])
  }

  @Test func aDeckInGIFT() {
    let source = """
      # One/two

      Q: Who: {a}?
      two lines
      A: Mao
      Also: Mao Zedong
      Kind: person
      Why: =so
      Tags: china, cold war
      Id: mao

      C: [Hanoi] fell in [1954].
      """
    let deck = Deck.parse(bytes: Array(source.utf8), path: "x.md")
    #expect(
      GIFTWriter.text([deck]) == """
        $CATEGORY: x/One//two

        // [id:mao] [tag:china] [tag:cold war]
        // Kind: person
        [plain]Who\\: \\{a\\}?\\ntwo lines {=Mao =Mao Zedong####\\=so}

        // C: 1
        [plain]{=Hanoi} fell in 1954.

        // C: 2
        [plain]Hanoi fell in {=1954}.


        """)
  }
}
