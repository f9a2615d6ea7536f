import Glibc
import Proving
import Testing

private let isThorough = getenv("TRIPOS_THOROUGH") != nil

/// Limits are of the study day, not of the session.
@Suite struct LimitsTests {
  private func plan(_ home: TemporaryHome, _ arguments: [String], input: String = "") throws
    -> String
  {
    let result = try home.run(["review"] + arguments, input: input)
    return String(result.output.prefix { $0 != "\n" })
  }

  @Test func newCardsCountWhatWasDone() throws {
    let home = try MoonDeck.home()
    #expect(try plan(home, ["--new", "2"] + evening) == "2 new, about 2 minutes.")
    #expect(
      try plan(home, ["--new", "2"] + evening, input: "USSR\n") == "2 new, about 2 minutes.")
    #expect(try plan(home, ["--new", "2"] + evening) == "1 due, 1 new, about 1 minute.")
    #expect(try plan(home, ["--new", "0"] + evening) == "1 due, about 1 minute.")
    #expect(try plan(home, evening) == "1 due, 6 new, about 4 minutes.")
    #expect(try plan(home, ["--new", "2"] + nextEvening).contains("2 new"))
  }

  /// A sibling waits for another day, whatever is asked for.
  @Test func siblingsWait() throws {
    let home = try MoonDeck.home()
    _ = try home.run(["review", "--new", "1"] + evening, input: "USSR\n")
    let result = try home.run(
      ["review", "--kind", "date", "--section", "1"] + evening, input: "1959\n")
    #expect(!result.output.contains("Luna 2"))
    let tomorrow = try home.run(
      ["review", "--kind", "date", "--section", "1", "--new", "1"] + nextEvening)
    #expect(tomorrow.output.hasPrefix("1 due, 1 new"))
  }

  /// Two days share four due cards; new ones wait unless they are asked for.
  @Test func backlogIsSpread() throws {
    let home = try MoonDeck.home()
    let lines = [
      "USSR", ":easy", "Armstrong", ":easy", "20 July 1969", ":easy", "12", ":easy", ":quit",
    ]
    _ = try home.run(["review"] + evening, input: lines.joined(separator: "\n") + "\n")
    let late = ["--now", "2026-12-20T20:00:00Z", "--seed", "1"]
    let half = try home.run(["review", "--spread", "2"] + late)
    #expect(
      half.output.hasPrefix("2 due, about 1 minute.\n2 more due, left for the next days.\n"))
    let refused = try home.run(["review", "--spread", "0"] + late)
    #expect(refused.messages.contains("--spread takes a number of days from 1 to 365, not 0."))
  }

  @Test func settingsAndFlags() throws {
    let home = try MoonDeck.home(settings: "new-per-day = 3\nminutes = 1\n")
    #expect(try plan(home, evening) == "1 new, about 1 minute.")
    #expect(try plan(home, ["--minutes", "0"] + evening) == "3 new, about 2 minutes.")
    #expect(try plan(home, ["--minutes", "2"] + evening) == "2 new, about 2 minutes.")
  }

  /// At the end of the time no new card is begun, and what was missed is finished.
  ///
  /// It waits a minute, so it runs only where thoroughness is asked for.
  @Test(.enabled(if: isThorough))
  func theTimeRunsOut() throws {
    let home = try MoonDeck.home()
    let before = ["--now", "2026-11-20T20:00:00Z", "--seed", "1"]
    _ = try home.run(["review"] + before, input: String(repeating: "x\n", count: 12))
    let count = home.journal().count
    #expect(count >= 5)
    let session = try home.pipe(["review", "--minutes", "1", "--seed", "1"])
    session.send("x\n")
    sleep(62)
    session.send("x\nUSSR\nNeil Armstrong\nx\nx\n")
    session.closeInput()
    let result = try session.finish()
    #expect(result.code == 0)
    #expect(result.output.contains("4 cards in 1 minute. 5 left for tomorrow."))
    #expect(result.output.hasSuffix("5 left today: \"tripos review\" goes on now.\n"))
    // One answer in time, one to the question that stood open then, and what was missed again.
    #expect(home.journal().count == count + 4)
  }

  @Test func reviewsOfADay() throws {
    let home = try MoonDeck.home()
    let lines = [
      "USSR", ":easy", "Armstrong", ":easy", "20 July 1969", ":easy", "12", ":easy", ":quit",
    ]
    _ = try home.run(["review"] + evening, input: lines.joined(separator: "\n") + "\n")
    let late = ["--now", "2026-12-20T20:00:00Z", "--seed", "1"]
    let all = try home.run(["due", "--json"] + late)
    #expect(all.output.contains("\"due\":4"))
    let result = try home.run(["review", "--limit", "3", "--new", "0"] + late)
    #expect(result.output.contains("1 more due, left for the next days."))
  }
}
