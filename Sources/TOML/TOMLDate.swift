/// Whether text of the shape of a TOML date, time or date-time names one that exists.
///
/// `nil` where it has no such shape, so that it may be a number.
func isDateOrTime(_ text: ArraySlice<UInt8>) -> Bool? {
  let text = Array(text)
  if text.count >= 3, text[2] == 0x3a { return isTime(text[...]) }
  guard text.count >= 10, text[4] == 0x2d, text[0].isDigit else { return nil }
  guard isDate(text[..<10]) else { return false }
  if text.count == 10 { return true }
  guard text[10] == 0x54 || text[10] == 0x74 || text[10] == .space else { return false }
  let rest = text[11...]
  if rest.last == 0x5a || rest.last == 0x7a { return isTime(rest.dropLast()) }
  let sign = rest.count > 6 ? rest[rest.endIndex - 6] : 0
  guard sign == 0x2b || sign == 0x2d else { return isTime(rest) }
  let offset = rest.suffix(5)
  return isTime(rest.dropLast(6)) && isHourAndMinute(offset)
}

private func isDate(_ text: ArraySlice<UInt8>) -> Bool {
  let text = Array(text)
  guard text[4] == 0x2d, text[7] == 0x2d, let year = number(text[..<4]),
    let month = number(text[5..<7]), let day = number(text[8..<10])
  else { return false }
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
}

/// `hh:mm:ss`, with a fraction or without; second 60 is a leap second.
private func isTime(_ text: ArraySlice<UInt8>) -> Bool {
  let text = Array(text)
  guard text.count >= 8, isHourAndMinute(text[..<5]), text[5] == 0x3a,
    let second = number(text[6..<8]), second <= 60
  else { return false }
  if text.count == 8 { return true }
  return text[8] == .dot && text.count > 9 && text[9...].allSatisfy(\.isDigit)
}

private func isHourAndMinute(_ text: ArraySlice<UInt8>) -> Bool {
  let text = Array(text)
  guard text.count == 5, text[2] == 0x3a, let hour = number(text[..<2]),
    let minute = number(text[3...])
  else { return false }
  return hour < 24 && minute < 60
}

private func number(_ text: ArraySlice<UInt8>) -> Int? {
  guard text.allSatisfy(\.isDigit) else { return nil }
  return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
}
