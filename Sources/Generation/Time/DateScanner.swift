import Chronology

/// Reads a date at a place: a period, a range or a list of periods.
struct DateScanner {
  let reader: TokenReader
  let years: YearContext
  private let periods: PeriodScanner

  /// A date, and the pieces it stands on.
  typealias Found = (date: StatedDate, range: Range<Int>)

  init(_ reader: TokenReader, years: YearContext) {
    self.reader = reader
    self.years = years
    periods = PeriodScanner(reader: reader)
  }

  /// The date that begins at an index.
  func date(at start: Int) -> Found? {
    if let found = monthsOfYear(at: start) { return found }
    guard let first = member(at: start, isFirst: true) else { return nil }
    if let found = range(from: first, at: start) ?? list(from: first, at: start) { return found }
    guard isWhole(first.period), accepts(first.period, from: start, to: first.end) else {
      return nil
    }
    if reader.word(first.end) == .onwards, first.period.partial.hasYears {
      return (StatedDate(form: .open(first.period)), start..<first.end + 1)
    }
    return (StatedDate(form: .single(first.period)), start..<first.end)
  }

  // MARK: - Members

  /// A period, or the bare number or ordinal that a list may begin with.
  ///
  /// A later one may be an ordinal in digits: "October 23rd and 24th", but not "1889 and the first".
  private func member(at start: Int, isFirst: Bool = false) -> PeriodScanner.Found? {
    if let found = periods.period(at: start) { return found }
    guard let (value, end) = periods.ordinal(at: start), isFirst || isDigit(start) else {
      return nil
    }
    var partial = PartialDate()
    partial.day = value
    return (StatedPeriod(partial), end)
  }

  private func isDigit(_ index: Int) -> Bool {
    reader.bytes[reader.tokens[index].range.lowerBound].isASCIIDigit
  }

  /// Whether a period says enough to stand alone.
  private func isWhole(_ period: StatedPeriod) -> Bool {
    let partial = period.partial
    if partial.day != nil { return partial.month != nil }
    if partial.season != nil { return partial.year != nil || period.yearShift != nil }
    return partial.month != nil || partial.hasYears
  }

  private func accepts(_ period: StatedPeriod, from start: Int, to end: Int) -> Bool {
    let partial = period.partial
    if partial.month != nil {
      return partial.day != nil || partial.year != nil || period.yearShift != nil
        || acceptsBareMonth(from: start, to: end)
    }
    if partial.season != nil { return true }
    if partial.year != nil {
      guard partial.part == nil else { return partial.era != nil || partial.yearDigits == 4 }
      return years.accepts(period, from: start, to: end)
    }
    switch reader.kind(start - 1) {
    case .word(.possessive), .possessive:
      // "In his sixties", "her second century".
      return partial.decade.map { $0 >= 100 } ?? (partial.part != nil)
    default:
      if partial.decade != nil, partial.decadeDigits == 2 {
        return reader.word(start - 1) == .article || partial.part != nil
          || reader.kind(start) != .other
            && reader.bytes[reader.tokens[start].range.lowerBound] == 0x27
      }
      return true
    }
  }

  /// Whether a month without day and year is one: "March" may also be a walk, "May" a verb.
  private func acceptsBareMonth(from start: Int, to end: Int) -> Bool {
    guard let last = reader.month(end - 1) else { return true }
    if end - start > 1 { return true }
    guard reader.kind(end) != .possessive else { return false }
    if reader.isName(end) {
      // "In September Harald came", but not "in August Wilson's plays".
      let isGivenName = [4, 5, 6, 8].contains(last)
      guard reader.preposition(start - 1) == .in, reader.isSentenceStart(start - 1) || !isGivenName
      else {
        return false
      }
    }
    let isAmbiguous = last == 5
    switch reader.word(start - 1) {
    case .preposition(let preposition):
      switch preposition {
      case .in: return true
      case .by, .until, .since, .during, .from, .between, .before, .after: return !isAmbiguous
      case .of, .to, .through, .throughout: return !isAmbiguous && last != 3
      case .on, .at, .around, .for, .into, .over: return false
      }
    default: return false
    }
  }

