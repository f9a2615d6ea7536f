import Chronology

/// Where a story stands in time, so that "the following year" can be told.
///
/// The anchor is the last time that the text named and that is a point: not one in a quotation, not
/// one that only dates something mentioned in passing. Headings begin anew.
struct Narrative {
  /// The last point in time, and the index of its expression.
  private(set) var anchor: (unit: CalendarUnit, index: Int)?
  /// The day on which the text was published, if it says so at its beginning, as newspapers do.
  var publication: CalendarUnit?
  /// The block that is read, and that of the last point in time.
  var block = 0
  private var anchorBlock: Int?
  /// The last block that told of the days around the publication.
  private var newsBlock: Int?
  /// The last range or set: its first period, to tell the year of a bare month by.
  private var start: CalendarUnit?
  /// The last year before our era, as it was written, while the story stays there.
  private var lastBeforeChrist: Int?

  mutating func reset() {
    anchor = nil
    start = nil
  }

  /// Takes a date as the new anchor.
  mutating func move(to date: HistoricalDate, index: Int) {
    start = nil
    anchorBlock = block
    switch date.form {
    case .single(let period): anchor = (period.unit, index)
    case .range(.period(let first), .period(let last)):
      anchor = (last.unit, index)
      start = first.unit
    case .range(.period(let period), _), .range(_, .period(let period)), .before(let period),
      .after(let period):
      anchor = (period.unit, index)
    case .set(let members, _):
      anchor = members.last.map { ($0.unit, index) }
      start = members.first?.unit
    case .range: break
    }
  }

  /// Remembers the era that a stated date is of; a date of ours ends the older one.
  mutating func note(_ date: StatedDate) {
    guard let partial = date.periods.last?.partial, partial.hasYears else { return }
    if partial.era == .beforeChrist {
      lastBeforeChrist = partial.year ?? partial.century.map { $0 * 100 } ?? lastBeforeChrist
    } else {
      lastBeforeChrist = nil
    }
  }

  // MARK: - What a date leaves out

  /// The date with the era, the century and the year that the story gives it.
  mutating func completed(_ date: StatedDate) -> StatedDate {
    var whole = date
    whole.periods = date.periods.map { completed($0) }
    return whole
  }

  private mutating func completed(_ stated: StatedPeriod) -> StatedPeriod {
    var period = stated
    if let year = period.partial.year, period.partial.era == nil, let last = lastBeforeChrist,
      (last - 150...last + 20).contains(year), period.partial.month == nil
    {
      period.partial.era = .beforeChrist
    }
    if let decade = period.partial.decade, period.partial.decadeDigits == 2 {
      let hundred = (max(1, anchor?.unit.century ?? 20) - 1) * 10
      // No story tells of decades to come.
      period.partial.decade = hundred + decade > 202 ? 190 + decade : hundred + decade
      period.partial.decadeDigits = 4
    }
    guard !period.partial.hasYears, let year = anchor?.unit.year else { return period }
    if let shift = period.yearShift {
      period.yearShift = nil
      return dated(period, year + shift)
    }
    if let published = yearOfPublication(period) {
      newsBlock = block
      return dated(period, published)
    }
    guard let month = period.partial.month, let before = (start ?? anchor?.unit)?.month,
      (start ?? anchor?.unit)?.year == year
    else { return dated(period, year) }
    // A story goes forward: January after August is the next year's. Half a year back may be either.
    switch before - month {
    case ...3: return dated(period, year)
    case 6...: return dated(period, year + 1)
    default: return period
    }
  }

  /// The year of a day that a newspaper gives without one, where its paragraph gives none either:
  /// the year that brings it nearest to the day of publication.
  private func yearOfPublication(_ period: StatedPeriod) -> Int? {
    guard anchorBlock != block || newsBlock == block, let month = period.partial.month,
      case .day(let year, let published, _)? = publication
    else { return nil }
    switch month - published {
    case 7...: return year - 1
    case ..<(-5): return year + 1
    default: return year
    }
  }

  private func dated(_ period: StatedPeriod, _ year: Int) -> StatedPeriod {
    var period = period
    period.partial.year = year > 0 ? year : 1 - year
    period.partial.yearDigits = 4
    period.partial.era = year > 0 ? nil : .beforeChrist
    return period
  }

  // MARK: - Distances

