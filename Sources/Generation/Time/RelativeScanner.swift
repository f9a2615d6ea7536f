import Chronology

/// Reads what needs another time to be understood, and what is no time at all: relative times,
/// durations, vague words.
struct RelativeScanner {
  let reader: TokenReader

  /// What was read.
  enum Meaning: Equatable {
    /// So far from the anchor.
    case shift(Shift)
    /// Relative, but not to the narrative: "two years before the war".
    case unresolved
    case vague
    case duration
  }

  /// A distance from the anchor.
  struct Shift: Equatable {
    let unit: Unit
    /// Forwards if positive, backwards if negative, 0 for the same one.
    let amount: Int
    let isCirca: Bool

    enum Unit: Equatable {
      case time(TimeUnit)
      case season(Period.Season)
      case month(Int)
      case weekday(Period.Weekday)
      /// The day of the anchor's month with a number.
      case dayOfMonth(Int)
    }
  }

  typealias Found = (meaning: Meaning, range: Range<Int>)

  /// What begins at an index.
  func expression(at start: Int) -> Found? {
    switch reader.word(start) {
    case .following: return pointed(at: start, direction: 1)
    case .next: return next(at: start)
    case .previous: return pointed(at: start, direction: -1)
    case .that: return that(at: start)
    case .same: return pointed(at: start, direction: 0)
    case .this, .last: return deictic(at: start)
    case .recent:
      guard let unit = reader.unit(start + 1), unit.isPlural else { return nil }
      return (.vague, start..<start + 2)
    case .vague: return (.vague, start..<start + 1)
    case .unit(let unit, isPlural: false): return adjacent(unit, at: start)
    case .turn: return turn(at: start)
    case .number, .someNumber, .indefinite, .half, .roughly, .bound, .exactly:
      return amount(at: start)
    default: break
    }
    if case .number = reader.kind(start) { return amount(at: start) }
    return dayOfMonth(at: start)
  }

  // MARK: - The following year, that month, the same day

  private func pointed(at start: Int, direction: Int) -> Found? {
    var index = start + 1
    if reader.word(index) == .same { index += 1 }
    guard let (unit, end) = unit(at: index, direction: direction) else { return nil }
    // "The same year as", "the previous year's": measured from something else.
    if direction == 0, reader.word(end) == .asWord { return (.unresolved, start..<end) }
    return (.shift(Shift(unit: unit, amount: direction, isCirca: false)), start..<end)
  }

  private func next(at start: Int) -> Found? {
    // "Next year", without an article, is seen from the writer's day.
    guard reader.word(start - 1) == .article else {
      guard reader.unit(start + 1).map({ !$0.isPlural }) ?? false else { return nil }
      return (.vague, start..<start + 2)
    }
    if let found = pointed(at: start, direction: 1) { return found }
    guard let (_, end) = count(at: start + 1), let unit = reader.unit(end), unit.isPlural else {
      return nil
    }
    return (.duration, start..<end + 1)
  }

  private func that(at start: Int) -> Found? {
    guard let found = pointed(at: start, direction: 0) else { return nil }
    if reader.word(start + 1) == .same { return found }
    // "He said that year after year ...": only after a preposition, an adverb or a break.
    switch reader.kind(start - 1) {
    case nil, .comma, .dot, .stop, .dash, .open, .quote: return found
    case .word(let word):
      switch word {
      case .preposition, .later, .earlier, .part, .and, .partOf: return found
      default: return nil
      }
    default:
      return reader.isPlainWord(start - 1) && reader.isBoundary(found.range.upperBound)
        ? found : nil
    }
  }

  private func deictic(at start: Int) -> Found? {
    // "The last year of the war" is no deixis, "last year" is.
    guard reader.word(start - 1) != .article, let unit = reader.unit(start + 1), !unit.isPlural,
      unit.unit != .moment, reader.preposition(start + 2) != .of
    else { return nil }
    if reader.word(start) == .last, case .possessive = reader.word(start - 1) { return nil }
    return (.vague, start..<start + 2)
  }

  private func unit(at index: Int, direction: Int) -> (Shift.Unit, end: Int)? {
    switch reader.word(index) {
    case .unit(let unit, isPlural: false):
      return unit == .moment ? nil : (.time(unit), index + 1)
    case .partOfDay: return (.time(.day), index + 1)
    case .season(let season): return (.season(season), index + 1)
    case .month(let month, _):
      // "That May" may be a verb's subject.
      guard month != 5 || direction != 0 else { return nil }
      return (.month(month), index + 1)
    case .weekday(let weekday): return (.weekday(weekday), index + 1)
    default: return nil
    }
  }

  /// "The turn of the century", without saying which.
  private func turn(at start: Int) -> Found? {
    guard reader.preposition(start + 1) == .of, reader.word(start + 2) == .article,
      let unit = reader.unit(start + 3), unit.unit == .century || unit.unit == .millennium
    else { return nil }
    return (.vague, start..<start + 4)
  }

