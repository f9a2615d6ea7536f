import Chronology
import Decks
import Files
import Glibc
import Marking
import Memory
import Progress
import Testing

@testable import Study

/// A home in a temporary folder, with one deck.
private final class Fixture {
  let folder: String
  let store: Store
  let session: StudySession
  private(set) var now = Instant(milliseconds: 1_800_000_000_000)

  init(_ deck: String, minutes: Int? = 20, dueLimit: DueLimit? = nil) throws {
    var template = Array("\(P_tmpdir)/tripos-study-XXXXXX".utf8CString)
    folder = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    try makeFolder(folder + "/Decks")
    try writeFile(folder + "/Decks/deck.md", Array(deck.utf8))
    let library = try Library(folder: folder + "/Decks", cache: nil)
    let device = try #require(DeviceID("abcd"))
    store = try Store(
      folder: folder + "/Progress", device: device, scheduler: Scheduler(), access: .writing)
    let calendar = StudyCalendar(offset: { _ in 0 })
    session = StudySession(
      cards: Cards(library, tables: { MarkingTables() }), store: store, scheduler: Scheduler(),
      calendar: calendar, order: Array(library.entries.indices), minutes: minutes,
      dueLimit: dueLimit, at: now)
  }

  deinit {
    for name in ["/Progress/reviews-abcd.jsonl", "/Progress/lock", "/Decks/deck.md"] {
      unlink(folder + name)
    }
    for name in ["/Progress", "/Decks", ""] { rmdir(folder + name) }
  }

  func next() -> StudySession.Step { session.next(at: now) { _ in false } }

  func question() throws -> Question {
    guard case .ask(let question) = next() else { throw Missing() }
    return question
  }

  func answer(_ typed: String, to question: Question) throws -> StudySession.Outcome {
    now = now.advanced(byMilliseconds: 5000)
    return try session.answer(typed, to: question, at: now, milliseconds: 5000)
  }

  func progress(_ question: Question) -> CardProgress? { store.progress(of: question.card.key) }

  struct Missing: Error {}
}

private let deck = """
  Q: In which year did the Second World War end?
  A: 1945

  Q: In which month and year did Germany invade Poland?
  A: September 1939
  Why: France and Britain declared war two days later.

  Q: Who was Prime Minister of Britain in 1941?
  A: Winston Churchill

  """

@Suite("A session")
struct StudySessionTests {
  @Test("A right answer is good, is in the journal, and the card comes back as a learning step")
  func rightAnswer() throws {
    let fixture = try Fixture(deck)
    let question = try fixture.question()
    #expect(question.isNew)
    guard case .right(let given) = try fixture.answer("1945", to: question) else {
      throw Fixture.Missing()
    }
    #expect(given.rating == .good)
    let progress = try #require(fixture.progress(question))
    #expect(progress.schedule.phase == .learning(step: 1))
    #expect(progress.lastMark == .correct)
    #expect(try contents(fixture).contains("\"given\":\"1945\""))
  }

  @Test("Before an exam the due day is drawn forward; the memory and the steps stay as they are")
  func dueLimit() throws {
    let free = try Fixture(deck)
    let limited = try Fixture(deck, dueLimit: DueLimit { _, lastDay, entry in lastDay + 3 + entry })
    var questions: [Question] = []
    for fixture in [free, limited] {
      let question = try fixture.question()
      _ = try fixture.answer("1945", to: question)
      questions.append(question)
    }
    // A learning step of minutes is no day.
    #expect(free.progress(questions[0]) == limited.progress(questions[1]))
    for fixture in [free, limited] {
      _ = try fixture.session.rate(.easy, mark: nil, at: fixture.now)
    }
    let without = try #require(free.progress(questions[0]))
    let with = try #require(limited.progress(questions[1]))
    #expect(with.schedule.phase == .review)
    #expect(with.schedule.memory == without.schedule.memory)
    #expect(without.schedule.due == .day(20_840))
    #expect(with.schedule.due == .day(20_836))
    #expect(try contents(limited).contains("\"due\":\"2027-01-18\""))
    // Read again from the journal, the state is the same.
    let device = try #require(DeviceID("ef01"))
    let read = try Store(
      folder: limited.folder + "/Progress", device: device, scheduler: Scheduler(),
      access: .reading)
    #expect(read.progress(of: questions[1].card.key) == with)
  }

  @Test("Cards that were due after an exam before its date was known are drawn forward in the plan")
  func plannedDueLimit() throws {
    let fixture = try Fixture(deck)
    _ = try fixture.answer("1945", to: try fixture.question())
    _ = try fixture.session.rate(.easy, mark: nil, at: fixture.now)
    let limit = DueLimit { _, lastDay, entry in lastDay + 3 + entry }
    let library = fixture.session.cards.library
    let found = candidates(
      library, fixture.store, dueLimit: limit, day: CivilDay(number: 20_834))
    #expect(found.all.map(\.schedule.due) == [.day(20_836), .new, .new])
  }

  @Test("A new card that is not known is introduced, not missed")
  func newCard() throws {
    let fixture = try Fixture(deck)
    let question = try fixture.question()
    guard case .introduced = try fixture.answer("1946", to: question) else {
      throw Fixture.Missing()
    }
    let summary = fixture.session.summary(at: fixture.now)
    #expect(summary.answered == 1)
    #expect(summary.new == 1)
    #expect(summary.asked == 0)
    #expect(summary.missed.isEmpty)
    #expect(fixture.session.left == 3)
  }

