/// Splits text into words as the treebanks split them.
///
/// Every token is a range of the text's UTF-8 bytes, so nothing of the text is lost or changed.
struct Tokeniser {
  /// The text.
  private let bytes: [UInt8]
  /// Where each character begins, and behind the last one where the block ends.
  private var offsets: [Int] = []
  /// What each character is, and a space behind the last one.
  private var kinds: [CharacterKind] = []
  /// The tokens so far.
  private(set) var tokens: [RawToken] = []

  /// The tokens of a block of text.
  ///
  /// - Parameters:
  ///   - bytes: the text in UTF-8; what is no UTF-8 counts as symbols.
  ///   - block: the bytes that are split.
  /// - Returns: the tokens in the order of the text.
  static func tokens(of bytes: [UInt8], in block: Range<Int>) -> [RawToken] {
    var tokeniser = Tokeniser(bytes: bytes)
    tokeniser.decode(block)
    tokeniser.split()
    return tokeniser.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func decode(_ block: Range<Int>) {
    offsets.reserveCapacity(block.count + 1)
    kinds.reserveCapacity(block.count + 1)
    var place = block.lowerBound
    while place < block.upperBound {
      let (scalar, length) = UTF8Scanner.scalar(in: bytes, at: place, end: block.upperBound)
      offsets.append(place)
      kinds.append(CharacterKind(scalar))
      place += length
    }
    offsets.append(block.upperBound)
    kinds.append(.space)
  }

  /// The text of a range of characters.
  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[offsets[range.lowerBound]..<offsets[range.upperBound]], as: UTF8.self)
  }

  private func byte(_ index: Int) -> UInt8 { bytes[offsets[index]] }

  private mutating func emit(_ range: Range<Int>, _ ending: RawToken.Ending = .open) {
    guard !range.isEmpty else { return }
    tokens.append(
      RawToken(
        range: offsets[range.lowerBound]..<offsets[range.upperBound],
        kind: kinds[range.lowerBound], ending: ending,
        isGlued: range.lowerBound > 0 && kinds[range.lowerBound - 1] != .space
      )
    )
  }

  private mutating func split() {
    var index = 0
    let count = kinds.count - 1
    while index < count {
      if kinds[index] == .space {
        index += 1
        continue
      }
      var end = index + 1
      while kinds[end] != .space { end += 1 }
      splitChunk(index..<end)
      index = end
    }
  }

  /// Splits what stands between two spaces.
  private mutating func splitChunk(_ chunk: Range<Int>) {
    if let address = address(in: chunk) {
      splitParts(chunk.lowerBound..<address.lowerBound)
      emit(address)
      splitParts(address.upperBound..<chunk.upperBound)
    } else {
      splitParts(chunk)
    }
  }

  /// A web or mail address in a chunk, without the marks around it.
  private func address(in chunk: Range<Int>) -> Range<Int>? {
    var start = chunk.lowerBound
    var end = chunk.upperBound
    guard chunk.count > 4 else { return nil }
    let text = text(chunk)
    guard
      text.utf8.contains(UInt8(ascii: "@")) || text.contains("://") || text.hasPrefix("www.")
        || text.hasPrefix("(www.")
    else { return nil }
    while start < end, !kinds[start].isWord { start += 1 }
    while end > start, !kinds[end - 1].isWord, kinds[end - 1] != .slash { end -= 1 }
    return end - start > 4 ? start..<end : nil
  }

  private mutating func splitParts(_ chunk: Range<Int>) {
    var index = chunk.lowerBound
    while index < chunk.upperBound {
      switch kinds[index] {
      case .capital, .small, .letter, .digit: index = splitWord(at: index, end: chunk.upperBound)
      case .apostrophe: index = splitApostrophe(at: index, chunk)
      case .dot, .terminator, .ellipsis:
        let end = endOfMarks(from: index, end: chunk.upperBound)
        emit(index..<end, .sentence)
        index = end
      case .hyphen, .dash, .symbol, .underscore, .raisedDigit:
        var end = index + 1
        while end < chunk.upperBound, kinds[end] == kinds[index], isSame(end, index) { end += 1 }
        emit(index..<end)
        index = end
      case .space, .comma, .colon, .semicolon, .quote, .slash, .openBracket, .closeBracket,
        .currency, .ampersand, .at:
        emit(index..<index + 1)
        index += 1
      }
    }
  }

  /// Whether two characters that belong in one token if they are the same are so.
  private func isSame(_ first: Int, _ second: Int) -> Bool {
    kinds[first] == .raisedDigit || byte(first) == byte(second)
  }

  /// The end of a run of full stops, or of exclamation and question marks.
  private func endOfMarks(from start: Int, end: Int) -> Int {
    var index = start + 1
    while index < end, kinds[index] == kinds[start] { index += 1 }
    return index
  }

  /// Takes an apostrophe: with the ending it begins, with the year it shortens, or alone.
  private mutating func splitApostrophe(at index: Int, _ chunk: Range<Int>) -> Int {
    var end = index + 1
    while end < chunk.upperBound, kinds[end].isWord { end += 1 }
    let digits = (index + 1..<end).allSatisfy { kinds[$0] == .digit }
    let isYear =
      end - index == 3 && digits
      || end - index == 4
        && (index + 1..<end - 1).allSatisfy {
          kinds[$0] == .digit
        } && byte(end - 1) == UInt8(ascii: "s")
    if isYear || index > chunk.lowerBound && isClitic(index + 1..<end) {
      emit(index..<end)
      return end
    }
    emit(index..<index + 1)
    return index + 1
  }

  /// Whether letters after an apostrophe are a word of their own: 's, 're, 've, 'll, 'd, 'm.
  private func isClitic(_ letters: Range<Int>) -> Bool {
    guard (1...2).contains(letters.count) else { return false }
    let first = byte(letters.lowerBound) | 0x20
    if letters.count == 1 {
      return first == UInt8(ascii: "s") || first == UInt8(ascii: "d") || first == UInt8(ascii: "m")
    }
    let second = byte(letters.lowerBound + 1) | 0x20
    return (first == UInt8(ascii: "r") || first == UInt8(ascii: "v")) && second == UInt8(ascii: "e")
      || first == UInt8(ascii: "l") && second == first
  }

  /// Takes one word that begins at `start`, its clitics and its abbreviation's full stop.
  ///
  /// - Returns: where to go on.
  private mutating func splitWord(at start: Int, end: Int) -> Int {
    let stop = WordScanner(kinds: kinds, start: start, end: end, isFamilyName: followsName)
      .end { text($0) }
    if stop < end, kinds[stop] == .dot, stop + 1 == end || kinds[stop + 1] != .dot {
      if let ending = abbreviation(start..<stop, next: stop + 1) {
        emit(start..<stop + 1, ending)
        return stop + 1
      }
    }
    if stop < end, kinds[stop] == .currency, stop - start < 4,
      (start..<stop).allSatisfy({ kinds[$0] == .capital })
    {
      emit(start..<stop + 1)
      return stop + 1
    }
    splitClitics(start..<stop)
    return stop
  }

  /// Whether the last token begins with a capital and stands right before: then a hyphen may
  /// join a given name.
  private var followsName: Bool { tokens.last?.kind == .capital }

  private mutating func splitClitics(_ word: Range<Int>) {
    guard word.count > 2 else { return emit(word) }
    var end = word.upperBound
    // The last apostrophe can only be the fourth character from the end or later.
    for index in (max(word.lowerBound + 1, end - 3)..<end).reversed()
    where kinds[index] == .apostrophe {
      if isClitic(index + 1..<end), kinds[index - 1] != .digit {
        emit(word.lowerBound..<index)
        emit(index..<end)
        return
      }
      if index + 2 == end, byte(end - 1) | 0x20 == UInt8(ascii: "t"),
        byte(index - 1) | 0x20 == UInt8(ascii: "n"), index - 1 > word.lowerBound
      {
        emit(word.lowerBound..<index - 1)
        emit(index - 1..<end)
        return
      }
    }
    if word.count == 6, byte(word.lowerBound) | 0x20 == UInt8(ascii: "c"),
      text(word).lowercased() == "cannot"
    {
      end -= 3
      emit(word.lowerBound..<end)
      emit(end..<word.upperBound)
      return
    }
    emit(word)
  }

  /// How the full stop after a word reads, where it belongs to the word.
  private func abbreviation(_ word: Range<Int>, next: Int) -> RawToken.Ending? {
    guard word.count <= 8, kinds[word.lowerBound].isWord else { return nil }
    var following = next
    while following < kinds.count - 1, kinds[following] == .space { following += 1 }
    if kinds[word.lowerBound] == .digit {
      return isEnumerator(word, following) ? .open : nil
    }
    let isNumberNext = kinds[following] == .digit
    switch Abbreviations.ending(of: text(word)) {
    case .never: return .open
    case .mayEnd: return .mayEnd
    case .likely: return .likely
    case .beforeNumber: return isNumberNext ? .open : initial(word, following)
    case nil: return isEnumerator(word, following) ? .open : initial(word, following)
    }
  }

  /// A single capital with a full stop is an initial; what may be a Roman number is one only
  /// next to another initial.
  private func initial(_ word: Range<Int>, _ following: Int) -> RawToken.Ending? {
    guard word.count == 1, kinds[word.lowerBound] == .capital else { return nil }
    guard "IVX".utf8.contains(byte(word.lowerBound)) else { return .mayEnd }
    let isBeforeInitial =
      following + 1 < kinds.count && kinds[following] == .capital && kinds[following + 1] == .dot
    return tokens.last?.ending == .mayEnd || isBeforeInitial ? .mayEnd : nil
  }

  /// Whether a word is a number with a full stop at the start of a block, as headings have it.
  private func isEnumerator(_ word: Range<Int>, _ following: Int) -> Bool {
    guard tokens.isEmpty, kinds[following] == .capital || kinds[following] == .quote,
      kinds[word.upperBound + 1] == .space
    else { return false }
    if (word.lowerBound..<word.upperBound).allSatisfy({ kinds[$0] == .digit || kinds[$0] == .dot })
    {
      return word.count <= 5
    }
    return text(word).utf8.allSatisfy { "IVX".utf8.contains($0) }
  }
}

/// A token before its sentence is known.
struct RawToken: Equatable, Sendable {
  /// What the end of a token may mean for the sentence.
  enum Ending: Equatable, Sendable {
    /// Nothing.
    case open
    /// It is a mark that ends sentences.
    case sentence
    /// An abbreviation that ends one where a likely first word follows.
    case mayEnd
    /// An abbreviation that ends one where a capital follows.
    case likely
  }

  /// Its UTF-8 bytes in the text.
  let range: Range<Int>
  /// What its first character is.
  let kind: CharacterKind
  /// What its end may mean.
  let ending: Ending
  /// Whether no space stands before it.
  let isGlued: Bool
}
