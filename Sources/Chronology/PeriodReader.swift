/// Reading one period, up to what joins it to another.
extension DateReader {
  /// The components of the period that begins here; `nil` where there is none.
  mutating func period() -> PartialDate? {
    var partial = PartialDate()
    let start = index
    tenth = nil
    reading: while let kind {
      switch kind {
      case .word(let word):
        switch take(word, into: &partial) {
        case .taken: break
        case .over: break reading
        case .wrong: return nil
        }
      case .number(let value, let digits):
        guard take(number: value, digits: digits, into: &partial) else { return nil }
      case .grouped(let value):
        index += 1
        guard partial.year == nil, word == .era(.beforeChrist) else { return nil }
        partial.year = value
        partial.yearDigits = 5
      case .ordinal(let value):
        guard take(ordinal: value, into: &partial) else { return nil }
      case .decade(let value, let digits):
        guard take(decade: value, digits: digits, into: &partial) else { return nil }
      case .dash, .slash:
        guard isSeparatorInside(partial) else { break reading }
        index += 1
      case .comma:
        guard isCommaInside(partial) else { break reading }
        index += 1
      case .apostrophe:
        index += 1
        guard isShortYear(at: index) else { return nil }
      case .question:
        index += 1
        partial.isUncertain = true
      case .tilde:
        index += 1
        partial.isCirca = true
      case .open:
        guard takeParenthesis(into: &partial) else { return nil }
      case .dot:
        // "25. July".
        guard partial.isSmallNumber, isMonth(at: index + 1) else { break reading }
        index += 1
      case .stop: break reading
      case .close, .other, .symbol: return nil
      }
    }
    if let tenth {
      guard let century = partial.century, partial.decade == nil else { return nil }
      // Years BC count down: the first decade of the 5th century BC are the 490s.
      let isBefore = partial.era == .beforeChrist
      partial.decade = isBefore ? century * 10 - tenth : century * 10 + tenth - 11
      partial.decadeDigits = 4
      partial.century = nil
    }
    let isEmpty = partial == PartialDate()
    return index > start && !isEmpty && partial.saysSomething && partial.isOfOneKind
      ? partial : nil
  }

  private enum Step {
    case taken
    /// The word does not belong to this period.
    case over
    /// The word has no meaning here.
    case wrong
  }

  private mutating func take(_ word: DateWord, into partial: inout PartialDate) -> Step {
    switch word {
    case .filler:
      guard !isEnd(at: index + 1) else { return .wrong }
    case .noun:
      // "1500 years" is no date.
      guard !partial.hasYears, !isEnd(at: index + 1) else { return .wrong }
    case .circa, .initialC: partial.isCirca = true
    case .perhaps: partial.isUncertain = true
    case .month(let month):
      guard partial.month == nil else { return .wrong }
      partial.month = month
      if let year = partial.year, partial.day == nil, partial.yearDigits <= 2 {
        partial.day = year
        partial.year = nil
        partial.yearDigits = 0
      }
    case .season(let season):
      guard partial.season == nil, partial.month == nil else { return .wrong }
      partial.season = season
    case .weekday(let weekday):
      guard partial.weekday == nil else { return .wrong }
      partial.weekday = weekday
    case .part(let part):
      guard partial.part == nil, partial.isUnstarted else { return .wrong }
      partial.part = part
      if kind(at: index + 1) == .dash { index += 1 }
    case .latter:
      guard partial.part == nil, partial.isUnstarted else { return .wrong }
      let next = kind(at: index + 1)
      if next == .word(.decade) {
        tenth = 10
      } else {
        partial.part = next == .word(.half) ? .secondHalf : .late
      }
      if next == .word(.decade) || next == .word(.half) { index += 1 }
    case .era(let era):
      guard partial.era == nil else { return .wrong }
      partial.era = era
    case .decade:
      guard partial.decade != nil || partial.isUnstarted else { return .wrong }
    case .century:
      guard partial.part == .turn, !partial.hasYears else { return .wrong }
    case .millennium:
      // "The turn of the millennium", without a number, is that of the 3rd.
      guard partial.part == .turn, !partial.hasYears else { return .wrong }
      partial.century = 21
    case .style(let style):
      guard partial.style == nil else { return .wrong }
      partial.style = style
      if kind(at: index + 1) == .word(.styleNoun) { index += 1 }
    case .styleAdjective(let style):
      guard partial.style == nil, kind(at: index + 1) == .word(.styleNoun) else { return .wrong }
      partial.style = style
      index += 1
    case .from, .to, .between, .and, .or, .since, .until, .before, .after, .onwards, .present,
      .unknown:
      return .over
    case .half, .styleNoun, .cardinal, .tens, .tensPlural, .ordinal, .hundred, .hundreds,
      .thousand, .oh:
      return .wrong
    }
    index += 1
    return .taken
  }

