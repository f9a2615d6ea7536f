import Chronology
import Decks
import Digest
import Files
import Glibc
import Memory
import Progress
import Testing

@testable import Study

/// A home whose deck is edited between sessions.
private final class EditedHome {
  let folder: String
  let store: Store
  private var second: Int64 = 1_800_000_000

  init() throws {
    var template = Array("\(P_tmpdir)/tripos-relink-XXXXXX".utf8CString)
    folder = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    try makeFolder(folder + "/Decks")
    let device = try #require(DeviceID("abcd"))
    store = try Store(
      folder: folder + "/Progress", device: device, scheduler: Scheduler(), access: .writing)
  }

  deinit {
    let files = ["/Progress/reviews-abcd.jsonl", "/Progress/lock", "/Decks/d.md"]
    for name in files + ["/Progress/progress.json"] { unlink(folder + name) }
    for name in ["/Progress", "/Decks", ""] { rmdir(folder + name) }
  }

  /// Writes the deck and does what the beginning of a session does.
  func open(_ deck: String) throws -> Library {
    try writeFile(folder + "/Decks/d.md", Array(deck.utf8))
    let library = try Library(folder: folder + "/Decks", cache: nil)
    if let found = relinking(library, store) {
      try append(found.moves.map { Event.Move($0.old, $0.new) })
      for move in found.moves {
        guard let entry = library.entry(key: move.new) else { continue }
        store.label(move.new, CardLabel(try library.card(entry), folder: library.folder))
      }
    }
    try append(keysMadeAgain(library, store).map { Event.Move($0, $0) })
    return library
  }

  /// Answers a card so many times.
  func answer(_ answer: String, times: Int = 1, in library: Library) throws {
    let card = try #require(
      try library.entries.map { try library.card($0) }.first { $0.answer == answer })
    for _ in 0..<times {
      second += 86_400
      let given = Answer(
        rating: .good, mark: .correct, given: answer, milliseconds: 1000, due: nil)
      try store.append(
        .review(key: card.key, given), at: Instant(milliseconds: second * 1000), zone: 0,
        day: CivilDay(number: Int(second / 86_400)))
      store.label(card.key, CardLabel(card, folder: library.folder))
    }
  }

  /// How often the card with an answer was answered.
  func answers(_ answer: String, in library: Library) throws -> Int {
    let card = try library.entries.map { try library.card($0) }.first { $0.answer == answer }
    return card.flatMap { store.progress(of: $0.key)?.answers } ?? 0
  }

  /// Rejects the draft with a key.
  func reject(_ key: String) throws {
    second += 60
    try store.append(
      .reject(key: key), at: Instant(milliseconds: second * 1000), zone: 0,
      day: CivilDay(number: Int(second / 86_400)))
  }

  private func append(_ moves: [Event.Move]) throws {
    if moves.isEmpty { return }
    second += 60
    try store.append(
      .relink(moves), at: Instant(milliseconds: second * 1000), zone: 0,
      day: CivilDay(number: Int(second / 86_400)))
  }
}

@Suite("Cards that are edited between sessions")
struct RelinkTests {
  private let cloze = "C: In 1868 the [Charter Oath] was read by [Sanjo Sanetomi].\nId: oath\n"

  @Test("A blank put in front shifts no history, and taking it out brings all back")
  func blanks() throws {
    let home = try EditedHome()
    var library = try home.open(cloze)
    try home.answer("Charter Oath", times: 3, in: library)
    try home.answer("Sanjo Sanetomi", times: 2, in: library)
    library = try home.open(cloze.replacing("1868", with: "[1868]"))
    #expect(try home.answers("Charter Oath", in: library) == 3)
    #expect(try home.answers("Sanjo Sanetomi", in: library) == 2)
    #expect(try home.answers("1868", in: library) == 0)
    try home.answer("1868", in: library)
    #expect(try home.answers("1868", in: library) == 1)
    #expect(try home.answers("Charter Oath", in: library) == 3)
    library = try home.open(cloze)
    #expect(try home.answers("Charter Oath", in: library) == 3)
    #expect(try home.answers("Sanjo Sanetomi", in: library) == 2)
  }

  @Test("An id that comes and goes keeps the history", arguments: 1...3)
  func ids(times: Int) throws {
    let home = try EditedHome()
    let plain = "Q: Who led the rebellion?\nA: Saigo\n"
    var library = try home.open(plain)
    try home.answer("Saigo", times: 2, in: library)
    for _ in 0..<times {
      library = try home.open(plain + "Id: saigo\n")
      #expect(try home.answers("Saigo", in: library) == 2)
      library = try home.open(plain)
      #expect(try home.answers("Saigo", in: library) == 2)
    }
  }

  @Test("A question that is written again under its old words is a new card")
  func wordsMadeAgain() throws {
    let home = try EditedHome()
    var library = try home.open("Q: Who led the rebels in 1877?\nA: Saigo\n")
    try home.answer("Saigo", times: 2, in: library)
    let reworded = "Q: Who led the rebels of Satsuma in 1877?\nA: Saigo\n"
    library = try home.open(reworded)
    #expect(try home.answers("Saigo", in: library) == 2)
    library = try home.open(reworded + "\nQ: Who led the rebels in 1877?\nA: Takamori\n")
    try home.answer("Takamori", in: library)
    #expect(try home.answers("Takamori", in: library) == 1)
    #expect(try home.answers("Saigo", in: library) == 2)
  }

  @Test("A second note with the same question comes and goes without a trace")
  func sharedPrompt() throws {
    let home = try EditedHome()
    let one = "Q: What was abolished in 1871?\nA: the han domains\n"
    var library = try home.open(one)
    try home.answer("the han domains", times: 2, in: library)
    library = try home.open(one + "\nQ: What was abolished in 1871?\nA: the outcaste status\n")
    #expect(try home.answers("the han domains", in: library) == 2)
    library = try home.open(one)
    #expect(try home.answers("the han domains", in: library) == 2)
  }

  @Test("The history of a rejected draft goes to no card that is like it")
  func rejectedDraft() throws {
    let home = try EditedHome()
    let library = try home.open("Q: Who led the rebels in 1877?\nA: Saigo\nTags: draft\nId: g\n")
    try home.answer("Saigo", times: 2, in: library)
    try home.reject("g")
    let like = try home.open("Q: Who led the rebels of 1877?\nA: Saigo\n")
    #expect(try home.answers("Saigo", in: like) == 0)
  }
}
