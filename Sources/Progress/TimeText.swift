import Chronology

/// The day that `2026-11-25` names; `nil` for anything else.
func day(iso text: UnsafeRawBufferPointer) -> CivilDay? {
  guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
    let year = digits(text, 0..<4), let month = digits(text, 5..<7), let day = digits(text, 8..<10)
  else { return nil }
  return CivilDay(year: year, month: month, day: day)
}

/// The instant that `2026-11-24T23:30:41.123Z` names, in milliseconds since 1970 (UTC).
///
/// Small letters, any number of decimals, a leap second and offsets as `+01:00`, `+0100` or `+01`
/// are read; without an offset it is UTC. `nil` for anything else.
func milliseconds(iso text: UnsafeRawBufferPointer) -> Int64? {
  guard text.count >= 19, let day = day(iso: UnsafeRawBufferPointer(rebasing: text[..<10])),
    text[10] | 0x20 == UInt8(ascii: "t") || text[10] == 0x20,
    let hour = digits(text, 11..<13), hour < 24, text[13] == UInt8(ascii: ":"),
    let minute = digits(text, 14..<16), minute < 60, text[16] == UInt8(ascii: ":"),
    let second = digits(text, 17..<19), second <= 60
  else { return nil }
  var at = 19
  var thousandths = 0
  if at < text.count, text[at] == UInt8(ascii: ".") {
    var weight = 100
    at += 1
    let start = at
    while at < text.count, case let digit = text[at] &- 0x30, digit <= 9 {
      thousandths += weight * Int(digit)
      weight /= 10
      at += 1
    }
    guard at > start else { return nil }
  }
  guard let offset = zone(iso: UnsafeRawBufferPointer(rebasing: text[at...])) else { return nil }
  let seconds = ((day.number * 24 + hour) * 60 + minute - offset) * 60 + second
  return Int64(seconds * 1000 + thousandths)
}

/// The offset that `+01:00`, `+0100`, `+01` or `Z` names, in minutes; UTC where nothing stands.
func zone(iso text: UnsafeRawBufferPointer) -> Int? {
  if text.isEmpty || text.count == 1 && text[0] | 0x20 == UInt8(ascii: "z") { return 0 }
  guard text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-"), text.count >= 3,
    let hours = digits(text, 1..<3)
  else { return nil }
  let minutes: Int? =
    switch text.count {
    case 3: 0
    case 5: digits(text, 3..<5)
    case 6 where text[3] == UInt8(ascii: ":"): digits(text, 4..<6)
    default: nil
    }
  guard let minutes, minutes < 60 else { return nil }
  return (hours * 60 + minutes) * (text[0] == UInt8(ascii: "-") ? -1 : 1)
}

private func digits(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
  var value = 0
  for index in range {
    let digit = text[index] &- 0x30
    guard digit <= 9 else { return nil }
    value = value * 10 + Int(digit)
  }
  return value
}
