/// How one typed period stands to one expected period.
extension Period {
  /// The components that the period states, from coarse to fine.
  package var components: [DateComponent] {
    let stated: [DateComponent] =
      switch unit {
      case .day: [.year, .month, .day]
      case .month: [.year, .month]
      case .season: [.year, .season]
      case .year: [.year]
      case .decade: [.decade]
      case .century: [.century]
      case .millennium: [.millennium]
      }
    return part == nil ? stated : stated + [.part]
  }

  /// How a typed period stands to this one, the expected one.
  package func agreement(with typed: Period) -> DateAgreement {
    let agreement = agreementApartFromWeekday(with: typed)
    guard typed.wrongWeekday != nil, typed.wrongWeekday != wrongWeekday else { return agreement }
    switch agreement {
    case .same: return .contradicting(wrong: [.weekday], right: components)
    case .coarser(let right, _), .finer(let right, _):
      return .contradicting(wrong: [.weekday], right: right)
    case .contradicting(let wrong, let right):
      return .contradicting(wrong: (wrong + [.weekday]).sorted(), right: right)
    case .oneEnd, .incomplete, .hedging, .overlapping: return agreement
    }
  }

  private func agreementApartFromWeekday(with typed: Period) -> DateAgreement {
    switch relation(to: typed) {
    case .same: return .same
    case .contains:
      let extra = typed.components.filter { !components.contains($0) }
      return .finer(
        right: right(in: typed), extra: extra.isEmpty ? [.part] : extra.sorted())
    case .isContained:
      let missing = components.filter { !typed.components.contains($0) }
      return .coarser(
        right: right(in: typed), missing: missing.isEmpty ? [.part] : missing.sorted())
    case .overlaps: return .overlapping
    case .differs:
      let (wrong, right) = compared(with: typed)
      return .contradicting(wrong: wrong.sorted(), right: right.sorted())
    }
  }

  /// What is right in a typed period that does not contradict: all that it states of this one.
  private func right(in typed: Period) -> [DateComponent] {
    let common = typed.components.filter { component in
      components.contains(component) && (component != .part || unit == typed.unit)
    }
    return common.isEmpty ? compared(with: typed).right.sorted() : common.sorted()
  }

  private enum Relation {
    case same
    /// The typed period lies in the expected one.
    case contains
    /// The expected period lies in the typed one.
    case isContained
    case overlaps
    case differs
  }

  private func relation(to typed: Period) -> Relation {
    if unit == typed.unit, part == typed.part {
      let isOtherCalendar = style != nil && typed.style != nil && style != typed.style
      return isOtherCalendar ? .differs : .same
    }
    if span == typed.span || approximates(typed) { return .same }
    if typed.part == .turn, typed.approximates(self) { return .same }
    if unit == typed.unit, part == nil { return .contains }
    if unit == typed.unit, typed.part == nil { return .isContained }
    if typed.season != nil || season != nil { return seasonRelation(to: typed) }
    if covers(typed) { return .contains }
    if typed.covers(self) { return .isContained }
    // Two parts of one unit are told apart, though their days overlap; only the turn is no part.
    if unit == typed.unit, part != .turn, typed.part != .turn { return .differs }
    return span.overlaps(typed.span) ? .overlaps : .differs
  }

  /// Whether another period lies in this one; the round year counts for the centuries at both its
  /// sides, since many let the 19th end with 1900.
  private func covers(_ other: Period) -> Bool {
    var last = span.upperBound
    if case .century(let number) = unit, number > 0, part == nil {
      last = CalendarUnit.year(number * 100).lastDay()
    }
    return span.lowerBound <= other.span.lowerBound && other.span.upperBound <= last
  }

  /// Whether this is another name for a circa year.
  ///
  /// The turn of the 20th century is c. 1900, the mid-1960s are c. 1965.
  private func approximates(_ other: Period) -> Bool {
    guard other.isCirca, case .year(let year) = other.unit else { return false }
    switch (unit, part) {
    case (.century(let number), .turn) where number > 0: return abs(year - (number - 1) * 100) <= 1
    case (.century(let number), .turn): return abs(year - number * 100) <= 1
    case (.century(let number), .mid) where number > 0: return year == (number - 1) * 100 + 50
    case (.decade(let number), .mid) where number > 0: return year == number * 10 + 5
    case (.day, _), (.month, _), (.season, _), (.year, _), (.decade, _), (.century, _),
      (.millennium, _):
      return false
    }
  }

