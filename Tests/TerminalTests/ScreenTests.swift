import Testing

@testable import Terminal

@Suite("What is written", .serialized)
struct ScreenTests {
  @Test("Text is wrapped at spaces, with its indent")
  func wraps() {
    let screen = Screen(.memory, columns: 20)
    screen.line("one two three four five six seven", indent: 2)
    #expect(screen.written == "one two three four\n  five six seven\n")
    #expect(screen.lineCount == 2)
  }

  @Test("A word longer than the line is cut; no line is wider than the window")
  func cutsLongWords() {
    let screen = Screen(.memory, columns: 10)
    screen.line("a \("abcdefghijklmnopqrstuvwxyz")")
    #expect(screen.written == "a\nabcdefghij\nklmnopqrst\nuvwxyz\n")
  }

  @Test("Wide letters take two cells, marks none")
  func measuresWidth() {
    TerminalDevice.useUTF8()
    #expect(width(of: "한국") == 4)
    #expect(width(of: "Việt") == 4)
    #expect(width(of: "Vie\u{323}\u{302}t") == 4)
    #expect(truncated("한국어", toWidth: 5) == "한국…")
    #expect(padded("한", toWidth: 4) == "한  ")
    #expect(padded("7", toWidth: 3, onLeft: true) == "  7")
  }

  @Test("A colour is added to words, never in their place")
  func colours() {
    let text = SafeText(line: "Right", style: .right) + ": 1957"
    let coloured = Screen(.memory, usesColour: true)
    coloured.line(text)
    #expect(coloured.written == "\u{1b}[1;34mRight\u{1b}[0m: 1957\n")
    let plain = Screen(.memory)
    plain.line(text)
    #expect(plain.written == "Right: 1957\n")
  }

  @Test("Words of one style are coloured together")
  func joinsRuns() {
    let screen = Screen(.memory, usesColour: true, columns: 12)
    screen.line(SafeText(line: "two divided nations", style: .strong) + " now")
    #expect(screen.written == "\u{1b}[1mtwo divided\u{1b}[0m\n\u{1b}[1mnations\u{1b}[0m now\n")
  }

  @Test("What is read aloud has no dots, no columns and a word for a blank")
  func spoken() {
    let screen = Screen(.memory, isSpoken: true)
    screen.line("New · 3 left · Words")
    screen.line("The […] fell in 1989.  Then came 1990.")
    screen.raw("  3 Words          12 cards     0 due   ")
    screen.raw(SafeText(line: "Moon    ", style: .strong) + "12 cards")
    screen.line("  :suspend  do not ask it")
    screen.line("Also:   Luna")
    screen.raw("colour \"auto\"      default")
    #expect(
      screen.written == """
        New, 3 left, Words
        The (blank) fell in 1989.  Then came 1990.
          3 Words, 12 cards, 0 due
        Moon, 12 cards
          :suspend, do not ask it
        Also:   Luna
        colour "auto", default

        """)
    #expect(screen.undecorated("Enter: keep · q: discard>") == "Enter: keep, q: discard>")
  }

  @Test("Plain output keeps its columns and has commas for dots")
  func plain() {
    let screen = Screen(.memory, isPlain: true)
    screen.line("New · 3 left · Words")
    screen.raw("3 Words          12 cards")
    #expect(screen.written == "New, 3 left, Words\n3 Words          12 cards\n")
    #expect(screen.undecorated("Enter: keep · q: discard>") == "Enter: keep, q: discard>")
    #expect(Screen(.memory).undecorated("a · b") == "a · b")
  }

  @Test("An empty line is a line")
  func emptyLine() {
    let screen = Screen(.memory)
    screen.line()
    #expect(screen.written == "\n")
  }
}
