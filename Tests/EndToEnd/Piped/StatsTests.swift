import Chronology
import Files
import Glibc
import JSON
import Progress
import Proving
import Testing

/// `tripos stats`: charts, figures for programs, and the page.
@Suite struct StatsTests {
  /// A home in which some cards were answered on two evenings, one of them undone.
  private func studiedHome() throws -> TemporaryHome {
    let home = try MoonDeck.home()
    let first = ["USSR", "x", "", "20 July 1969", "13", "", "mare", ":quit"]
    _ = try home.run(["review"] + evening, input: first.joined(separator: "\n") + "\n")
    let second = ["USSR", "Armstrong", ":undo", ":quit"]
    _ = try home.run(["review"] + nextEvening, input: second.joined(separator: "\n") + "\n")
    try evenOut(home)
    return home
  }

  /// Gives every answer a whole minute and four seconds, which differ from run to run.
  private func evenOut(_ home: TemporaryHome) throws {
    for entry in try listFolder(home.progress) where entry.name.hasSuffix(".jsonl") {
      let path = "\(home.progress)/\(entry.name)"
      let lines = try readFile(path).bytes.split(separator: 0x0a)
      let records = lines.compactMap { line in
        line.withUnsafeBytes { (try? Record.decode($0)).flatMap { $0 } }
      }
      #expect(records.count == lines.count)
      try writeFile(
        path,
        records.flatMap { record in
          var record = record
          record.at.milliseconds -= record.at.milliseconds % 60_000
          if case .review(let key, var answer) = record.event {
            answer.milliseconds = 4000
            record.event = .review(key: key, answer)
          }
          return record.encoded() + [0x0a]
        })
    }
    unlink("\(home.progress)/progress.json")
  }

  /// Without figures that hang on the second.
  private func masked(_ text: String, _ home: TemporaryHome) -> String {
    home.masked(text)
      .replacing(/"(median|mean|likely_known)":([0-9]+)[0-9.]*/) { "\"\($0.1)\":\($0.2)" }
  }