  private mutating func take(ordinal value: Int, into partial: inout PartialDate) -> Bool {
    index += 1
    let isHyphenated = kind == .dash && isTight(at: index)
    let next = isHyphenated ? kind(at: index + 1) : kind
    if next == .word(.century) || next == .word(.initialC) {
      guard !partial.hasYears else { return false }
      partial.century = value
    } else if next == .word(.millennium) {
      guard !partial.hasYears else { return false }
      // The turn of a millennium is that of its first century.
      if partial.part == .turn {
        partial.century = value * 10 - 9
      } else {
        partial.millennium = value
      }
    } else if next == .word(.decade) {
      guard partial.isUnstarted, (1...10).contains(value) else { return false }
      tenth = value
    } else if next == .word(.half) {
      guard partial.part == nil, partial.isUnstarted, value == 1 || value == 2 else {
        return false
      }
      partial.part = value == 1 ? .firstHalf : .secondHalf
    } else {
      guard partial.day == nil, (1...99).contains(value) else { return false }
      partial.day = value
      return true
    }
    index += isHyphenated ? 2 : 1
    return true
  }

  private mutating func take(
    decade value: Int, digits: Int, into partial: inout PartialDate
  ) -> Bool {
    index += 1
    guard !partial.hasYears, partial.month == nil, partial.day == nil, value % 10 == 0,
      digits <= 5
    else { return false }
    let isNamedDecade =
      word == .decade || kind == .open && kind(at: index + 1) == .word(.decade)
    if value % 100 == 0, digits >= 3, !isNamedDecade {
      // "The 1900s" and "the 2000s" are decades to most people, "the 1800s" are a century.
      let isDecade = value == 1900 || value == 2000
      if chooses(.otherHundred) != isDecade {
        partial.decade = value / 10
        partial.decadeDigits = digits
      } else {
        partial.century = value / 100 + 1
      }
      return true
    }
    partial.decade = value / 10
    partial.decadeDigits = digits
    return true
  }

  /// Takes "(O.S.)", "(BC)", "(decade)" or "(?)".
  private mutating func takeParenthesis(into partial: inout PartialDate) -> Bool {
    index += 1
    if kind == .question {
      index += 1
      partial.isUncertain = true
    } else {
      guard let word, word.mayStandInParentheses, take(word, into: &partial) == .taken else {
        return false
      }
    }
    guard kind == .close else { return false }
    index += 1
    return true
  }

  /// Whether the dash or slash here stands inside a date: "25-Jul-1969", "July-1969".
  private func isSeparatorInside(_ partial: PartialDate) -> Bool {
    guard isTight(at: index) else { return false }
    if isMonth(at: index + 1) {
      guard partial.month == nil else { return false }
      return partial.day != nil || partial.isSmallNumber || kind(at: index + 2) == kind
    }
    // "1969-Jul-25".
    if isMonth(at: index - 1), partial.yearDigits >= 3, partial.day == nil,
      kind(at: index - 2) == kind, case .number(_, let digits) = kind(at: index + 1)
    {
      return digits <= 2
    }
    guard partial.month != nil, partial.year == nil, isYear(at: index + 1) else { return false }
    // "July 5-12" is a range of days, "25-Jul-69" a date.
    if case .number(_, digits: 2) = kind(at: index + 1) {
      return index >= 2 && partial.day != nil && isMonth(at: index - 1)
    }
    return true
  }

  private func isMonth(at index: Int) -> Bool {
    guard index >= 0, case .word(.month) = kind(at: index) else { return false }
    return true
  }

