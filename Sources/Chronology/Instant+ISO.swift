extension Instant {
  /// The moment in ISO 8601, UTC, to the millisecond: `2026-11-25T02:07:26.123Z`.
  package var iso: String {
    let day = CivilDay(number: Int((seconds - secondOfDay) / 86_400))
    let time = Int(secondOfDay)
    let clock = [time / 3600, time / 60 % 60, time % 60].map { padded($0, 2) }
    let fraction = milliseconds - seconds * 1000
    return "\(day.iso)T\(clock.joined(separator: ":")).\(padded(Int(fraction), 3))Z"
  }

  /// The second of the UTC day, 0–86,399.
  private var secondOfDay: Int64 { (seconds % 86_400 + 86_400) % 86_400 }

  /// Reads `2026-11-25T02:07:26Z`, with or without milliseconds.
  ///
  /// Fails for anything else: another zone, a 24th hour, a leap second.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 24, bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      bytes.last == UInt8(ascii: "Z"),
      let day = CivilDay(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = decimal(bytes[11..<13]), hour < 24,
      let minute = decimal(bytes[14..<16]), minute < 60,
      let second = decimal(bytes[17..<19]), second < 60
    else { return nil }
    var fraction = 0
    if bytes.count == 24 {
      guard bytes[19] == UInt8(ascii: "."), let thousandths = decimal(bytes[20..<23]) else {
        return nil
      }
      fraction = thousandths
    }
    let seconds = ((day.number * 24 + hour) * 60 + minute) * 60 + second
    self.init(milliseconds: Int64(seconds * 1000 + fraction))
  }
}