  @Test(arguments: ["", "--plain", "--accessible", "moon --section words", "--json"])
  func golden(_ flags: String) throws {
    let home = try studiedHome()
    let before = home.journal()
    let arguments = ["stats"] + flags.split(separator: " ").map(String.init)
    let result = try home.run(arguments + nextEvening, environment: ["COLUMNS": "72"])
    #expect(result.code == 0)
    let name = (["stats"] + flags.split(separator: " ")).joined(separator: "-")
    #expect(differenceFromGolden(masked(result.report, home), name: name) == nil)
    #expect(home.journal() == before)
    if flags == "--json" {
      #expect(try JSON.parse(Array(result.output.utf8))["schema"] == .integer(1))
    }
    if flags == "--plain" { #expect(result.output.utf8.allSatisfy { $0 < 0x80 }) }
  }

  /// Undone answers do not count; the figures are those of the journal.
  @Test func countsWhatCounts() throws {
    let home = try studiedHome()
    let result = try home.run(["stats", "--json"] + nextEvening)
    let json = try JSON.parse(Array(result.output.utf8))
    let lines = home.journal()
    let void = Set(lines.filter { $0.kind == "void" }.compactMap(\.of))
    let live = lines.filter { $0.kind == "review" && !void.contains($0.number) }
    #expect(!void.isEmpty)
    #expect(json["all"]?["answers"]?.int == live.count)
    #expect(json["day"]?["answers"]?.int == live.count { $0.day == "2026-11-26" })
    #expect(json["streak"]?["current"]?.int == 2)
  }

  @Test func charsetDecidesOnTheSigns() throws {
    let home = try studiedHome()
    for variables in [["LANG": "C"], ["LC_ALL": "POSIX"], ["TERM": "dumb"]] {
      let result = try home.run(["stats"] + nextEvening, environment: variables)
      #expect(result.output.utf8.allSatisfy { $0 < 0x80 }, "\(variables)")
    }
    #expect(try home.run(["stats"] + nextEvening).output.contains("█"))
  }

  @Test(arguments: [40, 80, 120, 200])
  func fitsTheWindow(_ columns: Int) throws {
    let home = try studiedHome()
    let session = try home.terminal(["stats"] + nextEvening, columns: columns, rows: 200)
    #expect(try session.finish() == 0)
    let lines = session.screen.lines
    #expect(lines.contains { $0.contains("Due in the next 30 days") })
    // The last column stays empty, so that no line was wrapped by the terminal.
    for line in lines { #expect(line.count < columns, "\(line)") }
    #expect(session.screen.unknown == [])
  }

  @Test func whatIsLongerThanTheWindowIsReadInThePager() throws {
    let home = try studiedHome()
    func shown(_ pager: String, rows: Int) throws -> String {
      let session = try home.terminal(
        ["stats"] + nextEvening, environment: ["PAGER": pager], rows: rows)
      #expect(try session.finish() == 0)
      return session.screen.text
    }
    let first = try shown("sed 's/^/> /; 2q'", rows: 20)
    #expect(first.contains("> Statistics of") && !first.contains("Confused with each other"))
    // One that is not there shows nothing by itself.
    #expect(try shown("no-such-pager", rows: 20).contains("Confused with each other"))
    #expect(try !shown("sed 's/^/> /'", rows: 400).contains("> "))
  }

  @Test func atTheHomePrompt() throws {
    let home = try studiedHome()
    let session = try home.terminal(nextEvening, rows: 200)
    try session.nextPrompt()
    try session.enter("stats")
    let shown = session.screen.text
    #expect(shown.contains("Today and this week") && shown.contains("Confused with each other"))
    #expect(try session.enter("quit") == "")
    #expect(try session.finish() == 0)
  }

  @Test func page() throws {
    let home = try studiedHome()
    let path = home.folder + "/page.html"
    let result = try home.run(["stats", "--html", "page.html"] + nextEvening)
    #expect(result.code == 0)
    #expect(
      result.report
        == "Written: page.html. Open it in a browser; it needs no network.\n--- exit 0\n")
    let html = String(decoding: try readFile(path).bytes, as: UTF8.self)
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
    #expect(html.contains("<svg") && !html.contains("<script"))
    // Our own page may be replaced, and so may an empty file.
    #expect(try home.run(["stats", "--html", path] + nextEvening).code == 0)
    try home.write("", to: "empty.html")
    #expect(try home.run(["stats", "--html", home.root + "/empty.html"] + nextEvening).code == 0)
    let piped = try home.run(["stats", "--html", "-"] + nextEvening)
    #expect(masked(piped.output, home) == masked(html + "\n", home))
  }

  @Test func noOtherFileIsReplaced() throws {
    let home = try studiedHome()
    try home.write("my thesis", to: "thesis.html")
    let path = home.root + "/thesis.html"
    let refused = try home.run(["stats", "--html", path] + nextEvening)
    #expect(refused.code == 73 && refused.output == "")
    #expect(
      home.masked(refused.messages) == """
        tripos: ROOT/thesis.html is there already, and it is no page of Tripos.
          Name another file, or replace it with --force.

        """)
    #expect(try readFile(path).bytes == Array("my thesis".utf8))
    #expect(try home.run(["stats", "--html", path, "--force"] + nextEvening).code == 0)
    #expect(try readFile(path).bytes != Array("my thesis".utf8))
  }

  @Test func badInput() throws {
    let home = try studiedHome()
    let commands = [
      ["stats", "no such deck"], ["stats", "--since", "yesterday"],
      ["stats", "--since", "2026-13"], ["stats", "--since", "2027"],
      ["stats", "--html", home.root + "/none/page.html"], ["stats", "--html", home.root],
      ["stats", "--json", "--html", "x"], ["stats", "--force"],
    ]
    let reports = try commands.map { arguments in
      let result = try home.run(arguments + nextEvening)
      return "$ tripos \(arguments.joined(separator: " "))\n\(result.report)"
    }
    let text = home.masked(reports.joined(separator: "\n"))
    #expect(differenceFromGolden(text, name: "bad-input") == nil)
    for arguments in commands { #expect(try home.run(arguments + nextEvening).code != 0) }
  }

  @Test func anUnwritableFolder() throws {
    guard geteuid() != 0 else { return }
    let home = try studiedHome()
    chmod(home.root, 0o500)
    defer { chmod(home.root, 0o700) }
    #expect(try home.run(["stats", "--html", home.root + "/page.html"] + nextEvening).code == 77)
  }

  @Test func nothingAnswered() throws {
    let home = try MoonDeck.home()
    let result = try home.run(["stats"] + evening)
    #expect(differenceFromGolden(result.report, name: "nothing") == nil)
    let since = try studiedHome().run(["stats", "--since", "2026-11-27", "--now", "2026-11-28"])
    #expect(differenceFromGolden(since.report, name: "nothing-since") == nil)
    let empty = try TemporaryHome()
    let none = try empty.run(["stats"] + evening)
    #expect(none.code == 66 && none.messages.contains("there is no deck"))
  }
}
