extension HistoricalDate {
  /// A typed text as it is best understood, and how it stands to this date.
  package struct Judgement: Hashable, Sendable {
    /// The reading that was chosen.
    package let reading: DateReading
    /// The date it means here, with what the question says filled in; `nil` where none can be made.
    package let date: HistoricalDate?
    package let agreement: DateAgreement
  }

  /// Judges a typed text against this date, the expected one.
  ///
  /// Of several readings (3/4/1969) the nearest to this date counts. `nil` where the text is not a
  /// date and nothing else.
  package func judgement(of text: String) -> Judgement? {
    var best: Judgement?
    for reading in fitting(HistoricalDate.readings(of: text)) {
      let judged = judgement(of: reading)
      if let previous = best,
        DateAgreement.nearest([previous.agreement, judged.agreement]) == previous.agreement
      {
        continue
      }
      best = judged
    }
    guard isBeforeChrist, best?.agreement != .same else { return best }
    return judgementWithEra(of: text, otherwise: best)
  }

  /// The readings that fit what is asked: beside the early 2010s "early 2000s" is no part of a
  /// century.
  private func fitting(_ readings: [DateReading]) -> [DateReading] {
    guard case .single(let mine) = form, case .decade = mine.unit,
      case .whole(let first)? = readings.first, case .single(let typed) = first.form,
      typed.part != nil, case .decade = typed.unit
    else { return readings }
    return readings.filter { reading in
      guard case .whole(let date) = reading, case .single(let period) = date.form,
        case .century = period.unit
      else { return true }
      return false
    }
  }

  /// Whether the date has a period before our era.
  private var isBeforeChrist: Bool { periods.contains { $0.unit.isBeforeChrist } }

  /// Judges a text that leaves "BC" out: then the era is missing, rather than wrong.
  private func judgementWithEra(of text: String, otherwise: Judgement?) -> Judgement? {
    var best = otherwise
    for reading in HistoricalDate.readings(of: "\(text) BC") {
      let judged = judgement(of: reading)
      let agreement: DateAgreement
      switch judged.agreement {
      case .same:
        let right = Set(periods.flatMap(\.components))
        agreement = .coarser(right: right.sorted(), missing: [.era])
      case .coarser(let right, let missing):
        agreement = .coarser(right: right, missing: Set(missing + [.era]).sorted())
      case .finer(let right, _): agreement = .coarser(right: right, missing: [.era])
      case .oneEnd, .incomplete, .hedging, .overlapping, .contradicting:
        agreement = judged.agreement
      }
      if let previous = best?.agreement,
        DateAgreement.nearest([previous, agreement]) == previous
      {
        continue
      }
      best = Judgement(reading: judged.reading, date: judged.date, agreement: agreement)
    }
    return best
  }

  /// Judges one reading against this date, the expected one.
  package func judgement(of reading: DateReading) -> Judgement {
    switch reading {
    case .whole(let date):
      return Judgement(reading: reading, date: date, agreement: agreement(with: date))
    case .partial(let form):
      let candidates = completions(of: form)
      var best: Judgement?
      for date in candidates {
        let agreement = lessening(agreement(with: date), by: form)
        let judged = Judgement(reading: reading, date: date, agreement: agreement)
        if let previous = best,
          DateAgreement.nearest([previous.agreement, agreement]) == previous.agreement
        {
          continue
        }
        best = judged
      }
      return best
        ?? Judgement(reading: reading, date: nil, agreement: agreement(withIncomplete: form))
    }
  }

  /// The periods of this date, from which a partial one may be completed.
  private var periods: [Period] {
    switch form {
    case .single(let period), .before(let period), .after(let period): [period]
    case .range(let start, let end): [start.period, end.period].compactMap(\.self)
    case .set(let members, _): members
    }
  }

  /// The dates that a partial form may mean, completed from this one.
  private func completions(of form: PartialForm) -> [HistoricalDate] {
    let periods = periods
    var dates: [HistoricalDate] = []
    if case .range(.period(let start), .period(let end)) = form, let first = periods.first,
      let last = periods.last, let from = start.completed(from: first.unit).period,
      let to = end.completed(from: last.unit).period,
      let date = HistoricalDate.range(from: .period(from), to: .period(to))
    {
      dates.append(date)
    }
    for period in periods {
      if let date = form.date({ $0.completed(from: period.unit).period }), !dates.contains(date) {
        dates.append(date)
      }
    }
    return dates
  }

  /// An agreement that the completed date has, less what this date had to lend.
  private func lessening(_ agreement: DateAgreement, by form: PartialForm) -> DateAgreement {
    guard form.members.contains(where: { !$0.hasYears }) else { return agreement }
    if case .century = periods.first?.unit, form.members.allSatisfy(\.isBareDay) {
      return agreement
    }
    let lent: DateComponent =
      switch periods.first?.unit {
      case .decade: .decade
      case .century: .century
      case .millennium: .millennium
      case .day, .month, .season, .year, nil: .year
      }
    switch agreement {
    case .same:
      let right = Set(periods.flatMap(\.components)).subtracting([lent])
      return .coarser(right: right.sorted(), missing: [lent])
    case .coarser(let right, let missing):
      return .coarser(
        right: right.filter { $0 != lent }, missing: Set(missing + [lent]).sorted())
    case .finer(let right, _):
      return .coarser(right: right.filter { $0 != lent }, missing: [lent])
    case .contradicting(let wrong, let right):
      return .contradicting(wrong: wrong, right: right.filter { $0 != lent })
    case .oneEnd, .incomplete, .hedging, .overlapping: return agreement
    }
  }

  /// The agreement with components that make no date even when completed: a weekday, a bare day.
  private func agreement(withIncomplete form: PartialForm) -> DateAgreement {
    guard case .single(let partial) = form, case .single(let period) = self.form,
      case .day(let year, let month, let day) = period.unit
    else { return .contradicting(wrong: form.components, right: []) }
    var typed = partial
    typed.weekday = nil
    var wrong: [DateComponent] = []
    var right: [DateComponent] = []
    if let weekday = partial.weekday {
      let isRight = Period(period.unit, style: period.style, weekday: weekday)?.wrongWeekday == nil
      if isRight { right.append(.weekday) } else { wrong.append(.weekday) }
    }
    let stated: [(DateComponent, Int?, Int)] = [
      (.year, typed.completed(from: period.unit).year, year > 0 ? year : 1 - year),
      (.month, partial.month, month), (.day, partial.day, day),
    ]
    var missing: [DateComponent] = []
    for (component, value, expected) in stated {
      switch value {
      case nil: missing.append(component)
      case expected: if component != .year || typed.hasYears { right.append(component) }
      default: wrong.append(component)
      }
    }
    if !typed.hasYears { missing.append(.year) }
    return wrong.isEmpty
      ? .coarser(right: right.sorted(), missing: Set(missing).sorted())
      : .contradicting(wrong: wrong.sorted(), right: right.sorted())
  }
}

extension PartialForm {
  /// The components that were typed.
  fileprivate var components: [DateComponent] {
    var found: Set<DateComponent> = []
    for member in members {
      if member.weekday != nil { found.insert(.weekday) }
      if member.day != nil { found.insert(.day) }
      if member.month != nil { found.insert(.month) }
      if member.season != nil { found.insert(.season) }
      if member.part != nil { found.insert(.part) }
      if member.year != nil { found.insert(.year) }
      if member.decade != nil { found.insert(.decade) }
      if member.century != nil { found.insert(.century) }
      if member.millennium != nil { found.insert(.millennium) }
    }
    return found.sorted()
  }
}
