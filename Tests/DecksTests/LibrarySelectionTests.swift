import Glibc
import Testing

@testable import Decks

private func library(_ folder: TemporaryFolder) throws -> Library {
  try folder.write(
    "Decks/war.md",
    "---\nname = \"Cold War\"\n---\n# Aid\nQ: a?\nA: 1965\nTags: War, aid\n## Rice\nQ: b?\nA: 12\n")
  try folder.write("Decks/war2.md", "---\nname = \"cold war\"\n---\nQ: c?\nA: d")
  try folder.write("Decks/sub/peace.md", "# Trade\nQ: e?\nA: 1986\n")
  return try Library(folder: "\(folder.path)/Decks", cache: nil)
}

@Test func decksAreFoundByNameAndPath() throws {
  let folder = try TemporaryFolder()
  let library = try library(folder)
  #expect(library.decks.map(\.name) == ["peace", "Cold War", "cold war"])
  for (word, expected) in [
    ("COLD WAR", [1, 2]), ("peace", [0]), ("war", [1]), ("war2.md", [2]), ("cold", [1, 2]),
    ("\(folder.path)/Decks/war.md", [1]), ("sub", [0]), ("sub/", [0]), ("pea", [0]),
  ] {
    if word == "cold" {
      #expect(
        throws: SelectionError.ambiguous(
          .deck, name: "cold", candidates: ["Cold War", "cold war"])
      ) { try library.decks(named: word) }
    } else {
      #expect(try library.decks(named: word) == Set(expected))
    }
  }
  #expect(throws: SelectionError.unknown(.deck, name: "paece", nearest: ["peace"])) {
    try library.decks(named: "paece")
  }
}

@Test func cardsAreSelected() throws {
  let folder = try TemporaryFolder()
  let library = try library(folder)
  func prompts(_ selection: CardSelection) throws -> [String] {
    try library.entries(selection).map { try library.card($0).prompt }
  }
  #expect(try prompts(CardSelection()) == ["e?", "a?", "b?", "c?"])
  #expect(try prompts(CardSelection(decks: [1])) == ["a?", "b?"])
  #expect(try prompts(CardSelection(sections: ["aid"])) == ["a?", "b?"])
  #expect(try prompts(CardSelection(sections: ["rice", "trade"])) == ["e?", "b?"])
  #expect(try prompts(CardSelection(kinds: [.date])) == ["e?", "a?"])
  #expect(try prompts(CardSelection(tags: ["war"])) == ["a?"])
  #expect(try prompts(CardSelection(kinds: [.number], tags: ["war"])) == [])
  #expect(throws: SelectionError.unknown(.section, name: "rise", nearest: ["Rice"])) {
    try prompts(CardSelection(sections: ["rise"]))
  }
  #expect(throws: SelectionError.unknown(.tag, name: "wra", nearest: ["War"])) {
    try prompts(CardSelection(tags: ["wra"]))
  }
}
