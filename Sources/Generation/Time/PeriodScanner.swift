import Chronology

/// Reads one period at a place: a day, a month, a decade, a part of a century.
///
/// It says what may be a period by its form; whether a bare number is a year is decided elsewhere.
struct PeriodScanner {
  let reader: TokenReader

  /// A period and the index after its last piece.
  typealias Found = (period: StatedPeriod, end: Int)

  /// The period that begins at an index, a part of one included.
  func period(at start: Int) -> Found? {
    var index = start
    var isCirca = false
    if reader.word(index) == .circa {
      isCirca = true
      index += 1
    }
    guard var found = part(at: index) ?? core(at: index) else { return nil }
    if isCirca { found.period.partial.isCirca = true }
    return found
  }

  // MARK: - Parts

  /// "Early 1960s", "the end of 1944", "the second half of the 18th century".
  private func part(at start: Int) -> Found? {
    var index = start
    let part: Period.Part
    switch reader.word(index) {
    case .part(let stated):
      part = stated
      index += 1
      if reader.kind(index) == .hyphen, reader.isTight(index) { index += 1 }
      if reader.kind(index) == .hyphen, case .part = reader.word(index + 1) {
        // "Mid- to late 1960s": the part is blurred.
        return nil
      }
      // "Early in 1944", "early spring 1944", "the early months of 1942".
      if reader.preposition(index) == .in { index += 1 }
      if let unit = reader.unit(index), unit.isPlural, reader.preposition(index + 1) == .of {
        index += 2
      }
    case .edge(let stated):
      guard let unit = reader.unit(index + 1), unit.isPlural, reader.preposition(index + 2) == .of
      else {
        return nil
      }
      part = stated
      index += 3
    case .partOf(let stated):
      guard reader.preposition(index + 1) == .of else { return nil }
      part = stated
      index += 2
    case .turn:
      guard reader.preposition(index + 1) == .of else { return nil }
      part = .turn
      index += 2
    case .first, .last:
      guard let (stated, end) = fraction(at: index) else { return nil }
      part = stated
      index = end
    default:
      guard case .ordinal = reader.kind(index), let (stated, end) = fraction(at: index) else {
        return nil
      }
      part = stated
      index = end
    }
    if reader.word(index) == .article { index += 1 }
    guard var found = core(at: index) else { return nil }
    guard found.period.partial.part == nil else { return nil }
    // "The early hours of 13 August" is the day; a season's parts are too fine to tell.
    guard found.period.partial.day == nil else { return nil }
    if found.period.partial.season == nil {
      found.period.partial.part = part
    }
    return found
  }

  /// "First half of", "second half of", "last quarter of", "last years of": the index after "of".
  private func fraction(at start: Int) -> (Period.Part, end: Int)? {
    let number: Int
    switch reader.kind(start) {
    case .word(.first): number = 1
    case .word(.last): number = 9
    case .ordinal(let value): number = value
    default: return nil
    }
    guard reader.preposition(start + 2) == .of else { return nil }
    switch reader.word(start + 1) {
    case .half: return (number == 1 ? .firstHalf : .secondHalf, start + 3)
    case .quarter:
      // The quarters of a year are months of their own.
      guard reader.word(start + 3) == .article else { return nil }
      return (number == 1 ? .early : number >= 4 ? .late : .mid, start + 3)
    case .unit(_, isPlural: true):
      return number == 1 ? (.early, start + 3) : number == 9 ? (.late, start + 3) : nil
    default: return nil
    }
  }

  // MARK: - Whole periods

  private func core(at start: Int) -> Found? {
    if let weekday = reader.weekday(start) {
      var index = start + 1
      if reader.kind(index) == .comma { index += 1 }
      guard var found = day(at: index) else { return nil }
      found.period.partial.weekday = weekday
      return found
    }
    return day(at: start) ?? month(at: start) ?? season(at: start) ?? decade(at: start)
      ?? century(at: start) ?? numeric(at: start) ?? feast(at: start) ?? year(at: start)
  }

