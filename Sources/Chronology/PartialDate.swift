/// The components of one period as somebody typed them; any may be missing.
///
/// "July", "the 25th", "mid-February", "Nov 64" and "the sixties" are partial: they say something
/// about a date that only the question can complete. The reader makes every period from one of
/// these.
package struct PartialDate: Hashable, Sendable {
  package var weekday: Period.Weekday?
  package var day: Int?
  /// The month, 1–12.
  package var month: Int?
  package var season: Period.Season?
  package var part: Period.Part?
  /// The year as it was typed, without its era.
  package var year: Int?
  /// How many digits the year has; with one or two and no era it may lack its century.
  package var yearDigits = 0
  /// The decade as it was typed, without its last digit: 196, or 6 in "the sixties".
  package var decade: Int?
  /// How many digits the decade was typed with, the last included: 4 in "1960s", 2 in "60s".
  package var decadeDigits = 0
  /// The number of the century, without its era.
  package var century: Int?
  /// The number of the millennium, without its era.
  package var millennium: Int?
  package var era: Era?
  package var style: Period.Style?
  package var isCirca = false
  package var isUncertain = false

  package init() {}

  /// The era that a year, decade or century was typed with.
  package enum Era: Hashable, Sendable {
    case beforeChrist
    case ofChrist
  }
}

extension PartialDate {
  /// Whether the year or the decade is there, but may lack its century: "Nov 64", "the sixties".
  package var lacksCentury: Bool {
    guard era == nil else { return false }
    return year != nil && yearDigits <= 2 || decade != nil && decadeDigits <= 2
  }

  /// Whether a year, a decade, a century or a millennium was typed.
  package var hasYears: Bool {
    year != nil || decade != nil || century != nil || millennium != nil
  }

  /// Whether a number was typed, and nothing else, that may be a day or a short year.
  var isSmallNumber: Bool {
    year != nil && yearDigits <= 2 && month == nil && day == nil && season == nil && part == nil
      && weekday == nil && era == nil
  }

  /// The typed year as an astronomical one.
  private var astronomicalYear: Int? {
    guard let year else { return nil }
    return era == .beforeChrist ? 1 - year : year
  }

  /// The period that is meant, where the components make one without being completed.
  ///
  /// Short years ("Nov 64") are taken as they stand; see ``lacksCentury``.
  package var period: Period? {
    guard let unit else { return nil }
    return Period(
      unit, part: part, isCirca: isCirca, isUncertain: isUncertain, style: style, weekday: weekday
    )
  }

  private var unit: CalendarUnit? {
    if let decade {
      guard isBare(.decade) else { return nil }
      return .decade(era == .beforeChrist ? -decade - 1 : decade)
    }
    if let century {
      guard isBare(.century), century > 0 else { return nil }
      return .century(era == .beforeChrist ? -century : century)
    }
    if let millennium {
      guard isBare(.millennium), millennium > 0 else { return nil }
      return .millennium(era == .beforeChrist ? -millennium : millennium)
    }
    guard let year = astronomicalYear, self.year != 0 else { return nil }
    if let season {
      guard month == nil, day == nil else { return nil }
      return .season(year: year, season)
    }
    guard let month else { return day == nil ? .year(year) : nil }
    guard let day else { return .month(year: year, month: month) }
    return .day(year: year, month: month, day: day)
  }

  /// Whether no component stands beside a decade, a century or a millennium.
  private func isBare(_ component: DateComponent) -> Bool {
    day == nil && month == nil && season == nil && year == nil && weekday == nil
      && (component == .decade || decade == nil) && (component == .century || century == nil)
      && (component == .millennium || millennium == nil)
  }

  /// The same components with the years that are missing taken from an expected unit.
  ///
  /// A missing year is the unit's, with its era; a year or decade without its century gets the
  /// unit's hundred.
  func completed(from unit: CalendarUnit) -> PartialDate {
    var whole = self
    if part == .turn && century == nil && millennium == nil && !hasYears {
      whole.century = unit.century.map(abs)
      whole.era = unit.isBeforeChrist ? .beforeChrist : nil
      return whole
    }
    if let day, case .century(let century) = unit, isBareDay {
      // "The 19th", asked which century.
      whole.day = nil
      whole.century = day
      whole.era = century < 0 ? .beforeChrist : nil
      return whole
    }
    if let year, lacksCentury {
      let written = unit.year.map { $0 > 0 ? $0 : 1 - $0 } ?? writtenHundred(of: unit)
      whole.year = written / 100 * 100 + year
      whole.yearDigits = 4
    } else if let decade, lacksCentury {
      whole.decade = writtenHundred(of: unit) / 100 * 10 + decade
      whole.decadeDigits = 4
    } else if !hasYears {
      if let year = unit.year {
        whole.year = year > 0 ? year : 1 - year
        whole.yearDigits = 4
      } else if month == nil, season == nil, day == nil {
        // "the middle" of a decade or a century.
        whole.decade = unit.decade.map { $0 >= 0 ? $0 : -$0 - 1 }
        whole.decadeDigits = 4
        if whole.decade == nil { whole.century = unit.century.map(abs) }
      }
      whole.era = unit.isBeforeChrist ? .beforeChrist : nil
    }
    return whole
  }

  /// Whether a day was typed, and nothing else.
  var isBareDay: Bool {
    day != nil && month == nil && season == nil && part == nil && weekday == nil && !hasYears
  }

  /// The hundred, as it is written, that a unit's years begin with: 1900 for the 1960s.
  private func writtenHundred(of unit: CalendarUnit) -> Int {
    let span = unit.yearSpan
    return unit.isBeforeChrist ? 1 - span.upperBound : span.lowerBound
  }
}
