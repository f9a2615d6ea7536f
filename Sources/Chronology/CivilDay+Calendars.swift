extension CivilDay {
  /// The first of January.
  static func first(ofYear year: Int) -> CivilDay {
    CivilDay(year: year, month: 1, day: 1) ?? CivilDay(number: 0)
  }

  /// The day that a Julian (Old Style) date names.
  ///
  /// Fails for a day that the Julian calendar does not have.
  package init?(julianYear year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0
    let length = month == 2 && isLeap ? 29 : CivilDay.length(ofMonth: month, year: 2001)
    guard day <= length else { return nil }
    // As in the Gregorian rule, but for eras of four years; 1 March of the year 0 is day -719470.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 3) / 4
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    self.init(number: era * 1461 + (shifted - era * 4) * 365 + dayOfYear - 719_470)
  }

  /// The day that a date names in the calendar of its style; without one, the Gregorian.
  init?(year: Int, month: Int, day: Int, style: Period.Style?) {
    guard CalendarUnit.years.contains(year) else { return nil }
    switch style {
    case .old: self.init(julianYear: year, month: month, day: day)
    case .new, nil: self.init(year: year, month: month, day: day)
    }
  }

  /// The day of the week.
  package var weekday: Period.Weekday {
    // 1970-01-01 was a Thursday.
    let index = (number % 7 + 7 + 3) % 7
    return Period.Weekday.allCases[index]
  }
}
