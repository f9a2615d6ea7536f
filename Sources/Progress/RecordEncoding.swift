import Chronology
import Digest
import JSON
import Memory

extension Record {
  /// The longest text of a typed answer that is kept, in bytes; `"cut":true` follows a longer one.
  static let longestAnswer = 4096

  /// The record as a journal line, without newline.
  ///
  /// The layout, exactly: one JSON object without white space, its text escaped so that it is safe
  /// to show (see `[UInt8].appendJSON`), its members in this order:
  ///
  ///     {"v":1,"dev":"k3fb","n":1042,"kind":"review","key":"h1-…","at":1764027041123,"tz":60,
  ///      "day":"2025-11-25","grade":3,"mark":"correct","given":"July 1957","ms":4210,
  ///      "due":"2025-12-05","crc":"1a2b3c4d"}
  ///
  /// - `n` counts from 1 on each device, `at` is in milliseconds since 1970 (UTC), `tz` in minutes.
  /// - `due` is a day, `"2025-12-05"`, or an instant in milliseconds (learning steps).
  /// - `review` and `practice`: `grade`, `mark`?, `given`, `cut`?, `ms`, `due`?, `other`?; `exam`
  ///   the same, then `exam`, `q`, `type`; `pending`: `given`, `cut`?, `ms`.
  /// - `rate`: `of` as `{"dev":"k3fb","n":1041}`, `grade`, `mark`?, `due`?; `void`: `of`; both bear
  ///   the key of the record they speak of. `relink`: no key, `moves` as `[["old","new"],…]`.
  ///   `flag`: `why`. `state`: `state` (see `RecordState`). The others have no members of their
  ///   own.
  /// - `crc` is the CRC-32/IEEE, in eight lower-case hexadecimal digits, of all bytes before its
  ///   comma.
  ///
  /// Optional members (marked ?) are left out, never null.
  package func encoded() -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(320)
    line.append(UInt8(ascii: "{"))
    line.appendJSONName("v")
    line.appendJSON(Int64(1))
    line.appendMembers(of: id)
    line.append(event, at: at, zone: zone, day: day)
    let checksum = CRC32.checksum(line)
    line.appendJSONName("crc")
    line.appendJSON(hexadecimal(checksum))
    line.append(UInt8(ascii: "}"))
    return line
  }
}

extension [UInt8] {
  /// Appends all members of a line between its name and its checksum.
  mutating func append(_ event: Event, at: Instant, zone: Int, day: CivilDay) {
    appendJSONName("kind")
    appendJSON(event.kind.rawValue)
    if let key = event.key {
      appendJSONName("key")
      appendJSON(key)
    }
    appendJSONName("at")
    appendJSON(at.milliseconds)
    appendJSONName("tz")
    appendJSON(Int64(zone))
    appendJSONName("day")
    append(day: day)
    append(event)
  }
}

/// The eight lower-case hexadecimal digits of a checksum.
func hexadecimal(_ checksum: UInt32) -> String {
  let digits = String(checksum, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}

extension [UInt8] {
  /// Appends a day in quotation marks, as `CivilDay.iso` has it.
  mutating func append(day: CivilDay) {
    let (year, month, date) = day.components
    guard (0...9999).contains(year) else { return appendJSON(day.iso) }
    let mark = UInt8(ascii: "\"")
    let hyphen = UInt8(ascii: "-")
    append(contentsOf: [
      mark, digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), hyphen,
      digit(month / 10), digit(month), hyphen, digit(date / 10), digit(date), mark,
    ])
  }
}

private func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }

extension [UInt8] {
  /// Appends when a card is due, where that is known.
  mutating func append(due: Schedule.Due?) {
    switch due {
    case nil, .new: break
    case .day(let day):
      appendJSONName("due")
      append(day: CivilDay(number: day))
    case .second(let second):
      appendJSONName("due")
      appendJSON(second &* 1000)
    }
  }
}

extension [UInt8] {
  fileprivate mutating func appendMembers(of id: RecordID) {
    appendJSONName("dev")
    appendJSON(id.device.text)
    appendJSONName("n")
    appendJSON(id.count)
  }

  fileprivate mutating func append(_ event: Event) {
    switch event {
    case .review(_, let answer), .practice(_, let answer): append(answer)
    case .pending(_, let given, let milliseconds):
      append(given: given, milliseconds: milliseconds)
    case .rate(_, let target, let amendment):
      append(of: target)
      append(amendment.rating, amendment.mark)
      append(due: amendment.due)
    case .exam(_, let answer, let question):
      append(answer)
      appendJSONName("exam")
      appendJSON(question.exam)
      appendJSONName("q")
      appendJSON(Int64(question.question))
      appendJSONName("type")
      appendJSON(question.type)
    case .void(_, let target): append(of: target)
    case .relink(let moves): append(moves)
    case .flag(_, let why):
      appendJSONName("why")
      appendJSON(why)
    case .state(_, let schedule): append(state: schedule)
    case .suspend, .unsuspend, .bury, .unflag, .keep, .reject: break
    }
  }

  private mutating func append(_ answer: Answer) {
    append(answer.rating, answer.mark)
    append(given: answer.given, milliseconds: answer.milliseconds)
    append(due: answer.due)
    if let other = answer.other {
      appendJSONName("other")
      appendJSON(other)
    }
  }

  private mutating func append(_ rating: Rating, _ mark: RecordedMark?) {
    appendJSONName("grade")
    appendJSON(Int64(rating.rawValue))
    if let mark {
      appendJSONName("mark")
      appendJSON(mark.rawValue)
    }
  }

  private mutating func append(given: String, milliseconds: Int) {
    appendJSONName("given")
    var kept = Substring(given)
    while kept.utf8.count > Record.longestAnswer {
      // By scalars: a single character may be longer than the limit.
      kept = Substring(kept.unicodeScalars.dropLast(Swift.max(1, kept.utf8.count / 64)))
    }
    appendJSON(String(kept))
    if kept.utf8.count < given.utf8.count {
      appendJSONName("cut")
      append(contentsOf: "true".utf8)
    }
    appendJSONName("ms")
    appendJSON(Int64(milliseconds))
  }

  private mutating func append(of target: RecordID) {
    appendJSONName("of")
    append(UInt8(ascii: "{"))
    appendMembers(of: target)
    append(UInt8(ascii: "}"))
  }

  private mutating func append(_ moves: [Event.Move]) {
    appendJSONName("moves")
    append(UInt8(ascii: "["))
    for (index, move) in moves.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(UInt8(ascii: "["))
      appendJSON(move.old)
      append(UInt8(ascii: ","))
      appendJSON(move.new)
      append(UInt8(ascii: "]"))
    }
    append(UInt8(ascii: "]"))
  }
}
