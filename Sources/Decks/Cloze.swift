/// The sentence of a `C:` note, cut at its blanks.
package struct Cloze: Hashable, Sendable {
  /// A piece of the sentence.
  package struct Blank: Hashable, Sendable {
    /// The sentence from the blank before, or its beginning, to this blank.
    package let before: String
    /// What the blank hides.
    package let answer: String
    /// Whether `(` follows at once, as after the text of a Markdown link.
    package let isLink: Bool
  }

  package let blanks: [Blank]
  /// The sentence after the last blank.
  package let tail: String

  /// What stands where the asked blank is.
  package static let mark = "[…]"

  /// The sentence with every blank filled.
  package var sentence: String { text { _ in nil } }

  /// The sentence in which only the blank with the given index, counted from 0, is open.
  package func prompt(asking index: Int) -> String { text { $0 == index ? Cloze.mark : nil } }

  /// The sentence with some blanks replaced.
  package func text(replacing replacement: (Int) -> String?) -> String {
    var text = ""
    for (index, blank) in blanks.enumerated() {
      text += blank.before
      text += replacement(index) ?? blank.answer
    }
    return text + tail
  }

  /// Why a sentence is no cloze.
  enum Fault: Error, Hashable {
    case noBlank
    /// A bracket without its partner, or one within another, at an offset of the text.
    case unbalanced(offset: Int)
    case nested(offset: Int)
    case empty(offset: Int)
    case tooMany
  }

  /// Reads a sentence: `[…]` is a blank, `\[`, `\]` and images (`![…](…)`) are text.
  init(_ text: [UInt8]) throws(Fault) {
    var blanks: [Blank] = []
    var before: [UInt8] = []
    var answer: [UInt8] = []
    var opening: Int?
    var index = 0
    func peek(_ ahead: Int) -> UInt8? { index + ahead < text.count ? text[index + ahead] : nil }
    func take(_ range: Range<Int>) {
      if opening == nil {
        before += text[range]
      } else {
        answer += text[range]
      }
      index = range.upperBound
    }
    while index < text.count {
      switch text[index] {
      case .backslash where peek(1) == .openBracket || peek(1) == .closeBracket:
        take(index + 1..<index + 2)
      case .exclamationMark where peek(1) == .openBracket:
        take(index..<Cloze.endOfImage(text, from: index))
      case .openBracket:
        guard opening == nil else { throw .nested(offset: index) }
        opening = index
        index += 1
      case .closeBracket:
        guard let start = opening else { throw .unbalanced(offset: index) }
        let hidden = answer[...].text.trimmed
        guard !hidden.isEmpty else { throw .empty(offset: start) }
        guard blanks.count < Deck.Limit.blanks else { throw .tooMany }
        let isLink = peek(1) == .openParenthesis
        blanks.append(Blank(before: before[...].text, answer: hidden, isLink: isLink))
        before = []
        answer = []
        opening = nil
        index += 1
      case _:
        var end = index + 1
        while end < text.count, !text[end].mayMatterInCloze { end += 1 }
        take(index..<end)
      }
    }
    if let opening { throw .unbalanced(offset: opening) }
    guard !blanks.isEmpty else { throw .noBlank }
    self.blanks = blanks
    self.tail = before[...].text
  }

  /// Where the image that begins at `start` ends.
  ///
  /// Without a `]` only the `![` is taken, so that the rest is read as usual.
  private static func endOfImage(_ text: [UInt8], from start: Int) -> Int {
    guard let label = end(of: .openBracket, .closeBracket, in: text, from: start + 1) else {
      return start + 2
    }
    return end(of: .openParenthesis, .closeParenthesis, in: text, from: label) ?? label
  }

  /// Where the brackets that open at `start` are closed, inner pairs counted.
  ///
  /// They are looked for on one line and within a kilobyte, so that no note takes long to read.
  private static func end(
    of open: UInt8, _ close: UInt8, in text: [UInt8], from start: Int
  ) -> Int? {
    guard start < text.count, text[start] == open else { return nil }
    var depth = 0
    for index in start..<min(text.count, start + 1024) {
      switch text[index] {
      case open: depth += 1
      case close:
        depth -= 1
        if depth == 0 { return index + 1 }
      case .lineFeed: return nil
      case _: break
      }
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var mayMatterInCloze: Bool {
    self == .backslash || self == .exclamationMark || self == .openBracket || self == .closeBracket
  }
}
