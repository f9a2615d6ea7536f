extension HistoricalDate {
  /// The canonical English form: `25 July 1969`, `mid-February 1983`, `44 BC`, `1965–1968`.
  ///
  /// ``init(_:)`` reads the same date from it.
  package var english: String {
    switch form {
    case .single(let period): return period.english
    case .before(let period): return "before \(period.englishWithArticle)"
    case .after(let period): return "after \(period.englishWithArticle)"
    case .range(.period(let start), .period(let end)): return range(start, end)
    case .range(.period(let start), .open): return "since \(start.englishWithArticle)"
    case .range(.open, .period(let end)): return "until \(end.englishWithArticle)"
    case .range(.period(let start), _): return "\(start.english) – unknown"
    case .range(_, .period(let end)): return "unknown – \(end.english)"
    case .range: return ""
    case .set(let members, let conjunction): return set(members, conjunction)
    }
  }

  private func range(_ start: Period, _ end: Period) -> String {
    let whole = "\(start.english) – \(end.english)"
    guard start.isPlain, end.isPlain else { return whole }
    switch (start.unit, end.unit) {
    case (.year(let first), .year(let last)):
      if first >= 1000 && last <= 2100 { return "\(first)–\(last)" }
      return last <= 0 ? "\(1 - first)–\(1 - last) BC" : whole
    case (.month(let first, let month), .month(let last, _)) where first == last:
      return "\(englishMonth(month))–\(end.english)"
    case (.day(let first, let month, let day), .day(let last, let lastMonth, _))
    where first == last:
      if month == lastMonth { return "\(day)–\(end.english)" }
      return "\(day) \(englishMonth(month)) – \(end.english)"
    case (.day, _), (.month, _), (.season, _), (.year, _), (.decade, _), (.century, _),
      (.millennium, _):
      return whole
    }
  }

  private func set(_ members: [Period], _ conjunction: Conjunction) -> String {
    var words = members.map(\.english)
    let arePlain = members.allSatisfy(\.isPlain)
    let years = Set(members.map(\.unit.year))
    let precisions = Set(members.map(\.unit.precision))
    if arePlain, years.count == 1, precisions.count == 1 {
      let months = Set(members.map(\.unit.month))
      for (index, member) in members.dropLast().enumerated() {
        switch member.unit {
        case .month(_, let month): words[index] = englishMonth(month)
        case .day(_, let month, let day):
          words[index] = months.count == 1 ? "\(day)" : "\(day) \(englishMonth(month))"
        case .season, .year, .decade, .century, .millennium: break
        }
      }
    }
    let last = words.removeLast()
    let word = conjunction == .all ? "and" : "or"
    return "\(words.joined(separator: ", ")) \(word) \(last)"
  }
}

extension Period {
  /// The canonical English form.
  package var english: String {
    let stated = partPrefix + unit.english(isAfterArticle: part?.isHalf ?? false)
    let weekday = wrongWeekday.map { "\($0.english) " } ?? ""
    let calendar = style.map { $0 == .old ? " (O.S.)" : " (N.S.)" } ?? ""
    return "\(isCirca ? "c. " : "")\(weekday)\(stated)\(calendar)\(isUncertain ? "?" : "")"
  }

  /// The form after a preposition: "since the 1960s".
  fileprivate var englishWithArticle: String {
    if part == .turn || part?.isHalf == true { return "the \(english)" }
    switch unit {
    case .decade, .century, .millennium: return isCirca ? english : "the \(english)"
    case .day, .month, .season, .year: return english
    }
  }

  private var partPrefix: String {
    switch part {
    case .early: "early "
    case .mid: "mid-"
    case .late: "late "
    case .turn: "turn of the "
    case .firstHalf: "first half of "
    case .secondHalf: "second half of "
    case nil: ""
    }
  }
}

extension CalendarUnit {
  fileprivate func english(isAfterArticle: Bool) -> String {
    let article = isAfterArticle ? "the " : ""
    switch self {
    case .day(let year, let month, let day):
      return "\(day) \(englishMonth(month)) \(englishYear(year))"
    case .month(let year, let month): return "\(englishMonth(month)) \(englishYear(year))"
    case .season(let year, let season): return "\(season.english) \(englishYear(year))"
    case .year(let year): return englishYear(year)
    case .decade(let number):
      let tens = number >= 0 ? number * 10 : (-number - 1) * 10
      // "The 1800s" are read as the century; only the last two have become decades.
      let isAmbiguous = tens % 100 == 0 && tens > 0 && tens != 1900 && tens != 2000
      let name = "\(tens)s\(isAmbiguous ? " (decade)" : "")"
      if number < 0 { return "\(article)\(name) BC" }
      return number < 100 || number > 210 ? "AD \(name)" : article + name
    case .century(let number): return article + ordinal(number, "century")
    case .millennium(let number): return article + ordinal(number, "millennium")
    }
  }

  private func ordinal(_ number: Int, _ noun: String) -> String {
    let value = abs(number)
    let suffix =
      switch (value % 10, value % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(value)\(suffix) \(noun)\(number < 0 ? " BC" : "")"
  }
}

extension Period.Part {
  /// Whether the part is one of two halves.
  package var isHalf: Bool { self == .firstHalf || self == .secondHalf }
}

extension Period.Season {
  /// The season's name.
  package var english: String {
    switch self {
    case .spring: "spring"
    case .summer: "summer"
    case .autumn: "autumn"
    case .winter: "winter"
    }
  }
}

extension Period.Weekday {
  /// The weekday's name.
  package var english: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}

/// A year with its era where it needs one: 1969, AD 476, 44 BC.
private func englishYear(_ year: Int) -> String {
  if year <= 0 { return "\(1 - year) BC" }
  return (1000...2100).contains(year) ? "\(year)" : "AD \(year)"
}

/// The English name of a month (1–12).
private func englishMonth(_ month: Int) -> String {
  let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  return names[max(1, min(12, month)) - 1]
}