  /// "The year before", "the day after", where nothing follows that they are measured from.
  private func adjacent(_ unit: TimeUnit, at start: Int) -> Found? {
    guard reader.word(start - 1) == .article, unit != .moment else { return nil }
    let direction: Int
    switch reader.word(start + 1) {
    case .preposition(.before): direction = -1
    case .preposition(.after): direction = 1
    default: return nil
    }
    guard isAlone(start + 2) else { return (.unresolved, start..<start + 2) }
    return (.shift(Shift(unit: .time(unit), amount: direction, isCirca: false)), start..<start + 2)
  }

  /// Whether "before" or "after" is an adverb: nothing follows that it could govern.
  private func isAlone(_ index: Int) -> Bool {
    reader.isBoundary(index) || reader.word(index) == .and
  }

  /// "On the 12th": a day of the anchor's month.
  private func dayOfMonth(at start: Int) -> Found? {
    guard case .ordinal(let day) = reader.kind(start), (1...31).contains(day),
      reader.bytes[reader.tokens[start].range.lowerBound].isASCIIDigit,
      reader.word(start - 1) == .article
    else { return nil }
    switch reader.preposition(start - 2) {
    case .on, .by, .until: break
    default: return nil
    }
    guard
      reader.isBoundary(start + 1) || reader.word(start + 1) == .article
        || reader.word(start + 1) == .function
    else { return nil }
    return (.shift(Shift(unit: .dayOfMonth(day), amount: 0, isCirca: false)), start..<start + 1)
  }

  // MARK: - Two months later, ten years

  private func amount(at start: Int) -> Found? {
    var index = start
    var (isCirca, isBound) = (false, false)
    switch reader.word(index) {
    case .roughly:
      isCirca = true
      index += 1
    case .exactly: index += 1
    case .bound:
      guard reader.word(index + 1) == .than else { return nil }
      isBound = true
      index += 2
    default: break
    }
    guard let (value, end) = count(at: index) else { return nil }
    index = end
    if reader.kind(index) == .hyphen, reader.isTight(index), let unit = reader.unit(index + 1) {
      // "A two-month delay" is never a time, "a 30-year-old" not even a length.
      if reader.kind(index + 2) == .hyphen, reader.isWord("old", index + 3) { return nil }
      return value == nil && unit.unit == .moment ? nil : (.duration, start..<index + 2)
    }
    guard let (unit, _) = reader.unit(index), !reader.isWord("old", index + 1) else { return nil }
    index += 1
    if case .preposition(.around) = reader.word(start - 1) { isCirca = true }
    if case .preposition(.over) = reader.word(start - 1) { isBound = true }
    guard let (direction, end, isAnchored) = direction(at: index) else {
      switch reader.word(index) {
      case .ago: return (.vague, start..<index + 1)
      default: return isDuration(start, index) ? (.duration, start..<index) : nil
      }
    }
    guard isAnchored, let value, !isBound, unit != .moment else {
      return (isAnchored ? .vague : .unresolved, start..<end)
    }
    let shift = Shift(unit: .time(unit), amount: direction * value, isCirca: isCirca)
    return (.shift(shift), start..<end)
  }

  /// "A year" alone is a rate or a length; only a number or a preposition makes it worth telling.
  private func isDuration(_ start: Int, _ end: Int) -> Bool {
    guard reader.word(start) == .indefinite, reader.unit(start + 1) != nil else { return true }
    switch reader.preposition(start - 1) {
    case .for, .in, .over: return true
    default: return false
    }
  }

  /// The direction that follows an amount, and whether it is seen from the narrative.
  private func direction(at index: Int) -> (Int, end: Int, isAnchored: Bool)? {
    switch reader.word(index) {
    case .later: return (1, index + 1, reader.word(index + 1) != .than)
    case .earlier: return (-1, index + 1, reader.word(index + 1) != .than)
    case .preposition(.after): return (1, index + 1, isAlone(index + 1))
    case .preposition(.before): return (-1, index + 1, isAlone(index + 1))
    default: return nil
    }
  }

  /// A count: "two", "twenty-five", "a", "a few", "half a"; its value is `nil` where nobody knows.
  private func count(at start: Int) -> (Int?, end: Int)? {
    switch reader.kind(start) {
    case .number(let value, let digits): return digits <= 3 ? (value, start + 1) : nil
    case .word(.number(let tens)):
      if tens >= 20, reader.kind(start + 1) == .hyphen,
        case .number(let ones) = reader.word(start + 2), ones < 10
      {
        return (tens + ones, start + 3)
      }
      if reader.word(start + 1) == .and || reader.word(start + 1) == .or {
        // "One and a half", "two or three".
        var end = start + 2
        if reader.word(end) == .indefinite { end += 1 }
        switch reader.word(end) {
        case .half, .number: return (nil, end + 1)
        default: return nil
        }
      }
      if reader.word(start + 1) == .hundred { return (tens * 100, start + 2) }
      return (tens, start + 1)
    case .word(.someNumber):
      return (nil, reader.preposition(start + 1) == .of ? start + 2 : start + 1)
    case .word(.indefinite):
      switch reader.word(start + 1) {
      case .someNumber:
        return (nil, reader.preposition(start + 2) == .of ? start + 3 : start + 2)
      case .hundred: return (100, start + 2)
      case .unit: return (1, start + 1)
      default:
        return reader.isWord("single", start + 1) ? (1, start + 2) : nil
      }
    default: return nil
    }
  }
}