  // MARK: - Ranges

  private func range(from first: PeriodScanner.Found, at start: Int) -> Found? {
    let (connector, isOpened) = (first.end, isOpenedByBetween(start))
    guard isRangeMark(connector, isOpenedByBetween: isOpened) else { return nil }
    var next = connector + 1
    if reader.word(next) == .present || reader.isWord("now", next) {
      guard reader.word(connector) == nil, isWhole(first.period), first.period.partial.hasYears
      else { return nil }
      return (StatedDate(form: .open(first.period)), start..<next + 1)
    }
    var isCirca = false
    while true {
      switch reader.word(next) {
      case .article: next += 1
      case .preposition(.around), .circa:
        isCirca = true
        next += 1
      default:
        guard var last = member(at: next) else { return nil }
        if isCirca { last.period.partial.isCirca = true }
        return finish(range: first.period, last, at: start, connector)
      }
    }
  }

  private func finish(
    range first: StatedPeriod, _ last: PeriodScanner.Found, at start: Int, _ connector: Int
  ) -> Found? {
    var last = last
    last = withYear(last, StatedDate(form: .range(first, last.period)).settled())
    let date = StatedDate(form: .range(first, last.period)).settled()
    guard date.periods.allSatisfy(isWhole),
      date.periods.allSatisfy({ $0.partial.season == nil || $0.partial.year != nil })
    else { return nil }
    let (low, high) = (date.periods[0], date.periods[1])
    if low.partial.isYearAlone, high.partial.isYearAlone {
      guard years.acceptsRange(low, high, from: start, to: last.end) else { return nil }
      // "Fell from 310 in 1950 to 94 in 2014".
      if reader.preposition(connector) == .to, start > 0, reader.preposition(start - 1) == .in,
        case .number(_, digits: 2) = reader.kind(last.end - 1)
      {
        return nil
      }
    } else if low.partial.isYearAlone {
      // "In 1965 to July 1968" is no range unless it is opened or typed with a dash.
      guard low.partial.era != nil || low.partial.yearDigits == 4 else { return nil }
    } else if high.partial.isYearAlone {
      guard high.partial.era != nil || high.partial.yearDigits == 4 else { return nil }
      guard !years.countsSomething(last.end) else { return nil }
    }
    if low.partial.precisionRank != high.partial.precisionRank, reader.word(connector) == .and {
      return nil
    }
    guard !date.isAbsolute || date.date != nil else { return nil }
    return (date, start..<last.end)
  }

  /// The last member with the year that stands behind it: "December 9-11, 1952".
  ///
  /// - Parameters:
  ///   - last: The member as it was read, where it may have seemed a bare number.
  ///   - settled: The date that it is part of.
  /// - Returns: The member as it is, or as a day with its year.
  private func withYear(_ last: PeriodScanner.Found, _ settled: StatedDate) -> PeriodScanner.Found {
    guard let period = settled.periods.last, period.partial.day != nil, period.partial.month != nil,
      last.period.partial.month == nil, !period.partial.hasYears
    else { return last }
    return periods.withYear(
      day: period.partial.day, month: period.partial.month, season: nil, at: last.end)
      ?? last
  }

  private func isOpenedByBetween(_ start: Int) -> Bool {
    var index = start - 1
    for _ in 0..<3 {
      switch reader.word(index) {
      case .preposition(.between): return true
      case .article, .preposition(.around), .circa: index -= 1
      default: return false
      }
    }
    return false
  }

  private func isRangeMark(_ index: Int, isOpenedByBetween: Bool) -> Bool {
    switch reader.kind(index) {
    case .dash: return true
    case .hyphen, .slash: return reader.isTight(index) == reader.isTight(index + 1)
    case .word(.preposition(.to)), .word(.preposition(.until)), .word(.preposition(.through)):
      return true
    case .word(.and): return isOpenedByBetween
    default: return false
    }
  }

  // MARK: - Lists

