import Glibc
import Proving
import Testing

@testable import tripos

/// What Tab offers.
@Suite struct CompletionTests {
  private func home() throws -> TemporaryHome {
    let home = try MoonDeck.home(settings: "[exam.finals]\nquestions = 30\n")
    try home.write(
      """
      ---
      name = "Sea: a history"
      ---

      # It's "deep" & $old

      Q: What is the deepest trench of all?
      A: Mariana Trench
      Tags: sea, depth
      Id: deepest

      """, to: "home/Decks/sea.md")
    return home
  }

  private func offer(_ home: TemporaryHome, _ words: [String]) throws -> String {
    let result = try home.run(["complete", "fish", "--"] + words)
    #expect(result.code == 0 && result.messages == "")
    return result.output
  }

  @Test func whatMayFollow() throws {
    let home = try home()
    var text = ""
    for words in [
      ["rev"], ["review", ""], ["review", "s"], ["review", "--sec"], ["review", "--section", ""],
      ["review", "Sea: a history", "--section", ""], ["review", "--section=It"],
      ["review", "--tag", ""], ["review", "--kind", "p"], ["review", "--flip", "--f"],
      ["--home", "elsewhere", "review", ""], ["review", "--colour", ""], ["exam", "f"],
      ["exam", "s"], ["exam", "sit", "--about", "dates,a"], ["exam", "--ask", ""],
      ["exam", "--sections", "Words", ""], ["show", "dee"], ["practice", "dat"], ["help", "ex"],
      ["completions", ""], ["generate", ""], ["backup", "--to", ""], ["review", "--", "--f"],
      ["find", ""], ["frobnicate", ""], ["review", "--nonsense", "M"], ["restore", ""],
      ["read", "W"],
    ] {
      text += "$ tripos \(words.joined(separator: " "))|\n\(try offer(home, words))"
    }
    #expect(differenceFromGolden(text, name: "offers") == nil)
  }

  /// Nothing is said and nothing fails where there is nothing to look names up in.
  @Test func hostilePlaces() throws {
    let empty = try TemporaryHome()
    #expect(try offer(empty, ["review", ""]) == ":words\n")
    let broken = try MoonDeck.home(settings: "= = =\n")
    #expect(try offer(broken, ["review", ""]) == ":words\nThe Moon\t8 cards\n")
    let hostile = try TemporaryHome(decks: [
      "a.md": "---\nname = \"red \\u001b[31m\"\n---\nQ: One?\nA: 1\n",
      "b.md": "---\nname = \"two\\nlines\"\n---\nQ: Two?\nA: 2\n",
    ])
    #expect(try offer(hostile, ["review", ""]) == ":words\n")
    #expect(try offer(empty, []).hasPrefix(":words\nhome\t"))
  }

  @Test func unknownShell() throws {
    let home = try TemporaryHome()
    let reports = try [["bsh"], ["tcsh"], []].map { words in
      let result = try home.run(["completions"] + words)
      #expect(result.code == 64)
      return "$ tripos completions \(words.joined())\n\(result.report)"
    }
    #expect(differenceFromGolden(reports.joined(separator: "\n"), name: "unknown-shell") == nil)
  }

  // MARK: Real shells

  /// Lines with Tab at their end, and what stands at the prompt then.
  private static let lines = [
    ("tripos rev\t", "tripos review"),
    ("tripos review Th\t", "tripos review The\\ Moon"),
    ("tripos review \"Sea\t", "tripos review \"Sea: a history\""),
    (
      "tripos review --section It\t", "tripos review --section It\\'s\\ \\\"deep\\\"\\ \\&\\ \\$old"
    ),
    ("tripos review --section=Wo\t", "tripos review --section=Words"),
    ("tripos show dee\t", "tripos show deepest"),
    ("tripos exam fin\t", "tripos exam finals"),
    ("tripos settings --ch\t", "tripos settings --check"),
    ("tripos generate Decks/mo\t", "tripos generate Decks/moon.md"),
    ("tripos backup --to Dec\t", "tripos backup --to Decks/"),
  ]

  private func completes(_ shell: String, _ arguments: [String], setUp: [String]) throws {
    let home = try home()
    home.environment["PATH"] =
      Built.program.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + ":/usr/bin:/bin"
    home.environment["HISTFILE"] = "/dev/null"
    let session = try PtySession(
      arguments, program: "/usr/bin/\(shell)", environment: home.environment, folder: home.folder,
      columns: 120)
    try session.wait(for: "a prompt") { !$0.cursorLine.isEmpty }
    for line in setUp + ["tripos --version"] { session.send(line + "\n") }
    try session.wait(forText: "tripos \(Tripos.version)")
    for (typed, expected) in Self.lines {
      session.send(typed)
      try session.wait(for: "\(shell): \(expected)") { screen in
        screen.lines.contains { $0.hasSuffix(expected) }
      }
      session.send("\u{15}")
    }
    session.send("exit\n")
    try session.finish()
  }

  @Test(.enabled(if: access("/usr/bin/bash", X_OK) == 0, "missing tool: bash"))
  func inBash() throws {
    try completes(
      "bash", ["--norc", "--noprofile", "-i"],
      setUp: ["PS1='> '", "source <(tripos completions bash)"])
  }

  @Test(.enabled(if: access("/usr/bin/zsh", X_OK) == 0, "missing tool: zsh"))
  func inZsh() throws {
    try completes(
      "zsh", ["-f", "-i"],
      setUp: ["PS1='> '", "autoload -U compinit; compinit -D", "source <(tripos completions zsh)"])
  }

  @Test(.enabled(if: access("/usr/bin/fish", X_OK) == 0, "missing tool: fish"))
  func inFish() throws {
    try completes(
      "fish", ["--no-config", "-i"],
      setUp: ["function fish_prompt; echo '> '; end", "tripos completions fish | source"])
  }
}
