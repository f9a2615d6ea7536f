import Files
import Proving
import Testing

/// A deck from a text, and the same deck when the text has changed.
@Suite struct GenerateTests {
  private func deck(_ home: TemporaryHome, _ name: String = HarbourText.name) throws -> String {
    String(decoding: try readFile("\(home.decks)/\(name)").bytes, as: UTF8.self)
  }

  @Test func aNewDeck() throws {
    let home = try HarbourText.home()
    let dry = try home.run(["generate", HarbourText.name, "--dry-run"])
    #expect(dry.code == 0)
    #expect(try listFolder(home.decks).isEmpty)
    let made = try home.run(["generate", HarbourText.name, "--yes", "--explain"])
    #expect(made.code == 0)
    #expect(differenceFromGolden(home.masked(made.report), name: "new") == nil)
    #expect(differenceFromGolden(try deck(home), name: "new-deck") == nil)
    #expect(try home.run(["check"]).code == 0)
  }

  @Test func theSameTextAgain() throws {
    let home = try HarbourText.homeWithDrafts()
    let before = try deck(home)
    let again = try home.run(["generate", HarbourText.name, "--yes"])
    #expect(again.code == 0)
    #expect(again.output.contains("harbour.md is up to date; nothing was written."))
    #expect(again.output.contains("14 drafts to settle: tripos generate --read \"harbour\""))
    #expect(try deck(home) == before)
  }

  @Test func aNewerText() throws {
    let home = try HarbourText.homeWithDrafts()
    try home.write(
      try deck(home).replacing("Who visited the Royal Shipyard", with: "Which king came"),
      to: "home/Decks/\(HarbourText.name)")
    try home.write(HarbourText.newer, to: "home/\(HarbourText.name)")
    let before = try deck(home)
    let asked = try home.run(["generate", HarbourText.name])
    #expect(asked.code == 64)
    #expect(try deck(home) == before)
    let newer = try home.run(["generate", HarbourText.name, "--yes"])
    #expect(newer.code == 0)
    #expect(differenceFromGolden(home.masked(newer.report), name: "newer") == nil)
    #expect(differenceFromGolden(try deck(home), name: "newer-deck") == nil)
    let last = try deck(home)
    _ = try home.run(["generate", HarbourText.name, "--yes"])
    #expect(try deck(home) == last)
  }

  /// A deck is known by its facts, whatever text and deck are called.
  @Test func aDeckWithAnotherName() throws {
    let home = try HarbourText.home()
    _ = try home.run(["generate", HarbourText.name, "--to", "Old ports", "--yes"])
    try home.write(HarbourText.newer, to: "home/second.txt")
    let newer = try home.run(["generate", "second.txt", "--yes"])
    #expect(newer.code == 0 && newer.output.contains("Decks/old-ports.md was made from this text"))
    #expect(try listFolder(home.decks).map(\.name) == ["old-ports.md"])
    let twice = try home.run(["generate", "second.txt", "--to", "copy", "--yes"])
    #expect(twice.code == 73)
    #expect(differenceFromGolden(home.masked(twice.report), name: "made-before") == nil)
  }

  @Test func nothingIsWrittenOver() throws {
    let home = try HarbourText.homeWithDrafts()
    let own = "Q: Mine?\nA: Yes\n"
    try home.write(own, to: "home/Decks/own.md")
    try home.write("notes", to: "home/notes.md")
    try home.write(
      "Mary Kay founded the Tin Company in 1902. John Hay sold the Tin Company in May 1907.\n",
      to: "home/tin.txt")
    var reports = ""
    for deck in ["own", "notes.md", "harbour", "///"] {
      let result = try home.run(["generate", "tin.txt", "--yes", "--to", deck])
      #expect(result.code == 73, "\(deck)")
      reports += "$ tripos generate tin.txt --yes --to \(deck)\n\(result.report)\n"
    }
    #expect(differenceFromGolden(home.masked(reports), name: "exists") == nil)
    #expect(try deck(home, "own.md") == own)
    let look = try home.run(["generate", "tin.txt", "--dry-run", "--to", "own"])
    #expect(look.code == 73 && look.output.contains("Tin Company"))
  }

  @Test func rejectedFactsAreNotOfferedAgain() throws {
    let home = try HarbourText.homeWithDrafts()
    let before = try deck(home)
    _ = try home.run(["generate", "--read", "harbour"] + evening, input: "r\nr\n")
    let after = try deck(home)
    #expect(before.ranges(of: "Id: g-").count == after.ranges(of: "Id: g-").count + 2)
    let again = try home.run(["generate", HarbourText.name, "--yes"])
    #expect(again.output.contains("2 rejected before: not offered again."))
    #expect(try deck(home) == after)
  }

  @Test func cardsForPrograms() throws {
    let home = try HarbourText.home()
    let result = try home.shell("\"$0\" generate - --json <\(HarbourText.name)", [])
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("{\"schema\":1,\"cards\":[{\"question\":"))
    #expect(result.output.contains("\"date\":\"1690-05-04\""))
    #expect(try listFolder(home.decks).isEmpty)
  }
}