  private var season: Season? {
    if case .season(_, let season) = unit { season } else { nil }
  }

  /// The relation where a season takes part: seasons have blurred edges and winters two years.
  private func seasonRelation(to typed: Period) -> Relation {
    if let season, typed.season == nil {
      return typed.unit.lies(in: season, of: unit.year) && (part == nil || covers(typed))
        ? .contains
        : typed.isLongerThanSeason && typed.spansYear(unit.year) ? .isContained : .differs
    }
    if season == nil, let season = typed.season {
      return unit.lies(in: season, of: typed.unit.year) && (typed.part == nil || typed.covers(self))
        ? .isContained : isLongerThanSeason && spansYear(typed.unit.year) ? .contains : .differs
    }
    return .differs
  }

  /// Whether the unit is a year or more, and all of it is meant.
  private var isLongerThanSeason: Bool {
    switch unit {
    case .year: part == nil
    case .decade, .century, .millennium: true
    case .day, .month, .season: false
    }
  }

  private func spansYear(_ year: Int?) -> Bool {
    guard let year else { return false }
    return span.lowerBound <= CalendarUnit.year(year).firstDay()
      && CalendarUnit.year(year).lastDay() <= span.upperBound
  }

  /// The components of a typed period that are wrong, and those that are right.
  private func compared(with typed: Period) -> (wrong: [DateComponent], right: [DateComponent]) {
    var comparison = Comparison()
    if unit.isBeforeChrist != typed.unit.isBeforeChrist { comparison.wrong.append(.era) }
    if let year = unit.year, let other = typed.unit.year {
      comparison.add(.year, CalendarUnit.written(year) == CalendarUnit.written(other))
    } else if let decade = unit.decade, let other = typed.unit.decade {
      let (left, right) = (decade < 0 ? -decade - 1 : decade, other < 0 ? -other - 1 : other)
      comparison.add(.decade, left == right)
    } else if let century = unit.century, let other = typed.unit.century {
      comparison.add(.century, abs(century) == abs(other))
    } else {
      comparison.add(.millennium, abs(unit.millennium) == abs(typed.unit.millennium))
    }
    if let month = unit.month, let other = typed.unit.month {
      comparison.add(.month, month == other)
    } else if let season, let other = typed.season {
      comparison.add(.season, season == other)
    } else if let season, typed.unit.month != nil {
      comparison.add(.month, typed.unit.isMonth(of: season))
    } else if let other = typed.season, unit.month != nil {
      comparison.add(.season, unit.isMonth(of: other))
    }
    if case .day(_, _, let day) = unit, case .day(_, _, let other) = typed.unit {
      comparison.add(.day, day == other)
    }
    if let style, let other = typed.style, style != other { comparison.wrong.append(.style) }
    if part != nil || typed.part != nil, comparison.wrong.isEmpty {
      comparison.add(.part, part == typed.part && unit == typed.unit)
    }
    if comparison.wrong.isEmpty, !span.overlaps(typed.span) {
      comparison.wrong = typed.components.suffix(1)
      comparison.right.removeAll { comparison.wrong.contains($0) }
    }
    return (comparison.wrong, comparison.right)
  }

  private struct Comparison {
    var wrong: [DateComponent] = []
    var right: [DateComponent] = []

    mutating func add(_ component: DateComponent, _ isRight: Bool) {
      if isRight { right.append(component) } else { wrong.append(component) }
    }
  }
}

extension CalendarUnit {
  /// An astronomical year as it is written, without its era.
  fileprivate static func written(_ year: Int) -> Int { year > 0 ? year : 1 - year }

  /// Whether a month or a day lies in a season of a year, a winter's new year included.
  fileprivate func lies(in season: Period.Season, of year: Int?) -> Bool {
    guard let month, let year, let own = self.year, isMonth(of: season) else { return false }
    return own == year || season == .winter && month <= 3 && own == year + 1
  }

  /// Whether the unit's month is one of a season's.
  fileprivate func isMonth(of season: Period.Season) -> Bool {
    guard let month else { return false }
    return season.months.contains(month) || season.months.contains(month + 12)
  }
}
