import Glibc
import Proving
import Testing

@testable import tripos

/// `tripos help` and the manual page.
@Suite struct HelpTests {
  @Test func topics() throws {
    let home = try TemporaryHome()
    var text = ""
    for topic in HelpTopic.allCases {
      let result = try home.run(["help", topic.rawValue])
      #expect(result.code == 0 && result.messages == "")
      text += "$ tripos help \(topic.rawValue)\n\(result.output)\n"
    }
    #expect(differenceFromGolden(text, name: "topics") == nil)
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 80 })
  }

  @Test func topicsReadAloud() throws {
    let home = try TemporaryHome()
    let spoken = try home.run(["help", "exit-codes", "--accessible"]).output
    #expect(spoken.contains("\n  64: The command line is wrong: an unknown word, flag or card.\n"))
  }

  @Test func commands() throws {
    let home = try TemporaryHome()
    for words in [[], ["review"], ["exam", "sit"]] {
      let help = try home.run(["help"] + words)
      let flag = try home.run(words + ["--help"])
      // The parser ends some of its own with an empty line.
      #expect(help.output == flag.output || help.output + "\n" == flag.output)
    }
  }

  @Test func unknown() throws {
    let home = try TemporaryHome()
    var reports = ""
    for words in [
      ["exit-kodes"], ["enviroment"], ["reveiw"], ["zzz"], ["exam", "sitt"], ["formats", "x"],
    ] {
      let result = try home.run(["help"] + words)
      #expect(result.code == 64)
      reports += "$ tripos help \(words.joined(separator: " "))\n\(result.report)\n"
    }
    #expect(differenceFromGolden(reports, name: "unknown") == nil)
  }

  /// Every exit code of the program is explained.
  @Test func exitCodes() {
    let codes = ExitStatus.all.map(\.code)
    #expect(codes == codes.sorted() && Set(codes).count == codes.count)
    for code in [
      ExitStatus.general, ExitStatus.due, ExitStatus.usage, ExitStatus.badData, ExitStatus.noInput,
      ExitStatus.internalError, ExitStatus.cannotCreate, ExitStatus.ioError, ExitStatus.lockHeld,
      ExitStatus.noPermission, ExitStatus.badSettings, ExitStatus.interrupted,
      ExitStatus.brokenPipe,
    ] { #expect(codes.contains(code)) }
  }

  /// Help fits any window: no line is wider, no word is lost.
  @Test(arguments: [40, 80, 200]) func widths(columns: Int) throws {
    let home = try TemporaryHome()
    let session = try home.terminal(["help", "environment"], columns: columns, rows: 24)
    #expect(try session.finish() == 0)
    let words = session.screen.transcript.split(whereSeparator: \.isWhitespace).map(String.init)
    let plain = try home.run(["help", "environment"]).output
    #expect(words == plain.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}

/// The manual page that is committed.
@Suite struct ManualPageTests {
  private static let path = "\(Built.checkout)/Documentation/man/tripos.1"

  @Test("The manual page says what --help says: otherwise run \"make man\"")
  func isUpToDate() {
    #expect(contents(of: Self.path) == ManualPage(CommandDescription(Tripos.self)).source + "\n")
  }

  @Test(
    "The manual page is as its linters want it",
    .enabled(if: access("/usr/bin/mandoc", X_OK) == 0, "missing tool: mandoc"))
  func lints() throws {
    let home = try TemporaryHome()
    let strict = try PipeSession(
      "/usr/bin/mandoc", ["-T", "lint", Self.path], environment: home.environment,
      folder: home.folder
    ).finish()
    // Whether other pages are installed is no matter of this one.
    let remarks = (strict.output + strict.messages).split(separator: "\n")
      .filter { !$0.contains("outdated mandoc.db") }
    #expect(remarks == [])
  }

  @Test(
    "groff reads the manual page without a warning",
    .enabled(if: access("/usr/bin/man", X_OK) == 0, "missing tool: man"))
  func reads() throws {
    let home = try TemporaryHome()
    let session = try PipeSession(
      "/usr/bin/man", ["--warnings", "-E", "UTF-8", "-P", "cat", "-l", Self.path],
      environment: home.environment.merging(["MANWIDTH": "80"]) { $1 }, folder: home.folder)
    session.closeInput()
    let result = try session.finish()
    #expect(result.code == 0 && result.messages == "")
    #expect(result.output.contains("tripos review"))
    #expect(result.output.contains("EXIT STATUS"))
  }
}