  /// "January and September 1966", "1914, 1917 and 1921", "the 18th and 19th centuries".
  private func list(from first: PeriodScanner.Found, at start: Int) -> Found? {
    var members = [first.period]
    var end = first.end
    while true {
      var next = end
      var conjunction: HistoricalDate.Conjunction?
      if reader.kind(next) == .comma { next += 1 }
      if reader.word(next) == .and || reader.word(next) == .or {
        conjunction = reader.word(next) == .and ? .all : .one
        next += 1
      }
      guard next > end else { return nil }
      if reader.word(next) == .article { next += 1 }
      guard let member = member(at: next) else { return nil }
      // "54 members in 1970 and 92 in 1979": no second year.
      if let early = first.period.partial.year, let late = member.period.partial.year,
        member.period.partial.yearDigits == 2, member.period.partial.isYearAlone,
        !(1...15).contains(late - early % 100)
      {
        return nil
      }
      members.append(member.period)
      end = member.end
      guard let conjunction else {
        guard members.count < 6 else { return nil }
        continue
      }
      let last = withYear(member, StatedDate(form: .set(members, conjunction)).settled())
      members[members.count - 1] = last.period
      end = last.end
      let date = StatedDate(form: .set(members, conjunction)).settled()
      return isList(date, from: start, to: end) ? (date, start..<end) : nil
    }
  }

  private func isList(_ date: StatedDate, from start: Int, to end: Int) -> Bool {
    let partials = date.periods.map(\.partial)
    guard date.periods.allSatisfy(isWhole), Set(partials.map(\.precisionRank)).count == 1,
      !years.countsSomething(end)
    else { return false }
    // "On October 23 and 24 ships sailed".
    if date.periods.last?.partial.day != nil, reader.isPlainWord(end), reader.isPlural(end) {
      return false
    }
    if partials.allSatisfy(\.isYearAlone) {
      guard let low = partials.first, partials.allSatisfy({ $0.yearDigits == 4 || $0.era != nil })
      else {
        return false
      }
      return years.accepts(StatedPeriod(low), from: start, to: end)
        && partials.allSatisfy { (1000...2100).contains($0.year ?? 0) || $0.era != nil }
    }
    return !date.isAbsolute || date.date != nil
  }

  // MARK: - Quarters and halves of a year

  /// "Q3 2021", "the third quarter of 2019", "the first half of fiscal 2020".
  private func monthsOfYear(at start: Int) -> Found? {
    let (first, last): (Int, Int)
    var index: Int
    if case .monthsOfYear(let low, let high) = reader.word(start) {
      (first, last) = (low, high)
      index = start + 1
    } else {
      guard let (number, end) = periods.ordinal(at: start), reader.word(end) == .quarter,
        number <= 4
      else {
        return nil
      }
      (first, last) = (number * 3 - 2, number * 3)
      index = end + 1
      guard reader.preposition(index) == .of || reader.word(index) == .fiscal || isYear(index)
      else {
        return nil
      }
    }
    if reader.preposition(index) == .of { index += 1 }
    while reader.word(index) == .fiscal || reader.unit(index)?.unit == .year { index += 1 }
    guard case .number(let year, digits: 4) = reader.kind(index), (1800...2100).contains(year)
    else {
      return nil
    }
    var (low, high) = (PartialDate.year(year, digits: 4), PartialDate.year(year, digits: 4))
    low.month = first
    high.month = last
    return (StatedDate(form: .range(StatedPeriod(low), StatedPeriod(high))), start..<index + 1)
  }

  private func isYear(_ index: Int) -> Bool {
    if case .number(_, digits: 4) = reader.kind(index) { true } else { false }
  }
}

extension PartialDate {
  /// Whether a year and nothing finer is stated.
  var isYearAlone: Bool {
    year != nil && month == nil && day == nil && season == nil && part == nil
  }

  /// How fine the period is, as a number to compare.
  var precisionRank: Int {
    if day != nil { return 0 }
    if month != nil { return 1 }
    if season != nil { return 2 }
    if year != nil { return 3 }
    if decade != nil { return 4 }
    return century != nil ? 5 : 6
  }
}