  @Test("Almost gives one second try; right at it is hard, and the first answer stays recorded")
  func secondTry() throws {
    let fixture = try Fixture(deck)
    _ = try fixture.answer("1945", to: try fixture.question())
    let question = try fixture.question()
    guard case .secondTry(let first) = try fixture.answer("1939", to: question) else {
      throw Fixture.Missing()
    }
    #expect(first.rating == .again)
    let outcome = try fixture.session.secondTry("Sept 1939", after: first, at: fixture.now)
    guard case .rightAtSecondTry(let given) = outcome else { throw Fixture.Missing() }
    #expect(given.rating == .hard)
    let history = try fixture.store.history(of: question.card.key)
    #expect(history.map(\.rating) == [.hard])
    #expect(history.map(\.mark) == [.almost])
  }

  @Test("Undo takes an answer back and asks its card at once, also after an amendment")
  func undo() throws {
    let fixture = try Fixture(deck)
    let question = try fixture.question()
    _ = try fixture.answer("1945", to: question)
    _ = try fixture.session.rate(.easy, mark: nil, at: fixture.now)
    #expect(fixture.progress(question)?.schedule.phase == .review)
    let undone = try #require(try fixture.session.undo(at: fixture.now))
    #expect(undone.card == question.card)
    #expect(fixture.progress(question)?.schedule.phase ?? .new == .new)
    #expect(try fixture.question().card == question.card)
    #expect(fixture.session.answers.isEmpty)
    #expect(try fixture.session.undo(at: fixture.now) == nil)
  }

  @Test("An accepted spelling counts as right and is kept for the deck")
  func accept() throws {
    let fixture = try Fixture(deck)
    _ = try fixture.answer("1945", to: try fixture.question())
    _ = try fixture.answer("September 1939", to: try fixture.question())
    let question = try fixture.question()
    _ = try fixture.answer("the British Bulldog", to: question)
    let given = try #require(try fixture.session.accept(at: fixture.now))
    #expect(given.rating == .good)
    #expect(fixture.session.accepted.map(\.typed) == ["the British Bulldog"])
    #expect(fixture.progress(question)?.lastMark == .correct)
  }

  @Test("An answer without verdict counts for nothing until the student gives one")
  func pending() throws {
    let fixture = try Fixture(deck)
    let question = try fixture.question()
    let given = try fixture.session.reveal(question, at: fixture.now, milliseconds: 1000)
    #expect(fixture.progress(question)?.answers ?? 0 == 0)
    guard case .right = try fixture.session.settle(given, as: .good, at: fixture.now) else {
      throw Fixture.Missing()
    }
    #expect(fixture.progress(question)?.answers == 1)
  }

  @Test(
    "A draft is marked until it is kept; a rejected one is not asked, and undo brings both back")
  func drafts() throws {
    let drafts = deck.replacing("A: 1945\n", with: "A: 1945\nTags: draft\n")
    let fixture = try Fixture(drafts)
    let question = try fixture.question()
    #expect(question.isDraft)
    try fixture.session.keep(question.card, at: fixture.now)
    #expect(!fixture.session.isDraft(question.card))
    #expect(fixture.progress(question)?.draft == .kept)
    #expect(try fixture.session.undo(at: fixture.now)?.record.event.isKeep == true)
    #expect(fixture.session.isDraft(question.card))
    try fixture.session.reject(question, at: fixture.now)
    let others = [try fixture.question(), try fixture.question()]
    #expect(others.allSatisfy { $0.card.key != question.card.key && !$0.isDraft })
    #expect(fixture.next() == .finished)
    _ = try fixture.session.undo(at: fixture.now)
    #expect(try fixture.question().card.key == question.card.key)
  }

  @Test("When the time is over only missed cards are finished")
  func time() throws {
    let fixture = try Fixture(deck, minutes: 1)
    let question = try fixture.question()
    _ = try fixture.answer("1900", to: question)
    let late = fixture.now.advanced(byMilliseconds: 61_000)
    guard case .ask(let again) = fixture.session.next(at: late, isVisible: { _ in false }) else {
      throw Fixture.Missing()
    }
    #expect(again.card == question.card)
    #expect(again.isReturn)
    _ = try fixture.session.answer("1945", to: again, at: late, milliseconds: 1)
    #expect(fixture.session.next(at: late, isVisible: { _ in false }) == .finished)
    #expect(fixture.session.left == 2)
  }

  @Test("A section's story is told once, before its first new card")
  func passage() throws {
    let fixture = try Fixture("# War\n\nThe story.\n\n---\n\n" + deck)
    guard case .passage(let section) = fixture.next() else { throw Fixture.Missing() }
    #expect(section.passage == "The story.")
    let question = try fixture.question()
    #expect(question.isFromMemory)
    _ = try fixture.answer("1945", to: question)
    #expect(try fixture.question().card.answer == "September 1939")
  }

  @Test("A wrong answer that is another card's is recorded as that card's")
  func confusion() throws {
    let fixture = try Fixture(deck + "Q: In which year did it begin?\nA: 1939\n")
    guard case .introduced(let given) = try fixture.answer("1939", to: try fixture.question())
    else { throw Fixture.Missing() }
    #expect(given.other?.about == "In which year did it begin?")
  }

  private func contents(_ fixture: Fixture) throws -> String {
    String(
      decoding: try readFile(fixture.folder + "/Progress/reviews-abcd.jsonl").bytes, as: UTF8.self)
  }
}

extension Event {
  fileprivate var isKeep: Bool { if case .keep = self { true } else { false } }
}