  /// "25 July 1969", "July 25, 1969", "the 25th of July".
  private func day(at start: Int) -> Found? {
    if let day = dayNumber(start) {
      var index = start + 1
      if reader.preposition(index) == .of { index += 1 }
      guard let month = reader.month(index) else { return nil }
      return withYear(day: day, month: month, season: nil, at: index + 1)
    }
    guard let month = reader.month(start), let day = dayNumber(start + 1) else { return nil }
    // "June 2004" has no day; "June 12 men" would have one.
    if case .number(_, let digits) = reader.kind(start + 1),
      digits > 2 || reader.era(start + 2) != nil
    {
      return nil
    }
    return withYear(day: day, month: month, season: nil, at: start + 2)
  }

  private func dayNumber(_ index: Int) -> Int? {
    switch reader.kind(index) {
    case .number(let value, let digits): digits <= 2 && (1...31).contains(value) ? value : nil
    case .ordinal(let value): (1...31).contains(value) ? value : nil
    case .word(.first): 1
    default: nil
    }
  }

  private func month(at start: Int) -> Found? {
    guard let month = reader.month(start) else { return nil }
    return withYear(day: nil, month: month, season: nil, at: start + 1)
  }

  private func season(at start: Int) -> Found? {
    guard let season = reader.season(start),
      let found = withYear(day: nil, month: nil, season: season, at: start + 1)
    else { return nil }
    guard found.period.partial.year != nil, season == .winter else { return found }
    // "The winter of 1962–63": named after the year it begins in.
    guard
      reader.kind(found.end) == .dash || reader.kind(found.end) == .slash
        || reader.kind(found.end) == .hyphen,
      reader.isTight(found.end), case .number(_, let digits) = reader.kind(found.end + 1),
      digits == 2 || digits == 4
    else { return found }
    return (found.period, found.end + 2)
  }

  /// A day, month or season with the year after it, if there is one.
  func withYear(day: Int?, month: Int?, season: Period.Season?, at start: Int) -> Found? {
    var partial = PartialDate()
    partial.day = day
    partial.month = month
    partial.season = season
    var index = start
    if reader.kind(index) == .comma { index += 1 }
    if reader.preposition(index) == .of || reader.preposition(index) == .in, index == start {
      if let (shift, end) = yearShift(at: index + 1) {
        return (StatedPeriod(partial, yearShift: shift), end)
      }
      if reader.preposition(index) == .of { index += 1 }
    }
    if let year = year(at: index),
      isYear(year.period.partial, hasComma: reader.kind(start) == .comma)
    {
      partial.year = year.period.partial.year
      partial.yearDigits = year.period.partial.yearDigits
      partial.era = year.period.partial.era
      return (StatedPeriod(partial), year.end)
    }
    return (StatedPeriod(partial), start)
  }

  /// Whether a number after a month is a year: four digits, three, or any with an era.
  private func isYear(_ partial: PartialDate, hasComma: Bool) -> Bool {
    partial.era != nil || partial.yearDigits == 4 || partial.yearDigits == 3 && !hasComma
  }

  /// "Of that year", "of the same year", "of the following year": after "of".
  private func yearShift(at start: Int) -> (Int, end: Int)? {
    var index = start
    if reader.word(index) == .article { index += 1 }
    let shift: Int
    switch reader.word(index) {
    case .that, .same: shift = 0
    case .following, .next: shift = 1
    case .previous: shift = -1
    default: return nil
    }
    index += 1
    if reader.word(index) == .same { index += 1 }
    guard let unit = reader.unit(index), unit.unit == .year, !unit.isPlural else { return nil }
    return (shift, index + 1)
  }

  private func decade(at start: Int) -> Found? {
    guard case .decade(let tens, let digits) = reader.kind(start) else { return nil }
    var partial = PartialDate()
    if digits >= 3, tens % 10 == 0, tens != 190, tens != 200,
      reader.unit(start + 1)?.unit != .decade
    {
      // "The 1800s" are the century.
      partial.century = tens / 10 + 1
    } else {
      partial.decade = tens
      partial.decadeDigits = digits
    }
    let era = reader.era(start + 1)
    partial.era = era
    return (StatedPeriod(partial), start + (era == nil ? 1 : 2))
  }

