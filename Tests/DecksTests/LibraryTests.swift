import Digest
import Files
import Glibc
import Proving
import Testing

@testable import Decks

/// A home with a folder of decks and a place for its index.
private struct Home {
  let folder: TemporaryFolder
  var decks: String { "\(folder.path)/Decks" }
  var cache: String { "\(folder.path)/index" }

  init(_ files: [(String, String)]) throws {
    folder = try TemporaryFolder()
    mkdir("\(folder.path)/Decks", 0o755)
    for (name, text) in files { try write(name, text) }
  }

  func write(_ name: String, _ text: String) throws { try folder.write("Decks/\(name)", text) }

  func open() throws -> Library { try Library(folder: decks, cache: cache) }

  /// The library as it is without any index.
  func openAfresh() throws -> Library { try Library(folder: decks, cache: nil) }

  func name(_ path: String) -> String { String(path.dropFirst(decks.utf8.count + 1)) }
}

/// Every entry of a library in full.
private func outline(_ library: Library, _ home: Home) throws -> [String] {
  try library.entries.map { entry in
    let card = try library.card(entry)
    #expect(card.key == library.key(of: entry))
    #expect(entry.fingerprint == Fingerprint(card.key))
    #expect(card.kind == entry.kind && card.tags == library.tags(of: entry))
    #expect(card.section == library.section(of: entry) && card.note == Int(entry.note))
    let deck = library.decks[Int(entry.deck)]
    #expect(card.path == deck.path && card.deck == deck.name)
    return "\(home.name(card.path)):\(card.line) \(card.prompt) → \(card.answer) \(card.key)"
  }
}

@Test func aLibraryIsTheCardsOfItsDecks() throws {
  let home = try Home([
    ("b.md", "# S\nQ: x?\nA: y\nTags: t\nC: [one] and [two]\nId: z\n"),
    ("a/c.md", "---\nname = \"N\"\n---\nQ: x?\nA: other\nQ: broken\n"),
    ("notes.txt", "Q: no?\nA: no"), (".hidden.md", "Q: no?\nA: no"), (".git/d.md", "C: [no]"),
    ("README.md", "About these decks."),
  ])
  let library = try home.open()
  #expect(library.decks.map { home.name($0.path) } == ["a/c.md", "b.md"])
  #expect(library.decks.map(\.name) == ["N", "b"])
  #expect(library.decks.map(\.errorCount) == [1, 0])
  #expect(
    try outline(library, home) == [
      "a/c.md:4 x? → other \(CardKey.make(prompt: "x?", answer: "other"))",
      "b.md:2 x? → y \(CardKey.make(prompt: "x?", answer: "y"))",
      "b.md:5 […] and two → one z.1",
      "b.md:5 one and […] → two z.2",
    ])
  #expect(library.entry(key: "z.2").map { library.key(of: $0) } == "z.2")
  #expect(library.entry(key: "z.3") == nil)
}

@Test func unchangedDecksAreNotRead() throws {
  let home = try Home([("a.md", "Q: a?\nA: b"), ("b.md", "Q: c?\nA: d")])
  #expect(try home.open().changed.map(home.name) == ["a.md", "b.md"])
  #expect(try home.open().changed == [])
  try home.write("b.md", "Q: c?\nA: longer")
  let library = try home.open()
  #expect(library.changed.map(home.name) == ["b.md"])
  #expect(try outline(library, home) == outline(home.openAfresh(), home))
  home.folder.remove("Decks/a.md")
  #expect(try home.open().removed.map(home.name) == ["a.md"])
  #expect(try home.open().removed == [])
}

@Test func aDeckWrittenJustBeforeTheIndexIsReadAgain() throws {
  let home = try Home([("a.md", "Q: a?\nA: b")])
  home.folder.setAge(of: "Decks/a.md", 0)
  _ = try home.open()
  #expect(try home.open().changed.map(home.name) == ["a.md"])
}

@Test func aDeckThatChangesAfterwardsIsSaid() throws {
  let home = try Home([("a.md", "Q: a?\nA: b")])
  let library = try home.open()
  try home.write("a.md", "Q: changed?\nA: b")
  let entry = try #require(library.entries.first)
  #expect(throws: LibraryError.changed(path: "\(home.decks)/a.md")) { try library.card(entry) }
}

@Test func whatCannotBeReadCostsNothingElse() throws {
  let home = try Home([("a.md", "Q: a?\nA: b")])
  mkdir("\(home.decks)/folder.md", 0o755)
  mkfifo("\(home.decks)/pipe.md", 0o644)
  home.folder.link("Decks/gone.md", to: "nowhere")
  home.folder.link("Decks/loop", to: ".")
  let library = try home.open()
  #expect(library.entries.count == 1)
  #expect(
    Set(library.failures.map { "\(home.name($0.path)) \($0.cause)" }) == [
      "pipe.md notAFile", "gone.md errno(2)",
    ])
  #expect(throws: FileError(.list, "\(home.decks)/none", .errno(2))) {
    try Library(folder: "\(home.decks)/none", cache: nil)
  }
}

