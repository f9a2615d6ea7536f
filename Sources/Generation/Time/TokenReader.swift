import Chronology

/// The pieces of one block, to be looked at by index; beyond the ends there is nothing.
struct TokenReader {
  let bytes: [UInt8]
  let tokens: [TimeToken]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens = TimeLexer.tokens(of: bytes)
  }

  func kind(_ index: Int) -> TimeToken.Kind? {
    tokens.indices.contains(index) ? tokens[index].kind : nil
  }

  func word(_ index: Int) -> TimeWord? {
    if case .word(let word) = kind(index) { word } else { nil }
  }

  func preposition(_ index: Int) -> TimeWord.Preposition? {
    if case .preposition(let preposition) = word(index) { preposition } else { nil }
  }

  func unit(_ index: Int) -> (unit: TimeUnit, isPlural: Bool)? {
    if case .unit(let unit, let isPlural) = word(index) { (unit, isPlural) } else { nil }
  }

  func month(_ index: Int) -> Int? {
    if case .month(let month, _) = word(index) { month } else { nil }
  }

  func season(_ index: Int) -> Period.Season? {
    if case .season(let season) = word(index) { season } else { nil }
  }

  func weekday(_ index: Int) -> Period.Weekday? {
    if case .weekday(let weekday) = word(index) { weekday } else { nil }
  }

  func era(_ index: Int) -> PartialDate.Era? {
    if case .era(let era) = word(index) { era } else { nil }
  }

  /// Whether a piece stands right after the one before it.
  func isTight(_ index: Int) -> Bool {
    tokens.indices.contains(index) && !tokens[index].isSpaced
  }

  func isCapitalised(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].isCapitalised
  }

  /// Whether a piece is a word in lower case that is no word of time or grammar: most likely a noun,
  /// a verb or an adjective.
  func isPlainWord(_ index: Int) -> Bool {
    kind(index) == .other && !isCapitalised(index)
  }

  /// Whether a piece is a name: a capitalised word of no other meaning.
  func isName(_ index: Int) -> Bool {
    kind(index) == .other && isCapitalised(index)
  }

  /// Whether a piece is a word that ends as plurals do.
  func isPlural(_ index: Int) -> Bool {
    guard kind(index) == .other, tokens[index].range.count > 2 else { return false }
    let ending = bytes[tokens[index].range].suffix(2)
    guard ending.last == UInt8(ascii: "s"), let before = ending.first else { return false }
    return !"sui".utf8.contains(before)
  }

  /// Whether the piece at an index is a word, compared in lower case.
  func isWord(_ word: StaticString, _ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].range.count == word.utf8CodeUnitCount
      && bytes.hasFolded(word, at: tokens[index].range.lowerBound)
  }

  /// Whether a sentence, a clause or the block ends before a piece.
  func isBoundary(_ index: Int) -> Bool {
    switch kind(index) {
    case nil, .comma, .dot, .stop, .close, .dash, .quote: true
    default: false
    }
  }

  /// Whether a sentence begins with a piece.
  func isSentenceStart(_ index: Int) -> Bool {
    switch kind(index - 1) {
    case nil, .dot, .stop: true
    case .quote: kind(index - 2) == nil || kind(index - 2) == .dot || kind(index - 2) == .stop
    default: false
    }
  }
}
