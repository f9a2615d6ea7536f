import Chronology

/// Figures and days in words.
package enum Words {
  /// A whole number with a comma between thousands: `1,234`.
  package static func number(_ value: Int) -> String {
    var digits = Array(String(abs(value)))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (value < 0 ? "-" : "") + String(digits)
  }

  /// A number with one decimal, or none where it has none: `2.5`.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "very many" }
    let tenths = Int((abs(value) * 10).rounded())
    let sign = value < 0 && tenths > 0 ? "-" : ""
    return sign + number(tenths / 10) + (tenths % 10 == 0 ? "" : ".\(tenths % 10)")
  }

  /// A share in whole per cent, `87 %`; a dash for none.
  static func percent(_ share: Double?) -> String {
    share.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
  }

  /// The same within a sentence.
  static func percentSpoken(_ share: Double?) -> String {
    share == nil ? "none" : percent(share)
  }

  /// `1 answer`, `2 answers`.
  static func count(_ value: Int, _ noun: String) -> String {
    "\(number(value)) \(noun)\(value == 1 ? "" : "s")"
  }

  /// `45 s`, `12 min`, `3 h 5 min`.
  static func duration(_ milliseconds: Int64) -> String {
    let seconds = Int((milliseconds + 500) / 1000)
    if seconds < 60 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    if minutes < 60 { return "\(minutes) min" }
    let rest = minutes % 60
    return "\(number(minutes / 60)) h" + (rest == 0 ? "" : " \(rest) min")
  }

  /// `25 Nov 2026`.
  package static func day(_ day: CivilDay) -> String {
    let (year, month, number) = day.components
    return "\(number) \(shortMonth(month)) \(year)"
  }

  /// `25 Nov`.
  static func dayOfYear(_ day: CivilDay) -> String {
    let (_, month, number) = day.components
    return "\(number) \(shortMonth(month))"
  }

  /// `Nov`.
  package static func shortMonth(_ month: Int) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names[(month - 1 + 12) % 12]
  }

  /// `Mon` for 0 to `Sun` for 6.
  package static func weekday(_ weekday: Int) -> String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][(weekday % 7 + 7) % 7]
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension String {
  /// With a capital letter first, as a sentence that begins a paragraph.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
