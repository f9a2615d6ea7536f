import Chronology
import Digest
import JSON
import Memory
import Proving
import Testing

@testable import Progress

/// One record of every kind, with all optional members and with none.
let oneOfEach: [Record] = [
  record(
    deviceA, 1, 0,
    .review(
      key: "h1-abcdefghijklmnop",
      Answer(
        rating: .good, mark: .correct, given: "July 1957", milliseconds: 4210,
        due: .day(studyDay(10).number)))),
  record(
    deviceA, 2, 0, plus: 123,
    .review(
      key: "한국\n",
      Answer(
        rating: .again, mark: .wrong, given: "\u{1b}[2J\"é", milliseconds: 0,
        due: .second(noon(0).seconds + 60), other: "b"))),
  record(
    deviceA, 3, 0,
    .review(
      key: "a", Answer(rating: .easy, mark: nil, given: "", milliseconds: 9, due: nil))),
  record(deviceA, 4, 1, .pending(key: "a", given: "1973?", milliseconds: 777)),
  record(
    deviceA, 5, 1,
    .rate(
      key: "a", of: RecordID(device: deviceA, count: 4),
      Amendment(rating: .hard, mark: .almost, due: .day(studyDay(2).number)))),
  record(
    deviceA, 6, 1,
    .rate(key: "a", of: RecordID(device: deviceB, count: 4), Amendment(rating: .easy, due: nil))),
  record(
    deviceA, 7, 1,
    .exam(
      key: "a",
      Answer(
        rating: .hard, mark: .correct, given: "B", milliseconds: 1,
        due: .day(studyDay(3).number)),
      ExamQuestion(exam: "2026-01-02T1200-finals-aaaa", question: 12, type: "choice"))),
  record(
    deviceA, 8, 1,
    .practice(
      key: "a", Answer(rating: .again, mark: .wrong, given: "x", milliseconds: 2, due: nil))),
  record(deviceA, 9, 1, .void(key: "a", of: RecordID(device: deviceA, count: 8))),
  record(deviceA, 10, 1, .relink([.init("a", "b"), .init("b", "a")])),
  record(deviceA, 11, 1, .suspend(key: "a")),
  record(deviceA, 12, 1, .unsuspend(key: "a")),
  record(deviceA, 13, 1, .bury(key: "a")),
  record(deviceA, 14, 1, .flag(key: "a", why: "two answers")),
  record(deviceA, 15, 1, .unflag(key: "a")),
  record(deviceA, 16, 1, .keep(key: "a")),
  record(deviceA, 17, 1, .reject(key: "a")),
  record(
    deviceA, 18, 1,
    .state(
      key: "a",
      Schedule(
        phase: .review, memory: MemoryState(stability: 57.8794, difficulty: 2.111),
        due: .day(studyDay(58).number), interval: 58, lastDay: studyDay(0).number,
        lastSecond: noon(0).seconds, reviews: 2, lapses: 0))),
  record(
    deviceA, 19, 1,
    .state(
      key: "a",
      Schedule(
        phase: .relearning(step: 1), memory: nil, due: .second(noon(1).seconds + 600), interval: 3,
        lastDay: studyDay(1).number, lastSecond: noon(1).seconds, reviews: 9, lapses: 4))),
  record(deviceA, 20, 1, .state(key: "a", .new)),
]

func decode(_ line: [UInt8]) throws(JournalProblem.Cause) -> Record? {
  let result = line.withUnsafeBytes { bytes in
    Result { () throws(JournalProblem.Cause) in try Record.decode(bytes) }
  }
  return try result.get()
}

/// A line with its checksum put right.
func line(_ text: String) -> [UInt8] {
  let body = Array(text.utf8)
  return body + Array(",\"crc\":\"\(hexadecimal(CRC32.checksum(body)))\"}".utf8)
}

@Suite struct RecordTests {
  @Test func writesTheLayoutExactly() {
    let text = String(decoding: journal(oneOfEach), as: UTF8.self)
    #expect(differenceFromGolden(text, name: "oneOfEach") == nil)
  }

  @Test(arguments: oneOfEach)
  func readsWhatItWrites(_ record: Record) throws {
    #expect(try decode(record.encoded()) == record)
  }

  @Test func ordinaryReviewIsSmall() {
    #expect(oneOfEach[0].encoded().count + 1 == 210)
  }

  @Test func cutsALongAnswer() throws {
    let long = String(repeating: "ab\u{301}", count: 20_000)
    let record = record(deviceA, 1, 0, .review(key: "a", answer(.again, given: long)))
    let line = record.encoded()
    #expect(line.count < 5000)
    #expect(String(decoding: line, as: UTF8.self).contains("\"cut\":true"))
    guard case .review(_, let read) = try #require(try decode(line)).event else { return }
    #expect(read.given.utf8.count > 3900)
    #expect(long.hasPrefix(read.given) || long.utf8.starts(with: read.given.utf8))
  }

