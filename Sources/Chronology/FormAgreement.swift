/// How a typed date of any shape stands to an expected one.
extension HistoricalDate {
  /// How a typed date stands to this one, the expected one.
  package func agreement(with typed: HistoricalDate) -> DateAgreement {
    if form == typed.form { return .same }
    switch (form, typed.form) {
    case (.single(let expected), .single(let typed)): return expected.agreement(with: typed)
    case (.single(let expected), .range(let start, let end)):
      return single(expected, range: start, end, typed: typed)
    case (.single(let expected), .set(let members, _)):
      return HistoricalDate.hedge(members.map(expected.agreement))
    case (.single(let expected), .before), (.single(let expected), .after):
      return typed.admits(expected.span)
        ? .coarser(right: [], missing: expected.components)
        : .contradicting(wrong: [.relation], right: [])
    case (.range(let start, let end), .single(let typed)):
      return range(start, end, single: typed)
    case (.range(let start, let end), .range(let typedStart, let typedEnd)):
      return range(start, end, range: typedStart, typedEnd)
    case (.range(.period(let start), .period(let end)), .set(let members, _)):
      // "1965 and 1968", asked between which years.
      guard members.count == 2 else { return .contradicting(wrong: [.start, .end], right: []) }
      return range(
        .period(start), .period(end), range: .period(members[0]), .period(members[1]))
    case (.before(let expected), .before(let typed)), (.after(let expected), .after(let typed)),
      (.before(let expected), .range(.open, .period(let typed))),
      (.after(let expected), .range(.period(let typed), .open)),
      (.range(.open, .period(let expected)), .before(let typed)),
      (.range(.period(let expected), .open), .after(let typed)):
      return expected.agreement(with: typed)
    case (.before(let expected), .single(let typed)), (.after(let expected), .single(let typed)):
      let isNamed = expected.agreement(with: typed) == .same
      return .contradicting(wrong: [.relation], right: isNamed ? expected.components : [])
    case (.set(let members, let conjunction), .single(let typed)):
      return HistoricalDate.set(members, conjunction, typed: [typed])
    case (.set(let members, let conjunction), .set(let typed, let typedConjunction)):
      if conjunction == .all, typedConjunction == .one { return .hedging }
      return HistoricalDate.set(members, conjunction, typed: typed)
    case (.set(let members, let conjunction), .range(.period(let start), .period(let end))):
      return HistoricalDate.set(members, conjunction, typed: [start, end])
    case (.range, .set), (.range, .before), (.range, .after), (.before, .after), (.after, .before),
      (.before, .range), (.after, .range), (.before, .set), (.after, .set), (.set, .before),
      (.set, .after), (.set, .range):
      return .contradicting(wrong: [.relation], right: [])
    }
  }

  /// Whether a stretch of days lies in what this date can mean.
  private func admits(_ days: ClosedRange<CivilDay>) -> Bool {
    let (first, last) = bounds
    return (first.map { $0 <= days.lowerBound } ?? true)
      && (last.map { days.upperBound <= $0 } ?? true)
  }

  private func single(
    _ expected: Period, range start: End, _ end: End, typed: HistoricalDate
  ) -> DateAgreement {
    guard let first = start.period, let last = end.period else {
      return typed.admits(expected.span)
        ? .coarser(right: [], missing: expected.components)
        : .contradicting(wrong: [.relation], right: [])
    }
    let days = first.span.lowerBound...max(first.span.lowerBound, last.span.upperBound)
    if days == expected.span { return .same }
    if expected.span.lowerBound <= days.lowerBound, days.upperBound <= expected.span.upperBound {
      return .finer(right: expected.components, extra: [.start, .end])
    }
    if days.lowerBound <= expected.span.lowerBound, expected.span.upperBound <= days.upperBound {
      return .coarser(right: [], missing: expected.components)
    }
    if days.overlaps(expected.span) { return .overlapping }
    return DateAgreement.nearest([
      expected.agreement(with: first), expected.agreement(with: last),
    ]) ?? .overlapping
  }

