/// A date as history states it: a day, a month, a decade, "the mid-1960s", "from 1965 to 1968".
package struct HistoricalDate: Hashable, Sendable {
  /// What is stated.
  package let form: Form

  /// A date of one period.
  package init(_ period: Period) { self.form = .single(period) }

  init(form: Form) { self.form = form }
}

extension HistoricalDate {
  /// The shapes that a date takes.
  package enum Form: Hashable, Sendable {
    /// One period: "25 July 1969", "the 1960s".
    case single(Period)
    /// From one period to another, ends included; never open or unknown at both ends.
    case range(start: End, end: End)
    /// Some time before a period: "before 1975".
    case before(Period)
    /// Some time after a period: "after 1975".
    case after(Period)
    /// Several periods, at least two, in order: "January and September 1966" or "1965 or 1966".
    case set([Period], Conjunction)
  }

  /// One end of a range.
  package enum End: Hashable, Sendable {
    case period(Period)
    /// Without end: "since 1975".
    case open
    /// There is an end, but nobody knows it.
    case unknown
  }

  /// Whether all members of a set are meant, or one of them.
  package enum Conjunction: Hashable, Sendable {
    case all
    case one
  }

  /// How finely a date is stated.
  package enum Precision: String, Hashable, Sendable, CaseIterable {
    case day
    case month
    case season
    case year
    case decade
    case century
    case millennium
    /// A range or a set: what is asked has several parts.
    case range
    case set
  }

  /// A range.
  ///
  /// Fails where neither end is a period, or where the end lies wholly before the start.
  package static func range(from start: End, to end: End) -> HistoricalDate? {
    switch (start, end) {
    case (.period(let first), .period(let last)):
      guard first.span.lowerBound <= last.span.upperBound, first != last else { return nil }
    case (.period, .open), (.period, .unknown), (.open, .period), (.unknown, .period): break
    case (.open, .open), (.open, .unknown), (.unknown, .open), (.unknown, .unknown): return nil
    }
    return HistoricalDate(form: .range(start: start, end: end))
  }

  /// A set; doubles count once, and the order they were stated in does not matter.
  ///
  /// Fails for fewer than two different members.
  package static func set(_ members: [Period], _ conjunction: Conjunction) -> HistoricalDate? {
    var unique: [Period] = []
    for member in members where !unique.contains(member) { unique.append(member) }
    guard unique.count > 1 else { return nil }
    let sorted = unique.enumerated().sorted { left, right in
      let (first, second) = (left.element.span, right.element.span)
      if first.lowerBound != second.lowerBound { return first.lowerBound < second.lowerBound }
      if first.upperBound != second.upperBound { return first.upperBound < second.upperBound }
      return left.offset < right.offset
    }
    return HistoricalDate(form: .set(sorted.map(\.element), conjunction))
  }

  /// How finely the date is stated; an open range and "before" have the precision of their period.
  package var precision: Precision {
    switch form {
    case .single(let period), .before(let period), .after(let period): period.unit.precision
    case .range(.period(let period), .open), .range(.open, .period(let period)):
      period.unit.precision
    case .range: .range
    case .set: .set
    }
  }

  /// The first and last day that the date can mean; `nil` at an end that is open or unknown.
  package var bounds: (first: CivilDay?, last: CivilDay?) {
    switch form {
    case .single(let period): return (period.bounds.lowerBound, period.bounds.upperBound)
    case .before(let period):
      return (nil, CivilDay(number: period.bounds.lowerBound.number - 1))
    case .after(let period):
      return (CivilDay(number: period.bounds.upperBound.number + 1), nil)
    case .range(let start, let end):
      return (start.period?.bounds.lowerBound, end.period?.bounds.upperBound)
    case .set(let members, _):
      return (
        members.map(\.bounds.lowerBound).min(), members.map(\.bounds.upperBound).max()
      )
    }
  }
}

extension HistoricalDate.End {
  /// The period at this end, if it is known.
  package var period: Period? {
    switch self {
    case .period(let period): period
    case .open, .unknown: nil
    }
  }
}
