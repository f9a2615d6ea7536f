import JSON
import Proving
import Testing

/// `tripos settings`: values, where they come from, and what is wrong.
@Suite struct SettingsCommandTests {
  private func home() throws -> TemporaryHome {
    let home = try MoonDeck.home(
      settings: """
        retention = 0.92
        minutes = 30

        [exam]
        date = 2027-06-14
        name = "Finals"

        [exam.mock]
        questions = 30
        about = { dates = 2, actors = 1 }
        """)
    try home.write("minutes = 10\ncolour = \"always\"\n", to: "config/tripos/tripos.toml")
    return home
  }

  @Test func sources() throws {
    let home = try home()
    home.environment["EDITOR"] = "ed"
    let lists = try [
      home.run(["settings"]), home.run(["settings"], environment: ["ACCESSIBLE": "1"]),
      home.run(["settings", "--colour", "never"]),
      home.run(["settings", "--plain", "--accessible"]),
    ]
    for list in lists { #expect(list.code == 0 && list.messages == "") }
    let text = lists.map { home.masked($0.output) }.joined(separator: "\n")
    #expect(differenceFromGolden(text, name: "sources") == nil)
  }

  @Test func variablesOfColour() throws {
    let home = try MoonDeck.home()
    func colour(_ variables: [String: String]) throws -> String {
      let list = try home.run(["settings"], environment: variables).output
      let line = list.split(separator: "\n").first { $0.hasPrefix("colour") } ?? ""
      return line.split(separator: " ").dropFirst().joined(separator: " ")
    }
    #expect(try colour([:]) == "\"auto\" default")
    #expect(try colour(["NO_COLOR": "1", "FORCE_COLOR": "1"]) == "\"never\" $NO_COLOR")
    #expect(try colour(["CLICOLOR_FORCE": "1"]) == "\"always\" $CLICOLOR_FORCE")
    #expect(try colour(["TERM": "dumb"]) == "\"never\" $TERM")
    #expect(try colour(["CLICOLOR": "0"]) == "\"never\" $CLICOLOR")
  }

  @Test func forPrograms() throws {
    let home = try home()
    let result = try home.run(["settings", "--json"], environment: ["NO_COLOR": "1"])
    let answer = try JSON.parse(Array(result.output.utf8))
    #expect(answer["schema"]?.int == 1 && answer["problems"]?.array?.isEmpty == true)
    let settings = try #require(answer["settings"]?.array)
    func setting(_ name: String) -> String? {
      settings.first { $0["name"]?.string == name }.map { home.masked($0.compact) }
    }
    #expect(
      setting("minutes")
        == #"{"name":"minutes","value":30,"from":"file","path":"ROOT/home/tripos.toml","line":2}"#)
    #expect(setting("fuzz") == #"{"name":"fuzz","value":true,"from":"default"}"#)
    #expect(setting("editor") == #"{"name":"editor","value":null,"from":"default"}"#)
    #expect(
      setting("exam")
        == #"{"name":"exam","value":"2027-06-14","from":"file","path":"ROOT/home/tripos.toml","line":5}"#
    )
    #expect(
      setting("exam.mock")
        == #"{"name":"exam.mock","value":{"questions":30,"about":{"dates":2,"actors":1}},"from":"file","path":"ROOT/home/tripos.toml","line":8}"#
    )
  }

  @Test func check() throws {
    let files = [
      "minutes = 30\n", "minutes = \"long\"\nretenton = 0.9\n\nretention = 2\n",
      "new-per-day = 3\n= 4\n", "[exam]\ndate = \"soon\"\n",
      "[exam.mock]\nquestions = \"many\"\n", "parameters = [1, 2]\n",
    ]
    var reports = ""
    for text in files {
      let home = try MoonDeck.home(settings: text)
      let result = try home.run(["settings", "--check"])
      #expect(result.code == (text == files[0] ? 0 : 78))
      reports += "\(text)\(home.masked(result.report))\n"
    }
    let none = try MoonDeck.home()
    reports += none.masked(try none.run(["settings", "--check"]).report)
    try none.write("retention = 0.8\n", to: "config/tripos/tripos.toml")
    reports += none.masked(try none.run(["settings", "--check"]).report)
    #expect(differenceFromGolden(reports, name: "check") == nil)
  }

  /// The list comes all the same, with the mistakes after it.
  @Test func listWithMistakes() throws {
    let home = try MoonDeck.home(settings: "minutes = 30\nwings = 2\n")
    let result = try home.run(["settings"])
    #expect(result.code == 78)
    #expect(result.output.contains("minutes            30"))
    #expect(result.messages.contains("tripos.toml:2: there is no setting \"wings\"."))
  }
}
