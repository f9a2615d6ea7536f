import Chronology

/// Dates that are like a given one, of the same precision, where the deck has too few.
enum DateVariants {
  /// Dates around a date, the likelier confusions first: same year and other month, day and month
  /// swapped, the same day of another year, another part of the decade, neighbouring years.
  ///
  /// - Parameters:
  ///   - date: the right date.
  ///   - draw: the order among variants that are as likely.
  /// - Returns: dates of the same precision; some may be out of range for the question.
  static func around(_ date: HistoricalDate, using draw: inout SeededDraw) -> [HistoricalDate] {
    switch date.form {
    case .single(let period):
      return periods(around: period, using: &draw).map { HistoricalDate($0) }
    case .range(.period(let start), .period(let end)):
      return draw.shuffled(steps(for: start.unit)).compactMap { step in
        guard let start = start.moved(step), let end = end.moved(step) else { return nil }
        return .range(from: .period(start), to: .period(end))
      }
    case .range(.period(let start), let end):
      return periods(around: start, using: &draw).compactMap {
        .range(from: .period($0), to: end)
      }
    case .range(let start, .period(let end)):
      return periods(around: end, using: &draw).compactMap {
        .range(from: start, to: .period($0))
      }
    case .set(let members, let conjunction):
      return draw.shuffled(steps(for: members[0].unit)).compactMap { step in
        let moved = members.compactMap { $0.moved(step) }
        return moved.count == members.count ? .set(moved, conjunction) : nil
      }
    case .range, .before, .after: return []
    }
  }

  private static func periods(
    around period: Period, using draw: inout SeededDraw
  ) -> [Period] {
    var near: [Period?] = []
    switch period.unit {
    case .day(let year, let month, let day):
      near = draw.shuffled(Array(1...12)).filter { $0 != month }.map {
        period.with(.day(year: year, month: $0, day: day))
      }
      if day <= 12, day != month {
        near.insert(period.with(.day(year: year, month: day, day: month)), at: 0)
      }
    case .month(let year, let month):
      near = draw.shuffled(Array(1...12)).filter { $0 != month }.map {
        period.with(.month(year: year, month: $0))
      }
    case .season(let year, let season):
      near = draw.shuffled(Period.Season.allCases).filter { $0 != season }.map {
        period.with(.season(year: year, $0))
      }
    case .year, .decade, .century, .millennium: break
    }
    if let part = period.part {
      let others = Period.Part.allCases.filter { $0.isLike(part) }
      near += draw.shuffled(others).map { period.with(part: $0) }
      for step in draw.shuffled(steps(for: period.unit)) {
        near += draw.shuffled(others + [part]).map { period.moved(step)?.with(part: $0) }
      }
    }
    // Months and years change in turn, so that neither gives the right one away.
    let far = draw.shuffled(steps(for: period.unit)).map { period.moved($0) }
    var mixed: [Period?] = []
    for index in 0..<max(near.count, far.count) {
      if index < near.count { mixed.append(near[index]) }
      if index < far.count { mixed.append(far[index]) }
    }
    return mixed.compactMap(\.self).filter { $0 != period && !$0.readsAsCentury }
  }

  /// How far other dates may lie, in steps of the unit.
  private static func steps(for unit: CalendarUnit) -> [Int] {
    let reach: Int
    switch unit {
    case .day, .month, .season: reach = 3
    case .year(let year): reach = DateVariants.reach(of: year)
    case .decade: reach = 4
    case .century: reach = 3
    case .millennium: reach = 1
    }
    // A year next to the right one would be a trap, not a question.
    let nearest = if case .year = unit { 2 } else { 1 }
    return (nearest...max(nearest, reach)).flatMap { [$0, -$0] }
  }

  /// How many years off a plausible wrong year lies at most: 5 to 60, wider for older times.
  ///
  /// A convention of ours after exams.md, section 3: one and a half times the square root of the
  /// years that have passed.
  static func reach(of year: Int) -> Int {
    let age = max(1, 2030 - year)
    return min(60, max(5, Int(1.5 * Double(age).squareRoot())))
  }
}

extension Period.Part {
  /// Whether the part divides a period in the same way as another one.
  fileprivate func isLike(_ other: Period.Part) -> Bool {
    guard self != other else { return false }
    switch other {
    case .early, .mid, .late: return [.early, .mid, .late].contains(self)
    case .firstHalf, .secondHalf: return isHalf
    case .turn: return false
    }
  }
}

extension Period {
  /// The same statement about another unit.
  fileprivate func with(_ unit: CalendarUnit) -> Period? {
    Period(unit, part: part, isCirca: isCirca, isUncertain: isUncertain, style: style)
  }

  /// Whether it is a decade such as the 1800s, which most people read as the century.
  fileprivate var readsAsCentury: Bool {
    if case .decade(let decade) = unit { decade % 10 == 0 } else { false }
  }

  fileprivate func with(part: Period.Part) -> Period? {
    Period(unit, part: part, isCirca: isCirca, isUncertain: isUncertain, style: style)
  }

  /// The period some steps of its own length later; days, months and seasons move by years.
  fileprivate func moved(_ steps: Int) -> Period? {
    switch unit {
    case .day(let year, let month, let day):
      with(.day(year: year + steps, month: month, day: day))
    case .month(let year, let month): with(.month(year: year + steps, month: month))
    case .season(let year, let season): with(.season(year: year + steps, season))
    case .year(let year): with(.year(year + steps))
    case .decade(let number): with(.decade(number + steps))
    case .century(let number): with(.century(number + steps + crossing(number, steps)))
    case .millennium(let number): with(.millennium(number + steps + crossing(number, steps)))
    }
  }

  /// There is no century 0.
  private func crossing(_ number: Int, _ steps: Int) -> Int {
    if number < 0, number + steps >= 0 { return 1 }
    return number > 0 && number + steps <= 0 ? -1 : 0
  }
}
