import Chronology
import Files
import Glibc

/// Keeps a damaged file under another name, `NAME.damaged-20261125T021503Z`.
///
/// The time is that of the damaged content's last change.
///
/// - Parameter path: the file.
/// - Throws: `FileError`; the file is still there then.
func setAside(_ path: String) throws(FileError) {
  guard let identity = FileIdentity(path: path) else { return }
  let start = "\(path).damaged-\(stamp(Instant(milliseconds: identity.modified / 1_000_000)))"
  var name = start
  var number = 2
  while FileIdentity(path: name) != nil {
    name = "\(start)-\(number)"
    number += 1
  }
  guard rename(path, name) == 0 else { throw .system(.rename, path) }
}

/// An instant as `20261125T021503Z`.
func stamp(_ instant: Instant) -> String {
  let seconds = instant.seconds
  let dayNumber = Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
  let second = Int(seconds) - dayNumber * 86_400
  let day = CivilDay(number: dayNumber).iso.filter { $0 != "-" }
  let time = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
  return "\(day)T\(time.joined())Z"
}

extension Instant {
  /// The instant that `stamp` wrote; `nil` for any other text.
  init?(stamp: String) {
    let digits = Array(stamp.utf8)
    guard digits.count == 16, digits[8] == UInt8(ascii: "T"), digits[15] == UInt8(ascii: "Z") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      Int(String(decoding: digits[range], as: UTF8.self))
    }
    guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8),
      let civil = CivilDay(year: year, month: month, day: day), let hour = number(9..<11),
      let minute = number(11..<13), let second = number(13..<15)
    else { return nil }
    let seconds = Int64(civil.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.init(milliseconds: seconds * 1000)
  }
}