  @Test func readsAnyOrderUnknownMembersAndOtherForms() throws {
    let read = try decode(
      line(
        #"{"at":"2026-01-01T13:00:00.5+01:00" , "new":{"x":[1,{}]},"kind":"review","tz":"+05:45","#
          + #""grade":3,"key":"\u0061","day":"2026-01-01","n":7,"dev":"aaaa","v":1"#))
    #expect(
      read
        == Record(
          id: RecordID(device: deviceA, count: 7), at: noon(0, plus: 500), zone: 345,
          day: studyDay(0),
          event: .review(
            key: "a", Answer(rating: .good, mark: nil, given: "", milliseconds: 0, due: nil))))
  }

  @Test(arguments: [
    "2026-01-01T12:00:00Z", "2026-01-01t12:00:00z", "2026-01-01T12:00:00.000000000Z",
    "2026-01-01T12:00:00", "2026-01-01T13:00:00+0100", "2026-01-01T02:00:00-10",
    "2026-01-01T11:59:60Z", "2026-01-02T02:00:00+14:00",
  ])
  func readsInstants(_ text: String) throws {
    let read = try decode(
      line(
        #"{"v":1,"dev":"aaaa","n":1,"kind":"keep","key":"a","at":"\#(text)","day":"2026-01-01""#))
    #expect(read?.at == noon(0))
  }

  @Test func ignoresKindsOfTheFuture() throws {
    #expect(
      try decode(line(#"{"v":1,"dev":"aaaa","n":1,"kind":"dream","at":1,"day":"2026-01-01""#))
        == nil)
  }

  static let good = #"{"v":1,"dev":"aaaa","n":1,"kind":"review","key":"a","at":1"#

  @Test(
    arguments: [
      (#"{"v":1"#, .memberMissing("dev")),
      (good + #","grade":3"#, .memberMissing("day")),
      (good + #","day":"2026-01-01""#, .memberMissing("grade")),
      (good + #","day":"2026-02-30","grade":3"#, .memberMalformed("day")),
      (good + #","day":"2026-01-01","grade":9"#, .memberMalformed("grade")),
      (good + #","day":"2026-01-01","grade":"3""#, .memberMalformed("grade")),
      (good + #","day":"2026-01-01","grade":3.0"#, .memberMalformed("grade")),
      (good + #","day":"2026-01-01","grade":null"#, .memberMalformed("grade")),
      (good + #","day":"2026-01-01","grade":3,"grade":3"#, .memberMalformed("grade")),
      (good + #","day":"2026-01-01","grade":3,"mark":"right""#, .memberMalformed("mark")),
      (good + #","day":"2026-01-01","grade":3,"ms":-1"#, .memberMalformed("ms")),
      (good + #","day":"2026-01-01","grade":3,"due":"soon""#, .memberMalformed("due")),
      (good + #","day":"2026-01-01","grade":3,"due":9e99"#, .memberMalformed("due")),
      (good + #","day":"2026-01-01","grade":3,"given":["x"]"#, .memberMalformed("given")),
      (good + #","day":"2026-01-01","grade":3,"at":2"#, .memberMalformed("at")),
      (good + #","day":"2026-01-01","grade":3,"tz":"Berlin""#, .memberMalformed("tz")),
      (good + #","day":"2026-01-01","grade":3,"of":{"dev":"bbbb"}"#, .memberMalformed("of")),
      (good.replacing("aaaa", with: "a b"), .memberMalformed("dev")),
      (good.replacing("\"n\":1", with: "\"n\":0"), .memberMalformed("n")),
      (good.replacing("\"v\":1", with: "\"v\":2"), .newerVersion(2)),
      (good.replacing("\"at\":1", with: "\"at\":9223372036854775807"), .memberMalformed("at")),
      (good.replacing("\"at\":1", with: "\"at\":01"), .notJSON(.malformedNumber, column: 58)),
    ] as [(String, JournalProblem.Cause)])
  func saysWhatIsWrong(_ text: String, _ cause: JournalProblem.Cause) {
    #expect(throws: cause) { try decode(line(text)) }
  }

  @Test func wantsAChecksum() {
    let good = oneOfEach[0].encoded()
    #expect(throws: JournalProblem.Cause.checksumMissing) {
      try decode(Array("{\"v\":1}".utf8))
    }
    #expect(throws: JournalProblem.Cause.newerVersion(3)) {
      try decode(Array("{\"v\":3}".utf8))
    }
    var changed = good
    changed[60] ^= 1
    #expect(throws: JournalProblem.Cause.checksumWrong) { try decode(changed) }
  }

  @Test func noSingleDamagedByteGoesUnseen() {
    let good = oneOfEach[1].encoded()
    for index in good.indices {
      for bit in 0..<8 {
        var damaged = good
        damaged[index] ^= 1 << UInt8(bit)
        #expect(throws: JournalProblem.Cause.self) { try decode(damaged) }
      }
      for byte in [0, 0xff, 0x20, 0x22, 0x7d] as [UInt8] where byte != good[index] {
        var damaged = good
        damaged[index] = byte
        #expect(throws: JournalProblem.Cause.self) { try decode(damaged) }
      }
      #expect(throws: JournalProblem.Cause.self) { try decode(Array(good[..<index])) }
    }
  }

  @Test func namesOfMembersAreTheirLetters() {
    for member in MemberName.allCases {
      let packed = "\(member)".utf8.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
      #expect(packed == member.rawValue)
    }
    #expect(Set(MemberName.allCases.map(\.bit)).count == MemberName.allCases.count)
  }
}
