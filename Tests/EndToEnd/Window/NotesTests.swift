import Files
import Proving
import Testing

/// Cards that a student writes, finds and changes by hand.
@Suite struct NotesTests {
  private func recording(_ home: TemporaryHome, _ arguments: [String]) throws -> WindowRecording {
    let window = WindowRecording(try home.terminal(arguments))
    try window.session.nextPrompt()
    window.note("tripos \(arguments[0])")
    return window
  }

  private func deck(_ home: TemporaryHome) throws -> String {
    String(decoding: try readFile("\(home.decks)/moon.md").bytes, as: UTF8.self)
  }

  @Test func addedAtThePrompt() throws {
    let home = try MoonDeck.home()
    let window = try recording(home, ["add"])
    try window.enter("", "an empty question")
    try window.enter("When was Luna 9 launched?", "the question")
    try window.enter("31 January 1966", "the answer, as it is read")
    try window.enter("31.1.66", "another answer")
    try window.enter("", "no more answers")
    try window.enter("First flights", "the section")
    #expect(try window.session.finish() == 0)
    #expect(differenceFromGolden(home.masked(window.text), name: "add") == nil)
    let added = """
      Q: When was Luna 9 launched?
      A: 31 January 1966
      Also: 31.1.66

      # Words
      """
    #expect(try deck(home).contains(added))
  }

  @Test func addedTwice() throws {
    let home = try MoonDeck.home()
    let window = try recording(home, ["add"])
    try window.enter("Who was the first to walk on the Moon?", "a question that is there already")
    try window.enter("Neil Armstrong", "the card that asks it")
    try window.enter("", "not added")
    #expect(try window.session.finish() == 0)
    #expect(differenceFromGolden(home.masked(window.text), name: "add-twice") == nil)
    #expect(try deck(home) == MoonDeck.text)
  }

  /// A card of one's own at the end of a large deck: when it comes, and how it comes sooner.
  @Test func addedBehindManyNewCards() throws {
    let home = try MoonDeck.home()
    let cards = (1...30).map { "Q: What is \($0) and one?\nA: \($0 + 1)\n" }.joined(separator: "\n")
    try home.write("# Sums\n\n\(cards)", to: "home/Decks/sums.md")
    let result = try home.run([
      "add", "--deck", "sums", "--question", "What is twice four?", "--answer", "8", "--section",
      "Sums",
    ])
    #expect(result.code == 0)
    #expect(
      unwrapped(home.masked(result.output)) == """
        Read as a number: 8. Added to ROOT/home/Decks/sums.md. As a new card it comes after 38 \
        others: "tripos review --section 'Sums'" asks it sooner.
        """)
  }

  @Test func edited() throws {
    let home = try MoonDeck.home()
    let window = WindowRecording(try home.terminal(["edit", "h1-s2ys"]))
    try window.session.wait(forText: "note> Q: How many people")
    window.note("tripos edit")
    window.session.send("\n")
    try window.session.wait(forText: "note> A: 12")
    window.session.send(" people\n")
    #expect(try window.session.finish() == 0)
    window.note("edited")
    #expect(differenceFromGolden(home.masked(window.text), name: "edit") == nil)
    #expect(try deck(home) == MoonDeck.text.replacing("A: 12\n", with: "A: 12 people\n"))
  }

  /// The edit of an open question shows its answer: the card is asked later.
  @Test func editedWhileOpen() throws {
    let home = try MoonDeck.home()
    let window = try recording(home, ["review", "--section", "2"] + evening)
    window.session.send(":edit\n")
    try window.session.wait(forText: "note> Q: What are the dark plains")
    for line in ["A: maria", "Also: mare", "Kind: term", "Why: They were taken for seas."] {
      window.session.send("\n")
      try window.session.wait(forText: "note> \(line)")
    }
    try window.enter("", "left as it was: another card")
    window.session.send(":edit\n")
    try window.session.wait(forText: "note> Q: Which two metals")
    window.session.send(" (Two.)\n")
    try window.session.wait(forText: "note> A: iron and titanium")
    window.session.send("\n")
    try window.session.wait(forText: "note> Kind: list")
    try window.enter("", "changed: another card")
    #expect(differenceFromGolden(home.masked(window.text), name: "edit-open") == nil)
  }

  @Test func newFoundSuspendedUnflagged() throws {
    let home = try MoonDeck.home()
    let lines = [
      ["new", "Kings of France"], ["new", "Kings of France"], ["find", "armstrong"],
      ["find", "nothing like it"], ["suspend", "h1-s2ys"],
      ["show", "h1-s2ys"], ["suspend", "h1-s2ys", "--undo"], ["unflag", "h1-s2ys"],
      ["suspend", "h1-none"], ["edit", "h1-s2ys"],
    ]
    var report = ""
    for arguments in lines {
      report += "$ tripos \(arguments.joined(separator: " "))\n"
      report += home.masked(try home.run(arguments + evening).report) + "\n"
    }
    #expect(differenceFromGolden(report, name: "commands") == nil)
  }
}