  private func range(_ start: End, _ end: End, single typed: Period) -> DateAgreement {
    switch (start.period, end.period) {
    case (let first?, let last?):
      let atStart = first.agreement(with: typed)
      let atEnd = last.agreement(with: typed)
      if atStart == .same { return .oneEnd(.start) }
      if atEnd == .same { return .oneEnd(.end) }
      let days = first.span.lowerBound...max(first.span.lowerBound, last.span.upperBound)
      if days == typed.span { return .same }
      if typed.span.lowerBound <= days.lowerBound, days.upperBound <= typed.span.upperBound {
        return .coarser(right: typed.components, missing: [.start, .end])
      }
      if case .coarser(let right, let missing) = atStart {
        return .coarser(right: right, missing: missing + [.end])
      }
      if case .coarser(let right, let missing) = atEnd {
        return .coarser(right: right, missing: missing + [.start])
      }
      if days.overlaps(typed.span) { return .overlapping }
      return .contradicting(wrong: [.start, .end], right: [])
    case (let known?, nil), (nil, let known?): return known.agreement(with: typed)
    case (nil, nil): return .overlapping
    }
  }

  private func range(
    _ start: End, _ end: End, range typedStart: End, _ typedEnd: End
  ) -> DateAgreement {
    let atStart = HistoricalDate.end(start, typedStart)
    let atEnd = HistoricalDate.end(end, typedEnd)
    var wrong: [DateComponent] = []
    var right: [DateComponent] = []
    for (component, agreement) in [(DateComponent.start, atStart), (.end, atEnd)] {
      switch agreement {
      case .same: right.append(component)
      case .contradicting, .overlapping, .hedging: wrong.append(component)
      case .coarser, .finer, .oneEnd, .incomplete: break
      }
    }
    if right.count == 2 { return .same }
    if !wrong.isEmpty {
      // "Since 1965" for 1965–1968 leaves an end out.
      if right.count == 1, typedStart.period == nil || typedEnd.period == nil,
        start.period != nil, end.period != nil
      {
        return .oneEnd(right[0])
      }
      return .contradicting(wrong: wrong, right: right)
    }
    var missing: [DateComponent] = []
    var extra: [DateComponent] = []
    var stated: [DateComponent] = []
    for agreement in [atStart, atEnd] {
      switch agreement {
      case .coarser(let right, let lacking):
        stated += right
        missing += lacking
      case .finer(let right, let more):
        stated += right
        extra += more
      case .same, .oneEnd, .incomplete, .hedging, .overlapping, .contradicting: break
      }
    }
    let common = Set(stated + right).sorted()
    return missing.isEmpty
      ? .finer(right: common, extra: Set(extra).sorted())
      : .coarser(right: common, missing: Set(missing).sorted())
  }

  private static func end(_ expected: End, _ typed: End) -> DateAgreement {
    switch (expected, typed) {
    case (.period(let expected), .period(let typed)): expected.agreement(with: typed)
    case (.open, .open), (.unknown, .unknown), (.open, .unknown), (.unknown, .open): .same
    case (.period, .open), (.period, .unknown), (.open, .period), (.unknown, .period):
      .contradicting(wrong: [.relation], right: [])
    }
  }

  /// Several dates were typed where one is asked.
  private static func hedge(_ agreements: [DateAgreement]) -> DateAgreement {
    if agreements.contains(where: { $0 == .same }) { return .hedging }
    guard let nearest = DateAgreement.nearest(agreements) else { return .hedging }
    return nearest.isConsistent && agreements.contains(where: { !$0.isConsistent })
      ? .hedging : nearest
  }

  private static func set(
    _ members: [Period], _ conjunction: Conjunction, typed: [Period]
  ) -> DateAgreement {
    var left = members
    var others: [DateAgreement] = []
    for period in typed {
      if let index = left.firstIndex(where: { $0.agreement(with: period) == .same }) {
        left.remove(at: index)
      } else {
        others.append(DateAgreement.nearest(members.map { $0.agreement(with: period) }) ?? .hedging)
      }
    }
    if others.isEmpty {
      if left.isEmpty { return .same }
      return conjunction == .one
        ? .finer(right: typed[0].components, extra: []) : .incomplete(missing: left)
    }
    if left.count < members.count, others.contains(where: { !$0.isConsistent }) { return .hedging }
    return DateAgreement.nearest(others) ?? .hedging
  }
}
