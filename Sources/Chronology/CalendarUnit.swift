/// A stretch of the calendar with a name: a day, a month, a decade, a century.
///
/// Years are astronomical: 1 BC is 0, 44 BC is -43.
package enum CalendarUnit: Hashable, Sendable {
  case day(year: Int, month: Int, day: Int)
  case month(year: Int, month: Int)
  case season(year: Int, Period.Season)
  case year(Int)
  /// Ten years, counted from AD 1–9 as 0: the 1960s are 196.
  ///
  /// Decades BC go on below it: 9–1 BC is -1, the 440s BC (449–440) are -45.
  case decade(Int)
  /// A century by its name: the 19th is 19, the 5th BC is -5; there is no 0.
  case century(Int)
  /// A millennium by its name: the 2nd is 2, the 3rd BC is -3; there is no 0.
  case millennium(Int)
}

extension CalendarUnit {
  /// The years that a date may name.
  package static let years = -999_999...999_999

  /// Whether there is such a unit; a day may still be missing from its calendar.
  ///
  /// Units longer than a year have four digits, as EDTF writes them.
  var exists: Bool {
    switch self {
    case .day(let year, let month, let day):
      CalendarUnit.years.contains(year) && (1...12).contains(month) && (1...31).contains(day)
    case .month(let year, let month):
      CalendarUnit.years.contains(year) && (1...12).contains(month)
    case .season(let year, _), .year(let year): CalendarUnit.years.contains(year)
    case .decade(let number): (-1000...999).contains(number)
    case .century(let number): number != 0 && (-100...100).contains(number)
    case .millennium(let number): number != 0 && (-10...10).contains(number)
    }
  }

  /// How finely the unit is meant.
  package var precision: HistoricalDate.Precision {
    switch self {
    case .day: .day
    case .month: .month
    case .season: .season
    case .year: .year
    case .decade: .decade
    case .century: .century
    case .millennium: .millennium
    }
  }

  /// The years that the unit lies in; two for a winter.
  ///
  /// A century runs from its round year (the 19th from 1800 to 1899), as in ISO 8601, so that
  /// every decade lies in one century; the first of our era begin with the year 1.
  package var yearSpan: ClosedRange<Int> {
    switch self {
    case .day(let year, _, _), .month(let year, _), .year(let year): return year...year
    case .season(let year, let season): return year...(season == .winter ? year + 1 : year)
    case .decade(let number):
      if number >= 0 { return max(1, number * 10)...(number * 10 + 9) }
      return ((number + 1) * 10 - 8)...min(0, (number + 1) * 10 + 1)
    case .century(let number):
      if number > 0 { return max(1, number * 100 - 100)...(number * 100 - 1) }
      return (number * 100 + 1)...(number * 100 + 100)
    case .millennium(let number):
      if number > 0 { return max(1, number * 1000 - 1000)...(number * 1000 - 1) }
      return (number * 1000 + 1)...(number * 1000 + 1000)
    }
  }

  /// The year that is stated, or `nil` where only a longer unit is.
  package var year: Int? {
    switch self {
    case .day(let year, _, _), .month(let year, _), .season(let year, _), .year(let year): year
    case .decade, .century, .millennium: nil
    }
  }

  /// The month that is stated (1–12).
  package var month: Int? {
    switch self {
    case .day(_, let month, _), .month(_, let month): month
    case .season, .year, .decade, .century, .millennium: nil
    }
  }

  /// The decade that the unit lies in, numbered as in ``decade(_:)``; `nil` for longer units.
  package var decade: Int? {
    if case .decade(let number) = self { return number }
    guard let year else { return nil }
    return year > 0 ? year / 10 : -((1 - year) / 10) - 1
  }

  /// The century that the unit lies in, numbered as in ``century(_:)``; `nil` for a millennium.
  package var century: Int? {
    if case .century(let number) = self { return number }
    if let year { return year > 0 ? year / 100 + 1 : -(-year / 100) - 1 }
    guard let decade else { return nil }
    return decade >= 0 ? decade / 10 + 1 : (decade - 9) / 10
  }

  /// The millennium that the unit lies in, numbered as in ``millennium(_:)``.
  package var millennium: Int {
    if case .millennium(let number) = self { return number }
    guard let century else { return 1 }
    return century > 0 ? (century - 1) / 10 + 1 : (century - 9) / 10
  }

  /// Whether the unit lies before our era.
  package var isBeforeChrist: Bool { yearSpan.upperBound <= 0 }
}
