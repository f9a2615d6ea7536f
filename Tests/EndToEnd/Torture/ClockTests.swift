import Files
import Glibc
import Testing

/// Group D: clocks and calendars, through the program's own clock and the system's zones.
@Suite struct ClockTests {
  /// Answers one line at an instant, in a zone.
  private func answer(
    _ home: TemporaryHome, _ text: String, at now: String, zone: String = "UTC"
  ) throws -> PipeSession.Result {
    let result = try home.run(
      ["review", "--now", now], input: text + "\n", environment: ["TZ": zone])
    expectCalm(result, [0], "\(now) \(zone)")
    return result
  }

  /// The zones as the records have them.
  private func zones(_ home: TemporaryHome) throws -> [String] {
    let names = try listFolder(home.progress).map(\.name).filter { $0.hasSuffix(".jsonl") }
    return try names.flatMap { name in
      String(decoding: try readFile("\(home.progress)/\(name)").bytes, as: UTF8.self)
        .split(separator: "\n").compactMap { line in
          line.firstRange(of: "\"tz\":").map {
            String(line[$0.upperBound...].prefix { $0 != "," })
          }
        }
    }
  }

  @Test("D01") func anHourBack() throws {
    let home = try MoonDeck.home()
    _ = try answer(home, "zz1", at: "2026-11-25T20:00:00Z")
    _ = try answer(home, "zz2", at: "2026-11-25T19:00:00Z")
    _ = try answer(home, "zz3", at: "2026-11-25T19:30:00Z")
    #expect(Set(home.given) == ["zz1", "zz2", "zz3"])
    for line in home.journal() { #expect(line.dueDay.map { $0 >= "2026-11-25" } ?? true) }
    try expectSnapshotAsRebuilt(home)
  }

  @Test("D02 D03", arguments: ["1970-01-01T00:00:10Z", "2016-11-25T20:00:00Z"])
  func yearsBack(_ now: String) throws {
    let home = try MoonDeck.home()
    _ = try answer(home, "zz1", at: "2026-11-25T20:00:00Z")
    let early = try answer(home, "zz2", at: now)
    #expect(
      unwrapped(early.messages).hasPrefix(
        "The clock looks wrong: it is \(now.prefix(10)), and the last answer is of 2026-11-25."))
    let later = try answer(home, "zz3", at: "2026-11-26T20:00:00Z")
    #expect(later.messages.isEmpty)
    #expect(Set(home.given) == ["zz1", "zz2", "zz3"])
    try expectSnapshotAsRebuilt(home)
  }

  /// A session that goes on while the study day changes, at midnight or at the roll-over hour.
  @Test(
    "D04 D05",
    arguments: [("0", "2026-11-25T23:59:59Z"), ("4", "2026-11-26T03:59:59Z")])
  func acrossTheEndOfTheDay(_ hour: String, _ now: String) throws {
    let home = try MoonDeck.home(settings: "rollover-hour = \(hour)\n")
    let session = try home.pipe(["review", "--now", now])
    session.send("zz1\n")
    try session.wait(for: "you typed: zz1")
    usleep(1_200_000)
    session.send("zz2\n")
    session.closeInput()
    expectCalm(try session.finish())
    let records = home.journal().filter { $0.kind == "review" }
    #expect(records.map(\.given) == ["zz1", "zz2"])
    #expect(records.map(\.day) == ["2026-11-25", "2026-11-26"])
  }

  /// An instant, a zone, the roll-over hour, and the study day that it belongs to.
  static let days: [(now: String, zone: String, hour: Int, day: String, offset: String)] = [
    // D06: 02:30 does not exist on that night; the day begins at 03:00.
    ("2025-03-30T00:59:00Z", "Europe/Berlin", 2, "2025-03-29", "60"),
    ("2025-03-30T01:01:00Z", "Europe/Berlin", 2, "2025-03-30", "120"),
    // D07: 02:30 comes twice; it is one and the same day.
    ("2025-10-26T00:30:00Z", "Europe/Berlin", 2, "2025-10-26", "120"),
    ("2025-10-26T01:30:00Z", "Europe/Berlin", 2, "2025-10-26", "60"),
    // D08: midnight does not exist.
    ("2018-11-04T02:59:00Z", "America/Sao_Paulo", 0, "2018-11-03", "-180"),
    ("2018-11-04T03:01:00Z", "America/Sao_Paulo", 0, "2018-11-04", "-120"),
    // D09, D10: the day after the 29th was the 31st.
    ("2011-12-30T09:59:00Z", "Pacific/Apia", 0, "2011-12-29", "-600"),
    ("2011-12-30T10:01:00Z", "Pacific/Apia", 0, "2011-12-31", "840"),
    // D13.
    ("2026-11-25T20:00:00Z", "Asia/Kathmandu", 4, "2026-11-25", "345"),
    ("2026-11-25T20:00:00Z", "Pacific/Kiritimati", 4, "2026-11-26", "840"),
    ("2026-11-25T20:00:00Z", "Etc/GMT+12", 4, "2026-11-25", "-720"),
  ]

