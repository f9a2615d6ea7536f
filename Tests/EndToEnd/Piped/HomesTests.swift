import Testing

/// Which home folder is taken.
@Suite struct HomesTests {
  private func home(
    _ session: TemporaryHome, _ arguments: [String], in folder: String,
    _ variables: [String: String] = [:]
  ) throws -> String {
    let process = try PipeSession(
      Built.program, ["paths"] + arguments,
      environment: session.environment.merging(variables) { $1 }, folder: folder)
    process.closeInput()
    let result = try process.finish()
    #expect(result.code == 0)
    let line = result.output.split(separator: "\n").first ?? ""
    return session.masked(String(line.split(separator: " ").last ?? ""))
  }

  @Test func inOrder() throws {
    let place = try MoonDeck.home()
    try place.write("Q: One?\nA: 1\n", to: "other/Decks/one.md")
    try place.write("", to: "third/tripos.toml")
    try place.write("", to: "third/deep/er/file")
    try place.write("Q: One?\nA: 1\n", to: "sources/Decks/one.md")
    try place.write("", to: "sources/Decks/Deck.swift")
    try place.write("", to: "plain/Decks/notes.txt")
    let variable = ["TRIPOS_HOME": place.root + "/other"]
    #expect(
      try home(place, ["--home", "../third"], in: place.folder, variable) == "ROOT/home/../third")
    #expect(try home(place, [], in: place.folder, variable) == "ROOT/other")
    #expect(try home(place, [], in: place.decks) == "ROOT/home")
    #expect(try home(place, [], in: place.root + "/third/deep/er") == "ROOT/third")
    #expect(try home(place, [], in: place.root + "/sources/Decks") == "ROOT/data/tripos")
    #expect(try home(place, [], in: place.root + "/plain") == "ROOT/data/tripos")
    #expect(
      try home(place, [], in: place.root + "/plain", ["XDG_DATA_HOME": "relative"])
        == "ROOT/user/.local/share/tripos")
  }
}
