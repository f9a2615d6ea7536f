import Chronology

/// Decides whether a bare number is a year, by what stands around it.
struct YearContext {
  let reader: TokenReader
  /// Whether the text is about times before 1000, so that shorter numbers may be years.
  let isEarly: Bool
  /// Whether the text cites works as "Name (year)".
  let isScholarly: Bool

  /// Whether the number from one index to another, alone, is a year.
  func accepts(_ period: StatedPeriod, from start: Int, to end: Int) -> Bool {
    guard let value = period.partial.year, period.partial.era == nil else { return true }
    guard !isGlued(start, end), !countsSomething(end) else { return false }
    let isModern = period.partial.yearDigits == 4 && (1000...2100).contains(value)
    guard isModern || isEarly && period.partial.yearDigits == 3 else { return false }
    // "1147: Afonso takes the city": an entry of a timeline.
    if isModern, start == 0, isColon(end) { return true }
    guard !isCitation(start, end), !isTitle(start, end) else { return false }
    if period.partial.isCirca || start == 0 && end == reader.tokens.count { return true }
    return isModern ? acceptsModern(value, start, end) : acceptsEarly(start, end)
  }

  /// Whether two numbers from one index to another are the years of a range.
  func acceptsRange(_ first: StatedPeriod, _ last: StatedPeriod, from start: Int, to end: Int)
    -> Bool
  {
    guard let low = first.partial.year, let high = last.partial.year else { return true }
    if first.partial.era != nil || last.partial.era != nil { return true }
    guard low < high, high - low <= 600, !isGlued(start, end), !countsSomething(end) else {
      return false
    }
    let isModern = (1000...2100).contains(low) && high <= 2100
    guard isModern || isEarly && low < 1000 && first.partial.yearDigits >= 2 else { return false }
    let isRound = low % 10 == 0 && high % 10 == 0
    if isRound, reader.isPlural(end), !reader.isCapitalised(end) { return false }
    if isModern, !isCitation(start, end) {
      switch reader.word(start - 1) {
      case .bound, .exactly, .counted: return false
      case .preposition(.from): return reader.word(start - 2) != .change
      default: return reader.kind(start - 1) != .symbol
      }
    }
    switch reader.kind(start - 1) {
    case .open: return isEarly
    case .word(.preposition(let preposition)): return isTemporal(preposition)
    default: return reader.kind(start - 1) == .dot && reader.isWord("r", start - 2)
    }
  }

  // MARK: - Vetoes

  /// Whether the number is part of a longer thing: "B-2000", "2000-strong", "$1900", "1945%".
  private func isGlued(_ start: Int, _ end: Int) -> Bool {
    if reader.kind(start - 1) == .hyphen, reader.isTight(start) {
      switch reader.word(start - 2) {
      case .preposition(.before), .preposition(.after), .part: break
      default: return true
      }
    }
    switch reader.kind(start - 1) {
    case .symbol where reader.isTight(start), .slash: return true
    default: break
    }
    switch reader.kind(end) {
    case .percent: return true
    case .symbol, .slash: return reader.isTight(end)
    case .hyphen: return reader.isTight(end) && reader.isTight(end + 1)
    default: return false
    }
  }

  /// Whether what follows a number is what it counts.
  func countsSomething(_ end: Int) -> Bool {
    switch reader.word(end) {
    case .counted, .unit(_, isPlural: true), .hundred: true
    default: false
    }
  }

  /// A title that begins with the number: "2001: A Space Odyssey".
  private func isTitle(_ start: Int, _ end: Int) -> Bool {
    guard isColon(end) else { return false }
    return reader.isCapitalised(end + 1) && !isSentenceOfYear(start)
  }

  private func isColon(_ index: Int) -> Bool {
    reader.kind(index) == .stop
      && reader.bytes[reader.tokens[index].range.lowerBound] == UInt8(ascii: ":")
  }

  private func isSentenceOfYear(_ start: Int) -> Bool {
    if case .preposition = reader.word(start - 1) { return true }
    return false
  }