  @Test("D06 D07 D08 D09 D10 D13", arguments: days.indices) func daysOfZones(_ index: Int) throws {
    let (now, zone, hour, day, offset) = ClockTests.days[index]
    let home = try MoonDeck.home(settings: "rollover-hour = \(hour)\n")
    _ = try answer(home, "zz1", at: now, zone: zone)
    #expect(home.journal().map(\.day) == [day])
    #expect(try zones(home) == [offset])
    try expectSnapshotAsRebuilt(home)
  }

  @Test("D10 D11") func zoneOfAnEarlierAnswerStays() throws {
    let home = try MoonDeck.home()
    _ = try answer(home, "zz1", at: "2026-11-25T08:00:00Z", zone: "Pacific/Auckland")
    _ = try answer(home, "zz2", at: "2026-11-25T20:00:00Z", zone: "America/Los_Angeles")
    _ = try answer(home, "zz3", at: "2026-11-26T20:00:00Z", zone: "Pacific/Auckland")
    #expect(home.journal().map(\.day) == ["2026-11-25", "2026-11-25", "2026-11-27"])
    #expect(try zones(home) == ["780", "-480", "780"])
    try expectSnapshotAsRebuilt(home)
  }

  @Test("D12", arguments: ["Nowhere/City", ":", "UTC+99", "\u{1b}[31m"])
  func zoneThatIsNone(_ zone: String) throws {
    let home = try MoonDeck.home()
    _ = try answer(home, "zz1", at: "2026-11-25T20:00:00Z", zone: zone)
    #expect(home.given == ["zz1"])
    try expectSnapshotAsRebuilt(home)
  }

  @Test(
    "D15 D16 D18",
    arguments: [
      "9999-12-31T23:59:59Z", "10000-01-01T00:00:00Z", "0001-01-01T00:00:00Z",
      "-0044-03-15T12:00:00Z", "2016-12-31T23:59:60Z", "2026-11-25T20:00:00+0100",
      "2026-11-25t20:00:00z", "2026-11-25T20:00:00.123456789Z", "2026-02-30T00:00:00Z",
      "99999999999",
    ])
  func oddInstants(_ now: String) throws {
    let home = try MoonDeck.home()
    let result = try home.run(["review", "--now", now], input: "zz1\n")
    expectCalm(result, [0, 64], now)
    #expect(home.given == (result.code == 0 ? ["zz1"] : []))
    if result.code == 0 { try expectSnapshotAsRebuilt(home) }
  }

  @Test(
    "D14 D17",
    arguments: [
      ("2028-02-29", 0), ("2027-02-29", 64), ("2026-02-30", 64), ("2026-11-25", 0),
      ("2031-11-25", 0),
      ("٢٠٢٧-٠١-٠١", 64),
    ])
  func examDates(_ date: String, _ code: Int32) throws {
    let home = try MoonDeck.home()
    let result = try home.run(["exam", "date", date] + evening)
    expectCalm(result, code == 0 ? [0] : [64, 65], date)
    expectCalm(try home.run(["due"] + evening), [0], date)
  }

  @Test("D20 J04", arguments: ["th_TH.UTF-8", "fa_IR", "ar", "tr_TR.UTF-8", "C", "xx"])
  func otherLocales(_ locale: String) throws {
    let home = try MoonDeck.home()
    let result = try home.run(
      ["review"] + evening, input: "zz1\n", environment: ["LC_ALL": locale, "LANG": locale])
    expectCalm(result, [0], locale)
    #expect(home.journal().map(\.day) == ["2026-11-25"])
    for path in ["progress.json"] {
      let text = String(decoding: try readFile("\(home.progress)/\(path)").bytes, as: UTF8.self)
      #expect(
        text.contains("2026-11-25")
          && !text.unicodeScalars.contains { (0x600...0xeff).contains($0.value) })
    }
  }
}