  /// Whether the comma here stands inside a date: "Friday, 25 July", "July 25, 1969".
  private func isCommaInside(_ partial: PartialDate) -> Bool {
    if case .word(let next) = kind(at: index + 1) {
      switch next {
      case .style, .styleAdjective: return partial.year != nil
      case .weekday: return partial.weekday == nil && partial.day != nil && partial.year != nil
      // "1969, July 25".
      case .month, .season:
        if partial.yearDigits >= 3, partial.isYearAlone, isEndAfterDay(at: index + 2) {
          return true
        }
      case .part, .half, .latter, .circa, .initialC, .perhaps, .era, .century, .millennium,
        .decade, .from, .to, .between, .and, .or, .since, .until, .before, .after, .onwards,
        .present, .unknown, .styleNoun, .filler, .noun, .cardinal, .tens, .tensPlural, .ordinal,
        .hundred, .hundreds, .thousand, .oh:
        break
      }
    }
    if partial.weekday != nil, partial.day == nil, partial.month == nil { return true }
    if partial.month != nil || partial.season != nil {
      return partial.year == nil && isYear(at: index + 1)
    }
    if partial.isSmallNumber, case .number(_, let digits) = kind(at: index + 1) {
      return digits >= 3
    }
    return false
  }

  /// Whether the number at an index is a year: three digits or more, an apostrophe, an era before
  /// it, or two digits that no month follows.
  private func isYear(at index: Int) -> Bool {
    if case .number(_, let digits) = kind(at: index) {
      return digits >= 3 || digits == 2 && !isDay(at: index)
    }
    return kind(at: index) == .apostrophe || isEra(at: index)
  }

  /// Whether a year or a decade of two digits stands at an index.
  private func isShortYear(at index: Int) -> Bool {
    switch kind(at: index) {
    case .number(_, let digits), .decade(_, let digits): digits == 2
    case .grouped, .ordinal, .word, .other, .dash, .slash, .dot, .comma, .question, .tilde,
      .apostrophe, .open, .close, .stop, .symbol, nil:
      false
    }
  }

  /// Whether an era stands at an index.
  func isEra(at index: Int) -> Bool {
    if case .word(.era) = kind(at: index) { true } else { false }
  }

  /// Whether nothing but a day is left from an index on.
  private func isEndAfterDay(at index: Int) -> Bool {
    switch kind(at: index) {
    case .number(_, let digits): digits <= 2 && isEnd(at: index + 1)
    case .ordinal: isEnd(at: index + 1)
    case .grouped, .decade, .word, .other, .dash, .slash, .dot, .comma, .question, .tilde,
      .apostrophe, .open, .close, .stop, .symbol, nil:
      isEnd(at: index)
    }
  }

  /// Whether a month follows the number at an index.
  func isDay(at index: Int) -> Bool {
    var next = index + 1
    while kind(at: next) == .word(.filler) || kind(at: next) == .word(.noun) { next += 1 }
    return isMonth(at: next)
  }
}

extension DateWord {
  /// Whether the word may stand in parentheses after a date.
  fileprivate var mayStandInParentheses: Bool {
    switch self {
    case .style, .styleAdjective, .era, .decade, .circa, .weekday: true
    case .month, .season, .part, .half, .latter, .initialC, .perhaps, .century, .millennium,
      .from, .to, .between, .and, .or, .since, .until, .before, .after, .onwards, .present,
      .unknown, .styleNoun, .filler, .noun, .cardinal, .tens, .tensPlural, .ordinal, .hundred,
      .hundreds, .thousand, .oh:
      false
    }
  }
}

extension PartialDate {
  /// Whether nothing but a reserve or a weekday has been read yet.
  fileprivate var isUnstarted: Bool {
    day == nil && month == nil && season == nil && !hasYears
  }

  /// Whether a year was read and neither month, season nor day.
  fileprivate var isYearAlone: Bool {
    year != nil && month == nil && season == nil && day == nil
  }

  /// Whether nothing is stated twice over: no day or month beside a season, no day, month or year
  /// beside a unit longer than a year, no two of these.
  fileprivate var isOfOneKind: Bool {
    let longUnits = [decade, century, millennium].count { $0 != nil }
    if season != nil, month != nil || day != nil { return false }
    let isShort =
      day != nil || month != nil || season != nil || year != nil || weekday != nil
    return longUnits == 0 || longUnits == 1 && !isShort
  }

  /// Whether more is stated than a reserve or an era.
  fileprivate var saysSomething: Bool { !isUnstarted || part != nil || weekday != nil }
}
