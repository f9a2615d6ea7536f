import Testing

/// The day of the exam: said, set, and what it does to the due days.
@Suite struct ExamDateTests {
  private static let unset = "No date is set. \"tripos exam date 2027-06-14\" sets one.\n"

  @Test func setAndShown() throws {
    let home = try MoonDeck.home()
    let none = try home.run(["exam", "date"] + evening, input: "")
    #expect(none.code == 0 && none.output == Self.unset)
    let set = try home.run(
      ["exam", "date", "2026-12-20", "--name", "Finals"] + evening, input: "")
    let shown = try home.run(["exam", "date"] + evening, input: "")
    #expect(set.code == 0 && shown.code == 0)
    #expect(set.output.hasPrefix("Finals in 25 days: "))
    #expect(set.output == shown.output)
  }

  @Test func aDayThatIsNoneChangesNothing() throws {
    let home = try MoonDeck.home()
    let bad = try home.run(["exam", "date", "2026-02-30"] + evening, input: "")
    #expect(bad.code == 64)
    #expect(
      bad.messages
        == "tripos: 2026-02-30 is no value for the exam's date.\n"
        + "  Allowed: a day such as 2027-06-14.\n")
    let shown = try home.run(["exam", "date"] + evening, input: "")
    #expect(shown.output == Self.unset)
  }

  @Test func aDayThatIsOver() throws {
    let home = try MoonDeck.home()
    let past = try home.run(["exam", "date", "2026-11-21"] + evening, input: "")
    #expect(past.code == 0)
    #expect(
      past.output == "Exam was 4 days ago. Set the next date with tripos exam date.\n")
  }

  /// The day that the journal names for the first card, answered right and rated easy.
  private func dueDay(exam: String?) throws -> String? {
    let home = try MoonDeck.home()
    if let exam { _ = try home.run(["exam", "date", exam] + evening, input: "") }
    _ = try home.run(["review"] + evening, input: "ussr\n:easy\n")
    try expectSnapshotAsRebuilt(home)
    return home.journal().last { $0.kind == "rate" }?.dueDay
  }

  @Test func noIntervalReachesPastTheExamWithoutALastLook() throws {
    let free = try dueDay(exam: nil)
    #expect(free == "2026-12-04")
    // A past exam, and one that comes long after the card is due, change nothing.
    #expect(try dueDay(exam: "2026-11-21") == free)
    #expect(try dueDay(exam: "2027-06-14") == free)
    // The first card of the deck is looked at on the first of the final days.
    #expect(try dueDay(exam: "2026-12-01") == "2026-11-29")
  }
}
