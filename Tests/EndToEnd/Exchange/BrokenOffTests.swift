import Files
import Glibc
import Testing

/// Imports and exports that are broken off: by Ctrl-C, by a kill, by a full disk.
@Suite struct BrokenOffTests {
  /// A table of six decks with so many notes that it takes a while.
  private static func table(notes: Int) -> String {
    var text = "deck,question,answer\n"
    for note in 0..<notes {
      text += "Deck \(note % 6),In which year was number \(note) of the register?,\(1000 + note)\n"
    }
    return text
  }

  private static func home(notes: Int) throws -> TemporaryHome {
    let home = try TemporaryHome(settings: "")
    try home.write(table(notes: notes), to: "table.csv")
    return home
  }

  private func decks(_ home: TemporaryHome) -> [String: [UInt8]] {
    var decks: [String: [UInt8]] = [:]
    for entry in (try? listFolder(home.decks)) ?? [] {
      decks[entry.name] = try? readFile("\(home.decks)/\(entry.name)").bytes
    }
    return decks
  }

  @Test func ctrlCOnATerminal() throws {
    let home = try Self.home(notes: 60_000)
    let session = try home.terminal(["import", home.root + "/table.csv"] + evening)
    try session.wait(for: "a bar") { $0.text.contains("#") }
    session.send("\u{3}")
    #expect(try session.finish() == 130)
    #expect(session.screen.text.contains("\ntripos: stopped; nothing was written."))
    #expect(decks(home).isEmpty)
  }

  @Test func aKillLeavesWholeDecksAndTheNextImportTheRest() throws {
    let whole = try Self.home(notes: 3000)
    #expect(try whole.run(["import", whole.root + "/table.csv"] + evening).code == 0)
    let expected = decks(whole)
    let home = try Self.home(notes: 3000)
    for delay in stride(from: UInt32(100_000), through: 1_000_000, by: 100_000) {
      let session = try home.pipe(["import", home.root + "/table.csv"] + evening)
      usleep(delay)
      session.signal(SIGKILL)
      _ = try session.finish()
      for (name, bytes) in decks(home) where !name.hasPrefix(".") {
        #expect(bytes == expected[name], "\(name)")
      }
    }
    #expect(try home.run(["import", home.root + "/table.csv"] + evening).code == 0)
    #expect(decks(home).filter { !$0.key.hasPrefix(".") } == expected)
  }

  @Test(arguments: ["csv", "json", "gift", "txt", "apkg"])
  func aFullDisk(_ form: String) throws {
    let home = try Self.home(notes: 3000)
    #expect(try home.run(["import", home.root + "/table.csv"] + evening).code == 0)
    let file = home.root + "/out." + form
    let command = evening.joined(separator: " ")
    let export = try home.shell("ulimit -f 16; \"$T\" export --to '\(file)' \(command)")
    #expect(export.code == 74 && export.output.isEmpty)
    #expect(export.messages.hasPrefix("tripos: cannot write \(file): File too large.\n"))
    #expect(try listFolder(home.root).allSatisfy { !$0.name.contains("out.") })
    #expect(try home.run(["export", "--to", file] + evening).code == 0)
    let other = try TemporaryHome(settings: "")
    let started = try listFolder(other.folder).map(\.name)
    let imported = try other.shell("ulimit -f 16; \"$T\" import '\(file)' \(command)")
    #expect(imported.code == 74 && imported.output.isEmpty)
    #expect(imported.messages.contains(": File too large.\n"))
    #expect(decks(other).isEmpty)
    #expect(try listFolder(other.folder).map(\.name) == started)
  }
}