  /// Whether the year is that of a work cited: "(Smith and Jones, 1998)", "Smith (1998) argues".
  func isCitation(_ start: Int, _ end: Int) -> Bool {
    if reader.kind(start - 1) == .open, reader.kind(end) == .close {
      return reader.isName(start - 2)
        && (isScholarly || YearContext.reports.contains { reader.isWord($0, end + 1) })
    }
    guard reader.kind(end) == .close || reader.kind(end) == .comma || reader.kind(end) == .stop
    else {
      return false
    }
    var index = start - 1
    var names = 0
    while index >= 0, start - index < 20 {
      switch reader.kind(index) {
      case .open: return names > 0
      case .stop where names > 0: return true
      case .comma, .dot, .word(.and), .hyphen: break
      case .other:
        if reader.isCapitalised(index) {
          names += 1
        } else if !YearContext.citationWords.contains(where: { reader.isWord($0, index) }) {
          return false
        }
      default: return false
      }
      index -= 1
    }
    return false
  }

  private static let citationWords: [StaticString] = ["et", "al", "see", "cf", "e", "g", "also"]

  private static let reports: [StaticString] = [
    "argues", "argued", "notes", "noted", "found", "finds", "showed", "shows", "suggests",
    "suggested", "claims", "claimed", "writes", "wrote", "estimates", "estimated", "reported",
    "reports", "proposed", "proposes", "concluded", "concludes", "describes", "observes",
    "observed",
  ]

  // MARK: - What speaks for a year

  private func acceptsModern(_ value: Int, _ start: Int, _ end: Int) -> Bool {
    let before = start - 1
    switch reader.kind(before) {
    case .word(.function): return reader.isWord("both", before) && isTimely(before - 1)
    case .word(let word): return accepts(word, value, start, end)
    case .open:
      switch reader.kind(end) {
      case .close, .comma, .dash, .hyphen, .stop: return true
      default: return false
      }
    case .possessive: return isAttributive(value, end)
    case .hyphen: return true
    case .comma:
      // "The following year, 1977, he ...".
      if reader.unit(before - 1)?.unit == .year { return reader.isBoundary(end) }
      return isInParentheses(before) && reader.kind(end) == .close
    case .other where reader.isCapitalised(before):
      // "The London 2012 Olympics".
      return YearContext.events.contains { reader.isWord($0, end) }
    case .other:
      // "The disastrous 1812 campaign".
      guard isDeterminer(before - 1) else { return false }
      return isAttributive(value, end) && value % 100 != 0
    case .dot where isLifeMark(before - 1): return true
    case .dash, .dot, .stop, .quote, nil:
      guard reader.kind(before) == .dash || reader.isSentenceStart(start) else { return false }
      return isVerb(end)
    default: return false
    }
  }

  /// Whether a word is the abbreviation before a year of life: born, died, married, flourished.
  private func isLifeMark(_ index: Int) -> Bool {
    let marks: [StaticString] = ["b", "d", "m", "r", "fl", "div", "est", "born", "died"]
    guard marks.contains(where: { reader.isWord($0, index) }) else { return false }
    switch reader.kind(index - 1) {
    case .open, .stop, .comma: return true
    default: return false
    }
  }

  private func accepts(_ word: TimeWord, _ value: Int, _ start: Int, _ end: Int) -> Bool {
    switch word {
    case .preposition(let preposition): return accepts(preposition, value, start, end)
    case .unit(.year, _), .circa, .part, .fiscal: return true
    case .yearTaker: return !reader.isPlainWord(end)
    case .asWord:
      if case .part = reader.word(start - 2) { return true }
      return reader.isWord("recently", start - 2) || reader.isWord("long", start - 2)
    case .roughly: return isTimely(start - 2) && !reader.isPlainWord(end)
    case .than: return reader.word(start - 2) != .bound && !reader.isPlainWord(end)
    case .article, .indefinite, .that, .this, .possessive, .same: return isAttributive(value, end)
    case .or, .and: return false
    default: return false
    }
  }

