import Files
import Glibc
import JSON
import Testing

/// Anki's packages, as a user meets them.
@Suite struct AnkiPackageTests {
  /// A home in which some cards were answered, and the package that it exports.
  private func studied() throws -> (home: TemporaryHome, package: String) {
    let home = try MoonDeck.home()
    let answers = ":easy\nno idea\nGagarin\n12 April 1961\nno idea\n"
    #expect(try home.run(["review"] + evening, input: answers).code == 0)
    let package = home.root + "/moon.apkg"
    let result = try home.run(["export", "--to", package, "--with-history"] + evening)
    #expect(result.code == 0, "\(result.messages)")
    return (home, package)
  }

  /// Where every card of a home stands.
  private func states(_ home: TemporaryHome) throws -> [String] {
    #expect(try home.run(["check"] + evening).code == 0)
    let found = try home.run(["find", "", "--json"] + evening)
    let cards = try JSON.parse(Array(found.output.utf8))["cards"]?.array ?? []
    return try cards.compactMap { $0["key"]?.string }.sorted().map { key in
      let shown = try JSON.parse(
        Array(try home.run(["show", key, "--json"] + evening).output.utf8))
      return ["key", "state", "stability", "difficulty", "due", "answers", "suspended"].map {
        name in
        "\(name) \(shown[name]?.compact ?? "-")"
      }.joined(separator: ", ")
    }
  }

  @Test func cardsAndAnswersGoThereAndBack() throws {
    let (home, package) = try studied()
    let other = try TemporaryHome(settings: "")
    let result = try other.run(["import", package, "--with-history"] + evening)
    #expect(result.code == 0, "\(result.messages)")
    #expect(result.output.contains("came along."), "\(result.output)")
    let (before, after) = (try states(home), try states(other))
    #expect(before.count > 3 && before == after)
    // In its own home, and a second time in the other, it changes nothing.
    for place in [home, other] {
      let journals = place.journal()
      let again = try place.run(["import", package, "--with-history"] + evening)
      #expect(again.output.hasSuffix("Nothing new: nothing was written.\n"), "\(again.output)")
      #expect(place.journal() == journals)
    }
  }

  @Test func withoutHistoryCardsAreNew() throws {
    let (source, package) = try studied()
    defer { withExtendedLifetime(source) {} }
    let other = try TemporaryHome(settings: "")
    #expect(try other.run(["import", package] + evening).code == 0)
    #expect(access(other.progress, F_OK) != 0)
    #expect(try states(other).allSatisfy { !$0.contains("stability 0") })
  }

  @Test func anImportIsTakenBackByARestore() throws {
    let (source, package) = try studied()
    defer { withExtendedLifetime(source) {} }
    let other = try MoonDeck.home()
    #expect(try other.run(["review"] + evening, input: "no idea\n").code == 0)
    let before = try states(other)
    let result = try other.run(["import", package, "--with-history", "--json"] + evening)
    let report = try JSON.parse(Array(result.output.utf8))
    let backup = try #require(report["history"]?["backup"]?.string)
    #expect(try states(other) != before)
    let restored = try other.run(["restore", backup, "--yes"] + evening)
    #expect(restored.code == 0, "\(restored.messages)")
    #expect(try states(other) == before)
  }

  @Test(.enabled(if: access("/usr/bin/strace", X_OK) == 0, "missing tool: strace"))
  func nothingIsLeftWhereOneFileCannotBeWritten() throws {
    let (source, package) = try studied()
    defer { withExtendedLifetime(source) {} }
    let calls = "rename,renameat,renameat2,link,linkat"
    var failures = 0
    for number in 1...12 {
      let other = try TemporaryHome(settings: "")
      let session = try PipeSession(
        "/usr/bin/strace",
        [
          "-f", "-o", "/dev/null", "-e", "trace=\(calls)", "-e",
          "inject=\(calls):error=ENOSPC:when=\(number)", Built.program, "import", package,
          "--with-history", "--home", other.folder,
        ] + evening, environment: other.environment, folder: other.folder)
      session.closeInput()
      let result = try session.finish()
      let decks = try listFolder(other.decks).map(\.name)
      if result.code == 0 {
        #expect(decks.count == 1 && !other.journal().isEmpty, "\(number): \(decks)")
      } else {
        failures += 1
        #expect(decks.isEmpty && other.journal().isEmpty, "\(number): \(result.messages)")
      }
    }
    #expect(failures >= 1)
  }

  @Test func i03DamagedPackagesAreRefused() throws {
    let (source, package) = try studied()
    defer { withExtendedLifetime(source) {} }
    let bytes = try readFile(package).bytes
    let other = try TemporaryHome(settings: "")
    let damaged = other.root + "/damaged.apkg"
    try writeFile(damaged, Array(bytes.dropLast(100)))
    let result = try other.run(["import", damaged] + evening)
    #expect(
      result.messages == """
        tripos: damaged.apkg is no Anki package, or its end is missing.
          Export it from Anki again, or fetch it again. Nothing was changed here.

        """)
    #expect(result.code == 65)
    #expect(try listFolder(other.decks).isEmpty)
  }

  @Test(
    .enabled(if: access("/usr/bin/strace", X_OK) == 0, "missing tool: strace"),
    arguments: ["write", "rename,renameat,renameat2,link,linkat"])
  func a09KilledAtEachCallItIsAllOrNothingOfADeck(_ calls: String) throws {
    let (source, package) = try studied()
    defer { withExtendedLifetime(source) {} }
    let whole = try TemporaryHome(settings: "")
    #expect(try whole.run(["import", package, "--with-history"] + evening).code == 0)
    let expected = try states(whole)
    let deck = try readFile("\(whole.decks)/the-moon.md").bytes
    for number in 1...60 {
      let home = try TemporaryHome(settings: "")
      let session = try PipeSession(
        "/usr/bin/strace",
        [
          "-f", "-o", "/dev/null", "-e", "trace=\(calls)", "-e",
          "inject=\(calls):signal=KILL:when=\(number)", Built.program, "import", package,
          "--with-history", "--home", home.folder,
        ] + evening, environment: home.environment, folder: home.folder)
      session.closeInput()
      let result = try session.finish()
      for entry in try listFolder(home.decks) where !entry.name.hasPrefix(".") {
        #expect(try readFile("\(home.decks)/\(entry.name)").bytes == deck, "\(calls) \(number)")
      }
      #expect(try home.run(["import", package, "--with-history"] + evening).code == 0)
      #expect(try states(home) == expected, "\(calls) \(number)")
      if result.code == 0 { return }
    }
    Issue.record("killed more than 60 times")
  }
}