  /// "The 19th century", "twenty-first-century", "the third millennium BC".
  private func century(at start: Int) -> Found? {
    guard let (value, end) = ordinal(at: start) else { return nil }
    var index = end
    if reader.kind(index) == .hyphen, reader.isTight(index) { index += 1 }
    var partial = PartialDate()
    switch reader.unit(index)?.unit {
    case .century: partial.century = value
    case .millennium: partial.millennium = value
    default: return nil
    }
    index += 1
    if let era = reader.era(index) {
      partial.era = era
      index += 1
    }
    return (StatedPeriod(partial), index)
  }

  /// An ordinal, of two words too.
  func ordinal(at start: Int) -> (Int, end: Int)? {
    switch reader.kind(start) {
    case .ordinal(let value): return (value, start + 1)
    case .word(.first): return (1, start + 1)
    case .word(.number(let tens)):
      guard tens >= 20, reader.kind(start + 1) == .hyphen,
        let (value, end) = ordinal(at: start + 2), value < 10
      else { return nil }
      return (tens + value, end)
    default: return nil
    }
  }

  /// "1969-07-25", "25/7/1969", "15.03.1939"; where day and month can be swapped, none.
  private func numeric(at start: Int) -> Found? {
    guard case .number(let first, let firstDigits) = reader.kind(start),
      let mark = reader.kind(start + 1), mark == .hyphen || mark == .slash || mark == .dot,
      reader.kind(start + 3) == mark, (1...4).allSatisfy({ reader.isTight(start + $0) }),
      case .number(let second, let secondDigits) = reader.kind(start + 2), secondDigits <= 2,
      case .number(let third, let thirdDigits) = reader.kind(start + 4)
    else { return nil }
    var partial = PartialDate()
    switch (firstDigits, thirdDigits) {
    case (4, 1...2):
      (partial.year, partial.month, partial.day) = (first, second, third)
    case (1...2, 4) where mark == .dot || first > 12 || first == second:
      (partial.year, partial.month, partial.day) = (third, second, first)
    case (1...2, 4) where second > 12:
      (partial.year, partial.month, partial.day) = (third, first, second)
    default: return nil
    }
    partial.yearDigits = 4
    guard partial.period != nil else { return nil }
    return (StatedPeriod(partial), start + 5)
  }

  /// "Christmas 1914", "Christmas Day 1066", "Easter 1916".
  private func feast(at start: Int) -> Found? {
    var index = start + 1
    var partial = PartialDate()
    switch reader.word(start) {
    case .holiday(let month, let day):
      if reader.unit(index)?.unit == .day {
        index += 1
        (partial.month, partial.day) = (month, day)
      } else {
        partial.month = month
      }
    case .movableFeast: break
    default: return nil
    }
    if reader.preposition(index) == .of { index += 1 }
    guard case .number(let year, digits: 4) = reader.kind(index) else { return nil }
    partial.year = year
    partial.yearDigits = 4
    return (StatedPeriod(partial), index + 1)
  }

  /// A number that may be a year, with its era.
  func year(at start: Int) -> Found? {
    var index = start
    var era = reader.era(index)
    if era != nil { index += 1 }
    let (value, digits): (Int, Int)
    switch reader.kind(index) {
    case .number(let number, let count): (value, digits) = (number, count)
    case .grouped(let number) where number < 100_000 && reader.era(index + 1) != nil:
      (value, digits) = (number, 5)
    default: return nil
    }
    guard value > 0, digits <= 5 else { return nil }
    index += 1
    if era == nil, let after = reader.era(index) {
      era = after
      index += 1
    }
    guard digits <= 4 || era != nil else { return nil }
    return (StatedPeriod(.year(value, digits: digits, era: era)), index)
  }
}