  private func accepts(
    _ preposition: TimeWord.Preposition, _ value: Int, _ start: Int, _ end: Int
  ) -> Bool {
    switch preposition {
    case .in, .since, .until, .during, .throughout, .between: return true
    case .by, .from, .before, .after, .for, .through, .into, .to:
      if preposition == .from, reader.word(start - 2) == .change { return false }
      return !(value % 10 == 0 && reader.isPlural(end) && !reader.isCapitalised(end))
        && !(preposition == .to && isChanging(start - 2))
    case .of:
      return !YearContext.quantityNouns.contains { reader.isWord($0, start - 2) }
        && !(value % 10 == 0 && reader.isPlainWord(end) && reader.isPlural(end))
    case .around:
      return !reader.isPlainWord(end) && (isTimely(start - 2) || reader.isSentenceStart(start - 1))
    case .on, .at, .over: return false
    }
  }

  /// Whether numbers rise or fall shortly before an index: "grew from 1200 to 1850".
  private func isChanging(_ index: Int) -> Bool {
    (index - 4...index).contains { reader.word($0) == .change }
  }

  private static let quantityNouns: [StaticString] = [
    "population", "total", "height", "length", "distance", "number", "force", "crew", "maximum",
    "minimum", "average", "weight", "speed", "depth", "area", "capacity", "cost", "price", "sum",
    "altitude", "elevation", "garrison", "army", "fleet", "membership", "circulation", "loss",
    "range", "rate", "score", "payment", "fine", "majority", "toll", "value", "hundreds",
    "thousands", "salary", "age",
  ]

  /// "The 1956 Nobel Prize", "a 2001 takeover", but not "the 1500 soldiers".
  private func isAttributive(_ value: Int, _ end: Int) -> Bool {
    guard reader.kind(end) == .other || reader.kind(end) == .quote || isPlainTime(end) else {
      return false
    }
    guard value % 100 == 0, reader.isPlural(end) else { return true }
    return YearContext.events.contains { reader.isWord($0, end) }
  }

  private func isPlainTime(_ end: Int) -> Bool {
    switch reader.word(end) {
    case .season, .edge, .first, .last, .yearTaker: true
    default: false
    }
  }

  private static let events: [StaticString] = [
    "olympics", "games", "elections", "riots", "revolts", "talks", "negotiations", "protests",
    "championships", "sanctions", "reforms", "accords", "results",
  ]

  private func isDeterminer(_ index: Int) -> Bool {
    switch reader.kind(index) {
    case .word(.article), .word(.indefinite), .word(.possessive), .word(.that), .word(.this),
      .possessive:
      true
    default: false
    }
  }

  private func isVerb(_ index: Int) -> Bool {
    ["was", "is", "saw", "marked", "brought", "became", "proved", "witnessed", "began", "ended"]
      .contains { (verb: StaticString) in reader.isWord(verb, index) }
  }

  private func isInParentheses(_ index: Int) -> Bool {
    var index = index
    for _ in 0..<14 {
      index -= 1
      if reader.kind(index) == .open { return true }
      if reader.kind(index) == .close || reader.kind(index) == nil { return false }
    }
    return false
  }

  private func isTimely(_ index: Int) -> Bool {
    if case .preposition(let preposition) = reader.word(index) { return isTemporal(preposition) }
    return false
  }

  private func isTemporal(_ preposition: TimeWord.Preposition) -> Bool {
    switch preposition {
    case .in, .since, .until, .from, .between, .after, .before, .during, .by, .throughout: true
    case .on, .at, .through, .to, .of, .around, .for, .into, .over: false
    }
  }

  /// Years of three digits, in a text on old times.
  private func acceptsEarly(_ start: Int, _ end: Int) -> Bool {
    guard !reader.isPlainWord(end) else { return false }
    switch reader.kind(start - 1) {
    case .word(.preposition(let preposition)):
      switch preposition {
      case .in, .since, .until, .from, .between, .after, .before, .during: return true
      case .by: return reader.isSentenceStart(start - 1) || reader.kind(start - 2) == .comma
      case .around: return isTimely(start - 2)
      case .on, .at, .throughout, .through, .to, .of, .for, .into, .over: return false
      }
    case .word(.unit(.year, _)), .word(.yearTaker): return true
    case .open: return reader.kind(end) == .close
    default: return false
    }
  }
}