@Test(arguments: 0..<60)
func anIndexIsWorthNothingOrRight(seed: Int) throws {
  var random = SplitMix64(seed: UInt64(seed))
  let home = try Home([
    ("a.md", "# S\nQ: a?\nA: b\nTags: x\nC: [c] [d]\nId: e"), ("b.md", "Q: a?\nA: c"),
  ])
  let expected = try outline(home.open(), home)
  var bytes = try readFile(home.cache).bytes
  switch seed % 3 {
  case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
  case 1:
    bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
      1 << UInt8.random(in: 0..<8, using: &random)
  case _: bytes = bytes.map { _ in UInt8.random(in: 0...255, using: &random) }
  }
  let stream = try #require(fopen(home.cache, "w"))
  fwrite(bytes, 1, bytes.count, stream)
  fclose(stream)
  #expect(try outline(home.open(), home) == expected)
  #expect(try home.open().changed == [])
}

/// Decks are changed, added and removed at random; the index must always lead to the same library
/// as reading everything, shared prompts and repeated cards included.
@Test(arguments: 0..<20)
func stepByStepEqualsAllAtOnce(seed: Int) throws {
  var random = SplitMix64(seed: UInt64(seed))
  let home = try Home([])
  func text() -> String {
    (0..<Int.random(in: 0..<6, using: &random)).map { _ in
      let prompt = Int.random(in: 0..<4, using: &random)
      let answer = Int.random(in: 0..<3, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return "C: [\(answer)] is \(prompt)\n"
      case 1: return "Q: \(prompt)?\nA: \(answer)\nId: i\(prompt)\n"
      case _: return "Q: \(prompt)?\nA: \(answer)\n"
      }
    }.joined()
  }
  for step in 0..<12 {
    let name = "d\(Int.random(in: 0..<4, using: &random)).md"
    if Int.random(in: 0..<4, using: &random) == 0 {
      home.folder.remove("Decks/\(name)")
    } else {
      try home.folder.write("Decks/\(name)", text(), age: 3600 - step)
    }
    let library = try home.open()
    let afresh = try home.openAfresh()
    #expect(try outline(library, home) == outline(afresh, home))
    let decks = try afresh.decks.indices.map { try afresh.deck($0) }
    #expect(afresh.entries.map { afresh.key(of: $0) } == homeCards(decks).map(\.key))
  }
}

@Test func manyDecksAreReadInParallel() throws {
  let home = try Home((0..<40).map { ("d\($0).md", "Q: \($0)?\nA: \($0)") })
  let one = try Library(folder: home.decks, cache: nil, threads: 1)
  let four = try Library(folder: home.decks, cache: nil, threads: 4)
  #expect(try outline(one, home) == outline(four, home))
  #expect(one.entries.count == 40)
}

@Test func theProblemsOfALibrary() throws {
  let home = try Home([
    ("a.md", "Q: a?\nA: b\nId: x\nQ: no answer"), ("b.md", "Q: c?\nA: yes\nId: x"),
  ])
  mkdir("\(home.decks)/folder.md", 0o755)
  mkfifo("\(home.decks)/pipe.md", 0o644)
  let library = try home.open()
  #expect(
    library.problems(style: true).map {
      "\(home.name($0.place.path)):\($0.place.line) \($0.severity)"
    }
      == ["pipe.md:1 error", "a.md:4 error", "b.md:3 error", "b.md:1 advice"])
  #expect(library.problems().count == 3)
}

@Test func cardsOfOneSentenceAreSiblings() throws {
  let home = try Home([
    (
      "a.md",
      """
      Q: a?
      A: 1
      Id: g-aaaaaaaa-bbbbbbbb

      Q: b?
      A: 2
      Id: g-cccccccc-bbbbbbbb

      C: [c] [d]
      Id: g-aaaaaaaa-dddddddd

      Q: e?
      A: 5
      Id: other

      Q: f?
      A: 6
      """
    ),
    ("b.md", "Q: g?\nA: 7\nId: g-aaaaaaaa-eeeeeeee\n"),
  ])
  for _ in 0..<2 {
    // The second time from the index.
    let library = try home.open()
    #expect(library.entries.map(\.siblings) == [0, 1, 0, 0, 3, 4, 0])
    #expect(library.entries.map(\.note) == [0, 1, 2, 2, 3, 4, 0])
  }
}

@Test func draftEntriesAreThoseWithTheMark() throws {
  let home = try Home([
    ("a.md", "Q: a?\nA: 1\nTags: x, draft\n\nQ: b?\nA: 2\n\nC: [c]\nTags: draft\n"),
    ("b.md", "Q: g?\nA: 7\n"),
  ])
  let library = try home.open()
  #expect(library.draftEntries.map { library.key(of: $0) }.count == 2)
  #expect(try library.draftEntries.map { try library.card($0).answer } == ["1", "c"])
}
