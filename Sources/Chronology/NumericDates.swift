/// Reading numbers: years, days, and dates in digits.
extension DateReader {
  /// Takes the number here, and those glued to it by slashes, dots or hyphens.
  mutating func take(number value: Int, digits: Int, into partial: inout PartialDate) -> Bool {
    if partial.day == nil, partial.month == nil, partial.year == nil,
      let separator = kind(at: index + 1),
      separator == .dash || separator == .slash || separator == .dot,
      isTight(at: index + 1), case .number(let second, let secondDigits) = kind(at: index + 2)
    {
      let first = Figure(value: value, digits: digits)
      let second = Figure(value: second, digits: secondDigits)
      if kind(at: index + 3) == separator, isTight(at: index + 3),
        case .number(let third, let thirdDigits) = kind(at: index + 4)
      {
        index += 5
        return take(
          [first, second, Figure(value: third, digits: thirdDigits)], into: &partial
        )
      }
      switch pair(first, second, separator, into: &partial) {
      case .taken: return true
      case .wrong: return false
      case .separate: break
      }
    }
    index += 1
    return take(Figure(value: value, digits: digits), into: &partial)
  }

  private struct Figure {
    let value: Int
    let digits: Int
  }

  /// Takes a number that stands alone.
  private mutating func take(_ figure: Figure, into partial: inout PartialDate) -> Bool {
    let (value, digits) = (figure.value, figure.digits)
    let isYear = digits >= 3 || partial.era != nil || isEra(at: index)
    if case .word(let next) = kind, next == .century || next == .initialC, digits <= 2,
      !partial.hasYears
    {
      index += 1
      partial.century = value
      return true
    }
    if isYear {
      if partial.isSmallNumber, digits >= 3 {
        partial.day = partial.year
        partial.year = nil
      }
      guard partial.year == nil, partial.decade == nil, partial.century == nil,
        digits <= 4 || digits <= 6 && (partial.era != nil || isEra(at: index))
      else { return false }
      partial.year = value
      partial.yearDigits = digits
      return true
    }
    guard partial.decade == nil, partial.century == nil else { return false }
    if partial.month != nil, partial.day == nil, partial.year == nil {
      // "July 25, 1969" has a day here; "July 69" a year; "July 12" may have either.
      let hasYear = isFollowedByYear
      if (1...31).contains(value),
        hasYear || digits < 2 || !chooses(.yearAfterMonth)
      {
        partial.day = value
        return true
      }
    } else if partial.month != nil, partial.day == nil, partial.yearDigits >= 3,
      (1...31).contains(value)
    {
      // "1969 July 25".
      partial.day = value
      return true
    }
    guard partial.year == nil, digits <= 2 else { return false }
    partial.year = value
    partial.yearDigits = digits
    return true
  }

  /// Whether a year comes next, a comma or fillers before it apart.
  private var isFollowedByYear: Bool {
    var next = index
    while kind(at: next) == .comma || kind(at: next) == .word(.filler) { next += 1 }
    if case .number = kind(at: next) { return true }
    return kind(at: next) == .apostrophe || isEra(at: next)
  }

  private enum Pair {
    case taken
    /// The two numbers are not one date; the first may still be the start of a range.
    case separate
    case wrong
  }

  /// Takes two numbers joined by a sign: 11/1964, 1964-11, 25/7, 7/64.
  private mutating func pair(
    _ first: Figure, _ second: Figure, _ separator: DateToken.Kind, into partial: inout PartialDate
  ) -> Pair {
    if isEra(at: index + 3) || partial.era != nil || isDay(at: index + 2) { return .separate }
    if first.digits == 4 {
      let following = second.digits == 2 ? (first.value + 1) % 100 : first.value + 1
      if partial.season == .winter, [2, 4].contains(second.digits), second.value == following {
        // "Winter 1944–45" is the winter that begins in 1944.
        return take(pair: (first.value, nil, first.digits), into: &partial)
      }
      guard second.digits <= 2 else { return .separate }
      let power = second.digits == 1 ? 10 : 100
      let isHyphen = tokens[index + 1].range.count == 1
      let mayBeRange = separator != .dot && second.value > first.value % power
      let mayBeMonth =
        (1...12).contains(second.value)
        && (separator != .dash || second.digits == 2 && (isHyphen || !mayBeRange))
      if !mayBeMonth { return .separate }
      if mayBeRange, chooses(.otherPair) { return .separate }
      return take(pair: (first.value, second.value, first.digits), into: &partial)
    }
    guard first.digits <= 2 else { return .separate }
    if second.digits >= 3 {
      guard second.digits == 4, (1...12).contains(first.value) else { return .wrong }
      return take(pair: (second.value, first.value, second.digits), into: &partial)
    }
    // "5-7 July", "14-18".
    if separator == .dash { return .separate }
    let mayBeMonth = (1...12).contains(first.value)
    let days = dayAndMonth(first.value, second.value)
    if mayBeMonth, second.digits == 2, days == nil || chooses(.otherPair) {
      return take(pair: (second.value, first.value, second.digits), into: &partial)
    }
    guard let days else { return .separate }
    index += 3
    partial.day = days.day
    partial.month = days.month
    return .taken
  }

  private mutating func take(
    pair: (year: Int, month: Int?, digits: Int), into partial: inout PartialDate
  ) -> Pair {
    index += 3
    partial.year = pair.year
    partial.yearDigits = pair.digits
    partial.month = pair.month
    return .taken
  }

  /// Takes three numbers joined by signs: 25/7/1969, 7/25/1969, 1969-07-25.
  private mutating func take(_ figures: [Figure], into partial: inout PartialDate) -> Bool {
    let (first, second, third) = (figures[0], figures[1], figures[2])
    if first.digits >= 3 || first.value > 31 {
      guard third.digits <= 2, second.digits <= 2, first.digits <= 4 else { return false }
      partial.year = first.value
      partial.yearDigits = first.digits
      partial.month = second.value
      partial.day = third.value
      return (1...12).contains(second.value)
    }
    guard second.digits <= 2, first.digits <= 2, third.digits >= 2, third.digits <= 4,
      let days = dayAndMonth(first.value, second.value)
    else { return false }
    partial.day = days.day
    partial.month = days.month
    partial.year = third.value
    partial.yearDigits = third.digits
    return true
  }

  /// Which of two numbers is the day: the first, unless it cannot be or the choice is taken.
  private mutating func dayAndMonth(_ first: Int, _ second: Int) -> (day: Int, month: Int)? {
    let mayBeDayFirst = (1...31).contains(first) && (1...12).contains(second)
    let mayBeMonthFirst = (1...12).contains(first) && (1...31).contains(second)
    guard mayBeDayFirst || mayBeMonthFirst else { return nil }
    if mayBeDayFirst, !mayBeMonthFirst || first == second || !chooses(.monthFirst) {
      return (first, second)
    }
    return (second, first)
  }
}
