import Decks
import Testing

@testable import Exchange

@Suite struct SeparatedReaderTests {
  private func read(
    _ text: String, _ format: ExchangeFormat = .csv, _ options: ReadOptions = ReadOptions()
  ) throws -> Findings {
    try FileReading.read(Array(text.utf8), as: format, options: options)
  }

  private func lines(_ findings: Findings) -> [String] {
    findings.decks.flatMap { deck in
      deck.notes.map { note in
        let path = ([deck.name ?? "-"] + note.section).joined(separator: "|")
        return "\(note.place) \(path) \(note.note.text.replacing("\n", with: "⏎"))"
      }
    }
      + findings.skipped.map { "\($0.place) \($0.reason) \($0.excerpt)" }
      + findings.remarks.map { "\($0)" }
  }

  @Test func aSpreadsheet() throws {
    let text = """
      sep=;
      Front;Back;Tags;Colour
      Who wrote Leviathan?;Hobbes;books, old;red
      ;alone;;
      alone;;;
      "two
      lines";yes;;
      damaged\u{fffd};x;;
      """
    #expect(
      lines(try read(text)) == [
        "line(3) - Q: Who wrote Leviathan?⏎A: Hobbes⏎Tags: books, old",
        "line(6) - Q: two⏎lines⏎A: yes",
        "line(4) noQuestion ", "line(5) noAnswer alone",
        "line(8) badCharacter damaged\u{fffd}", "columnsLeft([\"Colour\"])",
      ])
  }

  @Test func noHeader() throws {
    var options = ReadOptions()
    #expect(
      lines(try read("France,Paris,x\nItaly,Rome\n", .csv, options)) == [
        "line(1) - Q: France⏎A: Paris", "line(2) - Q: Italy⏎A: Rome", "columnsLeft([\"3\"])",
      ])
    options.hasHeader = true
    #expect(
      lines(try read("Country,Capital\nItaly,Rome\n", .csv, options))
        == ["line(2) - Q: Italy⏎A: Rome"])
  }

  @Test func aQuizletSet() throws {
    #expect(
      lines(try read("\"Hi\tHallo\nWho, when?\tMao; 1950\n", .quizlet)) == [
        "line(1) - Q: \"Hi⏎A: Hallo", "line(2) - Q: Who, when?⏎A: Mao; 1950",
      ])
  }

  @Test func ankisNotes() throws {
    let text = """
      #separator:tab
      #html:true
      #guid column:1
      #notetype column:2
      #deck column:3
      #tags column:6
      x{1\tBasic\tHistory::Asia\tCapital of <b>Laos</b>?\tVientiane&nbsp;<br>(city)\tasia easy
      # no note
      y\tCloze\tHistory\t{{c1::Hanoi::city}} fell in {{c2::1954}} [sic]\tSee Geneva.\t
      z\tCloze\tHistory\tno blank\t\t
      """
    #expect(
      lines(try read(text, .text)) == [
        "line(7) History|Asia Q: Capital of Laos?⏎A:⏎Vientiane⏎(city)⏎Tags: asia, easy",
        "line(9) History C: [Hanoi] fell in [1954] \\[sic\\]⏎Why: See Geneva.",
        "line(10) noBlank z",
      ])
  }

  @Test func namesOfAnkisColumns() throws {
    let text = """
      #separator:Semicolon
      #html:false
      #tags:all of
      #deck:Rome
      #columns:Back;Front
      a <b>;q
      """
    #expect(lines(try read(text, .text)) == ["line(6) Rome Q: q⏎A: a <b>⏎Tags: all, of"])
  }

  @Test func foreignFormulasStay() throws {
    #expect(
      lines(try read("question,answer\n'=x,'-y\n")) == ["line(2) - Q: '=x⏎A: '-y"])
  }

  @Test func everyColumnOfOurs() throws {
    let text = """
      Q: =2+2
      A: 4
      Also: four
      Also: IV
      Kind: number
      Why: -

      C: [Hanoi] in [1954]
      Also 1: Ha Noi
      Kind 2: date
      Event 2: The fall
      """
    let deck = Deck.parse(bytes: Array(text.utf8), path: "x.md")
    let bytes = FileWriting.write([deck], as: .tsv).bytes
    #expect(
      bytes.text == """
        deck\tsection\tquestion\tanswer\talso\tkind\tevent\twhy\tsource\ttags\tid
        x\t\t'=2+2\t4\t"four
        IV"\tnumber\t\t'-\t\t\t
        x\t\t[Hanoi] in [1954]\t\tHa Noi\t2: date\t2: The fall\t\t\t\t

        """)
    let csv = FileWriting.write([deck], as: .csv).bytes
    #expect(csv.starts(with: [0xef, 0xbb, 0xbf]) && csv.suffix(2).elementsEqual([0x0d, 0x0a]))
    #expect(
      FileWriting.write([deck], as: .quizlet).bytes.text
        == "=2+2\t4\n_____ in 1954\tHanoi\nHanoi in _____\t1954\n")
    #expect(
      FileWriting.write([deck], as: .text).bytes.text.split(separator: "\n").dropFirst(5) == [
        "Basic\tx\t=2+2\t4\t", "Cloze\tx\t{{c1::Hanoi}} in {{c2::1954}}\t\t",
      ])
    #expect(FileWriting.write([deck], as: .text).losses == [.fields(2)])
  }
}
