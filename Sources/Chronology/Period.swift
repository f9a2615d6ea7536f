/// One stretch of time as somebody states it: a day, the mid-1960s, 44 BC.
///
/// A period says how finely it is meant; what it cannot be (30 February, the middle of a day) is
/// never made.
package struct Period: Hashable, Sendable {
  /// The stretch of the calendar that is named.
  package let unit: CalendarUnit
  /// Which part of the unit is meant, such as the middle of a decade; `nil` for all of it.
  package let part: Part?
  /// Whether the date is approximate, as with "circa".
  ///
  /// Never set where there is a part: a part of a period is approximate by itself.
  package let isCirca: Bool
  /// Whether the date is open to doubt: "1450?".
  ///
  /// Never set where there is a part.
  package let isUncertain: Bool
  /// The calendar that the writer named; only days have one.
  package let style: Style?
  /// The day of the week that was stated, where it is **not** the right one for this day.
  ///
  /// A right weekday says nothing new and is dropped.
  package let wrongWeekday: Weekday?

  /// Makes a period.
  ///
  /// Fails for a day that does not exist, a year out of range, and a part that the unit does not
  /// have (days have none, seasons no halves; only centuries turn).
  package init?(
    _ unit: CalendarUnit,
    part: Part? = nil,
    isCirca: Bool = false,
    isUncertain: Bool = false,
    style: Style? = nil,
    weekday: Weekday? = nil
  ) {
    var wrongWeekday: Weekday?
    var style = style
    if case .day(let year, let month, let day) = unit {
      guard let written = CivilDay(year: year, month: month, day: day, style: style) else {
        return nil
      }
      if let weekday, weekday != written.weekday {
        // Before calendars changed, a writer's weekday is that of the Julian day of the same name.
        let julian = CivilDay(julianYear: year, month: month, day: day)
        wrongWeekday = style == nil && year < 1930 && julian?.weekday == weekday ? nil : weekday
      }
    } else {
      guard unit.exists, weekday == nil else { return nil }
      style = nil
    }
    if let part {
      guard unit.edges(of: part) != nil else { return nil }
    }
    self.unit = unit
    self.part = part
    self.isCirca = isCirca && part == nil
    self.isUncertain = isUncertain && part == nil
    self.style = style
    self.wrongWeekday = wrongWeekday
  }

  /// The same stretch, stated without reserve: not circa, not uncertain.
  package var unreserved: Period {
    Period(unit, part: part, style: style, weekday: wrongWeekday) ?? self
  }

  /// Whether only the unit is stated: no part, no reserve, no calendar, no odd weekday.
  package var isPlain: Bool {
    part == nil && !isCirca && !isUncertain && style == nil && wrongWeekday == nil
  }
}

extension Period {
  /// A part of a month, a season, a year, a decade, a century or a millennium.
  package enum Part: String, Hashable, Sendable, CaseIterable {
    case early
    case mid
    case late
    /// The years around a century's beginning; the turn of the 20th century is about 1900.
    case turn
    case firstHalf
    case secondHalf
  }

  /// A season of the northern year, in the order of the year.
  package enum Season: Int, Hashable, Sendable, CaseIterable {
    case spring
    case summer
    case autumn
    /// The winter that begins in the year it is named after.
    case winter
  }

  /// The calendar of a day, where the writer says which.
  package enum Style: Hashable, Sendable, CaseIterable {
    /// Old Style: the Julian calendar.
    case old
    /// New Style: the Gregorian calendar.
    case new
  }

  /// A day of the week.
  package enum Weekday: Int, Hashable, Sendable, CaseIterable {
    case monday
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case sunday
  }
}