  /// The date so far from the anchor; `nil` where the anchor is missing or not fine enough.
  func date(at shift: RelativeScanner.Shift) -> HistoricalDate? {
    guard let unit = anchor?.unit, let moved = moved(unit, by: shift) else { return nil }
    return Period(moved.unit, isCirca: moved.isCirca || shift.isCirca).map { HistoricalDate($0) }
  }

  private func moved(
    _ unit: CalendarUnit, by shift: RelativeScanner.Shift
  ) -> (unit: CalendarUnit, isCirca: Bool)? {
    switch shift.unit {
    case .time(let time): return moved(unit, time, shift.amount)
    case .season(let season):
      return self.season(season, shift.amount, from: unit).map { ($0, false) }
    case .month(let month): return self.month(month, shift.amount, from: unit).map { ($0, false) }
    case .weekday(let weekday):
      guard let day = day(of: unit) else { return nil }
      let distance = weekday.rawValue - day.weekday.rawValue
      let days: Int
      switch shift.amount {
      case 1...: days = distance > 0 ? distance : distance + 7
      case ..<0: days = distance < 0 ? distance : distance - 7
      default: return nil
      }
      return (CalendarUnit(CivilDay(number: day.number + days)), false)
    case .dayOfMonth(let day):
      guard let year = unit.year, let month = unit.month else { return nil }
      return (.day(year: year, month: month, day: day), false)
    }
  }

  private func moved(
    _ unit: CalendarUnit, _ time: TimeUnit, _ amount: Int
  ) -> (unit: CalendarUnit, isCirca: Bool)? {
    switch time {
    case .moment: return nil
    case .day, .week:
      guard let day = day(of: unit) else { return nil }
      if time == .week, amount == 0 { return nil }
      let days = time == .week ? amount * 7 : amount
      return (CalendarUnit(CivilDay(number: day.number + days)), time == .week)
    case .month:
      guard let year = unit.year, let month = unit.month else { return nil }
      let index = year * 12 + month - 1 + amount
      let moved = Int((Double(index) / 12).rounded(.down))
      return (.month(year: moved, month: index - moved * 12 + 1), false)
    case .year: return unit.year.map { (.year($0 + amount), false) }
    case .decade:
      if case .decade(let number) = unit { return (.decade(number + amount), false) }
      guard let year = unit.year else { return nil }
      // "That decade" is the one of the year; "two decades later" is twenty years on, about.
      if amount == 0 { return unit.decade.map { (.decade($0), false) } }
      return (.year(year + amount * 10), true)
    case .century:
      if amount == 0 { return unit.century.map { (.century($0), false) } }
      if let year = unit.year { return (.year(year + amount * 100), true) }
      guard case .century(let number) = unit else { return nil }
      let moved = (number > 0 ? number - 1 : number) + amount
      return (.century(moved >= 0 ? moved + 1 : moved), false)
    case .millennium: return nil
    }
  }

  private func day(of unit: CalendarUnit) -> CivilDay? {
    guard case .day(let year, let month, let day) = unit else { return nil }
    return CivilDay(year: year, month: month, day: day)
  }

  /// The month of that name in the same year, or the next or the last one.
  private func month(_ month: Int, _ direction: Int, from unit: CalendarUnit) -> CalendarUnit? {
    guard let year = unit.year else { return nil }
    guard direction != 0 else { return .month(year: year, month: month) }
    guard let before = unit.month else { return .month(year: year + direction, month: month) }
    if direction > 0 { return .month(year: before < month ? year : year + 1, month: month) }
    return .month(year: before > month ? year : year - 1, month: month)
  }

  /// The season in the same year, or the next or the last one.
  private func season(
    _ season: Period.Season, _ direction: Int, from unit: CalendarUnit
  ) -> CalendarUnit? {
    guard let year = unit.year else { return nil }
    guard direction != 0 else { return .season(year: year, season) }
    let begins = 3 + season.rawValue * 3
    let place: Int
    if case .season(_, let current) = unit {
      place = 3 + current.rawValue * 3
    } else if let month = unit.month {
      place = month
    } else {
      return .season(year: year + direction, season)
    }
    if direction > 0 { return .season(year: place < begins ? year : year + 1, season) }
    return .season(year: place > begins + 2 ? year : year - 1, season)
  }
}

extension CalendarUnit {
  /// A day as a unit.
  fileprivate init(_ day: CivilDay) {
    let (year, month, number) = day.components
    self = .day(year: year, month: month, day: number)
  }
}
