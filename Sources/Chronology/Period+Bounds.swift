extension CalendarUnit {
  /// The first day of the unit, or of the Gregorian day that an Old Style day is.
  func firstDay(style: Period.Style? = nil) -> CivilDay {
    switch self {
    case .day(let year, let month, let day):
      CivilDay(year: year, month: month, day: day, style: style) ?? .first(ofYear: year)
    case .month(let year, let month):
      CivilDay(year: year, month: month, day: 1) ?? .first(ofYear: year)
    case .season(let year, let season):
      CivilDay(year: year, month: season.months.lowerBound, day: 1) ?? .first(ofYear: year)
    case .year, .decade, .century, .millennium: .first(ofYear: yearSpan.lowerBound)
    }
  }

  /// The last day of the unit, or of the Gregorian day that an Old Style day is.
  func lastDay(style: Period.Style? = nil) -> CivilDay {
    switch self {
    case .day: firstDay(style: style)
    case .month(let year, let month):
      CivilDay(number: firstDay().number + CivilDay.length(ofMonth: month, year: year) - 1)
    case .season(let year, let season):
      CalendarUnit.monthAfter(year: year, monthIndex: season.months.upperBound)
    case .year, .decade, .century, .millennium:
      CivilDay(number: CivilDay.first(ofYear: yearSpan.upperBound + 1).number - 1)
    }
  }

  /// The last day of a month that may be counted on into the next year (13 is January).
  private static func monthAfter(year: Int, monthIndex: Int) -> CivilDay {
    let year = monthIndex > 12 ? year + 1 : year
    return CalendarUnit.month(year: year, month: monthIndex > 12 ? monthIndex - 12 : monthIndex)
      .lastDay()
  }
}

extension Period.Season {
  /// The months in which the season may fall, counted on over the year's end.
  ///
  /// From the meteorological beginning to the astronomical end, so that both uses agree.
  package var months: ClosedRange<Int> {
    switch self {
    case .spring: 3...6
    case .summer: 6...9
    case .autumn: 9...12
    case .winter: 12...15
    }
  }
}

extension Period {
  /// The first and last day of what is stated, reserve apart.
  package var span: ClosedRange<CivilDay> {
    let first: CivilDay
    let last: CivilDay
    if let part, let edges = unit.edges(of: part) {
      // A century BC and its decades are off by a year: 500 BC opens the 5th, but not the 490s.
      let isTurn = part == .turn
      first = isTurn ? edges.first.firstDay() : max(edges.first.firstDay(), unit.firstDay())
      last = isTurn ? edges.last.lastDay() : min(edges.last.lastDay(), unit.lastDay())
    } else {
      first = unit.firstDay(style: style)
      last = unit.lastDay(style: style)
    }
    return first...max(first, last)
  }

  /// The first and last day that the period can mean, with the margin of "circa".
  package var bounds: ClosedRange<CivilDay> {
    let span = span
    guard isCirca else { return span }
    let margin = margin
    return CivilDay(
      number: span.lowerBound.number - margin)...CivilDay(
        number: span.upperBound.number + margin)
  }

  /// How many days "circa" may be off.
  ///
  /// A convention of ours: a week for a day, a month for a month, five years for a year (ten where
  /// sources are thin, before 1000), then a quarter of the unit or less.
  private var margin: Int {
    switch unit {
    case .day: 7
    case .month: 31
    case .season: 92
    case .year(let year): (year < 1000 ? 10 : 5) * 366
    case .decade: 5 * 366
    case .century: 25 * 366
    case .millennium: 100 * 366
    }
  }
}
