/// What was typed, in the shapes of ``HistoricalDate/Form``, with components that may be missing.
package enum PartialForm: Hashable, Sendable {
  case single(PartialDate)
  case range(End, End)
  case before(PartialDate)
  case after(PartialDate)
  case set([PartialDate], HistoricalDate.Conjunction)

  /// One end of a typed range.
  package enum End: Hashable, Sendable {
    case period(PartialDate)
    case open
    case unknown
  }
}

extension PartialForm {
  /// The form with what its members say for each other: in "5–7 July 1969" the 5 is a day in July.
  var settled: PartialForm {
    switch self {
    case .range(.period(var start), .period(var end)):
      end.take(fromPrevious: start)
      start.take(fromNext: end)
      return .range(.period(start), .period(end))
    case .set(var members, let conjunction):
      for index in members.indices.dropFirst() {
        members[index].take(fromPrevious: members[index - 1])
      }
      for index in members.indices.dropLast().reversed() {
        members[index].take(fromNext: members[index + 1])
      }
      return .set(members, conjunction)
    case .single, .before, .after, .range: return self
    }
  }

  /// The date that is meant, each period made by `period`; `nil` where one cannot be made.
  func date(_ period: (PartialDate) -> Period?) -> HistoricalDate? {
    switch self {
    case .single(let partial): return period(partial).map { HistoricalDate($0) }
    case .before(let partial): return period(partial).map { HistoricalDate(form: .before($0)) }
    case .after(let partial): return period(partial).map { HistoricalDate(form: .after($0)) }
    case .range(let start, let end):
      guard let start = start.end(period), let end = end.end(period) else { return nil }
      return .range(from: start, to: end)
    case .set(let members, let conjunction):
      let periods = members.compactMap(period)
      guard periods.count == members.count else { return nil }
      return .set(periods, conjunction)
    }
  }

  /// The periods that were typed.
  var members: [PartialDate] {
    switch self {
    case .single(let partial), .before(let partial), .after(let partial): [partial]
    case .range(let start, let end): [start.partial, end.partial].compactMap(\.self)
    case .set(let members, _): members
    }
  }
}

extension PartialForm.End {
  var partial: PartialDate? {
    if case .period(let partial) = self { partial } else { nil }
  }

  func end(_ period: (PartialDate) -> Period?) -> HistoricalDate.End? {
    switch self {
    case .period(let partial): period(partial).map { .period($0) }
    case .open: .open
    case .unknown: .unknown
    }
  }
}

extension PartialDate {
  /// Takes what only the member before says: the month of "July 5 and 7, 1969", the hundreds of
  /// "1965–8" and "the 1960s and 70s".
  fileprivate mutating func take(fromPrevious previous: PartialDate) {
    if let year, isSmallNumber {
      if previous.day != nil, previous.month != nil, previous.year == nil {
        self.year = nil
        yearDigits = 0
        day = year
      } else if let before = previous.year, previous.yearDigits >= 3, previous.era != .beforeChrist
      {
        let unit = yearDigits == 1 ? 10 : 100
        let whole = before / unit * unit + year
        if whole > before {
          self.year = whole
          yearDigits = previous.yearDigits
          era = previous.era
        }
      }
    }
    if let decade, decadeDigits <= 2, let before = previous.decade, previous.decadeDigits > 2,
      era == nil
    {
      self.decade = before / 10 * 10 + decade
      decadeDigits = previous.decadeDigits
      era = previous.era
    }
    if day != nil, month == nil { month = previous.month }
    if month != nil || season != nil, !hasYears, let before = previous.year {
      year = before
      yearDigits = previous.yearDigits
      era = previous.era
    }
  }

  /// Takes what only the member after says: the month and year of "5–7 July 1969", the era of
  /// "264–146 BC", the decade of "the early to mid-1960s".
  fileprivate mutating func take(fromNext next: PartialDate) {
    if isSmallNumber, next.day != nil {
      day = year
      year = nil
      yearDigits = 0
    }
    if let day, month == nil, season == nil, !hasYears, next.day == nil {
      if next.century != nil {
        century = day
        self.day = nil
      } else if next.millennium != nil {
        millennium = day
        self.day = nil
      }
    }
    if day != nil, month == nil { month = next.month }
    if !hasYears {
      if month != nil || season != nil {
        year = next.year
        yearDigits = next.yearDigits
      } else if part != nil {
        var whole = next
        whole.part = part
        self = whole
      }
      era = era ?? next.era
    } else if next.era == .beforeChrist {
      era = era ?? .beforeChrist
    }
  }
}
