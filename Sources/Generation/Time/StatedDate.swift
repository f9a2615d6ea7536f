import Chronology

/// A date as a text states it, before what it leaves out is filled in.
struct StatedDate: Equatable {
  var form: Form

  enum Form: Equatable {
    case single(StatedPeriod)
    case range(StatedPeriod, StatedPeriod)
    /// From a period on: "1994–present".
    case open(StatedPeriod)
    case set([StatedPeriod], HistoricalDate.Conjunction)
  }

  /// The periods that are stated.
  var periods: [StatedPeriod] {
    get {
      switch form {
      case .single(let period), .open(let period): [period]
      case .range(let start, let end): [start, end]
      case .set(let members, _): members
      }
    }
    set {
      switch form {
      case .single: form = .single(newValue[0])
      case .open: form = .open(newValue[0])
      case .range: form = .range(newValue[0], newValue[1])
      case .set(_, let conjunction): form = .set(newValue, conjunction)
      }
    }
  }

  /// The date, once every period is whole.
  var date: HistoricalDate? {
    let whole = periods.map(\.partial.period)
    let known = whole.compactMap(\.self)
    guard known.count == whole.count else { return nil }
    switch form {
    case .single: return HistoricalDate(known[0])
    case .open: return .range(from: .period(known[0]), to: .open)
    case .range: return .range(from: .period(known[0]), to: .period(known[1]))
    case .set(_, let conjunction):
      // "The 1920s and 1930s" are one stretch of time.
      if conjunction == .all, known.count == 2, known[0].unit.adjoins(known[1].unit) {
        return .range(from: .period(known[0]), to: .period(known[1]))
      }
      return .set(known, conjunction)
    }
  }

  /// Whether every period names its year itself.
  var isAbsolute: Bool { periods.allSatisfy { $0.yearShift == nil && $0.partial.hasYears } }
}

/// One period as a text states it.
struct StatedPeriod: Equatable {
  var partial: PartialDate
  /// The year is so many after the anchor's: 0 in "of that year", 1 in "of the following year".
  var yearShift: Int?

  init(_ partial: PartialDate = PartialDate(), yearShift: Int? = nil) {
    self.partial = partial
    self.yearShift = yearShift
  }
}

extension StatedPeriod {
  /// Whether the weekday that was stated is not that of the day, so that its year was guessed wrong.
  var hasWrongWeekday: Bool { partial.period?.wrongWeekday != nil }
}

extension CalendarUnit {
  /// Whether a decade or a century follows another at once.
  fileprivate func adjoins(_ next: CalendarUnit) -> Bool {
    switch (self, next) {
    case (.decade(let first), .decade(let second)): first + 1 == second
    case (.century(let first), .century(let second)):
      first + 1 == second || first == -1 && second == 1
    case (.day, _), (.month, _), (.season, _), (.year, _), (.millennium, _), (.decade, _),
      (.century, _):
      false
    }
  }
}

extension StatedDate {
  /// The date with what its members say for each other: in "5–7 July 1969" the 5 is a day of July.
  func settled() -> StatedDate {
    var settled = self
    var periods = periods
    for index in periods.indices.dropFirst() {
      periods[index].take(fromPrevious: periods[index - 1])
    }
    for index in periods.indices.dropLast().reversed() {
      periods[index].take(fromNext: periods[index + 1])
    }
    settled.periods = periods
    return settled
  }
}

extension StatedPeriod {
  /// Takes what only the member before says: the month of "October 23 and 24", the hundreds of
  /// "1965–68".
  fileprivate mutating func take(fromPrevious previous: StatedPeriod) {
    let before = previous.partial
    if partial.isLoneNumber, let value = partial.year {
      if before.day != nil, before.month != nil, value <= 31,
        before.year == nil || partial.yearDigits <= 2
      {
        partial.day = value
        partial.month = before.month
        partial.year = nil
        partial.yearDigits = 0
      } else if let year = before.year, partial.yearDigits < before.yearDigits,
        partial.yearDigits <= 2,
        partial.era == nil, before.era != .beforeChrist
      {
        let scale = partial.yearDigits == 1 ? 10 : 100
        partial.year = year / scale * scale + value
        partial.yearDigits = before.yearDigits
      }
    }
    if let decade = partial.decade, partial.decadeDigits <= 2, let first = before.decade,
      before.decadeDigits > 2
    {
      partial.decade = first / 10 * 10 + decade
      partial.decadeDigits = before.decadeDigits
    }
    if partial.day != nil, partial.month == nil { partial.month = before.month }
  }

  /// Takes what only the member after says: month, year, era, the word "century".
  fileprivate mutating func take(fromNext next: StatedPeriod) {
    let after = next.partial
    if partial.isLoneNumber, let value = partial.year, after.day != nil, value <= 31 {
      partial.day = value
      partial.year = nil
      partial.yearDigits = 0
    }
    if partial.day != nil, partial.month == nil {
      partial.month = after.month
      if partial.century == nil, after.century != nil, let day = partial.day {
        partial.century = day
        partial.day = nil
        partial.month = nil
      }
    }
    if partial.month != nil || partial.season != nil, !partial.hasYears, yearShift == nil {
      partial.year = after.year
      partial.yearDigits = after.yearDigits
      yearShift = next.yearShift
    }
    if partial.era == nil, after.era == .beforeChrist, partial.hasYears {
      partial.era = .beforeChrist
    }
  }
}

extension PartialDate {
  /// Whether nothing but a number was stated.
  var isLoneNumber: Bool {
    year != nil && month == nil && day == nil && season == nil && part == nil && weekday == nil
      && era == nil
  }

  /// A bare year.
  static func year(_ year: Int, digits: Int, era: Era? = nil) -> PartialDate {
    var partial = PartialDate()
    partial.year = year
    partial.yearDigits = digits
    partial.era = era
    return partial
  }
}
