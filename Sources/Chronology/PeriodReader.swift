/// Reading one period, up to what joins it to another.
extension DateReader {
  /// The components of the period that begins here; `nil` where there is none.
  mutating func period() -> PartialDate? {
    var partial = PartialDate()
    let start = index
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
    let isEmpty = partial == PartialDate()
    return index > start && !isEmpty && partial.saysSomething ? partial : nil
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
    case .filler: break
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
      let isHalf = kind(at: index + 1) == .word(.half)
      partial.part = isHalf ? .secondHalf : .late
      if isHalf { index += 1 }
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
    case .old, .new:
      guard partial.style == nil else { return .wrong }
      partial.style = word == .old ? .old : .new
      if kind(at: index + 1) == .word(.styleNoun) { index += 1 }
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
    if case .word(.month) = kind(at: index + 1) {
      return partial.month == nil && (partial.day != nil || partial.isSmallNumber)
    }
    guard partial.month != nil, partial.year == nil, isYear(at: index + 1) else { return false }
    // "July 5-12" is a range of days, "25-Jul-69" a date.
    if case .number(_, digits: 2) = kind(at: index + 1) {
      return index >= 2 && partial.day != nil && isMonth(at: index - 1)
    }
    return true
  }

  private func isMonth(at index: Int) -> Bool {
    if case .word(.month) = kind(at: index) { true } else { false }
  }

  /// Whether the comma here stands inside a date: "Friday, 25 July", "July 25, 1969".
  private func isCommaInside(_ partial: PartialDate) -> Bool {
    if case .word(let next) = kind(at: index + 1), next.isStyle { return partial.year != nil }
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

  /// Whether a month follows the number at an index.
  private func isDay(at index: Int) -> Bool {
    var next = index + 1
    while kind(at: next) == .word(.filler) { next += 1 }
    return isMonth(at: next)
  }
}

extension DateWord {
  /// Whether the word names a calendar.
  fileprivate var isStyle: Bool {
    if case .style = self { return true }
    return self == .old || self == .new
  }

  /// Whether the word may stand in parentheses after a date.
  fileprivate var mayStandInParentheses: Bool {
    if case .era = self { return true }
    return isStyle || self == .decade || self == .circa
  }
}

extension PartialDate {
  /// Whether nothing but a reserve or a weekday has been read yet.
  fileprivate var isUnstarted: Bool {
    day == nil && month == nil && season == nil && !hasYears
  }

  /// Whether more is stated than a reserve or an era.
  fileprivate var saysSomething: Bool { !isUnstarted || part != nil || weekday != nil }
}
