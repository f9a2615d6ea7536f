/// Reads the pieces of a text as one date, with nothing left over.
///
/// Where a form has two meanings (3/4/1969, 1904-07, the 1900s), `choices` says which to take and
/// `met` reports that there was something to choose.
struct DateReader {
  let tokens: [DateToken]
  let choices: Choices
  var met: Choices = []
  var index = 0
  /// Which decade of a century is being read: "the last decade of the 19th century".
  var tenth: Int?

  init(_ tokens: [DateToken], choices: Choices = []) {
    self.tokens = tokens
    self.choices = choices
  }

  /// The second meanings of forms that have two.
  struct Choices: OptionSet, Hashable, Sendable {
    let rawValue: Int

    /// 3/4 is March 4, not 3 April.
    static let monthFirst = Choices(rawValue: 1)
    /// 1904-07 is a range, not a month; 7/64 is a month, not a day.
    static let otherPair = Choices(rawValue: 2)
    /// "The 1900s" are the century where they would be the decade, or the other way round.
    static let otherHundred = Choices(rawValue: 4)
    /// "July 12" is a month of a year '12, not a day.
    static let yearAfterMonth = Choices(rawValue: 8)

    static let all: [Choices] = [.monthFirst, .otherPair, .otherHundred, .yearAfterMonth]
  }

  /// Whether the second meaning is chosen; marks the choice as met.
  mutating func chooses(_ choice: Choices) -> Bool {
    met.insert(choice)
    return choices.contains(choice)
  }

  var kind: DateToken.Kind? { index < tokens.count ? tokens[index].kind : nil }

  var word: DateWord? {
    if case .word(let word) = kind { word } else { nil }
  }

  func kind(at index: Int) -> DateToken.Kind? {
    tokens.indices.contains(index) ? tokens[index].kind : nil
  }

  /// Whether the token at an index and the one after it stand without white space.
  func isTight(at index: Int) -> Bool {
    index + 1 < tokens.count && !tokens[index].isSpaced && !tokens[index + 1].isSpaced
  }

  /// The date that the whole text states.
  mutating func read() -> PartialForm? {
    skipFillers()
    guard let form = expression() else { return nil }
    skipStops()
    return index == tokens.count ? form : nil
  }

  private mutating func expression() -> PartialForm? {
    if takes(.from) {
      guard let start = period() else { return nil }
      return isAtEnd ? .range(.period(start), .open) : range(from: start)
    }
    if takes(.between) {
      guard let start = period(), takes(.and) || takesConnector(), let end = period() else {
        return nil
      }
      return .range(.period(start), .period(end)).settled
    }
    if takes(.since) { return period().map { .range(.period($0), .open) } }
    if takes(.until) { return period().map { .range(.open, .period($0)) } }
    if takes(.before) { return period().map { .before($0) } }
    if takes(.after) { return period().map { .after($0) } }
    if takes(.unknown) {
      guard takesConnector() else { return nil }
      return period().map { .range(.unknown, .period($0)) }
    }
    guard let first = period() else { return nil }
    if isAtEnd { return .single(first) }
    let start = index
    if let range = range(from: first) { return range }
    return index == start ? set(from: first) : nil
  }

  /// The rest of a range, from its connector on; `nil` where no connector is next.
  private mutating func range(from start: PartialDate) -> PartialForm? {
    if takes(.onwards) { return .range(.period(start), .open) }
    guard takesConnector() else { return nil }
    // "mid-to-late".
    if kind == .dash { index += 1 }
    skipFillers()
    if takes(.present) || isAtEnd { return .range(.period(start), .open) }
    if takes(.unknown) { return .range(.period(start), .unknown) }
    guard let end = period() else { return nil }
    return .range(.period(start), .period(end)).settled
  }

  /// The rest of a set, from the mark or word after its first member on.
  private mutating func set(from first: PartialDate) -> PartialForm? {
    var members = [first]
    var conjunction: HistoricalDate.Conjunction?
    while !isAtEnd {
      let isSeparated = kind == .comma
      if isSeparated { index += 1 }
      let isLast = word == .and || word == .or
      if isLast {
        let stated: HistoricalDate.Conjunction = word == .and ? .all : .one
        guard conjunction == nil || conjunction == stated else { return nil }
        conjunction = stated
        index += 1
      }
      guard isSeparated || isLast, let member = period() else { return nil }
      members.append(member)
    }
    return PartialForm.set(members, conjunction ?? .all).settled
  }

  private mutating func skipFillers() {
    while word == .filler || word == .noun { index += 1 }
  }

  private mutating func skipStops() {
    while kind == .dot || kind == .stop { index += 1 }
  }

  /// Whether nothing but closing stops is left.
  var isAtEnd: Bool { isEnd(at: index) }

  /// Whether nothing but closing stops is left from an index on.
  func isEnd(at index: Int) -> Bool {
    tokens[min(index, tokens.count)...].allSatisfy { $0.kind == .dot || $0.kind == .stop }
  }

  /// Takes a word, if it is next.
  private mutating func takes(_ expected: DateWord) -> Bool {
    guard word == expected else { return false }
    index += 1
    return true
  }

  /// Takes a sign or word that joins the ends of a range, if one is next.
  private mutating func takesConnector() -> Bool {
    guard kind == .dash || kind == .slash || word == .to || word == .until else { return false }
    index += 1
    return true
  }
}
