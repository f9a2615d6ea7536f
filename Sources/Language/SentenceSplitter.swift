/// Finds where sentences end among the tokens of one block.
struct SentenceSplitter {
  private let tokens: [RawToken]
  private let bytes: [UInt8]

  /// The sentences of a block: ranges of tokens that cover all of them in order.
  ///
  /// - Parameters:
  ///   - tokens: the tokens of the block.
  ///   - bytes: the text that the tokens are ranges of.
  /// - Returns: the ranges, none of them empty.
  static func sentences(of tokens: [RawToken], in bytes: [UInt8]) -> [Range<Int>] {
    SentenceSplitter(tokens: tokens, bytes: bytes).split().flatMap(cut)
  }

  /// The longest sentence, in tokens; what is longer is no prose and is cut.
  static let longest = 300

  private static func cut(_ sentence: Range<Int>) -> [Range<Int>] {
    stride(from: sentence.lowerBound, to: sentence.upperBound, by: longest).map {
      $0..<min($0 + longest, sentence.upperBound)
    }
  }

  private func split() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var brackets = 0
    let closing = closingBrackets()
    var index = 0
    while index < tokens.count {
      if closing[index] { brackets += 1 }
      if tokens[index].kind == .closeBracket { brackets = max(0, brackets - 1) }
      guard tokens[index].ending != .open else {
        index += 1
        continue
      }
      let end = endOfSentence(after: index, brackets: &brackets)
      let isWhole = brackets == 0 || brackets == 1 && tokens[start].kind == .openBracket
      if end < tokens.count, isWhole, begins(at: end, after: index) {
        sentences.append(start..<end)
        (start, brackets) = (end, 0)
      }
      index = max(end, index + 1)
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  /// Which opening brackets are closed in the block, and not far behind.
  private func closingBrackets() -> [Bool] {
    var closing = [Bool](repeating: false, count: tokens.count)
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      if token.kind == .openBracket { open.append(index) }
      if token.kind == .closeBracket, let start = open.popLast(), index - start < 80 {
        closing[start] = true
      }
    }
    return closing
  }

  /// Takes what belongs to the end of a sentence: more marks, quotation marks, brackets, notes.
  private func endOfSentence(after mark: Int, brackets: inout Int) -> Int {
    var index = mark + 1
    while index < tokens.count {
      let token = tokens[index]
      guard token.isGlued else { return note(at: index) ?? index }
      switch token.kind {
      case .quote, .apostrophe, .raisedDigit: index += 1
      case .closeBracket:
        brackets = max(0, brackets - 1)
        index += 1
      case .terminator, .dot, .ellipsis: index += 1
      case .openBracket:
        guard let end = note(at: index) else { return index }
        index = end
      case .digit where isNoteNumber(index, after: mark): index += 1
      case .capital, .small, .letter, .digit, .space, .comma, .colon, .semicolon, .hyphen, .dash,
        .slash, .currency, .ampersand, .underscore, .at, .symbol:
        return index
      }
    }
    return index
  }

  /// The end of a note in square brackets, such as [3] or [3, 4].
  private func note(at start: Int) -> Int? {
    guard bytes[tokens[start].range.lowerBound] == UInt8(ascii: "[") else { return nil }
    var index = start + 1
    while index < tokens.count, index < start + 8 {
      let kind = tokens[index].kind
      if kind == .closeBracket { return index > start + 1 ? index + 1 : nil }
      guard kind == .digit || kind == .comma || kind == .dash || kind == .hyphen else { return nil }
      index += 1
    }
    return nil
  }

  /// A footnote's number glued to the full stop.
  private func isNoteNumber(_ index: Int, after mark: Int) -> Bool {
    guard tokens[index].range.count <= 3, mark > 0, tokens[mark - 1].kind.isLetter else {
      return false
    }
    return index + 1 == tokens.count || !tokens[index + 1].isGlued
  }

  /// Whether a sentence begins at a token, given what ended before it.
  private func begins(at start: Int, after mark: Int) -> Bool {
    var first = start
    while first < tokens.count, isOpening(tokens[first].kind) { first += 1 }
    guard first < tokens.count else { return false }
    let kind = tokens[first].kind
    let isBracketed = (start..<first).contains { tokens[$0].kind == .openBracket }
    switch tokens[mark].ending {
    case .open: return false
    case .mayEnd:
      return !isBracketed && kind == .capital && Abbreviations.starters.contains(text(first))
    case .likely: return !isBracketed && kind == .capital
    case .sentence: break
    }
    switch kind {
    case .small: return false
    case .capital:
      return !(isQuotation(mark, before: start) && Self.speech.contains(text(following(first))))
    case .digit, .letter, .currency: return tokens[mark].kind != .ellipsis
    case .comma, .semicolon, .colon, .closeBracket, .slash, .dot, .ellipsis, .terminator:
      return false
    case .raisedDigit, .space, .apostrophe, .quote, .hyphen, .dash,
      .openBracket, .ampersand, .underscore, .at, .symbol:
      return true
    }
  }

  private func isOpening(_ kind: CharacterKind) -> Bool {
    kind == .quote || kind == .apostrophe || kind == .openBracket
  }

  private func following(_ index: Int) -> Int { min(index + 1, tokens.count - 1) }

  /// Whether a question or an exclamation ends in a quotation mark, so that the speaker may follow.
  private func isQuotation(_ mark: Int, before start: Int) -> Bool {
    tokens[mark].kind == .terminator
      && (mark + 1..<start).contains { tokens[$0].kind == .quote || tokens[$0].kind == .apostrophe }
  }

  private func text(_ index: Int) -> String {
    String(decoding: bytes[tokens[index].range], as: UTF8.self)
  }

  private static let speech: Set<String> = [
    "added", "announced", "answered", "argued", "asked", "claimed", "cried", "declared",
    "exclaimed", "explained", "noted", "recalled", "remarked", "replied", "responded", "said",
    "says", "shouted", "stated", "told", "wrote",
  ]
}
