import Chronology
import Decks
import JSON
import Marking
import Testing

@testable import Exams

@Suite struct SittingTests {
  private let start = Instant(milliseconds: 1_790_000_000_000)

  private func after(_ seconds: Int) -> Instant {
    start.advanced(byMilliseconds: Int64(seconds) * 1000)
  }

  private func sitting(
    questions: Int = 6, minutes: Int? = 10, isClockStrict: Bool = false, seed: UInt64 = 5
  ) throws -> Sitting {
    let bank = try TestDeck.vienna.bank()
    let paper = try PaperSetter.paper(
      Blueprint(name: "Finals 1", questions: questions, minutes: minutes, kinds: []), from: bank,
      seed: seed, latestYear: 2026)
    return Sitting(paper, device: "k3fb", at: start, zone: 60, isClockStrict: isClockStrict)
  }

  private func answer(_ sitting: inout Sitting, at now: Instant) {
    sitting.answer(.text("x"), typed: "x", at: now)
  }

  @Test func theNameIsTheLocalTime() throws {
    #expect(try sitting().name == "2026-09-21T1513-finals-1-k3fb")
    #expect(Sitting.slug("Ünïcode / … ") == "n-code")
    #expect(Sitting.slug("…") == "exam")
  }

  @Test func movesGoBackAndForth() throws {
    var sitting = try sitting()
    answer(&sitting, at: after(10))
    #expect(sitting.current == 1)
    sitting.skip(at: after(20))
    sitting.toggleFlag()
    #expect(sitting.current == 2 && sitting.flagged == [2])
    #expect(sitting.back(at: after(25)) && sitting.current == 1)
    #expect(sitting.open(5, at: after(30)) && sitting.current == 5)
    #expect(!sitting.open(6, at: after(31)) && sitting.current == 5)
    answer(&sitting, at: after(40))
    // The last question is answered: the first open one follows.
    #expect(sitting.current == 1)
    #expect(sitting.unanswered == [1, 2, 3, 4])
    #expect(sitting.openFor == [10_000, 15_000, 5000, 0, 0, 10_000])
    #expect(sitting.used(at: after(50)) == 50_000)
    #expect(sitting.left(at: after(50)) == 550_000)
  }

  @Test func anInterruptionCountsUnderAStrictClockOnly() throws {
    for isStrict in [false, true] {
      var sitting = try sitting(isClockStrict: isStrict)
      answer(&sitting, at: after(10))
      var resumed = try Sitting(sitting.json.utf8(indented: true))
      resumed.resume(at: after(310))
      #expect(resumed.interruptions == [.init(question: 1, from: after(10), to: after(310))])
      #expect(resumed.used(at: after(320)) == (isStrict ? 320_000 : 20_000))
    }
  }

  @Test func aClockSetBackTakesNoTimeAndLosesNothing() throws {
    var sitting = try sitting()
    answer(&sitting, at: after(-100))
    #expect(sitting.openFor[0] == 0 && sitting.clockSetBack == 1)
    answer(&sitting, at: after(-90))
    #expect(sitting.used(at: after(-80)) == 20_000)
    sitting.resume(at: after(-500))
    #expect(sitting.interruptions.last?.isClockSetBack == true)
  }

  @Test func theTimeRunsOutAndKeepsWhatWasTyped() throws {
    var sitting = try sitting(minutes: 1)
    #expect(sitting.left(at: after(59)) == 1000)
    #expect(sitting.left(at: after(61)) == 0)
    sitting.answer(.text("Nap"), typed: "Nap", at: after(60), isLate: true)
    sitting.finish(.timeUp, at: after(60))
    #expect(sitting.responses[0]?.isLate == true && sitting.responses[0]?.typed == "Nap")
    #expect(sitting.state == .finished(.timeUp, at: after(60)))
    // Nothing changes after the end.
    let ended = sitting
    answer(&sitting, at: after(70))
    sitting.skip(at: after(80))
    sitting.toggleFlag()
    sitting.resume(at: after(90))
    #expect(sitting == ended)
  }

  @Test(arguments: 0..<10 as Range<UInt64>) func everySavedStateIsReadBack(seed: UInt64) throws {
    var sitting = try sitting(questions: 16, seed: seed)
    var draw = SeededDraw(seed: seed)
    var second = 0
    for _ in 0..<30 {
      second += draw.below(90) - 10
      let task = sitting.paper.questions[sitting.current].task
      switch draw.below(6) {
      case 0: sitting.skip(at: after(second))
      case 1: sitting.open(draw.below(20), at: after(second))
      case 2: sitting.toggleFlag()
      case 3:
        sitting.resume(at: after(second))
        sitting.pause(at: after(second + 1))
      case _:
        let texts = ["a", "true", "d c b a", "a b c d", "3 b", "Napoléon \u{1b}[31m\n"]
        let text = texts[draw.below(texts.count)]
        if let reply = try? Reply.read(text, for: task) {
          sitting.answer(
            reply, typed: text, certainty: draw.below(2) == 0 ? draw.below(3) + 1 : nil,
            at: after(second), isLate: draw.below(9) == 0)
        }
      }
      #expect(try Sitting(sitting.json.utf8(indented: true)) == sitting)
    }
    sitting.finish(.handedIn, at: after(second))
    sitting.override(1, with: .right)
    #expect(try Sitting(sitting.json.utf8(indented: false)) == sitting)
  }

  @Test func aDamagedFileSaysWhere() throws {
    let bytes = try sitting().json.utf8(indented: true)
    #expect(throws: SavedSittingError.self) { try Sitting(Array(bytes.dropLast(5))) }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(throws: SavedSittingError.newer(schema: 9)) {
      try Sitting(Array(text.replacing("\"schema\": 1", with: "\"schema\": 9").utf8))
    }
    #expect(throws: SavedSittingError.member("current")) {
      try Sitting(Array(text.replacing("\"current\": 1", with: "\"current\": 99").utf8))
    }
    #expect(throws: SavedSittingError.member("paper.seed")) {
      try Sitting(Array(text.replacing("\"seed\": \"5\"", with: "\"seed\": 5").utf8))
    }
  }

  @Test func editedAndVanishedCardsAreTold() throws {
    let sitting = try sitting()
    let changes = sitting.deckChanges { key in
      guard var card = sitting.paper.questions.first(where: { $0.card.key == key })?.card,
        key != sitting.paper.questions[2].card.key
      else { return nil }
      if key == sitting.paper.questions[4].card.key { card.answer += "!" }
      return card
    }
    #expect(changes == [2: .gone, 4: .edited])
  }
}
